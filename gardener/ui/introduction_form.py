"""An introduction, new or to be changed: who led to whom, both yeses, what became of it, and a note for each side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gardener.domain import deeds
from gardener.domain.changes import Answer, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.day_field import DayField
from gardener.ui.flow import Choice, Flow
from gardener.ui.form import Fields, Form, line, press_on_enter
from gardener.ui.name_field import NameField
from gardener.ui.parts import Label, button, heading
from gardener.ui.theme import GRID
from gardener.words import conversions as words
from gardener.words import refusals

_FIELD_OF = {"future": "day", "past": "day", "self": "to", "gone": "to", "empty-name": "to", "note": "how"}


class IntroductionForm(Form):
    """One introduction. Enter saves, Esc closes. Somebody whose name nobody has is planted with it as a seed."""

    def __init__(
        self,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        by: Contact | None = None,
        to: Contact | None = None,
        before: Introduction | None = None,
        me: str = "",
    ) -> None:
        title = words.INTRODUCTION if before is not None else words.NEW_INTRODUCTION
        super().__init__(parent, title, width=620)
        self.setObjectName("introductionForm")
        self._bridge, self._before, self._me = bridge, before, me
        self._build()
        self._lay_out()
        self._fill(by, to)
        for changed in (self.by.textChanged, self.to.textChanged, self.origin.changed, self.outcome.changed):
            changed.connect(self._follow)
        self._follow()
        if self._before is not None:
            self.outcome.focus()
        else:
            (self.to if self.by.text() else self.by).setFocus()
        self.mind_typing()

    # Fields

    def _build(self) -> None:
        session = self._bridge.session

        def garden() -> Garden:
            return session.seen

        self.by = NameField(garden, words.BY, words.NAME_HINT)
        self.to = NameField(
            garden, words.TO, words.NEW_NAME_HINT if self._before is None else words.NAME_HINT
        )
        self.origin: Choice[Origin] = Choice(words.ORIGIN, words.ORIGINS.items())
        self.outcome: Choice[Outcome] = Choice(words.OUTCOME, words.OUTCOMES.items())
        held = self._before
        self.day = DayField(held.day if held else session.today, words.WHEN, latest=session.today)
        self.how = line(hint=words.HOW_HINT)
        self.by_agreed, self.to_agreed = QCheckBox(), QCheckBox()
        self.thanked, self.told = QCheckBox(words.THANKED), QCheckBox(words.TOLD)

    def _lay_out(self) -> None:
        self.fields = Fields()
        self.fields.add("by", words.BY, self.by)
        self.fields.add("to", words.TO, self.to)
        self._new = Label(words.PLANTED_NEW, "muted", wrap=True)
        self.fields.add("new", "", self._new)
        self.fields.add("origin", words.ORIGIN, self.origin)
        self.fields.add("day", words.WHEN, self.day)
        self.fields.add("how", words.HOW, self.how)
        self.fields.add("outcome", words.OUTCOME, self.outcome)
        self.fields.add("thanked", "", _beside(self.thanked, self.told))
        self.body.addWidget(self.fields.part)
        self._pending = QWidget()
        column = QVBoxLayout(self._pending)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(heading(words.YESES))
        column.addWidget(Label(words.YESES_LINE, "muted", wrap=True))
        column.addWidget(_beside(self.by_agreed, self.to_agreed))
        column.addWidget(heading(words.NOTES_TO_PASTE))
        self._notes_wait = Label(words.NOTES_WAIT, "muted", wrap=True)
        column.addWidget(self._notes_wait)
        self.by_note, self.to_note = _Note(), _Note()
        for note in (self.by_note, self.to_note):
            note.copy.clicked.connect(lambda _checked=False, note=note: self._copy(note))
            column.addWidget(note)
        self.body.addWidget(self._pending)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.CLOSE, self.reject))
        if self._before is not None:
            self.foot.addWidget(button(words.TAKE_AWAY, self._remove))
        self._copied = Label("", "muted")
        self.foot.addWidget(self._copied)
        self.foot.addStretch(1)
        save = button(words.SAVE, self._save, kind="primary")
        save.setObjectName("introductionSave")
        self.foot.addWidget(save)
        press_on_enter(self, save)

    def _fill(self, by: Contact | None, to: Contact | None) -> None:
        held, seen = self._before, self._bridge.session.seen
        if held is not None:
            by, to = seen.contact(held.by), seen.contact(held.to)
        for field, contact in ((self.by, by), (self.to, to)):
            if contact is not None:
                field.fill(contact)
        self.origin.choose(held.origin if held else Origin.OFFERED)
        self.outcome.choose(held.outcome if held else Outcome.PENDING)
        if held is not None:
            self.how.setText(held.note)
            self.thanked.setChecked(held.thanked)
            self.told.setChecked(held.told is not None)
            self.by_agreed.setChecked(held.by_agreed is not None)
            self.to_agreed.setChecked(held.to_agreed is not None)

    def _follow(self) -> None:
        """Names, notes and what is asked for follow what was typed."""
        by = self.by.text().strip() or words.THE_INTRODUCER
        to = self.to.text().strip() or words.THE_INTRODUCED
        for box, name in ((self.by_agreed, by), (self.to_agreed, to)):
            box.setText(words.SAID_YES.format(name=name).replace("&", "&&"))
        origin = self.origin.value or Origin.OFFERED
        self.by_note.show_note(by, words.note_for_introducer(by, to, origin, self._me))
        self.to_note.show_note(to, words.note_for_introduced(by, to, self._me))
        both = bool(self.by.text().strip() and self.to.text().strip())
        for note in (self.by_note, self.to_note):  # a note wants both names
            note.setVisible(both)
        self._notes_wait.setVisible(not both)
        self._pending.setVisible(self.outcome.value is Outcome.PENDING)
        self.fields.show_row("new", self._is_new())
        self.grow()

    def _is_new(self) -> bool:
        """Whether nobody is called as the one introduced; a new introduction plants them."""
        found = self.to.found() if self._before is None and self.to.text().strip() else None
        return isinstance(found, Refusal) and found.code == "unknown-name"

    def _copy(self, note: _Note) -> None:
        QGuiApplication.clipboard().setText(note.text)
        self._copied.setText(words.COPIED)
        self._copied.setAccessibleName(words.copied_for(note.name))

    # Saving

    def _save(self) -> None:
        self.fields.clear_wrong()
        by = self.by.found()
        if isinstance(by, Refusal):
            self._wrong("by", by)
            return
        new: Contact | None = None
        to = self.to.found()
        session = self._bridge.session
        if self._is_new():
            from gardener.scene.proposal import species_of

            led = Contact(
                id=session.new_id(), name=self.to.text(), created=session.today, introduced_by=by.id
            )
            new = to = replace(led, species=species_of(led))
        if isinstance(to, Refusal):
            self._wrong("to", to)
            return
        draft = self._draft(by, to, session.today)

        def deed(garden: Garden) -> Answer:
            if self._before is None:
                return deeds.introduce(garden, draft, today=session.today, new=new)
            return deeds.edit_introduction(garden, draft, today=session.today)

        result = self._bridge.quietly(deed)
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Refusal):
            self._wrong(_FIELD_OF.get(str(result.facts.get("field", result.code)), "to"), result)

    def _draft(self, by: Contact, to: Contact, today: date) -> Introduction:
        """What the fields say now; a yes that was ticked is of today, one that was there keeps its day."""
        held = self._before
        base = held or Introduction(id=self._bridge.session.new_id(), by=by.id, to=to.id, day=self.day.day)

        def ticked(box: QCheckBox, before: date | None) -> date | None:
            return (before or today) if box.isChecked() else None

        return replace(
            base,
            by=by.id,
            to=to.id,
            day=self.day.day,
            origin=self.origin.value or Origin.OFFERED,
            outcome=self.outcome.value or Outcome.PENDING,
            note=self.how.text(),
            thanked=self.thanked.isChecked(),
            by_agreed=ticked(self.by_agreed, base.by_agreed),
            to_agreed=ticked(self.to_agreed, base.to_agreed),
            told=ticked(self.told, base.told),
        )

    def _wrong(self, field: str, refusal: Refusal) -> None:
        choices = "; ".join(refusals.choice(each) for each in refusal.choices[:4])
        self.fields.wrong(field, " ".join(part for part in (refusals.sentence(refusal), choices) if part))
        self.grow()

    def _remove(self) -> None:
        before = self._before
        if before is not None:
            self._bridge.perform(lambda g: deeds.remove_introduction(g, before.id))
        self.accept()


class _Note(QWidget):
    """A note for one side, and the button that copies it."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.text = "", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID // 2)
        column.setSpacing(2)
        head = QWidget()
        row = Flow(head, gap=GRID)
        self._title = Label("", "quiet")
        self.copy = button(words.COPY, lambda: None, kind="quiet")
        row.addWidget(self._title)
        row.addWidget(self.copy)
        column.addWidget(head)
        self._text = Label("", "body", wrap=True)
        column.addWidget(self._text)

    def show_note(self, name: str, text: str) -> None:
        """Shows the note for somebody."""
        self.name, self.text = name, text
        self._title.setText(words.NOTE_FOR.format(name=name))
        self.copy.setAccessibleName(words.COPY_NOTE.format(name=name))
        self._text.setText(" ".join(text.split()))


def _beside(*widgets: QWidget) -> QWidget:
    made = QWidget()
    flow = Flow(made, gap=2 * GRID)
    for widget in widgets:
        flow.addWidget(widget)
    return made
