"""Layout: places that stay, cells that are one's own, plants inside their beds, the hand and the keys finding their way."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.stage import LIVING, Stage
from gardener.scene.grid import Rect, grid_of
from gardener.scene.ground_plan import WIDTH, Ground, ground_for
from gardener.scene.layout import Layout, arrange
from gardener.scene.places import Cell, settle


@dataclass(frozen=True)
class Some:
    id: str
    stage: Stage
    place: int | None
    seed: int


def many(count: int, stage: Stage = Stage.SEED, first: int = 0) -> list[Some]:
    return [Some(f"{stage}-{n}", stage, n, n * 7919) for n in range(first, first + count)]


plants = st.lists(
    st.builds(
        Some,
        id=st.uuids().map(str),
        stage=st.sampled_from(Stage),
        place=st.one_of(st.none(), st.integers(-1, 60), st.integers(0, 6000)),
        seed=st.integers(0, 2**64 - 1),
    ),
    max_size=60,
    unique_by=lambda p: p.id,
)
grounds = st.builds(lambda w, h: ground_for(w, h)[0], st.integers(1, 5000), st.integers(1, 5000))


@given(plants, grounds, st.sets(st.sampled_from(Stage)))
def test_every_plant_has_a_cell_of_its_own_inside_its_bed(
    some: list[Some], ground: Ground, folded: set[Stage]
) -> None:
    layout = arrange(some, ground=ground, folded=folded)
    assert set(layout.cells) == {plant.id for plant in some}
    assert len(set(layout.cells.values())) == len(some)
    for plant in some:
        if layout.visible(plant.id):
            bed = layout.beds[plant.stage]
            assert bed.soil.covers(layout.picture(plant.id))
            assert layout.cell_rect(layout.cells[plant.id]).covers(layout.picture(plant.id))


@given(
    plants, st.builds(Some, id=st.just("new"), stage=st.sampled_from(Stage), place=st.none(), seed=st.just(1))
)
def test_adding_a_plant_moves_no_other(some: list[Some], new: Some) -> None:
    before = arrange(some)
    after = arrange([*some, new])
    assert {id_: cell for id_, cell in after.cells.items() if id_ != "new"} == before.cells
    for id_ in before.cells:
        if before.cells[id_].stage is not Stage.COMPOST:  # whose heap goes down as the beds above it grow
            assert after.foot(id_) == before.foot(id_)


@given(plants, st.data())
def test_a_plant_that_goes_or_comes_first_moves_no_other_that_stood(
    some: list[Some], data: st.DataObject
) -> None:
    before = arrange(some)
    if some:
        gone = data.draw(st.sampled_from(some))
        after = arrange([p for p in some if p.id != gone.id], before=before.cells)
        assert after.cells == {id_: cell for id_, cell in before.cells.items() if id_ != gone.id}
    new = Some("new", Stage.SEED, None, 3)
    assert arrange([new, *some], before=before.cells).cells.items() >= before.cells.items()


def test_of_two_that_claim_one_place_the_first_keeps_it_and_a_kept_place_is_never_given_away() -> None:
    a, b = Some("a", Stage.FRUIT, 1, 0), Some("b", Stage.FRUIT, 1, 0)
    c, d = Some("c", Stage.FRUIT, None, 0), Some("d", Stage.FRUIT, 0, 0)
    cells = settle([a, c, b, d])
    assert cells == {
        "a": Cell(Stage.FRUIT, 1),
        "d": Cell(Stage.FRUIT, 0),
        "c": Cell(Stage.FRUIT, 2),
        "b": Cell(Stage.FRUIT, 3),
    }


@given(st.sampled_from(Stage), st.integers(0, 7000), st.integers(0, 7000), st.integers(0, 2**64 - 1))
def test_cells_of_one_bed_never_meet_and_are_found_again(stage: Stage, a: int, b: int, seed: int) -> None:
    width = 809.0 if stage is Stage.COMPOST else 177.0
    grid = grid_of(stage, width=width, below=27.0, slack=7.0)
    assert grid.at(*grid.cell(a).centre) == a
    if a != b:
        shrunk = grid.cell(a).grown(-1e-6)
        assert not shrunk.meets(grid.cell(b))
    assert grid.cell(a).covers(grid.picture(a, seed))


@pytest.mark.parametrize("stage", Stage)
def test_a_strip_of_a_bed_names_every_place_in_it(stage: Stage) -> None:
    grid = grid_of(stage, width=177.0, below=27.0, slack=7.0)
    for top in (0.0, 100.0, 450.0, 700.0, 2000.0):
        named = {p for places in grid.between(top, top + 60.0) for p in places}
        strip = Rect(0.0, top, 177.0, 60.0)
        assert {p for p in range(3000) if grid.cell(p).meets(strip)} <= named


@pytest.mark.parametrize("count", [0, 1, 30, 300, 2000, 6000])
def test_any_number_of_plants_finds_room_and_800_seeds_stay_a_tray(count: int) -> None:
    layout = arrange([replace(p, stage=LIVING[n % 5], place=n // 5) for n, p in enumerate(many(count))])
    frames = [bed.frame for bed in layout.beds.values()]
    for frame in frames:
        assert layout.extent.covers(frame)
        assert not any(frame.meets(other) for other in frames if other is not frame)
    assert arrange(many(800)).extent.h < 2.4 * WIDTH


def test_a_full_bed_takes_one_more_and_grows_for_it() -> None:
    layout = arrange(many(8, Stage.GROWING))
    bed = layout.beds[Stage.GROWING]
    assert bed.capacity == len(bed.plants)
    assert layout.target(*bed.soil.centre, "seed-0") == Cell(Stage.GROWING, 8)
    grown = arrange(many(9, Stage.GROWING)).beds[Stage.GROWING]
    assert grown.soil.h > bed.soil.h
    assert grown.soil.covers(grown.cell(8))


def test_living_beds_are_level_unless_one_is_far_fuller_than_the_rest() -> None:
    layout = arrange([*many(12, Stage.GROWING), *many(2)])
    assert len({layout.beds[stage].frame.bottom for stage in LIVING}) == 1
    layout = arrange([*many(12, Stage.GROWING), *many(500)])
    heights = [layout.beds[stage].frame.h for stage in LIVING]
    assert heights[0] > 2 * heights[1] == 2 * heights[4]


def test_the_cell_under_the_hand_is_the_one_dropped_on_and_a_taken_one_gives_the_nearest() -> None:
    layout = arrange([*many(3, Stage.GROWING), *many(2)])
    free = layout.cell_rect(Cell(Stage.GROWING, 5)).centre
    assert layout.target(*free, "seed-0") == Cell(Stage.GROWING, 5)
    taken = layout.cell_rect(Cell(Stage.GROWING, 1)).centre
    near = layout.target(*taken, "seed-0")
    assert near is not None
    assert near.stage is Stage.GROWING
    assert near.place in (3, 5)
    assert layout.target(*taken, "growing-1") == Cell(Stage.GROWING, 1), "it may be put back where it stood"
    assert layout.target(1.0, 1.0, "seed-0") is None, "the sky is no bed"


def test_a_folded_bed_takes_a_plant_at_its_first_free_place() -> None:
    layout = arrange([*many(3, Stage.GROWING), *many(1)], folded=[Stage.GROWING])
    assert layout.target(*layout.beds[Stage.GROWING].soil.centre, "seed-0") == Cell(Stage.GROWING, 3)
    assert not list(layout.within(layout.beds[Stage.GROWING].frame))
    assert layout.beds[Stage.GROWING].soil.h < 40


def walk(layout: Layout, start: str, dx: int, dy: int) -> list[str]:
    seen, here = [start], layout.neighbour(start, dx, dy)
    while here is not None and here not in seen:
        seen.append(here)
        here = layout.neighbour(here, dx, dy)
    return seen


def test_arrow_keys_go_along_rows_and_columns_and_over_to_the_next_bed() -> None:
    layout = arrange([*many(6), *many(4, Stage.SEEDLING), *many(2, Stage.FRUIT), *many(3, Stage.COMPOST)])
    assert walk(layout, "seed-0", 0, 1) == ["seed-0", "seed-2", "seed-4", "compost-0"]
    assert walk(layout, "seed-0", 1, 0)[:3] == ["seed-0", "seed-1", "seedling-0"]
    assert layout.neighbour("seedling-1", 1, 0) == "fruit-0", "empty beds are passed over"
    assert layout.neighbour("fruit-1", 1, 0) is None
    assert layout.neighbour("compost-1", -1, 0) == "compost-0"


@given(plants)
def test_every_plant_is_reached_by_arrow_keys_or_in_order(some: list[Some]) -> None:
    layout = arrange(some)
    assert sorted(layout.order()) == sorted(p.id for p in some)


def test_choosing_a_cell_by_keys_goes_over_free_cells_and_from_bed_to_bed() -> None:
    layout = arrange([*many(2, Stage.GROWING), *many(1)])
    cell = Cell(Stage.GROWING, 0)
    assert layout.step(cell, 0, 1, "growing-0") == Cell(Stage.GROWING, 2)
    assert layout.step(cell, -1, 0, "growing-0").stage is Stage.SEEDLING
    assert layout.step(Cell(Stage.FRUIT, 1), 1, 0, "growing-0") == Cell(Stage.FRUIT, 1)


@given(st.integers(200, 5000), st.integers(200, 5000))
def test_the_ground_fills_the_window_or_is_scrolled(width: int, height: int) -> None:
    ground, scale = ground_for(width, height)
    layout = arrange([], ground=ground)
    assert layout.extent.w * scale <= width * 1.001
    assert ground.sky > 0
    if width / 1.35 < height < 2 * width and width > 600:
        assert abs(layout.extent.h * scale / height - 1.0) < 0.12


@given(st.integers(900, 3000), st.integers(700, 2000))
def test_a_wide_window_has_wider_beds_rather_than_lawn_beside_them(width: int, height: int) -> None:
    ground, scale = ground_for(width, height)
    beds = arrange([], ground=ground).beds
    used = (beds[Stage.FRUIT].frame.right - beds[Stage.SEED].frame.x) * scale
    assert used > min(0.93 * width, 1.2 * WIDTH * scale)


@given(plants, grounds)
def test_clover_covers_no_plant_and_nothing_but_what_is_free(some: list[Some], ground: Ground) -> None:
    layout = arrange(some, ground=ground)
    for bed in layout.beds.values():
        assert 0.0 < bed.dug <= bed.soil.h
        deepest = max((bed.cell(place).bottom for place in bed.plants), default=bed.cell(0).bottom)
        assert deepest <= bed.soil.y + bed.dug
        if bed.stage is Stage.COMPOST:
            assert bed.dug == bed.soil.h
        elif bed.soil.bottom - deepest > 120.0:
            assert bed.dug < bed.soil.h


def test_beds_over_the_compost_are_level_and_a_long_one_makes_no_other_shorter() -> None:
    layout = arrange(many(17, Stage.SEEDLING))
    assert len({layout.beds[stage].frame.bottom for stage in LIVING}) == 1
    longest = arrange(many(300, Stage.SEEDLING)).beds
    assert longest[Stage.SEEDLING].frame.bottom > longest[Stage.FRUIT].frame.bottom
    assert longest[Stage.FRUIT].frame.h > layout.beds[Stage.FRUIT].frame.h


def test_the_first_two_trees_of_the_fruit_bed_are_larger_and_end_where_three_rows_do() -> None:
    fruit, growing = (arrange([]).beds[stage].grid for stage in (Stage.FRUIT, Stage.GROWING))
    assert fruit.unit(0) == fruit.unit(1) > 1.4 * growing.unit(0)
    assert fruit.unit(2) == growing.unit(0)
    assert fruit.cell(2).y == pytest.approx(growing.cell(6).y)


@pytest.mark.parametrize("size", [(1078, 952), (752, 732), (1900, 1372), (600, 900), (2600, 700)])
def test_labels_of_neighbours_pass_each_other_in_the_first_rows(size: tuple[int, int]) -> None:
    ground, scale = ground_for(*size)
    tier = arrange([], ground=ground).beds[Stage.GROWING].grid.tiers[0]
    assert (tier.stagger - tier.slack) * scale > 11.0


@given(grounds)
def test_a_plant_of_full_height_is_no_wider_than_its_column(ground: Ground) -> None:
    for bed in arrange([], ground=ground).beds.values():
        for number, tier in enumerate(bed.grid.tiers):
            assert 0.9 * tier.unit <= bed.grid.column_width(number) + 1e-9
