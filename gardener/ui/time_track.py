"""The track of the time line: months, marks of what happened, today's notch, and the handle; a slider of days."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip

from gardener.ui import theme
from gardener.ui.parts import plain_tip
from gardener.ui.time_marks import Days, Marks
from gardener.ui.time_scale import Scale, last_day, month_on, scale_of
from gardener.words import time_line as words

MARGIN = 14.0
ZONE, GROOVE = 17.0, 6.0
"""Heights of the room for the marks above the groove, and of the groove."""
KNOB = 8.0
SNAP = 5.0
"""So many pixels around today are today."""
BIN = 3
"""Pixels that share one mark."""
PINK = {"light": "#c8577e", "dusk": "#e58aa8", "contrast": "#8c0f45"}
"""Introductions have the colour of a flower."""


class TimeTrack(QSlider):
    """The value is the day, counted from today: below 0 the past, above it what lies ahead. reached(): a hand or a key is
    about to move it."""

    reached = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("timeTrack")
        self.setAccessibleDescription(words.ABOUT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setSingleStep(1)
        self.setPageStep(30)
        self.marks = Marks()
        self.today = date.today()
        self._drawn: QPixmap | None = None
        self._hovered = False
        self.valueChanged.connect(lambda _: self._say())

    # What is shown

    @property
    def day(self) -> date:
        """The day at the handle."""
        return self.today + timedelta(days=self.value())

    @property
    def scale(self) -> Scale:
        """Where the days lie now."""
        return scale_of(
            self.marks.first, self.today, last_day(self.today), left=MARGIN, right=self.width() - MARGIN
        )

    def show_garden(self, marks: Marks, today: date) -> None:
        """Shows the marks of a garden; the handle stays at its day, as far as the line has it."""
        day = today if self.day == self.today else self.day
        self.marks, self.today, self._drawn = marks, today, None
        scale = self.scale
        self.blockSignals(True)
        self.setRange((scale.first - today).days, (scale.last - today).days)
        self.setValue((day - today).days)
        self.blockSignals(False)
        self._say()
        self.update()

    def show_day(self, day: date) -> None:
        """Puts the handle at a day without a signal."""
        self.blockSignals(True)
        self.setValue((day - self.today).days)
        self.blockSignals(False)
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(f"{words.NAME}: {words.value(self.day, self.today)}")

    # Hand and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle comes to the hand."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reached.emit()
            self.setSliderDown(True)
            self._reach(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self.isSliderDown():
            self._reach(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self.update()

    def _reach(self, x: float) -> None:
        scale = self.scale
        self.setValue(0 if abs(x - scale.notch) < SNAP else (scale.day(x) - self.today).days)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A day for each notch, a week with Ctrl or Shift held; upwards is later."""
        self.reached.emit()
        turn = event.angleDelta().y() or event.angleDelta().x()
        fast = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if turn:
            self.setValue(self.value() + (1 if turn > 0 else -1) * (7 if fast else 1))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows a day, Page Up and Page Down a month, Home the first day, End and Esc back to today."""
        self.reached.emit()
        key, scale = event.key(), self.scale
        later = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in later:
            self.setValue(self.value() + later[Qt.Key(key)])
        elif key in months:
            day = month_on(self.day, months[Qt.Key(key)], first=scale.first, last=scale.last)
            self.setValue((day - self.today).days)
        elif key == Qt.Key.Key_Home:
            self.setValue(self.minimum())
        elif key == Qt.Key.Key_End or (key == Qt.Key.Key_Escape and self.value()):
            self.setValue(0)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """What happened on the day under the hand, and another look of the window."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos().x())), self)
            return True
        if kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._hovered = kind == QEvent.Type.Enter
            self.update()
        elif kind in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._drawn = None
            self.updateGeometry()
        return bool(super().event(event))

    def _tip(self, x: float) -> str:
        scale, marks = self.scale, self.marks
        day = scale.day(x)
        first, last = scale.day(x - BIN).toordinal(), scale.day(x + BIN).toordinal()

        def near(days: Days) -> int:
            return sum(days.get(each, 0) for each in range(first, last + 1))

        found = near(marks.talks), near(marks.moves), near(marks.introductions), near(marks.withered)
        return words.marks(day, *found, self.today)

    # Painting

    def sizeHint(self) -> QSize:
        """As high as the marks and one line of small words."""
        return QSize(320, round(4 + ZONE + GROOVE + 8 + QFontMetricsF(self._small()).height()))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks lie elsewhere."""
        super().resizeEvent(event)
        self._drawn = None

    def _small(self) -> QFont:
        font = theme.tabular(self.font())
        font.setPointSizeF(max(6.0, font.pointSizeF() * theme.TEXT["small"]))
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks as they were drawn once, and the handle."""
        if self._drawn is None:
            ratio = self.devicePixelRatioF()
            self._drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._drawn)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Drawing(inner, self.scale, self._small()).draw(self.marks, self.today)
            inner.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_handle(painter)

    def _paint_handle(self, painter: QPainter) -> None:
        scale, middle = self.scale, 4 + ZONE + GROOVE / 2
        x, role = scale.x(self.day), "green" if self.day == self.today else "water"
        painter.setPen(Qt.PenStyle.NoPen)
        if self.day != self.today:
            painter.setBrush(theme.colour("water"))
            left, right = sorted((x, scale.notch))
            painter.drawRoundedRect(QRectF(left, middle - GROOVE / 2, right - left, GROOVE), 3, 3)
            painter.setPen(QPen(theme.colour("water"), 1.5))
            painter.drawLine(QPointF(x, 3), QPointF(x, middle))
        knob = KNOB + (1.0 if self.isSliderDown() or self._hovered else 0.0)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, middle), knob + 3, knob + 3)
        painter.setPen(QPen(theme.colour("card"), 2))
        painter.setBrush(theme.colour(role))
        painter.drawEllipse(QPointF(x, middle), knob, knob)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(QPointF(x, middle), 2.4, 2.4)


