"""The field of the contact form that chooses a plant: small pictures, and the line that says what is proposed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gardener.domain.contact import Contact
from gardener.scene.library import all_species
from gardener.scene.proposal import proposal_of
from gardener.scene.showing import species_of
from gardener.ui.parts import Label
from gardener.ui.species_gallery import GROWN, SpeciesPictures
from gardener.words import species as words

SIDE = 34
"""Pixels of a picture's height in the list."""


class SpeciesChoice(QWidget):
    """A box of species. Until something was chosen by hand, `follow` chooses what is proposed."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName("Plant")
        self.box.setIconSize(QSize(round(SIDE * 0.72), SIDE))
        self.box.setMaxVisibleItems(10)
        self.box.addItem(words.AS_IT_COMES, "")
        for species in sorted(all_species().values(), key=lambda each: each.name):
            self.box.addItem(species.name, species.id)
        self.line = Label("", "muted", wrap=True)
        self.line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self.line)
        self.setFocusProxy(self.box)
        self._by_hand = False
        self._drawn = False
        self._contact: Contact | None = None
        self.box.activated.connect(self._mind)

    @property
    def chosen(self) -> str:
        """The id; empty: as it comes."""
        return str(self.box.currentData() or "")

    def choose(self, species: str) -> None:
        """Shows what was chosen before; from now on nothing is chosen by itself."""
        self._by_hand = True
        self.box.setCurrentIndex(max(0, self.box.findData(species)))

    def follow(self, contact: Contact) -> None:
        """Says what is proposed for somebody of whom so much was typed, and chooses it while nothing was by hand."""
        self._contact = contact
        proposal = proposal_of(contact)
        self.line.setVisible(proposal is not None)
        if proposal is not None:
            sentence = words.proposal(proposal.species.name, proposal.tie)
            if self.line.text() != sentence:
                self.line.setText(sentence)
                self.box.setAccessibleDescription(sentence)
        if not self._by_hand:
            self.box.setCurrentIndex(self.box.findData(proposal.species.id) if proposal else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """The pictures are drawn when they are to be seen."""
        super().showEvent(event)
        if not self._drawn and self._contact is not None:
            self._drawn = True
            self._draw(self._contact)

    def _draw(self, contact: Contact) -> None:
        pictures, ratio, seed = SpeciesPictures(), self.devicePixelRatioF(), contact.seed_number
        for index in range(self.box.count()):
            species = str(self.box.itemData(index)) or species_of("", seed, contact.created)
            picture = pictures.of(species, GROWN, seed, float(SIDE), ratio)
            self.box.setItemIcon(index, QIcon(picture))

    def _mind(self) -> None:
        self._by_hand = True
