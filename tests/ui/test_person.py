"""The selected person: the guards' present word, corrections in one press, next steps, give and take, writing to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.stage import Stage
from gardener.ui.cards import Row
from gardener.ui.history_part import Entry
from gardener.ui.log_form import LogForm
from gardener.ui.outside import Means, Way, opened, url_of
from gardener.ui.sent_cards import SentCard
from gardener.ui.write_dialog import WriteDialog
from tests.ui.conftest import DAY, Stand


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def log(stand: Stand, contact: str, *, days_ago: int, **more: Any) -> Interaction:
    values: dict[str, Any] = {"kind": Kind.CALL, "direction": Direction.MUTUAL} | more
    talk = Interaction(
        id=stand.session.new_id(),
        day=DAY - timedelta(days=days_ago),
        participants=(contact,),
        **values,
    )
    stand.session.log(talk, anyway=True)
    return talk


# The guards' present word


def test_the_card_says_which_ask_would_hold_now_and_which_not_yet(stand: Stand) -> None:
    jane = stand.add("Jane Miller", Stage.GROWING)
    stand.choose(jane)
    assert "It would bear no ask yet" in stand.window.contact.page.guard.text
    for days in (20, 12, 4):
        log(stand, jane, days_ago=days)
    assert "It would bear advice; not yet an introduction." in stand.window.contact.page.guard.text
    stand.write_to(jane, days_ago=1)
    assert "No ask while something is unanswered." in stand.window.contact.page.guard.text


def test_whom_to_leave_alone_no_ask_is_named(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("leave-alone")
    assert stand.window.contact.page.guard.text == "Jane Miller asked not to be contacted."


# Corrections in one press


def entries(stand: Stand) -> list[Entry]:
    return stand.window.contact.page.history.entries


def a_mail(stand: Stand, days_ago: int = 3) -> str:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=days_ago)
    stand.choose(jane)
    return jane


@pytest.mark.parametrize(
    ("control", "key", "days"), [("earlier", Qt.Key.Key_Left, -1), ("later", Qt.Key.Key_Right, 1)]
)
def test_a_wrong_day_is_corrected_in_one_press(stand: Stand, control: str, key: Qt.Key, days: int) -> None:
    jane = a_mail(stand)
    was = stand.history(jane)[0].day
    entries(stand)[0].corrections.buttons[control].click()
    assert stand.history(jane)[0].day == was + timedelta(days=days)
    stand.undo_by_message()
    assert stand.history(jane)[0].day == was
    QTest.keyClick(entries(stand)[0], key, Qt.KeyboardModifier.AltModifier)
    assert stand.history(jane)[0].day == was + timedelta(days=days)
    assert stand.window.toasts.words[-1].startswith("Now on ")


@pytest.mark.parametrize("direction", list(Direction))
def test_who_began_is_corrected_in_one_press(stand: Stand, direction: Direction) -> None:
    jane = a_mail(stand)
    entries(stand)[0].corrections.buttons[str(direction)].click()
    assert stand.history(jane)[0].direction is direction


def test_d_goes_round_who_began_and_the_keyboard_stays_on_the_row(stand: Stand) -> None:
    jane = a_mail(stand)
    with stand.qtbot.waitActive(stand.window):
        stand.window.activateWindow()
    entries(stand)[0].setFocus()
    for direction in (Direction.MUTUAL, Direction.INCOMING, Direction.OUTGOING):
        QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_D)
        assert stand.history(jane)[0].direction is direction
    stand.write_to(jane, days_ago=2)
    for _ in range(2):
        QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [each.day for each in stand.history(jane)] == [DAY - timedelta(days=days) for days in (2, 1)]


def test_a_day_that_lies_ahead_is_no_correction(stand: Stand) -> None:
    jane = a_mail(stand, days_ago=0)
    entry = entries(stand)[0]
    assert not entry.corrections.buttons["later"].isEnabled()
    QTest.keyClick(entry, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stand.history(jane)[0].day == DAY


def test_the_control_stands_at_the_row_in_hand_alone(stand: Stand) -> None:
    jane = a_mail(stand)
    stand.write_to(jane, days_ago=2)
    with stand.qtbot.waitActive(stand.window):
        stand.window.activateWindow()
    first, second = entries(stand)
    first.setFocus()
    assert first.corrections.isVisible()
    assert not second.corrections.isVisible()
    part = stand.window.contact.page.history
    assert part.rect().contains(first.corrections.geometry())
    words = next(label for label in first.findChildren(QLabel) if "You wrote" in label.text())
    top = words.mapTo(part, words.rect().topLeft()).y()
    assert first.corrections.geometry().bottom() <= top + 4, "it hides no words"


def test_what_was_deleted_elsewhere_is_not_corrected(stand: Stand) -> None:
    jane = a_mail(stand)
    mail = stand.history(jane)[0]
    stand.bridge.remove_log(mail)
    stand.window.commands.correct_day(mail, -1)
    assert not stand.history(jane)


# The next step


def test_the_next_step_is_planned_in_one_line(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    part = stand.window.contact.page.next
    QTest.keyClicks(part.text, "send the article")
    assert part.day.isVisible()
    QTest.keyClick(part.text, Qt.Key.Key_Return)
    (plan,) = stand.session.garden.plans.values()
    assert (plan.contact, plan.text, plan.day) == (jane, "send the article", DAY + timedelta(days=7))
    assert part.text.text() == ""
    (row,) = part.findChildren(Row)
    assert "Sun 29 Nov" in row.accessibleName()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert stand.session.garden.plans[plan.id].done == DAY


def test_words_typed_for_one_person_do_not_go_to_the_next(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    stand.choose(jane)
    stand.window.contact.page.next.text.setText("send the article")
    stand.choose(gus)
    assert stand.window.contact.page.next.text.text() == ""


# Give and take


def test_gives_asks_and_offers_stand_with_their_days_and_no_score(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    log(stand, jane, days_ago=9, gives=("an article", "praise"))
    log(stand, jane, days_ago=5, ask=Ask(AskKind.ADVICE, Answer.GRANTED))
    offered = Introduction(id="i", by=jane, to=gus, day=DAY - timedelta(days=3), outcome=Outcome.MET)
    stand.session.perform(
        lambda _: Changeset(
            What("introduce", {"name": "Gus Jones", "by": "Jane Miller"}), (Change(None, offered),)
        )
    )
    stand.choose(jane)
    shown = said(stand.window.contact.page.give_take)
    assert "You gave, since Fri 13 Nov" in shown
    assert {"an article", "praise", "advice: they said yes", "an introduction to Gus Jones"} <= set(shown)
    (row,) = stand.window.contact.page.introductions.findChildren(Row)
    assert row.accessibleName() == "Led to Gus Jones, Thu 19 Nov: offered, you met"
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert stand.window.selection.id == gus
    assert "Through Jane Miller" in said(stand.window.contact.page.introductions)


# Writing to them


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the desktop was asked to open."""
    urls: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


