"""A draft to fill in: the guard's word, a template with what is known, to be copied or handed to the mail program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gardener import templates
from gardener.domain.contact import Contact
from gardener.domain.drafting import Template, fill
from gardener.domain.guards import Verdict
from gardener.ui import outside
from gardener.ui.form import Fields, Form, Lines, line
from gardener.ui.guard_card import GuardCard
from gardener.ui.outside import Means, Way
from gardener.ui.parts import Label, button
from gardener.ui.resource_files import resource
from gardener.words import drafting as words


class DraftDialog(Form):
    """written(Means, with thanks): it was opened or copied. `own` is the folder of one's own templates."""

    written = Signal(object, bool)

    def __init__(
        self,
        contact: Contact,
        facts: Mapping[str, str],
        verdict: Verdict,
        today: date,
        say: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        own: Path | None = None,
        first: str = "",
    ) -> None:
        super().__init__(parent, words.title(contact.name), width=660)
        self.setObjectName("draftDialog")
        self._contact, self._facts, self._say, self._own = contact, facts, say, own
        self._templates: tuple[Template, ...] = ()
        self._warned = verdict.warns
        self.guard = GuardCard()
        self.guard.say({contact.id: (contact.name, verdict)}, today, reasons=False)
        self.body.addWidget(self.guard)
        self.body.addWidget(Label(words.LINE, "quiet", wrap=True))
        self.choice = QComboBox()
        self.subject = line()
        self.text = Lines(least=9, most=14)
        self.fields = Fields(label_width=76)
        self.fields.add("template", words.TEMPLATE, self.choice)
        self.fields.add("subject", words.SUBJECT, self.subject)
        self.fields.add("text", words.TEXT, self.text)
        self.body.addWidget(self.fields.part)
        self.name = line(hint=words.KEEP_NAME)
        self.name.setAccessibleName(words.KEEP_NAME)
        self.name.hide()
        self.name.returnPressed.connect(self._keep)
        self.body.addWidget(self.name)
        self.body.addStretch(1)
        self._lay_foot()
        self._fill_choice(first)
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        self._show()
        self.choice.setFocus()

    def _lay_foot(self) -> None:
        warned = self._warned
        close = button(words.WAIT if warned else words.CLOSE, self.reject, kind="primary" if warned else "")
        self.foot.addWidget(close)
        self.keep_button = button(words.KEEP, self._keep)
        self.let_go_button = button(words.LET_GO, self._let_go)
        self.foot.addWidget(self.keep_button)
        self.foot.addWidget(self.let_go_button)
        self.foot.addStretch(1)
        self.copy = button(words.COPY, self._copy)
        name = words.OPEN_ANYWAY if warned else words.OPEN
        self.go = button(name, self._open, kind="" if warned else "primary")
        self.go.setObjectName("draftGo")
        self.foot.addWidget(self.copy)
        self.foot.addWidget(self.go)
        self.go.setVisible(bool(self._contact.emails))

    # Templates

    def _fill_choice(self, id_: str) -> None:
        self._templates = templates.templates(resource("templates"), self._own)
        self.choice.blockSignals(True)
        self.choice.clear()
        for template in self._templates:
            self.choice.addItem(template.title, template.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(id_)))
        self.choice.blockSignals(False)

    @property
    def template(self) -> Template:
        """The one that is chosen."""
        return self._templates[max(0, self.choice.currentIndex())]

    def _show(self) -> None:
        template = self.template
        draft = fill(template, self._facts)
        self.subject.setText(draft.subject)
        self.text.setPlainText(draft.body)
        self.let_go_button.setVisible(template.own)
        self.name.hide()
        self.fields.clear_wrong()

    def _keep(self) -> None:
        """The first press asks for a name, the second keeps the text as it stands."""
        if self.name.isHidden():
            self.name.setText(self.template.title if self.template.own else "")
            self.name.show()
            self.name.setFocus()
            self.grow()
            return
        title = self.name.text().strip()
        if not title:
            return
        kept = replace(
            self.template, id=templates.id_of(title), title=title, subject=self._unfilled(self.subject.text()),
            body=self._unfilled(self.text.toPlainText()), own=True,
        )  # fmt: skip
        try:
            templates.keep(kept, self._own)
        except OSError:
            self.fields.wrong("template", words.NOT_KEPT)
            return
        self._fill_choice(kept.id)
        self._show()
        self._say(words.KEPT.format(title=title))

    def _unfilled(self, text: str) -> str:
        """The text with the person's name as a field again, so that the template fits the next one."""
        for name in ("name", "first", "me"):
            known = self._facts.get(name, "")
            if len(known) > 1:
                text = text.replace(known, f"{{{name}}}")
        return text

    def _let_go(self) -> None:
        try:
            templates.let_go(self.template.id, self._own)
        except OSError:
            self.fields.wrong("template", words.NOT_KEPT)
            return
        self._fill_choice("")
        self._show()
        self._say(words.GONE)

    # Out

    def _means(self) -> Means:
        known = outside.means_of(self._contact)
        return known[0] if known else Means(Way.PAGE, "")

    def _copy(self) -> None:
        outside.copy(f"{self.subject.text()}\n\n{self.text.toPlainText()}")
        self._say(words.COPIED)
        self._done()

    def _open(self) -> None:
        address = self._contact.emails[0]
        subject, text = self.subject.text(), self.text.toPlainText()
        if not outside.opened(outside.mail_of(address, subject, text)):
            outside.copy(f"{subject}\n\n{text}")
            self._say(words.NO_PROGRAM)
        self._done()

    def _done(self) -> None:
        thanks = self.template.id == templates.THANKS
        self.accept()
        if self._means().text:
            self.written.emit(self._means(), thanks)
