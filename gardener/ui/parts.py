"""The small widgets that docks and forms are made of: labels, sections, rows, bars, scrolled columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
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


class Label(QLabel):
    """Plain text, whatever it holds; `kind` is one of the texts of the style sheet."""

    def __init__(self, text: str = "", kind: str = "body", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("kind", kind)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if kind == "head":
            font = QFont(self.font())
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
            self.setFont(font)


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


def plain_tip(text: str) -> str:
    """Text for a tooltip that Qt must not take for HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"


def button(words: str, press: Callable[[], object], *, kind: str = "", tip: str = "") -> QPushButton:
    """A button; an ampersand in `words` is shown as it is."""
    made = QPushButton(words.replace("&", "&&"))
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda _checked=False: press())
    return made


class Key(NamedTuple):
    """A one-key deed shown at the end of a row: the key, and what it does."""

    key: str
    does: str


class Card(QFrame):
    """A surface that is pressed as a whole, by mouse or Enter, with a coloured bar on its left and a visible focus.

    chosen(): pressed, or reached by keyboard. activated(): double-clicked, or Enter. removeAsked(): Delete, where the
    card is `removable`.
    """

    chosen = Signal()
    activated = Signal()
    removeAsked = Signal()

    def __init__(self, *, bar: str = "", bare: bool = False) -> None:
        super().__init__()
        self._bar = bar
        self._bare = bare
        self._hovered = False
        self._selected = False
        self._key: Label | None = None
        self.contact: str | None = None
        self.removable = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mark(self, selected: bool) -> None:
        """Shows whether its plant is the chosen one."""
        if selected != self._selected:
            self._selected = selected
            self._show_key()
            self.update()

    def event(self, event: QEvent) -> bool:
        """Keeps Delete to itself where it means this row and not the selected contact."""
        if (
            self.removable
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, its bar, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        role = "selected" if self._selected else "hover" if self._hovered else "card"
        if not self._bare or self._hovered:
            painter.setPen(Qt.PenStyle.NoPen if self._bare else QPen(theme.colour("line"), 1.0))
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(area, 7, 7)
        if self._bar:
            painter.setClipRect(QRectF(0, 0, 4.5, self.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._bar))
            painter.drawRoundedRect(QRectF(0, 0, 16, self.height()), 7, 7)
            painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up."""
        self._hovered = True
        self._show_key()
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes back to rest."""
        self._hovered = False
        self._show_key()
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keyboard: chooses its plant, so that the one-key deeds mean it."""
        super().focusInEvent(event)
        self._show_key()
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lets go of the ring."""
        super().focusOutEvent(event)
        self._show_key()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows go to the next row, Delete asks to take it away."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.chosen.emit()
                self.activated.emit()
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.removable:
                self.removeAsked.emit()
            case _:
                super().keyPressEvent(event)

    def _show_key(self) -> None:
        if self._key is not None:
            self._key.setVisible(self._hovered or self.hasFocus() or self._selected)


class Row(Card):
    """A card with a title, something aside, and a line of detail; `key` is shown while the row is in hand."""

    def __init__(
        self, title: str, detail: str = "", *, bar: str = "", key: Key | None = None, aside: str = ""
    ) -> None:
        super().__init__(bar=bar)
        self.setAccessibleName(", ".join(part for part in (title, aside, detail) if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + GRID // 2 + 2, 6, GRID, 7)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(ElidedLabel(title), 1)
        if aside:
            head.addWidget(Label(aside, "muted"))
        if key is not None:
            self._key = Label(key.key, "key")
            self._key.setToolTip(plain_tip(key.does))
            self._key.setVisible(False)
            head.addWidget(self._key)
        column.addLayout(head)
        if detail:
            column.addWidget(Label(detail, "muted", wrap=True))


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
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def put(layout: QLayout, widget: QWidget) -> None:
    """Adds a widget to a layout that may be on the screen already; it is there at once, not an event later."""
    layout.addWidget(widget)
    parent = widget.parentWidget()
    if parent is not None and parent.isVisible():
        widget.show()


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
    """A column of widgets that scrolls up and down, never sideways."""

    def __init__(self, *, margins: int = 2 * GRID) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self.inside = _Inside()
        inside.setObjectName("column")
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(margins, margins - 2, margins - 4, margins)
        self.rows.setSpacing(GRID // 2 + 1)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls so that the widget can be seen."""
        self.ensureWidgetVisible(widget, 0, GRID * 2)


class _Inside(QWidget):
    """What a column holds: as high as its width asks for, not as it would be were it as narrow as can be."""

    def minimumSizeHint(self) -> QSize:
        """The least width; the height is left to the width where the layout can tell it."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        return QSize(hint.width(), 0) if layout is not None and layout.hasHeightForWidth() else hint
