"""What the commands do that take the people or the whole garden elsewhere: an export, a copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gardener.session import FileProblem, Session
from gardener.ui.file_icons import NamedIcons
from gardener.words import copies, exporting, refusals


class CopyCommands:
    """Asks where to, writes, and says what came of it. `opened` hears of every dialog, `say` shows a sentence."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        say: Callable[[str], object],
        opened: Callable[[QDialog], object],
    ) -> None:
        self._window, self._session, self._say, self._opened = window, session, say, opened
        self._icons = NamedIcons()

    def ask_export(self) -> None:
        """Asks for a file to export everybody to; its ending says the form."""
        name = f"people-{self._session.today.isoformat()}.vcf"
        dialog = self._dialog(exporting.ASK, "exportPeople", exporting.FILTERS, name)
        dialog.fileSelected.connect(
            lambda path: self.export(_with_ending(Path(path), exporting.FILTERS, dialog.selectedNameFilter()))
        )
        self._open(dialog)

    def export(self, path: Path) -> None:
        """Writes everybody to a file."""
        from gardener.session.exporting import ENDINGS

        try:
            count = self._session.export(path, ENDINGS[path.suffix.lower()])
        except OSError as error:
            self._say(exporting.not_written(path.name, error.strerror or ""))
        else:
            self._say(exporting.written(path.name, count))

    def ask_copy(self) -> None:
        """Asks where a copy of the whole garden is to lie."""
        garden = self._session.path
        name = f"{garden.stem}-{self._session.today.isoformat()}{garden.suffix}"
        filters = {garden.suffix: f"{copies.FILTER} (*{garden.suffix or ''})"}
        dialog = self._dialog(copies.ASK, "copyGarden", filters, name)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a copy takes no other's place
        dialog.fileSelected.connect(lambda path: self.copy(Path(path)))
        self._open(dialog)

    def copy(self, path: Path) -> None:
        """Copies the garden."""
        try:
            made = self._session.back_up(path)
        except FileProblem as problem:
            self._say(refusals.file_sentence(problem.code, problem.facts))
        else:
            self._say(copies.made(str(made), len(self._session.garden.plants)))

    def _dialog(self, title: str, id_: str, filters: Mapping[str, str], name: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(Path.home()))
        dialog.setObjectName(id_)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setIconProvider(self._icons)
        dialog.setNameFilters(list(filters.values()))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _open(self, dialog: QFileDialog) -> None:
        dialog.open()
        self._opened(dialog)


def _with_ending(path: Path, filters: Mapping[str, str], chosen: str) -> Path:
    """The path with an ending that says its form: its own, else that of the filter."""
    if path.suffix.lower() in filters:
        return path
    ending = next((ending for ending, name in filters.items() if name == chosen), next(iter(filters)))
    return path.with_name(f"{path.name}{ending}")
