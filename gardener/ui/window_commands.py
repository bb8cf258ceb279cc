"""What the commands of the window and of the garden as a whole do: import, sample, history, preferences, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from gardener.session import InputFile
from gardener.settings import Preferences
from gardener.ui import theme
from gardener.ui.bridge import Bridge
from gardener.ui.checkin_place import CheckInPlace
from gardener.ui.contact_dock import ContactDock
from gardener.ui.jobs import Jobs
from gardener.ui.search_field import SearchField
from gardener.ui.sent_cards import SentCards
from gardener.ui.toasts import Toasts
from gardener.ui.today_dock import TodayDock
from gardener.ui.views import Views
from gardener.words import progress

if TYPE_CHECKING:
    from gardener.ui.copy_commands import CopyCommands
    from gardener.ui.file_icons import NamedIcons
    from gardener.ui.import_dialog import ImportPreview
    from gardener.ui.import_job import Brought, HowFar, Looked, Reader
    from gardener.ui.picture_commands import PictureCommands
    from gardener.ui.reminders import Reminders
    from gardener.ui.soil_keeper import SoilKeeper
    from gardener.ui.time_line import TimeLine


class Parts(NamedTuple):
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
    check_in: CheckInPlace
    reminders: Callable[[], Reminders]
    toasts: Toasts
    sent: SentCards
    jobs: Jobs
    soil_keeper: Callable[[], SoilKeeper]
    time: TimeLine


class WindowCommands(QObject):
    """Carries them out. opened(QDialog): a form or dialog stands open. `read_file` reads files in place of the disk."""

    opened = Signal(object)

    def __init__(self, bridge: Bridge, parts: Parts) -> None:
        super().__init__(parts.window)
        self.read_file: Reader | None = None
        self._file_icons: NamedIcons | None = None
        self._bridge = bridge
        self._parts = parts

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        self.opened.emit(dialog)

    # The garden

    def import_files(self) -> None:
        """Asks for files to import: in the desktop's own dialog, or in Qt's where there is none."""
        from PySide6.QtWidgets import QFileDialog

        from gardener.ui.file_icons import NamedIcons

        if self._file_icons is None:
            self._file_icons = NamedIcons()
        dialog = QFileDialog(self._parts.window, "Import contacts", str(Path.home()))
        dialog.setObjectName("importFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setIconProvider(self._file_icons)
        dialog.setNameFilters(["Contacts (*.vcf *.vcard *.csv *.zip)", "All files (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.preview_import([Path(path) for path in paths]))
        self._open(dialog)

    def preview_import(self, paths: Sequence[Path]) -> None:
        """Shows what an import of these files would bring; nothing is saved before the person presses Import.

        Files are read and matched beside the window, which stays as quick as ever.
        """
        if not paths:
            return
        from gardener.ui import import_job

        session, preview = self._bridge.session, self._preview()
        job = self._parts.jobs.run(import_job.looking(session, paths, self.read_file))
        job.progressed.connect(lambda how_far: _show_way(preview, how_far))
        job.finished.connect(lambda looked: self._show_plan(preview, looked))
        job.failed.connect(lambda error: self._import_failed(preview, error))
        preview.rejected.connect(job.cancel)
        job.start()

    def preview_files(self, files: Sequence[InputFile]) -> None:
        """The same at once, of a few small files that have been read."""
        from gardener.exchange.importing import read_files
        from gardener.ui.import_job import Looked

        read = read_files(files)
        plan, _ = self._bridge.session.imports.bring_read(read, dry_run=True)
        self._show_plan(self._preview(), Looked(plan, read))

    def _preview(self) -> ImportPreview:
        from gardener.ui.import_dialog import ImportPreview

        preview = ImportPreview(self.name_of, self._parts.window)
        self._open(preview)
        return preview

    def _show_plan(self, preview: ImportPreview, looked: Looked) -> None:
        preview.importAsked.connect(lambda: self._bring_in(preview, looked))
        preview.show_plan(looked.plan)

    def _bring_in(self, preview: ImportPreview, looked: Looked) -> None:
        from gardener.ui import import_job

        job = self._parts.jobs.run(import_job.bringing(self._bridge.session, looked.read, preview.answers))
        preview.show_way("", 0.0)
        job.progressed.connect(lambda how_far: _show_way(preview, how_far))
        job.finished.connect(lambda brought: self._brought(preview, brought))
        job.failed.connect(lambda error: self._import_failed(preview, error))
        preview.rejected.connect(job.cancel)
        job.start()

    def _brought(self, preview: ImportPreview, brought: Brought | None) -> None:
        preview.accept()
        if brought is not None:
            self._bridge.taken_in(brought.done, brought.garden)

    def _import_failed(self, preview: ImportPreview, error: Exception) -> None:
        preview.reject()
        self._bridge.trouble(error)

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
        keeper = parts.soil_keeper()
        dialog.soil.learnAsked.connect(keeper.learn)
        keeper.ended.connect(dialog.learnt)
        self._open(dialog)

    def leave(self) -> None:
        """Closes the window."""
        self._parts.window.close()

    # Pictures

    def save_picture(self) -> None:
        """Asks for a file and draws the whole garden into it."""
        self._pictures().ask_where(f"garden-{self._bridge.session.today.isoformat()}.png")

    def export_lapse(self) -> None:
        """Asks from which day to which, and where to, and makes an animated picture of the garden."""
        from gardener.ui.lapse_commands import LapseCommands

        parts, held = self._parts, self._parts.preferences()
        lapse = LapseCommands(parts.window, self._bridge.session, parts.time, parts.toasts, self.opened.emit)
        lapse.ask(theme.name(), southern=held.hemisphere == "south")

    def print_garden(self) -> None:
        """Asks for a printer and prints the whole garden."""
        self._pictures().ask_printer()

    def _pictures(self) -> PictureCommands:
        from gardener.ui.picture_commands import PictureCommands

        parts = self._parts
        return PictureCommands(parts.window, parts.views.garden, parts.toasts, self.opened.emit)

    # Elsewhere

    def export_people(self) -> None:
        """Asks for a file and writes everybody to it."""
        self._copies().ask_export()

    def copy_garden(self) -> None:
        """Asks where a copy of the garden is to lie, and makes it."""
        self._copies().ask_copy()

    def _copies(self) -> CopyCommands:
        from gardener.ui.copy_commands import CopyCommands

        parts = self._parts
        return CopyCommands(parts.window, self._bridge.session, parts.toasts.say, self.opened.emit)

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


def _show_way(preview: ImportPreview, how_far: HowFar) -> None:
    part = how_far.done / how_far.all if how_far.all else 0.0
    match how_far.at:
        case "reading":
            preview.show_way(progress.reading(how_far.name), 0.0)
        case "matching":
            preview.show_way(progress.matching(how_far.done, how_far.all), part)
        case _:
            preview.show_way(progress.SAVING, 1.0)
