"""All species side by side, each drawn as this person's own plant would look."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from gardener.scene.library import all_species
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.traits import Traits
from gardener.ui import theme
from gardener.ui.parts import plain_tip
from gardener.words import species as words

GROWN = Traits(size=0.72, vitality=0.92, flowers=3.0, condition="thriving")
"""How a plant is shown that is chosen by what it may become."""
LIMIT = 6_000_000
"""Bytes of pictures kept: every species twice at twice the density."""
LEAST = 128
"""Width of a column at least, in pixels at the usual text size."""
_ID = Qt.ItemDataRole.UserRole


class SpeciesPictures:
    """Pictures of one plant in every species, under the theme in force."""

    def __init__(self) -> None:
        self._kept: PlantPictures | None = None

    def of(self, species: str, traits: Traits, seed: int, cell: float, ratio: float) -> QPixmap:
        """The plant of that seed number in a cell of so many pixels' height."""
        palette, kept = THEMES[theme.scene_theme()], self._kept
        if kept is None or kept.palette is not palette or kept.device_pixel_ratio != ratio:
            kept = self._kept = PlantPictures(palette, all_species(), ratio, LIMIT)
        return kept.pixmap(traits, species, seed, cell)


class Gallery(QListWidget):
    """The species as pictures with their names; the arrows walk, Enter or a double press chooses (`itemActivated`)."""

    def __init__(self, *, cell: int = 108) -> None:
        super().__init__()
        self._cell = cell
        self._pictures = SpeciesPictures()
        self.setObjectName("gallery")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setIconSize(QSize(round(cell * 0.72), cell))

    def fill(self, *, proposed: str, chosen: str) -> None:
        """Every species, by name; which is proposed and which is chosen is said to a screen reader and in the tip."""
        self.clear()
        self.ensurePolished()  # the style's font says how high two lines of words are
        self._share()
        for species in sorted(all_species().values(), key=lambda each: each.name):
            marks = [words.PROPOSED] if species.id == proposed else []
            marks += [words.CHOSEN] if species.id == chosen else []
            label = f"{species.name}\n{words.PROPOSED}" if species.id == proposed else species.name
            item = QListWidgetItem(label)
            item.setData(_ID, species.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.named(species.name, species.habit, *marks))
            item.setToolTip(plain_tip(words.named(species.name, species.habit, *marks)))
            item.setSizeHint(self.gridSize() - QSize(6, 6))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self.addItem(item)

    def _share(self) -> None:
        """The columns share the whole width; the bar is there where the rows do not all fit."""
        inside = self.contentsRect()
        high = self._cell + 2 * self.fontMetrics().lineSpacing() + 22
        columns = max(1, inside.width() // theme.wide(LEAST))
        fits = -(-self.count() // columns) * high <= inside.height()
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAlwaysOn)
        room = inside.width() - (0 if fits else self.verticalScrollBar().sizeHint().width())
        columns = max(1, room // theme.wide(LEAST))
        self.setGridSize(QSize(max(theme.wide(LEAST), (room - 1) // columns), high))
        for row in range(self.count()):
            self.item(row).setSizeHint(self.gridSize() - QSize(6, 6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, other columns."""
        self._share()
        super().resizeEvent(event)

    def paint_all(self, traits: Traits, seed: int) -> None:
        """Draws every one with these traits."""
        ratio = self.devicePixelRatioF()
        for row in range(self.count()):
            item = self.item(row)
            picture = self._pictures.of(str(item.data(_ID)), traits, seed, float(self._cell), ratio)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # as it is, not tinted by the selection
            item.setIcon(icon)

    @property
    def chosen(self) -> str:
        """The id under the keyboard; empty: none."""
        row = self.currentRow()
        return "" if row < 0 else str(self.item(row).data(_ID))

    def choose(self, species: str) -> None:
        """Puts the keyboard on a species, or on the first."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == species:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))
                return
        self.setCurrentRow(0)
