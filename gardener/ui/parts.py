"""The small widgets that docks and forms are made of: labels, buttons, headings, bars, scrolled columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import theme
from gardener.ui.theme import GRID
from gardener.words.dates import number

_ENDLESS = re.compile(r"\S{24}(?=\S{8})")
"""A piece of a word that is longer than any name."""
FAST = "\u00a0"
"""A space at which no line breaks."""
_TOGETHER = re.compile(r"(?:\b[A-Z][a-z]{2} )?\b\d{1,2} [A-Z][a-z]{2}\b(?: \d{4}\b)?|\d %")
"""A day or a percentage as the program writes it."""


class Label(QLabel):
    """Plain text, whatever it holds; `kind` is one of the texts of the style sheet."""

    def __init__(self, text: str = "", kind: str = "body", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.setProperty("kind", kind)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if kind == "head":
            font = QFont(self.font())
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
            self.setFont(font)

    def setText(self, text: str) -> None:
        """Shows `text`; where lines wrap, a word without end goes on in the next line too, a day or a percentage does not.
        What can be copied stays as it is."""
        copied = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        super().setText(breakable(together(text)) if self.wordWrap() and not copied else text)

    def text(self) -> str:
        """What it says, however its lines are held together."""
        return super().text().replace(FAST, " ")


class Title(Label):
    """A title of at most so many lines; what is longer ends in an ellipsis and stands whole in the tooltip."""

    def __init__(self, text: str = "", kind: str = "title", *, most: int = 2) -> None:
        self._whole, self._most = "", most
        super().__init__("", kind, wrap=True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows `text`, as much of it as there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def set_most(self, lines: int) -> None:
        """Lets it have so many lines at most."""
        if lines != self._most:
            self._most = lines
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the text again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # a tenth of every line may stay empty where a word goes on in the next
        margins = self.contentsMargins()
        room = round((self.width() - margins.left() - margins.right()) * (self._most - 0.1 * self._most))
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(120, room))
        if breakable(shown) != self.text():
            super().setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


class ElidedLabel(Label):
    """One line that ends in an ellipsis where room ends; the whole text in the tooltip."""

    def __init__(self, text: str = "", kind: str = "body") -> None:
        super().__init__("", kind)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Shows `text`."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the text again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(8, self.width() - 2))
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())


def breakable(text: str) -> str:
    """`text` with places to break a line at inside words that are longer than any name."""
    return _ENDLESS.sub(lambda found: found[0] + "\u200b", text)


def together(text: str) -> str:
    """`text` whose days, such as 'Wed 25 Nov 2026', and percentages stay in one line."""
    return _TOGETHER.sub(lambda found: found[0].replace(" ", FAST), text)


def plain_tip(text: str) -> str:
    """Text for a tooltip that Qt must not take for HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"


