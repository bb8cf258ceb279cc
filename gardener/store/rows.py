"""Values as rows and back: for every kind of entity, and for what a history adds up to, the rows it is kept in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from gardener.domain.changes import Entity
from gardener.domain.contact import CommonGround, Contact, Resting, StageMove
from gardener.domain.interaction import About, Answer, Ask, AskKind, Direction, Exchange, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import Opportunity, Step, StepKind, Target
from gardener.domain.plan import Dismissal, Plan, PlanKind
from gardener.domain.records import Batch, CheckIn, Choice, Season, Soil, Source
from gardener.domain.stage import Ending, Stage
from gardener.domain.text import fold
from gardener.domain.tie import Tie
from gardener.store.codec import decode_list, decode_pairs, encode_list, encode_pairs

Row = tuple[Any, ...]
"""The values of one row in the order of COLUMNS: texts, whole numbers, floats and null."""
VALUE_KINDS = ("email", "phone", "url", "address", "nickname", "tag", "theirs", "mine", "former")
"""The lists of a contact that share one child table; `theirs` and `mine` are the common ground."""
_VALUE_KINDS = frozenset(VALUE_KINDS)


class Shape(NamedTuple):
    """How one kind of entity is kept: its table, its row, and the rows of its child tables by table."""

    table: str
    row: Callable[[Any], Row]
    children: Mapping[str, Callable[[Any], Sequence[Row]]]


def _iso(value: date | time | None) -> str | None:
    return None if value is None else value.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _placed(owner: str, values: Iterable[object]) -> list[Row]:
    """A child row for each of the values, in order."""
    return [(owner, position, value) for position, value in enumerate(values)]


# Contacts


def contact_row(c: Contact) -> Row:
    """The row of a contact; its lists and moves are in child tables."""
    rest = c.resting
    resting, until, since = (0, None, None) if rest is None else (1, _iso(rest.until), _iso(rest.since))
    return (
        c.id, c.name, fold(c.name), c.created.isoformat(), c.planted.value, resting, until, since,
        int(c.left_alone), _iso(c.met), c.org, c.title, c.birthday, c.notes, c.introduced_by, c.species, c.place,
    )  # fmt: skip


def contact_values(c: Contact) -> list[Row]:
    """The child rows of a contact's lists."""
    lists = (
        c.emails, c.phones, c.urls, c.addresses, c.nicknames, c.tags, c.common.theirs, c.common.mine,
        c.former,
    )  # fmt: skip
    return [
        (c.id, kind, position, value)
        for kind, values in zip(VALUE_KINDS, lists, strict=True)
        for position, value in enumerate(values)
    ]


def stage_moves(c: Contact) -> list[Row]:
    """The child rows of a contact's moves."""
    return [
        (c.id, position, move.day.isoformat(), move.stage.value, move.reason.value if move.reason else None)
        for position, move in enumerate(c.moves)
    ]


def rests(c: Contact) -> list[Row]:
    """The child rows of the rests a contact had before; the last one stands in the contact's own row."""
    return [
        (c.id, position, _iso(rest.since), _iso(rest.until), _iso(rest.ended))
        for position, rest in enumerate(c.rested)
    ]


def contact(
    row: Row, values: Mapping[str, Sequence[str]], moves: Sequence[Row], rested: Sequence[Row]
) -> Contact:
    """The contact of a row, its values by kind, and its `(day, stage, reason)` and `(since, until, ended)` rows, each
    in order."""
    (id_, name, _, created, planted, resting, until, since, left_alone, met, org, title, birthday, notes, by, species,
     place) = row  # fmt: skip
    if not values.keys() <= _VALUE_KINDS:
        raise ValueError(f"unknown kind of value among {sorted(values)}")
    return Contact(
        id=id_,
        name=name,
        created=date.fromisoformat(created),
        planted=Stage(planted),
        moves=tuple(
            StageMove(date.fromisoformat(day), Stage(stage), Ending(reason) if reason else None)
            for day, stage, reason in moves
        ),
        resting=Resting(_day(until), _day(since)) if resting else None,
        left_alone=bool(left_alone),
        met=_day(met),
        nicknames=tuple(values.get("nickname", ())),
        org=org,
        title=title,
        emails=tuple(values.get("email", ())),
        phones=tuple(values.get("phone", ())),
        urls=tuple(values.get("url", ())),
        addresses=tuple(values.get("address", ())),
        birthday=birthday,
        tags=tuple(values.get("tag", ())),
        notes=notes,
        common=CommonGround(tuple(values.get("theirs", ())), tuple(values.get("mine", ()))),
        introduced_by=by,
        species=species,
        place=place,
        former=tuple(values.get("former", ())),
        rested=tuple(Resting(_day(until), _day(since), _day(ended)) for since, until, ended in rested),
    )


# Interactions


