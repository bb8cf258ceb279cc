"""An archive (ZIP) of files of people, such as the download of one's data at LinkedIn: looked into, never unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from gardener.exchange.input_file import InputFile
from gardener.exchange.reading import SIZE_LIMIT, holds_people

FILES_LIMIT = 2000
"""Most entries looked at."""
HEAD = 64 * 1024
"""So much of an entry, in bytes, tells what it is."""

_MARK = b"PK\x03\x04"
_ENDINGS = (".vcf", ".vcard", ".csv", ".txt")
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError)
"""What a torn or locked entry ends with; RuntimeError is a password's."""


def opened(file: InputFile) -> tuple[InputFile, ...]:
    """The files of people in an archive, each with the archive's path before its own; any other file as it is.

    An archive without one has the problem `archive`; one whose files are larger together than `SIZE_LIMIT`, `too-large`.
    An archive in an archive stays closed.
    """
    if file.problem or not file.data.startswith(_MARK):
        return (file,)
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            found = _people(file.path, archive)
    except _BROKEN:
        found = ()
    return found or (InputFile(file.path, problem="archive"),)


def _people(path: str, archive: zipfile.ZipFile) -> tuple[InputFile, ...]:
    found: list[InputFile] = []
    room = SIZE_LIMIT
    for entry in archive.infolist()[:FILES_LIMIT]:
        name = entry.filename
        if not name.lower().endswith(_ENDINGS) or PurePosixPath(name).name.startswith("."):
            continue
        try:
            with archive.open(entry) as inside:
                head = inside.read(HEAD)
                if not holds_people(name, head):
                    continue
                data = head + inside.read(room + 1 - len(head))
        except _BROKEN:
            continue
        room -= len(data)
        if room < 0:
            return (InputFile(path, problem="too-large"),)
        found.append(InputFile(f"{path}/{name}", data))
    return tuple(found)