class Button(QPushButton):
    """A button that Enter presses too when it has the keyboard, in a dialog as in the window.

    Qt's own leaves Enter to the dialog, which presses its default button, whichever the eye is on.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses once, however long it is held."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            if self.menu() is not None:
                self.showMenu()
            else:
                self.click()


def button(words: str, press: Callable[[], object], *, kind: str = "", tip: str = "") -> Button:
    """A button; an ampersand in `words` is shown as it is."""
    made = Button(words.replace("&", "&&"))
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda _checked=False: press())
    return made


class Bar(QWidget):
    """A quantity as a filled length, 0..1; `mark` is a further length of warning, drawn beside."""

    def __init__(self, role: str = "bar_green") -> None:
        super().__init__()
        self._part = 0.0
        self._role = role
        self.setFixedHeight(GRID)
        self.setMinimumWidth(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float, role: str) -> None:
        """Fills to `part` in the colour `role`."""
        self._part, self._role = min(1.0, max(0.0, part)), role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track and the filled length."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        track = QRectF(0, 1, self.width(), self.height() - 2)
        painter.drawRoundedRect(track, 3, 3)
        if self._part > 0:
            painter.setBrush(theme.colour(self._role))
            painter.drawRoundedRect(QRectF(0, 1, max(6.0, track.width() * self._part), track.height()), 3, 3)


class Dot(QWidget):
    """The dot of one interaction on the line of a history."""

    def __init__(self, role: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._role, self._first, self._last = role, first, last
        self.setFixedWidth(14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line through, and the dot on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = min(15.0, self.height() / 2)
        painter.setPen(QPen(theme.colour("line"), 2))
        top = middle if self._first else 0.0
        foot = middle if self._last else float(self.height())
        painter.drawLine(QPointF(7, top), QPointF(7, foot))
        painter.setPen(QPen(theme.colour("paper"), 2))
        painter.setBrush(theme.colour(self._role))
        painter.drawEllipse(QPointF(7, middle), 5.5, 5.5)


def heading(words: str, count: int | None = None) -> Label:
    """The small heading of a section, with how many."""
    label = Label(words if count is None else f"{words} · {number(count)}", "head")
    label.setFont(theme.tabular(label.font()))
    label.setContentsMargins(0, GRID + GRID // 2, 0, 2)
    return label


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go.

    Of a widget `takeAt` would hand out an item that PySide (6.11) never frees: some bytes for each row ever shown.
    """
    while (item := layout.itemAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            layout.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
            continue
        layout.takeAt(0)
        if inner is not None:
            clear(inner)
            inner.deleteLater()


@contextmanager
def anew(layout: QLayout) -> Iterator[None]:
    """Fills a layout anew; what stood there before goes afterwards, so that the keyboard can be handed over meanwhile."""
    former = [
        widget for at in range(layout.count()) if (item := layout.itemAt(at)) and (widget := item.widget())
    ]
    for widget in former:
        layout.removeWidget(widget)
    yield
    for widget in former:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


def has_keyboard(widget: QWidget) -> bool:
    """Whether the keyboard is on it, or comes back to it when the form that stands over its window closes."""
    return widget.window().focusWidget() is widget


def put(layout: QLayout, widget: QWidget) -> None:
    """Adds a widget to a layout that may be on the screen already; it is there at once, not an event later."""
    layout.addWidget(widget)
    parent = widget.parentWidget()
    if parent is not None and parent.isVisible():
        widget.show()


def first_stop(area: QWidget) -> QWidget | None:
    """The area itself, or the first in it that takes the keyboard by Tab; null when nothing there does now."""
    return next(
        (
            widget
            for widget in (area, *area.findChildren(QWidget))
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.isEnabled()
            and not widget.focusProxy()
        ),
        None,
    )


def in_order(areas: Sequence[QWidget]) -> None:
    """Lets Tab go through these areas one after the other, and through each in the order in which it was built."""
    window = next((area.window() for area in areas), None)
    stops = [
        widget
        for area in areas
        for widget in (area, *area.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is window
        and not widget.focusProxy()
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


class Column(QScrollArea):
    """A column of widgets that scrolls up and down, never sideways. What has the keyboard is in sight, whoever gave it."""

    def __init__(self, *, margins: int = 2 * GRID) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self.inside = Inside()
        inside.setObjectName("column")
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(margins, margins - 2, margins - 4, margins)
        self.rows.setSpacing(GRID // 2 + 1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # What is pressed by mouse stays under the mouse.
        if now is not None and self.inside.isAncestorOf(now) and not QApplication.mouseButtons():
            self.reveal(now)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls so that the widget can be seen."""
        self.ensureWidgetVisible(widget, 0, GRID * 2)


class Inside(QWidget):
    """What a scrolled column holds: as high as its width asks for, not as it would be were it as narrow as can be."""

    def minimumSizeHint(self) -> QSize:
        """The least width; the height is left to the width where the layout can tell it."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        return QSize(hint.width(), 0) if layout is not None and layout.hasHeightForWidth() else hint
