"""The rows of the list: sorted by every column, narrowed by a search, told one by one when contacts change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from gardener.domain.contact import Contact, Resting
from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.plan import Plan
from gardener.domain.stage import Stage
from gardener.domain.tie import fold_all
from gardener.scene.showing import shown
from gardener.ui.list_entry import Column, Entry, entries_of
from gardener.ui.list_model import MANY, ContactsModel
from gardener.words import listing

DAY = date(2026, 11, 22)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def contact(id_: str, name: str, stage: Stage = Stage.SEED, **fields: object) -> Contact:
    made = Contact(id=id_, name=name, created=DAY - timedelta(days=30), planted=stage)
    for field, value in fields.items():
        object.__setattr__(made, field, value)
    return made


def sign(who: str, days_ago: int, direction: Direction = Direction.INCOMING) -> Interaction:
    return Interaction(
        id=f"{who}-{days_ago}-{direction}",
        day=DAY - timedelta(days=days_ago),
        kind=Kind.EMAIL,
        direction=direction,
        participants=(who,),
    )


def garden_of(*contacts: Contact, said: tuple[Interaction, ...] = (), plans: tuple[Plan, ...] = ()) -> Garden:
    plants = {
        each.id: Plant(each, fold_all(i for i in said if each.id in i.participants)) for each in contacts
    }
    return Garden(plants=plants, plans={plan.id: plan for plan in plans})


def rows_of(garden: Garden) -> list[Entry]:
    return entries_of(garden, DAY, shown(garden, DAY))


def model_of(garden: Garden) -> ContactsModel:
    model = ContactsModel()
    model.show_entries(rows_of(garden))
    return model


def names(model: ContactsModel) -> list[str]:
    return [model.entry(row).contact.name for row in range(model.rowCount())]


FOUR = garden_of(
    contact("1", "Ada", Stage.FRUIT, org="Zeta", tags=("alumni",)),
    contact("2", "bo", Stage.SEED),
    contact("3", "Émile", Stage.GROWING, org="alpha"),
    contact("4", "Dan", Stage.COMPOST, org="Mid", tags=("zoo",)),
    said=(
        *(sign("1", n) for n in (90, 60, 30, 9)),
        sign("3", 100),
        sign("3", 2, Direction.OUTGOING),
        sign("4", 40),
        sign("4", 20),
    ),
)
"""Ada has the deepest roots; bo never gave a sign; Émile was written to and owes the answer."""


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (Column.NAME, "Ada bo Dan Émile", "Émile Dan bo Ada"),
        (Column.BED, "bo Émile Ada Dan", "Dan Ada Émile bo"),
        (Column.VITALITY, "Émile Dan Ada bo", "Ada Dan Émile bo"),
        (Column.ROOTS, "Émile Dan Ada bo", "Ada Dan Émile bo"),
        (Column.MOISTURE, "Émile Ada bo Dan", "Émile Ada bo Dan"),
        (Column.LAST, "Dan Ada Émile bo", "Émile Ada Dan bo"),
        (Column.ORG, "Émile Dan Ada bo", "Ada Dan Émile bo"),
        (Column.TAGS, "Ada Dan bo Émile", "Dan Ada bo Émile"),
    ],
)
def test_it_sorts_by_every_column_both_ways_and_the_empty_cells_stand_last(
    column: Column, up: str, down: str
) -> None:
    model = model_of(FOUR)
    model.sort(column, UP)
    assert names(model) == up.split()
    model.sort(column, DOWN)
    assert names(model) == down.split()


def test_by_condition_those_come_first_that_want_something() -> None:
    model = model_of(FOUR)
    model.sort(Column.CONDITION, UP)
    conditions = [str(model.entry(row).growth.condition) for row in range(4)]
    assert conditions == sorted(
        conditions, key=["wilting", "thirsty", "withered", "soggy", "healthy", "thriving", "seed"].index
    )
    assert len(set(conditions)) > 2


def test_every_column_can_be_sorted_by() -> None:
    model = model_of(FOUR)
    for column in Column:
        model.sort(column, DOWN)
        assert sorted(names(model)) == sorted(["Ada", "bo", "Émile", "Dan"])


def test_equals_stand_by_name_whichever_way_it_is_sorted() -> None:
    model = model_of(garden_of(*(contact(str(n), name) for n, name in enumerate(("Cy", "Al", "Bo")))))
    model.sort(Column.BED, DOWN)
    assert names(model) == ["Al", "Bo", "Cy"]


def test_the_numbers_sort_as_numbers() -> None:
    garden = garden_of(
        contact("1", "Ada"), contact("2", "Bo"), said=(sign("1", 9), sign("2", 100), sign("2", 90))
    )
    model = model_of(garden)
    model.sort(Column.LAST, UP)  # as texts "9 days ago" would stand after "90 days ago"
    assert names(model) == ["Bo", "Ada"]


def test_next_is_the_nearest_of_plan_and_foreseen_turns() -> None:
    plan = Plan(id="p", contact="1", day=DAY + timedelta(days=1), text="send the article", created=DAY)
    garden = garden_of(
        contact("1", "Ada"),
        contact("2", "Bo", resting=Resting(DAY + timedelta(days=9))),
        contact("3", "Cy", Stage.COMPOST),
        contact("4", "Di"),
        said=(sign("1", 3), sign("2", 3), sign("3", 3), sign("4", 3)),
        plans=(plan,),
    )
    cells = {entry.contact.name: entry.whole(Column.NEXT) for entry in rows_of(garden)}
    assert cells["Ada"] == "tomorrow: send the article"
    assert cells["Bo"] == "Wed 2 Dec: rest ends"
    assert cells["Cy"] == listing.NOTHING
    assert cells["Di"].endswith("gets thirsty")


def test_a_row_is_one_sentence() -> None:
    garden = garden_of(contact("1", "Jane <b>Miller</b>", Stage.FLOWERING), said=(sign("1", 18),))
    (entry,) = rows_of(garden)
    assert entry.sentence.startswith(
        "Jane <b>Miller</b>, Flowering, thirsty, last sign 18 days ago, reply owed, next "
    )
    assert "Vitality: " in entry.everything


def told(model: ContactsModel) -> list[tuple[str, int]]:
    heard: list[tuple[str, int]] = []
    model.dataChanged.connect(lambda top, _: heard.append(("changed", top.row())))
    model.rowsInserted.connect(lambda _, first, __: heard.append(("in", first)))
    model.rowsRemoved.connect(lambda _, first, __: heard.append(("out", first)))
    model.modelReset.connect(lambda: heard.append(("reset", 0)))
    return heard


def entry_of(one: Contact) -> Entry:
    return rows_of(garden_of(one))[0]


def test_only_the_touched_row_is_told() -> None:
    model = model_of(FOUR)
    heard = told(model)
    model.change({"2": entry_of(contact("2", "bo", Stage.GROWING))})
    assert heard == [("changed", 1)]
    assert model.index(1, Column.BED).data() == "Growing"


def test_a_row_moves_to_where_it_belongs() -> None:
    model = model_of(FOUR)
    heard = told(model)
    model.change({"1": entry_of(contact("1", "Zed"))})
    assert heard == [("out", 0), ("in", 3)]
    assert names(model) == ["bo", "Dan", "Émile", "Zed"]
    assert model.row_of("1") == 3


def test_rows_come_and_go() -> None:
    model = model_of(FOUR)
    heard = told(model)
    model.change({"5": entry_of(contact("5", "Cy")), "4": None})
    assert heard == [("in", 2), ("out", 3)]
    assert names(model) == ["Ada", "bo", "Cy", "Émile"]


def test_an_import_is_told_as_a_whole() -> None:
    model = model_of(FOUR)
    heard = told(model)
    model.change({str(n): entry_of(contact(str(n), f"N{n}")) for n in range(10, 11 + MANY)})
    assert heard == [("reset", 0)]
    assert model.rowCount() == 5 + MANY


def test_narrowed_it_shows_those_alone_and_takes_in_who_comes_to_match() -> None:
    model = model_of(FOUR)
    model.narrow({"1", "4"})
    assert names(model) == ["Ada", "Dan"]
    assert model.every == 4
    heard = told(model)
    model.change({"2": entry_of(contact("2", "bo", org="x"))}, {"1", "2", "4"})
    assert heard == [("in", 1)]
    model.change({"1": entry_of(contact("1", "Ada"))}, {"2", "4"})
    assert names(model) == ["bo", "Dan"]
    model.narrow(None)
    assert len(names(model)) == 4


def test_sorting_keeps_hold_of_a_row() -> None:
    model = model_of(FOUR)
    held = QPersistentModelIndex(model.index(0, Column.NAME))
    model.sort(Column.NAME, DOWN)
    assert (held.row(), held.data()) == (3, "Ada")


def test_the_model_answers_for_the_whole_table() -> None:
    model = model_of(FOUR)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == len(Column) == len(listing.HEADINGS)
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in Column:
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        assert heading == listing.HEADINGS[column]
        for row in range(model.rowCount()):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0, Column.VITALITY).data(Qt.ItemDataRole.TextAlignmentRole) == right
