"""The one place that wires preferences, session, clock and window together."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from gardener.settings import Preferences
    from gardener.ui.main_window import MainWindow
    from gardener.ui.one_instance import OneInstance

DONE, FAILED = 0, 1
SAVED_WITHIN = 20.0
"""Seconds that a closed window waits for an import that is being saved."""

SETTLED_AFTER = 150
"""Milliseconds that a window furnished late has for being painted, before what is not seen is seen to."""


def run(*, garden: Path | None = None, on: date | None = None, files: Sequence[Path] = ()) -> int:
    """Opens the window on `garden` (else the usual one, made if missing) and waits for its end; the exit status.

    `on`: act and look as if today were that day. `files` are offered for import.
    """
    # All that is made until the window stands is made to stay: there is nothing to collect yet.
    gc.disable()
    from gardener import settings

    preferences = settings.load()
    path = garden or settings.garden_file(preferences)
    from gardener.ui.application import application

    app = application([sys.argv[0] if sys.argv else "gardener"])

    from gardener.ui.one_instance import OneInstance

    instance = OneInstance(path, settings.state_folder())
    if not instance.claim():
        if instance.hand_over(files):
            return DONE
        return _cannot_open(app, preferences, path, "locked")
    stay = Stay(app, path, on=on, preferences=preferences, instance=instance, files=files)
    return stay.last()


class Stay:
    """One window from its first paint to its end, with the garden open behind it.

    When there is a picture of what the window will show, the window stands with it first and is furnished after its
    first paint; else it is furnished before.
    """

    def __init__(
        self,
        app: QApplication,
        path: Path,
        *,
        on: date | None,
        preferences: Preferences,
        instance: OneInstance,
        files: Sequence[Path],
    ) -> None:
        from gardener import settings
        from gardener.ui.first_light import FirstLight
        from gardener.ui.main_window import MainWindow
        from gardener.ui.places import Places

        self._app, self._path, self._on, self._files = app, path, on, files
        self._preferences, self._instance = preferences, instance
        self._places_file = settings.state_folder() / "window.ini"
        choices = settings.preferences_file(), self._places_file
        self._light = FirstLight(path, settings.state_folder(), choices)
        self._before = self._light.found(on or date.today())
        self.window = MainWindow(
            None,
            preferences=preferences,
            places=Places(self._places_file),
            keep=_kept,
            cache=settings.cache_folder(),
            before=self._before,
        )
        self._open_ones = ExitStack()
        self._status = DONE

    def last(self) -> int:
        """Shows the window and waits for its end; the exit status."""
        with self._open_ones:
            self._open_ones.callback(self._instance.release)
            self.window.appeared.connect(lambda: _tell("painted"))
            if self._before is None:
                if not self._furnish():
                    return self._status
                self.window.appeared.connect(self._settle_in)
            else:
                self.window.appeared.connect(self._furnish_late)
            self.window.show()
            self._app.exec()
        if self._status == DONE and self.window.is_furnished:
            self._keep_light()
        return self._status

    def _furnish_late(self) -> None:
        from PySide6.QtCore import QTimer

        if self._furnish():
            QTimer.singleShot(SETTLED_AFTER, self.window, self._settle_in)
        else:
            self.window.close()

    def _furnish(self) -> bool:
        """Opens the garden and puts it into the window; whether it could be opened, which else has been said."""
        from gardener.session import FileProblem, Session
        from gardener.ui import theme
        from gardener.ui.bridge import Bridge
        from gardener.ui.errors import Errors, show_report

        preferences, path = self._preferences, self._path
        theme.apply(self._app, theme.wished(self._app, preferences.theme), scale=preferences.text_size)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            session = self._open_ones.enter_context(Session.open(path, create=True, on=self._on))
        except FileProblem as problem:
            self._status = _cannot_open(self._app, preferences, path, problem.code, problem.facts)
            return self._status == DONE and self._furnish()
        except OSError:
            self._status = _cannot_open(self._app, preferences, path, "unreadable")
            return False
        self._open_ones.callback(session.back_up_if_changed)
        window, errors, bridge = self.window, Errors(), Bridge(session)
        errors.install()
        errors.raised.connect(lambda report: show_report(window, report))
        self._open_ones.callback(bridge.close)
        self._open_ones.callback(errors.remove)
        window.furnish(bridge)
        self._open_ones.callback(window.jobs.wait, SAVED_WITHIN)
        window.view.grown.connect(lambda: _tell("grown"))
        window.view.finished.connect(lambda: _ready(window), _once())
        window.view.finished.connect(window.keep_pictures, _once())
        self._instance.asked.connect(lambda paths: _come_to_front(window, paths))
        return True

    def _settle_in(self) -> None:
        """All that the first paint does not wait for."""
        from gardener import settings
        from gardener.ui.ending import Ending
        from gardener.ui.errors import start_log

        gc.freeze()
        gc.enable()
        _tell_positions(self.window)
        self._instance.listen()
        self._open_ones.callback(Ending().stop)
        log = start_log(settings.log_folder())
        if log is not None:
            self._open_ones.callback(log.close)
        self.window.examine()
        self.window.commands.preview_import(self._files)

    def _keep_light(self) -> None:
        """Draws what the window will show today and tomorrow, for the next start. The window has gone."""
        from gardener import settings
        from gardener.session import FileProblem, Session
        from gardener.ui import snapshot
        from gardener.ui.places import Places

        now = datetime.now()
        days = [self._on] if self._on else [now.date(), now.date() + timedelta(days=1)]
        if self._light.has(days):
            return
        places, preferences = Places(self._places_file, keeps=False), self.window.looks.preferences
        with suppress(FileProblem, OSError):
            drawn = []
            for day in days:
                with Session.open(self._path, on=day) as session:
                    picture = snapshot.as_it_opens(
                        session,
                        preferences,
                        places,
                        size=self.window.size(),
                        hour=now.hour + now.minute / 60,
                        cache=settings.cache_folder(),
                    )
                drawn.append((day, picture))
            self._light.keep(drawn)


def _once() -> Qt.ConnectionType:
    from PySide6.QtCore import Qt

    return Qt.ConnectionType(
        Qt.ConnectionType.AutoConnection.value | Qt.ConnectionType.SingleShotConnection.value
    )


def _kept(preferences: Preferences) -> None:
    """Saves the choices; a disk that refuses costs no more than the choice."""
    from gardener import settings

    with suppress(OSError):
        settings.save(preferences)


def _come_to_front(window: MainWindow, files: Sequence[Path]) -> None:
    window.reminders.bring_back()
    window.commands.preview_import(files)


def _tell(stage: str) -> None:
    """Says how far the window has come, to a program that drives it and has asked."""
    if os.environ.get("GARDENER_READY"):
        print(stage, flush=True)


def _ready(window: MainWindow) -> None:
    """Says that it may be driven, and its number among the windows of the screen."""
    _tell(f"ready {int(window.winId())}")


def _tell_positions(window: MainWindow) -> None:
    """Says from now on where everything is, to a program that drives the window and has asked."""
    if where := os.environ.get("GARDENER_POSITIONS"):
        from gardener.ui.positions import Positions

        Positions(Path(where), window.view).write()


def _cannot_open(
    app: QApplication,
    preferences: Preferences,
    path: Path,
    code: str,
    facts: Mapping[str, object] | None = None,
) -> int:
    """Says in a small window, and on standard error, why the garden cannot be opened; DONE when it can be now, for the
    person had a whole copy put in the place of a damaged one."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from gardener.session import Session
    from gardener.ui import folders, theme
    from gardener.words import banners, copies, refusals

    copy = Session.newest_copy(path) if code in ("damaged", "empty") else None
    sentence = refusals.file_sentence(code, facts or {"path": str(path)})
    if copy is not None:
        sentence = f"{sentence} {copies.there_is(str(copy))}"
    print(f"gardener: {sentence}", file=sys.stderr)
    theme.apply(app, theme.wished(app, preferences.theme), scale=preferences.text_size)
    box = QMessageBox(QMessageBox.Icon.Warning, "Gardener", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(QMessageBox.StandardButton.Close)
    back = box.addButton(copies.BRING_BACK, QMessageBox.ButtonRole.ActionRole) if copy is not None else None
    show = box.addButton(banners.SHOW, QMessageBox.ButtonRole.ActionRole) if path.exists() else None
    box.exec()
    if show is not None and box.clickedButton() is show:
        folders.show(path)
    if copy is not None and box.clickedButton() is back:
        return _brought_back(app, preferences, path, copy)
    return FAILED


def _brought_back(app: QApplication, preferences: Preferences, path: Path, copy: Path) -> int:
    """Puts the copy in the place of the damaged garden, which is kept; DONE, or what hindered it has been said."""
    from gardener.session import FileProblem, Session

    try:
        Session.restore(path, copy)
    except FileProblem as problem:
        return _cannot_open(app, preferences, path, problem.code, problem.facts)
    return DONE
