"""Preferences: looks and motion, who I am, and the choices that belong to the garden."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gardener import settings
from gardener.domain import deeds, growth
from gardener.domain.changes import Refusal
from gardener.settings import Misfit, Preferences
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, line, press_on_enter
from gardener.ui.parts import Label, button, heading
from gardener.words import refusals, window

_SIZES = ("1.0", "1.25", "1.5", "2.0")
_AT_FIRST: Mapping[str, str] = {"patience": "1.0", "seed-days": str(growth.SEED_DAYS)}


class PreferencesDialog(Form):
    """changed(Preferences): the choices of the program were saved; those of the garden are deeds."""

    changed = Signal(object)

    def __init__(self, bridge: Bridge, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Preferences", width=660)
        self.setObjectName("preferencesDialog")
        self._bridge, self._preferences = bridge, preferences
        self.choices: dict[str, Choice[str]] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.looks, self.me, self.garden = (
            Fields(label_width=132),
            Fields(label_width=132),
            Fields(label_width=132),
        )
        self._add_choice("theme", "Colours", window.THEMES)
        self._add_choice("text-size", "Text size", {size: f"{float(size):.0%}" for size in _SIZES})
        self._add_choice("motion", "Motion", window.MOTIONS)
        self._add_choice("hemisphere", "Seasons", window.HEMISPHERES)
        for key, words, hint in window.WHO_I_AM:
            self._add_line(self.me, key, words, settings.shown(preferences, key), hint)
        day, held = bridge.session.today, bridge.session.garden
        for key, words, hint in window.OF_THE_GARDEN:
            self._add_line(self.garden, key, words, held.choice(key, day) or _AT_FIRST[key], hint)
        self._lay_out()

    def _add_choice(self, key: str, words: str, values: Mapping[str, str]) -> None:
        made: Choice[str] = Choice(words, values.items())
        made.choose(settings.shown(self._preferences, key))
        self.choices[key] = made
        self.looks.add(key, words, made)

    def _add_line(self, fields: Fields, key: str, words: str, text: str, hint: str) -> None:
        made = line(text, hint=hint)
        made.setToolTip(hint)
        self.lines[key] = made
        fields.add(key, words, made)

    def _lay_out(self) -> None:
        for title, line_, fields in (
            ("Looks", "", self.looks),
            ("Who I am", window.WHO_I_AM_LINE, self.me),
            ("This garden", window.OF_THE_GARDEN_LINE, self.garden),
        ):
            self.body.addWidget(heading(title))
            if line_:
                self.body.addWidget(Label(line_, "muted", wrap=True))
            self.body.addWidget(fields.part)
        self.body.addStretch(1)
        self.foot.addWidget(button("Close", self.reject))
        self.foot.addStretch(1)
        save = button("Save", self._save, kind="primary")
        save.setObjectName("preferencesSave")
        self.foot.addWidget(save)
        press_on_enter(self, save)

    def _save(self) -> None:
        for fields in (self.looks, self.me, self.garden):
            fields.clear_wrong()
        after = self._preferences
        mine = {key: made.value or settings.shown(after, key) for key, made in self.choices.items()}
        mine |= {key: self.lines[key].text() for key, _, _ in window.WHO_I_AM}
        for key, value in mine.items():
            found = settings.chosen(after, key, value)
            if isinstance(found, Misfit):
                self.me.wrong(key, window.takes(found.takes))
                return
            after = found
        if self._choose_for_garden():
            self.accept()
            if after != self._preferences:
                self.changed.emit(after)

    def _choose_for_garden(self) -> bool:
        """The garden's own choices, each a deed; whether all fit."""
        session, today = self._bridge.session, self._bridge.session.today
        for key, _, _ in window.OF_THE_GARDEN:
            text = self.lines[key].text().strip()
            if text == (session.garden.choice(key, today) or _AT_FIRST[key]):
                continue
            value = "" if text == _AT_FIRST[key] else text
            result = self._bridge.quietly(partial(deeds.choose, key=key, value=value, today=today))
            if isinstance(result, Refusal):
                self.garden.wrong(key, refusals.sentence(result))
                return False
        return True
