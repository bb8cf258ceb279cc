"""What the command line and the window say of a season: its figures, plainly and with what they leave open."""

from __future__ import annotations

from datetime import date

from gardener.domain.records import Season
from gardener.domain.season import Range, SeasonCount
from gardener.domain.season.forecast import Forecast
from gardener.words.dates import counted, number, short_day
from gardener.words.names import in_sentence

COMPARED = "Every season"
WHOLE = "All that was so far"
ARTICLE = "Ten to twenty talks lead to one interview, as a rule."
NO_PACE = "No talk lately, so there is no pace to go by."


def title(season: Season | None, paused: bool, today: date) -> str:
    """'Spring, since Mon 5 Jan', 'Search since Mon 5 Jan, paused', or that it is the whole history."""
    if season is None:
        return WHOLE
    since = short_day(season.start, today=today)
    name = f"{in_sentence(season.name)}, since {since}" if season.name else f"Search since {since}"
    if season.end is not None:
        return f"{name}, ended on {short_day(season.end, today=today)}"
    return f"{name}, paused" if paused else name


def came(count: SeasonCount) -> str:
    """'14 conversations → 1 interview → 0 second interviews → 0 offers'."""
    return " → ".join(
        (
            counted(count.conversations, "conversation"),
            counted(count.interviews, "interview"),
            counted(count.second_interviews, "second interview"),
            counted(count.offers, "offer"),
        )
    )


def judged(count: SeasonCount) -> str:
    """What the numbers mean: for small ones that they are normal, for large ones their range beside 10–20 : 1."""
    talks, interviews = count.conversations, count.interviews
    if not talks and not interviews:
        return f"{ARTICLE} The first talk is still to come."
    said = f"{counted(talks, 'talk')}, {counted(interviews, 'interview')}"
    per = count.conversations_per_interview
    if talks < 20 and interviews <= 1:
        return f"{said}: normal. {ARTICLE}"
    if per.high < 10:
        return f"{said}: one interview takes {_from_to(per)} talks here, fewer than the usual ten to twenty."
    if per.low > 20:
        return f"{said}: one interview takes {_from_to(per)} talks here, more than the usual ten to twenty."
    return f"{said}: one interview takes {_from_to(per)} talks here; ten to twenty are usual."


def cold(count: SeasonCount) -> str:
    """Applications sent cold, apart from all else; empty when there are none."""
    sent, came_ = count.cold_applications, count.cold
    if not sent and not came_:
        return ""
    said = f"Sent cold: {counted(sent, 'application')}, {counted(came_, 'interview')}"
    return f"{said}; one interview takes {_from_to(count.applications_per_interview)} of them."


def _from_to(per: Range) -> str:
    """'9 to 26'; whole numbers, for these are not known more closely."""
    return f"{number(round(per.low))} to {number(round(per.high))}"


def ahead(forecast: Forecast) -> str:
    """When the next interview may come, at the present pace."""
    if forecast.weeks is None:
        return NO_PACE
    low, middle, high = (max(1, round(weeks)) for weeks in forecast.weeks)
    pace = f"{forecast.per_week:.1f}".rstrip("0").rstrip(".")
    return (
        f"At the present pace ({pace} {'talk' if pace == '1' else 'talks'} a week) the next interview may come in "
        f"{low} to {high} weeks; half of all such searches wait longer than {middle}."
    )


def signs(expected: float) -> str:
    """'About 7 people here are to be expected to give a sign within 30 days.'"""
    if expected < 0.5:
        return "No sign is to be expected from anybody here within 30 days."
    return f"About {counted(round(expected), 'person', 'people')} here may be expected to give a sign within 30 days."


def introductions(count: SeasonCount) -> str:
    """'Introductions: 4 offered, 1 asked for.'"""
    return f"Introductions: {count.offered} offered, {count.requested} asked for."


def page(count: SeasonCount, forecast: Forecast, today: date) -> list[str]:
    """The season on the command line."""
    lines = [title(count.season, count.paused, today), "", came(count), judged(count), ahead(forecast)]
    lines += [line for line in (cold(count),) if line]
    return [*lines, introductions(count)]


def row(count: SeasonCount, today: date) -> tuple[str, str, str]:
    """One season beside others."""
    per = count.conversations_per_interview
    return title(count.season, count.paused, today), came(count), f"{_from_to(per)} talks for one interview"
