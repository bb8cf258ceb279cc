"""Window and command line on one file: each sees the other's change, and no edit in progress is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.session import Done, Session
from gardener.ui.contact_form import ContactForm
from gardener.ui.log_form import LogForm
from tests.ui.conftest import DAY, Stand


@pytest.fixture
def other(stand: Stand) -> Iterator[Session]:
    """Another program with the same file open."""
    with Session.open(stand.path, on=DAY) as session:
        yield session


def change(other: Session, contact: str, **values: Any) -> None:
    other.refresh()
    found = other.garden.contact(contact)
    assert found is not None
    after = replace(found, **values)
    assert isinstance(other.perform(lambda g: deeds.edit(g, after)), Done)


def write(other: Session, contact: str, *, days_ago: int = 0) -> Interaction:
    mail = Interaction(
        id=other.new_id(),
        day=DAY - timedelta(days=days_ago),
        kind=Kind.EMAIL,
        direction=Direction.OUTGOING,
        participants=(contact,),
    )
    other.refresh()
    assert isinstance(other.log(mail, anyway=True), Done)
    return mail


def test_the_window_sees_within_a_second_what_another_program_wrote(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    with stand.qtbot.waitSignal(stand.bridge.changed, timeout=5000):
        change(other, jane, org="Meridian")
    assert stand.contact(jane).org == "Meridian"


def test_the_other_program_sees_what_the_window_did(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    stand.bridge.rest(jane)
    assert other.refresh()
    found = other.garden.contact(jane)
    assert found is not None
    assert found.rests_on(DAY)


def edit_form(stand: Stand, contact: str) -> ContactForm:
    stand.choose(contact)
    stand.trigger("edit")
    form = stand.opened[-1]
    assert isinstance(form, ContactForm)
    return form


def test_an_open_contact_form_keeps_what_was_typed_and_says_what_changed(
    stand: Stand, other: Session
) -> None:
    jane = stand.add("Jane Miller", org="Meridian")
    form = edit_form(stand, jane)
    QTest.keyClicks(form.role, "Lead")
    form.met.setText("2026-11-0")
    change(other, jane, org="Harbour", emails=("jane@h.example",))
    stand.bridge.look()
    assert (form.role.text(), form.met.text()) == ("Lead", "2026-11-0")
    assert (form.org.text(), form.lists["emails"].items) == ("Harbour", ("jane@h.example",))
    assert form.meanwhile.isVisible()
    assert "organisation and e-mail" in form.meanwhile.text
    form.met.setText("2026-11-01")
    form._save()
    now = stand.contact(jane)
    assert (now.title, now.org, now.emails) == ("Lead", "Harbour", ("jane@h.example",))


def test_what_both_change_is_named_and_ones_own_is_saved(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller", org="Meridian")
    form = edit_form(stand, jane)
    form.org.setText("Mine")
    change(other, jane, org="Theirs")
    stand.bridge.look()
    assert form.org.text() == "Mine"
    assert "You are changing the organisation too" in form.meanwhile.text
    form._save()
    assert stand.contact(jane).org == "Mine"


def test_ones_own_deed_says_nothing_in_an_open_form(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    form = edit_form(stand, jane)
    stand.bridge.rest(jane)
    assert form.meanwhile.isHidden()


def test_a_contact_removed_elsewhere_is_told_and_the_form_stays(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    form = edit_form(stand, jane)
    form.notes.setPlainText("a long note")
    other.refresh()
    other.remove(jane)
    stand.bridge.look()
    assert form.isVisible()
    assert form.notes.toPlainText() == "a long note"
    assert "Jane Miller was removed" in form.meanwhile.text
    form._save()
    assert form.isVisible()
    assert form._person.wrongs()


def log_form(stand: Stand, contact: str) -> LogForm:
    stand.choose(contact)
    found = stand.bridge.contact(contact)
    assert isinstance(found, Contact)
    stand.window.commands.log_mine(found)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    return form


def test_an_open_log_form_keeps_its_note_and_the_guard_speaks_anew(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    form = log_form(stand, jane)
    QTest.keyClicks(form.note, "Sent the list")
    assert not form._warned
    write(other, jane, days_ago=1)
    stand.bridge.look()
    assert form.note.toPlainText() == "Sent the list"
    assert "logged elsewhere with Jane Miller" in form.meanwhile.text
    assert form._warned


def test_a_log_form_outlives_the_removal_of_its_contact(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    form = log_form(stand, jane)
    QTest.keyClicks(form.note, "Sent the list")
    other.refresh()
    other.remove(jane)
    stand.bridge.look()
    assert "Jane Miller was removed" in form.meanwhile.text
    form._save(anyway=True)
    assert form.isVisible()
    assert form.note.toPlainText() == "Sent the list"
    assert form.fields.wrongs()


def test_a_correction_takes_in_the_rest_of_what_changed(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    mail = write(other, jane, days_ago=3)
    stand.bridge.look()
    stand.window.commands.edit_log(mail)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    form.note.setPlainText("mine")
    after = replace(mail, day=DAY - timedelta(days=2), note="theirs")
    other.perform(lambda g: deeds.edit_log(g, mail, after, today=DAY))
    stand.bridge.look()
    assert "day and note" in form.meanwhile.text
    assert "You are changing the note too" in form.meanwhile.text
    form._save()
    (now,) = stand.history(jane)
    assert (now.day, now.note) == (DAY - timedelta(days=2), "mine")


def test_a_correction_saved_in_the_same_second_loses_nothing_of_the_other(
    stand: Stand, other: Session
) -> None:
    jane = stand.add("Jane Miller")
    mail = write(other, jane, days_ago=3)
    stand.bridge.look()
    stand.window.commands.edit_log(mail)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    form.note.setPlainText("mine")
    after = replace(mail, direction=Direction.INCOMING)
    other.perform(lambda g: deeds.edit_log(g, mail, after, today=DAY))
    form._save()
    (now,) = stand.history(jane)
    assert (now.direction, now.note) == (Direction.INCOMING, "mine")


def test_words_in_the_panel_stay_while_another_program_writes(stand: Stand, other: Session) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    panel = stand.window.contact.page
    QTest.keyClicks(panel.common.field, "From Bos")
    QTest.keyClicks(panel.next.text, "send the artic")
    change(other, jane, title="Lead")
    stand.bridge.look()
    assert panel.role.text() == "Lead"
    assert panel.common.field.text() == "From Bos"
    assert panel.next.text.text() == "send the artic"
