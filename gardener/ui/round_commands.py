"""What the commands around the day do: rest until a day, winter, thanks after a job, the week in review."""

from __future__ import annotations

from datetime import date

from gardener.domain import deeds
from gardener.domain.changes import Answer
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction
from gardener.domain.records import WinterReason
from gardener.session import Done
from gardener.ui.checkin_commands import CheckInCommands
from gardener.words import briefing, resting

RECENT = 1
"""Days after which a talk is no longer asked about."""


class RoundCommands(CheckInCommands):
    """Carries them out, besides the check-in and the commands of a contact."""

    def rest_until(self) -> None:
        """Asks how long the selected contact is to rest."""
        from gardener.ui.rest_dialog import RestDialog

        contact = self._contact()
        if contact is None:
            return
        title, today = resting.rest_title(contact.name), self._bridge.session.today
        dialog = RestDialog(title, resting.REST_LINE, today, self._parts.window)
        dialog.restAsked.connect(lambda until, _why: self._bridge.rest(contact.id, until))
        self._open(dialog)

    def winter(self) -> None:
        """Asks how long the whole garden is to rest, or ends its rest."""
        from gardener.ui.rest_dialog import RestDialog

        session = self._bridge.session
        if session.garden.winter(session.today) is not None:
            self.end_winter()
            return
        dialog = RestDialog(
            resting.WINTER_TITLE, resting.WINTER_LINE, session.today, self._parts.window, why=True
        )
        dialog.restAsked.connect(self._begin_winter)
        self._open(dialog)

    def _begin_winter(self, until: date | None, why: WinterReason | None) -> None:
        today, reason = self._bridge.session.today, why or WinterReason.OTHER
        self._bridge.perform(lambda g: deeds.begin_winter(g, today=today, reason=reason, until=until))
        if reason is WinterReason.NEW_JOB:
            self.thank_and_tell()

    def end_winter(self) -> None:
        """Wakes the garden."""
        today = self._bridge.session.today
        self._bridge.perform(lambda g: deeds.end_winter(g, today=today))

    def thank_and_tell(self) -> None:
        """Everybody who helped, to be thanked and told; a plan for each that stays ticked."""
        from gardener.domain.thanking import to_thank
        from gardener.ui.thank_dialog import ThankDialog

        session = self._bridge.session
        owed = to_thank(session.seen, session.today)
        dialog = ThankDialog(owed, self.name_of, self._parts.window)
        dialog.planAsked.connect(self._plan_thanks)
        self._open(dialog)

    def _plan_thanks(self, people: tuple[str, ...]) -> None:
        session = self._bridge.session
        ids = tuple(session.new_id() for _ in people)
        today = session.today

        def deed(garden: Garden) -> Answer:
            return deeds.plan_thanks(garden, people, resting.THANK_TEXT, ids=ids, today=today)

        self._bridge.perform(deed)

    # Before a talk and after it

    def before_talk(self) -> None:
        """One card on the selected contact; the log form is one press away."""
        from gardener.domain.briefing import brief
        from gardener.ui.brief_dialog import BriefDialog

        contact, session = self._contact(), self._bridge.session
        if contact is None:
            return
        found = brief(session.seen, contact.id, session.history(contact.id), session.today)
        dialog = BriefDialog(found, session.today, self._parts.window)
        dialog.logAsked.connect(self.log)
        self._open(dialog)

    def offer_questions(self, done: Done) -> None:
        """After a talk of today or yesterday was logged: three questions, in a message that goes by itself."""
        if done.what.code not in ("log", "capture"):
            return
        talk = next((c.after for c in done.changeset.changes if isinstance(c.after, Interaction)), None)
        if talk is None or talk.direction is not Direction.MUTUAL:
            return
        if (self._bridge.session.today - talk.day).days > RECENT:
            return
        name = self.name_of(talk.participants[0])
        self._parts.toasts.say(
            briefing.after(name), deed=briefing.AFTER_ASK, press=lambda: self.after_talk(talk.id)
        )

    def after_talk(self, talk: str) -> None:
        """Whose it was, what was learned, what is owed."""
        from gardener.ui.after_dialog import AfterDialog

        found = self._bridge.session.interaction(talk)
        if found is None:
            return
        people = {id_: self.name_of(id_) for id_ in found.participants}
        self._open(AfterDialog(self._bridge, found, people, self._parts.window))

    def draft(self) -> None:
        """A draft to the selected contact; afterwards it is asked whether it was sent."""
        from gardener.domain.drafting import facts_of
        from gardener.ui.draft_dialog import DraftDialog
        from gardener.words.dates import days

        contact, session = self._contact(), self._bridge.session
        if contact is None:
            return
        silence = session.seen.growth(contact.id, session.today).silence
        me = next(iter(self._parts.preferences().my_names), "")
        facts = facts_of(
            contact, session.history(contact.id), today=session.today, me=me,
            silence=days(silence) if silence is not None else "",
        )  # fmt: skip
        verdict = self._verdict(contact)
        today, say = session.today, self._parts.toasts.say
        dialog = DraftDialog(contact, facts, verdict, today, say, self._parts.window)
        dialog.written.connect(
            lambda means, thanks: self._parts.sent.ask(contact.id, contact.name, means.way, thanks=thanks)
        )
        self._open(dialog)

    def reminders(self) -> None:
        """Why a reminder came or did not, and a test."""
        from gardener.ui.reminders_page import RemindersPage

        dialog = RemindersPage(self._parts.reminders(), self._bridge.session.today, self._parts.window)
        dialog.preferencesAsked.connect(lambda: self._open_preferences("digest"))
        self._open(dialog)

    def week_in_review(self) -> None:
        """Shows what was planted, watered, flowered and composted this week, and the plan for the next."""
        from gardener.domain.review import reach_of, review
        from gardener.ui.week_dialog import WeekDialog

        session, day = self._bridge.session, self._bridge.session.today
        found = review(session.seen, session.interactions(since=reach_of(day)), day)
        dialog = WeekDialog(found, day, self.name_of, self._parts.window)
        dialog.checkInAsked.connect(self.open_check_in)
        self._open(dialog)

    def open_check_in(self) -> None:
        """Opens the check-in where it is not open."""
        if not self._parts.check_in.is_open:
            self._parts.check_in.toggle()
