"""The season in the window: how conversations become interviews and offers, chart by chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import theme
from gardener.ui.chart_card import ChartCard
from gardener.ui.charts import Chart
from gardener.ui.flow import Flow
from gardener.ui.focus_ring import FocusRing
from gardener.ui.parts import Inside, Label, clear, in_order
from gardener.ui.season_charts import charts_of
from gardener.ui.season_figures import SeasonFigures
from gardener.ui.theme import GRID
from gardener.words import season as said
from gardener.words import season_page as words

TWO_COLUMNS = 860
"""From this width on, in pixels of the usual text size, charts stand in two columns."""
WHOLE = frozenset({"path", "weeks", "seasons"})
"""Charts that take the whole width."""
FIRST = frozenset({"path", "rate"})
"""What is shown before the first talk."""
SOON = 250
"""Milliseconds of rest after which the season is counted again."""


class SeasonPage(QScrollArea):
    """Counts with `read` when it is shown, and again soon after a change. `say` passes on a word about a saved chart."""

    def __init__(self, read: Callable[[], SeasonFigures], say: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("seasonPage")
        self.setAccessibleName(words.NAME)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._read, self._say = read, say
        self._columns = 0
        self._chosen: str | None = None
        self.figures: SeasonFigures | None = None
        self.cards: dict[str, ChartCard] = {}
        inside = Inside()
        inside.setObjectName("seasonInside")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self.title, self.line = Label("", "name", wrap=True), Label("", "quiet", wrap=True)
        self.deeds = QWidget()
        self._deeds = Flow(self.deeds, gap=GRID)
        self.deeds.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2 * GRID)
        self._rest = QFrame()
        self._rest.setObjectName("chart")
        card = QVBoxLayout(self._rest)
        card.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        card.addWidget(Label(words.STILL_TO_COME, "title"))
        self._rest_rows = QVBoxLayout()
        card.addLayout(self._rest_rows)
        for each in (self.title, self.line, self.deeds):
            column.addWidget(each)
        column.addLayout(self._rows)
        column.addSpacing(GRID)
        column.addWidget(self._rest)
        column.addStretch(1)
        self.setWidget(inside)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.refresh)

    @property
    def selection(self) -> str | None:
        """Who is chosen in the other views; kept for them."""
        return self._chosen

    def select(self, id_: str | None) -> None:
        """Keeps in mind who is chosen."""
        self._chosen = id_

    def add_deed(self, widget: QWidget) -> None:
        """Puts a button below the title."""
        self._deeds.addWidget(widget)
        self.deeds.show()

    def refresh(self) -> None:
        """Counts, and shows."""
        self._soon.stop()
        figures = self.figures = self._read()
        count = figures.count
        empty = not count.conversations and not count.interviews
        self.title.setText(
            words.EMPTY_TITLE if empty else said.title(count.season, count.paused, figures.day)
        )
        self.line.setText(words.EMPTY_LINE if empty else "")
        self.line.setVisible(empty)
        every = charts_of(figures)
        charts = [chart for chart in every if chart.drawing is not None and (not empty or chart.id in FIRST)]
        self._tell_rest([] if empty else [chart for chart in every if chart.drawing is None])
        wanted = [chart.id for chart in charts]
        for id_ in [each for each in self.cards if each not in wanted]:
            self.cards.pop(id_).deleteLater()
            self._columns = 0
        for chart in charts:
            if chart.id not in self.cards:
                self.cards[chart.id] = ChartCard(self._say)
                self._columns = 0
            self.cards[chart.id].show_chart(chart)
        self._arrange()

    def refresh_soon(self) -> None:
        """Counts again once nothing has changed for a moment."""
        if self.isVisible():
            self._soon.start()

    def _tell_rest(self, charts: Sequence[Chart]) -> None:
        """What there is nothing to draw of yet, in one card of words."""
        self._rest.setVisible(bool(charts))
        clear(self._rest_rows)
        for chart in charts:
            self._rest_rows.addWidget(Label(chart.title, "strong", wrap=True))
            self._rest_rows.addWidget(Label(chart.line, "quiet", wrap=True))

    def _arrange(self) -> None:
        """Two columns where there is room; a wide chart takes both, the others go where there is most room left."""
        columns = 2 if self.viewport().width() >= theme.wide(TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        _clear(self._rows)
        pairs: list[tuple[QHBoxLayout, list[QVBoxLayout]]] = []
        side: list[QVBoxLayout] = []
        heights: list[float] = []
        for id_, card in self.cards.items():
            if id_ in WHOLE or columns == 1:
                self._rows.addWidget(card)
                side = []
                continue
            if not side:
                side, heights = [QVBoxLayout(), QVBoxLayout()], [0.0, 0.0]
                across = QHBoxLayout()
                pairs.append((across, side))
                across.setSpacing(2 * GRID)
                for column in side:
                    column.setSpacing(2 * GRID)
                    across.addLayout(column, 1)
                self._rows.addLayout(across)
            shorter = 0 if heights[0] <= heights[1] else 1
            side[shorter].addWidget(card)
            heights[shorter] += card.sizeHint().height()
        for across, pair in pairs:
            if not pair[1].count():  # nothing stands beside it: the room is its own
                across.setStretch(1, 0)
            elif any(column.count() > 1 for column in pair):  # one beside the other are of one height
                for column in pair:
                    column.addStretch(1)
        in_order(list(self.cards.values()))

    def focus(self) -> None:
        """Puts the keyboard on the page: the arrows scroll it, Tab goes from chart to chart."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, other columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_soon"):
            self._arrange()


def _clear(layout: QLayout) -> None:
    """Takes everything out of a layout and of those in it; the widgets stay."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _clear(inner)
