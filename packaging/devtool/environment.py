"""The environment in `.venv`: made once, known by a stamp, remade whole when anything about it has changed.

A mark comes first, the stamp last, and the stamp goes before any change: a mark alone means half-made.
A .venv without our mark is somebody else's; it is set aside, never deleted.
The project itself is found through a path file, which needs no build tools.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from devtool.steps import ROOT, StepError, end_of, quietly, say
from devtool.system import ensure_venv

Purpose = Literal["run", "test", "bench"]
_SERVED_BY: dict[Purpose, tuple[Purpose, ...]] = {
    "run": ("run", "test"),
    "test": ("test",),
    "bench": ("bench",),
}
"""Whose pins serve a purpose too; those of `bench` hold only what it needs besides the tests'."""

_MEGABYTES: dict[Purpose, int] = {"run": 100, "test": 100, "bench": 60}

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Environment:
    """A virtual environment for the project at `root`; every path in it follows from there."""

    root: Path = ROOT

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that says of what the environment was made."""
        return self.folder / "gardener.json"

    @property
    def mark(self) -> Path:
        """The file that says that the folder is ours to remake."""
        return self.folder / "made-by-gardener"

    @property
    def packages(self) -> Path:
        """Its site-packages, for the Python that runs this."""
        base = str(self.folder)
        return Path(sysconfig.get_path("purelib", "venv", vars={"base": base, "platbase": base}))

    def pins(self, purpose: Purpose) -> Path:
        """The pinned requirements for `purpose`; those for tests hold those for running too, those for benches not."""
        return self.root / "packaging" / "requirements" / f"{purpose}.txt"

    def origin(self) -> dict[str, str]:
        """What a sound environment was made from, pins apart."""
        return {
            "root": str(self.root),
            "python": f"{sys.implementation.cache_tag} {platform.machine()} {sys.platform}",
        }


def ready(purpose: Purpose, *, env: Environment | None = None) -> Path:
    """The interpreter of an environment that holds everything for `purpose`; made first if need be."""
    env = env or Environment()
    with _alone(env.root):
        if purpose == "bench":
            _see_to(env, "test")
        _see_to(env, purpose)
    return env.python


def _see_to(env: Environment, purpose: Purpose) -> None:
    done = _installed(env)
    if not any(serving in done for serving in _SERVED_BY[purpose]):
        if not done:
            _remake(env)
        _fill(env, purpose, already=done)


def _installed(env: Environment) -> dict[str, str]:
    """The purposes served so far, with the digests of their pins; empty if all must be made anew."""
    if not env.folder.is_dir():
        return {}
    try:
        stamp = json.loads(env.stamp.read_text(encoding="utf-8"))
        origin, done = stamp["origin"], stamp["pins"]
    except (OSError, ValueError, KeyError, TypeError):
        say("The environment in .venv is half-made or was not made here: making it anew.")
        return {}
    if origin != env.origin() or not env.python.exists():
        say("The environment in .venv belongs to another Python or another folder: making it anew.")
        return {}
    if any(digest != _digest(env.pins(purpose)) for purpose, digest in done.items()):
        say("The pinned requirements have changed: making the environment anew.")
        return {}
    lost = {pin for purpose in done for pin in _pinned(env.pins(purpose))} - _present(env.packages)
    if lost:
        say(f"The environment in .venv lacks {', '.join(sorted(lost))}: making it anew.")
        return {}
    return dict(done)


def _remake(env: Environment) -> None:
    """Put an empty environment in the place of whatever is there."""
    ensure_venv()
    if env.mark.exists() and not env.folder.is_symlink():
        env.stamp.unlink(missing_ok=True)
        _delete(env)
    elif os.path.lexists(env.folder):
        aside = Path(tempfile.mkdtemp(prefix=".venv-aside-", dir=env.root))
        env.folder.rename(aside / ".venv")
        say(f"What was in .venv was not made here; it is kept in {aside.name}.")
    env.folder.mkdir(exist_ok=True)
    env.mark.touch()
    say(f"Making an environment for Python {platform.python_version()} in .venv …")
    # Not sys.executable, which may be the very environment that was just removed.
    base: str = getattr(sys, "_base_executable", sys.executable)
    done, story = quietly([base, "-m", "venv", env.folder])
    if not done:
        raise StepError(f"The environment could not be made:\n{end_of(story)}")


def _delete(env: Environment) -> None:
    """Remove the environment, its mark last, so that a deletion cut short is still known for ours."""
    for entry in env.folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != env.mark:
            entry.unlink()
    env.mark.unlink()
    env.folder.rmdir()


def _fill(env: Environment, purpose: Purpose, *, already: dict[str, str]) -> None:
    """Install the pins of `purpose` and let the environment find the project."""
    pins = env.pins(purpose)
    count = len(_pinned(pins) - _present(env.packages))
    size = _MEGABYTES[purpose]
    say(f"Installing {count} pinned packages to {purpose} Gardener (about {size} MB, the first time) …")
    env.stamp.unlink(missing_ok=True)
    pip = (env.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input")
    # The pins are whole. Left to resolve them, an older pip would look past a pin when a newer release of it is asked
    # for with an extra, and stop for want of that one's hash.
    done, story = quietly(
        [*pip, "--no-deps", "--require-hashes", "--only-binary=:all:", "--requirement", pins]
    )
    if not done:
        raise StepError(f"pip could not install the pinned requirements:\n{end_of(story)}")
    path_file = env.packages / "gardener.pth"
    path_file.write_text(os.path.relpath(env.root, env.packages) + "\n", encoding="utf-8")
    _lay_launcher(env)
    text = json.dumps({"origin": env.origin(), "pins": already | {purpose: _digest(pins)}}, indent=1)
    half = env.stamp.with_suffix(".half")
    half.write_text(text, encoding="utf-8")
    half.replace(env.stamp)


def _lay_launcher(env: Environment) -> None:
    """A `gardener` beside the environment's python, so that a terminal finds the command by one short path."""
    if os.name == "nt":
        return
    launcher = env.python.with_name("gardener")
    launcher.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m gardener "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)


def _digest(pins: Path) -> str:
    return hashlib.sha256(pins.read_bytes()).hexdigest()


def _pinned(pins: Path) -> set[str]:
    """The releases that a requirements file pins, as `name-version` in the form of a metadata folder."""
    return {_release(name, version) for name, version in _PIN.findall(pins.read_text(encoding="utf-8"))}


def _present(packages: Path) -> set[str]:
    """The releases whose metadata lies in site-packages."""
    found = (entry.name.removesuffix(".dist-info").rpartition("-") for entry in packages.glob("*.dist-info"))
    return {_release(name, version) for name, _, version in found}


def _release(name: str, version: str) -> str:
    return f"{re.sub(r'[-_.]+', '-', name).lower()}-{version}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time work on the environment; the folder itself serves as the lock."""
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another process is making the environment: waiting for it …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
