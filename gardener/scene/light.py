"""The light over the garden: colours of sky, hills, hedge, lawn, wood and soil by theme, hour and season. No Qt."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from typing import NamedTuple

from gardener.scene.palette import DAY, THEMES, Palette

Colour = tuple[int, int, int]

_SKY: tuple[tuple[float, str, str, str], ...] = (
    (0.0, "#17233c", "#223657", "#3c5170"),
    (4.5, "#1f2f50", "#3b4f78", "#7f86a0"),
    (6.0, "#5c86bb", "#b6bfd0", "#f6c9a4"),
    (7.5, "#83b7dd", "#bfdcea", "#f8e6c6"),
    (10.0, "#86c1e6", "#bfe0f0", "#f1f3df"),
    (13.0, "#7cbbe4", "#b6dcf0", "#ecf3e6"),
    (16.5, "#8bc2e2", "#c6e1ea", "#f6edd2"),
    (18.5, "#7097c4", "#d9bfb4", "#fbcd92"),
    (20.0, "#41548a", "#9782a3", "#eea579"),
    (21.5, "#1f2d4f", "#35456d", "#6d6f8c"),
    (24.0, "#17233c", "#223657", "#3c5170"),
)
"""Zenith, middle and horizon at hours of the day."""
_DUSK = ("#2c3a62", "#6d6790", "#e9a377")
_DUSK_AT_NIGHT = ("#1a2440", "#35406a", "#9a7f86")
_LIGHT_BY_HOUR = (
    (0.0, 0.66),
    (4.5, 0.68),
    (7.0, 0.93),
    (9.0, 1.0),
    (17.0, 1.0),
    (19.0, 0.92),
    (21.5, 0.70),
    (24.0, 0.66),
)
_SEASONS = (
    ("#b2bf9f", "#93a886"),  # mid winter
    ("#97cb6e", "#74b055"),  # mid spring
    ("#99be5d", "#79a44a"),  # mid summer
    ("#b3b867", "#94a052"),  # mid autumn
)
"""Lawn far and near in the middle of each season, January first (in the north)."""


def rgb(text: str) -> Colour:
    """The three parts, 0..255, of a colour such as #6d4c36."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """From `a` (share 0) to `b` (share 1)."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def lit(colour: Colour, light: Colour) -> Colour:
    """`colour` in coloured light (255 is full)."""
    return colour[0] * light[0] // 255, colour[1] * light[1] // 255, colour[2] * light[2] // 255


class Moment(NamedTuple):
    """What decides the light: theme, local hour 0 ≤ h < 24, day of the year 1..366 and the hemisphere."""

    theme: str = "light"
    hour: float = 10.0
    year_day: int = 172
    southern: bool = False


class Light(NamedTuple):
    """All colours of the scenery at one moment. `spring`, `summer`, `autumn`, `winter` say 0..1 how much of each it is."""

    theme: str
    plain: bool
    zenith: Colour
    middle: Colour
    horizon: Colour
    sun: tuple[float, float] | None
    moon: tuple[float, float] | None
    glow: Colour
    stars: float
    cloud: Colour
    far_hill: Colour
    mid_hill: Colour
    near_hill: Colour
    hedge: Colour
    lawn_far: Colour
    lawn_near: Colour
    ambient: Colour
    wood_light: Colour
    wood_dark: Colour
    soil: Colour
    compost: Colour
    sign: Colour
    sign_ink: Colour
    sign_soft: Colour
    paper: Colour
    ink: Colour
    spring: float
    summer: float
    autumn: float
    winter: float


