"""What the forms share: fields with their errors beside them, lists one a line, and a foot of buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import theme
from gardener.ui.alert import alert
from gardener.ui.parts import Column, Label, Title, button, plain_tip
from gardener.ui.theme import GRID
from gardener.words import window

LEAST = 32
"""Height of the lowest field, in pixels, as the style sheet has it."""


class Fields:
    """Rows of a label and a field, each with room below for what is wrong with it."""

    def __init__(self, *, label_width: int = 104) -> None:
        self.part = QWidget()
        self._grid = QGridLayout(self.part)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID + 4)
        self._grid.setVerticalSpacing(GRID // 2 + 2)
        self._grid.setColumnMinimumWidth(0, theme.wide(label_width))
        self._grid.setColumnStretch(1, 1)
        self._wrong: dict[str, Label] = {}
        self._fields: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}

    def add(self, name: str, words: str, field: QWidget, *, top: int = GRID) -> None:
        """A further row; `name` is how `wrong` calls it; its words stand `top` pixels below the top of the field."""
        row = 2 * len(self._fields)
        label = Label(words, "quiet")
        label.setBuddy(field)
        label.setContentsMargins(0, 0 if isinstance(field, QLabel) else top, 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(words)
        wrong = Label("", "wrong", wrap=True)
        wrong.hide()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(wrong, row + 1, 1)
        self._fields[name], self._wrong[name], self._labels[name] = field, wrong, label

    def show_row(self, name: str, on: bool) -> None:
        """Shows or hides a row."""
        self._fields[name].setVisible(on)
        self._labels[name].setVisible(on)

    def wrong(self, name: str, sentence: str) -> None:
        """Says what is wrong beside the field, and puts the keyboard there."""
        label = self._wrong[name]
        label.setText(sentence)
        label.show()
        field = self._fields[name]
        field.setAccessibleDescription(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return name in self._fields

    def clear_wrong(self) -> None:
        """Takes all complaints away."""
        for name, label in self._wrong.items():
            label.hide()
            self._fields[name].setAccessibleDescription("")

    def wrongs(self) -> str:
        """All complaints that stand now."""
        return " ".join(label.text() for label in self._wrong.values() if not label.isHidden())


class Lines(QPlainTextEdit):
    """A text that grows with its lines, from `least` to `most`. Tab goes on; `submitted` comes with Enter when
    `enter_saves` (then Shift+Enter is a new line), and with Ctrl+Enter always."""

    submitted = Signal()

    def __init__(self, *, least: int = 1, most: int = 5, enter_saves: bool = False) -> None:
        super().__init__()
        self._least, self._most, self._enter_saves = least, most, enter_saves
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def items(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        return tuple(line.strip() for line in self.toPlainText().split("\n") if line.strip())

    def fill(self, items: Iterable[str]) -> None:
        """One item a line."""
        self.setPlainText("\n".join(items))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Ctrl+Enter submit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & (
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
            )
            if held == Qt.KeyboardModifier.ControlModifier or (self._enter_saves and not held):
                self.submitted.emit()
                return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        seen = int(self.document().size().height())  # in lines as they are wrapped, not in pixels
        wanted = max(self._least, self.document().blockCount(), seen)
        lines, bar = min(self._most, wanted), Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if wanted > lines else bar.ScrollBarAlwaysOff)
        self.setFixedHeight(max(LEAST, lines * self.fontMetrics().lineSpacing() + 16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines: a long address is wrapped, never cut."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The style's font is known now."""
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """The height of its lines."""
        return QSize(220, self.height())


