"""The three themes: every text and every mark keeps its contrast, and the style sheet knows every colour it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gardener.scene.palette import THEMES as PALETTES
from gardener.scene.palette import contrast_ratio
from gardener.ui import theme
from gardener.ui.resource_files import resource

TEXT, MARK = 4.5, 3.0
"""The least contrast of text and of what is no text, as WCAG 2.2 has it."""

ROWS = ("card", "hover", "selected")
GROUNDS = {
    "QMenuBar": ("band",),
    "#wordmark": ("band",),
    "QStatusBar QLabel": ("band",),
    "QMenu::item:disabled": ("card",),
    "QCheckBox": ("paper", "card"),
    "QDockWidget": ("paper",),
    "QLabel": ("paper", "band", "sand", *ROWS),
    'QLabel[kind="head"]': ("paper", "card"),
    'QLabel[kind="muted"]': ("paper", "band", *ROWS),
    'QLabel[kind="quiet"]': ("paper", "band", *ROWS),
    'QLabel[kind="wrong"]': ("paper", "card"),
    'QPlainTextEdit[kind="muted"]': ("paper", "card"),
    'QPushButton[kind="primary"] QLabel[kind="deed"]': ("green",),
    'QPushButton[kind="quiet"]': ("paper", "card"),
    'QPushButton[kind="segment"]': ("sand",),
    'QPushButton[kind="cross"]': ("paper", "card", "good"),
    '#guard[tone="good"] QLabel': ("good",),
    '#guard[tone="wet"] QLabel': ("wet",),
    '#guard[tone="warn"] QLabel': ("warn",),
    '#notice[tone="asks"] QLabel': ("good",),
    "#notice QLabel": ("band", "paper"),
    "#toast QLabel": ("ink",),
    "#toast QPushButton": ("ink",),
    '#toast QPushButton[kind="cross"]:hover': ("ink",),
    "#helpContents, #deeds": ("paper",),
}
"""On what a text may stand whose rule names no ground of its own; one that is not listed stands in panels and forms."""
ANYWHERE = ("paper", "card")
PAINTED = {
    "ink": (*ROWS, "band"),
    "muted": (*ROWS, "paper"),
    "heading": ("band",),
    "on_warn": ("warn",),
}
"""What is painted by hand: the cells and headings of the list, cards, the history, what a search of the help found."""


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule of every sheet."""
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted(resource("style").glob("*.qss")))
    for selector, body in re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL)
    ):
        pairs = (each.split(":", 1) for each in body.split(";") if ":" in each)
        yield " ".join(selector.split()), {key.strip(): value.strip() for key, value in pairs}


def texts() -> Iterator[tuple[str, str, str]]:
    """Selector, text and ground, by their roles, of every pair that the style sheets can bring about."""
    for selector, said in rules():
        for key in ("color", "selection-color", "placeholder-text-color"):
            if key not in said:
                continue
            own = (
                said.get("selection-background-color") if key == "selection-color" else said.get("background")
            )
            named = own is not None and own.startswith("$")
            grounds = (own[1:],) if own is not None and named else GROUNDS.get(selector, ANYWHERE)
            for ground in grounds:
                yield selector, said[key][1:], ground


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_every_text_of_the_style_sheets_keeps_four_and_a_half_to_one(name: str) -> None:
    colours = theme.THEMES[name]
    low = {
        f"{selector}: {text} on {ground}": round(ratio, 2)
        for selector, text, ground in texts()
        if (ratio := contrast_ratio(getattr(colours, text), getattr(colours, ground))) < TEXT
    }
    assert not low


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_what_is_painted_by_hand_keeps_it_too(name: str) -> None:
    colours = theme.THEMES[name]
    low = {
        f"{text} on {ground}": round(ratio, 2)
        for text, grounds in PAINTED.items()
        for ground in grounds
        if (ratio := contrast_ratio(getattr(colours, text), getattr(colours, ground))) < TEXT
    }
    assert not low


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_bars_dots_rings_and_edges_keep_three_to_one(name: str) -> None:
    colours = theme.THEMES[name]
    marks = {(bar, ground) for bar in {*theme.BARS.values(), "bar_waiting"} for ground in ("card", "paper")}
    marks |= {("focus", ground) for ground in ("paper", "card", "band", "hover", "selected", "sand")}
    marks |= {("green", "card"), ("green", "paper"), ("edge", "card"), ("edge", "paper")}
    low = {
        f"{mark} on {ground}": round(ratio, 2)
        for mark, ground in marks
        if (ratio := contrast_ratio(getattr(colours, mark), getattr(colours, ground))) < MARK
    }
    assert not low


@pytest.mark.parametrize("name", list(PALETTES))
def test_the_signs_of_the_conditions_keep_three_to_one(name: str) -> None:
    palette = PALETTES[name]
    low = {
        role: round(ratio, 2)
        for role in ("thirsty", "letting_be", "thriving", "withered", "waiting", "ink")
        if (ratio := contrast_ratio(getattr(palette, role), palette.paper_raised)) < MARK
    }
    assert not low


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_hint_in_a_field_can_be_read(name: str, qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, name, scale=2.0)  # strokes as wide as a pixel, so that letters reach their colour
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("HILLI")
    field.resize(300, 60)
    field.show()
    picture = field.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = theme.THEMES[name].card
    inner = range(12, field.height() - 12)
    best = max(
        contrast_ratio(QColor(picture.pixel(x, y)).name(), ground) for y in inner for x in range(12, 200, 1)
    )
    theme.apply(qapp, "light")
    qapp.setStyleSheet("")
    assert best >= TEXT


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_style_sheet_is_filled_in(name: str) -> None:
    sheet = theme.style_sheet(theme.THEMES[name], 10.0)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert resource("icons", f"arrow-down-{name}.svg").is_file()
