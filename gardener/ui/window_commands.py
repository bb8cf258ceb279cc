"""What the commands of the window and of the garden as a whole do: import, sample, history, preferences, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow

from gardener.session import InputFile
from gardener.settings import Preferences
from gardener.ui.bridge import Bridge
from gardener.ui.contact_dock import ContactDock
from gardener.ui.search_field import SearchField
from gardener.ui.today_dock import TodayDock
from gardener.ui.views import Views

TOO_LARGE = 200 * 1024 * 1024
"""Bytes; a larger file is refused without being read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the commands reach for in the window."""

    window: QMainWindow
    views: Views
    today: TodayDock
    contact: ContactDock
    search: SearchField
    say: Callable[[str], object]
    preferences: Callable[[], Preferences]
    prefer: Callable[[Preferences], object]
    history: Callable[[], object]


class WindowCommands(QObject):
    """Carries them out. opened(QDialog): a form or dialog stands open."""

    opened = Signal(object)

    def __init__(self, bridge: Bridge, parts: Parts) -> None:
        super().__init__(parts.window)
        self._bridge = bridge
        self._parts = parts

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        self.opened.emit(dialog)

    # The garden

    def import_files(self) -> None:
        """Asks for files to import."""
        dialog = QFileDialog(self._parts.window, "Import contacts", str(Path.home()))
        dialog.setObjectName("importFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(["Contacts (*.vcf *.vcard *.csv)", "All files (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.preview_import([Path(path) for path in paths]))
        self._open(dialog)

    def preview_import(self, paths: Sequence[Path]) -> None:
        """Shows what an import of these files would bring; nothing is saved before the person presses Import."""
        if paths:
            self.preview_files([_read(path) for path in paths])

    def preview_files(self, files: Sequence[InputFile]) -> None:
        """The same of files that have been read."""
        from gardener.ui.import_dialog import ImportPreview

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            plan = self._bridge.would_import(files)
        finally:
            QApplication.restoreOverrideCursor()
        if plan is None:
            return
        preview = ImportPreview(plan, self.name_of, self._parts.window)
        preview.importAsked.connect(lambda: self._bridge.import_files(files))
        self._open(preview)

    def plant_sample(self) -> None:
        """Plants the sample garden in an empty one."""
        from gardener.domain.sample import plant_sample

        today = self._bridge.session.today
        self._bridge.perform(lambda garden: plant_sample(garden, today=today))

    def done_for_today(self) -> None:
        """Records today's round."""
        self._bridge.done_for_today()

    def leave_sample(self) -> None:
        """Takes the sample garden away; the message that follows has Undo."""
        self._bridge.leave_sample()

    def show_history(self) -> None:
        """Opens what was done in the place of the selected contact, or closes it again."""
        self._parts.history()

    def take_back(self, batch: str) -> None:
        """Tells what taking an import back would do, and who stays; nothing is done before it is confirmed."""
        from gardener.ui.take_back_dialog import TakeBackDialog

        session = self._bridge.session
        held = session.garden.batches.get(batch)
        would = self._bridge.would_take_back(held) if held is not None else None
        if held is None or would is None:
            return
        dialog = TakeBackDialog(held, would, session.today, self._parts.window)
        dialog.goAsked.connect(lambda: self._bridge.take_back(batch))
        self._open(dialog)

    def preferences(self) -> None:
        """Opens the preferences."""
        self._open_preferences("")

    def who_i_am(self) -> None:
        """Opens the preferences where they ask who I am."""
        self._open_preferences("my-names")

    def _open_preferences(self, at: str) -> None:
        from gardener.ui.preferences_dialog import PreferencesDialog

        parts = self._parts
        dialog = PreferencesDialog(self._bridge, parts.preferences, parts.prefer, parent=parts.window, at=at)
        self._open(dialog)

    def leave(self) -> None:
        """Closes the window."""
        self._parts.window.close()

    # Help

    def show_help(self) -> None:
        """Opens the help, at the page that was read last while it is open."""
        self._help("")

    def show_keys(self) -> None:
        """Opens the help at the list of every key."""
        from gardener.ui.help_pages import KEYS

        self._help(KEYS)

    def _help(self, page: str) -> None:
        from gardener.ui.help_reader import HelpReader

        reader = self._parts.window.findChild(HelpReader)
        if reader is not None and reader.isVisible():
            reader.go(page)
            reader.raise_()
            reader.activateWindow()
            return
        reader = HelpReader(self._parts.window, page=page)
        reader.show()
        self.opened.emit(reader)

    def show_log(self) -> None:
        """Shows what went wrong in the program."""
        from gardener import settings
        from gardener.ui.log_page import LogPage

        self._open(LogPage(settings.log_folder(), self._parts.window))

    def about(self) -> None:
        """Says what this is, and where things lie."""
        from gardener.ui.about_dialog import AboutDialog

        self._open(AboutDialog(self._bridge.session.path, self._parts.window))

    def name_of(self, id_: str) -> str:
        """The name of a contact."""
        contact = self._bridge.session.garden.contact(id_)
        return contact.name if contact is not None else ""


def _read(path: Path) -> InputFile:
    """A file with its bytes, or the reason why it could not be opened."""
    try:
        if not path.exists():
            return InputFile(str(path), problem="missing")
        if not path.is_file():
            return InputFile(str(path), problem="not-a-file")
        if path.stat().st_size > TOO_LARGE:
            return InputFile(str(path), problem="too-large")
        return InputFile(str(path), path.read_bytes())
    except OSError:
        return InputFile(str(path), problem="unreadable")
