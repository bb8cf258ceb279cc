"""A file of version 5 keeps who rests; from then on a rest that is over is kept, too, also in the history of deeds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from gardener.domain import deeds
from gardener.domain.changes import Changeset
from gardener.domain.contact import Contact, Resting
from gardener.store import GardenFile
from tests.store.test_version_3 import TO_VERSION_5
from tests.store.worlds import Keeper, came

DAY, WOKEN = date(2026, 1, 1), date(2026, 1, 9)


def test_rests_that_are_over_are_kept_from_then_on(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    ann = Contact(id="ann", name="Ann", created=DAY, resting=Resting(date(2026, 2, 1), since=DAY))
    with GardenFile.create(path) as file:
        Keeper(file).do(*came(ann))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(TO_VERSION_5)
    with GardenFile.open(path) as file:
        assert file.check().problems == ()
        assert file.load().plants["ann"].contact == ann
        keeper = Keeper(file)
        woken = deeds.wake(keeper.garden, "ann", today=WOKEN)
        assert isinstance(woken, Changeset)
        keeper.do(*woken.changes)
    with GardenFile.open(path) as file:
        now = file.load().plants["ann"].contact
        assert now == ann.woken(WOKEN)
        assert now.rested == (Resting(date(2026, 2, 1), DAY, WOKEN),)
        assert file.check().problems == ()
        Keeper(file).undo()
        assert file.load().plants["ann"].contact == ann
