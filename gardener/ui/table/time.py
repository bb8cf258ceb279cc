"""The commands that move through time."""

from __future__ import annotations

from gardener.ui.table.command import Command

TIME: tuple[Command, ...] = (
    Command(
        id="time-line",
        words="Time line",
        handler="toggle_time_line",
        keys=("Ctrl+Shift+T",),
        menu="&Time",
        checked=lambda s: s.time_line,
        hint="Show the time line below the garden, or hide it",
    ),
    Command(id="go-time", words="Go to the time line", handler="go_time", keys=("F9",), menu="&Time"),
    Command(
        id="time-today",
        words="Back to today",
        handler="time_today",
        keys=("Alt+End",),
        when=lambda s: s.away,
        menu="&Time",
        group=1,
    ),
    *(
        Command(id=id_, words=words, handler=handler, keys=(key,), menu="&Time", group=1)
        for id_, words, handler, key in (
            ("day-back", "A day back", "day_back", "Alt+Left"),
            ("day-ahead", "A day ahead", "day_ahead", "Alt+Right"),
            ("month-back", "A month back", "month_back", "Alt+PgUp"),
            ("month-ahead", "A month ahead", "month_ahead", "Alt+PgDown"),
            ("first-day", "To the first day", "first_day", "Alt+Home"),
        )
    ),
    Command(
        id="play",
        words="Play the season",
        handler="play",
        keys=("Shift+F9",),
        menu="&Time",
        group=2,
        says=lambda s: "Pause" if s.playing else "Play the season",
        hint="Plays the garden as a time-lapse, from the day that is looked at",
    ),
    Command(
        id="time-lapse",
        words="Export a time-lapse…",
        handler="export_lapse",
        keys=("Ctrl+Shift+E",),
        menu="&Time",
        group=2,
        hint="The garden from day to day as an animated picture",
    ),
)
