"""The card of a form that tells what another program changed while it stood open; what was typed is never touched."""

from __future__ import annotations

from collections.abc import Callable

from gardener.session import Heard
from gardener.ui.alert import alert
from gardener.ui.bridge import Bridge
from gardener.ui.form import Form
from gardener.ui.guard_card import GuardCard


class Meanwhile(GuardCard):
    """`take_in` looks at what has changed elsewhere, takes in what it may, and answers with a sentence or nothing."""

    def __init__(self, form: Form, bridge: Bridge, take_in: Callable[[], str]) -> None:
        super().__init__(strong=False)
        self._take_in = take_in
        self.hide()
        form.body.insertWidget(0, self)
        bridge.changed.connect(self._hear)

    def _hear(self, heard: Heard) -> None:
        sentence = self._take_in() if heard.touched is None else ""
        if sentence:
            self.state(sentence, tone="wet")
            self.show()
            alert(self)
