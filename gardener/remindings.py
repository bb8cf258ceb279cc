"""The record of reminders: when the last digest came, and why others did not; a small file of the program's own."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from gardener.domain.reminding import Why

KEPT = 40
"""So many lines are kept."""


@dataclass(slots=True)
class Record:
    """`last` is the day of the last digest, `looked` the last look, `lines` what came of looks, the newest first.

    A look that comes to the same as the one before it, on the same day, is no further line. `file` null: kept nowhere.
    """

    file: Path | None = None
    last: date | None = None
    looked: datetime | None = None
    lines: list[tuple[datetime, Why]] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path | None) -> Record:
        """The record as it was kept; an empty one where there is none, or where it cannot be understood."""
        record = cls(file)
        if file is None:
            return record
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            said = json.loads(file.read_text(encoding="utf-8"))
            lines = [(datetime.fromisoformat(at), Why(code)) for at, code in said["lines"]]
            last, looked = said.get("last"), said.get("looked")
            record.last = date.fromisoformat(last) if last else None
            record.looked = datetime.fromisoformat(looked) if looked else None
            record.lines = lines[:KEPT]
        return record

    def note(self, now: datetime, why: Why) -> None:
        """Notes a look; a disk that refuses costs no more than the record."""
        self.looked = now
        before = self.lines[0] if self.lines else None
        is_new = before is None or before[1] is not why or before[0].date() != now.date() or why is Why.TEST
        if why is Why.SHOWN:
            self.last = now.date()
        if not is_new:
            return
        self.lines = [(now, why), *self.lines][:KEPT]
        self._keep()

    def _keep(self) -> None:
        if self.file is None:
            return
        said = {
            "last": self.last.isoformat() if self.last else None,
            "looked": self.looked.isoformat(timespec="seconds") if self.looked else None,
            "lines": [(at.isoformat(timespec="seconds"), str(why)) for at, why in self.lines],
        }
        with suppress(OSError):
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = self.file.with_name(f".{self.file.name}.part")
            part.write_text(json.dumps(said), encoding="utf-8")
            part.replace(self.file)