def light_at(moment: Moment) -> Light:
    """The light of a moment; a pure function, so that the same moment has the same picture."""
    spring, summer, autumn, winter = seasons(moment.year_day, southern=moment.southern)
    dusk = moment.theme == "dusk"
    plain = moment.theme == "contrast"
    palette = THEMES.get(moment.theme, DAY)
    night = _night(moment.hour)
    zenith, middle, horizon = _sky(moment.hour)
    ambient = _ambient(moment.hour)
    if dusk:
        zenith, middle, horizon = (
            mix(rgb(a), rgb(b), night) for a, b in zip(_DUSK, _DUSK_AT_NIGHT, strict=True)
        )
        ambient = mix((158, 146, 170), (126, 130, 164), night)
    if plain:
        zenith = middle = horizon = rgb("#e3f1fa")
        ambient = (255, 255, 255)
    lawn = [
        tuple(
            round(
                sum(
                    share * rgb(colours[depth])[part]
                    for share, colours in zip((winter, spring, summer, autumn), _SEASONS, strict=True)
                )
            )
            for part in range(3)
        )
        for depth in (0, 1)
    ]
    far, near = ((c[0], c[1], c[2]) for c in lawn)
    if plain:
        far = near = rgb(palette.lawn)
    hedge = mix(mix((86, 138, 70), (134, 128, 62), autumn * 0.75), (104, 122, 98), winter * 0.6)
    haze = mix(horizon, middle, 0.65 if dusk else 0.35)
    hill = mix(mix(near, (96, 140, 116), 0.45), (232, 238, 244), 0.5 * winter)
    angle = (moment.hour - 6.0) / 14.0
    by_day = 0.0 <= angle <= 1.0 and not dusk
    at_night = night > 0.25 or dusk
    turned = ((moment.hour - 18.0) % 24.0) / 12.0
    return Light(
        theme=moment.theme,
        plain=plain,
        zenith=zenith,
        middle=middle,
        horizon=horizon,
        sun=(0.08 + 0.84 * angle, sin(pi * angle)) if by_day and not plain else None,
        moon=(0.14 + 0.72 * min(turned, 1.0), 0.45 + 0.4 * sin(pi * min(turned, 1.0)))
        if at_night and not plain
        else None,
        glow=mix((255, 244, 204), (255, 196, 128), 1.0 - sin(pi * min(max(angle, 0.0), 1.0)) ** 0.6),
        stars=0.0 if plain else max(night, 0.35 if dusk else 0.0),
        cloud=mix(
            mix((255, 255, 255), horizon, 0.55 if dusk else 0.18),
            middle if dusk else zenith,
            0.5 if dusk else 0.5 * night,
        ),
        far_hill=lit(mix(hill, haze, 0.58), mix(ambient, (255, 255, 255), 0.5)),
        mid_hill=lit(mix(mix(hill, (70, 128, 112), 0.35), haze, 0.30), mix(ambient, (255, 255, 255), 0.25)),
        near_hill=lit(mix(mix(near, (92, 144, 88), 0.6), haze, 0.08), ambient),
        hedge=lit(hedge, ambient),
        lawn_far=lit(far, ambient),
        lawn_near=lit(near, ambient),
        ambient=ambient,
        wood_light=_in_day(palette.wood_light, ambient, palette),
        wood_dark=_in_day(palette.wood_dark, ambient, palette),
        soil=_in_day(palette.soil, ambient, palette),
        compost=_in_day(palette.compost, ambient, palette),
        sign=mix(rgb(palette.sign), (205, 196, 178), 0.6 * night if moment.theme == "light" else 0.0),
        sign_ink=rgb("#10160c") if plain else rgb("#33402b"),
        sign_soft=rgb("#3a3d30") if plain else rgb("#45432b"),
        paper=rgb(palette.paper_raised) if dusk or plain else rgb("#fbf5e6"),
        ink=rgb(palette.ink),
        spring=spring,
        summer=summer,
        autumn=autumn,
        winter=winter,
    )


def seasons(year_day: int, *, southern: bool) -> tuple[float, float, float, float]:
    """How much it is spring, summer, autumn, winter: four shares that add up to 1, changing from day to day."""
    turn = ((year_day - 15 + (182.6 if southern else 0.0)) / 365.25) % 1.0 * 4.0
    shares = [0.0, 0.0, 0.0, 0.0]
    at, rest = int(turn) % 4, turn % 1.0
    rest = 0.5 - 0.5 * cos(pi * rest)
    shares[at] += 1.0 - rest
    shares[(at + 1) % 4] += rest
    winter, spring, summer, autumn = shares
    return spring, summer, autumn, winter


def _between(hour: float, stops: tuple[tuple[float, float], ...]) -> float:
    for (h0, v0), (h1, v1) in pairwise(stops):
        if hour <= h1:
            return v0 + (v1 - v0) * (hour - h0) / (h1 - h0)
    return stops[-1][1]


def _sky(hour: float) -> tuple[Colour, Colour, Colour]:
    for (h0, *a), (h1, *b) in pairwise(_SKY):
        if hour <= h1:
            share = (hour - h0) / (h1 - h0)
            top, mid, low = (mix(rgb(x), rgb(y), share) for x, y in zip(a, b, strict=True))
            return top, mid, low
    _, top_, mid_, low_ = _SKY[-1]
    return rgb(top_), rgb(mid_), rgb(low_)


def _ambient(hour: float) -> Colour:
    """The light on the ground: white by day, warm at its ends, bluish and dimmer at night."""
    strength = _between(hour, _LIGHT_BY_HOUR)
    warm = max(0.0, 1.0 - abs(hour - 19.3) / 1.8, 1.0 - abs(hour - 6.2) / 1.4)
    tint = mix(mix((206, 216, 248), (255, 255, 255), (strength - 0.66) / 0.34), (255, 228, 198), warm * 0.8)
    return round(tint[0] * strength), round(tint[1] * strength), round(tint[2] * strength)


def _in_day(text: str, ambient: Colour, palette: Palette) -> Colour:
    """A colour of the palette in the light of the hour; that of dusk has its light in it, that of contrast none."""
    own = rgb(text)
    return lit(own, mix(ambient, (255, 255, 255), 0.15)) if palette is DAY else own


def _night(hour: float) -> float:
    """1 in the night, 0 by day."""
    return _between(hour, ((0.0, 1.0), (4.5, 0.9), (6.3, 0.0), (19.6, 0.0), (21.8, 0.9), (24.0, 1.0)))
