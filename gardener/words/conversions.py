"""What the window says around opportunities, introductions, seasons and the way to an employer."""

from __future__ import annotations

from gardener.domain.introduction import Origin, Outcome
from gardener.words.names import in_sentence

# Opportunities

NEW_OPPORTUNITY, OPPORTUNITY = "A new opportunity", "Opportunity"
EMPLOYER, ROLE, THANKS_TO, STEPS = "Employer", "Role", "Thanks to", "Steps"
DEADLINE, SALARY, RESUME, LINK, POSTING, NOTES = "Apply by", "Salary", "Résumé", "Link", "Posting", "Notes"
DETAILS = "The posting"
THANKS_HINT = "Whom it is owed to: their plants bear its fruit. Nobody: it was sent cold."
RESUME_HINT = "which version you sent"
POSTING_HINT = "Paste the posting’s text; it is gone from the web when you need it most."
NO_STEP = "No step yet. Steps may lie ahead, such as an interview on Friday."
STEP, STEP_DAY, ADD_STEP = "The step", "Its day", "Add the step"
ADD, TAKE_AWAY, CLOSE, SAVE, COPY, COPIED = "Add", "Take it away", "Close", "Save", "Copy", "Copied"
TAKE_STEP_OUT = "Take the step out"
WHO_LEADS, WHO_LEADS_TIP = "Who leads there?", "People there, and those who know them"
BY_HELP = "By whose help"
BAD_DATE = "Write the day as year, month and day, such as 2026-11-22."
IT_BECAME = "What it became"
NO_OPPORTUNITY = "No opportunity yet. An interview, an application, an offer: note it with O."
OPPORTUNITIES = "Opportunities and employers"
SHORT = {"opportunities": "All of them…"}
"""Commands that have shorter words where they stand beside a new opportunity."""
RUNNING, ENDED, WANTED = "Running", "Ended", "Employers without a contact yet"
NOBODY_THERE = "Nobody leads there yet"
TO_TARGET = "An employer you would like to work for"
TARGET_ADD, TARGET_OFF = "Put on the list", "Take off the list"
ALL_LED = "To every employer on your list somebody leads."

# Introductions

NEW_INTRODUCTION, INTRODUCTION = "Note an introduction", "Introduction"
BY, TO, HOW, WHEN, OUTCOME, ORIGIN = "Who led", "To whom", "How", "When", "What became of it", "It was"
HOW_HINT = "over coffee, by mail…"
NAME_HINT = "a name in the garden"
NEW_NAME_HINT = "a name in the garden, or somebody new"
PLANTED_NEW = "Nobody here is called so: they are planted as a new seed."
THANKED = "They have my thanks"
TOLD = "They have heard what came of it"
YESES = "Both yeses"
YESES_LINE = "With a yes from both sides nobody is surprised by an introduction."
SAID_YES = "{name} said yes"
ORIGINS = {Origin.OFFERED: "Offered unasked", Origin.REQUESTED: "I asked for it"}
OUTCOMES = {
    Outcome.PENDING: "Not met yet",
    Outcome.MET: "We met",
    Outcome.DECLINED: "Declined",
    Outcome.FADED: "Faded",
}
NOTES_TO_PASTE = "A short note for each side"
NOTES_WAIT = "They are written once both names are there."
NOTE_FOR = "For {name}"
COPY_NOTE = "Copy the note for {name}"
MET, MET_ALL = "met", "We met"
THANKED_DEED, THANKED_ALL = "thanked", "They have my thanks"
EDIT, EDIT_ALL = "edit", "Open the introduction"
THE_INTRODUCER, THE_INTRODUCED = "The introducer", "The one introduced"


def note_for_introducer(by: str, to: str, origin: Origin, me: str) -> str:
    """A few lines to the one who may introduce: a question, with room for a no."""
    first = f"Hello {by.split()[0] if by.split() else by},\n\n"
    last = f"\n\n{me}" if me else ""
    if origin is Origin.OFFERED:
        return (
            f"{first}thank you for offering to introduce me to {to}. Would you ask first whether it suits them? "
            f"A line or two about me is enough, and a no is quite all right.{last}"
        )
    return (
        f"{first}you know {to}, whom I would like to learn from. If you think that it could be of use to both of us, "
        f"would you ask whether an introduction suits them? If not, never mind, and thank you all the same.{last}"
    )


def note_for_introduced(by: str, to: str, me: str) -> str:
    """A few lines to the one introduced: who I am, and that a no costs nothing."""
    first = f"Hello {to.split()[0] if to.split() else to},\n\n"
    last = f"\n\n{me}" if me else ""
    return (
        f"{first}{by} kindly offered to bring us together. I am curious how your work looks from the inside, and "
        f"twenty minutes would already help me. Would that suit you, this month or later? A no is quite all right.{last}"
    )


def copied_for(name: str) -> str:
    """After a note was copied."""
    return f"The note for {in_sentence(name)} is copied."


# The way to an employer

WAY, WAY_TITLE = "Who leads to…", "Who leads to an employer?"
WAY_HINT = "Meridian"
THERE, OVER = "They are or were there", "They know somebody there"
WRITE, WRITE_ALL = "write", "Write to them"


def over(name: str, to: str) -> str:
    """'Nia Cole → Uma Rao'."""
    return f"{name} → {to}"


# Seasons

SEASON, SEASON_NAME = "Start a season", "What shall it be called?"
SEASON_HINT = "Spring; or leave it empty"
SEASON_LINE = "A season is one job search. Conversations and interviews are counted from its first day on."
START, END, END_AND_REST = "Start", "End the season", "End it, and let the garden rest"


def accepted(role: str, employer: str) -> str:
    """The quiet line after an offer was accepted."""
    return (
        f"You have accepted {in_sentence(role)} at {in_sentence(employer)}. Congratulations! When you like, end the season; "
        "the garden may rest meanwhile."
    )
