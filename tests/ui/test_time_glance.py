"""In passing every plant looks on every day as it does when that day is read afresh, whichever days came before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import cast

import pytest

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Resting, StageMove
from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.loops import open_loops
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.plan import Dismissal, Plan
from gardener.domain.records import WINTER, Choice, Soil
from gardener.domain.sample import sample
from gardener.domain.stage import Stage
from gardener.scene.coarse import coarse
from gardener.scene.showing import PlantShown, shown
from gardener.scene.view import GardenView
from gardener.session import Session
from gardener.ui.sight import Sight
from gardener.ui.time_glance import Glance

DAY = date(2026, 11, 22)
FIRST, LAST = -420, 120


class Board:
    """Stands in for the picture: everybody is in view, and what it is told to show is kept."""

    def __init__(self, ids: Collection[str]) -> None:
        self.ids = tuple(ids)
        self.plants: dict[str, PlantShown] = {}

    def in_view(self) -> tuple[str, ...]:
        return self.ids

    def glance(self, changed: Sequence[PlantShown], removed: Collection[str] = ()) -> None:
        self.plants.update((plant.id, plant) for plant in changed)
        for id_ in removed:
            self.plants.pop(id_, None)


@pytest.fixture(scope="module", params=[1, 2])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A sample garden in which everything that is dated has happened to somebody."""
    dice = Random(request.param)
    path = tmp_path_factory.mktemp("glance") / "lived.garden"
    with Session.open(path, create=True, on=DAY) as session:
        for changeset in (lambda _: sample(DAY, contacts=24), lambda g: _records(g, dice)):
            session.perform(changeset)
        session.perform(lambda garden: _dismissals(session, garden, dice))
        yield session


def _records(garden: Garden, dice: Random) -> Changeset:
    ids = sorted(garden.plants)

    def some() -> date:
        return DAY + timedelta(days=dice.randint(FIRST, 60))

    def perhaps() -> date | None:
        return dice.choice((None, some()))

    changes = []
    for id_ in dice.sample(ids, 10):
        contact = garden.plants[id_].contact
        after = replace(contact, introduced_by=dice.choice(ids))
        if dice.random() < 0.5:
            after = after.moved(StageMove(some(), dice.choice(tuple(Stage))))
        if dice.random() < 0.5:
            after = replace(after, resting=Resting(perhaps(), perhaps()))
        changes.append(Change(contact, after))
    new: list[object] = [
        Soil(id="soil", valid_from=some(), b0=0.3, b1=0.8, learnt_from=120),
        Choice("patience", "2", some()),
        Choice("seed-days", "47", some()),
    ]
    winter = some()
    new.append(Choice(WINTER, f"holiday {winter + timedelta(days=20)}", winter))
    for number in range(60):
        by, to = dice.sample(ids, 2)
        new.append(
            Introduction(
                id=f"intro-{number}",
                by=by,
                to=to,
                day=some(),
                origin=dice.choice(tuple(Origin)),
                outcome=dice.choice((Outcome.PENDING, Outcome.PENDING, *Outcome)),
                by_agreed=perhaps(),
                to_agreed=perhaps(),
                settled=perhaps(),
                told=perhaps(),
            )
        )
        created = some()
        done = dice.choice((None, created + timedelta(days=9)))
        day = created + timedelta(days=dice.randint(0, 30))
        new.append(Plan(id=f"plan-{number}", contact=by, day=day, text="", created=created, done=done))
    for number in range(16):
        created = some()
        days = sorted(created + timedelta(days=dice.randint(0, 90)) for _ in range(3))
        kinds = (StepKind.APPLIED, StepKind.INTERVIEW, StepKind.OFFER)
        steps = tuple(Step(kind, day) for kind, day in zip(kinds, days, strict=True))[
            : dice.choice((1, 1, 2, 3))
        ]
        owed = tuple(dice.sample(ids, 2))
        new.append(
            Opportunity(
                id=f"job-{number}", employer="Acme", role="", created=created, steps=steps, thanks_to=owed
            )
        )
    return Changeset(What("test"), (*changes, *(Change(None, one) for one in new)))  # type: ignore[arg-type]


def _dismissals(session: Session, garden: Garden, dice: Random) -> Changeset:
    """Some of what was open on some days was closed a little later."""
    days = [DAY + timedelta(days=ago) for ago in range(FIRST, 0, 35)]
    loops = {loop.id: day for day in days for loop in open_loops(session.as_of(day), day)}
    closed = dice.sample(sorted(loops), min(60, len(loops)))
    return Changeset(
        What("test"), tuple(Change(None, Dismissal(id_, loops[id_] + timedelta(days=3))) for id_ in closed)
    )


def _looks(plant: PlantShown) -> PlantShown:
    """All that can be seen in passing: no trail is drawn then."""
    return plant._replace(led_to=())


def _afresh(sight: Sight, day: date, *, passing: bool) -> dict[str, PlantShown]:
    plants = shown(sight.garden_of(day), day)
    return {plant.id: _looks(coarse(plant) if passing else plant) for plant in plants}


def _seen(board: Board) -> dict[str, PlantShown]:
    return {id_: _looks(plant) for id_, plant in board.plants.items()}


@pytest.mark.parametrize(("stride", "touches"), [(1, 0), (3, 4), (None, 0)])
def test_every_day_looks_as_it_does_afresh(lived: Session, stride: int | None, touches: int) -> None:
    sight = Sight(lived)
    sight.per_week = touches
    board = Board(lived.garden.plants)
    glance = Glance(sight, cast(GardenView, board))
    days = [DAY + timedelta(days=ago) for ago in range(LAST, FIRST, -(stride or 1))]
    if stride is None:
        Random(3).shuffle(days)
        days = days[:120]
    for number, day in enumerate(days):
        if number % 10 == 5:
            glance.read_ahead(10.0)
        if number % 25 == 7:
            glance.show_exactly(day)
            assert _seen(board) == _afresh(sight, day, passing=False), day
        glance.show(day)
        assert _seen(board) == _afresh(sight, day, passing=True), day


def test_what_is_known_is_not_read_again(lived: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    sight, board = Sight(lived), Board(lived.garden.plants)
    glance = Glance(sight, cast(GardenView, board))
    days = [DAY - timedelta(days=ago) for ago in range(40)]
    for day in days:
        glance.show(day)
    monkeypatch.setattr(Sight, "glimpse", None)
    for day in reversed(days):
        glance.show(day)


def test_days_near_the_hand_are_read_before_it_comes_there(
    lived: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    sight, board = Sight(lived), Board(lived.garden.plants)
    glance = Glance(sight, cast(GardenView, board))
    glance.show(DAY - timedelta(days=50))
    while not glance.read_ahead(1.0):
        pass
    monkeypatch.setattr(Sight, "glimpse", None)
    for ago in range(21, 80):
        board.ids = board.in_view()
        glance.show(DAY - timedelta(days=ago))
