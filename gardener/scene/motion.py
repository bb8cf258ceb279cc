"""What moves in the picture: the breeze of a hand, a plant going over to another state, a drop of water; one clock for all.

The clock runs only while something moves. At rest, without motion, hidden or minimised there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from gardener.scene.breeze import between, blowing, lasts, lean
from gardener.scene.drops import Drops
from gardener.scene.items import PlantLayer
from gardener.scene.layout import Layout
from gardener.scene.showing import PlantShown
from gardener.scene.traits import Traits

TICK = 40
"""Milliseconds between two pictures of something that moves."""
MOST_SWAYING = 140
"""With more plants than this near the view none sways: it could not be seen, and would cost."""
MOST_CHANGING = 6
"""When more plants change at once, they are simply as they are now."""
LEAST = 24.0
"""Plants of fewer pixels neither sway nor change by steps."""
_BUDGET = 0.02
"""Seconds of painting in one tick."""


@dataclass(slots=True)
class _Change:
    """A plant on its way: where it comes from, where it goes, and when it set out."""

    before: Traits
    after: Traits
    start: float


class Motion(QObject):
    """Moves the plants of a layer. It is told what has happened; what is shown at the end is up to the layer."""

    def __init__(self, scene: QGraphicsScene, layer: PlantLayer) -> None:
        super().__init__(scene)
        self._scene, self._layer = scene, layer
        self._plants: Mapping[str, PlantShown] = {}
        self._layout: Layout | None = None
        self.scale = 1.0
        self._strength, self._stirred, self._last = 0.0, 0.0, 0.0
        self._changing: dict[str, _Change] = {}
        self.drops = Drops(scene)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tick)

    @property
    def moving(self) -> bool:
        """Whether the clock runs."""
        return self._clock.isActive()

    def changing(self, id_: str) -> bool:
        """Whether a plant is on its way to another state."""
        return id_ in self._changing

    def follow(self, plants: Mapping[str, PlantShown], layout: Layout, scale: float) -> None:
        """Take over who stands where, at how many pixels a unit."""
        self._plants, self._layout, self.scale = plants, layout, scale
        for id_ in [i for i in self._changing if i not in plants]:
            del self._changing[id_]

    def stir(self) -> None:
        """A hand has moved: a breeze goes through the plants in view."""
        if not self._seen() or len(self._layer) > MOST_SWAYING:
            return
        self._stirred = perf_counter()
        self._start()

    def change(self, befores: Mapping[str, Traits]) -> frozenset[str]:
        """These plants were otherwise before: let them go over. Those that will; the others are simply as they are now."""
        if not self._seen() or len(befores) > MOST_CHANGING:
            return frozenset()
        now, going = perf_counter(), set()
        for id_, before in befores.items():
            if self._large(id_):
                held = self._changing.get(id_)
                start = before if held is None else self._state(held, now)
                self._changing[id_] = _Change(start, self._plants[id_].traits, now)
                going.add(id_)
        if going:
            self._start()
        return frozenset(going)

    def water(self, ids: Collection[str]) -> None:
        """Let a drop fall on the soil of each."""
        if not self._seen() or len(ids) > MOST_CHANGING or self._layout is None:
            return
        for id_ in ids:
            if self._large(id_):
                self.drops.add(self._layout.foot(id_), self._layout.unit(id_), perf_counter())
        if self.drops:
            self._start()

    def rest(self) -> None:
        """Stop whatever moves, at its end."""
        self._clock.stop()
        self._strength = 0.0
        self._layer.upright()
        self.drops.clear()
        going, self._changing = list(self._changing), {}
        for id_ in going:
            self._layer.complete(id_)

    def still(self) -> None:
        """End the breeze alone: the ground is to be moved under it."""
        if self._strength or self._stirred:
            self._strength = self._stirred = 0.0
            self._layer.upright()

    def _large(self, id_: str) -> bool:
        layout = self._layout
        if layout is None or not layout.visible(id_) or self._layer.item(id_) is None:
            return False
        return layout.unit(id_) * self.scale >= LEAST

    def _seen(self) -> bool:
        return any(_shows(view) for view in self._scene.views())

    def _start(self) -> None:
        if not self._clock.isActive():
            self._last = perf_counter()
            self._clock.start()

    def _tick(self) -> None:
        if not self._seen():
            self.rest()
            return
        now = perf_counter()
        step, self._last = now - self._last, now
        self._blow(now, step)
        self._go_over(now)
        self.drops.move(now)
        if not (self._strength or self._changing or self.drops):
            self._clock.stop()

    def _blow(self, now: float, step: float) -> None:
        before = self._strength
        self._strength = blowing(before, now - self._stirred, min(step, 0.2))
        if self._strength:
            self._layer.sway(lambda seed: lean(seed, now, self._strength), LEAST)
        elif before:
            self._layer.upright()

    def _go_over(self, now: float) -> None:
        """Paint the plants on their way, as many as one tick allows, those first that have waited longest."""
        until = now + _BUDGET
        for id_, change in list(self._changing.items()):
            del self._changing[id_]
            if now - change.start >= lasts(change.before, change.after):
                self._layer.complete(id_)
                continue
            self._changing[id_] = change  # to the end of the row
            self._layer.show_passing(id_, self._state(change, now))
            if perf_counter() >= until:
                break

    @staticmethod
    def _state(change: _Change, now: float) -> Traits:
        share = (now - change.start) / lasts(change.before, change.after)
        return between(change.before, change.after, min(1.0, share))


def _shows(view: QGraphicsView) -> bool:
    return view.isVisible() and not view.window().isMinimized()
