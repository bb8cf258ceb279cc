"""Damage is found and told, part by part, and looking for it never fails."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction
from gardener.domain.records import Source
from gardener.store import FileProblem, GardenFile, header
from gardener.store.health import Health
from tests.store.worlds import came, keeper, talk

DAY = date(2026, 2, 1)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed garden of forty contacts with some history, one deed of it undone."""
    with (grown := keeper(tmp_path_factory.mktemp("template"))).file as file:
        people = grown.plant(*(f"contact-{n}" for n in range(40)))
        for n, person in enumerate(people):
            directions = [list(Direction)[k % 3] for k in range(n % 5)]
            grown.do(
                *came(
                    *(
                        talk(f"{person.id}-{k}", DAY + timedelta(days=7 * k), person.id, direction=direction)
                        for k, direction in enumerate(directions)
                    ),
                    Source(
                        id=f"s{n}", contact=person.id, format="vcard", key="", digest="", raw="FN:x\n" * 200
                    ),
                )
            )
        grown.undo()
        return file.path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A copy of that garden."""
    return Path(shutil.copy(template, tmp_path))


def altered(path: Path, *statements: str) -> Health:
    """The health after the statements were run on the file, references unwatched."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return GardenFile.examine(path)


def codes(health: Health) -> set[str]:
    """The codes of the problems."""
    assert health.ok == (not health.problems)
    return {problem.code for problem in health.problems}


def test_a_sound_file_is_counted(path: Path) -> None:
    health = GardenFile.examine(path)
    assert health == Health(
        ok=True, problems=(), schema=header.VERSION, contacts=40, interactions=76, last_backup=None
    )


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE ties SET depth = depth + 1e-12 WHERE contact = 'contact-3'", "tie"),
        ("DELETE FROM ties WHERE contact = 'contact-3'", "tie"),
        ("UPDATE interactions SET day = '2026-02-02' WHERE id = 'contact-3-0'", "tie"),
        ("UPDATE contacts SET folded = 'x' WHERE id = 'contact-3'", "folded"),
        ("DELETE FROM contacts WHERE id = 'contact-3'", "reference"),
        ("UPDATE deeds SET undone = 1 WHERE seq = 2", "deeds"),
        ("UPDATE deed_changes SET after = '{}' WHERE deed = 2", "undecodable"),
        ("UPDATE deed_changes SET kind = 'weed' WHERE deed = 2", "undecodable"),
        ("UPDATE deeds SET facts = 'x' WHERE seq = 2", "unreadable"),
        ("UPDATE sources SET said = '[1]' WHERE id = 's3'", "unreadable"),
        ("UPDATE interactions SET kind = 'shout' WHERE id = 'contact-3-0'", "unreadable"),
        ("CREATE TABLE weeds (id TEXT)", "schema"),
        ("DROP INDEX ix_interactions_day", "schema"),
        ("ALTER TABLE plans ADD COLUMN colour TEXT", "schema"),
        ("CREATE TRIGGER greedy AFTER INSERT ON plans BEGIN DELETE FROM plans; END", "schema"),
    ],
)
def test_each_kind_of_damage_is_named(path: Path, statement: str, code: str) -> None:
    assert codes(altered(path, statement)) == {code}


def test_a_missing_table_does_not_hide_the_rest(path: Path) -> None:
    found = altered(path, "DROP TABLE sources", "UPDATE ties SET depth = 9 WHERE contact = 'contact-3'")
    assert codes(found) == {"schema", "tie", "unreadable"}
    assert (found.schema, found.contacts, found.interactions) == (header.VERSION, 40, 76)


def test_a_file_that_cannot_be_opened_has_a_health_too(tmp_path: Path) -> None:
    (tmp_path / "text.garden").write_text("no garden")
    found = GardenFile.examine(tmp_path / "text.garden")
    assert codes(found) == {"foreign"}
    assert (found.schema, found.contacts, found.interactions) == (None, None, None)


def spoken(path: Path) -> object:
    """All that the file says, read whole; a FileProblem when it cannot be."""
    with GardenFile.open(path, read_only=True) as file:
        return (
            file.load(),
            list(file.interactions()),
            [file.source(row.id) for row in file.sources()],
            file.undoable(),
            file.redoable(),
            [file.history(f"contact-{n}") for n in range(40)],
        )


def test_flipped_bytes_are_found_or_do_no_harm(path: Path, tmp_path: Path) -> None:
    random, whole, found = Random(7), path.read_bytes(), 0
    torn = tmp_path / "torn.garden"
    for _ in range(120):
        content = bytearray(whole)
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        torn.write_bytes(content)
        health = GardenFile.examine(torn)
        found += not health.ok
        if health.ok:
            spoken(torn)  # what is called sound can be read to the end
    assert found > 20


def test_a_page_of_noise_is_found_and_never_more_than_a_problem(path: Path, tmp_path: Path) -> None:
    random, whole = Random(11), path.read_bytes()
    torn = tmp_path / "torn.garden"
    pages = len(whole) // 4096
    for page in random.sample(range(1, pages), min(40, pages - 1)):
        content = bytearray(whole)
        content[page * 4096 : page * 4096 + 4096] = random.randbytes(4096)
        torn.write_bytes(content)
        assert not GardenFile.examine(torn).ok, page


def test_check_of_an_open_file_never_raises_when_it_is_torn_meanwhile(path: Path, tmp_path: Path) -> None:
    torn = Path(shutil.copy(path, tmp_path / "torn.garden"))
    with GardenFile.open(torn) as file:
        with torn.open("r+b") as content:
            content.truncate(4096)
        assert not file.check().ok
        with pytest.raises(FileProblem) as problem:
            file.load()
        assert problem.value.code == "damaged"


def test_a_name_is_folded_as_the_domain_does(tmp_path: Path) -> None:
    with (grown := keeper(tmp_path)).file as file:
        grown.do(*came(Contact(id="z", name="Zoë  ÅS", created=DAY)))
        assert file._connection.execute("SELECT folded FROM contacts").fetchone() == ("zoe as",)
