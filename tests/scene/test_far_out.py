"""Far out: signs stand above their beds and never over the first row, and their counts stay whole."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gardener.domain.stage import Stage
from gardener.scene.far_signs import compact, far_height
from gardener.scene.heap import CREST, crest
from gardener.scene.layout import arrange
from gardener.scene.paths import paths_of
from gardener.scene.view import GardenView
from tests.scene.picture_stand import WORDS, ToldPictures, plant


@pytest.mark.parametrize("count", [60, 300, 900])
def test_a_sign_never_hangs_over_the_first_row_however_far_out(qtbot: QtBot, count: int) -> None:
    view = GardenView(WORDS, lambda theme, ratio: ToldPictures())
    qtbot.addWidget(view)
    view.motion = False
    view.resize(1080, 760)
    view.set_garden([plant(f"Plant {n}", Stage.GROWING, n) for n in range(count)])
    view.show()
    view.zoom_to_whole()
    view.finish_now()
    layout, scale = view.picture.layout, view.scale_now
    for stage, bed in layout.beds.items():
        if stage is Stage.COMPOST:
            continue
        x, bottom = bed.sign.centre[0], bed.soil.y + 1.0
        assert view.picture.sign_at(x, bottom) is None, stage
        assert view.picture.sign_at(x, bed.sign.bottom - 2.0 / scale) is not None, stage


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (999, "999"), (1348, "1.3k"), (9949, "9.9k"), (9950, "10k"), (13480, "13k")]
)
def test_a_large_count_is_shortened_and_never_cut(count: int, text: str) -> None:
    assert compact(count) == text
    assert len(text) <= 4


def test_a_far_sign_is_as_high_as_its_letters_and_its_bar(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    assert far_height(font) > QFontMetricsF(font).ascent()


def test_the_heap_is_highest_in_the_middle_and_leaves_its_plants_on_it() -> None:
    layout = arrange([plant(f"Plant {n}", Stage.COMPOST, n) for n in range(9)])
    bed = layout.beds[Stage.COMPOST]
    middle = crest(bed.soil.w / 2, bed.soil.w)
    assert middle < crest(4.0, bed.soil.w)
    assert middle < crest(bed.soil.w - 4.0, bed.soil.w) < CREST
    for id_ in layout.cells:
        x, y = layout.foot(id_)
        assert y - bed.soil.y > crest(x - bed.soil.x, bed.soil.w), id_


def test_paths_run_beside_the_beds_and_under_none_of_the_soil() -> None:
    layout = arrange([plant(f"Plant {n}", Stage.GROWING, n) for n in range(40)])
    for path in paths_of(layout):
        assert path.h > 0
        for bed in layout.beds.values():
            assert not path.meets(bed.soil), bed.stage
