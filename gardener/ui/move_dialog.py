"""Moving a plant by keyboard: a letter for each bed, and for the compost an optional reason."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gardener.domain.stage import Ending, Stage
from gardener.ui.form import Form
from gardener.ui.parts import Label, clear
from gardener.ui.theme import GRID
from gardener.words import beds, window

LETTERS = {
    Stage.SEED: "S",
    Stage.SEEDLING: "D",
    Stage.GROWING: "G",
    Stage.FLOWERING: "F",
    Stage.FRUIT: "R",
    Stage.COMPOST: "C",
}
ENDING_LETTERS = {
    Ending.NO_REPLY: "N",
    Ending.MOVED_ON: "M",
    Ending.WRONG_FIT: "W",
    Ending.MY_NEGLECT: "Y",
    Ending.DONE_WELL: "D",
    Ending.OTHER: "O",
}


class MoveDialog(Form):
    """moveAsked(stage, reason or null). With `ending` it asks for the reason at once."""

    moveAsked = Signal(object, object)

    def __init__(
        self, name: str, stage: Stage, parent: QWidget | None = None, *, ending: bool = False
    ) -> None:
        super().__init__(parent, f"Move {name} to …", width=420)
        self.setObjectName("moveDialog")
        self.setMinimumWidth(380)
        self._name = name
        self._stage = stage
        self._keys: dict[str, QPushButton] = {}
        self._cancel = QPushButton("Close")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        if ending:
            self._ask_reason()
        else:
            self._ask_bed()

    def _ask_bed(self) -> None:
        self._start(window.MOVE_LINE)
        for stage, letter in LETTERS.items():
            made = self._option(letter, beds.NAMES[stage], beds.LINES[stage])
            made.setEnabled(stage is not self._stage)
            if stage is Stage.COMPOST:
                made.clicked.connect(lambda: self._ask_reason())
            else:
                made.clicked.connect(lambda _=False, stage=stage: self._go(stage, None))
        self._focus_first()

    def _ask_reason(self) -> None:
        self.title.setText(f"{self._name} goes to the compost")
        self._start(window.ENDING_LINE)
        plain = self._option("", "No reason", "")
        plain.clicked.connect(lambda: self._go(Stage.COMPOST, None))
        for ending, letter in ENDING_LETTERS.items():
            made = self._option(letter, beds.ENDINGS[ending], "")
            made.clicked.connect(lambda _=False, ending=ending: self._go(Stage.COMPOST, ending))
        self._focus_first()

    def _start(self, sentence: str) -> None:
        clear(self.body)
        self._keys = {}
        self._options: list[QPushButton] = []
        self.body.addWidget(Label(sentence, "quiet", wrap=True))
        self.body.setSpacing(GRID // 2 + 2)

    def _option(self, letter: str, words: str, line: str) -> QPushButton:
        made = _Option()
        made.setProperty("kind", "choice")
        made.setAccessibleName(f"{words} ({letter})" if letter else words)
        row = QHBoxLayout(made)
        row.setContentsMargins(GRID + 2, 2, GRID + 2, 2)
        row.setSpacing(GRID + 2)
        text = QVBoxLayout()
        text.setSpacing(0)
        for label in (Label(words, "strong"), Label(line, "muted") if line else None):
            if label is not None:
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                text.addWidget(label)
        if letter:
            key = Label(letter, "key")
            key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
            self._keys[letter] = made
        row.addLayout(text, 1)
        self.body.addWidget(made)
        self._options.append(made)
        return made

    def _focus_first(self) -> None:
        self.body.addStretch(1)
        first = next(option for option in self._options if option.isEnabled())
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self.fit()

    def _go(self, stage: Stage, reason: Ending | None) -> None:
        self.moveAsked.emit(stage, reason)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter presses its button; the arrows walk."""
        option = self._keys.get(event.text().upper()) if event.text() else None
        if option is not None and option.isEnabled():
            option.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class _Option(QPushButton):
    """A button as high as the labels in it, whatever the text size; Qt's own does not ask its layout."""

    def sizeHint(self) -> QSize:
        """What its layout wants."""
        layout = self.layout()
        return layout.totalSizeHint().expandedTo(QSize(0, 40)) if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No lower than its labels."""
        return QSize(0, self.sizeHint().height())
