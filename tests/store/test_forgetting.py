"""Forgotten for good: nothing of the person is left in the bytes of the file, all others keep what is theirs."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.records import Source
from gardener.session import Done, Forgotten, InputFile, Session
from tests.store.test_version_3 import TO_VERSION_3

DAY = date(2026, 3, 1)
TRACES = ("Zebulon", "Quackenbush", "zebulon@q.example", "+4911223344", "Zeb-Card", "zeb-id")
CARD = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:zeb-id-9\r\nFN:Zebulon Quackenbush\r\n"
    b"EMAIL:zebulon@q.example\r\nTEL:+4911223344\r\nNOTE:Zeb-Card\r\nEND:VCARD\r\n"
)


class Told:
    """A garden in which somebody is told of in every place there is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.session = Session.open(path, create=True, on=DAY)
        self.session.imports.bring([InputFile("Zebulon Quackenbush.vcf", CARD)])
        (self.zeb,) = self.session.garden.plants
        self.ann = self.add("Ann", notes="knows Zebulon  Quackenbush well")
        self.ben = self.add(
            "Ben", introduced_by=self.zeb, common=CommonGround(("met zebulon quackenbush",), ())
        )

    def do(self, answer: Answer) -> None:
        assert isinstance(self.session.perform(lambda _: answer), Done)

    def add(self, name: str, **fields: object) -> str:
        contact = Contact(id=self.session.new_id(), name=name, created=DAY)
        for field, value in fields.items():
            object.__setattr__(contact, field, value)
        self.do(deeds.add(self.session.garden, contact))
        return contact.id

    def spoke(self, *who: str, note: str = "", days: int = 3) -> str:
        one = Interaction(
            id=self.session.new_id(), day=DAY - timedelta(days=days), kind=Kind.EVENT,
            direction=Direction.MUTUAL, participants=who, note=note,
        )  # fmt: skip
        self.do(Changeset(What("log", {"name": "Zebulon Quackenbush", "others": 1, "kind": "event",
                                       "direction": "mutual"}, who[0]), (Change(None, one),)))  # fmt: skip
        return one.id

    def fill(self) -> None:
        """Every kind of trace, and some that were undone or changed."""
        add = self.session.new_id
        self.shared = self.spoke(self.zeb, self.ann, self.ben, note="Zebulon Quackenbush sang")
        self.alone = self.spoke(self.zeb, days=2)
        self.theirs = self.spoke(self.ann, note="spoke of ZEBULON QUACKENBUSH", days=1)
        intro = Introduction(id=add(), by=self.zeb, to=self.ann, day=DAY, interaction=self.alone)
        other = Introduction(id=add(), by=self.ann, to=self.ben, day=DAY, interaction=self.alone)
        plan = Plan(id=add(), contact=self.zeb, day=DAY, text="call", created=DAY)
        about = Plan(id=add(), contact=self.ann, day=DAY, text="ask about Zebulon Quackenbush", created=DAY)
        job = Opportunity(
            id=add(), employer="Lumen", role="Planner", created=DAY, thanks_to=(self.ann, self.zeb, self.ben)
        )
        for entity in (intro, other, plan, about, job):
            self.do(Changeset(What("x"), (Change(None, entity),)))
        self.do(deeds.dismiss(self.session.garden, f"plan:{plan.id}", today=DAY, seen=self.session.seen))
        zeb = self.session.garden.plants[self.zeb].contact
        self.do(deeds.edit(self.session.garden, replace(zeb, name="Zebulon Quackenbush jr")))
        self.do(deeds.add_note(self.session.garden, self.ann, "lunch with Zebulon Quackenbush jr", today=DAY))
        self.session.undo()
        source = Source(
            id=add(), contact=self.ann, format="vcard", key="", digest="d", raw="RELATED:Zebulon Quackenbush"
        )
        self.do(Changeset(What("x"), (Change(None, source),)))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    made = Told(tmp_path / "my.gardener")
    with made.session:
        made.fill()
        yield made


