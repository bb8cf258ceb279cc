"""Sky, hills, hedge and lawn: painted once per size and light, then only copied to the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPixmap

from gardener.scene.canvas import colour
from gardener.scene.lawn import painted_lawn
from gardener.scene.light import Light, mix
from gardener.scene.sky import HEDGE, SkyPainter

FINEST = 2.0
"""Sky and lawn are painted at most at this scale and enlarged beyond it: they are soft."""


class Backdrop:
    """What lies behind the beds, for one light, one scale (logical pixels per unit) and one device pixel ratio."""

    def __init__(
        self,
        light: Light,
        *,
        sky: float,
        left: float,
        right: float,
        scale: float,
        ratio: float,
        rough: bool = False,
    ) -> None:
        """`sky` is where the lawn begins; from `left` to `right` is what can come into view. `rough`: no details."""
        self._light, self._sky, self._rough = light, sky, rough
        self._left, self._right = left, right
        self.scale, self._ratio = scale, ratio
        self._fine = min(scale, FINEST)
        self._strip: QPixmap | None = None
        self._lawn: QPixmap | None = None

    def paint(self, painter: QPainter, exposed: QRect, origin: QPointF) -> None:
        """Paint the part `exposed` of the window, in logical pixels; `origin` is where the ground's (0, 0) lies."""
        horizon = round(origin.y() + self._sky * self.scale)
        if exposed.top() < horizon:
            self._paint_sky(painter, exposed, horizon, origin)
        if exposed.bottom() >= horizon:
            self._paint_lawn(painter, exposed, horizon, origin)

    def prepare(self) -> Iterator[None]:
        """Paint in steps what is only copied later."""
        if not self._light.plain:
            self._strip = self._painted_strip()
            yield
            self._lawn = self._painted_lawn()
            yield

    def _paint_sky(self, painter: QPainter, exposed: QRect, horizon: int, origin: QPointF) -> None:
        above = QRect(exposed.left(), exposed.top(), exposed.width(), max(0, horizon - exposed.top()))
        painter.fillRect(above, colour(self._light.zenith))
        if self._light.plain:
            hedge = round(HEDGE * 0.5 * self.scale)
            painter.fillRect(
                QRect(exposed.left(), horizon - hedge, exposed.width(), hedge), colour(self._light.hedge)
            )
            return
        if self._strip is None:
            self._strip = self._painted_strip()
        top = horizon - round(self._sky * self.scale)
        target = QRectF(
            round(origin.x() + self._left * self.scale),
            top,
            round((self._right - self._left) * self.scale),
            horizon - top,
        )
        if self._fine == self.scale:
            painter.drawPixmap(target.topLeft(), self._strip)
        else:
            painter.drawPixmap(target, self._strip, QRectF(self._strip.rect()))

    def _paint_lawn(self, painter: QPainter, exposed: QRect, horizon: int, origin: QPointF) -> None:
        light = self._light
        top = max(exposed.top(), horizon)
        below = QRect(exposed.left(), top, exposed.width(), exposed.bottom() - top + 1)
        if light.plain:
            painter.fillRect(below, colour(light.lawn_far))
            painter.fillRect(QRect(exposed.left(), horizon, exposed.width(), 2), colour((0, 0, 0)))
            return
        reach = 300.0 * self.scale
        slope = QLinearGradient(0.0, horizon, 0.0, horizon + reach)
        slope.setColorAt(0.0, colour(mix(light.lawn_far, (12, 44, 30), 0.34)))
        slope.setColorAt(0.045, colour(mix(light.lawn_far, (255, 255, 230), 0.10)))
        slope.setColorAt(0.35, colour(light.lawn_far))
        slope.setColorAt(1.0, colour(light.lawn_near))
        painter.fillRect(below, QBrush(slope))
        if self._rough:
            return
        if self._lawn is None:
            self._lawn = self._painted_lawn()
        offset = QPointF(below.left() - round(origin.x()), below.top() - horizon)
        if self._fine == self.scale:
            painter.drawTiledPixmap(QRectF(below), self._lawn, offset)
        else:
            enlarged = self.scale / self._fine
            painter.save()
            painter.translate(below.topLeft())
            painter.scale(enlarged, enlarged)
            area = QRectF(0.0, 0.0, below.width() / enlarged, below.height() / enlarged)
            painter.drawTiledPixmap(area, self._lawn, offset / enlarged)
            painter.restore()

    def _painted_strip(self) -> QPixmap:
        self._fine = min(self._fine, 4096.0 / ((self._right - self._left) * self._ratio))
        return SkyPainter(
            self._light,
            sky=self._sky,
            left=self._left,
            right=self._right,
            fine=self._fine,
            ratio=self._ratio,
            rough=self._rough,
        ).painted()

    def _painted_lawn(self) -> QPixmap:
        return painted_lawn(self._light, self._fine, self._ratio)
