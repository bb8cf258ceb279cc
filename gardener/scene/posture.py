"""The posture that vitality and water give a plant's body."""

from __future__ import annotations

from typing import NamedTuple

from gardener.scene.traits import Traits, ramp

# Within a condition little changes, from one to the next much: the steps lie where conditions meet.
_DROOP = (
    (0.0, 1.0), (0.12, 0.90), (0.17, 0.72), (0.23, 0.62), (0.28, 0.36), (0.36, 0.26), (0.43, 0.10), (0.6, 0.05), (0.8, 0.0),
)  # fmt: skip
_HANG = (
    (0.0, 1.0), (0.12, 0.95), (0.17, 0.84), (0.23, 0.76), (0.28, 0.48), (0.36, 0.38), (0.43, 0.16), (0.6, 0.09), (0.8, 0.0),
)  # fmt: skip


class Posture(NamedTuple):
    """How a body holds itself, each 0..1: from vitality `droop` (of stems), `hang` (of leaves), `lush`, `fresh`
    and `shrivel`; from water `pale` and `limp`; `sleep` when resting."""

    vitality: float
    droop: float
    hang: float
    lush: float
    fresh: float
    shrivel: float
    pale: float
    limp: float
    sleep: float


def posture_of(traits: Traits) -> Posture:
    """Return the posture for `traits`; continuous in vitality and wetness."""
    v = 1.0 if traits.vitality is None else min(1.0, max(0.0, traits.vitality))
    w = traits.wetness
    return Posture(
        vitality=v,
        droop=ramp(v, _DROOP),
        hang=ramp(v, _HANG),
        lush=ramp(v, ((0.45, 0.0), (0.66, 0.18), (0.73, 0.76), (1.0, 1.0))),
        fresh=v,
        shrivel=ramp(v, ((0.0, 0.75), (0.15, 0.5), (0.25, 0.27), (0.40, 0.08), (0.5, 0.0))),
        pale=ramp(w, ((0.2, 0.0), (0.6, 0.38), (1.0, 0.85), (1.5, 1.0))),
        limp=ramp(w, ((0.45, 0.0), (0.75, 0.18), (1.0, 0.42), (2.0, 0.62))),
        sleep=1.0 if traits.resting else 0.0,
    )
