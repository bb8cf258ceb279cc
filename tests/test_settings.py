"""The program's preferences: typed, kept, and never a reason not to start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gardener import settings
from gardener.settings import Misfit, Preferences, chosen, load, reset, save, shown


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.json"


def test_what_is_saved_is_loaded(file: Path) -> None:
    kept = Preferences(
        theme="dusk", motion="off", hemisphere="south", text_size=1.5, garden="/tmp/a.gardener", region="DE",
        my_names=("Ada Lovelace", "Lovelace, Ada"), my_addresses=("ada@a.example",), my_profile="https://a.example",
    )  # fmt: skip
    save(kept, file)
    assert load(file).my_names == kept.my_names
    said = json.loads(file.read_text(encoding="utf-8"))
    assert (said["version"], said["text-size"], said["my-names"]) == (
        1,
        1.5,
        ["Ada Lovelace", "Lovelace, Ada"],
    )
    assert load(file) == Preferences(
        **{**{n: getattr(kept, n) for n in kept.__slots__}, "others": {"version": 1}}
    )


def test_without_a_file_everything_is_as_at_first(file: Path) -> None:
    assert load(file) == Preferences()
    assert not file.parent.exists()


def test_what_a_newer_version_wrote_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"version": 7, "theme": "dusk", "colour": {"leaf": "red"}}', encoding="utf-8")
    changed = chosen(load(file), "motion", "off")
    assert isinstance(changed, Preferences)
    save(changed, file)
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "version": 7, "theme": "dusk", "motion": "off", "colour": {"leaf": "red"},
    }  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'"text"', b"[" * 100_000])
def test_a_damaged_file_is_kept_aside(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    for number in (1, 2):
        file.write_bytes(content)
        assert load(file) == Preferences()
        assert not file.exists()
        assert file.with_name(f"preferences.json.damaged-{number}").read_bytes() == content


def test_a_value_that_does_not_fit_counts_as_not_set(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        '{"theme": "pink", "text-size": 9, "motion": null, "hemisphere": "south"}', encoding="utf-8"
    )
    held = load(file)
    assert (held.theme, held.text_size, held.motion, held.hemisphere) == ("auto", 1.0, "auto", "south")


def test_a_file_that_cannot_be_replaced_stays(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        save(Preferences(theme="dusk"), file)
    assert list(file.parent.iterdir()) == [file]
    assert load(file) == Preferences()


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("theme", "DUSK", "dusk"),
        ("text-size", "1.25", 1.25),
        ("region", "de", "DE"),
        ("region", "", ""),
        ("my-addresses", "a@x.example, b@x.example;a@x.example", ("a@x.example", "b@x.example")),
        ("my-profile", " https://a.example ", "https://a.example"),
    ],
)
def test_text_becomes_a_value(key: str, text: str, value: object) -> None:
    held = chosen(Preferences(), key, text)
    assert isinstance(held, Preferences)
    assert settings.value(held, key) == value
    assert reset(held, key) == Preferences()
    assert isinstance(shown(held, key), str)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("theme", "pink"), ("motion", ""), ("text-size", "3"), ("text-size", "nan"), ("text-size", "big"),
        ("region", "Germany"), ("my-profile", "a\0b"), ("my-profile", "\udcff"), ("my-profile", "x" * 5000),
        ("garden", "a\nb"),
    ],
)  # fmt: skip
def test_text_that_does_not_fit(key: str, text: str) -> None:
    assert chosen(Preferences(), key, text) == Misfit(key, text, settings.TAKES[key])


def test_an_unknown_key_takes_nothing() -> None:
    assert chosen(Preferences(), "volume", "1") == Misfit("volume", "1")
    assert reset(Preferences(), "volume") == Misfit("volume", "")


def test_folders_follow_the_platform(home: Path) -> None:
    assert settings.data_folder() == home / ".local/share/gardener"
    assert settings.config_folder() == home / ".config/gardener"
    assert settings.log_folder().is_relative_to(home / ".local/state/gardener")
    assert settings.garden_file(Preferences()) == home / ".local/share/gardener/Garden.gardener"
    assert settings.garden_file(Preferences(garden="~/g.gardener")) == home / "g.gardener"
    assert settings.garden_file(Preferences(garden="/elsewhere"), Path("here")) == Path("here")