class _Body(Column):
    """What a form holds, with a bar only where it must scroll."""

    def __init__(self) -> None:
        super().__init__(margins=3 * GRID)
        self.setMinimumHeight(5 * GRID)  # a form may be as low as one line
        self._measuring = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that is there makes lines narrower, and so itself needed: it goes where all has room without it."""
        super().resizeEvent(event)
        margins, room = self.rows.contentsMargins(), self.maximumViewportSize()
        taken = (
            room.width() - self.viewport().width()
        )  # what stands here ends above the last button, bar or none
        if margins.right() != 3 * GRID - taken:
            margins.setRight(3 * GRID - taken)
            self.rows.setContentsMargins(margins)
        if self._measuring or self.verticalScrollBar().isHidden():
            return
        if 0 <= self.rows.totalHeightForWidth(room.width() - taken) <= room.height():
            self._measuring = True
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self._measuring = False


class Form(QDialog):
    """A window-modal form: a title, a body that scrolls when room is short, and a foot of buttons. Esc closes; a form that
    minds what was typed asks once before that is lost."""

    def __init__(self, parent: QWidget | None, title: str, *, width: int = 600) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(width, 420))
        self._width = min(theme.wide(width), self.screen().availableGeometry().width() - 2 * GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title = Title(title)
        self.title.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        policy = self.title.sizePolicy()
        policy.setVerticalPolicy(
            QSizePolicy.Policy.Preferred
        )  # else the lines of a narrow form are kept free
        self.title.setSizePolicy(policy)
        column.addWidget(self.title)
        self._scroll = _Body()
        self.body = self._scroll.rows
        self.body.setContentsMargins(3 * GRID, GRID // 2, 3 * GRID, 2 * GRID)
        self.body.setSpacing(GRID)
        column.addWidget(self._scroll, 1)
        self._typed_first: tuple[str, ...] | None = None
        self._hint = Label(window.DISCARD, "muted")
        self._hint.setContentsMargins(3 * GRID, 0, 3 * GRID, GRID // 2)
        self._hint.hide()
        column.addWidget(self._hint)
        self._foot = QWidget()
        self._foot.setObjectName("footer")
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
        self.foot.setSpacing(GRID)
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self._foot)

    def end_with_close(self) -> None:
        """The last button of the foot, which Enter presses: it closes, and has the keyboard."""
        self.foot.addStretch(1)
        close = button(window.CLOSE, self.accept)
        self.foot.addWidget(close)
        press_on_enter(self, close)
        close.setFocus()

    def fit(self) -> None:
        """As high as the content wants and the screen allows."""
        self.resize(
            self._width, self.height()
        )  # the width first: by it the buttons stand beside each other or not
        self._take(self._wanted(), self._width)

    def grow(self) -> None:
        """Higher, where the content has come to want more while the form stands there; never lower."""
        if self.isVisible() and (wanted := self._wanted()) > self.height():
            self._take(wanted, self.width())

    def _take(self, height: int, width: int) -> None:
        """That size, moved up where it would reach over the foot of the screen."""
        screen = self.screen().availableGeometry()
        over = self.frameGeometry().bottom() + height - self.height() - screen.bottom()
        self.resize(width, height)
        if over > 0 and self.isVisible():
            self.move(self.x(), max(screen.top(), self.y() - over))

    def _wanted(self) -> int:
        for part in self.findChildren(QWidget):  # the style's fonts decide the heights
            part.ensurePolished()
        self.body.activate()
        width = max(self._width, self.width()) if self.isVisible() else self._width
        wanted = self.body.totalHeightForWidth(width - 3 * GRID + self.body.contentsMargins().right())
        if wanted < 0:
            wanted = self._scroll.inside.sizeHint().height()
        around = self.title.heightForWidth(width) + self._foot.sizeHint().height() + 4
        around += 0 if self._hint.isHidden() else self._hint.sizeHint().height()
        return min(int(wanted) + around, int(self.screen().availableGeometry().height() * 0.92))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below each other where there is no room beside each other."""
        super().resizeEvent(event)
        buttons = [
            item.widget() for i in range(self.foot.count()) if (item := self.foot.itemAt(i)) is not None
        ]
        widths = [
            each.sizeHint().width() + GRID for each in buttons if each is not None and not each.isHidden()
        ]
        row = sum(widths) + 6 * GRID <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if row else QBoxLayout.Direction.TopToBottom
        if self.foot.direction() != direction:
            self.foot.setDirection(direction)

    def showEvent(self, event: QShowEvent) -> None:
        """Takes its size."""
        self.fit()
        super().showEvent(event)

    # What was typed

    def mind_typing(self) -> None:
        """From now on Esc asks once before it throws away what was typed."""
        self._typed_first = self._what_was_typed()
        for field in self._typing_fields():
            field.textChanged.connect(self._hint.hide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; where something was typed, the second time. Ctrl+Enter saves from every field, as Enter does."""
        if event.key() == Qt.Key.Key_Escape and self.keeps_typed(window.DISCARD):
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for each in self.findChildren(QPushButton):
                if each.isDefault():
                    each.click()
                    return
        super().keyPressEvent(event)

    def keeps_typed(self, sentence: str) -> bool:
        """Whether something was typed that would be lost and this is the first time it is said; says it then."""
        typed = self._typed_first is not None and self._what_was_typed() != self._typed_first
        if not typed or not self._hint.isHidden():
            return False
        self._hint.setText(sentence)
        self._hint.show()
        self.grow()
        alert(self._hint)
        return True

    def _typing_fields(self) -> list[QLineEdit | QPlainTextEdit]:
        fields: list[QLineEdit | QPlainTextEdit] = list(self.findChildren(QLineEdit))
        return fields + list(self.findChildren(QPlainTextEdit))

    def _what_was_typed(self) -> tuple[str, ...]:
        return tuple(
            field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            for field in self._typing_fields()
        )


def line(text: str = "", *, hint: str = "") -> QLineEdit:
    """A field of one line."""
    made = QLineEdit(text)
    made.setPlaceholderText(hint)
    made.setToolTip(plain_tip(hint) if hint else "")  # whole, where the field is too short for it
    return made


def press_on_enter(form: QDialog, pressed: QPushButton) -> None:
    """Makes `pressed` the button that Enter presses."""
    for other in form.findChildren(QPushButton):
        other.setDefault(False)
    pressed.setDefault(True)
