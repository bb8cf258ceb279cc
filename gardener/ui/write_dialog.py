"""Before somebody is written to: the guard's word, the way to reach them, and the way to their program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gardener.domain import guards
from gardener.domain.contact import Contact
from gardener.domain.interaction import AskKind
from gardener.ui import outside
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, press_on_enter
from gardener.ui.guard_card import GuardCard
from gardener.ui.outside import Means
from gardener.ui.parts import Label, button
from gardener.words import drafts, window
from gardener.words import writing as words


class WriteDialog(Form):
    """Enter opens the program, or waits when the guard warns. written(Means, ask): it was opened or copied.

    logAsked(ask): it has been sent already. The ask is null when nothing is asked for. draftAsked(): the message is to be
    looked over first.
    """

    written = Signal(object, object)
    logAsked = Signal(object)
    draftAsked = Signal()

    def __init__(self, bridge: Bridge, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.title(contact.name), width=560)
        self.setObjectName("writeDialog")
        self._bridge, self._contact = bridge, contact
        self.guard = GuardCard()
        self.body.addWidget(self.guard)
        means = outside.means_of(contact)
        self.means: Choice[Means] = Choice(words.MEANS, ((each, each.text) for each in means))
        self.body.addWidget(self.means)
        self.means.setVisible(bool(means))
        self._nothing = Label(words.NO_MEANS, "quiet", wrap=True)
        self.body.addWidget(self._nothing)
        self._nothing.setVisible(not means)
        self.ask = QComboBox()
        for ask, name in window.ASK_NAMES.items():
            self.ask.addItem(name, ask)
        fields = Fields()
        fields.add("ask", words.ASK, self.ask)
        self.body.addWidget(fields.part)
        self.check = button(drafts.ACTION, self._check, tip=drafts.ACTION_HINT)
        self.body.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._lay_foot()
        self.means.changed.connect(self.consider)
        self.ask.currentIndexChanged.connect(self._asks)
        self.means.choose(means[0] if means else None)
        bridge.changed.connect(self.consider)
        self.consider()

    def _lay_foot(self) -> None:
        self.cancel = button(words.CLOSE, self.reject)
        self.log = button(words.LOG_IT, self._log)
        self.copy = button(words.COPY, self._copy)
        self.go = button("", self._open)
        self.go.setObjectName("writeGo")
        self.wait = button(words.WAIT, self.reject, kind="primary")
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.log)
        self.foot.addStretch(1)
        for each in (self.copy, self.go, self.wait):
            self.foot.addWidget(each)

    @property
    def _asked(self) -> AskKind | None:
        ask = self.ask.currentData()
        return AskKind(ask) if ask else None

    def _asks(self) -> None:
        """What is asked for has changed; the keyboard stays on it."""
        self.consider()
        self.ask.setFocus()
        self.grow()

    def consider(self) -> None:
        """The guard's word on a touch of now, and the way it advises."""
        session, chosen = self._bridge.session, self.means.value
        plant = session.seen.plants.get(self._contact.id)
        if plant is None:
            self.reject()
            return
        contact, today = plant.contact, session.today
        verdict = guards.consider(
            plant.tie,
            today,
            climate=session.seen.climate(today),
            left_alone=contact.left_alone,
            ask=self._asked,
        )
        self.guard.say({contact.id: (contact.name, verdict)}, today)
        can = chosen is not None and outside.url_of(chosen).isValid()
        if chosen is not None:
            names = words.OPEN_ANYWAY if verdict.warns else words.OPEN
            self.go.setText(names[chosen.way])
            self.go.setAccessibleName(names[chosen.way])
        self.go.setVisible(can)
        self.copy.setVisible(chosen is not None)
        self.wait.setVisible(verdict.warns)
        self.cancel.setVisible(not verdict.warns)
        self.go.setProperty("kind", "" if verdict.warns else "primary")
        self.go.style().polish(self.go)
        first = self.wait if verdict.warns else self.go if can else self.copy if chosen else self.log
        press_on_enter(self, first)
        first.setFocus()

    def _open(self) -> None:
        chosen = self.means.value
        if chosen is None:
            return
        if not outside.open_means(chosen):
            self._bridge.refused.emit(f"{words.NO_PROGRAM}{chosen.text}")
            outside.copy(chosen.text)
        self._leave(chosen)

    def _copy(self) -> None:
        chosen = self.means.value
        if chosen is not None:
            outside.copy(chosen.text)
            self._leave(chosen)

    def _leave(self, chosen: Means) -> None:
        asked = self._asked
        self.accept()
        self.written.emit(chosen, asked)

    def _check(self) -> None:
        self.accept()
        self.draftAsked.emit()

    def _log(self) -> None:
        asked = self._asked
        self.accept()
        self.logAsked.emit(asked)
