"""What the guards say before an outgoing touch: advice, never blame."""

from __future__ import annotations

from datetime import date

from gardener.domain.evidence import MESSAGES, Evidence
from gardener.domain.guards import AskVerdict, Reason, Verdict
from gardener.domain.interaction import AskKind
from gardener.domain.pace import Level
from gardener.words.chances import likelihood, percent
from gardener.words.dates import counted, number, short_day
from gardener.words.names import in_sentence

ASKS = {
    AskKind.QUESTION: "a question",
    AskKind.ADVICE: "advice",
    AskKind.INTRODUCTION: "an introduction",
    AskKind.REFERRAL: "a referral",
    AskKind.VOUCHING: "vouching for you",
}


def headline(name: str, verdict: Verdict, today: date) -> str:
    """The guard's word in one sentence."""
    name, codes = in_sentence(name), verdict.warnings
    if "left-alone" in codes:
        return f"{name} asked not to be contacted."
    if "pace" in codes and verdict.dry_on is not None:
        dry = short_day(verdict.dry_on, today=today)
        if verdict.level is Level.DROWNING:
            return f"Let {name} be: the soil is full. Their answer may still come; it is dry on {dry}."
        return f"{name}’s soil is still wet. Their answer may still come; it is dry on {dry}."
    if verdict.ask is not None:
        return ask_sentence(name, verdict.ask)
    if any(reason.code == "let-be" for reason in verdict.reasons):
        return f"Writing once more does no harm now, but letting {name} be is kinder."
    if any(reason.code == "reply-owed" for reason in verdict.reasons):
        return f"{name} waits for your answer."
    if any(reason.code == "crowded" for reason in verdict.reasons):
        return f"You were in touch with {name} just now; give it a few days to sink in."
    if verdict.dry_on is not None and verdict.dry_on > today:
        dry = short_day(verdict.dry_on, today=today)
        return f"One follow-up to {name} is fine; from {dry} on it is likelier to be needed."
    return f"The soil is dry: {name} can be watered."


def ask_sentence(name: str, ask: AskVerdict) -> str:
    """Whether the tie bears the ask, and the heaviest that would hold."""
    name = in_sentence(name)
    if ask.holds:
        return f"The tie with {name} would bear {ASKS[ask.kind]}."
    if ask.heaviest is not None:
        return f"The tie with {name} is too young for {ASKS[ask.kind]}; {ASKS[ask.heaviest]} would hold now."
    return f"The tie with {name} would bear no ask now; learn about them first."


def details(verdict: Verdict, today: date) -> tuple[str, ...]:
    """The reasons, what an ask wants, the level of the soil, the chance of a reply and what stands behind it."""
    return (*reasons(verdict, today), level(verdict, today), chance(verdict), measured(verdict.evidence))


def reasons(verdict: Verdict, today: date) -> tuple[str, ...]:
    """The reasons, and what an ask wants, a sentence each."""
    lines = [_detail(reason, verdict, today) for reason in verdict.reasons]
    if verdict.ask is not None:
        lines += [_missing(reason, verdict.ask) for reason in verdict.ask.missing]
        lines += [smallest(verdict.ask)] if not verdict.ask.holds else []
    return tuple(line for line in lines if line)


def level(verdict: Verdict, today: date) -> str:
    """How wet the soil is, and the day when it is dry."""
    held = verdict.evidence
    if not held.unanswered:
        return f"Soil dry: nothing of yours is unanswered; it holds {held.capacity}."
    name = {Level.CLEAR: "clear", Level.SOGGY: "soggy", Level.DROWNING: "full"}[verdict.level]
    told = f"Soil {name}: {held.unanswered} unanswered, it holds {held.capacity}"
    if verdict.dry_on is None:
        return f"{told}."
    dry = short_day(verdict.dry_on, today=today)
    return f"{told}; {'dry since' if verdict.dry_on <= today else 'dry on'} {dry}."


def chance(verdict: Verdict) -> str:
    """'Chance of a reply now: 38 %, about even.'"""
    return f"Chance of a reply now: {percent(verdict.reply_chance)}, {likelihood(verdict.reply_chance)}."


def measured(held: Evidence) -> str:
    """The figures behind the chance: 'Measured on 170 000 messages to people with 1 to 2 replies: …'."""
    most = held.replies_to
    whom = "no reply" if most == 0 else f"{held.replies_from} or more replies"
    if most:
        whom = f"{held.replies_from} to {most} replies"
    told = f"Measured on {number(MESSAGES)} messages to people with {whom} so far: {_span(held.dry)} were answered"
    if not held.unanswered:
        return f"{told}."
    told = f"{told} when nothing was open"
    if held.column:
        return f"{told}, {_span(held.wet)} after {_counts(held)} unanswered."
    return f"{told}; one unanswered word takes {round(100 * (1 - held.odds))} % off the odds."


def _counts(held: Evidence) -> str:
    return {2: "two", 4: "four"}.get(held.column, "five or more")


def _span(chances: tuple[float, float]) -> str:
    low, high = (f"{round(100 * one)}" for one in chances)
    return f"{low} %" if low == high else f"{low} to {high} %"


def smallest(ask: AskVerdict) -> str:
    """The smallest ask that would hold, or what even that wants."""
    if any(reason.code == "left-alone" for reason in ask.missing):
        return ""
    if ask.smallest is None:
        return (
            f"Even the smallest ask, {ASKS[AskKind.QUESTION]}, wants a tie that lives and nothing unanswered."
        )
    if ask.smallest is ask.heaviest:
        return f"{ASKS[ask.smallest].capitalize()} is the one ask that would hold now."
    heaviest = ASKS[ask.heaviest or ask.smallest]
    return f"The smallest ask that would hold now is {ASKS[ask.smallest]}, the heaviest {heaviest}."


def _detail(reason: Reason, verdict: Verdict, today: date) -> str:
    facts = reason.facts
    match reason.code:
        case "left-alone":
            return "They are marked as left alone; take the mark off if that has changed."
        case "pace":
            if verdict.dry_on is None:
                return ""
            dry = short_day(verdict.dry_on, today=today)
            quick = (
                " They usually answer within a day, so the wait is short." if verdict.evidence.chat else ""
            )
            flood = "" if verdict.level is Level.DROWNING else "One more now would fill the soil. "
            return f"{flood}From {dry} on, writing once more does no harm.{quick}"
        case "burst":
            return f"That would be number {int(facts['today'] or 0) + 1} today."
        case "let-be":
            return "Time has passed: one more try is free, though letting be is kinder."
        case "reply-owed":
            since = short_day(date.fromisoformat(str(facts["since"])), today=today)
            return f"Their word of {since} waits; an answer is never too soon."
        case "crowded":
            now, later = float(facts["adds_today"] or 0.0), float(facts["adds_in_a_week"] or 0.0)
            return f"A talk today would add {now:.2f} to the depth of the tie, in a week {later:.2f}."
        case _:
            return ""


def _missing(reason: Reason, ask: AskVerdict) -> str:
    facts = reason.facts
    match reason.code:
        case "unanswered":
            return "Something of yours is unanswered; wait for their word first."
        case "vitality":
            has = facts["has"]
            if has is None:
                return "They have given no sign yet."
            return f"The tie is thirsty: vitality {percent(float(has))}, an ask wants {percent(float(facts['needs'] or 0))}."
        case "signs":
            return f"Signs on {counted(int(facts['has'] or 0), 'day')} so far; {ASKS[ask.kind]} wants {facts['needs']}."
        case _:
            return ""
