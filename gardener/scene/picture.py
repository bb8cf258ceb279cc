"""The scene: backdrop, beds, plants, labels and signs put together, and the board on which gestures are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from gardener.domain.stage import Stage
from gardener.scene.backdrop import Backdrop
from gardener.scene.beds import BedPainter, View
from gardener.scene.canvas import colour
from gardener.scene.grid import Rect
from gardener.scene.ground_plan import WIDTH, Ground
from gardener.scene.items import HAND_Z, PicturesOf, PlantLayer, shadow_path
from gardener.scene.label_layer import LabelLayer
from gardener.scene.layout import Layout, arrange
from gardener.scene.light import Light, Moment, light_at
from gardener.scene.ornaments import CAN, watering_can
from gardener.scene.palette import DAY, THEMES
from gardener.scene.places import Cell
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.showing import PlantShown
from gardener.scene.sign_layer import SignLayer
from gardener.scene.signs import SceneWords, SignState
from gardener.scene.species import all_species
from gardener.scene.tiles import Tiles
from gardener.scene.wood import FRONT

RAISED = 9.0
"""How many pixels a plant in the hand is raised."""
SETTLING = 190
"""Milliseconds a plant takes to settle."""
BESIDE = 60.0
"""Lawn that can be scrolled to at either side."""

KEPT = 24 << 20
"""Bytes of plants' pixels kept, at a device pixel ratio of 1."""


def plant_pictures(theme: str, ratio: float) -> PlantPictures:
    """The pictures of a theme ("light", "dusk", "contrast") at a device pixel ratio, kept within bounds."""
    return PlantPictures(THEMES.get(theme, DAY), all_species(), ratio, round(KEPT * ratio * ratio))


