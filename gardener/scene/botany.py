"""Growing: a species, a seed number and traits become a skeleton of plain data, continuous in every trait."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from gardener.scene import climbers, fleshy, soft, spires, tufts, woody
from gardener.scene.body import Body
from gardener.scene.ground import bud_on_label, grow_ground
from gardener.scene.limits import CELL
from gardener.scene.skeleton import Point, Skeleton, frame_boxes, round_parts
from gardener.scene.species import Species
from gardener.scene.traits import Traits

GROWERS: Mapping[str, Callable[[Body], None]] = {
    "stem": soft.grow_stem,
    "herb": soft.grow_herb,
    "blades": soft.grow_blades,
    "spike": spires.grow_spike,
    "fern": spires.grow_fern,
    "shrub": woody.grow_shrub,
    "tree": woody.grow_tree,
    "conifer": woody.grow_conifer,
    "climber": climbers.grow_climber,
    "runner": climbers.grow_runner,
    "rosette": fleshy.grow_rosette,
    "pads": fleshy.grow_pads,
    "grass": tufts.grow_grass,
    "cushion": tufts.grow_cushion,
    "bulb": tufts.grow_bulb,
}
"""One grower for each habit of `species.HABITS`."""


def grow(species: Species, seed: int, traits: Traits) -> Skeleton:
    """Return the plant of this species and seed number with these traits.

    The same arguments give the same skeleton, to 1e-9, on every machine. A small step of a trait moves no
    part by a jump; a new part starts at size 0. The body stays within `skeleton.CELL`.
    """
    body = Body(species, seed, traits)
    if not traits.sown:
        GROWERS[species.habit](body)
        body.bear()
        body.wait()
    ground = grow_ground(species, seed, traits, leaves=body.leaves)
    skeleton = Skeleton(
        species=species.id,
        ground=ground,
        height=body.height if not traits.sown else 0.1,
        supports=tuple(body.supports),
        stems=tuple(body.stems),
        clumps=tuple(body.clumps),
        leaves=tuple(body.leaves),
        flowers=tuple(body.flowers),
        fruits=tuple(body.fruits),
        bud=body.bud if ground.stick is None or not traits.waiting else bud_on_label(ground.stick),
    )
    return _within_cell(skeleton)


def _within_cell(skeleton: Skeleton) -> Skeleton:
    """Draw the body together until it fits its cell, sideways and down; flowers, fruits and bud keep their size."""
    left, bottom, right, top = CELL
    across = upright = 1.0
    boxes = list(frame_boxes(skeleton))
    if boxes:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        across = min(left / min(left, *lefts), right / max(right, *rights))
        upright = min(bottom / min(bottom, *bottoms), top / max(top, *tops))
    for points, aside, above in round_parts(skeleton):
        for x, y in points:
            across = min(across, (right - aside) / max(abs(x), right - aside))
            upright = min(upright, (top - above) / max(y, top - above))
    return skeleton if across >= 1.0 and upright >= 1.0 else _drawn_in(skeleton, across, upright)


def _drawn_in(skeleton: Skeleton, across: float, upright: float) -> Skeleton:
    thin = min(across, upright)

    def at(point: Point) -> Point:
        return point[0] * across, point[1] * upright

    bud, ground = skeleton.bud, skeleton.ground
    return replace(
        skeleton,
        height=skeleton.height * upright,
        ground=replace(ground, drops=tuple(drop._replace(centre=at(drop.centre)) for drop in ground.drops)),
        supports=tuple(lath._replace(foot=at(lath.foot), top=at(lath.top)) for lath in skeleton.supports),
        stems=tuple(
            stem._replace(
                points=tuple(at(point) for point in stem.points),
                foot_width=stem.foot_width * thin,
                tip_width=stem.tip_width * thin,
            )
            for stem in skeleton.stems
        ),
        clumps=tuple(c._replace(centre=at(c.centre), radius=c.radius * thin) for c in skeleton.clumps),
        leaves=tuple(
            leaf._replace(
                base=at(leaf.base), control=at(leaf.control), tip=at(leaf.tip), width=leaf.width * thin
            )
            for leaf in skeleton.leaves
        ),
        flowers=tuple(f._replace(centre=at(f.centre)) for f in skeleton.flowers),
        fruits=tuple(
            f._replace(foot=at(f.foot), anchor=at(f.anchor), centre=at(f.centre)) for f in skeleton.fruits
        ),
        bud=bud and bud._replace(foot=at(bud.foot), control=at(bud.control), tip=at(bud.tip)),
    )
