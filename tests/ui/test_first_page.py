"""The first page: three ways to begin, a file held over the window, and a garden that is empty again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from gardener.settings import Preferences
from gardener.ui import theme
from gardener.ui.contact_form import ContactForm
from gardener.ui.first_run import FirstRun
from gardener.words import window as words
from tests.ui.conftest import Stand


def first(stand: Stand) -> FirstRun:
    page = stand.window.views.first
    assert page is not None
    return page


def test_three_ways_lead_on(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: None)
    choose, seed, sample = first(stand).buttons
    choose.click()
    assert isinstance(stand.opened[0], QFileDialog)
    seed.click()
    assert isinstance(stand.opened[1], ContactForm)
    sample.click()
    assert len(stand.session.garden.plants) == 30
    assert not bool(stand.window.views.is_empty)


def test_the_welcome_is_given_once(stand: Stand) -> None:
    assert first(stand).title.text() == words.FIRST_TITLE
    jane = stand.add("Jane Miller")
    assert not bool(stand.window.views.is_empty)
    stand.bridge.remove(jane)
    assert bool(stand.window.views.is_empty)
    assert first(stand).title.text() == words.EMPTY_TITLE
    assert "Ctrl+H" in first(stand).line.text()


def test_the_import_lights_up_while_a_file_is_held_over_the_window(stand: Stand, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.vcf"))])
    button, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, mime, button, no)
    stand.window.dragEnterEvent(enter)
    card = first(stand)._cards[0]
    assert enter.isAccepted()
    assert card.property("drop")
    stand.window.dragLeaveEvent(QDragLeaveEvent())
    assert not card.property("drop")


def test_the_cards_grow_with_the_text(stand: Stand) -> None:
    before = first(stand)._cards[0].width()
    stand.window.looks.prefer(Preferences(text_size=1.5, motion="off"))
    assert first(stand)._cards[0].width() == round(before * 1.5)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")


def test_the_plants_are_as_wide_as_the_cards_and_larger_in_a_larger_window(stand: Stand) -> None:
    page, window = first(stand), stand.window
    window.resize(1280, 800)
    window.grab()
    low = page.picture.height()
    window.resize(1680, 1020)
    window.grab()
    assert page.picture.height() > low
