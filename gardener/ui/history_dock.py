"""What was done, in a panel: back to any deed and forward again in one press, and imports to take back."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gardener.session import Session
from gardener.ui import theme
from gardener.ui.dock import Panel
from gardener.ui.flow import Flow
from gardener.ui.history_model import Entry, HistoryModel
from gardener.ui.parts import Label, button, plain_tip
from gardener.ui.theme import GRID
from gardener.words import history

LINE = 30
"""Pixels from the left edge to the words: the line of dots stands there."""


class HistoryDock(Panel):
    """goAsked(seq): lead the garden to where it was after that deed. takeBackAsked(batch id). closeAsked(): Esc."""

    goAsked = Signal(int)
    takeBackAsked = Signal(str)
    closeAsked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(history.TITLE, "history", width=328)
        self.model = HistoryModel(session)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.activated.connect(lambda index: self.ask(index.row()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self._build()
        self._asked = -1
        self._stale = True

    def _build(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * GRID, GRID + 1, GRID, GRID)
        row.addWidget(Label(history.TITLE, "title", wrap=True), 1)
        close = button("×", self.closeAsked.emit, kind="cross", tip="Esc")
        close.setAccessibleName(history.CLOSE)
        close.setFixedWidth(theme.wide(28))
        row.addWidget(close)
        self.column.addWidget(head)
        self.nothing = Label(history.NOTHING_DONE, "muted", wrap=True)
        self.nothing.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.list, 1)
        self._foot = QWidget()
        self._foot.setObjectName("footer")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        foot.setSpacing(GRID)
        self.says = Label(history.CHOOSE, "muted", wrap=True)
        foot.addWidget(self.says)
        row_of_buttons = QWidget()
        presses = Flow(row_of_buttons, gap=GRID)
        self.go = button("", self._press, kind="primary")
        self.cancel = button(history.CANCEL, self._leave_question)
        self.back = button(history.TAKE_BACK, self._take_back)
        for each in (self.go, self.cancel, self.back):
            presses.addWidget(each)
        foot.addWidget(row_of_buttons)
        self.column.addWidget(self._foot)

    # Showing

    def refresh(self) -> None:
        """The record has changed: reads it now if it is in sight, else when it comes into sight."""
        if not self.isVisible():
            self._stale = True
            return
        chosen = self.entry
        follows = chosen is None or chosen.now
        self.model.load()
        self._stale = False
        row = self.model.now if follows or chosen is None else self.model.row_of(chosen.seq)
        self._put(row if row >= 0 else self.model.now)
        empty = not self.model.entries
        self.nothing.setVisible(empty)
        self.list.setVisible(not empty)
        self._foot.setVisible(not empty)
        self._chosen()

    def focus_first(self) -> None:
        """Puts the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what it did not see."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Starts at now the next time."""
        super().hideEvent(event)
        self._stale = True
        self.list.setCurrentIndex(QModelIndex())

    @property
    def entry(self) -> Entry | None:
        """The line that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def _put(self, row: int) -> None:
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _chosen(self) -> None:
        """Says what going to the chosen line would do."""
        self._asked = -1
        entry = self.entry
        self.cancel.hide()
        self.back.setVisible(entry is not None and entry.batch is not None)
        if entry is None:
            self.says.setText(history.CHOOSE)
            self.go.hide()
            return
        path, back = self.model.between(self.list.currentIndex().row())
        self.go.setVisible(bool(path))
        if path:
            self.says.setText(history.would(len(path), path[0].words, back=back))
            self._name(history.button(len(path), back=back))
        else:
            self.says.setText(f"{history.IS_NOW} {history.CHOOSE}")

    def _name(self, words: str) -> None:
        self.go.setText(words)
        self.go.setAccessibleName(words)

    # Going there

    def ask(self, row: int) -> None:
        """One deed is undone or done again at once; several after one plain question."""
        path, back = self.model.between(row)
        if not path:
            return
        if len(path) == 1 or self._asked == row:
            self._asked = -1
            self.goAsked.emit(self.model.entries[row].seq)
            return
        self._put(row)
        self._asked = row
        self.says.setText(history.confirm(len(path), back=back))
        self._name(history.confirm_button(len(path), back=back))
        self.cancel.show()
        self.back.hide()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        self.ask(self.list.currentIndex().row())
        if self._asked < 0:
            self.focus_first()

    def _leave_question(self) -> None:
        self._chosen()
        self.focus_first()

    def _take_back(self) -> None:
        entry = self.entry
        if entry is not None and entry.batch is not None:
            self.takeBackAsked.emit(entry.batch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the question, then the panel; Enter on a button presses it."""
        if event.key() == Qt.Key.Key_Escape:
            if self._asked >= 0:
                self._leave_question()
            else:
                self.closeAsked.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go.hasFocus():
            self.go.click()
            return
        super().keyPressEvent(event)


