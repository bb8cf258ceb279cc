"""The start: what must not be loaded before the window has been painted, and that the window says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from gardener.domain.sample import plant_sample
from gardener.session import Session
from tests.ui.conftest import DAY

LATE = ("sqlalchemy", "alembic", "numpy", "chardet", "phonenumbers", "rapidfuzz", "PySide6.QtNetwork")
START = """
import sys
from pathlib import Path
from gardener import app, settings
from gardener.ui.main_window import MainWindow
from PySide6.QtCore import QTimer

late = sys.argv[2].split(",")
paint = MainWindow.paintEvent

def painted(self, event):
    paint(self, event)
    MainWindow.paintEvent = paint
    print(",".join(name for name in late if name in sys.modules) or "none", flush=True)
    QTimer.singleShot(0, self, self.close)

MainWindow.paintEvent = painted
sys.exit(app.run(garden=Path(sys.argv[1])))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    with Session.open(path, create=True, on=DAY) as session:
        session.perform(lambda garden: plant_sample(garden, today=DAY))
    ran = subprocess.run(
        [sys.executable, "-c", START, str(path), ",".join(LATE)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[0] == "none"
