"""The one place that wires preferences, session, clock and window together."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from gardener.session import Session
    from gardener.settings import Preferences
    from gardener.ui.main_window import MainWindow
    from gardener.ui.one_instance import OneInstance

DONE, FAILED = 0, 1
SAVED_WITHIN = 20.0
"""Seconds that a closed window waits for an import that is being saved."""


def run(*, garden: Path | None = None, on: date | None = None, files: Sequence[Path] = ()) -> int:
    """Opens the window on `garden` (else the usual one, made if missing) and waits for its end; the exit status.

    `on`: act and look as if today were that day. `files` are offered for import.
    """
    # All that is made until the window stands is made to stay: there is nothing to collect yet.
    gc.disable()
    from gardener import settings

    preferences = settings.load()
    path = garden or settings.garden_file(preferences)
    app = _application([sys.argv[0] if sys.argv else "gardener"])

    from gardener.session import FileProblem, Session
    from gardener.ui import theme
    from gardener.ui.one_instance import OneInstance

    theme.apply(app, theme.wished(app, preferences.theme), scale=preferences.text_size)
    instance = OneInstance(path, settings.state_folder())
    if not instance.claim():
        if instance.hand_over(files):
            return DONE
        return _cannot_open(path, "locked")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        session = Session.open(path, create=True, on=on)
    except FileProblem as problem:
        instance.release()
        return _cannot_open(path, problem.code, problem.facts)
    except OSError:
        instance.release()
        return _cannot_open(path, "unreadable")
    try:
        with session:
            return _show(app, session, preferences, instance, files)
    finally:
        instance.release()


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
    redact: bool = False,
    whole: bool = False,
) -> int:
    """Draws the window to a PNG without a display, all motion off; the garden is only read. The exit status.

    `size` in logical pixels, `scale` device pixels for each; `select` a contact id; `page` what stands beside the garden
    (`today`, `contact`: the panel alone is widened), or in its place (`first-run`), or open over it (`log`, `why`, `keys`).
    `redact`: other names in place of the real ones, and every word of notes veiled. `whole`: the whole garden without its
    window; so it is for SVG and PDF always.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = f"{scale}"  # as on a screen of that many pixels for each point
    from gardener.session import FileProblem, Session
    from gardener.settings import Preferences

    app = _application(["gardener"])
    try:
        session = Session.open(garden, on=on)
    except FileProblem as problem:
        return _say(problem.code, problem.facts)
    from gardener.ui import snapshot as picture

    picture.quieten()
    preferences = Preferences(theme=theme, motion="off")
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
        )
        return DONE if drawn.save(str(file)) else FAILED


def _application(arguments: list[str]) -> QApplication:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(arguments)
    app.setApplicationName("gardener")
    app.setApplicationDisplayName("Gardener")
    app.setDesktopFileName("gardener")
    app.setStyle("Fusion")
    return app


def _show(
    app: QApplication,
    session: Session,
    preferences: Preferences,
    instance: OneInstance,
    files: Sequence[Path],
) -> int:
    """The window, from its first paint to its end."""
    from gardener import settings
    from gardener.ui.bridge import Bridge
    from gardener.ui.errors import Errors, show_report, start_log
    from gardener.ui.main_window import MainWindow
    from gardener.ui.places import Places

    errors = Errors()
    errors.install()
    bridge = Bridge(session)
    places = Places(settings.state_folder() / "window.ini")
    window = MainWindow(
        bridge, preferences=preferences, places=places, keep=_kept, cache=settings.cache_folder()
    )
    errors.raised.connect(lambda report: show_report(window, report))
    instance.asked.connect(lambda paths: _come_to_front(window, paths))
    with ExitStack() as open_ones:

        def settle_in() -> None:
            """All that the first paint does not wait for."""
            gc.freeze()
            gc.enable()
            _painted(window)
            instance.listen()
            log = start_log(settings.log_folder())
            if log is not None:
                open_ones.callback(log.close)
            window.examine()
            window.commands.preview_import(files)

        window.appeared.connect(settle_in)
        window.view.grown.connect(_grown)
        window.view.finished.connect(lambda: _ready(window), _once())
        window.view.finished.connect(window.keep_pictures, _once())
        window.show()
        try:
            return int(app.exec())
        finally:
            window.jobs.wait(SAVED_WITHIN)
            errors.remove()
            bridge.close()


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
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
    window.commands.preview_import(files)


def _painted(window: MainWindow) -> None:
    """Says that the window stands, and from now on where everything is, to a program that drives it and has asked."""
    if where := os.environ.get("GARDENER_POSITIONS"):
        from gardener.ui.positions import Positions

        Positions(Path(where), window.view).write()
    if os.environ.get("GARDENER_READY"):
        print("painted", flush=True)


def _grown() -> None:
    """Says that every plant in view is finished, to a program that has asked."""
    if os.environ.get("GARDENER_READY"):
        print("grown", flush=True)


def _ready(window: MainWindow) -> None:
    """Says so to a program that drives the window, when it has asked."""
    if os.environ.get("GARDENER_READY"):
        print(f"ready {int(window.winId())}", flush=True)


def _cannot_open(path: Path, code: str, facts: Mapping[str, object] | None = None) -> int:
    """Says in a small window, and on standard error, why the garden cannot be opened."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from gardener.ui import folders
    from gardener.words import banners, refusals

    sentence = refusals.file_sentence(code, facts or {"path": str(path)})
    print(f"gardener: {sentence}", file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "Gardener", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(QMessageBox.StandardButton.Close)
    show = box.addButton(banners.SHOW, QMessageBox.ButtonRole.ActionRole) if path.exists() else None
    box.exec()
    if show is not None and box.clickedButton() is show:
        folders.show(path)
    return FAILED


def _say(code: str, facts: Mapping[str, object]) -> int:
    from gardener.words import refusals

    print(f"gardener: {refusals.file_sentence(code, facts)}", file=sys.stderr)
    return FAILED
