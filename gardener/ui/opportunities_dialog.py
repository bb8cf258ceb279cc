"""All opportunities, and the employers where nobody leads yet: a page that the keyboard goes through row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.domain import deeds
from gardener.domain.opportunity import Opportunity, Target
from gardener.domain.ways import wanted_employers
from gardener.ui.bridge import Bridge
from gardener.ui.cards import Row
from gardener.ui.form import Form, line
from gardener.ui.opportunities_part import opportunity_row
from gardener.ui.parts import Label, button, clear, heading, put
from gardener.ui.theme import GRID
from gardener.words import conversions as words
from gardener.words import opportunities as told
from gardener.words import today as today_words


class OpportunitiesDialog(Form):
    """opened(id): an opportunity. newAsked(). wayAsked(employer): who leads there?"""

    opened = Signal(str)
    newAsked = Signal()
    wayAsked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.OPPORTUNITIES, width=600)
        self.setObjectName("opportunitiesDialog")
        self._bridge, self._all = bridge, False
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID // 2 + 1)
        self.body.addWidget(rows)
        self.target = line(hint=words.TO_TARGET)
        self.target.setAccessibleName(words.TO_TARGET)
        self.target.returnPressed.connect(self._list)
        self.body.addWidget(self.target)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.CLOSE, self.reject))
        self.foot.addStretch(1)
        new = button(words.NEW_OPPORTUNITY, self.newAsked.emit, kind="primary")
        new.setAutoDefault(False)
        self.foot.addWidget(new)
        bridge.changed.connect(self.look)
        self.look()
        first = next(iter(rows.findChildren(Row)), None)
        (first or new).setFocus(Qt.FocusReason.TabFocusReason)

    def look(self) -> None:
        """Shows what there is now."""
        clear(self._rows)
        seen, day = self._bridge.session.seen, self._bridge.session.today
        own = sorted(
            seen.opportunities.values(), key=lambda one: (one.next_day(day) or date.max, one.employer, one.id)
        )
        running = [one for one in own if not one.has_ended(day)]
        ended = [one for one in own if one.has_ended(day)]
        if not own:
            put(self._rows, Label(words.NO_OPPORTUNITY, "quiet", wrap=True))
        self._section(words.RUNNING, running)
        if self._all or len(ended) <= 2:
            self._section(words.ENDED, ended)
        elif ended:
            put(self._rows, heading(words.ENDED, len(ended)))
            put(self._rows, button(today_words.more(len(ended)), self._unfold, kind="quiet"))
        self._show_wanted()
        self.grow()

    def _section(self, title: str, own: Sequence[Opportunity]) -> None:
        if own:
            put(self._rows, heading(title, len(own)))
        for one in own:
            row = opportunity_row(one, self._bridge.session.today, self._owed(one))
            row.activated.connect(partial(self.opened.emit, one.id))
            put(self._rows, row)

    def _owed(self, one: Opportunity) -> str:
        """By whose help, as short as it stands aside: the first, and how many more."""
        found = [self._bridge.session.seen.contact(id_) for id_ in one.thanks_to]
        names = [contact.name for contact in found if contact is not None]
        if not names:
            return told.OWED_TO_NOBODY
        return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"

    def _show_wanted(self) -> None:
        """The employers where nobody leads; the others are not what one looks for here."""
        wanted = wanted_employers(self._bridge.session.seen, self._bridge.session.today)
        alone = [one for one in wanted if not one.there]
        put(self._rows, heading(words.WANTED, len(alone) or None))
        if wanted and not alone:
            put(self._rows, Label(words.ALL_LED, "muted", wrap=True))
        for one in alone:
            row = Row(one.employer, words.NOBODY_THERE, bar="bar_seed")
            row.activated.connect(partial(self.wayAsked.emit, one.employer))
            put(self._rows, row)

    def _list(self) -> None:
        session = self._bridge.session
        target = Target(id=session.new_id(), employer=self.target.text(), created=session.today)
        self.target.clear()
        self._bridge.perform(lambda garden: deeds.add_target(garden, target))

    def _unfold(self) -> None:
        self._all = True
        self.look()
