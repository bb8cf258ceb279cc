"""The list: every contact as a row, the full equal of the picture for keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gardener.domain.contact import Contact
from gardener.domain.growth import Growth
from gardener.domain.stage import Stage
from gardener.domain.text import fold
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.showing import PlantShown
from gardener.scene.species import all_species
from gardener.ui import theme
from gardener.ui.parts import plain_tip
from gardener.words import beds, growth, window
from gardener.words.dates import ago, days

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ID, SORT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HEIGHT = 40
"""Of a small plant in its row, in pixels."""
LIMIT = 16 * 1024 * 1024
_STAGES = tuple(Stage)


class ColumnOf(IntEnum):
    """The columns, in their order."""

    NAME = 0
    BED = 1
    CONDITION = 2
    WHY = 3
    WORK = 4
    VITALITY = 5
    ROOTS = 6
    LAST = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact as the list shows it."""

    contact: Contact
    growth: Growth
    plant: PlantShown
    day: date

    def text(self, column: ColumnOf) -> str:
        """What stands in a column."""
        contact, grown = self.contact, self.growth
        match column:
            case ColumnOf.NAME:
                return contact.name
            case ColumnOf.WORK:
                return window.role(contact.title, contact.org)
            case ColumnOf.BED:
                return beds.NAMES[contact.stage_on(self.day)]
            case ColumnOf.CONDITION:
                return beds.CONDITIONS[grown.condition]
            case ColumnOf.VITALITY:
                return growth.percent(grown.vitality) if grown.vitality is not None else "–"
            case ColumnOf.ROOTS:
                return days(grown.roots_days) if grown.vitality is not None else "–"
            case ColumnOf.LAST:
                return ago(grown.last_contact, self.day) if grown.last_contact else "never"
            case ColumnOf.WHY:
                return growth.reason(grown, self.day)

    def key(self, column: ColumnOf) -> object:
        """By what a column sorts."""
        grown = self.growth
        match column:
            case ColumnOf.BED:
                return _STAGES.index(self.contact.stage_on(self.day))
            case ColumnOf.VITALITY:
                return -1.0 if grown.vitality is None else grown.vitality
            case ColumnOf.ROOTS:
                return grown.roots_days
            case ColumnOf.LAST:
                return grown.last_contact.toordinal() if grown.last_contact else 0
            case _:
                return fold(self.text(column))


class ContactsModel(QAbstractTableModel):
    """The contacts as rows; told as a whole or by what changed."""

    def __init__(self) -> None:
        super().__init__()
        self.ratio = 1.0
        self._pictures: PlantPictures | None = None
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these and no others."""
        self.beginResetModel()
        self._entries = list(entries)
        self._rows = {entry.contact.id: row for row, entry in enumerate(self._entries)}
        self.endResetModel()

    def change(self, changed: Mapping[str, Entry | None]) -> None:
        """Takes in what has changed; null: it went."""
        known = {id_: entry for id_, entry in changed.items() if id_ in self._rows and entry is not None}
        for id_, entry in known.items():
            row = self._rows[id_]
            self._entries[row] = entry
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(ColumnOf) - 1))
        gone = sorted(
            (self._rows[id_] for id_, entry in changed.items() if entry is None and id_ in self._rows)
        )
        for row in reversed(gone):
            self.beginRemoveRows(NOWHERE, row, row)
            del self._entries[row]
            self.endRemoveRows()
        new = [entry for id_, entry in changed.items() if entry is not None and id_ not in self._rows]
        if new:
            first = len(self._entries)
            self.beginInsertRows(NOWHERE, first, first + len(new) - 1)
            self._entries += new
            self.endInsertRows()
        if gone or new:
            self._rows = {entry.contact.id: row for row, entry in enumerate(self._entries)}

    def row_of(self, id_: str) -> int | None:
        """The row of a contact."""
        return self._rows.get(id_)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many contacts."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(ColumnOf)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return window.COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell, its sort key, its words for a screen reader."""
        entry, column = self._entries[index.row()], ColumnOf(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{window.COLUMNS[column]}: {entry.text(column)}" if column else _spoken(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(entry.text(column))
            case Qt.ItemDataRole.DecorationRole if column is ColumnOf.NAME:
                return self._picture(entry.plant)
            case Qt.ItemDataRole.DecorationRole if column is ColumnOf.CONDITION:
                return _dot(theme.BARS[entry.growth.condition], theme.name(), self.ratio)
            case Qt.ItemDataRole.TextAlignmentRole if column in (ColumnOf.VITALITY, ColumnOf.ROOTS):
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == ID:
                return entry.contact.id
            case _ if role == SORT:
                return entry.key(column)
            case _:
                return None

    def _picture(self, plant: PlantShown) -> QPixmap:
        palette, kept = THEMES[theme.scene_theme()], self._pictures
        if kept is None or kept.palette is not palette:
            kept = self._pictures = PlantPictures(palette, all_species(), self.ratio, LIMIT)
        return kept.pixmap(plant.traits, plant.species, plant.seed, float(HEIGHT))


@lru_cache(maxsize=64)
def _dot(role: str, _theme: str, ratio: float) -> QPixmap:
    """A small round of a condition's colour."""
    side = round(12 * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role))
    painter.drawEllipse(1, 1, 10, 10)
    painter.end()
    return picture


def _spoken(entry: Entry) -> str:
    """A row in one breath."""
    parts = (entry.text(column) for column in (ColumnOf.NAME, ColumnOf.BED, ColumnOf.CONDITION, ColumnOf.WHY))
    return ", ".join(part for part in parts if part)


class ListView(QTableView):
    """selected(id or null), opened(id), contextMenuAsked(id, global point): all by hand alone."""

    selected = Signal(object)
    opened = Signal(str)
    contextMenuAsked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self.setAccessibleName("All contacts")
        self.contacts = ContactsModel()
        self._order = QSortFilterProxyModel(self)
        self._order.setSourceModel(self.contacts)
        self._order.setSortRole(SORT)
        self._order.setDynamicSortFilter(True)
        self.contacts.ratio = self.devicePixelRatioF()
        self.setModel(self._order)
        self._quiet = False
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._current)
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(ID))))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(ColumnOf.NAME, Qt.SortOrder.AscendingOrder)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(theme.wide(34), HEIGHT))
        self.setIconSize(QSize(HEIGHT, HEIGHT))
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setStretchLastSection(True)
        for column, width in enumerate((186, 96, 116, 188, 208, 76, 100)):
            self.setColumnWidth(column, theme.wide(width))

    @property
    def selection(self) -> str | None:
        """The id of the selected contact."""
        index = self.currentIndex()
        return str(index.data(ID)) if index.isValid() else None

    def select(self, id_: str | None) -> None:
        """Selects without a signal."""
        row = self.contacts.row_of(id_) if id_ else None
        self._quiet = True
        if row is None:
            self.selectionModel().clear()
        else:
            index = self._order.mapFromSource(self.contacts.index(row, 0))
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        self._quiet = False

    def _current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self.selected.emit(str(index.data(ID)) if index.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are left to the commands."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selection is not None:
            self.opened.emit(self.selection)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row."""
        if self.selection is not None:
            self.contextMenuAsked.emit(self.selection, event.globalPos())
