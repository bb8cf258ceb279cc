"""The words that stay as a note: what was typed, without what has found its own field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gardener.capture.sentence import Sentence

_EDGES = " ,;:–—-()&+/"
_ALONE = re.compile(
    r"(?:and|for|on|at|in|with|to|the|a|an|it was|was|i|we|had|of|by|back|just|also|then|about|my|our|his|her|nice"
    r"|quick|short|long|some|again|both|up|from|w/|w)",
    re.IGNORECASE,
)

_LOOSE = re.compile(r"^(?:and|but|with)\s+|\s+(?:and|on|at|for|with|w/|w|to|from|by)$", re.IGNORECASE)


def note_of(sentence: Sentence, spans: Sequence[tuple[int, int]], away: Sequence[tuple[int, int]]) -> str:
    """What stands in `spans` of the row, but for the spans that are `away`: the days, hours and lengths that are told."""
    pieces = [_piece(sentence, start, end, away) for start, end in spans]
    return "; ".join(piece for piece in pieces if piece)


def _piece(sentence: Sentence, start: int, end: int, away: Sequence[tuple[int, int]]) -> str:
    runs: list[tuple[int, int]] = []
    at = 0
    for token in sentence.tokens:
        place = at
        at += len(token.sign) + 1
        if not start <= place < end or any(a <= place < b for a, b in away):
            continue
        if runs and not sentence.text[runs[-1][1] : token.start].strip():
            runs[-1] = (runs[-1][0], token.end)
        else:
            runs.append((token.start, token.end))
    words = [sentence.text[a:b].strip() for a, b in runs]
    text = " ".join(word for word in words if word)
    text = re.sub(r"\s+([,.;:!?)])", r"\1", text)
    text = re.sub(r"\s*\(\s*\)", "", text)
    text = re.sub(r"([,;:])(?:\s*[,;:—–])+", r"\1", text)
    text = _LOOSE.sub("", text.strip(_EDGES + ".")).strip(_EDGES)
    return "" if _ALONE.fullmatch(text) else text
