"""Says to a screen reader at once what has just come up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def alert(widget: QWidget) -> None:
    """Has a screen reader read out the accessible name of `widget`, wherever the keyboard is."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # hardly ever wanted, and slow to come

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
