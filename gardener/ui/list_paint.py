"""How the list is painted: a plant, two lines of text, a badge and thin bars in a row; the headings with their arrow."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gardener.domain.growth import Growth
from gardener.scene.badges import paint_badge
from gardener.scene.library import all_species
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.showing import PlantShown
from gardener.ui import theme
from gardener.ui.list_entry import Column, Entry
from gardener.ui.list_model import FIGURES, ContactsModel
from gardener.words import listing

PAD = 8
"""Pixels to the left and right of a cell's text."""
PLANT = 42
"""Height of a plant's cell, in pixels; its width is 0.72 of that."""
ROOM = 36
"""Width that a plant takes before a name, in pixels."""
BADGE, DOT, BAR = 15, 10, 44
"""Of the condition's sign, of the dot of what waits, and the length of a quantity's bar, in pixels."""
ARROW = 12
"""Room for the arrow of the heading that the list is sorted by."""
LIMIT = 12 * 1024 * 1024
"""Bytes of pictures kept: some two thousand plants of this size."""
ROOTS_FULL = 365.0
"""Roots of so many days fill their bar."""
AT_ONCE = 3
"""Plants painted to the end between two events; until then their silhouette stands."""
WAITING = 60
"""More plants than these are never waited for: they have been scrolled past."""

Index = QModelIndex | QPersistentModelIndex


def small(font: QFont) -> QFont:
    """The font of the lower line."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * theme.TEXT["small"])
    return made


class SmallPlants:
    """Pictures of plants for the rows: the silhouette at once, the whole plant a moment later."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._kept: PlantPictures | None = None
        self._wanted: dict[str, PlantShown] = {}
        self._painting = QTimer(table)
        self._painting.setInterval(0)
        self._painting.timeout.connect(self._paint_some)

    def paint(self, painter: QPainter, plant: PlantShown, box: QRectF) -> None:
        """Paints the plant so that its ground lies on the lower edge of `box`."""
        pictures, cell = self._pictures(), _cell(plant)
        picture = pictures.ready(plant.traits, plant.species, plant.seed, cell)
        if picture is None:
            picture = pictures.silhouette(plant.traits, plant.species, plant.seed, cell)
            self._want(plant)
        foot = PlantPictures.foot(cell)
        below = picture.deviceIndependentSize().height() - foot.y()
        painter.drawPixmap(QPointF(box.center().x() - foot.x(), box.bottom() - below - foot.y()), picture)

    def finish(self) -> None:
        """Paints all that is still wanted: for pictures of the window."""
        while self._wanted:
            self._paint_some()

    def stop(self) -> None:
        """Leaves the silhouettes as they are."""
        self._wanted.clear()
        self._painting.stop()

    def _want(self, plant: PlantShown) -> None:
        self._wanted.pop(plant.id, None)
        self._wanted[plant.id] = plant
        while len(self._wanted) > WAITING:
            del self._wanted[next(iter(self._wanted))]
        if not self._painting.isActive():
            self._painting.start()

    def _paint_some(self) -> None:
        for _ in range(min(AT_ONCE, len(self._wanted))):
            _, plant = self._wanted.popitem()  # the latest wanted is in view
            self._pictures().pixmap(plant.traits, plant.species, plant.seed, _cell(plant))
        if not self._wanted:
            self._painting.stop()
        self._table.viewport().update()

    def _pictures(self) -> PlantPictures:
        palette, ratio, kept = THEMES[theme.scene_theme()], self._table.devicePixelRatioF(), self._kept
        if kept is None or kept.palette is not palette or kept.device_pixel_ratio != ratio:
            kept = self._kept = PlantPictures(palette, all_species(), ratio, LIMIT)
        return kept


def _cell(plant: PlantShown) -> float:
    """A seed is looked at more closely than what has grown."""
    return PLANT * (1.4 if plant.traits.sown else 1.0)


