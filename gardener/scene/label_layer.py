"""The names beside the plants as picture items, and badges alone where there is no room for a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

from gardener.domain.growth import Condition
from gardener.scene.badges import paint_badge
from gardener.scene.canvas import blank, colour
from gardener.scene.grid import Rect
from gardener.scene.ground_plan import WOOD
from gardener.scene.items import LABELS_Z, body_box, still
from gardener.scene.labels import LEAST, Label, Rank, Wanted, fit, name_forms
from gardener.scene.layout import Layout
from gardener.scene.light import Light, mix
from gardener.scene.palette import DAY, THEMES
from gardener.scene.showing import PlantShown

NARROW, ROOMY = 40.0, 56.0
"""Cells narrower than this have no label, in pixels: in roomy rows and of plants that wait, elsewhere of others."""
LOW = 33.0
"""Plants whose full height is fewer pixels have no label: it would be half as high as they."""
FAR_OUT = 0.5
"""At smaller scales there are no names at all: a few among many say nothing."""
BADGED = frozenset(
    {
        Condition.THIRSTY,
        Condition.WILTING,
        Condition.WITHERED,
        Condition.WITHERED_SEED,
        Condition.SOGGY,
        Condition.DROWNING,
        Condition.RESTING,
    }
)
"""Conditions whose badge stands on the label."""


Claim = tuple[Wanted | None, tuple[str, Rect]]
"""The label that a plant wants, if any, and the part of the ground that it fills, at the scale of the picture."""


class LabelLayer:
    """The names beside the plants, each a small plaque in window pixels, whatever the scale."""

    def __init__(self, scene: QGraphicsScene, font: QFont) -> None:
        self._scene = scene
        self._items: dict[str, tuple[QGraphicsPixmapItem, tuple[object, ...]]] = {}
        self.labels: list[Label] = []
        self._points = max(6.0, font.pointSizeF() if font.pointSizeF() > 0 else 9.0)
        self._base = QFont(font)
        self._take_size(0.88)

    def _take_size(self, factor: float) -> None:
        self._factor = factor
        self.font = QFont(self._base)
        self.font.setPointSizeF(self._points * factor)
        self._bold = QFont(self.font)
        self._bold.setBold(True)
        self._metrics, self._bold_metrics = QFontMetricsF(self.font), QFontMetricsF(self._bold)
        self._widths: dict[str, tuple[float, ...]] = {}
        self._for: tuple[Layout | None, float] = None, 0.0
        self._claims: dict[str, tuple[PlantShown, Claim]] = {}

    @property
    def height(self) -> float:
        """Of a label, in logical pixels."""
        return round(self._metrics.height() + 2.0)

    def fit(
        self,
        plants: Collection[PlantShown],
        layout: Layout,
        *,
        scale: float,
        selected: str | None,
        hovered: str | None,
        hidden: str | None,
    ) -> list[Label]:
        """Decide which names are shown, in pixels of the ground at `scale`; `hidden` is the plant in the hand."""
        if label_size(scale) != self._factor:
            self._take_size(label_size(scale))
        if self._for[0] is not layout or self._for[1] != scale:
            self._for = layout, scale
            self._claims.clear()
        claims = [
            self._claim(plant, layout, scale, selected, hovered) for plant in plants if plant.id != hidden
        ]
        worth = [want for want, _ in claims if want is not None]
        bodies = [body for _, body in claims] if worth else []
        self.labels = fit(worth, bodies, self.height)
        return self.labels

    def show(
        self,
        plants: Mapping[str, PlantShown],
        *,
        scale: float,
        ratio: float,
        light: Light,
        selected: str | None,
        hovered: str | None,
    ) -> None:
        """Bring the items in line with `labels`; a label that has not changed is not touched."""
        wanted = {label.id for label in self.labels}
        for id_ in [i for i in self._items if i not in wanted]:
            self._scene.removeItem(self._items.pop(id_)[0])
        for id_, rect in self.labels:
            strong = id_ == selected
            plant = plants[id_]
            state = (plant.name, plant.condition, rect, scale, ratio, light.paper, strong, id_ == hovered)
            held = self._items.get(id_)
            if held is not None and held[1] == state:
                continue
            item = held[0] if held is not None else self._new()
            item.setPixmap(self._plaque(plant, rect, light, ratio, strong=strong))
            item.setScale(1.0 / scale)
            fine = scale * ratio
            item.setPos(round(rect.x * ratio) / fine, round(rect.y * ratio) / fine)
            item.setZValue(LABELS_Z + 0.5 * strong + 0.7 * (id_ == hovered))
            self._items[id_] = item, state

    def _new(self) -> QGraphicsPixmapItem:
        item = QGraphicsPixmapItem()
        still(item)
        self._scene.addItem(item)
        return item

    def _claim(
        self, plant: PlantShown, layout: Layout, scale: float, selected: str | None, hovered: str | None
    ) -> Claim:
        """The label that a plant wants and how much room it fills itself: as they were told before, unless it is chosen."""
        if plant.id in (selected, hovered):
            body = _scaled(body_box(plant, layout), scale)
            return self._wanted(plant, layout, scale, selected, hovered), (plant.id, body)
        told = self._claims.get(plant.id)
        if told is None or told[0] is not plant:
            body = _scaled(body_box(plant, layout), scale)
            claim = self._wanted(plant, layout, scale, None, None), (plant.id, body)
            told = self._claims[plant.id] = plant, claim
        return told[1]

    def _wanted(
        self, plant: PlantShown, layout: Layout, scale: float, selected: str | None, hovered: str | None
    ) -> Wanted | None:
        chosen = plant.id in (selected, hovered)
        cell = layout.cell_rect(layout.cells[plant.id])
        room = cell.w * scale
        unit = layout.unit(plant.id)
        least = NARROW if plant.waiting or unit > 60.0 else ROOMY
        if not chosen and (room < least or unit * scale < LOW or scale < FAR_OUT):
            return None
        x, y = layout.foot(plant.id)
        soil = layout.beds[plant.stage].soil
        rank = Rank.SELECTED if chosen else Rank.WAITING if plant.waiting else Rank.OTHER
        if rank is Rank.OTHER and (plant.thirsty or plant.withered):
            rank = Rank.THIRSTY
        edge = 0.0 if not chosen else WOOD * scale
        badge = self._badge_room(plant)
        natural, *shorter = self._form_widths(plant.name)
        if plant.id == selected:
            natural = self._bold_metrics.horizontalAdvance(plant.name) + 13.0
        return Wanted(
            id=plant.id,
            rank=rank,
            x=x * scale,
            y=(y + 0.075 * layout.unit(plant.id)) * scale + 2.0,
            natural=natural + badge,
            room=room,
            left=soil.x * scale + 1.0 - edge,
            right=soil.right * scale - 1.0 + edge,
            shorter=tuple(width + badge for width in shorter),
            alike=f"{plant.stage} {plant.name}",
            least=LEAST + badge,
        )

    def _form_widths(self, name: str) -> tuple[float, ...]:
        """How wide the plaque of each form of a name is, without a badge."""
        widths = self._widths.get(name)
        if widths is None:
            widths = tuple(ceil(self._metrics.horizontalAdvance(form)) + 12.0 for form in name_forms(name))
            self._widths[name] = widths
        return widths

    def _text(self, plant: PlantShown, width: float, *, strong: bool) -> str:
        """What a plaque says in that width, without its badge: the longest form that fits, or an elided one."""
        if strong:
            return self._bold_metrics.elidedText(plant.name, Qt.TextElideMode.ElideRight, width - 9.0)
        forms = zip(name_forms(plant.name), self._form_widths(plant.name), strict=True)
        found = next((form for form, needed in forms if needed <= width + 0.01), None)
        return found or self._metrics.elidedText(plant.name, Qt.TextElideMode.ElideRight, width - 9.0)

    def _badge_room(self, plant: PlantShown) -> float:
        return self.height - 4.0 if plant.condition in BADGED else 0.0

    def _plaque(self, plant: PlantShown, rect: Rect, light: Light, ratio: float, *, strong: bool) -> QPixmap:
        pixmap = blank(rect.w, rect.h, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, plant, rect, light, strong=strong)
        painter.end()
        return pixmap

    def draw(
        self, painter: QPainter, plant: PlantShown, rect: Rect, light: Light, *, strong: bool = False
    ) -> None:
        """Draw the plaque of a plant with its upper left corner at (0, 0), as large as `rect`."""
        box = QRectF(0.5, 0.5, rect.w - 1.0, rect.h - 1.0)
        paper, ink = (light.ink, light.paper) if strong else (light.paper, light.ink)
        painter.setPen(
            colour(light.paper if strong else mix(light.paper, light.ink, 0.28), 255 if strong else 150)
        )
        painter.setBrush(colour(paper, 255 if strong or light.plain else 232))
        painter.drawRoundedRect(box, box.height() * 0.42, box.height() * 0.42)
        painter.setPen(colour(ink))
        painter.setFont(self._bold if strong else self.font)
        badge = self._badge_room(plant)
        text = self._text(plant, rect.w - badge, strong=strong)
        painter.drawText(QRectF(badge, 0.0, rect.w - badge, rect.h), Qt.AlignmentFlag.AlignCenter, text)
        if badge:
            palette = THEMES.get(light.theme, DAY)
            paint_badge(painter, str(plant.condition), palette, QRectF(1.5, 1.5, rect.h - 3.0, rect.h - 3.0))


def label_size(scale: float) -> float:
    """The size of labels as a share of the window's font: a little smaller far out, larger near, in few steps."""
    return 0.82 if scale < 0.8 else 0.88 if scale < 1.4 else 0.98 if scale < 2.2 else 1.1


def _scaled(rect: Rect, scale: float) -> Rect:
    return Rect(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale)
