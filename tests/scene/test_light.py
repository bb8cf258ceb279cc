"""Light: the sky follows the hour, the lawn the season, and what is written on signs stays legible."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gardener.scene.light import Colour, Moment, light_at, seasons


def luminance(c: Colour) -> float:
    parts = [v / 255 for v in c]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dusk", "contrast"])
@pytest.mark.parametrize("hour", [0.0, 5.0, 6.5, 12.0, 19.0, 21.0, 23.9])
def test_words_on_signs_and_labels_keep_their_contrast_at_any_hour(theme: str, hour: float) -> None:
    light = light_at(Moment(theme=theme, hour=hour))
    assert contrast(light.sign, light.sign_ink) >= 4.5
    assert contrast(light.sign, light.sign_soft) >= 4.5
    assert contrast(light.paper, light.ink) >= 4.5


def test_the_sky_changes_without_a_jump_through_the_day() -> None:
    hours = [n / 20 for n in range(480)]
    for before, after in pairwise(light_at(Moment(hour=h)) for h in hours):
        for a, b in (
            (before.zenith, after.zenith),
            (before.horizon, after.horizon),
            (before.soil, after.soil),
        ):
            assert max(abs(x - y) for x, y in zip(a, b, strict=True)) < 12
    noon, night = light_at(Moment(hour=12.0)), light_at(Moment(hour=1.0))
    assert luminance(noon.zenith) > 5 * luminance(night.zenith)
    assert noon.sun is not None
    assert noon.stars == 0.0 < night.stars


def test_seasons_add_up_change_slowly_and_turn_with_the_hemisphere() -> None:
    for day, after in pairwise(range(1, 367)):
        here = seasons(day, southern=False)
        assert abs(sum(here) - 1.0) < 1e-9
        assert max(abs(a - b) for a, b in zip(here, seasons(after, southern=False), strict=True)) < 0.04
    july = 195
    assert seasons(july, southern=False)[1] > 0.9, "summer in the north"
    assert seasons(july, southern=True)[3] > 0.9, "winter in the south"
