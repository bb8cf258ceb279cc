"""What a deed leaves behind, and what listeners hear of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from gardener.domain.changes import Answer, Changeset, What
from gardener.domain.garden import Garden


class Done(NamedTuple):
    """A deed that was carried out and is safe on the disk; `changes` is empty when there was nothing to do."""

    what: What
    changeset: Changeset
    revision: int


class Heard(NamedTuple):
    """What listeners hear. `touched` holds contact ids, null when anything may have changed (another program wrote)."""

    touched: frozenset[str] | None
    changeset: Changeset | None
    initiator: object = None


class Forgotten(NamedTuple):
    """A person was forgotten: how they were called, the copies that were rewritten, and those left as they were."""

    name: str
    rewritten: tuple[Path, ...]
    left: tuple[Path, ...]


Deed = Callable[[Garden], Answer]
"""Asked of the present garden; asked again, of the new one, when another program was faster."""
Listener = Callable[[Heard], None]