class GardenScene(QGraphicsScene):
    """The garden as a picture. It is told what to show and asks for moves; it changes nothing by itself."""

    moveAsked = Signal(str, str, int)

    def __init__(self, words: SceneWords, pictures_of: PicturesOf, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._pictures_of = pictures_of
        self.moment = Moment()
        self.light: Light = light_at(self.moment)
        self.scale, self.ratio = 1.0, 1.0
        self.motion = True
        self.plants: dict[str, PlantShown] = {}
        self._layout = arrange(())
        self._folded: frozenset[Stage] = frozenset()
        self.selected: str | None = None
        self.hovered: str | None = None
        self._hovered_sign: Stage | None = None
        self._visible_width = WIDTH
        self.plant_layer = PlantLayer(self, pictures_of(self.moment.theme, self.ratio))
        self.label_layer = LabelLayer(self, font)
        self._sign_layer = SignLayer(self, words.beds, font)
        self._backdrop: Backdrop | None = None
        self._bed_painter: BedPainter | None = None
        self._can: QPixmap | None = None
        self._tiles, self._ground_is_old, self._zooming = Tiles(), True, False
        # the first picture: the names, and then the details of the ground, come in slices after it
        self._rough, self._named = True, False
        self._refining: Iterator[None] | None = None
        self._held = Rect(0.0, 0.0, 0.0, 0.0)
        self._marks()
        self._in_hand: str | None = None
        self._landing = QVariantAnimation(self)
        self._landing.setDuration(SETTLING)
        self._landing.setEasingCurve(QEasingCurve.Type.OutBack)
        self._landing.valueChanged.connect(self._land_at)
        self._landing.finished.connect(self._landed)

    # What is shown

    @property
    def layout(self) -> Layout:
        """Where everything lies."""
        return self._layout

    def set_plants(self, plants: Iterable[PlantShown]) -> None:
        """Show these plants and no others."""
        self._finish_landing()
        self.plants = {plant.id: plant for plant in plants}
        self._arrange(self._layout.ground)
        self.plant_layer.refresh(self.plants)
        if self.selected not in self.plants:
            self.selected = None
        if self.hovered not in self.plants:
            self.hovered = None
        self._dress()

    def change_plants(self, changed: Iterable[PlantShown], removed: Collection[str] = ()) -> None:
        """Show what has changed of some plants; no other is painted again."""
        before, cells = self.plants, self._layout.cells
        after = (
            {id_: plant for id_, plant in before.items() if id_ not in removed} if removed else dict(before)
        )
        fresh = [plant for plant in changed if before.get(plant.id) != plant]
        after.update((plant.id, plant) for plant in fresh)
        self.plants = after
        if self.selected is not None and self.selected not in after:
            self.selected = None
        if self.hovered is not None and self.hovered not in after:
            self.hovered = None
        start = {plant.id: self.plant_layer.foot(plant.id) for plant in fresh} if len(fresh) == 1 else {}
        if removed or any(_moved(before.get(plant.id), plant) for plant in fresh):
            self._arrange(self._layout.ground)
        self.plant_layer.show(self.plants, self._layout)
        self.plant_layer.refresh(
            plant.id for plant in fresh if plant.id not in before or before[plant.id].traits != plant.traits
            or before[plant.id].species != plant.species
        )  # fmt: skip
        for id_, foot in start.items():
            if foot is not None and cells.get(id_) != self._layout.cells.get(id_) and self._in_hand is None:
                self._land(id_, foot)
        self._dress()

    def set_ground(self, ground: Ground) -> None:
        """Lay the garden out on another ground, when the window has changed its shape."""
        if ground != self._layout.ground:
            self._arrange(ground)

    def set_folded(self, folded: Collection[Stage]) -> None:
        """Fold these beds and no others."""
        if frozenset(folded) != self._folded:
            self._folded = frozenset(folded)
            self._arrange(self._layout.ground)
            self._dress()

    def set_moment(self, moment: Moment) -> None:
        """Show the garden in another light: theme, hour, season."""
        if moment == self.moment:
            return
        if moment.theme != self.moment.theme:
            self.plant_layer.renew(self._pictures_of(moment.theme, self.ratio))
        self.moment, self.light = moment, light_at(moment)
        self._style_marks()
        self.repaint_ground()

    def set_scale(self, scale: float, ratio: float, visible_width: float, *, settled: bool) -> None:
        """Take over logical pixels per unit and the device pixel ratio; `settled`: the zoom is not in motion."""
        if ratio != self.ratio:
            self.plant_layer.renew(self._pictures_of(self.moment.theme, ratio))
        changed = (scale, ratio, visible_width) != (self.scale, self.ratio, self._visible_width)
        self.scale, self.ratio, self._visible_width = scale, ratio, visible_width
        self._zooming = not settled
        if settled and changed:
            self.repaint_ground()
        elif changed:
            self._dress()

    def repaint_ground(self) -> None:
        """Throw away what is painted of backdrop and beds, and paint it anew."""
        self._backdrop = self._bed_painter = self._can = self._refining = None
        self._tiles.forget()
        self._ground_is_old = True
        self._dress()
        self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)

    def _arrange(self, ground: Ground) -> None:
        frames = [bed.frame for bed in self._layout.beds.values()]
        before = self._layout
        self._layout = arrange(self.plants.values(), ground=ground, folded=self._folded, before=before.cells)
        if [bed.frame for bed in self._layout.beds.values()] != frames or ground != before.ground:
            if ground.sky != before.ground.sky:
                self._backdrop = None
            if ground != before.ground:
                self._bed_painter = None
            self._refining = None
            self._tiles.forget()
            self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)
            extent = self._layout.extent
            self.setSceneRect(extent.x, extent.y, extent.w, extent.h)
        self.plant_layer.show(self.plants, self._layout)
        if self._held.w:
            self.look(self._held)

    # What is near the view

    @property
    def held(self) -> Rect:
        """The part of the ground whose plants have items."""
        return self._held

    def look(self, visible: Rect, *, around: float = 0.0) -> None:
        """Hold the plants of `visible` (first) and of as much ground around it, in units, and no others."""
        self._held = visible.grown(around)
        self.plant_layer.look(visible, self._held, self.scale, self.ratio)
        self._dress()

    @property
    def waiting(self) -> bool:
        """Whether anything near the view is still to be finished."""
        return self._rough or self.plant_layer.waiting

    def finish(self, seconds: float) -> bool:
        """Finish the ground, then plants, for about that long; true when nothing near the view is left to finish."""
        until = perf_counter() + seconds
        if self._rough:
            self._refining = self._refining or self._refined()
            for _ in self._refining:
                if perf_counter() >= until:
                    return False
            self._rough, self._refining = False, None
        return self.plant_layer.finish(until - perf_counter())

    def _refined(self) -> Iterator[None]:
        """Name the plants; paint the ground with all its details, piece by piece, and then show it."""
        self._named = True
        self._dress()
        yield
        backdrop, beds = self._new_painters(self.scale, rough=False)
        yield from backdrop.prepare()
        for bed in self._layout.beds.values():
            yield from beds.prepare(bed)
        self._backdrop, self._bed_painter = backdrop, beds
        self._ground_is_old = True
        self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)

    def _dress(self) -> None:
        """Bring labels, signs and marks in line with the plants, the scale and the light."""
        if not self._held.w:
            return  # nothing has been looked at yet
        near = [self.plants[id_] for id_ in self._layout.within(self._held)] if self._named else []
        self.label_layer.fit(
            near, self._layout, scale=self.scale, selected=self.selected, hovered=self.hovered, hidden=self._in_hand
        )  # fmt: skip
        self.label_layer.show(
            self.plants, scale=self.scale, ratio=self.ratio, light=self.light, selected=self.selected, hovered=self.hovered
        )  # fmt: skip
        self._sign_layer.show(
            self._layout, self._sign_states(), light=self.light, scale=self.scale, ratio=self.ratio
        )  # fmt: skip
        self._mark_selected()

    def _sign_states(self) -> dict[Stage, SignState]:
        thirsty = Counter(plant.stage for plant in self.plants.values() if plant.thirsty)
        withered = Counter(plant.stage for plant in self.plants.values() if plant.withered)
        return {
            stage: SignState(
                len(bed.plants),
                thirsty[stage],
                withered[stage],
                bed.folded,
                hovered=stage is self._hovered_sign,
            )
            for stage, bed in self._layout.beds.items()
        }

    def sign_at(self, x: float, y: float) -> tuple[Stage, bool] | None:
        """The bed whose sign holds the point, and whether it is on the fold mark."""
        return self._sign_layer.at(x, y, self.scale)

    def sign_state(self, stage: Stage) -> SignState:
        """What the sign of a bed says."""
        return self._sign_states()[stage]

    # Selection and hover

    def select(self, id_: str | None) -> None:
        """Mark one plant as selected, or none."""
        id_ = id_ if id_ in self.plants else None
        if id_ != self.selected:
            self.selected = id_
            self._dress()

    def hover(self, id_: str | None, sign: Stage | None = None) -> None:
        """Mark the plant or the sign under the hand."""
        if (id_, sign) != (self.hovered, self._hovered_sign):
            self.hovered, self._hovered_sign = id_, sign
            self._dress()

    def _mark_selected(self) -> None:
        id_ = self.selected
        seen = id_ is not None and id_ != self._in_hand and self._layout.visible(id_)
        self._halo.setVisible(seen)
        self._trail.setVisible(seen)
        if not seen or id_ is None:
            return
        unit = self._layout.unit(id_)
        ring = QPainterPath()
        least = 7.0 / self.scale
        ring.addEllipse(QPointF(0.0, 0.0), max(0.36 * unit, least * 1.7), max(0.125 * unit, least * 0.7))
        _set_path(self._halo, ring)
        self._halo.setPos(*self._layout.foot(id_))
        _set_path(self._trail, self._trails_of(id_))

    def _trails_of(self, id_: str) -> QPainterPath:
        """Who led to whom: a bow from whoever introduced this one, and one to everyone this one introduced."""
        pairs = [(id_, to) for to in self.plants[id_].led_to]
        pairs += [(plant.id, id_) for plant in self.plants.values() if id_ in plant.led_to]
        path = QPainterPath()
        for by, to in pairs:
            if self._layout.visible(by) and self._layout.visible(to):
                (x0, y0), (x1, y1) = self._layout.foot(by), self._layout.foot(to)
                path.moveTo(x0, y0)
                path.quadTo((x0 + x1) / 2, max(y0, y1) + 0.18 * abs(x1 - x0) + 10.0, x1, y1)
        return path

    def _marks(self) -> None:
        """The ring round the selected plant, its trails, the cell aimed at with its bed, the shadow under the hand."""
        halo, trail, aim, shadow = (QGraphicsPathItem() for _ in range(4))
        QGraphicsPathItem(trail)
        QGraphicsPathItem(halo)
        QGraphicsPathItem(aim)
        for item, depth in ((trail, 0.4), (halo, 0.5), (aim, 4.0), (shadow, HAND_Z - 0.1)):
            item.setZValue(depth)
            item.setVisible(False)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item)
        self._halo, self._trail, self._aim, self._shadow = halo, trail, aim, shadow
        self._style_marks()

    def _style_marks(self) -> None:
        bright, dark = colour((255, 252, 240)), colour((34, 46, 26))
        for item in (self._halo, self._aim):
            item.setPen(_cosmetic(dark, 5.0))
            for child in item.childItems():
                if isinstance(child, QGraphicsPathItem):
                    child.setPen(_cosmetic(bright, 2.4, dashed=item is self._aim))
        for trail, tone, width in (
            (self._trail, dark, 5.0),
            *((child, colour((196, 226, 140)), 3.2) for child in self._trail.childItems()),
        ):
            if isinstance(trail, QGraphicsPathItem):
                pen = _cosmetic(tone, width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.01, 10.0 / width])
                trail.setPen(pen)
        self._shadow.setPen(QPen(Qt.PenStyle.NoPen))
        self._shadow.setBrush(QBrush(colour((16, 8, 2), 120)))

    # The board of the gestures

    def lift(self, id_: str) -> None:
        """Take the plant from the soil."""
        self._finish_landing()
        self._in_hand = id_
        self.plant_layer.lift(id_)
        self._shadow.setPath(shadow_path(self._layout.unit(id_)))
        self._shadow.setVisible(True)
        self._dress()

    def hold(self, id_: str, x: float, y: float) -> None:
        """Put the foot of the lifted plant at a point; it hovers a little above its shadow."""
        self.plant_layer.put(id_, x, y - RAISED / self.scale)
        self._shadow.setPos(x, y)

    def aim(self, id_: str, cell: Cell | None) -> None:
        """Outline the cell the plant would go to, and its bed."""
        self._aim.setVisible(cell is not None)
        if cell is None:
            return
        bed = self._layout.beds[cell.stage]
        path = QPainterPath()
        frame = bed.frame.grown(2.0)
        path.addRoundedRect(frame.x, frame.y, frame.w, frame.h + FRONT, 6.0, 6.0)
        if not bed.folded:
            r = bed.cell(cell.place).grown(-1.5)
            path.addRoundedRect(r.x, r.y, r.w, r.h, min(8.0, r.w / 4), min(8.0, r.w / 4))
        _set_path(self._aim, path)

    def put_back(self, id_: str) -> None:
        """Let the lifted plant return to where it stands."""
        foot = self.plant_layer.foot(id_)
        self._land(id_, foot or self._layout.foot(id_))

    def ask_move(self, id_: str, cell: Cell) -> None:
        """Ask for the move, and let the plant settle where it then belongs."""
        foot = self.plant_layer.foot(id_)
        was_in_hand, self._in_hand = self._in_hand == id_, id_
        if not was_in_hand:
            self.plant_layer.lift(id_)
        self.moveAsked.emit(id_, str(cell.stage), cell.place)
        if id_ in self.plants:
            self._land(id_, foot or self._layout.foot(id_))
        else:
            self._landed()

    def _land(self, id_: str, start: tuple[float, float]) -> None:
        """Let a plant glide from `start` to where the layout has it; at once without motion."""
        self._in_hand = id_
        self.plant_layer.lift(id_)
        if not self.motion or not self._layout.visible(id_) or not any(v.isVisible() for v in self.views()):
            self._landed()
            return
        self._landing.stop()
        self._landing.setStartValue(QPointF(*start))
        self._landing.setEndValue(QPointF(*self._layout.foot(id_)))
        self.plant_layer.put(id_, *start)
        self._landing.start()

    def _land_at(self, value: QPointF) -> None:
        if self._in_hand is not None:
            self.plant_layer.put(self._in_hand, value.x(), value.y())
            self._shadow.setPos(value)

    def _landed(self) -> None:
        id_, self._in_hand = self._in_hand, None
        self._shadow.setVisible(False)
        self.plant_layer.lift(None)
        if id_ is not None:
            self.plant_layer.settle(id_)
        if self._held.w:
            self.look(self._held)

    def _finish_landing(self) -> None:
        if self._landing.state() != QAbstractAnimation.State.Stopped:
            self._landing.stop()
            self._landed()

    def rest(self) -> None:
        """Stop whatever moves, at its end."""
        self._finish_landing()

    # The ground

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint sky, lawn and beds as far as they lie in `rect`."""
        at = painter.worldTransform()
        exposed, origin = at.mapRect(rect).toAlignedRect(), QPoint(round(at.dx()), round(at.dy()))
        painter.save()
        painter.resetTransform()
        if self._ground_is_old or self._zooming or at.m11() != self.scale:
            # the first picture, and one in the middle of a zoom, are painted straight away
            self._ground_is_old = False
            self._paint_ground(painter, exposed, origin, at.m11())
        else:
            self._tiles.paint(
                painter,
                exposed,
                origin,
                scale=self.scale,
                ratio=self.ratio,
                paint=lambda tile, area, at: self._paint_ground(tile, area, at, self.scale),
            )
        painter.restore()

    def _paint_ground(self, painter: QPainter, exposed: QRect, origin: QPoint, scale: float) -> None:
        """Paint backdrop, beds and what stands about, as far as they lie in `exposed`; logical pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        view = View(scale, origin.x(), origin.y())
        backdrop, beds = self._painters(scale)
        backdrop.scale = beds.scale = scale
        backdrop.paint(painter, exposed, QPointF(origin))
        for bed in self._layout.beds.values():
            beds.paint(painter, bed, exposed, view)
        self._paint_can(painter, exposed, view)

    def _paint_can(self, painter: QPainter, exposed: QRect, view: View) -> None:
        """The watering can on the lawn under the seed bed, where there is room for it."""
        seeds, compost = self._layout.beds[Stage.SEED], self._layout.beds[Stage.COMPOST]
        foot = compost.frame.bottom - 4.0
        place = Rect(seeds.frame.right - CAN[0] - 12.0, foot - CAN[1], *CAN)
        if self.light.plain or place.y < max(seeds.frame.bottom, compost.sign.y + 0.6 * compost.sign.h):
            return
        target = view.rect(place)
        if target.intersects(exposed):
            if self._can is None:
                self._can = watering_can(self.light, min(view.scale, 3.0), self.ratio)
            painter.drawPixmap(target, self._can)

    def _painters(self, scale: float) -> tuple[Backdrop, BedPainter]:
        if self._backdrop is None or self._bed_painter is None:
            backdrop, beds = self._new_painters(scale, rough=self._rough)
            self._backdrop, self._bed_painter = self._backdrop or backdrop, self._bed_painter or beds
        return self._backdrop, self._bed_painter

    def _new_painters(self, scale: float, *, rough: bool) -> tuple[Backdrop, BedPainter]:
        beyond = max(BESIDE, (self._visible_width - WIDTH) / 2 + 2.0)
        backdrop = Backdrop(
            self.light,
            sky=self._layout.ground.sky,
            left=-beyond,
            right=WIDTH + beyond,
            scale=scale,
            ratio=self.ratio,
            rough=rough,
        )
        return backdrop, BedPainter(self.light, scale=scale, ratio=self.ratio, rough=rough)


def _set_path(mark: QGraphicsPathItem, path: QPainterPath) -> None:
    """Give a mark and its inner line the same path."""
    for item in (mark, *mark.childItems()):
        if isinstance(item, QGraphicsPathItem):
            item.setPath(path)


def _moved(before: PlantShown | None, after: PlantShown) -> bool:
    """Whether the layout has to know."""
    return before is None or (before.stage, before.place, before.seed) != (
        after.stage,
        after.place,
        after.seed,
    )


def _cosmetic(tone: QColor, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(tone, width)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
    return pen
