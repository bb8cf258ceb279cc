"""Choosing a plant: in its own dialog, in the contact form, with the proposal, by keyboard; one deed each."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gardener.domain.interaction import Direction
from gardener.scene.library import all_species
from gardener.scene.showing import species_of
from gardener.ui.contact_form import ContactForm
from gardener.ui.species_dialog import SpeciesDialog
from gardener.ui.species_gallery import GROWN, Gallery
from tests.ui.conftest import Stand


def opened(stand: Stand, contact: str) -> SpeciesDialog:
    stand.choose(contact)
    QTest.keyClick(stand.window.view, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    dialog = stand.opened[-1]
    assert isinstance(dialog, SpeciesDialog)
    return dialog


def test_a_plant_is_chosen_by_keyboard_in_one_deed_and_undone(stand: Stand) -> None:
    jane = stand.add("Jane Miller", species="rose")
    before = stand.window.view.picture.plants[jane].species
    dialog = opened(stand, jane)
    assert dialog.gallery.hasFocus() or dialog.focusWidget() is dialog.gallery
    assert dialog.gallery.chosen == before
    revision = stand.session.garden.revision
    QTest.keyClick(dialog.gallery, Qt.Key.Key_Home)
    QTest.keyClick(dialog.gallery, Qt.Key.Key_Right)
    wanted = dialog.gallery.chosen
    assert wanted != before
    QTest.keyClick(dialog.gallery, Qt.Key.Key_Return)
    assert stand.contact(jane).species == wanted
    assert stand.session.garden.revision == revision + 1
    assert stand.window.view.picture.plants[jane].species == wanted
    assert stand.window.actions_["undo"].text() == "Undo: Gave Jane Miller another plant"
    stand.trigger("undo")
    assert stand.contact(jane).species == "rose"


def test_every_species_is_there_with_its_picture_and_an_accessible_name(stand: Stand) -> None:
    gallery = opened(stand, stand.add("Jane Miller", tags=("alumni",), species="rose")).gallery
    items = [gallery.item(row) for row in range(gallery.count())]
    assert {item.data(Qt.ItemDataRole.UserRole) for item in items} == set(all_species())
    assert all(not item.icon().isNull() for item in items)
    names = [str(item.data(Qt.ItemDataRole.AccessibleTextRole)) for item in items]
    assert "Tulip, long blades, proposed" in names
    assert "Larch, a conifer" in names
    assert "Rose, a shrub, chosen now" in names


def test_the_proposal_says_why_and_is_taken_with_one_press(stand: Stand) -> None:
    jane = stand.add("Jane Miller", tags=("boston", "Recruiter"))
    dialog = opened(stand, jane)
    assert dialog.why.text() == "Feather grass is proposed for a recruiter (tag “Recruiter”)."
    dialog.take.click()
    assert stand.contact(jane).species == "feather-grass"


def test_as_it_comes_gives_back_the_plant_that_fell_to_them(stand: Stand) -> None:
    jane = stand.add("Jane Miller", species="larch")
    fell = species_of("", stand.contact(jane).seed_number, stand.contact(jane).created)
    opened(stand, jane).lot.click()
    assert stand.contact(jane).species == ""
    assert stand.window.view.picture.plants[jane].species == fell


def test_the_previews_can_stand_as_the_plant_does_today(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    assert not opened(stand, jane).now.isEnabled()
    stand.write_to(jane, days_ago=150, direction=Direction.INCOMING)
    dialog = opened(stand, jane)
    grown = dialog.gallery.item(3).icon().pixmap(dialog.gallery.iconSize()).toImage()
    dialog.now.setChecked(True)
    assert dialog.gallery.item(3).icon().pixmap(dialog.gallery.iconSize()).toImage() != grown


@pytest.fixture
def form(stand: Stand) -> ContactForm:
    stand.trigger("add")
    made = stand.opened[-1]
    assert isinstance(made, ContactForm)
    return made


def test_a_new_contact_gets_what_is_proposed_for_what_is_typed(stand: Stand, form: ContactForm) -> None:
    form.name.setText("Jane Miller")
    assert form.species.line.isHidden()
    form.tags.setText("boston, mentor")
    assert form.species.line.text() == "Larch is proposed for a mentor (tag “mentor”)."
    assert form.species.box.accessibleDescription() == form.species.line.text()
    assert form.species.box.currentText() == "Larch"
    form.tags.setText("boston")
    assert form.species.chosen == ""
    form.role.setText("Senior recruiter")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert form.saved is not None
    assert stand.contact(form.saved).species == "feather-grass"


def test_what_was_chosen_by_hand_stays_whatever_is_typed(stand: Stand, form: ContactForm) -> None:
    form.name.setText("Jane Miller")
    form.species.box.setFocus()
    QTest.keyClick(form.species.box, Qt.Key.Key_Down)
    chosen = form.species.chosen
    assert chosen
    form.tags.setText("mentor")
    assert form.species.chosen == chosen


def test_through_whom_they_came_proposes_too(stand: Stand, form: ContactForm) -> None:
    stand.add("Gus Jones")
    form.introduced_by.setText("Gus Jones")
    assert form.species.chosen == "strawberry"


def test_editing_never_changes_the_plant_by_itself(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("edit")
    form = stand.opened[-1]
    assert isinstance(form, ContactForm)
    form.tags.setText("mentor")
    assert form.species.line.text() == "Larch is proposed for a mentor (tag “mentor”)."
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert stand.contact(jane).tags == ("mentor",)
    assert stand.contact(jane).species == ""


@pytest.mark.usefixtures("qapp")
def test_a_gallery_of_a_species_that_is_gone_begins_at_the_first() -> None:
    gallery = Gallery()
    gallery.fill(proposed="", chosen="")
    gallery.paint_all(GROWN, 7)
    gallery.choose("of a later version")
    assert gallery.chosen == "allium"
    assert species_of("of a later version", 7, date(2026, 3, 1)) in all_species()
