"""One chart of the season view: what it says, the picture, its numbers as a table, and the way to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import chart_paint, theme
from gardener.ui.charts import Chart
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
from gardener.words import season_page as words

MOST_ROWS = 12
"""A longer table scrolls."""


class ChartPicture(QWidget):
    """The drawing, as high as it needs to be in its width; a screen reader reads its numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart) -> None:
        """Draws another chart."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.spoken)
        self.setVisible(chart.drawing is not None)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The drawing is as high as it needs to be in a width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the drawing is in that width."""
        if self._chart is None or self._chart.drawing is None:
            return 0
        wide = max(120.0, float(width - GRID))
        return round(chart_paint.height_of(self._chart.drawing, wide, self.font())) + GRID

    def sizeHint(self) -> QSize:
        """Any width will do; the height follows from it."""
        wide = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 480
        return QSize(320, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """What every chart can be drawn in."""
        return QSize(120, 40)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size or theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing, and a ring while it has the keyboard."""
        painter = QPainter(self)
        if self._chart is not None and self._chart.drawing is not None:
            half = GRID / 2
            box = QRectF(half, half, self.width() - GRID, self.height() - GRID)
            chart_paint.paint(painter, self._chart.drawing, box, self.font())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class ChartCard(QFrame):
    """A chart with its words. `say` passes on what a saved file is called, or why it could not be written."""

    def __init__(self, say: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("chart")
        self._say = say
        self.chart: Chart | None = None
        self.title = Label("", "title", wrap=True)
        self.line = Label("", "body", wrap=True)
        self.picture = ChartPicture()
        self.note = Label("", "muted", wrap=True)
        self.table: QTableWidget | None = None
        self.numbers = button(words.NUMBERS, self.toggle_numbers, kind="quiet")
        self.save = button(words.SAVE, self.ask_file, kind="quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        self._column.setSpacing(GRID // 2 + 2)
        for part in (self.title, self.line, self.picture, self.note):
            self._column.addWidget(part)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(2 * GRID)
        self._foot.addWidget(self.numbers)
        self._foot.addWidget(self.save)
        self._foot.addStretch(1)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)

    def show_chart(self, chart: Chart) -> None:
        """Shows another chart, or the same with other numbers."""
        if chart == self.chart:
            return
        self.chart = chart
        self.title.setText(chart.title)
        self.line.setText(chart.line)
        self.note.setText(chart.note)
        self.note.setVisible(bool(chart.note))
        self.picture.show_chart(chart)
        for made, name in ((self.numbers, words.NUMBERS), (self.save, words.SAVE)):
            made.setVisible(bool(chart.rows))
            made.setAccessibleName(f"{chart.title}: {name}")
        if self.table is not None:
            self._fill(self.table)

    def toggle_numbers(self) -> None:
        """Shows the numbers as a table, or hides them."""
        if self.table is None:
            self.table = _table()
            self._column.insertWidget(self._column.indexOf(self.note) + 1, self.table)
            self._fill(self.table)
            self.table.show()
        else:
            self.table.setVisible(self.table.isHidden())
        self.numbers.setText(words.NUMBERS if self.table.isHidden() else words.PICTURE)

    def _fill(self, table: QTableWidget) -> None:
        chart = self.chart
        if chart is None:
            return
        table.setAccessibleName(f"{chart.title}: {words.NUMBERS}")
        table.setColumnCount(len(chart.headings))
        table.setHorizontalHeaderLabels([heading or " " for heading in chart.headings])
        table.setRowCount(len(chart.rows))
        for row, cells in enumerate(chart.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        table.resizeRowsToContents()
        rows = sum(table.rowHeight(row) for row in range(min(MOST_ROWS, len(chart.rows))))
        table.setFixedHeight(rows + table.horizontalHeader().sizeHint().height() + 14)

    def ask_file(self) -> None:
        """Asks where to save the chart, and as what."""
        assert self.chart is not None
        dialog = QFileDialog(self.window(), words.SAVE_TITLE, str(Path.home() / f"{self.chart.id}.png"))
        dialog.setObjectName("saveChart")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([words.PNG, words.SVG, words.CSV])
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Writes the chart by the file's ending, and says how it went."""
        from gardener.ui import chart_export

        assert self.chart is not None
        if path.suffix.lower() not in chart_export.ENDINGS:
            path = path.with_name(f"{path.name}.png")
        try:
            chart_export.written(self.chart, path, self.font())
        except OSError as error:
            self._say(words.not_saved(path.name, error.strerror or str(error)))
        else:
            self._say(words.saved(path.name))


def _suffix(chosen: str) -> str:
    return {words.SVG: "svg", words.CSV: "csv"}.get(chosen, "png")


def _table() -> QTableWidget:
    table = QTableWidget()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setStretchLastSection(True)
    return table
