"""The legend below a chart, and words broken into lines where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gardener.ui.chart_ink import Ink


def _legend_rows(names: Sequence[str], width: float, ink: Ink) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    used = 0.0
    for name in names:
        wide = ink.width(ink.small, name) + 2.2 * ink.line
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += wide
    return rows


def legend_height(names: Sequence[str], width: float, ink: Ink) -> float:
    """How high the legend is in that width; 0 without names."""
    return len(_legend_rows(names, width, ink)) * 1.5 * ink.small_line if names else 0.0


def paint_legend(
    painter: QPainter, names: Sequence[str], box: QRectF, ink: Ink, mark: Callable[[int, QPointF], None]
) -> None:
    """Each name with its mark, line by line; `mark` paints the mark of a number at a point."""
    place, y = 0, box.top()
    for row in _legend_rows(names, box.width(), ink):
        x = box.left()
        for name in row:
            mark(place, QPointF(x + 0.6 * ink.line, y + 0.85 * ink.small_line))
            wide = ink.width(ink.small, name) + 2.0
            line = QRectF(x + 1.3 * ink.line, y + 0.3 * ink.small_line, wide, ink.small_line)
            ink.write(painter, line, name, font=ink.small, role="muted")
            x += wide + 2.2 * ink.line - 2.0
            place += 1
        y += 1.5 * ink.small_line


def in_lines(text: str, width: float, ink: Ink) -> list[str]:
    """A text in one line, or in several where there is less room: broken at its dots, then at its commas."""
    lines = [text]
    for mark in (" · ", ", "):
        if all(ink.width(ink.small, line) <= width for line in lines):
            break
        lines = [part for line in lines for part in line.split(mark)]
    return lines
