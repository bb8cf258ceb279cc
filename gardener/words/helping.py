"""What the help, the page about the program and the page of its mistakes say around their contents."""

from __future__ import annotations

from gardener.words.dates import counted

TITLE = "Help"
CONTENTS = "Pages of the help"
SEARCH = "Search the help"
BACK, FORWARD = "Back", "Forward"
NOT_OPENED = "Not opened. The address is"
COPY_ADDRESS = "Copy the address"

KEYS_TITLE = "Every key"
KEYS_LINE = "All commands that have a key. The same ones stand in the menus, with their keys beside them."
KEYS_DEED, KEYS_KEY, KEYS_OR = "Does", "Key", "or"

ABOUT = "About Gardener"
ABOUT_LINE = "A garden of the people you look for work through: whom to water today, and whom to let be."
LICENCE = "Free software under the MIT licence, in the hope that it is useful and without any warranty."
VERSION, FILES, LIBRARIES = "Version", "Where things lie", "Made with"
GARDEN, PREFERENCES, PLACES, LOG = "This garden", "Preferences", "Places of the window", "Log of mistakes"
COPY_DETAILS = "Copy details"
COPIED = "Copied"

LOG_TITLE = "What went wrong"
LOG_EMPTY = "Nothing has gone wrong on this computer since the log was begun."
LOG_LINE = (
    "Where the program made a mistake, the newest last. It holds no names and nothing from your garden, "
    "and may be sent to whoever mends the program."
)
COPY_LOG = "Copy it all"
SHOW_IN_FOLDER = "Show in folder"


def hits(title: str, count: int) -> str:
    """'The beds · 3': how often the words of a search stand in a page."""
    return f"{title} · {count}"


def nothing_found(query: str) -> str:
    """When no page holds the words."""
    return f"No page of the help holds “{query}”."


def lines(count: int) -> str:
    """How long the log is."""
    return counted(count, "line")
