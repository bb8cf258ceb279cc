"""What the command line says of one command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Help:
    """One command: how it is written, what it does in a line, more of it, and an example."""

    usage: str
    line: str
    example: str
    more: str = ""
