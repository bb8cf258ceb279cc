"""Forgets a person for good: out of every table, the history of deeds and every text of the file, and off its pages."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gardener.store.codec import decode, encode, encode_facts
from gardener.store.columns import COLUMNS

SOMEBODY = "somebody"
"""What stands in other texts where the person was named."""
LEAST = 3
"""Texts of fewer characters are too common to be searched for in the words of others."""
_TEXTS = {
    "contacts": ("notes",),
    "interactions": ("note",),
    "gives": ("value",),
    "introductions": ("note",),
    "plans": ("text",),
    "opportunities": ("posting", "notes"),
    "targets": ("note",),
    "batches": ("files",),
    "sources": ("said", "raw"),
    "seasons": ("name",),
}
"""Columns that hold words of a person or of another program, beside the common ground; names and means are their owners'."""
_MEANS = ("emails", "phones", "urls", "addresses")
_KINDS_OF_MEANS = ("email", "phone", "url", "address")
_WORDS_OF_CONTACT = ("notes", "common")
"""Of another contact, what may speak of the one that is forgotten."""


def forget(connection: sqlite3.Connection, contact: str) -> bool:
    """Takes the contact of that id away for good; false when the file knows nobody of that id.

    One transaction, then the pages are written anew, so that nothing of it is left in the file. Interactions with
    others stay without them. It cannot be undone.
    """
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _forget(connection, contact)
        connection.execute("COMMIT" if found else "ROLLBACK")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    if found:
        clean(connection)
    return found


