"""Gestures as objects: a plant dragged by the hand, a plant carried by keys, the garden pushed along. No Qt.

A gesture starts, moves, and is ended or cancelled once. It never moves a plant: it asks the board, which asks the model.
"""

from __future__ import annotations

from typing import Protocol

from gardener.scene.layout import Layout
from gardener.scene.places import Cell


class Board(Protocol):
    """What a gesture may do on the picture."""

    @property
    def layout(self) -> Layout: ...

    def target(self, x: float, y: float, id_: str) -> Cell | None:
        """The cell that the plant would take if it were put down at a point of the ground; null beside all beds."""

    def lift(self, id_: str) -> None:
        """Take the plant from the soil: raised, with its shadow."""

    def hold(self, id_: str, x: float, y: float) -> None:
        """Put the foot of the lifted plant at a point of the ground."""

    def aim(self, id_: str, cell: Cell | None) -> None:
        """Show the bed and the cell it would go to; null: none."""

    def put_back(self, id_: str) -> None:
        """Let the lifted plant return to where it stands."""

    def ask_move(self, id_: str, cell: Cell) -> None:
        """Ask for the move; the plant settles where the model then has it."""


class Drag:
    """A plant in the hand, from the press until it is let go. Points are of the ground."""

    def __init__(self, board: Board, id_: str, at: tuple[float, float]) -> None:
        self._board, self.id = board, id_
        foot = board.layout.foot(id_)
        self._grip = foot[0] - at[0], foot[1] - at[1]
        self.target: Cell | None = None
        board.lift(id_)
        self.move(*at)

    def move(self, x: float, y: float) -> None:
        """The hand has moved to (x, y)."""
        self._board.hold(self.id, x + self._grip[0], y + self._grip[1])
        self.target = self._board.target(x, y, self.id)
        self._board.aim(self.id, self.target)

    def cancel(self) -> None:
        """Nothing is asked; the plant returns."""
        self._board.aim(self.id, None)
        self._board.put_back(self.id)

    def end(self) -> None:
        """Let go: ask for the move, unless it lies where it was or beside all beds."""
        self._board.aim(self.id, None)
        if self.target is None or self.target == self._board.layout.cell_of(self.id):
            self._board.put_back(self.id)
        else:
            self._board.ask_move(self.id, self.target)


class Carry:
    """A plant cut by key: arrows choose a free cell, pasting asks for the move."""

    def __init__(self, board: Board, id_: str) -> None:
        self._board, self.id = board, id_
        self.target: Cell = board.layout.cells[id_]
        board.aim(id_, self.target)

    def step(self, dx: int, dy: int) -> None:
        """Go on to the next free cell in that direction."""
        self.target = self._board.layout.step(self.target, dx, dy, self.id)
        self._board.aim(self.id, self.target)

    def aim_at(self, cell: Cell) -> None:
        """Choose that cell."""
        self.target = cell
        self._board.aim(self.id, cell)

    def cancel(self) -> None:
        self._board.aim(self.id, None)

    def end(self) -> None:
        """Paste: ask for the move, unless the plant stands there already."""
        self._board.aim(self.id, None)
        if self.target != self._board.layout.cell_of(self.id):
            self._board.ask_move(self.id, self.target)


class Push:
    """The garden pushed along under a hand; pixels of the window."""

    def __init__(self, x: float, y: float) -> None:
        self._start = self._last = (x, y)
        self.pushed = False

    def move(self, x: float, y: float, *, least: float) -> tuple[int, int]:
        """How far to scroll now; nothing until the hand has gone `least` pixels."""
        if not self.pushed and abs(x - self._start[0]) + abs(y - self._start[1]) < least:
            return 0, 0
        self.pushed = True
        step = round(x - self._last[0]), round(y - self._last[1])
        self._last = self._last[0] + step[0], self._last[1] + step[1]
        return step
