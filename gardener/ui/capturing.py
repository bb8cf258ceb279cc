"""The sentence in the field on top, from the first letters to the deed: read at each key, shown, put right, saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gardener import settings
from gardener.domain import deeds
from gardener.domain.changes import Caution, Refusal
from gardener.domain.garden import Garden
from gardener.domain.guards import Verdict
from gardener.domain.interaction import Direction
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.search_field import NOTHING, SENTENCE, Offer, SearchField
from gardener.words import bar, refusals
from gardener.words import capture as words

if TYPE_CHECKING:
    from gardener.capture.names import Names
    from gardener.capture.understood import Understood
    from gardener.ui.capture_panel import CapturePanel

LEAST_WORDS = 2
"""A single word is a name or a command, never a sentence."""
REFUSED_FROM = 3
"""So many words are surely no name: then it is said why they are not understood."""
TELLING = frozenset(
    {
        "capture-negated",
        "capture-question",
        "capture-others",
        "capture-two-deeds",
        "capture-past-plan",
        "future",
    }
)
"""Refusals that are worth a line while somebody is typing."""


class Capturing(QObject):
    """saved(done, contact): it was saved; `contact` is the one it was mainly about."""

    saved = Signal(object, str)

    def __init__(
        self, bridge: Bridge, field: SearchField, over: QWidget, *, region: Callable[[], str]
    ) -> None:
        """`region` gives the preference, by which days are read."""
        super().__init__(over)
        self._region = region
        self._bridge, self._field, self._over = bridge, field, over
        self._panel: CapturePanel | None = None
        self._names: tuple[Garden, Names] | None = None
        self._understood: Understood | None = None
        self._warming: Iterator[None] | None = None
        self._warm = QTimer(self)
        self._warm.setInterval(0)
        self._warm.timeout.connect(self._warm_up)
        field.sentence = self.offers
        field.looked.connect(self._preview)
        field.sentenceTaken.connect(self.open)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    @property
    def panel(self) -> CapturePanel:
        """The chips, built when they are first shown."""
        if self._panel is None:
            from gardener.ui.capture_panel import CapturePanel

            self._panel = CapturePanel(self._over)
            self._panel.changed.connect(self._put_right)
            self._panel.saveAsked.connect(self._save)
            self._panel.left.connect(self.back)
        return self._panel

    # While it is typed

    def offers(self, text: str) -> Sequence[Offer]:
        """The row of a sentence; or, of one that says nothing to save, why."""
        self._understood = None
        count = len(text.split())
        if count < LEAST_WORDS or not self._bridge.session.garden.plants:
            return ()
        from gardener.capture.habits import habits_of
        from gardener.capture.understanding import understand

        habits = habits_of(self._region(), settings.locales())
        found = understand(text, self._known(), self._bridge.session.today, habits)
        if isinstance(found, Refusal):
            told = found.code in TELLING and count >= REFUSED_FROM
            return (Offer(NOTHING, "", refusals.sentence(found)),) if told else ()
        self._understood = found
        return (Offer(SENTENCE, "", bar.sentence(" ".join(text.split()), ahead=found.kind is None)),)

    def _known(self) -> Names:
        from gardener.capture.names import Names

        seen = self._bridge.session.seen
        if self._names is None or self._names[0] is not seen:
            self._names = (seen, Names(seen))
        return self._names[1]

    def _preview(self) -> None:
        """Shows the chips below the rows while the field has the keyboard."""
        if self._panel is not None and self._panel.is_open:
            return
        if self._understood is None or not self._field.list.isVisible():
            if self._panel is not None:
                self._panel.hide()
            return
        self._show(open_=False)

    def _warm_up(self) -> None:
        """Makes one pattern ready between two events, so that the first sentence is read at once."""
        if self._warming is None:
            from gardener.capture.events import warm

            self._warming = warm()
        if next(self._warming, self) is self:
            self._warm.stop()

    def show_example(self, *, open_: bool) -> None:
        """An invented sentence about two of the people here: for pictures of the window."""
        people = sorted(plant.contact.name for plant in self._bridge.session.seen.plants.values())
        text = bar.example(people[:1])
        self._field.setFocus()
        self._field.setText(text)
        self._field.look(text)
        if open_:
            self.open()

    # Open

    def open(self) -> None:
        """Goes to the chips: to the first question, else to Save."""
        if self._understood is not None:
            self._show(open_=True)

    def back(self) -> None:
        """Back to the field, with the sentence as it was typed."""
        self.panel.hide()
        self.panel.say((), "", {}, self._bridge.session.today, open_=False)
        self._field.setFocus()
        self._field.look(self._field.text())

    def _close(self) -> None:
        self._understood = None
        self.panel.say((), "", {}, self._bridge.session.today, open_=False)
        self.panel.hide()

    def _put_right(self, understood: Understood) -> None:
        self._understood = understood
        self._show(open_=True)

    def _show(self, *, open_: bool) -> None:
        from gardener.capture.chips import chips

        understood, session = self._understood, self._bridge.session
        if understood is None:
            return
        if open_:
            self._field.list.hide()
        question = next(understood.questions(), None)
        count = len(question.people) or len(question.days) if question is not None else 0
        asked = "" if question is None else words.asks(question.code, question.said, choices=count)
        row = chips(understood, session.today, self._name_of)
        self.panel.say(row, asked, self._verdicts(understood), session.today, open_=open_)
        self.panel.place(self._field.place_below())

    def _name_of(self, id_: str) -> str:
        contact = self._bridge.session.garden.contact(id_)
        return contact.name if contact is not None else ""

    def _verdicts(self, understood: Understood) -> dict[str, tuple[str, Verdict]]:
        """The guards' word on an outgoing touch of today, of those who are known."""
        session = self._bridge.session
        if understood.direction is not Direction.OUTGOING or understood.days != (session.today,):
            return {}
        from gardener.capture.settling import draft_of

        draft = draft_of(
            understood, [p.id for p in understood.people if p.id is not None and p.id in session.seen.plants]
        )
        if not draft.participants:
            return {}
        found = deeds.consider(session.seen, draft, today=session.today)
        return {id_: (self._name_of(id_), verdict) for id_, verdict in found.items()}

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Looking elsewhere closes the chips; the sentence stays in the field."""
        panel = self._panel
        if new is self._field and self._warming is None:
            self._warm.start()
        if panel is None or not panel.is_open or new is None or _is_of(new, panel):
            return
        if new is not self._field:
            self._close()

    # Saving

    def _save(self, anyway: bool) -> None:
        from gardener.capture.settling import settle
        from gardener.scene.proposal import species_of

        understood, session = self._understood, self._bridge.session
        if understood is None or next(understood.questions(), None) is not None:
            return
        self._bridge.look()  # what another program wrote just now is taken in first
        captured = settle(
            understood,
            session.garden,
            today=session.today,
            mint=session.new_id,
            species_of=species_of,
        )
        if isinstance(captured, Refusal):
            self.panel.complain(refusals.sentence(captured))
            return
        result = self._bridge.quietly(
            lambda garden: deeds.capture(
                garden, captured, today=session.today, now=session.now, seen=session.seen, anyway=anyway
            )
        )
        if isinstance(result, Done):
            self._close()
            self._field.lift()
            self.saved.emit(result, result.what.contact or "")
        elif isinstance(result, Refusal):
            self.panel.complain(refusals.sentence(result))
        elif isinstance(result, Caution):
            self._show(open_=True)


def _is_of(widget: QWidget, panel: QWidget) -> bool:
    """Whether it is the panel or in it; a menu of its chips is, though a window of its own."""
    within: QWidget | None = widget
    while within is not None and within is not panel:
        within = within.parentWidget()
    return within is panel
