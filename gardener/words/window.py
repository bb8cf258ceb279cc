"""What the window says: headings, empty states, what an import would bring, the status line, first steps, errors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gardener.domain.growth import Condition
from gardener.domain.interaction import About, Answer, AskKind, Direction, Interaction, Kind
from gardener.domain.loops import LoopKind
from gardener.domain.plan import PlanKind
from gardener.domain.season import SeasonCount
from gardener.domain.stage import Stage
from gardener.words import beds
from gardener.words.dates import ago, counted, number, short_day
from gardener.words.guards import ASKS
from gardener.words.names import in_sentence

KINDS = {
    Kind.MEETING: "Meeting",
    Kind.CALL: "Call",
    Kind.VIDEO: "Video call",
    Kind.EMAIL: "E-mail",
    Kind.MESSAGE: "Message",
    Kind.EVENT: "Event",
    Kind.LETTER: "Letter",
    Kind.OTHER: "Other",
}
DIRECTIONS = {
    Direction.OUTGOING: "I began",
    Direction.INCOMING: "They began",
    Direction.MUTUAL: "Together",
}
ABOUT = {None: "Not noted", About.THEIRS: "Mostly theirs", About.BOTH: "Both", About.MINE: "Mostly mine"}
ASK_NAMES: Mapping[AskKind | None, str] = {
    None: "Nothing asked",
    **{kind: text[:1].upper() + text[1:] for kind, text in ASKS.items()},
}
ANSWERS = {
    Answer.PENDING: "No answer yet",
    Answer.GRANTED: "They said yes",
    Answer.DECLINED: "They said no",
}
LOOPS = {
    LoopKind.REPLY: "A reply is owed",
    LoopKind.THANKS: "Thanks are owed",
    LoopKind.PROMISE: "A promise",
    LoopKind.PLAN: "Planned",
    LoopKind.INTRODUCTION: "Ask how the introduction went",
    LoopKind.TELL: "Tell them what came of it",
    LoopKind.OPT_IN: "An introduction waits for the second yes",
    LoopKind.APPLICATION: "Applied, and no word yet",
}
PLAN_KINDS = {
    PlanKind.FOLLOW_UP: "Follow up",
    PlanKind.TALK: "Talk",
    PlanKind.PROMISE: "Promise",
    PlanKind.THANKS: "Thanks",
}
APPOINTMENTS = {
    "interview": "Interview",
    "second-interview": "Second interview",
    "applied": "Apply",
    "offer": "Offer",
    "accepted": "Accept",
    "declined": "Decline",
    "rejected": "Answer",
    "withdrawn": "Withdraw",
    "deadline": "Deadline",
    "talk": "Talk",
    "follow-up": "Follow up",
    "promise": "Promise",
    "thanks": "Thanks",
}

CLOSE = "Close"
VIEW_SWITCH = "How the contacts are shown"
VIEW_NAMES = ("Garden", "List", "Tree", "Season")

NOBODY_SELECTED = "How to read the garden"
NOBODY_SELECTED_LINE = "Choose a plant to see its growth, your common ground and your history."
LEGEND = {
    Condition.THRIVING: "Thriving: they write, call and help.",
    Condition.HEALTHY: "Healthy: the tie holds.",
    Condition.THIRSTY: "Thirsty: time for a word from you.",
    Condition.WILTING: "Wilting: a word from you would do it good.",
    Condition.SOGGY: "Soggy: something of yours is unanswered.",
    Condition.DROWNING: "Drowning: let them be until the dry day.",
    Condition.RESTING: "Resting, on purpose.",
    Condition.WITHERED: "Withered, in the nature of things.",
    Condition.SEED: "A seed: planned, no sign of theirs yet.",
    Condition.WITHERED_SEED: "A withered seed: it can be sown again.",
}
LEGEND_SIZE = "Its size says how deep the tie is, a flower what they offered, a fruit what it became."
NO_HISTORY = "You have not been in touch yet. Press L when you have."
NO_COMMON = (
    "What do you know of each other? A town, a team, a shared friend: it is what the next talk grabs on to."
)

DAY_HINT = "such as 2026-11-22"
NO_DATE = "Write the day as year, month and day, such as 2026-11-22."
SAVED = "Saved"
ONLY_READ = "Only to be read"
NAMES_HIDDEN = "Names are hidden; Ctrl+Shift+H shows them again"
PLAN_TITLE = "Plan something"
PLAN_HINT = "send the article, ask how the move went…"
NOTE_TITLE = "Something to remember"
DISCARD = "Esc again to discard what you have typed."
WAIT_DISCARDS = "Nothing is logged yet. Wait once more discards what you have typed; Log anyway keeps it."
NOT_LOGGED = "Nothing was logged."
HERE = "here"
MOVE_LINE = "Press the letter of a bed, or choose it with the arrows and Enter."
ENDING_LINE = "Why, if you like to say? Enter leaves it open."
CARRYING = (
    "Taken up: choose a place with the arrows or the mouse, Ctrl+V or Enter puts it down, Esc puts it back."
)
NOTHING_CARRIED = "Take a plant up first, with Ctrl+X."
DELETED_MEANWHILE = "It was deleted meanwhile."


def kept_back(count: int) -> str:
    """After taking an import back: who stays."""
    return f"{counted(count, 'contact')} stayed: you have touched them since, or another import has."


def undone(sentence: str) -> str:
    """'Undone: Moved Jane Miller to Growing'."""
    return f"Undone: {sentence}"


def redone(sentence: str) -> str:
    """'Done again: …'."""
    return f"Done again: {sentence}"


def withered_heading(since: date | None, today: date) -> str:
    """'Withered since Friday', or of all time when there was no check-in yet."""
    if since is None:
        return "Withered"
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    gap = (today - since).days
    if gap == 1:
        return "Withered since yesterday"
    return f"Withered since {names[since.weekday()] if gap < 7 else short_day(since, today=today)}"


def withered_seeds(count: int) -> str:
    """Many old seeds in one line."""
    return f"{counted(count, 'seed')} never spoken to"


WITHERED_SEEDS_LINE = "They keep. Sow a few again when you like."


def seeds_line(count: int) -> str:
    """How many seeds wait."""
    return f"{counted(count, 'seed')} to meet"


def season_line(season: SeasonCount) -> str:
    """'12 conversations, 1 interview'."""
    talks = counted(season.conversations, "conversation")
    return f"{talks}, {counted(season.interviews, 'interview')}"


def season_detail(season: SeasonCount) -> str:
    """What that means, with its range."""
    rate = season.conversations_per_interview
    if not season.conversations:
        return "Ten to twenty talks lead to one interview."
    if season.conversations < 10 and not season.interviews:
        return "Early days: ten to twenty talks lead to one interview."
    return f"One interview takes {rate.low:.0f} to {rate.high:.0f} talks here."


def talks_this_week(count: int) -> str:
    """'2 talks so far'."""
    return f"{counted(count, 'talk')} so far" if count else "No talk yet"


def loop_line(kind: LoopKind, text: str) -> str:
    """What is open; the text of a plan stands for itself."""
    match kind:
        case LoopKind.TELL if text:
            return f"Tell them how it went with {in_sentence(text)}"
        case LoopKind.OPT_IN if text:
            return f"Ask whether the introduction to {in_sentence(text)} stands"
        case LoopKind.APPLICATION if text:
            return f"No word on {in_sentence(text)}"
        case _:
            return text or LOOPS[kind]


def loop_detail(since: date, due: date, today: date) -> str:
    """Since when, or when it is due."""
    return f"due {ago(due, today)}" if due >= today else f"since {short_day(since, today=today)}"


def status(plants: int, thirsty: int, let_be: int, withered: int) -> str:
    """'29 plants · 3 thirsty · 2 to let be'."""
    parts = [counted(plants, "plant") if plants else "Nothing planted yet"]
    if thirsty:
        parts.append(f"{number(thirsty)} thirsty")
    if let_be:
        parts.append(f"{number(let_be)} to let be")
    if withered:
        parts.append(f"{number(withered)} withered")
    return " · ".join(parts)


def role(title: str, org: str) -> str:
    """'Operations Lead, Meridian Pharma'."""
    return ", ".join(part for part in (title, org) if part)


def standing(stage: Stage, condition: str) -> str:
    """'Growing · thirsty'; a condition that repeats the bed is left out."""
    name = beds.NAMES[stage]
    if condition == "seed":
        return name if stage is Stage.SEED else f"{name} · no sign yet"
    return f"{name} · {condition}"


_DONE = {
    (Kind.MEETING, Direction.MUTUAL): "Met",
    (Kind.CALL, Direction.MUTUAL): "Talked by phone",
    (Kind.VIDEO, Direction.MUTUAL): "Video call",
    (Kind.EVENT, Direction.MUTUAL): "Met at an event",
    (Kind.EMAIL, Direction.OUTGOING): "You wrote",
    (Kind.EMAIL, Direction.INCOMING): "They wrote",
    (Kind.MESSAGE, Direction.OUTGOING): "You sent a message",
    (Kind.MESSAGE, Direction.INCOMING): "Their message",
    (Kind.LETTER, Direction.OUTGOING): "You sent a letter",
    (Kind.LETTER, Direction.INCOMING): "Their letter",
    (Kind.CALL, Direction.OUTGOING): "You called",
    (Kind.CALL, Direction.INCOMING): "They called",
}

_WITHIN = {Direction.OUTGOING: "I began", Direction.INCOMING: "they began", Direction.MUTUAL: "together"}
"""The directions within a sentence."""


def happened(interaction: Interaction) -> str:
    """One interaction as a line of a history: what it was, then the note's first line."""
    text = _DONE.get(
        (interaction.kind, interaction.direction),
        f"{KINDS[interaction.kind]}, {_WITHIN[interaction.direction]}",
    )
    if interaction.thanks:
        text += ", with thanks"
    if interaction.minutes:
        text += f", {number(interaction.minutes)} min"
    first = interaction.note.strip().partition("\n")[0]
    return f"{text}: {first}" if first else text