def clean(connection: sqlite3.Connection) -> None:
    """Writes the file anew without what was deleted, and empties the log beside it."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _forget(connection: sqlite3.Connection, contact: str) -> bool:
    if connection.execute("SELECT 1 FROM contacts WHERE id = ?", (contact,)).fetchone() is None:
        return False
    shared = _ids(connection, "SELECT value FROM contact_values WHERE contact <> ?", contact)
    shared |= _ids(connection, "SELECT name FROM contacts WHERE id <> ?", contact)
    names = set(_names(connection, contact)) - shared  # what is another one's too stays
    loose = _ids(connection, "SELECT id FROM introductions WHERE ? IN (introducer, introduced)", contact)
    loose |= _ids(connection, "SELECT id FROM plans WHERE contact = ?", contact)
    _from_tables(connection, contact, loose)
    scrub = _scrubber(names)
    _from_history(connection, contact, loose, scrub)
    _from_texts(connection, scrub)
    connection.execute("UPDATE meta SET revision = revision + 1")
    return True


def _ids(connection: sqlite3.Connection, query: str, *values: str) -> set[str]:
    return {id_ for (id_,) in connection.execute(query, values)}


# How the person is called


def _names(connection: sqlite3.Connection, contact: str) -> Iterator[str]:
    """All that names them: as they are in the file now, and as they ever were in its history."""
    for (name,) in connection.execute("SELECT name FROM contacts WHERE id = ?", (contact,)):
        yield name
    for kind, value in connection.execute(
        "SELECT kind, value FROM contact_values WHERE contact = ?", (contact,)
    ):
        if kind in _KINDS_OF_MEANS:
            yield value
    rows = connection.execute(
        "SELECT before, after FROM deed_changes WHERE kind = 'contact' AND entity = ?", (contact,)
    )
    for sides in rows.fetchall():
        for side in sides:
            if side is not None:
                yield from _named_in(json.loads(side))


def _named_in(contact: dict[str, Any]) -> Iterator[str]:
    yield str(contact.get("name", ""))
    for field in _MEANS:
        yield from (str(value) for value in contact.get(field, ()))


def _scrubber(names: Iterable[str]) -> Callable[[str], str]:
    """Puts `SOMEBODY` in the place of each of the names, whole words only, whatever their case; the longest first."""
    known = sorted({name.strip() for name in names if len(name.strip()) >= LEAST}, key=lambda n: (-len(n), n))
    if not known:
        return lambda text: text
    words = ("\\s+".join(re.escape(part) for part in name.split()) for name in known)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(SOMEBODY, text)


# The tables


def _from_tables(connection: sqlite3.Connection, contact: str, loose: set[str]) -> None:
    own = _ids(
        connection,
        "SELECT interaction FROM participants GROUP BY interaction HAVING count(*) = sum(contact = ?)",
        contact,
    )
    for id_ in own:
        connection.execute("UPDATE introductions SET interaction = NULL WHERE interaction = ?", (id_,))
        for table in ("gives", "participants"):
            connection.execute(f"DELETE FROM {table} WHERE interaction = ?", (id_,))
        connection.execute("DELETE FROM interactions WHERE id = ?", (id_,))
    _out_of_rows(connection, "participants", contact)
    _out_of_rows(connection, "opportunity_thanks", contact)
    connection.execute("DELETE FROM introductions WHERE ? IN (introducer, introduced)", (contact,))
    connection.execute("UPDATE contacts SET introduced_by = NULL WHERE introduced_by = ?", (contact,))
    for table in ("plans", "sources", "contact_values", "stage_moves", "rests", "ties"):
        connection.execute(f"DELETE FROM {table} WHERE contact = ?", (contact,))
    connection.execute("DELETE FROM contacts WHERE id = ?", (contact,))
    for (id_,) in connection.execute("SELECT id FROM dismissals").fetchall():
        if _is_of(id_, contact, loose):
            connection.execute("DELETE FROM dismissals WHERE id = ?", (id_,))


def _is_of(mark: str, contact: str, loose: set[str]) -> bool:
    """Whether the mark of something closed is about the contact, or about a plan or an introduction of theirs."""
    return contact in mark or any(id_ in mark for id_ in loose)


def _out_of_rows(connection: sqlite3.Connection, table: str, contact: str) -> None:
    """Out of the lists of a child table; those who stay close up."""
    owner, position, _ = COLUMNS[table]
    for id_ in _ids(connection, f"SELECT {owner} FROM {table} WHERE contact = ?", contact):
        rows = connection.execute(
            f"SELECT contact FROM {table} WHERE {owner} = ? ORDER BY {position}", (id_,)
        ).fetchall()
        others = [one for (one,) in rows if one != contact]
        connection.execute(f"DELETE FROM {table} WHERE {owner} = ?", (id_,))
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?)", [(id_, at, one) for at, one in enumerate(others)]
        )


# The history of deeds


def _from_history(
    connection: sqlite3.Connection, contact: str, loose: set[str], scrub: Callable[[str], str]
) -> None:
    rows = connection.execute(
        "SELECT deed, position, kind, entity, before, after FROM deed_changes"
    ).fetchall()
    loose = loose | {row[3] for row in rows if row[2] in ("plan", "introduction") and contact in str(row[4:])}
    loose |= {row[3] for row in rows if row[2] == "interaction" and _is_alone(row[4], row[5], contact)}
    emptied = set()
    for deed, position, kind, entity, before, after in rows:
        sides = [_without(kind, entity, side, contact, loose, scrub) for side in (before, after)]
        if sides == [before, after]:
            continue
        where = (deed, position)
        if sides[0] == sides[1]:
            connection.execute("DELETE FROM deed_changes WHERE deed = ? AND position = ?", where)
            emptied.add(deed)
        else:
            connection.execute(
                "UPDATE deed_changes SET before = ?, after = ? WHERE deed = ? AND position = ?",
                (*sides, *where),
            )
    for deed in emptied:
        left = connection.execute("SELECT 1 FROM deed_changes WHERE deed = ? LIMIT 1", (deed,)).fetchone()
        if left is None:
            connection.execute("DELETE FROM deeds WHERE seq = ? AND batch IS NULL", (deed,))
    for seq, facts, about in connection.execute("SELECT seq, facts, contact FROM deeds").fetchall():
        said = json.loads(facts)
        told = _scrubbed(said, scrub)
        if about == contact and "name" in said:
            told["name"] = SOMEBODY
        elif told.get("name") not in (said.get("name"), SOMEBODY):  # a part of another one's name
            told["name"] = said["name"]
        if told != said:
            connection.execute("UPDATE deeds SET facts = ? WHERE seq = ?", (encode_facts(told), seq))
    connection.execute("UPDATE deeds SET contact = NULL WHERE contact = ?", (contact,))


def _is_alone(before: str | None, after: str | None, contact: str) -> bool:
    """Whether an interaction was with them alone, on either side of a change."""
    return any(side is not None and json.loads(side)["participants"] == [contact] for side in (before, after))


def _without(
    kind: str, entity: str, side: str | None, contact: str, loose: set[str], scrub: Callable[[str], str]
) -> str | None:
    """One side of a change without the person; null where it was theirs alone."""
    if side is None:
        return None
    said = json.loads(side)
    theirs = (
        (kind == "contact" and entity == contact)
        or (kind in ("source", "plan") and said.get("contact") == contact)
        or (kind == "introduction" and contact in (said.get("by"), said.get("to")))
        or (kind == "dismissal" and _is_of(entity, contact, loose))
    )
    if theirs:
        return None
    for field in ("participants", "thanks_to"):
        if contact in said.get(field, ()):
            said[field] = [one for one in said[field] if one != contact]
            if not said[field] and field == "participants":
                return None
    if kind == "introduction" and said.get("interaction") in loose:
        del said["interaction"]
    if kind == "contact" and said.get("introduced_by") == contact:
        del said["introduced_by"]
    own = kind in ("contact", "opportunity", "target")
    for field in said if not own else (*_WORDS_OF_CONTACT, "posting", "note"):
        if field in said:
            said[field] = _scrubbed(said[field], scrub)
    return encode(decode(kind, json.dumps(said, ensure_ascii=False)))


def _scrubbed(value: Any, scrub: Callable[[str], str]) -> Any:
    """A value of JSON with every text of it scrubbed; keys and ids hold no names."""
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, list):
        return [_scrubbed(one, scrub) for one in value]
    if isinstance(value, dict):
        return {key: _scrubbed(one, scrub) for key, one in value.items()}
    return value


# All other words


def _from_texts(connection: sqlite3.Connection, scrub: Callable[[str], str]) -> None:
    for table, columns in _TEXTS.items():
        for column in columns:
            _from_column(connection, table, column, scrub)
    _from_column(connection, "contact_values", "value", scrub, " WHERE kind IN ('theirs', 'mine')")


def _from_column(
    connection: sqlite3.Connection, table: str, column: str, scrub: Callable[[str], str], where: str = ""
) -> None:
    key = COLUMNS[table][:-1] if table in ("gives", "contact_values") else COLUMNS[table][:1]
    rows = connection.execute(f"SELECT {', '.join(key)}, {column} FROM {table}{where}").fetchall()
    matching = " AND ".join(f"{one} = ?" for one in key)
    for *row, text in rows:
        if (said := _scrub_column(column, text, scrub)) != text:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {matching}", (said, *row))


def _scrub_column(column: str, text: str, scrub: Callable[[str], str]) -> str:
    """The text of a column; lists are kept as JSON."""
    if column not in ("files", "said"):
        return scrub(text)
    said = json.loads(text)
    clean_ = _scrubbed(said, scrub)
    return text if clean_ == said else json.dumps(clean_, ensure_ascii=False, separators=(",", ":"))
