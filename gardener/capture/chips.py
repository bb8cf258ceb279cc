"""What was understood, as a row of chips: each says one thing, and holds what it can be changed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from gardener.capture.understood import Intention, Led, Person, Understood
from gardener.domain.interaction import About, Answer, Ask, AskKind, Direction, Kind
from gardener.domain.introduction import Origin
from gardener.words import capture as words
from gardener.words.dates import short_day

MINUTES = (15, 30, 45, 60, 90, 120)
NameOf = Callable[[str], str]
"""The name of a contact by its id."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to change a chip: its words, and all of it as it would be then."""

    words: str
    then: Understood


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was understood. `asks`: it must be answered first. `without`: all of it with this taken away."""

    code: str
    words: str
    options: tuple[Option, ...] = ()
    asks: bool = False
    without: Understood | None = None


def chips(understood: Understood, today: date, name_of: NameOf) -> tuple[Chip, ...]:
    """The chips of a sentence, in the order in which it is read back."""
    return (
        *_kind(understood),
        *_people(understood, name_of),
        *_day(understood, today),
        *_length(understood),
        *_about(understood),
        *_asked(understood),
        *_given(understood),
        *_led(understood, name_of),
        *_plans(understood, today, name_of),
        *_step(understood, today),
        *_note(understood),
    )


def _with(understood: Understood, **changed: Any) -> Understood:
    return replace(understood, **changed)


def _kind(u: Understood) -> Iterator[Chip]:
    if u.kind is None:
        return
    yield Chip("kind", words.KINDS[u.kind], tuple(Option(words.KINDS[k], _with(u, kind=k)) for k in Kind))
    asks = u.direction is None
    label = words.WHO_BEGAN if u.direction is None else words.DIRECTIONS[u.direction]
    order = (Direction.OUTGOING, Direction.INCOMING, Direction.MUTUAL)
    options = tuple(Option(words.DIRECTIONS[d], _with(u, direction=d)) for d in order)
    yield Chip("direction", label, options, asks)


def _people(u: Understood, name_of: NameOf) -> Iterator[Chip]:
    asked = {question.said for question in u.questions() if question.code in ("who", "new")}
    for at, person in enumerate(u.everybody):
        options = [
            Option(c.name + (f" · {c.detail}" if c.detail else ""), _chosen(u, person, c.id))
            for c in person.choices
        ]
        if person.id is None and person.can_be_new:
            options.append(Option(words.new_person(person.said), _as_new(u, person)))
        label = name_of(person.id) if person.id else words.new_person(person.said)
        asks = person.id is None and person.said in asked
        several = len(u.people) > 1 and person in u.people
        without = _with(u, people=tuple(p for p in u.people if p != person)) if several else None
        yield Chip(
            f"who:{at}", words.person_asked(person.said) if asks else label, tuple(options), asks, without
        )


def _chosen(u: Understood, person: Person, id_: str) -> Understood:
    return _swapped(u, person, Person(person.said, id_))


def _as_new(u: Understood, person: Person) -> Understood:
    return replace(_swapped(u, person, replace(person, choices=())), answered=u.answered | {person.said})


def _swapped(u: Understood, old: Person, new: Person) -> Understood:
    """Everything said of `old` said of `new`."""

    def each(people: Iterable[Person]) -> tuple[Person, ...]:
        return tuple(dict.fromkeys(new if p == old else p for p in people))

    def led(one: Led) -> Led:
        by = new if one.by == old else one.by
        return replace(one, by=by, to=new if one.to == old else one.to, candidates=each(one.candidates))

    return replace(
        u,
        people=each(u.people),
        led=tuple(led(one) for one in u.led),
        plans=tuple(replace(plan, people=each(plan.people)) for plan in u.plans),
        step=replace(u.step, people=each(u.step.people)) if u.step else None,
    )


def _day(u: Understood, today: date) -> Iterator[Chip]:
    if u.kind is None:
        return
    near = [today - timedelta(days) for days in range(8)]
    offered = dict.fromkeys([*u.days, *near])
    options = tuple(Option(words.day(day, today), _with(u, days=(day,))) for day in offered if day <= today)
    label = words.day(u.days[0], today) if len(u.days) == 1 else words.WHICH_DAY
    yield Chip("day", label, options, len(u.days) != 1)


def _length(u: Understood) -> Iterator[Chip]:
    if u.kind is None:
        return
    if u.time is not None:
        yield Chip("time", u.time.isoformat(timespec="minutes"), without=_with(u, time=None))
    if u.minutes is not None:
        options = tuple(Option(words.minutes(n), _with(u, minutes=n)) for n in MINUTES)
        yield Chip("minutes", words.minutes(u.minutes), options, without=_with(u, minutes=None))


def _about(u: Understood) -> Iterator[Chip]:
    if u.about is not None:
        options = tuple(
            Option(words.ABOUT[a], _with(u, about=a)) for a in (About.THEIRS, About.BOTH, About.MINE)
        )
        yield Chip("about", words.ABOUT[u.about], options, without=_with(u, about=None))


def _asked(u: Understood) -> Iterator[Chip]:
    if u.ask is not None:
        kinds = [Ask(kind, u.ask.answer) for kind in AskKind]
        answers = [Ask(u.ask.kind, answer) for answer in Answer]
        options = tuple(
            Option(words.asked(a.kind, a.answer), _with(u, ask=a)) for a in dict.fromkeys([*answers, *kinds])
        )
        yield Chip("ask", words.asked(u.ask.kind, u.ask.answer), options, without=_with(u, ask=None))
    if u.thanks:
        yield Chip("thanks", words.THANKS, without=_with(u, thanks=False))


def _given(u: Understood) -> Iterator[Chip]:
    for at, what in enumerate(u.gives):
        yield Chip(f"gives:{at}", words.gave(what), without=_with(u, gives=_but(u.gives, at)))


def _but(held: Sequence[Any], at: int) -> tuple[Any, ...]:
    return (*held[:at], *held[at + 1 :])


def _led(u: Understood, name_of: NameOf) -> Iterator[Chip]:
    def called(person: Person | None) -> str:
        return "?" if person is None else name_of(person.id) if person.id else person.said

    for at, led in enumerate(u.led):
        others = [replace(led, by=person, candidates=()) for person in led.candidates]
        others += [replace(led, origin=origin) for origin in Origin] if led.by is not None else []
        options = tuple(
            Option(
                words.led(called(o.by), called(o.to), o.origin),
                _with(u, led=(*u.led[:at], o, *u.led[at + 1 :])),
            )
            for o in others
        )
        label = words.led(called(led.by), called(led.to), led.origin)
        yield Chip(f"led:{at}", label, options, led.by is None, _with(u, led=_but(u.led, at)))


def _plans(u: Understood, today: date, name_of: NameOf) -> Iterator[Chip]:
    for at, plan in enumerate(u.plans):
        offered = dict.fromkeys(
            [*plan.days, *(today + timedelta(days) for days in (0, 1, 2, 3, 4, 5, 6, 7, 14))]
        )
        options = tuple(
            Option(short_day(day, today=today), _with(u, plans=_other_day(u.plans, at, day)))
            for day in offered
            if day >= today
        )
        without = _with(u, plans=_but(u.plans, at)) if u.kind is not None or len(u.plans) > 1 else None
        yield Chip(
            f"plan:{at}", words.planned(plan.text, plan.days, today), options, len(plan.days) != 1, without
        )


def _other_day(plans: Sequence[Intention], at: int, day: date) -> tuple[Intention, ...]:
    return (*plans[:at], replace(plans[at], days=(day,)), *plans[at + 1 :])


def _step(u: Understood, today: date) -> Iterator[Chip]:
    if u.step is not None:
        options = tuple(
            Option(short_day(day, today=today), _with(u, step=replace(u.step, days=(day,))))
            for day in u.step.days
        )
        label = words.stepped(str(u.step.step), u.step.employer, u.step.role, u.step.days, today)
        yield Chip("step", label, options, len(u.step.days) != 1)
        roles = (*u.step.roles, words.NO_ROLE)
        if not u.step.role or u.step.role in roles:
            chosen = tuple(Option(role, _with(u, step=replace(u.step, role=role))) for role in roles)
            yield Chip("role", u.step.role or words.WHICH_ROLE, chosen, not u.step.role)


def _note(u: Understood) -> Iterator[Chip]:
    if u.note:
        yield Chip("note", words.noted(u.note), without=_with(u, note=""))
