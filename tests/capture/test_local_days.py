"""Days in the languages of a region: found inside a sentence, read by our own rules, and never invented."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from gardener.capture.day_mark import Tense
from gardener.capture.days import find_days
from gardener.capture.habits import LANGUAGES, Habits, habits_of
from gardener.capture.local_days import local_days
from gardener.capture.understanding import understand
from gardener.capture.understood import Understood
from tests.capture.people import NAMES

TODAY = date(2026, 11, 25)
"""A Wednesday."""


def meant(text: str, *languages: str, tense: Tense = Tense.PAST) -> list[str]:
    """The days the text can mean; `-` for a stretch of time that is no day."""
    marks = local_days(text, TODAY, languages)
    return [day.isoformat() for mark in marks for day in mark.meant(tense, TODAY)] or ["-" for _ in marks]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "gestern", "2026-11-24"),
        ("de", "vorgestern", "2026-11-23"),
        ("de", "letzten Dienstag", "2026-11-24"),
        ("de", "am 12. März", "2026-03-12"),
        ("de", "am Dienstag, 17. November", "2026-11-17"),
        ("de", "vor zwei Tagen", "2026-11-23"),
        ("de", "gestern Abend", "2026-11-24"),
        ("de", "am 3. Mai 2025", "2025-05-03"),
        ("fr", "hier", "2026-11-24"),
        ("fr", "avant-hier", "2026-11-23"),
        ("fr", "mardi dernier", "2026-11-24"),
        ("fr", "le 1er mars", "2026-03-01"),
        ("fr", "il y a 3 jours", "2026-11-22"),
        ("es", "ayer", "2026-11-24"),
        ("es", "antes de ayer", "2026-11-23"),
        ("es", "el martes pasado", "2026-11-24"),
        ("es", "el 12 de marzo", "2026-03-12"),
        ("es", "anoche", "2026-11-24"),
        ("it", "l'altro ieri", "2026-11-23"),
        ("it", "martedì scorso", "2026-11-24"),
        ("it", "il 3 maggio", "2026-05-03"),
        ("nl", "eergisteren", "2026-11-23"),
        ("nl", "afgelopen dinsdag", "2026-11-24"),
        ("nl", "12 maart", "2026-03-12"),
        ("pt", "anteontem", "2026-11-23"),
        ("pt", "na terça passada", "2026-11-24"),
        ("pt", "12 de março de 2026", "2026-03-12"),
        ("pt", "há dois dias", "2026-11-23"),
        ("de", "vor einer Woche", "2026-11-18"),
        ("de", "vor drei Wochen", "2026-11-04"),
        ("fr", "il y a une semaine", "2026-11-18"),
        ("es", "hace una semana", "2026-11-18"),
        ("it", "una settimana fa", "2026-11-18"),
        ("nl", "een week geleden", "2026-11-18"),
        ("pt", "há uma semana", "2026-11-18"),
        ("pt", "na sexta", "2026-11-20"),
    ],
)
def test_is_found_inside_a_sentence(language: str, text: str, day: str) -> None:
    said = f"coffee with Jane {text}, 40 min"
    understood = understand(said, NAMES, TODAY, Habits((language,)))
    assert isinstance(understood, Understood)
    assert ([d.isoformat() for d in understood.days], understood.minutes, understood.day_said) == (
        [day],
        40,
        text,
    )
    assert [person.id for person in understood.people] == ["jane-miller"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["2024", "--0412", "May", "Mai", "7", "12/3", "40 min", "20241", "3 set", "5 mar", "2 ago", "Jan", "so", "mi", "12",
     "May and Jan", "1.5", "Domingo", "Martes", "Sandra Freitag", "Anna Morgen", "Chris Hoy", "room 12 di"],
)  # fmt: skip
def test_no_day_is_invented(language: str, text: str) -> None:
    assert local_days(text, TODAY, (language,)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "letzte Woche"),
        ("de", "im März"),
        ("de", "am 31. Februar"),
        ("fr", "la semaine dernière"),
        ("es", "el mes pasado"),
        ("nl", "vorige week"),
        ("pt", "em maio"),
        ("de", "vor zwei Monaten"),
        ("es", "hace un año"),
        ("de", "am Wochenende"),
        ("es", "el fin de semana"),
    ],
)
def test_a_stretch_of_time_is_asked(language: str, text: str) -> None:
    assert meant(text, language) == ["-"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "por la mañana"), ("de", "guten Morgen"), ("pt", "na segunda rodada"), ("nl", "goede morgen")],
)
def test_a_morning_or_a_second_round_is_no_day(language: str, text: str) -> None:
    assert meant(text, language) == []


def test_a_word_that_is_another_in_the_neighbours_language_is_asked() -> None:
    assert meant("coffee with Jane hier", "fr") == ["2026-11-24"]
    assert meant("coffee with Jane hier", "de", "fr") == ["-"]


@pytest.mark.parametrize(
    ("language", "text"), [("de", "am 5. im Büro"), ("fr", "le 5"), ("es", "el 5, a las dos")]
)
def test_a_day_of_this_month(language: str, text: str) -> None:
    assert meant(text, language) == ["2026-11-05"]


def test_next_friday_is_asked_in_every_language() -> None:
    assert meant("nächsten Freitag", "de") == ["2026-11-27", "2026-12-04"]
    assert meant("vendredi prochain", "fr", tense=Tense.FUTURE) == ["2026-11-27", "2026-12-04"]


@pytest.mark.parametrize(
    ("region", "locales", "habits"),
    [
        ("", (), Habits()),
        ("US", (), Habits((), False)),
        ("DE", ("en_US.UTF-8",), Habits(("de",), True)),
        ("CH", (), Habits(("de", "fr", "it"), True)),
        ("CA", (), Habits(("fr",), None)),
        ("", ("en_US.UTF-8",), Habits()),  # what many machines say unasked
        ("", ("nl_BE.UTF-8", "en_US.UTF-8"), Habits(("de", "fr", "nl"), True)),
        ("", ("pt_BR",), Habits(("pt",), True)),
        ("GB", ("es_MX.UTF-8",), Habits(("es",), True)),
    ],
)
def test_the_habits_of_a_region(region: str, locales: tuple[str, ...], habits: Habits) -> None:
    assert habits_of(region, locales) == habits


@pytest.mark.parametrize(
    ("text", "first", "days"),
    [
        ("12/3/2026", True, ["2026-03-12"]),
        ("3/12/2026", False, ["2026-03-12"]),
        ("3-12-2026", False, ["2026-03-12"]),
        ("12/3/2026", None, ["2026-03-12", "2026-12-03"]),
        ("12/3", True, ["2025-12-03", "2026-03-12"]),
        ("25/3/2026", False, ["2026-03-25"]),
        ("13/13/2026", True, []),
        ("12.3.2026", True, ["2026-03-12"]),
        ("12.3.2026", False, ["2026-03-12", "2026-12-03"]),
        ("25.3.2026", False, ["2026-03-25"]),
    ],
)
def test_the_order_of_figures(text: str, first: bool | None, days: list[str]) -> None:
    found = [
        day.isoformat() for mark in find_days(text, TODAY, first) for day in mark.meant(Tense.PAST, TODAY)
    ]
    assert found == days


def test_the_library_waits_for_the_first_sentence_of_a_person_who_needs_it() -> None:
    code = (
        "import sys; from datetime import date; from tests.capture.people import told;"
        " told('coffee with Jane yesterday'); assert 'dateparser' not in sys.modules;"
        " from gardener.capture.local_days import local_days; local_days('gestern', date(2026, 11, 25), ('de',));"
        " assert 'dateparser' in sys.modules and 'dateparser.search' not in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
