"""Text keeps its contrast in every theme, and vitality and water colour a leaf as art-direction says."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gardener.scene.palette import DAY, THEMES, Palette, contrast_ratio, foliage, mixed, rgb, wilted

LUSH, FRESH = rgb("#3f8f3c"), rgb("#6aa744")


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
def test_text_keeps_four_and_a_half_to_one(palette: Palette) -> None:
    for ground in (palette.paper, palette.paper_raised, palette.paper_sunk, palette.selection):
        assert contrast_ratio(palette.ink, ground) >= 4.5
    for ground in (palette.paper, palette.paper_raised, palette.paper_sunk):
        assert contrast_ratio(palette.ink_soft, ground) >= 4.5
    assert contrast_ratio(palette.on_accent, palette.accent) >= 4.5
    assert contrast_ratio(palette.on_water, palette.water) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_ratio("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_leaf_goes_from_lush_over_straw_to_bare_brown() -> None:
    assert foliage(LUSH, FRESH, vitality=1.0, pale=0.0, palette=DAY) == LUSH
    assert foliage(LUSH, FRESH, vitality=0.18, pale=0.0, palette=DAY) == rgb(DAY.straw)
    assert foliage(LUSH, FRESH, vitality=0.0, pale=0.0, palette=DAY) == rgb(DAY.bare)


def test_a_step_of_vitality_can_be_seen() -> None:
    shades = [foliage(LUSH, FRESH, vitality=step / 20, pale=0.0, palette=DAY) for step in range(20)]
    for first, second in pairwise(shades):
        assert sum(abs(a - b) for a, b in zip(first, second, strict=True)) > 6


def test_too_much_water_yellows_a_leaf() -> None:
    dry, wet = (foliage(LUSH, FRESH, vitality=0.6, pale=pale, palette=DAY) for pale in (0.0, 1.0))
    assert wet[0] > dry[0] + 60
    assert wet[1] > dry[1] + 30


def test_a_petal_keeps_its_colour_until_it_thirsts() -> None:
    petal = rgb("#e0607e")
    assert wilted(petal, vitality=0.6, palette=DAY) == petal
    assert wilted(petal, vitality=0.1, palette=DAY) != petal


def test_mixing_is_held_within_its_two_colours() -> None:
    assert mixed((0, 0, 0), (200, 100, 50), 2.0) == (200, 100, 50)
    assert mixed((0, 0, 0), (200, 100, 50), -1.0) == (0, 0, 0)
