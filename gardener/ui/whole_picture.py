"""The whole garden as a file (PNG, SVG, PDF) or on paper, drawn step by step; nothing half drawn is ever left behind."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSaveFile, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from gardener.scene.banded import BandedPainter
from gardener.scene.drawing import GardenDrawing
from gardener.scene.layout import arrange
from gardener.scene.light import Moment, light_at
from gardener.scene.picture import GardenScene
from gardener.scene.showing import shown
from gardener.session import Session
from gardener.ui import garden_pictures

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SUFFIXES = (".png", ".svg", ".pdf")
PIXELS_PER_UNIT = 2.0
MOST_PIXELS = 60_000_000
"""Of a PNG: a larger garden is drawn at a smaller scale."""
DOTS = 96
"""Dots for each inch in which a drawing measures its letters; lines stay lines at any size."""
SHEET_WIDTH = 420.0
"""Width of a PDF page in millimetres, that of A3; its height follows the garden."""
LONGEST_SHEET = 5000.0
"""Readers of PDF take no page that is longer, in millimetres."""
TALL = 0.45
"""A garden that would fill less than this share of a page's width goes over several pages instead."""

Steps = Iterator[float]
"""How far a drawing is, from 0 to 1. OSError when it cannot be written; closed early, nothing is left of it."""


def of_scene(scene: GardenScene, font: QFont) -> GardenDrawing:
    """The garden as the window shows it: its beds folded or open, its light; its ground is the same from any window."""
    shown = scene.layout
    folded = [stage for stage, bed in shown.beds.items() if bed.folded]
    layout = arrange(scene.plants.values(), folded=folded, before=shown.cells)
    return GardenDrawing(scene.plants, layout, scene.light, garden_pictures.scene_words(), font)


def of_session(session: Session, moment: Moment, font: QFont) -> GardenDrawing:
    """The garden of a session, every bed open, in the light of a moment."""
    plants = {plant.id: plant for plant in shown(session.seen, session.today)}
    layout = arrange(plants.values())
    return GardenDrawing(plants, layout, light_at(moment), garden_pictures.scene_words(), font)


def saving(drawing: GardenDrawing, path: Path) -> Steps:
    """Draw it into a file of the kind that its ending names, one of SUFFIXES."""
    into = {".png": _png, ".svg": _svg, ".pdf": _pdf}[path.suffix.lower()]
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    try:
        yield from into(drawing, file)
    except BaseException:
        file.cancelWriting()
        file.commit()
        raise
    if not file.commit():
        raise OSError(file.errorString())


def _png(drawing: GardenDrawing, file: QIODevice) -> Steps:
    extent = drawing.extent
    scale = min(PIXELS_PER_UNIT, sqrt(MOST_PIXELS / (extent.w * extent.h)))
    picture = QImage(round(extent.w * scale), round(extent.h * scale), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    try:
        painter.scale(scale, scale)
        yield from drawing.draw(painter)
    finally:
        painter.end()
    writer = QImageWriter(file, QByteArray(b"png"))
    if not writer.write(picture):
        raise OSError(writer.errorString())


def _svg(drawing: GardenDrawing, file: QIODevice) -> Steps:
    from PySide6.QtSvg import QSvgGenerator

    extent = drawing.extent
    generator = QSvgGenerator()
    generator.setOutputDevice(file)
    generator.setResolution(DOTS)
    generator.setSize(QSize(round(extent.w), round(extent.h)))
    generator.setViewBox(QRectF(0.0, 0.0, extent.w, extent.h))
    generator.setTitle("Garden")
    painter = QPainter(generator)
    try:
        yield from drawing.draw(painter)
    finally:
        painter.end()


def _pdf(drawing: GardenDrawing, file: QIODevice) -> Steps:
    extent = drawing.extent
    width = min(SHEET_WIDTH, LONGEST_SHEET * extent.w / extent.h)
    kept = QByteArray()  # a writer closes its device, which a file that may still be given up must not be
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Garden")
    writer.setResolution(DOTS)
    size = QPageSize(QSizeF(width, width * extent.h / extent.w), QPageSize.Unit.Millimeter)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0))
    painter = QPainter(writer)
    try:
        painter.scale(writer.width() / extent.w, writer.width() / extent.w)
        yield from drawing.draw(cast(QPainter, BandedPainter(painter)))
    finally:
        painter.end()
    if file.write(kept) != kept.size():
        raise OSError(file.errorString())


def prepared_printer(drawing: GardenDrawing) -> QPrinter:
    """A printer with the page turned the way the garden lies."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    wide = drawing.extent.w > drawing.extent.h
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    printer.setDocName("Garden")
    return printer


def printing(drawing: GardenDrawing, printer: QPrinter) -> Steps:
    """Print it: on one page if that leaves it large enough, else over as many as it needs from top to bottom."""
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError("")
    try:
        page = printer.pageLayout().paintRectPixels(printer.resolution())
        extent, width, height = drawing.extent, float(page.width()), float(page.height())
        scale = min(width / extent.w, height / extent.h)
        pages = 1
        if scale < TALL * width / extent.w:
            scale = width / extent.w
            pages = ceil(extent.h * scale / height)
        for number in range(pages):
            if number:
                printer.newPage()
            painter.save()
            painter.setClipRect(QRectF(0.0, 0.0, width, height))
            painter.translate((width - extent.w * scale) / 2, -number * height)
            painter.scale(scale, scale)
            for part in drawing.draw(cast(QPainter, BandedPainter(painter))):
                yield (number + part) / pages
            painter.restore()
    finally:
        painter.end()
