"""The look of the window: three sets of colours, a scale of text sizes, and the style sheet made from both."""

from __future__ import annotations

from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from gardener.domain.growth import Condition
from gardener.scene import palette
from gardener.scene.palette import Palette
from gardener.ui.resource_files import resource

GRID = 8
"""Distances are multiples of this many pixels, or half of it."""
TEXT = {
    "small": 0.86,
    "body": 1.0,
    "strong": 1.0,
    "head": 0.86,
    "title": 1.24,
    "name": 1.42,
    "wordmark": 1.25,
}
"""Sizes of text by what it is, in units of the body's."""
BASE_POINTS = 9.75
"""The body's size when the desktop names none, in points."""


class Colours(NamedTuple):
    """One set of colours, each as `#rrggbb`. `on_…` is the text on a button of that colour."""

    paper: str
    band: str
    card: str
    line: str
    edge: str
    ink: str
    muted: str
    heading: str
    green: str
    on_green: str
    water: str
    on_water: str
    sand: str
    focus: str
    hover: str
    selected: str
    pressed: str
    on_pressed: str
    good: str
    on_good: str
    wet: str
    on_wet: str
    warn: str
    on_warn: str
    bar_green: str
    bar_thirsty: str
    bar_wilting: str
    bar_withered: str
    bar_soggy: str
    bar_drowning: str
    bar_resting: str
    bar_seed: str
    bar_waiting: str
    track: str
    portrait_top: str
    portrait_foot: str


def _drawn(palette: Palette, **own: str) -> Colours:
    """The window's colours from those of the picture; `own` are those that only a window needs."""
    return Colours(
        paper=palette.paper,
        band=palette.paper_sunk,
        card=palette.paper_raised,
        line=palette.line,
        ink=palette.ink,
        muted=palette.ink_soft,
        green=palette.accent,
        on_green=palette.on_accent,
        water=palette.water,
        on_water=palette.on_water,
        focus=palette.focus,
        selected=palette.selection,
        pressed=palette.paper_raised,
        on_pressed=palette.ink,
        bar_green=palette.thriving,
        bar_thirsty=palette.thirsty,
        bar_withered=palette.withered,
        bar_soggy=palette.letting_be,
        bar_waiting=palette.waiting,
        **own,
    )


LIGHT = _drawn(
    palette.DAY, heading="#6f6544", sand="#ebe4d1", hover="#f7f3e8", good="#eaf3e2", on_good="#2f5426",
    wet="#e5f0f6", on_wet="#1f5273", warn="#fbeed3", on_warn="#6b4a10", bar_wilting="#b4661a", bar_drowning="#33739f",
    bar_resting="#94865a", bar_seed="#a08a63", track="#e8e2cf", portrait_top="#dbe9df", portrait_foot="#f3f0de",
    edge="#958d74",
)  # fmt: skip
DUSK = _drawn(
    palette.DUSK, heading="#cbbf96", sand="#3f473d", hover="#373d36", good="#2f4029", on_good="#c7e3b5",
    wet="#263a47", on_wet="#b8ddf1", warn="#473a20", on_warn="#f2d79c", bar_wilting="#cf8a3c", bar_drowning="#4f8fbd",
    bar_resting="#b3a47b", bar_seed="#a89670", track="#414940", portrait_top="#565f86", portrait_foot="#b58d7c",
    edge="#858a7e",
)  # fmt: skip
CONTRAST = _drawn(
    palette.CONTRAST, heading="#10160c", sand="#ffffff", hover="#eeeeea", good="#ffffff", on_good="#22560f",
    wet="#ffffff", on_wet="#0d4d78", warn="#ffffff", on_warn="#5c3414", bar_wilting="#8a3c00", bar_drowning="#003f80",
    bar_resting="#6a5a20", bar_seed="#5a4a2a", track="#d0d0d0", portrait_top="#ffffff", portrait_foot="#ffffff",
    edge="#4a4a40",
)  # fmt: skip
LIGHT = LIGHT._replace(muted="#636149")
DUSK = DUSK._replace(muted="#c2bda8", selected="#404d37")
"""A little more contrast than the picture needs: small letters stand on the ground of a chosen row too."""
CONTRAST = CONTRAST._replace(pressed=CONTRAST.ink, on_pressed=CONTRAST.card)
"""Where all grounds are white, the one of several views is told by its own."""
THEMES = {"light": LIGHT, "dusk": DUSK, "contrast": CONTRAST}

