"""The three themes: every text keeps its contrast, and the style sheet knows every colour it names."""

from __future__ import annotations

import re

import pytest

from gardener.scene.palette import contrast_ratio
from gardener.ui import theme
from gardener.ui.resource_files import resource

ON = {
    "paper": ("ink", "muted", "heading", "water"),
    "card": ("ink", "muted", "water"),
    "band": ("ink", "muted"),
    "hover": ("ink", "muted"),
    "selected": ("ink",),
    "sand": ("ink",),
    "green": ("on_green",),
    "water": ("on_water",),
    "good": ("on_good",),
    "wet": ("on_wet",),
    "warn": ("on_warn",),
}


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_text_keeps_four_and_a_half_to_one(name: str) -> None:
    colours = theme.THEMES[name]
    low = {
        f"{text} on {ground}": round(ratio, 2)
        for ground, texts in ON.items()
        for text in texts
        if (ratio := contrast_ratio(getattr(colours, text), getattr(colours, ground))) < 4.5
    }
    assert not low


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_bars_of_conditions_stand_out_from_the_card(name: str) -> None:
    colours = theme.THEMES[name]
    low = {
        bar: round(ratio, 2)
        for bar in sorted(set(theme.BARS.values()))
        if (ratio := contrast_ratio(getattr(colours, bar), colours.card)) < 2.2
    }
    assert not low


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_style_sheet_is_filled_in(name: str) -> None:
    sheet = theme.style_sheet(theme.THEMES[name], 10.0)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert resource("icons", f"arrow-down-{name}.svg").is_file()
