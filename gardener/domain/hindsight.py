"""What became of earlier forecasts: those that have come due, for the soil of forecasts to be learnt from.

A forecast asks how lively the whole garden was, so every contact is looked at before any forecast can be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from gardener.domain import forecast
from gardener.domain.growth import Climate
from gardener.domain.interaction import Interaction
from gardener.domain.soil import Cut, Prediction
from gardener.domain.soil import asked as asked_of
from gardener.domain.tie import Tie


class Hindsight:
    """Takes in the histories of a garden one by one, and then tells its forecasts that have come due by `today`."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._asked: dict[Cut, list[tuple[Tie, bool]]] = defaultdict(list)

    def take(self, history: Iterable[Interaction]) -> None:
        """One contact's history, in any order of entry; nothing is asked of them before they were first spoken to."""
        for cut, tie, came in asked_of(history, self._today, horizon=forecast.DAYS):
            if tie.first is not None:
                self._asked[cut].append((tie, came))

    @property
    def predictions(self) -> list[Prediction]:
        """The forecasts of all cut days, the oldest first, as they were before any soil."""
        return [one for cut in sorted(self._asked, key=lambda cut: cut.day) for one in self._of(cut)]

    def _of(self, cut: Cut) -> Iterable[Prediction]:
        asked = self._asked[cut]
        signs = [tie.last_sign for tie, _ in asked if tie.last_sign is not None]
        garden = forecast.lively(((cut.day - sign.date()).days for sign in signs), cut.horizon)
        for tie, came in asked:
            chance = forecast.chance_of(tie, cut.day, garden, Climate(cut.horizon))
            if chance is not None:
                yield Prediction(chance, came, cut.weight, forecast=True)
