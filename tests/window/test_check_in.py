"""The check-in in the real window: twelve items, each with its own right deed, by twelve keys and two more."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from gardener.domain import deeds
from gardener.domain.changes import Answer, Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.items import Item, ItemKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.stage import Ending, Stage
from gardener.session import Done, Session
from tests.window.real_window import Display, window

DAY = date(2026, 3, 4)
LAST = DAY - timedelta(days=2)
KEYS = {
    "Ann": "l", "Cleo": "l", "Dan": "r", "Eve": "l", "Fay": "Return", "Gil": "1", "Hal": "l", "Hugo": "t",
    "Ida": "b", "Jon": "Return", "Kay": "d", "Lou": "Return",
}  # fmt: skip
"""The right deed for each: log the answer, the thanks, rest, a word, good to know, compost, a word, not today, …"""
OUT, IN, BOTH = Direction.OUTGOING, Direction.INCOMING, Direction.MUTUAL


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


class Planted:
    """A garden whose list has twelve items of nine kinds on DAY."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.ids: dict[str, str] = {}

    def do(self, answer: Answer) -> None:
        assert isinstance(self.session.perform(lambda _: answer), Done)

    def add(self, name: str, *, created: int = 300, stage: Stage = Stage.GROWING) -> str:
        """Plants somebody so many days ago."""
        id_ = self.session.new_id()
        contact = Contact(
            id=id_, name=name, created=ago(created), planted=stage, emails=(f"{name.lower()}@x.example",)
        )
        self.do(deeds.add(self.session.garden, contact))
        self.ids[name] = id_
        return id_

    def spoke(self, name: str, *told: tuple[int, Direction]) -> None:
        """What has happened with somebody, so many days ago."""
        for days, direction in told:
            kind = Kind.MEETING if direction is BOTH else Kind.EMAIL
            one = Interaction(
                id=self.session.new_id(), day=ago(days), kind=kind, direction=direction,
                participants=(self.ids[name],),
            )  # fmt: skip
            self.do(Changeset(What("log"), (Change(None, one),)))

    def plan(self, name: str, kind: PlanKind) -> None:
        """Something due today, planned ten days ago."""
        id_ = self.session.new_id()
        plan = Plan(id=id_, contact=self.ids[name], day=DAY, text="the notes", created=ago(10), kind=kind)
        self.do(Changeset(What("plan"), (Change(None, plan),)))

    def grow(self) -> None:
        """All of them."""
        for name in ("Ann", "Bob", "Cleo", "Dan", "Eve", "Fay", "Hal", "Hugo", "Jon", "Kay", "Lou"):
            self.add(name)
        self.add("Gil", created=121, stage=Stage.SEED)
        self.add("Ida", created=20, stage=Stage.SEED)
        self.spoke("Ann", (40, BOTH), (9, OUT), (2, IN))
        self.spoke("Bob", (12, BOTH), (5, BOTH))
        self.spoke("Cleo", (3, BOTH))
        self.do_introduction()
        self.spoke("Dan", (82, BOTH))
        self.spoke("Eve", (33, BOTH))
        self.spoke("Fay", (60, BOTH), (2, BOTH))
        self.spoke("Hal", (200, BOTH), (90, BOTH))
        self.spoke("Hugo", (20, BOTH))
        self.spoke("Jon", (20, BOTH), (5, OUT), (3, OUT), (2, OUT))
        self.spoke("Kay", (4, BOTH))
        self.spoke("Lou", (4, BOTH))
        self.plan("Kay", PlanKind.PROMISE)
        self.plan("Lou", PlanKind.TALK)
        self.do(deeds.done_for_today(self.session.garden, today=LAST))

    def do_introduction(self) -> None:
        """Bob introduces Cleo, unasked."""
        intro = Introduction(
            id=self.session.new_id(), by=self.ids["Bob"], to=self.ids["Cleo"], day=ago(1)
        )  # fmt: skip
        self.do(Changeset(What("introduce"), (Change(None, intro),)))


def test_twelve_items_by_twelve_keys_and_two(screen: Display, tmp_path: Path) -> None:
    file = tmp_path / "my.gardener"
    with Session.open(file, create=True, on=DAY) as session:
        planted = Planted(session)
        planted.grow()
        items = session.agenda().items
        names = {id_: name for name, id_ in planted.ids.items()}
    told = [names[item.contact or ""] for item in items]
    assert sorted(told) == sorted(KEYS)
    assert {item.kind for item in items} == set(ItemKind) - {ItemKind.MEANWHILE}

    with window(screen, file, on=DAY.isoformat(), folder=tmp_path) as opened:
        opened.keys("F5")
        for at, name in enumerate(told):
            opened.wait(partial(_looks_at, f"{at + 1} of 12"), f"{name} to be looked at")
            opened.keys(KEYS[name])
        opened.wait(lambda look: look["focus"] == "checkInDone", "the end of the list")
        opened.keys("Return")
        opened.wait(lambda look: look["focus"] == "garden", "the garden to be there again")
    with Session.open(file, on=DAY) as session:
        _is_as_it_should_be(session, planted.ids)


def _looks_at(progress: str, look: dict[str, Any]) -> bool:
    return look["focus"] == "checkInCard" and progress in look["texts"]["gardener"]


def _is_as_it_should_be(session: Session, ids: dict[str, str]) -> None:
    def last(name: str) -> tuple[date, Direction, bool]:
        one = session.history(ids[name])[-1]
        return one.day, one.direction, one.thanks

    assert [last(name) for name in ("Ann", "Eve", "Hal")] == [(DAY, OUT, False)] * 3
    assert last("Bob") == (DAY, OUT, True)
    contacts = {name: session.garden.plants[id_].contact for name, id_ in ids.items()}
    assert contacts["Dan"].resting is not None
    assert contacts["Gil"].moves[-1].reason is Ending.NO_REPLY
    assert all(plan.done == DAY for plan in session.garden.plans.values())
    for name in ("Fay", "Hugo", "Ida", "Jon"):
        assert last(name)[0] < DAY if name != "Ida" else session.history(ids[name]) == ()
    assert DAY.isoformat() in session.garden.checkins
    assert session.agenda().items == ()
    tomorrow = DAY + timedelta(days=1)
    assert ids["Hugo"] in [item.contact for item in _list_on(session, tomorrow)]


def _list_on(session: Session, day: date) -> list[Item]:
    """The list of another day."""
    from gardener.domain.agenda import agenda

    def as_of(on: date) -> Garden:
        return session.as_of(on)

    before = as_of(DAY - timedelta(days=1))
    return list(agenda(as_of(day), day, morning=as_of(DAY), before=before).items)
