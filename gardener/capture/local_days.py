"""Days in words of other languages: a kept library says what a word means in English, our own rules read the rest.

The library's own search finds days in names, lone numbers and lengths of time, so that it is asked for single words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from gardener.capture.day_mark import DayMark
from gardener.capture.days import find_days, lowered
from gardener.capture.habits import Habits

_WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SHORT = 4
"""Letters: a shorter word is a month only where an article or a year says so ('mar', 'set' and 'dez' are other things)."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The small words of a language, as patterns: before a day, for the last one, the next, this one; whole phrases.

    `ago` has `{}` where count and unit stand. `counts` are the words for one to seven, `weekend` those for a weekend.
    `bare`: a weekday in small letters needs no word before it. `part` is a part of the day, behind its name.
    """

    lead: str
    last: str
    coming: str
    this: str
    ago: str
    counts: str
    stretch: str
    weekend: str
    phrases: tuple[tuple[str, str], ...] = ()
    bare: bool = True
    part: str = ""


_GRAMMARS = {
    "de": _Grammar(
        lead="am|vom|bis|seit|den|zum",
        last="letzten|letzter|letzte|letztes|vergangenen|vergangene|vorigen|vorige|voriges",
        coming="kommenden|kommender|nächsten|nächste|nächstes",
        this="diesen|diese|dieses",
        ago="vor {}",
        counts="einem|einer zwei drei vier fünf sechs sieben",
        stretch="im|seit|ende|anfang|mitte",
        weekend="wochenende",
        phrases=(("(?:heute|diesen) (?:morgen|früh)", "today"), ("gestern (?:morgen|früh)", "yesterday"),
                 ("vorgestern morgen", "day before yesterday"), ("(?:guten|jeden|am) morgen", ""),
                 ("morgen früh", "tomorrow")),
        bare=False,
        part="(?:abend|mittag|nachmittag|vormittag|nacht)",
    ),
    "fr": _Grammar(
        lead="le|du|ce|au",
        last="dernier|dernière|passé|passée",
        coming="prochain|prochaine",
        this="ce|cette",
        ago="il y a {}",
        counts="un|une deux trois quatre cinq six sept",
        stretch="en|fin|début|mi|depuis",
        weekend="week-?end",
        phrases=(("avant[- ]hier", "day before yesterday"), ("après[- ]demain", "day after tomorrow"),
                 ("(?:ce|cet|cette) (?:matin|après-midi|midi)", "this morning")),
        part="(?:matin|soir|midi|après-midi)",
    ),
    "es": _Grammar(
        lead="el|del|al",
        last="pasado|pasada|último|última",
        coming="próximo|próxima|que viene",
        this="este|esta",
        ago="hace {}",
        counts="un|una dos tres cuatro cinco seis siete",
        stretch="en|desde|a finales de|a principios de",
        weekend="fin de semana|finde",
        phrases=(("pasado mañana", "day after tomorrow"), ("antes de ayer|antier", "day before yesterday"),
                 ("ayer por la (?:mañana|tarde|noche)|anoche", "yesterday"), ("anteanoche", "day before yesterday"),
                 ("mañana por la (?:mañana|tarde|noche)", "tomorrow"), ("esta mañana", "this morning"),
                 ("(?:por|de|en|cada|toda) (?:la )?mañana|la mañana", "")),
    ),
    "it": _Grammar(
        lead="il|lo|l['’]|dal|al",
        last="scorso|scorsa|passato|passata",
        coming="prossimo|prossima",
        this="questo|questa",
        ago="{} fa",
        counts="un|una due tre quattro cinque sei sette",
        stretch="a|in|da|fine|inizio|metà",
        weekend="fine settimana|weekend",
        phrases=(("l['’]altro ieri|ieri l['’]altro|altroieri|avantieri", "day before yesterday"),
                 ("dopodomani|dopo domani", "day after tomorrow"), ("(?:stamattina|stamani|stamane)", "this morning")),
        part="(?:mattina|sera|pomeriggio)",
    ),
    "nl": _Grammar(
        lead="op|van|sinds",
        last="afgelopen|vorige|vorig|laatste|verleden",
        coming="komende|aanstaande|volgende",
        this="deze|dit",
        ago="{} geleden",
        counts="een|één twee drie vier vijf zes zeven",
        stretch="in|sinds|eind|begin|half",
        weekend="weekend",
        phrases=(("van(?:morgen|middag)|vanochtend", "this morning"), ("gister(?:en)?(?:ochtend|middag|avond)", "yesterday"),
                 ("(?:goede|elke|iedere|deze|de)[ -]?morgen", "")),
        part="(?:ochtend|middag|avond)",
    ),
    "pt": _Grammar(
        lead="na|no|em|ao|dia",
        last="passado|passada|último|última",
        coming="próximo|próxima|que vem",
        this="este|esta|nesta|neste",
        ago="há {}",
        counts="um|uma dois três quatro cinco seis sete",
        stretch="em|desde",
        weekend="fim de semana|final de semana",
        part="(?:de manhã|à noite|à tarde|de tarde)",
        phrases=(("antes de ontem|antes d['’]ontem", "day before yesterday"), ("depois de amanhã", "day after tomorrow"),
                 ("(?:hoje|esta|nesta) (?:de )?manhã", "this morning"), ("ontem à (?:noite|tarde)", "yesterday")),
    ),
}  # fmt: skip
_ORDINALS = frozenset("segunda terça quarta quinta sexta".split())
"""Weekdays of Portuguese that alone are as well the second, the third …"""
_ALSO_HERE = {("fr", "hier"): frozenset({"de", "nl"})}
"""Words of one language that are something else in others: 'hier' is here to who speaks German or Dutch too."""


def days_named(text: str, today: date, habits: Habits) -> list[DayMark]:
    """The days of `text` in English and in the languages of `habits`; English goes first, but for what is longer."""
    english = find_days(text, today, habits.day_first)
    local = local_days(text, today, habits.languages)
    kept = [mark for mark in english if not any(_holds(other, mark) for other in local)]
    return kept + [mark for mark in local if not any(_meet(mark, other) for other in kept)]


def _meet(mark: DayMark, other: DayMark) -> bool:
    return mark.start < other.end and other.start < mark.end


def _holds(mark: DayMark, inner: DayMark) -> bool:
    longer = mark.end - mark.start > inner.end - inner.start
    return longer and mark.start <= inner.start and inner.end <= mark.end


def local_days(text: str, today: date, languages: Sequence[str]) -> list[DayMark]:
    """The days that `text` names in `languages` (ISO 639), from left to right; of two readings the first rule has it."""
    low = lowered(text)
    marks: list[DayMark] = []
    silent: list[DayMark] = []
    for language in languages:
        for start, end, english in _readings(text, low, language):
            if any(start < mark.end and mark.start < end for mark in marks):
                continue
            if _ALSO_HERE.get((language, low[start:end]), frozenset()) & set(languages):
                english = "sometime"
            marks.append(_mark(start, end, english, today))
            if not english:  # a morning, and not tomorrow: it only keeps others from its words
                silent.append(marks[-1])
    named = [mark for mark in marks if mark not in silent]
    return sorted(named, key=lambda mark: mark.start)


def _mark(start: int, end: int, english: str, today: date) -> DayMark:
    """What our rules make of the English words; where they know nothing of it, it is a stretch of time."""
    found = find_days(english, today)
    if len(found) == 1 and found[0].end - found[0].start == len(english):
        return replace(found[0], start=start, end=end)
    return DayMark(start=start, end=end)


Reading = tuple[int, int, str]


def _readings(text: str, low: str, language: str) -> Iterator[Reading]:
    """Start, end and English words of each stretch of the text that may be a day; empty words: it is none."""
    meaning = _meanings(language)
    for pattern, english in _patterns(language):
        for match in pattern.finditer(low):
            said = english(match, meaning, text)
            if said is not None:
                yield match.start(), match.end(), said


@cache
def _meanings(language: str) -> Callable[[str], str]:
    """What a word of the language is in English, as far as it has to do with days; else it comes back as it is."""
    from dateparser.conf import settings  # kept for the first sentence of a person who speaks it
    from dateparser.languages.loader import default_loader

    locale = default_loader.get_locale(language)

    @cache
    def meaning(word: str) -> str:
        return " ".join(
            locale.translate(word.replace("’", "'"), keep_formatting=False, settings=settings).split()
        )

    return meaning


Meaning = Callable[[str], str]
English = Callable[[re.Match[str], Meaning, str], str | None]


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], English], ...]:
    g = _GRAMMARS[language]
    counted = rf"(?P<count>\d{{1,3}}|{g.counts.replace(' ', '|')})\s+(?P<unit>{_WORD})"
    which = rf"(?P<last>{g.last})|(?P<coming>{g.coming})|(?P<this>{g.this})"
    lead = rf"(?P<lead>\b(?:{g.lead})\s+)?"
    day = rf"(?<![\w.,:/-])(?P<day>\d\d?)(?:\.|er|º|°|ª|re)?\s+(?:(?:de|di)\s+|d['’])?(?P<month>{_WORD})\b\.?"
    year = r"(?:,?\s+(?:de[l]?\s+)?(?P<year>(?:19|20)\d\d)\b)?"
    part = rf"(?:\s+{g.part})?\b" if g.part else r"\b"
    rules: list[tuple[str, English]] = [(rf"\b(?:{said})\b", _just(english)) for said, english in g.phrases]
    rules += [
        (rf"{lead}(?P<weekday>\b{_WORD}),?\s+(?:(?:{g.lead})\s+)?{day}{year}", _dated),
        (rf"{lead}{day}{year}", _dated),
        (rf"\b{g.ago.format(counted)}\b", _counted(g.counts)),
        (rf"\b(?:{g.weekend})\b", _just("sometime")),
        (
            rf"\b(?:{g.lead})\s+(?P<day>\d\d?)\.?(?=\s*(?:$|[,;!?]))|\bam\s+(?P<dotted>\d\d?)\.(?=\s)",
            _of_month,
        ),
        (rf"{lead}\b(?:{which})\s+(?P<word>{_WORD}){part}", _which),
        (rf"{lead}\b(?P<word>{_WORD})\s+(?:{which})\b", _which),
        (rf"\b(?P<lead>{g.lead})\s+(?P<weekday>{_WORD}){part}", _weekday(bare=False)),
        (rf"\b(?:{g.stretch})\s+(?P<word>{_WORD})(?:\s+(?:de\s+|del\s+)?(?:19|20)\d\d)?\b", _stretch),
        (rf"\b(?P<word>{_WORD}){part}", _adverb),
    ]
    if g.bare:
        rules.append((rf"\b(?P<weekday>{_WORD}){part}", _weekday(bare=True)))
    return tuple((re.compile(pattern), english) for pattern, english in rules)


def _just(english: str) -> English:
    return lambda match, meaning, text: english


def _dated(match: re.Match[str], meaning: Meaning, _text: str) -> str | None:
    groups = match.groupdict()
    month, weekday = meaning(match["month"]), groups.get("weekday")
    sure = match["lead"] or match["year"] or len(match["month"]) >= _SHORT
    if month not in _MONTHS or not sure or (weekday and meaning(weekday) not in _WEEKDAYS):
        return None
    named = f"{meaning(weekday)} " if weekday else ""
    return f"{named}{match['day']} {month}" + (f" {match['year']}" if match["year"] else "")


def _counted(counts: str) -> English:
    """'vor zwei Tagen', 'hace una semana'; months and years ago are no day."""
    words = {word: number for number, each in enumerate(counts.split(), 1) for word in each.split("|")}

    def read(match: re.Match[str], meaning: Meaning, _text: str) -> str | None:
        unit = re.sub(r"^(?:in )?\d+ | ago$", "", meaning(match["unit"]))
        count = words.get(match["count"]) or int(match["count"])
        return f"{count} {unit}s ago" if unit in ("day", "week", "month", "year") else None

    return read


def _of_month(match: re.Match[str], _meaning: Meaning, _text: str) -> str | None:
    """'am 5.', 'le 5': of this month or one beside it, as 'on the 5th'."""
    return f"on the {match['day'] or match['dotted']}th"


def _which(match: re.Match[str], meaning: Meaning, _text: str) -> str | None:
    """'letzten Dienstag', 'mardi dernier'; with a week, a month or a year it is a stretch of time."""
    word = re.sub(r"^(?:in )?\d+ | ago$", "", meaning(match["word"]))
    which = "last" if match["last"] else "coming" if match["coming"] else "this"
    if word in _WEEKDAYS:
        # Next Friday is asked in these languages as in English: the coming one, or the one of next week.
        return f"{'next' if which == 'coming' else which} {word}"
    return "sometime" if word in ("week", "month", "year") or word in _MONTHS else None


def _stretch(match: re.Match[str], meaning: Meaning, _text: str) -> str | None:
    return "sometime" if meaning(match["word"]) in _MONTHS and len(match["word"]) >= _SHORT else None


def _adverb(match: re.Match[str], meaning: Meaning, text: str) -> str | None:
    """'gestern', 'avant-hier': only what is a number of days away, and no name (Ann Morgen, Chris Hoy)."""
    if match.start() > 0 and not text[match.start()].islower():
        return None
    found = re.fullmatch(r"(?P<in>in )?(?P<count>\d) day(?P<ago> ago)?", meaning(match["word"]))
    if found is None or bool(found["in"]) == bool(found["ago"]):
        return None
    if found["count"] == "0":
        return "today"
    return f"in {found['count']} days" if found["in"] else f"{found['count']} days ago"


def _weekday(*, bare: bool) -> English:
    def read(match: re.Match[str], meaning: Meaning, text: str) -> str | None:
        word = match["weekday"]
        small = text[match.start("weekday")].islower()
        alone = not bare and re.match(r"\s*(?:$|[,.;!?])", text[match.end() :]) is not None
        fits = (word not in _ORDINALS or alone) and len(word) >= _SHORT and (small or not bare)
        return f"on {meaning(word)}" if fits and meaning(word) in _WEEKDAYS else None

    return read
