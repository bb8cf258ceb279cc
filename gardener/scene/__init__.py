"""The garden as a picture, in two halves.

The growing half knows no Qt: `traits` (what a plant shows), `species` (data files under resources/species), `botany`
(species, seed number and traits become a `skeleton` of plain data, by the growers in `soft`, `spires`, `tufts`,
`woody`, `climbers` and `fleshy`, on the sheet in `body`), `ground`, `palette`, `showing`; and where all of it lies:
`grid`, `ground_plan`, `places`, `bed_plan`, `layout`, `labels`. The painting half turns that into pictures: `painter` (one
plant), `silhouette` (its cheap outline, by `outlines`), `plant_cache`, `sheet`; `ground_picture` with `backdrop`
(`sky`, `horizon`, `lawn`, `groves`) and `beds` (`wood`, `soil`, `clover`, `heap`, `paths`, `lanterns`); `drawing` with
`drawn_beds`, the whole of it in lines and shapes for paper; and the view on the `picture`: a `plot`
of ground and layers, and the plants on it.

The family tree has the same two halves: `family` (who led to whom), `tree_layout`, `tree_shown`; then `tree_wood`,
`tree_index`, `tree_paint`, `tree_way`, and `tree_canvas` with `tree_view`.

It may import `words`, `settings` and `domain`, never `ui`, `session` or `store`. Start with `traits.Traits`, then
`botany.grow` and `painter.paint_plant`. To add a species, add one file to resources/species
(its README says how).
"""
