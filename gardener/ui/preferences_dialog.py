"""Preferences: looks, phone numbers, who I am, the garden's own choices, and where the garden lies. They hold at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gardener import autostart, settings
from gardener.domain import agenda, deeds, growth, review, sowing
from gardener.domain.changes import Refusal
from gardener.domain.deeds.batches import CHOICES
from gardener.settings import Misfit, Preferences
from gardener.ui import folders, theme, tray
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, line
from gardener.ui.parts import Label, button, heading
from gardener.ui.soil_part import SoilPart
from gardener.words import preferences as words
from gardener.words import refusals, soil

WIDTH = 700
SIZES = ("1.0", "1.15", "1.3", "1.5", "1.75", "2.0")
AT_FIRST: Mapping[str, str] = {
    "patience": "1.0",
    "seed-days": str(growth.SEED_DAYS),
    "daily-measure": str(agenda.MEASURE),
    "sowing-measure": str(sowing.MEASURE),
    "weekly-measure": str(review.MEASURE),
}
RESET = ("theme", "text-size", "motion", "hemisphere", "region")
"""What goes back to the defaults; who I am and which garden is opened are no matter of taste."""


class PreferencesDialog(Form):
    """`held` answers with the preferences in force, `prefer` puts others in force and keeps them; `at` is a key to begin at.

    A choice holds when it is pressed, a line when it is left or Enter is pressed.
    """

    def __init__(
        self,
        bridge: Bridge,
        held: Callable[[], Preferences],
        prefer: Callable[[Preferences], object],
        *,
        parent: QWidget | None = None,
        at: str = "",
    ) -> None:
        super().__init__(parent, words.TITLE, width=WIDTH)
        self.setObjectName("preferencesDialog")
        self._bridge, self._held, self._prefer = bridge, held, prefer
        self._before: Preferences | None = None
        self._garden_before: dict[str, str] = {}
        self._silent = False
        self.choices: dict[str, Choice[str]] = {}
        self.lines: dict[str, QLineEdit] = {}
        self._owners: dict[str, Fields] = {}
        self._lay_out()
        self._show()
        bridge.changed.connect(self._garden_changed)
        if at in self.lines:
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choices["theme"].focus()

    # Building

    def _lay_out(self) -> None:
        self.body.addWidget(Label(words.LINE, "quiet"))
        sizes = dict.fromkeys(SIZES)
        sizes[settings.shown(self._held(), "text-size")] = None
        looks = self._section(words.LOOKS, "")
        self._choice(looks, "theme", words.THEME, words.THEMES)
        self._choice(
            looks,
            "text-size",
            words.TEXT_SIZE,
            {s: f"{100 * float(s):.0f} %" for s in sorted(sizes, key=float)},
        )
        self._choice(looks, "motion", words.MOTION, words.MOTIONS)
        self._choice(looks, "hemisphere", words.SEASONS, words.HEMISPHERES)
        who = self._section(words.WHO, words.WHO_LINE)
        self._line(who, "my-names", words.MY_NAMES, words.NAMES_HINT)
        self._line(who, "my-addresses", words.MY_ADDRESSES, words.ADDRESSES_HINT)
        self._line(who, "my-profile", words.MY_PROFILE, words.PROFILE_HINT)
        garden = self._section(words.GARDEN, words.GARDEN_LINE)
        self._line(garden, "patience", words.PATIENCE, AT_FIRST["patience"], words.PATIENCE_NOTE)
        self._line(garden, "seed-days", words.SEED_DAYS, AT_FIRST["seed-days"], words.SEED_DAYS_NOTE)
        for key, (name, note) in words.MEASURES.items():
            self._line(garden, key, name, AT_FIRST[key], note)
        self.body.addWidget(heading(soil.TITLE))
        self.soil = SoilPart()
        self.soil.resetAsked.connect(self._bridge.reset_soil)
        self.body.addWidget(self.soil)
        self._reminders()
        phones = self._section(words.PHONES, words.PHONES_LINE)
        self._line(phones, "region", words.REGION, words.REGION_HINT)
        self._file()
        self.body.addStretch(1)
        self.defaults = button(words.DEFAULTS, self._back_to_defaults, tip=words.DEFAULTS_TIP)
        self.foot.addWidget(self.defaults)
        self.foot.addStretch(1)
        self.foot.addWidget(button(words.CLOSE, self.accept))

    def _reminders(self) -> None:
        """All of it is off at first; without a tray there is nothing to choose about one."""
        there = tray.is_there()
        part = self._section(words.REMINDERS, words.REMINDERS_LINE if there else words.REMINDERS_NO_TRAY)
        self._line(part, "digest", words.DIGEST, words.DIGEST_HINT, words.DIGEST_NOTE)
        self._line(part, "quiet-days", words.QUIET_DAYS, words.QUIET_DAYS_HINT, words.QUIET_DAYS_NOTE)
        self._line(part, "quiet-hours", words.QUIET_HOURS, words.QUIET_HOURS_HINT, words.QUIET_HOURS_NOTE)
        if there:
            self._choice(part, "tray", words.TRAY, words.SWITCHES)
            self._choice(part, "close-to-tray", words.CLOSE_TO_TRAY, words.SWITCHES)
        if autostart.is_possible():
            self.login: Choice[bool] = Choice(words.LOGIN, ((False, words.OFF), (True, words.ON)))
            self.login.choose(autostart.is_on())
            self.login.changed.connect(lambda: self._start_at_login(part))
            part.add("login", words.LOGIN, self.login)

    def _start_at_login(self, part: Fields) -> None:
        part.clear_wrong()
        try:
            autostart.turn(bool(self.login.value))
        except OSError:
            part.wrong("login", words.LOGIN_NOT_WRITTEN)

    def _section(self, title: str, line_: str) -> Fields:
        self.body.addWidget(heading(title))
        if line_:
            self.body.addWidget(Label(line_, "muted", wrap=True))
        fields = Fields(label_width=118)
        self.body.addWidget(fields.part)
        return fields

    def _choice(self, fields: Fields, key: str, name: str, values: Mapping[str, str]) -> None:
        made: Choice[str] = Choice(name, values.items())
        made.changed.connect(lambda: self._chosen(key))
        self.choices[key] = made
        fields.add(key, name, made)

    def _line(self, fields: Fields, key: str, name: str, hint: str, note: str = "") -> None:
        made = line("", hint=hint)
        made.setAccessibleName(name)
        made.setAccessibleDescription(note)
        made.editingFinished.connect(lambda: self._left(key))
        self.lines[key], self._owners[key] = made, fields
        if not note:
            fields.add(key, name, made)
            return
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        made.setFixedWidth(theme.wide(84))
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(note, "muted", wrap=True), 1)
        both.setFocusProxy(made)
        both.setAccessibleName(name)
        fields.add(key, name, both)

    def _file(self) -> None:
        path = self._bridge.session.path
        self.body.addWidget(heading(words.FILE))
        usual = path == settings.garden_file(self._held())
        self.place = Label(words.USUAL if usual else words.ELSEWHERE, "muted", wrap=True)
        self.body.addWidget(self.place)
        row = QHBoxLayout()
        shown = line(str(path))
        shown.setReadOnly(True)
        shown.setAccessibleName(words.FILE)
        shown.setCursorPosition(0)
        row.addWidget(shown, 1)
        row.addWidget(button(words.SHOW_IN_FOLDER, self._show_folder))
        self.body.addLayout(row)

    # Showing

    def _show(self) -> None:
        """Everything as it holds now; no signal comes of it."""
        held = self._held()
        self._silent = True
        for key, choice in self.choices.items():
            choice.choose(settings.shown(held, key))
        for key, field in self.lines.items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(self._value(key))
        self.soil.show_soil(self._bridge.session)
        self._silent = False

    def _value(self, key: str) -> str:
        """What holds now, as text."""
        if key in CHOICES:
            session = self._bridge.session
            return session.garden.choice(key, session.today) or AT_FIRST[key]
        return settings.shown(self._held(), key)

    def _garden_changed(self) -> None:
        """An undo, or another program, may have set the garden's choices."""
        self._show()

    def learnt(self, wrong: str) -> None:
        """The soil was looked at; `wrong` says why nothing was learnt."""
        self.soil.show_soil(self._bridge.session)
        if wrong:
            self.soil.note.setText(wrong)

    # Choosing

    def _chosen(self, key: str) -> None:
        value = self.choices[key].value
        if self._silent or value is None:
            return
        after = settings.chosen(self._held(), key, value)
        if isinstance(after, Preferences) and after != self._held():
            self._put(after)

    def _left(self, key: str) -> None:
        """A line was left, or Enter was pressed in it."""
        field, owner = self.lines[key], self._owners[key]
        text = field.text().strip()
        if self._silent or not self.isVisible() or text == self._value(key):
            return
        sentence = self._choose(key, text) if key in CHOICES else self._set(key, text)
        owner.clear_wrong()
        if sentence:
            owner.wrong(key, sentence)
        else:
            field.setModified(False)
            field.setText(self._value(key))

    def _set(self, key: str, text: str) -> str:
        """Sets a preference of the program; what is wrong with it, if anything is."""
        after = settings.chosen(self._held(), key, text)
        if isinstance(after, Misfit):
            return words.takes(after.takes)
        self._put(after)
        return ""

    def _choose(self, key: str, text: str) -> str:
        """Sets one of the garden's own choices, a deed; what is wrong with it, if anything is."""
        today = self._bridge.session.today
        value = "" if _same(text, AT_FIRST[key]) else text
        result = self._bridge.quietly(lambda garden: deeds.choose(garden, key, value, today=today))
        return refusals.sentence(result) if isinstance(result, Refusal) else ""

    def _put(self, after: Preferences) -> None:
        """Puts preferences in force; the form grows with the text."""
        size = self._held().text_size
        self._prefer(after)
        self._show()
        if after.text_size != size:
            self._width = min(theme.wide(WIDTH), self.screen().availableGeometry().width() * 9 // 10)
            self.fit()

    def _back_to_defaults(self) -> None:
        """Back to what holds at first; pressed again, back to one's own choices."""
        before = self._held()
        if self._before is not None:
            mine, self._before = self._before, None
            fields = {_field(key): getattr(mine, _field(key)) for key in RESET}
            self._put(replace(before, **fields))
            for key, value in self._garden_before.items():
                self._choose(key, value)
            self._name_defaults(words.DEFAULTS)
            self._show()
            return
        first = Preferences()
        self._put(replace(before, **{_field(key): getattr(first, _field(key)) for key in RESET}))
        self._garden_before = {key: self._value(key) for key in CHOICES}
        for key in CHOICES:
            self._choose(key, AT_FIRST[key])
        self._before = before
        self._name_defaults(words.MINE_AGAIN)
        self._show()

    def _name_defaults(self, name: str) -> None:
        self.defaults.setText(name)
        self.defaults.setAccessibleName(name)
        self.defaults.setToolTip(words.DEFAULTS_TIP if name == words.DEFAULTS else "")

    def _show_folder(self) -> None:
        if not folders.show(self._bridge.session.path):
            self.place.setText(words.NO_FOLDER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets a line and stays; Esc gives a line back what holds, and closes when there is nothing to give back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if event.key() == Qt.Key.Key_Escape:
            typed = next((key for key, field in self.lines.items() if field is self.focusWidget()), "")
            if typed and self.lines[typed].text().strip() != self._value(typed):
                self.lines[typed].setText(self._value(typed))
                self._owners[typed].clear_wrong()
                return
        super().keyPressEvent(event)


def _same(text: str, first: str) -> bool:
    try:
        return float(text) == float(first)
    except ValueError:
        return False


def _field(key: str) -> str:
    return key.replace("-", "_")
