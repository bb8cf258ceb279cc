"""How far a plant reaches, in units of its full grown height from its foot, y up."""

from __future__ import annotations

CELL = (-0.45, -0.15, 0.45, 1.10)
"""Left, bottom, right, top of the cell that no part leaves: 0.9 wide and 1.25 high."""
