"""log TEXT: a sentence as it is typed, understood and saved, or what is to be asked first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from gardener import settings
from gardener.capture.chips import chips
from gardener.capture.habits import habits_of
from gardener.capture.names import Names
from gardener.capture.settling import settle
from gardener.capture.understanding import understand
from gardener.capture.understood import Person, Question, Understood
from gardener.cli import json_view, text_view
from gardener.cli.command import DONE, FAILED, WARNED, Answer, Call, Reply
from gardener.domain import deeds
from gardener.domain.changes import Caution, Named, Refusal
from gardener.domain.deeds import Captured
from gardener.domain.guards import Verdict
from gardener.domain.interaction import Direction
from gardener.words import capture as words
from gardener.words import command_answers, command_line, refusals
from gardener.words.deeds import done

_CODES = {
    "who": "ambiguous-name",
    "new": "unknown-name",
    "day": "unclear-day",
    "role": "capture-step",
    "by": "unclear-introducer",
}
"""The code of the error, by that of the first question."""


def log_text(call: Call, text: str) -> Answer:
    """Saves what the sentence says; with a question open nothing is saved, the choices are listed, the status is 1."""
    habits = habits_of(call.preferences.region, settings.locales())
    understood = understand(text, Names(call.session.seen), call.today, habits)
    if isinstance(understood, Refusal):
        return understood
    questions = tuple(understood.questions(new=call.typed.new))
    if questions:
        return _asked(call, understood, questions)
    new = frozenset(person.said for person in understood.everybody if person.id is None)
    understood = replace(understood, answered=understood.answered | new)  # by --new
    from gardener.scene.proposal import species_of  # reads files: not before somebody may be planted

    captured = settle(
        understood,
        call.session.garden,
        today=call.today,
        mint=call.session.new_id,
        species_of=species_of,
    )
    if isinstance(captured, Refusal):
        return captured
    guards = _guards(call, captured)
    session = call.session
    result = session.perform(
        lambda garden: deeds.capture(
            garden,
            captured,
            today=session.today,
            now=session.now,
            seen=session.seen,
            anyway=call.typed.anyway,
        )
    )
    if isinstance(result, Refusal):
        return result
    told = _told(call, understood, captured, guards)
    if isinstance(result, Caution):
        told["guards"] = _shown_guards(call, dict(result.verdicts))
        said = [line for id_, verdict in result.verdicts.items() for line in _guard_lines(call, id_, verdict)]
        return Reply(
            json={**told, "saved": False}, lines=[*said, "", command_answers.NOT_SAVED], status=WARNED
        )
    happened = session.interaction(captured.happened.id) if captured.happened else None
    told["interaction"] = json_view.interaction(happened, session.garden) if happened else None
    lines = [f"{done(result.what)}.", *(f"  {line}" for line in _lines(call, understood))]
    return Reply(json={**told, "saved": True}, lines=lines, status=DONE)


def _guards(call: Call, captured: Captured) -> dict[str, Verdict]:
    """What the guards say of those who are known, when it is an outgoing touch of today."""
    draft, seen = captured.happened, call.session.seen
    if draft is None or draft.direction is not Direction.OUTGOING or draft.day != call.today:
        return {}
    if any(id_ not in seen.plants for id_ in draft.participants):
        return {}
    return deeds.consider(seen, draft, today=call.today)


def _shown_guards(call: Call, verdicts: dict[str, Verdict]) -> list[dict[str, Any]]:
    shown = json_view.Contacts(call.session.seen, call.today)
    known = call.session.seen.plants
    return [
        {"contact": shown(id_) if id_ in known else None, "guard": json_view.guard(verdict)}
        for id_, verdict in verdicts.items()
    ]


def _guard_lines(call: Call, id_: str, verdict: Verdict) -> list[str]:
    contact = call.session.seen.contact(id_)
    return text_view.guard_lines(contact.name if contact else "", verdict, call.today)


def _told(
    call: Call, understood: Understood, captured: Captured, guards: dict[str, Verdict]
) -> dict[str, Any]:
    """What is printed with `--json`, but for whether it was saved."""
    session = call.session
    shown = json_view.Contacts(session.seen, call.today)
    said = _understood(understood)
    ids = {contact.name: contact.id for contact in captured.planted}
    for person in said["people"]:
        person["id"] = person["id"] or ids.get(person["said"])
    introductions = [json_view.introduction(each) for each in captured.introductions]
    said |= {
        "with": list(captured.happened.participants) if captured.happened else [],
        "introduction": introductions[0] if introductions else None,
        "introductions": introductions,
        "plans": [
            {"contact": each.contact, "text": each.text, "kind": str(each.kind), "date": each.day.isoformat()}
            for each in captured.plans
        ],
    }
    everybody = dict.fromkeys(person["id"] for person in said["people"])
    return {
        "understood": said,
        "guards": _shown_guards(call, guards),
        "contacts": [shown(id_) for id_ in everybody if id_ in session.seen.plants],
        "interaction": None,
    }


def _understood(u: Understood) -> dict[str, Any]:
    """What the sentence says, with people as they are named in it."""
    day = u.days[0].isoformat() if u.kind is not None and len(u.days) == 1 else None
    return {
        "text": u.text,
        "what": "interaction" if u.kind is not None else "step" if u.step is not None else "plan",
        "date": day,
        "time": u.time.isoformat(timespec="minutes") if u.time else None,
        "kind": str(u.kind) if u.kind else None,
        "direction": str(u.direction) if u.direction else None,
        "with": [person.id for person in u.people if person.id],
        "minutes": u.minutes,
        "about": str(u.about) if u.about else None,
        "note": u.note,
        "gives": list(u.gives),
        "ask": str(u.ask.kind) if u.ask else None,
        "answer": str(u.ask.answer) if u.ask else None,
        "thanks": u.thanks,
        "introduction": _led(u),
        "step": u.step
        and {
            "employer": u.step.employer,
            "role": u.step.role,
            "step": str(u.step.step),
            "date": u.step.days[0].isoformat() if len(u.step.days) == 1 else None,
            "thanks_to": [person.id for person in u.step.people],
        },
        "people": [_person(person) for person in u.everybody],
        "plans": [
            {
                "contact": plan.people[0].id if plan.people else None,
                "text": plan.text,
                "kind": str(plan.kind),
                "date": plan.days[0].isoformat() if len(plan.days) == 1 else None,
            }
            for plan in u.plans
        ],
    }


def _led(u: Understood) -> dict[str, Any] | None:
    if not u.led:
        return None
    led = u.led[0]
    return {
        "by": led.by.id if led.by else None,
        "to": led.to.id,
        "to_name": led.to.said,
        "origin": str(led.origin),
        "outcome": str(led.outcome),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "said": person.said,
        "id": person.id,
        "new": person.is_new,
        "choices": [{"id": c.id, "name": c.name, "detail": c.detail} for c in person.choices],
    }


def _asked(call: Call, understood: Understood, questions: Sequence[Question]) -> Answer:
    """Nothing is saved: what was understood, and what is to be answered."""
    first = questions[0]
    choices = first.people or tuple(Named(day.isoformat(), day.isoformat()) for day in first.days)
    not_yet = {q.said: told for q in questions if q.code == "new" and (told := _not_yet(call, q.said))}
    sentences = [not_yet.get(question.said) or _sentence(question) for question in questions]
    error = json_view.error(_CODES.get(first.code, "unclear-direction"), sentences[0], first.people)["error"]
    if first.days:
        error["choices"] = [{"date": day.isoformat()} for day in first.days]
    complaints = [f"{command_line.NAME}: {sentences[0]}", *(f"  {s}" for s in sentences[1:])]
    complaints += [f"  {refusals.choice(choice) if first.people else choice.name}" for choice in choices]
    if any(question.code == "new" and question.said not in not_yet for question in questions):
        complaints.append(f"  {words.NEW_HINT}")
    shown = json_view.Contacts(call.session.seen, call.today)
    known = [person.id for person in understood.everybody if person.id]
    asked = [
        {
            "code": question.code,
            "said": question.said,
            "question": sentence,
            "choices": [{"id": c.id, "name": c.name, "detail": c.detail} for c in question.people],
            "days": [day.isoformat() for day in question.days],
        }
        for question, sentence in zip(questions, sentences, strict=True)
    ]
    return Reply(
        json={
            "saved": False,
            "understood": {**_understood(understood), "questions": asked},
            "guards": [],
            "contacts": [shown(id_) for id_ in known],
            "interaction": None,
            "error": error,
        },
        lines=[f"{words.UNDERSTOOD}: {', '.join(_lines(call, understood))}. {words.NOT_SAVED}"],
        complaints=complaints,
        status=FAILED,
    )


def _not_yet(call: Call, name: str) -> str:
    """That somebody of that name is here, but was not yet on the day that was named; empty for a new name."""
    found = call.find(name)
    return refusals.sentence(found) if isinstance(found, Refusal) and "on" in found.facts else ""


def _sentence(question: Question) -> str:
    return words.question(question.code, question.said, choices=len(question.people) or len(question.days))


def _lines(call: Call, understood: Understood) -> list[str]:
    """The chips, a line each."""

    def name_of(id_: str) -> str:
        contact = call.session.garden.contact(id_)
        return contact.name if contact else id_

    return [chip.words for chip in chips(understood, call.today, name_of)]
