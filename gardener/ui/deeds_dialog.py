"""What was done: every deed, newest first; undo back to one of them, or take an import back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gardener.session import DeedRow
from gardener.ui import theme
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button
from gardener.words import deeds, window
from gardener.words.dates import short_day

SHOWN = 500
"""So many of the newest deeds are listed."""


class DeedsDialog(Form):
    """undoAsked(seq): undo this deed and all after it. takeBackAsked(batch id)."""

    undoAsked = Signal(int)
    takeBackAsked = Signal(str)

    def __init__(self, record: Sequence[DeedRow], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, window.DEEDS_TITLE, width=640)
        self.setObjectName("deedsDialog")
        self._record = list(record)
        self.body.addWidget(Label(window.DEEDS_LINE if record else window.NO_DEEDS, "quiet", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(window.DEEDS_TITLE)
        self.list.setObjectName("deeds")
        self.list.setMinimumHeight(theme.wide(360))
        for row in self._record:
            self.list.addItem(self._item(row, today))
        self.body.addWidget(self.list, 1)
        self.list.currentRowChanged.connect(self._chosen)
        self._lay_foot()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _item(self, row: DeedRow, today: date) -> QListWidgetItem:
        when = f"{short_day(row.when.date(), today=today)} {row.when:%H:%M}"
        words = f"{when}    {deeds.done(row.what)}"
        item = QListWidgetItem(f"{words} ({window.UNDONE})" if row.undone else words)
        if row.undone:
            item.setForeground(theme.colour("muted"))
        return item

    def _lay_foot(self) -> None:
        self.foot.addWidget(button("Close", self.reject))
        self.foot.addStretch(1)
        self.back = button(window.TAKE_BACK, self._take_back)
        self.undo = button(window.undo_deeds(1), self._undo, kind="primary")
        self.undo.setObjectName("undoDeeds")
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.undo)
        press_on_enter(self, self.undo)

    def _chosen(self, at: int) -> None:
        row = self._record[at] if 0 <= at < len(self._record) else None
        count = sum(not each.undone for each in self._record[: at + 1])
        self.undo.setEnabled(row is not None and not row.undone)
        self.undo.setText(window.undo_deeds(count))
        self.back.setVisible(
            row is not None and row.batch is not None and row.what.code == "import" and not row.undone
        )

    def _undo(self) -> None:
        row = self._record[self.list.currentRow()]
        self.accept()
        self.undoAsked.emit(row.seq)

    def _take_back(self) -> None:
        row = self._record[self.list.currentRow()]
        self.accept()
        self.takeBackAsked.emit(row.batch or "")
