"""Before a talk, after it, and drafts, in the window."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from gardener import templates
from gardener.domain.contact import CommonGround
from gardener.domain.interaction import About, Direction, Interaction, Kind
from gardener.domain.stage import Stage
from gardener.ui import outside
from gardener.ui.after_dialog import AfterDialog
from gardener.ui.brief_dialog import BriefDialog
from gardener.ui.draft_dialog import DraftDialog
from gardener.ui.log_form import LogForm
from tests.ui.conftest import DAY, Stand


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one's own templates, in no place of the person's."""
    monkeypatch.setattr(templates, "folder", lambda: tmp_path / "own")
    return tmp_path / "own"


def jane(stand: Stand) -> str:
    id_ = stand.add(
        "Jane Miller", Stage.GROWING, emails=("jane@x.example",), org="Meridian",
        common=CommonGround(("From <b>Boston</b>",), ()),
    )  # fmt: skip
    stand.write_to(id_, days_ago=9, direction=Direction.INCOMING)
    stand.choose(id_)
    return id_


def talked(stand: Stand, *people: str) -> Interaction:
    one = Interaction(
        id=stand.session.new_id(), day=DAY, kind=Kind.MEETING, direction=Direction.MUTUAL, participants=people
    )
    stand.bridge.log(one)
    return one


def test_the_ask_is_folded_away_until_it_is_pressed(stand: Stand) -> None:
    jane(stand)
    stand.trigger("before")
    card = stand.opened[-1]
    assert isinstance(card, BriefDialog)
    assert card.bears.isHidden()
    card.ask.click()
    assert not card.bears.isHidden()
    card._log()
    assert isinstance(stand.opened[-1], LogForm)


def test_after_a_talk_three_questions_are_offered_and_kept(stand: Stand) -> None:
    id_ = jane(stand)
    one = talked(stand, id_)
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.button is not None
    assert toast.button.text() == "Three questions"
    toast.button.click()
    form = stand.opened[-1]
    assert isinstance(form, AfterDialog)
    form.about.choose(About.THEIRS)
    form.learned.setPlainText("a dog named Rex")
    form.owe.setText("the article")
    form._keep()
    assert stand.session.interaction(one.id).about is About.THEIRS  # type: ignore[union-attr]
    assert "a dog named Rex" in stand.contact(id_).common.theirs
    (plan,) = stand.session.garden.plans.values()
    assert (plan.text, plan.day) == ("the article", DAY + timedelta(days=7))
    stand.trigger("undo")
    assert not stand.session.garden.plans
    assert "a dog named Rex" not in stand.contact(id_).common.theirs


def test_of_several_it_is_asked_who_it_was_learned_of(stand: Stand) -> None:
    id_, gus = jane(stand), stand.add("Gus Jones")
    one = talked(stand, id_, gus)
    stand.window.commands.after_talk(one.id)
    form = stand.opened[-1]
    assert isinstance(form, AfterDialog)
    form.who.setCurrentIndex(form.who.findData(gus))
    form.learned.setPlainText("sails")
    form._keep()
    assert stand.contact(gus).common.theirs == ("sails",)
    assert stand.contact(id_).common.theirs == ("From <b>Boston</b>",)


def test_after_a_mail_nothing_is_asked(stand: Stand) -> None:
    id_ = jane(stand)
    stand.window.toasts.clear()
    stand.write_to(id_, days_ago=0)
    assert stand.window.toasts.latest is None


def test_a_draft_is_filled_in_copied_and_asked_after(stand: Stand) -> None:
    id_ = jane(stand)
    stand.trigger("draft")
    form = stand.opened[-1]
    assert isinstance(form, DraftDialog)
    assert form.subject.text() == "Thank you, Jane"
    form.copy.click()
    assert QApplication.clipboard().text().startswith("Thank you, Jane\n\nDear Jane,")
    cards = stand.window.banners.sent.cards
    cards[id_].answered.emit(True)
    last = stand.session.history(id_)[-1]
    assert (last.day, last.direction, last.thanks) == (DAY, Direction.OUTGOING, True)


def test_the_guards_word_stands_first_and_somebody_left_alone_is_a_plain_no(stand: Stand) -> None:
    id_ = jane(stand)
    stand.bridge.leave_alone(id_)
    stand.trigger("draft")
    form = stand.opened[-1]
    assert isinstance(form, DraftDialog)
    assert "asked not to be contacted" in form.guard.text
    assert form.go.text() == "Write anyway"
    assert form.go.property("kind") != "primary"


def test_the_mail_program_gets_subject_and_text_and_one_receiver() -> None:
    url = outside.mail_of("a@x.example", "R&D? #1", "Dear Jane,\n\n100 % & more\n?to=evil@x.example")
    assert url.isValid()
    assert url.path() == "a@x.example"
    said = url.query(QUrl.ComponentFormattingOption.FullyEncoded)
    assert said.count("&") == 1
    assert "to=" not in said.replace("%3Fto%3D", "")
    assert said.startswith("subject=R%26D%3F%20%231&body=Dear%20Jane%2C%0D%0A")


def test_ones_own_template_is_kept_and_fits_the_next_person(stand: Stand, own: Path) -> None:
    jane(stand)
    stand.trigger("draft")
    form = stand.opened[-1]
    assert isinstance(form, DraftDialog)
    form.subject.setText("Hello Jane")
    form.text.setPlainText("Dear Jane,\n\nthe usual.")
    form.keep_button.click()
    form.name.setText("My usual")
    form.keep_button.click()
    assert form.template.own
    form.reject()
    gus = stand.add("Gus Jones", emails=("gus@x.example",))
    stand.choose(gus)
    stand.trigger("draft")
    form = stand.opened[-1]
    assert isinstance(form, DraftDialog)
    form.choice.setCurrentIndex(form.choice.findText("My usual"))
    assert (form.subject.text(), form.text.toPlainText()) == ("Hello Gus", "Dear Gus,\n\nthe usual.")
    form.let_go_button.click()
    assert form.choice.findText("My usual") == -1
