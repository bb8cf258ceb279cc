"""Text made safe to keep, and folded for comparison."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.text import clean_line, clean_text, distinct, fold
from tests.domain.histories import thorough

# Lone surrogates too: they come in from broken files and from the command line.
texts = st.text(st.characters(exclude_categories=[]), max_size=40)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Jane \x00Miller\x7f ", "Jane Miller"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\tb", "a\tb"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("a\ud800b\udfffc", "abc"),
        ("\u202egnp.exe\u2066\u200b\ufeff", "gnp.exe"),
        ("نرم\u200cافزار", "نرم\u200cافزار"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("\x85", ""),
    ],
)
def test_what_is_kept_of_a_text(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Jane\n Miller", "Jane Miller"),
        ("Jane\x85Miller", "Jane Miller"),
        ("  Jane \t\u00a0 Miller  ", "Jane Miller"),
        ("Jane\u2028Miller", "Jane Miller"),
    ],
)
def test_a_line_is_one_line(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@thorough(400)
@given(texts)
def test_whatever_is_cleaned_can_be_kept_and_stays_clean(text: str) -> None:
    for clean in (clean_text, clean_line):
        cleaned = clean(text)
        cleaned.encode("utf-8")
        assert "\x00" not in cleaned
        assert clean(cleaned) == cleaned
        assert unicodedata.is_normalized("NFC", cleaned)
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë  ÅS", "zoe as"),
        ("STRASSE", "straße"),
        ("Søren Ægir", "soren aegir"),
        ("Łukasz Đorđe", "lukasz dorde"),
        ("\uff2aane", "jane"),
        ("Jane\u00a0Miller ", " jane miller"),
        ("İnci", "inci"),
    ],
)
def test_names_that_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"])
def test_a_mark_without_width_in_a_pasted_name_makes_no_other_name(mark: str) -> None:
    assert fold(f"{mark}Ida{mark} Holm") == fold("Ida Holm")


def test_names_that_do_not_fold_alike() -> None:
    assert len({fold(name) for name in ("Jane", "Jan", "John", "张伟", "Иван", "")}) == 6


@thorough(400)
@given(texts)
def test_folding_twice_is_folding_once_and_case_does_not_matter(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_distinct_keeps_the_first_of_those_that_fold_alike() -> None:
    assert distinct(["Friends", "", "work", "FRIENDS", "Wörk"]) == ("Friends", "work")
    assert distinct(()) == ()
