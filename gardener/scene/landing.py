"""The glide of a plant from the hand to its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QPointF, QVariantAnimation

SETTLING = 190
"""Milliseconds a plant takes to settle."""


class Landing:
    """Calls `step` with points of the ground on the way, and `done` once at the end."""

    def __init__(
        self, parent: QObject, step: Callable[[float, float], None], done: Callable[[], None]
    ) -> None:
        self._step, self._done = step, done
        self._way = QVariantAnimation(parent)
        self._way.setDuration(SETTLING)
        self._way.setEasingCurve(QEasingCurve.Type.OutBack)
        self._way.valueChanged.connect(self._moved)
        self._way.finished.connect(done)

    @property
    def under_way(self) -> bool:
        """Whether it glides at the moment."""
        return self._way.state() != QAbstractAnimation.State.Stopped

    def begin(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Set out from one point to another; an earlier glide is left where it is."""
        self._way.stop()
        self._way.setStartValue(QPointF(*start))
        self._way.setEndValue(QPointF(*end))
        self._step(*start)
        self._way.start()

    def finish(self) -> None:
        """Be there at once, if under way."""
        if self.under_way:
            self._way.stop()
            self._done()

    def _moved(self, at: QPointF) -> None:
        self._step(at.x(), at.y())
