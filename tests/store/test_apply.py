"""One changeset, one transaction: all of it or nothing, only on the revision it was asked of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction
from gardener.domain.introduction import Introduction
from gardener.domain.plan import Plan
from gardener.domain.records import Batch, CheckIn, Choice
from gardener.domain.tie import fold_all
from gardener.store import GardenFile, Inconsistent, Stale
from tests.store.worlds import NOW, Keeper, came, keeper, talk

DAY = date(2026, 2, 1)


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[Keeper]:
    """A keeper of a file with Jane and Gus in it."""
    with (one := keeper(tmp_path)).file:
        one.plant("jane", "gus")
        yield one


def test_each_deed_makes_one_revision(grown: Keeper) -> None:
    assert grown.file.revision() == 1
    grown.do(*came(CheckIn(DAY)))
    grown.undo()
    grown.redo()
    assert grown.file.revision() == grown.garden.revision == 4


def test_references_may_come_in_any_order(grown: Keeper) -> None:
    mary = Contact(id="mary", name="Mary", created=DAY, introduced_by="zoe")
    zoe = Contact(id="zoe", name="Zoë", created=DAY, introduced_by="mary")
    intro = Introduction(id="i", by="mary", to="zoe", day=DAY, interaction="t")
    grown.do(*came(intro, talk("t", DAY, "mary", "zoe"), mary, zoe))
    assert grown.file.load() == grown.garden
    assert grown.file.check().ok


def test_several_changes_of_one_value_count_as_one(grown: Keeper) -> None:
    jane = grown.garden.plants["jane"].contact
    married = replace(jane, name="Jane Jones")
    passing = Contact(id="p", name="Passing", created=DAY)
    grown.do(
        Change(jane, married),
        Change(married, replace(married, tags=("friend",))),
        Change(None, passing),
        Change(passing, None),
    )
    assert grown.file.load() == grown.garden
    assert set(grown.garden.plants) == {"jane", "gus"}


def test_a_changed_contact_keeps_what_its_history_adds_up_to(grown: Keeper) -> None:
    grown.do(*came(talk("t", DAY, "jane")))
    jane = grown.garden.plants["jane"].contact
    grown.do(Change(jane, replace(jane, name="Jane Jones")))
    assert grown.file.load().plants["jane"].tie == fold_all(grown.file.history("jane"))


@pytest.mark.parametrize(
    "changes",
    [
        came(talk("t", DAY, "nobody")),
        came(Contact(id="jane", name="Another Jane", created=DAY)),
        [Change(Contact(id="nobody", name="N", created=DAY), None)],
        [Change(Choice("theme", "light"), Choice("theme", "dusk"))],
        came(Plan(id="p", contact="nobody", day=DAY, text="call", created=DAY)),
        came(replace(talk("t", DAY, "gus"), batch="none")),
    ],
    ids=["unknown participant", "id taken", "gone already", "not there", "plan of nobody", "unknown batch"],
)
def test_a_changeset_that_does_not_fit_changes_nothing(grown: Keeper, changes: list[Change]) -> None:
    before, deeds = grown.file.load(), grown.file.deeds()
    with pytest.raises(Inconsistent):
        grown.do(Change(None, CheckIn(DAY)), *changes)
    assert (grown.file.load(), grown.file.deeds()) == (before, deeds)
    assert grown.file.check().ok
    grown.do(*came(CheckIn(DAY)))


def test_taking_away_a_contact_that_is_still_named_is_refused(grown: Keeper) -> None:
    grown.do(*came(talk("t", DAY, "jane", "gus")))
    with pytest.raises(Inconsistent):
        grown.do(Change(grown.garden.plants["jane"].contact, None))
    assert grown.file.load() == grown.garden


def test_text_that_sqlite_cannot_keep_changes_nothing(grown: Keeper) -> None:
    with pytest.raises(UnicodeEncodeError):
        grown.do(*came(CheckIn(DAY), Contact(id="x", name="lone \ud800 surrogate", created=DAY)))
    assert grown.file.load() == grown.garden
    grown.do(*came(CheckIn(DAY)))


def test_there_is_nothing_to_undo_or_redo_at_first(tmp_path: Path) -> None:
    with (one := keeper(tmp_path)).file as file:
        for kind in ("undo", "redo"):
            with pytest.raises(Inconsistent):
                one.carry_out(Changeset(What("deed"), tuple(came(CheckIn(DAY)))), kind)
        assert file.load() == Garden()


def test_a_deed_asked_of_an_older_revision_is_stale(grown: Keeper) -> None:
    with GardenFile.open(grown.file.path) as second:
        other = Keeper(second)
        other.do(*came(CheckIn(DAY)))
        with pytest.raises(Stale) as stale:
            grown.plant("mary")
        assert (stale.value.expected, stale.value.found) == (1, 2)
        assert grown.file.load() == other.garden
        grown.garden = grown.file.load()
        grown.plant("mary")
        assert second.revision() == 3
        assert second.load() == grown.garden


def test_a_load_sees_one_state_while_another_process_writes(grown: Keeper) -> None:
    with GardenFile.open(grown.file.path) as second:
        grown.file._connection.execute("BEGIN")
        before = grown.file.revision()
        Keeper(second).plant("mary")
        assert grown.file.revision() == before
        assert set(grown.file.load().plants) == {"jane", "gus"}
        grown.file._connection.execute("ROLLBACK")
        assert set(grown.file.load().plants) == {"jane", "gus", "mary"}


def test_a_history_is_in_canonical_order(grown: Keeper) -> None:
    _, outgoing, incoming = Direction
    grown.do(
        *came(
            talk("d", date(2026, 2, 2), "jane"),
            talk("c", DAY, "jane", direction=incoming),
            talk("b", DAY, "gus", "jane", direction=outgoing),
            talk("a", DAY, "jane", direction=outgoing, at=time(8)),
            talk("other", DAY, "gus"),
        )
    )
    assert [i.id for i in grown.file.history("jane")] == ["a", "b", "c", "d"]
    assert grown.file.history("nobody") == ()
    assert grown.file.interaction("b") == talk("b", DAY, "gus", "jane", direction=outgoing)
    assert grown.file.interaction("none") is None


def test_interactions_of_a_span_include_both_ends(grown: Keeper) -> None:
    grown.do(*came(*(talk(str(day), date(2026, 2, day), "jane") for day in range(1, 8))))
    found = grown.file.interactions(since=date(2026, 2, 2), until=date(2026, 2, 4))
    assert [i.id for i in found] == ["2", "3", "4"]
    assert [i.id for i in grown.file.interactions(until=date(2026, 2, 2))] == ["1", "2"]
    assert len(list(grown.file.interactions())) == 7


def test_the_earliest_and_the_last_day_are_kept(grown: Keeper) -> None:
    grown.do(*came(talk("first", date.min, "jane"), talk("last", date.max, "jane")))
    assert [i.day for i in grown.file.history("jane")] == [date.min, date.max]
    assert len(list(grown.file.interactions())) == 2
    assert grown.file.load() == grown.garden


def test_the_history_of_deeds_says_what_was_done(grown: Keeper) -> None:
    what = What("logged", {"name": "Jane", "count": 2}, "jane")
    grown.carry_out(Changeset(what, tuple(came(talk("t", DAY, "jane")))), "do")
    grown.undo()
    last, first = grown.file.deeds()
    assert (last.seq, last.what, last.when, last.undone, last.batch) == (2, what, NOW, True, None)
    assert (first.seq, first.undone) == (1, False)
    assert grown.file.deeds(limit=1) == (last,)
    assert (grown.file.last_done(), grown.file.first_undone()) == (first, last)


def test_an_import_of_many_is_one_deed(grown: Keeper) -> None:
    batch = Batch(id="b", number=1, at=NOW, files=("big.vcf",), new=5000, merged=0)
    people = [Contact(id=f"c{n}", name=f"N {n}", created=DAY, emails=(f"{n}@x.org",)) for n in range(5000)]
    grown.do(*came(batch, *people), batch="b")
    assert len(grown.file.load().plants) == 5002
    assert len(grown.file.changes_of_batch("b")) == 5001
    grown.undo()
    assert grown.file.load() == grown.garden
    assert len(grown.garden.plants) == 2
