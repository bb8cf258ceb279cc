"""What stands on the card before a talk, and what is asked after one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gardener.domain.interaction import Interaction
from gardener.domain.loops import Loop
from gardener.domain.plan import Plan
from gardener.domain.stage import Stage
from gardener.words import person, window
from gardener.words.dates import ago, short_day
from gardener.words.names import in_sentence

if TYPE_CHECKING:
    from gardener.domain.briefing import Brief
    from gardener.domain.guards import AskVerdict


ASK_THEM, COMMON, SAID, OWED = "Ask about them first", "Common ground", "What was last said", "Owed"
OF_THEM, OF_ME = "Of them", "Of you"
YOU_OWE, THEY_OWE = "You", "They"
NO_COMMON = (
    "Nothing is noted yet. Ten minutes of learning about each other is what the next talk grabs on to."
)
NOTHING_SAID = "Nothing is noted of earlier talks."
NOTHING_OWED = "Nothing, either way."
ASK = "And an ask?"
ASK_FOLDED = "Shown when you press it; the guard speaks first."
LOG = "It has happened: log it"

AFTER_TITLE = "After the talk"
AFTER_LINE = "Three questions; each may stay open. Enter keeps what is there, Esc skips all."
WHOSE, LEARNED, OWE = "Whose was it mostly?", "What did you learn?", "What do you owe?"
WHO = "With"
LEARNED_HINT = "one thing a line: a town, a worry, a plan of theirs"
OWE_HINT = "send the article, introduce Gus…"
BY_WHEN = "By"
KEEP, SKIP = "Keep", "Skip"
AFTER_ASK = "Three questions"
MANY = 5


def before_title(name: str) -> str:
    """'Before the talk with Jane Miller'."""
    return f"Before the talk with {in_sentence(name)}"


def after(name: str) -> str:
    """What the message after logging says."""
    return f"How was it with {in_sentence(name)}?"


def questions(brief: Brief, today: date) -> list[str]:
    """Questions about them, from what is noted: what they told last, what is known of them, their work."""
    asked = [f"What became of “{_first(one.note)}”? ({ago(one.day, today)})" for one in brief.said[:1]]
    asked += [
        f"You know of them: “{text}”. What has come of it since?" for text in brief.contact.common.theirs[-2:]
    ]
    if brief.contact.org:
        asked.append(f"What keeps them busy at {brief.contact.org} just now?")
    if brief.contact.stage_on(today) in (Stage.SEED, Stage.SEEDLING):
        asked.append("How did they come to do what they do?")
    asked.append("What are they looking forward to?")
    return asked[:MANY]


def said(one: Interaction, today: date) -> str:
    """'Wed 18 Nov · Met, 40 min: the move to Boston'."""
    return f"{short_day(one.day, today=today)} · {window.happened(one)}"


def mine(loops: Sequence[Loop], ahead: Sequence[Plan], today: date) -> list[str]:
    """What I owe, and what I mean to do."""
    owed = [f"{window.loop_line(o.kind, o.text)}, {window.loop_detail(o.since, o.due, today)}" for o in loops]
    return owed + [f"{plan.text}, {short_day(plan.day, today=today)}" for plan in ahead]


def theirs(one: Interaction, today: date) -> str:
    """'an introduction: no answer yet, 12 days ago'."""
    if one.ask is None:
        return ""
    return f"{person.asked(one.ask.kind, one.ask.answer)}, {ago(one.day, today)}"


def bears(ask: AskVerdict) -> str:
    """Which ask would hold, as the panel of a person says it."""
    return person.bears(ask)


def _first(note: str) -> str:
    line = note.strip().partition("\n")[0]
    return line if len(line) <= 90 else f"{line[:87].rstrip()}…"
