"""What the guards say before an outgoing touch: advice, never blame."""

from __future__ import annotations

from datetime import date

from gardener.domain.guards import AskVerdict, Reason, Verdict
from gardener.domain.interaction import AskKind
from gardener.domain.pace import Level
from gardener.words.dates import counted, short_day
from gardener.words.growth import percent
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
    """The reasons, a sentence each, with the numbers used; the chance of a reply last."""
    lines = [line for reason in verdict.reasons if (line := _detail(reason, verdict, today))]
    if verdict.ask is not None:
        lines += [line for reason in verdict.ask.missing if (line := _missing(reason, verdict.ask))]
    lines.append(f"Chance of a reply now: {percent(verdict.reply_chance)}.")
    return tuple(lines)


def _detail(reason: Reason, verdict: Verdict, today: date) -> str:
    facts = reason.facts
    match reason.code:
        case "left-alone":
            return "They are marked as left alone; take the mark off if that has changed."
        case "pace":
            count = counted(int(facts["unanswered"] or 0), "touch of yours is", "touches of yours are")
            dry = short_day(verdict.dry_on, today=today) if verdict.dry_on else ""
            full = "the soil is full" if verdict.level is Level.DROWNING else "one more would flood the soil"
            return f"{count} unanswered, and {full}. From {dry} on, writing once more does no harm."
        case "burst":
            return f"That would be number {int(facts['today'] or 0) + 1} today."
        case "let-be":
            return f"{counted(int(facts['unanswered'] or 0), 'touch is', 'touches are')} unanswered, and time has passed."
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
            return f"Something of yours is unanswered ({facts['unanswered']}); wait for their word first."
        case "vitality":
            has = facts["has"]
            if has is None:
                return "They have given no sign yet."
            return f"The tie is thirsty: vitality {percent(float(has))}, an ask wants {percent(float(facts['needs'] or 0))}."
        case "signs":
            return f"Signs on {counted(int(facts['has'] or 0), 'day')} so far; {ASKS[ask.kind]} wants {facts['needs']}."
        case _:
            return ""
