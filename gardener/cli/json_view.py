"""The garden's values as `--json` prints them (resources/help/command-line.md); keys are stable, more may be added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from gardener.domain import growth as growth_model
from gardener.domain.changes import Named
from gardener.domain.contact import Contact
from gardener.domain.evidence import MESSAGES, Evidence
from gardener.domain.garden import Garden
from gardener.domain.growth import Growth
from gardener.domain.guards import Reason, Verdict
from gardener.domain.interaction import Interaction
from gardener.domain.introduction import Introduction
from gardener.domain.loops import Loop
from gardener.domain.plan import Plan
from gardener.domain.records import Batch
from gardener.domain.season import SeasonCount

Object = dict[str, Any]


def iso(day: date | datetime | None) -> str | None:
    """An ISO date, or time to the second, or null."""
    if isinstance(day, datetime):
        return day.isoformat(timespec="seconds")
    return day.isoformat() if day else None


def contact(contact: Contact, growth: Growth, day: date) -> Object:
    """A contact with its growth on `day`."""
    rest = contact.rest_on(day)
    return {
        "id": contact.id,
        "name": contact.name,
        "org": contact.org,
        "title": contact.title,
        "stage": str(contact.stage_on(day)),
        "resting": {"until": iso(rest.until)} if rest is not None else None,
        "left_alone": contact.left_alone,
        "emails": list(contact.emails),
        "phones": list(contact.phones),
        "urls": list(contact.urls),
        "tags": list(contact.tags),
        "former": list(contact.former),
        "nicknames": list(contact.nicknames),
        "addresses": list(contact.addresses),
        "birthday": contact.birthday,
        "notes": contact.notes,
        "common": {"theirs": list(contact.common.theirs), "mine": list(contact.common.mine)},
        "introduced_by": contact.introduced_by,
        "species": contact.species or None,
        "created": iso(contact.created),
        "met": iso(contact.met),
        "moves": [
            {"date": iso(move.day), "stage": str(move.stage), "reason": _text(move.reason)}
            for move in contact.moves
            if move.day <= day
        ],
        "growth": growth_of(growth),
    }


def growth_of(growth: Growth) -> Object:
    """Growth, everything computed."""
    return {
        "model": growth_model.MODEL,
        "vitality": growth.vitality,
        "roots_days": growth.roots_days,
        "moisture": growth.moisture,
        "capacity": growth.capacity,
        "condition": str(growth.condition),
        "last_contact": iso(growth.last_contact),
        "last_sign": iso(growth.last_sign),
        "dry_on": iso(growth.dry_on),
        "thirsty_on": iso(growth.thirsty_on),
        "withers_on": iso(growth.withers_on),
        "replies": growth.replies,
        "unanswered": growth.unanswered,
    }


def guard(verdict: Verdict) -> Object:
    """The guards' verdict; `ask` is null when nothing is asked."""
    asked = verdict.ask
    return {
        "warns": verdict.warns,
        "level": str(verdict.level),
        "dry_on": iso(verdict.dry_on),
        "reply_chance": verdict.reply_chance,
        "reasons": [reason_given(reason) for reason in verdict.reasons],
        "evidence": _evidence(verdict.evidence),
        "ask": asked
        and {
            "kind": str(asked.kind),
            "holds": asked.holds,
            "heaviest_that_holds": _text(asked.heaviest),
            "smallest_that_holds": _text(asked.smallest),
            "missing": [reason_given(reason) for reason in asked.missing],
        },
    }


def _evidence(evidence: Evidence) -> Object:
    """What was measured of such ties: chances as [lowest, highest]."""
    return {
        "messages": MESSAGES,
        "replies": evidence.replies,
        "unanswered": evidence.unanswered,
        "of_ties_with_replies": [evidence.replies_from, evidence.replies_to],
        "chance_with_nothing_unanswered": list(evidence.dry),
        "chance_after": {"unanswered": evidence.column, "chance": list(evidence.wet)},
        "odds_ratio": evidence.odds,
        "answers": evidence.answers,
        "answers_within_a_day": evidence.quick,
        "like": "chat" if evidence.chat else "mail",
    }


