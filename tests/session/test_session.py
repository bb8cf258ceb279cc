"""One open garden: performed, undone, redone, refreshed, told; on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gardener.domain import deeds
from gardener.domain.changes import Answer, Caution, Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.sample import sample
from gardener.domain.stage import Stage
from gardener.session import Done, FileProblem, Heard, InputFile, Session

DAY = date(2026, 3, 1)
VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Jane Miller\r\nEMAIL:jane@x.example\r\nEND:VCARD\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.garden"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with Session.open(path, create=True, on=DAY) as opened:
        yield opened


def add(session: Session, name: str = "Jane Miller") -> str:
    contact = Contact(id=session.new_id(), name=name, created=session.today)
    assert isinstance(session.perform(lambda garden: deeds.add(garden, contact)), Done)
    return contact.id


def touch(
    session: Session, contact: str, direction: Direction = Direction.OUTGOING, day: date | None = None
) -> Interaction:
    return Interaction(
        id=session.new_id(),
        day=day or session.today,
        kind=Kind.EMAIL,
        direction=direction,
        participants=(contact,),
    )


def test_a_missing_garden_is_made_only_on_request(path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        Session.open(path)
    assert problem.value.code == "missing"
    assert not path.exists()


def test_a_deed_survives_a_restart_and_can_then_be_undone_and_redone(path: Path, session: Session) -> None:
    jane = add(session)
    session.log(touch(session, jane))
    watered = session.garden
    session.close()
    with Session.open(path, on=DAY) as again:
        assert again.garden == watered
        assert again.undoable is not None
        assert again.undoable.code == "log"
        again.undo()
        assert again.garden.plants[jane].tie.run == 0
        again.undo()
        assert not again.garden.plants
        assert again.undo() is None
    with Session.open(path, on=DAY) as third:
        third.redo()
        third.redo()
        assert third.redo() is None
        assert third.garden.plants == watered.plants


def test_nothing_to_do_writes_nothing(session: Session) -> None:
    jane = add(session)
    before = session.garden.revision
    done = session.perform(lambda garden: deeds.wake(garden, jane, today=DAY))
    assert isinstance(done, Done)
    assert (done.changeset.changes, session.garden.revision) == ((), before)


def test_listeners_hear_what_was_touched_and_who_began(session: Session) -> None:
    heard: list[Heard] = []
    stop = session.subscribe(heard.append)
    jane = add(session)
    session.log(touch(session, jane), initiator="form")
    session.undo()
    assert [h.touched for h in heard] == [frozenset({jane})] * 3
    assert [h.initiator for h in heard] == [None, "form", None]
    stop()
    session.redo()
    assert len(heard) == 3


def test_when_the_file_refuses_nothing_else_has_moved(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    jane = add(session)
    heard: list[Heard] = []
    session.subscribe(heard.append)
    before = session.garden

    def full(*_: object, **__: object) -> int:
        raise FileProblem("full", {"path": "x"})

    with monkeypatch.context() as patch:
        patch.setattr(session._file, "apply", full)
        with pytest.raises(FileProblem):
            session.log(touch(session, jane))
    assert (session.garden, heard) == (before, [])
    assert isinstance(session.log(touch(session, jane)), Done)


def test_another_program_wrote_first_and_the_deed_is_asked_again(path: Path, session: Session) -> None:
    jane = add(session)
    with Session.open(path, on=DAY) as other:
        bob = add(other, "Bob")
        asked: list[Garden] = []

        def move(garden: Garden) -> Answer:
            asked.append(garden)
            return deeds.move(garden, jane, Stage.GROWING, today=DAY)

        heard: list[Heard] = []
        session.subscribe(heard.append)
        assert isinstance(session.perform(move), Done)
        assert [bob in garden.plants for garden in asked] == [False, True]
        assert [h.touched for h in heard] == [None, {jane}]
        assert other.refresh()
        assert not other.refresh()
        assert other.garden == session.garden


def test_undo_undoes_the_last_deed_whoever_did_it(path: Path, session: Session) -> None:
    add(session)
    with Session.open(path, on=DAY) as other:
        bob = add(other, "Bob")
        done = session.undo()
        assert done is not None
        assert done.what.contact == bob
        assert bob not in session.garden.plants


def test_the_guard_of_another_day_sees_the_garden_of_that_day(path: Path, session: Session) -> None:
    jane = add(session)
    session.log(touch(session, jane))
    session.close()
    with Session.open(path, on=DAY + timedelta(days=1)) as next_day:
        assert isinstance(next_day.log(touch(next_day, jane)), Caution)
        assert isinstance(next_day.log(touch(next_day, jane), anyway=True), Done)
    with Session.open(path, on=DAY) as back:
        assert back.seen.plants[jane].tie.run == 1
        assert back.garden.plants[jane].tie.run == 2
        assert [i.day for i in back.history(jane)] == [DAY]
    with Session.open(path, on=DAY - timedelta(days=1)) as before:
        assert not before.seen.plants


def test_the_real_clock_gives_the_day_and_the_hour(path: Path) -> None:
    noon = datetime.combine(DAY, time(12))
    Session.open(path, create=True).close()
    from gardener.store import GardenFile

    with Session(GardenFile.open(path), clock=lambda: noon) as session:
        jane = add(session)
        assert (session.today, session.now) == (DAY, noon)
        later = replace(touch(session, jane, Direction.MUTUAL), time=time(13))
        assert isinstance(session.log(later), Refusal)


def test_an_import_is_one_deed_and_can_be_taken_back_after_a_restart(path: Path, session: Session) -> None:
    plan, dry = session.imports.bring([InputFile("a.vcf", VCARD)], dry_run=True)
    assert (plan.files[0].new, dry, len(session.garden.plants)) == (1, None, 0)
    session.imports.bring([InputFile("a.vcf", VCARD)])
    _, again = session.imports.bring([InputFile("a.vcf", VCARD)])
    assert isinstance(again, Done)
    assert again.changeset.changes == ()
    assert len(session.record()) == 1
    imported = session.garden
    session.close()
    with Session.open(path, on=DAY) as later:
        (batch,) = later.garden.batches.values()
        taken = later.imports.take_back(batch)
        assert isinstance(taken, deeds.TakenBack)
        assert [n.name for n in taken.removed] == ["Jane Miller"]
        assert not later.garden.plants
        assert isinstance(later.imports.take_back(batch), Refusal)
        later.undo()
        assert later.garden.plants == imported.plants


def test_whom_a_later_batch_merged_into_stays(session: Session) -> None:
    session.imports.bring([InputFile("a.vcf", VCARD)])
    more = VCARD.replace(b"EMAIL:", b"ORG:Meridian\r\nEMAIL:")
    session.imports.bring([InputFile("b.vcf", more)])
    first = min(session.garden.batches.values(), key=lambda b: b.number)
    taken = session.imports.take_back(first)
    assert isinstance(taken, deeds.TakenBack)
    assert [(n.name, reason) for n, reason in taken.kept] == [("Jane Miller", "later-batch")]
    second = max(session.garden.batches.values(), key=lambda b: b.number)
    restored = session.imports.take_back(second)
    assert isinstance(restored, deeds.TakenBack)
    assert [n.name for n in restored.restored] == ["Jane Miller"]


def test_removing_and_undoing_gives_back_histories_and_sources(session: Session) -> None:
    session.imports.bring([InputFile("a.vcf", VCARD)])
    (jane,) = session.garden.plants
    session.log(touch(session, jane, Direction.INCOMING))
    before, history = session.garden, session.history(jane)
    session.remove(jane)
    assert not session.garden.plants
    session.undo()
    assert session.garden.plants == before.plants
    assert session.history(jane) == history
    _, again = session.imports.bring([InputFile("a.vcf", VCARD)])
    assert isinstance(again, Done)
    assert again.changeset.changes == ()


STAGES = st.sampled_from(list(Stage))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_row_of_deeds_undone_gives_back_exactly_what_was(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Property 7: every deed can be undone, in any order of kinds, also after a restart."""
    path = tmp_path_factory.mktemp("garden") / "a.garden"
    # Contacts are drawn in the order of their ids: the same row of draws must find the same ones.
    numbers = count()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "new_id", staticmethod(lambda: str(uuid5(NAMESPACE_OID, str(next(numbers))))))
        _done_and_undone(path, data)