def write(stand: Stand) -> WriteDialog:
    stand.trigger("water")
    dialog = stand.opened[-1]
    assert isinstance(dialog, WriteDialog)
    return dialog


def card(stand: Stand) -> SentCard:
    (found,) = stand.window.banners.sent.cards.values()
    return found


def answer(stand: Stand, words: str) -> None:
    next(b for b in card(stand).findChildren(QPushButton) if b.text() == words).click()


def test_enter_opens_the_mail_program_and_afterwards_it_is_asked(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("jane@x.example",))
    stand.choose(jane)
    dialog = write(stand)
    assert "Jane Miller" in dialog.guard.text
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [url.toString() for url in asked] == ["mailto:jane@x.example"]
    assert not stand.history(jane)
    assert card(stand).text.text() == "Was your mail to Jane Miller sent?"
    answer(stand, "Yes, log it")
    (mail,) = stand.history(jane)
    assert (mail.kind, mail.direction, mail.day) == (Kind.EMAIL, Direction.OUTGOING, DAY)
    assert not stand.window.banners.sent.cards
    stand.undo_by_message()
    assert not stand.history(jane)


def test_not_yet_keeps_the_card_and_no_closes_it(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("jane@x.example",))
    stand.choose(jane)
    write(stand).go.click()
    answer(stand, "Not yet")
    stand.choose(stand.add("Gus Jones"))
    assert card(stand).text.text() == "Not yet written to Jane Miller."
    answer(stand, "No")
    assert not stand.window.banners.sent.cards
    assert not stand.history(jane)


