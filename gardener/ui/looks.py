"""How the window looks by preference and by the hour: theme, text size, motion, and the light over the garden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gardener.scene.view import GardenView
from gardener.session import Session
from gardener.settings import Preferences
from gardener.ui import garden_pictures, theme


class Looks(QObject):
    """Holds the preferences in force. changed(): the window has to be shown anew.

    `keep` saves changed preferences; `hour` is the light's, else that of the clock.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
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

    def prefer(self, preferences: Preferences) -> None:
        """Puts other preferences in force, and keeps them."""
        self.preferences = preferences
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.wished(app, preferences.theme), scale=preferences.text_size)
        self._view.motion = preferences.motion != "off"
        if self._keep is not None:
            self._keep(preferences)
        self.light()
        self.changed.emit()

    def light(self) -> None:
        """The light of now."""
        session = self._session
        now = session.now or datetime.combine(session.today, datetime.now().time())
        if self._hour is not None:
            now = garden_pictures.hour_of(session.today, self._hour)
        self._quarter = now.hour * 4 + now.minute // 15
        southern = self.preferences.hemisphere == "south"
        self._view.set_moment(garden_pictures.moment(theme=theme.name(), now=now, southern=southern))

    def pass_time(self) -> None:
        """Another light each quarter of an hour."""
        now = self._session.now
        if now is not None and self._hour is None and now.hour * 4 + now.minute // 15 != self._quarter:
            self.light()
