"""When two ways of writing an employer mean the same one: by whole folded words, never by a part of a word."""

from __future__ import annotations

import re
from functools import lru_cache

from gardener.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_LEGAL = frozenset(
    """
    ab ag aktiengesellschaft amba aps as asa bhd bv bvba co company corp corporation cv doo dmcc eg ek eood
    ev fze fzco ggmbh gmbh gbr inc incorporated jsc kft kg kgaa kk lda limited llc llp lp ltd ltda mbh nv ohg oo ood
    oy oyj pbc plc pllc pte pty pvt sa sab sapi sarl sas sasu scs se sl slu snc spa sp spj srl sro ug ulc zoo zrt
    """.split()
)
"""Legal forms, folded and without their dots; they tell nobody where somebody works."""
_SMALL = frozenset("and the und et of der die das le la les".split())
"""Words that are written or left out at will."""


@lru_cache(maxsize=16384)
def employer_words(name: str) -> tuple[str, ...]:
    """The folded words of an employer's name without legal forms and articles; all of them where nothing would be left.

    'The Müller & Söhne GmbH & Co. KG' gives ('muller', 'sohne'), 'S.A.' gives ('sa',).
    """
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", fold(name).replace("'", "").replace("’", ""))
    words = tuple(_WORD.findall(plain))
    telling = tuple(word for word in words if word not in _SMALL)
    while len(telling) > 1 and telling[-1] in _LEGAL:
        telling = telling[:-1]
    return telling or words


def same_employer(one: str, other: str) -> bool:
    """Whether both names mean the same employer: the same words, legal forms and articles aside. Empty means nobody."""
    words = employer_words(one)
    return bool(words) and words == employer_words(other)


def leads_to(org: str, employer: str) -> bool:
    """Whether somebody at `org` is at `employer`, or at a part of it: the words of one begin those of the other.

    'Meridian Freight' leads to 'Meridian'; 'Adams' does not lead to 'Ada', nor 'Meridian Pharma' to 'Meridian Freight'.
    """
    at, wanted = employer_words(org), employer_words(employer)
    shorter = min(len(at), len(wanted))
    return shorter > 0 and at[:shorter] == wanted[:shorter]
