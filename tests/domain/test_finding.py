"""What a few words find, best first: people, notes, plans, opportunities and what happened."""

from __future__ import annotations

from datetime import date

import pytest

from gardener.domain.contact import CommonGround, Contact
from gardener.domain.finding import LINE, Found, Place, finding, line_around, telling_words
from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan

DAY = date(2026, 3, 10)


def _interaction(id_: str, who: tuple[str, ...], day: date, note: str, *gives: str) -> Interaction:
    return Interaction(
        id=id_,
        day=day,
        kind=Kind.MEETING,
        direction=Direction.MUTUAL,
        participants=who,
        note=note,
        gives=gives,
    )


def _garden() -> Garden:
    people = (
        Contact(id="jane", name="Jane Miller", created=DAY, org="Boston Freight", notes="Likes São Paulo"),
        Contact(id="bob", name="Bob Chen", created=DAY, common=CommonGround(theirs=("born in Boston",))),
        Contact(id="ann", name="Ann Bostonian", created=DAY),
    )
    return Garden(
        plants={person.id: Plant(person) for person in people},
        plans={"p": Plan(id="p", contact="bob", day=DAY, text="ask about Boston", created=DAY)},
        opportunities={
            "o": Opportunity(id="o", employer="Meridian", role="Lead, Boston", created=date(2026, 2, 1))
        },
    )


TOLD = (
    _interaction("old", ("bob",), date(2026, 1, 1), "talked of Boston"),
    _interaction("new", ("jane", "bob"), date(2026, 3, 1), "her move to Boston", "the map of Salem"),
    _interaction("other", ("jane",), date(2026, 3, 2), "Bostons everywhere"),
    _interaction("none", ("jane",), date(2026, 3, 3), "something else"),
)


def _shown(query: str) -> list[str]:
    return [f"{one.place}:{one.id}" for one in finding(_garden(), query, DAY, TOLD)]


def test_names_come_first_then_work_then_whole_words_the_newest_first() -> None:
    assert _shown("boston") == [
        "contact:ann",
        "contact:jane",
        "plan:p",
        "interaction:new",
        "opportunity:o",
        "interaction:old",
        "note:bob",
        "interaction:other",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("jane move", ["interaction:new"]),
        ("SALEM", ["interaction:new"]),
        ("sao", ["note:jane"]),
        ("bob", ["contact:bob"]),
        ("jane", ["contact:jane"]),
        ("miller", ["contact:jane"]),
        ("org:boston", ["contact:jane"]),
        ("bob paulo", []),
        ("%", []),
        ("_", []),
        ("", []),
    ],
)
def test_every_word_must_fit(query: str, found: list[str]) -> None:
    assert _shown(query) == found


def test_words_that_are_names_need_not_stand_in_a_text() -> None:
    assert telling_words(_garden(), "Jane move") == ("move",)
    assert telling_words(_garden(), "jane miller") == ("jane", "miller")


@pytest.mark.parametrize("room", [LINE, 44])
def test_a_long_text_is_cut_around_the_word(room: int) -> None:
    text = " ".join(["nothing"] * 40 + ["Boston"] + ["nothing"] * 40)
    line = line_around(text, ["boston"], room)
    assert "Boston" in line
    assert line.startswith("…nothing")
    assert line.endswith("…")
    assert len(line) <= room + 2


def test_what_is_found_says_whose_it_is() -> None:
    (found,) = finding(_garden(), "salem", DAY, TOLD)
    assert found == Found(
        place=Place.INTERACTION,
        id="new",
        contacts=("jane", "bob"),
        text="her move to Boston · the map of Salem",
        rank=3,
        day=date(2026, 3, 1),
    )
