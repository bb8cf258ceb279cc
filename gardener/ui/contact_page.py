"""What is seen of the selected person: portrait, the three quantities, the guards' word, what waits, history, lists."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from gardener.ui.common_ground import CommonGroundPart
from gardener.ui.contact_shown import ContactShown
from gardener.ui.give_take import GiveAndTake
from gardener.ui.guard_card import GuardCard
from gardener.ui.history_part import HistoryPart
from gardener.ui.introductions_part import IntroductionsPart
from gardener.ui.next_step import NextStep, WaitingPart
from gardener.ui.opportunities_part import OpportunitiesPart
from gardener.ui.parts import Column, Label, Title, button, heading
from gardener.ui.portrait import Portrait
from gardener.ui.quantities import Quantities
from gardener.ui.selectable import Selectable
from gardener.ui.theme import GRID
from gardener.words import person, window
from gardener.words.beds import CONDITIONS
from gardener.words.dates import short_day

SEPARATOR = " · "


class ContactPage(Column):
    """One person. Its parts say by their own signals what is asked of them. commonAsked(theirs, mine): lines to add
    (`-X`: to take away). whyAsked(str): the arithmetic of a number, or of all."""

    commonAsked = Signal(list, list)
    editLogAsked = Signal(object)
    removeLogAsked = Signal(object)
    whyAsked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: str | None = None
        self._facts: tuple[str, ...] = ()
        self._build()

    def _build(self) -> None:
        self.name = Title("", "name", most=3)
        self.role = Label("", "quiet", wrap=True)
        self.standing = Label("", "muted", wrap=True)
        self.why = button("Why?", lambda: self.whyAsked.emit(""), kind="quiet", tip=person.WHY_TIP)
        self.why.setAccessibleName(person.WHY_NAME)
        self.portrait = Portrait()
        self.quantities = Quantities()
        self.quantities.whyAsked.connect(self.whyAsked)
        self.guard = GuardCard(strong=False)
        self.waiting = WaitingPart()
        self.next = NextStep()
        self.common = CommonGroundPart()
        self.common.added.connect(self.commonAsked)
        self.history = HistoryPart()
        self.history.editAsked.connect(self.editLogAsked)
        self.history.removeAsked.connect(self.removeLogAsked)
        self.give_take = GiveAndTake()
        self.introductions = IntroductionsPart()
        self.opportunities = OpportunitiesPart()
        self._notes = Label("", "body", wrap=True)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes_head = heading("Notes")
        self._means = Selectable("muted")
        self._means.setAccessibleName(person.WAYS)
        self._means_head = heading(person.WAYS)
        self._put_in()

    def _put_in(self) -> None:
        self.rows.addWidget(self.name)
        self.rows.addWidget(self.role)
        standing = QHBoxLayout()
        standing.addWidget(self.standing, 1)
        standing.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(standing)
        for part in (
            self.portrait,
            self.quantities,
            self.guard,
            self.waiting,
            self.next,
            self.common,
            self._notes_head,
            self._notes,
            self.history,
            self.opportunities,
            self.introductions,
            self.give_take,
            self._means_head,
            self._means,
        ):
            self.rows.addWidget(part)
        self.rows.addStretch(1)

    def set_read_only(self, on: bool) -> None:
        """On another day than today there is nothing to fill in."""
        self.next.set_read_only(on)
        for part in (self.common.field, self.common.theirs, self.common.mine):
            part.setVisible(not on)

    def show_contact(self, shown: ContactShown) -> None:
        """Shows a person; another one than before from the top."""
        if shown.contact.id != self._shown:
            self.verticalScrollBar().setValue(0)
        self._shown = shown.contact.id
        self._show_standing(shown)
        self._show_parts(shown)

    def show_nobody(self) -> None:
        """Shows a person no longer; the next one is shown from the top."""
        self.portrait.show_plant(None)
        self._shown = None

    def _show_standing(self, shown: ContactShown) -> None:
        contact = shown.contact
        self.name.setText(contact.name)
        role = window.role(contact.title, contact.org)
        self.role.setText(role)
        self.role.setVisible(bool(role))
        self._facts = self._standing(shown)
        self._lay_out_facts()
        self.portrait.show_plant(shown.plant)
        self.quantities.show_growth(shown.growth, shown.day, shown.beside)
        self.quantities.show_forecast(shown.forecast)
        also = "" if contact.left_alone or shown.ask is None else person.bears(shown.ask)
        self.guard.say({contact.id: (contact.name, shown.verdict)}, shown.day, reasons=False, also=also)

    def _show_parts(self, shown: ContactShown) -> None:
        contact, day = shown.contact, shown.day
        self.waiting.show_loops(shown.loops, day)
        self.next.show_plans(shown.plans, contact.id, day)
        self.common.show_common(contact.common)
        self._notes.setText(contact.notes)
        for widget in (self._notes, self._notes_head):
            widget.setVisible(bool(contact.notes))
        self.history.show_history(shown.history, contact.id, day)
        self.give_take.show_lists(shown.history, shown.introductions, contact.id, day)
        self.introductions.show_introductions(shown.introductions, day)
        self.opportunities.show_opportunities(shown.opportunities, day)
        means = "\n".join((*contact.emails, *contact.phones, *contact.urls, *contact.addresses))
        self._means.say(means)
        self._means.setVisible(bool(means))
        self._means_head.setVisible(bool(means))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._lay_out_facts()

    def _lay_out_facts(self) -> None:
        """How they stand and how they were met in one line where there is room, else in a line each."""
        line = SEPARATOR.join(self._facts)
        room = self.viewport().width() - 4 * GRID - self.why.sizeHint().width() - GRID
        fits = self.standing.fontMetrics().horizontalAdvance(line) <= room
        self.standing.setText(line if fits else "\n".join(self._facts))

    def _standing(self, shown: ContactShown) -> tuple[str, ...]:
        contact, day = shown.contact, shown.day
        parts = [window.standing(contact.stage_on(day), CONDITIONS[shown.growth.condition])]
        if contact.left_alone:
            parts.append("asked not to be contacted")
        rest = contact.rest_on(day)
        if rest is not None and rest.until:
            parts.append(f"until {short_day(rest.until, today=day)}")
        met = [f"met {short_day(contact.met, today=day)}"] if contact.met is not None else []
        if shown.introduced_by:
            met.append(f"through {shown.introduced_by}")
        return tuple(SEPARATOR.join(facts) for facts in (parts, (*met, *contact.tags)) if facts)
