"""After a job has come: everybody who helped, to be thanked and told, a plan of thanks for each that is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from gardener.domain.thanking import Owed
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button
from gardener.words import resting as words


class ThankDialog(Form):
    """planAsked(contact ids, in their order). Enter plans, Esc closes."""

    planAsked = Signal(object)

    def __init__(
        self, owed: Sequence[Owed], name_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.THANK_TITLE, width=560)
        self.setObjectName("thankDialog")
        self.body.addWidget(Label(words.THANK_LINE if owed else words.THANK_NOBODY, "quiet", wrap=True))
        self.boxes: dict[str, QCheckBox] = {}
        for one in owed:
            said = f"{name_of(one.contact)}: {words.HELPED[one.how]}"
            box = QCheckBox(said.replace("&", "&&"))
            box.setAccessibleName(said)
            box.setChecked(True)
            box.toggled.connect(lambda _on: self._count())
            self.boxes[one.contact] = box
            self.body.addWidget(box)
        self.body.addStretch(1)
        close = button(words.CLOSE, self.reject)
        self.foot.addWidget(close)
        self.foot.addStretch(1)
        self.go = button("", self._go, kind="primary")
        self.go.setObjectName("thankGo")
        self.foot.addWidget(self.go)
        press_on_enter(self, self.go)
        self._count()
        first: QWidget = next(iter(self.boxes.values()), close)
        first.setFocus()

    def _chosen(self) -> tuple[str, ...]:
        return tuple(contact for contact, box in self.boxes.items() if box.isChecked())

    def _count(self) -> None:
        count = len(self._chosen())
        self.go.setText(words.thank(count))
        self.go.setAccessibleName(words.thank(count))
        self.go.setEnabled(count > 0)

    def _go(self) -> None:
        self.accept()
        self.planAsked.emit(self._chosen())
