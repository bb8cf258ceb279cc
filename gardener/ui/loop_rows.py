"""Rows of what waits for me, wherever they stand: each kind of open loop carries its own right deed on Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from gardener.domain.loops import Loop, LoopKind
from gardener.ui.cards import DELETE, ENTER, KeyDeed, Row
from gardener.words import today as words

WRITE, LOG, THANK, DONE, DISMISS, OPEN, MET = "write", "log", "thank", "done", "dismiss", "open", "met"
"""Ways to close an open loop."""
FIRST = {
    LoopKind.REPLY: WRITE,
    LoopKind.THANKS: THANK,
    LoopKind.PROMISE: DONE,
    LoopKind.PLAN: DONE,
    LoopKind.INTRODUCTION: LOG,
    LoopKind.OPT_IN: WRITE,
    LoopKind.TELL: LOG,
    LoopKind.APPLICATION: OPEN,
}
"""The right deed for its kind: what Enter does."""
_KEYS = {
    WRITE: ((*ENTER, Qt.Key.Key_Space, Qt.Key.Key_W), "W"),
    THANK: ((*ENTER, Qt.Key.Key_Space, Qt.Key.Key_L), "L"),
    LOG: ((*ENTER, Qt.Key.Key_Space, Qt.Key.Key_L), "L"),
    DONE: ((*ENTER, Qt.Key.Key_Space, Qt.Key.Key_L), "Space"),
    OPEN: ((*ENTER, Qt.Key.Key_Space, Qt.Key.Key_O), "O"),
}

Ask = Callable[[Loop, str], object]


def loop_row(loop: Loop, title: str, detail: str, ask: Ask) -> Row:
    """The row of an open loop; `ask` is told the way in which it is to be closed."""
    return Row(title, detail, bar="bar_waiting", deeds=_deeds(loop, ask))


def _deeds(loop: Loop, ask: Ask) -> list[KeyDeed]:
    way = FIRST[loop.kind]
    keys, cap = _KEYS[way]
    word, whole = words.LOOP_DEEDS[loop.kind]
    found = [KeyDeed(keys=keys, cap=cap, word=word, does=whole, press=lambda: ask(loop, way))]
    if way == WRITE:
        found.append(
            KeyDeed(
                keys=(Qt.Key.Key_L,),
                cap="L",
                word=words.LOG,
                does=words.LOG_ALL,
                press=lambda: ask(loop, LOG),
            )
        )
    if loop.kind is LoopKind.INTRODUCTION:
        met = KeyDeed(
            keys=(Qt.Key.Key_M,), cap="M", word=words.MET, does=words.MET_ALL, press=lambda: ask(loop, MET)
        )
        found.append(met)
    found.append(
        KeyDeed(
            keys=(Qt.Key.Key_X, *DELETE),
            cap="X",
            word=words.LET_GO,
            does=words.LET_GO_ALL,
            press=lambda: ask(loop, DISMISS),
        )
    )
    return found


def plan_deeds(done: Callable[[], object], remove: Callable[[], object]) -> list[KeyDeed]:
    """The deeds of a plan that lies ahead: done by the space bar, taken away by X; Enter is left to open it."""
    return [
        KeyDeed(
            keys=(Qt.Key.Key_Space,),
            cap="Space",
            word=words.LOOP_DEEDS[LoopKind.PLAN][0],
            does=words.LOOP_DEEDS[LoopKind.PLAN][1],
            press=done,
        ),
        KeyDeed(
            keys=(Qt.Key.Key_X, *DELETE), cap="X", word=words.LET_GO, does=words.LET_GO_ALL, press=remove
        ),
    ]
