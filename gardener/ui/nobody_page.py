"""What stands in the list when nobody matches: one seed in its bed, why, and the way back to everybody."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gardener.scene.library import all_species
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.traits import traits_of
from gardener.ui import theme
from gardener.ui.parts import Column, Label, button
from gardener.ui.theme import GRID
from gardener.words import listing

SIDE = 140
_CELL = 200.0


class NobodyPage(Column):
    """everybodyAsked(): the search is to be lifted."""

    everybodyAsked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=3 * GRID)
        self.setObjectName("nobody")
        self.inside.setObjectName("nobodyInside")
        self._title = Label("", "title", wrap=True)
        line = Label(listing.NOBODY_LINE, "quiet", wrap=True)
        self.button = button(listing.SHOW_EVERYBODY, self.everybodyAsked.emit, kind="primary", tip="Esc")
        column = self.rows
        column.setSpacing(GRID)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(_Seed(), 0, middle)
        for label in (self._title, line):
            label.setAlignment(middle)
            column.addWidget(label)
        column.addSpacing(GRID)
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)

    def say(self, query: str) -> None:
        """Says for which search nobody was found."""
        self._title.setText(listing.nobody(query))


class _Seed(QWidget):
    """A seed on its mound."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The seed, as the garden draws it."""
        traits = traits_of(
            vitality=None, roots_days=0.0, moisture=0, capacity=1, condition="seed", waited=0.0, wait=0.0
        )
        pictures = PlantPictures(
            THEMES[theme.scene_theme()], all_species(), self.devicePixelRatioF(), 1_000_000
        )
        picture = pictures.pixmap(traits, next(iter(all_species())), 7, _CELL)
        foot = PlantPictures.foot(_CELL)
        below = picture.deviceIndependentSize().height() - foot.y()
        painter = QPainter(self)
        painter.drawPixmap(QPointF(SIDE / 2 - foot.x(), SIDE - below - foot.y()), picture)
