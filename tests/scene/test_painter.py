"""Painted plants: every condition reads at 24 pixels without colour, and the painter is left as it was."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QTransform
from pytestqt.qtbot import QtBot

from gardener.scene.botany import grow
from gardener.scene.cell import cell_box
from gardener.scene.library import all_species
from gardener.scene.painter import paint_plant
from gardener.scene.palette import DAY, THEMES
from gardener.scene.plant_cache import PlantPictures, quantised
from gardener.scene.sheet import TYPICAL, conditions_sheet, plant_image, series_sheet
from gardener.scene.silhouette import paint_silhouette
from gardener.scene.traits import CONDITIONS, Traits

SPECIES = all_species()
pytestmark = pytest.mark.usefixtures("qapp")


def greys(id_: str, condition: str, *, badge: bool) -> bytes:
    """The picture of a plant of 24 pixels' cell height as grey values."""
    image = plant_image(SPECIES[id_], TYPICAL[condition], seed=7, height_px=19, badge=badge)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    assert grey.height() == 24
    return bytes(grey.pixelColor(x, y).red() for y in range(grey.height()) for x in range(grey.width()))


def difference(first: bytes, second: bytes) -> float:
    """The mean difference of grey values, 0..255, over the ink of both pictures."""
    paper = max(first[0], second[0])
    inked = [(a, b) for a, b in zip(first, second, strict=True) if min(a, b) < paper - 6]
    return sum(abs(a - b) for a, b in inked) / len(inked)


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_every_condition_reads_at_24_pixels_in_grey(id_: str) -> None:
    bare = {name: greys(id_, name, badge=False) for name in CONDITIONS}
    badged = {name: greys(id_, name, badge=True) for name in CONDITIONS}
    for first, second in combinations(CONDITIONS, 2):
        assert difference(bare[first], bare[second]) > 8.0, f"{first} looks like {second}"
        assert difference(badged[first], badged[second]) > 8.0, f"{first} with its badge looks like {second}"


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_flowers_fruits_and_what_waits_read_at_24_pixels_in_grey(id_: str) -> None:
    """On the soil of a bed: so many pixels are another grey, by a tenth of all there is from black to white."""
    bare = Traits(size=0.66, vitality=0.8)

    def grey(**more: object) -> list[int]:
        traits = bare._replace(**more)  # type: ignore[arg-type]
        image = plant_image(SPECIES[id_], traits, seed=7, height_px=19, ground=DAY.soil)
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return [grey.pixelColor(x, y).red() for y in range(grey.height()) for x in range(grey.width())]

    def changed(first: list[int], second: list[int]) -> int:
        return sum(abs(a - b) > 25 for a, b in zip(first, second, strict=True))

    plain, small, large = grey(), grey(fruits_small=1.0), grey(fruits_large=1.0)
    assert changed(plain, grey(flowers=2.0)) >= 6
    assert changed(plain, small) >= 9
    assert changed(plain, large) >= 16
    assert changed(small, large) >= 9
    assert changed(plain, grey(waiting=True)) >= 25
    assert changed(plain, grey(resting=True)) >= 40


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_silhouettes_tell_the_conditions_apart_too(id_: str) -> None:
    def outline(traits: Traits) -> bytes:
        image = QImage(22, 30, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(DAY.paper))
        painter = QPainter(image)
        painter.translate(11, 26)
        paint_silhouette(painter, traits, SPECIES[id_], DAY, seed=7, height_px=24)
        painter.end()
        return bytes(image.pixelColor(x, y).green() for y in range(30) for x in range(22))

    outlines = {name: outline(traits) for name, traits in TYPICAL.items()}
    for first, second in combinations(CONDITIONS, 2):
        assert difference(outlines[first], outlines[second]) > 3.0, f"{first} looks like {second}"


def test_the_species_are_told_apart_as_black_silhouettes() -> None:
    """Of two species, in the mean of three plants each, less than two thirds of all that is black is common."""

    def black(id_: str, seed: int) -> set[tuple[int, int]]:
        grown = plant_image(
            SPECIES[id_], Traits(size=0.8, vitality=0.8, flowers=2), seed=seed, height_px=60, ground="#ffffff"
        )
        above_soil = range(60)
        return {
            (x, y)
            for y in above_soil
            for x in range(grown.width())
            if grown.pixelColor(x, y) != QColor("#ffffff")
        }

    blacks = {id_: [black(id_, seed) for seed in (3, 8, 21)] for id_ in SPECIES}
    for first, second in combinations(sorted(SPECIES), 2):
        pairs = zip(blacks[first], blacks[second], strict=True)
        common = [len(one & other) / len(one | other) for one, other in pairs]
        assert sum(common) / len(common) < 2 / 3, f"{first} has the silhouette of {second}: {common}"


def test_every_condition_but_healthy_has_a_badge_of_its_own() -> None:
    plain = greys("rose", "healthy", badge=False)
    assert greys("rose", "healthy", badge=True) == plain
    for name in CONDITIONS:
        if name != "healthy":
            assert greys("rose", name, badge=True) != greys("rose", name, badge=False)


