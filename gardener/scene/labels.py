"""Which names fit beside their plants: labels never lie on each other or on another's plant. No Qt; pixels, y down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple
from unicodedata import normalize

from gardener.scene.grid import Rect

LEAST = 38.0
"""The narrowest label worth reading; a name that is shorter still may be narrower."""
SPREAD = 1.6
"""How far a label may reach beyond its cell, as a share of the cell's width, if nothing stands there."""
SLIDES = (0.0, 0.09, -0.09, 0.18, -0.18)
"""How far a label may slide aside, as shares of the cell's width."""
AIR = 1.5
"""Least distance between two labels."""
_BUCKET = 96.0


class Rank(IntEnum):
    """Who keeps a label when not all fit; the first first."""

    SELECTED = 0
    WAITING = 1
    THIRSTY = 2
    OTHER = 3


class Wanted(NamedTuple):
    """A label that would like to be shown: centred at `x`, its upper edge at `y`, `natural` wide when not elided.

    `shorter` are the widths of its shorter forms, the longest first; elided it is `least` wide or wider. `room` is the
    width of the plant's cell; from `left` to `right` runs the bed, which no label leaves. Labels with the same `alike`
    are shortened alike; empty: none.
    """

    id: str
    rank: Rank
    x: float
    y: float
    natural: float
    room: float
    left: float
    right: float
    shorter: tuple[float, ...] = ()
    alike: str = ""
    least: float = LEAST


class Label(NamedTuple):
    """A label that is shown."""

    id: str
    rect: Rect


_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame rev hon herr herrn frau mme mlle madame monsieur "
    "sr sra srta señor señora ing mag dipl dipl.-ing".split()
)
_DEGREES = frozenset(
    "PhD PHD Phd DPhil MBA MD MSc BSc LLM LLB JD CPA DDS Esq II III IV Jr JR Sr SR Jnr Snr".split()
)
_GENERATIONS = frozenset("jr sr jnr snr jun sen".split())


def _is_title(word: str) -> bool:
    """Also the small words of a degree ("med.", "h.", "c."); an M is a title only with its full stop."""
    return (
        word.rstrip(".").casefold() in _TITLES or word == "M." or (word.endswith(".") and word[0].islower())
    )


def _is_suffix(word: str) -> bool:
    """Generations and degrees. Sen and Jun are names, "sen" and "Sen." are not."""
    bare = word.replace(".", "")
    is_told = word.endswith(".") or word.islower()
    return bare in _DEGREES or (is_told and bare.casefold() in _GENERATIONS)


def name_forms(name: str) -> tuple[str, ...]:
    """A name and its shorter forms, the longest first: without titles and degrees, the first name with the initial of
    the last word, it alone.

    A single word, or a name with a comma before another name, has no shorter form.
    """
    name = normalize("NFC", " ".join(name.split()))
    words = name.split(" ")
    while len(words) > 1 and _is_suffix(words[-1].strip(",")):
        words = [*words[:-2], words[-2].rstrip(",") or words[-2]]
    while len(words) > 1 and _is_title(words[0]):
        words = words[1:]
    bare = " ".join(words)
    if "," in bare:
        return (name,)
    real = [word for word in words[1:] if word[0].isalpha()]
    short = f"{words[0]} {real[-1][0]}." if real else words[0]
    return tuple(dict.fromkeys((name, bare, *([short] if len(short) < len(bare) else []), words[0])))


class _Taken:
    """Rectangles with their owners, found by the square they lie in."""

    def __init__(self) -> None:
        self._by_square: dict[tuple[int, int], list[tuple[Rect, str]]] = defaultdict(list)

    def add(self, rect: Rect, owner: str) -> None:
        for square in _squares(rect):
            self._by_square[square].append((rect, owner))

    def free(self, rect: Rect, owner: str) -> bool:
        return not any(
            other != owner and taken.meets(rect)
            for square in _squares(rect)
            for taken, other in self._by_square.get(square, ())
        )


