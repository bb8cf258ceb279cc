"""How the garden's ground fits a window: its measures, and how sky, signs, rows and labels share the height.

Lengths are in units of the ground: at least 1080 make the garden's width, more where the window is wide; y runs down
from the top of the sky. No Qt.
"""

from __future__ import annotations

from typing import NamedTuple

from gardener.domain.stage import LIVING, Stage
from gardener.scene.grid import LEAST_UNIT, MOST_UNIT, Grid, grid_of

WIDTH = 1080.0
"""Of the narrowest garden."""
WIDEST = 1.3
"""So many times that the garden of a wide window is wide at most; what is left beside it is lawn."""
MARGIN, GAP, WOOD = 20.0, 14.0, 10.0
PAD = 7.0
"""Soil above and below the cells."""
FEWEST_ROWS = 4
LEAST_SKY, MOST_SKY = 112.0, 0.20
"""The least height of the sky, and its most as a share of the whole."""
LEAST_SLACK, MOST_SLACK = 2.0, 6.0
"""How far feet may wander down in their cells, at least and at most."""
FOOT_OF_PAGE = 14.0


class Ground(NamedTuple):
    """What the shape of the window decides, and no plant: heights and room, in units of the ground.

    `unit` is the full height of a plant in the first rows, `rows` the fewest of them in a living bed.
    """

    sky: float = 150.0
    sign: float = 52.0
    label: float = 27.0
    slack: float = 4.0
    rows: int = FEWEST_ROWS
    unit: float = 96.0
    width: float = WIDTH

    @property
    def bed_width(self) -> float:
        """Of a living bed's frame."""
        return (self.width - 2 * MARGIN - (len(LIVING) - 1) * GAP) / len(LIVING)

    @property
    def heap_width(self) -> float:
        """Of the compost's frame."""
        return (len(LIVING) - 1) * (self.bed_width + GAP) - GAP

    def living(self, stage: Stage) -> Grid:
        """The cells of a living bed."""
        return self.grid(stage, self.bed_width - 2 * WOOD)

    def grid(self, stage: Stage, width: float) -> Grid:
        """The cells of a bed whose soil is `width` wide."""
        return grid_of(stage, width=width, below=self.label, slack=self.slack, unit=self.unit)


def ground_for(width: float, height: float) -> tuple[Ground, float]:
    """The ground that fills a window of that many pixels, and its scale in pixels per unit.

    The garden's width fills the window's: in a wide one the beds are wider. In a very low one it is scrolled instead.
    What is left over goes to the plants first and a little to the sky, then to the rows' play, then to further rows.
    """
    width, height = max(width, 80.0), max(height, 80.0)
    widest = scale = width / WIDTH
    for _ in range(4):  # room for labels is in pixels, so the height depends a little on the scale
        scale = max(min(widest, height / least_height(_least(scale))), 0.8 * widest)
    room = _least(scale)._replace(width=min(max(WIDTH, width / scale), WIDEST * WIDTH))
    left = max(0.0, height / scale - least_height(room))
    unit = min(MOST_UNIT, LEAST_UNIT + 0.68 * left / (FEWEST_ROWS * 1.1))
    room = room._replace(unit=unit)
    left = height / scale - least_height(room)
    slack = LEAST_SLACK + min(MOST_SLACK - LEAST_SLACK, max(0.0, left / 3 / FEWEST_ROWS))
    room = room._replace(slack=slack)
    pitch = room.living(Stage.GROWING).tiers[0].pitch
    left = height / scale - least_height(room)
    most = max(LEAST_SKY, MOST_SKY * height / scale)
    rows = FEWEST_ROWS + max(0, int((left - (most - LEAST_SKY)) / pitch + 0.35))
    left -= (rows - FEWEST_ROWS) * pitch
    return room._replace(sky=max(LEAST_SKY, min(LEAST_SKY + left, 1.3 * most)), rows=rows), scale


def label_room(scale: float) -> float:
    """Room under a foot for the mound and a label of 16 pixels, at that scale; bounded, for the very small."""
    return min(46.0, 10.0 + 17.0 / scale)


def sign_room(scale: float) -> float:
    """Room above a bed for a sign of some 36 pixels, at that scale; bounded, for the very small."""
    return min(84.0, 16.0 + 38.0 / scale)


def least_height(ground: Ground) -> float:
    """The height of a garden with few plants."""
    bed = ground.living(Stage.GROWING).tiers[0]
    compost = ground.grid(Stage.COMPOST, ground.heap_width - 2 * WOOD).tiers[0]
    beds = ground.rows * bed.pitch + bed.stagger + 2 * (PAD + WOOD)
    heap = compost.pitch + compost.stagger + 2 * (PAD + WOOD)
    return ground.sky + ground.sign + beds + GAP * 1.5 + heap + FOOT_OF_PAGE


def _least(scale: float) -> Ground:
    """The lowest ground at a scale."""
    return Ground(
        sky=LEAST_SKY, sign=sign_room(scale), label=label_room(scale), slack=LEAST_SLACK, unit=LEAST_UNIT
    )
