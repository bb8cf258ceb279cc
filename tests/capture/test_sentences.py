"""The table of sentences: what people type, and what is understood, asked or refused."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from gardener.capture.sentence import read_sentence
from tests.capture.people import NAMES, TODAY, noted, told

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


def test_at_most_three_are_of_one_pattern() -> None:
    rows = (re.sub(r"([A-Z])\d+", r"\1", read_sentence(said, NAMES, TODAY).row) for _, said, _ in SENTENCES)
    assert Counter(rows).most_common(1)[0][1] <= 3
