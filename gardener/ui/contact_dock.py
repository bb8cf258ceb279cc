"""The selected person: portrait, the three quantities, the guard's word, common ground, history, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gardener.domain.contact import Contact
from gardener.domain.growth import Growth
from gardener.domain.guards import Verdict
from gardener.domain.interaction import Interaction
from gardener.domain.loops import Loop
from gardener.domain.plan import Plan
from gardener.scene.showing import PlantShown
from gardener.ui.common_ground import CommonGroundPart
from gardener.ui.dock import Panel
from gardener.ui.flow import Flow
from gardener.ui.guard_card import GuardCard
from gardener.ui.history_part import HistoryPart
from gardener.ui.legend import Legend
from gardener.ui.parts import Column, Label, Row, button, clear, heading, put
from gardener.ui.portrait import Portrait
from gardener.ui.quantities import Quantities
from gardener.ui.selectable import Selectable
from gardener.ui.theme import GRID
from gardener.words import window
from gardener.words.beds import CONDITIONS
from gardener.words.dates import short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """All that the panel shows of one person on a day; `history` oldest first."""

    contact: Contact
    growth: Growth
    verdict: Verdict
    plant: PlantShown
    history: Sequence[Interaction]
    loops: Sequence[Loop]
    plans: Sequence[Plan]
    introduced_by: str
    day: date


class ContactDock(Panel):
    """One person. commonAsked(theirs, mine): lines to add (`-X`: to take away). editLogAsked and removeLogAsked carry
    the interaction; whyAsked: the arithmetic."""

    commonAsked = Signal(list, list)
    editLogAsked = Signal(object)
    removeLogAsked = Signal(object)
    whyAsked = Signal()

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
        self._build()
        self.show_contact(None)

    def _build(self) -> None:
        self.name = Label("", "name", wrap=True)
        self.role = Label("", "quiet", wrap=True)
        self.standing = Label("", "muted", wrap=True)
        self.portrait = Portrait()
        self.quantities = Quantities()
        self.quantities.whyAsked.connect(self.whyAsked)
        self.guard = GuardCard(strong=False)
        self.common = CommonGroundPart()
        self.common.added.connect(self.commonAsked)
        self.history = HistoryPart()
        self.history.editAsked.connect(self.editLogAsked)
        self.history.removeAsked.connect(self.removeLogAsked)
        self._notes = Label("", "body", wrap=True)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes_head = heading("Notes")
        self._means = Selectable("muted")
        self._means.setAccessibleName("Ways to reach them")
        self.waiting = _Rows()
        for widget in (self.name, self.role, self.standing):
            self._rows.addWidget(widget)
        self._rows.addSpacing(GRID // 2)
        self._rows.addWidget(self.portrait)
        self._rows.addWidget(self.quantities)
        for part in (
            self.guard,
            self.waiting,
            self.common,
            self._notes_head,
            self._notes,
            self.history,
            self._means,
        ):
            self._rows.addWidget(part)
        self._rows.addStretch(1)

    def set_actions(self, water: QAction, log: QAction, menu: QMenu) -> None:
        """The buttons at the foot: water and log, and a menu with everything else."""
        for action, words_, kind in ((water, "Water (write)", "water"), (log, "Log", "primary")):
            made = button(words_, action.trigger, kind=kind, tip=action.shortcut().toString())
            made.setObjectName(f"foot-{action.objectName()}")
            self._footer_row.addWidget(made)
        more: QPushButton = QPushButton("More")
        more.setAccessibleName("More for this contact")
        more.setMenu(menu)
        self._footer_row.addWidget(more)

    def focus_first(self) -> None:
        """Puts the keyboard on the first button."""
        item = self._footer_row.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def show_contact(self, shown: ContactShown | None) -> None:
        """Shows a person, or that nobody is chosen."""
        self._empty.setVisible(shown is None)
        self._scroll.setVisible(shown is not None)
        self._footer.setVisible(shown is not None)
        if shown is None:
            self.portrait.show_plant(None)
            return
        contact, growth = shown.contact, shown.growth
        self.name.setText(contact.name)
        role = window.role(contact.title, contact.org)
        self.role.setText(role)
        self.role.setVisible(bool(role))
        self.standing.setText(self._standing(shown))
        self.portrait.show_plant(shown.plant)
        self.quantities.show_growth(growth, shown.day)
        self.guard.say({contact.id: (contact.name, shown.verdict)}, shown.day, reasons=False)
        self.waiting.show_rows(shown)
        self.common.show_common(contact.common)
        self._notes.setText(contact.notes)
        for widget in (self._notes, self._notes_head):
            widget.setVisible(bool(contact.notes))
        self.history.show_history(shown.history, contact.id, shown.day)
        means = "\n".join((*contact.emails, *contact.phones, *contact.urls, *contact.addresses))
        self._means.say(means)
        self._means.setVisible(bool(means))

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


class _Rows(QWidget):
    """What waits for me with this person: open loops, and plans that lie ahead."""

    loopOpened = Signal(object)
    loopDismissed = Signal(object)
    planOpened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)

    def show_rows(self, shown: ContactShown) -> None:
        """One row for each."""
        clear(self._layout)
        day = shown.day
        ahead = [plan for plan in shown.plans if plan.day > day]
        self.setVisible(bool(shown.loops or ahead))
        if shown.loops:
            put(self._layout, heading("Waiting for you", len(shown.loops)))
        for loop in shown.loops:
            detail = window.loop_detail(loop.since, loop.due, day)
            row = Row(window.loop_line(loop.kind, loop.text), detail, bar="bar_waiting")
            row.setToolTip(window.LOOP_KEYS)
            row.removable = True
            row.activated.connect(partial(self.loopOpened.emit, loop))
            row.removeAsked.connect(partial(self.loopDismissed.emit, loop))
            put(self._layout, row)
        if ahead:
            put(self._layout, heading("Next"))
        for plan in ahead:
            row = Row(plan.text, short_day(plan.day, today=day), bar="bar_green")
            row.activated.connect(partial(self.planOpened.emit, plan))
            put(self._layout, row)
