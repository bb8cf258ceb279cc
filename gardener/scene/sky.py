"""The strip of sky over the garden: air, sun and moon, clouds, hills and the hedge before the lawn."""

from __future__ import annotations

from itertools import product
from math import ceil, cos, floor, pi, sin, tau

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPixmap, QRadialGradient

from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four, unit
from gardener.scene.horizon import draw_horizon
from gardener.scene.light import Colour, Light, lit, mix

HEDGE_TILE = 270.0
HEDGE = 30.0
"""Height of the hedge."""
BUSHES = 19
"""In each of its two rows, in the piece that is repeated."""


class SkyPainter:
    """Paints the strip from `left` to `right` and `sky` high, in units of the ground, at `fine` pixels per unit; the
    garden lies from 0 to `left` + `right`, as far from the one end as from the other.

    `rough`: without clouds and leaves.
    """

    def __init__(
        self, light: Light, *, sky: float, left: float, right: float, fine: float, ratio: float, rough: bool
    ) -> None:
        self._light, self._sky, self._rough = light, sky, rough
        self._left, self._right = left, right
        self._fine, self._ratio = fine, ratio

    def painted(self) -> QPixmap:
        """The whole strip, down to the lawn."""
        width, height, fine = self._right - self._left, self._sky, self._fine
        pixmap = blank(round(width * fine), round(height * fine), self._ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(fine, fine)
        painter.translate(-self._left, 0.0)
        self._paint_air(painter)
        if not self._rough:
            self._paint_clouds(painter)
        self._paint_hills(painter)
        if self._rough:
            tone = mix(self._light.hedge, (18, 44, 34), 0.2)
            painter.fillRect(QRectF(self._left, self._sky - 0.7 * HEDGE, width, HEDGE), colour(tone))
        else:
            self._paint_horizon(painter)
            self._paint_hedge(painter)
        painter.end()
        return pixmap

    def draw(self, painter: QPainter) -> None:
        """Draw the strip in lines and shapes alone, for paper and vector files; units of the ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_air(painter)
        self._paint_clouds(painter)
        self._paint_hills(painter, plain=True)
        self._paint_horizon(painter)
        first, beyond = floor(self._left / HEDGE_TILE) - 1, ceil(self._right / HEDGE_TILE)
        for row, number, n in product((0, 1), range(first, beyond), range(BUSHES)):
            at, radius, base = self._bush(n, row)
            x = at.x() + number * HEDGE_TILE
            if self._left - radius < x < self._right + radius:
                foot = QPointF(x, self._sky - HEDGE + at.y())
                self._paint_body(painter, foot, radius, base, down=HEDGE - at.y())
                self._paint_season(painter, foot, radius, n + 100 * row)

    def _paint_air(self, painter: QPainter) -> None:
        light, sky = self._light, self._sky
        whole = QRectF(self._left - 2, -2.0, self._right - self._left + 4, sky + 2)
        air = QLinearGradient(0.0, 0.0, 0.0, sky * 0.70)
        air.setColorAt(0.0, colour(light.zenith))
        air.setColorAt(0.5, colour(light.middle))
        air.setColorAt(1.0, colour(light.horizon))
        painter.fillRect(whole, QBrush(air))
        if light.stars > 0.0:
            for n in range(90):
                x, y, size, bright = four(n, 0x57A5)
                spot = QPointF(self._left + x * (self._right - self._left), y * y * sky * 0.62)
                painter.setBrush(
                    colour((255, 250, 235), int(255 * light.stars * (0.25 + 0.75 * bright) * (1 - 0.6 * y)))
                )
                painter.drawEllipse(spot, 0.5 + 0.7 * size, 0.5 + 0.7 * size)
        if light.sun is not None:
            self._paint_orb(painter, light.sun, light.glow, 17.0, 190.0)
        if light.moon is not None:
            self._paint_orb(painter, light.moon, (240, 238, 222), 8.0, 46.0)

    def _paint_orb(
        self, painter: QPainter, at: tuple[float, float], tone: Colour, radius: float, reach: float
    ) -> None:
        centre = QPointF((self._left + self._right) * at[0], self._sky * (0.80 - 0.52 * at[1]))
        glow = QRadialGradient(centre, reach)
        glow.setColorAt(0.0, colour(tone, 150))
        glow.setColorAt(0.25, colour(tone, 72))
        glow.setColorAt(0.55, colour(tone, 24))
        glow.setColorAt(1.0, colour(tone, 0))
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(centre, reach, reach)
        disc = QRadialGradient(centre, radius)
        disc.setColorAt(0.0, colour(mix(tone, (255, 255, 255), 0.75)))
        disc.setColorAt(0.82, colour(mix(tone, (255, 255, 255), 0.45), 235))
        disc.setColorAt(1.0, colour(tone, 0))
        painter.setBrush(QBrush(disc))
        painter.drawEllipse(centre, radius, radius)

    def _paint_clouds(self, painter: QPainter) -> None:
        span = self._right - self._left
        count = max(3, round(span / 230.0))
        for n in range(count):
            a, b, c, _ = four(n, 0xC10D)
            x = self._left + span * (n + 0.2 + 0.6 * a) / count
            wide = (60.0 + 55.0 * c) * min(1.0, self._sky / 150.0)
            y = max(self._sky * (0.24 + 0.24 * b), 0.38 * wide)
            self._paint_cloud(painter, x, y, wide, n)

    def _paint_cloud(self, painter: QPainter, x: float, y: float, width: float, seed: int) -> None:
        """Puffs on a flat foot: each is lit from above and fades into the air below."""
        tone = self._light.cloud
        shade = mix(tone, self._light.middle, 0.55)
        puffs = 6
        for layer in (0, 1):
            for n in range(puffs):
                a, b, c, _ = four(seed, 0xC1, n, layer)
                t = (n + 0.5) / puffs
                radius = width * (0.10 + 0.13 * sin(pi * t)) * (0.8 + 0.45 * a)
                px = x + (t - 0.5) * width + (b - 0.5) * width * 0.06
                py = y - radius * (0.35 + 0.5 * c) + (0.0 if layer else radius * 0.3)
                puff = QRadialGradient(QPointF(px - radius * 0.15, py - radius * 0.3), radius * 1.15)
                body = tone if layer else shade
                puff.setColorAt(0.0, colour(body, 205 if layer else 150))
                puff.setColorAt(0.55, colour(body, 150 if layer else 110))
                puff.setColorAt(1.0, colour(body, 0))
                painter.setBrush(QBrush(puff))
                painter.drawEllipse(QPointF(px, py), radius * 1.15, radius * 0.85)

    def _paint_hills(self, painter: QPainter, *, plain: bool = False) -> None:
        light, sky = self._light, self._sky
        ridges = (
            (light.far_hill, 0.60, 0.125, (0.0061, 0.0027, 0.0143), 11),
            (light.mid_hill, 0.70, 0.080, (0.0047, 0.0101, 0.0191), 23),
            (light.near_hill, 0.80, 0.045, (0.0079, 0.0033, 0.0170), 37),
        )
        for tone, level, swing, waves, seed in ridges:
            path = self._ridge(level * sky, swing * sky, waves, seed)
            box = path.boundingRect()
            fill = QLinearGradient(0.0, box.top(), 0.0, sky)
            fill.setColorAt(0.0, colour(mix(tone, light.horizon, 0.05)))
            fill.setColorAt(0.25, colour(tone))
            fill.setColorAt(1.0, colour(mix(tone, light.horizon, 0.42)))
            painter.setBrush(QBrush(fill))
            painter.drawPath(path)
            if seed != 11 and not self._rough and not plain:
                self._paint_fields(painter, path, tone, seed)

    def _ridge(self, level: float, swing: float, waves: tuple[float, ...], seed: int) -> QPainterPath:
        path = QPainterPath(QPointF(self._left - 4, self._sky))
        x = self._left - 4
        while x <= self._right + 8:
            path.lineTo(x, _rise(x, level, swing, waves, seed))
            x += 6.0
        path.lineTo(self._right + 8, self._sky)
        path.closeSubpath()
        return path

    def _paint_horizon(self, painter: QPainter) -> None:
        width, beyond = self._left + self._right, max(0.0, -self._left)
        draw_horizon(painter, self._light, sky=self._sky, width=width, beyond=beyond)

    def _paint_fields(self, painter: QPainter, ridge: QPainterPath, tone: Colour, seed: int) -> None:
        """Soft lighter and darker sweeps over a hill, as meadows and woods seen from afar."""
        painter.save()
        painter.setClipPath(ridge)
        box = ridge.boundingRect()
        for n in range(round((self._right - self._left) / 52.0)):
            a, b, c, d = four(n, 0xF1E1D, seed)
            x = self._left + (self._right - self._left) * a
            y = box.top() + (self._sky - box.top()) * (0.12 + 0.75 * b)
            other = mix(tone, (255, 250, 200), 0.16) if c > 0.5 else mix(tone, (30, 70, 60), 0.16)
            painter.setBrush(colour(other, 110))
            painter.drawEllipse(QPointF(x, y), 26.0 + 60.0 * d, 2.0 + 4.5 * c)
        painter.restore()

    def _paint_hedge(self, painter: QPainter) -> None:
        tile, fine = self._hedge_tile(), self._fine
        painter.save()
        painter.resetTransform()
        number = floor(self._left / HEDGE_TILE)
        while number * HEDGE_TILE < self._right:
            # whole pixels, so that no seam shows between two pieces
            left = round((number * HEDGE_TILE - self._left) * fine)
            right = round(((number + 1) * HEDGE_TILE - self._left) * fine)
            top = round((self._sky - HEDGE) * fine)
            painter.drawPixmap(QRect(left, top, right - left, round((HEDGE + 3.0) * fine)), tile)
            number += 1
        painter.restore()
        foot = QLinearGradient(0.0, self._sky - 5.0, 0.0, self._sky)
        foot.setColorAt(0.0, colour(mix(self._light.hedge, (10, 30, 20), 0.5), 0))
        foot.setColorAt(1.0, colour(mix(self._light.hedge, (10, 30, 20), 0.5), 150))
        painter.fillRect(QRectF(self._left, self._sky - 5.0, self._right - self._left, 5.0), QBrush(foot))

    def _hedge_tile(self) -> QPixmap:
        """Rounded bushes of dabs, dark at the foot and sunlit at the top; its ends meet."""
        grain = self._fine
        pixmap = blank(HEDGE_TILE * grain, (HEDGE + 3.0) * grain, self._ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(grain, grain)
        for row in (0, 1):
            for n in range(BUSHES):
                at, radius, base = self._bush(n, row)
                for around in (at.x() - HEDGE_TILE, at.x(), at.x() + HEDGE_TILE):
                    self._paint_bush(painter, QPointF(around, at.y()), radius, base, n + 100 * row)
        painter.end()
        return pixmap

    def _ends(self) -> tuple[Colour, Colour]:
        """The darkest and the brightest of the hedge."""
        return mix(self._light.hedge, (18, 44, 34), 0.42), mix(self._light.hedge, (240, 246, 170), 0.30)

    def _bush(self, n: int, row: int) -> tuple[QPointF, float, Colour]:
        """Where a bush of the repeated piece stands, measured from its upper left corner; its radius and colour."""
        dark, bright = self._ends()
        a, b, c, _ = four(n, 0x8ED6E, row)
        x = HEDGE_TILE * (n + 0.5 * row + 0.5 * a) / BUSHES
        top = HEDGE - (15.0 + 6.0 * c if row == 0 else 9.0 + 4.0 * c)
        base = mix(mix(self._light.hedge, dark, 0.45 if row == 0 else 0.1), bright, 0.25 * a)
        return QPointF(x, top), 8.5 + 5.0 * b, base

    def _paint_body(
        self, painter: QPainter, at: QPointF, radius: float, base: Colour, *, down: float = 40.0
    ) -> None:
        """A bush without its leaves, `down` to its foot."""
        dark, bright = self._ends()
        body = QRadialGradient(at + QPointF(-radius * 0.3, -radius * 0.35), radius * 1.5)
        body.setColorAt(0.0, colour(mix(base, bright, 0.35)))
        body.setColorAt(0.6, colour(base))
        body.setColorAt(1.0, colour(dark))
        painter.setBrush(QBrush(body))
        painter.drawEllipse(at, radius, radius * 0.86)
        painter.drawRect(QRectF(at.x() - radius * 0.86, at.y(), radius * 1.72, down))

    def _paint_bush(self, painter: QPainter, at: QPointF, radius: float, base: Colour, seed: int) -> None:
        if not -2 * radius < at.x() < HEDGE_TILE + 2 * radius:
            return
        dark, bright = self._ends()
        self._paint_body(painter, at, radius, base)
        for n in range(9):
            a, b, c, d = four(seed, 0xDAB, n)
            angle, away = a * tau, radius * 0.85 * b**0.5
            dab = at + QPointF(cos(angle) * away, sin(angle) * away * 0.8)
            tone = mix(bright, dark, 0.25 + 0.75 * (0.5 + 0.5 * sin(angle)) * (0.5 + 0.5 * c))
            painter.setBrush(colour(tone, 120))
            painter.drawEllipse(dab, 1.2 + 1.6 * d, 0.9 + 1.0 * d)
        self._paint_season(painter, at, radius, seed)

    def _paint_season(self, painter: QPainter, at: QPointF, radius: float, seed: int) -> None:
        """What the season lays on a bush: blossom, turning leaves, snow."""
        light = self._light
        for n in range(10):
            a, b, c, d = four(seed, 0x5EA5, n)
            angle, away = tau * a, radius * 0.9 * b**0.5
            spot = at + QPointF(cos(angle) * away, sin(angle) * away * 0.8)
            if c < 0.55 * light.spring:
                painter.setBrush(
                    colour(lit((255, 240, 244) if d > 0.5 else (248, 200, 214), light.ambient), 230)
                )
                painter.drawEllipse(spot, 0.8 + 0.5 * d, 0.7 + 0.4 * d)
            elif c < 0.9 * light.autumn:
                turned = (206, 112, 44) if d > 0.6 else (222, 168, 62) if d > 0.25 else (168, 66, 44)
                painter.setBrush(colour(lit(turned, light.ambient), 190))
                painter.drawEllipse(spot, 1.4 + 1.2 * d, 1.0 + 0.8 * d)
        if light.winter > 0.4:
            snow = QPainterPath()
            snow.setFillRule(Qt.FillRule.WindingFill)
            for turn in (-0.9, -0.45, 0.0, 0.45, 0.9):
                top = at + QPointF(sin(turn) * 0.72 * radius, -cos(turn) * 0.66 * radius)
                snow.addEllipse(top, 0.27 * radius, 0.15 * radius)
            strength = round(210 * (light.winter - 0.4) / 0.6)
            painter.setBrush(colour(lit((250, 252, 255), light.ambient), strength))
            painter.drawPath(snow)


def _rise(x: float, level: float, swing: float, waves: tuple[float, ...], seed: int) -> float:
    height = 0.0
    for n, wave in enumerate(waves):
        height += sin(x * wave + tau * unit(seed, n)) / (1.0 + n * 0.9)
    return level - swing * height
