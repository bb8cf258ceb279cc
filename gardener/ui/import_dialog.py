"""Before an import: what every file would bring, what is asked, what is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gardener.exchange.card import Skipped
from gardener.exchange.importing import Asked, FileReport, ImportPlan
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import ElidedLabel, Label, button
from gardener.ui.theme import GRID
from gardener.words import refusals, window
from gardener.words.dates import counted

SHOWN = 6
"""So many questions or left-out cards of a file are told one by one."""


class ImportPreview(Form):
    """The preview of an import; nothing is saved before importAsked()."""

    importAsked = Signal()

    def __init__(self, plan: ImportPlan, names: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent, "Import contacts", width=640)
        self.setObjectName("importPreview")
        self._names = names
        self.body.addWidget(Label(window.IMPORT_LINE, "quiet", wrap=True))
        new = sum(report.new for report in plan.files)
        merged = sum(report.merged for report in plan.files)
        for report in plan.files:
            self.body.addWidget(self._file(report))
        self.body.addStretch(1)
        self.foot.addWidget(button("Close", self.reject))
        self.foot.addStretch(1)
        self.go = button(window.import_button(new, merged), self._go, kind="primary")
        self.go.setObjectName("importGo")
        self.go.setEnabled(bool(plan.changeset.changes))
        self.foot.addWidget(self.go)
        press_on_enter(self, self.go)
        self.go.setFocus()

    def _go(self) -> None:
        self.accept()
        self.importAsked.emit()

    def _file(self, report: FileReport) -> QWidget:
        card = QFrame()
        card.setObjectName("bigCard")
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID // 2)
        name = Path(report.path).name
        column.addWidget(ElidedLabel(name, "strong"))
        if report.error is not None:
            column.addWidget(Label(refusals.unreadable(name, report.error.code), "wrong", wrap=True))
            _more(column, "It begins with", report.error.first_lines)
            return card
        counts = {key: getattr(report, key) for key in ("seen", "new", "merged", "unchanged")}
        counts |= {"skipped": len(report.skipped), "questions": len(report.questions)}
        column.addWidget(Label(window.import_counts(counts), wrap=True))
        _more(column, "Only you can tell", [self._question(asked) for asked in report.questions])
        _more(column, "Left out", [_left_out(each) for each in report.skipped])
        return card

    def _question(self, asked: Asked) -> str:
        who = ", ".join(self._names(id_) for id_ in asked.candidates)
        text = f"{asked.name or 'A card'} {refusals.question(asked.reason)}"
        return f"{text}: {who}" if who else text


def _left_out(skipped: Skipped) -> str:
    where = f"{skipped.where.kind} {skipped.where.number}, line {skipped.where.line}"
    reason = refusals.skipped(skipped.reason)
    return f"{where}: {reason} ({skipped.detail})" if skipped.detail else f"{where}: {reason}"


def _more(column: QVBoxLayout, heading: str, lines: Sequence[str]) -> None:
    """Some lines under a heading, the rest as a count."""
    if not lines:
        return
    head = Label(heading, "head")
    head.setContentsMargins(0, GRID // 2, 0, 0)
    column.addWidget(head)
    for line in lines[:SHOWN]:
        column.addWidget(Label(line, "body", wrap=True))
    if len(lines) > SHOWN:
        column.addWidget(Label(f"and {counted(len(lines) - SHOWN, 'more', 'more')}", "muted"))
