"""The one QApplication of the process; what is imported after this module is not read twice."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def application(arguments: list[str]) -> QApplication:
    """The application that there is, else one made of the command line, whose first word is the program's name."""
    _import_unread()
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([*arguments, "-style", "fusion"])  # at once: no other style is made first
    app.setApplicationName("gardener")
    app.setApplicationDisplayName("Gardener")
    app.setDesktopFileName("gardener")
    return app


def _import_unread() -> None:
    """Qt for Python reads the source of each module that is imported after it, to look whether it may use `__feature__`
    (PYSIDE-2029). Nothing here does, and two hundred modules are not read twice; where it no longer asks so, no harm.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None:
        feature._mod_uses_pyside = lambda module: False  # type: ignore[attr-defined]
