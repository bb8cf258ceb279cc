"""Text at one and a half and at twice its size: no label, button or field of any page, form or dialog is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from gardener.domain.contact import CommonGround
from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.ui import snapshot
from gardener.ui.actions import COMMANDS
from gardener.ui.parts import ElidedLabel
from tests.ui.conftest import Stand

SIZES = [(1024, 700), (1280, 800)]
SLACK = 2
"""Pixels that a frame may lack before text is cut."""
LONG = 100_000


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def cut_in(top: QWidget) -> Iterator[str]:
    """What cannot be read whole in a window, beyond scrolling to it."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.width() <= 1:
            continue
        said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
        if isinstance(widget, ElidedLabel):
            if widget.text() != widget.accessibleName() and not widget.toolTip():
                yield f"{said!r} is elided without a tip"
        elif isinstance(widget, QLabel) and said:
            yield from _cut_label(widget)
        elif isinstance(widget, QPushButton | QComboBox | QLineEdit | QAbstractSpinBox):
            wanted = widget.minimumSizeHint() if not isinstance(widget, QPushButton) else widget.sizeHint()
            if wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK:
                yield f"{type(widget).__name__} {said!r} wants {wanted.toTuple()}, has {widget.size().toTuple()}"
            if isinstance(widget, QLineEdit) and widget.placeholderText():
                yield from _cut_hint(widget)
        if isinstance(widget, QLabel | QPushButton | QLineEdit) and said:
            yield from _out_of_sight(widget, top, said)


def _cut_label(label: QLabel) -> Iterator[str]:
    inside, metrics = label.contentsRect(), label.fontMetrics()
    flags = int(label.alignment())
    if label.wordWrap():
        flags |= int(Qt.TextFlag.TextWordWrap)
    wide = inside.width() if label.wordWrap() else LONG
    wanted = metrics.boundingRect(QRect(0, 0, wide, LONG), flags, label.text())
    if wanted.width() > inside.width() + SLACK or wanted.height() > inside.height() + SLACK:
        yield f"label {label.text()!r} wants {wanted.size().toTuple()}, has {inside.size().toTuple()}"


def _cut_hint(field: QLineEdit) -> Iterator[str]:
    """A hint that is elided must stand whole in the tip."""
    wanted = field.fontMetrics().horizontalAdvance(field.placeholderText())
    if wanted > field.contentsRect().width() - 12 and not field.toolTip():
        yield f"hint {field.placeholderText()!r} wants {wanted}, has {field.width()}, and has no tip"


def _out_of_sight(widget: QWidget, top: QWidget, said: str) -> Iterator[str]:
    """Nothing is pushed over the right edge: panels scroll up and down alone."""
    holder = widget.parentWidget()
    while holder is not None and holder is not top:
        if isinstance(holder, QAbstractScrollArea):
            holder = holder.viewport()
            break
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            break
        holder = holder.parentWidget()
    if holder is None:
        return
    left = widget.mapTo(holder, QPoint(0, 0)).x()
    if left < 0 or left + widget.width() > holder.width() + SLACK:
        yield f"{said!r} ends at {left + widget.width()} of {holder.width()} pixels"


@pytest.fixture
def full(stand: Stand) -> Stand:
    """A garden with something in every list and every part of the panel."""
    jane = stand.add(
        "Jane Miller",
        Stage.FLOWERING,
        title="Operations lead",
        org="Meridian Pharmaceuticals",
        emails=("jane.miller@meridian-pharmaceuticals.example",),
        tags=("alumni", "meetup"),
        common=CommonGround(("From Boston", "Roots for the Patriots"), ("Tennessee",)),
        notes="Her sister runs a bakery.",
    )
    gus = stand.add("Gus Jones", Stage.SEEDLING)
    old = stand.add("Maximiliane Wolkenstein-Trostburg", Stage.GROWING)
    stand.write_to(jane, days_ago=18, direction=Direction.INCOMING)
    stand.write_to(old, days_ago=400, direction=Direction.INCOMING)
    for days in (3, 2, 1):
        stand.write_to(gus, days_ago=days)
    stand.choose(jane)
    return stand


def at(stand: Stand, text_size: float, size: tuple[int, int]) -> None:
    looks = stand.window.looks
    looks.prefer(replace(looks.preferences, text_size=text_size))
    stand.window.resize(*size)
    stand.window.spread(size[0])
    stand.window.count_now()
    settle()


@pytest.fixture(autouse=True)
def _in_the_font_of_pictures(qapp: QApplication) -> Iterator[None]:
    """A desktop's font may be larger than the offscreen one; pictures are drawn in one that is."""
    before, points = qapp.font(), qapp.property("gardenerPoints")
    font = QFont(snapshot.FONT)
    font.setPointSizeF(snapshot.POINTS)
    qapp.setFont(font)
    qapp.setProperty("gardenerPoints", snapshot.POINTS)
    yield
    qapp.setFont(before)
    qapp.setProperty("gardenerPoints", points)


@pytest.fixture(autouse=True)
def _as_it_was(stand: Stand) -> Iterator[None]:
    yield
    looks = stand.window.looks
    looks.prefer(replace(looks.preferences, text_size=1.0))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_no_text_of_the_window_is_cut(full: Stand, text_size: float, size: tuple[int, int]) -> None:
    at(full, text_size, size)
    cut = {f"picture: {each}" for each in cut_in(full.window)}
    full.trigger("as-list")
    settle()
    cut |= {f"list: {each}" for each in cut_in(full.window)}
    full.window.search.setText("nobody is called so")
    settle()
    cut |= {f"nobody: {each}" for each in cut_in(full.window)}
    full.window.search.lift()
    for view in ("as-tree", "as-season"):
        full.trigger(view)
        settle()
        cut |= {f"{view}: {each}" for each in cut_in(full.window)}
    full.choose("")
    settle()
    cut |= {f"legend: {each}" for each in cut_in(full.window)}
    assert not cut
    assert full.window.size().toTuple() == size


OPENING = [c.id for c in COMMANDS if c.id not in ("quit", "sample", "leave-sample", "sort", "print")]
"""All that open something of ours; the dialog for printers is the desktop’s, or Qt’s in its place."""


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_no_text_of_a_form_or_dialog_is_cut(
    full: Stand, text_size: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: None)
    at(full, text_size, SIZES[0])
    cut, seen = set(), set()
    for command in OPENING:
        full.opened.clear()
        if not full.window.actions_[command].isEnabled():
            continue
        full.trigger(command)
        settle()
        for dialog in full.opened:
            if not isinstance(dialog, QFileDialog | QAbstractPrintDialog):  # these are Qt's own
                seen.add(dialog.objectName())
                cut |= {f"{dialog.objectName()}: {each}" for each in cut_in(dialog)}
            dialog.close()
        settle()
        if full.window.selection.id is None:
            full.trigger("undo")
    assert not cut
    assert {"contactForm", "logForm", "noteForm", "planForm", "moveDialog"} <= seen


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_no_text_of_the_first_page_is_cut(stand: Stand, text_size: float) -> None:
    at(stand, text_size, SIZES[0])
    assert stand.window.views.is_empty
    assert not set(cut_in(stand.window))


def test_a_larger_text_is_measured_as_such(full: Stand) -> None:
    """The test itself can fail: a label in too little room is found."""
    at(full, 2.0, SIZES[0])
    label = full.window.contact.page.name
    label.setFixedHeight(12)
    settle()
    assert any("Jane Miller" in each for each in cut_in(full.window))
