"""A pytest plugin that blocks the import of PySide6: `pytest -p no:pytest-qt -p tests.without_qt …`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

BLOCKED = ("PySide6", "shiboken6")


class _NoQt:
    """Stands first among the import finders and refuses Qt's names."""

    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"{fullname} is blocked: the core must do without Qt", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the settings of pytest-qt, which is absent, so that the strict configuration still knows them."""
    for name in ("qt_api", "qt_log_level_fail"):
        parser.addini(name, "a setting of pytest-qt, unused without Qt")
    parser.addini("qt_log_ignore", "a setting of pytest-qt, unused without Qt", type="linelist")


def pytest_configure() -> None:
    """Block Qt before the first test module is imported."""
    sys.meta_path.insert(0, _NoQt())


def pytest_report_header() -> str:
    """Say so at the top of the run."""
    return "PySide6 is blocked"
