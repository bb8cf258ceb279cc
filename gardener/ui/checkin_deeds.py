"""The deeds of the check-in: which an item carries, on which keys, its own right one on Enter."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt

from gardener.domain.items import CAN_WAIT, Item, ItemKind
from gardener.domain.loops import LoopKind
from gardener.domain.stage import Ending
from gardener.ui.cards import ENTER, KeyDeed
from gardener.words import checkin as words

Ask = Callable[[str], object]


class Way(StrEnum):
    """What can be done with an item; a reason for the compost is `compost:` and the reason."""

    SEEN = "seen"
    SHOW = "show"
    WRITE = "write"
    LOG = "log"
    FORM = "form"
    REST = "rest"
    COMPOST = "compost"
    LET_BE = "let-be"
    TOMORROW = "tomorrow"
    DONE = "done"
    DISMISS = "dismiss"
    PLAN = "plan"
    BEFORE = "before"
    MET = "met"
    OPEN = "open"


_KEYS: dict[str, tuple[Qt.Key, str]] = {
    Way.SEEN: (Qt.Key.Key_G, "G"),
    Way.SHOW: (Qt.Key.Key_S, "S"),
    Way.WRITE: (Qt.Key.Key_W, "W"),
    Way.LOG: (Qt.Key.Key_L, "L"),
    Way.FORM: (Qt.Key.Key_F, "F"),
    Way.REST: (Qt.Key.Key_R, "R"),
    Way.COMPOST: (Qt.Key.Key_C, "C"),
    Way.LET_BE: (Qt.Key.Key_B, "B"),
    Way.TOMORROW: (Qt.Key.Key_T, "T"),
    Way.DONE: (Qt.Key.Key_D, "D"),
    Way.DISMISS: (Qt.Key.Key_X, "X"),
    Way.PLAN: (Qt.Key.Key_P, "P"),
    Way.BEFORE: (Qt.Key.Key_K, "K"),
    Way.MET: (Qt.Key.Key_M, "M"),
    Way.OPEN: (Qt.Key.Key_O, "O"),
}
_OF_PLANT = (
    (Way.PLAN, words.PLAN),
    (Way.REST, words.REST),
    (Way.COMPOST, words.COMPOST),
)
_WRITTEN = ((Way.LOG, words.LOG), (Way.FORM, words.FORM))
_OF_KIND: dict[ItemKind, tuple[tuple[Way, str], ...]] = {
    ItemKind.MEANWHILE: ((Way.SEEN, words.GOOD), (Way.SHOW, words.SHOW)),
    ItemKind.REPLIED: ((Way.SEEN, words.GOOD), (Way.WRITE, words.WRITE), *_WRITTEN, (Way.PLAN, words.PLAN)),
    ItemKind.INTRODUCED: ((Way.SEEN, words.GOOD), (Way.WRITE, words.WRITE), (Way.PLAN, words.PLAN)),
    ItemKind.WITHERED: ((Way.LET_BE, words.LET_BE), (Way.WRITE, words.WRITE), (Way.LOG, words.LOG), *_OF_PLANT),
    ItemKind.WILTED: ((Way.WRITE, words.WRITE), *_WRITTEN, (Way.LET_BE, words.LET_BE), *_OF_PLANT),
    ItemKind.RECOVERED: ((Way.SEEN, words.GOOD), (Way.WRITE, words.WRITE), (Way.PLAN, words.PLAN)),
    ItemKind.WITHERED_SEED: (
        (Way.LET_BE, words.LET_BE), (Way.WRITE, words.SOW), (Way.LOG, words.LOG), *_OF_PLANT,
    ),
    ItemKind.WATER: ((Way.WRITE, words.WRITE), *_WRITTEN, (Way.LET_BE, words.NOT_THIS_WEEK), *_OF_PLANT),
    ItemKind.SOW: (
        (Way.WRITE, words.SOW), (Way.LOG, words.LOG), (Way.LET_BE, words.NOT_THIS_WEEK), *_OF_PLANT,
    ),
    ItemKind.LET_BE: ((Way.LET_BE, words.LET_BE), *_OF_PLANT),
}  # fmt: skip
_OF_LOOP: dict[LoopKind, tuple[tuple[Way, str], ...]] = {
    LoopKind.REPLY: ((Way.WRITE, words.ANSWER), *_WRITTEN),
    LoopKind.THANKS: ((Way.WRITE, words.THANK), *_WRITTEN),
    LoopKind.PROMISE: ((Way.DONE, words.DONE_IT), (Way.PLAN, words.OTHER_DAY)),
    LoopKind.PLAN: (
        (Way.DONE, words.DONE_IT),
        (Way.BEFORE, words.BEFORE),
        (Way.WRITE, words.WRITE),
        (Way.FORM, words.FORM),
        (Way.PLAN, words.OTHER_DAY),
    ),
    LoopKind.INTRODUCTION: (
        (Way.WRITE, words.ASK_HOW),
        *_WRITTEN,
        (Way.MET, words.MET),
        (Way.OPEN, words.OPEN_RECORD),
    ),
    LoopKind.OPT_IN: ((Way.WRITE, words.ASK_YES), *_WRITTEN, (Way.OPEN, words.OPEN_RECORD)),
    LoopKind.TELL: ((Way.WRITE, words.TELL), *_WRITTEN),
    LoopKind.APPLICATION: ((Way.OPEN, words.OPEN_RECORD), (Way.WRITE, words.ASK_WORD), *_WRITTEN),
}
_DEFAULT: tuple[tuple[Way, str], ...] = ((Way.WRITE, words.WRITE), *_WRITTEN)
_REASONS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


def ways_of(item: Item) -> tuple[tuple[Way, str], ...]:
    """The deeds of an item with their words, its own right one first."""
    if item.loop is not None:
        found = _OF_LOOP.get(item.loop.kind, _DEFAULT)
        found = (*found, (Way.DISMISS, words.LET_GO))
    else:
        found = _OF_KIND.get(item.kind, _DEFAULT)
    return (*found, (Way.TOMORROW, words.TOMORROW)) if item.kind in CAN_WAIT else found


def has_compost(item: Item) -> bool:
    """Whether the item can be put on the compost."""
    return any(way is Way.COMPOST for way, _ in ways_of(item))


def deeds_of(item: Item, ask: Ask, *, reachable: bool) -> tuple[KeyDeed, ...]:
    """The deeds on their keys; where no address is kept Enter logs instead of writing. `ask` is told the way."""
    nobody = item.loop is not None and item.loop.contact is None
    cannot = {Way.WRITE, Way.LOG, Way.FORM} if nobody else set() if reachable else {Way.WRITE}
    found = [pair for pair in ways_of(item) if pair[0] not in cannot]
    made = [_deed(way, word, ask, first=at == 0) for at, (way, word) in enumerate(found)]
    return tuple(made)


def reasons_of(item: Item, ask: Ask) -> tuple[KeyDeed, ...]:
    """The reasons for the compost, each on a figure."""
    if not has_compost(item):
        return ()
    return tuple(
        _reason(key, str(at), ending, ask)
        for at, (key, ending) in enumerate(zip(_REASONS, Ending, strict=True), start=1)
    )


def _reason(key: Qt.Key, cap: str, ending: Ending, ask: Ask) -> KeyDeed:
    word = words.ending(ending)
    return KeyDeed(
        keys=(key,),
        cap=cap,
        word=word,
        does=f"{words.WHY} {word}",
        press=lambda: ask(f"{Way.COMPOST}:{ending}"),
    )


def _deed(way: Way, word: str, ask: Ask, *, first: bool) -> KeyDeed:
    key, cap = _KEYS[way]
    keys = (*ENTER, Qt.Key.Key_Space, key) if first else (key,)
    return KeyDeed(keys=keys, cap=cap, word=word, does=word, press=lambda: ask(str(way)))
