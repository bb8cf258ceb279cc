"""Every species file loads, and a bad one is refused with its file, its key and what it must be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gardener.domain.kinship import Kind
from gardener.scene.botany import GROWERS
from gardener.scene.library import all_species, species_folder, species_for
from gardener.scene.showing import species_of
from gardener.scene.species import HABITS, SpeciesError, read_species


def test_every_shipped_file_is_a_species() -> None:
    files = {path.stem for path in species_folder().glob("*.toml")}
    assert len(files) >= 12
    assert set(all_species()) == files
    assert all(species.id == id_ for id_, species in all_species().items())


def test_every_habit_has_its_grower() -> None:
    assert set(GROWERS) == set(HABITS)


def test_the_shipped_species_differ_in_habit() -> None:
    assert len({species.habit for species in all_species().values()}) >= 12


def test_a_plant_that_nobody_chose_keeps_its_species_when_the_list_grows() -> None:
    first = ("apple", "bluebell", "daisy", "fern", "rose", "sunflower", "tulip")
    old = [species_of("", seed << 7, date(2026, 11, 27)) for seed in range(14)]
    assert old == [*first, *first]
    new = {species_of("", seed << 7, date(2026, 11, 28)) for seed in range(15)}
    assert new == set(all_species())
    assert species_of("larch", 0, date(2020, 1, 1)) == "larch"
    assert species_of("of a later version", 0, date(2020, 1, 1)) == "apple"


def test_every_kind_of_tie_has_one_species() -> None:
    proposed = [kind for species in all_species().values() for kind in species.ties]
    assert sorted(proposed, key=str) == sorted(Kind, key=str)
    larch = species_for(Kind.MENTOR)
    assert larch is not None
    assert larch.id == "larch"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('habit = "stem"', 'habit = "cactus"', "habit is 'cactus', must be one of stem"),
        ("radius = 0.150", "radius = 7", "flower.radius is 7, must be a number from 0.01 to 0.25"),
        ("radius = 0.150", "radius = true", "flower.radius is True, must be a number"),
        ('petal = "#f8c331"', 'petal = "yellow"', "flower.petal is 'yellow', must be a colour"),
        ('form = "ray"', 'form = "star"', "flower.form is 'star', must be one of ray"),
        ("woody = 0.0\n", "", "stem.woody is missing"),
        ("woody = 0.0\n", "woody = 0.0\nthorns = 3\n", "stem.thorns is not known"),
        ('ties = ["friend"]', 'ties = ["foe"]', "ties is ['foe'], must be a list out of family"),
        ("[growth]", "[grow]", "grow is not known"),
        ("count = [2.2, 17]", "count = [17, 2]", "leaf.count is [17, 2], must not fall"),
        ("count = [2.2, 17]", "count = 17", "leaf.count is 17, must be two numbers"),
        ('name = "Sunflower"', 'name = ""', "name must be a text"),
        ('name = "Sunflower"', "name = ", "not readable as TOML"),
    ],
)
def test_a_bad_file_is_refused_by_name_key_and_rule(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (species_folder() / "sunflower.toml").read_text(encoding="utf-8")
    assert old in text
    bad = tmp_path / "moonflower.toml"
    bad.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SpeciesError) as refusal:
        read_species(bad)
    assert str(refusal.value).startswith("moonflower.toml: ")
    assert told in str(refusal.value)


def test_a_new_species_is_one_more_file(tmp_path: Path) -> None:
    text = (species_folder() / "tulip.toml").read_text(encoding="utf-8").replace('"Tulip"', '"Iris"')
    (tmp_path / "iris.toml").write_text(text, encoding="utf-8")
    iris = read_species(tmp_path / "iris.toml")
    assert (iris.id, iris.name, iris.habit) == ("iris", "Iris", "blades")
