"""The way that led to a knot of the family tree, as a glow along its branches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gardener.scene.palette import Palette
from gardener.scene.tree_layout import GUTTER, WIDE, TreeLayout
from gardener.scene.tree_wood import curve


def paint_way_to(painter: QPainter, layout: TreeLayout, id_: str, palette: Palette) -> None:
    """A glow from every first plant that led to `id_`, along all ways."""
    knot = layout.family.knots.get(id_)
    if knot is None:
        return
    on_the_way = layout.family.above(id_) | {id_}
    colour = QColor(palette.waiting)
    colour.setAlpha(120)
    pen = QPen(colour, 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(_paths(layout, on_the_way), pen)


def _paths(layout: TreeLayout, on_the_way: frozenset[str]) -> QPainterPath:
    """Branches and second ways between those on the way, and the pieces of branch they stand on."""
    path = QPainterPath()
    for id_ in sorted(on_the_way & layout.feet.keys()):
        knot, (x, y) = layout.family.knots[id_], layout.feet[id_]
        if knot.parent in on_the_way and knot.parent in layout.feet:
            px, py = layout.feet[knot.parent]
            path.moveTo(px, py)
            path.lineTo(px + WIDE, py)
            for point in curve((px + WIDE, py), (px + WIDE + GUTTER, y)):
                path.lineTo(*point)
            path.lineTo(x, y)
    for way in layout.ways:
        if way.by in on_the_way and way.to in on_the_way:
            px, py = layout.feet[way.by]
            path.moveTo(px, py)
            for number in range(0, len(way.points) - 1, 2):
                path.lineTo(QPointF(*way.points[number]))
                for point in curve(way.points[number], way.points[number + 1]):
                    path.lineTo(*point)
    return path
