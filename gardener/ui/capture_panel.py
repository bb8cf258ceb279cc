"""The chips below the field on top: what a sentence was understood to say, to be put right by key and saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gardener.capture.chips import Chip
from gardener.domain.guards import Verdict
from gardener.ui.flow import Flow
from gardener.ui.guard_card import GuardCard
from gardener.ui.parts import Button, Label, button, clear
from gardener.ui.theme import GRID
from gardener.words import bar

LONGEST = 64
"""Characters of a chip; what is longer stands whole in its tooltip."""


class ChipButton(Button):
    """One chip. chosen(Understood): it was changed, all of it is now so."""

    chosen = Signal(object)

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.chip = chip
        text = chip.words if len(chip.words) <= LONGEST else chip.words[: LONGEST - 1].rstrip() + "…"
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{chip.words}, {bar.ASKS}" if chip.asks else chip.words)
        self.setToolTip("" if text == chip.words else chip.words)
        self.setProperty("kind", "chip")
        self.setProperty("asks", chip.asks)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: self.offer())

    def offer(self) -> None:
        """Shows what it can be changed to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self.chip.options:
            action = menu.addAction(option.words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, then=option.then: self.chosen.emit(then))
        if self.chip.without is not None:
            without = self.chip.without
            if self.chip.options:
                menu.addSeparator()
            menu.addAction(bar.TAKE_AWAY).triggered.connect(lambda _=False: self.chosen.emit(without))
        if menu.actions():
            menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
            menu.setActiveAction(menu.actions()[0])


class CapturePanel(QFrame):
    """changed(Understood): a chip was put right. saveAsked(anyway): it is to be saved. left(): back to the field."""

    changed = Signal(object)
    saveAsked = Signal(bool)
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("capture")
        self.setAccessibleName(bar.PANEL)
        self._over = over
        self._warns = self._is_open = False
        self.chips: list[ChipButton] = []
        self._row = QWidget()
        self._flow = Flow(self._row, gap=GRID - 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        self._question = Label("", "strong", wrap=True)
        self.guard = GuardCard()
        self._hint = Label("", "muted", wrap=True)
        self.back = button(bar.BACK, self.left.emit)
        self.anyway = button(bar.LOG_ANYWAY, lambda: self.saveAsked.emit(True))
        self.save = button(bar.SAVE, self._press, kind="primary")
        self.save.setObjectName("captureSave")
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(GRID)
        foot.addWidget(self._hint, 1)
        for each in (self.back, self.anyway, self.save):
            foot.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 4, GRID + 2, GRID + 4, GRID + 2)
        column.setSpacing(GRID)
        for part in (self._row, self._question, self.guard, self._foot):
            column.addWidget(part)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is to be in it; else it only shows what Enter would open."""
        return self._is_open

    def say(
        self,
        chips: Sequence[Chip],
        question: str,
        verdicts: Mapping[str, tuple[str, Verdict]],
        today: date,
        *,
        open_: bool,
    ) -> None:
        """Shows the chips, the first open question, and the guard's word where it is asked."""
        held = self.focus_code()
        self._is_open = open_
        clear(self._flow)
        self.chips = [ChipButton(chip) for chip in chips]
        for made in self.chips:
            made.chosen.connect(self.changed.emit)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if open_ else Qt.FocusPolicy.NoFocus)
            self._flow.addWidget(made)
            made.show()
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._warns = any(verdict.warns for _, verdict in verdicts.values())
        self.guard.setVisible(bool(verdicts) and (open_ or self._warns))
        if verdicts:
            self.guard.say(verdicts, today, reasons=open_)
        self._hint.setText(bar.KEYS if open_ else bar.PREVIEW)
        self.save.setText(bar.WAIT if self._warns else bar.SAVE)
        self.save.setAccessibleName(self.save.text())
        self.save.setVisible(open_ and not question)
        self.anyway.setVisible(open_ and self._warns and not question)
        self.back.setVisible(open_)
        if open_:
            self._focus_again(held)

    def complain(self, sentence: str) -> None:
        """Says why it was not saved."""
        self._question.setText(sentence)
        self._question.show()

    def place(self, below: QRect) -> None:
        """Stands below the field, as high as it needs to be."""
        self.ensurePolished()
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        layout = self.layout()
        if layout is None:
            return
        layout.invalidate()
        layout.activate()
        margins = layout.contentsMargins()
        self._row.setMinimumHeight(
            self._flow.heightForWidth(below.width() - margins.left() - margins.right())
        )
        layout.invalidate()
        height = max(layout.heightForWidth(below.width()), self.minimumSizeHint().height())
        self.setGeometry(below.left(), below.top(), below.width(), height)
        self.show()
        self.raise_()

    def focus_code(self) -> str:
        """The code of the chip that has the keyboard; none when it asked, for then the next thing is at hand."""
        return next((chip.chip.code for chip in self.chips if chip.hasFocus() and not chip.chip.asks), "")

    def _focus_again(self, code: str) -> None:
        asking = next((chip for chip in self.chips if chip.chip.asks), None)
        same = next((chip for chip in self.chips if code and chip.chip.code == code), None)
        (asking or same or self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        if self._warns:
            self.left.emit()
        else:
            self.saveAsked.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go along the chips, Delete takes one away, Ctrl+Enter saves, Esc goes back."""
        held = QApplication.focusWidget()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self._go(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Down if isinstance(held, ChipButton):
                held.offer()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if isinstance(held, ChipButton):
                if held.chip.without is not None:
                    self.changed.emit(held.chip.without)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control and self.save.isVisible():
                self._press()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within it, as in a form, until Esc."""
        return self._go(1 if forward else -1) if self._is_open else super().focusNextPrevChild(forward)

    def _go(self, by: int) -> bool:
        """Takes the keyboard along the chips and buttons, and round again."""
        buttons = (self.back, self.anyway, self.save)
        stops: list[QWidget] = [*self.chips, *(each for each in buttons if each.isVisible())]
        held = QApplication.focusWidget()
        if not stops:
            return False
        at = stops.index(held) if held in stops else -1
        stops[(at + by) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