def interaction_row(i: Interaction) -> Row:
    """The row of an interaction; participants and gives are in child tables."""
    ask = i.ask
    return (
        i.id, i.day.isoformat(), None if i.time is None else i.time.isoformat(), i.kind.value, i.direction.value,
        i.minutes, i.about and i.about.value, i.note, ask and ask.kind.value, ask and ask.answer.value,
        int(i.thanks), i.batch, encode_list(i.despite),
    )  # fmt: skip


def exchanges(found: Iterable[Row], participants: Mapping[str, tuple[str, ...]]) -> list[Exchange]:
    """The exchanges of rows of id, day, time and direction; every day and hour is read from its text once."""
    day, at = cache(date.fromisoformat), cache(time.fromisoformat)
    directions = {direction.value: direction for direction in Direction}
    return [
        Exchange(day(on), None if hour is None else at(hour), directions[way], participants.get(id_, ()))
        for id_, on, hour, way in found
    ]


def interaction(row: Row, participants: Sequence[str], gives: Sequence[str]) -> Interaction:
    """The interaction of a row, with its participants and gives in order."""
    id_, day, at, kind, direction, minutes, about, note, ask, answer, thanks, batch, despite = row
    return Interaction(
        id=id_,
        day=date.fromisoformat(day),
        kind=Kind(kind),
        direction=Direction(direction),
        participants=tuple(participants),
        time=None if at is None else time.fromisoformat(at),
        minutes=minutes,
        about=None if about is None else About(about),
        note=note,
        gives=tuple(gives),
        ask=None if ask is None else Ask(AskKind(ask), Answer(answer)),
        thanks=bool(thanks),
        batch=batch,
        despite=decode_list(despite),
    )


# Introductions, plans, dismissals


def introduction_row(i: Introduction) -> Row:
    """The row of an introduction."""
    day = i.day.isoformat()
    return (
        i.id, i.by, i.to, day, i.origin.value, i.outcome.value, int(i.thanked), i.interaction, i.note,
        _iso(i.by_agreed), _iso(i.to_agreed), _iso(i.settled), _iso(i.told),
    )  # fmt: skip


def introduction(row: Row) -> Introduction:
    """The introduction of a row."""
    id_, by, to, day, origin, outcome, thanked, held, note, by_agreed, to_agreed, settled, told = row
    return Introduction(
        id=id_,
        by=by,
        to=to,
        day=date.fromisoformat(day),
        origin=Origin(origin),
        outcome=Outcome(outcome),
        thanked=bool(thanked),
        interaction=held,
        note=note,
        by_agreed=_day(by_agreed),
        to_agreed=_day(to_agreed),
        settled=_day(settled),
        told=_day(told),
    )


def plan_row(p: Plan) -> Row:
    """The row of a plan."""
    return (p.id, p.contact, p.day.isoformat(), p.text, p.created.isoformat(), p.kind.value, _iso(p.done))


def plan(row: Row) -> Plan:
    """The plan of a row."""
    id_, held, day, text, created, kind, done = row
    return Plan(
        id=id_,
        contact=held,
        day=date.fromisoformat(day),
        text=text,
        created=date.fromisoformat(created),
        kind=PlanKind(kind),
        done=_day(done),
    )


def dismissal(row: Row) -> Dismissal:
    """The dismissal of a row."""
    return Dismissal(row[0], date.fromisoformat(row[1]))


# Opportunities


def opportunity_row(o: Opportunity) -> Row:
    """The row of an opportunity; steps and thanks are in child tables."""
    return (
        o.id, o.employer, o.role, o.created.isoformat(), o.url, o.posting, o.salary, _iso(o.deadline), o.resume, o.notes,
    )  # fmt: skip


def steps(o: Opportunity) -> list[Row]:
    """The child rows of an opportunity's steps."""
    return [(o.id, position, step.kind.value, step.day.isoformat()) for position, step in enumerate(o.steps)]


def opportunity(row: Row, own_steps: Sequence[Row], thanks_to: Sequence[str]) -> Opportunity:
    """The opportunity of a row, its `(kind, day)` rows and the contacts it is owed to, in order."""
    id_, employer, role, created, url, posting, salary, deadline, resume, notes = row
    return Opportunity(
        id=id_,
        employer=employer,
        role=role,
        created=date.fromisoformat(created),
        steps=tuple(Step(StepKind(kind), date.fromisoformat(day)) for kind, day in own_steps),
        thanks_to=tuple(thanks_to),
        url=url,
        posting=posting,
        salary=salary,
        deadline=_day(deadline),
        resume=resume,
        notes=notes,
    )


def target(row: Row) -> Target:
    """The target of a row."""
    return Target(id=row[0], employer=row[1], created=date.fromisoformat(row[2]), note=row[3])


# Records of the garden as a whole


