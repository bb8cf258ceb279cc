"""Names are found by id, address, whole name or beginning; searches match the beginnings of words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.growth import Condition
from gardener.domain.lookup import find
from gardener.domain.search import matching, unknown_value
from gardener.domain.stage import Stage
from gardener.domain.text import fold
from tests.domain.memory import DAY, Memory


@pytest.fixture
def memory() -> Memory:
    garden = Memory()
    jane, zoe, other, bob = garden.plant("Jane Miller", "Zoë Ångström", "Jane Austin", "Bob")
    garden.do(
        deeds.edit(
            garden.garden, replace(jane, emails=("jane@meridian.example",), org="Meridian", tags=("alumni",))
        )
    )
    garden.do(deeds.edit(garden.garden, replace(other, org="Lumen", emails=("j@lumen.example",))))
    garden.do(deeds.move(garden.garden, zoe.id, Stage.GROWING, today=DAY))
    garden.do(deeds.add_note(garden.garden, bob.id, "plays the cello", today=DAY))
    return garden


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("jane@MERIDIAN.example", "Jane Miller"),
        ("jane miller", "Jane Miller"),
        ("zoe angstrom", "Zoë Ångström"),
        ("ZOË", "Zoë Ångström"),
        ("jane m", "Jane Miller"),
        ("  bob ", "Bob"),
    ],
)
def test_a_name_that_one_contact_alone_has(memory: Memory, name: str, found: str) -> None:
    contact = find(memory.garden, name)
    assert isinstance(contact, Contact)
    assert contact.name == found
    assert find(memory.garden, contact.id) == contact


def test_two_of_a_name_are_choices_with_their_ids(memory: Memory) -> None:
    answer = find(memory.garden, "Jane")
    assert isinstance(answer, Refusal)
    assert answer.code == "ambiguous-name"
    assert [(c.name, c.detail) for c in answer.choices] == [
        ("Jane Austin", "Lumen"),
        ("Jane Miller", "Meridian"),
    ]
    assert all(memory.garden.contact(c.id) for c in answer.choices)


def test_a_whole_name_wins_over_a_beginning(memory: Memory) -> None:
    memory.plant("Jane")
    contact = find(memory.garden, "jane")
    assert isinstance(contact, Contact)
    assert contact.name == "Jane"


def test_an_unknown_name_offers_those_with_such_a_word(memory: Memory) -> None:
    answer = find(memory.garden, "Mill")
    assert isinstance(answer, Refusal)
    assert (answer.code, [c.name for c in answer.choices]) == ("unknown-name", ["Jane Miller"])


def test_names_are_looked_up_in_the_garden_of_the_day(memory: Memory) -> None:
    memory.plant("Later", created=DAY + timedelta(days=3))
    seen = memory.garden.as_of(DAY, memory.history)
    assert isinstance(find(seen, "Later"), Refusal)
    assert isinstance(find(memory.garden, "Later"), Contact)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Bob", "Jane Austin", "Jane Miller", "Zoë Ångström"]),
        ("jane", ["Jane Austin", "Jane Miller"]),
        ("jane mer", ["Jane Miller"]),
        ("ang", ["Zoë Ångström"]),
        ("ello", []),
        ("cello", ["Bob"]),
        ("stage:growing", ["Zoë Ångström"]),
        ("is:seed jane", ["Jane Austin", "Jane Miller"]),
        ("tag:alum", ["Jane Miller"]),
        ("org:lumen", ["Jane Austin"]),
        ("mail:meridian", ["Jane Miller"]),
    ],
)
def test_words_match_the_beginnings_of_words(memory: Memory, query: str, names: list[str]) -> None:
    assert [plant.contact.name for plant in matching(memory.garden, query, DAY)] == names


@pytest.mark.parametrize(
    ("query", "field", "value", "like"),
    [
        ("is:thristy", "is", "thristy", "thirsty"),
        ("jane is:Left_alone", "is", "left_alone", "left-alone"),
        ("is:", "is", "", ""),
        ("stage:seedlings bob", "stage", "seedlings", "seedling"),
        ("stage:roses is:xyz", "stage", "roses", ""),
    ],
)
def test_a_value_that_there_is_not_is_told_with_those_there_are(
    query: str, field: str, value: str, like: str
) -> None:
    unknown = unknown_value(query)
    assert unknown is not None
    assert unknown.code == "unknown-value"
    assert (unknown.facts["field"], unknown.facts["value"], unknown.facts["like"]) == (field, value, like)
    known = str(unknown.facts["known"]).split(", ")
    assert ("left-alone" in known, "compost" in known) == (field == "is", field == "stage")
    assert all(unknown_value(f"{field}:{each}") is None for each in known)


@pytest.mark.parametrize("query", ["", "jane", "tag:xyz", "mail:", "http://x.example", "12:30", "island:xyz"])
def test_all_else_may_be_searched_for(query: str) -> None:
    assert unknown_value(query) is None


def test_every_known_value_finds_those_who_have_it(memory: Memory) -> None:
    for mark in Condition:
        found = {p.contact.id for p in matching(memory.garden, f"is:{str(mark).replace(' ', '-')}", DAY)}
        assert found == {
            id_ for id_ in memory.garden.plants if memory.garden.growth(id_, DAY).condition is mark
        }


def test_the_beginning_of_an_id_is_enough_if_nobody_else_has_it(memory: Memory) -> None:
    garden = memory.garden
    for id_ in ("3f2a91c4-1111", "3f2a91c4-2222", "77e0aa10-3333"):
        memory.do(deeds.add(garden, Contact(id=id_, name="Ana", created=DAY)))
        garden = memory.garden
    found = find(garden, "77E0AA10")
    assert isinstance(found, Contact)
    assert found.id == "77e0aa10-3333"
    for few in ("77e0aa1", "3f2a91c4"):
        assert isinstance(find(garden, few), Refusal)


def test_folding_makes_case_accents_and_blanks_alike() -> None:
    assert fold("Zoë  ÅNGSTRÖM") == fold("zoe angstrom")
    assert fold("Łukasz Øst") == "lukasz ost"
