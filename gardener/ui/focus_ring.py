"""A ring round a part of the window that has the keyboard and does not show it by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from gardener.ui import theme

WIDTH = 3
"""Of the ring, in pixels."""
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Lies over `around` while that has the keyboard by the keyboard; a hand needs no ring."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Comes, goes and grows with what it lies over."""
        if isinstance(event, QFocusEvent):
            self._show(event.gotFocus() and event.reason() in _BY_KEYBOARD)
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._show(True)
        return False

    def _show(self, on: bool) -> None:
        around = self.parentWidget()
        if on and around is not None:
            area = around.rect()
            self.setGeometry(area)
            # The ring alone: what is inside of it is never painted again for its sake.
            inside = QRect(area).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
            self.setMask(QRegion(area).subtracted(QRegion(inside)))
            self.raise_()
        self.setVisible(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, in the colour of all that has the keyboard."""
        QPainter(self).fillRect(self.rect(), theme.colour("focus"))
