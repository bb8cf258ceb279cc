"""The check-in, the week in review and the rest of the garden as `--json` prints them (resources/help/command-line.md)."""

from __future__ import annotations

from datetime import date

from gardener.cli.json_view import Contacts, Object, iso, loop, plan, reason_given, season
from gardener.domain.agenda import Agenda
from gardener.domain.checkin import Appointment, Round, Row, Week
from gardener.domain.garden import Garden
from gardener.domain.growth import Growth
from gardener.domain.guards import consider
from gardener.domain.items import Item
from gardener.domain.records import Winter
from gardener.domain.review import Review


def today(round_: Round, list_: Agenda, garden: Garden) -> Object:
    """The check-in; `garden` is the garden as of its day."""
    shown = Contacts(garden, round_.day)
    return {
        "check_in": agenda(list_, shown),
        "date": iso(round_.day),
        "since": iso(round_.since),
        "done": round_.done,
        "withered": [_row(row, shown, [_withered(row.growth)]) for row in round_.withered],
        "thirsty": [_row(row, shown, [_thirsty(row.growth)]) for row in round_.thirsty],
        "let_be": [_row(row, shown, _too_soon(row, garden, round_.day)) for row in round_.let_be],
        "open_loops": [loop(one, shown(one.contact)) for one in round_.open_loops],
        "plans": [plan(one, shown(one.contact)) for one in round_.plans],
        "week": _week(round_.week, shown) if round_.week else None,
        "season": season(round_.season) if round_.season else None,
    }


def agenda(list_: Agenda, shown: Contacts) -> Object:
    """Today's list, item by item."""
    return {
        "items": [_item(one, shown) for one in list_.items],
        "handled": list_.handled,
        "waiting": list_.waiting,
        "winter": winter(list_.winter),
    }


def _item(item: Item, shown: Contacts) -> Object:
    growth = item.growth
    return {
        "id": item.id,
        "part": str(item.part),
        "kind": str(item.kind),
        "contact": shown(item.contact),
        "reason": {
            "condition": str(growth.condition) if growth else None,
            "silence": growth.silence if growth else None,
            "last_sign": iso(growth.last_sign) if growth else None,
            "dry_on": iso(growth.dry_on) if growth else None,
            "saves_days": item.saves,
            "counts": dict(item.counts),
        },
        "open_loop": loop(item.loop, shown(item.loop.contact)) if item.loop else None,
    }


def review(week: Review, shown: Contacts) -> Object:
    """The week in review."""
    return {
        "from": iso(week.start),
        "to": iso(week.end),
        "planted": [shown(id_) for id_ in week.planted],
        "watered": [shown(id_) for id_ in week.watered],
        "answered": [shown(id_) for id_ in week.answered],
        "flowered": [
            {"contact": shown(one.contact), "what": one.code, "date": iso(one.day)} for one in week.flowered
        ],
        "composted": [
            {"contact": shown(one.contact), "reason": str(one.reason) if one.reason else None}
            for one in week.composted
        ],
        "talks": week.talks,
        "measure": week.measure,
        "ahead": [_appointment(one, shown) for one in week.ahead],
        "thirsty": [shown(id_) for id_ in week.thirsty],
    }


def winter(held: Winter | None) -> Object | None:
    """The rest of the whole garden; null while it does not rest."""
    if held is None:
        return None
    return {"since": iso(held.since), "until": iso(held.until), "reason": str(held.reason)}


def _row(row: Row, shown: Contacts, reasons: list[Object]) -> Object:
    return {"contact": shown(row.contact.id), "reasons": reasons}


def _withered(growth: Growth) -> Object:
    code = str(growth.condition).replace(" ", "-")
    return {"code": code, "since": iso(growth.withers_on), "silence": growth.silence}


def _thirsty(growth: Growth) -> Object:
    return {
        "code": str(growth.condition),
        "vitality": growth.vitality,
        "silence": growth.silence,
        "withers_on": iso(growth.withers_on),
    }


def _too_soon(row: Row, garden: Garden, day: date) -> list[Object]:
    verdict = consider(garden.plants[row.contact.id].tie, day, climate=garden.climate(day))
    return [reason_given(reason) | {"dry_on": iso(verdict.dry_on)} for reason in verdict.reasons]


def _week(week: Week, shown: Contacts) -> Object:
    return {
        "from": iso(week.start),
        "to": iso(week.end),
        "talks": week.talks,
        "on": [_appointment(one, shown) for one in week.on],
    }


def _appointment(one: Appointment, shown: Contacts) -> Object:
    return {
        "date": iso(one.day),
        "kind": one.kind,
        "text": one.text,
        "contact": shown(one.contact),
        "opportunity": one.opportunity,
        "plan": one.plan,
    }
