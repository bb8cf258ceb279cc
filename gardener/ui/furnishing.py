"""Furnishes the main window: makes its parts, puts them in their places, and lets each know what it has to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu

from gardener.ui.actions import Actions
from gardener.ui.band import Band
from gardener.ui.banners import Banners
from gardener.ui.bridge import Bridge
from gardener.ui.capturing import Capturing
from gardener.ui.checkin_place import CheckInPlace
from gardener.ui.commands import Commands
from gardener.ui.contact_dock import ContactDock
from gardener.ui.history_place import HistoryPlace
from gardener.ui.jobs import Jobs
from gardener.ui.looks import Looks, moves
from gardener.ui.notices import Notices
from gardener.ui.panels import Panels
from gardener.ui.parts import Label
from gardener.ui.readings import Readings
from gardener.ui.reminders_place import RemindersPlace
from gardener.ui.search_field import SearchField
from gardener.ui.selection import Selection
from gardener.ui.sight import Sight
from gardener.ui.telling import Telling
from gardener.ui.theme import GRID
from gardener.ui.time_bar import Middle, TimeBar
from gardener.ui.time_line import TimeLine
from gardener.ui.toasts import Toasts
from gardener.ui.today_dock import TodayDock
from gardener.ui.views import Views
from gardener.ui.window_commands import Parts
from gardener.ui.wiring import wire
from gardener.words import window as words

if TYPE_CHECKING:
    from gardener.ui.main_window import Choices, MainWindow

PASSES = 3
"""Of laying out, after which all has its place: words that break make their line higher, which moves what is below."""


def furnish(window: MainWindow, bridge: Bridge, choices: Choices) -> None:
    """Makes all parts of a window that is an empty frame, from the session behind `bridge`."""
    window.bridge = bridge
    window.sight = Sight(bridge.session)
    window.readings = Readings(window.sight)
    window.selection = Selection(window)
    window.jobs = Jobs(window)
    _middle(window, choices)
    _sides(window)
    window.search = SearchField(window.readings.find, window)
    window.search.said = window.readings.said
    window.toasts = Toasts(window.views)
    window.toasts.spoke.connect(lambda: window.statusBar().clearMessage())
    window.telling = Telling(bridge, window.toasts, window.say, window)
    _commands(window)
    _band(window)
    _foot(window)
    wire(window)


def lay_out(window: MainWindow) -> None:
    """Gives all parts of a window that is seen their places at once; Qt would show and place them one by one, and the
    picture would be fitted into each of the sizes between."""
    if not window.isVisible():
        return
    for part in (window.band, window.statusBar(), window.today, window.contact, window.notices):
        QCoreApplication.sendPostedEvents(part, QEvent.Type.MetaCall.value)  # by which Qt shows it
    for _ in range(PASSES):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(
        None, QEvent.Type.UpdateLater.value
    )  # else each is painted a second time


def _middle(window: MainWindow, choices: Choices) -> None:
    session, places, preferences = window.bridge.session, window.places, choices.preferences
    window.views = Views(window.sight, motion=preferences.motion != "off", cache=choices.cache)
    window.view = window.views.garden
    window.looks = Looks(window.sight, window.view, preferences, keep=choices.keep, hour=choices.hour)
    window.time = TimeLine(
        TimeBar(),
        window.sight,
        window.views,
        window.jobs,
        places,
        moves=lambda: moves(window.looks.preferences.motion),
    )
    window.banners = Banners(Middle(window.views, window.time.bar), session, places, window.jobs)
    window.notices = Notices(window.banners, session, places, lambda: window.looks.preferences)
    window.setCentralWidget(window.notices)


def _sides(window: MainWindow) -> None:
    window.today, window.contact = TodayDock(), ContactDock()
    window.panels = Panels(window, window.today, window.contact)
    window.history = HistoryPlace(window, window.contact, window.bridge)
    window.check_in = CheckInPlace(window, window.today, window.bridge)
    window.reminders = RemindersPlace(
        window,
        window.bridge,
        lambda: window.looks.preferences,
        lambda: window.check_in.is_open,
        window.places.beside("reminders.json"),
    )


def _commands(window: MainWindow) -> None:
    window.commands = Commands(
        window.bridge,
        window.selection,
        Parts(
            window=window,
            views=window.views,
            today=window.today,
            contact=window.contact,
            search=window.search,
            say=window.say,
            preferences=lambda: window.looks.preferences,
            prefer=lambda wanted: window.looks.prefer(wanted),
            history=window.history.toggle,
            check_in=window.check_in,
            reminders=window.reminders.made,
            toasts=window.toasts,
            sent=window.banners.sent,
            jobs=window.jobs,
            soil_keeper=lambda: window.soil_keeper,
            time=window.time,
        ),
    )
    window.actions_ = Actions(window, window.commands)
    window.capturing = Capturing(
        window.bridge, window.search, window, region=lambda: window.looks.preferences.region
    )
    window.search.commands = window.actions_.offers


def _band(window: MainWindow) -> None:
    window.band = Band(window.actions_, window.search)
    window.band.follow(window)
    window.setMenuWidget(window.band)
    view_menu = window.band.menu("&View")
    view_menu.addSeparator()
    for dock, keys in ((window.today, "Ctrl+T"), (window.contact, "Ctrl+J")):
        toggle = dock.toggleViewAction()
        toggle.setShortcut(keys)
        view_menu.addAction(toggle)
        window.addAction(toggle)
    window.context = QMenu(window)
    window.actions_.fill_context(window.context)
    window.contact.set_actions(window.actions_["water"], window.actions_["log"], window.context)


def _foot(window: MainWindow) -> None:
    window.status, window.saved = Label("", "muted"), Label(words.SAVED, "muted")
    bar = window.statusBar()
    bar.setSizeGripEnabled(False)
    bar.setContentsMargins(GRID + 2, 0, GRID + 2, 0)
    bar.ensurePolished()  # it measures its height as parts are added: in its own letters, then it stays
    bar.addWidget(window.status, 1)
    bar.addPermanentWidget(window.saved)