def test_painting_leaves_the_painter_as_it_was() -> None:
    image = QImage(200, 260, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(100, 220)
    pen, brush, font = QPen(QColor("#123456"), 3.5), QBrush(QColor("#654321")), QFont("Sans", 13)
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.setFont(font)
    painter.setOpacity(0.5)
    painter.setClipRect(-90, -200, 180, 230)

    def state() -> tuple[object, ...]:
        return (
            painter.pen(), painter.brush(), painter.font(), painter.opacity(), QTransform(painter.transform()),
            painter.renderHints(), painter.clipRegion(), painter.hasClipping(), painter.compositionMode(),
        )  # fmt: skip

    before = state()
    for species in SPECIES.values():
        for name, traits in TYPICAL.items():
            paint_plant(painter, grow(species, 3, traits), species, DAY, height_px=150, badge=name)
            paint_silhouette(painter, traits, species, DAY, seed=3, height_px=150)
    assert state() == before
    painter.end()


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_nothing_is_painted_outside_the_cell(id_: str) -> None:
    box = cell_box(100)
    wide = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    for traits in (
        *TYPICAL.values(),
        Traits(size=1.0, vitality=1.0, flowers=14, fruits_small=5, fruits_large=5),
    ):
        wide.fill(0)
        painter = QPainter(wide)
        painter.translate(150, 200)
        paint_plant(painter, grow(SPECIES[id_], 3, traits), SPECIES[id_], DAY, height_px=100)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), Qt.GlobalColor.transparent)
        painter.end()
        strongest = max(wide.pixelColor(x, y).alpha() for x in range(0, 300, 2) for y in range(0, 300, 2))
        assert strongest < 40, f"{traits.condition} reaches over its cell"


@pytest.mark.parametrize("name", THEMES)
def test_sheets_are_painted_in_every_theme(name: str) -> None:
    sheet = conditions_sheet(
        species=[SPECIES["tulip"]], heights_px=(24, 48), palette=THEMES[name], badges=True
    )
    assert sheet.width() >= 10 * 21
    row = series_sheet(
        [(SPECIES["rose"], [Traits(size=0.5, vitality=v / 10) for v in range(10)])], height_px=40
    )
    assert (row.width(), row.height()) == (360, 50)


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_a_step_of_a_twentieth_of_vitality_shows(id_: str) -> None:
    pictures = [
        plant_image(SPECIES[id_], Traits(size=0.6, vitality=step / 20), seed=7, height_px=48)
        for step in range(1, 20)
    ]
    assert all(first != second for first, second in pairwise(pictures))


class TestPictures:
    """The cache gives the same pixmap for what looks the same, and stays within its bytes."""

    def pictures(self, *, limit: int = 1 << 22, ratio: float = 1.0) -> PlantPictures:
        return PlantPictures(DAY, SPECIES, ratio, limit)

    def test_a_picture_is_painted_once(self) -> None:
        pictures = self.pictures()
        traits = TYPICAL["thriving"]
        assert pictures.ready(traits, "rose", 5, 80) is None
        first = pictures.pixmap(traits, "rose", 5, 80)
        assert pictures.pixmap(traits, "rose", 5, 80) is first
        assert pictures.ready(traits, "rose", 5, 80) is first
        assert pictures.silhouette(traits, "rose", 5, 80) is not first

    def test_its_size_follows_the_cell_and_the_screen(self) -> None:
        picture = self.pictures(ratio=2.0).pixmap(TYPICAL["healthy"], "tulip", 5, 100)
        assert (picture.width(), picture.height()) == (144, 200)
        assert picture.devicePixelRatio() == 2.0
        assert PlantPictures.foot(100) == QPointF(36, 88)

    def test_it_never_keeps_more_than_its_limit(self) -> None:
        pictures = self.pictures(limit=10 * 58 * 80 * 4)
        for seed in range(40):
            pictures.silhouette(TYPICAL["healthy"], "fern", seed, 80)
            assert pictures.bytes_kept <= pictures.limit_bytes
        assert pictures.bytes_kept > pictures.limit_bytes / 2

    def test_the_least_used_goes_first(self) -> None:
        pictures = self.pictures(limit=2 * 58 * 80 * 4)
        kept = pictures.pixmap(TYPICAL["healthy"], "tulip", 1, 80)
        pictures.pixmap(TYPICAL["healthy"], "tulip", 2, 80)
        assert pictures.pixmap(TYPICAL["healthy"], "tulip", 1, 80) is kept
        pictures.pixmap(TYPICAL["healthy"], "tulip", 3, 80)
        assert pictures.ready(TYPICAL["healthy"], "tulip", 1, 80) is kept
        assert pictures.ready(TYPICAL["healthy"], "tulip", 2, 80) is None

    def test_a_twentieth_of_vitality_is_another_picture_and_a_thousandth_is_not(self) -> None:
        def seen(vitality: float) -> Traits:
            return quantised(Traits(size=0.5, vitality=vitality))

        assert seen(0.50) != seen(0.55)
        assert seen(0.5004) == seen(0.5)
        assert quantised(TYPICAL["seed"]).vitality is None

    def test_clearing_forgets_all(self, qtbot: QtBot) -> None:
        pictures = self.pictures()
        pictures.pixmap(TYPICAL["soggy"], "daisy", 1, 60)
        pictures.clear()
        assert pictures.bytes_kept == 0
        assert pictures.ready(TYPICAL["soggy"], "daisy", 1, 60) is None
