"""Quiet lines above the garden about its file, and the cards that ask whether a letter was sent."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.session import Session
from gardener.ui.alert import alert
from gardener.ui.jobs import Jobs, Report
from gardener.ui.notices import Notice
from gardener.ui.places import Places
from gardener.ui.sent_cards import SentCards
from gardener.ui.synced import synced_by
from gardener.words import banners as words
from gardener.words import copies


class Banners(QWidget):
    """Stands around `below` with room above it; none of its lines takes the keyboard."""

    def __init__(self, below: QWidget, session: Session, places: Places, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._places, self._jobs = session, places, jobs
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.sent = SentCards()
        self._column.addWidget(self.sent)
        self._column.addWidget(below, 1)
        self.lines: dict[str, Notice] = {}
        if session.read_only:
            self._say("read-only", words.READ_ONLY, "warns")

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """What stands above, from the top down, for the order in which Tab goes."""
        items = (self._column.itemAt(at) for at in range(self._column.count() - 1))
        parts = (item.widget() for item in items if item is not None)
        return tuple(part for part in parts if part is not None)

    def examine(self) -> None:
        """What the start does not wait for: where the file lies, and whether it is whole."""
        self._warn_of_sync()
        session = self._session

        def look(report: Report) -> Path | None:
            report(None)
            return session.kept_if_damaged()

        job = self._jobs.run(look)
        job.finished.connect(self._tell_damage)
        job.failed.connect(lambda _: self._tell_damage(session.path))  # not even a copy could be made
        job.start()

    def _tell_damage(self, kept: Path | None) -> None:
        if kept is None:
            return
        name = kept.name if kept != self._session.path else ""
        copy = self._session.newest_copy(self._session.path)
        told = f"{words.damaged(name)} {copies.once_closed(str(copy))}" if copy else words.damaged(name)
        line = self._say("damaged", told, "warns")
        line.add(words.SHOW, lambda: self._show(kept, line))

    def _show(self, kept: Path, line: Notice) -> None:
        from gardener.ui import folders

        if not folders.show(kept):
            line.say(str(kept))

    def _warn_of_sync(self) -> None:
        """Once for each garden file that lies so."""
        path = self._session.path
        folder, hint = synced_by(path), f"synced-{crc32(str(path).encode()):08x}"
        if folder and hint not in self._places.asked:
            self._places.keep_asked(hint)
            line = self._say("synced", words.synced(folder), "sample")
            line.add(words.FINE, lambda: self._let_go("synced"))

    def _say(self, key: str, text: str, tone: str) -> Notice:
        self._let_go(key)
        line = self.lines[key] = Notice(text, tone)
        self._column.insertWidget(0, line)
        line.show()
        alert(line)
        return line

    def _let_go(self, key: str) -> None:
        line = self.lines.pop(key, None)
        if line is not None:
            line.hide()
            line.deleteLater()
