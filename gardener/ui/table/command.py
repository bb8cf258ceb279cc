"""What a command of the window is, and the state that decides which can be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gardener.domain.changes import What


class State(NamedTuple):
    """What decides which commands can be used now."""

    selected: bool = False
    carrying: bool = False
    resting: bool = False
    left_alone: bool = False
    composted: bool = False
    empty: bool = False
    sample: bool = False
    done_today: bool = False
    winter: bool = False
    undo: What | None = None
    redo: What | None = None
    theme: str = "light"
    view: str = "garden"
    disguised: bool = False
    bed_folded: bool = False
    any_folded: bool = False
    season: bool = False
    paused: bool = False
    branch: bool = False
    away: bool = False
    time_line: bool = True
    playing: bool = False


When = Callable[[State], bool]


def always(_: State) -> bool:
    return True


def somebody_chosen(state: State) -> bool:
    return state.selected


def not_disguised(state: State) -> bool:
    return not state.disguised


def in_picture(state: State) -> bool:
    return state.view in ("garden", "tree")


class Command(NamedTuple):
    """One command. `handler` is a method of `commands.Commands`; `words` may change with the state."""

    id: str
    words: str
    handler: str
    keys: tuple[str, ...] = ()
    when: When = always
    menu: str = ""
    group: int = 0
    context: bool = False
    says: Callable[[State], str] | None = None
    checked: When | None = None
    hint: str = ""
