"""The history panel: back and forward to any deed, stopped with a sentence, and imports taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gardener.domain import deeds
from gardener.domain.changes import Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.records import Batch
from gardener.domain.stage import Stage
from gardener.session import Done, FileProblem, InputFile, Session
from gardener.ui import history_model
from gardener.ui.history_dock import HistoryDock
from gardener.ui.rewind import rewind
from gardener.ui.take_back_dialog import TakeBackDialog
from tests.ui.conftest import DAY, Stand

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nEMAIL:%s@x.example\r\nEND:VCARD\r\n"


def opened(stand: Stand) -> HistoryDock:
    stand.trigger("history")
    dock = stand.window.history.dock
    assert dock is not None
    return dock


def words(dock: HistoryDock) -> list[str]:
    return [entry.words for entry in dock.model.entries]


@pytest.fixture
def jane(stand: Stand) -> str:
    """Planted, moved twice, at rest: four deeds."""
    jane = stand.add("Jane Miller")
    stand.bridge.move(jane, Stage.SEEDLING)
    stand.bridge.move(jane, Stage.GROWING)
    stand.bridge.rest(jane)
    return jane


def test_deeds_stand_newest_first_with_now_marked_and_the_beginning_last(stand: Stand, jane: str) -> None:
    dock = opened(stand)
    assert words(dock) == [
        "Let Jane Miller rest", "Moved Jane Miller to Growing", "Moved Jane Miller to Seedlings",
        "Planted Jane Miller", "Before the first deed",
    ]  # fmt: skip
    assert [entry.now for entry in dock.model.entries] == [True, False, False, False, False]
    stand.trigger("undo")
    assert [entry.undone for entry in dock.model.entries] == [True, False, False, False, False]
    assert dock.model.entries[1].now
    said = dock.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Let Jane Miller rest, ")
    assert said.endswith(", undone")


def test_one_deed_goes_back_in_one_press(stand: Stand, jane: str) -> None:
    dock = opened(stand)
    QTest.keyClick(dock.list, Qt.Key.Key_Down)
    assert dock.go.text() == "Undo to here"
    assert dock.says.text() == "Undoes: Let Jane Miller rest"
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    assert stand.contact(jane).resting is None
    assert stand.contact(jane).stage is Stage.GROWING
    assert stand.window.toasts.words[-1] == "Undone: Let Jane Miller rest"


def test_several_deeds_are_asked_about_once_and_go_both_ways(stand: Stand, jane: str) -> None:
    dock = opened(stand)
    dock._put(3)
    assert dock.go.text() == "Undo 3 deeds, to here"
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    assert stand.contact(jane).resting is not None, "nothing is undone before the question is answered"
    assert dock.says.text().startswith("Undo 3 deeds?")
    assert dock.go.hasFocus()
    QTest.keyClick(dock.go, Qt.Key.Key_Return)
    assert stand.contact(jane).stage is Stage.SEED
    assert [entry.undone for entry in dock.model.entries] == [True, True, True, False, False]
    assert dock.entry is not None
    assert dock.entry.now
    assert stand.window.toasts.words[-1] == "Undone: 3 deeds"
    dock._put(0)
    assert dock.go.text() == "Redo 3 deeds, to here"
    dock.go.click()
    assert dock.says.text() == "Do 3 deeds again?"
    dock.go.click()
    assert stand.contact(jane).resting is not None
    assert stand.contact(jane).stage is Stage.GROWING


def test_the_question_is_left_by_escape_and_then_the_panel(stand: Stand, jane: str) -> None:
    stand.choose(jane)
    contact = stand.window.contact
    dock = opened(stand)
    assert contact.isHidden()
    dock.ask(3)
    assert dock.cancel.isVisible()
    QTest.keyClick(dock.go, Qt.Key.Key_Escape)
    assert not dock.cancel.isVisible()
    assert dock.isVisible()
    QTest.keyClick(dock.list, Qt.Key.Key_Escape)
    assert not dock.isVisible()
    assert contact.isVisible()
    assert stand.contact(jane).resting is not None


def test_choosing_another_line_takes_the_question_back(stand: Stand, jane: str) -> None:
    dock = opened(stand)
    dock.ask(3)
    dock._put(2)
    assert dock.go.text() == "Undo 2 deeds, to here"
    dock.go.click()
    assert stand.contact(jane).resting is not None


def test_the_panel_follows_what_happens_and_rests_while_hidden(stand: Stand, jane: str) -> None:
    dock = opened(stand)
    gus = stand.add("Gus Jones")
    assert words(dock)[0] == "Planted Gus Jones"
    assert dock.entry is not None
    assert dock.entry.now, "who was at now stays at now"
    dock._put(2)
    seq = dock.entry.seq
    stand.bridge.wake(jane)
    assert dock.entry.seq == seq, "who reads an older line stays at it"
    stand.trigger("history")
    stand.bridge.rest(gus)
    assert words(dock)[0] != "Let Gus Jones rest"
    stand.trigger("history")
    assert words(dock)[0] == "Let Gus Jones rest"


def test_the_contact_coming_back_closes_it(stand: Stand, jane: str) -> None:
    dock = opened(stand)
    stand.trigger("go-contact")
    assert not dock.isVisible()
    assert stand.window.contact.isVisible()


def test_an_empty_history_says_so(stand: Stand) -> None:
    dock = opened(stand)
    assert not dock.model.entries
    assert dock.nothing.isVisible()
    assert not dock.list.isVisible()


def test_a_long_history_is_read_page_by_page(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_model, "PAGE", 5)
    for number in range(12):
        stand.add(f"Seed {number}")
    model = history_model.HistoryModel(stand.session)
    model.load()
    assert model.rowCount() == 5
    assert model.canFetchMore(model.index(-1))
    model.fetchMore(model.index(-1))
    assert model.rowCount() == 10
    model.fetchMore(model.index(-1))
    assert model.rowCount() == 13
    assert model.entries[-1].seq == 0
    assert not model.canFetchMore(model.index(-1))


def test_going_back_stops_with_a_sentence_where_a_step_is_refused(
    stand: Stand, jane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    undo, calls = stand.session.undo, []

    def full_at_the_second(**_: object) -> Done | None:
        calls.append(1)
        if len(calls) == 2:
            raise FileProblem("full", {"path": str(stand.path)})
        return undo()

    monkeypatch.setattr(stand.session, "undo", full_at_the_second)
    stand.bridge.go_to(0)
    assert stand.window.toasts.words[-1].startswith("1 of 4 deeds undone. The disk is full")
    assert stand.contact(jane).stage is Stage.GROWING
    assert stand.contact(jane).resting is None


def test_going_back_stops_where_another_program_was_faster(
    stand: Stand, jane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    undo = stand.session.undo

    def meanwhile(**_: object) -> Done | None:
        done = undo()
        with Session.open(stand.path, on=DAY) as other:
            new = Contact(id=other.new_id(), name="Ada", created=DAY)
            other.perform(lambda garden: deeds.add(garden, new))
        return done

    monkeypatch.setattr(stand.session, "undo", meanwhile)
    went = rewind(stand.session, 0)
    assert (went.steps, went.wanted) == (1, 4)
    assert "Another program" in went.stopped
    stand.session.refresh()
    assert "Ada" in {plant.contact.name for plant in stand.session.garden.plants.values()}


def test_to_where_it_is_nothing_is_done(stand: Stand, jane: str) -> None:
    revision = stand.session.garden.revision
    went = rewind(stand.session, stand.session.record(1)[0].seq)
    assert (went.wanted, went.stopped) == (0, "")
    assert stand.session.garden.revision == revision


def test_all_the_way_back_and_forward_gives_the_same_garden(stand: Stand, jane: str) -> None:
    whole = stand.session.garden.plants
    last = stand.session.record(1)[0].seq
    assert rewind(stand.session, 0).steps == 4
    assert not stand.session.garden.plants
    assert rewind(stand.session, last).steps == 4
    assert stand.session.garden.plants == whole


def an_import(stand: Stand) -> Batch:
    _, done = stand.session.imports.bring(
        [InputFile("people.vcf", CARD % (b"Ada", b"ada") + CARD % (b"Bo", b"bo"))]
    )
    assert isinstance(done, Done)
    (batch,) = stand.session.garden.batches.values()
    return batch


def test_an_import_is_taken_back_after_who_stays_and_why_was_told(stand: Stand) -> None:
    batch = an_import(stand)
    ada = next(p.contact.id for p in stand.session.garden.plants.values() if p.contact.name == "Ada")
    stand.write_to(ada)
    dock = opened(stand)
    assert not dock.back.isVisible()
    dock._put(1)
    assert dock.back.isVisible()
    dock.back.click()
    dialog = stand.opened[0]
    assert isinstance(dialog, TakeBackDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Ada: you have been in touch since" in said
    assert "1 contact goes" in said
    assert "Bo" in said
    assert len(stand.session.garden.plants) == 2
    dialog.go.click()
    assert {p.contact.name for p in stand.session.garden.plants.values()} == {"Ada"}
    toast = stand.window.toasts.latest
    assert toast is not None
    assert "1 contact stayed" in toast.words
    assert toast.button is not None
    toast.button.click()
    assert len(stand.session.garden.plants) == 2
    assert stand.session.garden.batches[batch.id].taken_back is None


def test_what_was_taken_back_already_is_told_instead(stand: Stand) -> None:
    batch = an_import(stand)
    stand.bridge.take_back(batch.id)
    stand.window.commands.take_back(batch.id)
    dialog = stand.opened[0]
    assert isinstance(dialog, TakeBackDialog)
    assert not dialog.go.isVisible()
    assert "already taken back" in " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_what_a_take_back_would_do_does_nothing(stand: Stand) -> None:
    batch = an_import(stand)
    revision = stand.session.garden.revision
    would = stand.session.imports.would_take_back(batch)
    assert isinstance(would, deeds.TakenBack)
    assert isinstance(would.deed, Changeset)
    assert len(would.removed) == 2
    assert stand.session.garden.revision == revision
    taken = stand.session.imports.take_back(batch)
    assert isinstance(taken, deeds.TakenBack)
    assert taken.removed == would.removed
    assert isinstance(stand.session.imports.would_take_back(batch), Refusal)


def test_names_in_the_history_are_plain_text(stand: Stand) -> None:
    stand.add("<b>Jo</b>")
    dock = opened(stand)
    assert words(dock)[0] == "Planted <b>Jo</b>"
    assert {label.textFormat() for label in dock.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_the_panels_are_found_as_they_were_after_a_close_with_the_history_open(
    stand: Stand, jane: str, tmp_path: Path
) -> None:
    opened(stand)
    stand.window.close()
    assert not stand.window.contact.isHidden()
