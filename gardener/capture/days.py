"""Days in words and figures: where they stand in a sentence, and which day is meant; never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from gardener.capture.day_mark import DayMark

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ANY_MONTH = _MONTH.replace("(?P<month>", "(?:")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = (
    r"(?P<weekday>mondays?|tues(?:days?)?|wednesdays?|thur(?:s(?:days?)?)?|fridays?|saturdays?|sundays?"
    r"|mon|tue|wed|thu|fri|sat|sun)\b\.?"
)
_PART = r"(?:\s+(?:early\s+|late\s+)?(?:at\s+)?(?:morning|afternoon|evening|night|lunch\s?time))?"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen)"
_NUMBERS = {
    **{word: at for at, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())},
    "a": 1, "an": 1, "fourteen": 14,
}  # fmt: skip
_LEAD = r"(?:\b(?:on|by|before|until|till|for|from|of)\s+)?(?:the\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b|\s*['’](?P<short>\d\d)\b)?"
_SHORT_WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

Found = Callable[[re.Match[str], date], "DayMark | None"]


def find_days(text: str, today: date, day_first: bool | None = None) -> list[DayMark]:
    """Every day that `text` names, from left to right; where two readings overlap, the longer rule has it.

    `day_first` tells whether 12/3/2026 begins with the day, null that nobody knows.
    """
    low = lowered(text)
    marks: list[DayMark] = []
    for pattern, found in _RULES:
        for match in pattern.finditer(low):
            if any(match.start() < mark.end and mark.start < match.end() for mark in marks):
                continue
            if _is_abbreviated_word(match, text):
                continue
            mark = found(match, today)
            if mark is not None and found is _dotted and day_first is False and match["year"]:
                mark = _either_order(match, today, mark)
            if mark is not None and found is _slashed and day_first is not None:
                mark = _in_order(match, today, mark, day_first)
            if mark is not None:
                marks.append(mark)
    return sorted(marks, key=lambda mark: mark.start)


def lowered(text: str) -> str:
    """`text` in small letters, every character in its place."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_abbreviated_word(match: re.Match[str], text: str) -> bool:
    """Whether 'sat', 'sun' or 'wed' stands there as a word of its own: not after a preposition, not with a capital."""
    word = match.groupdict().get("weekday") or ""
    if word.rstrip(".") not in _SHORT_WEEKDAYS or match["weekday"] != match[0].strip():
        return False
    return not text[match.start("weekday")].isupper() or match.start() == 0


# What the rules make of a match


def _fixed(days: int) -> Found:
    return lambda match, today: DayMark(
        start=match.start(), end=match.end(), fixed=today + timedelta(days), adverb=True, ahead=days > 0
    )


def _later_today(match: re.Match[str], today: date) -> DayMark:
    return DayMark(start=match.start(), end=match.end(), fixed=today, adverb=True, ahead=True)


def _vague(match: re.Match[str], _today: date) -> DayMark:
    return DayMark(start=match.start(), end=match.end())


def _ago(match: re.Match[str], today: date) -> DayMark:
    unit = match["unit"]
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    if unit.startswith(("min", "hour", "hr", "sec")):
        days = 0
    elif unit.startswith("day"):
        days = count
    elif unit.startswith("week"):
        days = 7 * count
    else:  # months and years are no day
        return _vague(match, today)
    return DayMark(start=match.start(), end=match.end(), fixed=today - timedelta(days), adverb=True)


def _ahead(match: re.Match[str], today: date) -> DayMark | None:
    unit = match["unit"]
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    if unit.startswith(("min", "hour", "hr")):
        day = today
    elif unit.startswith("month"):
        day = _months_on(today, count)
    else:
        day = today + timedelta(count * (7 if unit.startswith("week") else 1))
    return DayMark(start=match.start(), end=match.end(), fixed=day, adverb=True, ahead=True)


def _months_on(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        made = _date(day.year + years, month + 1, last)
        if made is not None:
            return made
    return day


def _week_day(match: re.Match[str], today: date) -> DayMark:
    """'on Friday', 'last Friday', 'this Friday', 'next Friday', 'Friday last week'."""
    at = next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(match["weekday"].strip(".")[:3]))
    which, week = match["which"] or "", match["week"] or ""
    place = _vague(match, today)
    monday = today - timedelta(today.weekday())
    last = today - timedelta((today.weekday() - at - 1) % 7 + 1)
    coming = today + timedelta((at - today.weekday() - 1) % 7 + 1)
    if match["weekday"].strip(".").endswith("days"):
        return place
    if week:
        shift = -7 if week.startswith(("last", "of last")) else 7 if "next" in week else 0
        day = monday + timedelta(shift + at)
        if "before last" in week:
            day = last - timedelta(7)
        return replace(place, fixed=day, ahead=day > today)
    if which in ("last", "past", "previous"):
        return replace(place, fixed=last)
    if which == "this":
        day = monday + timedelta(at)
        return replace(place, fixed=day, ahead=day > today)
    if which in ("coming", "this coming"):
        return replace(place, fixed=coming, ahead=True)
    if which in ("next", "following"):
        following = monday + timedelta(7 + at)
        if following == coming:
            return replace(place, fixed=following, ahead=True)
        return replace(place, unsure=(coming, following), ahead=True)
    if at == today.weekday():
        return replace(place, before=today, after=today, by_weekday=True)
    return replace(place, before=last, after=coming, by_weekday=True)


