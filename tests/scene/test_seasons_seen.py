"""Every season is seen on the lawn and in the hedge, and the other half of the world has the other one."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gardener.scene.lawn import painted_lawn
from gardener.scene.light import Moment, light_at
from gardener.scene.sky import SkyPainter

DAYS = (15, 106, 197, 288)


def pictures(*, southern: bool) -> list[tuple[QImage, QImage]]:
    found = []
    for day in DAYS:
        light = light_at(Moment(year_day=day, southern=southern))
        strip = SkyPainter(
            light, sky=112.0, left=0.0, right=300.0, fine=0.5, ratio=1.0, rough=False
        ).painted()
        found.append((painted_lawn(light, 0.5, 1.0).toImage(), strip.toImage()))
    return found


@pytest.mark.parametrize("southern", [False, True])
def test_no_two_seasons_look_alike(qapp: QApplication, southern: bool) -> None:
    for (lawn, strip), (other_lawn, other_strip) in combinations(pictures(southern=southern), 2):
        assert lawn != other_lawn
        assert strip != other_strip


@pytest.mark.parametrize("day", DAYS)
def test_the_shares_of_the_seasons_add_up_and_are_turned_round_in_the_south(day: int) -> None:
    north, south = (light_at(Moment(year_day=day, southern=southern)) for southern in (False, True))
    assert north.spring + north.summer + north.autumn + north.winter == pytest.approx(1.0)
    assert north.winter == pytest.approx(south.summer, abs=0.02)
    assert north.spring == pytest.approx(south.autumn, abs=0.02)
