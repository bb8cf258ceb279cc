"""What every chart is drawn with: the theme's colours, the fonts, and the shapes of leaf, stem and fruit."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from gardener.ui import theme

FRUIT_ROLES = ("bar_thirsty", "bar_waiting", "bar_waiting")
FRUIT_SIZES = (0.34, 0.44, 0.56)
"""Colours and radii of interview, second interview and offer; radii in lines of text."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Fonts of one size, and the theme's colours by role. `line` is the height of a line of text, in pixels."""

    body: QFont
    small: QFont
    strong: QFont
    large: QFont

    @classmethod
    def of(cls, font: QFont) -> Ink:
        """From the font of a widget, or of a picture."""
        small, strong, large = QFont(font), QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() * theme.TEXT["small"])
        strong.setWeight(QFont.Weight.DemiBold)
        large.setPointSizeF(font.pointSizeF() * 1.7)
        large.setWeight(QFont.Weight.DemiBold)
        return cls(QFont(font), small, strong, large)

    @property
    def line(self) -> float:
        """Of the body's text."""
        return QFontMetricsF(self.body).height()

    @property
    def small_line(self) -> float:
        """Of the small text."""
        return QFontMetricsF(self.small).height()

    @staticmethod
    def colour(role: str, opacity: float = 1.0) -> QColor:
        """A colour of the theme."""
        found = theme.colour(role)
        found.setAlphaF(opacity)
        return found

    @staticmethod
    def width(font: QFont, text: str) -> float:
        """Of a text, in pixels."""
        return QFontMetricsF(font).horizontalAdvance(text)

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        *,
        font: QFont | None = None,
        role: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line of text in a box, elided where it does not fit."""
        chosen = font or self.body
        painter.setFont(chosen)
        painter.setPen(self.colour(role))
        shown = QFontMetricsF(chosen).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(Qt.PenStyle.NoPen)


def leaf(painter: QPainter, start: QPointF, end: QPointF, width: float, colour: QColor) -> None:
    """A leaf from end to end: its upper half lit, its lower half in the shade, and a midrib."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    length = max(0.01, (dx * dx + dy * dy) ** 0.5)
    nx, ny = -dy / length * width, dx / length * width
    if ny > 0:
        nx, ny = -nx, -ny
    for side, shade in ((1.0, colour.lighter(112)), (-1.0, colour.darker(114))):
        half = QPainterPath(start)
        half.cubicTo(
            start.x() + 0.3 * dx + side * nx, start.y() + 0.3 * dy + side * ny,
            start.x() + 0.7 * dx + side * nx * 0.9, start.y() + 0.7 * dy + side * ny * 0.9, end.x(), end.y(),
        )  # fmt: skip
        half.lineTo(start)
        painter.fillPath(half, shade)
    if length > 14:
        pen = QPen(colour.lighter(150), max(0.7, width * 0.08))
        painter.setPen(pen)
        painter.drawLine(
            QPointF(start.x() + 0.06 * dx, start.y() + 0.06 * dy),
            QPointF(end.x() - 0.1 * dx, end.y() - 0.1 * dy),
        )
        painter.setPen(Qt.PenStyle.NoPen)


def fruit(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """A fruit with its stalk, one leaf, a dark side and a lit cheek."""
    painter.setPen(QPen(theme.colour("bar_withered"), max(1.0, radius * 0.2)))
    top = QPointF(centre.x(), centre.y() - radius * 0.85)
    painter.drawLine(top, QPointF(top.x() + radius * 0.2, top.y() - radius * 0.6))
    painter.setPen(Qt.PenStyle.NoPen)
    leaf(
        painter,
        top,
        QPointF(top.x() + radius * 1.1, top.y() - radius * 0.7),
        radius * 0.35,
        theme.colour("bar_green"),
    )
    painter.setBrush(colour.darker(118))
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(colour)
    painter.drawEllipse(
        QPointF(centre.x() - radius * 0.13, centre.y() - radius * 0.13), radius * 0.85, radius * 0.85
    )
    painter.setBrush(QColor(255, 255, 255, 110))
    painter.drawEllipse(
        QPointF(centre.x() - radius * 0.36, centre.y() - radius * 0.38), radius * 0.24, radius * 0.17
    )


def stem(painter: QPainter, points: list[QPointF], first: float, last: float, colour: QColor) -> None:
    """A stem along points, `first` thick at its foot and `last` at its tip: lit above, shaded below."""
    upper, middle, lower = [], [], []
    count = len(points) - 1
    for number, point in enumerate(points):
        before, after = points[max(0, number - 1)], points[min(count, number + 1)]
        turn = atan2(after.y() - before.y(), after.x() - before.x()) - pi / 2
        half = 0.5 * (first + (last - first) * number / count)
        upper.append(QPointF(point.x() + cos(turn) * half, point.y() + sin(turn) * half))
        lower.append(QPointF(point.x() - cos(turn) * half, point.y() - sin(turn) * half))
        middle.append(QPointF(point.x(), point.y()))
    for one, other, shade in ((upper, lower, colour), (middle, lower, colour.darker(122))):
        path = QPainterPath(one[0])
        for point in (*one[1:], *reversed(other)):
            path.lineTo(point)
        path.closeSubpath()
        painter.fillPath(path, shade)
