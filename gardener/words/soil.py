"""How this garden answers, beside most: the soil in plain words."""

from __future__ import annotations

from datetime import date

from gardener.domain.growth import TRUSTED_FROM, Climate, sigmoid
from gardener.domain.records import Soil
from gardener.words.dates import counted, number, short_day

TITLE = "How this garden answers"
LEARN, RESET = "Learn it now", "Back to plain"
LEARNING = "Looking at what became of earlier predictions…"
LEARN_TIP = "Compares what was predicted months ago with what came; it can be undone"
RESET_TIP = "As in every garden at first; it stays so until you let it learn again"
NOTE = "Learnt once a month, by itself, from what became of earlier predictions."
NOTHING = "Nothing is learnt of this garden yet: it is read as most are."
YOUNG = "Vitality is read as in most gardens still: too few of its predictions have come due."
PUT_BACK = "Put back to plain by hand: this garden is read as most are, until you let it learn again."
SLOWER, MORE, ALIKE = "slower", "more", "alike"


def kind(soil: Soil | Climate) -> str:
    """`slower`, `more` or `alike`: what becomes of an even chance, five points either way counting as alike."""
    even = sigmoid(soil.b0)
    return SLOWER if even < 0.45 else MORE if even > 0.55 else ALIKE


def told(soil: Soil | None, today: date) -> str:
    """'This garden answers slower than most: where others … Learnt on Sun 1 Mar from 143 predictions.'"""
    if soil is None:
        return NOTHING
    if soil.is_reset:
        return PUT_BACK
    if not soil.learnt_from:
        return f"{YOUNG} {forecasts(soil)}"
    count = counted(soil.learnt_from, "prediction that has come due", "predictions that have come due")
    learnt = f"{answers(soil)} Learnt on {short_day(soil.valid_from, today=today)} from {count}."
    return f"{learnt} {forecasts(soil)}".strip()


def forecasts(soil: Soil) -> str:
    """From how many of their own the forecasts of a month have learnt; nothing before they have."""
    if not soil.foreseen:
        return ""
    return f"Forecasts of a month have learnt from {number(soil.foreseen)} of their own."


def answers(soil: Soil | Climate) -> str:
    """How the garden answers, and what becomes of an even chance."""
    even = f"where elsewhere one in two gives a sign, here it is {sigmoid(soil.b0):.0%}".replace("%", " %")
    match kind(soil):
        case "slower":
            first = f"This garden answers slower than most: {even}."
        case "more":
            first = f"This garden answers more than most: {even}."
        case _:
            first = "This garden answers about as most do."
    if soil.b1 < 0.75:
        return f"{first} Its ties differ less than elsewhere."
    return f"{first} Its ties differ more than elsewhere." if soil.b1 > 1.3 else first


def relative(learnt_from: int) -> str:
    """Why vitality is no chance to be trusted yet."""
    have = (
        f"{number(learnt_from)} of about {TRUSTED_FROM}" if learnt_from else f"None of about {TRUSTED_FROM}"
    )
    return (
        f"Read it as compared with the others in this garden. Its scale comes from students and offices; {have} "
        "predictions of this garden’s own have come due so far."
    ).replace("; None", "; none")
