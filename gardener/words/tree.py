"""What the family tree says: who led to whom, what it became, and to whom that is owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import StepKind
from gardener.words.dates import counted, number, short_day

NAME = "The family tree"
DESCRIPTION = (
    "Who led to whom, from the first plant to the interview. Right goes to whom somebody led to, Left back, Up and Down to "
    "the neighbour; plus and minus unfold and fold a branch, Enter opens the person."
)
OUTLINE_NAME = "The family tree as an outline"
OUTLINE_DESCRIPTION = "Right opens a branch, Left closes it, Enter opens the person."
YOU = "You"
EMPTY_TITLE = "Nobody has led you to anybody yet"
EMPTY_LINE = (
    "That is how every garden begins. When somebody offers an introduction, note it with their plant: a branch grows here, "
    "from the first talk to the interview, and shows whose help it was."
)
PROMISE = ("somebody you talk with", "leads you to another", "an interview")
AS_OUTLINE = "As an outline"
AS_PICTURE = "As a picture"
EVERYONE = "Show everyone"
FOLD_ALL = "Fold all"
UNFOLD_ALL = "Unfold all"
OUTCOMES = {
    Outcome.MET: "met",
    Outcome.PENDING: "not met yet",
    Outcome.DECLINED: "declined",
    Outcome.FADED: "faded",
}
ORIGINS = {Origin.OFFERED: "offered", Origin.REQUESTED: "asked for"}
STEPS = {
    StepKind.APPLIED: "applied",
    StepKind.INTERVIEW: "interview",
    StepKind.SECOND_INTERVIEW: "second interview",
    StepKind.OFFER: "offer",
    StepKind.ACCEPTED: "accepted",
    StepKind.DECLINED: "declined by me",
    StepKind.REJECTED: "they said no",
    StepKind.WITHDRAWN: "withdrawn",
}


def person_detail(introduction: Introduction, today: date) -> str:
    """'offered, met · 3 Nov'; month and year when it was in another one."""
    day = short_day(introduction.day, today=today).partition(" ")[2]
    day = day if introduction.day.year == today.year else day.partition(" ")[2]
    return f"{ORIGINS[introduction.origin]}, {OUTCOMES[introduction.outcome]} · {day}"


def led_to(count: int) -> str:
    """'led to 3'."""
    return f"led to {number(count)}" if count else ""


def fruit_detail(role: str, step: StepKind | None) -> str:
    """'interview · Operations analyst'."""
    return " · ".join(part for part in (STEPS[step] if step else "", role) if part)


def came_by_themselves(count: int) -> str:
    """'13 people came by themselves'."""
    return f"{counted(count, 'person', 'people')} came by themselves"


def hidden(count: int) -> str:
    """On the badge of a folded branch."""
    return f"+{number(count)}"


def summary(led: int, by: int, fruits: int) -> str:
    """'4 people led to 15 others and to 2 opportunities.'"""
    who = counted(by, "person", "people")
    parts = []
    if led:
        parts.append(f"to {counted(led, 'other')}")
    if fruits:
        parts.append(f"to {counted(fruits, 'opportunity', 'opportunities')}")
    return f"{who} led {' and '.join(parts)}." if parts else ""


def branch_of(name: str) -> str:
    """Which branch is shown alone."""
    return f"The branch of {name}"


def way(names: Sequence[str], also: Sequence[str] = ()) -> str:
    """'From Nia Cole to Uma Rao to Ana Silva. Liv Dahl led there too.'"""
    if len(names) < 2:
        return ""
    return f"From {' to '.join(names)}." + (f" {listed(also)} led there too." if also else "")


def owed(employer: str, ends: Sequence[tuple[str, float]], helped: Sequence[tuple[str, float]]) -> str:
    """Whose help it was: 'Meridian is owed to Ana (all). Back along the introductions: Uma (half) and Eva (half).'"""
    if not ends:
        return ""
    said = f"{employer} is owed to {listed([f'{name} ({share_of(share)})' for name, share in ends])}."
    if helped:
        back = listed([f"{name} ({share_of(share)})" for name, share in helped])
        said += f" Back along the introductions, by the help of {back}."
    return said


def listed(parts: Sequence[str]) -> str:
    """'a, b and c'."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def share_of(share: float) -> str:
    """A share as people say it: 'all', 'half', 'a third', else in per cent."""
    for value, said in (
        (1.0, "all"),
        (0.5, "half"),
        (1 / 3, "a third"),
        (2 / 3, "two thirds"),
        (0.25, "a quarter"),
    ):
        if abs(share - value) < 0.004:
            return said
    return f"{100 * share:.0f} %"


def spoken(name: str, detail: str, *, folded: int, fruit: bool) -> str:
    """A knot in one breath, for a screen reader."""
    parts = [name, detail]
    if fruit:
        parts.append("an opportunity")
    if folded:
        parts.append(f"{number(folded)} folded away")
    return ", ".join(part for part in parts if part)