def bytes_of(folder: Path) -> bytes:
    """Every file of the garden as it lies on the disk: the log beside it too."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def traces(raw: bytes, *more: str) -> list[str]:
    text = raw.decode("utf-8", "replace").lower()
    return [trace for trace in (*TRACES, *more) if trace.lower() in text]


def test_nothing_of_them_is_left_in_the_file(told: Told) -> None:
    assert set(traces(bytes_of(told.path.parent))) == set(TRACES)
    forgotten = told.session.forget(told.zeb)
    assert isinstance(forgotten, Forgotten)
    assert forgotten.name == "Zebulon Quackenbush jr"
    told.session.close()
    assert traces(bytes_of(told.path.parent), told.zeb) == []


def test_what_others_did_with_them_stands_without_them(told: Told) -> None:
    session = told.session
    before = {id_: session.garden.plants[id_].tie for id_ in (told.ann, told.ben)}
    session.forget(told.zeb)
    assert set(session.garden.plants) == {told.ann, told.ben}
    assert {id_: session.garden.plants[id_].tie for id_ in (told.ann, told.ben)} == before
    shared = session.interaction(told.shared)
    assert shared is not None
    assert shared.participants == (told.ann, told.ben)
    assert shared.note == "somebody sang"
    assert session.interaction(told.alone) is None
    (job,) = session.garden.opportunities.values()
    assert job.thanks_to == (told.ann, told.ben)
    (intro,) = session.garden.introductions.values()
    assert (intro.by, intro.to, intro.interaction) == (told.ann, told.ben, None)
    assert [plan.text for plan in session.garden.plans.values()] == ["ask about somebody"]
    assert session.garden.plants[told.ben].contact.introduced_by is None
    assert session.garden.plants[told.ann].contact.notes == "knows somebody well"
    assert session.check().ok, session.check()


def test_the_history_that_is_left_can_be_undone_to_its_beginning_and_done_again(told: Told) -> None:
    session = told.session
    session.forget(told.zeb)
    now = session.garden
    steps = 0
    while session.undo() is not None:
        steps += 1
        assert steps < 100
    assert not session.garden.plants
    while session.redo() is not None:
        pass
    assert replace(session.garden, revision=0) == replace(now, revision=0)
    assert session.check().ok
    assert traces(bytes_of(told.path.parent)) == []


def test_a_namesake_and_a_shared_number_stay_as_they_are(told: Told) -> None:
    namesake = told.add("Zebulon Quackenbush jr", phones=("+4911223344",), notes="not the other one")
    told.session.forget(told.zeb)
    kept = told.session.garden.plants[namesake].contact
    assert (kept.name, kept.phones, kept.notes) == (
        "Zebulon Quackenbush jr",
        ("+4911223344",),
        "not the other one",
    )
    assert told.session.check().ok


def test_copies_beside_it_are_rewritten_when_that_is_asked_for(told: Told) -> None:
    told.session.close()
    folder = told.path.parent
    copy = folder / "my.gardener.before-schema-2"
    shutil.copy(told.path, copy)
    (folder / "my.gardener.txt").write_text("no garden")
    session = Session.open(told.path, on=DAY)
    assert session.copies() == (copy,)
    with session:
        forgotten = session.forget(told.zeb, copies=True)
    assert isinstance(forgotten, Forgotten)
    assert (forgotten.rewritten, forgotten.left) == ((copy,), ())
    assert traces(bytes_of(folder), told.zeb) == []


def test_a_copy_of_an_older_version_is_rewritten_too_and_no_older_one_stays(told: Told) -> None:
    told.session.close()
    folder = told.path.parent
    copy = folder / "my.gardener.before-1"
    shutil.copy(told.path, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.executescript(TO_VERSION_3)
    files = {path.name for path in folder.iterdir()}
    with Session.open(told.path, on=DAY) as session:
        forgotten = session.forget(told.zeb, copies=True)
    assert isinstance(forgotten, Forgotten)
    assert (forgotten.rewritten, forgotten.left) == ((copy,), ())
    assert traces(bytes_of(folder), told.zeb) == []
    assert {path.name for path in folder.iterdir()} == files


def test_copies_that_were_not_asked_for_are_named(told: Told) -> None:
    told.session.close()
    copy = told.path.parent / "my.gardener.copy"
    shutil.copy(told.path, copy)
    with Session.open(told.path, on=DAY) as session:
        forgotten = session.forget(told.zeb)
        assert isinstance(forgotten, Forgotten)
        assert (forgotten.rewritten, forgotten.left) == ((), (copy,))
        assert session.forget(told.zeb) == Refusal("gone", {"name": told.zeb})
