"""Planning something with a contact, on a day that may lie ahead."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.domain.plan import Plan, PlanKind
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, line, press_on_enter
from gardener.ui.parts import button
from gardener.words import refusals, window

_FIELD_OF = {"past": "day"}


class PlanForm(Form):
    """One plan, new or to be changed. Enter saves, Esc closes."""

    def __init__(
        self,
        bridge: Bridge,
        contact: str,
        name: str,
        parent: QWidget | None = None,
        *,
        before: Plan | None = None,
    ) -> None:
        super().__init__(parent, f"{window.PLAN_TITLE}: {name}", width=560)
        self.setObjectName("planForm")
        self._bridge, self._contact, self._before = bridge, contact, before
        self.text = line(before.text if before else "", hint=window.PLAN_HINT)
        self.kind: Choice[PlanKind] = Choice("Kind", window.PLAN_KINDS.items())
        self.kind.choose(before.kind if before else PlanKind.FOLLOW_UP)
        today = bridge.session.today
        day = before.day if before else today
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        if before is None:
            self.day.setMinimumDate(QDate(today.year, today.month, today.day))
        self._fields = Fields(label_width=56)
        self._fields.add("plan", "What", self.text)
        if before is None:
            self._fields.add("kind", "Kind", self.kind)
        else:  # what kind of plan it is does not change
            self.kind.setParent(self)
            self.kind.hide()
        self._fields.add("day", "When", self.day)
        self.body.addWidget(self._fields.part)
        self.body.addStretch(1)
        self._lay_foot()
        self.text.setFocus()
        self.mind_typing()

    def _lay_foot(self) -> None:
        self.foot.addWidget(button(window.CLOSE, self.reject))
        if self._before is not None:
            self.foot.addWidget(button("Take it away", self._remove))
        self.foot.addStretch(1)
        if self._before is not None:
            self.foot.addWidget(button("Done", self._done))
        save = button("Save", self._save, kind="primary")
        self.foot.addWidget(save)
        press_on_enter(self, save)

    def _save(self) -> None:
        self._fields.clear_wrong()
        session, chosen = self._bridge.session, self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        text, before = self.text.text(), self._before
        if before is None:
            draft = Plan(
                id=session.new_id(), contact=self._contact, day=day, text=text, created=session.today,
                kind=self.kind.value or PlanKind.FOLLOW_UP,
            )  # fmt: skip
            result = self._bridge.quietly(lambda g: deeds.plan(g, draft))
        else:
            id_ = before.id
            result = self._bridge.quietly(lambda g: deeds.edit_plan(g, id_, text=text, day=day))
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Refusal):
            self._fields.wrong(_FIELD_OF.get(result.code, "plan"), refusals.sentence(result))

    def _done(self) -> None:
        before, today = self._before, self._bridge.session.today
        if before is not None:
            self._bridge.perform(lambda g: deeds.plan_done(g, before.id, today=today))
        self.accept()

    def _remove(self) -> None:
        before = self._before
        if before is not None:
            self._bridge.perform(lambda g: deeds.remove_plan(g, before.id))
        self.accept()
