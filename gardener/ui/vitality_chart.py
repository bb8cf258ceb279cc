"""Vitality from their first sign until it withers, if nothing happens, with every interaction on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gardener.domain import why
from gardener.domain.growth import THIRSTY, THRIVING, WILTING, WITHERED, Climate, Growth
from gardener.domain.interaction import Direction
from gardener.ui import theme
from gardener.words import why as words
from gardener.words.dates import short_day

HEIGHT = 168
SAMPLES = 220
"""Days at which the curve is reckoned, besides those of signs."""
BACK, AHEAD = 1100, 400
"""At most so many days are shown before today and after it."""
LIMITS = ((THRIVING, "70"), (THIRSTY, "40"), (WILTING, "25"), (WITHERED, "15"))
_TOP, _LEFT, _RIGHT = 10.0, 10.0, 34.0
DOTS = {Direction.MUTUAL: "bar_green", Direction.INCOMING: "bar_drowning", Direction.OUTGOING: "bar_soggy"}


@dataclass(frozen=True, slots=True)
class Course:
    """What the chart shows: points in order of their days, marks of interactions, today, and the last day shown."""

    points: Sequence[tuple[date, float | None]]
    marks: Sequence[tuple[date, float | None, Direction]]
    today: date

    @property
    def first(self) -> date:
        """The first day shown."""
        return self.points[0][0]

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.points[-1][0]


def course(told: Sequence[why.Step], grown: Growth, today: date, climate: Climate) -> Course:
    """From the first interaction, or as far back as is shown, until it withers."""
    begun = told[0].interaction.day if told else today
    first = max(begun, _moved(today, -BACK))
    ahead = min(AHEAD, (grown.withers_on - today).days + 14 if grown.withers_on else AHEAD)
    last = _moved(today, max(21, ahead, (today - first).days // 6))
    span = max(1, (last - first).days)
    days = {first + timedelta(days=span * n // SAMPLES) for n in range(SAMPLES + 1)} | {today}
    spoken = [step.interaction for step in told if step.interaction.day >= first]
    for one in spoken:
        days |= {one.day, max(first, _moved(one.day, -1))}
    points = why.curve(told, sorted(days), climate)
    on = dict(points)
    return Course(points, [(one.day, on[one.day], one.direction) for one in spoken], today)


def _moved(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


class VitalityChart(QWidget):
    """Paints a course; says in words what it shows."""

    def __init__(self, shown: Course) -> None:
        super().__init__()
        self._course = shown
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(HEIGHT + 3 * (theme.scale() - 1) * 20))
        self.setAccessibleName(words.CHART)
        self.setAccessibleDescription(words.chart(shown.points, shown.today))
        self.setToolTip(words.CHART)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, limits, curve, interactions and days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * theme.TEXT["small"])
        painter.setFont(font)
        metrics = QFontMetricsF(font, self)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = QPainterPath()
        ground.addRoundedRect(frame, 10, 10)
        painter.fillPath(ground, theme.colour("card"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(ground)
        foot = metrics.height() + 12
        area = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - foot)
        self._limits(painter, area, metrics)
        self._curve(painter, area)
        self._days(painter, area, metrics)
        self._marks(painter, area)

    def _x(self, day: date, area: QRectF) -> float:
        span = max(1, (self._course.last - self._course.first).days)
        return area.left() + area.width() * (day - self._course.first).days / span

    @staticmethod
    def _y(vitality: float, area: QRectF) -> float:
        return area.bottom() - area.height() * vitality

    def _limits(self, painter: QPainter, area: QRectF, metrics: QFontMetricsF) -> None:
        for limit, name in LIMITS:
            y = self._y(limit, area)
            painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(area.right() + 5, y + metrics.ascent() / 2 - 1), name)

    def _curve(self, painter: QPainter, area: QRectF) -> None:
        now = self._x(self._course.today, area)
        known = [(self._x(day, area), self._y(v, area)) for day, v in self._course.points if v is not None]
        if not known:
            return
        line = QPainterPath(QPointF(*known[0]))
        for point in known[1:]:
            line.lineTo(QPointF(*point))
        fill = QPainterPath(line)
        fill.lineTo(QPointF(known[-1][0], area.bottom()))
        fill.lineTo(QPointF(known[0][0], area.bottom()))
        fill.closeSubpath()
        for left, right, strength in ((area.left(), now, 1.0), (now, area.right(), 0.45)):
            painter.save()
            painter.setClipRect(QRectF(left, 0, max(0.0, right - left), self.height()))
            painter.fillPath(fill, _lawn(area, strength))
            style = Qt.PenStyle.SolidLine if strength == 1.0 else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme.colour("bar_green"), 2.2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(line)
            painter.restore()

    def _marks(self, painter: QPainter, area: QRectF) -> None:
        for day, vitality, direction in self._course.marks:
            x = self._x(day, area)
            painter.setPen(QPen(theme.colour("card"), 1.5))
            painter.setBrush(theme.colour(DOTS[direction]))
            if direction is Direction.OUTGOING:
                drop = QPainterPath(QPointF(x, area.bottom() - 9))
                drop.cubicTo(x + 5, area.bottom() - 3, x + 4, area.bottom() + 1, x, area.bottom() + 1)
                drop.cubicTo(x - 4, area.bottom() + 1, x - 5, area.bottom() - 3, x, area.bottom() - 9)
                painter.drawPath(drop)
            elif vitality is not None:
                painter.drawEllipse(QPointF(x, self._y(vitality, area)), 4.5, 4.5)

    def _days(self, painter: QPainter, area: QRectF, metrics: QFontMetricsF) -> None:
        """The first day, today and the last one, as far as there is room."""
        shown = self._course
        base = area.bottom() + metrics.ascent() + 6
        now = self._x(shown.today, area)
        painter.setPen(QPen(theme.colour("ink"), 1.4))
        painter.drawLine(QPointF(now, area.top()), QPointF(now, area.bottom() + 3))
        word = metrics.horizontalAdvance(words.TODAY)
        middle = min(max(now - word / 2, area.left()), area.right() - word)
        painter.drawText(QPointF(middle, base), words.TODAY)
        painter.setPen(theme.colour("muted"))
        first, last = (short_day(day, today=shown.today) for day in (shown.first, shown.last))
        if area.left() + metrics.horizontalAdvance(first) + 12 < middle:
            painter.drawText(QPointF(area.left(), base), first)
        left = self.width() - 10 - metrics.horizontalAdvance(last)
        if left > middle + word + 12:
            painter.drawText(QPointF(left, base), last)


def _lawn(area: QRectF, strength: float) -> QLinearGradient:
    """Green where it is lively, straw where it is thirsty, brown at the foot."""
    made = QLinearGradient(area.topLeft(), area.bottomLeft())
    for at, role in (
        (0.0, "bar_green"),
        (1 - THIRSTY - 0.08, "bar_green"),
        (1 - WILTING, "bar_thirsty"),
        (1.0, "bar_withered"),
    ):
        colour = QColor(theme.colour(role))
        colour.setAlphaF(0.34 * strength)
        made.setColorAt(at, colour)
    return made
