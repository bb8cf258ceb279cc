"""Planting a seed and editing a contact: all that is known of a person, in one form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gardener.domain import deeds
from gardener.domain.changes import Answer, Refusal
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.garden import Garden
from gardener.domain.lookup import find
from gardener.domain.stage import LIVING, Stage
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, Lines, line, press_on_enter
from gardener.ui.meanwhile import Meanwhile
from gardener.ui.parts import button, heading
from gardener.ui.species_choice import SpeciesChoice
from gardener.ui.theme import GRID
from gardener.words import beds, refusals, window
from gardener.words import meanwhile as words_of_meanwhile

_LISTS = ("emails", "phones", "urls", "addresses")
_EDITED = (
    "name", "title", "org", "tags", "nicknames", "birthday", "notes", "species", "common", "met", "introduced_by", "former",
    *_LISTS,
)  # fmt: skip
_FIELD_OF = {"empty-name": "name", "bad-email": "emails", "future": "met"}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field that says nothing that can be kept, and why."""

    field: str
    sentence: str


class ContactForm(Form):
    """One contact, new or known. `saved` is its id once it is saved."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, before: Contact | None = None
    ) -> None:
        super().__init__(parent, f"Edit {before.name}" if before else "Plant a seed", width=820)
        self.setObjectName("contactForm")
        self._bridge = bridge
        self._before = before
        self._first: Contact | None = None
        self.saved: str | None = None
        self._build()
        session = bridge.session
        self._bare = before or Contact(id=session.new_id(), name="", created=session.today)
        if before is not None:
            self._fill(before)
        self._propose()
        self.meanwhile = Meanwhile(self, bridge, self._take_in)
        self.name.setFocus()
        self.mind_typing()

    def _build(self) -> None:
        self.name, self.role, self.org = line(), line(), line()
        self.tags = line(hint="with commas between")
        self.nicknames = line(hint="with commas between")
        self.former = line(hint="with semicolons between")
        self.birthday, self.met = line(hint="1980-05-17 or 05-17"), line(hint=window.DAY_HINT)
        self.introduced_by = line(hint="a name in the garden")
        self.lists = {name: Lines() for name in _LISTS}
        self.theirs, self.mine = Lines(least=2), Lines(least=2)
        self.notes = Lines(least=3, most=8)
        self.stage: Choice[Stage] = Choice("Bed", ((stage, beds.NAMES[stage]) for stage in LIVING))
        self.stage.choose(Stage.SEED)
        self.species = SpeciesChoice()
        self._lay_out()
        for field in (self.tags, self.role, self.introduced_by):
            field.textChanged.connect(self._propose)

    def _lay_out(self) -> None:
        self._person, self._means = Fields(), Fields(label_width=76)
        self._place, self._ground = Fields(), Fields()
        for name, words, field in (
            ("name", "Name", self.name),
            ("title", "Title", self.role),
            ("org", "Organisation", self.org),
            ("former", "Before at", self.former),
            ("met", "First met", self.met),
            ("introduced_by", "Through", self.introduced_by),
        ):
            self._person.add(name, words, field)
        for name, words in (
            ("emails", "E-mail"),
            ("phones", "Phone"),
            ("urls", "Links"),
            ("addresses", "Address"),
        ):
            self._means.add(name, words, self.lists[name])
            self.lists[name].setToolTip("One a line")
        self._means.add("nicknames", "Nicknames", self.nicknames)
        self._means.add("birthday", "Birthday", self.birthday)
        self._place.add("tags", "Tags", self.tags)
        if self._before is None:
            self._place.add("stage", "Bed", self.stage)
        else:  # a bed is left by moving, never by editing
            self.stage.setParent(self)
            self.stage.hide()
        self._place.add("species", "Plant", self.species, top=2 * GRID)
        self._ground.add("common", "Of them", self.theirs)
        self._ground.add("mine", "Of me", self.mine)
        self._ground.add("notes", "Notes", self.notes)
        sides = QHBoxLayout()
        sides.setSpacing(3 * GRID)
        sides.addWidget(self._person.part, 5)
        sides.addWidget(self._means.part, 5)
        for part in (self._person.part, self._means.part):
            sides.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(sides)
        self.body.addWidget(self._place.part)
        self.body.addWidget(heading("Common ground and notes"))
        self.body.addWidget(self._ground.part)
        self.body.addStretch(1)
        for lines in (*self.lists.values(), self.theirs, self.mine, self.notes):
            lines.submitted.connect(self._save)
        self.foot.addWidget(button(window.CLOSE, self.reject))
        self.foot.addStretch(1)
        primary = button("Save" if self._before else "Plant", self._save, kind="primary")
        primary.setObjectName("contactSave")
        primary.setAutoDefault(True)
        self.foot.addWidget(primary)
        press_on_enter(self, primary)

    def _fill(self, contact: Contact) -> None:
        by = self._bridge.contact(contact.introduced_by)
        for field, text in (
            (self.name, contact.name),
            (self.role, contact.title),
            (self.org, contact.org),
            (self.tags, ", ".join(contact.tags)),
            (self.nicknames, ", ".join(contact.nicknames)),
            (self.former, "; ".join(contact.former)),
            (self.birthday, contact.birthday),
            (self.met, contact.met.isoformat() if contact.met else ""),
            (self.introduced_by, by.name if by else ""),
        ):
            if field.text() != text:
                field.setText(text)
        for name, lines in self.lists.items():
            _refill(lines, getattr(contact, name))
        _refill(self.theirs, contact.common.theirs)
        _refill(self.mine, contact.common.mine)
        if self.notes.toPlainText() != contact.notes:
            self.notes.setPlainText(contact.notes)
        self.species.choose(contact.species)
        self._first = contact

    def _propose(self) -> None:
        """What ties them is read from what is typed so far."""
        by = self._through()
        typed = replace(self._bare, tags=_parts(self.tags.text()), title=self.role.text())
        self.species.follow(replace(typed, introduced_by=by if isinstance(by, str) else None))

    def _take_in(self) -> str:
        """Another program wrote: fields that were not touched here follow, the others keep what was typed."""
        first = self._first
        if first is None:
            return ""
        present = self._bridge.session.garden.contact(first.id)
        if present is None:
            return words_of_meanwhile.gone(first.name)
        changed = [field for field in _EDITED if getattr(present, field) != getattr(first, field)]
        if not changed:
            return ""
        typed = self._typed(first)
        mine = {field for field in _EDITED if getattr(typed, field) != getattr(first, field)}
        kept = {"met": self.met, "introduced_by": self.introduced_by}
        shown = {"met": first.met.isoformat() if first.met else "", "introduced_by": self._name_of(first)}
        texts = {name: field.text() for name, field in kept.items() if field.text().strip() != shown[name]}
        self._fill(replace(present, **{field: getattr(typed, field) for field in mine}))
        for name, text in texts.items():
            kept[name].setText(text)
        self._first = present
        return words_of_meanwhile.changed(changed, mine | set(texts))

    def _name_of(self, contact: Contact) -> str:
        by = self._bridge.contact(contact.introduced_by)
        return by.name if by else ""

    # Saving

    def _typed(self, base: Contact) -> Contact:
        """`base` with what the fields say now, apart from `met` and `introduced_by`, which may be wrong."""
        lists = self.lists
        return replace(
            base,
            name=self.name.text(),
            title=self.role.text(),
            org=self.org.text(),
            tags=_parts(self.tags.text()),
            nicknames=_parts(self.nicknames.text()),
            former=tuple(part.strip() for part in self.former.text().split(";") if part.strip()),
            birthday=self.birthday.text(),
            notes=self.notes.toPlainText(),
            species=self.species.chosen,
            common=CommonGround(self.theirs.items, self.mine.items),
            emails=lists["emails"].items,
            phones=lists["phones"].items,
            urls=lists["urls"].items,
            addresses=lists["addresses"].items,
        )

    def _save(self) -> None:
        for fields in (self._person, self._means, self._place, self._ground):
            fields.clear_wrong()
        met, by = self._met(), self._through()
        if isinstance(met, Wrong) or isinstance(by, Wrong):
            wrong = met if isinstance(met, Wrong) else by
            if isinstance(wrong, Wrong):
                self._person.wrong(wrong.field, wrong.sentence)
            return
        session = self._bridge.session
        if self._before is None:
            bare = replace(self._bare, created=session.today, planted=self.stage.value or Stage.SEED)
            contact = replace(self._typed(bare), met=met, introduced_by=by)
            result = self._bridge.quietly(lambda g: deeds.add(g, contact))
        else:
            contact = replace(self._typed(self._before), met=met, introduced_by=by)
            changed = self._changed(contact)  # before the garden is read anew, and the fields with it
            result = self._bridge.quietly(lambda g: _edited(g, contact, changed))
        if isinstance(result, Done):
            self.saved = contact.id
            self.accept()
        elif isinstance(result, Refusal):
            self._complain(result)

    def _changed(self, wanted: Contact) -> dict[str, Any]:
        """What was changed here, field by field."""
        return {
            field: getattr(wanted, field)
            for field in _EDITED
            if self._first is not None and getattr(wanted, field) != getattr(self._first, field)
        }

    def _met(self) -> date | Wrong | None:
        text = self.met.text().strip()
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            return Wrong("met", window.NO_DATE)

    def _through(self) -> str | Wrong | None:
        text = self.introduced_by.text().strip()
        if not text:
            return None
        found = find(self._bridge.session.seen, text)
        if isinstance(found, Contact):
            return found.id
        return Wrong("introduced_by", refusals.sentence(found))

    def _complain(self, refusal: Refusal) -> None:
        name = str(refusal.facts.get("field", _FIELD_OF.get(refusal.code, "name")))
        for fields in (self._person, self._means, self._place, self._ground):
            if fields.has(name):
                fields.wrong(name, refusals.sentence(refusal))
                return
        self._person.wrong("name", refusals.sentence(refusal))


def _edited(garden: Garden, wanted: Contact, changed: dict[str, Any]) -> Answer:
    """Only what was changed here: what another program has changed meanwhile stays."""
    present = garden.contact(wanted.id)
    if present is None:
        return Refusal("gone", {"name": wanted.name})
    return deeds.edit(garden, replace(present, **changed))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _refill(lines: Lines, items: tuple[str, ...]) -> None:
    if lines.items != items:
        lines.fill(items)
