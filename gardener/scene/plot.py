"""The plot of a garden: its ground and layers, in which light they are shown, what is near the view, what is finished."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGraphicsScene

from gardener.domain.stage import Stage
from gardener.scene.badge_layer import BadgeLayer
from gardener.scene.grid import Rect
from gardener.scene.ground_picture import GroundPicture, Outlook
from gardener.scene.ground_plan import WIDTH, Ground
from gardener.scene.items import PicturesOf, PlantLayer
from gardener.scene.label_layer import LabelLayer
from gardener.scene.layout import Layout, arrange
from gardener.scene.light import Light, Moment, light_at
from gardener.scene.marks import Marks
from gardener.scene.motion import Motion
from gardener.scene.places import Cell
from gardener.scene.showing import PlantShown
from gardener.scene.sign_layer import SignLayer, states_of
from gardener.scene.signs import SceneWords, SignState


class Plot(QGraphicsScene):
    """Beds and layers around the plants that `picture.GardenScene` puts there."""

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
        self.badge_layer = BadgeLayer(self)
        self._sign_layer = SignLayer(self, words.beds, font)
        self._ground, self._zooming = GroundPicture(), False
        # the first picture: the names, finished plants, and then the details of the ground, come in slices after it
        self._rough, self._named = True, False
        self._refining: Iterator[None] | None = None
        self._held = Rect(0.0, 0.0, 0.0, 0.0)
        self.marks = Marks(self)
        self._in_hand: str | None = None
        self._motion = Motion(self, self.plant_layer)
        self._home: Layout | None = None
        self._glancing = self._dressing_later = self._undressed = False
        self._out_of_place: set[str] = set()

    @property
    def layout(self) -> Layout:
        """Where everything lies."""
        return self._layout

    # Ground and light

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

    def set_moment(self, moment: Moment, *, gently: bool = False) -> None:
        """Show the garden in another light: theme, hour, season; `gently`: once the ground has been painted in slices."""
        if moment == self.moment:
            return
        if gently and moment.theme == self.moment.theme:
            self.moment, self.light = moment, light_at(moment)
            self._rough, self._refining = True, None
            return
        if moment.theme != self.moment.theme:
            self.plant_layer.renew(self._pictures_of(moment.theme, self.ratio))
        self.moment, self.light = moment, light_at(moment)
        self.repaint_ground()

    def set_scale(self, scale: float, ratio: float, visible_width: float, *, settled: bool) -> None:
        """Take over logical pixels per unit and the device pixel ratio; `settled`: the zoom is not in motion."""
        if ratio != self.ratio:
            self.plant_layer.renew(self._pictures_of(self.moment.theme, ratio))
        changed = (scale, ratio, visible_width) != (self.scale, self.ratio, self._visible_width)
        self.scale, self.ratio, self._visible_width = scale, ratio, visible_width
        self._zooming = not settled
        if changed:
            self._motion.still()
        if settled and changed:
            self.repaint_ground()
        elif changed:
            self._dress()

    def repaint_ground(self) -> None:
        """Throw away what is painted of backdrop and beds, and paint it anew."""
        self._ground.forget()
        self._refining = None
        self._dress()
        self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)

    def _arrange(self, ground: Ground, cells: Mapping[str, Cell] | None = None) -> None:
        before, home = self._layout, self._home
        self._out_of_place.clear()
        if home is not None:
            at_home = {
                i: cell
                for i, cell in home.cells.items()
                if i in self.plants and self.plants[i].stage is cell.stage
            }
            cells = {**before.cells, **at_home}
        self._layout = arrange(
            self.plants.values(),
            ground=ground,
            folded=self._folded,
            before=before.cells if cells is None else cells,
            least=before.lasts if home is not None else None,
        )
        if _shapes(self._layout) != _shapes(before) or ground != before.ground:
            self._ground.reshape(before.ground, ground)
            self._refining = None
            self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)
            extent = self._layout.extent
            self.setSceneRect(extent.x, extent.y, extent.w, extent.h)
        self.plant_layer.show(self.plants, self._layout)
        if self._held.w:
            self.look(self._held)

    # What is near the view

    @property
    def ground_bytes(self) -> int:
        """Bytes of the ground that are kept painted."""
        return self._ground.bytes_kept

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
    def zooming(self) -> bool:
        """Whether a zoom is in motion: nothing is kept of the ground that is painted meanwhile."""
        return self._zooming

    @property
    def waiting(self) -> bool:
        """Whether anything near the view is still to be finished."""
        return self._rough or self.plant_layer.waiting

    def finish(self, seconds: float) -> bool:
        """Name the plants, finish them, then the ground, for about that long; true when nothing near the view is left."""
        until = perf_counter() + seconds
        if not self._named:
            self._named = True
            self._dress()
        if not self.plant_layer.finish(until - perf_counter()):
            return False
        if self._rough:
            self._refining = self._refining or self._refined()
            for _ in self._refining:
                if perf_counter() >= until:
                    return False
            self._rough, self._refining = False, None
        return True

    @property
    def grown(self) -> bool:
        """Whether every plant near the view is named and finished; the ground may not be."""
        return self._named and not self.plant_layer.waiting

    def _refined(self) -> Iterator[None]:
        """Paint the ground with all its details, piece by piece, and then show it."""
        yield from self._ground.refined(self._outlook())
        self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)

    def _dress(self) -> None:
        """Bring labels, signs and marks in line with the plants, the scale and the light."""
        if not self._held.w:
            return  # nothing has been looked at yet
        if self._dressing_later:
            self._undressed = True
            return
        if self._glancing:
            self._dress_names()
            return
        near = [self.plants[id_] for id_ in self._layout.within(self._held)] if self._named else []
        self.label_layer.fit(
            near, self._layout, scale=self.scale, selected=self.selected, hovered=self.hovered, hidden=self._in_hand
        )  # fmt: skip
        self._dress_names()
        self.badge_layer.show(
            near, self._layout, named={label.id for label in self.label_layer.labels} | {self._in_hand or ""},
            scale=self.scale, ratio=self.ratio, theme=self.light.theme,
        )  # fmt: skip
        self._sign_layer.show(
            self._layout, self._sign_states(), light=self.light, scale=self.scale, ratio=self.ratio
        )  # fmt: skip
        marked = self.selected if self.selected != self._in_hand else None
        self.marks.select(marked, self.plants, self._layout, scale=self.scale)

    @contextmanager
    def dressed_once(self) -> Iterator[None]:
        """Whatever happens meanwhile, labels, signs and marks are brought in line once, at its end."""
        outermost, self._dressing_later = not self._dressing_later, True
        try:
            yield
        finally:
            self._dressing_later = not outermost
            if outermost and self._undressed:
                self._undressed = False
                self._dress()

    def _dress_names(self) -> None:
        """The names that have a place, with the badges of now."""
        self.label_layer.show(
            self.plants, scale=self.scale, ratio=self.ratio, light=self.light, selected=self.selected, hovered=self.hovered
        )  # fmt: skip

    def _sign_states(self) -> dict[Stage, SignState]:
        return states_of(self.plants.values(), self._layout, self._hovered_sign)

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

    # The painted ground

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint sky, lawn and beds as far as they lie in `rect`."""
        at = painter.worldTransform()
        exposed, origin = at.mapRect(rect).toAlignedRect(), QPoint(round(at.dx()), round(at.dy()))
        painter.save()
        painter.resetTransform()
        self._ground.paint(painter, exposed, origin, at.m11(), self._outlook(), still=not self._zooming)
        painter.restore()

    def _outlook(self) -> Outlook:
        return Outlook(
            light=self.light,
            layout=self._layout,
            scale=self.scale,
            ratio=self.ratio,
            width=self._visible_width,
        )


def _shapes(layout: Layout) -> list[tuple[Rect, float]]:
    """What of the beds is seen of the ground."""
    return [(bed.frame, bed.dug) for bed in layout.beds.values()]
