"""Dates and times as they are typed."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from gardener.domain.changes import Refusal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")


def day(text: str) -> date | Refusal:
    """'2026-11-22' as a day."""
    if _DAY.fullmatch(text) and text.isascii():
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return Refusal("bad-date", {"value": text})


def moment(text: str) -> tuple[date, time | None] | Refusal:
    """'2026-11-22' as a day, '2026-11-22T09:30' as a day with its time."""
    if "T" not in text or not text[:1].isdigit():
        found = day(text)
        return found if isinstance(found, Refusal) else (found, None)
    if _MOMENT.fullmatch(text) and text.isascii():
        try:
            both = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            return both.date(), both.time()
    return Refusal("bad-date", {"value": text, "timed": 1})