def fit(wanted: Iterable[Wanted], bodies: Iterable[tuple[str, Rect]], height: float) -> list[Label]:
    """The labels that find room, by rank; `bodies` are the plants themselves, each with its owner's id.

    A label takes its natural width if it can, else that of a shorter form, else it is elided. The selected one
    always stays: where there is no room, it lies over others.
    """
    plants, labels = _Taken(), _Taken()
    for owner, body in bodies:
        plants.add(body, owner)
    found: dict[str, tuple[Wanted, Rect]] = {}
    for want in sorted(wanted, key=lambda w: w.rank):
        for rect in _tries(want, height):
            if want.rank is Rank.SELECTED or _is_free(rect, want.id, plants, labels):
                labels.add(rect, want.id)
                found[want.id] = want, rect
                break
    shown = [(want, _widened(want, rect, plants, labels)) for want, rect in found.values()]
    shortest: dict[str, tuple[int, float]] = {}
    for want, rect in shown:
        if want.alike and want.rank is not Rank.SELECTED:
            shortest[want.alike] = max(shortest.get(want.alike, (0, 0.0)), (_form(want, rect), -rect.w))
    return [Label(want.id, _narrowed(want, rect, shortest)) for want, rect in shown]


def _form(want: Wanted, rect: Rect) -> int:
    """Which form a label of that width shows: 0 the whole name; their number when even the shortest is elided."""
    forms = (want.natural, *want.shorter)
    return next((at for at, width in enumerate(forms) if width <= rect.w + 0.01), len(forms))


def _narrowed(want: Wanted, rect: Rect, shortest: Mapping[str, tuple[int, float]]) -> Rect:
    """The label within its place, in a form as short as the shortest of the same name; the selected one stays whole."""
    if want.rank is Rank.SELECTED or want.alike not in shortest:
        return rect
    forms, (form, negative_width) = (want.natural, *want.shorter), shortest[want.alike]
    width = min(rect.w, forms[form] if form < len(forms) else -negative_width)
    x = min(max(want.x - width / 2, rect.x), rect.right - width)
    return rect if width == rect.w else Rect(x, rect.y, width, rect.h)


def _is_free(rect: Rect, owner: str, plants: _Taken, labels: _Taken) -> bool:
    return plants.free(rect, owner) and labels.free(rect.grown(AIR), owner)


def _tries(want: Wanted, height: float) -> Iterator[Rect]:
    """Where to begin: none reaches far into a neighbour's cell before all have had their turn."""
    if want.rank is Rank.SELECTED:
        yield _rect(want, min(want.natural, want.right - want.left), height)
        return
    forms = (want.natural, *want.shorter)
    fitting = [width for width in forms if width <= want.room * 0.96]
    least = min(want.natural, want.least)
    elided = [share * want.room for share in (0.96, 0.8) if least <= share * want.room <= want.natural]
    for width in (*fitting, *elided):
        for aside in SLIDES:
            yield _rect(want, width, height, aside * want.room)


def _widened(want: Wanted, rect: Rect, plants: _Taken, labels: _Taken) -> Rect:
    """The label in the longest form for which there is room beside it, as far as it may spread; else as it is."""
    most = min(want.room * SPREAD, want.right - want.left)
    for width in (want.natural, *want.shorter):
        if rect.w < width <= most:
            for aside in SLIDES:
                wide = _rect(want, width, rect.h, aside * want.room)
                if _is_free(wide, want.id, plants, labels):
                    labels.add(wide, want.id)
                    return wide
    return rect


def _rect(want: Wanted, width: float, height: float, aside: float = 0.0) -> Rect:
    x = min(max(want.x + aside - width / 2, want.left), max(want.left, want.right - width))
    return Rect(x, want.y, width, height)


def _squares(rect: Rect) -> Iterable[tuple[int, int]]:
    for column in range(int(rect.x // _BUCKET), int(rect.right // _BUCKET) + 1):
        for row in range(int(rect.y // _BUCKET), int(rect.bottom // _BUCKET) + 1):
            yield column, row
