"""Every page that a snapshot knows shows something of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gardener import settings
from gardener.domain.sample import sample
from gardener.session import Session
from gardener.ui import snapshot, theme
from tests.ui.conftest import DAY


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Session:
    made = Session.open(tmp_path / "my.garden", create=True, on=DAY)
    made.perform(lambda garden: sample(DAY))
    return made


def drawn(session: Session, page: str | None, select: str | None = None, view: str = "garden") -> QImage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    try:
        return snapshot.draw(
            app,
            session,
            settings.Preferences(motion="off"),
            size=(1024, 700),
            view=view,
            select=select,
            page=page,
            theme_name="light",
            hour=10,
            scale=1.0,
        )
    finally:
        app.setFont(font)
        theme.apply(app, "light")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_view_is_another_picture_and_the_same_again(session: Session) -> None:
    pictures = [drawn(session, None, view=view) for view in settings.VIEWS]
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[i + 1 :])
    assert [drawn(session, None, view=view) for view in settings.VIEWS] == pictures


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_page_shows_something_of_its_own(session: Session) -> None:
    revision = session.garden.revision
    someone = next(iter(session.garden.plants))
    pictures = {page: drawn(session, page, someone) for page in (None, *settings.PAGES)}
    names = list(pictures)
    alike = [
        (one, other)
        for i, one in enumerate(names)
        for other in names[i + 1 :]
        if pictures[one] == pictures[other]
    ]
    assert not alike
    assert session.garden.revision == revision
    session.close()
