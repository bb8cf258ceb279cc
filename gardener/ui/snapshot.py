"""A picture of the window without a display: the real window, painted to the end and grabbed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog

from gardener.session import InputFile, Session
from gardener.settings import Preferences
from gardener.ui import garden_pictures, theme, whole_picture
from gardener.ui.bridge import Bridge
from gardener.ui.draft_check_dialog import DraftCheckDialog
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places
from gardener.words import drafts

LIMIT = 20_000
"""Milliseconds after which a picture is taken as it is."""
EXAMPLE = InputFile(
    "people.vcf",
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Brook\r\nEMAIL:ada.brook@example.org\r\nORG:Larch & Sons\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Weller\r\nTEL:+1 555 0100\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n",
)
"""The file whose preview the page `import` shows: two invented people, and a card that is nobody's."""
FONT = "DejaVu Sans"
POINTS = 9.75


def quieten() -> None:
    """Keeps to itself what the offscreen platform says of every window; all else is said as before."""

    def say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):
            print(text, file=sys.stderr)

    qInstallMessageHandler(say)


def set_font(app: QApplication) -> None:
    """The same letters on every machine."""
    font = QFont(FONT)
    font.setPointSizeF(POINTS)
    app.setFont(font)
    app.setProperty("gardenerPoints", POINTS)


def draw(
    app: QApplication,
    session: Session,
    preferences: Preferences,
    *,
    size: tuple[int, int],
    select: str | None,
    page: str | None,
    view: str,
    theme_name: str,
    hour: float,
    scale: float,
    look: date | None = None,
    touches: int = 0,
) -> QImage:
    """The window at `size`, with `scale` device pixels for each of its pixels; `look` is the day on the time line."""
    set_font(app)
    theme.apply(app, theme_name, scale=preferences.text_size)
    bridge = Bridge(session)
    window = MainWindow(bridge, preferences=preferences, places=Places(None), hour=hour)
    try:
        window.setMinimumSize(1, 1)
        window.resize(*size)
        window.show()
        window.spread(size[0])
        window.bridge.watch(False)
        window.actions_[f"as-{view}"].trigger()
        window.selection.choose(select)
        _look(window, look, touches)
        dialog = _open_page(window, page)
        _finish(window)
        return _grabbed(window, dialog, scale)
    finally:
        window.close()
        bridge.close()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def draw_whole(session: Session, file: Path, theme_name: str, hour: float) -> bool:
    """Draws the whole garden into `file`, of the kind that its ending names; whether it could be written."""
    font = QFont(FONT)
    font.setPointSizeF(POINTS)
    now = garden_pictures.hour_of(session.today, hour)
    moment = garden_pictures.moment(theme=theme_name, now=now, southern=False)
    try:
        for _ in whole_picture.saving(whole_picture.of_session(session, moment, font), file):
            pass
    except OSError:
        return False
    return True


def as_it_opens(
    session: Session, preferences: Preferences, places: Places, *, size: QSize, hour: float, cache: Path
) -> QImage:
    """What a window of `size` shows when it opens on this garden and has come to rest; it is on no screen."""
    bridge = Bridge(session)
    window = MainWindow(bridge, preferences=preferences, places=places, hour=hour, cache=cache)
    try:
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(size)
        window.show()
        bridge.watch(False)
        window.count_now()
        window.grab()
        QApplication.processEvents()
        _finish_now(window)
        return window.grab().toImage()
    finally:
        window.hide()
        bridge.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _look(window: MainWindow, day: date | None, touches: int) -> None:
    """Moves the time line there, all of its marks known."""
    window.time.read_now()
    window.count_now()
    window.time.bar.plan.setValue(touches)
    if day is not None:
        window.time.go_to(day)
        window.time.settle()
        window.looks.light()


