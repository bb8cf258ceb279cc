"""What a step through time costs while the hand moves: against one plain repaint of the same picture."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtWidgets import QApplication

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact, StageMove
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.stage import Stage
from gardener.scene.library import all_species
from gardener.session import Session
from gardener.settings import Preferences
from gardener.ui.bridge import Bridge
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places
from tests.benchmarks.starts import platform

NAMES = ("time-step",)
AIM = 2.0
SIZE = (1680, 1020)
CONTACTS, EACH = 1_000, 50
DAYS = 730
TODAY = date(2026, 3, 1)
STEPS = 200
"""Steps of a hand that goes back through two years, ahead again, and back; and as many before them that do not count."""
PACE = 4
"""Pixels of the track between two steps."""
LADDER = (Stage.SEEDLING, Stage.GROWING, Stage.FLOWERING, Stage.FRUIT)


def run(_name: str) -> dict[str, object]:
    """Median of a step, its painting included, ÷ median of a plain repaint of garden and time line, in turns."""
    with _window() as window:
        steps, plain, rest = _walk(window)
        picture = window.view.picture
        detail: dict[str, object] = {
            "step_ms": {"median": _ms(median(steps)), "p95": _ms(quantiles(steps, n=20)[-1])},
            "repaint_ms": {"median": _ms(median(plain)), "p95": _ms(quantiles(plain, n=20)[-1])},
            "exact_after_ms": _ms(rest),
            "plants_near": len(picture.plant_layer),
            "contacts": CONTACTS,
            "interactions": CONTACTS * EACH,
            "platform": platform(),
        }
        return {
            "value": round(median(steps) / median(plain), 2),
            "unit": "ratio",
            "aim": AIM,
            "detail": detail,
        }


def _ms(seconds: float) -> float:
    return round(seconds * 1e3, 2)


def _walk(window: MainWindow) -> tuple[list[float], list[float], float]:
    """Seconds of steps and of plain repaints, and from the last move until every plant in view is exact and finished."""
    bar, viewport = window.time.bar, window.view.viewport()
    track = bar.track
    window.time.read_now()
    window.time.refresh()
    window.time.go_to(TODAY - timedelta(days=1))  # how long an exact step takes is known from now on
    steps, plain = [], []
    scale = track.scale
    x, by = scale.notch - 10.0, -PACE
    for turn in range(2 * STEPS):
        if not scale.left < x + by < scale.right:
            by = -by
        x += by
        QApplication.processEvents()  # as between two moves of a mouse
        start = perf_counter()
        viewport.repaint()
        bar.repaint()
        middle = perf_counter()
        QApplication.processEvents()
        begin = perf_counter()
        track._reach(x)
        viewport.repaint()
        bar.repaint()
        end = perf_counter()
        if turn >= STEPS:
            plain.append(middle - start)
            steps.append(end - begin)
    start = perf_counter()
    while window.time.moving or _unfinished(window):
        QApplication.processEvents()
    return steps, plain, perf_counter() - start


def _unfinished(window: MainWindow) -> bool:
    """Whether anything that can be seen is still to be painted to the end; a little around it is painted ahead later."""
    layer = window.view.picture.plant_layer
    return any(layer.is_due(id_) for id_ in window.view.in_view())


@contextmanager
def _window() -> Iterator[MainWindow]:
    """The window on a garden of two years, shown and painted to the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", platform())
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([])
    with tempfile.TemporaryDirectory(prefix="gardener-bench-") as folder:
        path = Path(folder) / "bench.garden"
        with Session.open(path, create=True, on=TODAY) as session:
            changeset = _lived()
            session.perform(lambda _: changeset)
            bridge = Bridge(session)
            window = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(None), hour=10)
            window.resize(*SIZE)
            window.show()
            window.spread(SIZE[0])
            app.processEvents()
            window.view.finish_now()
            try:
                yield window
            finally:
                window.close()
                bridge.close()


def _lived() -> Changeset:
    """Contacts who came one by one over two years and moved on; each with as many interactions."""
    dice, kinds = Random(4), tuple(all_species())
    entities: list[Contact | Interaction] = []
    for number in range(CONTACTS):
        ago = dice.randint(60, DAYS)
        created = TODAY - timedelta(days=ago)
        moves = tuple(
            StageMove(created + timedelta(days=ago * (step + 1) // 6), stage)
            for step, stage in enumerate(LADDER[: dice.randint(0, 4)])
        )
        contact = Contact(
            id=f"{number:05}",
            name=f"Ada Brook {number}",
            created=created,
            moves=moves,
            species=kinds[number % len(kinds)],
        )
        entities.append(contact)
        for nth, days in enumerate(sorted(dice.randint(0, ago) for _ in range(EACH))):
            entities.append(
                Interaction(
                    id=f"{number:05}-{nth}",
                    day=TODAY - timedelta(days=days),
                    kind=Kind.EMAIL,
                    direction=dice.choice(tuple(Direction)),
                    participants=(contact.id,),
                )
            )
    return Changeset(What("bench"), tuple(Change(None, entity) for entity in entities))
