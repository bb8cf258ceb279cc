"""One schema in three places (tables, rows, migrations), held together."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from gardener.domain.changes import Entity
from gardener.store import codec, header, migrate, rows, schema
from gardener.store.columns import COLUMNS
from gardener.store.health import definitions_in, plain


def test_the_rows_name_the_columns_of_the_tables_in_their_order() -> None:
    tables = {table.name: tuple(c.name for c in table.columns) for table in schema.METADATA.tables.values()}
    assert dict(COLUMNS) == tables


def test_the_migrations_lead_to_the_very_schema_of_a_new_file() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate.run_scripts(connection, newest=header.VERSION)
        assert definitions_in(connection) == {name: plain(one) for name, one in schema.definitions()}
        assert header.pragma(connection, "user_version") == header.VERSION
        assert header.pragma(connection, "application_id") == header.APPLICATION_ID


def test_there_is_one_script_for_each_version() -> None:
    scripts = sorted(migrate.SCRIPTS.glob("version_*.py"))
    assert [one.stem for one in scripts] == [f"version_{n:04}" for n in range(1, header.VERSION + 1)]


def test_every_kind_of_entity_has_a_place_and_a_codec() -> None:
    kinds: set[type[Entity]] = set(codec.KINDS.values())
    assert set(rows.SHAPES) == kinds


def test_every_reference_has_an_index_so_that_taking_away_stays_quick() -> None:
    for table in schema.METADATA.tables.values():
        led = {next(iter(index.columns)).name for index in table.indexes} | {
            next(iter(table.primary_key)).name
        }
        for reference in table.foreign_keys:
            assert reference.parent.name in led, f"{table.name}.{reference.parent.name}"


def test_every_table_is_strict_and_every_reference_waits_for_the_end() -> None:
    for _, definition in schema.definitions():
        if definition.startswith("CREATE TABLE"):
            assert plain(definition).endswith("STRICT")
            assert definition.count("REFERENCES") == definition.count("DEFERRABLE INITIALLY DEFERRED")
