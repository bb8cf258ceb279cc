"""Leads the window through time: the handle's day is shown at once, everything else once the hand rests; playing too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gardener.ui import theme
from gardener.ui.jobs import Jobs
from gardener.ui.places import Places
from gardener.ui.sight import Sight
from gardener.ui.time_bar import TimeBar
from gardener.ui.time_reading import TimeReading
from gardener.ui.time_scale import last_day, month_on
from gardener.ui.views import GARDEN, LIST, Views
from gardener.words import time_line as words

if TYPE_CHECKING:
    from gardener.ui.time_glance import Glance

MARK_AFTER = 200
"""Milliseconds after which the marks follow a change."""
PAUSE = 40
"""Milliseconds without a move after which what is in view is shown exactly."""
REST = 110
"""Milliseconds without a move after which everything shows the day, exactly."""
LINGER = 900
"""Milliseconds of rest after which the light is that of the season too."""
LOW = 420
"""Windows that are lower, in pixels at the usual text size, have no room for it beside a page of words."""
SMALL, PAINTED = 0.012, 0.003
"""Seconds: where showing a day exactly takes no longer, every step is exact; and about what one plant takes to be painted,
for which there must be time between two steps of playing."""
SLICE = 0.004
"""Seconds of reading ahead between two looks at what else has happened."""
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
        self.bar, self._sight, self._views, self._places = bar, sight, views, places
        self._moves = moves
        self._glance: Glance | None = None
        self._reading = TimeReading(sight.session, jobs, self)
        self._reading.wasRead.connect(self._was_read)
        self._cost = 0.0
        self.signs: Counter[int] = Counter()
        self._pause = self._timer(PAUSE, self._show_in_view)
        self._rest = self._timer(REST, self.settle)
        self._linger = self._timer(LINGER, self.lingered.emit)
        self._marking = self._timer(MARK_AFTER, self._mark)
        self._ahead = self._timer(0, self._read_ahead, repeated=True)
        self._beat = self._timer(BEAT, self._play_on, repeated=True)
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
        marks = marks_of(session.seen, session.today, self.signs, self._reading.revived)
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
        if self._hurries:
            self._ahead.start()
        if not self.playing:
            self._pause.start()
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
        if not self._hurries:
            self._show_exactly()
        elif self.playing or self._pause.isActive():
            self._glanced.show(day)
        else:  # a hand so slow sees every day exactly
            self._glanced.show_exactly(day)

    @property
    def _hurries(self) -> bool:
        """Whether showing every day exactly would take too long."""
        if not self._views.shows_garden:
            return False
        if self.playing:
            pictures = PAINTED * len(self._views.garden.in_view())
            return self._cost + pictures > self._beat.interval() / 1000
        return self._cost > SMALL

    def _show_in_view(self) -> None:
        """The hand pauses: what is in view exactly, while it may yet move on."""
        if self.moving and self._hurries:
            self._glanced.show_exactly(self.day)

    def _read_ahead(self) -> None:
        """Days near the one that stands are read in advance; a hand at rest wants its pictures first."""
        if self._views.garden.picture.waiting and not (self.moving or self.playing):
            return
        if not self._reading.known or self._glanced.read_ahead(SLICE):
            self._ahead.stop()

    def _show_exactly(self) -> None:
        start = perf_counter()
        self._views.show_day()
        self._cost = perf_counter() - start
        if self._glance is not None:
            self._glance.stand(self.day)

    @property
    def _glanced(self) -> Glance:
        if self._glance is None:
            from gardener.ui.time_glance import Glance

            self._glance = Glance(self._sight, self._views.garden)
        return self._glance

    def settle(self) -> None:
        """The hand rests: the day exactly, in every part of the window."""
        self._rest.stop()
        self._pause.stop()
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
        sight, text = self._sight, ""
        if sight.away:
            text = words.MOVING if self.bar.tells_date else words.value(self.day, sight.session.today)
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
        for timer in (self._linger, self._marking, self._ahead):
            timer.stop()

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
        self._reading.begin()

    def read_now(self) -> None:
        """The same at once: for pictures of the window."""
        self._reading.at_once()

    def _was_read(self) -> None:
        self.refresh()
        self.wasRead.emit()

    def _timer(self, milliseconds: int, then: Callable[[], None], *, repeated: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(not repeated)
        timer.timeout.connect(then)
        return timer
