"""The rows of the list in their order: sorted by any column, narrowed by a search, told row by row what changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gardener.ui.list_entry import Column, Entry
from gardener.ui.parts import plain_tip
from gardener.words import listing

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ID = Qt.ItemDataRole.UserRole
MANY = 64
"""More contacts changed at once, as by an import, are told as a whole."""
FIGURES = frozenset((Column.VITALITY, Column.ROOTS, Column.MOISTURE))
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Rank = tuple[bool, tuple[float, ...], tuple[float, ...], str]
"""Where a row stands: the empty ones last, then by the cell, by the name, by the id."""


class ContactsModel(QAbstractTableModel):
    """The contacts as rows. Empty cells stand last in either direction; equal ones stand by name."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, Entry] = {}
        self._matching: Collection[str] | None = None
        self._order: list[str] = []
        self._ranks: list[Rank] = []
        self._rows: dict[str, int] = {}
        self.column, self.falling = Column.NAME, False

    # What is shown

    def show_entries(self, entries: Iterable[Entry], matching: Collection[str] | None = None) -> None:
        """Shows these and no others; of them only those in `matching`, when it is given."""
        self._entries = {entry.contact.id: entry for entry in entries}
        self.narrow(matching)

    def narrow(self, matching: Collection[str] | None) -> None:
        """Shows only the contacts in `matching`, all of them with null."""
        self._matching = matching
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def change(self, changed: Mapping[str, Entry | None], matching: Collection[str] | None = None) -> None:
        """Takes in what has changed; null: it went. Only the rows of these contacts are told of."""
        for id_, entry in changed.items():
            if entry is None:
                self._entries.pop(id_, None)
            else:
                self._entries[id_] = entry
        others = set() if matching is None or self._matching is None else {*matching} ^ {*self._matching}
        if len(changed) > MANY or (matching is None) != (self._matching is None) or others - changed.keys():
            self.narrow(matching)
            return
        self._matching = matching
        for id_ in changed:
            self._settle(id_)

    def _settle(self, id_: str) -> None:
        """Brings one row to where it now belongs."""
        row, entry = self._rows.get(id_), self._entries.get(id_)
        if entry is not None and self._matching is not None and id_ not in self._matching:
            entry = None
        if row is not None and (entry is None or self._ranks[row] != self._rank(entry)):
            self._take_out(row)
            row = None
        if entry is None:
            return
        if row is None:
            self._put_in(id_, self._rank(entry))
        else:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(NOWHERE, row, row)
        del self._order[row], self._ranks[row]
        self._count_rows()
        self.endRemoveRows()

    def _put_in(self, id_: str, rank: Rank) -> None:
        row = bisect_left(self._ranks, rank)
        self.beginInsertRows(NOWHERE, row, row)
        self._order.insert(row, id_)
        self._ranks.insert(row, rank)
        self._count_rows()
        self.endInsertRows()

    def _rank(self, entry: Entry) -> Rank:
        empty, value = entry.key(self.column)
        if self.falling and not empty:
            value = (*(-each for each in value), 1.0)  # turns the order round; the longer of two stands first
        return empty, value, entry.key(Column.NAME)[1], entry.contact.id

    def _arrange(self) -> None:
        wanted = self._matching
        self._ranks = sorted(
            self._rank(entry) for id_, entry in self._entries.items() if wanted is None or id_ in wanted
        )
        self._order = [rank[3] for rank in self._ranks]
        self._count_rows()

    def _count_rows(self) -> None:
        self._rows = {id_: row for row, id_ in enumerate(self._order)}

    def entry(self, row: int) -> Entry:
        """What stands in a row."""
        return self._entries[self._order[row]]

    def row_of(self, id_: str) -> int | None:
        """The row of a contact; null when it is not shown."""
        return self._rows.get(id_)

    @property
    def every(self) -> int:
        """How many contacts there are, shown or not."""
        return len(self._entries)

    # What Qt asks

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; the selection stays on its contact."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._order[index.row()]) for index in self.persistentIndexList()]
        self.column, self.falling = Column(column), order is Qt.SortOrder.DescendingOrder
        self._arrange()
        for index, id_ in held:
            self.changePersistentIndex(index, self.index(self._rows[id_], index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many contacts are shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings; the rows have their contacts' names, for a screen reader."""
        if orientation is Qt.Orientation.Vertical:
            return self.entry(section).contact.name if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return listing.HEADINGS[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section in FIGURES else _LEFT
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell, and its words for a screen reader."""
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.entry(index.row()).text(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                entry = self.entry(index.row())
                said = entry.whole(column).replace("\n", ", ")
                return f"{listing.HEADINGS[column]}: {said}" if column else entry.sentence
            case Qt.ItemDataRole.AccessibleDescriptionRole if column is Column.NAME:
                return self.entry(index.row()).everything
            case Qt.ItemDataRole.ToolTipRole:
                whole = self.entry(index.row()).whole(column)
                return plain_tip(whole) if whole else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in FIGURES else _LEFT
            case _ if role == ID:
                return self._order[index.row()]
            case _:
                return None
