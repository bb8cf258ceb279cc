"""Contacts as a table for a spreadsheet: nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from gardener.domain.contact import Contact
from gardener.exchange.table import SEVERAL, guarded

COLUMNS = {
    "Name": "name", "Nickname": "nicknames", "Company": "org", "Job Title": "title", "E-mail": "emails",
    "Phone": "phones", "Website": "urls", "Address": "addresses", "Birthday": "birthday", "Met": "met",
    "Labels": "tags", "Notes": "notes",
}  # fmt: skip
"""The headings, and the fields of a contact below them."""


def write(people: Iterable[Contact]) -> str:
    """A heading and a row for each; several values of a cell stand as Google writes them (`a ::: b`)."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(getattr(one, field)) for field in COLUMNS.values()] for one in people)
    return out.getvalue()


def _cell(value: object) -> str:
    values = value if isinstance(value, tuple) else ("" if value is None else str(value),)
    return guarded(f" {SEVERAL} ".join(values))
