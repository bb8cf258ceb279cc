"""What one deed costs: an interaction logged through the session, against its rows inserted by sqlite3 itself."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.sample import sample
from gardener.session import Done, Session
from tests.benchmarks.bench_store import Rows, insert, pragmatic, rows_of

NAMES = ("deed",)
CONTACTS, TURNS = 1_000, 60
"""Contacts of the garden, and deeds that count; one more goes before them."""
DAY, NOW = date(2026, 3, 1), datetime(2026, 3, 1, 9, 30)


def run(name: str) -> dict[str, object]:
    """One logged interaction, file included ÷ the same rows in one transaction, in turns; medians."""
    ours, raw = [], []
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder) / "ours.garden", Path(folder) / "raw.garden"
        with Session.open(path, create=True, on=DAY) as session:
            changeset = sample(DAY, contacts=CONTACTS)
            session.perform(lambda garden: changeset)
        shutil.copyfile(path, other)
        with Session.open(path, on=DAY) as session, closing(pragmatic(other)) as connection:
            for turn, contact in enumerate(islice(session.garden.plants, TURNS + 1)):
                talk = _talk(contact)
                rows = _rows(session, talk, seq=turn + 2)
                start = perf_counter()
                done = session.log(talk)
                between = perf_counter()
                insert(connection, rows)
                end = perf_counter()
                assert isinstance(done, Done)
                if turn:
                    ours.append(between - start)
                    raw.append(end - between)
    detail = {
        "ours_ms": {"median": round(median(ours) * 1e3, 3), "best": round(min(ours) * 1e3, 3)},
        "raw_ms": {"median": round(median(raw) * 1e3, 3), "best": round(min(raw) * 1e3, 3)},
        "turns": TURNS,
        "bench": name,
    }
    return {"value": round(median(ours) / median(raw), 2), "unit": "ratio", "aim": 3, "detail": detail}


def _talk(contact: str) -> Interaction:
    """A meeting of today, which no guard warns of."""
    return Interaction(
        id=Session.new_id(),
        day=DAY,
        time=NOW.time(),
        kind=Kind.MEETING,
        direction=Direction.MUTUAL,
        participants=(contact,),
        note="Coffee, and what came of it",
    )


def _rows(session: Session, talk: Interaction, *, seq: int) -> Rows:
    """The rows that the deed brings, made before the clock starts."""
    changeset = Changeset(What("log"), (Change(None, talk),))
    after = session.garden.after(changeset, session.history)
    return rows_of(changeset, after, seq=seq)
