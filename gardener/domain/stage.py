"""The beds a plant can stand in, chosen by the person and never by the program."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far a tie has come, in the order of the beds."""

    SEED = "seed"
    SEEDLING = "seedling"
    GROWING = "growing"
    FLOWERING = "flowering"
    FRUIT = "fruit"
    COMPOST = "compost"


class Ending(StrEnum):
    """Why a contact went to the compost; always optional."""

    NO_REPLY = "no-reply"
    MOVED_ON = "moved-on"
    WRONG_FIT = "wrong-fit"
    MY_NEGLECT = "my-neglect"
    DONE_WELL = "done-well"
    OTHER = "other"


LIVING = tuple(stage for stage in Stage if stage is not Stage.COMPOST)
"""The five beds of living plants, in order."""
