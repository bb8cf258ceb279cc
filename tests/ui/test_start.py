"""What the start of the window loads: nothing that the first paint can do without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import gardener
from gardener.domain.sample import sample
from gardener.session import Session
from tests.ui.conftest import DAY

LIMIT = 60
NOT_BEFORE_THE_PAINT = (
    "sqlalchemy",
    "alembic",
    "numpy",
    "chardet",
    "dateparser",
    "dateutil",
    "logging.handlers",
    "PySide6.QtNetwork",
    "gardener.cli.runner",
    "gardener.exchange.importing",
    "gardener.store.writing",
    "gardener.store.migrate",
    "gardener.scene.painter",
    "gardener.scene.botany",
    "gardener.ui.list_view",
    "PIL",
    "gardener.domain.chronicle",
    "gardener.domain.foresight",
    "gardener.ui.time_glance",
    "gardener.ui.lapse",
    "gardener.ui.log_form",
    "hashlib",
    "uuid",
    "gardener.domain.deeds.contacts",
    "gardener.domain.people",
    "gardener.domain.search",
    "gardener.domain.standing",
    "gardener.ui.contact_page",
    "gardener.ui.first_run",
    "gardener.ui.list_entry",
    "gardener.ui.outside",
    "gardener.ui.rewind",
)
WINDOW = """
import os, sys

class Listening:
    encoding, errors = "utf-8", "strict"

    def write(self, text):
        if text.startswith("painted"):
            import linecache
            os.write(1, "\\n".join((*sorted(sys.modules), *linecache.cache)).encode())
            os._exit(0)
        return len(text)

    def flush(self):
        pass

sys.stdout = Listening()
from gardener.__main__ import main
main(sys.argv[1:])
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules loaded when the window of a sample garden has been painted for the first time, and the files of which
    the source was read."""
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    file = home / "start.garden"
    with Session.open(file, create=True, on=DAY) as session:
        changeset = sample(DAY)
        session.perform(lambda garden: changeset)
    ended = subprocess.run(
        [sys.executable, "-c", WINDOW, "--garden", str(file), "--on", DAY.isoformat()],
        cwd=Path(__file__).parents[2],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COV_"))},
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "GARDENER_READY": "1",
        },
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=True,
    )
    return frozenset(ended.stdout.splitlines())


def test_the_window_is_what_was_started(loaded: frozenset[str]) -> None:
    assert {"gardener.ui.main_window", "gardener.scene.silhouette", "sqlite3"} <= loaded


@pytest.mark.parametrize("module", NOT_BEFORE_THE_PAINT)
def test_the_first_paint_does_without(loaded: frozenset[str], module: str) -> None:
    assert module not in loaded


def test_no_source_of_ours_is_read_beside_what_is_compiled(loaded: frozenset[str]) -> None:
    package = str(Path(gardener.__file__).parent)
    read = {name for name in loaded if name.startswith(package) and name.endswith(".py")}
    assert {Path(name).name for name in read} <= {
        "__init__.py",
        "__main__.py",
        "app.py",
        "window_call.py",
        "settings.py",
    }
