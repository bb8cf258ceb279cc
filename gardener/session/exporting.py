"""A garden's people as a file for other programs, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from gardener.domain.contact import Contact
from gardener.domain.records import Source
from gardener.exchange import table_writing, vcard_writing

FORMATS = ("vcard-3.0", "vcard-4.0", "csv")
ENDINGS = {".vcf": "vcard-3.0", ".vcard": "vcard-3.0", ".csv": "csv"}
"""The format that a file's ending asks for."""


def as_file(people: Sequence[Contact], sources: Mapping[str, Sequence[Source]], form: str) -> bytes:
    """`people` as one file of `form`, one of `FORMATS`; what other programs said of them is kept in vCards."""
    if form == "csv":
        # Without the mark, a spreadsheet takes it for the encoding of its own country.
        return b"\xef\xbb\xbf" + table_writing.write(people).encode()
    told = ((one, sources.get(one.id, ())) for one in people)
    return vcard_writing.write(told, version=form.removeprefix("vcard-")).encode()


def put(file: Path, data: bytes) -> None:
    """Writes the file, readable by the person alone, for it names everybody they know. OSError as it comes."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name[:100]}.", dir=file.absolute().parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