BARS = {
    Condition.RESTING: "bar_resting",
    Condition.WITHERED: "bar_withered",
    Condition.DROWNING: "bar_drowning",
    Condition.SOGGY: "bar_soggy",
    Condition.WITHERED_SEED: "bar_withered",
    Condition.SEED: "bar_seed",
    Condition.WILTING: "bar_wilting",
    Condition.THIRSTY: "bar_thirsty",
    Condition.THRIVING: "bar_green",
    Condition.HEALTHY: "bar_green",
}
"""The colour of a row's left bar by condition."""

_now = LIGHT
_name = "light"
_scale = 1.0


def colours() -> Colours:
    """The colours in force."""
    return _now


def name() -> str:
    """The name of the theme in force."""
    return _name


def scale() -> float:
    """The multiple of the usual text size in force."""
    return _scale


def colour(role: str) -> QColor:
    """A colour in force, by its role."""
    return QColor(str(getattr(_now, role)))


def wide(pixels: int) -> int:
    """A width that text must fit into: `pixels` at the usual text size, more at a larger one."""
    return round(pixels * _scale)


def wished(app: QApplication, wanted: str) -> str:
    """The theme to use: the one chosen, else (`auto`) that of the desktop."""
    if wanted != "auto":
        return wanted
    return "dusk" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, theme: str, *, scale: float = 1.0) -> None:
    """Puts a theme in force for the whole program; `scale` multiplies every text size."""
    global _now, _name, _scale
    _now, _name, _scale = THEMES[theme], theme, scale
    font = app.font()
    base = float(app.property("gardenerPoints") or font.pointSizeF())
    base = base if base > 0 else BASE_POINTS
    app.setProperty("gardenerPoints", base)
    font.setPointSizeF(base * scale)
    app.setFont(font)
    app.setPalette(_palette(_now))
    app.setStyleSheet(style_sheet(_now, base * scale))


def style_sheet(values: Colours, points: float) -> str:
    """The style sheet in these colours, with text sizes from the body's."""
    sizes = {f"pt_{key}": f"{points * factor:.2f}pt" for key, factor in TEXT.items()}
    theme = next(key for key, each in THEMES.items() if each is values)
    for icon in ("arrow-down", "check", "cross"):
        sizes[icon.replace("-", "_")] = resource("icons", f"{icon}-{theme}.svg").as_posix()
    sheets = (path.read_text(encoding="utf-8") for path in sorted(resource("style").glob("*.qss")))
    return Template("\n".join(sheets)).substitute(values._asdict() | sizes)


def tabular(font: QFont) -> QFont:
    """The font with figures of one width."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def scene_theme() -> str:
    """What the picture calls the theme in force."""
    return "day" if _name == "light" else _name


def _palette(values: Colours) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    roles = {
        role.Window: values.paper, role.WindowText: values.ink, role.Base: values.card,
        role.AlternateBase: values.hover, role.Text: values.ink, role.Button: values.sand,
        role.ButtonText: values.ink, role.BrightText: values.on_green, role.ToolTipBase: values.card,
        role.ToolTipText: values.ink, role.PlaceholderText: values.muted, role.Highlight: values.green,
        role.HighlightedText: values.on_green, role.Link: values.water, role.Light: values.card,
        role.Midlight: values.hover, role.Mid: values.line, role.Dark: values.line, role.Shadow: values.line,
        role.Accent: values.green,
    }  # fmt: skip
    for each, value in roles.items():
        made.setColor(each, QColor(value))
    grey = QColor(values.muted)
    grey.setAlpha(140)
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, grey)
    return made
