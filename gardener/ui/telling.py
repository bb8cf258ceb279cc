"""What is said after a deed: a message with Undo when something was taken away, else a passing word in the status bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gardener.domain.changes import What
from gardener.domain.stage import Stage
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.toasts import Toasts
from gardener.words import deeds
from gardener.words import window as words

if TYPE_CHECKING:
    from gardener.domain.deeds import TakenBack

TAKES_AWAY = frozenset(
    {
        "remove",
        "remove-log",
        "take-back",
        "rest",
        "leave-alone",
        "import",
        "sample",
        "leave-sample",
        "dismiss",
        "plan-done",
        "remove-plan",
        "remove-opportunity",
        "remove-introduction",
        "remove-target",
        "soil-learnt",
        "soil-reset",
    }
)
"""Deeds after which a message with Undo stands for a while; so it does after a move to the compost."""


class Telling(QObject):
    """Hears the bridge; `say` is the passing word."""

    def __init__(self, bridge: Bridge, toasts: Toasts, say: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._toasts, self._say = bridge, toasts, say
        for moved_on in (bridge.done, bridge.undone, bridge.redone, bridge.wentTo, bridge.tookBack):
            moved_on.connect(self._withdraw)
        bridge.done.connect(self._done)
        bridge.undone.connect(self._undone)
        bridge.redone.connect(self._redone)
        bridge.tookBack.connect(self._took_back)
        bridge.refused.connect(toasts.refuse)
        bridge.failed.connect(toasts.refuse)

    def _withdraw(self, _: object) -> None:
        """An earlier Undo would undo another deed now."""
        self._toasts.withdraw()

    def _done(self, done: Done) -> None:
        self._toasts.heal()
        sentence = deeds.done(done.what)
        to_compost = done.what.code == "move" and done.what.facts.get("to") == str(Stage.COMPOST)
        if done.what.code in TAKES_AWAY or to_compost:
            self._toasts.say(sentence, press=self._bridge.undo)
        else:
            self._say(sentence)

    def _undone(self, what: What) -> None:
        self._say(words.undone(deeds.done(what)))

    def _redone(self, what: What) -> None:
        self._say(words.redone(deeds.done(what)))

    def _took_back(self, taken: TakenBack) -> None:
        sentence = deeds.done(taken.deed.what)
        if taken.kept:
            sentence = f"{sentence}. {words.kept_back(len(taken.kept))}"
        self._toasts.say(sentence, press=self._bridge.undo)
