"""The icon in the tray, where a tray is: today's count, and the way to the window, the check-in and the end."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from gardener.words import reminding as words

SIZE = 64
MOST = 99


def is_there() -> bool:
    """Whether this desktop has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """openAsked(), checkInAsked(), sayAsked(), quitAsked(). It is only made where a tray is."""

    openAsked = Signal()
    checkInAsked = Signal()
    sayAsked = Signal()
    quitAsked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._count = -1
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu(window)
        for name, asked in (
            (words.OPEN, self.openAsked),
            (words.CHECK_IN, self.checkInAsked),
            (words.SAY, self.sayAsked),
            (words.QUIT, self.quitAsked),
        ):
            self.menu.addAction(name).triggered.connect(lambda _=False, asked=asked: asked.emit())
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(self.checkInAsked)
        self.show_count(0)
        self.icon.show()

    @property
    def is_visible(self) -> bool:
        """Whether it really stands in a tray."""
        return is_there() and self.icon.isVisible()

    def show_count(self, count: int) -> None:
        """Today's count, in the icon and in its tip."""
        if count != self._count:
            self._count = count
            self.icon.setIcon(QIcon(picture(count)))
            self.icon.setToolTip(words.tip(count))

    def say(self, text: str) -> None:
        """Shows a message by the desktop's own means."""
        self.icon.showMessage(words.APP, text, self.icon.icon())

    def remove(self) -> None:
        """Takes it out of the tray."""
        self.icon.hide()
        self.deleteLater()

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.openAsked.emit()


def picture(count: int) -> QPixmap:
    """A sprout on its soil, with the count beside it when there is one."""
    made = QPixmap(SIZE, SIZE)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(0 if count else 6, 0)  # in the middle where no count stands beside it
    painter.setBrush(QColor("#8a5a3a"))
    painter.drawEllipse(QRectF(8, 48, 36, 12))
    painter.setBrush(QColor("#5b9140"))
    painter.drawRoundedRect(QRectF(24, 22, 5, 30), 2, 2)
    for side in (-1, 1):
        leaf = QPainterPath(QPointF(26, 28))
        leaf.quadTo(QPointF(26 + 8 * side, 6), QPointF(26 + 25 * side, 12))
        leaf.quadTo(QPointF(26 + 18 * side, 30), QPointF(26, 28))
        painter.fillPath(leaf, QColor("#6fae4e"))
    if count:
        font = QFont()
        font.setPixelSize(26)
        font.setBold(True)
        painter.setFont(font)
        badge = QRectF(30, 30, 34, 34)
        painter.setBrush(QColor("#b5462f"))
        painter.drawEllipse(badge)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(min(count, MOST)))
    painter.end()
    return made
