"""Icons for a list of files by their names alone, so that none of them is opened to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QStyle


class NamedIcons(QAbstractFileIconProvider):
    """Qt's own looks into files whose names say nothing, and so into the open garden: closing it again would drop the
    locks that SQLite holds on it (see gardener/store/hold.py). A desktop's own dialog asks nobody for icons.
    """

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """A folder's or a file's."""
        if isinstance(of, QFileInfo):
            return self._folder if of.isDir() else self._file
        file = of is QAbstractFileIconProvider.IconType.File
        return self._file if file else self._folder

    def type(self, info: QFileInfo) -> str:
        """What the name says it is."""
        return "Folder" if info.isDir() else f"{info.suffix()} file".strip()
