"""The signs above the beds as picture items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

from gardener.domain.stage import Stage
from gardener.scene.far_signs import far_height, paint_far_sign
from gardener.scene.items import SIGNS_Z, still
from gardener.scene.layout import Layout
from gardener.scene.light import Light
from gardener.scene.showing import PlantShown
from gardener.scene.signs import BedWords, Sign, SignState, paint_sign, shrink_of, sign_height

NARROW = 64.0
"""Signs narrower than this have no room for a name, in logical pixels."""


class SignLayer:
    """The signs above the beds; one is painted again only when what it says has changed."""

    def __init__(self, scene: QGraphicsScene, words: Mapping[Stage, BedWords], font: QFont) -> None:
        self._scene, self._words, self._font = scene, words, font
        self._items: dict[Stage, QGraphicsPixmapItem] = {}
        self._signs: dict[Stage, tuple[Sign, tuple[object, ...]]] = {}

    def show(
        self, layout: Layout, states: Mapping[Stage, SignState], *, light: Light, scale: float, ratio: float
    ) -> None:
        """Paint what has changed and put every sign over its bed."""
        font = self._near_font(scale)
        shrink = min(
            shrink_of(
                self._words[stage].name, states[stage].count, font=font, width=max(20.0, bed.sign.w * scale)
            )
            for stage, bed in layout.beds.items()
        )  # all names are of one size
        for stage, bed in layout.beds.items():
            width = max(20.0, bed.sign.w * scale)
            height = max(sign_height(states[stage], width, self._font), bed.sign.h * scale)
            far = width < NARROW or height > bed.sign.bottom * scale
            if far:  # it must not hang over the first row
                height = min(far_height(self._font) + 2.0, bed.sign.bottom * scale)
            key = (states[stage], width, height, ratio, light, shrink, far)
            held = self._signs.get(stage)
            item = self._items.get(stage)
            if item is None:
                item = self._items[stage] = QGraphicsPixmapItem()
                still(item)
                item.setZValue(SIGNS_Z)
                self._scene.addItem(item)
            if held is None or held[1] != key:
                sign = self._painted(
                    stage, states[stage], light, (width, height), ratio, font, None if far else shrink
                )
                self._signs[stage] = sign, key
                item.setPixmap(sign.pixmap)
                item.setScale(1.0 / scale)
            fine = scale * ratio
            top = max(0.0, bed.sign.bottom - height / scale)
            item.setPos(round(bed.sign.x * fine) / fine, round(top * fine) / fine)

    def _painted(
        self,
        stage: Stage,
        state: SignState,
        light: Light,
        size: tuple[float, float],
        ratio: float,
        font: QFont,
        shrink: float | None,
    ) -> Sign:
        """A sign as it is near, or far out when there is no `shrink`."""
        width, height = size
        if shrink is None:
            return paint_far_sign(
                state, light=light, font=self._font, width=width, height=height, ratio=ratio
            )
        return paint_sign(
            self._words[stage],
            state,
            light=light,
            font=font,
            width=width,
            height=height,
            ratio=ratio,
            shrink=shrink,
        )

    def _near_font(self, scale: float) -> QFont:
        font = QFont(self._font)
        size = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
        font.setPointSizeF(size * min(1.6, max(1.0, scale**0.6)))
        return font

    def at(self, x: float, y: float, scale: float) -> tuple[Stage, bool] | None:
        """The bed whose sign holds the point of the ground, and whether the point is on its fold mark."""
        for stage, item in self._items.items():
            sign, _ = self._signs[stage]
            px, py = (x - item.x()) * scale, (y - item.y()) * scale
            if 0.0 <= px < sign.width and 0.0 <= py < sign.height:
                return stage, sign.fold.contains(QPointF(px, py))
        return None


def states_of(
    plants: Collection[PlantShown], layout: Layout, hovered: Stage | None
) -> dict[Stage, SignState]:
    """What every sign says of these plants."""
    thirsty = Counter(plant.stage for plant in plants if plant.thirsty)
    withered = Counter(plant.stage for plant in plants if plant.withered)
    return {
        stage: SignState(
            len(bed.plants), thirsty[stage], withered[stage], bed.folded, hovered=stage is hovered
        )
        for stage, bed in layout.beds.items()
    }
