"""The outline of every habit in a few shapes, for the cheap picture of a plant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from gardener.scene.inks import Inks
from gardener.scene.posture import Posture
from gardener.scene.species import Species


@dataclass(frozen=True, slots=True)
class Outline:
    """What an outline is drawn with. `tall`: its height in pixels; `side`: 1 leans right, -1 left; `full`: 0..1."""

    painter: QPainter
    species: Species
    posture: Posture
    inks: Inks
    leaf: QBrush
    stem: QBrush
    tall: float
    side: float
    full: float

    def blob(self, x: float, y: float, rx: float, ry: float) -> None:
        """Fill an ellipse of leaves; all in heights of the plant, y up."""
        tall = self.tall
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.leaf)
        self.painter.drawEllipse(QPointF(x * tall, -y * tall), rx * tall, ry * tall)

    def stroke(self, path: QPainterPath, brush: QBrush, width: float) -> None:
        """Stroke a path with round ends, at least a pixel wide."""
        pen = QPen(brush, max(1.0, width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.strokePath(path, pen)


@dataclass(frozen=True, slots=True)
class Fan:
    """Strokes from the foot: how each leans (shares of the stems' lean), how broad they are, how far those after the
    first reach."""

    leans: tuple[float, ...]
    breadth: float
    reach: float = 1.0


_FANS: Mapping[str, Fan] = {
    "stem": Fan((0.0,), 0.0),
    "herb": Fan((0.0, -0.7, 0.7, -0.35), 0.05),
    "spike": Fan((0.0, 0.5), 0.08),
    "blades": Fan((0.0, -0.7, 0.7, -1.0, 1.0), 0.06, 0.72),
    "fern": Fan((-0.3, 0.3, -0.8, 0.8, -1.1, 1.1), 0.11),
    "grass": Fan((0.0, -0.5, 0.55, -1.1, 1.1, -1.5, 1.5), 0.022, 0.84),
    "cushion": Fan((0.0, -0.35, 0.4, -0.75, 0.8, -1.05, 1.05), 0.03, 0.94),
    "bulb": Fan((0.0, -0.8, 0.85), 0.0, 0.86),
    "runner": Fan((0.0, -0.5, 0.55, -0.95, 0.95), 0.0, 0.90),
}


def paint_outline(o: Outline) -> list[QPointF]:
    """Paint the outline of a body and return the places of its flowers."""
    return _OTHERS.get(o.species.habit, _fan)(o)


def _crown(o: Outline) -> list[QPointF]:
    tree, tall = o.species.habit == "tree", o.tall
    lean = o.side * 0.30 * o.posture.droop * tall
    top = QPointF(lean, -tall * (1.0 - 0.30 * o.posture.droop))
    fork = QPointF(0.3 * lean, -0.42 * tall)
    trunk = QPainterPath(QPointF(0, 0))
    if tree:
        trunk.quadTo(fork, QPointF(0.8 * lean, top.y() * 0.75))
    for x in (-0.3, 0.3):
        trunk.moveTo(fork if tree else QPointF(0, 0))
        trunk.quadTo(fork.x() + 0.5 * x * tall, fork.y() - 0.1 * tall, lean + x * tall, top.y() * 0.72)
    o.painter.strokePath(trunk, QPen(o.stem, max(1.0, o.species.stem.width * tall * 0.6)))
    o.painter.setBrush(o.leaf)
    centre = 0.62 if tree else 0.55
    spots = (
        (0.0, 0.82, 0.19),
        (-0.24, 0.66, 0.17),
        (0.24, 0.66, 0.17),
        (-0.10, centre, 0.19),
        (0.13, centre, 0.18),
    )
    for x, y, r in spots:
        at = QPointF(lean * y + x * tall, top.y() * y)
        o.painter.drawEllipse(at, r * tall * o.full, r * tall * o.full * 0.9)
    return [QPointF(lean * y + x * tall, top.y() * (y + 0.08)) for x, y, _ in spots]


def _fan(o: Outline) -> list[QPointF]:
    fan, tall, p, stem = _FANS[o.species.habit], o.tall, o.posture, o.species.stem
    tops = []
    for i, share in enumerate(fan.leans):
        lean = share * max(0.3, stem.lean) + p.droop * (0.9 if share == 0 else 0.55) * (
            o.side if share == 0 else (1.0 if share > 0 else -1.0)
        )
        reach = tall * (0.95 - 0.12 * (i > 0)) * (fan.reach if i else 1.0)
        top = QPointF(reach * sin(lean), -reach * max(0.16, cos(lean)) * (1.0 - 0.35 * p.droop))
        line = QPainterPath(QPointF(0, 0))
        line.quadTo(QPointF(0.25 * top.x(), 0.85 * top.y()), top)
        o.stroke(line, o.leaf if fan.breadth else o.stem, (stem.width + fan.breadth * o.full * 0.8) * tall)
        tops.append(top)
    _foliage(o, tops)
    return tops


def _foliage(o: Outline, tops: list[QPointF]) -> None:
    """Add the leaves of a fan: along a single stem, at the ends of a runner's stalks, or low round the foot."""
    tall, full = o.tall, o.full
    match o.species.habit:
        case "stem":
            for t, r in ((0.25, 0.19), (0.48, 0.17), (0.70, 0.12)):
                x = 2 * t * (1 - t) * 0.25 * tops[0].x() + t * t * tops[0].x()
                y = (2 * t * (1 - t) * 0.85 + t * t) * tops[0].y()
                o.blob(x / tall, -y / tall, r * full, 0.55 * r * full)
        case "herb" | "spike":
            o.blob(0.0, 0.05, 0.22 * full, 0.09 * full)
        case "cushion":
            o.blob(0.0, 0.20, 0.30 * full, 0.22 * full)
        case "runner":
            for top in tops:
                o.blob(top.x() / tall, -top.y() / tall, 0.20 * full, 0.16 * full)
        case "bulb":
            sag = 0.10 * o.posture.droop
            for x in (-0.24, 0.24):
                o.blob(x, 0.13 - sag, 0.20 * full, 0.055 * full)
            for top in tops:
                o.blob(top.x() / tall, -top.y() / tall, 0.035, 0.06)


def _spire(o: Outline) -> list[QPointF]:
    tall, p = o.tall, o.posture
    lean, high = o.side * 0.30 * p.droop, 1.0 - 0.25 * p.droop
    trunk = QPainterPath(QPointF(0, 0))
    trunk.quadTo(QPointF(0, -0.6 * tall), QPointF(lean * tall, -high * tall))
    o.stroke(trunk, o.stem, 0.05 * tall)
    o.painter.setPen(Qt.PenStyle.NoPen)
    o.painter.setBrush(o.leaf)
    for low, top, wide in ((0.12, 0.55, 0.33), (0.34, 0.78, 0.25), (0.58, 1.0, 0.16)):
        half, bend = wide * (1.0 - 0.45 * p.droop) * (0.25 + 0.75 * o.full), lean * low
        corners = (
            (bend - half, low - 0.10 * p.droop),
            (bend + half, low - 0.10 * p.droop),
            (lean * top, top),
        )
        o.painter.drawPolygon(QPolygonF([QPointF(x * tall, -y * high * tall) for x, y in corners]))
    return [QPointF(x * tall, -y * high * tall) for x, y in ((0, 0.35), (-0.2, 0.25), (0.2, 0.25), (0, 0.6))]


def _trellised(o: Outline) -> list[QPointF]:
    tall, p = o.tall, o.posture
    laths, wood = QPainterPath(), o.inks.plain(o.inks.palette.stick_dark)
    half = 0.17
    for x in (-half, 0.0, half):
        laths.moveTo(x * tall, 0)
        laths.lineTo(x * tall, -1.02 * tall)
    for y in (0.35, 0.75):
        laths.moveTo(-half * 1.2 * tall, -y * tall)
        laths.lineTo(half * 1.2 * tall, -y * tall)
    o.stroke(laths, wood, 0.02 * tall)
    high = 0.92 * (1.0 - 0.42 * p.droop)
    tops = [
        QPointF(x * tall * (1.0 + p.droop), -y * high * tall) for x, y in ((0, 1), (-0.2, 0.8), (0.2, 0.85))
    ]
    for top in tops:
        vine = QPainterPath(QPointF(0.4 * top.x(), 0))
        vine.quadTo(QPointF(0.5 * top.x(), 1.1 * top.y()), top)
        o.stroke(vine, o.stem, 0.03 * tall)
    for x, y, r in ((0.0, 0.82, 0.17), (-0.14, 0.52, 0.17), (0.15, 0.56, 0.17), (0.02, 0.28, 0.19)):
        o.blob(x * (1.0 + p.droop), y * high, r * o.full, 0.9 * r * o.full)
    return tops


def _rosette(o: Outline) -> list[QPointF]:
    p, wide = o.posture, 0.46
    flat = (0.30 - 0.20 * p.droop) * (0.5 + 0.5 * o.full)
    o.blob(0.0, 0.06, wide * (0.65 + 0.35 * o.full), flat)
    for x in (-0.42, 0.42):
        o.blob(x, 0.02, 0.15 * o.full, 0.5 * flat)
    top = QPointF(o.side * 0.35 * p.droop * o.tall, -o.tall * (0.92 - 0.45 * p.droop))
    stalk = QPainterPath(QPointF(0, 0))
    stalk.quadTo(QPointF(0, 0.9 * top.y()), top)
    o.stroke(stalk, o.stem, 0.05 * o.tall)
    return [top, top + QPointF(-0.13 * o.tall, 0.08 * o.tall), top + QPointF(0.13 * o.tall, 0.06 * o.tall)]


def _pads(o: Outline) -> list[QPointF]:
    p, painter = o.posture, o.painter
    slim = (0.55 + 0.45 * o.full) * (1.0 - 0.4 * p.shrivel)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(o.leaf)
    tops = []
    for x, y, turn, size in (
        (0, 0, 0, 0.40),
        (-0.09, 0.33, -34, 0.32),
        (0.09, 0.33, 30, 0.34),
        (0.0, 0.38, 0, 0.3),
    ):
        bend = turn + (0.0 if turn == 0 else 1.0 if turn > 0 else -1.0) * 42 * p.droop
        bend += o.side * 55 * p.droop * (turn == 0 and y > 0)
        painter.save()
        painter.translate(x * o.tall, -y * (1.0 - 0.25 * p.droop) * o.tall)
        painter.rotate(bend)
        painter.drawEllipse(
            QPointF(0, -0.5 * size * o.tall), 0.32 * size * o.tall * slim, 0.5 * size * o.tall
        )
        painter.restore()
        a = bend * 0.017453
        tops.append(QPointF((x + size * sin(a)) * o.tall, -(y + size * cos(a)) * o.tall))
    return [tops[3], tops[1], tops[2]]


_OTHERS: Mapping[str, Callable[[Outline], list[QPointF]]] = {
    "tree": _crown,
    "shrub": _crown,
    "conifer": _spire,
    "climber": _trellised,
    "rosette": _rosette,
    "pads": _pads,
}
