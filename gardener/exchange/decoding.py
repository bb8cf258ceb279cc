"""Bytes as text: byte-order mark, strict UTF-8, the encoding a line declares, and only then a guess."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from contextlib import suppress

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"CHARSET=\"?([\w.:-]{2,40})", re.IGNORECASE)
_CODEC_NAME = re.compile(r"[A-Za-z0-9][\w.:-]{1,39}\Z", re.ASCII)
# What other programs write text in. Python has more codecs; some of them are slow or no encodings at all.
_CODEC_FAMILIES = re.compile(
    r"(ascii|utf-(8|16|32).*|iso8859-\d+|cp\d+|koi8-[rut]|mac-[a-z]+|gb2312|gbk|gb18030|hz|big5(hkscs)?"
    r"|shift_jis\w*|euc_\w+|euc_kr|johab|iso2022_\w+|tis-620|kz1048|ptcp154|hp-roman8)\Z"
)
_NOT_LATIN = re.compile(
    r"(cp(1251|1253|1255|1256|866|874|932|949)|koi8|iso8859-([5678]|11)\Z|shift|euc|gb|big5|johab|iso2022|hz|tis)"
)
_SAMPLE = 64 * 1024
_LINE_END = re.compile(rb"\r+\n?")
_RUN = re.compile(rb"[\x80-\xff]+")


def codec(name: str) -> str | None:
    """Python's name for the text encoding `name`, None when it is none that files are written in."""
    if not _CODEC_NAME.match(name):
        return None
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return known if _CODEC_FAMILIES.match(known) else None


class Decoder:
    """One file's bytes without NUL and lone carriage returns, and how to read them.

    `data` is ASCII-compatible (UTF-16 and UTF-32 have become UTF-8). `encoding` names what was understood so
    far.
    """

    __slots__ = ("_guess", "data", "encoding")

    def __init__(self, data: bytes) -> None:
        self._guess: str | None = None
        self.data, self.encoding = _ascii_compatible(data)

    def text(self, limit: int | None = None) -> str:
        """The whole file, or the whole lines among its first `limit` bytes; line ends are `\\n`."""
        cut = limit is not None and len(self.data) > limit
        return self.decode(self.data[:limit].rsplit(b"\n", 1)[0] if cut else self.data).replace("\r\n", "\n")

    def decode(self, line: bytes) -> str:
        """`line` as strict UTF-8, else by the encoding it declares (`CHARSET=`), else by the file's."""
        try:
            return line.decode()
        except UnicodeDecodeError:
            pass
        declared = _DECLARED.search(line, 0, 2000)
        charset = codec(declared.group(1).decode("ascii")) if declared else None
        if charset and self.encoding == "utf-8":
            self.encoding = charset
        return self.decode_as(line, charset or "")

    def decode_as(self, octets: bytes, charset: str) -> str:
        """`octets` by `charset` when that fits, else as strict UTF-8, else by the file's encoding."""
        declared = codec(charset) if charset else None
        for name in (declared, "utf-8"):
            if name:
                try:
                    return octets.decode(name)
                except UnicodeDecodeError as failed:
                    if name == "utf-8" and (halves := _surrogate_halves(octets)) is not None:
                        return halves
                    whole = octets[: failed.start]
                    if failed.reason == "unexpected end of data" and not whole.isascii():
                        return whole.decode(name, "replace")  # a text cut off within its last character
                except UnicodeError:
                    continue
        return octets.decode(self.fallback, "replace")

    @property
    def fallback(self) -> str:
        """The encoding of what is not UTF-8 here: the one declared most often that fits, else a guess."""
        if self._guess is None:
            foreign = _foreign_lines(self.data)
            self._guess = _declared_encoding(self.data, foreign) or _guessed_encoding(foreign)
            if foreign:
                self.encoding = self._guess
        return self._guess


def _ascii_compatible(data: bytes) -> tuple[bytes, str]:
    """A file in an ASCII-compatible encoding, without NUL, its lines ended by LF or CR LF; its encoding."""
    encoding = "utf-8"
    for mark, name in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    else:
        encoding = _unmarked_wide(data[:1024]) or encoding
    if encoding != "utf-8":
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    elif b"\x1b$" in data[:_SAMPLE]:
        with suppress(UnicodeError):
            data, encoding = data.decode("iso2022_jp").encode(), "iso2022_jp"
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if data.count(b"\r") != data.count(b"\r\n"):
        data = _LINE_END.sub(b"\n", data)
    return data, encoding


def _unmarked_wide(head: bytes) -> str | None:
    """UTF-16 without a mark betrays itself by the zero half of its ASCII characters."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    if head[1::2].count(0) > pairs * 0.6 and head[0::2].count(0) < pairs * 0.1:
        return "utf-16-le"
    if head[0::2].count(0) > pairs * 0.6 and head[1::2].count(0) < pairs * 0.1:
        return "utf-16-be"
    return None


def _foreign_lines(data: bytes) -> bytes:
    """The lines that are not UTF-8, up to a sample's size."""
    kept: list[bytes] = []
    size = 0
    for line in data.split(b"\n"):
        if line.isascii() or _is_utf8(line):
            continue
        kept.append(line[:_SAMPLE])
        size += len(kept[-1])
        if size > _SAMPLE:
            break
    return b"\n".join(kept)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _surrogate_halves(octets: bytes) -> str | None:
    """UTF-8 in which some program wrote emoji as two halves (CESU-8), put together; None when it is not that.

    A half alone becomes the sign for what cannot be read.
    """
    try:
        text = octets.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _declared_encoding(data: bytes, foreign: bytes) -> str | None:
    declared = Counter(codec(name.decode("ascii")) for name in _DECLARED.findall(data))
    for name, _times in declared.most_common():
        if name and name not in ("ascii", "utf-8"):
            try:
                foreign.decode(name)
            except UnicodeError:
                continue
            return name
    return None


def _guessed_encoding(foreign: bytes) -> str:
    """A guess from the bytes that are not UTF-8.

    Single accented letters among ASCII are Western European unless that makes signs of them inside of words;
    whole words of high bytes are another script, which chardet tells apart even in a few of them.
    """
    runs = _RUN.findall(foreign)
    if not runs:
        return "cp1252"
    import chardet  # costs 50 ms, and hardly any file needs it

    found = chardet.detect(foreign)
    name = codec(str(found["encoding"] or "")) or "cp1252"
    if _decodes(foreign, name):
        words = sum(map(len, runs)) >= 2 * len(runs)
        if _NOT_LATIN.match(name) and (words or _signs(foreign, "cp1252")):
            return name
        if (found["confidence"] or 0) >= 0.5:
            return name
    return min(("cp1252", "cp1250"), key=lambda latin: _signs(foreign, latin))


def _decodes(octets: bytes, name: str) -> bool:
    try:
        octets.decode(name)
    except UnicodeError:
        return False
    return True


def _signs(octets: bytes, name: str) -> int:
    """How many high bytes become no letter and no punctuation, as £ and ³ do where Ł and ł were meant."""
    return sum(
        1
        for sign in octets.decode(name, "replace")
        if sign > "\x7f" and unicodedata.category(sign)[0] not in "LMP"
    )
