"""Entities as strict JSON and back, by the types of their fields; the form in which the history of deeds keeps them.

Fields that hold their default are left out, so the defaults of the domain's values are part of the format: a field
may be added with a default, but a default never changes without a migration.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, Union, get_args, get_origin, get_type_hints

from gardener.domain.changes import Entity
from gardener.domain.contact import Contact
from gardener.domain.interaction import Interaction
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity, Target
from gardener.domain.plan import Dismissal, Plan
from gardener.domain.records import Batch, CheckIn, Choice, Season, Soil, Source

KINDS: Mapping[str, type[Entity]] = {
    "contact": Contact,
    "interaction": Interaction,
    "introduction": Introduction,
    "plan": Plan,
    "dismissal": Dismissal,
    "opportunity": Opportunity,
    "target": Target,
    "batch": Batch,
    "source": Source,
    "soil": Soil,
    "check-in": CheckIn,
    "choice": Choice,
    "season": Season,
}
"""The kinds of entity by the name they have in the file."""
NAMES: Mapping[type, str] = {kind: name for name, kind in KINDS.items()}

Encoder = Callable[[Any], str]
Decoder = Callable[[object, str], Any]


class Undecodable(ValueError):
    """Stored JSON that is not what it should be; `where` is the path of the value, as in `contact.moves[2].day`.

    `code` is one of not-json, unknown-kind, unknown-key, missing-key, wrong-type, bad-value.
    """

    def __init__(self, code: str, where: str):
        super().__init__(f"{code} at {where}")
        self.code = code
        self.where = where


def encode(entity: Entity) -> str:
    """`entity` as a JSON object, without its kind. ValueError for a number that is not finite."""
    return _encoder_of(NAMES[type(entity)])(entity)


def decode(kind: str, text: str) -> Entity:
    """The entity of that kind. Undecodable when the text is anything but what `encode` gives."""
    if kind not in KINDS:
        raise Undecodable("unknown-kind", kind)
    entity: Entity = _decoder_of(kind)(_parsed(text, kind), kind)
    return entity


def encode_facts(facts: Mapping[str, str | int]) -> str:
    """The facts of a What as a JSON object."""
    return _encoder(Mapping[str, str | int])(facts)


def decode_facts(text: str) -> Mapping[str, str | int]:
    """The facts of a What. Undecodable when it is not an object of texts and whole numbers."""
    facts: Mapping[str, str | int] = _decoder(Mapping[str, str | int])(_parsed(text, "facts"), "facts")
    return facts


def encode_list(values: tuple[str, ...]) -> str:
    """Texts as a JSON array."""
    return _encoder(tuple[str, ...])(values) if values else "[]"


def decode_list(text: str) -> tuple[str, ...]:
    """Texts from a JSON array."""
    if text == "[]":
        return ()
    values: tuple[str, ...] = _decoder(tuple[str, ...])(_parsed(text, "list"), "list")
    return values


def encode_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """Pairs of texts as a JSON array of arrays."""
    return _encoder(tuple[tuple[str, str], ...])(pairs) if pairs else "[]"


def decode_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of texts from a JSON array of arrays."""
    if text == "[]":
        return ()
    pairs: tuple[tuple[str, str], ...] = _decoder(tuple[tuple[str, str], ...])(
        _parsed(text, "pairs"), "pairs"
    )
    return pairs


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise Undecodable("not-json", where) from None


def _refused(constant: str) -> object:
    raise ValueError(constant)


@cache
def _encoder_of(kind: str) -> Encoder:
    return _object_encoder(KINDS[kind])


@cache
def _decoder_of(kind: str) -> Decoder:
    return _object_decoder(KINDS[kind])


