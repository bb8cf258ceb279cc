"""A panel at the side of the window: hideable, resizable, without a title bar of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from gardener.ui import theme


class Panel(QDockWidget):
    """A dock whose `column` the panels fill; its title names it in the View menu and to a screen reader."""

    def __init__(self, title: str, name: str, *, width: int) -> None:
        super().__init__(title)
        self.setObjectName(name + "Dock")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        bar = QWidget()
        bar.setFixedHeight(0)
        self.setTitleBarWidget(bar)
        self.inside = QWidget()
        self.inside.setObjectName(name + "Panel")
        self.inside.setAccessibleName(title)
        self._grow()
        self.preferred = width
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(self.inside)

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need a wider panel."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.widget() is not None:
            self._grow()

    def _grow(self) -> None:
        self.inside.setMinimumWidth(140 + theme.wide(80))
