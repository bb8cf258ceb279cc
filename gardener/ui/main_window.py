"""The main window: the garden in the middle, Today on the left, the selected person on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QIcon,
    QImage,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu

from gardener.domain.stage import Stage
from gardener.ui.places import Places, room_for

if TYPE_CHECKING:
    from gardener.scene.view import GardenView
    from gardener.session import Done as DoneDeed
    from gardener.session import Heard
    from gardener.settings import Preferences
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
    from gardener.ui.looks import Looks
    from gardener.ui.notices import Notices
    from gardener.ui.panels import Panels
    from gardener.ui.parts import Label
    from gardener.ui.readings import Readings
    from gardener.ui.reminders_place import RemindersPlace
    from gardener.ui.search_field import SearchField
    from gardener.ui.selection import Selection
    from gardener.ui.sight import Sight
    from gardener.ui.soil_keeper import SoilKeeper
    from gardener.ui.telling import Telling
    from gardener.ui.time_line import TimeLine
    from gardener.ui.toasts import Toasts
    from gardener.ui.today_dock import TodayDock
    from gardener.ui.views import Views

SIZE = (1360, 860)
LEAST = (1000, 600)
COUNT_AFTER = 500
"""Milliseconds of rest after which week and season are counted again."""


class Choices(NamedTuple):
    """How a window is to look, and where it keeps what is chosen; see `MainWindow`."""

    preferences: Preferences
    keep: Callable[[Preferences], object] | None
    hour: float | None
    cache: Path | None


class MainWindow(QMainWindow):
    """Holds the parts together; what they ask for goes to the commands, what happens comes from the bridge.

    A window that is given no bridge is an empty frame with a picture in it until it is furnished: it stands at once.
    appeared(): it has been painted for the first time. furnished(): with all that is in it.
    """

    appeared = Signal()
    furnished = Signal()

    bridge: Bridge
    sight: Sight
    readings: Readings
    selection: Selection
    jobs: Jobs
    views: Views
    view: GardenView
    looks: Looks
    time: TimeLine
    banners: Banners
    notices: Notices
    today: TodayDock
    contact: ContactDock
    panels: Panels
    history: HistoryPlace
    check_in: CheckInPlace
    reminders: RemindersPlace
    search: SearchField
    capturing: Capturing
    toasts: Toasts
    telling: Telling
    commands: Commands
    actions_: Actions
    band: Band
    context: QMenu
    status: Label
    saved: Label

    def __init__(
        self,
        bridge: Bridge | None,
        *,
        preferences: Preferences,
        places: Places,
        keep: Callable[[Preferences], object] | None = None,
        hour: float | None = None,
        cache: Path | None = None,
        before: QImage | None = None,
    ) -> None:
        """`keep` saves changed preferences; `hour` is the light's, else that of the clock; `cache` is a folder for what
        is only quicker to have; `before` stands in the frame until it is furnished."""
        super().__init__()
        self.setObjectName("gardener")
        self.setWindowTitle("Gardener")
        self.setMinimumSize(room_for(self, LEAST))
        self.setAcceptDrops(True)
        self.places = places
        self.is_furnished = False
        self._painted, self._before = False, before
        self._choices = Choices(preferences, keep, hour, cache)
        self._counting, self._ordering = _once_after(self, self._count), _once_after(self, self._order)
        self._folded: frozenset[Stage] = frozenset()
        self._placed = places.restore_frame(self)
        if not self._placed:
            self.resize(room_for(self, SIZE))
        if bridge is not None:
            self.furnish(bridge)

    def furnish(self, bridge: Bridge) -> None:
        """Puts everything into the frame."""
        from gardener.ui.furnishing import furnish, lay_out
        from gardener.ui.views import VIEWS, stages_of

        furnish(self, bridge, self._choices)
        self.view.place(found=False)
        self._folded = stages_of(self.places.folded)
        self.is_furnished, self._before = True, None
        self.show_all()
        view = self.places.view
        if view != self.views.view_name and view in VIEWS:
            self.views.show_view(view)
            if self.views.season is not None:
                self.commands.furnish_season(self.views.season)
            self.view_changed()
        restored = self._placed and self.places.restore_panels(self)
        lay_out(self)
        if restored:
            self.places.widen_panels(self)
        else:
            self.spread(self.width())
        lay_out(self)
        self.view.place(found=True)
        if self.isVisible():
            self._stand()
        self.furnished.emit()

    def spread(self, width: int) -> None:
        """Gives the panels their share of a window of that many pixels; the garden has the rest."""
        self.panels.spread(width)

    # Showing

    def show_all(self) -> None:
        """Shows the whole garden of today anew."""
        session = self.bridge.session
        self.looks.light()
        if self.selection.id is not None and session.seen.contact(self.selection.id) is None:
            self.selection.choose(None)
        self.view.set_folded(self._folded)
        self.views.show_all(self.selection.id)
        self._show_panels()

    def hear(self, heard: Heard) -> None:
        """Shows what has changed: some plants, or everything when another program wrote."""
        session = self.bridge.session
        if heard.touched is None:
            self.toasts.withdraw()
            self.show_all()
            return
        if heard.changeset is not None and heard.changeset.of_whole_garden:
            self.show_all()
            return
        if self.selection.id in heard.touched and self.selection.id not in session.seen.plants:
            self.selection.choose(None)
        self.views.change(heard.touched, heard.changeset)
        self._show_panels()

    def _show_panels(self) -> None:
        self.notices.refresh()
        self.panels.put_away(self.views.is_empty)
        self.time.put_away(self.views.is_empty)
        hidden = self.bridge.session.disguise
        self.banners.sent.veil(hidden)
        self.saved.setText(self.readings.saved(hidden))
        self.banners.sent.keep(lambda id_: self.bridge.contact(id_) is not None)
        round_ = self.readings.round()
        self.today.show_today(self.readings.today(round_))
        self.status.setText(self.readings.status(round_))
        self.contact.show_contact(self.readings.contact(self.selection.id))
        self.show_state()
        self._order_soon()
        if not self.readings.is_counted and self.isVisible():
            self._counting.start(COUNT_AFTER)

    def show_day(self) -> None:
        """The time line has come to rest: the panels of that day."""
        self.today.set_read_only(self.sight.away)
        self.contact.set_read_only(self.sight.away)
        self.views.select(self.selection.id)
        self._show_panels()

    def leave_today(self) -> None:
        """What belongs to today alone goes away: messages with Undo, the record of deeds."""
        self.toasts.clear()
        self.history.close()
        self.check_in.close()
        self.show_state()

    def show_first_page(self) -> None:
        """The first page as it stands in an empty garden, whatever is in this one: for pictures of the window."""
        self.views.set_empty(True)
        self.panels.put_away(True)
        self.time.put_away(True)

    def view_changed(self) -> None:
        """In the list the search narrows the rows; the view is found again next time."""
        self.search.narrows = self.views.view_name == "list"
        self.search.lift()
        self.places.keep_view(self.views.view_name)
        self.time.put_away(self.views.is_empty)
        self.show_state()
        self._order_soon()

    def show_state(self) -> None:
        """Words, ticks and usability of the commands as they are now."""
        self.actions_.show(self.commands.state())

    def _order_soon(self) -> None:
        if self.isVisible():
            self._ordering.start(0)

    def _order(self) -> None:
        """Tab goes round the window as one reads: the band, Today, the middle, the contact."""
        from gardener.ui.parts import in_order

        in_order(
            (
                self.band,
                self.today.inside,
                *self.check_in.areas,
                *self.notices.lines,
                *self.banners.areas,
                self.views,
                self.time.bar,
                self.contact.inside,
                *self.history.areas,
            )
        )

    def _count(self) -> None:
        self.readings.count()
        if not self.sight.away:
            self.time.counted(self.readings.signs)
        self.today.show_today(self.readings.today(self.readings.round()))
        self._order_soon()

    def count_now(self) -> None:
        """Counts week and season at once: for pictures of the window."""
        self._counting.stop()
        self._count()

    def show_selected(self, id_: str | None) -> None:
        """Shows in every part who is chosen."""
        self.views.select(id_)
        self.today.mark(id_)
        if id_ is None and self.contact.isAncestorOf(self.focusWidget()):
            self.views.focus(
                choose=False
            )  # or hiding the panel would hand it to a row of Today, which would choose
        self.contact.show_contact(self.readings.contact(id_))
        self._order_soon()
        self.show_state()

    def captured(self, done: DoneDeed, contact: str) -> None:
        """After a sentence was saved: the one it was about is chosen, and the message has Undo."""
        from gardener.words import deeds

        self.selection.choose(contact or self.selection.id)
        self.views.focus()
        self.toasts.say(deeds.done(done.what), press=self.bridge.undo)

    def found(self, id_: str) -> None:
        """Goes to somebody who was looked for."""
        self.selection.choose(id_)
        self.views.focus()

    # Deeds

    def do_with(self, command: str, id_: str) -> None:
        """A one-key deed of a row: of that person, whoever was chosen."""
        self.selection.choose(id_)
        self.actions_[command].trigger()

    def move_plant(self, id_: str, stage: str, place: int) -> None:
        """Puts a plant where the hand has put it down; where that is refused it goes back."""
        from gardener.session import Done

        result = self.bridge.move(id_, Stage(stage), place=place)
        if not isinstance(result, Done):
            self.show_all()

    def fold(self, stage: str) -> None:
        """Folds a bed, or unfolds it; remembered."""
        self._folded = self._folded ^ {Stage(stage)}
        self.places.keep_folded(frozenset(str(each) for each in self._folded))
        self.view.set_folded(self._folded)
        self.show_state()

    def show_context(self, id_: str, at: QPoint) -> None:
        """The menu of a plant."""
        if id_:
            self.show_state()
            self.context.popup(at)

    def say(self, sentence: str) -> None:
        """A passing word in the status bar."""
        self.statusBar().showMessage(sentence, 6000)

    def examine(self) -> None:
        """What the first paint does not wait for: where the file lies, whether it is whole, and this month's soil."""
        from gardener.ui.tray import picture

        self.contact.prepare()
        self.setWindowIcon(QIcon(picture(0)))
        self.looks.ask_desktop()
        self.banners.examine()
        self.reminders.begin()
        self.soil_keeper.look()

    @cached_property
    def soil_keeper(self) -> SoilKeeper:
        """What learns the soil once a month."""
        from gardener.ui.soil_keeper import SoilKeeper

        return SoilKeeper(self.bridge, self.jobs, self)

    def keep_pictures(self) -> None:
        """Keeps the finished pictures of plants for the next start, beside the window."""
        from gardener.ui.garden_pictures import new_of

        if (new := new_of(self.view)) is not None:
            self.jobs.run(lambda _: new()).start()

    # Events of the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if self.is_furnished and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        super().dragLeaveEvent(event)
        self._show_drop(False)

    def _show_drop(self, on: bool) -> None:
        if self.views.first is not None and self.views.is_empty:
            self.views.first.show_drop(on)

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the preview of an import."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._show_drop(False)
        QTimer.singleShot(0, self, lambda: self.commands.preview_import(paths))

    def showEvent(self, event: QShowEvent) -> None:
        """Watches the file and the calendar while it is visible."""
        super().showEvent(event)
        if self.is_furnished:
            self._stand(again=event.spontaneous())

    def _stand(self, *, again: bool = False) -> None:
        """It is visible, and all is in it."""
        if not again and self.focusWidget() is None:
            self.views.focus()
        self.bridge.watch(True)
        if not self.readings.is_counted:
            self._counting.start(COUNT_AFTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time: says so once all of it stands."""
        super().paintEvent(event)
        if self._before is not None and self._before.deviceIndependentSize().toSize() == self.size():
            painter = QPainter(self)
            painter.drawImage(0, 0, self._before)
            painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.appeared.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Does nothing while it is hidden."""
        super().hideEvent(event)
        if self.is_furnished:
            self.time.hide()
            self._ordering.stop()
            self.bridge.watch(False)
            self._counting.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers the places; panels that only the first page hides are not hidden next time."""
        if not self.is_furnished:
            super().closeEvent(event)
            return
        if self.reminders.hides(event):
            return
        self.reminders.stop()
        self.history.close()
        self.check_in.close()
        self.jobs.cancel()
        self.keep_pictures()
        self.places.keep_widths(self)
        self.panels.bring_back()
        self.places.keep(self)
        self.toasts.clear()
        self.bridge.watch(False)
        for timer in self.findChildren(QTimer):  # what was to come later would find the garden closed
            timer.stop()
        super().closeEvent(event)


def _once_after(window: MainWindow, call: Callable[[], None]) -> QTimer:
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(call)
    return timer
