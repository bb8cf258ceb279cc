"""A window on a small garden of its own, offscreen and without motion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.stage import Stage
from gardener.session import Done, Session
from gardener.settings import Preferences
from gardener.ui import theme
from gardener.ui.bridge import Bridge
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places

DAY = date(2026, 11, 22)


@dataclass
class Stand:
    """A garden file, its session, the bridge and the window on it; `opened` holds the dialogs in their order."""

    path: Path
    session: Session
    bridge: Bridge
    window: MainWindow
    opened: list[QDialog]
    qtbot: QtBot

    def add(self, name: str, stage: Stage = Stage.SEED, **fields: object) -> str:
        """Plants a contact behind the window's back; the window hears of it."""
        contact = Contact(
            id=self.session.new_id(), name=name, created=DAY - timedelta(days=200), planted=stage
        )
        for field, value in fields.items():
            object.__setattr__(contact, field, value)
        assert isinstance(self.session.perform(lambda g: deeds.add(g, contact)), Done)
        return contact.id

    def write_to(self, contact: str, *, days_ago: int = 1, direction: Direction = Direction.OUTGOING) -> None:
        """Logs a mail, whatever the guards say."""
        mail = Interaction(
            id=self.session.new_id(),
            day=DAY - timedelta(days=days_ago),
            kind=Kind.EMAIL,
            direction=direction,
            participants=(contact,),
        )
        assert isinstance(self.session.log(mail, anyway=True), Done)

    def choose(self, contact: str) -> None:
        """Chooses a plant."""
        self.window.selection.choose(contact)

    def trigger(self, command: str) -> None:
        """Gives a command."""
        self.window.actions_[command].trigger()

    def undo_by_message(self) -> None:
        """Presses Undo in the newest message."""
        toast = self.window.toasts.latest
        assert toast is not None
        assert toast.button is not None
        toast.button.click()

    def contact(self, id_: str) -> Contact:
        """The contact as it is now."""
        found = self.session.garden.contact(id_)
        assert found is not None
        return found

    def history(self, id_: str) -> tuple[Interaction, ...]:
        """The interactions of a contact."""
        return self.session.history(id_)


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    """The window stands open on an empty garden."""
    path = tmp_path / "my.garden"
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with Session.open(path, create=True, on=DAY) as session:
        bridge = Bridge(session)
        window = MainWindow(
            bridge, preferences=Preferences(motion="off"), places=Places(tmp_path / "window.ini"), hour=10
        )
        opened: list[QDialog] = []
        window.commands.opened.connect(opened.append)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        yield Stand(path, session, bridge, window, opened, qtbot)
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
        bridge.close()
        app.setStyleSheet("")
