"""What the command line answers: what is wrong with what was typed, and what has been done."""

from __future__ import annotations

from collections.abc import Sequence

from gardener.words.command_line import COMMANDS, NAME

UNCHANGED = "Nothing to change"
UNDO_GIVES_BACK = "“gardener undo” gives it back."
COMMON_WANTED = "Say what you know of them (--theirs TEXT) or what they know of you (--mine TEXT)."
NO_TAGS = "No tags."
WEEK_ALONE = "--week and --done are two things; give one of them."
WINTER_ALONE = "--off ends the rest; it takes no day and no reason."
DAY_WANTED = "Say for which day: --day YYYY-MM-DD."
NOT_SAVED = "Nothing was saved. To go on all the same, add --anyway."
ANSWER_WITHOUT_ASK = "An answer (--answer) belongs to an ask (--ask)."
UNDONE = "undone"
NOTHING_DONE = "Nothing was done yet."
SAMPLE_NEXT = "See “gardener today” and “gardener list”."
PICTURE_WANTED = "a picture is written as .png, the whole garden also as .svg or .pdf"
WINDOW_WANTED = "The whole garden is drawn without its window: --view, --page and --select do not go with it."
HOUR_WANTED = "an hour is a whole number from 0 to 23"
DEFAULT_WANTS_KEY = "--default wants the KEY of one setting, and no value."
OF_GARDEN, OF_PROGRAM = "this garden’s", "the program’s"


def wrong_usage(message: str, command: str) -> str:
    """What is wrong with the arguments; words left over are mostly a name without quotes."""
    ended = message if message.endswith((".", "?")) else f"{message}."
    if message.startswith("Unrecognized arguments: ") and not message.partition(": ")[2].startswith("-"):
        ended = f"{ended} A name of several words wants quotes: 'Jane Miller'."
    return f"{ended} See “{command} --help”."


def no_command(word: str) -> str:
    """A first word that means nothing, with the commands that it may have been meant for."""
    from difflib import get_close_matches  # for a slip of the hand only

    near = [f"“{name}”" for name in get_close_matches(word.lower(), COMMANDS, 3)]
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"“{word}” is neither a command nor a file.{hint} See “{NAME} --help”."


def no_file(word: str) -> str:
    """One of several files for the window that is not there."""
    return f"There is no file “{word}”."


def file_alone(word: str) -> str:
    """A file in the place of a command, and options with it."""
    return f"“{word}” is a file: “{NAME} import FILE” imports it, “{NAME} FILE” alone shows it in the window."


def not_written(why: str) -> str:
    """Standard output took no more; what was done is done."""
    return f"The answer could not be written ({why}); what was asked is done."


def another_of_that_name(name: str) -> str:
    """Two of one name are told apart by id or address from now on."""
    return f"There is another {name} here; name them by e-mail address or id (“{NAME} list”, “{NAME} show”)."


def undone(what: str) -> str:
    """What undo did."""
    return f"Undone: {what}."


def redone(what: str) -> str:
    """What redo did."""
    return f"Done again: {what}."


def wrote(path: str) -> str:
    """Where a picture went."""
    return f"Wrote {path}."


def plan_alone(deed: str) -> str:
    """More than the id of a plan."""
    return f"“plan {deed}” takes the id of one plan, and no more; a contact called so is named by e-mail address or id."


def whole_wanted(text: str) -> str:
    """A number that is none, or not a whole one."""
    return f"“{text}” is not a whole number"


def minutes_wanted(text: str) -> str:
    """A duration that is none."""
    return f"“{text}” is neither a whole number of minutes nor “none”"


def not_among(text: str, known: Sequence[str]) -> str:
    """A value that there is not, or not yet."""
    return f"there is no “{text}”; there is {', '.join(known)}"


def size_wanted(least: int, most: int) -> str:
    """A size that no picture can have."""
    return f"a size is WIDTHxHEIGHT in pixels, each {least} to {most}"


def number_wanted(least: int, most: int) -> str:
    """A number out of its range."""
    return f"a whole number from {least} to {most} is wanted"


def lapse_size_wanted(sizes: tuple[tuple[int, int], tuple[int, int]]) -> str:
    """A size that no time-lapse can have."""
    (wide, high), (widest, highest) = sizes
    return f"a size lies between {wide}x{high} and {widest}x{highest}"


def pixels_wanted(most: int) -> str:
    """A picture that no memory holds."""
    return (
        f"That picture is too large: --size times --scale gives at most {most // 1_000_000} million pixels."
    )


def touches_wanted(most: int) -> str:
    """A plan that nobody can keep."""
    return f"touches a week are a whole number from 0 to {most}"


def scale_wanted(least: float, most: float) -> str:
    """A scale or a text size that no picture can have."""
    return f"a number from {least:g} to {most:g} is wanted"


def select_wanted(page: str) -> str:
    """A page that shows one contact."""
    return f"The page “{page}” is of one contact: name it with --select NAME."


def contacts_wanted(most: int) -> str:
    """A sample garden of an impossible size."""
    return f"A sample garden has 1 to {most} contacts."


def shown(value: str | float | Sequence[str]) -> str:
    """The value of a setting."""
    if isinstance(value, (int, float)):
        return f"{value:g}"
    return value if isinstance(value, str) else "; ".join(value)


def preferred(key: str, value: str) -> str:
    """What a preference is now."""
    return f"{key} is now {value or 'empty'}."


def from_to(least: float, most: float) -> str:
    """What a number may be."""
    return f"{least:g} to {most:g}"


TEXT_OR_OPTIONS = "A sentence says it all: of the options only --new and --anyway go with it."
NEW_WANTS_TEXT = "--new goes with a sentence."


def log_wants(options: str) -> str:
    """What is missing without a sentence."""
    return f"Log a sentence, or give the following arguments: {options}."


NO_DISPLAY = (
    "There is no display to open the window on. The command line does the same deeds (gardener --help),\n"
    "and “gardener snapshot garden.png” draws the window into a file."
)
HOW_TO_BEGIN = "“gardener add NAME”, “gardener import FILE” or “gardener sample” makes one."
INTERRUPTED = "Interrupted."
