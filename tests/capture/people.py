"""The garden that the sentences are about, and a sentence told in one line."""

from __future__ import annotations

from datetime import date

from gardener.capture.names import Names
from gardener.capture.understanding import understand
from gardener.capture.understood import Person, Understood
from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden, Plant

TODAY = date(2026, 11, 25)
"""A Wednesday."""
PEOPLE = (
    "Jane Miller", "Bob Chen", "Ana Gonçalves", "Tom Park", "Zoe Åkerlund", "Will Ashford", "May Lin", "Mark Stone",
    "Rose Tyler", "June Carter", "Art Vance", "Maria Silva", "Maria Santos", "Sam Lee", "Sam Ortiz", "Søren Lund",
    "Robert King", "Priya Patel", "Jan van der Berg", "Élodie Dubois",
)  # fmt: skip
ORGS = {"Sam Ortiz": "Acme"}


def garden() -> Garden:
    """Twenty people, among them two Marias, two Sams, and six whose names are words as well."""
    plants = {}
    for name in PEOPLE:
        id_ = name.lower().replace(" ", "-")
        mails = ("priya.patel@foo.example",) if name == "Priya Patel" else ()
        contact = Contact(id=id_, name=name, created=date(2025, 1, 1), org=ORGS.get(name, ""), emails=mails)
        plants[id_] = Plant(contact)
    return Garden(plants=plants)


NAMES = Names(garden())


def told(sentence: str, today: date = TODAY) -> str:
    """What the sentence is understood to say, but for the note."""
    found = understand(sentence, NAMES, today)
    if isinstance(found, Refusal):
        return f"no: {found.code.removeprefix('capture-')}"
    return " | ".join(part for part in _parts(found) if part)


def noted(sentence: str) -> str:
    """The note that is kept."""
    found = understand(sentence, NAMES, TODAY)
    return "" if isinstance(found, Refusal) else found.note


def _parts(u: Understood) -> list[str]:
    happened = u.kind is not None
    return [
        f"{u.kind} {u.direction}" if happened else "",
        ", ".join(map(called, u.people)),
        _days(u.days) if happened else "",
        u.time.isoformat("minutes") if u.time else "",
        f"{u.minutes} min" if u.minutes else "",
        str(u.about or ""),
        *(f"gave {gift}" for gift in u.gives),
        f"asked {u.ask.kind} {u.ask.answer}" if u.ask else "",
        "thanks" if u.thanks else "",
        *(
            f"{called(led.by) if led.by else '/'.join(map(called, led.candidates))} led to {called(led.to)}"
            f" {led.origin} {led.outcome}"
            for led in u.led
        ),
        *(
            f"plan {plan.kind} {', '.join(map(called, plan.people))}: {plan.text} | {_days(plan.days)}"
            for plan in u.plans
        ),
        _step(u),
    ]


def _step(u: Understood) -> str:
    if u.step is None:
        return ""
    where = f"{u.step.employer}, {u.step.role}" if u.step.role else u.step.employer
    return f"step {u.step.step} {where} | {_days(u.step.days)} | {', '.join(map(called, u.step.people))}"


def _days(days: tuple[date, ...]) -> str:
    return " or ".join(day.isoformat() for day in days) or "which day?"


def called(person: Person) -> str:
    """Who it is: the whole name of somebody known, `new X`, or `X?` with the choices."""
    if person.id:
        contact = NAMES.contact(person.id)
        return contact.name if contact else "?"
    if person.choices:
        return f"{person.said}? ({', '.join(choice.name for choice in person.choices)})"
    return f"new {person.said}"