DESPITE = {
    "pace": "gone on although the soil was wet",
    "burst": "gone on although it was one more on the same day",
    "ask": "gone on although the ask was heavy for the tie",
    "left-alone": "gone on although they asked not to be contacted",
}
"""What the guards warned of before it was done all the same."""


def carried(interaction: Interaction) -> str:
    """What it carried besides: gives, an ask and its answer, whose talk it was."""
    parts = []
    if interaction.about is not None:
        parts.append(
            {"theirs": "mostly about them", "both": "about both", "mine": "mostly about me"}[
                interaction.about
            ]
        )
    if interaction.ask is not None:
        parts.append(f"asked for {ASKS[interaction.ask.kind]}: {ANSWERS[interaction.ask.answer].lower()}")
    parts += [f"gave {give}" for give in interaction.gives]
    parts += [DESPITE[code] for code in interaction.despite if code in DESPITE]
    return " · ".join(parts)


# Import


def import_counts(report: Mapping[str, int]) -> str:
    """'34 people: 30 new, 2 merged, 1 unchanged, 1 left out'."""
    parts = [f"{number(report['new'])} new"]
    parts += [f"{number(report[key])} {key}" for key in ("merged", "unchanged") if report[key]]
    if report["skipped"]:
        parts.append(f"{number(report['skipped'])} left out")
    if report["questions"]:
        parts.append(counted(report["questions"], "question"))
    return f"{counted(report['seen'], 'person', 'people')}: {', '.join(parts)}"


