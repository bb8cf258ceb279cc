"""Which seeds to sow today: a few a week of those never written to, however many there are."""

from __future__ import annotations

from datetime import date, timedelta

from gardener.domain.garden import Garden, Plant
from gardener.domain.items import Item, ItemKind
from gardener.domain.stage import Stage

MEASURE = 5
"""Seeds a week, unless the garden's choice `sowing-measure` says otherwise."""
A_DAY = 2
"""At most so many on one day."""
WORKDAYS = 5
"""The measure of a week is spread over so many days from its Monday on."""


def to_sow(morning: Garden, day: date, *, measure: int, left_out: frozenset[str]) -> tuple[Item, ...]:
    """The seeds of `day`: those led to by somebody first, then those there is a way to reach, then by the week's draw.

    `measure` is the number a week, ≥ 0; `morning` the garden before the first deed of `day`; `left_out` are contacts
    that stand in the list already. The draw is the same all week and on every machine.
    """
    monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    week = f"{monday.isoformat()}"
    seeds = [
        plant
        for id_, plant in morning.plants.items()
        if id_ not in left_out and _is_unsown(plant, day) and f"sow:{id_}:{week}" not in morning.dismissals
    ]
    until_now = -(-measure * min(day.weekday() + 1, WORKDAYS) // WORKDAYS)
    room = min(A_DAY, max(0, until_now - _sown(morning, monday, day)))
    led = {intro.to for intro in morning.introductions.values()}

    def rank(plant: Plant) -> tuple[bool, bool, bytes]:
        contact = plant.contact
        warm = contact.introduced_by is not None or contact.id in led
        reached = bool(contact.emails or contact.phones or contact.urls)
        return (not warm, not reached, _draw(contact.id, week))

    chosen = sorted(seeds, key=rank)[:room]
    climate = morning.climate(day)
    return tuple(
        Item(
            id=f"sow:{plant.contact.id}:{week}",
            kind=ItemKind.SOW,
            contact=plant.contact.id,
            growth=morning.growth(plant.contact.id, day, climate),
        )
        for plant in chosen
    )


def _is_unsown(plant: Plant, day: date) -> bool:
    contact = plant.contact
    untouched = plant.tie.first is None
    return untouched and contact.stage_on(day) is Stage.SEED and not contact.is_out_of_lists(day)


def _sown(morning: Garden, monday: date, day: date) -> int:
    """How many contacts were first spoken to from Monday to the day before `day`."""
    firsts = (plant.tie.first for plant in morning.plants.values())
    return sum(first is not None and monday <= first < day for first in firsts)


def _draw(contact: str, week: str) -> bytes:
    from hashlib import blake2b  # slow to load, and no start draws seeds

    return blake2b(f"{week} {contact}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
