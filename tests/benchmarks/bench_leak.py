"""Whether memory grows: ten thousand selections, zooms and view changes in the real window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

NAMES = ("leak",)
STEPS, WARM_UP = 10_000, 1_000
CONTACTS = 60
LIMIT = 1800
"""Seconds after which the process is ended."""


def run(name: str) -> dict[str, object]:
    """The growth of resident memory over the steps, in percent, in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_leak"],
        cwd=Path(__file__).parents[2],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        stdout=subprocess.PIPE,
        check=True,
        timeout=LIMIT,
    )
    megabytes = json.loads(ended.stdout)
    growth = (megabytes[-1] / megabytes[0] - 1.0) * 100.0
    detail = {"megabytes": megabytes, "steps": STEPS, "warm_up": WARM_UP, "bench": name}
    return {"value": round(growth, 1), "unit": "%", "aim": 5, "detail": detail}


def main() -> None:
    """Take the steps and print the resident memory after the warm-up and after each tenth of them, in MB."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from gardener.domain.sample import sample
    from gardener.session import Session
    from gardener.settings import Preferences
    from gardener.ui.bridge import Bridge
    from gardener.ui.main_window import MainWindow
    from gardener.ui.places import Places

    app = QApplication([])
    with (
        tempfile.TemporaryDirectory() as folder,
        Session.open(Path(folder) / "leak.garden", create=True, on=date(2026, 3, 1)) as session,
    ):
        changeset = sample(session.today, contacts=CONTACTS)
        session.perform(lambda garden: changeset)
        bridge = Bridge(session)
        window = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(None), hour=10)
        window.show()
        found = []
        for step in range(WARM_UP + STEPS + 1):
            if step >= WARM_UP and (step - WARM_UP) % (STEPS // 10) == 0:
                found.append(round(_resident() / 1e6, 1))
            _take(window, step, list(session.garden.plants))
            app.processEvents()
            # outside a running event loop `processEvents` leaves behind what is to be deleted later
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        window.close()
        bridge.close()
    print(json.dumps(found))


def _take(window: object, step: int, ids: list[str]) -> None:
    """One step: mostly a selection, each fifth a zoom, each fiftieth another bed or another look."""
    from gardener.domain.stage import Stage
    from gardener.ui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    if step % 50 == 49:
        stages = list(Stage)
        window.view.set_folded([stages[step // 50 % len(stages)]] if step % 100 == 49 else [])
    elif step % 50 == 24:
        window.view.zoom_to_bed(list(Stage)[step // 50 % len(Stage)])
    elif step % 50 == 25:
        window.view.zoom_to_fit()
    elif step % 5 == 4:
        window.view.zoom_by((1.25, 0.8)[step // 5 % 2])
    else:
        window.selection.choose(ids[step * 7 % len(ids)] if step % 11 else None)


def _resident() -> int:
    """Bytes of memory in use, as Linux counts them."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