class _Drawing:
    """Draws what stays: groove, months and marks."""

    def __init__(self, painter: QPainter, scale: Scale, font: QFont) -> None:
        self._painter, self._scale, self._font = painter, scale, font
        self._top = 4 + ZONE

    def draw(self, marks: Marks, today: date) -> None:
        self._groove()
        self._months()
        self._blades(marks.talks)
        for x, count in self._binned(marks.withered):
            self._withered(x, count, ahead=x > self._scale.notch)
        for x, _ in self._binned(marks.moves):
            self._diamond(x)
        for x, _ in self._binned(marks.introductions):
            self._flower(x)
        self._notch()

    def _binned(self, days: Days) -> list[tuple[float, int]]:
        """How many there are around a pixel."""
        found: Counter[int] = Counter()
        first, last = self._scale.first.toordinal(), self._scale.last.toordinal()
        for day, count in days.items():
            if first <= day <= last:
                found[int(self._scale.x(date.fromordinal(day)) // BIN)] += count
        return [(at * BIN + BIN / 2, count) for at, count in sorted(found.items())]

    def _groove(self) -> None:
        painter, scale = self._painter, self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(QRectF(scale.left, self._top, scale.notch - scale.left, GROOVE), 3, 3)
        dashes = QPen(theme.colour("edge"), 1.5, Qt.PenStyle.CustomDashLine)
        dashes.setDashPattern([2.0, 3.0])
        painter.setPen(dashes)
        middle = self._top + GROOVE / 2
        painter.drawLine(QPointF(scale.notch + 4, middle), QPointF(scale.right, middle))

    def _months(self) -> None:
        painter, scale, metrics = self._painter, self._scale, QFontMetricsF(self._font)
        painter.setFont(self._font)
        wide = metrics.horizontalAdvance("Sep"), metrics.horizontalAdvance("2026")
        foot = self._top + GROOVE
        for tick in scale.ticks(month=wide[0], year=wide[1]):
            painter.setPen(QPen(theme.colour("edge" if tick.year else "line"), 1))
            painter.drawLine(QPointF(tick.x, foot + 1), QPointF(tick.x, foot + (7 if tick.year else 4)))
            if tick.text:
                painter.setPen(theme.colour("ink" if tick.year else "muted"))
                painter.drawText(QPointF(tick.x + 3, foot + 5 + metrics.ascent()), tick.text)

    def _blades(self, talks: Days) -> None:
        binned = self._binned(talks)
        most = max((count for _, count in binned), default=1)
        pen = QPen(_clear("bar_green", 210), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        for x, count in binned:
            high = 3.5 + (ZONE - 6.0) * (count / most) ** 0.6
            self._painter.drawLine(QPointF(x, self._top - 1), QPointF(x + 0.6, self._top - high))

    def _withered(self, x: float, count: int, *, ahead: bool) -> None:
        """A drop of brown hanging from the groove."""
        high = min(5.5, 2.5 + 0.8 * count)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_clear("bar_withered", 150 if ahead else 235))
        self._painter.drawRoundedRect(QRectF(x - 1.2, self._top + GROOVE - 2.0, 2.4, high + 2.0), 1.2, 1.2)

    def _diamond(self, x: float) -> None:
        y, r = self._top + GROOVE / 2, 2.6
        path = QPainterPath(QPointF(x, y - r))
        for point in (QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)):
            path.lineTo(point)
        path.closeSubpath()
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.fillPath(path, theme.colour("edge"))

    def _flower(self, x: float) -> None:
        self._painter.setPen(QPen(theme.colour("band"), 1))
        self._painter.setBrush(QColor(PINK[theme.name()]))
        self._painter.drawEllipse(QPointF(x, 5.0), 3.0, 3.0)

    def _notch(self) -> None:
        x = self._scale.notch
        self._painter.setPen(QPen(theme.colour("ink"), 1.6))
        self._painter.drawLine(QPointF(x, self._top - 9), QPointF(x, self._top + GROOVE + 5))


def _clear(role: str, alpha: int) -> QColor:
    found = theme.colour(role)
    found.setAlpha(alpha)
    return found
