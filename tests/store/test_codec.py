"""The JSON of the history: every value comes back as it was, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given

from gardener.domain.changes import Entity
from gardener.domain.contact import Contact
from gardener.domain.plan import Dismissal
from gardener.domain.records import Soil
from gardener.store import codec
from tests.store.worlds import entities

JANE = Contact(id="j", name="Jane", created=date(2026, 1, 1))


@given(entities())
def test_every_value_comes_back_as_it_was(entity: Entity) -> None:
    back = codec.decode(codec.NAMES[type(entity)], codec.encode(entity))
    assert back == entity
    assert repr(back) == repr(entity)  # the very types, not only equal numbers


@given(entities())
def test_the_text_is_the_same_for_the_same_value(entity: Entity) -> None:
    kind = codec.NAMES[type(entity)]
    assert codec.encode(codec.decode(kind, codec.encode(entity))) == codec.encode(entity)


@given(entities())
def test_the_text_is_what_json_would_make_of_it(entity: Entity) -> None:
    text = codec.encode(entity)
    assert json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) == text


def test_fields_at_their_default_are_left_out() -> None:
    assert json.loads(codec.encode(JANE)) == {"id": "j", "name": "Jane", "created": "2026-01-01"}


@pytest.mark.parametrize(
    ("kind", "text", "code", "where"),
    [
        ("contact", "{", "not-json", "contact"),
        ("contact", "[" * 100_000, "not-json", "contact"),
        ("soil", '{"id":"s","valid_from":"2026-01-01","b0":NaN,"b1":1.0}', "not-json", "soil"),
        ("weed", "{}", "unknown-kind", "weed"),
        ("dismissal", '{"id":"d","day":"2026-01-01","colour":"red"}', "unknown-key", "dismissal.colour"),
        ("dismissal", '{"id":"d"}', "missing-key", "dismissal.day"),
        ("dismissal", '{"id":4,"day":"2026-01-01"}', "wrong-type", "dismissal.id"),
        ("dismissal", "[]", "wrong-type", "dismissal"),
        ("dismissal", '{"id":"d","day":"2026-02-30"}', "bad-value", "dismissal.day"),
        ("dismissal", '{"id":"d","day":"20260101"}', "bad-value", "dismissal.day"),
        ("soil", '{"id":"s","valid_from":"2026-01-01","b0":1,"b1":1.0}', "wrong-type", "soil.b0"),
        (
            "contact",
            '{"id":"j","name":"J","created":"2026-01-01","planted":"tree"}',
            "bad-value",
            "contact.planted",
        ),
        (
            "contact",
            '{"id":"j","name":"J","created":"2026-01-01","left_alone":1}',
            "wrong-type",
            "contact.left_alone",
        ),
        (
            "contact",
            '{"id":"j","name":"J","created":"2026-01-01","moves":[{"day":"2026-01-01","stage":7}]}',
            "wrong-type",
            "contact.moves[0].stage",
        ),
        (
            "season",
            '{"id":"s","name":"S","start":"2026-01-01","pauses":[["2026-01-01"]]}',
            "wrong-type",
            "season.pauses[0]",
        ),
    ],
)
def test_anything_else_is_refused_with_its_place(kind: str, text: str, code: str, where: str) -> None:
    with pytest.raises(codec.Undecodable) as refused:
        codec.decode(kind, text)
    assert (refused.value.code, refused.value.where) == (code, where)


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="has no JSON form"):
        codec.encode(Soil(id="s", valid_from=date(2026, 1, 1), b0=float("inf"), b1=1.0))


def test_facts_keep_texts_and_whole_numbers_apart() -> None:
    facts: dict[str, str | int] = {"name": "7", "count": 7}
    assert codec.decode_facts(codec.encode_facts(facts)) == facts
    with pytest.raises(codec.Undecodable):
        codec.decode_facts('{"count": true}')


def test_every_kind_of_entity_has_one_name() -> None:
    assert len(codec.NAMES) == len(codec.KINDS) == 13
    assert all(fields(kind) for kind in codec.KINDS.values())
    assert codec.decode("dismissal", '{"id":"d","day":"2026-01-01"}') == Dismissal("d", date(2026, 1, 1))
