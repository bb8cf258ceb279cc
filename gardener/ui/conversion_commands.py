"""What the commands of opportunities, introductions, seasons and the way to an employer do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gardener.domain import deeds
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.loops import Loop
from gardener.domain.records import open_season
from gardener.ui import loop_rows
from gardener.ui.contact_commands import ContactCommands
from gardener.ui.parts import button
from gardener.words import conversions

if TYPE_CHECKING:
    from gardener.ui.opportunity_form import OpportunityForm
    from gardener.ui.season_page import SeasonPage


class ConversionCommands(ContactCommands):
    """Carries them out, beside those of a contact."""

    # Opportunities

    def opportunity(self) -> None:
        """Opens the form of a new opportunity, owed to the selected contact."""
        from gardener.ui.opportunity_form import OpportunityForm

        contact = self._contact()
        owed = (contact.id,) if contact is not None else ()
        self._show_opportunity(OpportunityForm(self._bridge, self._parts.window, thanks_to=owed))

    def open_opportunity(self, id_: str) -> None:
        """Opens the form that changes an opportunity."""
        from gardener.ui.opportunity_form import OpportunityForm

        one = self._bridge.session.seen.opportunities.get(id_)
        if one is not None:
            self._show_opportunity(OpportunityForm(self._bridge, self._parts.window, before=one))

    def _show_opportunity(self, form: OpportunityForm) -> None:
        form.wayAsked.connect(self.way_to)
        self._open(form)

    def opportunities(self) -> None:
        """Opens the page of all opportunities and of the employers where nobody leads."""
        from gardener.ui.opportunities_dialog import OpportunitiesDialog

        dialog = OpportunitiesDialog(self._bridge, self._parts.window)
        dialog.opened.connect(self.open_opportunity)
        dialog.newAsked.connect(self.opportunity)
        dialog.wayAsked.connect(self.way_to)
        self._open(dialog)

    def close_record(self, loop: Loop, way: str) -> None:
        """Opens the application without a word; notes that an introduction has led to a meeting."""
        if way == loop_rows.OPEN and loop.opportunity is not None:
            self.open_opportunity(loop.opportunity)
        elif way == loop_rows.MET and loop.introduction is not None:
            self.introduction_met(loop.introduction)

    # The way to an employer

    def way(self) -> None:
        """Asks for an employer, and shows who leads there."""
        contact = self._contact()
        self.way_to(contact.org if contact is not None else "")

    def way_to(self, employer: str) -> None:
        """Shows who leads to an employer."""
        from gardener.ui.way_dialog import WayDialog

        dialog = WayDialog(self._bridge, self._parts.window, employer=employer)
        dialog.chosen.connect(self._selection.choose)
        dialog.writeAsked.connect(self._write_to)
        self._open(dialog)

    def _write_to(self, contact: str) -> None:
        self._selection.choose(contact)
        self.water()

    # Introductions

    def introduction(self) -> None:
        """Opens the form of a new introduction by the selected contact."""
        from gardener.ui.introduction_form import IntroductionForm

        form = IntroductionForm(self._bridge, self._parts.window, by=self._contact(), me=self._me)
        self._open(form)

    def open_introduction(self, id_: str) -> None:
        """Opens the form that changes an introduction."""
        from gardener.ui.introduction_form import IntroductionForm

        one = self._bridge.session.seen.introductions.get(id_)
        if one is not None:
            self._open(IntroductionForm(self._bridge, self._parts.window, before=one, me=self._me))

    @property
    def _me(self) -> str:
        """What I am called, to sign a note with; empty when it is not known."""
        return next(iter(self._parts.preferences().my_names), "")

    def introduction_met(self, id_: str) -> None:
        """Notes that an introduction has led to a meeting."""
        one = self._bridge.session.garden.introductions.get(id_)
        if one is not None:
            self._change(replace(one, outcome=Outcome.MET))

    def introduction_thanked(self, id_: str) -> None:
        """Notes that the introducer has my thanks."""
        one = self._bridge.session.garden.introductions.get(id_)
        if one is not None:
            self._change(replace(one, thanked=True))

    def _change(self, after: Introduction) -> None:
        today = self._bridge.session.today
        self._with_undo(
            self._bridge.perform(lambda garden: deeds.edit_introduction(garden, after, today=today)), ""
        )

    # Seasons

    def furnish_season(self, page: SeasonPage) -> None:
        """Puts the deeds of the season below its title, once."""
        if page.deeds.isHidden():
            from gardener.ui.season_deeds import season_deeds

            page.add_deed(button(conversions.NEW_OPPORTUNITY, self.opportunity, kind="primary"))
            for each in season_deeds(self._parts.window):
                page.add_deed(each)
                each.follow()

    def start_season(self) -> None:
        """Asks what the season shall be called, and starts it."""
        from gardener.ui.season_form import SeasonForm

        self._open(SeasonForm(self._bridge, self._parts.window))

    def pause_season(self) -> None:
        """Pauses the season, or goes on with it."""
        today = self._bridge.session.today
        running = open_season(self._bridge.session.seen.seasons.values(), today)
        if running is not None and running.paused_on(today):
            self._with_undo(self._bridge.perform(lambda g: deeds.resume_season(g, today=today)), "")
        else:
            self._with_undo(self._bridge.perform(lambda g: deeds.pause_season(g, today=today)), "")

    def end_season(self, winter: bool = False) -> None:
        """Ends the season today; with `winter` the whole garden rests then."""
        today = self._bridge.session.today
        self._with_undo(self._bridge.perform(lambda g: deeds.end_season(g, today=today, winter=winter)), "")
