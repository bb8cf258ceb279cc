"""What one call of the command line answers, and how the tests call it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

TODAY = "2026-03-10"
"""The day on which the tests act, unless they say another."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one call answered: exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on standard output."""
        said = json.loads(self.out)
        assert isinstance(said, dict)
        return said

    @property
    def code(self) -> str:
        """The code of the failure."""
        code = self.json["error"]["code"]
        assert isinstance(code, str)
        return code


class Gardener(Protocol):
    """Calls the command line on the test's garden."""

    def __call__(self, *argv: str, on: str | None = TODAY, status: int | None = 0) -> Said: ...
