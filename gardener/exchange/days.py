"""Birthdays as address books write them."""

from __future__ import annotations

import re
from datetime import date

NO_YEAR = 1604
"""What Apple writes when the year is not known: the first leap year of its calendar."""

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?\Z|--(\d\d)-?(\d\d)(?:T.*)?\Z")


def birthday(text: str, *, omitted_year: int = NO_YEAR) -> str:
    """'1980-03-22' or, without a year, '--03-22' for the dates of all vCard versions; '' for no such day."""
    found = _DATE.match(text)
    if found is None or not text.isascii():
        return ""
    year = int(found.group(1) or 0)
    month, day = int(found.group(2) or found.group(4)), int(found.group(3) or found.group(5))
    known = year not in (0, NO_YEAR, omitted_year)
    try:
        when = date(year if known else NO_YEAR, month, day)
    except ValueError:
        return ""
    return when.isoformat() if known else f"--{month:02}-{day:02}"
