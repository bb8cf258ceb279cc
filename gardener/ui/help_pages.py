"""The pages of the help: read from resources, the one of keys made from the table of actions, and searched by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gardener.domain.text import fold
from gardener.ui.actions import COMMANDS, MENUS, Command
from gardener.ui.resource_files import resource
from gardener.words import helping

ORDER = (
    "beds", "plants", "check-in", "talks", "reminders", "watering", "asks", "conversions", "tree", "season", "time-line",
    "importing", "keyboard", "keys", "privacy",
    "capture",
    "measured", "command-line",
)  # fmt: skip
"""The pages in the order in which they are best read."""
KEYS = "keys"
"""The page that is made from the table of actions."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `id` is what links and addresses call it, `text` is Markdown with its title on the first line."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that holds all words of a search, and how often they stand in it."""

    page: Page
    count: int


def pages() -> tuple[Page, ...]:
    """All pages in their order."""
    return tuple(_read(id_) for id_ in ORDER)


def _read(id_: str) -> Page:
    if id_ == KEYS:
        text = keys_page(COMMANDS)
    else:
        text = resource("help", f"{id_}.md").read_text(encoding="utf-8")
    return Page(id_, text.partition("\n")[0].lstrip("# ").strip(), text)


def keys_page(commands: Sequence[Command]) -> str:
    """Every command that has keys, by menu, as Markdown."""
    parts = [f"# {helping.KEYS_TITLE}", helping.KEYS_LINE]
    for menu in MENUS:
        rows = [command for command in commands if command.menu == menu and command.keys]
        if rows:
            parts.append(f"## {menu.replace('&', '')}")
            head = f"| {helping.KEYS_DEED} | {helping.KEYS_KEY} |\n| --- | --- |"
            parts.append("\n".join([head, *(_row(command) for command in rows)]))
    return "\n\n".join(parts) + "\n"


def _row(command: Command) -> str:
    keys = f" {helping.KEYS_OR} ".join(f"**{each}**" for each in command.keys)
    return f"| {command.words.rstrip('…')} | {keys} |"


def search(among: Sequence[Page], query: str) -> tuple[Hit, ...]:
    """The pages that hold every word of the query, case and accents folded: those that name one in the title first,
    then by how often."""
    words = fold(query).split()
    if not words:
        return ()
    found = []
    for page in among:
        text = fold(page.text)
        if all(word in text for word in words):
            named = any(word in fold(page.title) for word in words)
            found.append((not named, Hit(page, sum(text.count(word) for word in words))))
    found.sort(key=lambda one: (one[0], -one[1].count))
    return tuple(hit for _, hit in found)
