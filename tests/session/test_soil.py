"""Soil through a session: learnt from a garden's own predictions, dated, undone, reset, and a known one found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import log
from pathlib import Path
from random import Random

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Change, Changeset, Entity, Refusal, What
from gardener.domain.contact import Contact
from gardener.domain.growth import PLAIN, Climate
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.sample import plant_sample
from gardener.domain.soil import LEAST
from gardener.session import Done, Session

TODAY = date(2026, 6, 30)
PLANTED = TODAY - timedelta(days=500)


def people(dice: Random, count: int, kind: str) -> Iterator[tuple[Contact, list[Interaction]]]:
    """Contacts of a garden that answers slower than model 1 expects, because most fall silent, or more, because all
    give a sign every two months."""
    for n in range(count):
        contact = Contact(id=f"c{n:03}", name=f"Person {n}", created=PLANTED)
        gaps = (10, 25) if kind == "slower" else (45, 80)
        last = TODAY - timedelta(days=dice.randint(100, 300) if kind == "slower" and n % 8 else 0)
        day, history = PLANTED + timedelta(days=dice.randrange(90)), list[Interaction]()
        while day <= last:
            history.append(_sign(contact, day, len(history)))
            day += timedelta(days=dice.randint(*gaps))
        yield contact, history


def _sign(contact: Contact, day: date, n: int) -> Interaction:
    return Interaction(
        id=f"{contact.id}-{n}",
        day=day,
        kind=Kind.EMAIL,
        direction=Direction.INCOMING,
        participants=(contact.id,),
    )


def due(session: Session) -> bool:
    """Whether the soil is to be learnt now."""
    return session.soil_is_due


def planted(path: Path, count: int, kind: str = "slower", *, on: date = TODAY) -> Session:
    """A session on a garden of so many people."""
    session = Session.open(path, create=True, on=on)
    brought: list[Entity] = []
    for contact, history in people(Random(5), count, kind):
        brought += [contact, *history]
    changes = tuple(Change(None, one) for one in brought)
    assert isinstance(session.perform(lambda _: Changeset(What("import"), changes)), Done)
    return session


def loss(session: Session, climate: Climate, *, ago: int) -> float:
    """Mean log loss of the garden's vitality of so many days ago, asked whether a sign came within them."""
    total, asked = 0.0, session.today - timedelta(days=ago)
    then = session.garden.as_of(asked, session.history)
    for id_, plant in then.plants.items():
        if plant.tie.last_sign is None:
            continue
        chance = then.growth(id_, asked, climate).vitality or 0.5
        came = any(asked < one.day <= session.today for one in session.history(id_))
        total -= log(chance if came else 1.0 - chance)
    return total / len(then.plants)


@pytest.mark.parametrize("kind", ["slower", "more"])
def test_a_garden_that_answers_otherwise_is_found_out(tmp_path: Path, kind: str) -> None:
    with planted(tmp_path / "g", 40, kind) as session:
        assert isinstance(session.learn_soil(session.matured()), Done)
        soil = session.garden.soil(TODAY)
        assert soil is not None
        assert (soil.valid_from, soil.learnt_from > 100, soil.b1 >= 0.2) == (TODAY, True, True)
        assert soil.foreseen > 100
        assert soil.f1 >= 0.2
        assert (soil.b0 < -0.3) if kind == "slower" else (soil.b0 > 0.3)
        assert not session.garden.climate(TODAY).is_relative
        assert loss(session, session.garden.climate(TODAY), ago=90) < loss(session, PLAIN, ago=90) - 0.02


