"""How to read the garden: every condition as a small plant with its sentence, while nobody is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gardener.domain.growth import Condition
from gardener.scene.library import all_species
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.traits import Traits, traits_of
from gardener.ui import theme
from gardener.ui.parts import Column, Label
from gardener.ui.theme import GRID
from gardener.words import window

SIDE = 52
AFTER = 500
"""Milliseconds that the plants here let those of the garden go first."""
_VITALITY = {
    Condition.THRIVING: 0.95,
    Condition.HEALTHY: 0.6,
    Condition.THIRSTY: 0.36,
    Condition.WILTING: 0.2,
    Condition.SOGGY: 0.55,
    Condition.DROWNING: 0.5,
    Condition.RESTING: 0.6,
    Condition.WITHERED: 0.04,
}
_UNANSWERED = {Condition.SOGGY: 1, Condition.DROWNING: 3}
_SPECIES, _SEED = "daisy", 77


class Legend(Column):
    """The ten conditions, drawn as the garden draws them; not before the window has been painted once."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(window.NOBODY_SELECTED)
        self.rows.addWidget(Label(window.NOBODY_SELECTED, "title", wrap=True))
        self.rows.addWidget(Label(window.NOBODY_SELECTED_LINE, "quiet", wrap=True))
        self.rows.addSpacing(GRID)
        self._pictures = _Pictures()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.finish_now)
        for condition, sentence in window.LEGEND.items():
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GRID + 4)
            row.addWidget(_Small(condition, self._pictures))
            row.addWidget(Label(sentence, wrap=True), 1)
            self.rows.addWidget(line)
        self.rows.addSpacing(GRID // 2)
        self.rows.addWidget(Label(window.LEGEND_SIZE, "muted", wrap=True))
        self.rows.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """The plants of the garden go first."""
        super().showEvent(event)
        if not self._pictures.due:
            self._first.start(AFTER)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits in a hidden window."""
        super().hideEvent(event)
        self._first.stop()

    def finish_now(self) -> None:
        """Draws the plants."""
        self._first.stop()
        self._pictures.due = True
        self.update()


class _Pictures:
    """The pictures of all ten, under the theme in force; not before they are `due`."""

    def __init__(self) -> None:
        self.due = False
        self._kept: PlantPictures | None = None

    def of(self, ratio: float) -> PlantPictures:
        """Those of a device pixel ratio."""
        palette = THEMES[theme.scene_theme()]
        kept = self._kept
        if kept is None or kept.palette is not palette or kept.device_pixel_ratio != ratio:
            kept = self._kept = PlantPictures(palette, all_species(), ratio, 4_000_000)
        return kept


class _Small(QWidget):
    """One small plant."""

    def __init__(self, condition: Condition, pictures: _Pictures) -> None:
        super().__init__()
        self._condition = condition
        self._pictures = pictures
        self.setFixedSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plant on paper; at first nothing, so that the window stands sooner."""
        if not self._pictures.due:
            return
        known, cell = all_species(), SIDE * 1.15
        species = _SPECIES if _SPECIES in known else next(iter(known))
        pictures = self._pictures.of(self.devicePixelRatioF())
        picture = pictures.pixmap(_traits(self._condition), species, _SEED, cell)
        foot = PlantPictures.foot(cell)
        below = picture.deviceIndependentSize().height() - foot.y()
        QPainter(self).drawPixmap(QPointF(SIDE / 2 - foot.x(), SIDE - below - foot.y()), picture)


def _traits(condition: Condition) -> Traits:
    unanswered = _UNANSWERED.get(condition, 0)
    return traits_of(
        vitality=_VITALITY.get(condition),
        roots_days=300.0,
        moisture=unanswered,
        capacity=2,
        condition=str(condition),
        waited=1.0,
        wait=12.0 if unanswered else 0.0,
        flowers=1.0 if condition is Condition.THRIVING else 0.0,
        seed_age=1.0 if condition is Condition.WITHERED_SEED else 0.0,
        seed_life=1.0,
    )
