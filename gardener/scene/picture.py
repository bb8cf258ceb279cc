"""The scene: the plants on their plot, how they come, change and move, and the board on which gestures are made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont

from gardener.scene.items import PicturesOf
from gardener.scene.landing import Landing
from gardener.scene.library import all_species
from gardener.scene.palette import DAY, THEMES
from gardener.scene.places import Cell
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.plot import Plot
from gardener.scene.showing import PlantShown
from gardener.scene.signs import SceneWords

FEW = 40
"""While a hand moves through time so many plants beyond the view may be out of their places."""
RAISED = 9.0
"""How many pixels a plant in the hand is raised."""
KEPT = 24 << 20
"""Bytes of plants' pixels kept, at a device pixel ratio of 1."""


def plant_pictures(theme: str, ratio: float) -> PlantPictures:
    """The pictures of a theme ("light", "dusk", "contrast") at a device pixel ratio, kept within bounds."""
    return PlantPictures(THEMES.get(theme, DAY), all_species(), ratio, round(KEPT * ratio * ratio))


class GardenScene(Plot):
    """The garden as a picture. It is told what to show and asks for moves; it changes nothing by itself."""

    moveAsked = Signal(str, str, int)

    def __init__(self, words: SceneWords, pictures_of: PicturesOf, font: QFont, parent: QObject) -> None:
        super().__init__(words, pictures_of, font, parent)
        self._landing = Landing(self, self._land_at, self._landed)

    # What is shown

    def set_plants(self, plants: Iterable[PlantShown]) -> None:
        """Show these plants and no others."""
        self.rest()
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
        start = (
            {plant.id: self.plant_layer.foot(plant.id) for plant in fresh}
            if len(fresh) == 1 and self._home is None
            else {}
        )
        if removed or self._out_of_place or any(_moved(before.get(plant.id), plant) for plant in fresh):
            self._arrange(self._layout.ground)
        self.plant_layer.show(self.plants, self._layout)
        changed_looks = [
            plant.id for plant in fresh if plant.id not in before or before[plant.id].traits != plant.traits
            or before[plant.id].species != plant.species
        ]  # fmt: skip
        going = self._go_over(before, changed_looks)
        self.plant_layer.refresh(id_ for id_ in changed_looks if id_ not in going)
        for id_, foot in start.items():
            if foot is not None and cells.get(id_) != self._layout.cells.get(id_) and self._in_hand is None:
                self._land(id_, foot)
        self._dress()

    def _go_over(self, before: Mapping[str, PlantShown], ids: Iterable[str]) -> frozenset[str]:
        """Let plants whose state has changed go over to it, where there is motion; those that do."""
        if not self.motion or self._home is not None:
            return frozenset()
        self._motion.follow(self.plants, self._layout, self.scale)
        stayed = (id_ for id_ in ids if id_ in before and before[id_].species == self.plants[id_].species)
        return self._motion.change({id_: before[id_].traits for id_ in stayed})

    def stir(self) -> None:
        """A hand has moved over the garden, and holds nothing: a breeze goes through the plants."""
        if self.motion and self._in_hand is None and not self._zooming:
            self._motion.follow(self.plants, self._layout, self.scale)
            self._motion.stir()

    def water(self, ids: Collection[str]) -> None:
        """Let a drop fall on the soil of each of these plants."""
        if self.motion:
            self._motion.follow(self.plants, self._layout, self.scale)
            self._motion.water(ids)

    @property
    def moving(self) -> bool:
        """Whether anything moves, or is about to."""
        return self._motion.moving or self._landing.under_way

    def keep_places(self, on: bool) -> None:
        """While the garden of another day is shown: plants keep the cells they had before where they can, and no bed
        shrinks; afterwards all stand where they stood."""
        if on and self._home is None:
            self.rest()
            self._home = self._layout
        elif not on and self._home is not None:
            cells, self._home = self._home.cells, None
            self._arrange(self._layout.ground, cells)

    def glance(self, changed: Collection[PlantShown], removed: Collection[str]) -> None:
        """Show what has changed while a hand moves through time: with the pictures that are kept, the others when it is
        their turn; names stay as they stand, and signs wait until everything is shown again."""
        before = self.plants
        fresh = {plant.id: plant for plant in changed if before.get(plant.id) is not plant}
        gone = [id_ for id_ in removed if id_ in before]
        if not fresh and not gone:
            return
        moved = {id_ for id_, plant in fresh.items() if _moved(before.get(id_), plant)}
        looks = [i for i, p in fresh.items() if i not in before or before[i].traits != p.traits]
        after = self.plants = {**before, **fresh}
        for id_ in gone:
            del after[id_]
        self._glancing = True
        try:
            self._let_go(after)
            self._keep_names(before, fresh, moved)
            self._out_of_place.update(gone, moved)
            near = any(self.plant_layer.item(id_) is not None for id_ in self._out_of_place)
            if near or len(self._out_of_place) > FEW:  # those beyond the view may wait for each other
                self._arrange(self._layout.ground)
            self.plant_layer.take(after)
            self.plant_layer.glance(looks)
        finally:
            self._glancing = False

    def _let_go(self, there: Collection[str]) -> None:
        """Nobody is chosen or under the hand who is not there."""
        if self.hovered not in there:
            self.hovered = None
        if self.selected is not None and self.selected not in there:
            self.selected = None
            self.marks.select(None, self.plants, self._layout, scale=self.scale)

    def _keep_names(
        self, before: Mapping[str, PlantShown], fresh: Mapping[str, PlantShown], moved: Collection[str]
    ) -> None:
        """The names of those who stay where they are, with the badges of now."""
        labels = self.label_layer.labels
        kept = [label for label in labels if label.id in self.plants and label.id not in moved]
        other = {i for i, p in fresh.items() if i in before and before[i].condition is not p.condition}
        if len(kept) < len(labels) or any(label.id in other for label in kept):
            self.label_layer.labels = kept
            self._dress_names()

    # The board of the gestures

    def lift(self, id_: str) -> None:
        """Take the plant from the soil."""
        self.rest()
        self._in_hand = id_
        self.plant_layer.lift(id_)
        self.marks.cast_shadow(self._layout.unit(id_))
        self._dress()

    def hold(self, id_: str, x: float, y: float) -> None:
        """Put the foot of the lifted plant at a point; it hovers a little above its shadow."""
        self.plant_layer.put(id_, x, y - RAISED / self.scale)
        self.marks.move_shadow(x, y)

    def target(self, x: float, y: float, id_: str) -> Cell | None:
        """The cell the plant would take there: of the bed under the point, or of the bed whose sign it is."""
        sign = self.sign_at(x, y)
        if sign is None:
            return self._layout.target(x, y, id_)
        return self._layout.free_in(sign[0], id_)

    def aim(self, id_: str, cell: Cell | None) -> None:
        """Outline the cell the plant would go to, and its bed, whose sign lights up."""
        self.marks.aim(cell, self._layout)
        self.hover(self.hovered, cell.stage if cell is not None else None)

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
        self._landing.begin(start, self._layout.foot(id_))

    def _land_at(self, x: float, y: float) -> None:
        if self._in_hand is not None:
            self.plant_layer.put(self._in_hand, x, y)
            self.marks.move_shadow(x, y)

    def _landed(self) -> None:
        id_, self._in_hand = self._in_hand, None
        self.marks.cast_shadow(None)
        self.plant_layer.lift(None)
        if id_ is not None:
            self.plant_layer.settle(id_)
        if self._held.w:
            self.look(self._held)

    def rest(self) -> None:
        """Stop whatever moves, at its end."""
        self._landing.finish()
        self._motion.rest()


def _moved(before: PlantShown | None, after: PlantShown) -> bool:
    """Whether the layout has to know."""
    return before is None or (before.stage, before.place, before.seed) != (
        after.stage,
        after.place,
        after.seed,
    )
