"""Opportunities, introductions, seasons and the way to an employer in the window: forms, rows, Today, keys, undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from gardener.domain import deeds
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import Opportunity, Step, StepKind, Target
from gardener.domain.records import Season, WinterReason
from gardener.session import Done, Session
from gardener.ui.cards import Row
from gardener.ui.introduction_form import IntroductionForm
from gardener.ui.log_form import LogForm
from gardener.ui.opportunities_dialog import OpportunitiesDialog
from gardener.ui.opportunity_form import OpportunityForm
from gardener.ui.parts import Label
from gardener.ui.season_form import SeasonForm
from gardener.ui.way_dialog import WayDialog
from tests.ui.conftest import DAY, Stand

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def said(part: QWidget) -> list[str]:
    """The lines of text that can be seen in a part."""
    return [label.text() for label in part.findChildren(Label) if label.isVisibleTo(part) and label.text()]


def rows(part: QWidget) -> list[str]:
    """What its rows are called."""
    return [row.accessibleName() for row in part.findChildren(Row)]


def row_of(part: QWidget, words: str) -> Row:
    """The one row that says so."""
    (found,) = [row for row in part.findChildren(Row) if words in row.accessibleName()]
    return found


def press(row: Row, key: Qt.Key) -> None:
    """A key on a row."""
    row.setFocus()
    QTest.keyClick(row, key)


def chance(stand: Stand, *owed: str, **more: object) -> str:
    """An opportunity that is there already; its id."""
    made = Opportunity(
        id=stand.session.new_id(), employer="Meridian", role="Analyst", created=DAY, thanks_to=owed
    )
    for field, value in more.items():
        object.__setattr__(made, field, value)
    assert isinstance(stand.session.perform(lambda g: deeds.add_opportunity(g, made)), Done)
    return made.id


def kept(stand: Stand, id_: str) -> Opportunity:
    """The opportunity as it is now."""
    return stand.session.garden.opportunities[id_]


def led(stand: Stand, by: str, to: str, **more: object) -> str:
    """An introduction that is there already; its id."""
    made = Introduction(id=stand.session.new_id(), by=by, to=to, day=DAY - timedelta(days=20))
    for field, value in more.items():
        object.__setattr__(made, field, value)
    assert isinstance(stand.session.perform(lambda g: deeds.introduce(g, made, today=DAY)), Done)
    return made.id


# The form of an opportunity


def opened(stand: Stand, id_: str = "") -> OpportunityForm:
    """The form, of one there is or of a new one."""
    if id_:
        stand.window.commands.open_opportunity(id_)
    else:
        stand.trigger("opportunity")
    form = stand.opened[-1]
    assert isinstance(form, OpportunityForm)
    return form


def test_an_opportunity_is_noted_by_keyboard_and_owed_to_the_selected_one(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    form = opened(stand)
    assert form.focusWidget() is form.employer
    QTest.keyClicks(form.employer, "Meridian")
    QTest.keyClick(form.employer, Qt.Key.Key_Tab)
    QTest.keyClicks(form.role, "Analyst")
    form.steps.kind.setCurrentIndex(form.steps.kind.findData(StepKind.INTERVIEW))
    form.steps.day.setDate(QDate(2026, 11, 27))
    form.steps.add.click()
    form.deadline.setText("2026-12-01")
    form.posting.setPlainText("Two\nlines")
    QTest.keyClick(form.role, ENTER)
    (one,) = stand.session.garden.opportunities.values()
    assert (one.employer, one.role, one.thanks_to) == ("Meridian", "Analyst", (jane,))
    assert one.steps == (Step(StepKind.INTERVIEW, date(2026, 11, 27)),)
    assert (one.deadline, one.posting) == (date(2026, 12, 1), "Two\nlines")
    assert not form.isVisible()
    assert rows(stand.window.contact.page.opportunities) == [
        "Analyst at Meridian, Interview on Fri 27 Nov (in 5 days)"
    ]
    on = row_of(stand.window.today, "Interview: Analyst at Meridian")
    press(on, ENTER)
    again = stand.opened[-1]
    assert isinstance(again, OpportunityForm)
    assert again.role.text() == "Analyst"
    stand.trigger("undo")
    assert not stand.session.garden.opportunities


def test_what_is_wrong_stands_beside_its_field(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    form = opened(stand)
    form.role.setText("Analyst")
    form._save()
    assert form._top.wrongs() == "An employer is wanted."
    form.employer.setText("Meridian")
    form.deadline.setText("soon")
    form._save()
    assert form._top.wrongs() == ""
    assert form._more.wrongs().startswith("Write the day as year, month and day")
    assert form.deadline.accessibleDescription().startswith("Write the day")
    form.deadline.clear()
    form.people.field.setText("Nobody")
    form._save()
    assert "Nobody here is called" in form._top.wrongs()
    form.people.field.clear()
    form.salary.setText("9" * 501)
    form._save()
    assert "salary is too long" in form._more.wrongs()
    assert not stand.session.garden.opportunities
    assert form.isVisible()


def test_steps_are_taken_out_and_an_opportunity_taken_away(stand: Stand) -> None:
    id_ = chance(stand, steps=(Step(StepKind.APPLIED, DAY), Step(StepKind.OFFER, DAY + timedelta(days=9))))
    form = opened(stand, id_)
    assert form.focusWidget() is form.role
    out = [
        b for b in form.steps.findChildren(QPushButton) if b.accessibleName().startswith("Take the step out")
    ]
    assert [b.accessibleName() for b in out] == [
        "Take the step out: Applied on Sun 22 Nov",
        "Take the step out: Offer on Tue 1 Dec (in 9 days)",
    ]
    out[0].click()
    form._save()
    assert kept(stand, id_).steps == (Step(StepKind.OFFER, DAY + timedelta(days=9)),)
    form = opened(stand, id_)
    (away,) = [b for b in form.findChildren(QPushButton) if b.text() == "Take it away"]
    away.click()
    assert not stand.session.garden.opportunities
    stand.undo_by_message()
    assert kept(stand, id_).role == "Analyst"


def test_escape_asks_once_before_what_was_typed_is_lost(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    form = opened(stand)
    form.employer.setText("Meridian")
    QTest.keyClick(form, ESCAPE)
    assert form.isVisible()
    QTest.keyClick(form, ESCAPE)
    assert not form.isVisible()


def test_by_whose_help_stands_where_it_is_more_than_the_owed_ones(stand: Stand) -> None:
    nia, uma = stand.add("Nia Cole"), stand.add("Uma Rao")
    id_ = chance(stand, uma)
    assert not any("By whose help" in line for line in said(opened(stand, id_)))
    led(stand, nia, uma)
    assert "By whose help: Nia Cole (all of it)." in said(opened(stand, id_))


def test_a_form_takes_in_what_another_program_wrote(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    id_ = chance(stand)
    form = opened(stand, id_)
    form.role.setText("Buyer")
    with Session.open(stand.path, on=DAY) as other:
        now = replace(other.garden.opportunities[id_], salary="50 k", thanks_to=(jane,))
        other.perform(lambda g: deeds.edit_opportunity(g, now))
    stand.bridge.look()
    assert (form.role.text(), form.salary.text(), form.people.ids) == ("Buyer", "50 k", (jane,))
    assert "another program changed the people it is owed to and salary" in " ".join(said(form.meanwhile))
    with Session.open(stand.path, on=DAY) as other:
        later = replace(other.garden.opportunities[id_], notes="call first")
        other.perform(lambda g: deeds.edit_opportunity(g, later))
    form._save()
    one = kept(stand, id_)
    assert (one.role, one.salary, one.notes, one.thanks_to) == ("Buyer", "50 k", "call first", (jane,))


# All of them, and the employers


def test_the_page_shows_what_runs_what_has_ended_and_where_nobody_leads(stand: Stand) -> None:
    jane = stand.add("Jane & Co", org="Northlight")
    soon = chance(stand, jane, steps=(Step(StepKind.INTERVIEW, DAY + timedelta(days=2)),))
    chance(stand, employer="Kestrel")
    chance(stand, employer="Lumen", steps=(Step(StepKind.REJECTED, DAY),))
    target = Target(id="t", employer="Northlight", created=DAY)
    stand.session.perform(lambda g: deeds.add_target(g, target))
    stand.trigger("opportunities")
    page = stand.opened[-1]
    assert isinstance(page, OpportunitiesDialog)
    assert rows(page) == [
        "Analyst at Meridian, Jane & Co, Interview on Tue 24 Nov (in 2 days)",
        "Analyst at Kestrel, sent cold, not applied yet",
        "Analyst at Lumen, sent cold, Rejected on Sun 22 Nov",
        "Kestrel, Nobody leads there yet",
    ]
    first = row_of(page, "Jane & Co")
    assert first.hasFocus() or page.focusWidget() is first
    QTest.keyClicks(page.target, "Zeal")
    QTest.keyClick(page.target, ENTER)
    assert page.isVisible()
    assert "Zeal, Nobody leads there yet" in rows(page)
    press(row_of(page, "Zeal"), ENTER)
    way = stand.opened[-1]
    assert isinstance(way, WayDialog)
    assert way.employer.text() == "Zeal"
    press(row_of(page, "Jane & Co"), ENTER)
    form = stand.opened[-1]
    assert isinstance(form, OpportunityForm)
    assert form._first.id == soon


def test_an_empty_page_says_what_belongs_there(stand: Stand) -> None:
    stand.trigger("opportunities")
    page = stand.opened[-1]
    assert any(line.startswith("No opportunity yet.") for line in said(page))
    (new,) = [b for b in page.findChildren(QPushButton) if b.text() == "A new opportunity"]
    new.click()
    assert isinstance(stand.opened[-1], OpportunityForm)


# The way to an employer


def test_who_leads_to_an_employer_follows_the_typing(stand: Stand) -> None:
    ada = stand.add("Ada Adams", org="Adams Ltd")
    uma = stand.add("Uma Rao", org="Meridian Freight", emails=("uma@x.example",))
    nia = stand.add("Nia Cole")
    led(stand, nia, uma)
    stand.choose(ada)
    stand.trigger("way")
    way = stand.opened[-1]
    assert isinstance(way, WayDialog)
    assert rows(way) == ["Ada Adams, at Adams Ltd; no sign yet; bears no ask now; learn about them first"]
    way.employer.setText("Ada")
    assert rows(way) == []
    assert any(line.startswith("Nobody yet.") for line in said(way))
    way.employer.setText("meridian")
    assert [name.partition(",")[0] for name in rows(way)] == ["Uma Rao", "Nia Cole → Uma Rao"]
    way.listed.click()
    assert [target.employer for target in stand.session.garden.targets.values()] == ["meridian"]
    assert way.listed.text() == "Take off the list"
    way.listed.click()
    assert not stand.session.garden.targets
    press(way.findChildren(Row)[0], Qt.Key.Key_W)
    assert stand.window.selection.id == uma
    assert stand.opened[-1].objectName() == "writeDialog"


def test_enter_on_a_way_goes_to_the_person(stand: Stand) -> None:
    uma = stand.add("Uma Rao", org="Meridian")
    stand.window.commands.way_to("Meridian")
    press(row_of(stand.opened[-1], "Uma Rao"), ENTER)
    assert stand.window.selection.id == uma


# Introductions


def introducing(stand: Stand) -> IntroductionForm:
    """The form of a new introduction."""
    stand.trigger("introduction")
    form = stand.opened[-1]
    assert isinstance(form, IntroductionForm)
    return form


def test_somebody_new_is_planted_with_the_introduction(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    form = introducing(stand)
    assert form.focusWidget() is form.to
    QTest.keyClicks(form.to, "Gus Jones")
    assert "planted as a new seed" in " ".join(said(form))
    form.origin.choose(Origin.REQUESTED)
    form.by_agreed.setChecked(True)
    assert form.by_agreed.text() == "Jane Miller said yes"
    assert form.to_agreed.text() == "Gus Jones said yes"
    QTest.keyClick(form.to, ENTER)
    (one,) = stand.session.garden.introductions.values()
    gus = stand.contact(one.to)
    assert (one.by, gus.name, gus.introduced_by) == (jane, "Gus Jones", jane)
    assert (one.origin, one.by_agreed, one.to_agreed) == (Origin.REQUESTED, DAY, None)
    stand.trigger("undo")
    assert len(stand.session.garden.plants) == 1


def test_names_that_mean_nobody_or_several_are_told(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    stand.add("Gus Jones")
    stand.add("Gus Hale")
    form = introducing(stand)
    form.by.setText("Nobody")
    form.to.setText("Gus")
    form._save()
    assert "Nobody here is called" in form.fields.wrongs()
    form.by.setText("Jane Miller")
    form._save()
    assert "could be 2 contacts" in form.fields.wrongs()
    form.to.setText("Jane Miller")
    form._save()
    assert form.fields.wrongs() == "Jane Miller cannot lead to themselves."
    assert not stand.session.garden.introductions


@pytest.mark.parametrize("origin", list(Origin))
def test_a_note_for_each_side_can_be_copied(stand: Stand, origin: Origin) -> None:
    stand.choose(stand.add("Jane Miller"))
    form = introducing(stand)
    form.to.setText("Gus & Söhne")
    form.origin.choose(origin)
    for note, other in ((form.by_note, "Gus & Söhne"), (form.to_note, "Jane Miller")):
        note.copy.click()
        text = QGuiApplication.clipboard().text()
        assert text == note.text
        assert other in text
        assert "\n\n" in text
    form.outcome.choose(Outcome.MET)
    assert not form.by_note.isVisible()


def test_what_became_of_an_introduction_is_one_press_and_can_be_undone(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    id_ = led(stand, jane, gus)
    stand.choose(jane)
    part = stand.window.contact.page.introductions
    assert "M: We met; T: They have my thanks; E: Open the introduction" in (
        row_of(part, "Led to Gus Jones").accessibleDescription()
    )
    press(row_of(part, "Led to Gus Jones"), Qt.Key.Key_M)
    met = stand.session.garden.introductions[id_]
    assert (met.outcome, met.settled) == (Outcome.MET, DAY)
    press(row_of(part, "Led to Gus Jones"), Qt.Key.Key_T)
    assert stand.session.garden.introductions[id_].thanked
    assert row_of(part, "Led to Gus Jones").accessibleDescription() == "E: Open the introduction"
    stand.undo_by_message()
    assert not stand.session.garden.introductions[id_].thanked
    press(row_of(part, "Led to Gus Jones"), Qt.Key.Key_E)
    form = stand.opened[-1]
    assert isinstance(form, IntroductionForm)
    assert (form.by.text(), form.to.text(), form.outcome.value) == ("Jane Miller", "Gus Jones", Outcome.MET)
    form.how.setText("by mail")
    form.told.setChecked(True)
    form._save()
    changed = stand.session.garden.introductions[id_]
    assert (changed.note, changed.told, changed.settled) == ("by mail", DAY, DAY)
    stand.window.commands.open_introduction(id_)
    (away,) = [b for b in stand.opened[-1].findChildren(QPushButton) if b.text() == "Take it away"]
    away.click()
    assert not stand.session.garden.introductions
    stand.undo_by_message()
    assert stand.session.garden.introductions[id_] == changed


# Today


def test_an_application_without_a_word_waits_in_today(stand: Stand) -> None:
    id_ = chance(stand, steps=(Step(StepKind.APPLIED, DAY - timedelta(days=30)),))
    row = row_of(stand.window.today, "Applied, and no word yet")
    assert row.accessibleName().startswith("Analyst at Meridian")
    press(row, ENTER)
    form = stand.opened[-1]
    assert isinstance(form, OpportunityForm)
    form.reject()
    press(row_of(stand.window.today, "Applied, and no word yet"), Qt.Key.Key_X)
    assert stand.window.readings.round().open_loops == ()
    stand.trigger("undo")
    deed = stand.session.perform(lambda g: deeds.add_step(g, id_, StepKind.REJECTED, DAY))
    assert isinstance(deed, Done)
    assert stand.window.readings.round().open_loops == ()


def test_the_introducer_is_to_hear_what_came_of_it(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    id_ = led(stand, jane, gus, thanked=True)
    press(row_of(stand.window.today, "Ask how the introduction went"), Qt.Key.Key_M)
    assert stand.session.garden.introductions[id_].outcome is Outcome.MET
    row = row_of(stand.window.today, "Tell them how it went with Gus Jones")
    press(row, ENTER)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    form._save()
    assert stand.window.readings.round().open_loops == ()
    assert stand.session.garden.introductions[id_].told == DAY
    stand.trigger("undo")
    assert stand.session.garden.introductions[id_].told is None


# Seasons


def test_a_season_is_started_paused_and_ended_from_the_menu(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.trigger("start-season")
    form = stand.opened[-1]
    assert isinstance(form, SeasonForm)
    QTest.keyClicks(form.name, "Spring")
    QTest.keyClick(form.name, ENTER)
    (season,) = stand.session.garden.seasons.values()
    assert (season.name, season.start) == ("Spring", DAY)
    assert not stand.window.actions_["start-season"].isEnabled()
    stand.trigger("pause-season")
    assert stand.window.actions_["pause-season"].text() == "Go on with the season"
    stand.trigger("pause-season")
    assert stand.window.actions_["pause-season"].text() == "Pause the season"
    stand.trigger("end-season")
    assert next(iter(stand.session.garden.seasons.values())).end == DAY
    stand.undo_by_message()
    assert next(iter(stand.session.garden.seasons.values())).end is None


def test_the_season_view_has_its_deeds_below_the_title(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.trigger("as-season")
    page = stand.window.views.season
    assert page is not None

    def deeds_shown() -> list[str]:
        return [b.text() for b in page.deeds.findChildren(QPushButton) if b.isVisibleTo(page)]

    always = ["A new opportunity", "All of them…", "Who leads to…"]
    assert deeds_shown() == [*always, "Start a season…"]
    stand.trigger("as-garden")
    stand.trigger("as-season")
    assert deeds_shown() == [*always, "Start a season…"]
    next(b for b in page.deeds.findChildren(QPushButton) if b.text().startswith("Start")).click()
    form = stand.opened[-1]
    assert isinstance(form, SeasonForm)
    form._start()
    assert deeds_shown() == [*always, "Pause the season", "End the season"]
    next(b for b in page.deeds.findChildren(QPushButton) if b.text().startswith("Pause")).click()
    assert deeds_shown() == [*always, "Go on with the season", "End the season"]
    next(b for b in page.deeds.findChildren(QPushButton) if b.text() == "A new opportunity").click()
    assert isinstance(stand.opened[-1], OpportunityForm)


def test_a_season_that_cannot_start_says_why(stand: Stand) -> None:
    stand.trigger("start-season")
    form = stand.opened[-1]
    assert isinstance(form, SeasonForm)
    season = Season(id="s", name="", start=DAY)
    stand.session.perform(lambda g: deeds.start_season(g, season))
    form._start()
    assert "running since Sun 22 Nov 2026" in " ".join(said(form))


def test_after_an_offer_was_accepted_ending_the_season_is_proposed_once(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    season = Season(id="s", name="", start=DAY - timedelta(days=60))
    stand.session.perform(lambda g: deeds.start_season(g, season))
    chance(stand, jane, steps=(Step(StepKind.ACCEPTED, DAY),))
    today = stand.window.today
    assert any(line.startswith("You have accepted Analyst at Meridian.") for line in said(today))
    (end,) = [b for b in today.findChildren(QPushButton) if b.text() == "End it, and let the garden rest"]
    end.click()
    assert stand.session.garden.seasons["s"].end == DAY
    winter = stand.session.garden.winter(DAY)
    assert winter is not None
    assert winter.reason is WinterReason.NEW_JOB
    stand.undo_by_message()
    assert stand.session.garden.winter(DAY) is None
    (end,) = [b for b in today.findChildren(QPushButton) if b.text() == "End the season"]
    end.click()
    assert stand.session.garden.seasons["s"].end == DAY
    assert stand.session.garden.winter(DAY) is None
    assert not any(line.startswith("You have accepted") for line in said(today))


def test_fruit_grows_on_everyone_who_led_there_as_soon_as_it_is_noted(stand: Stand) -> None:
    nia, uma = stand.add("Nia Cole"), stand.add("Uma Rao")
    for who in (nia, uma):
        talk = Interaction(
            id=stand.session.new_id(),
            day=DAY,
            kind=Kind.CALL,
            direction=Direction.MUTUAL,
            participants=(who,),
        )
        stand.session.log(talk)
    led(stand, nia, uma)
    stand.choose(nia)

    def fruit() -> float:
        shown = stand.window.readings.contact(nia)
        assert shown is not None
        return shown.plant.traits.fruits_small

    assert fruit() == 0.0
    with stand.qtbot.waitSignal(stand.bridge.changed) as heard:
        chance(stand, uma, steps=(Step(StepKind.INTERVIEW, DAY),))
    assert heard.args is not None
    assert heard.args[0].touched == {nia, uma}
    assert fruit() == 1.0
