"""What the command line says of a contact, of a round and of a season, where a line must do for a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gardener.domain.checkin import Round, Week
from gardener.domain.contact import Resting
from gardener.domain.growth import C, D, F, Growth, K
from gardener.domain.interaction import Interaction
from gardener.domain.season import SeasonCount
from gardener.domain.why import Arithmetic, Step
from gardener.words import beds
from gardener.words.dates import ago, counted, long_day, short_day

if TYPE_CHECKING:
    from gardener.domain.finding import Found

LEFT_ALONE = "left alone"
EMAILS, PHONES, LINKS, ADDRESSES = "e-mail", "phone", "link", "address"
NICKNAMES, TAGS, BIRTHDAY, MET = "also called", "tags", "birthday", "met"
FORMER = "worked before at"
INTRODUCED_BY, PLANTED, ID = "introduced by", "planted", "id"
COMMON, NOTES, HISTORY, WHY = "Common ground", "Notes", "History", "Why"
THEIRS, MINE = "of them", "of me"
VITALITY, ROOTS, MOISTURE, FORECAST = "vitality", "roots", "moisture", "forecast"
THIRSTY, LET_BE, OPEN, PLANS = "Thirsty", "Let be", "Open loops", "Planned"
FOUND_IN = {"contact": "", "note": "notes"}
NOTHING_TODAY = "All is well in the garden. Enjoy the day."
NOBODY = "Nobody is planted yet. “gardener add NAME” or “gardener import FILE” begins."


def nobody_matches(query: str) -> str:
    """What is said when no contact fits."""
    return f"Nobody matches “{query}”."


def nothing_matches(query: str) -> str:
    """What is said when nothing holds the words."""
    return f"Nothing matches “{query}”."


def found(one: Found, names: Sequence[str], today: date) -> tuple[str, ...]:
    """A row of what was found: whose it is, where or when, and the line."""
    where = short_day(one.day, today=today) if one.day is not None else FOUND_IN[one.place]
    return ", ".join(names), where, one.text


def resting(mark: Resting, day: date) -> str:
    """'resting until Tue 1 Sep'."""
    return f"resting until {short_day(mark.until, today=day)}" if mark.until else "resting"


def growth_title(growth: Growth, day: date) -> str:
    """'Healthy on Sunday 22 November 2026'."""
    condition = beds.CONDITIONS[growth.condition]
    return f"{condition[:1].upper()}{condition[1:]} on {long_day(day)}"


def when(interaction: Interaction) -> str:
    """'2026-11-22' or '2026-11-22 09:30'."""
    day = interaction.day.isoformat()
    return f"{day} {interaction.time.isoformat(timespec='minutes')}" if interaction.time else day


def among(others: list[str]) -> str:
    """'with Tom Park, Ana Silva', or nothing."""
    return f"with {', '.join(others)}" if others else ""


def added(step: Step) -> str:
    """What an interaction added to the growth, as short as a column."""
    if not step.interaction.is_sign:
        return f"{step.after.run} unanswered" if step.run else "same day"
    answer = ", an answer" if step.answers else ""
    return f"depth +{step.depth:.2f}{answer}"


def earlier(count: int) -> str:
    """What is said of the history that is not shown."""
    return f"and {counted(count, 'earlier one')} (--full shows all)"


def arithmetic(told: Arithmetic, *, full: bool) -> list[str]:
    """How today's numbers come of the history, a line each."""
    soil = _soil(told)
    if told.kappa is None or told.silence is None or told.vitality is None or told.roots is None:
        return ["Vitality and roots come with their first sign.", soil]
    lines = [
        f"depth N {told.depth:.2f}, answers Q {told.answers}: "
        f"κ = {K} · N^{C} · exp({F} · Q/(Q+1)) = {told.kappa:.4f}",
        f"silence s {counted(told.silence, 'day')}, horizon h {told.horizon:g}: "
        f"vitality = 1 − ((s+{D})/(s+h+{D}))^κ = {told.before_soil:.4f}",
        f"roots: the silence at which it falls to 15 % = {told.roots:.1f} days",
    ]
    if (told.b0, told.b1) != (0.0, 1.0):
        lines.insert(
            2, f"through the soil: sigmoid({told.b0:.3f} + {told.b1:.3f} · logit) = {told.vitality:.4f}"
        )
    if full and told.thirsty_after is not None and told.wilting_after is not None:
        lines.append(
            f"thirsty (40 %) after {told.thirsty_after:.1f} days, wilting (25 %) after {told.wilting_after:.1f}"
        )
    return [*lines, soil]


def _soil(told: Arithmetic) -> str:
    holds = f"moisture {told.run} of {told.capacity}"
    if told.wait is None or told.last_touch is None:
        return f"{holds}: nothing of yours is unanswered"
    dry = f" = {told.dry_on}" if told.dry_on else ""
    return f"{holds}; dry on {told.last_touch} + {counted(told.wait, 'day')}{dry}"


def since(opened: date, due: date, text: str, day: date) -> str:
    """'since 3 days ago', with the text of a plan."""
    told = f"since {short_day(opened, today=day)}" if due <= opened else f"due {ago(due, day)}"
    return f"{text} · {told}" if text else told


def wet(growth: Growth, day: date) -> str:
    """'2 unanswered, dry on Thu 3 Dec (in 11 days)'."""
    told = f"{growth.moisture} unanswered"
    if growth.dry_on is None:
        return told
    return f"{told}, dry on {short_day(growth.dry_on, today=day)} ({ago(growth.dry_on, day)})"


def round_title(round_: Round) -> str:
    """The day, and what became of its round."""
    title = long_day(round_.day)
    if round_.done:
        return f"{title} · done for today"
    return f"{title} · last check-in {ago(round_.since, round_.day)}" if round_.since else title


def week(week: Week) -> str:
    """'This week: 3 talks so far.'"""
    return f"This week: {counted(week.talks, 'talk') if week.talks else 'no talk'} so far."


def season(count: SeasonCount, today: date) -> str:
    """Conversions, with their range."""
    if not count.conversations and not count.interviews:
        return "Ten to twenty talks lead to one interview; the first is still to come."
    rate = count.conversations_per_interview
    began = f" since {short_day(count.since, today=today)}" if count.since else ""
    if count.conversations < 10 and not count.interviews:
        talks = counted(count.conversations, "conversation")
        return f"The season{began}: {talks}. Ten to twenty lead to one interview; it is early days."
    talks, interviews = counted(count.conversations, "conversation"), counted(count.interviews, "interview")
    return (
        f"The season{began}: {talks}, {interviews}; one interview takes about {rate.estimate:.0f} conversations "
        f"({rate.low:.0f} to {rate.high:.0f})."
    )
