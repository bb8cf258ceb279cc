"""The tables of a garden file as SQLAlchemy Core knows them: the one source of its DDL. Imported on the first write only."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
DIALECT = sqlite.dialect(paramstyle="qmark")


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _whole(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _truth(name: str) -> tuple[Column[int], CheckConstraint]:
    """A column of 0 and 1."""
    return _whole(name), CheckConstraint(f"{name} IN (0, 1)", name=name)


def _real(name: str) -> Column[float]:
    return Column(name, REAL, nullable=False)


def _id(name: str = "id") -> Column[str]:
    return Column(name, Text, primary_key=True)


def _to(name: str, target: str, *, null: bool = False, key: bool = False) -> Column[str]:
    """A reference, looked at when the transaction ends, so that the order within a changeset does not matter."""
    reference = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, reference, nullable=null, primary_key=key)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


def _table(name: str, *items: Column[str] | Column[int] | Column[float] | CheckConstraint | Index) -> Table:
    return Table(name, METADATA, *items, sqlite_strict=True)


def _child(name: str, *items: Column[str] | Column[int] | Index) -> Table:
    """A table that is stored in the order of its owners, whose rows are read together."""
    return Table(name, METADATA, *items, sqlite_strict=True, sqlite_with_rowid=False)


def _where_set(column: str) -> Index:
    """An index of the rows in which the column is not null."""
    return Index(None, column, sqlite_where=text(f"{column} IS NOT NULL"))


_table(
    "contacts",
    _id(),
    _text("name"),
    _text("folded"),
    _text("created"),
    _text("planted"),
    *_truth("resting"),
    _text("rests_until", null=True),
    _text("rests_since", null=True),
    *_truth("left_alone"),
    _text("met", null=True),
    _text("org"),
    _text("title"),
    _text("birthday"),
    _text("notes"),
    _to("introduced_by", "contacts.id", null=True),
    _text("species"),
    _whole("place", null=True),
    Index(None, "folded"),
    _where_set("introduced_by"),
)
_child(
    "contact_values",
    _to("contact", "contacts.id", key=True),
    _id("kind"),
    _position(),
    _text("value"),
)
_child(
    "stage_moves",
    _to("contact", "contacts.id", key=True),
    _position(),
    _text("day"),
    _text("stage"),
    _text("reason", null=True),
)
_child(
    "rests",
    _to("contact", "contacts.id", key=True),
    _position(),
    _text("since", null=True),
    _text("until", null=True),
    _text("ended", null=True),
)
_table(
    "interactions",
    _id(),
    _text("day"),
    _text("time", null=True),
    _text("kind"),
    _text("direction"),
    _whole("minutes", null=True),
    _text("about", null=True),
    _text("note"),
    _text("ask", null=True),
    _text("answer", null=True),
    *_truth("thanks"),
    _to("batch", "batches.id", null=True),
    _text("despite"),
    CheckConstraint("(ask IS NULL) = (answer IS NULL)", name="ask"),
    Index(None, "day"),
    _where_set("batch"),
)
_child(
    "participants",
    _to("interaction", "interactions.id", key=True),
    _position(),
    _to("contact", "contacts.id"),
    Index(None, "contact"),
)
_child("gives", _to("interaction", "interactions.id", key=True), _position(), _text("value"))
_table(
    "introductions",
    _id(),
    _to("introducer", "contacts.id"),
    _to("introduced", "contacts.id"),
    _text("day"),
    _text("origin"),
    _text("outcome"),
    *_truth("thanked"),
    _to("interaction", "interactions.id", null=True),
    _text("note"),
    _text("introducer_agreed", null=True),
    _text("introduced_agreed", null=True),
    _text("settled", null=True),
    _text("told", null=True),
    Index(None, "introducer"),
    Index(None, "introduced"),
    _where_set("interaction"),
)
_table(
    "plans",
    _id(),
    _to("contact", "contacts.id"),
    _text("day"),
    _text("text"),
    _text("created"),
    _text("kind"),
    _text("done", null=True),
    Index(None, "contact"),
)
_table("dismissals", _id(), _text("day"))
_table(
    "opportunities",
    _id(),
    _text("employer"),
    _text("role"),
    _text("created"),
    _text("url"),
    _text("posting"),
    _text("salary"),
    _text("deadline", null=True),
    _text("resume"),
    _text("notes"),
)
_child("steps", _to("opportunity", "opportunities.id", key=True), _position(), _text("kind"), _text("day"))
_child(
    "opportunity_thanks",
    _to("opportunity", "opportunities.id", key=True),
    _position(),
    _to("contact", "contacts.id"),
    Index(None, "contact"),
)
_table("targets", _id(), _text("employer"), _text("created"), _text("note"))
_table(
    "batches",
    _id(),
    _whole("number"),
    _text("at"),
    _text("files"),
    _whole("added"),
    _whole("merged"),
    _text("taken_back", null=True),
)
_table(
    "sources",
    _id(),
    _to("contact", "contacts.id"),
    _text("format"),
    _text("key"),
    _text("digest"),
    _text("said"),
    _text("raw"),
    Index(None, "contact"),
)
_table(
    "soils",
    _id(),
    _text("valid_from"),
    _real("b0"),
    _real("b1"),
    _whole("learnt_from"),
    _real("f0"),
    _real("f1"),
    _whole("foreseen"),
)
_table("check_ins", _id("day"))
_table("choices", _id(), _text("key"), _text("value"), _text("since", null=True))
_table("seasons", _id(), _text("name"), _text("start"), _text("finish", null=True))
_child(
    "season_pauses",
    _to("season", "seasons.id", key=True),
    _position(),
    _text("start"),
    _text("finish", null=True),
)
_table(
    "ties",
    _to("contact", "contacts.id", key=True),
    _real("depth"),
    _whole("answers"),
    _whole("run"),
    _whole("replies"),
    _whole("unanswered"),
    _whole("of_day"),
    _text("first", null=True),
    _text("last_sign", null=True),
    _text("last_touch", null=True),
    _whole("latest_rank"),
    _whole("granted"),
    _text("letter", null=True),
    _text("favours"),
    _text("last_thanks", null=True),
    _whole("quick"),
)
_table(
    "deeds",
    Column("seq", Integer, primary_key=True),
    _text("code"),
    _text("facts"),
    _text("contact", null=True),
    _text("at"),
    *_truth("undone"),
    _text("batch", null=True),
    _where_set("batch"),
)
_table(
    "deed_changes",
    Column(
        "deed",
        Integer,
        ForeignKey("deeds.seq", deferrable=True, initially="DEFERRED"),
        primary_key=True,
        autoincrement=False,
    ),
    _position(),
    _text("kind"),
    _text("entity"),
    _text("before", null=True),
    _text("after", null=True),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="side"),
)
_table(
    "meta",
    Column("id", Integer, primary_key=True),
    _whole("revision"),
    _text("written_by"),
    _text("created"),
    _text("last_backup", null=True),
    CheckConstraint("id = 1", name="single"),
)


def definitions() -> Iterator[tuple[str, str]]:
    """The name and the CREATE statement of every table and index, parents before children."""
    for table in METADATA.sorted_tables:
        yield table.name, str(CreateTable(table).compile(dialect=DIALECT)).strip()
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(index.name), str(CreateIndex(index).compile(dialect=DIALECT)).strip()
