"""Drawing a chart in the manner of the garden, whichever kind it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from gardener.ui import chart_bars, chart_branch, chart_ruler, chart_weeks
from gardener.ui.chart_ink import Ink
from gardener.ui.charts import Bars, Drawing, Path, Ruler, Weeks


def height_of(drawing: Drawing, width: float, font: QFont) -> float:
    """How high the drawing is in that width, in pixels."""
    ink = Ink.of(font)
    match drawing:
        case Path():
            return chart_branch.height(drawing, width, ink)
        case Ruler():
            return chart_ruler.height(drawing, width, ink)
        case Weeks():
            return chart_weeks.height(drawing, width, ink)
        case Bars():
            return chart_bars.height(drawing, width, ink)


def paint(painter: QPainter, drawing: Drawing, box: QRectF, font: QFont) -> None:
    """Draws into a box; the painter's state is as before."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = Ink.of(font)
    match drawing:
        case Path():
            chart_branch.paint(painter, drawing, box, ink)
        case Ruler():
            chart_ruler.paint(painter, drawing, box, ink)
        case Weeks():
            chart_weeks.paint(painter, drawing, box, ink)
        case Bars():
            chart_bars.paint(painter, drawing, box, ink)
    painter.restore()
