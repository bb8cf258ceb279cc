"""What each import changed is kept for ever, and who was touched by a later one is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gardener.domain.changes import Change
from gardener.domain.contact import Contact
from gardener.domain.records import Batch, Source
from gardener.store import GardenFile, SourceRow
from tests.store.worlds import NOW, Keeper, came, keeper, talk

DAY = date(2026, 2, 1)


def batch(number: int) -> Batch:
    """The batch of that number, its id `b` and the number."""
    return Batch(id=f"b{number}", number=number, at=NOW, files=(f"{number}.vcf",), new=1, merged=0)


def source(id_: str, contact: str) -> Source:
    """A source of a contact."""
    return Source(
        id=id_,
        contact=contact,
        format="vcard",
        key=f"uid:{id_}",
        digest="d",
        raw="FN:x\r\n",
        said=(("name", "x"),),
    )


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[Keeper]:
    """Three imports: the second touches Jane, the third brings a source of Gus and a talk with Mary."""
    with (one := keeper(tmp_path)).file:
        people = [Contact(id=name, name=name, created=DAY) for name in ("jane", "gus", "mary", "zoe")]
        one.do(*came(batch(1), *people, source("s1", "jane")), batch="b1")
        one.do(Change(None, batch(2)), Change(people[0], replace(people[0], org="Acme")), batch="b2")
        one.do(*came(batch(3), source("s2", "gus"), replace(talk("t", DAY, "mary"), batch="b3")), batch="b3")
        one.do(Change(people[3], replace(people[3], org="by hand")))
        yield one


def test_what_an_import_changed_comes_back_in_order(grown: Keeper) -> None:
    changes = grown.file.changes_of_batch("b3")
    assert changes == tuple(came(batch(3), source("s2", "gus"), replace(talk("t", DAY, "mary"), batch="b3")))
    assert grown.file.changes_of_batch("none") == ()


def test_later_imports_are_named_by_contact(grown: Keeper) -> None:
    assert grown.file.batch_changes_after("b1") == {"jane": "b2", "gus": "b3", "mary": "b3"}
    assert grown.file.batch_changes_after("b2") == {}
    assert grown.file.batch_changes_after("none") == {}


def test_an_import_taken_back_or_undone_counts_no_more(grown: Keeper) -> None:
    taken = replace(batch(2), taken_back=DAY)
    jane = grown.garden.plants["jane"].contact
    grown.do(Change(batch(2), taken), Change(jane, replace(jane, org="")))
    assert grown.file.batch_changes_after("b1") == {"gus": "b3", "mary": "b3"}
    for _ in range(3):  # the take-back, the change by hand, the third import
        grown.undo()
    assert grown.file.batch_changes_after("b1") == {"jane": "b2"}
    assert grown.file.changes_of_batch("b3") == ()


def test_an_import_is_known_after_a_restart(grown: Keeper) -> None:
    grown.file.close()
    with GardenFile.open(grown.file.path) as file:
        assert file.batch_changes_after("b1") == {"jane": "b2", "gus": "b3", "mary": "b3"}
        assert [deed.batch for deed in file.deeds()] == [None, "b3", "b2", "b1"]


def test_sources_are_listed_without_and_read_with_their_raw_text(grown: Keeper) -> None:
    assert grown.file.sources() == (
        SourceRow(key="uid:s1", digest="d", contact="jane", id="s1", format="vcard", said=(("name", "x"),)),
        SourceRow(key="uid:s2", digest="d", contact="gus", id="s2", format="vcard", said=(("name", "x"),)),
    )
    assert grown.file.source("s2") == source("s2", "gus")
    assert grown.file.sources_of("jane") == (source("s1", "jane"),)
    with pytest.raises(KeyError):
        grown.file.source("none")
