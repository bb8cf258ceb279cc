"""Where plants, beds and controls are on the screen, written to a file for programs that drive the real window."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from gardener.scene.view import GardenView

EVERY = 150
"""Milliseconds between two looks; the file is written only when something moved."""
_NAMED = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QListWidget)


class Positions(QObject):
    """Writes to `file`, all points global: `plants` (id → [x, y]), `beds` (stage → [x, y] of the first free place),
    `controls` (object name or accessible name → [x, y, w, h]), `windows` (object names), `active` (that of the window
    with the keyboard), `focus` (the control that has it), `texts` (window → what stands in it) and `selected`."""

    def __init__(self, file: Path, view: GardenView) -> None:
        super().__init__(view)
        self._file, self._view, self._said = file, view, ""
        timer = QTimer(self)
        timer.setInterval(EVERY)
        timer.timeout.connect(self.write)
        timer.start()

    def write(self) -> None:
        """Writes the file if anything has changed, all at once."""
        said = json.dumps(self.look())
        if said != self._said:
            part = self._file.with_name(self._file.name + ".part")
            part.write_text(said, encoding="utf-8")
            part.replace(self._file)
            self._said = said

    def look(self) -> dict[str, object]:
        """Where everything is now."""
        view = self._view
        windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        controls = {
            name: _rect(widget)
            for top in windows
            for widget in top.findChildren(QWidget)
            if isinstance(widget, _NAMED) and widget.isVisible() and (name := _name(widget))
        }
        return {
            "plants": {id_: _point(view.point_of(id_)) for id_ in view.picture.layout.cells},
            "beds": {
                str(stage): _point(view.point_of_bed(stage))
                for stage, bed in view.picture.layout.beds.items()
                if bed.folded or len(bed.plants) < bed.capacity
            },
            "controls": controls,
            "windows": sorted(widget.objectName() for widget in windows if widget.objectName()),
            "active": _name(QApplication.activeWindow()),
            "focus": _name(QApplication.focusWidget()),
            "texts": {_name(top): _texts(top) for top in windows if _name(top)},
            "selected": view.selection,
        }


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    own = widget.objectName()
    return own if own and not own.startswith("qt_") else widget.accessibleName()


def _texts(top: QWidget) -> list[str]:
    """What the labels of a window say that can be seen."""
    return [label.text() for label in top.findChildren(QLabel) if label.isVisible() and label.text()]


def _rect(widget: QWidget) -> list[int]:
    at = widget.mapToGlobal(QPoint(0, 0))
    return [at.x(), at.y(), widget.width(), widget.height()]


def _point(point: QPoint) -> list[int]:
    return [point.x(), point.y()]
