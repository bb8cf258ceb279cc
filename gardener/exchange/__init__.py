"""Other programs' formats: bytes in, values out, nothing opened, fetched or decided.

May import `gardener.domain` (its words for text and limits) and the standard library; chardet only when a
file names no encoding that fits. Formats do not know each other: `vcard`, `linkedin` and `address_book` share the
values of `card.py`, the draft a card grows from (`draft.py`), web addresses (`links.py`) and the bytes' encoding
(`decoding.py`); the last two also what a table is (`table.py`). `archive.py` looks into a ZIP. Start at `reading.py`,
which looks at a file and asks the format that wrote it.
"""
