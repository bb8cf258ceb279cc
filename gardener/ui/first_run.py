"""The first page, while the garden is empty: bring contacts, plant the first seed, or look around a sample."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gardener.scene.library import all_species
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.traits import Traits
from gardener.ui import theme
from gardener.ui.flow import Flow
from gardener.ui.parts import Column, Label, button
from gardener.ui.theme import GRID
from gardener.words import window

WAY = 264
"""Width of a card, at the usual text size, in pixels."""
_ROW = (
    ("sunflower", None, 1.0, 0.0, 3), ("tulip", 0.9, 0.14, 0.0, 11), ("strawberry", 0.85, 0.45, 2.0, 5),
    ("daisy", 0.9, 0.62, 4.0, 23), ("apple", 0.95, 0.9, 6.0, 8), ("lavender", 0.85, 0.55, 3.0, 41),
    ("fern", 0.9, 0.22, 0.0, 17), ("tulip", None, 1.0, 0.0, 29),
)  # fmt: skip
"""The plants of the picture: species, vitality, size, flowers, seed number."""


PLANTS, ROOM = 190, 720
"""Height of the picture, and of the page from which on it grows, in pixels."""


class FirstRun(QWidget):
    """importAsked(), seedAsked(), sampleAsked()."""

    importAsked = Signal()
    seedAsked = Signal()
    sampleAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QFrame] = []
        self.setObjectName("firstRun")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = Column(margins=5 * GRID)
        outer.addWidget(scroll)
        column = scroll.rows
        column.setSpacing(GRID)
        column.addStretch(1)
        self.picture = _Plants()
        column.addWidget(self.picture)
        column.addSpacing(GRID)
        self.title = Label(window.FIRST_TITLE, "title", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line = Label(window.FIRST_LINE, "quiet", wrap=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.line, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(2 * GRID)
        column.addWidget(self._ways())
        column.addStretch(2)
        self._fit()

    def greet(self, *, used: bool) -> None:
        """In a garden that was used before nobody is welcomed: what was there is an undo away."""
        self.title.setText(window.EMPTY_TITLE if used else window.FIRST_TITLE)
        self.line.setText(window.EMPTY_LINE if used else window.FIRST_LINE)

    def show_drop(self, on: bool) -> None:
        """Lights the card of the import up while a file is held over the window."""
        card = self._cards[0]
        if bool(card.property("drop")) != on:
            card.setProperty("drop", on)
            card.style().unpolish(card)
            card.style().polish(card)

    def changeEvent(self, event: QEvent) -> None:
        """The cards grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._cards:
            self._fit()

    def _fit(self) -> None:
        self.line.setMaximumWidth(theme.wide(640))
        for card in self._cards:
            card.setFixedSize(theme.wide(WAY), theme.wide(190))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plants are larger in a larger window."""
        super().resizeEvent(event)
        self.picture.fit(self.height())

    def _ways(self) -> QWidget:
        part = QWidget()
        row = Flow(part, gap=2 * GRID, centred=True)
        self.buttons: list[QPushButton] = []
        for title, line, words, kind, asked in (
            (
                window.FIRST_IMPORT,
                window.FIRST_IMPORT_LINE,
                "Choose a file…",
                "primary",
                self.importAsked.emit,
            ),
            (window.FIRST_SEED, window.FIRST_SEED_LINE, "Plant a seed…", "", self.seedAsked.emit),
            (window.FIRST_SAMPLE, window.FIRST_SAMPLE_LINE, "Plant the sample", "", self.sampleAsked.emit),
        ):
            row.addWidget(self._way(title, line, words, kind, asked))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        part.setSizePolicy(policy)
        return part

    def _way(self, title: str, line: str, words: str, kind: str, asked: Callable[[], object]) -> QWidget:
        card = QFrame()
        card.setObjectName("bigCard")
        self._cards.append(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(GRID)
        head = Label(title, "strong", wrap=True)
        column.addWidget(head)
        column.addWidget(Label(line, "quiet", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        press = button(words, asked, kind=kind)
        self.buttons.append(press)
        column.addWidget(press)
        return card


class _Plants(QWidget):
    """A strip of soil with plants of every age on it, as wide as the cards below."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 1.0
        self.setFixedHeight(PLANTS)
        self._pictures: PlantPictures | None = None

    def fit(self, room: int) -> None:
        """Takes its part of a page of that many pixels."""
        self._part = max(1.0, min(1.4, room / ROOM))
        self.setFixedHeight(round(PLANTS * self._part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The strip, then the plants."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = THEMES[theme.scene_theme()]
        ratio = self.devicePixelRatioF()
        if self._pictures is None or self._pictures.palette is not palette:
            self._pictures = PlantPictures(palette, all_species(), ratio, 8_000_000)
        width = min(theme.wide(3 * WAY) + 4.0 * GRID, float(self.width()))
        left = (self.width() - width) / 2
        soil = QRectF(left, self.height() - 44.0, width, 40)
        path = QPainterPath()
        path.addRoundedRect(soil, 20, 20)
        light = QLinearGradient(soil.topLeft(), soil.bottomLeft())
        light.setColorAt(0, QColor(palette.soil_light))
        light.setColorAt(1, QColor(palette.soil_dark))
        painter.fillPath(path, light)
        step = (width - 40.0) / len(_ROW)  # a plant's shade falls on the soil, too
        for i, (species, vitality, size, flowers, seed) in enumerate(_ROW):
            sown = vitality is None
            traits = Traits(size=0.0 if sown else size, vitality=vitality, flowers=flowers, sown=sown)
            cell = 170.0 * self._part
            picture = self._pictures.pixmap(traits, species, seed, cell)
            foot = PlantPictures.foot(cell)
            painter.drawPixmap(
                int(left + 14.0 + step * (i + 0.5) - foot.x()), int(self.height() - 30.0 - foot.y()), picture
            )
