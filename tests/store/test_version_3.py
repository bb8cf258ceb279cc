"""A file of version 3 keeps who rests, also in its history of deeds; since when is unknown of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from gardener.domain.changes import Change
from gardener.domain.contact import Contact, Resting
from gardener.store import GardenFile
from tests.store.worlds import Keeper, came

DAY = date(2026, 1, 1)
TO_VERSION_5 = "DROP TABLE rests; PRAGMA user_version = 5;"
TO_VERSION_4 = f"""
{TO_VERSION_5}
ALTER TABLE soils DROP COLUMN f0;
ALTER TABLE soils DROP COLUMN f1;
ALTER TABLE soils DROP COLUMN foreseen;
PRAGMA user_version = 4;
"""
TO_VERSION_3 = TO_VERSION_4 + "ALTER TABLE contacts DROP COLUMN rests_since; PRAGMA user_version = 3;"


def test_who_rests_goes_on_resting(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    ann = Contact(id="ann", name="Ann", created=DAY)
    bo = Contact(id="bo", name="Bo", created=DAY, introduced_by="ann", emails=("bo@x.example",))
    with GardenFile.create(path) as file:
        Keeper(file).do(*came(ann, bo))
        Keeper(file).do(Change(ann, replace(ann, resting=Resting(date(2026, 2, 1)))))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(TO_VERSION_3)
    with GardenFile.open(path) as file:
        assert file.check().problems == ()
        plants = file.load().plants
        assert plants["ann"].contact == replace(ann, resting=Resting(date(2026, 2, 1)))
        assert plants["ann"].contact.rests_on(DAY)
        assert plants["bo"].contact == bo
        rests = Resting(date(2026, 2, 1), since=date(2026, 1, 20))
        Keeper(file).do(Change(plants["ann"].contact, replace(ann, resting=rests)))
        assert file.load().plants["ann"].contact.resting == rests
