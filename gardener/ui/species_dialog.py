"""Choosing the plant of somebody: every species as their own plant would look, and the one that is proposed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidgetItem, QWidget

from gardener.scene.proposal import Proposal
from gardener.scene.showing import PlantShown
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button
from gardener.ui.species_gallery import GROWN, Gallery
from gardener.ui.theme import GRID
from gardener.words import species as words
from gardener.words import window


class SpeciesDialog(Form):
    """speciesChosen(id): the empty id is the plant that fell to them. The one they have is the first in hand."""

    speciesChosen = Signal(str)

    def __init__(
        self, plant: PlantShown, chosen: str, proposal: Proposal | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.title(plant.name), width=760)
        self.setObjectName("speciesDialog")
        self._plant, self._proposal = plant, proposal
        self.gallery = Gallery()
        self.gallery.setAccessibleName(self.windowTitle())
        self.now = QCheckBox(words.NOW)
        self.now.setEnabled(not plant.traits.sown)
        self.gallery.fill(proposed=proposal.species.id if proposal else "", chosen=plant.species)
        self._lay_out(chosen)
        self._paint()
        self.gallery.choose(plant.species)
        self.gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, chosen: str) -> None:
        self.body.addWidget(Label(words.LINE, "quiet", wrap=True))
        said = (
            words.proposal(self._proposal.species.name, self._proposal.tie)
            if self._proposal
            else words.NO_PROPOSAL
        )
        self.why = Label(said, wrap=True)
        self.body.addWidget(self.why)
        self.gallery.setMinimumHeight(3 * self.gallery.gridSize().height() + 2 * GRID)
        self.body.addWidget(self.gallery, 1)
        self.body.addWidget(self.now)
        self.now.toggled.connect(self._paint)
        self.gallery.itemActivated.connect(self._activated)
        self.foot.addWidget(button(window.CLOSE, self.reject))
        self.foot.addStretch(1)
        self.lot = button(words.AS_IT_COMES, lambda: self._go(""), tip=words.AS_IT_COMES_TIP)
        self.lot.setEnabled(chosen != "")
        self.foot.addWidget(self.lot)
        if self._proposal is not None:
            species = self._proposal.species
            self.take = button(words.take(species.name), lambda: self._go(species.id))
            self.take.setEnabled(chosen != species.id)
            self.foot.addWidget(self.take)
        primary = button("Choose", lambda: self._go(self.gallery.chosen), kind="primary")
        primary.setAutoDefault(True)
        self.foot.addWidget(primary)
        press_on_enter(self, primary)

    def _paint(self) -> None:
        self.gallery.paint_all(self._plant.traits if self.now.isChecked() else GROWN, self._plant.seed)

    def _activated(self, _item: QListWidgetItem) -> None:
        self._go(self.gallery.chosen)

    def _go(self, species: str) -> None:
        self.speciesChosen.emit(species)
        self.accept()
