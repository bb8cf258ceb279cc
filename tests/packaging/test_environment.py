"""The environment in .venv: made once, remade when half-made or strange, never at somebody's cost."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from devtool import environment
from devtool.environment import Environment, ready
from devtool.steps import StepError

PINS = {
    "run": "Alpha==1.0 \\\n    --hash=sha256:00\n",
    "test": "Alpha==1.0\nBeta.Two==2.0.post1\n",
    "bench": "Gamma==3.0\n",
}


class Pretended:
    """Stands in for the commands: makes what `venv` would make, and the metadata that pip would leave."""

    def __init__(self, env: Environment) -> None:
        self.env, self.ran, self.fail = env, list[str](), ""

    def __call__(self, command: list[object], **_: object) -> tuple[bool, str]:
        step = "pip" if "pip" in command else "venv"
        self.ran.append(step)
        if step == "venv":
            self.env.python.parent.mkdir(parents=True)
            self.env.python.touch()
            self.env.packages.mkdir(parents=True)
        elif self.fail != "pip":
            pins = Path(str(command[-1])).read_text(encoding="utf-8")
            for name, version in environment._PIN.findall(pins):
                (self.env.packages / f"{name.replace('.', '_')}-{version}.dist-info").mkdir(exist_ok=True)
        return self.fail != step, f"{step} told a story"


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    """A project with pins and nothing else."""
    pins = tmp_path / "packaging" / "requirements"
    pins.mkdir(parents=True)
    for purpose, text in PINS.items():
        (pins / f"{purpose}.txt").write_text(text, encoding="utf-8")
    return Environment(tmp_path)


@pytest.fixture
def pretended(env: Environment, monkeypatch: pytest.MonkeyPatch) -> Pretended:
    """The commands that would make the environment of `env`, pretended."""
    stand_in = Pretended(env)
    monkeypatch.setattr(environment, "quietly", stand_in)
    return stand_in


def test_is_made_once_and_then_only_looked_at(env: Environment, pretended: Pretended) -> None:
    assert ready("test", env=env) == env.python
    assert ready("test", env=env) == env.python
    assert pretended.ran == ["venv", "pip"]


def test_tests_add_to_what_running_needed_and_serve_running_too(
    env: Environment, pretended: Pretended
) -> None:
    ready("run", env=env)
    ready("test", env=env)
    ready("run", env=env)
    assert pretended.ran == ["venv", "pip", "pip"]


def test_benches_of_growth_add_to_what_the_tests_need(env: Environment, pretended: Pretended) -> None:
    ready("bench", env=env)
    ready("bench", env=env)
    ready("test", env=env)
    assert pretended.ran == ["venv", "pip", "pip"]
    assert {entry.name for entry in env.packages.glob("*.dist-info")} == {
        "Alpha-1.0.dist-info",
        "Beta_Two-2.0.post1.dist-info",
        "Gamma-3.0.dist-info",
    }


def test_an_environment_made_for_tests_is_kept_when_a_bench_of_growth_comes(
    env: Environment, pretended: Pretended
) -> None:
    ready("test", env=env)
    (env.folder / "remnant").touch()
    ready("bench", env=env)
    assert (env.folder / "remnant").exists()


def test_finds_the_project_by_a_path_file(env: Environment, pretended: Pretended) -> None:
    ready("run", env=env)
    line = (env.packages / "gardener.pth").read_text(encoding="utf-8").strip()
    assert (env.packages / line).resolve() == env.root.resolve()


def test_lays_a_launcher_that_hands_its_words_on(env: Environment, pretended: Pretended) -> None:
    ready("run", env=env)
    launcher = env.python.with_name("gardener")
    env.python.unlink(missing_ok=True)
    env.python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    env.python.chmod(0o755)
    told = subprocess.run([launcher, "list", "two words"], capture_output=True, text=True, check=True).stdout
    assert told == "-m gardener list two words\n"


def _lose_the_stamp(env: Environment) -> None:
    env.stamp.unlink()


def _lose_the_interpreter(env: Environment) -> None:
    env.python.unlink()


def _garble_the_stamp(env: Environment) -> None:
    env.stamp.write_text('{"origin": ', encoding="utf-8")


def _be_of_another_python(env: Environment) -> None:
    stamp = json.loads(env.stamp.read_text(encoding="utf-8"))
    stamp["origin"]["python"] = "cpython-27"
    env.stamp.write_text(json.dumps(stamp), encoding="utf-8")


def _have_been_moved(env: Environment) -> None:
    stamp = json.loads(env.stamp.read_text(encoding="utf-8"))
    stamp["origin"]["root"] = "/elsewhere"
    env.stamp.write_text(json.dumps(stamp), encoding="utf-8")


def _lose_a_package(env: Environment) -> None:
    (env.packages / "Beta_Two-2.0.post1.dist-info").rmdir()


def _pin_anew(env: Environment) -> None:
    env.pins("test").write_text("Alpha==1.1\nBeta.Two==2.0.post1\n", encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        _lose_the_stamp,
        _lose_the_interpreter,
        _garble_the_stamp,
        _be_of_another_python,
        _have_been_moved,
        _lose_a_package,
        _pin_anew,
    ],
)
def test_is_remade_whole_when_anything_about_it_changed(
    env: Environment, pretended: Pretended, spoil: object
) -> None:
    ready("test", env=env)
    (env.folder / "remnant").touch()
    assert callable(spoil)
    spoil(env)
    pretended.ran.clear()
    ready("test", env=env)
    assert pretended.ran == ["venv", "pip"]
    assert not (env.folder / "remnant").exists()
    assert not list(env.root.glob(".venv-aside-*"))


def test_a_failed_installation_leaves_no_stamp_and_tells_why(env: Environment, pretended: Pretended) -> None:
    pretended.fail = "pip"
    with pytest.raises(StepError, match="pip told a story"):
        ready("run", env=env)
    assert not env.stamp.exists()
    pretended.fail = ""
    assert ready("run", env=env) == env.python


def test_an_addition_that_was_cut_short_is_not_taken_for_whole(
    env: Environment, pretended: Pretended
) -> None:
    ready("run", env=env)
    pretended.fail = "pip"
    with pytest.raises(StepError):
        ready("test", env=env)
    pretended.fail = ""
    pretended.ran.clear()
    ready("run", env=env)
    assert pretended.ran == ["venv", "pip"]


@pytest.mark.parametrize("link", [False, True])
def test_what_somebody_else_put_there_is_kept(env: Environment, pretended: Pretended, link: bool) -> None:
    place = env.root / "elsewhere" if link else env.folder
    place.mkdir()
    (place / "treasure").write_text("mine", encoding="utf-8")
    if link:
        env.folder.symlink_to(place)
    ready("run", env=env)
    (aside,) = env.root.glob(".venv-aside-*/.venv")
    assert (aside / "treasure").read_text(encoding="utf-8") == "mine"
    assert not env.folder.is_symlink()


def test_the_digests_are_those_of_the_pins(env: Environment, pretended: Pretended) -> None:
    ready("run", env=env)
    stamp = json.loads(env.stamp.read_text(encoding="utf-8"))
    assert stamp["pins"] == {"run": hashlib.sha256(PINS["run"].encode()).hexdigest()}
