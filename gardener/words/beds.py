"""What stands on the signs of the beds, and the names of conditions."""

from __future__ import annotations

from gardener.domain.growth import Condition
from gardener.domain.stage import Ending, Stage

NAMES = {
    Stage.SEED: "Seeds",
    Stage.SEEDLING: "Seedlings",
    Stage.GROWING: "Growing",
    Stage.FLOWERING: "Flowering",
    Stage.FRUIT: "Fruit",
    Stage.COMPOST: "Compost",
}
LINES = {
    Stage.SEED: "to meet",
    Stage.SEEDLING: "first conversation",
    Stage.GROWING: "on your side",
    Stage.FLOWERING: "they help",
    Stage.FRUIT: "interviews and more",
    Stage.COMPOST: "ended, in the nature of things",
}
ENDINGS = {
    Ending.NO_REPLY: "No reply",
    Ending.MOVED_ON: "Moved on",
    Ending.WRONG_FIT: "Wrong fit",
    Ending.MY_NEGLECT: "My neglect",
    Ending.DONE_WELL: "Done, and well",
    Ending.OTHER: "Other",
}
CONDITIONS = {
    Condition.RESTING: "resting",
    Condition.WITHERED: "withered",
    Condition.DROWNING: "drowning",
    Condition.SOGGY: "soggy",
    Condition.WITHERED_SEED: "withered seed",
    Condition.SEED: "seed",
    Condition.WILTING: "wilting",
    Condition.THIRSTY: "thirsty",
    Condition.THRIVING: "thriving",
    Condition.HEALTHY: "healthy",
}
