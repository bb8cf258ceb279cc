"""A file of version 4 keeps its soil; of forecasts nothing was learnt in it, and from then on that is kept, too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from gardener.domain.changes import Change
from gardener.domain.records import Soil
from gardener.store import GardenFile
from tests.store.test_version_3 import TO_VERSION_4
from tests.store.worlds import Keeper, came


def test_its_soil_is_kept_and_learns_of_forecasts(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    soil = Soil(id="s", valid_from=date(2026, 1, 1), b0=-0.25, b1=0.75, learnt_from=40)
    with GardenFile.create(path) as file:
        Keeper(file).do(*came(soil))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(TO_VERSION_4)
    with GardenFile.open(path) as file:
        assert file.check().problems == ()
        assert file.load().soils == {"s": soil}
        learnt = replace(soil, f0=0.3, f1=0.9, foreseen=120)
        Keeper(file).do(Change(soil, learnt))
        assert file.load().soils == {"s": learnt}