@cache
def _encoder(hint: Any) -> Encoder:
    """How a value of the type `hint` becomes JSON text: at once, because a large import has 100,000 of them."""
    if isinstance(hint, type) and issubclass(hint, str):
        return encode_basestring
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _object_encoder(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_encoder(arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        item = _encoder(arguments[0])
        return lambda value: "[" + ",".join(map(item, value)) + "]"
    if origin is tuple:
        items = [_encoder(one) for one in arguments]
        return lambda value: "[" + ",".join(each(one) for each, one in zip(items, value, strict=True)) + "]"
    if origin in (Mapping, dict):
        item = _encoder(arguments[1])
        return lambda value: (
            "{" + ",".join(f"{encode_basestring(key)}:{item(one)}" for key, one in value.items()) + "}"
        )
    raise TypeError(f"no JSON form for {hint!r}")


def _day(value: date | time) -> str:
    return f'"{value.isoformat()}"'


def _number(value: float) -> str:
    if not isfinite(value):
        raise ValueError(f"{value} has no JSON form")
    return repr(float(value))


_PLAIN: Mapping[object, Encoder] = {
    int: lambda value: repr(int(value)),
    float: _number,
    bool: lambda value: "true" if value else "false",
    date: _day,
    datetime: _day,
    time: _day,
}


def _union_encoder(arguments: tuple[Any, ...]) -> Encoder:
    others = {one: _encoder(one) for one in arguments if one is not types.NoneType}
    if len(others) == 1:
        (encoder,) = others.values()
        return lambda value: "null" if value is None else encoder(value)
    return lambda value: others[type(value)](value)


def _object_encoder(kind: type) -> Encoder:
    hints = get_type_hints(kind)
    required: list[tuple[str, str, Encoder]] = []
    optional: list[tuple[str, str, object, Encoder]] = []
    for field in dataclasses.fields(kind):
        encoder, default = _encoder(hints[field.name]), _default(field)
        if default is dataclasses.MISSING:
            required.append((field.name, f'"{field.name}":', encoder))
        else:
            optional.append((field.name, f'"{field.name}":', default, encoder))

    def encoded(value: object) -> str:
        parts = [key + encoder(getattr(value, name)) for name, key, encoder in required]
        for name, key, default, encoder in optional:
            held = getattr(value, name)
            if held is not default and held != default:
                parts.append(key + encoder(held))
        return "{" + ",".join(parts) + "}"

    return encoded


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@cache
def _decoder(hint: Any) -> Decoder:
    """How a value of the type `hint` is made of JSON; the decoder takes the value and where it stands."""
    if hint in (str, int, float, bool, types.NoneType):
        return _plain_decoder(hint)
    if isinstance(hint, type) and issubclass(hint, (StrEnum, date, time)):
        return _text_decoder(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _object_decoder(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin in (Mapping, dict):
        item = _decoder(arguments[1])
        return lambda value, where: {
            key: item(one, f"{where}.{key}") for key, one in _typed(dict, value, where).items()
        }
    raise TypeError(f"no JSON form for {hint!r}")


def _typed(kind: type, value: object, where: str) -> Any:
    """`value` if it is of exactly that type (a truth is no number here)."""
    if type(value) is not kind:
        raise Undecodable("wrong-type", where)
    return value


def _plain_decoder(kind: type) -> Decoder:
    return lambda value, where: _typed(kind, value, where)


def _text_decoder(kind: type[StrEnum] | type[date] | type[time]) -> Decoder:
    def decoded(value: object, where: str) -> object:
        text = _typed(str, value, where)
        try:
            if issubclass(kind, StrEnum):
                return kind(text)
            result = kind.fromisoformat(text)
        except ValueError:
            raise Undecodable("bad-value", where) from None
        if result.isoformat() != text:  # ISO 8601 has many ways to write a day; the file has one
            raise Undecodable("bad-value", where)
        return result

    return decoded


def _union_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if all(one in (str, int, float, bool, types.NoneType) for one in arguments):

        def plain(value: object, where: str) -> object:
            if type(value) not in arguments:
                raise Undecodable("wrong-type", where)
            return value

        return plain
    (only,) = (_decoder(one) for one in arguments if one is not types.NoneType)
    return lambda value, where: None if value is None else only(value, where)


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if arguments[-1] is Ellipsis:
        item = _decoder(arguments[0])
        return lambda value, where: tuple(
            item(one, f"{where}[{at}]") for at, one in enumerate(_typed(list, value, where))
        )
    items = [_decoder(one) for one in arguments]

    def decoded(value: object, where: str) -> object:
        held = _typed(list, value, where)
        if len(held) != len(items):
            raise Undecodable("wrong-type", where)
        return tuple(
            each(one, f"{where}[{at}]") for at, (each, one) in enumerate(zip(items, held, strict=True))
        )

    return decoded


def _object_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    required = [field.name for field in dataclasses.fields(kind) if _default(field) is dataclasses.MISSING]

    def decoded(value: object, where: str) -> object:
        held = _typed(dict, value, where)
        for key in held:
            if key not in decoders:
                raise Undecodable("unknown-key", f"{where}.{key}")
        for name in required:
            if name not in held:
                raise Undecodable("missing-key", f"{where}.{name}")
        return kind(**{key: decoders[key](one, f"{where}.{key}") for key, one in held.items()})

    return decoded
