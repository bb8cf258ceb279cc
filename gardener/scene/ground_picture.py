"""The ground behind the plants: backdrop, beds and what stands about, painted in pieces that are then only copied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap

from gardener.domain.stage import Stage
from gardener.scene.backdrop import Backdrop
from gardener.scene.beds import BedPainter, View
from gardener.scene.grid import Rect
from gardener.scene.ground_plan import Ground
from gardener.scene.groves import tree_picture, trees_in
from gardener.scene.lanterns import burning, draw_glow, draw_lantern, lanterns_of, lit_by
from gardener.scene.layout import Layout
from gardener.scene.light import Light
from gardener.scene.ornaments import CAN, watering_can
from gardener.scene.paths import paths_of
from gardener.scene.tiles import Tiles

BESIDE = 60.0
"""Lawn that can be scrolled to at either side."""


class Outlook(NamedTuple):
    """What the ground is painted for: its light and layout, logical pixels per unit, the device pixel ratio, and how
    many units wide the view is.
    """

    light: Light
    layout: Layout
    scale: float
    ratio: float
    width: float


class GroundPicture:
    """Paints the ground; the first time without details, which `refined` adds in steps."""

    def __init__(self) -> None:
        self._backdrop: Backdrop | None = None
        self._beds: BedPainter | None = None
        self._can: QPixmap | None = None
        self._trees: dict[int, QPixmap] = {}
        self._tiles, self._is_old, self._rough = Tiles(), True, True

    @property
    def bytes_kept(self) -> int:
        """How many bytes of painted pieces are kept: those in view and a few beside them."""
        return self._tiles.bytes_kept

    def forget(self) -> None:
        """Throw away all that is painted."""
        self._backdrop = self._beds = self._can = None
        self._trees.clear()
        self._tiles.forget()
        self._is_old = True

    def reshape(self, before: Ground, after: Ground) -> None:
        """Throw away what a new layout has made wrong."""
        if before.sky != after.sky:
            self._backdrop = None
        if before != after:
            self._beds = None
        self._tiles.forget()

    def refined(self, outlook: Outlook) -> Iterator[None]:
        """Paint the ground with all its details, piece by piece; after the last it is ready to be shown."""
        backdrop, beds = self._new_painters(outlook, outlook.scale, rough=False)
        yield from backdrop.prepare()
        for bed in outlook.layout.beds.values():
            yield from beds.prepare(bed)
        self._backdrop, self._beds, self._rough, self._is_old = backdrop, beds, False, True
        self._tiles.forget()  # whatever was shown meanwhile has left rough pieces

    def paint(
        self,
        painter: QPainter,
        exposed: QRect,
        origin: QPoint,
        scale: float,
        outlook: Outlook,
        *,
        still: bool,
    ) -> None:
        """Paint the part `exposed` of the window, in logical pixels, at the scale that the painter shows at the moment.

        The first picture, and one in the middle of a zoom (not `still`), are painted straight away, others in tiles.
        """
        if self._is_old or not still or scale != outlook.scale:
            self._is_old = False
            self._paint(painter, exposed, origin, scale, outlook)
        else:
            self._tiles.paint(
                painter,
                exposed,
                origin,
                scale=outlook.scale,
                ratio=outlook.ratio,
                paint=lambda tile, area, at: self._paint(tile, area, at, outlook.scale, outlook),
            )

    def _paint(
        self, painter: QPainter, exposed: QRect, origin: QPoint, scale: float, outlook: Outlook
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        view = View(scale, origin.x(), origin.y())
        backdrop, beds = self._painters(outlook, scale)
        backdrop.scale = beds.scale = scale
        backdrop.paint(painter, exposed, QPointF(origin))
        if not (self._rough or outlook.light.plain):
            self._paint_trees(painter, exposed, view, outlook)
        if not outlook.light.plain:
            beds.paint_paths(painter, paths_of(outlook.layout), exposed, view)
        for bed in outlook.layout.beds.values():
            beds.paint(painter, bed, exposed, view)
        self._paint_lanterns(painter, exposed, view, outlook)
        self._paint_can(painter, exposed, view, outlook)

    def _paint_trees(self, painter: QPainter, exposed: QRect, view: View, outlook: Outlook) -> None:
        """The trees on the wide lawn, beside a garden that is seen from far away."""
        area, ground = view.ground(exposed), outlook.layout.ground
        for kind, on in trees_in(area, width=ground.width, sky=ground.sky):
            if kind not in self._trees:
                self._trees[kind] = tree_picture(outlook.light, kind, min(view.scale, 1.5), outlook.ratio)
            painter.drawPixmap(view.rect(on), self._trees[kind])

    def _paint_lanterns(self, painter: QPainter, exposed: QRect, view: View, outlook: Outlook) -> None:
        """The lanterns on the beds when it is dark, and their light."""
        strength = burning(outlook.light)
        near = [at for at in lanterns_of(outlook.layout) if view.rect(lit_by(at)).intersects(exposed)]
        if not strength or not near:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        for at in near:
            draw_glow(painter, at, strength)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for at in near:
            draw_lantern(painter, outlook.light, at)
        painter.restore()

    def _paint_can(self, painter: QPainter, exposed: QRect, view: View, outlook: Outlook) -> None:
        """The watering can on the lawn under the seed bed, where there is room for it."""
        place = None if outlook.light.plain else can_place(outlook.layout)
        if place is None:
            return
        target = view.rect(place)
        if target.intersects(exposed):
            if self._can is None:
                self._can = watering_can(outlook.light, min(view.scale, 3.0), outlook.ratio)
            painter.drawPixmap(target, self._can)

    def _painters(self, outlook: Outlook, scale: float) -> tuple[Backdrop, BedPainter]:
        if self._backdrop is None or self._beds is None:
            backdrop, beds = self._new_painters(outlook, scale, rough=self._rough)
            self._backdrop, self._beds = self._backdrop or backdrop, self._beds or beds
        return self._backdrop, self._beds

    def _new_painters(self, outlook: Outlook, scale: float, *, rough: bool) -> tuple[Backdrop, BedPainter]:
        width = outlook.layout.extent.w
        beyond = max(BESIDE, (outlook.width - width) / 2 + 2.0)
        backdrop = Backdrop(
            outlook.light,
            sky=outlook.layout.ground.sky,
            left=-beyond,
            right=width + beyond,
            scale=scale,
            ratio=outlook.ratio,
            rough=rough,
        )
        return backdrop, BedPainter(outlook.light, scale=scale, ratio=outlook.ratio, rough=rough)


def can_place(layout: Layout) -> Rect | None:
    """Where the watering can stands on the lawn under the seed bed; null where there is no room for it."""
    seeds, compost = layout.beds[Stage.SEED], layout.beds[Stage.COMPOST]
    place = Rect(seeds.frame.right - CAN[0] - 12.0, compost.frame.bottom - 4.0 - CAN[1], *CAN)
    least = max(seeds.frame.bottom, compost.sign.y + 0.6 * compost.sign.h)
    return None if place.y < least else place
