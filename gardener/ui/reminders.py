"""The one digest of a day and the tray: a look each minute, at most one message, none while the garden rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gardener.domain.reminding import Known, Rules, Why, decide, next_digest
from gardener.remindings import Record
from gardener.settings import Preferences, rules_of
from gardener.ui import tray as trays
from gardener.ui.bridge import Bridge
from gardener.ui.tray import Tray
from gardener.words import reminding as words

LOOK_EVERY = 60_000
"""Milliseconds between two looks; a look costs next to nothing until the digest's time has come."""
COUNT_AFTER = 1_500
"""Milliseconds of rest after which today's items are counted again for the tray."""


class Reminders(QObject):
    """Made after the first paint; does nothing until something of it is chosen. said(str): to be shown in the window.

    openAsked(), checkInAsked(), sayAsked() and quitAsked() come from the tray.
    """

    said = Signal(str)
    openAsked = Signal()
    checkInAsked = Signal()
    sayAsked = Signal()
    quitAsked = Signal()

    def __init__(
        self,
        bridge: Bridge,
        preferences: Callable[[], Preferences],
        record: Record,
        in_sight: Callable[[], bool],
        window: QWidget,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge, self._preferences, self.record = bridge, preferences, record
        self._in_sight, self._clock = in_sight, clock
        self.tray: Tray | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)
        bridge.changed.connect(lambda _: self._count_soon())
        bridge.dayChanged.connect(lambda _: self._count_soon())
        self.apply()

    @property
    def rules(self) -> Rules:
        """What the person has chosen."""
        return rules_of(self._preferences())

    @property
    def can_hide(self) -> bool:
        """Whether a closed window may go on in the tray: so chosen, and the tray is really there."""
        chosen = self._preferences().close_to_tray == "on"
        return chosen and self.tray is not None and self.tray.is_visible

    def apply(self) -> None:
        """The preferences have changed: the tray comes or goes, and so do the looks."""
        wanted = self._preferences().tray == "on" and trays.is_there()
        if wanted and self.tray is None:
            self.tray = Tray(self._window)
            self.tray.openAsked.connect(self.openAsked)
            self.tray.checkInAsked.connect(self.checkInAsked)
            self.tray.sayAsked.connect(self.sayAsked)
            self.tray.quitAsked.connect(self.quitAsked)
            self._count_soon()
        elif not wanted and self.tray is not None:
            self.tray.remove()
            self.tray = None
        wanted = self.rules.digest is not None or self.tray is not None
        if wanted and not self._looking.isActive():
            self._looking.start()
            self.look()
        elif not wanted:
            self._looking.stop()

    def stop(self) -> None:
        """Looks no more."""
        self._looking.stop()
        self._counting.stop()
        if self.tray is not None:
            self.tray.remove()
            self.tray = None

    def look(self) -> None:
        """Shows the digest when it is time for it, and notes why or why not."""
        session, now = self._bridge.session, self._clock()
        if session.now is None:  # acting on another day, which has no hours
            return
        if self.tray is not None and not self._window.isVisible():
            self._bridge.look()  # nobody else looks while the window is away: what others wrote, and a new day
        if self.rules.digest is None:
            return
        why = decide(self.rules, now, self._known(1))
        if why is Why.SHOWN:
            self._bridge.look()
            count = len(session.agenda().items)
            why = decide(self.rules, now, self._known(count))
            if why is Why.SHOWN:
                self._say(words.digest(count))
        self.record.note(now, why)

    def test(self) -> None:
        """Shows one now, whatever the rules."""
        self._say(words.TEST_TEXT)
        self.record.note(self._clock(), Why.TEST)

    def next_at(self) -> datetime | None:
        """When the next digest may come."""
        return next_digest(self.rules, self._clock(), self.record.last)

    def why_now(self) -> Why:
        """Why a look of now would show a digest, or would not."""
        return decide(self.rules, self._clock(), self._known(len(self._bridge.session.agenda().items)))

    def _known(self, count: int) -> Known:
        session = self._bridge.session
        today = session.today
        return Known(
            last=self.record.last,
            count=count,
            done=today.isoformat() in session.garden.checkins,
            winter=session.garden.winter(today) is not None,
            in_sight=self._in_sight(),
        )

    def _say(self, text: str) -> None:
        if self.tray is not None and self.tray.is_visible:
            self.tray.say(text)
        else:
            self.said.emit(text)

    def _count_soon(self) -> None:
        if self.tray is not None:
            self._counting.start(COUNT_AFTER)

    def _count(self) -> None:
        if self.tray is not None:
            self.tray.show_count(len(self._bridge.session.agenda().items))
