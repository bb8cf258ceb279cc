"""What the family tree costs: its layout, and a panned frame of it against plain picture items."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random
from statistics import median
from time import perf_counter

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
)

from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.sample import sample
from gardener.scene.showing import shown
from gardener.scene.tree_layout import lay_out
from gardener.scene.tree_shown import TreeShown, tree_shown
from gardener.scene.tree_view import TreeView
from gardener.ui import garden_pictures
from tests.benchmarks.starts import platform

NAMES = ("tree",)
AIM = 1.0
PEOPLE, INTRODUCTIONS = 2000, 600
SIZE = (1680, 1020)
ROUNDS, FRAMES = 7, 40
TODAY = date(2026, 3, 1)


def run(name: str) -> dict[str, object]:
    """Seconds from the garden's introductions to everybody's place. KeyError for a name not in NAMES."""
    if name not in NAMES:
        raise KeyError(name)
    _application()
    garden = _garden()
    plants = shown(garden, TODAY)
    costs = []
    for _ in range(ROUNDS):
        start = perf_counter()
        tree = tree_shown(garden, TODAY, plants)
        lay_out(tree.family, alone_open=True)
        costs.append(perf_counter() - start)
    detail = {
        "people": len(garden.plants),
        "introductions": len(garden.introductions),
        "worst_s": round(max(costs), 4),
        "pan": {str(scale): _pan(tree, scale) for scale in (1.0, 0.4)},
        "platform": platform(),
    }
    return {"value": round(median(costs), 4), "unit": "s", "aim": AIM, "detail": detail}


@cache
def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", platform())
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication([])


def _garden() -> Garden:
    """The sample's people, and introductions drawn by a fixed seed, half of them by one person in ten."""
    garden = Garden().after(sample(TODAY, contacts=PEOPLE), lambda _: ())
    dice, ids = Random(7), list(garden.plants)
    drawn: dict[tuple[str, str], Introduction] = {}
    while len(drawn) < INTRODUCTIONS:
        by = ids[int(dice.random() * (PEOPLE if dice.random() < 0.5 else PEOPLE // 10))]
        to = ids[int(dice.random() * PEOPLE)]
        if by != to:
            drawn[by, to] = Introduction(
                id=f"{len(drawn)}", by=by, to=to, day=TODAY - timedelta(int(dice.random() * 600)), outcome=Outcome.MET
            )  # fmt: skip
    return replace(garden, introductions={one.id: one for one in drawn.values()})


def _pan(tree: TreeShown, scale: float) -> dict[str, object]:
    """The least time of a panned frame of the finished tree, and of as many plain items of its plants, in turns."""
    view = TreeView(garden_pictures.pictures_of)
    view.resize(*SIZE)
    view.show()
    view.show_tree(tree, tree.family, lay_out(tree.family, alone_open=True))
    view.zoom_by(scale / view.scale_now)
    view.finish_now()
    plain, count = _plain(view, tree)
    sides: tuple[tuple[QAbstractScrollArea, list[float]], ...] = ((view, []), (plain, []))
    for turn in range(FRAMES + 1):
        for side, found in sides:
            cost = _frame(side, 6 if turn % 2 else -6)
            if turn:
                found.append(cost)
    ours, theirs = (found for _, found in sides)
    view.close()
    plain.close()
    return {
        "ratio": round(min(ours) / min(theirs), 2),
        "tree_ms": {"best": round(min(ours), 2), "median": round(median(ours), 2)},
        "plain_ms": {"best": round(min(theirs), 2), "median": round(median(theirs), 2)},
        "plants": count,
    }


def _frame(view: QAbstractScrollArea, by: int) -> float:
    bar = view.verticalScrollBar()
    start = perf_counter()
    bar.setValue(bar.value() + by)
    view.viewport().repaint()
    return (perf_counter() - start) * 1e3


def _plain(view: TreeView, tree: TreeShown) -> tuple[QGraphicsView, int]:
    """A view of plain items: the pictures of the plants that are in view, where they stand there."""
    plain = QGraphicsView()
    plain.setFrameShape(QFrame.Shape.NoFrame)
    plain.setRenderHint(QPainter.RenderHint.Antialiasing)
    plain.resize(*SIZE)
    scene = QGraphicsScene(plain)
    scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    scene.setSceneRect(0, 0, SIZE[0], SIZE[1] + 200)
    pictures, cell = garden_pictures.pictures_of("day", 1.0), round(42 * view.scale_now)
    count = 0
    for id_, plant in tree.plants.items():
        if id_ in view.layout_.feet:
            at = view.viewport().mapFromGlobal(view.point_of(id_))
            if view.viewport().rect().contains(at):
                count += 1
                item = QGraphicsPixmapItem(
                    QPixmap(pictures.pixmap(plant.traits, plant.species, plant.seed, cell))
                )
                item.setPos(at.x(), at.y())
                scene.addItem(item)
    plain.setScene(scene)
    plain.show()
    _application().processEvents()
    return plain, count
