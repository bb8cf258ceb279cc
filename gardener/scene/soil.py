"""The soil of the beds, row by row: raked furrows, crumbs and stones, the scraps of the compost, the pots of the tray."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPixmap, QRadialGradient

from gardener.domain.stage import Stage
from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.grid import Grid, Tier
from gardener.scene.light import Colour, Light, mix


def swell(base: Colour, top: float, bottom: float) -> QBrush:
    """The back of a ridge, from one groove to the next: in shade where it rises, in the light where it falls."""
    shade, sun = mix(base, (30, 16, 8), 0.14), mix(base, (244, 202, 152), 0.10)
    across = QLinearGradient(0.0, top, 0.0, bottom)
    for at, tone in ((0.0, shade), (0.3, base), (0.72, mix(base, sun, 0.8)), (0.88, sun), (1.0, base)):
        across.setColorAt(at, colour(tone))
    return QBrush(across)


class SoilPainter:
    """Paints rows of soil at `fine` pixels per unit of the ground."""

    def __init__(self, light: Light, *, fine: float, ratio: float) -> None:
        self._light, self._fine, self._ratio = light, fine, ratio

    def base(self, stage: Stage) -> Colour:
        """The colour of a bed's soil."""
        return self._light.compost if stage is Stage.COMPOST else self._light.soil

    def row(self, stage: Stage, grid: Grid, number: int, variant: int) -> QPixmap:
        """One row of soil of the grid's tier `number`, as wide as the bed; above and below it the same may follow."""
        tier, fine, width = grid.tiers[number], self._fine, grid.width
        pixmap = blank(round(width * fine), round(tier.pitch * fine), self._ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(fine, fine)
        compost = stage is Stage.COMPOST
        base = self.base(stage)
        painter.fillRect(QRectF(-1, -1, width + 2, tier.pitch + 2), colour(base))
        if stage is Stage.SEED and number == 2:
            self._paint_wells(painter, grid, number, base)
        elif not compost:
            self._paint_furrows(painter, tier, width, base, variant)
        seed = (number << 4) | variant | (0x100 if compost else 0)
        self._paint_crumbs(painter, width, tier.pitch, base, seed, many=compost)
        painter.end()
        return pixmap

    def _paint_furrows(self, painter: QPainter, tier: Tier, width: float, base: Colour, variant: int) -> None:
        """Raked soil: a lit ridge and a groove in shade, a little uneven, twice a roomy row."""
        ridges = 2 if tier.unit > 60.0 else 1
        step = tier.pitch / ridges
        for n in range(ridges):
            y = (n + 0.62) * step
            lit, shade = mix(base, (244, 202, 152), 0.20), mix(base, (30, 16, 8), 0.34)
            depth = min(9.0, step * 0.22)
            painter.fillRect(
                QRectF(-1.0, y - step + depth, width + 2.0, step), swell(base, y - step + depth, y + depth)
            )
            for offset, tone, alpha in ((-depth * 0.55, lit, 150), (depth * 0.45, shade, 165)):
                points = 12
                for k in range(points):
                    a, b, _, _ = four(k, 0xF0, n, variant, int(tier.unit))
                    x = width * (k + 0.5) / points
                    rx, ry = width / points * (0.75 + 0.3 * a), depth * (0.42 + 0.16 * b)
                    spot = QRadialGradient(QPointF(0, 0), 1.0)
                    spot.setColorAt(0.0, colour(tone, alpha))
                    spot.setColorAt(1.0, colour(tone, 0))
                    painter.setBrush(QBrush(spot))
                    for around in (x - width, x, x + width):
                        painter.save()
                        painter.translate(around, y + offset + (b - 0.5) * depth * 0.3)
                        painter.scale(rx, ry * 1.5)
                        painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
                        painter.restore()

    def _paint_wells(self, painter: QPainter, grid: Grid, number: int, base: Colour) -> None:
        """The pots of the fine seed tray."""
        tier, width = grid.tiers[number], grid.column_width(number)
        rim = mix(base, (214, 170, 124), 0.34)
        painter.fillRect(QRectF(-1, -1, grid.width + 2, tier.pitch + 2), colour(rim))
        for column in range(tier.columns):
            well = QRectF(column * width + 1.1, 1.1, width - 2.2, tier.pitch - 2.2)
            painter.setBrush(colour(mix(base, (20, 10, 4), 0.42)))
            painter.drawRoundedRect(well, 2.4, 2.4)
            painter.setBrush(colour(mix(base, (20, 10, 4), 0.10)))
            painter.drawRoundedRect(well.adjusted(0.8, 1.6, -0.5, -0.4), 2.2, 2.2)

    def _paint_crumbs(
        self, painter: QPainter, width: float, height: float, base: Colour, seed: int, *, many: bool
    ) -> None:
        count = round(width * height / (95.0 if many else 190.0))
        for n in range(count):
            a, b, c, d = four(n, 0xC2B, seed)
            x, y, size = a * width, 1.5 + b * (height - 3.0), 0.5 + 1.1 * d * d
            dark = mix(base, (22, 12, 6), 0.35 + 0.2 * c)
            bright = mix(base, (230, 190, 150), 0.20 + 0.25 * c)
            painter.setBrush(colour(dark, 200))
            painter.drawEllipse(QPointF(x + 0.3, y + 0.35), size * 1.25, size * 0.9)
            painter.setBrush(colour(bright, 190))
            painter.drawEllipse(QPointF(x - 0.1, y - 0.1), size, size * 0.66)
        if not many:
            self._paint_pebbles(painter, width, height, base, seed)
            return
        scraps = ((122, 128, 70), (150, 112, 62), (98, 104, 60), (168, 138, 84), (196, 150, 92))
        for n in range(count // 7):
            a, b, c, d = four(n, 0x5C2A, seed)
            painter.save()
            painter.translate(4 + a * (width - 8), 4 + b * (height - 8))
            painter.rotate(360.0 * c)
            painter.setBrush(colour(mix(scraps[int(d * 5)], base, 0.5), 200))
            painter.drawEllipse(QPointF(0, 0), 1.8 + 2.2 * d, 0.8 + 0.9 * a)
            painter.restore()

    def _paint_pebbles(self, painter: QPainter, width: float, height: float, base: Colour, seed: int) -> None:
        """Soft darker and lighter places, and here and there a stone."""
        for n in range(max(2, round(width * height / 2600.0))):
            a, b, c, d = four(n, 0x507, seed)
            radius = min(height * 0.42, 12.0 + 16.0 * d)
            at = QPointF(radius + a * (width - 2 * radius), radius + b * max(0.0, height - 2 * radius))
            patch = QRadialGradient(at, radius)
            tone = mix(base, (226, 178, 132), 0.22) if c > 0.5 else mix(base, (20, 10, 4), 0.28)
            patch.setColorAt(0.0, colour(tone, 42))
            patch.setColorAt(1.0, colour(tone, 0))
            painter.setBrush(QBrush(patch))
            painter.drawEllipse(at, radius, radius * 0.7)
        for n in range((2, 0, 1)[seed % 3]):
            a, b, c, d = four(n, 0x57E, seed)
            at, size = QPointF(6 + a * (width - 12), 5 + b * (height - 10)), 1.4 + 1.5 * d
            stone = mix(mix((150, 140, 126), (176, 150, 118), c), base, 0.35)
            painter.setBrush(colour(mix(base, (16, 8, 4), 0.5), 160))
            painter.drawEllipse(at + QPointF(0.5, 0.6), size * 1.3, size * 0.85)
            painter.setBrush(colour(stone))
            painter.drawEllipse(at, size * 1.2, size * 0.8)
            painter.setBrush(colour(mix(stone, (255, 250, 235), 0.45), 170))
            painter.drawEllipse(at - QPointF(size * 0.3, size * 0.25), size * 0.5, size * 0.25)
