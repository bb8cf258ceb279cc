"""What the picture costs: a panned frame against plain picture items, and one plant painted for the first time."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView

from gardener.domain.garden import Garden
from gardener.domain.sample import sample
from gardener.scene.library import all_species
from gardener.scene.palette import DAY
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.sheet import TYPICAL
from gardener.scene.showing import PlantShown, shown
from gardener.scene.view import GardenView
from gardener.ui import garden_pictures
from tests.benchmarks.starts import platform

NAMES = ("frame-500", "frame-10000", "plant")
AIMS = {"frame-500": 1.3, "frame-10000": 1.5, "plant": 5.0}
SIZE = (1680, 1020)
CLOSER = 1.04
"""How much closer than the whole garden the view stands, so that there is somewhere to pan to."""
FRAMES = 30
HEIGHT = 128.0
SEEDS = (3, 77)
TODAY = date(2026, 3, 1)


def run(name: str) -> dict[str, object]:
    """A frame as a ratio, a plant in ms. KeyError for a name not in NAMES."""
    aim = AIMS[name]
    _application()
    if name == "plant":
        costs = _plants()
        detail: dict[str, object] = {
            "p95_ms": round(quantiles(costs, n=20)[-1], 2),
            "best_ms": round(min(costs), 2),
            "plants": len(costs),
        }
        return {"value": round(median(costs), 2), "unit": "ms", "aim": aim, "detail": detail}
    value, detail = _frames(int(name.removeprefix("frame-")))
    return {"value": value, "unit": "ratio", "aim": aim, "detail": detail}


@cache
def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", platform())
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication([])


def _plants() -> list[float]:
    """ms of growing and painting each plant `HEIGHT` pixels high: every species in every condition, none seen before."""
    costs = []
    for warming in (True, False):
        pictures = PlantPictures(DAY, all_species(), 1.0, 256 * 1024 * 1024)
        cell = HEIGHT * 1.25
        for species in all_species():
            for seed in SEEDS[:1] if warming else SEEDS[1:]:
                for traits in TYPICAL.values():
                    start = perf_counter()
                    pictures.pixmap(traits, species, seed, cell)
                    if not warming:
                        costs.append((perf_counter() - start) * 1e3)
    return costs


def _frames(count: int) -> tuple[float, dict[str, object]]:
    """The least time of a panned frame of each side, in turns."""
    garden, plain, there = _panes(count)
    sides: tuple[tuple[QGraphicsView, list[float]], ...] = ((garden, []), (plain, []))
    for turn in range(FRAMES + 1):
        for view, found in sides:
            cost = _frame(view, 6 if turn % 2 else -6)
            if turn:
                found.append(cost)
    ours, theirs = (found for _, found in sides)
    detail: dict[str, object] = {
        "garden_ms": {"best": round(min(ours), 2), "median": round(median(ours), 2)},
        "plain_ms": {"best": round(min(theirs), 2), "median": round(median(theirs), 2)},
        "plants": there,
        "platform": platform(),
        "memory": _memory(garden, there),
    }
    garden.close()
    plain.close()
    return round(min(ours) / min(theirs), 2), detail


def _memory(garden: GardenView, there: int) -> dict[str, float]:
    """What the pictures in view take: those of plants, each and in all, the most that is kept of them, and the ground."""
    pictures = garden.picture.plant_layer.pictures
    assert isinstance(pictures, PlantPictures)
    return {
        "bytes_per_plant_in_view": round(pictures.bytes_kept / max(1, there)),
        "plants_mb": round(pictures.bytes_kept / 1e6, 1),
        "plants_cap_mb": round(pictures.limit_bytes / 1e6, 1),
        "ground_mb": round(garden.picture.ground_bytes / 1e6, 1),
    }


def _frame(view: QGraphicsView, by: int) -> float:
    bar = view.verticalScrollBar()
    start = perf_counter()
    bar.setValue(bar.value() + by)
    view.viewport().repaint()
    return (perf_counter() - start) * 1e3


def _panes(count: int) -> tuple[GardenView, QGraphicsView, int]:
    """The garden with all its plants in view and finished, and plain items of the same pictures at the same places."""
    garden = GardenView(garden_pictures.scene_words(), garden_pictures.pictures_of)
    garden.resize(*SIZE)
    garden.show()
    garden.set_garden(_shown(count))
    garden.zoom_to_whole()
    garden.zoom_by(CLOSER)
    _application().processEvents()
    garden.finish_now()
    plain = QGraphicsView()
    plain.setFrameShape(QFrame.Shape.NoFrame)
    plain.setRenderHint(QPainter.RenderHint.Antialiasing)
    plain.resize(*SIZE)
    scene = QGraphicsScene(plain)
    scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    scene.setSceneRect(garden.sceneRect())
    layer = garden.picture.plant_layer
    there = 0
    for id_ in garden.picture.plants:
        item = layer.item(id_)
        if item is not None:
            there += 1
            same = QGraphicsPixmapItem(QPixmap(item.pixmap()))
            same.setPos(item.pos())
            same.setScale(item.scale())
            scene.addItem(same)
    plain.setScene(scene)
    plain.setTransform(garden.transform())
    plain.show()
    plain.verticalScrollBar().setValue(garden.verticalScrollBar().value())
    _application().processEvents()
    return garden, plain, there


def _shown(count: int) -> tuple[PlantShown, ...]:
    return shown(Garden().after(sample(TODAY, contacts=count), lambda _: ()), TODAY)
