"""What the commands do that make a picture or a print of the whole garden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gardener.scene.view import GardenView
from gardener.ui import whole_picture
from gardener.ui.file_icons import NamedIcons
from gardener.ui.slow_drawing import SlowDrawing
from gardener.ui.toasts import Toasts
from gardener.words import pictures as words


class PictureCommands:
    """Asks where to, draws, and says what came of it. `opened` hears of every dialog."""

    def __init__(
        self, window: QWidget, view: GardenView, toasts: Toasts, opened: Callable[[QDialog], object]
    ) -> None:
        self._window, self._view, self._toasts, self._opened = window, view, toasts, opened
        self._icons: NamedIcons | None = None

    def ask_where(self, name: str) -> None:
        """Asks for a file; `name` is proposed for it."""
        if self._icons is None:
            self._icons = NamedIcons()
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        folder = Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()
        dialog = QFileDialog(self._window, words.ASK, str(folder))
        dialog.setObjectName("savePicture")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setIconProvider(self._icons)
        dialog.setNameFilters(list(words.FILTERS.values()))
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffix_of(chosen)))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(
            lambda path: self.save(with_suffix(Path(path), dialog.selectedNameFilter()))
        )
        dialog.open()
        self._opened(dialog)

    def save(self, path: Path) -> None:
        """Draws the whole garden into a file."""
        drawing = whole_picture.of_scene(self._view.picture, self._view.font())
        slow = SlowDrawing(whole_picture.saving(drawing, path), words.drawing(path.name), self._window)
        slow.finishedDrawing.connect(lambda: self._toasts.say(words.saved(path.name)))
        slow.failed.connect(lambda why: self._toasts.say(words.not_saved(path.name, why)))
        self._opened(slow)
        slow.begin()

    def ask_printer(self) -> None:
        """Asks which printer, and prints."""
        from PySide6.QtPrintSupport import QPrintDialog

        drawing = whole_picture.of_scene(self._view.picture, self._view.font())
        printer = whole_picture.prepared_printer(drawing)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("print")

        def go() -> None:
            slow = SlowDrawing(whole_picture.printing(drawing, printer), words.PRINTING, self._window)
            slow.finishedDrawing.connect(lambda: self._toasts.say(words.PRINTED))
            slow.failed.connect(lambda why: self._toasts.say(words.not_printed(why)))
            self._opened(slow)
            slow.begin()

        dialog.accepted.connect(go)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QDialog.open(dialog)
        self._opened(dialog)


def suffix_of(chosen: str) -> str:
    """The ending, without its dot, of the files that a filter of the dialog shows."""
    return next((suffix[1:] for suffix, name in words.FILTERS.items() if name == chosen), "png")


def with_suffix(path: Path, chosen: str) -> Path:
    """The path with an ending that can be drawn: its own, else that of the filter."""
    if path.suffix.lower() in whole_picture.SUFFIXES:
        return path
    return path.with_name(f"{path.name}.{suffix_of(chosen)}")
