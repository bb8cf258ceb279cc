"""The garden as the window looks at it: that of today, or of the day to which the time line was moved. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from gardener.domain.garden import Garden
from gardener.domain.interaction import Exchange, Interaction
from gardener.session import DeedRow, Session
from gardener.ui.time_scale import last_day

if TYPE_CHECKING:
    from gardener.domain.forecast import Forecasts
    from gardener.domain.foresight import Foresight

_Key = tuple[object, ...]


class Sight:
    """Stands between the session and all that shows something; at today it is the session's own garden.

    On a day before today it is the garden as it was, on one after today the present garden as it will be when nothing is
    done, or under a plan of `per_week` touches. Nothing can be changed while `away` holds (`Session.looking`).
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.per_week = 0
        self._day: date | None = None
        self._seen: tuple[_Key, Garden] | None = None
        self._foresight: tuple[_Key, Foresight] | None = None
        self._forecasts: tuple[_Key, Forecasts] | None = None
        self._exchanges: tuple[_Key, list[Exchange]] | None = None

    def look(self, day: date | None) -> None:
        """Looks at that day; null: at today."""
        self._day = None if day == self.session.today else day
        self.session.looking = self.away
        if not self.away:
            self._seen = self._exchanges = None

    @property
    def away(self) -> bool:
        """Whether another day than today is looked at."""
        return self._day is not None and self._day != self.session.today

    @property
    def today(self) -> date:
        """The day that is looked at."""
        return self._day or self.session.today

    @property
    def ahead(self) -> bool:
        """Whether the day lies after today."""
        return self.today > self.session.today

    @property
    def now(self) -> datetime | None:
        """The local time; null on another day, which has no present hour."""
        return None if self.away else self.session.now

    @property
    def garden(self) -> Garden:
        """Everything there is."""
        return self.session.garden

    @property
    def disguise(self) -> bool:
        """Whether names are hidden."""
        return self.session.disguise

    @property
    def seen(self) -> Garden:
        """The garden of the day."""
        if not self.away:
            return self.session.seen
        key = (*self._present(), self._day, self.per_week)
        if self._seen is None or self._seen[0] != key:
            self._seen = key, self.garden_of(self.today)
        return self._seen[1]

    def garden_of(self, day: date) -> Garden:
        """The garden of any day, whichever is looked at."""
        today = self.session.today
        if day == today:
            return self.session.seen
        return self.foresight.garden_on(day) if day > today else self.session.as_of(day)

    def glimpse(self, day: date, ids: Iterable[str]) -> Garden:
        """The garden of any day with these contacts alone: quick enough for a hand in motion."""
        if day <= self.session.today:
            return self.session.as_of(day, among=ids)
        found = self.foresight.garden_on(day)
        return replace(found, plants={i: found.plants[i] for i in ids if i in found.plants})

    @property
    def foresight(self) -> Foresight:
        """What lies ahead, under the plan in force."""
        from gardener.domain.foresight import Foresight

        session = self.session
        key = (*self._present(), self.per_week)
        if self._foresight is None or self._foresight[0] != key:
            self._foresight = (
                key,
                Foresight(session.seen, session.today, self.per_week, last=last_day(session.today)),
            )
        return self._foresight[1]

    @property
    def forecasts(self) -> Forecasts | None:
        """How likely signs are in the month after the day; null on a day ahead, whose garden has lived through nothing."""
        from gardener.domain.forecast import Forecasts

        if self.ahead:
            return None
        key = (*self._present(), self.today)
        if self._forecasts is None or self._forecasts[0] != key:
            self._forecasts = key, Forecasts(self.seen, self.today)
        return self._forecasts[1]

    def _present(self) -> _Key:
        session = self.session
        return session.garden.revision, session.today, session.disguise

    def history(self, contact: str) -> tuple[Interaction, ...]:
        """The interactions of a contact up to the day, oldest first."""
        history, day = self.session.history(contact), self.today
        return tuple(i for i in history if i.day <= day) if self.away else history

    def noted(self, words: Sequence[str], limit: int) -> list[Interaction]:
        """The interactions up to the day in which each of the folded words stands, the newest of more than `limit`."""
        return [i for i in self.session.noted(words, limit) if i.day <= self.today]

    def exchanges(self) -> list[Exchange]:
        """Of all interactions up to the day what counting needs."""
        if not self.away:
            return self.session.exchanges()
        if self._exchanges is None or self._exchanges[0] != self._present():
            self._exchanges = self._present(), self.session.exchanges()
        day = self.today
        return [one for one in self._exchanges[1] if one.day <= day]

    def record(self, limit: int | None = None) -> Sequence[DeedRow]:
        """What was done, newest first."""
        return self.session.record(limit)
