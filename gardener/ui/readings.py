"""What the panels show, read from the session: today's round, one person, the line of the status bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gardener.domain.changes import Named
from gardener.domain.checkin import Round, Week, coming, counted, last_here, round_of
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction
from gardener.domain.lookup import named
from gardener.domain.season import SeasonCount
from gardener.domain.season.ending import accepted
from gardener.domain.stage import Stage
from gardener.domain.text import fold
from gardener.ui.sight import Sight
from gardener.ui.today_dock import TodayShown
from gardener.words import bar, conversions, window

if TYPE_CHECKING:
    from gardener.ui.contact_shown import ContactShown

LEAST_LETTERS = 3
"""A word so long is looked for in notes; shorter ones stand in half of them."""
NOTES_READ, SAID_SHOWN = 200, 4
SAID_ROOM = 44
"""Characters of a line from a note, so that what was found is seen in the narrowest list."""
_Counted = tuple[int, date, bool]
"""Revision and day of a count, and whether it names people in disguise."""


class Said(NamedTuple):
    """A line in which words were found: whose it is (an id), and how it is shown."""

    contact: str
    words: str


class Readings:
    """Reads from one session. The week and the season are counted from the history, on asking."""

    def __init__(self, session: Sight) -> None:
        self._session = session
        self._counted: tuple[_Counted, Week, SeasonCount] | None = None
        self.signs: Counter[int] = Counter()
        """How many signs of theirs each day brought (by its ordinal), of the last count at today."""

    def count(self) -> None:
        """Counts the week and the season; reads of every interaction what it needs for that."""
        session, day = self._session, self._session.today
        exchanges = session.exchanges()
        if not session.away:
            self.signs = Counter(
                e.day.toordinal() for e in exchanges if e.direction is not Direction.OUTGOING
            )
        self._counted = (self._present(), *counted(session.seen, exchanges, day))

    @property
    def is_counted(self) -> bool:
        """Whether the count is that of the present garden and day."""
        return self._counted is not None and self._counted[0] == self._present()

    def _present(self) -> _Counted:
        """What a count belongs to."""
        session = self._session
        return session.garden.revision, session.today, session.disguise

    def round(self) -> Round:
        """Today's round, with the latest count there is."""
        session = self._session
        found = round_of(session.seen, session.today)
        if self._counted is None or self._counted[0][1:] != self._present()[1:]:
            return found
        return found._replace(week=self._counted[1], season=self._counted[2])

    def today(self, round_: Round) -> TodayShown:
        """All that Today shows around a round."""
        seen, day = self._session.seen, self._session.today
        return TodayShown(
            round=round_,
            coming=coming(seen, day),
            seeds=self.seeds(),
            last_here=last_here(seen, day),
            accepted=self.accepted(),
            ahead=self._session.ahead,
            names=self.name_of,
        )

    def accepted(self) -> str:
        """The quiet line after an offer was accepted; empty otherwise."""
        one = accepted(self._session.seen, self._session.today)
        return conversions.accepted(one.role, one.employer) if one is not None else ""

    def seeds(self) -> int:
        """How many seeds wait to be met."""
        day = self._session.today
        return sum(p.contact.stage_on(day) is Stage.SEED for p in self._session.seen.plants.values())

    def contact(self, id_: str | None) -> ContactShown | None:
        """All that the panel shows of one person."""
        if id_ is None or id_ not in self._session.seen.plants:
            return None
        from gardener.ui.contact_shown import contact_shown

        return contact_shown(self._session, id_)

    def find(self, query: str) -> Sequence[Named]:
        """The people who match `query`; those whose name begins so first, then any word of it."""
        from gardener.domain.search import matching

        session, wanted = self._session, fold(query)
        found = [plant.contact for plant in matching(session.seen, query, session.today)]

        def rank(contact: Contact) -> int:
            name = fold(contact.name)
            if name.startswith(wanted):
                return 0
            return 1 if any(word.startswith(wanted) for word in name.split()) else 2

        return [named(contact) for contact in sorted(found, key=rank)]

    def said(self, query: str) -> Sequence[Said]:
        """Where words of `query` stand in what was written of people and of what happened: the best few."""
        from gardener.domain.finding import Place, finding, query_words, telling_words

        words = query_words(query)
        if max(map(len, words), default=0) < LEAST_LETTERS or ":" in query:
            return ()
        session, seen = self._session, self._session.seen
        told = session.noted(telling_words(seen, query), NOTES_READ)
        found = (
            one
            for one in finding(seen, query, session.today, told, SAID_ROOM)
            if one.place is not Place.CONTACT
        )
        with_somebody = ((one, [id_ for id_ in one.contacts if id_ in seen.plants]) for one in found)
        return [
            Said(ids[0], bar.said([self.name_of(id_) for id_ in ids], one.text, one.day, session.today))
            for one, ids in islice((each for each in with_somebody if each[1]), SAID_SHOWN)
        ]

    def name_of(self, id_: str) -> str:
        """The name of a contact."""
        contact = self._session.seen.contact(id_)
        return contact.name if contact is not None else ""

    def saved(self, hidden: bool) -> str:
        """The word at the other end of the status bar."""
        if hidden:
            return window.NAMES_HIDDEN
        return window.ONLY_READ if self._session.session.read_only else window.SAVED

    def status(self, round_: Round) -> str:
        """'29 plants · 3 thirsty · 2 to let be'."""
        plants = len(self._session.seen.plants)
        return window.status(plants, len(round_.thirsty), len(round_.let_be), len(round_.withered))
