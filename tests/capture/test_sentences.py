"""The table of sentences: what people type, and what is understood, asked or refused."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gardener.capture.chips import chips
from gardener.capture.names import Names
from gardener.capture.sentence import read_sentence
from gardener.capture.understanding import understand
from gardener.capture.understood import Understood
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden, Plant
from gardener.domain.opportunity import Opportunity
from gardener.words.capture import NO_ROLE
from tests.capture.people import NAMES, TODAY, garden, noted, told

TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
SENTENCES = [(group, said, means) for group, rows in TABLE.items() for said, means in rows.items()]


@pytest.mark.parametrize(
    ("said", "means"), [(s, m) for _, s, m in SENTENCES], ids=[s for _, s, _ in SENTENCES]
)
def test_is_understood(said: str, means: str) -> None:
    assert told(said) == means


def test_the_table_is_long_and_holds_what_must_not_be_guessed() -> None:
    assert len(SENTENCES) >= 150
    assert len(TABLE["refused"]) >= 30
    assert len(TABLE["asked"]) >= 15


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("coffee with Jane yesterday 40 min", ""),
        (
            "coffee with Jane Miller and Bob yesterday 40 min, mostly about her move to Boston; she offered an intro to Gus",
            "mostly about her move to Boston; she offered an intro to Gus",
        ),
        ("coffee at Ritual with Jane on Friday, she starts on Monday", "at Ritual; she starts on Monday"),
        ('Bob replied: "sure, call me on Friday"', '"sure, call me on Friday"'),
        ("call with Bob about Monday's deadline", "about Monday's deadline"),
        ("sent Jane the article", ""),
    ],
)
def test_the_rest_is_kept_as_a_note(said: str, note: str) -> None:
    assert noted(said) == note


def test_two_of_one_name_are_told_apart_by_the_beginning_of_an_id_or_by_an_address() -> None:
    ids = ("3f8deb4c-19a0-42ce-937f-b7dca4b4f709", "b01b8e5c-33ae-42e1-b0e1-05bcb87406a3")
    two = {
        id_: Plant(Contact(id=id_, name="Ann Lee", created=TODAY, emails=(f"{id_[0]}@x.example",)))
        for id_ in ids
    }
    names = Names(Garden(plants=two))
    for said in ("coffee with 3f8deb4c yesterday", f"coffee with {ids[0]}", "coffee with 3@x.example"):
        found = understand(said, names, TODAY)
        assert isinstance(found, Understood)
        assert [person.id for person in found.people] == [ids[0]]
    unknown = understand("coffee with Ann Lee on 20261123", names, TODAY)
    assert isinstance(unknown, Understood)
    assert [person.id for person in unknown.people] == [None]


def test_at_most_three_are_of_one_pattern() -> None:
    rows = (re.sub(r"([A-Z])\d+", r"\1", read_sentence(said, NAMES, TODAY).row) for _, said, _ in SENTENCES)
    assert Counter(rows).most_common(1)[0][1] <= 3


def _with_opportunities(*roles: str) -> Names:
    made = {
        role: Opportunity(id=role, employer="Meridian GmbH", role=role, created=date(2026, 10, 1))
        for role in roles
    }
    return Names(replace(garden(), opportunities=made))


def _step_of(said: str, names: Names) -> Understood:
    found = understand(said, names, TODAY)
    assert isinstance(found, Understood)
    assert found.step is not None
    return found


def test_the_only_opportunity_at_an_employer_is_meant() -> None:
    found = _step_of("interview at Meridian on Friday, thanks to Jane", _with_opportunities("Product Lead"))
    assert found.step is not None
    assert (found.step.role, found.step.days) == ("Product Lead", (date(2026, 11, 27),))
    assert list(found.questions()) == []


@pytest.mark.parametrize(
    ("roles", "offered"),
    [(("Product Lead", "Analyst"), ["Product Lead", "Analyst", NO_ROLE]), ((), [NO_ROLE])],
)
def test_a_role_is_asked_by_a_chip(roles: tuple[str, ...], offered: list[str]) -> None:
    found = _step_of("interview at Meridian on Friday", _with_opportunities(*roles))
    (chip,) = (chip for chip in chips(found, TODAY, str) if chip.asks)
    assert (chip.code, [option.words for option in chip.options]) == ("role", offered)
    chosen = chip.options[-1].then
    assert list(chosen.questions()) == []
    assert [chip.words for chip in chips(chosen, TODAY, str) if chip.code == "role"] == [NO_ROLE]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("interview at Meridian on Friday", "2026-11-27"),
        ("had an interview at Meridian on Friday", "2026-11-20"),
        ("interview at Meridian on Friday went well", "2026-11-20"),
        ("second interview at Meridian on Monday", "2026-11-30"),
        ("applied to Meridian on Friday", "2026-11-20"),
        ("interview at Meridian last Friday", "2026-11-20"),
    ],
)
def test_a_step_without_a_verb_lies_ahead(said: str, day: str) -> None:
    step = _step_of(said, NAMES).step
    assert step is not None
    assert [found.isoformat() for found in step.days] == [day]
