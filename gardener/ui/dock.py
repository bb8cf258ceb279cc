"""A panel at the side of the window, and how another one stands in its place while it is open."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from gardener.ui import theme


class Panel(QDockWidget):
    """A dock whose `column` the panels fill; its title names it in the View menu and to a screen reader.

    Hideable, resizable, without a title bar of its own. `width` in pixels, before larger words widen it.
    """

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

    def focus_first(self) -> None:
        """The keyboard goes to the panel."""
        self.inside.setFocus()


class PanelPlace(QObject):
    """A panel that stands in the place of another while it is open; it is made when it is first opened.

    opened(); left(): closed by the person's hand.
    """

    opened = Signal()
    left = Signal()

    dock: Panel | None

    def __init__(self, window: QMainWindow, instead_of: Panel) -> None:
        super().__init__(window)
        self.dock = None
        self._window, self._other = window, instead_of
        self._other_shown = False
        self._other_width = 0
        instead_of.visibilityChanged.connect(self._make_way)

    @abstractmethod
    def _made(self) -> Panel:
        """The panel, new, with all that it asks for connected."""

    @abstractmethod
    def _wanted(self, dock: Panel) -> int:
        """How wide it is to be, in pixels, where its least width allows."""

    @abstractmethod
    def _read(self) -> None:
        """Fills the panel with what there is now."""

    @property
    def is_open(self) -> bool:
        """Whether the panel stands there."""
        return self.dock is not None and not self.dock.isHidden()

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The inside of the panel, once it was made."""
        return (self.dock.inside,) if self.dock is not None else ()

    def toggle(self) -> None:
        """Opens the panel with the keyboard on its first item; closes it when it is open."""
        if self.is_open:
            self.close()
            self.left.emit()
            return
        dock = self.dock or self._added()
        width = self._wanted(dock)
        self._other_shown, self._other_width = not self._other.isHidden(), self._other.width()
        self._other.hide()
        dock.show()
        self._window.resizeDocks([dock], [max(width, dock.minimumWidth())], Qt.Orientation.Horizontal)
        self._read()
        self.opened.emit()
        dock.focus_first()

    def close(self) -> None:
        """Closes the panel; what it took the place of comes back, as wide as it was."""
        if self.dock is None or self.dock.isHidden():
            return
        self.dock.hide()
        if self._other_shown:
            self._other.show()
            self._window.resizeDocks([self._other], [self._other_width], Qt.Orientation.Horizontal)

    def _added(self) -> Panel:
        self.dock = dock = self._made()
        self._window.addDockWidget(self._window.dockWidgetArea(self._other), dock)
        dock.hide()
        return dock

    def _make_way(self, shown: bool) -> None:
        """The other one was opened by hand: there is room for one."""
        if shown and self.dock is not None and not self.dock.isHidden():
            self.dock.hide()