def batch_row(b: Batch) -> Row:
    """The row of a batch."""
    return (b.id, b.number, b.at.isoformat(), encode_list(b.files), b.new, b.merged, _iso(b.taken_back))


def batch(row: Row) -> Batch:
    """The batch of a row."""
    id_, number, at, files, new, merged, taken = row
    moment = datetime.fromisoformat(at)
    return Batch(
        id=id_,
        number=number,
        at=moment,
        files=decode_list(files),
        new=new,
        merged=merged,
        taken_back=_day(taken),
    )


def source_row(s: Source) -> Row:
    """The row of a source."""
    return (s.id, s.contact, s.format, s.key, s.digest, encode_pairs(s.said), s.raw)


def source(row: Row) -> Source:
    """The source of a row."""
    id_, held, format_, key, digest, said, raw = row
    return Source(
        id=id_, contact=held, format=format_, key=key, digest=digest, raw=raw, said=decode_pairs(said)
    )


def choice(row: Row) -> Choice:
    """The choice of a row."""
    return Choice(row[1], row[2], date.fromisoformat(row[3]) if row[3] else None)


def soil(row: Row) -> Soil:
    """The soil of a row."""
    id_, since, b0, b1, learnt_from, f0, f1, foreseen = row
    return Soil(
        id=id_,
        valid_from=date.fromisoformat(since),
        b0=b0,
        b1=b1,
        learnt_from=learnt_from,
        f0=f0,
        f1=f1,
        foreseen=foreseen,
    )


def season(row: Row, pauses: Sequence[Row]) -> Season:
    """The season of a row and its `(start, finish)` rows."""
    id_, name, start, finish = row
    return Season(
        id=id_,
        name=name,
        start=date.fromisoformat(start),
        end=_day(finish),
        pauses=tuple((date.fromisoformat(first), _day(last)) for first, last in pauses),
    )


def season_pauses(s: Season) -> list[Row]:
    """The child rows of a season's pauses."""
    return [(s.id, at, first.isoformat(), _iso(last)) for at, (first, last) in enumerate(s.pauses)]


# Ties


def tie_row(contact_id: str, t: Tie) -> Row:
    """The row of what a contact's history adds up to."""
    return (
        contact_id, t.depth, t.answers, t.run, t.replies, t.unanswered, t.of_day, _iso(t.first), _iso(t.last_sign),
        _iso(t.last_touch), t.latest_rank, t.granted, _iso(t.letter),
        encode_list(tuple(day.isoformat() for day in t.favours)), _iso(t.last_thanks), t.quick,
    )  # fmt: skip


def tie(row: Row) -> Tie:
    """The tie of a row."""
    (_, depth, answers, run, replies, unanswered, of_day, first, last_sign, last_touch, latest_rank, granted, letter,
     favours, last_thanks, quick) = row  # fmt: skip
    return Tie(
        depth,
        answers,
        run,
        replies,
        unanswered,
        of_day,
        _day(first),
        _moment(last_sign),
        _moment(last_touch),
        latest_rank,
        granted,
        _day(letter),
        tuple(date.fromisoformat(day) for day in decode_list(favours)),
        _day(last_thanks),
        quick,
    )


SHAPES: Mapping[type[Entity], Shape] = {
    Contact: Shape(
        "contacts",
        contact_row,
        {"contact_values": contact_values, "stage_moves": stage_moves, "rests": rests},
    ),
    Interaction: Shape(
        "interactions",
        interaction_row,
        {
            "participants": lambda i: _placed(i.id, i.participants),
            "gives": lambda i: _placed(i.id, i.gives),
        },
    ),
    Introduction: Shape("introductions", introduction_row, {}),
    Plan: Shape("plans", plan_row, {}),
    Dismissal: Shape("dismissals", lambda d: (d.id, d.day.isoformat()), {}),
    Opportunity: Shape(
        "opportunities",
        opportunity_row,
        {"steps": steps, "opportunity_thanks": lambda o: _placed(o.id, o.thanks_to)},
    ),
    Target: Shape("targets", lambda t: (t.id, t.employer, t.created.isoformat(), t.note), {}),
    Batch: Shape("batches", batch_row, {}),
    Source: Shape("sources", source_row, {}),
    Soil: Shape(
        "soils",
        lambda s: (s.id, s.valid_from.isoformat(), s.b0, s.b1, s.learnt_from, s.f0, s.f1, s.foreseen),
        {},
    ),
    CheckIn: Shape("check_ins", lambda c: (c.day.isoformat(),), {}),
    Choice: Shape("choices", lambda c: (c.id, c.key, c.value, _iso(c.since)), {}),
    Season: Shape(
        "seasons",
        lambda s: (s.id, s.name, s.start.isoformat(), _iso(s.end)),
        {"season_pauses": season_pauses},
    ),
}
"""Every kind of entity and how it is kept."""
