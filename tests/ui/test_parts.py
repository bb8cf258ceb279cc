"""Rows that are shown anew with every choice leave nothing behind."""

from __future__ import annotations

import ctypes
import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gardener.ui.flow import Flow
from gardener.ui.parts import clear
from tests.skips import needs

_FIELDS = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()


class _Heap(ctypes.Structure):
    """What glibc tells of its heap (mallinfo2)."""

    _fields_ = [(name, ctypes.c_size_t) for name in _FIELDS]


def _in_use() -> int:
    """Bytes that are taken from the heap now."""
    gc.collect()
    tell = getattr(ctypes.CDLL(None), "mallinfo2", None)
    needs(tell is not None, "glibc 2.33")
    assert tell is not None
    tell.restype = _Heap
    heap = tell()
    return int(heap.uordblks) + int(heap.hblkhd)


def _filled_and_cleared(layout: QLayout, times: int) -> None:
    for _ in range(times):
        layout.addWidget(QLabel("row"))
        if isinstance(layout, QVBoxLayout):
            inner = QHBoxLayout()
            inner.addWidget(QLabel("inner"))
            layout.addLayout(inner)
        clear(layout)
        assert layout.count() == 0
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_layout_that_is_cleared_keeps_no_byte_of_what_stood_in_it(qtbot: QtBot) -> None:
    for kind in (QVBoxLayout, Flow):
        area = QWidget()
        qtbot.addWidget(area)
        layout = kind(area)
        area.show()
        _filled_and_cleared(layout, 200)
        before = _in_use()
        _filled_and_cleared(layout, 400)
        assert (_in_use() - before) / 400 < 24, kind
        assert not area.findChildren(QLabel)
