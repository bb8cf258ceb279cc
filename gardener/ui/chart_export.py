"""A chart as a file: a picture (PNG), a drawing (SVG) or its numbers (CSV)."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from gardener.ui import chart_paint, theme
from gardener.ui.chart_ink import Ink
from gardener.ui.charts import Chart

WIDTH = 900
"""Of a picture, in pixels of the usual text size."""
MARGIN = 24
SCALE = 2
"""Pixels of a PNG for each of these."""
ENDINGS = (".png", ".svg", ".csv")


def written(chart: Chart, path: Path, font: QFont) -> None:
    """Writes the chart by the ending of `path`. OSError when the disk refuses, ValueError for another ending."""
    match path.suffix.lower():
        case ".png":
            content = png(chart, font)
        case ".svg":
            content = svg(chart, font)
        case ".csv":
            content = comma_separated(chart)
        case other:
            raise ValueError(other)
    path.write_bytes(content)


def comma_separated(chart: Chart) -> bytes:
    """The numbers, headings first, in UTF-8 with a mark at the start, as spreadsheets want it (RFC 4180).

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_harmless(cell) for cell in chart.headings)
    writer.writerows([_harmless(cell) for cell in row] for row in chart.rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def size_of(chart: Chart, font: QFont) -> QSize:
    """Of the picture, in logical pixels."""
    ink, wide = Ink.of(font), WIDTH * theme.scale() - 2 * MARGIN
    drawn = chart_paint.height_of(chart.drawing, wide, font) if chart.drawing is not None else ink.line
    words = 1.5 * ink.line + _words_height(chart, wide, ink)
    return QSize(round(wide) + 2 * MARGIN, round(drawn + words + ink.line) + 2 * MARGIN)


def png(chart: Chart, font: QFont) -> bytes:
    """The picture with its title, in the theme in force."""
    size = size_of(chart, font)
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    _paint(painter, chart, size, font)
    painter.end()
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


def svg(chart: Chart, font: QFont) -> bytes:
    """The same as a drawing."""
    from PySide6.QtSvg import QSvgGenerator

    size = size_of(chart, font)
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart.spoken)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colour("paper"))
    _paint(painter, chart, size, font)
    painter.end()
    return bytes(content.data())


def _words_height(chart: Chart, wide: float, ink: Ink) -> float:
    flags = Qt.TextFlag.TextWordWrap
    box = QRectF(0, 0, wide, 10_000)
    return QFontMetricsF(ink.body).boundingRect(box, flags, chart.line).height() + 0.6 * ink.line


def _paint(painter: QPainter, chart: Chart, size: QSize, font: QFont) -> None:
    ink, wide = Ink.of(font), size.width() - 2.0 * MARGIN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink.write(painter, QRectF(MARGIN, MARGIN, wide, 1.4 * ink.line), chart.title, font=ink.strong)
    top = MARGIN + 1.5 * ink.line
    high = _words_height(chart, wide, ink)
    painter.setFont(ink.body)
    painter.setPen(theme.colour("muted"))
    painter.drawText(QRectF(MARGIN, top, wide, high), Qt.TextFlag.TextWordWrap, chart.line)
    if chart.drawing is not None:
        box = QRectF(MARGIN, top + high, wide, size.height() - MARGIN - top - high)
        drawn = chart_paint.height_of(chart.drawing, wide, font)
        chart_paint.paint(painter, chart.drawing, QRectF(box.x(), box.y(), wide, drawn), font)