def test_the_guard_speaks_before_the_mail_program_opens(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("jane@x.example",))
    stand.write_to(jane, days_ago=2)
    stand.write_to(jane, days_ago=1)
    stand.choose(jane)
    dialog = write(stand)
    assert dialog.guard.property("tone") == "warn"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not asked
    write(stand).go.click()
    answer(stand, "Yes, log it")
    assert stand.history(jane)[-1].despite == ("pace",)


def test_an_ask_is_weighed_before_the_mail_program_opens(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("jane@x.example",))
    log(stand, jane, days_ago=3)
    stand.choose(jane)
    dialog = write(stand)
    assert dialog.guard.property("tone") == "good"
    dialog.ask.setCurrentIndex(dialog.ask.findData(AskKind.REFERRAL))
    assert dialog.guard.property("tone") == "warn"
    assert "a question would hold now" in dialog.guard.text
    assert dialog.wait.isVisible()
    dialog.go.click()
    answer(stand, "Yes, log it")
    mail = stand.history(jane)[-1]
    assert (mail.ask, mail.despite) == (Ask(AskKind.REFERRAL), ("ask",))
    entry = stand.window.contact.page.history.entries[0]
    assert "gone on although the ask was heavy for the tie" in entry.accessibleName()


def test_the_ask_goes_along_to_the_form_when_it_was_sent_already(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("jane@x.example",))
    stand.choose(jane)
    dialog = write(stand)
    dialog.ask.setCurrentIndex(dialog.ask.findData(AskKind.ADVICE))
    dialog.log.click()
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    assert form.ask.currentData() == AskKind.ADVICE


def test_of_several_ways_one_is_chosen_and_can_be_copied(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("a@x.example", "b@x.example"), phones=("+1 555 0100",))
    stand.choose(jane)
    dialog = write(stand)
    dialog.means.button(Means(Way.PHONE, "+1 555 0100")).click()
    assert dialog.go.text() == "Call"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "+1 555 0100"
    assert card(stand).text.text() == "Did you call Jane Miller?"
    answer(stand, "Yes, log it")
    assert stand.history(jane)[0].kind is Kind.CALL


def test_without_a_mail_program_the_address_is_copied(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    stand.choose(stand.add("Jane Miller", emails=("jane@x.example",)))
    write(stand).go.click()
    assert QGuiApplication.clipboard().text() == "jane@x.example"
    assert stand.window.toasts.words == ("No program opened. Copied instead: jane@x.example",)
    assert stand.window.banners.sent.cards


def test_without_an_address_it_can_only_be_logged(stand: Stand, asked: list[QUrl]) -> None:
    stand.choose(stand.add("Jane Miller"))
    dialog = write(stand)
    assert not dialog.go.isVisible()
    assert "No address is kept here" in " ".join(said(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert stand.opened[-1].objectName() == "logForm"


def test_a_removed_contact_takes_its_card_along(stand: Stand, asked: list[QUrl]) -> None:
    jane = stand.add("Jane Miller", emails=("jane@x.example",))
    stand.choose(jane)
    write(stand).go.click()
    stand.bridge.remove(jane)
    assert not stand.window.banners.sent.cards


@pytest.mark.parametrize(
    ("means", "wanted"),
    [
        (Means(Way.MAIL, "a@x.example?bcc=evil@x.example"), "mailto:a@x.example%3Fbcc=evil@x.example"),
        (Means(Way.PHONE, "+1 (555) 01-00"), "tel:+15550100"),
        (Means(Way.PAGE, "linkedin.com/in/jane"), "https://linkedin.com/in/jane"),
        (Means(Way.PAGE, "http://x.example/a"), "http://x.example/a"),
    ],
)
def test_an_address_opens_as_itself_and_nothing_else(means: Means, wanted: str, asked: list[QUrl]) -> None:
    assert opened(url_of(means))
    assert asked[0].toString(QUrl.ComponentFormattingOption.FullyEncoded) == wanted


@pytest.mark.parametrize(
    "text", ["file:///etc/passwd", "javascript://alert(1)", "smb://server/share", "ssh://x.example"]
)
def test_no_other_kind_of_address_is_opened(text: str, asked: list[QUrl]) -> None:
    assert not opened(url_of(Means(Way.PAGE, text)))
    assert not asked
