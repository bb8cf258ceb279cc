"""The plants look as they were approved: every species in every condition, growing, bearing, and from far away."""

from __future__ import annotations

from pathlib import Path

import pytest
from devtool import pictures
from PySide6.QtGui import QColor, QImage, QPainter

from gardener.scene.library import all_species
from gardener.scene.palette import DAY
from gardener.scene.sheet import TYPICAL, conditions_sheet, series_sheet
from gardener.scene.silhouette import paint_silhouette
from gardener.scene.traits import Traits
from tests.scene.approved import compare

SPECIES = all_species()
GROWING = [Traits(size=size, vitality=0.8) for size in (0.0, 0.1, 0.25, 0.4, 0.6, 0.8, 1.0)]
BEARING = [
    Traits(size=0.8, vitality=0.9, flowers=5),
    Traits(size=0.8, vitality=0.9, flowers=2, fruits_small=2, fruits_large=2),
    Traits(size=0.5, vitality=0.6, flowers=0.5, waiting=True),
]
pytestmark = pytest.mark.usefixtures("qapp")


def below_each_other(*sheets: QImage) -> QImage:
    whole = QImage(
        max(s.width() for s in sheets), sum(s.height() for s in sheets), QImage.Format.Format_RGB32
    )
    whole.fill(QColor(DAY.paper))
    painter, top = QPainter(whole), 0
    for sheet in sheets:
        painter.drawImage(0, top, sheet)
        top += sheet.height()
    painter.end()
    return whole


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_a_species_looks_as_approved(id_: str) -> None:
    """Ten conditions at two sizes, the smaller with badges; then sprout to grown, flowers, fruits, what waits."""
    species = SPECIES[id_]
    compare(
        below_each_other(
            conditions_sheet(species=[species], heights_px=(96,)),
            conditions_sheet(species=[species], heights_px=(24,), badges=True),
            series_sheet([(species, [*GROWING, *BEARING])], height_px=96),
        ),
        f"plants/{id_}",
    )


def test_all_look_as_approved_from_far_away() -> None:
    cell, high = 34, 46
    sheet = QImage(cell * len(TYPICAL), high * len(SPECIES), QImage.Format.Format_RGB32)
    sheet.fill(QColor(DAY.soil))
    painter = QPainter(sheet)
    for row, species in enumerate(SPECIES.values()):
        for column, traits in enumerate(TYPICAL.values()):
            painter.save()
            painter.translate(cell * (column + 0.5), high * row + 40)
            paint_silhouette(painter, traits, species, DAY, seed=7, height_px=34)
            painter.restore()
    painter.end()
    compare(sheet, "plants/from-far-away")


def test_a_picture_that_differs_is_left_with_its_difference_and_accepted_alone(tmp_path: Path) -> None:
    red, blue = (QImage(20, 20, QImage.Format.Format_RGB32) for _ in range(2))
    red.fill(QColor("#800000"))
    blue.fill(QColor("#000080"))
    with pytest.raises(pytest.fail.Exception, match="no approved picture"):
        compare(red, "one/plant", folder=tmp_path)
    assert pictures.accept(tmp_path) == 1
    compare(red, "one/plant", folder=tmp_path)
    with pytest.raises(pytest.fail.Exception, match="differs in 400 pixels"):
        compare(blue, "one/plant", folder=tmp_path)
    assert (tmp_path / "failed" / "one" / "plant.difference.png").exists()
    assert pictures.accept(tmp_path) == 1
    compare(blue, "one/plant", folder=tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*.png")) == ["plant.png"]


def test_a_hair_of_another_rounding_is_no_difference(tmp_path: Path) -> None:
    first, second = (QImage(100, 100, QImage.Format.Format_RGB32) for _ in range(2))
    first.fill(QColor(100, 100, 100))
    second.fill(QColor(112, 100, 100))
    second.setPixelColor(3, 3, QColor(255, 0, 0))
    with pytest.raises(pytest.fail.Exception):
        compare(first, "plant", folder=tmp_path)
    pictures.accept(tmp_path)
    compare(second, "plant", folder=tmp_path)
    for x in range(6):
        second.setPixelColor(x, 9, QColor(255, 0, 0))
    with pytest.raises(pytest.fail.Exception, match="differs in 7 pixels"):
        compare(second, "plant", folder=tmp_path)
