"""What the picture of the garden is given by the window: its words, its plants' pictures, its light."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from gardener.domain.stage import Stage
from gardener.scene.library import all_species
from gardener.scene.light import Moment
from gardener.scene.palette import THEMES
from gardener.scene.picture_store import PictureStore
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.showing import PlantShown
from gardener.scene.signs import BedWords, SceneWords
from gardener.scene.view import GardenView
from gardener.words import beds
from gardener.words.dates import counted, number

LIMIT = 96 * 1024 * 1024
"""Bytes of plants' pictures kept."""


def scene_words() -> SceneWords:
    """Every text of the picture."""
    return SceneWords(
        beds={stage: BedWords(beds.NAMES[stage], beds.LINES[stage]) for stage in Stage},
        name="The garden",
        description="Beds with a plant for each contact; the arrows go from plant to plant, Tab from bed to bed.",
        tip=_tip,
        sign_tip=_sign_tip,
    )


def pictures_of(theme: str, ratio: float, folder: Path | None = None) -> PlantPictures:
    """The plants' pictures under a theme at a device pixel ratio; those kept in `folder` are not painted again."""
    store = PictureStore(folder, f"{theme}-{ratio:g}") if folder is not None else None
    return PlantPictures(THEMES.get(theme, THEMES["day"]), all_species(), ratio, LIMIT, store)


def new_of(view: GardenView) -> Callable[[], None] | None:
    """What keeps a view's finished pictures for the next start, in whatever thread; null when none of them is new."""
    pictures = view.picture.plant_layer.pictures
    if not isinstance(pictures, PlantPictures) or pictures.store is None or not pictures.has_new:
        return None
    return partial(pictures.store.keep, list(pictures.finished()))


def moment(*, theme: str, now: datetime, southern: bool) -> Moment:
    """The light of an hour of a day."""
    return Moment(
        theme=theme, hour=now.hour + now.minute / 60, year_day=now.timetuple().tm_yday, southern=southern
    )


def hour_of(day: date, hour: float) -> datetime:
    """That hour of that day."""
    return datetime(day.year, day.month, day.day, int(hour) % 24, int(hour % 1 * 60))


def _tip(plant: PlantShown) -> str:
    parts = [beds.CONDITIONS[plant.condition]]
    if plant.left_alone:
        parts.append("asked not to be contacted")
    if plant.waiting:
        parts.append("something waits for you")
    return f"{plant.name}\n{', '.join(parts)}"


def _sign_tip(stage: Stage, count: int, thirsty: int, withered: int) -> str:
    parts = [counted(count, "plant")]
    if thirsty:
        parts.append(f"{number(thirsty)} thirsty")
    if withered:
        parts.append(f"{number(withered)} withered")
    return f"{beds.NAMES[stage]}: {beds.LINES[stage]}\n{', '.join(parts)}"
