"""Before an import: what every file would bring, what is asked, what is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gardener.domain.contact import Contact
from gardener.exchange.card import Issue, Skipped
from gardener.exchange.importing import Asked, FileReport, ImportPlan, Namesake
from gardener.ui.form import Form, press_on_enter
from gardener.ui.import_question import ImportQuestion
from gardener.ui.parts import Bar, ElidedLabel, Label, button, clear, put
from gardener.ui.theme import GRID
from gardener.words import importing, progress, refusals, window
from gardener.words.dates import counted

SHOWN = 6
"""So many questions or left-out cards of a file are told one by one."""
ASKED = 20
"""So many questions of a file can be answered; the rest can be once these are."""
NAMED = 8
"""So many of those who come in are named."""


class ImportPreview(Form):
    """The preview of an import; nothing is saved before importAsked(). While the files are read it shows how far that
    is; closing it then leaves them unread. planShown(): the preview stands there."""

    importAsked = Signal()
    planShown = Signal()

    def __init__(self, names: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent, "Import contacts", width=640)
        self.setObjectName("importPreview")
        self._names = names
        self._questions: list[ImportQuestion] = []
        self._counts = 0, 0
        self._has_changes = False
        self._line = Label("", "quiet", wrap=True)
        self.body.addWidget(self._line)
        self._bar = Bar()
        self._bar.setAccessibleName(progress.HOW_FAR)
        self.body.addWidget(self._bar)
        self._files = QVBoxLayout()
        self._files.setSpacing(GRID)
        self.body.addLayout(self._files)
        self.body.addStretch(1)
        self.close_button = button(window.CLOSE, self.reject)
        self.foot.addWidget(self.close_button)
        self.foot.addStretch(1)
        self.go = button(window.import_button(0, 0), self._go, kind="primary")
        self.go.setObjectName("importGo")
        self.foot.addWidget(self.go)
        self.show_way("", 0.0)

    def show_way(self, sentence: str, part: float) -> None:
        """How far the work is: a sentence, and a part of the whole."""
        self._line.setText(sentence)
        self._bar.show_part(part, "bar_green")
        self._bar.show()
        self.go.hide()
        self.close_button.setText("Cancel")
        self.close_button.setFocus()

    def show_plan(self, plan: ImportPlan) -> None:
        """What every file would bring."""
        self._bar.hide()
        clear(self._files)
        self._questions = []
        self._line.setText(window.IMPORT_LINE)
        self._counts = sum(report.new for report in plan.files), sum(report.merged for report in plan.files)
        for report in plan.files:
            put(self._files, self._file(report))
        came = (c.after for c in plan.changeset.changes if c.before is None)
        _more(self._files, window.IMPORT_NAMES, [c.name for c in came if isinstance(c, Contact)], NAMED)
        self.close_button.setText("Close")
        self._has_changes = bool(plan.changeset.changes)
        self._tell_count()
        self.go.show()
        press_on_enter(self, self.go)
        (self.go if self.go.isEnabled() else self.close_button).setFocus()
        if self.isVisible():
            self.fit()
        self.planShown.emit()

    @property
    def answers(self) -> dict[tuple[str, int], str]:
        """What was said to the questions that are not left out."""
        return {question.key: question.answer for question in self._questions if question.answer}

    def _tell_count(self) -> None:
        """What pressing the button would do, with the answers there are."""
        new, merged = (
            sum(counts) for counts in zip(self._counts, *(q.adds for q in self._questions), strict=True)
        )
        self.go.setText(window.import_button(new, merged))
        self.go.setAccessibleName(self.go.text())
        self.go.setEnabled(self._has_changes or bool(self.answers))

    def _go(self) -> None:
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
            column.addWidget(Label(refusals.unreadable(name, report.error.reason), "wrong", wrap=True))
            _more(column, "It begins with", report.error.first_lines)
            return card
        counts = {key: getattr(report, key) for key in ("seen", "new", "merged", "unchanged")}
        counts |= {"skipped": len(report.skipped), "questions": len(report.questions)}
        column.addWidget(Label(window.import_counts(counts), wrap=True))
        self._ask(column, window.IMPORT_ASKS, report.path, report.questions)
        self._ask(column, importing.NAMESAKES, report.path, report.namesakes)
        _more(column, importing.LEFT_OUT, [_left_out(each) for each in report.skipped])
        unread = sorted(report.unread, key=lambda one: one.line)
        _more(column, importing.NOT_WHOLE, [_not_whole(each) for each in unread])
        return card

    def _ask(self, column: QVBoxLayout, head: str, path: str, about: Sequence[Asked | Namesake]) -> None:
        """Questions of a file, each with its answers."""
        if about:
            put(column, _heading(head))
        for asked in about[:ASKED]:
            question = ImportQuestion(path, asked, self._names)
            question.answered.connect(self._tell_count)
            self._questions.append(question)
            put(column, question)
        _rest(column, len(about) - ASKED)


def _left_out(skipped: Skipped) -> str:
    where = f"{skipped.where.kind} {skipped.where.number}, line {skipped.where.line}"
    reason = refusals.skipped(skipped.reason)
    return f"{where}: {reason} ({skipped.detail})" if skipped.detail else f"{where}: {reason}"


def _not_whole(issue: Issue) -> str:
    said = f"{importing.at_line(issue.line)}: {importing.issue(issue.code)}"
    return f"{said} ({issue.excerpt})" if issue.excerpt else said


def _more(column: QVBoxLayout, heading: str, lines: Sequence[str], most: int = SHOWN) -> None:
    """Some lines under a heading, the rest as a count."""
    if not lines:
        return
    put(column, _heading(heading))
    for line in lines[:most]:
        put(column, Label(line, "body", wrap=True))
    _rest(column, len(lines) - most)


def _heading(text: str) -> Label:
    head = Label(text, "head")
    head.setContentsMargins(0, GRID // 2, 0, 0)
    return head


def _rest(column: QVBoxLayout, count: int) -> None:
    if count > 0:
        put(column, Label(f"and {counted(count, 'more', 'more')}", "muted"))
