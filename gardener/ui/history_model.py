"""The history of deeds as a list: newest first, the undone ones above the line of now, the beginning last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from gardener.session import DeedRow, Session
from gardener.words import deeds, history

PAGE = 200
"""So many deeds are read at once; further ones when the list is scrolled that far."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: the garden as it was after deed `seq` (0: before the first). `batch` is the id of an import."""

    seq: int
    words: str
    when: str
    undone: bool = False
    now: bool = False
    batch: str | None = None


class HistoryModel(QAbstractListModel):
    """What a session's record holds, read page by page."""

    ENTRY = Qt.ItemDataRole.UserRole

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._limit = PAGE
        self._whole = False
        self.entries: list[Entry] = []

    def load(self) -> None:
        """Reads the record anew."""
        rows = self._session.record(self._limit)
        self.beginResetModel()
        self._whole = len(rows) < self._limit
        self.entries = _entries(rows, self._session.today, whole=self._whole)
        self.endResetModel()

    def reach(self, seq: int) -> None:
        """Reads on until the deed of that number is there."""
        while not self._whole and not any(entry.seq == seq for entry in self.entries):
            self._limit += PAGE
            self.load()

    @property
    def now(self) -> int:
        """The line at which the garden stands, -1 when the list is empty."""
        return next((row for row, entry in enumerate(self.entries) if entry.now), -1)

    def row_of(self, seq: int) -> int:
        """The line of a deed, -1 when it is not there."""
        return next((row for row, entry in enumerate(self.entries) if entry.seq == seq), -1)

    def between(self, row: int) -> tuple[list[Entry], bool]:
        """The deeds on the way from now to a line, nearest first, and whether the way leads back."""
        now = self.now
        if row > now:
            return self.entries[now:row], True
        return self.entries[row:now][::-1], False

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older deeds have not been read yet."""
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        """Reads a further page; the lines that stand already stay."""
        if parent.isValid() or self._whole:
            return
        self._limit += PAGE
        rows = self._session.record(self._limit)
        whole = len(rows) < self._limit
        entries = _entries(rows, self._session.today, whole=whole)
        self._whole = whole
        if len(entries) > len(self.entries):
            self.beginInsertRows(QModelIndex(), len(self.entries), len(entries) - 1)
            self.entries = entries
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye, for a tooltip, and for a screen reader."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == self.ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = history.NOW if entry.now else history.UNDONE if entry.undone else ""
            return ", ".join(part for part in (entry.words, entry.when, state) if part)
        return None


def _entries(rows: Sequence[DeedRow], today: date, *, whole: bool) -> list[Entry]:
    now = next((row.seq for row in rows if not row.undone), 0)
    entries = [
        Entry(
            seq=row.seq,
            words=deeds.done(row.what),
            when=history.when(row.when, today),
            undone=row.undone,
            now=row.seq == now,
            batch=row.batch if row.what.code == "import" and not row.undone else None,
        )
        for row in rows
    ]
    if whole and entries:
        entries.append(Entry(seq=0, words=history.ORIGIN, when=history.ORIGIN_LINE, now=now == 0))
    return entries
