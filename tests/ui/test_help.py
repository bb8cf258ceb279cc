"""The help, the page of keys, what this is, and what went wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gardener import __version__, settings
from gardener.domain.growth import SEED_DAYS
from gardener.ui.about_dialog import AboutDialog, details
from gardener.ui.actions import COMMANDS, Command
from gardener.ui.help_pages import Page, keys_page, pages, search
from gardener.ui.help_reader import HelpReader, PageText
from gardener.ui.log_page import READ, LogPage, newest
from gardener.ui.resource_files import resource
from tests.ui.conftest import Stand

LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture
def reader(qtbot: QtBot) -> HelpReader:
    made = HelpReader()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it after it was closed
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_page_on_disk_is_in_the_contents_and_every_link_leads_to_a_page() -> None:
    ids = [page.id for page in pages()]
    assert sorted(ids) == sorted({path.stem for path in resource("help").glob("*.md")} | {"keys"})
    assert len(set(ids)) == len(ids)
    links = {link for page in pages() for link in LINK.findall(page.text)}
    assert links
    assert {link.removesuffix(".md") for link in links} <= set(ids)


def test_the_pages_of_the_people_speak_of_keys_that_are_there() -> None:
    known = {key for command in COMMANDS for key in command.keys} | {"Ctrl+T", "Ctrl+J", "Shift+F10"}
    said = {
        key
        for page in pages()
        for key in re.findall(r"\*\*((?:Ctrl\+|Shift\+|F(?=\d))[^*]{1,7})\*\*", page.text)
    }
    assert {"Ctrl+Z", "Ctrl+H", "F6"} <= said
    assert said <= known


def test_the_numbers_of_the_help_are_those_of_the_model() -> None:
    text = {page.id: " ".join(page.text.split()) for page in pages()}
    assert f"withered after {SEED_DAYS} days" in text["measured"]
    for days in ("5 days", "10 days", "20 days", "40 days", "60 days"):
        assert days in text["watering"]


def test_the_page_of_keys_names_every_command_that_has_one() -> None:
    text = next(page.text for page in pages() if page.id == "keys")
    missing = [c.id for c in COMMANDS if c.keys and not all(f"**{key}**" in text for key in c.keys)]
    assert not missing
    own = keys_page([Command(id="a", words="Do it…", handler="a", keys=("Ctrl+9",), menu="&Edit")])
    assert "| Do it | **Ctrl+9** |" in own


def test_search_wants_every_word_and_puts_titles_first() -> None:
    some = (
        Page("a", "Soil", "# Soil\nwater and earth, water"),
        Page("b", "Water", "# Water\nWáter"),
        Page("c", "Sky", "# Sky\nnothing"),
    )
    assert [hit.page.id for hit in search(some, "WATER")] == ["b", "a"]
    assert [hit.page.id for hit in search(some, "earth water")] == ["a"]
    assert search(some, "  ") == ()


def test_back_and_forward_go_along_the_trail(reader: HelpReader) -> None:
    first = reader.page
    assert not reader.back.isEnabled()
    reader.follow(QUrl("measured.md"))
    reader.follow(QUrl("asks.md"))
    QTest.keyClick(reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.page == "measured"
    QTest.keyClick(reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.page == first
    QTest.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert reader.page == "measured"
    reader.follow(QUrl("beds.md"))
    assert not reader.forward.isEnabled()


def test_the_contents_are_walked_by_arrows_and_the_search_by_keyboard_alone(reader: HelpReader) -> None:
    reader.contents.setFocus()
    QTest.keyClick(reader.contents, Qt.Key.Key_Down)
    assert reader.page == "plants"
    QTest.keyClicks(reader.field, "vouching")
    assert reader.contents.item(0).text().startswith("Asking")
    QTest.keyClick(reader.field, Qt.Key.Key_Return)
    assert reader.page == "asks"
    assert reader.isVisible()
    assert reader.text.extraSelections()
    QTest.keyClick(reader.field, Qt.Key.Key_Escape)
    assert reader.isVisible()
    assert reader.contents.count() == len(pages())
    QTest.keyClicks(reader.field, "zzzz")
    assert reader.contents.count() == 0
    reader.field.clear()
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not reader.isVisible()


@pytest.mark.parametrize(
    "address", ["https://x.example/a?b", "file:///etc/passwd", "mailto:a@x.example", "none.md"]
)
def test_an_address_that_leads_out_is_told_and_never_opened(
    reader: HelpReader, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    before = reader.page
    reader.text.anchorClicked.emit(QUrl(address))
    assert not opened
    assert reader.page == before
    assert reader.outside.isVisible()
    assert address in reader.address.text()
    reader.copy.click()
    assert QGuiApplication.clipboard().text() == address


def test_a_page_is_plain_markdown_and_fetches_nothing(qtbot: QtBot) -> None:
    text = PageText()
    qtbot.addWidget(text)
    text.show_page(Page("x", "X", "# X\n\n<b>bold</b> <img src='http://x.example/a.png'>\n"))
    assert "<b>bold</b>" in text.toPlainText()
    assert not text.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("http://x.example/a.png")
    )


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_help_is_one_window_that_comes_to_the_front(stand: Stand) -> None:
    stand.trigger("help")
    (reader,) = stand.opened
    assert isinstance(reader, HelpReader)
    assert not reader.isModal()
    stand.trigger("keys")
    assert len(stand.opened) == 1
    assert reader.page == "keys"
    reader.close()
    stand.trigger("help")
    assert len(stand.opened) == 2


def test_about_names_version_and_places_and_copies_them_without_the_home_folder(
    stand: Stand, home: Path
) -> None:
    stand.trigger("about")
    (dialog,) = stand.opened
    assert isinstance(dialog, AboutDialog)
    dialog.copy.click()
    said = QGuiApplication.clipboard().text()
    assert said == details(stand.path)
    assert __version__ in said
    assert "PySide6-Essentials 6" in said
    assert str(home) not in said
    assert "~/.config/gardener/preferences.json" in said
    assert str(stand.path) in said


def test_the_log_is_shown_from_its_newest_lines(stand: Stand) -> None:
    stand.trigger("went-wrong")
    assert "Nothing has gone wrong" in _texts(stand.opened[0])
    folder = settings.log_folder()
    folder.mkdir(parents=True)
    lines = [f"line {number} of a mistake" for number in range(READ // 16)]
    (folder / "gardener.log").write_text("\n".join(lines), encoding="utf-8")
    stand.trigger("went-wrong")
    page = stand.opened[1]
    assert isinstance(page, LogPage)
    page.copy.click()
    said = QGuiApplication.clipboard().text()
    assert said.endswith(lines[-1])
    assert lines[0] + "\n" not in said
    assert said.startswith("line ")


def test_a_log_that_cannot_be_read_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "gardener.log").mkdir()
    assert newest(tmp_path) == ""
    assert newest(tmp_path / "none") == ""


def _texts(widget: object) -> str:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(widget, QWidget)
    return " ".join(label.text() for label in widget.findChildren(QLabel))
