"""Who hears whom in the window: what the parts ask for goes to the commands, what has happened to what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gardener.words import time_line

if TYPE_CHECKING:
    from gardener.ui.contact_page import ContactPage
    from gardener.ui.main_window import MainWindow


def wire(window: MainWindow) -> None:
    """Connects the parts of a window; the parts themselves know nothing of each other."""
    _views(window)
    _today(window)
    window.contact.made.connect(lambda page: _contact(window, page))
    _rest(window)
    _time(window)


def _time(window: MainWindow) -> None:
    time = window.time
    time.left.connect(window.leave_today)
    time.rested.connect(window.show_day)
    time.lingered.connect(lambda: window.looks.light(gently=True))
    time.pausedOrPlaying.connect(window.show_state)
    window.bridge.dayChanged.connect(lambda _: time.refresh())


def _at_today(window: MainWindow, handler: Callable[..., object]) -> Callable[..., None]:
    """`handler`, which changes something; on another day than today it is said that nothing can be changed there."""

    def asked(*what: object) -> None:
        if window.sight.away:
            window.say(time_line.ONLY_TO_LOOK)
        else:
            handler(*what)

    return asked


def _views(window: MainWindow) -> None:
    views, commands = window.views, window.commands
    window.selection.changed.connect(window.show_selected)
    views.selected.connect(window.selection.choose)
    views.moveAsked.connect(window.move_plant)
    views.opened.connect(lambda _: commands.go_contact())
    views.contextMenuAsked.connect(window.show_context)
    views.foldAsked.connect(window.fold)
    views.importAsked.connect(commands.import_files)
    views.seedAsked.connect(commands.add_contact)
    views.sampleAsked.connect(commands.plant_sample)
    views.everybodyAsked.connect(window.search.lift)
    views.said.connect(window.say)
    views.opportunityOpened.connect(_at_today(window, commands.open_opportunity))
    commands.viewChanged.connect(window.view_changed)
    commands.handChanged.connect(window.show_state)


def _today(window: MainWindow) -> None:
    today, commands = window.today, window.commands
    today.chosen.connect(window.selection.choose)
    today.activated.connect(lambda _: commands.go_contact())
    today.doneAsked.connect(window.actions_["done-today"].trigger)
    today.deedAsked.connect(window.do_with)
    today.loopAsked.connect(_at_today(window, commands.close_loop))
    today.planDone.connect(_at_today(window, commands.plan_done))
    today.planOpened.connect(_at_today(window, commands.open_plan))
    today.planRemoved.connect(_at_today(window, commands.remove_plan))
    today.narrowAsked.connect(commands.show_only)
    today.opportunityOpened.connect(_at_today(window, commands.open_opportunity))
    today.endSeasonAsked.connect(_at_today(window, commands.end_season))


def _contact(window: MainWindow, page: ContactPage) -> None:
    commands = window.commands
    page.commonAsked.connect(_at_today(window, commands.add_common))
    page.editLogAsked.connect(_at_today(window, commands.edit_log))
    page.removeLogAsked.connect(_at_today(window, commands.remove_log))
    page.whyAsked.connect(commands.why)
    page.history.dayAsked.connect(_at_today(window, commands.correct_day))
    page.history.directionAsked.connect(_at_today(window, commands.correct_direction))
    page.waiting.loopAsked.connect(_at_today(window, commands.close_loop))
    page.waiting.planOpened.connect(_at_today(window, commands.open_plan))
    page.next.planAsked.connect(_at_today(window, commands.plan_next))
    page.next.planOpened.connect(_at_today(window, commands.open_plan))
    page.next.planDone.connect(_at_today(window, commands.plan_done))
    page.next.planRemoved.connect(_at_today(window, commands.remove_plan))
    page.introductions.chosen.connect(window.selection.choose)
    page.introductions.editAsked.connect(_at_today(window, commands.open_introduction))
    page.introductions.metAsked.connect(_at_today(window, commands.introduction_met))
    page.introductions.thankedAsked.connect(_at_today(window, commands.introduction_thanked))
    page.opportunities.opened.connect(_at_today(window, commands.open_opportunity))


def _rest(window: MainWindow) -> None:
    bridge, commands = window.bridge, window.commands
    bridge.changed.connect(window.hear)
    bridge.dayChanged.connect(lambda _: window.show_all())
    bridge.looked.connect(window.looks.pass_time)
    bridge.done.connect(window.notices.done)
    window.looks.changed.connect(window.show_all)
    window.looks.grown.connect(lambda: window.spread(window.width()))
    window.notices.wakeAsked.connect(commands.end_winter)
    reminders = window.reminders
    window.looks.changed.connect(reminders.apply)
    reminders.said.connect(window.toasts.say)
    reminders.checkInAsked.connect(commands.open_check_in)
    reminders.sayAsked.connect(commands.find)
    reminders.quitAsked.connect(commands.leave)
    bridge.done.connect(commands.offer_questions)
    check_in = window.check_in
    check_in.deedAsked.connect(commands.check_in_deed)
    check_in.chosen.connect(window.selection.choose)
    check_in.doneAsked.connect(commands.check_in_done)
    commands.narrowAsked.connect(commands.show_only)
    commands.beforeAsked.connect(commands.before_talk)
    check_in.left.connect(window.views.focus)
    window.banners.sent.notSent.connect(check_in.take_back)
    window.history.said.connect(window.toasts.say)
    window.history.takeBackAsked.connect(commands.take_back)
    window.history.left.connect(window.views.focus)
    window.notices.leaveAsked.connect(commands.leave_sample)
    window.notices.whoAsked.connect(commands.who_i_am)
    window.banners.sent.sent.connect(commands.was_sent)
    window.search.found.connect(window.found)
    window.search.left.connect(commands.go_garden)
    window.search.narrowed.connect(window.views.narrow)
    window.search.commandTaken.connect(lambda id_: window.actions_[id_].trigger())
    window.capturing.saved.connect(window.captured)
    for title in ("&Edit", "&Contact", "&Garden"):
        window.band.menu(title).aboutToShow.connect(window.show_state)