def test_everything_shown_goes_through_it_and_undo_gives_back_what_was(tmp_path: Path) -> None:
    with planted(tmp_path / "g", 25) as session:
        before, id_ = session.garden, next(iter(session.garden.plants))
        told: list[bool] = []
        session.subscribe(
            lambda heard: told.append(bool(heard.changeset and heard.changeset.of_whole_garden))
        )
        assert isinstance(session.learn_soil(session.matured()), Done)
        climate = session.garden.climate(TODAY)
        assert (climate.b0, climate.b1) != (0.0, 1.0)
        after, plain = session.garden.growth(id_, TODAY), before.growth(id_, TODAY)
        assert after.vitality != plain.vitality
        assert after.roots_days != plain.roots_days
        assert session.garden.plants == before.plants
        assert session.undo() is not None
        assert session.garden.growth(id_, TODAY) == plain
        assert session.garden.soils == {}
        assert session.redo() is not None
        assert session.garden.growth(id_, TODAY) == after
        assert told == [True, True, True]
        assert session.check().ok


def test_it_is_dated_and_an_earlier_day_keeps_its_own(tmp_path: Path) -> None:
    with planted(tmp_path / "g", 25) as session:
        assert isinstance(session.learn_soil(session.matured()), Done)
        first = session.garden.soil(TODAY)
    later = TODAY + timedelta(days=40)
    with Session.open(tmp_path / "g", on=later) as session:
        assert isinstance(session.learn_soil(session.matured()), Done)
        assert len(session.garden.soils) == 2
        assert session.garden.soil(TODAY) == session.garden.soil(later - timedelta(days=1)) == first
        second = session.garden.soil(later)
        assert second is not None
        assert second.valid_from == later
        assert session.garden.soil(TODAY - timedelta(days=1)) is None
        # Learnt again on its day it is replaced; nothing new teaches nothing new.
        done = session.learn_soil(session.matured())
        assert isinstance(done, Done)
        assert done.changeset.changes == ()
        assert len(session.garden.soils) == 2
        assert session.check().ok


def test_reset_holds_until_it_is_asked_for(tmp_path: Path) -> None:
    with planted(tmp_path / "g", 25) as session:
        assert due(session)
        assert isinstance(session.learn_soil(session.matured()), Done)
        assert not due(session)
    tomorrow, next_month = TODAY + timedelta(days=1), TODAY + timedelta(days=60)
    with Session.open(tmp_path / "g", on=tomorrow) as session:
        assert due(session), "a new month has begun"
        assert isinstance(session.reset_soil(), Done)
        assert session.garden.climate(tomorrow) == PLAIN
        assert session.garden.climate(TODAY) != PLAIN
        assert not due(session)
        again = session.reset_soil()
        assert isinstance(again, Done)
        assert again.changeset.changes == ()
    with Session.open(tmp_path / "g", on=next_month) as session:
        assert not due(session)
        assert session.garden.climate(next_month) == PLAIN
        assert isinstance(session.learn_soil(session.matured()), Done)
        assert session.garden.climate(next_month) != PLAIN


def test_what_was_undone_is_not_learnt_again_at_once(tmp_path: Path) -> None:
    with planted(tmp_path / "g", 25) as session:
        assert isinstance(session.learn_soil(session.matured()), Done)
        session.undo()
        assert not due(session), "learning would take away what can be done again"
        session.perform(lambda g: deeds.done_for_today(g, today=TODAY))
        assert due(session)


def test_few_predictions_are_refused_and_change_nothing(tmp_path: Path) -> None:
    with planted(tmp_path / "g", 1) as session:
        few = session.matured()
        most = max(sum(one.forecast is kind for one in few) for kind in (True, False))
        assert 0 < most < LEAST
        refused = session.learn_soil(few)
        assert refused == Refusal("few-predictions", {"has": most, "needs": LEAST})
        assert session.garden.soils == {}


def test_invented_people_teach_nothing_by_themselves(tmp_path: Path) -> None:
    with Session.open(tmp_path / "g", create=True, on=TODAY) as session:
        session.perform(lambda garden: plant_sample(garden, contacts=30, seed=1, today=TODAY))
        assert len(session.matured()) >= LEAST
        assert not due(session)


def test_patience_sets_the_horizon_of_the_predictions(tmp_path: Path) -> None:
    with planted(tmp_path / "g", 10) as session:
        usual = session.matured()
        session.perform(lambda g: deeds.choose(g, "patience", "0.5", today=TODAY))
        assert session.matured() != usual
