"""Lanterns burn when it is dark and at dusk, never by day or where contrast counts; the ground shows their light."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gardener.scene.lanterns import burning, draw_glow, lanterns_of
from gardener.scene.layout import arrange
from gardener.scene.light import Moment, light_at


@pytest.mark.parametrize(
    ("moment", "burns"),
    [
        (Moment(hour=10.0), False),
        (Moment(hour=19.0), False),
        (Moment(hour=23.0), True),
        (Moment(theme="dusk", hour=10.0), True),
        (Moment(theme="contrast", hour=23.0), False),
    ],
)
def test_they_burn_when_it_is_dark(moment: Moment, burns: bool) -> None:
    assert (burning(light_at(moment)) > 0.0) is burns


def test_they_are_lit_one_by_one_moment_after_the_other_and_not_at_a_stroke() -> None:
    strengths = [burning(light_at(Moment(hour=hour / 10.0))) for hour in range(190, 230)]
    assert strengths == sorted(strengths)
    assert max(b - a for a, b in pairwise(strengths)) < 0.35


def test_every_living_bed_has_one_on_its_upper_plank() -> None:
    layout = arrange(())
    places = list(lanterns_of(layout))
    assert len(places) == 5
    for at, bed in zip(places, layout.beds.values(), strict=False):
        assert QRectF(bed.frame.x, bed.frame.y, bed.frame.w, 10.0).contains(at)


def test_their_light_is_warm_and_fades(qtbot: QtBot) -> None:
    image = QImage(320, 320, QImage.Format.Format_RGB32)
    image.fill(QColor(40, 40, 60))
    painter = QPainter(image)
    layout = arrange(())
    at = next(lanterns_of(layout))
    painter.translate(160.0 - at.x(), 168.0 - at.y())
    draw_glow(painter, at, 1.0)
    painter.end()
    near, far, beyond = (image.pixelColor(x, 160) for x in (160, 260, 318))
    assert near.red() > near.blue() > 60
    assert near.red() > far.red() > 40
    assert beyond == QColor(40, 40, 60)
