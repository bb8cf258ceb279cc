"""Arguments that several commands share, with their words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from gardener.domain.deeds import edited_list
from gardener.words.command_answers import whole_wanted
from gardener.words.command_help import Help
from gardener.words.command_line import OPTIONS

_INTERNATIONAL = re.compile(r"\+[1-9]\D*(?:\d\D*){7,}")
NONE = "none"
"""What empties a value that is one of several."""


def name(parser: argparse.ArgumentParser) -> None:
    """NAME, which may be typed as several words."""
    parser.add_argument("name", metavar="NAME", nargs="+", help=OPTIONS["name-positional"])


def one_name(parser: argparse.ArgumentParser) -> None:
    """NAME where more positional arguments follow."""
    parser.add_argument("name", metavar="NAME", help=OPTIONS["name-positional"])


def text(parser: argparse.ArgumentParser, option: str, metavar: str = "TEXT", *, says: str = "") -> None:
    """An option with a text."""
    parser.add_argument(f"--{option}", metavar=metavar, help=OPTIONS[says or option])


def texts(parser: argparse.ArgumentParser, option: str, metavar: str = "TEXT") -> None:
    """An option with a text that can be given several times."""
    parser.add_argument(f"--{option}", metavar=metavar, action="append", help=OPTIONS[option])


def flag(parser: argparse.ArgumentParser, option: str) -> None:
    """An option without a value."""
    parser.add_argument(f"--{option}", action="store_true", help=OPTIONS[option])


def one_of(
    parser: argparse.ArgumentParser,
    option: str,
    known: Iterable[Enum | str],
    *,
    required: bool = False,
    none: bool = False,
) -> None:
    """An option with one of a few values."""
    values = [str(one) for one in known] + ([NONE] if none else [])
    parser.add_argument(
        f"--{option}",
        choices=values,
        type=lambda text: text.strip().lower().replace(" ", "-"),  # "no reply" as it stands on the screen
        metavar=option.upper(),
        required=required,
        help=listed(option, values),
    )


def deeds_of(
    parser: argparse.ArgumentParser, known: Mapping[str, Help], *, required: bool = True
) -> Mapping[str, argparse.ArgumentParser]:
    """The deeds of a command that has several, each with arguments of its own; `deed` says which was typed."""
    group = parser.add_subparsers(
        dest="deed", metavar="DEED", title="deeds", required=required, parser_class=type(parser)
    )
    return {
        deed: group.add_parser(
            deed,
            prog=f"{parser.prog} {deed}",
            help=said.line,
            usage=f"{parser.prog} {said.usage}",
            description=f"{said.line[:1].upper()}{said.line[1:]}.\n{said.more}",
            epilog=f"for example:\n  {said.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        for deed, said in known.items()
    }


def whole(text: str) -> int:
    """A whole number, as argparse reads the value of an option."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(whole_wanted(text)) from None


def listed(option: str, values: Sequence[str]) -> str:
    """The words of an option, with its values filled in."""
    return OPTIONS[option].format(choices=", ".join(values))


def given(old: tuple[str, ...], typed: Sequence[str] | None) -> tuple[str, ...]:
    """A list as it was edited; an international phone number keeps its plus and is added."""
    if typed is None:
        return old
    return edited_list(old, [f"+{item}" if _INTERNATIONAL.fullmatch(item) else item for item in typed])
