"""The columns of every table in order, for reading and writing without SQLAlchemy. A test holds them to `schema.py`."""

from __future__ import annotations

from collections.abc import Mapping

_COLUMNS = {
    "contacts": "id name folded created planted resting rests_until rests_since left_alone met org title birthday"
    " notes introduced_by species place",
    "contact_values": "contact kind position value",
    "stage_moves": "contact position day stage reason",
    "rests": "contact position since until ended",
    "interactions": "id day time kind direction minutes about note ask answer thanks batch despite",
    "participants": "interaction position contact",
    "gives": "interaction position value",
    "introductions": "id introducer introduced day origin outcome thanked interaction note"
    " introducer_agreed introduced_agreed settled told",
    "plans": "id contact day text created kind done",
    "dismissals": "id day",
    "opportunities": "id employer role created url posting salary deadline resume notes",
    "steps": "opportunity position kind day",
    "opportunity_thanks": "opportunity position contact",
    "targets": "id employer created note",
    "batches": "id number at files added merged taken_back",
    "sources": "id contact format key digest said raw",
    "soils": "id valid_from b0 b1 learnt_from f0 f1 foreseen",
    "check_ins": "day",
    "choices": "id key value since",
    "seasons": "id name start finish",
    "season_pauses": "season position start finish",
    "ties": "contact depth answers run replies unanswered of_day first last_sign last_touch latest_rank granted"
    " letter favours last_thanks quick",
    "deeds": "seq code facts contact at undone batch",
    "deed_changes": "deed position kind entity before after",
    "meta": "id revision written_by created last_backup",
}
COLUMNS: Mapping[str, tuple[str, ...]] = {table: tuple(names.split()) for table, names in _COLUMNS.items()}
"""Every table's columns in order. The first names the row, or in a child table the owner."""
