"""An opportunity, new or to be changed: where, what as, by whose help, its dated steps, and the posting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gardener.domain import deeds
from gardener.domain.changes import Answer, Refusal
from gardener.domain.credit import credit
from gardener.domain.garden import Garden
from gardener.domain.lineage import lineage
from gardener.domain.opportunity import Opportunity
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.form import Fields, Form, Lines, line, press_on_enter
from gardener.ui.meanwhile import Meanwhile
from gardener.ui.participants import Participants
from gardener.ui.parts import Label, button, heading
from gardener.ui.steps_part import StepsPart
from gardener.words import conversions as words
from gardener.words import meanwhile as words_of_meanwhile
from gardener.words import refusals, window
from gardener.words.opportunities import share

_FIELD_OF = {"empty-employer": "employer", "empty-role": "role", "gone": "thanks_to", "bad-date": "deadline"}
_EDITED = (
    "employer", "role", "thanks_to", "steps", "deadline", "salary", "resume", "url", "posting", "notes",
)  # fmt: skip


class OpportunityForm(Form):
    """One opportunity. Enter saves, Esc closes. wayAsked(employer): who leads there?"""

    wayAsked = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        before: Opportunity | None = None,
        thanks_to: Sequence[str] = (),
        employer: str = "",
    ) -> None:
        title = words.OPPORTUNITY if before is not None else words.NEW_OPPORTUNITY
        super().__init__(parent, title, width=640)
        self.setObjectName("opportunityForm")
        self._bridge, self._before = bridge, before
        session = bridge.session
        first = before or Opportunity(
            id=session.new_id(), employer=employer, role="", created=session.today, thanks_to=tuple(thanks_to)
        )
        self._first = first
        self._build(first)
        self._lay_out()
        self._fill(first)
        if before is not None:
            self._show_credit()
            self.meanwhile = Meanwhile(self, bridge, self._take_in)
        (self.role if first.employer else self.employer).setFocus()
        self.mind_typing()

    # Fields

    def _build(self, first: Opportunity) -> None:
        session = self._bridge.session
        self.employer, self.role = line(), line()
        self.people = Participants(lambda: session.seen, first.thanks_to)
        self.people.field.setAccessibleName(words.THANKS_TO)
        self.people.field.setToolTip(words.THANKS_HINT)
        self.people.wrong.connect(lambda sentence: self._wrong("thanks_to", sentence))
        self.steps = StepsPart(first.steps, session.today)
        self.steps.changed.connect(self.grow)
        self.deadline = line(hint=window.DAY_HINT)
        self.salary, self.resume = line(), line(hint=words.RESUME_HINT)
        self.url = line(hint="https://…")
        self.posting, self.notes = Lines(least=3, most=8), Lines(least=2, most=6)
        self.posting.setPlaceholderText(words.POSTING_HINT)

    def _lay_out(self) -> None:
        self._top, self._more = Fields(), Fields()
        self._top.add("employer", words.EMPLOYER, self.employer)
        self._top.add("role", words.ROLE, self.role)
        self._top.add("thanks_to", words.THANKS_TO, self.people)
        self._top.add("steps", words.STEPS, self.steps)
        self._more.add("deadline", words.DEADLINE, self.deadline)
        self._more.add("salary", words.SALARY, self.salary)
        self._more.add("resume", words.RESUME, self.resume)
        self._more.add("url", words.LINK, self.url)
        self._more.add("posting", words.POSTING, self.posting)
        self._more.add("notes", words.NOTES, self.notes)
        self.body.addWidget(self._top.part)
        self._credit = Label("", "quiet", wrap=True)
        self._credit.hide()
        self.body.addWidget(self._credit)
        self.body.addWidget(heading(words.DETAILS))
        self.body.addWidget(self._more.part)
        self.body.addStretch(1)
        for lines in (self.posting, self.notes):
            lines.submitted.connect(self._save)
        self.foot.addWidget(button(words.CLOSE, self.reject))
        if self._before is not None:
            self.foot.addWidget(button(words.TAKE_AWAY, self._remove))
        self.way = button(words.WHO_LEADS, self._ask_way, tip=words.WHO_LEADS_TIP)
        self.foot.addWidget(self.way)
        self.foot.addStretch(1)
        save = button(words.SAVE, self._save, kind="primary")
        save.setObjectName("opportunitySave")
        self.foot.addWidget(save)
        press_on_enter(self, save)

    def _fill(self, one: Opportunity) -> None:
        for field, text in (
            (self.employer, one.employer),
            (self.role, one.role),
            (self.deadline, one.deadline.isoformat() if one.deadline else ""),
            (self.salary, one.salary),
            (self.resume, one.resume),
            (self.url, one.url),
        ):
            if field.text() != text:
                field.setText(text)
        for lines, text in ((self.posting, one.posting), (self.notes, one.notes)):
            if lines.toPlainText() != text:
                lines.setPlainText(text)
        if self.steps.steps != one.steps:
            self.steps.show_steps(one.steps)
        self.people.show_ids(one.thanks_to)

    def _show_credit(self) -> None:
        """By whose help it came, where that is more than those it is owed to."""
        seen = self._bridge.session.seen
        split = credit(self._first.thanks_to, lineage(seen))
        further = {id_: part for id_, part in split.through.items() if part != split.owed.get(id_)}
        told = []
        for id_, part in sorted(further.items(), key=lambda item: -item[1]):
            contact = seen.contact(id_)
            if contact is not None:
                told.append(f"{contact.name} ({share(part)})")
        self._credit.setText(f"{words.BY_HELP}: {', '.join(told)}." if told else "")
        self._credit.setVisible(bool(told))

    # Saving

    def _typed(self, base: Opportunity) -> Opportunity | Refusal:
        """`base` with what the fields say now."""
        deadline: date | None = None
        if text := self.deadline.text().strip():
            try:
                deadline = date.fromisoformat(text)
            except ValueError:
                return Refusal("bad-date", {"value": text})
        return replace(
            base,
            employer=self.employer.text(),
            role=self.role.text(),
            thanks_to=self.people.ids,
            steps=self.steps.steps,
            deadline=deadline,
            salary=self.salary.text(),
            resume=self.resume.text(),
            url=self.url.text(),
            posting=self.posting.toPlainText(),
            notes=self.notes.toPlainText(),
        )

    def _save(self) -> None:
        for fields in (self._top, self._more):
            fields.clear_wrong()
        if not self.people.take():
            return
        typed = self._typed(self._first)
        if isinstance(typed, Refusal):
            self._refused(typed)
            return
        meant = typed
        mine = {
            field: getattr(meant, field)
            for field in _EDITED
            if getattr(meant, field) != getattr(self._first, field)
        }

        def deed(garden: Garden) -> Answer:
            """Only what was changed here, on what is there now: another program may have written."""
            if self._before is None:
                return deeds.add_opportunity(garden, meant)
            now = garden.opportunities.get(meant.id, meant)
            return deeds.edit_opportunity(garden, replace(now, **mine))

        result = self._bridge.quietly(deed)
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Refusal):
            self._refused(result)

    def _refused(self, refusal: Refusal) -> None:
        sentence = words.BAD_DATE if refusal.code == "bad-date" else refusals.sentence(refusal)
        field = _FIELD_OF.get(refusal.code, str(refusal.facts.get("field", "employer")))
        self._wrong(field, sentence)

    def _wrong(self, field: str, sentence: str) -> None:
        for fields in (self._top, self._more):
            if fields.has(field):
                fields.wrong(field, sentence)
        self.grow()

    def _remove(self) -> None:
        before = self._before
        if before is not None:
            self._bridge.perform(lambda g: deeds.remove_opportunity(g, before.id))
        self.accept()

    def _ask_way(self) -> None:
        self.wayAsked.emit(self.employer.text().strip())

    def _take_in(self) -> str:
        """Another program wrote: fields that were not touched here follow, the others keep what was typed."""
        first = self._first
        present = self._bridge.session.garden.opportunities.get(first.id)
        if present is None:
            return words_of_meanwhile.gone(first.employer)
        changed = [field for field in _EDITED if getattr(present, field) != getattr(first, field)]
        typed = self._typed(first)
        if not changed or isinstance(typed, Refusal):
            return ""
        mine = {field for field in _EDITED if getattr(typed, field) != getattr(first, field)}
        kept = {field: getattr(typed, field) for field in mine}
        self._fill(replace(present, **kept))
        self._first = present
        return words_of_meanwhile.changed(changed, mine)
