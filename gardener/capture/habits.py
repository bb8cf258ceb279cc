"""What a region tells of the way its people write days: their languages, and whether the day or the month comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """`languages` beside English, by their ISO 639 codes; `day_first` is null where nobody can tell."""

    languages: tuple[str, ...] = ()
    day_first: bool | None = None


PLAIN = Habits()
"""Of a region that is not known: English alone, and figures that can be two days are asked."""
LANGUAGES = ("de", "fr", "es", "it", "nl", "pt")
_SPOKEN = {
    "de": "DE AT LI CH LU BE".split(),
    "fr": "FR BE LU MC CH CA SN CI MA TN DZ".split(),
    "es": "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY".split(),
    "it": "IT SM VA CH".split(),
    "nl": "NL BE SR".split(),
    "pt": "PT BR AO MZ CV".split(),
}
_DAY_FIRST = frozenset(
    "GB IE AU NZ IN SG DK NO FI PL CZ SK AT DE LI CH LU BE FR MC ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR UY"
    " IT SM VA NL PT BR AO MZ GR RO BG HR SI RS UA TR IL EG MA TN DZ".split()
)
_MONTH_FIRST = frozenset({"US"})


def habits_of(region: str, locales: Sequence[str] = ()) -> Habits:
    """The habits of `region` (ISO 3166, or empty: that of the first locale), with the languages of `locales` too.

    A locale reads like `de_AT.UTF-8`. Month first is taken from `region` alone: `en_US` is what many machines say unasked.
    """
    parts = [each.split(".")[0].split("@")[0].replace("-", "_").split("_") for each in locales]
    spoken = [words[0].lower() for words in parts]
    place = region or next((words[1].upper() for words in parts if len(words) > 1), "")
    languages = [language for language in LANGUAGES if language in spoken or place in _SPOKEN[language]]
    month_first = region in _MONTH_FIRST
    return Habits(tuple(languages), False if month_first else True if place in _DAY_FIRST else None)
