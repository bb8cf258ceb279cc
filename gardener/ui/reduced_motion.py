"""Whether the desktop asks for less motion: told by Qt where it knows (from 6.12 on), else asked of the system itself."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

_ASKED = (
    ("org.freedesktop.appearance", "reduced-motion"),
    ("org.gnome.desktop.interface", "enable-animations"),
)
"""Settings of a desktop behind the portal: 1 asks for less, and false says that there are to be no animations."""
PATIENCE = 200
"""Milliseconds that a desktop is waited for."""


def is_asked() -> bool:
    """Whether there is to be less motion; false where nobody can tell."""
    told = _by_qt()
    if told is not None:
        return told
    if sys.platform == "win32":
        return _by_windows()
    if sys.platform == "darwin":
        chosen = QSettings("com.apple.universalaccess").value("reduceMotion")
        return str(chosen).lower() in ("1", "true")
    return _by_portal()


def _by_qt() -> bool | None:
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    asked = getattr(accessibility(), "motionPreference", None) if callable(accessibility) else None
    return str(asked().name).startswith("Reduce") if callable(asked) else None


def _by_windows() -> bool:
    """Settings, Accessibility, Visual effects, Animation effects."""
    import ctypes

    on = ctypes.c_int(1)
    client_area_animation = 0x1042
    library = getattr(ctypes, "windll", None)
    if library is None or not library.user32.SystemParametersInfoW(
        client_area_animation, 0, ctypes.byref(on), 0
    ):
        return False
    return not on.value


def _by_portal() -> bool:
    """GNOME, KDE and others answer through the same portal, if there is one."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    for group, key in _ASKED:
        call = QDBusMessage.createMethodCall(
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
            "Read",
        )
        call.setArguments([group, key])
        reply = bus.call(call, QDBus.CallMode.Block, PATIENCE)
        found = reply.arguments()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and found and says_less(key, found[0]):
            return True
    return False


def says_less(key: str, answer: object) -> bool:
    """Whether the answer to a key asks for less motion; a value may come wrapped in variants."""
    for _ in range(3):
        unwrapped = getattr(answer, "variant", None)
        if not callable(unwrapped):
            break
        answer = unwrapped()
    return answer is False if key == "enable-animations" else answer == 1
