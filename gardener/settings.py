"""Where the program keeps its things, and the choices that belong to the program and not to a garden."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import platformdirs

if TYPE_CHECKING:
    from gardener.domain.reminding import Rules

VERSION: Final = 1
"""Of the preferences' file; one with a greater number is read as far as it is understood."""

VIEWS: Final = ("garden", "list", "tree", "season")
"""The views of the garden that there are."""
PAGES: Final = (
    "today",
    "contact",
    "check-in",
    "week",
    "winter",
    "thank",
    "reminders",
    "draft",
    "before",
    "why",
    "log",
    "species",
    "edit",
    "import",
    "capture",
    "draft-check",
    "capture-open",
    "first-run",
    "preferences",
    "history",
    "help",
    "about",
    "opportunity",
    "introduction",
    "opportunities",
    "way",
)
"""What can stand beside the garden, or open over it, in a picture of the window."""
PAGES_OF_ONE: Final = ("draft-check", "why", "log", "species", "edit")
"""Those that want a contact selected."""
THEMES: Final = ("auto", "light", "dusk", "contrast")
MOTIONS: Final = ("auto", "off")
SWITCHES: Final = ("off", "on")
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The weekdays by their English beginnings, from Monday on."""
HEMISPHERES: Final = ("north", "south")
TEXT_SIZES: Final = (1.0, 2.0)
"""The least and the greatest text size, as a multiple of the usual one."""
TEXT_LIMIT: Final = 4096
"""Longest preference kept, in characters."""

_NAME: Final = "gardener"
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


# Folders


def data_folder() -> Path:
    """Where gardens and their backups lie."""
    return platformdirs.user_data_path(_NAME, appauthor=False)


def config_folder() -> Path:
    """Where the preferences lie."""
    return platformdirs.user_config_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """Where the window remembers its places."""
    return platformdirs.user_state_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """Where the program keeps what is only quicker to have; it may be emptied at any time."""
    return platformdirs.user_cache_path(_NAME, appauthor=False)


WINDOW_PICTURES: Final = "first-light-*.pixels"
"""What the pictures of windows that a start may show are called, in the state folder."""


def forget_pictures() -> None:
    """Takes away the pictures of windows that are kept for the next start: they show whom the window showed."""
    for picture in state_folder().glob(WINDOW_PICTURES):
        with suppress(OSError):
            picture.unlink(missing_ok=True)


def log_folder() -> Path:
    """Where the program writes down what went wrong."""
    return platformdirs.user_log_path(_NAME, appauthor=False)


def preferences_file() -> Path:
    """The file of the preferences."""
    return config_folder() / "preferences.json"


def garden_file(preferences: Preferences, named: Path | None = None) -> Path:
    """The garden to open: the one named, else the one preferred, else `Garden.gardener` in the data folder."""
    if named is not None:
        return _at_home(named)
    if preferences.garden:
        return _at_home(Path(preferences.garden))
    return data_folder() / "Garden.gardener"


def locales() -> tuple[str, ...]:
    """How this machine writes days, as its environment says (`de_AT.UTF-8`), the most telling first."""
    said = (os.environ.get(name, "") for name in ("LC_ALL", "LC_TIME", "LANG"))
    return tuple(name for name in said if name.split(".")[0] not in ("", "C", "POSIX"))


def _at_home(path: Path) -> Path:
    """The path with `~` as the home folder; as it is where there is no such home."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


# Preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The program's choices. `my_names`, `my_addresses` and `my_profile` say who I am, for reading mail and messages.

    `text_size` is 1.0 to 2.0; `garden` a path, or empty for the usual place; `region` an ISO 3166 code of two capital
    letters for phone numbers without a country and for days in figures and words, or empty. `digest` is HH:MM, or empty
    for none; `quiet_hours` HH:MM-HH:MM, or empty. `others` keeps what a newer version wrote.
    """

    theme: str = "auto"
    motion: str = "auto"
    hemisphere: str = "north"
    text_size: float = 1.0
    garden: str = ""
    region: str = ""
    my_names: tuple[str, ...] = ()
    my_addresses: tuple[str, ...] = ()
    my_profile: str = ""
    tray: str = "off"
    close_to_tray: str = "off"
    digest: str = ""
    quiet_days: tuple[str, ...] = ()
    quiet_hours: str = ""
    others: Mapping[str, Any] = field(default_factory=dict)


class Misfit(NamedTuple):
    """Why a preference cannot be set: its key, the value given, and what it takes; an unknown key takes nothing."""

    key: str
    value: str
    takes: str = ""


class _Kind(NamedTuple):
    """How a preference is read from text and shown as text; `read` answers with null when the text does not fit."""

    takes: str
    read: Callable[[str], object]
    show: Callable[[Any], str] = str


def _one_of(known: tuple[str, ...], text: str) -> str | None:
    return text.lower() if text.lower() in known else None


def _size(text: str) -> float | None:
    try:
        size = float(text)
    except ValueError:
        return None
    return size if TEXT_SIZES[0] <= size <= TEXT_SIZES[1] else None


def _region(text: str) -> str | None:
    return text.upper() if re.fullmatch(r"[A-Za-z]{2}|", text) else None


def _path(text: str) -> str:
    return str(_at_home(Path(text)).absolute()) if text else ""


def _moment(text: str) -> str | None:
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", text)
    if text.lower() in ("", "off", "none"):
        return ""
    return f"{int(found[1]):02d}:{found[2]}" if found else None


def _hours(text: str) -> str | None:
    if text.lower() in ("", "off", "none"):
        return ""
    begin, _, end = text.replace("–", "-").partition("-")
    both = _moment(begin.strip()), _moment(end.strip())
    return f"{both[0]}-{both[1]}" if all(both) and both[0] != both[1] else None


def _days(text: str) -> tuple[str, ...] | None:
    said = [part[:3].lower() for part in re.split(r"[\s,;]+", text) if part]
    return tuple(day for day in DAYS if day in said) if set(said) <= set(DAYS) else None


def _several(separators: str, text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(f"[{separators}]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


_KINDS: Final[Mapping[str, _Kind]] = {
    "theme": _Kind(", ".join(THEMES), partial(_one_of, THEMES)),
    "motion": _Kind(", ".join(MOTIONS), partial(_one_of, MOTIONS)),
    "hemisphere": _Kind(", ".join(HEMISPHERES), partial(_one_of, HEMISPHERES)),
    "text-size": _Kind("1.0 to 2.0", _size),
    "garden": _Kind("a file", _path),
    "region": _Kind("two letters, such as DE", _region),
    "my-names": _Kind("names, with semicolons between", partial(_several, ";"), "; ".join),
    "my-addresses": _Kind("e-mail addresses, with semicolons between", partial(_several, ";,"), "; ".join),
    "my-profile": _Kind("a web address", str),
    "tray": _Kind(", ".join(SWITCHES), partial(_one_of, SWITCHES)),
    "close-to-tray": _Kind(", ".join(SWITCHES), partial(_one_of, SWITCHES)),
    "digest": _Kind("a time such as 09:00, or off", _moment),
    "quiet-days": _Kind("days such as sat sun", _days, " ".join),
    "quiet-hours": _Kind("hours such as 20:00-08:00, or off", _hours),
}

KEYS: Final = tuple(_KINDS)
"""The preferences by the names they have on the command line and in the file, in the order they are listed."""
TAKES: Final = {key: kind.takes for key, kind in _KINDS.items()}
"""What each preference takes, in a few words."""


def value(preferences: Preferences, key: str) -> str | float | tuple[str, ...]:
    """A preference by its key. KeyError for an unknown key."""
    if key not in _KINDS:
        raise KeyError(key)
    held: str | float | tuple[str, ...] = getattr(preferences, _attribute(key))
    return held


def shown(preferences: Preferences, key: str) -> str:
    """The value of a preference as text. KeyError for an unknown key."""
    return _KINDS[key].show(value(preferences, key))


def chosen(preferences: Preferences, key: str, value: str) -> Preferences | Misfit:
    """The preferences with one of them set from text."""
    kind = _KINDS.get(key)
    if kind is None:
        return Misfit(key, value)
    fits = len(value) <= TEXT_LIMIT and not _HARMFUL.search(value)
    read = kind.read(value.strip()) if fits else None
    if read is None:
        return Misfit(key, value, kind.takes)
    field_: dict[str, Any] = {_attribute(key): read}
    return replace(preferences, **field_)


def reset(preferences: Preferences, key: str) -> Preferences | Misfit:
    """The preferences with one of them as it is at first."""
    if key not in _KINDS:
        return Misfit(key, "")
    field_: dict[str, Any] = {_attribute(key): value(Preferences(), key)}
    return replace(preferences, **field_)


def _attribute(key: str) -> str:
    return key.replace("-", "_")


def rules_of(preferences: Preferences) -> Rules:
    """When the person wants to be reminded, and when not."""
    from gardener.domain.reminding import Rules

    begin, _, end = preferences.quiet_hours.partition("-")
    return Rules(
        digest=time.fromisoformat(preferences.digest) if preferences.digest else None,
        quiet_days=frozenset(DAYS.index(day) for day in preferences.quiet_days),
        quiet_from=time.fromisoformat(begin) if begin else None,
        quiet_until=time.fromisoformat(end) if end else None,
    )


# Their file


def load(path: Path | None = None) -> Preferences:
    """The preferences as they were saved; those at first when there are none.

    A file that is damaged is kept aside under another name; a single value that does not fit counts as not set.
    """
    path = path or preferences_file()
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Preferences()
    except (ValueError, RecursionError):
        _keep_aside(path)
        return Preferences()
    if not isinstance(said, dict):
        _keep_aside(path)
        return Preferences()
    preferences = Preferences(others={key: value for key, value in said.items() if key not in _KINDS})
    for key in _KINDS:
        text = said.get(key)
        if isinstance(text, list):
            between = " " if key == "quiet-days" else "; "
            text = between.join(part for part in text if isinstance(part, str))
        if isinstance(text, (str, int, float)):
            fitting = chosen(preferences, key, str(text))
            preferences = fitting if isinstance(fitting, Preferences) else preferences
    return preferences


def save(preferences: Preferences, path: Path | None = None) -> None:
    """Writes the preferences, all or nothing. OSError when the disk refuses; then the earlier ones are still there."""
    import tempfile

    path = path or preferences_file()
    said: dict[str, Any] = {"version": VERSION, **preferences.others}
    first = Preferences()
    for key in _KINDS:
        if value(preferences, key) != value(first, key):
            said[key] = value(preferences, key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(said, indent=2, sort_keys=True) + "\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _keep_aside(path: Path) -> None:
    """Moves a damaged file out of the way, never over an earlier one; where it cannot be moved it stays."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            with suppress(OSError):
                path.rename(aside)
            return
