"""Leads the window through time: the handle's day is shown at once, everything else once the hand rests; playing too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gardener.ui import theme
from gardener.ui.jobs import Job, Jobs, Report
from gardener.ui.places import Places
from gardener.ui.sight import Sight
from gardener.ui.time_bar import TimeBar
from gardener.ui.time_scale import last_day, month_on
from gardener.ui.views import GARDEN, LIST, Views
from gardener.words import time_line as words

if TYPE_CHECKING:
    from gardener.domain.chronicle import Course
    from gardener.session import Session
    from gardener.ui.time_glance import Glance

MARK_AFTER = 200
"""Milliseconds after which the marks follow a change."""
REST = 110
"""Milliseconds without a move after which everything shows the day, exactly."""
LINGER = 900
"""Milliseconds of rest after which the light is that of the season too."""
PLAYED = 0.06
"""Seconds: where showing a day exactly takes no longer, every step of playing is exact."""
LOW = 420
"""Windows that are lower, in pixels at the usual text size, have no room for it beside a page of words."""
SMALL = 0.012
"""Seconds: where showing a day exactly takes no longer, every step is exact."""
BEAT, SLOW_BEAT = 120, 700
"""Milliseconds between two steps of playing, with motion and without."""


class TimeLine(QObject):
    """left(): today was left, and returned(): it is looked at again. rested(): the day stands; panels are to show it.
    lingered(): it has stood for a while; the season's light is to follow.
    pausedOrPlaying(): playing has begun or ended. wasRead(): the histories are known.
    """

    left = Signal()
    returned = Signal()
    rested = Signal()
    lingered = Signal()
    pausedOrPlaying = Signal()
    wasRead = Signal()

    def __init__(
        self,
        bar: TimeBar,
        sight: Sight,
        views: Views,
        jobs: Jobs,
        places: Places,
        *,
        moves: Callable[[], bool],
    ) -> None:
        """`moves`: whether there is motion."""
        super().__init__(bar)
        self.bar, self._sight, self._views, self._jobs, self._places = bar, sight, views, jobs, places
        self._moves = moves
        self._glance: Glance | None = None
        self._read: tuple[int, Counter[int]] | None = None
        self._reading: Job | None = None
        self._cost = 0.0
        self.signs: Counter[int] = Counter()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.settle)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER)
        self._linger.timeout.connect(self.lingered)
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._play_on)
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(MARK_AFTER)
        self._marking.timeout.connect(self._mark)
        self._marked: tuple[object, ...] = ()
        bar.track.reached.connect(self._mark)
        bar.moved.connect(self.go_to)
        bar.touched.connect(self.read)
        bar.planned.connect(self._planned)
        bar.backAsked.connect(self.back)
        bar.playAsked.connect(self.play)
        bar.hideAsked.connect(lambda: self.show_bar(False))
        bar.setVisible(places.time_line)
        bar.track.today = sight.session.today
        bar.show_day(sight.session.today, away=False, ahead=False)

    # What is shown

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return self._sight.today

    @property
    def moving(self) -> bool:
        """Whether the hand has not come to rest yet."""
        return self._rest.isActive()

    @property
    def playing(self) -> bool:
        """Whether the season plays."""
        return self._beat.isActive()

    @property
    def first(self) -> date:
        """The first day of the line."""
        return self.bar.track.scale.first

    def show_bar(self, shown: bool) -> None:
        """Shows the time line or takes it away, which leads back to today; remembered."""
        if not shown:
            self.back()
        self._places.keep_time_line(shown)
        self.bar.setVisible(shown)
        if shown:
            self.refresh()
        self.rested.emit()

    def put_away(self, empty: bool) -> None:
        """An empty garden has no time line; and at today it gives way where it would leave too little of other pages."""
        low = self.bar.window().height() < theme.wide(LOW)
        cramped = low and self._views.view_name not in (GARDEN, LIST) and not self._sight.away
        self.bar.setVisible(self._places.time_line and not empty and not cramped)
        if self.bar.isVisible():
            self._marking.start()

    def _mark(self) -> None:
        """The marks of the present garden, unless they are that already."""
        session = self._sight.session
        if self._marked != (session.garden.revision, session.today, session.disguise):
            self.refresh()

    def refresh(self) -> None:
        """Shows the marks of the present garden anew."""
        from gardener.ui.time_marks import marks_of

        session = self._sight.session
        self._marking.stop()
        if self.bar.isHidden():
            return
        self._marked = session.garden.revision, session.today, session.disguise
        held = self._read if self._read is not None and self._read[0] == session.garden.revision else None
        marks = marks_of(session.seen, session.today, self.signs, held[1] if held else None)
        self.bar.track.show_garden(marks, session.today)
        self._tell()

    def counted(self, signs: Counter[int]) -> None:
        """The days with signs of theirs are known."""
        self.signs = signs
        self.refresh()

    # Moving

    def go_to(self, day: date) -> None:
        """Looks at a day: the middle of the window at once, the rest when the hand does."""
        self._mark()
        sight = self._sight
        today = sight.session.today
        day = max(min(day, last_day(today)), self.first)
        if day == sight.today:
            return
        if not sight.away:
            self.read()
            self._views.garden.hold(True)
        was_away = sight.away
        sight.look(day)
        if sight.away and not was_away:
            self.left.emit()
        self._show(day)
        self._tell_day()
        self._linger.stop()
        if not self.playing:
            self._rest.start()

    def step(self, days: int) -> None:
        """So many days later, or earlier."""
        number = self.day.toordinal() + days
        self.go_to(date.fromordinal(max(1, min(number, date.max.toordinal()))))

    def step_months(self, months: int) -> None:
        """So many months later, or earlier."""
        self.go_to(month_on(self.day, months, first=self.first, last=last_day(self._sight.session.today)))

    def back(self) -> None:
        """Back to today, at once."""
        self.pause()
        if self._sight.away:
            self.go_to(self._sight.session.today)
            self.settle()

    def _show(self, day: date) -> None:
        if self._cost > (PLAYED if self.playing else SMALL) and self._views.shows_garden:
            self._glanced.show(day)
            return
        self._show_exactly()

    def _show_exactly(self) -> None:
        start = perf_counter()
        self._views.show_day()
        self._cost = perf_counter() - start
        if self._glance is not None:
            self._glance.at = self.day

    @property
    def _glanced(self) -> Glance:
        if self._glance is None:
            from gardener.ui.time_glance import Glance

            self._glance = Glance(self._sight, self._views.garden)
        return self._glance

    def settle(self) -> None:
        """The hand rests: the day exactly, in every part of the window."""
        self._rest.stop()
        self._linger.start()
        self._show_exactly()
        if not self._sight.away:
            self._views.garden.hold(False)
        self._tell()
        if self._sight.away:
            self.rested.emit()
        else:
            self.returned.emit()
            self.rested.emit()

    def _planned(self, touches: int) -> None:
        self._sight.per_week = touches
        if self._sight.ahead:
            self._show_exactly()
            self._tell()
            self._rest.start()

    def _tell_day(self) -> None:
        """The day alone; the sentence about it, which may have to be reckoned, comes when the hand rests."""
        sight = self._sight
        text: str | None = words.value(self.day, sight.session.today) if sight.away else ""
        if sight.away and self.bar.back.isVisible() and self.bar.tells_date:
            text = None
        self.bar.show_day(self.day, away=sight.away, ahead=sight.ahead, text=text)

    def _tell(self) -> None:
        sight, today = self._sight, self._sight.session.today
        text = tip = ""
        if sight.ahead:
            saving = sight.foresight.saving(self.day)
            text = words.ahead(self.day, today, saving, sight.foresight.saving(today).wilted)
            tip = words.honest(saving)
        elif sight.away:
            text = words.was(self.day, today)
        self.bar.show_day(self.day, away=sight.away, ahead=sight.ahead, text=text, tip=tip)

    # Playing

    def play(self) -> None:
        """Plays on from here, from the first day when here is today or the end; or pauses."""
        if self.playing:
            self.pause()
            return
        today = self._sight.session.today
        if self.day in (today, last_day(today)):
            self.go_to(self.first)
        self._beat.start(BEAT if self._moves() else SLOW_BEAT)
        self.bar.show_playing(True)
        self.pausedOrPlaying.emit()

    def pause(self) -> None:
        """Stays where it is."""
        if self.playing:
            self._beat.stop()
            self.bar.show_playing(False)
            self._rest.start()
            self.pausedOrPlaying.emit()

    def hide(self) -> None:
        """Nothing runs in a hidden window; the day stays, exactly."""
        self.pause()
        if self.moving:
            self.settle()
        self._linger.stop()
        self._marking.stop()

    def _play_on(self) -> None:
        today = self._sight.session.today
        then = self.day + timedelta(days=self.bar.step)
        if not self.bar.isVisible():
            self.pause()
        elif self.day < today <= then:
            self.back()
        elif then >= last_day(today):
            self.go_to(last_day(today))
            self.pause()
        else:
            self.go_to(then)

    # Reading

    def read(self) -> None:
        """Reads every history beside the window, once for each state of the garden."""
        session = self._sight.session
        revision = session.garden.revision
        if self._reading is not None or (self._read is not None and self._read[0] == revision):
            return
        job = self._reading = self._jobs.run(_reading(session))
        job.finished.connect(self._take_in)
        job.ended.connect(self._read_to_the_end)
        job.start()

    def read_now(self) -> None:
        """The same at once: for pictures of the window."""
        self._take_in(_reading(self._sight.session)(lambda _: None))

    def _read_to_the_end(self) -> None:
        self._reading = None

    def _take_in(self, found: tuple[int, dict[str, Course], Counter[int]]) -> None:
        revision, courses, revived = found
        session = self._sight.session
        if revision == session.garden.revision:
            session.chronicle.learn(courses)
            self._read = revision, revived
            self.refresh()
            self.wasRead.emit()


def _reading(session: Session) -> Callable[[Report], tuple[int, dict[str, Course], Counter[int]]]:
    """The work of reading: revision, courses, and the days on which somebody withered who came back."""

    def read(report: Report) -> tuple[int, dict[str, Course], Counter[int]]:
        from gardener.ui.time_marks import revived

        with session.beside() as beside:
            courses = beside.courses()
            report(None)
            climate = beside.garden.climate(beside.today)
            return beside.garden.revision, courses, revived(courses.values(), climate)

    return read
