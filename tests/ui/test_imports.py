"""Imports beside the window: it stays live while files are read, can be cancelled, and closes safely."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.session import InputFile, Session
from gardener.ui.import_dialog import ImportPreview
from gardener.ui.jobs import Job, Report
from tests.ui.conftest import DAY, Stand


def cards(count: int, name: str = "Person") -> bytes:
    one = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name} {i}\r\nEMAIL:{name}{i}@x.example\r\nEND:VCARD\r\n"
    return "".join(one.format(name=name, i=i) for i in range(count)).encode()


class SlowReader:
    """Reads a file only once it is let go; says when it was asked."""

    def __init__(self, data: bytes) -> None:
        self.asked, self.go = threading.Event(), threading.Event()
        self.data = data

    def __call__(self, path: Path) -> InputFile:
        self.asked.set()
        assert self.go.wait(30)
        return InputFile(str(path), self.data)


def begin(stand: Stand, reader: SlowReader) -> ImportPreview:
    stand.window.commands.read_file = reader
    stand.window.commands.preview_import([Path("people.vcf")])
    preview = stand.opened[-1]
    assert isinstance(preview, ImportPreview)
    assert reader.asked.wait(10)
    return preview


def names(session: Session) -> set[str]:
    return {plant.contact.name for plant in session.garden.plants.values()}


def test_the_window_lives_while_a_large_file_is_read(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    reader = SlowReader(cards(10_000))
    preview = begin(stand, reader)
    stand.qtbot.waitUntil(lambda: "Reading people.vcf" in preview._line.text())
    assert not preview.go.isVisible()
    stand.bridge.rest(jane)  # while it reads
    assert stand.contact(jane).rests_on(DAY)
    seen: list[str] = []
    job = stand.window.jobs._going[-1]
    job.progressed.connect(lambda how_far: seen.append(how_far.at))
    with stand.qtbot.waitSignal(preview.planShown, timeout=60_000):
        reader.go.set()
    assert seen.count("matching") > 100, "words of how far it is came while the window ran"
    assert "Import 10\u202f000 people" in preview.go.text()
    assert names(stand.session) == {"Jane Miller"}


def test_the_preview_names_what_is_not_read_whole(stand: Stand) -> None:
    reader = SlowReader(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nBDAY:soon\r\nEND:VCARD\r\n")
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    said = {label.text() for label in preview.findChildren(QLabel)}
    assert "line 4: not a birthday (soon)" in said


def test_the_preview_points_out_the_second_of_a_name(stand: Stand) -> None:
    stand.add("Ann")
    reader = SlowReader(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nTEL:1\r\nEND:VCARD\r\n")
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    said = {label.text() for label in preview.findChildren(QLabel)}
    assert "card 1, line 1: another Ann is here" in said


def test_the_second_of_a_name_is_said_to_be_the_first(stand: Stand) -> None:
    ann = stand.add("Ann", org="Lumen")
    reader = SlowReader(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nTEL:1\r\nEND:VCARD\r\n")
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    (choice,) = preview.findChildren(QComboBox)
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Somebody new",
        "The same as Ann (Lumen)",
    ]
    assert preview.go.text() == "Import 1 person"
    choice.setCurrentIndex(1)
    assert preview.go.text() == "Update 1 person"
    with stand.qtbot.waitSignal(stand.bridge.done):
        preview.go.click()
    assert names(stand.session) == {"Ann"}
    assert stand.contact(ann).phones == ("1",)


def test_a_question_is_answered_in_the_preview(stand: Stand) -> None:
    ann = stand.add("Ann", emails=("family@x.example",))
    names_ = ("Bo", "Cy", "Di")
    text = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{n}\nEMAIL:family@x.example\nTEL:{n}1\nEND:VCARD\n" for n in names_
    )
    preview = begin(stand, reader := SlowReader(text.encode()))
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    bo, cy, di = preview.findChildren(QComboBox)
    assert [bo.itemText(at) for at in range(bo.count())] == ["Leave out", "The same as Ann", "Somebody new"]
    assert bo.accessibleName() == "Bo shares an e-mail address with a contact of another name: Ann"
    assert not preview.go.isEnabled()
    bo.setCurrentIndex(2)
    assert preview.go.text() == "Import 1 person"
    cy.setCurrentIndex(1)
    assert preview.go.isEnabled()
    with stand.qtbot.waitSignal(stand.bridge.done):
        preview.go.click()
    assert names(stand.session) == {"Ann", "Bo"}
    assert stand.contact(ann).phones == ("Cy1",)
    assert di.currentText() == "Leave out"
    stand.trigger("undo")
    assert names(stand.session) == {"Ann"}


def test_what_was_matched_comes_in_as_one_deed_with_undo(stand: Stand) -> None:
    reader = SlowReader(cards(120))
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    stand.add("Jane Miller")  # between preview and import
    with stand.qtbot.waitSignal(stand.bridge.done):
        preview.go.click()
    assert len(stand.session.garden.plants) == 121
    assert not preview.isVisible()
    assert stand.session.garden.revision == stand.session._file.revision()
    stand.undo_by_message()
    assert names(stand.session) == {"Jane Miller"}


def test_cancelling_leaves_the_files_unread_and_says_nothing(stand: Stand) -> None:
    reader = SlowReader(cards(20))
    preview = begin(stand, reader)
    job = stand.window.jobs._going[-1]
    preview.close_button.click()
    assert not preview.isVisible()
    with stand.qtbot.waitSignal(job.ended):
        reader.go.set()
    assert not stand.session.garden.plants
    assert stand.window.toasts.words == ()


def test_the_window_may_be_closed_meanwhile(stand: Stand) -> None:
    reader = SlowReader(cards(20))
    begin(stand, reader)
    jobs = stand.window.jobs
    stand.window.close()
    reader.go.set()
    assert jobs.wait(10)
    assert not stand.session.garden.plants


def test_an_import_that_is_being_saved_ends_whole_though_the_window_closes(stand: Stand) -> None:
    reader = SlowReader(cards(300))
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    preview.go.click()
    stand.window.close()
    assert stand.window.jobs.wait(20)
    with Session.open(stand.path, on=DAY) as again:
        assert len(again.garden.plants) in (0, 300)
        assert again.check().ok


def test_a_file_that_refuses_is_told_and_the_preview_goes(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gardener.session import FileProblem

    def refuse(self: Session) -> Session:
        raise FileProblem("locked", {"path": "my.garden"})

    monkeypatch.setattr(Session, "beside", refuse)
    reader = SlowReader(cards(3))
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(stand.bridge.failed):
        reader.go.set()
    assert not preview.isVisible()
    assert "Another program is writing" in stand.window.toasts.words[-1]


def test_another_program_that_wrote_meanwhile_is_taken_in_too(stand: Stand) -> None:
    reader = SlowReader(cards(5))
    preview = begin(stand, reader)
    with stand.qtbot.waitSignal(preview.planShown):
        reader.go.set()
    with stand.session.beside() as other:
        gus = Contact(id=other.new_id(), name="Gus Jones", created=DAY)
        other.perform(lambda garden: deeds.add(garden, gus))
    with stand.qtbot.waitSignal(stand.bridge.done):
        preview.go.click()
    assert "Gus Jones" in names(stand.session)
    assert len(stand.session.garden.plants) == 6


# Jobs by themselves


def test_a_mistake_in_a_job_is_told_in_the_window(stand: Stand) -> None:
    def work(report: Report) -> None:
        report("on my way")
        raise ZeroDivisionError

    job = Job(work)
    with stand.qtbot.waitSignals([job.progressed, job.failed, job.ended]):
        job.start()
    assert job.wait(5)


def test_what_a_job_finds_comes_in_the_windows_own_thread(stand: Stand) -> None:
    heard: list[threading.Thread] = []
    job = Job(lambda report: "found")
    job.finished.connect(lambda _: heard.append(threading.current_thread()))
    with stand.qtbot.waitSignal(job.ended):
        job.start()
    assert heard == [threading.main_thread()]
    assert job.wait(5)


def test_circles_are_looked_for_again_once_no_job_is_at_work(stand: Stand) -> None:
    assert gc.isenabled()
    go = threading.Event()
    jobs = [Job(lambda report: (go.wait(10), gc.isenabled())[1]), Job(lambda report: 1 // 0)]
    found: list[bool] = []
    jobs[0].finished.connect(found.append)
    jobs[0].start()
    with stand.qtbot.waitSignal(jobs[1].failed):
        jobs[1].start()
    with stand.qtbot.waitSignal(jobs[0].ended):
        go.set()
    assert found == [False]
    assert all(job.wait(5) for job in jobs)
    assert gc.isenabled()