def _done_and_undone(path: Path, data: st.DataObject) -> None:
    states: list[Garden] = []
    with Session.open(path, create=True, on=DAY) as session:
        session.perform(lambda garden: sample(DAY, contacts=4))
        for _ in range(data.draw(st.integers(1, 12))):
            states.append(replace(session.garden, revision=0))
            before = session.garden.revision
            _any_deed(session, data)
            if session.garden.revision == before:
                states.pop()
        assert session.check().ok
    with Session.open(path, on=DAY) as session:
        last = replace(session.garden, revision=0)
        for state in reversed(states):
            assert session.undo() is not None
            assert replace(session.garden, revision=0) == state
        for _ in states:
            session.redo()
        assert replace(session.garden, revision=0) == last
        assert session.check().ok


def _any_deed(session: Session, data: st.DataObject) -> None:
    plants = sorted(session.garden.plants)
    choice = data.draw(
        st.sampled_from(["add", "log", "move", "rest", "remove", "edit", "import", "take-back", "remove-log"])
    )
    if choice == "add" or not plants:
        add(
            session,
            data.draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).map(lambda s: f"x{s}")),
        )
        return
    who = data.draw(st.sampled_from(plants))
    match choice:
        case "log":
            day = DAY - timedelta(days=data.draw(st.integers(0, 400)))
            draft = touch(session, who, data.draw(st.sampled_from(Direction)), day)
            others = tuple(data.draw(st.sets(st.sampled_from(plants), max_size=2)) - {who})
            session.log(replace(draft, participants=(who, *others)), anyway=True)
        case "move":
            stage = data.draw(STAGES)
            session.perform(lambda garden: deeds.move(garden, who, stage, today=DAY))
        case "rest":
            session.perform(lambda garden: deeds.rest(garden, who, today=DAY))
        case "remove":
            session.remove(who)
        case "edit":
            contact = session.garden.plants[who].contact
            tags = data.draw(st.lists(st.sampled_from(["a", "b", "c"]), max_size=3))
            session.perform(lambda garden: deeds.edit(garden, replace(contact, tags=tuple(tags))))
        case "import":
            session.imports.bring(
                [InputFile("a.vcf", VCARD.replace(b"UID:1", b"UID:%d" % data.draw(st.integers(1, 3))))]
            )
        case "take-back":
            for batch in list(session.garden.batches.values())[-1:]:
                session.imports.take_back(batch)
        case _:
            for first in session.history(who)[:1]:
                _remove(session, first)


