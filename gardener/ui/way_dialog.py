"""Who leads to an employer: an employer is typed, and the ways there stand below, the best first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.domain import deeds
from gardener.domain.employers import same_employer
from gardener.domain.opportunity import Target
from gardener.domain.ways import Way, ways
from gardener.ui.bridge import Bridge
from gardener.ui.cards import KeyDeed, Row
from gardener.ui.form import Fields, Form, line
from gardener.ui.parts import Label, button, clear, heading, put
from gardener.ui.theme import GRID
from gardener.words import conversions as words
from gardener.words import ways as way_words


class WayDialog(Form):
    """The ways to an employer. chosen(id): somebody is to be shown; writeAsked(id): somebody is to be written to."""

    chosen = Signal(str)
    writeAsked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, employer: str = "") -> None:
        super().__init__(parent, words.WAY_TITLE, width=600)
        self.setObjectName("wayDialog")
        self._bridge = bridge
        self.employer = line(employer, hint=words.WAY_HINT)
        fields = Fields()
        fields.add("employer", words.EMPLOYER, self.employer)
        self.body.addWidget(fields.part)
        found = QWidget()
        self._found = QVBoxLayout(found)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(GRID // 2 + 1)
        self.body.addWidget(found)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.CLOSE, self.reject))
        self.foot.addStretch(1)
        self.listed = button(words.TARGET_ADD, self._list)
        self.foot.addWidget(self.listed)
        self.listed.setAutoDefault(False)
        self.employer.textChanged.connect(self.look)
        bridge.changed.connect(self.look)
        self.look()
        self.employer.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Asks anew who leads there."""
        clear(self._found)
        typed, session = self.employer.text().strip(), self._bridge.session
        self.listed.setEnabled(bool(typed))
        self.listed.setText(words.TARGET_OFF if self._is_listed(typed) else words.TARGET_ADD)
        if typed:
            found = ways(session.seen, typed, session.today, history=session.history)
            if found.nobody:
                put(self._found, Label(way_words.nobody(typed), "body", wrap=True))
            self._section(words.THERE, found.there)
            self._section(words.OVER, found.over)
        self.grow()

    def _section(self, title: str, found: Sequence[Way]) -> None:
        if found:
            put(self._found, heading(title, len(found)))
        for way in found:
            put(self._found, self._row(way))

    def _row(self, way: Way) -> Row:
        seen = self._bridge.session.seen
        contact, to = seen.contact(way.contact), seen.contact(way.to) if way.to else None
        name = contact.name if contact else ""
        title = words.over(name, to.name) if to is not None else name
        detail = f"{way_words.place(way)}; {way_words.standing(way)}; {way_words.guard(way)}"
        write = KeyDeed(
            keys=(Qt.Key.Key_W,), cap="W", word=words.WRITE, does=words.WRITE_ALL,
            press=lambda: self._write(way.contact),
        )  # fmt: skip
        ask = way.verdict.ask
        bears = not way.verdict.warns or (ask is not None and ask.heaviest is not None)
        row = Row(title, detail, bar="bar_green" if bears else "bar_soggy", deeds=[write])
        row.activated.connect(partial(self._choose, way.contact))
        return row

    def _write(self, contact: str) -> None:
        self.accept()
        self.writeAsked.emit(contact)

    def _choose(self, contact: str) -> None:
        self.accept()
        self.chosen.emit(contact)

    def _is_listed(self, employer: str) -> bool:
        targets = self._bridge.session.seen.targets.values()
        return any(same_employer(target.employer, employer) for target in targets)

    def _list(self) -> None:
        session, employer = self._bridge.session, self.employer.text().strip()
        if self._is_listed(employer):
            self._bridge.perform(lambda g: deeds.remove_target(g, employer))
            return
        target = Target(id=session.new_id(), employer=employer, created=session.today)
        self._bridge.perform(lambda g: deeds.add_target(g, target))
