"""A stand for tests of the picture: a small garden, words, and pictures that tell what they were asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from gardener.domain.contact import Contact
from gardener.domain.growth import Condition
from gardener.domain.stage import Stage
from gardener.scene.showing import PlantShown, species_of
from gardener.scene.signs import BedWords, SceneWords
from gardener.scene.traits import Traits
from gardener.scene.view import GardenView

WORDS = SceneWords(
    beds={stage: BedWords(stage.value.title(), f"the {stage.value}s") for stage in Stage},
    name="Garden",
    description="Beds with plants",
    tip=lambda plant: f"{plant.name} <b>&</b>",
    sign_tip=lambda stage, count, thirsty, withered: f"{stage}: {count}, {thirsty}, {withered}",
)


class ToldPictures:
    """Plain squares instead of plants; `asked` holds the seeds for which a finished one was wanted."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.outlined: list[int] = []
        self.passed: list[Traits] = []

    def pixmap(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap:
        self.asked.append(seed)
        return self._square(cell_px, Qt.GlobalColor.green)

    def passing(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap:
        self.passed.append(traits)
        return self._square(cell_px, Qt.GlobalColor.yellow)

    def silhouette(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap:
        self.outlined.append(seed)
        return self._square(cell_px, Qt.GlobalColor.darkGreen)

    def ready(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap | None:
        return None

    def _square(self, cell_px: int, tone: Qt.GlobalColor) -> QPixmap:
        pixmap = QPixmap(max(1, round(cell_px * 0.72)), cell_px)
        pixmap.fill(tone)
        return pixmap


def plant(name: str, stage: Stage, place: int | None, **more: object) -> PlantShown:
    """One plant; its id is its name in small letters without blanks."""
    id_ = name.lower().replace(" ", "")
    seed = Contact(id=id_, name=name, created=date(2026, 1, 1)).seed_number
    shown = PlantShown(
        id=id_,
        name=name,
        stage=stage,
        place=place,
        created=date(2026, 1, 1),
        seed=seed,
        species=species_of("", seed, date(2026, 1, 1)),
        traits=Traits(size=0.5, vitality=0.8),
        condition=Condition.HEALTHY,
    )
    return shown._replace(**more)  # type: ignore[arg-type]


def some_plants() -> list[PlantShown]:
    """Nine plants in four beds."""
    return [
        plant("Amara Osei", Stage.SEED, 0),
        plant("Gus Jones", Stage.SEED, 1),
        plant("Zoe Adler", Stage.SEEDLING, 0, condition=Condition.THIRSTY),
        plant("Ben Ortiz", Stage.SEEDLING, 1),
        plant("Mei Chen", Stage.SEEDLING, 2, condition=Condition.WITHERED),
        plant("Jane Miller", Stage.GROWING, 0, waiting=True),
        plant("Leo Varga", Stage.GROWING, 3),
        plant("Uma Rao", Stage.FRUIT, 0),
        plant("Dan Wirth", Stage.COMPOST, 0),
    ]


def moved(view: GardenView, id_: str, stage: str, place: int) -> None:
    """Do what the model would: the plant stands in the other bed."""
    view.update_plants([view.picture.plants[id_]._replace(stage=Stage(stage), place=place)])


def ids(plants: Iterable[PlantShown]) -> set[str]:
    return {shown.id for shown in plants}