def _remove(session: Session, interaction: Interaction) -> None:
    session.perform(lambda garden: deeds.remove_log(garden, interaction))


def test_a_changeset_names_every_contact_it_touches() -> None:
    changeset = sample(DAY, contacts=30)
    assert isinstance(changeset, Changeset)
    assert len(changeset.touched) == 30


def test_in_disguise_all_is_read_with_other_names_and_no_deed_is_done(session: Session) -> None:
    jane = add(session)
    note = replace(touch(session, jane), note="Talked about Boston")
    assert isinstance(session.log(note, anyway=True), Done)
    heard: list[Heard] = []
    session.subscribe(heard.append)
    session.disguise = True
    assert heard == [Heard(None, None)]
    for garden in (session.garden, session.seen):
        contact = garden.contact(jane)
        assert contact is not None
        assert contact.name != "Jane Miller"
    told = session.history(jane)[0].note, session.interaction(note.id), session.record(), session.undoable
    assert "Boston" not in repr(told)
    assert "Jane" not in repr(told)
    assert session.perform(lambda garden: deeds.wake(garden, jane, today=DAY)) == Refusal("in-disguise")
    assert session.remove(jane) == Refusal("in-disguise")
    assert session.undo() is None
    session.disguise = False
    present = session.seen.contact(jane)
    assert present is not None
    assert present.name == "Jane Miller"
    assert session.history(jane)[0].note == "Talked about Boston"
    assert session.undo() is not None
