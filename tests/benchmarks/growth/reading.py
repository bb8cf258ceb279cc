"""Files of who wrote to whom, and when: `sender receiver seconds`, or a CSV with a header that names the columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

DAY = 86400.0
_NAMES = {
    "CollegeMsg": "college",
    "ia-reality-call": "reality",
    "email-Eu-Dept1": "eu1",
    "email-Eu-Dept2": "eu2",
    "cns_sms": "sms",
}
_COLUMNS = {
    "sender": ("sender", "from", "source", "user_a"),
    "receiver": ("recipient", "receiver", "to", "target", "user_b"),
    "seconds": ("timestamp", "time", "seconds", "date"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One message, mail or call; `seconds` since the first event of its file."""

    seconds: float
    sender: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Histories:
    """All events of one file in the order of time, self loops dropped; at least one."""

    name: str
    events: tuple[Event, ...]

    @property
    def span(self) -> float:
        """Days from the first event to the last."""
        return self.events[-1].seconds / DAY


def read_folder(folder: Path) -> list[Histories]:
    """Every `.txt` and `.csv` of the folder that holds events, those that the protocol knows first and in its order."""
    known = list(_NAMES)
    files = sorted(folder.glob("*.txt")) + sorted(folder.glob("*.csv"))
    files.sort(key=lambda file: known.index(file.stem) if file.stem in known else len(known))
    found = [read_file(file) for file in files]
    return [histories for histories in found if histories is not None]


def read_file(file: Path) -> Histories | None:
    """The histories of a file, under the protocol's name for it or its own; None if no line of it is an event."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = (
            csv.reader(lines) if file.suffix == ".csv" else (line.replace(",", " ").split() for line in lines)
        )
        events = _events(rows)
    if not events:
        return None
    events.sort(key=lambda event: event.seconds)
    zero = events[0].seconds
    from_zero = (Event(event.seconds - zero, event.sender, event.receiver) for event in events)
    return Histories(_NAMES.get(file.stem, file.stem), tuple(e for e in from_zero if e.sender != e.receiver))


def _events(rows: object) -> list[Event]:
    """What of `rows` (lists of strings) is an event; a header sets the order of the columns."""
    assert hasattr(rows, "__iter__")
    sender, receiver, seconds = 0, 1, 2
    found = []
    for row in rows:
        if len(row) < 3:
            continue
        try:
            found.append(Event(float(row[seconds]), row[sender].strip(), row[receiver].strip()))
        except (ValueError, IndexError):
            if not found:
                titles = [title.strip().lower() for title in row]
                places = [_place(titles, known) for known in _COLUMNS.values()]
                if None not in places:
                    sender, receiver, seconds = (place for place in places if place is not None)
    return found


def _place(titles: list[str], known: tuple[str, ...]) -> int | None:
    return next((titles.index(name) for name in known if name in titles), None)
