"""Colours as plain hex values: the three themes of the window, and how vitality and water colour a plant."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

Rgb = tuple[float, float, float]
"""Red, green, blue, each 0..255."""


class Palette(NamedTuple):
    """All colours of one theme, as #rrggbb. Text (`ink…`, `on_…`) keeps 4.5 : 1 on its ground."""

    name: str
    # window
    paper: str = "#fbf9f2"
    paper_raised: str = "#ffffff"
    paper_sunk: str = "#f0ecdf"
    line: str = "#e2dcc9"
    ink: str = "#33402b"
    ink_soft: str = "#6a684f"
    accent: str = "#4a7d36"
    on_accent: str = "#ffffff"
    water: str = "#37759d"
    on_water: str = "#ffffff"
    selection: str = "#dfe9cf"
    focus: str = "#2f6f8f"
    # what a list says by colour, always beside a word or a shape
    thirsty: str = "#c0821a"
    withered: str = "#8a6238"
    letting_be: str = "#4f8fb5"
    thriving: str = "#4c8a3f"
    waiting: str = "#d9572b"
    # garden
    sky_high: str = "#a9d3ea"
    sky_low: str = "#f4efdc"
    sun: str = "#fff3c4"
    hill_far: str = "#a9c7b3"
    hill_near: str = "#7fae7d"
    hedge: str = "#4f8f4a"
    lawn: str = "#86b960"
    lawn_deep: str = "#74a852"
    wood_light: str = "#c79a66"
    wood: str = "#b1855a"
    wood_dark: str = "#9b7146"
    sign: str = "#f5e6c6"
    sign_line: str = "#8a6238"
    soil: str = "#6d4c36"
    soil_light: str = "#7d5a41"
    soil_dark: str = "#573b29"
    compost: str = "#4c4230"
    # plants
    mound: str = "#7a533a"
    mound_wet: str = "#412d22"
    mound_dry: str = "#c6a47c"
    crack: str = "#6b4a30"
    pool: str = "#5f90ad"
    pool_light: str = "#cfe4ee"
    straw: str = "#d2b356"
    dead: str = "#b78850"
    bare: str = "#c2aa84"
    faded: str = "#b4ab95"
    pale: str = "#e6e270"
    mulch: str = "#e5c46e"
    mulch_dark: str = "#b48c3c"
    shade: str = "#173a37"
    light: str = "#fff6c9"
    shadow: str = "#241a10"
    stick: str = "#ecd3a4"
    stick_dark: str = "#b58a54"
    tint: str = "#33406b"
    tint_strength: float = 0.0
    contrast: float = 1.0


DAY = Palette(name="day")
DUSK = DAY._replace(
    name="dusk",
    paper="#262a26",
    paper_raised="#30352f",
    paper_sunk="#1f231f",
    line="#454b41",
    ink="#ece6d3",
    ink_soft="#b9b49d",
    accent="#9cc27c",
    on_accent="#1c2418",
    water="#86bedb",
    on_water="#14242d",
    selection="#46543c",
    focus="#8cc7e4",
    thirsty="#e0ac52",
    withered="#c19a6c",
    letting_be="#86bedb",
    thriving="#8fc07b",
    waiting="#f08a5c",
    sky_high="#3b4470",
    sky_low="#e0a07c",
    sun="#ffd9a0",
    hill_far="#62688a",
    hill_near="#4a5f68",
    hedge="#34533f",
    lawn="#4d7350",
    lawn_deep="#436747",
    wood_light="#937052",
    wood="#7f5f45",
    wood_dark="#6b4d37",
    sign="#d8c19c",
    sign_line="#5d432c",
    soil="#4b3730",
    soil_light="#573f36",
    soil_dark="#3a2a26",
    compost="#353029",
    tint_strength=0.30,
)
CONTRAST = DAY._replace(
    name="contrast",
    paper="#ffffff",
    paper_raised="#ffffff",
    paper_sunk="#f2f2ec",
    line="#4a4a40",
    ink="#10160c",
    ink_soft="#3a3d30",
    accent="#22560f",
    water="#0d4d78",
    selection="#cfe3ff",
    focus="#0033a0",
    thirsty="#8a5200",
    withered="#5c3414",
    letting_be="#0d4d78",
    thriving="#22560f",
    waiting="#b32a00",
    lawn="#9fcf78",
    lawn_deep="#8dc264",
    soil="#4a3020",
    soil_light="#57392a",
    soil_dark="#372317",
    mound="#573822",
    mound_wet="#1d1510",
    mound_dry="#e0c49c",
    straw="#e3bd55",
    contrast=1.35,
)
THEMES: Mapping[str, Palette] = {palette.name: palette for palette in (DAY, DUSK, CONTRAST)}


def rgb(colour: str) -> Rgb:
    """Return the three channels of #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    """Return `first` with a `share` (0..1, clamped) of `second`."""
    s = min(1.0, max(0.0, share))
    return (
        first[0] + (second[0] - first[0]) * s,
        first[1] + (second[1] - first[1]) * s,
        first[2] + (second[2] - first[2]) * s,
    )


def lit(colour: Rgb, light: float, palette: Palette) -> Rgb:
    """Return a colour in the sun (light > 0) or in the shade (light < 0), then under the theme's own light."""
    amount = light * palette.contrast
    if amount >= 0:
        shown = mixed(colour, rgb(palette.light), 0.55 * amount)
    else:
        shown = mixed(colour, rgb(palette.shade), -0.60 * amount)
    return mixed(shown, rgb(palette.tint), palette.tint_strength)


def foliage(lush: Rgb, fresh: Rgb, *, vitality: float, pale: float, palette: Palette) -> Rgb:
    """Return the colour of a leaf: bare brown at 0, through straw and olive, fresh, to lush at 1; `pale` yellows it."""
    straw = rgb(palette.straw)
    olive = mixed(mixed(fresh, straw, 0.42), rgb(palette.dead), 0.10)
    stops = (
        (0.0, rgb(palette.bare)),
        (0.06, rgb(palette.dead)),
        (0.145, mixed(rgb(palette.dead), straw, 0.15)),
        (0.165, straw),
        (0.18, straw),
        (0.23, mixed(straw, olive, 0.15)),
        (0.28, mixed(olive, straw, 0.15)),
        (0.37, mixed(olive, fresh, 0.30)),
        (0.44, mixed(fresh, olive, 0.10)),
        (0.66, mixed(fresh, lush, 0.28)),
        (0.73, mixed(fresh, lush, 0.62)),
        (0.95, lush),
    )
    shown = _between(vitality, stops)
    return mixed(shown, rgb(palette.pale), 0.82 * pale)


def wilted(colour: Rgb, *, vitality: float, palette: Palette) -> Rgb:
    """Return the colour of a petal, fruit or stem as it fades: its own from 0.45 up, brown at 0."""
    straw = mixed(colour, rgb(palette.straw), 0.62)
    stops = (
        (0.0, mixed(rgb(palette.dead), colour, 0.12)),
        (0.14, mixed(rgb(palette.dead), straw, 0.4)),
        (0.28, straw),
    )
    return _between(vitality, (*stops, (0.5, colour)))


def contrast_ratio(first: str, second: str) -> float:
    """Return the contrast of two colours, 1..21, as WCAG 2.2 defines it."""
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _between(x: float, stops: tuple[tuple[float, Rgb], ...]) -> Rgb:
    if x <= stops[0][0]:
        return stops[0][1]
    for (x0, first), (x1, second) in pairwise(stops):
        if x <= x1:
            return mixed(first, second, (x - x0) / (x1 - x0))
    return stops[-1][1]
