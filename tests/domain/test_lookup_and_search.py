"""Names are found by id, address, whole name or beginning; searches match the beginnings of words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.lookup import find
from gardener.domain.search import matching
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


def test_folding_makes_case_accents_and_blanks_alike() -> None:
    assert fold("Zoë  ÅNGSTRÖM") == fold("zoe angstrom")
    assert fold("Łukasz Øst") == "lukasz ost"
