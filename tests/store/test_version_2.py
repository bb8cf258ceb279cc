"""A file of version 1, whatever its histories, is brought to the newest with the quick answers counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

import pytest

from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.records import Soil
from gardener.store import GardenFile
from tests.store.worlds import Keeper, came

DAY = date(2026, 1, 1)
TO_VERSION_1 = """
CREATE TABLE old (contact TEXT NOT NULL, depth REAL NOT NULL, answers INTEGER NOT NULL, run INTEGER NOT NULL,
    replies INTEGER NOT NULL, unanswered INTEGER NOT NULL, of_day INTEGER NOT NULL, first TEXT, last_sign TEXT,
    last_touch TEXT, latest_rank INTEGER NOT NULL, granted INTEGER NOT NULL, letter TEXT, favours TEXT NOT NULL,
    last_thanks TEXT, CONSTRAINT pk_ties PRIMARY KEY (contact), CONSTRAINT fk_ties_contact FOREIGN KEY(contact)
    REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO old SELECT contact, depth, answers, run, replies, unanswered, of_day, first, last_sign, last_touch,
    latest_rank, granted, letter, favours, last_thanks FROM ties;
DROP TABLE rests;
DROP TABLE ties;
ALTER TABLE old RENAME TO ties;
CREATE TABLE old_soils (id TEXT NOT NULL, valid_from TEXT NOT NULL, b0 REAL NOT NULL, b1 REAL NOT NULL,
    CONSTRAINT pk_soils PRIMARY KEY (id)) STRICT;
INSERT INTO old_soils SELECT id, valid_from, b0, b1 FROM soils;
DROP TABLE soils;
ALTER TABLE old_soils RENAME TO soils;
ALTER TABLE introductions DROP COLUMN introducer_agreed;
ALTER TABLE introductions DROP COLUMN introduced_agreed;
ALTER TABLE introductions DROP COLUMN settled;
ALTER TABLE introductions DROP COLUMN told;
DROP TABLE targets;
ALTER TABLE contacts DROP COLUMN rests_since;
PRAGMA user_version = 1;
"""


def exchanged(dice: Random, who: tuple[str, ...]) -> list[Interaction]:
    """Sixty interactions with some of them, often within hours of each other, some without an hour."""
    return [
        Interaction(
            id=f"i{n}",
            day=DAY + timedelta(days=dice.randrange(40)),
            kind=Kind.MESSAGE,
            direction=dice.choice(list(Direction)),
            participants=tuple(sorted(dice.sample(who, dice.randint(1, len(who))))),
            time=dice.choice([None, time(dice.randrange(24), dice.randrange(60), 0, dice.choice([0, 5]))]),
        )
        for n in range(60)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_the_quick_answers_of_every_history_are_counted(tmp_path: Path, seed: int) -> None:
    path, who = tmp_path / "my.garden", ("ada", "bo", "cy")
    soil = Soil(id="s", valid_from=DAY, b0=-0.25, b1=0.75)
    with GardenFile.create(path) as file:
        Keeper(file).do(*came(*(Contact(id=id_, name=id_, created=DAY) for id_ in who), soil))
        Keeper(file).do(*came(*exchanged(Random(seed), who)))
        expected = file.load()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(TO_VERSION_1)
    with GardenFile.open(path) as file:
        assert file.check().problems == ()
        found = file.load()
    assert found.plants == expected.plants
    assert found.soils == {"s": soil}
    assert sum(plant.tie.quick for plant in found.plants.values()) > 3
