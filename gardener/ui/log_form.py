"""Logging what has happened: the guard's word stands before anything is saved, and going on is one more press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QSizePolicy, QWidget

from gardener.domain import deeds
from gardener.domain.changes import Caution, Refusal
from gardener.domain.interaction import About, Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.tie import Tie
from gardener.session import Done
from gardener.ui import outside
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice, Flow
from gardener.ui.form import Fields, Form, Lines, line, press_on_enter
from gardener.ui.guard_card import GuardCard
from gardener.ui.meanwhile import Meanwhile
from gardener.ui.participants import Participants
from gardener.ui.parts import button
from gardener.ui.theme import GRID
from gardener.words import meanwhile, refusals, window

_FIELD_OF = {
    "future": "day",
    "bad-minutes": "minutes",
    "nobody": "with",
    "gone": "with",
    "direction-needed": "direction",
}
_CORRECTED = ("day", "kind", "direction", "minutes", "about", "note", "gives", "ask", "thanks")


class LogForm(Form):
    """One interaction, new or to be corrected. Closes when it is saved."""

    def __init__(
        self,
        bridge: Bridge,
        contacts: Sequence[str],
        parent: QWidget | None = None,
        *,
        kind: Kind = Kind.MEETING,
        direction: Direction | None = None,
        before: Interaction | None = None,
    ) -> None:
        super().__init__(parent, "Correct what was logged" if before else "Log what happened", width=660)
        self.setObjectName("logForm")
        self._bridge = bridge
        self._before = before
        self._id = before.id if before else bridge.session.new_id()
        self._direction_chosen = direction is not None or before is not None
        self._build(before.participants if before else contacts)
        self._fill(before, kind, direction)
        self._ties = self._known_ties()
        self.meanwhile = Meanwhile(self, bridge, self._take_in)
        self._consider()
        self.kind.focus()
        self.mind_typing()

    # Fields

    def _build(self, contacts: Sequence[str]) -> None:
        session = self._bridge.session
        self.people = Participants(lambda: session.seen, contacts)
        self.kind: Choice[Kind] = Choice("Kind", window.KINDS.items())
        self.direction: Choice[Direction] = Choice("Who began", window.DIRECTIONS.items())
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setMaximumDate(_qdate(session.today))
        self.minutes = line(hint="minutes")
        self.minutes.setMaximumWidth(110)
        self.minutes.setAccessibleName("Minutes")
        abouts = ((about, window.ABOUT[about]) for about in (About.THEIRS, About.BOTH, About.MINE))
        self.about: Choice[About] = Choice("Whose talk it mostly was", abouts, optional=True)
        self.note = Lines(least=2, most=6, enter_saves=True)
        self.note.setPlaceholderText("What do you want to remember? (Shift+Enter for a new line)")
        self.gives = line(hint="a link, help, praise, an introduction; several with “;”")
        self.ask, self.answer = QComboBox(), QComboBox()
        self.ask.setAccessibleName("What I asked for")
        self.answer.setAccessibleName("Their answer")
        self.day.setAccessibleName("Day")
        for ask, words in window.ASK_NAMES.items():
            self.ask.addItem(words, ask)
        for answer, words in window.ANSWERS.items():
            self.answer.addItem(words, answer)
        self.thanks = QCheckBox("I thanked them")
        self.guard = GuardCard()
        self._lay_out()
        for choice in (self.kind, self.direction):
            choice.changed.connect(self._consider)
        self.kind.changed.connect(self._kind_changed)
        self.direction.picked.connect(self._direction_picked)
        self.people.changed.connect(self._people_changed)
        self.people.wrong.connect(lambda sentence: self.fields.wrong("with", sentence))
        self.day.dateChanged.connect(self._consider)
        self.ask.currentIndexChanged.connect(self._consider)
        self.note.submitted.connect(lambda: self._primary.click())

    def _lay_out(self) -> None:
        self.fields = Fields()
        self.fields.add("with", "With", self.people)
        self.fields.add("kind", "Kind", self.kind)
        self.fields.add("direction", "Who began", self.direction)
        self.fields.add("day", "When", _row(self.day, self.minutes))
        self.fields.add("about", "Whose talk", self.about)
        self.fields.add("note", "Note", self.note)
        self.fields.add("gives", "I gave", self.gives)
        self.fields.add("ask", "I asked for", _row(self.ask, self.answer, self.thanks))
        self.body.addWidget(self.fields.part)
        self.body.addWidget(self.guard)
        self.body.addStretch(1)
        self._write = button("Open mail program", self._open_mail, tip="Writes to their first address")
        self._cancel = button(window.CLOSE, self.reject)
        self._anyway = button("Log anyway", lambda: self._save(anyway=True))
        self._anyway.setObjectName("logAnyway")
        self._primary = button("Log", self._press, kind="primary")
        self._primary.setObjectName("logSave")
        self._primary.setAutoDefault(True)
        for each in (self._cancel, self._write):
            self.foot.addWidget(each)
        self.foot.addStretch(1)
        for each in (self._anyway, self._primary):
            self.foot.addWidget(each)
        press_on_enter(self, self._primary)

    def _fill(self, before: Interaction | None, kind: Kind, direction: Direction | None) -> None:
        self.day.setDate(_qdate(before.day if before else self._bridge.session.today))
        self.kind.choose(before.kind if before else kind)
        chosen = before.direction if before else direction
        self.direction.choose(chosen or deeds.default_direction(kind))
        if before is None:
            return
        self.minutes.setText(str(before.minutes or ""))
        self.about.choose(before.about)
        if self.note.toPlainText() != before.note:
            self.note.setPlainText(before.note)
        self.gives.setText("; ".join(before.gives))
        self.thanks.setChecked(before.thanks)
        if before.ask is not None:
            self.ask.setCurrentIndex(self.ask.findData(before.ask.kind))
            self.answer.setCurrentIndex(self.answer.findData(before.ask.answer))

    def _kind_changed(self) -> None:
        """The direction follows the kind until the person has named one."""
        if not self._direction_chosen and self.kind.value is not None:
            self.direction.choose(deeds.default_direction(self.kind.value) or Direction.OUTGOING)

    def _direction_picked(self) -> None:
        self._direction_chosen = True

    # What another program wrote meanwhile

    def _known_ties(self) -> dict[str, tuple[str, Tie]]:
        plants = self._bridge.session.seen.plants
        return {id_: (plants[id_].contact.name, plants[id_].tie) for id_ in self.people.ids if id_ in plants}

    def _take_in(self) -> str:
        if self._before is not None:
            return self._take_in_correction(self._before)
        earlier, self._ties = self._ties, self._known_ties()
        self._consider()
        gone = [name for id_, (name, _) in earlier.items() if id_ not in self._ties]
        if gone:
            return meanwhile.gone(gone[0])
        other = [name for id_, (name, tie) in earlier.items() if tie != self._ties[id_][1]]
        return meanwhile.logged(other) if other else ""

    def _people_changed(self) -> None:
        self._ties = self._known_ties()
        self._consider()

    def _take_in_correction(self, before: Interaction) -> str:
        """Fields that were not touched here follow, the others keep what was typed."""
        present = self._bridge.session.interaction(before.id)
        if present is None:
            return window.DELETED_MEANWHILE
        changed = [name for name in _CORRECTED if getattr(present, name) != getattr(before, name)]
        if not changed:
            return ""
        draft = self.draft()
        mine = {
            name: getattr(draft, name) for name in _CORRECTED if getattr(draft, name) != getattr(before, name)
        }
        self._before = present
        self._fill(replace(present, **mine), present.kind, present.direction)
        return meanwhile.changed(changed, mine)

    # The draft and the guard's word on it

    def draft(self) -> Interaction:
        """What the fields say now; minutes of 0 when they are no number."""
        ask = self.ask.currentData()
        text = self.minutes.text().strip()
        base = self._before or Interaction(
            id=self._id, day=date.min, kind=Kind.MEETING, direction=Direction.MUTUAL, participants=()
        )
        return replace(
            base,
            day=_pydate(self.day.date()),
            kind=self.kind.value or Kind.MEETING,
            direction=self.direction.value or Direction.OUTGOING,
            participants=self.people.ids,
            minutes=(int(text) if text.isdecimal() and len(text) < 9 else 0) if text else None,
            about=self.about.value,
            note=self.note.toPlainText(),
            gives=tuple(part.strip() for part in self.gives.text().split(";") if part.strip()),
            ask=Ask(AskKind(ask), Answer(self.answer.currentData())) if ask else None,
            thanks=self.thanks.isChecked(),
        )

    def _consider(self) -> None:
        """Lets the guards speak on the draft as it stands."""
        self.answer.setVisible(self.ask.currentData() is not None)
        session = self._bridge.session
        today, garden = session.today, session.seen
        draft = self.draft()
        draft = replace(draft, participants=tuple(id_ for id_ in draft.participants if id_ in garden.plants))
        asked = self._before is None and draft.direction is Direction.OUTGOING and draft.day == today
        warns = False
        if asked and draft.participants:
            verdicts = deeds.consider(garden, draft, today=today)
            self.guard.say({id_: (garden.plants[id_].contact.name, v) for id_, v in verdicts.items()}, today)
            warns = any(verdict.warns for verdict in verdicts.values())
        self.guard.setVisible(asked and bool(draft.participants))
        self._show_way(warns)
        self.grow()

    def _show_way(self, warns: bool) -> None:
        self._warned = warns
        self._primary.setText("Wait" if warns else "Save" if self._before else "Log")
        self._anyway.setVisible(warns)
        self._cancel.setVisible(not warns)
        emails = self._first_emails()
        writes = self.kind.value in (Kind.EMAIL, Kind.MESSAGE, Kind.LETTER) and self._before is None
        self._write.setVisible(bool(writes and self.direction.value is Direction.OUTGOING and emails))

    # Deeds

    def _press(self) -> None:
        """Saves; while the guard warns it waits, and says that nothing was logged: a press out of habit misleads nobody."""
        if not self._warned:
            self._save()
        elif not self.keeps_typed(window.WAIT_DISCARDS):
            self._bridge.refused.emit(window.NOT_LOGGED)
            self.reject()

    def _save(self, *, anyway: bool = False) -> None:
        self._bridge.look()  # what another program wrote just now is taken in first
        self.fields.clear_wrong()
        if not self.people.take():
            return
        draft, session = self.draft(), self._bridge.session
        if self._before is None:
            result = self._bridge.log(draft, anyway=anyway)
        else:
            id_, now = self._before.id, session.now
            present = session.interaction(id_)
            if present is None:
                self.fields.wrong("note", window.DELETED_MEANWHILE)
                return
            result = self._bridge.quietly(
                lambda g: deeds.edit_log(g, present, draft, today=session.today, now=now)
            )
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Caution):
            self._consider()
        elif isinstance(result, Refusal):
            self._complain(result)

    def _complain(self, refusal: Refusal) -> None:
        field = str(refusal.facts.get("field", _FIELD_OF.get(refusal.code, "note")))
        self.fields.wrong(field if self.fields.has(field) else "note", refusals.sentence(refusal))

    def _first_emails(self) -> list[str]:
        garden = self._bridge.session.seen
        contacts = (garden.contact(id_) for id_ in self.people.ids)
        return [contact.emails[0] for contact in contacts if contact is not None and contact.emails]

    def _open_mail(self) -> None:
        """Opens the mail program; where there is none, the addresses go to the clipboard."""
        addresses = ",".join(self._first_emails())
        if not outside.open_means(outside.Means(outside.Way.MAIL, addresses)):
            outside.copy(addresses)
            self._write.setText("Address copied")


def _row(*widgets: QWidget) -> QWidget:
    """Several fields side by side, in further lines where room ends."""
    part = QWidget()
    flow = Flow(part, gap=GRID)
    for widget in widgets:
        flow.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    part.setSizePolicy(policy)
    part.setFocusProxy(widgets[0])
    return part


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _pydate(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
