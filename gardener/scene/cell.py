"""The cell that a plant's picture fills, in pixels."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from gardener.scene.limits import CELL


def cell_box(height_px: float) -> QRectF:
    """Return the cell of a plant whose foot is at (0, 0), y down, `height_px` pixels for one full grown height."""
    left, bottom, right, top = CELL
    return QRectF(left * height_px, -top * height_px, (right - left) * height_px, (top - bottom) * height_px)
