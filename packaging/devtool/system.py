"""What the program and its tests need from the system, and which Debian package brings it."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from devtool.steps import StepError, end_of, quietly, say, surroundings

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True)
class Need:
    """One thing wanted from the system; `packages` are the names it goes by on older and newer releases."""

    name: str
    there: Callable[[], bool]
    packages: tuple[str, ...]


def _library(name: str, *packages: str) -> Need:
    return Need(name, lambda: _loads(name), packages)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _tool(name: str, package: str) -> Need:
    return Need(name, lambda: shutil.which(name) is not None, (package,))


def _font_there(file: str) -> bool:
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(next(folder.rglob(file), None) is not None for folder in folders if folder.is_dir())


WINDOW = (
    _library("libGL.so.1", "libgl1"),
    _library("libEGL.so.1", "libegl1"),
    _library("libglib-2.0.so.0", "libglib2.0-0", "libglib2.0-0t64"),
    _library("libfontconfig.so.1", "libfontconfig1"),
    _library("libdbus-1.so.3", "libdbus-1-3"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4"),
    _library("libxcb-image.so.0", "libxcb-image0"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    _library("libxcb-randr.so.0", "libxcb-randr0"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0"),
    _library("libxcb-shape.so.0", "libxcb-shape0"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1"),
    _library("libX11-xcb.so.1", "libx11-xcb1"),
    _library("libwayland-cursor.so.0", "libwayland-cursor0"),
    Need("a font (DejaVu Sans)", lambda: _font_there("DejaVuSans.ttf"), ("fonts-dejavu-core",)),
)

TESTS = (*WINDOW, _tool("Xvfb", "xvfb"), _tool("openbox", "openbox"), _tool("xdotool", "xdotool"))


def missing(needs: Iterable[Need]) -> list[Need]:
    """Those of `needs` that this machine lacks; none outside Linux, where Qt brings what it uses."""
    return [need for need in needs if not need.there()] if sys.platform.startswith("linux") else []


def supply(needs: Iterable[Need], *, purpose: str) -> None:
    """Install what is missing, as root; otherwise say what would bring it, and let the caller go on."""
    absent = missing(needs)
    if not absent:
        return
    if shutil.which("apt-get") is None:
        say(f"For {purpose} this system lacks: {_names(absent)}. Going on without.")
        return
    if _may_install() and _install(absent, purpose=purpose):
        absent = missing(absent)
    if absent:
        say(f"Missing for {purpose}: {_names(absent)}. This brings it:\n    {apt_line(absent)}")


def ensure_venv() -> None:
    """See to it that this Python can make environments, which Debian packs apart from Python itself."""
    need = Need(
        "Python's venv and ensurepip",
        lambda: _importable("venv") and _importable("ensurepip"),
        (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",),
    )
    if need.there():
        return
    if shutil.which("apt-get") is not None:
        if _may_install() and _install([need], purpose="making an environment"):
            importlib.invalidate_caches()
            if need.there():
                return
        raise StepError(f"{need.name} are missing. This brings them:\n    {apt_line([need])}")
    raise StepError(
        f"{need.name} are missing for {sys.executable}; install them with the system's package tool."
    )


def _importable(name: str) -> bool:
    """Whether the module is there in fact; an empty folder that a removed package left behind is not."""
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.origin is not None


def apt_line(needs: Sequence[Need]) -> str:
    """The one command that brings `needs` on Debian and its kin."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(_packages(needs))


def _names(needs: Iterable[Need]) -> str:
    return ", ".join(need.name for need in needs)


def _may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _install(needs: Sequence[Need], *, purpose: str) -> bool:
    """Bring `needs` by apt-get, as root; on failure show what it said and return False."""
    say(f"Installing system packages for {purpose}: {_names(needs)} …")
    env = surroundings(DEBIAN_FRONTEND="noninteractive")
    patience = ("-o", "DPkg::Lock::Timeout=120")
    # A list of packages that cannot be renewed may still be good enough.
    quietly(["apt-get", *patience, "-qq", "update"], env=env)
    done, story = quietly(
        ["apt-get", *patience, "-qq", "-y", "install", "--no-install-recommends", *_packages(needs)], env=env
    )
    if not done:
        say(f"apt-get could not install them:\n{end_of(story)}")
    return done


def _packages(needs: Iterable[Need]) -> list[str]:
    """For each need the first of its names that this release knows, or simply its first."""
    return [
        next((name for name in need.packages if len(need.packages) > 1 and _known(name)), need.packages[0])
        for need in needs
    ]


def _known(package: str) -> bool:
    """Whether a real package of that name can be installed here, as apt's own lists have it."""
    return quietly(["apt-cache", "show", "--no-all-versions", package])[0]
