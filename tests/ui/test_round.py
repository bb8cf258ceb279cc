"""Rest until a day, winter, thanks after a job, the week in review, and forgetting, in the window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from gardener.domain.growth import Condition
from gardener.domain.interaction import Direction
from gardener.domain.plan import PlanKind
from gardener.domain.records import WinterReason
from gardener.domain.stage import Stage
from gardener.ui.forget_dialog import ForgetDialog
from gardener.ui.rest_dialog import RestDialog
from gardener.ui.thank_dialog import ThankDialog
from gardener.ui.week_dialog import WeekDialog
from tests.ui.conftest import DAY, Stand


def test_somebody_rests_until_a_day(stand: Stand) -> None:
    ann = stand.add("Ann")
    stand.choose(ann)
    stand.trigger("rest-until")
    dialog = stand.opened[-1]
    assert isinstance(dialog, RestDialog)
    dialog.span.choose(30)
    dialog._go()
    resting = stand.contact(ann).resting
    assert resting is not None
    assert resting.until == DAY + timedelta(days=30)


def test_without_an_end_there_is_no_day_to_choose(stand: Stand) -> None:
    ann = stand.add("Ann")
    stand.choose(ann)
    stand.trigger("rest-until")
    dialog = stand.opened[-1]
    assert isinstance(dialog, RestDialog)
    dialog.span.choose(0)
    assert not dialog.day.isVisible()
    dialog._go()
    resting = stand.contact(ann).resting
    assert resting is not None
    assert resting.until is None


def test_in_winter_a_line_says_so_and_ends_it(stand: Stand) -> None:
    ann = stand.add("Ann", Stage.GROWING)
    stand.write_to(ann, days_ago=150, direction=Direction.INCOMING)
    assert stand.session.garden.growth(ann, DAY).condition is Condition.WITHERED
    stand.trigger("winter")
    dialog = stand.opened[-1]
    assert isinstance(dialog, RestDialog)
    dialog.why.choose(WinterReason.ILLNESS)
    dialog._go()
    assert stand.session.garden.growth(ann, DAY).condition is Condition.RESTING
    notice = stand.window.notices.winter
    assert notice is not None
    assert notice.isVisible()
    assert stand.window.actions_["winter"].text() == "Wake the garden"
    assert stand.window.today.rows == ()
    stand.window.notices.wakeAsked.emit()
    assert not notice.isVisible()
    assert stand.session.garden.growth(ann, DAY).condition is Condition.WITHERED


def test_a_new_job_brings_the_list_of_those_to_thank(stand: Stand) -> None:
    helped, other = stand.add("Helper", Stage.FLOWERING), stand.add("Tom & Co", Stage.FRUIT)
    stand.add("Seed")
    stand.trigger("winter")
    dialog = stand.opened[-1]
    assert isinstance(dialog, RestDialog)
    dialog.why.choose(WinterReason.NEW_JOB)
    dialog._go()
    thank = stand.opened[-1]
    assert isinstance(thank, ThankDialog)
    assert set(thank.boxes) == {helped, other}
    thank.boxes[other].setChecked(False)
    thank._go()
    plans = stand.session.garden.plans.values()
    assert [(plan.contact, plan.kind) for plan in plans] == [(helped, PlanKind.THANKS)]
    assert [row.contact for row in stand.window.today.rows] == [helped], (
        "what is planned in winter still comes"
    )
    stand.trigger("undo")
    assert not stand.session.garden.plans


def test_the_week_in_review_leads_to_the_list(stand: Stand) -> None:
    ann = stand.add("Ann <b>", Stage.GROWING)
    stand.write_to(ann, days_ago=0)
    stand.trigger("week")
    dialog = stand.opened[-1]
    assert isinstance(dialog, WeekDialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ann <b>" in texts
    dialog._to_list()
    assert stand.window.check_in.is_open


def test_forgetting_asks_once_and_enter_keeps(stand: Stand) -> None:
    ann = stand.add("Ann")
    stand.choose(ann)
    stand.trigger("forget")
    dialog = stand.opened[-1]
    assert isinstance(dialog, ForgetDialog)
    assert dialog.copies.isHidden(), "there are no copies"
    dialog.reject()
    assert ann in stand.session.garden.plants
    stand.trigger("forget")
    dialog = stand.opened[-1]
    assert isinstance(dialog, ForgetDialog)
    dialog.forget.click()
    assert ann not in stand.session.garden.plants
    assert stand.window.selection.id is None
    assert b"Ann" not in stand.path.read_bytes()
