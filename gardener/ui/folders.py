"""Showing where a file lies, in the desktop's own file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show(file: Path) -> bool:
    """Opens the folder that holds `file`; false when there is none, or nothing on this desktop shows folders."""
    folder = file if file.is_dir() else file.parent
    return folder.is_dir() and bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
