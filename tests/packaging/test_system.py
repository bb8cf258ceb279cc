"""System packages: found by trying, installed as root, otherwise named in one apt line."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec

import pytest
from devtool import system
from devtool.steps import StepError
from devtool.system import Need


class Machine:
    """A pretended Debian: what exists, what is installed, who the person is, every command run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, known: set[str]) -> None:
        self.known, self.installed = known, set[str]()
        self.root, self.apt, self.broken = True, True, False
        self.ran: list[list[str]] = []
        monkeypatch.setattr(system, "quietly", self.run)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if self.root else 1000)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if self.apt else None)
        monkeypatch.setattr(sys, "platform", "linux")

    def run(self, command: list[str], **_: object) -> tuple[bool, str]:
        self.ran.append(command)
        if command[0] == "apt-cache":
            return command[-1] in self.known, ""
        if "install" in command and not self.broken:
            self.installed |= self.known & set(command)
        return not self.broken, "E: the mirror is on fire"

    def need(self, *packages: str) -> Need:
        return Need("lib" + packages[0], lambda: bool(self.installed & set(packages)), packages)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A Debian of the t64 kind, with root at the keyboard."""
    return Machine(monkeypatch, known={"glib0t64", "gl1"})


def test_as_root_the_missing_are_installed_after_one_update(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    system.supply([machine.need("glib0", "glib0t64"), machine.need("gl1")], purpose="the window")
    assert machine.installed == {"glib0t64", "gl1"}
    assert sum("update" in command for command in machine.ran) == 1
    assert "apt-get install" not in capsys.readouterr().err


def test_nothing_is_run_where_nothing_is_missing(machine: Machine) -> None:
    machine.installed.add("gl1")
    system.supply([machine.need("gl1")], purpose="the window")
    assert machine.ran == []


@pytest.mark.parametrize("hindrance", ["not root", "apt fails"])
def test_otherwise_one_line_names_all_of_them_and_the_caller_goes_on(
    machine: Machine, capsys: pytest.CaptureFixture[str], hindrance: str
) -> None:
    machine.root, machine.broken = hindrance != "not root", hindrance == "apt fails"
    system.supply([machine.need("glib0", "glib0t64"), machine.need("gl1")], purpose="the window")
    told = capsys.readouterr().err
    assert "    sudo apt-get install -y --no-install-recommends glib0t64 gl1\n" in told
    assert ("on fire" in told) == (hindrance == "apt fails")


def test_without_apt_the_missing_are_named(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.apt = False
    system.supply([machine.need("gl1")], purpose="the window")
    assert "libgl1" in capsys.readouterr().err
    assert machine.ran == []


def test_outside_linux_nothing_is_missing(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system.missing([machine.need("gl1")]) == []


def _without_ensurepip(machine: Machine) -> Callable[[str], object]:
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    machine.known.add(package)
    whole, emptied = ModuleSpec("any", None, origin="any.py"), ModuleSpec("ensurepip", None)
    return lambda name: emptied if name == "ensurepip" and package not in machine.installed else whole


def test_the_missing_venv_is_brought_as_root(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", _without_ensurepip(machine))
    system.ensure_venv()
    assert any(name.endswith("-venv") for name in machine.installed)


def test_without_root_the_missing_venv_stops_with_one_line(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.root = False
    monkeypatch.setattr(importlib.util, "find_spec", _without_ensurepip(machine))
    with pytest.raises(StepError, match=r"apt-get install .* python3\.\d+-venv$"):
        system.ensure_venv()


def test_every_need_can_be_named_to_apt() -> None:
    assert len({need.packages[0] for need in system.TESTS}) == len(system.TESTS)
    assert {"xvfb", "openbox", "xdotool", "fonts-dejavu-core", "libxcb-cursor0", "libegl1"} <= {
        package for need in system.TESTS for package in need.packages
    }
