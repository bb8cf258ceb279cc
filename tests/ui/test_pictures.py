"""Pictures, drawings and prints of the whole garden: whole files or none, with progress, a way out and plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from gardener.domain.sample import plant_sample
from gardener.scene.ground_plan import ground_for
from gardener.session import Done
from gardener.ui import whole_picture
from gardener.ui.picture_commands import PictureCommands, suffix_of, with_suffix
from gardener.ui.slow_drawing import SlowDrawing
from gardener.words import pictures as words
from tests.ui.conftest import DAY, Stand


def planted(stand: Stand, contacts: int = 30) -> None:
    done = stand.session.perform(lambda garden: plant_sample(garden, today=DAY, contacts=contacts))
    assert isinstance(done, Done)


def commands(stand: Stand) -> PictureCommands:
    window = stand.window
    return PictureCommands(window, window.view, window.toasts, stand.opened.append)


def test_the_whole_garden_is_the_same_from_a_wide_window_and_a_narrow_one(stand: Stand) -> None:
    planted(stand)
    scene, drawn = stand.window.view.picture, []
    for size in ((1900, 1000), (900, 1000)):
        scene.set_ground(ground_for(*size)[0])
        drawn.append((scene.layout.extent, whole_picture.of_scene(scene, stand.window.font()).extent))
    assert drawn[0][0] != drawn[1][0]
    assert drawn[0][1] == drawn[1][1]


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_whole_garden_is_saved_and_said_so(
    stand: Stand, tmp_path: Path, ending: str, begins: bytes
) -> None:
    planted(stand)
    path = tmp_path / f"garden.{ending}"
    extent = whole_picture.of_scene(stand.window.view.picture, stand.window.font()).extent
    commands(stand).save(path)
    slow = stand.opened[-1]
    assert isinstance(slow, SlowDrawing)
    stand.qtbot.waitUntil(lambda: words.saved(path.name) in stand.window.toasts.words)
    assert path.read_bytes().startswith(begins)
    if ending == "png":
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (round(2 * extent.w), round(2 * extent.h))
        assert len({picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 7)}) > 20
    if ending == "svg":
        said = path.read_text(encoding="utf-8")
        assert "Jane Miller" in said
        assert "<image" not in said


def test_what_cannot_be_written_is_told_and_nothing_is_left(stand: Stand, tmp_path: Path) -> None:
    planted(stand, 5)
    path = tmp_path / "nowhere" / "garden.png"
    commands(stand).save(path)
    stand.qtbot.waitUntil(lambda: any("could not be saved" in said for said in stand.window.toasts.words))
    assert not path.parent.exists()


def test_a_drawing_that_is_stopped_leaves_the_old_file_as_it_was(stand: Stand, tmp_path: Path) -> None:
    planted(stand, 60)
    path = tmp_path / "garden.svg"
    path.write_bytes(b"before")
    steps = whole_picture.saving(whole_picture.of_scene(stand.window.view.picture, stand.window.font()), path)
    slow = SlowDrawing(steps, words.drawing(path.name), stand.window)
    assert 0.0 < next(iter(steps)) < 1.0
    slow.begin()
    slow.cancel()
    assert path.read_bytes() == b"before"
    assert [left.name for left in tmp_path.iterdir() if left.name.startswith("garden.svg")] == ["garden.svg"]


def test_a_print_fills_a_page_and_a_long_garden_several(stand: Stand, tmp_path: Path) -> None:
    pages = []
    for contacts in (30, 900):
        if contacts == 900:
            assert isinstance(stand.session.leave_sample(), Done)
        planted(stand, contacts)
        drawing = whole_picture.of_scene(stand.window.view.picture, stand.window.font())
        printer = whole_picture.prepared_printer(drawing)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        paper = tmp_path / f"{contacts}.pdf"
        printer.setOutputFileName(str(paper))
        parts = list(whole_picture.printing(drawing, printer))
        assert parts == sorted(parts)
        assert parts[-1] == 1.0
        pages.append(paper.read_bytes().count(b"/Type /Page\n"))
    assert pages[0] == 1
    assert pages[1] > 1


def test_the_dialog_proposes_a_name_and_follows_the_kind_that_is_chosen(stand: Stand) -> None:
    planted(stand, 5)
    stand.trigger("save-picture")
    dialog = stand.opened[-1]
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit(words.FILTERS[".svg"])
    assert dialog.defaultSuffix() == "svg"
    dialog.reject()
    assert suffix_of(words.FILTERS[".pdf"]) == "pdf"
    assert with_suffix(Path("a.b"), words.FILTERS[".pdf"]) == Path("a.b.pdf")
    assert with_suffix(Path("a.SVG"), words.FILTERS[".pdf"]) == Path("a.SVG")


def test_an_empty_garden_has_nothing_to_print(stand: Stand) -> None:
    for command in ("save-picture", "print"):
        assert not stand.window.actions_[command].isEnabled()
