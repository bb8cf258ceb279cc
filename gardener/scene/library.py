"""The shipped species by their ids; each is read from its file when it is first drawn or named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gardener.domain.kinship import Kind
    from gardener.scene.species import Species


class Library(Mapping[str, "Species"]):
    """The species of a folder, in the order of their ids. Looking one up raises SpeciesError for a bad file."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, Species] = {}

    def __getitem__(self, id_: str) -> Species:
        if id_ not in self._read:
            from gardener.scene.species import (
                read_species,  # a start finds most plants painted, and draws none
            )

            self._read[id_] = read_species(self._files[id_])
        return self._read[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def species_folder() -> Path:
    """Return the folder of the species files: inside the installed package, else beside it in the sources."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_resources" / "species"
    return installed if installed.is_dir() else package.parent / "resources" / "species"


@cache
def all_species() -> Mapping[str, Species]:
    """Return every shipped species by id."""
    return Library(species_folder())


def species_for(kind: Kind) -> Species | None:
    """Return the species that is proposed for a kind of tie, if there is one."""
    return next((species for species in all_species().values() if kind in species.ties), None)
