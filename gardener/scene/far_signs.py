"""The signs far out, where no name fits: the count, and below it a bar of how many thirst and how many have withered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gardener.scene.canvas import blank, colour
from gardener.scene.light import Light, mix, rgb
from gardener.scene.palette import DAY
from gardener.scene.signs import Sign, SignState

BAR = 4.0
"""Height of the bar in logical pixels."""
_SIZES = (1.1, 1.0, 0.9, 0.8, 0.7)


def far_height(font: QFont) -> float:
    """The height of a sign that has all the room it wants."""
    return QFontMetricsF(_sized(font, _SIZES[0])).height() + BAR + 5.0


def paint_far_sign(
    state: SignState, *, light: Light, font: QFont, width: float, height: float, ratio: float
) -> Sign:
    """Paint a sign as `draw_far_sign` draws it; it has no fold mark."""
    pixmap = blank(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_far_sign(painter, state, light=light, font=font, width=width, height=height)
    painter.end()
    return Sign(pixmap, width, height, QRectF())


def draw_far_sign(
    painter: QPainter, state: SignState, *, light: Light, font: QFont, width: float, height: float
) -> None:
    """Draw the sign into the lower part of the rectangle (0, 0, width, height)."""
    high = min(height - 1.0, far_height(font))
    plaque = QRectF(0.5, height - high - 0.5, width - 1.0, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(light.wood_dark))
    painter.drawRoundedRect(plaque, 3.0, 3.0)
    face = mix(light.sign, (255, 255, 255), 0.5) if state.hovered and not light.plain else light.sign
    painter.setBrush(colour(face))
    inner = plaque.adjusted(1.2, 1.2, -1.2, -1.2)
    painter.drawRoundedRect(inner, 2.2, 2.2)
    text, sized = _fitting(state.count, font, inner.width() - 2.0, inner.height() - BAR)
    painter.setFont(sized)
    painter.setPen(colour(light.sign_ink))
    painter.drawText(inner.adjusted(0.0, 0.0, 0.0, -BAR), Qt.AlignmentFlag.AlignCenter, text)
    _draw_bar(painter, state, QRectF(inner.left(), inner.bottom() - BAR, inner.width(), BAR))


def _draw_bar(painter: QPainter, state: SignState, on: QRectF) -> None:
    """Shares of the bed: those that are well, the thirsty, the withered."""
    if not state.count:
        return
    well = max(0, state.count - state.thirsty - state.withered)
    painter.setPen(Qt.PenStyle.NoPen)
    left = on.left()
    for count, tone in ((well, DAY.thriving), (state.thirsty, DAY.thirsty), (state.withered, DAY.withered)):
        wide = on.width() * count / state.count
        painter.setBrush(colour(rgb(tone)))
        painter.drawRect(QRectF(left, on.top(), wide, on.height()))
        left += wide


def _fitting(count: int, font: QFont, width: float, height: float) -> tuple[str, QFont]:
    """The count in the largest letters that fit, shortened where even the smallest do not."""
    for text in (f"{count}", compact(count)):
        for size in _SIZES:
            sized = _sized(font, size)
            metrics = QFontMetricsF(sized)
            if metrics.horizontalAdvance(text) <= width and metrics.ascent() <= height + 1.0:
                return text, sized
    return compact(count), _sized(font, _SIZES[-1])


def compact(count: int) -> str:
    """A count in at most four letters: 999, 1.3k, 13k."""
    if count < 1000:
        return f"{count}"
    return f"{count / 1000:.1f}k" if count < 9950 else f"{round(count / 1000)}k"


def _sized(font: QFont, size: float) -> QFont:
    other = QFont(font)
    points = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
    other.setPointSizeF(points * size)
    other.setBold(True)
    return other
