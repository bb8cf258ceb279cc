"""Quiet lines above the garden: that this is a sample, and once, after a first import or log, who I am."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gardener.session import Done, Session
from gardener.settings import Preferences
from gardener.ui import theme
from gardener.ui.alert import alert
from gardener.ui.parts import Label, button, plain_tip
from gardener.ui.places import Places
from gardener.ui.theme import GRID
from gardener.words import notices as words

WHO_I_AM = "who-i-am"
"""How the question is remembered as asked."""
FIRST_DEEDS = frozenset({"import", "log"})
"""Deeds after the first of which it is asked."""


class Notices(QWidget):
    """Stands around `below` with room for notices above it; at most one of each kind, none of them takes the keyboard.

    leaveAsked(): leave the sample. whoAsked(): open the preferences where they ask who I am. wakeAsked(): end the winter.
    """

    leaveAsked = Signal()
    wakeAsked = Signal()
    whoAsked = Signal()

    def __init__(
        self, below: QWidget, session: Session, places: Places, preferences: Callable[[], Preferences]
    ) -> None:
        super().__init__()
        self._session, self._places, self._preferences = session, places, preferences
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(below, 1)
        self.sample: Notice | None = None
        self.who: Notice | None = None
        self.winter: Notice | None = None

    @property
    def lines(self) -> tuple[Notice, ...]:
        """The notices that there are, from above."""
        return tuple(notice for notice in (self.sample, self.winter, self.who) if notice is not None)

    def refresh(self) -> None:
        """Shows or takes away the line of the sample, and the question once it is answered."""
        garden = self._session.garden
        is_sample = garden.is_sample
        if is_sample and self.sample is None:
            self.sample = Notice(words.SAMPLE, "sample")
            self.sample.add(words.LEAVE, self.leaveAsked.emit)
            self._column.insertWidget(0, self.sample)
        if self.sample is not None:
            self.sample.setVisible(is_sample)
            if is_sample:
                own = garden.has_own
                self.sample.say(
                    words.SAMPLE_OWN if own else words.SAMPLE,
                    short=words.SAMPLE_OWN_SHORT if own else words.SAMPLE_SHORT,
                )
        if self.who is not None and _known(self._preferences()):
            self._let_go()
        self._tell_winter()

    def _tell_winter(self) -> None:
        """While the whole garden rests a line says so, and ends it."""
        today = self._session.today
        held = self._session.garden.winter(today)
        if held is None:
            if self.winter is not None:
                self.winter.hide()
            return
        from gardener.words import resting

        if self.winter is None:
            self.winter = Notice("", "sample")
            self.winter.add(resting.END, self.wakeAsked.emit)
            self._column.insertWidget(1 if self.sample is not None else 0, self.winter)
        self.winter.show()
        self.winter.say(resting.winter(held, today))

    def done(self, done: Done) -> None:
        """A deed of the person's own: after the first import or log the question is asked, once and never again."""
        if (
            done.what.code not in FIRST_DEEDS
            or WHO_I_AM in self._places.asked
            or self._session.garden.is_sample
        ):
            return
        self._places.keep_asked(WHO_I_AM)
        if not _known(self._preferences()):
            self.ask_who()

    def ask_who(self) -> None:
        """Shows the question."""
        if self.who is not None:
            return
        self.who = Notice(words.WHO, "asks")
        self.who.say(words.WHO, short=words.WHO_SHORT)
        self.who.setAccessibleName(words.WHO_NAME)
        self.who.add(words.SAY_WHO, self._say_who)
        self.who.add(words.NOT_NOW, self._let_go)
        self._column.insertWidget(1 if self.sample is not None else 0, self.who)
        self.who.show()  # at once, so that Tab comes to it
        alert(self.who)

    def _say_who(self) -> None:
        self._let_go()
        self.whoAsked.emit()

    def _let_go(self) -> None:
        if self.who is not None:
            self.who.hide()
            self.who.deleteLater()
            self.who = None


class Notice(QFrame):
    """One quiet line with its buttons at the end."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        self._whole, self._short = text, ""
        self.setObjectName("notice")
        self.setProperty("tone", tone)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID - 2, 2 * GRID, GRID - 2)
        self._row.setSpacing(GRID)
        self.text = Label(text, wrap=True)
        self._row.addWidget(self.text, 1)
        self._buttons = QWidget()
        presses = QHBoxLayout(self._buttons)
        presses.setContentsMargins(0, 0, 0, 0)
        presses.setSpacing(GRID)
        self._row.addWidget(self._buttons)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, text: str, *, short: str = "") -> None:
        """Shows `text`; `short` where there is no room for it in one line."""
        self._whole, self._short = text, short
        self.setAccessibleName(text)
        self._fit()

    def add(self, name: str, press: Callable[[], object]) -> None:
        """A further button."""
        layout = self._buttons.layout()
        if layout is not None:
            layout.addWidget(button(name, press))

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_buttons"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the line is narrow the buttons stand below the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, beside = self.text.fontMetrics(), self.width() - self._buttons.sizeHint().width() - 6 * GRID
        brief = bool(self._short) and metrics.horizontalAdvance(self._whole) > beside
        self.text.setText(self._short if brief else self._whole)
        self.text.setToolTip(plain_tip(self._whole) if brief else "")
        narrow = min(metrics.horizontalAdvance(self.text.text()), theme.wide(300)) > beside
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)
            side = Qt.AlignmentFlag.AlignRight if narrow else Qt.AlignmentFlag.AlignVCenter
            self._row.setAlignment(self._buttons, side)


def _known(preferences: Preferences) -> bool:
    """Whether the person has said who they are."""
    return bool(preferences.my_names or preferences.my_addresses or preferences.my_profile)