def import_button(new: int, merged: int) -> str:
    """What pressing it would do."""
    if not new and not merged:
        return "Nothing to import"
    verb, count = ("Import", new) if new else ("Update", merged)
    return f"{verb} {counted(count, 'person', 'people')}"


IMPORT_ASKS = "Only you can tell"
IMPORT_NAMES = "Who comes in"
IMPORT_LINE = "Nothing has been saved yet. New people come in as seeds; the whole import can be undone."

# First steps

FIRST_TITLE = "A garden of the people you know"
FIRST_LINE = (
    "Whom you know and whom you mean to meet grow here as plants. Each morning it shows whom to water and whom to let be. "
    "It is one file on this computer; nothing leaves it."
)
EMPTY_TITLE = "The garden is empty"
EMPTY_LINE = "Nothing is lost: Ctrl+H shows every deed, and any of them can be undone or done again there."
FIRST_IMPORT = "Bring your contacts"
FIRST_IMPORT_LINE = (
    "Drop a contacts file anywhere on this window: vCard (.vcf) or CSV from your address book, "
    "or what LinkedIn gives you."
)
FIRST_SEED = "Plant your first seed"
FIRST_SEED_LINE = "Somebody you would like to meet, or talk to again. A name is enough."
FIRST_SAMPLE = "Look at a sample garden"
FIRST_SAMPLE_LINE = (
    "Thirty invented people to look around among. It is marked as a sample, and one press leaves it again."
)

# Errors

ERROR_TITLE = "Something went wrong"
ERROR_REPORT, COPY_REPORT = "The report", "Copy the report"
ERROR_LINE = (
    "Your garden’s file is not affected: every deed is either saved whole or not at all. "
    "You can go on. If it happens again, please send the report; it holds no names and nothing from your garden."
)