class RowPainter(QStyledItemDelegate):
    """Paints the cells. A person's text goes through drawText and is never taken for HTML."""

    def __init__(self, table: QTableView, contacts: ContactsModel) -> None:
        super().__init__(table)
        self._table, self._contacts = table, contacts
        self.plants = SmallPlants(table)
        self.hovered = -1
        self.hidden: frozenset[Column] = frozenset()
        self.compact = False

    def height(self, *, compact: bool | None = None) -> int:
        """The height of a row at the present text size; of one line where it is `compact`."""
        font = self._table.font()
        first = QFontMetrics(font).height()
        if self.compact if compact is None else compact:
            return max(PLANT + 2, first + 12)
        return max(PLANT + 4, first + QFontMetrics(small(font)).height() + 13)

    def width(self, column: Column, entry: Entry, hidden: frozenset[Column]) -> int:
        """The width in which a cell can be read whole, in pixels."""
        font = self._table.font()
        above = QFontMetrics(font).horizontalAdvance(entry.text(column))
        below = QFontMetrics(small(font)).horizontalAdvance(entry.below(column, hidden))
        dot = DOT if column is Column.CONDITION and entry.owed else 0
        return max(above, below + dot) + 2 * PAD + _indent(column) + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: its ground, what its column draws, and its texts."""
        box = QRect(option.rect)
        entry, column = self._contacts.entry(index.row()), Column(index.column())
        painter.save()
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, index, bool(option.state & QStyle.StateFlag.State_Selected))
        if column is Column.NAME:
            place = QRectF(box.left() + PAD - 3, box.top(), ROOM - 4, box.height() - 3)
            self.plants.paint(painter, entry.plant, place)
        elif column is Column.CONDITION:
            place = QRectF(box.left() + PAD - 1, box.top() + (box.height() - BADGE) / 2, BADGE, BADGE)
            paint_badge(painter, str(entry.growth.condition), THEMES[theme.scene_theme()], place)
        self._texts(painter, box.adjusted(PAD + _indent(column), 0, -PAD, 0), entry, column)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, index: Index, selected: bool) -> None:
        """The row's ground, the line under it, and the ring of the focus round the row and its cell."""
        role = "selected" if selected else "hover" if index.row() == self.hovered else "card"
        painter.fillRect(box, theme.colour(role))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        current = self._table.currentIndex()
        if index.row() != current.row() or not self._table.hasFocus():
            return
        focus = theme.colour("focus")
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), focus)
        painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), focus)
        if index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), focus)
        elif index.column() == current.column():
            painter.setPen(QPen(focus, 1.5))
            painter.drawRoundedRect(QRectF(box).adjusted(2.5, 5.5, -2.5, -5.5), 5, 5)

    def _texts(self, painter: QPainter, area: QRect, entry: Entry, column: Column) -> None:
        """One line in the middle, or two of them; a quantity has its bar where the second line would be."""
        font, lower = self._table.font(), small(self._table.font())
        above = entry.text(column)
        below = "" if self.compact else entry.below(column, self.hidden)
        first, second = QFontMetrics(font), QFontMetrics(lower)
        bar = _bar(entry.growth, column)
        both = first.height() + (second.height() if below else 7 if bar else 0)
        top = area.top() + (area.height() - both) // 2
        quiet = above in (listing.NOTHING, listing.NEVER)
        if column is Column.NAME:
            font = QFont(font)
            font.setWeight(QFont.Weight.DemiBold)
            first = QFontMetrics(font)
        line = QRect(area.left(), top, area.width(), first.height())
        if self.compact and column is Column.NAME and Column.CONDITION in self.hidden:
            state = entry.text(Column.CONDITION)
            line.setRight(line.right() - second.horizontalAdvance(state) - PAD)
            beside = QRect(line.right() + PAD, top, area.right() - line.right() - PAD + 1, first.height())
            _write(painter, beside, state, lower, "muted")
        _write(painter, line, above, font, "muted" if quiet else "ink", right=column in FIGURES)
        under = QRect(area.left(), top + first.height(), area.width(), second.height())
        if bar is not None:
            _draw_bar(painter, under, *bar)
        elif below:
            if column is Column.NAME:
                below = facts_that_fit(below, second, under.width())
            waits = column is Column.CONDITION and not entry.contact.left_alone
            if waits:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("bar_waiting"))
                painter.drawEllipse(QPointF(area.left() + 3, under.center().y() + 1), 3, 3)
                under.setLeft(under.left() + DOT)
            _write(painter, under, below, lower, "muted")


