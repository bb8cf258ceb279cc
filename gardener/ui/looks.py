"""How the window looks by preference and by the hour: theme, text size, motion, and the light over the garden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gardener.scene.view import GardenView
from gardener.settings import Preferences
from gardener.ui import garden_pictures, theme
from gardener.ui.sight import Sight


class Looks(QObject):
    """Holds the preferences in force. changed(): the window has to be shown anew. grown(): the text has another size.

    `keep` saves changed preferences; `hour` is the light's, else that of the clock.
    """

    changed = Signal()
    grown = Signal()

    def __init__(
        self,
        session: Sight,
        view: GardenView,
        preferences: Preferences,
        *,
        keep: Callable[[Preferences], object] | None,
        hour: float | None,
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._keep, self._hour = session, view, keep, hour
        self.preferences = preferences
        self._quarter = -1
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def prefer(self, preferences: Preferences) -> None:
        """Puts other preferences in force, and keeps them."""
        before, self.preferences = self.preferences, preferences
        self._wear()
        if self._keep is not None:
            self._keep(preferences)
        self.changed.emit()
        if before.text_size != preferences.text_size:
            self.grown.emit()

    def _wear(self) -> None:
        """Dresses the program by the preferences."""
        app, held = QApplication.instance(), self.preferences
        if isinstance(app, QApplication):
            wished = theme.wished(app, held.theme)
            if (wished, held.text_size) != (theme.name(), theme.scale()):
                theme.apply(app, wished, scale=held.text_size)
        self._view.motion = moves(held.motion)
        self.light()

    def ask_desktop(self) -> None:
        """Takes over whether the desktop wants motion; the first paint does not wait for its answer."""
        self._view.motion = moves(self.preferences.motion)

    def _follow(self) -> None:
        """The desktop has gone over to another scheme of colours."""
        if self.preferences.theme == "auto":
            self._wear()
            self.changed.emit()

    def light(self, *, gently: bool = False) -> None:
        """The light of now; `gently`: as soon as it can be had without the window stopping for it."""
        session = self._session
        now = session.now or datetime.combine(session.today, datetime.now().time())
        if self._hour is not None:
            now = garden_pictures.hour_of(session.today, self._hour)
        self._quarter = now.hour * 4 + now.minute // 15
        southern = self.preferences.hemisphere == "south"
        moment = garden_pictures.moment(theme=theme.name(), now=now, southern=southern)
        self._view.set_moment(moment, gently=gently)

    def pass_time(self) -> None:
        """Another light each quarter of an hour."""
        now = self._session.now
        if now is not None and self._hour is None and now.hour * 4 + now.minute // 15 != self._quarter:
            self.light()


def moves(wanted: str) -> bool:
    """Whether there is motion: not when it is chosen so, nor where the desktop asks for none."""
    if wanted == "off":
        return False
    from gardener.ui.reduced_motion import is_asked

    return not is_asked()
