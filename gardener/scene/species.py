"""Species of plants: data files under resources/species, read and checked into frozen values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from gardener.domain.kinship import Kind

HABITS = (
    "stem", "herb", "blades", "spike", "shrub", "tree", "fern",
    "climber", "runner", "rosette", "pads", "grass", "cushion", "bulb", "conifer",
)  # fmt: skip
LEAF_SHAPES = ("ovate", "lance", "blade", "heart", "round", "spoon", "pad", "spray")
FLOWER_FORMS = ("ray", "cup", "rosette", "open", "bell", "crown", "globe", "plume", "whorl")
FRUIT_FORMS = ("round", "hip", "pod", "cone", "berry", "ear")
SEED_FORMS = ("striped", "pip", "bulb", "grain")

_COLOUR = re.compile(r"#[0-9a-f]{6}")


class SpeciesError(ValueError):
    """A species file that cannot be used; the message names the file, the key and what it must be."""


def _number(low: float, high: float, default: Any = MISSING) -> Any:
    return field(metadata={"kind": "number", "low": low, "high": high}, default=default)


def _span(low: float, high: float) -> Any:
    return field(metadata={"kind": "span", "low": low, "high": high})


def _colour() -> Any:
    return field(metadata={"kind": "colour"})


def _choice(*of: str) -> Any:
    return field(metadata={"kind": "choice", "of": of})


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthForm:
    """Heights in units of the cell's plant height; `pace` is the exponent of size (below 1: tall early)."""

    seedling: float = _number(0.05, 0.5)
    full: float = _number(0.3, 1.0)
    pace: float = _number(0.3, 3.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StemForm:
    """Stems or canes: how many (from, to), their width, lean from upright (radians) and colour."""

    count: tuple[float, float] = _span(0, 24)
    width: float = _number(0.004, 0.12)
    lean: float = _number(0.0, 1.2)
    woody: float = _number(0.0, 1.0)
    limp: float = _number(0.2, 1.0, 1.0)
    colour: str = _colour()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafForm:
    """Leaves: how many (from, to), outline, sizes, the angle they rise at and curl by (radians), colours."""

    count: tuple[float, float] = _span(0, 60)
    shape: str = _choice(*LEAF_SHAPES)
    length: float = _number(0.02, 0.9)
    width: float = _number(0.05, 1.2)
    stalk: float = _number(0.0, 0.5, 0.0)
    leaflets: float = _number(1, 7, 1)
    rise: float = _number(-0.5, 1.5)
    curl: float = _number(-0.5, 2.0)
    lush: str = _colour()
    fresh: str = _colour()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowerForm:
    """Flowers: outline, radius, number of petals, how many find room, how large all but the first are against it,
    colours of petal, shade and centre."""

    form: str = _choice(*FLOWER_FORMS)
    radius: float = _number(0.01, 0.25)
    petals: float = _number(1, 40)
    room: float = _number(1, 24)
    minor: float = _number(0.3, 1.0, 1.0)
    petal: str = _colour()
    shade: str = _colour()
    centre: str = _colour()


@dataclass(frozen=True, slots=True, kw_only=True)
class FruitForm:
    """Fruits: outline, radius of a large one, colours."""

    form: str = _choice(*FRUIT_FORMS)
    radius: float = _number(0.02, 0.12)
    colour: str = _colour()
    shade: str = _colour()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedForm:
    """The seed's own face: outline, length, breadth ÷ length, colours."""

    form: str = _choice(*SEED_FORMS)
    length: float = _number(0.1, 0.3)
    breadth: float = _number(0.3, 1.0)
    colour: str = _colour()
    mark: str = _colour()


@dataclass(frozen=True, slots=True, kw_only=True)
class Species:
    """One species: its habit names the grower, the forms say what that grower makes of it; `ties` are the kinds of tie
    (`domain.kinship`) it is proposed for."""

    id: str
    name: str
    habit: str
    ties: tuple[Kind, ...] = ()
    growth: GrowthForm
    stem: StemForm
    leaf: LeafForm
    flower: FlowerForm
    fruit: FruitForm
    seed: SeedForm


_FORMS: dict[str, type[Any]] = {
    "growth": GrowthForm,
    "stem": StemForm,
    "leaf": LeafForm,
    "flower": FlowerForm,
    "fruit": FruitForm,
    "seed": SeedForm,
}


def read_species(path: Path) -> Species:
    """Read one species file; its id is the file's name. Raises SpeciesError, or OSError from the disk."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SpeciesError(f"{path.name}: not readable as TOML: {error}") from error
    _refuse_unknown(path.name, data, {"name", "habit", "ties", *_FORMS})
    name, habit = data.get("name"), data.get("habit")
    if not isinstance(name, str) or not name.strip():
        raise SpeciesError(f"{path.name}: name must be a text that is not empty")
    if habit not in HABITS:
        raise SpeciesError(f"{path.name}: habit is {habit!r}, must be one of {', '.join(HABITS)}")
    ties = _ties(path.name, data.get("ties", []))
    forms = {key: _read_form(path.name, key, data.get(key), form) for key, form in _FORMS.items()}
    return Species(id=path.stem, name=name, habit=habit, ties=ties, **forms)


def _ties(file: str, value: object) -> tuple[Kind, ...]:
    kinds = {kind.value: kind for kind in Kind}
    if not isinstance(value, list) or not all(isinstance(tie, str) and tie in kinds for tie in value):
        raise SpeciesError(f"{file}: ties is {value!r}, must be a list out of {', '.join(kinds)}")
    return tuple(kinds[tie] for tie in value)


def _read_form(file: str, section: str, data: object, form: type[Any]) -> Any:
    if not isinstance(data, dict):
        raise SpeciesError(f"{file}: the section [{section}] is missing")
    known = {entry.name: entry for entry in fields(form)}
    _refuse_unknown(file, data, set(known), prefix=f"{section}.")
    values = {}
    for key, entry in known.items():
        if key in data:
            values[key] = _checked(f"{file}: {section}.{key}", data[key], entry.metadata)
        elif entry.default is MISSING:
            raise SpeciesError(f"{file}: {section}.{key} is missing")
    return form(**values)


def _refuse_unknown(file: str, data: Mapping[str, object], known: set[str], *, prefix: str = "") -> None:
    for key in data:
        if key not in known:
            raise SpeciesError(f"{file}: {prefix}{key} is not known; known are {', '.join(sorted(known))}")


def _checked(where: str, value: object, rule: Mapping[str, Any]) -> object:
    match rule["kind"]:
        case "number":
            return _checked_number(where, value, rule)
        case "span":
            if not isinstance(value, list) or len(value) != 2:
                raise SpeciesError(f"{where} is {value!r}, must be two numbers [from, to]")
            low, high = (_checked_number(where, end, rule) for end in value)
            if low > high:
                raise SpeciesError(f"{where} is {value!r}, must not fall")
            return low, high
        case "colour":
            if not isinstance(value, str) or not _COLOUR.fullmatch(value):
                raise SpeciesError(
                    f"{where} is {value!r}, must be a colour such as #5d8a3c, in small letters"
                )
            return value
        case _:
            if value not in rule["of"]:
                raise SpeciesError(f"{where} is {value!r}, must be one of {', '.join(rule['of'])}")
            return value


def _checked_number(where: str, value: object, rule: Mapping[str, Any]) -> float:
    low, high = rule["low"], rule["high"]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise SpeciesError(f"{where} is {value!r}, must be a number from {low} to {high}")
    return float(value)