def facts_that_fit(line: str, metrics: QFontMetrics, room: int) -> str:
    """The first facts of `line`, as many as can be read whole in so many pixels, but one at least."""
    facts = line.split(listing.SEPARATOR)
    while len(facts) > 1 and metrics.horizontalAdvance(listing.SEPARATOR.join(facts)) > room:
        facts.pop()
    return listing.SEPARATOR.join(facts)


def _indent(column: Column) -> int:
    return {Column.NAME: ROOM, Column.CONDITION: BADGE + 7}.get(column, 0)


def _write(painter: QPainter, area: QRect, text: str, font: QFont, role: str, *, right: bool = False) -> None:
    painter.setFont(theme.tabular(font) if right else font)
    painter.setPen(theme.colour(role))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def _bar(grown: Growth, column: Column) -> tuple[float, str] | None:
    """How full the bar of a quantity is, 0..1, and its colour."""
    if column is Column.MOISTURE:
        role = "bar_drowning" if grown.moisture >= grown.capacity else "bar_soggy"
        return (min(1.0, grown.moisture / max(1, grown.capacity)), role) if grown.moisture else None
    if grown.vitality is None:
        return None
    if column is Column.VITALITY:
        role = theme.BARS[grown.condition]
        fading = ("bar_thirsty", "bar_wilting", "bar_withered")
        return grown.vitality, role if role in fading else "bar_green"
    return (min(1.0, grown.roots_days / ROOTS_FULL), "bar_withered") if column is Column.ROOTS else None


def _draw_bar(painter: QPainter, area: QRect, part: float, role: str) -> None:
    track = QRectF(area.right() - BAR, area.top() + 3, BAR, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("track"))
    painter.drawRoundedRect(track, 2, 2)
    if part > 0:
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(4.0, BAR * part), 4), 2, 2)


class Headings(QHeaderView):
    """The headings: what the list is sorted by is in ink, with an arrow."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(listing.HEADINGS_NAME)

    def needed(self, section: int) -> int:
        """The width in which a heading can be read whole, with its arrow, in pixels."""
        font = small(self._table.font())
        return QFontMetrics(font).horizontalAdvance(listing.HEADINGS[section]) + 2 * PAD + ARROW

    def sizeHint(self) -> QSize:
        """As high as its text wants."""
        return QSize(super().sizeHint().width(), QFontMetrics(small(self._table.font())).height() + 14)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """One heading."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sorts, right = section == self.sortIndicatorSection(), section in FIGURES
        painter.fillRect(box, theme.colour("band"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        area = box.adjusted(PAD + (_indent(Column(section)) if section == Column.NAME else 0), 0, -PAD, 0)
        font = small(self._table.font())
        words = listing.HEADINGS[section]
        if sorts:
            font.setWeight(QFont.Weight.DemiBold)
        long = QFontMetrics(font).horizontalAdvance(words)
        if right:
            area.setRight(area.right() - (ARROW if sorts else 0))
        _write(painter, area, words, font, "ink" if sorts else "heading", right=right)
        if sorts:
            left = area.right() + 4 if right else min(area.left() + long, area.right() - ARROW) + 4
            falling = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            _arrow(painter, QPointF(left + 4, box.center().y() + 1), theme.colour("ink"), falling)
        painter.restore()


def _arrow(painter: QPainter, middle: QPointF, colour: QColor, falling: bool) -> None:
    down = 2.2 if falling else -2.2
    path = QPainterPath(middle + QPointF(-3.5, -down))
    path.lineTo(middle + QPointF(0, down))
    path.lineTo(middle + QPointF(3.5, -down))
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(path, pen)
