"""The selected person: portrait, the three quantities, the guards' word, what waits, common ground, history, deeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gardener.domain.contact import Contact
from gardener.domain.growth import Growth
from gardener.domain.guards import AskVerdict, Verdict
from gardener.domain.interaction import Interaction
from gardener.domain.loops import Loop
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.standing import Standing
from gardener.domain.sums import Sum
from gardener.scene.showing import PlantShown
from gardener.ui.common_ground import CommonGroundPart
from gardener.ui.dock import Panel
from gardener.ui.flow import Flow
from gardener.ui.give_take import GiveAndTake
from gardener.ui.guard_card import GuardCard
from gardener.ui.history_part import HistoryPart
from gardener.ui.introductions_part import Introduced, IntroductionsPart
from gardener.ui.legend import Legend
from gardener.ui.next_step import NextStep, WaitingPart
from gardener.ui.opportunities_part import OpportunitiesPart
from gardener.ui.parts import Button, Column, Label, Title, button, heading
from gardener.ui.portrait import Portrait
from gardener.ui.quantities import Quantities
from gardener.ui.selectable import Selectable
from gardener.ui.theme import GRID
from gardener.words import person, window
from gardener.words.beds import CONDITIONS
from gardener.words.dates import short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """All that the panel shows of one person on a day; `history` oldest first, `ask` what the ask guard says of the
    heaviest ask, `beside` how they stand beside the others where vitality only compares; `forecast` is null on a day
    ahead."""

    contact: Contact
    growth: Growth
    verdict: Verdict
    ask: AskVerdict | None
    plant: PlantShown
    history: Sequence[Interaction]
    loops: Sequence[Loop]
    plans: Sequence[Plan]
    introductions: Sequence[Introduced]
    introduced_by: str
    day: date
    opportunities: Sequence[Opportunity] = ()
    beside: Standing | None = None
    forecast: Sum | None = None


class ContactDock(Panel):
    """One person. Its parts say by their own signals what is asked of them. commonAsked(theirs, mine): lines to add
    (`-X`: to take away). whyAsked(str): the arithmetic of a number, or of all."""

    commonAsked = Signal(list, list)
    editLogAsked = Signal(object)
    removeLogAsked = Signal(object)
    whyAsked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Selected contact", "contact", width=312)
        self._scroll = Column()
        self._rows = self._scroll.rows
        self.column.addWidget(self._scroll, 1)
        self._empty = Legend()
        self.column.addWidget(self._empty, 1)
        self._footer = QWidget()
        self._footer.setObjectName("footer")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._footer.setSizePolicy(policy)
        self._footer_row = Flow(self._footer, gap=6)
        self._footer_row.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        self.column.addWidget(self._footer)
        self._shown: str | None = None
        self._read_only = False
        self._build()
        self.show_contact(None)

    def _build(self) -> None:
        self.name = Title("", "name", most=3)
        self.role = Label("", "quiet", wrap=True)
        self.standing = Label("", "muted", wrap=True)
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
        for widget in (self.name, self.role, self.standing):
            self._rows.addWidget(widget)
        self._rows.addSpacing(GRID // 2)
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
            self._rows.addWidget(part)
        self._rows.addStretch(1)

    def finish_now(self) -> None:
        """Draws what is left for after the first paint: for pictures of the window."""
        self._empty.finish_now()

    def set_actions(self, water: QAction, log: QAction, menu: QMenu) -> None:
        """The buttons at the foot: water and log, and a menu with everything else."""
        for action, words_, kind in ((water, "Water (write)", "water"), (log, "Log", "primary")):
            made = button(words_, action.trigger, kind=kind, tip=action.shortcut().toString())
            made.setObjectName(f"foot-{action.objectName()}")
            self._footer_row.addWidget(made)
        more = Button("More")
        more.setAccessibleName("More for this contact")
        more.setMenu(menu)
        self._footer_row.addWidget(more)

    def focus_first(self) -> None:
        """Puts the keyboard on the first button."""
        item = self._footer_row.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the portrait is smaller."""
        super().resizeEvent(event)
        self.portrait.fit(self.height())

    def set_read_only(self, on: bool) -> None:
        """On another day than today there is nothing to press or to fill in."""
        self._read_only = on
        self.next.set_read_only(on)
        for part in (self.common.field, self.common.theirs, self.common.mine):
            part.setVisible(not on)
        self._footer.setVisible(not on and self._shown is not None)

    def show_contact(self, shown: ContactShown | None) -> None:
        """Shows a person, or that nobody is chosen; another person from the top."""
        self._empty.setVisible(shown is None)
        self._scroll.setVisible(shown is not None)
        self._footer.setVisible(shown is not None and not self._read_only)
        if shown is None:
            self.portrait.show_plant(None)
            self._shown = None
            return
        if shown.contact.id != self._shown:
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = shown.contact.id
        self._show_standing(shown)
        self._show_parts(shown)

    def _show_standing(self, shown: ContactShown) -> None:
        contact = shown.contact
        self.name.setText(contact.name)
        role = window.role(contact.title, contact.org)
        self.role.setText(role)
        self.role.setVisible(bool(role))
        self.standing.setText(self._standing(shown))
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

    def _standing(self, shown: ContactShown) -> str:
        contact, day = shown.contact, shown.day
        parts = [window.standing(contact.stage_on(day), CONDITIONS[shown.growth.condition])]
        if contact.left_alone:
            parts.append("asked not to be contacted")
        if contact.resting is not None and contact.rests_on(day) and contact.resting.until:
            parts.append(f"until {short_day(contact.resting.until, today=day)}")
        if contact.met is not None:
            parts.append(f"met {short_day(contact.met, today=day)}")
        if shown.introduced_by:
            parts.append(f"through {shown.introduced_by}")
        return " · ".join((*parts, *contact.tags))
