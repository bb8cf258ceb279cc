"""What this program is: version, licence, what it is made with, and where its files lie, to copy in one press."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gardener import __version__, settings
from gardener.ui import theme
from gardener.ui.form import Form
from gardener.ui.parts import Label, button, heading
from gardener.ui.selectable import Selectable
from gardener.ui.theme import GRID
from gardener.ui.tray import picture
from gardener.words import helping

LIBRARIES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "chardet",
    "dateparser",
    "platformdirs",
)

Rows = Sequence[tuple[str, str]]


class AboutDialog(Form):
    """Everything a report of a fault needs besides what happened; nothing in it comes from the garden."""

    def __init__(self, garden: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, helping.ABOUT, width=580)
        self.setObjectName("aboutDialog")
        self._garden = garden
        self.body.addWidget(_head())
        self.body.addWidget(heading(helping.FILES))
        self.body.addWidget(_table(files(garden)))
        self.body.addWidget(heading(helping.LIBRARIES))
        self.body.addWidget(_table(libraries()))
        self.body.addStretch(1)
        self.copy = button(helping.COPY_DETAILS, self._copy)
        self.foot.addWidget(self.copy)
        self.end_with_close()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self._garden))
        self.copy.setText(helping.COPIED)
        self.copy.setAccessibleName(helping.COPIED)


def files(garden: Path) -> Rows:
    """Where things lie: what, and its path."""
    return (
        (helping.GARDEN, str(garden)),
        (helping.PREFERENCES, str(settings.preferences_file())),
        (helping.PLACES, str(settings.state_folder())),
        (helping.LOG, str(settings.log_folder())),
    )


def libraries() -> Rows:
    """What the program is made with: name and version; one that cannot be found is left out."""
    rows = [("Python", platform.python_version()), ("Qt", qVersion())]
    for name in LIBRARIES:
        try:
            rows.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return rows


def details(garden: Path) -> str:
    """All of it as text, the home folder written as ~, so that a report does not tell who wrote it."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [f"Gardener {__version__}, {system}"]
    lines += [f"{name}: {path}" for name, path in files(garden)]
    lines += [f"{name} {number}" for name, number in libraries()]
    return "\n".join(lines).replace(str(Path.home()), "~") + "\n"


def _head() -> QWidget:
    """The program's picture, and beside it what the program is."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * GRID)
    sprout = QLabel()
    sprout.setPixmap(picture(0))
    row.addWidget(sprout, 0, Qt.AlignmentFlag.AlignTop)
    text = QVBoxLayout()
    text.setSpacing(GRID // 2)
    text.addWidget(Label(f"{helping.VERSION} {__version__}", "strong"))
    text.addWidget(Label(helping.ABOUT_LINE, wrap=True))
    text.addWidget(Label(helping.LICENCE, "quiet", wrap=True))
    row.addLayout(text, 1)
    return part


def _table(rows: Rows) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    grid.setColumnStretch(1, 1)
    for i, (name, value) in enumerate(rows):
        grid.addWidget(Label(name, "quiet"), i, 0, Qt.AlignmentFlag.AlignTop)
        grid.setColumnMinimumWidth(0, theme.wide(148))
        shown = Selectable()
        shown.say(value)
        shown.setAccessibleName(f"{name}: {value}")
        grid.addWidget(shown, i, 1)
    return part
