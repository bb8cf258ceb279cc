"""Pictures drawn into files without a display: the window, the whole garden, and the garden from day to day.

The garden is only read. Qt is made ready for it, without a screen, when the first is drawn.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

DONE, FAILED = 0, 1


def snapshot(
    file: Path,
    *,
    garden: Path,
    on: date | None,
    size: tuple[int, int] = (1680, 1020),
    view: str = "garden",
    select: str | None = None,
    page: str | None = None,
    theme: str = "light",
    hour: float = 10,
    scale: float = 1.0,
    text_size: float = 1.0,
    redact: bool = False,
    whole: bool = False,
    look: date | None = None,
    touches: int = 0,
) -> int:
    """Draws the window, all motion off, to a PNG; or `whole`, the garden without its window, to a PNG, SVG or PDF, as
    the file's name ends. The exit status; a garden that cannot be opened is told on standard error.

    `size` in logical pixels, `scale` device pixels for each (0.5 to 4); `text_size` a multiple of the usual one; `view`
    and `page` one of `settings.VIEWS` and `PAGES`; `select` a contact's id; `hour` of the light, 0 to 24.
    `redact`: other names in place of the real ones, and every word of notes veiled. `look`: the day to which the time
    line is moved, under a plan of `touches` a week.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = f"{scale}"  # as on a screen of that many pixels for each point
    from gardener.session import FileProblem, Session
    from gardener.settings import Preferences
    from gardener.ui.application import application

    app = application(["gardener"])
    try:
        session = Session.open(garden, on=on)
    except FileProblem as problem:
        return _say(problem.code, problem.facts)
    from gardener.ui import snapshot as picture

    picture.quieten()
    preferences = Preferences(theme=theme, motion="off", text_size=text_size)
    with session:
        session.disguise = redact
        if whole:
            return DONE if picture.draw_whole(session, file, theme, hour) else FAILED
        drawn = picture.draw(
            app,
            session,
            preferences,
            size=size,
            select=select,
            page=page,
            view=view,
            theme_name=theme,
            hour=hour,
            scale=scale,
            look=look,
            touches=touches,
        )
        return DONE if drawn.save(str(file)) else FAILED


def time_lapse(
    file: Path,
    *,
    garden: Path,
    on: date | None,
    first: date,
    last: date,
    step: int,
    rate: int,
    size: tuple[int, int],
    loop: bool,
    touches: int,
    theme: str,
    hour: float,
    redact: bool = False,
) -> str | None:
    """Draws the garden every `step` days from `first` to `last` into an animated picture of `size` pixels, `rate` a
    second. Why it could not be written, null when it was. FileProblem when the garden cannot be opened."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gardener.session import Session
    from gardener.ui.application import application

    app = application(["gardener"])
    from gardener.ui import lapse, snapshot

    snapshot.quieten()
    snapshot.set_font(app)
    wanted = lapse.Lapse(
        first=first,
        last=last,
        step=step,
        size=size,
        rate=rate,
        loop=loop,
        touches=touches,
        hour=hour,
        theme=theme,
    )
    with Session.open(garden, on=on) as session:
        session.disguise = redact
        try:
            for _ in lapse.saving(session, wanted, file):
                pass
        except OSError as error:
            return str(error)
    return None


def _say(code: str, facts: Mapping[str, object]) -> int:
    from gardener.words import refusals

    print(f"gardener: {refusals.file_sentence(code, facts)}", file=sys.stderr)
    return FAILED