def _day_month(match: re.Match[str], today: date) -> DayMark | None:
    """'12 March', 'March 12th, 2026', 'Friday 20 November'; a weekday that does not fit is asked, so is '31 February'."""
    groups = match.groupdict()
    month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].rstrip(".")[:3]))
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("short"):
        year = 2000 + int(groups["short"])
    number = int(match["day"])
    mark = _numbered(match, number, month, year, today)
    weekday = groups.get("weekday")
    if mark is None:
        # a number that no month has may be anything, unless it stands 'on' it
        return _vague(match, today) if 1 <= number <= 31 or match[0].startswith("on ") else None
    if not weekday:
        return mark
    at = next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(weekday[:3]))
    days = [day for day in (mark.fixed, mark.before, mark.after) if day is not None]
    right = [day for day in days if day.weekday() == at]
    if len(right) == 1:
        return DayMark(start=mark.start, end=mark.end, fixed=right[0], ahead=right[0] > today)
    return mark if right else DayMark(start=mark.start, end=mark.end, unsure=tuple(dict.fromkeys(days)))


def _numbered(match: re.Match[str], day: int, month: int, year: int | None, today: date) -> DayMark | None:
    """A day of a month; without a year the nearest before and after."""
    place = _vague(match, today)
    if year is not None:
        fixed = _date(year, month, day)
        return None if fixed is None else replace(place, fixed=fixed, ahead=fixed > today)
    years = range(today.year - 4, today.year + 5)
    days = [made for y in years if (made := _date(y, month, day)) is not None]
    if not days:
        return None
    before, after = [d for d in days if d <= today], [d for d in days if d >= today]
    if before[-1] == today:
        return replace(place, fixed=today)
    return replace(place, before=before[-1], after=after[0])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_month(match: re.Match[str], today: date) -> DayMark | None:
    """'on the 12th': of this month or the ones beside it."""
    day = int(match["day"])
    around = [divmod(today.year * 12 + today.month - 1 + shift, 12) for shift in (-2, -1, 0, 1, 2)]
    days = [made for year, month in around if (made := _date(year, month + 1, day)) is not None]
    before, after = [d for d in days if d <= today], [d for d in days if d >= today]
    if not before or not after:
        return None
    place = _vague(match, today)
    return replace(place, fixed=today) if today in days else replace(place, before=before[-1], after=after[0])


def _figures(match: re.Match[str], today: date) -> DayMark | None:
    """'2026-03-12' and '2026/3/12'."""
    fixed = _date(int(match["year"]), int(match["m"]), int(match["day"]))
    place = _vague(match, today)
    return replace(place, fixed=fixed, ahead=fixed > today) if fixed else place


def _dotted(match: re.Match[str], today: date) -> DayMark | None:
    """'12.3.' and '12.3.2026': the day stands first wherever dots are written."""
    mark = _numbered(match, int(match["day"]), int(match["m"]), _year(match["year"]), today)
    return mark or DayMark(start=match.start(), end=match.end())


def _slashed(match: re.Match[str], today: date) -> DayMark | None:
    """'25/3' can be one day only; '12/3' is the twelfth of March here and the third of December there: asked."""
    a, b, year = int(match["a"]), int(match["b"]), _year(match["year"])
    readings = {(a, b), (b, a)}
    marks = [mark for d, m in sorted(readings) if (mark := _numbered(match, d, m, year, today)) is not None]
    if len(marks) == 1:
        return marks[0]
    days = [day for mark in marks if (day := mark.fixed or mark.before) is not None]
    return DayMark(start=match.start(), end=match.end(), unsure=tuple(sorted(days)))


def _either_order(match: re.Match[str], today: date, mark: DayMark) -> DayMark:
    """Dots put the day first, but for who writes the month first elsewhere: then both are asked."""
    other = _numbered(match, int(match["m"]), int(match["day"]), _year(match["year"]), today)
    days = {day for each in (mark, other) if each is not None and (day := each.fixed) is not None}
    return replace(mark, fixed=None, ahead=False, unsure=tuple(sorted(days))) if len(days) > 1 else mark