def _open_page(window: MainWindow, page: str | None) -> QDialog | None:
    """Shows what was asked for; the dialog it opened, if it did."""
    opened: list[QDialog] = []
    window.commands.opened.connect(opened.append)
    match page:
        case "today":
            window.contact.hide()
            window.resizeDocks([window.today], [440], Qt.Orientation.Horizontal)
        case "contact":
            window.today.hide()
            window.resizeDocks([window.contact], [460], Qt.Orientation.Horizontal)
        case "reminders":
            window.commands.reminders()
        case "draft":
            window.commands.draft()
        case "before":
            window.commands.before_talk()
        case "week":
            window.commands.week_in_review()
        case "winter":
            window.commands.winter()
        case "thank":
            window.commands.thank_and_tell()
        case "check-in":
            window.commands.check_in()
        case "capture":
            window.capturing.show_example(open_=False)
        case "capture-open":
            window.capturing.show_example(open_=True)
        case "draft-check":
            window.commands.check_draft()
            if opened and isinstance(opened[-1], DraftCheckDialog):
                opened[-1].text.setPlainText(drafts.EXAMPLE)
        case "log":
            window.commands.log()
        case "water":
            window.commands.water()
        case "edit":
            window.commands.edit_contact()
        case "add":
            window.commands.add_contact()
        case "species":
            window.commands.choose_species()
        case "move":
            window.commands.move_to()
        case "why":
            window.commands.why()
        case "keys":
            window.commands.show_keys()
        case "preferences":
            window.commands.preferences()
        case "opportunity":
            _open_opportunity(window)
        case "introduction":
            _open_introduction(window)
        case "opportunities":
            window.commands.opportunities()
        case "way":
            window.commands.way()
        case "season":
            window.commands.start_season()
        case "import":
            window.commands.preview_files([EXAMPLE])
        case "help":
            window.commands.show_help()
        case "about":
            window.commands.about()
        case "history":
            window.commands.show_history()
        case "first-run":
            window.show_first_page()
            if window.notices.sample is not None:
                window.notices.sample.hide()
        case _:
            pass
    return opened[0] if opened else None


def _open_opportunity(window: MainWindow) -> None:
    """The form of the first opportunity of the one who is selected, else of a new one."""
    chosen = window.selection.id
    own = window.bridge.session.seen.opportunities.values()
    first = next((one.id for one in own if chosen in one.thanks_to), None)
    if first is None:
        window.commands.opportunity()
    else:
        window.commands.open_opportunity(first)


def _open_introduction(window: MainWindow) -> None:
    """The form of the newest introduction by the one who is selected, else of a new one."""
    chosen = window.selection.id
    own = [one for one in window.bridge.session.seen.introductions.values() if one.by == chosen]
    if not own:
        window.commands.introduction()
    else:
        window.commands.open_introduction(max(own, key=lambda one: (one.day, one.id)).id)


def _finish(window: MainWindow) -> None:
    """Lets the layout come to rest and every plant be painted."""
    window.count_now()
    loop = QEventLoop()
    window.view.finished.connect(loop.quit)
    limit = QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    limit.start(LIMIT if window.views.currentWidget() is window.view else 50)
    QTimer.singleShot(0, window, window.view.viewport().update)
    loop.exec()
    limit.stop()
    QApplication.processEvents()
    _finish_now(window)


def _finish_now(window: MainWindow) -> None:
    window.view.finish_now()
    window.contact.finish_now()
    if window.views.list is not None:
        window.views.list.finish_now()
    if window.views.tree is not None and window.views.currentWidget() is window.views.tree:
        window.views.tree.picture.finish_now()
    QApplication.processEvents()


def _grabbed(window: MainWindow, dialog: QDialog | None, scale: float) -> QImage:
    size = window.size()
    picture = QImage(round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    painter = QPainter(picture)
    window.render(painter, QPoint(0, 0))
    if dialog is not None:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(20, 24, 16, 70))
        at = QPointF((size.width() - dialog.width()) / 2, max(8.0, (size.height() - dialog.height()) / 2))
        painter.fillRect(
            QRectF(at.x() - 1, at.y() - 1, dialog.width() + 2, dialog.height() + 2), theme.colour("line")
        )
        dialog.render(painter, at.toPoint())
    painter.end()
    return picture
