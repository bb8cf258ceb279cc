"""What the numbers of a plant are made of, what could change them, and what each interaction added: in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp

from gardener.domain.growth import Growth, sigmoid
from gardener.domain.sums import Part, Sum
from gardener.domain.why import Outlook, Step
from gardener.words.chances import percent
from gardener.words.dates import counted, days, number, short_day

TITLE = "Why {name} stands so"
NAMES = {
    "vitality": "Vitality",
    "roots_days": "Roots",
    "moisture": "Moisture",
    "capacity": "What the soil holds",
    "dry_on": "Dry on",
    "thirsty_on": "Thirsty on",
    "withers_on": "Withers on",
    "reply_chance": "Chance of a reply",
    "forecast": "A sign within 30 days",
}
CHART = "Vitality from their first sign until it withers, if nothing happens"
CHANGES, ADDED, FORMULA = "What would change it", "What each interaction added", "The formula"
TODAY = "today"
NO_SIGN = "They have given no sign yet. Vitality and roots come with the first one."


def title(name: str) -> str:
    """'Why Jane Miller stands so'."""
    return TITLE.format(name=name)


def chart(points: Sequence[tuple[date, float | None]], today: date) -> str:
    """What the course says to somebody who does not see it."""
    known = [(day, chance) for day, chance in points if chance is not None]
    if not known:
        return NO_SIGN
    highest = max(known, key=lambda one: one[1])
    now = next((chance for day, chance in known if day == today), known[-1][1])
    day, last = known[-1]
    return (
        f"Highest on {short_day(highest[0], today=today)}: {percent(highest[1])}. Today {percent(now)}. "
        f"If nothing happens, {percent(last)} on {short_day(day, today=today)}."
    )


def value(told: Sum, today: date, *, relative: bool = False) -> str:
    """The number itself: '43 %' ('43 of 100' where it only compares), '112 days', '2', 'Thu 3 Dec'."""
    if isinstance(told.value, date):
        return short_day(told.value, today=today)
    if told.value is None:
        return "none yet"
    match told.unit:
        case "share":
            return f"{round(100 * told.value)} of 100" if relative else percent(told.value)
        case "log-odds":
            return percent(sigmoid(told.value))
        case "days":
            return f"{told.value:.1f} days" if told.value < 365 else days(told.value)
        case _:
            return number(round(told.value))


def start(told: Sum, today: date) -> str:
    """What a day begins at: 'Tue 3 Mar, their last sign'."""
    if told.start is None:
        return ""
    whose = {"dry_on": "your last word", "thirsty_on": "their last sign", "withers_on": "their last sign"}
    seed = any(part.code == "seed-days" for part in told.parts)
    cause = "planted or last touched" if seed else whose.get(told.name, "")
    return f"{short_day(told.start, today=today)}, {cause}"


def part(one: Part, told: Sum) -> str:
    """The cause of a part."""
    fact = one.fact or 0.0
    match one.code:
        case "one-sign":
            return "One sign of theirs" if told.name == "roots_days" else "One sign of theirs, on its day"
        case "depth" if not fact:
            return "No sign of theirs yet"
        case "depth":
            return f"Depth {fact:.2f}: more signs, spaced apart"
        case "answers":
            return f"{counted(round(fact), 'answer')} to a word of yours"
        case "silence":
            return f"{counted(round(fact), 'day')} of silence"
        case "seed-silence":
            return f"{counted(round(fact), 'day')} since you first wrote or talked"
        case "my-touch":
            return f"Hope: your last word was {counted(round(fact), 'day')} ago"
        case "lately":
            return f"How lively your garden is: {counted(round(fact), 'tie')} gave a sign within 15 days"
        case "weather":
            return "Whether it grows livelier or quieter, this week against four"
        case "patience":
            return f"Your patience: {fact:g} days looked ahead"
        case "soil":
            return "How this garden answers"
        case "touches":
            return f"{counted(round(fact), 'word')} of yours since their last sign"
        case "same-day":
            return "Several of one day, counted once"
        case "any-tie":
            return "Any tie"
        case "replies":
            return f"{counted(round(fact), 'day')} with a sign of theirs"
        case "mail-wait":
            return f"Days to wait after {number(round(fact))} unanswered"
        case "chat-wait":
            return f"Days to wait after {number(round(fact))} unanswered; they answer within a day"
        case "above-limit":
            return f"Days above {percent(fact)}"
        case "day-after":
            return "The first day after"
        case "still-wet":
            return "Days until the soil is dry"
        case "seed-days":
            return "Days that a seed keeps"
        case "roots":
            return "Days of roots"
        case "anyone":
            return "Anyone, with nothing unanswered"
        case "unanswered":
            return f"{number(round(fact))} unanswered"
        case _:
            return one.code


def adds(one: Part, told: Sum) -> str:
    """What a part adds: '+12.3 %', '−31.0 days', 'odds × 0.54'."""
    sign = "−" if one.adds < 0 else "+"
    size = abs(one.adds)
    match told.unit:
        case "share":
            return f"{sign}{100 * size:.1f} %"
        case "log-odds" if one.code in ("anyone", "one-sign"):
            return percent(sigmoid(one.adds))
        case "log-odds":
            return f"odds × {exp(one.adds):.2f}"
        case "days":
            return f"{sign}{size:.1f} days"
        case "day":
            return f"{sign}{counted(round(size), 'day')}"
        case _:
            return f"{sign}{number(round(size))}"


def when(outlook: Outlook, today: date) -> str:
    """'Tomorrow, a reply' or 'Next week, a meeting'."""
    what = {"nothing": "nothing", "touch": "a word of yours", "reply": "a reply", "meeting": "a meeting"}
    ahead = (outlook.day - today).days
    return f"{'Tomorrow' if ahead == 1 else 'In a week'}, {what[outlook.code]}"


def effect(outlook: Outlook, today: date) -> str:
    """What it would do: 'moisture 0, depth +1.00, roots +31 days'."""
    before, after = outlook.before, outlook.after
    parts = []
    if outlook.code in ("reply", "meeting"):
        parts.append(f"moisture {after.moisture}")
        parts.append(f"depth +{outlook.depth:.2f}")
        parts.append(f"roots +{_longer(before, after)}")
        parts.append(f"vitality {_chance(before)} → {_chance(after)}")
    elif outlook.code == "touch":
        parts.append(f"moisture {before.moisture} → {after.moisture} of {after.capacity}")
        if after.dry_on is not None:
            parts.append(f"dry on {short_day(after.dry_on, today=today)}")
        parts.append("vitality and roots as they are")
    elif after.vitality is not None:
        parts.append(f"vitality {_chance(after)}")
        if after.withers_on is not None and after.withers_on > outlook.day:
            parts.append(f"it withers on {short_day(after.withers_on, today=today)}")
    else:
        parts.append("a seed keeps")
    return ", ".join(parts)


def _longer(before: Growth, after: Growth) -> str:
    return counted(round(after.roots_days - before.roots_days), "day")


def _chance(grown: Growth) -> str:
    return percent(grown.vitality) if grown.vitality is not None else "none"


def added(step: Step) -> str:
    """What an interaction added, as short as a column: 'depth +1.00, roots +31 days, vitality +12 %'."""
    if not step.interaction.is_sign:
        return f"{counted(step.after.run, 'word')} unanswered" if step.run else "counted with the day"
    told = [f"depth +{step.depth:.2f}", *(["an answer"] if step.answers else [])]
    if step.roots_days >= 0.05:
        told.append(f"roots +{step.roots_days:.1f} days")
    if step.vitality >= 0.0005:
        told.append(f"vitality +{100 * step.vitality:.1f} %")
    return ", ".join(told)


def earlier(count: int, depth: float, roots: float, vitality: float) -> str:
    """What the interactions that are not told one by one added together."""
    return (
        f"{counted(count, 'earlier one')} together: depth +{depth:.2f}, roots +{roots:.1f} days, "
        f"vitality +{100 * vitality:.1f} %"
    )