def _in_order(match: re.Match[str], today: date, mark: DayMark, day_first: bool) -> DayMark:
    """The reading of who writes so, for a whole date alone: '12/3' may be a fraction or a score, and stays asked."""
    if len(mark.unsure) < 2 or not match["year"]:
        return mark
    day, month = (match["a"], match["b"]) if day_first else (match["b"], match["a"])
    return _numbered(match, int(day), int(month), _year(match["year"]), today) or mark


def _year(text: str | None) -> int | None:
    return None if not text else int(text) + (2000 if len(text) == 2 else 0)


def _after(days: Callable[[date], int]) -> Found:
    return lambda match, today: DayMark(
        start=match.start(), end=match.end(), after=today + timedelta(days(today)), ahead=True
    )


def _month_end(match: re.Match[str], today: date) -> DayMark:
    first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return DayMark(start=match.start(), end=match.end(), after=first - timedelta(1), ahead=True)


def _next_month(match: re.Match[str], today: date) -> DayMark:
    first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return DayMark(start=match.start(), end=match.end(), after=first, ahead=True)


_BY = r"(?:\b(?:by|before|until)\s+)?"
_SEASONS = r"spring|summer|autumn|fall|winter|christmas|xmas|easter|new\s+year'?s?|thanksgiving"
_RULES: tuple[tuple[re.Pattern[str], Found], ...] = tuple(
    (re.compile(pattern), found)
    for pattern, found in (
        # Figures
        (r"(?<![\d-])(?P<year>(?:19|20)\d\d)([-/.])(?P<m>\d\d?)\2(?P<day>\d\d?)(?![\d-])", _figures),
        (r"(?:\bon\s+)?(?<![\d.])(?P<day>\d\d?)\.\s?(?P<m>\d\d?)\.(?P<year>(?:19|20)?\d\d(?!\d))?(?!\d)", _dotted),
        (r"(?:\bon\s+)?(?<![\d/])(?!24/7\b)(?P<a>\d\d?)/(?P<b>\d\d?)(?:/(?P<year>(?:19|20)?\d\d))?(?![\d/])", _slashed),
        (r"(?:\bon\s+)?(?<![\d-])(?P<a>\d\d?)-(?P<b>\d\d?)-(?P<year>(?:19|20)\d\d)(?![\d-])", _slashed),
        # Days of a month
        (rf"{_LEAD}(?:{_WEEKDAY},?\s+(?:the\s+)?)?\b(?P<day>\d\d?)\.?{_ORDINAL}?(?:\s+of)?\s+{_MONTH}{_YEAR}{_PART}",
         _day_month),
        (rf"{_LEAD}(?:{_WEEKDAY},?\s+)?\b{_MONTH}\s+(?:the\s+)?(?P<day>\d\d?){_ORDINAL}?\b(?!\s*(?::\d|min|hour|h\b|people)){_YEAR}{_PART}",
         _day_month),
        # Words
        (r"\b(?:on\s+)?(?:the\s+)?day\s+before\s+yesterday" + _PART, _fixed(-2)),
        (r"\b(?:on\s+)?(?:the\s+)?day\s+after\s+tomorrow" + _PART, _fixed(2)),
        (rf"\b(?:late\s+|early\s+)?yesterday{_PART}|\blast\s+night", _fixed(-1)),
        (rf"{_BY}\b(?:late\s+|early\s+)?(?:tomorrow|tmrw|tmw)\b{_PART}", _fixed(1)),
        (r"\b(?:earlier|late|early)?\s*(?<!ago )(?<!later )\btoday\b" + _PART, _fixed(0)),
        (r"\b(?:earlier\s+|late\s+|later\s+)?this\s+(?:morning|afternoon|evening|lunch\s?time|noon)\b", _fixed(0)),
        (r"\btonight\b|\blater\s+today\b", _later_today),
        (r"\b(?:a\s+few|some|several|a\s+couple\s+(?:of\s+)?|couple\s+(?:of\s+)?|many)\s*(?:days|weeks|months|years)\s+(?:ago|back)", _vague),
        (rf"\b(?:about|around|roughly|some|over|almost|nearly|more\s+than)\s+{_COUNT}\s+(?:days?|weeks?|months?|years?)\s+(?:ago|back)", _vague),
        (rf"\b{_COUNT}\s+(?P<unit>weeks?)\s+(?:ago|back)\s+(?:on\s+|last\s+|this\s+)?{_WEEKDAY}", _vague),
        (rf"\b{_COUNT}\s+(?P<unit>(?:min(?:ute)?|hour|hr|day|week|month|year)s?)\s+(?:ago|back)\b(?:\s+today\b)?", _ago),
        (rf"\b(?:in|within)\s+{_COUNT}\s+(?P<unit>(?:min(?:ute)?|hour|hr|day|week|month)s?)(?:['’]\s+time)?\b", _ahead),
        (rf"\b{_COUNT}\s+(?P<unit>(?:day|week|month)s?)\s+(?:from\s+(?:now|today)|later|hence)\b", _ahead),
        # Feasts fall on days that are not worked out here, and 'the first' is no figure: both are asked
        (r"\b(?:on\s+)?(?:good\s+friday|black\s+friday|easter\s+(?:sunday|monday)|whit\s+monday|boxing\s+day|christmas\s+(?:day|eve)|new\s+year['’]?s\s+(?:day|eve)|halloween"
         r"|valentine['’]?s\s+day|thanksgiving(?:\s+day)?|independence\s+day|labou?r\s+day|memorial\s+day|(?:my|his|her|their)\s+birthday)\b", _vague),
        (r"\bon\s+the\s+(?:(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth)(?=\s*(?:$|[,.;:!?]|of\b))", _vague),
        (rf"\b(?:two|three|four|a\s+couple\s+of)\s+{_WEEKDAY}\s+ago\b", _vague),
        # Weekdays
        (rf"{_LEAD}(?P<which>last|past|previous|this\s+coming|this|next|coming|following)?\s*\b{_WEEKDAY}(?:{_PART})"
         r"(?:\s*,?\s+(?P<week>(?:of\s+)?(?:last|this|next)\s+week|before\s+last))?" + _PART, _week_day),
        (rf"\b(?P<week>last\s+week|this\s+week|next\s+week)(?:\s+on)?,?\s+(?P<which>)?{_WEEKDAY}", _week_day),
        (rf"\b(?:on|by|until|before)\s+the\s+(?P<day>\d\d?){_ORDINAL}\b(?!\s+(?:floor|street|avenue|time|of|anniversary|birthday|round|day))", _of_month),
        # Stretches of time
        (r"\b(?:by\s+)?(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?week\b", _after(lambda t: (4 - t.weekday()) % 7)),
        (r"\b(?:by\s+)?(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month\b", _month_end),
        (r"\b(?:early|later|sometime)?\s*\bnext\s+week\b(?:\s+sometime)?", _after(lambda t: 7 - t.weekday())),
        (r"\b(?:early\s+)?next\s+month\b", _next_month),
        (r"\bnext\s+weekend\b", _after(lambda t: 12 - t.weekday())),
        (r"\b(?:at\s+|over\s+)?(?:this|the\s+coming)\s+weekend\b", _after(lambda t: (5 - t.weekday()) % 7)),
        (r"\b(?:earlier\s+|later\s+|late\s+|early\s+)?(?:over\s+|during\s+|in\s+)?(?:the\s+)?(?:last|past|this|next)\s+(?:few\s+)?(?:weeks?|days|months?|years?|weekend|quarter"
         rf"|{_SEASONS}|{_ANY_MONTH})", _vague),
        (r"\b(?:over|at|on|during|for)\s+(?:the\s+)?weekend\b", _vague),
        (r"\b(?:recently|lately|(?:the\s+)?other\s+(?:day|week|night|evening|morning)|a\s+while\s+(?:ago|back)|some\s?time\s+(?:ago|last|back)|ages\s+ago|long\s+ago|"
         r"(?:days|weeks|months|years)\s+(?:ago|back)|soon|one\s+of\s+these\s+days)\b", _vague),
        (rf"\b(?:back\s+)?(?:in|during|since|early|late|mid|around)[\s-]+(?:early\s+|late\s+|mid[\s-]?)?(?:{_ANY_MONTH}|the\s+(?:{_SEASONS}))(?:\s+(?:19|20)\d\d)?\b", _vague),
        (rf"\b(?:end|beginning|middle|start)\s+of\s+(?:{_ANY_MONTH}|last\s+\w+)", _vague),
        (rf"\b(?:over|around|at|before|after|during)\s+(?:the\s+)?(?:holidays|{_SEASONS})\b", _vague),
        (r"\b(?:back\s+)?(?:in|during|since)\s+(?:19|20)\d\d\b", _vague),
        # What looks like a day and is none that can be read
        (r"(?<!\S)-{1,2}\d{2}-?\d{2}\b|(?<![\d.,/-])(?:19|20)\d{2}-\d\d(?![\d-])|(?<![\w.,/:-])\d{8}(?![\d-])", _vague),
        (r"(?<!\S)(?:19|20)\d\d(?=\s*(?:$|[,;.!]))", _vague),
    )
)  # fmt: skip