class _List(QListView):
    """The lines; Enter acts on every platform."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("deeds")
        self.setAccessibleName(history.LIST)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the chosen line; Delete is left to nobody, because it would mean the selected contact."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """One line: its dot, filled where it holds and hollow where it is undone; the words; the day; and where now is."""

    def __init__(self, owner: QListView) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of text and room around them."""
        return QSize(120, round(2.05 * self._owner.fontMetrics().lineSpacing()) + GRID + 6)

    def helpEvent(self, *_args: object) -> bool:
        """The whole sentence of a line that is cut."""
        from PySide6.QtGui import QHelpEvent
        from PySide6.QtWidgets import QToolTip

        event, index = _args[0], _args[3]
        if isinstance(event, QHelpEvent) and isinstance(index, QModelIndex) and index.isValid():
            QToolTip.showText(event.globalPos(), plain_tip(str(index.data())), self._owner)
        return True

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The line in the colours in force."""
        entry = index.data(HistoryModel.ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        state = QStyle.StateFlag
        if option.state & state.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(box, 7, 7)
            if self._owner.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        elif option.state & state.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(box, 7, 7)
        last = index.row() == index.model().rowCount() - 1
        _dot(painter, QRectF(option.rect), entry, first=index.row() == 0, last=last)
        _text(painter, option.rect, entry, self._owner.font())
        painter.restore()


def _dot(painter: QPainter, box: QRectF, entry: Entry, *, first: bool, last: bool) -> None:
    middle = QPointF(box.left() + LINE - 8, box.center().y())
    painter.setPen(QPen(theme.colour("line"), 2))
    painter.drawLine(
        QPointF(middle.x(), middle.y() if first else box.top()),
        QPointF(middle.x(), middle.y() if last else box.bottom()),
    )
    ground = theme.colour("paper")
    if entry.now:
        painter.setPen(QPen(ground, 2))
        painter.setBrush(theme.colour("green"))
        painter.drawEllipse(middle, 7, 7)
    else:
        painter.setPen(QPen(theme.colour("muted" if entry.undone else "heading"), 1.6))
        painter.setBrush(ground if entry.undone or not entry.seq else theme.colour("heading"))
        painter.drawEllipse(middle, 4.2, 4.2)


def _text(painter: QPainter, box: QRect, entry: Entry, font: QFont) -> None:
    area = box.adjusted(LINE + GRID, 5, -2 * GRID, -5)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * theme.TEXT["small"])
    small = theme.tabular(small)
    words = QFont(font)
    words.setWeight(QFont.Weight.DemiBold if entry.now else QFont.Weight.Normal)
    upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
    lower = QRect(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height())
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.setFont(words)
    painter.setPen(theme.colour("muted" if entry.undone else "ink"))
    shown = painter.fontMetrics().elidedText(entry.words, Qt.TextElideMode.ElideRight, upper.width())
    painter.drawText(upper, flags, shown)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    aside = history.NOW if entry.now else history.UNDONE if entry.undone else ""
    painter.drawText(lower, flags, f"{entry.when} · {aside}" if aside else entry.when)