def reason_given(reason: Reason) -> Object:
    """One thing that the guards say, with the facts behind it."""
    return {"code": reason.code, **reason.facts}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def interaction(interaction: Interaction, garden: Garden) -> Object:
    """An interaction; `batch` is the number of the import that brought it, `introduction` the one that happened in it."""
    batch = garden.batches.get(interaction.batch) if interaction.batch else None
    introduced = next((i for i in garden.introductions.values() if i.interaction == interaction.id), None)
    ask = interaction.ask
    return {
        "id": interaction.id,
        "date": iso(interaction.day),
        "time": interaction.time.isoformat(timespec="minutes") if interaction.time else None,
        "kind": str(interaction.kind),
        "direction": str(interaction.direction),
        "with": list(interaction.participants),
        "minutes": interaction.minutes,
        "about": _text(interaction.about),
        "note": interaction.note,
        "gives": list(interaction.gives),
        "ask": str(ask.kind) if ask else None,
        "answer": str(ask.answer) if ask else None,
        "thanks": interaction.thanks,
        "introduction": introduction(introduced) if introduced else None,
        "batch": batch.number if batch else None,
        "despite": list(interaction.despite),
    }


def introduction(introduction: Introduction) -> Object:
    """An introduction."""
    return {
        "id": introduction.id,
        "by": introduction.by,
        "to": introduction.to,
        "date": iso(introduction.day),
        "origin": str(introduction.origin),
        "outcome": str(introduction.outcome),
        "thanked": introduction.thanked,
        "note": introduction.note,
        "by_agreed": iso(introduction.by_agreed),
        "to_agreed": iso(introduction.to_agreed),
        "settled": iso(introduction.settled),
        "told": iso(introduction.told),
    }


def loop(loop: Loop, contact: Object | None) -> Object:
    """An open loop, with its contact as `contact` shows it."""
    return {
        "id": loop.id,
        "kind": str(loop.kind),
        "contact": contact,
        "since": iso(loop.since),
        "due": iso(loop.due),
        "text": loop.text,
        "opportunity": loop.opportunity,
        "introduction": loop.introduction,
    }


def plan(plan: Plan, contact: Object | None) -> Object:
    """A plan, with its contact."""
    return {
        "id": plan.id,
        "contact": contact,
        "day": iso(plan.day),
        "text": plan.text,
        "kind": str(plan.kind),
        "created": iso(plan.created),
        "done": iso(plan.done),
    }


def season(count: SeasonCount) -> Object:
    """Conversions with their range."""
    rate = count.conversations_per_interview
    return {
        "since": iso(count.since),
        "conversations": count.conversations,
        "interviews": count.interviews,
        "second_interviews": count.second_interviews,
        "offers": count.offers,
        "cold": count.cold,
        "conversations_per_interview": {"estimate": rate.estimate, "low": rate.low, "high": rate.high},
        "stage_moves": dict(count.stage_moves),
        "introductions": {"offered": count.offered, "requested": count.requested},
    }


class Contacts:
    """Shows contacts of one garden and day by id; null for none, and for one that is not there."""

    def __init__(self, garden: Garden, day: date):
        self._garden = garden
        self._day = day
        self._climate = garden.climate(day)

    def __call__(self, id_: str | None) -> Object | None:
        plant = self._garden.plants.get(id_) if id_ else None
        return None if plant is None else self.known(plant.contact.id)

    def known(self, id_: str) -> Object:
        """One that is there; KeyError when it is not."""
        growth = self._garden.growth(id_, self._day, self._climate)
        return contact(self._garden.plants[id_].contact, growth, self._day)


def batch(batch: Batch) -> Object:
    """An import."""
    return {
        "batch": batch.number,
        "at": iso(batch.at),
        "files": list(batch.files),
        "new": batch.new,
        "merged": batch.merged,
        "taken_back": iso(batch.taken_back),
    }


def choice(named: Named) -> Object:
    """One of the contacts that a name could mean."""
    return {"id": named.id, "name": named.name, "detail": named.detail}


def error(code: str, message: str, choices: Iterable[Named] = ()) -> Object:
    """A failure."""
    return {"error": {"code": code, "message": message, "choices": [choice(one) for one in choices]}}
