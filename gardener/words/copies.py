"""What is said of copies of the garden: made, put back, refused."""

from __future__ import annotations

from collections.abc import Mapping

from gardener.words.dates import counted

ASK = "Copy the whole garden"
FILTER = "Garden"
BRING_BACK = "Bring the copy back"
REFUSED = ("same", "locked", "missing")
"""What is told otherwise of a restore than of other deeds."""


def made(path: str, contacts: int) -> str:
    """A copy was made."""
    return f"Copied to {path} ({counted(contacts, 'contact')})."


def restored(copy: str, contacts: int) -> str:
    """A copy is the garden now."""
    return f"The garden is the one of {copy} again ({counted(contacts, 'contact')})."


def kept(path: str, *, whole: bool) -> str:
    """Where the garden that was replaced lies, and how it comes back if it is whole."""
    if not whole:
        return f"What was there is kept as it was, damaged, at {path}."
    return f"What was there is kept: “gardener restore {path}” brings it back."


def there_is(path: str) -> str:
    """A damaged garden has a whole copy."""
    return f"There is a whole copy: “gardener restore {path}” brings it back."


def once_closed(path: str) -> str:
    """The same while the garden is open."""
    return f"Its newest whole copy comes back, once this window is closed, by “gardener restore {path}”."


def refused(code: str, facts: Mapping[str, object]) -> str:
    """Why nothing was put back."""
    match code:
        case "same":
            return f"{facts['path']} is the garden itself; nothing was changed."
        case "locked":
            return "The garden is open in another program; nothing was changed. Close it there and try again."
        case _:
            return f"There is no copy at {facts['path']}; nothing was changed."
