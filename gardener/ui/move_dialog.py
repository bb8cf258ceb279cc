"""Moving a plant by keyboard: a letter for each bed, and for the compost an optional reason."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gardener.domain.stage import Ending, Stage
from gardener.ui import theme
from gardener.ui.form import Form
from gardener.ui.parts import Button, Label, button, clear
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
ENTER = "↵"
ENDING_LETTERS = {
    Ending.NO_REPLY: "N",
    Ending.MOVED_ON: "M",
    Ending.WRONG_FIT: "W",
    Ending.MY_NEGLECT: "Y",
    Ending.DONE_WELL: "D",
    Ending.OTHER: "O",
}


class MoveDialog(Form):
    """moveAsked(stage, reason or null). With `ending` it asks for the reason at once. The bed the plant stands in is
    marked and has the keyboard first: choosing it closes the dialog, and nothing has moved."""

    moveAsked = Signal(object, object)

    def __init__(
        self, name: str, stage: Stage, parent: QWidget | None = None, *, ending: bool = False
    ) -> None:
        super().__init__(parent, f"Move {name} to …", width=420)
        self.setObjectName("moveDialog")
        self.setMinimumWidth(380)
        self._name = name
        self._stage = stage
        self._keys: dict[str, _Option] = {}
        self._first: _Option | None = None
        self._cancel = button(window.CLOSE, self.reject)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        if ending:
            self._ask_reason()
        else:
            self._ask_bed()

    def _ask_bed(self) -> None:
        self._start(window.MOVE_LINE)
        for stage, letter in LETTERS.items():
            here = stage is self._stage
            made = self._option(
                letter, beds.NAMES[stage], beds.LINES[stage], aside=window.HERE if here else ""
            )
            if here:
                made.setProperty("here", True)
                made.clicked.connect(self.reject)
                self._first = made
            elif stage is Stage.COMPOST:
                made.clicked.connect(lambda: self._ask_reason())
            else:
                made.clicked.connect(lambda _=False, stage=stage: self._go(stage, None))
        self._focus_first()

    def _ask_reason(self) -> None:
        self.setWindowTitle(f"{self._name} goes to the compost")
        self.title.setText(self.windowTitle())
        self._start(window.ENDING_LINE)
        plain = self._option("", "No reason", "", sign=ENTER)
        plain.clicked.connect(lambda: self._go(Stage.COMPOST, None))
        for ending, letter in ENDING_LETTERS.items():
            made = self._option(letter, beds.ENDINGS[ending], "")
            made.clicked.connect(lambda _=False, ending=ending: self._go(Stage.COMPOST, ending))
        self._focus_first()

    def _start(self, sentence: str) -> None:
        clear(self.body)
        self._keys, self._first = {}, None
        self.body.addWidget(Label(sentence, "quiet", wrap=True))
        self.body.setSpacing(GRID // 2 + 2)

    def _option(self, letter: str, words: str, line: str, *, aside: str = "", sign: str = "") -> _Option:
        made = _Option()
        made.setProperty("kind", "choice")
        named = f"{words}, {aside}" if aside else words
        made.setAccessibleName(f"{named} ({letter})" if letter else named)
        row = QHBoxLayout(made)
        row.setContentsMargins(GRID + 2, 2, GRID + 2, 2)
        row.setSpacing(GRID + 2)
        text = QVBoxLayout()
        text.setSpacing(0)
        for label in (Label(words, "strong"), Label(line, "muted") if line else None):
            if label is not None:
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                text.addWidget(label)
        key = Label(letter or sign, "key" if letter or sign else "muted")
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        key.setMinimumWidth(theme.wide(22))
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        if letter:
            self._keys[letter] = made
        row.addLayout(text, 1)
        if aside:
            mark = Label(aside, "muted")
            mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(made)
        if self._first is None:
            self._first = made
        return made

    def _focus_first(self) -> None:
        self.body.addStretch(1)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
        self.fit()

    def _go(self, stage: Stage, reason: Ending | None) -> None:
        self.moveAsked.emit(stage, reason)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter presses its button; the arrows walk."""
        option = self._keys.get(event.text().upper()) if event.text() else None
        if option is not None:
            option.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class _Option(Button):
    """A button as high as the labels in it, whatever the text size; Qt's own does not ask its layout."""

    def sizeHint(self) -> QSize:
        """What its layout wants."""
        layout = self.layout()
        return layout.totalSizeHint().expandedTo(QSize(0, 40)) if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No lower than its labels."""
        return QSize(0, self.sizeHint().height())
