"""What the deeds of the check-in do: each closes its item, and all of it can be undone."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gardener.domain import deeds, guards
from gardener.domain.changes import Answer, Caution
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.items import Item
from gardener.domain.loops import LoopKind
from gardener.domain.stage import Ending, Stage
from gardener.ui.checkin_deeds import Way
from gardener.ui.conversion_commands import ConversionCommands
from gardener.words import checkin, writing


class CheckInCommands(ConversionCommands):
    """Carries out the deeds of an item, besides the commands of a contact.

    narrowAsked(query): show those people. beforeAsked(): the card before a talk with the chosen one.
    """

    narrowAsked = Signal(str)
    beforeAsked = Signal()
    _warned = ""

    def check_in(self) -> None:
        """Opens the check-in, or closes it."""
        self._parts.check_in.toggle()

    def check_in_done(self) -> None:
        """Records today's round and closes the check-in."""
        self._bridge.done_for_today()
        self._parts.check_in.toggle()

    def check_in_deed(self, item: Item, way: str) -> None:
        """Does with an item what was asked; the next one comes by itself."""
        kind, _, reason = way.partition(":")
        match Way(kind):
            case Way.WRITE:
                self._write_of(item)
            case Way.LOG:
                self._log_of(item)
            case Way.FORM:
                self._form_of(item)
            case Way.MET | Way.OPEN if item.loop is not None:
                self.close_record(item.loop, way)
            case Way.PLAN:
                self._plan_of(item)
            case Way.BEFORE:
                self._selection.choose(_contact_of(item))
                self.beforeAsked.emit()
            case Way.SHOW:
                self.narrowAsked.emit("is:withered")
                self._perform(item, way)
            case Way.DISMISS if item.loop is not None:
                self._bridge.dismiss(item.loop.id)
            case Way.DONE:
                self.plan_done(item.id.removeprefix("plan:"))
            case _:
                self._perform(item, kind, Ending(reason) if reason else None)

    def _perform(self, item: Item, way: str, ending: Ending | None = None) -> None:
        today, contact = self._bridge.session.today, _contact_of(item)

        def deed(garden: Garden) -> Answer:
            match Way(way):
                case Way.REST:
                    asked = deeds.rest(garden, contact, today=today)
                    return deeds.also_closed(asked, [item.id], today=today)
                case Way.COMPOST:
                    asked = deeds.move(garden, contact, Stage.COMPOST, today=today, reason=ending)
                    return deeds.also_closed(asked, [item.id], today=today)
                case Way.TOMORROW:
                    return deeds.put_off_item(garden, item.id, contact=item.contact, today=today)
                case Way.LET_BE:
                    return deeds.close_item(garden, item.id, contact=item.contact, today=today, code="let-be")
                case _:
                    return deeds.close_item(garden, item.id, contact=item.contact, today=today)

        self._bridge.perform(deed)

    def _write_of(self, item: Item) -> None:
        """Opens the mail program at once where the guard has nothing against it; else its word stands first."""
        contact = self._chosen_of(item)
        if contact is None:
            return
        from gardener.ui import outside

        means = outside.means_of(contact)
        verdict = self._verdict(contact)
        if verdict.warns or not means:
            self.water()
            return
        if not outside.open_means(means[0]):
            outside.copy(means[0].text)
            self._bridge.refused.emit(f"{writing.NO_PROGRAM}{means[0].text}")
        thanks = item.loop is not None and item.loop.kind is LoopKind.THANKS
        self._parts.sent.ask(contact.id, contact.name, means[0].way, thanks=thanks)
        self._parts.check_in.set_aside(item)

    def _verdict(self, contact: Contact) -> guards.Verdict:
        """What the guards say of a word of mine today."""
        session = self._bridge.session
        tie, climate = session.seen.plants[contact.id].tie, session.seen.climate(session.today)
        return guards.consider(tie, session.today, climate=climate, left_alone=contact.left_alone)

    def _log_of(self, item: Item) -> None:
        """Logs a word of mine of today; where the guard warns, the second press goes on."""
        contact = self._chosen_of(item)
        if contact is None:
            return
        session = self._bridge.session
        draft = Interaction(
            id=session.new_id(),
            day=session.today,
            kind=Kind.EMAIL if contact.emails else Kind.MESSAGE,
            direction=Direction.OUTGOING,
            participants=(contact.id,),
            thanks=item.loop is not None and item.loop.kind is LoopKind.THANKS,
        )
        result = self._bridge.log(draft, anyway=self._warned == item.id)
        self._warned = item.id if isinstance(result, Caution) else ""
        if isinstance(result, Caution):
            self._parts.check_in.hint(checkin.GUARD_FIRST)

    def _plan_of(self, item: Item) -> None:
        """The next step with its day; once it is planned the item has been dealt with. A plan itself gets another day."""
        from gardener.ui.plan_form import PlanForm

        contact = self._chosen_of(item)
        if item.id.startswith("plan:"):
            self.open_plan(item.id.removeprefix("plan:"))
        elif contact is not None:
            form = PlanForm(self._bridge, contact.id, contact.name, self._parts.window)
            form.accepted.connect(lambda: self._perform(item, Way.SEEN))
            self._open(form)

    def _form_of(self, item: Item) -> None:
        """Opens the log form: a talk, or a word of mine with all there is to say of it."""
        contact = self._chosen_of(item)
        if contact is not None:
            self.log_mine(contact, thanks=item.loop is not None and item.loop.kind is LoopKind.THANKS)

    def _chosen_of(self, item: Item) -> Contact | None:
        self._selection.choose(_contact_of(item))
        return self._contact()


def _contact_of(item: Item) -> str:
    """Whom a deed of the item is about."""
    return (item.loop.contact if item.loop is not None else item.contact) or ""
