"""What each deed changes, refuses and warns of; and that its inverse gives back exactly what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Answer, Caution, Change, Changeset, Refusal, What
from gardener.domain.contact import Contact, Resting
from gardener.domain.interaction import Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.records import Source
from gardener.domain.stage import Ending, Stage
from tests.domain.memory import DAY, Memory


def a_touch(
    *contacts: Contact, day: date = DAY, direction: Direction = Direction.OUTGOING, **more: Any
) -> Interaction:
    draft = Interaction(
        id=f"touch-{day}-{direction}-{len(more)}",
        day=day,
        kind=Kind.EMAIL,
        direction=direction,
        participants=tuple(c.id for c in contacts),
    )
    return replace(draft, **more)


def log(memory: Memory, draft: Interaction, *, today: date = DAY, anyway: bool = False) -> Answer:
    seen = memory.garden.as_of(today, memory.history)
    return deeds.log(memory.garden, draft, today=today, now=None, seen=seen, anyway=anyway)


def refused(answer: Answer) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.code


class TestContacts:
    def test_a_new_contact_is_a_seed_in_the_first_free_cell(self) -> None:
        memory = Memory()
        jane, bob = memory.plant("Jane", "Bob")
        assert (jane.stage, jane.place, bob.place) == (Stage.SEED, 0, 1)
        memory.do(deeds.move(memory.garden, jane.id, Stage.GROWING, today=DAY))
        (ann,) = memory.plant("Ann")
        assert ann.place == 0

    def test_typed_text_is_cleaned(self) -> None:
        memory = Memory()
        contact = Contact(
            id="a", name="  Jane \t Miller\n", created=DAY, emails=("j@x.example", "J@X.example", "")
        )
        memory.do(deeds.add(memory.garden, contact))
        kept = memory.garden.plants["a"].contact
        assert (kept.name, kept.emails) == ("Jane Miller", ("j@x.example",))

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"name": " \n "}, "empty-name"),
            ({"name": "x" * 501}, "too-long"),
            ({"name": "a\x00b"}, "bad-characters"),
            ({"name": "a\ud800b"}, "bad-characters"),
            ({"notes": "n" * (64 * 1024 + 1)}, "too-long"),
            ({"emails": ("nobody",)}, "bad-email"),
            ({"emails": ("a b@x.example",)}, "bad-email"),
            ({"met": DAY + timedelta(days=1)}, "future"),
        ],
    )
    def test_what_cannot_be_kept_is_refused(self, change: dict[str, Any], code: str) -> None:
        contact = replace(Contact(id="a", name="Jane", created=DAY), **change)
        assert refused(deeds.add(Memory().garden, contact)) == code

    def test_editing_keeps_bed_marks_and_place(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(deeds.move(memory.garden, jane.id, Stage.GROWING, today=DAY))
        memory.do(deeds.rest(memory.garden, jane.id, today=DAY))
        memory.do(deeds.edit(memory.garden, replace(jane, name="Jane Miller", org="Meridian")))
        kept = memory.garden.plants[jane.id].contact
        assert (kept.name, kept.org, kept.stage, kept.resting is not None) == (
            "Jane Miller",
            "Meridian",
            Stage.GROWING,
            True,
        )

    def test_an_odd_address_that_was_imported_may_stay_but_none_is_typed(self) -> None:
        memory = Memory()
        odd = Contact(id="a", name="Jo", created=DAY, emails=("jo",))
        memory.do(Changeset(What("import"), (Change(None, odd),)))
        memory.do(deeds.edit(memory.garden, replace(odd, org="Meridian")))
        assert memory.garden.plants["a"].contact.emails == ("jo",)
        assert refused(deeds.edit(memory.garden, replace(odd, emails=("jo", "ann")))) == "bad-email"

    def test_a_given_list_replaces_plus_adds_minus_takes_away(self) -> None:
        assert deeds.edited_list(("a", "b"), ["c"]) == ("c",)
        assert deeds.edited_list(("a", "b"), ["+c", "-A"]) == ("b", "c")
        assert deeds.edited_list(("a",), []) == ("a",)

    def test_common_ground_adds_and_takes_away(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(
            deeds.add_common(memory.garden, jane.id, theirs=["From Boston", "Sails"], mine=["Tennessee"])
        )
        memory.do(deeds.add_common(memory.garden, jane.id, theirs=["-sails"]))
        common = memory.garden.plants[jane.id].contact.common
        assert (common.theirs, common.mine) == (("From Boston",), ("Tennessee",))

    def test_a_note_is_dated_and_appended(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(deeds.add_note(memory.garden, jane.id, "likes tea", today=DAY))
        memory.do(deeds.add_note(memory.garden, jane.id, "has a dog", today=DAY))
        assert memory.garden.plants[jane.id].contact.notes == "2026-03-01 likes tea\n2026-03-01 has a dog"

    def test_removing_takes_all_that_is_theirs_alone_and_undo_gives_it_back(self) -> None:
        memory = Memory()
        jane, bob = memory.plant("Jane", "Bob")
        memory.do(deeds.edit(memory.garden, replace(bob, introduced_by=jane.id)))
        memory.do(log(memory, a_touch(jane, direction=Direction.MUTUAL)))
        both = a_touch(jane, bob, direction=Direction.INCOMING)
        memory.do(log(memory, both))
        garden = replace(
            memory.garden,
            plans={"p": Plan(id="p", contact=jane.id, day=DAY, text="call", created=DAY)},
            introductions={"i": Introduction(id="i", by=jane.id, to=bob.id, day=DAY)},
            opportunities={
                "o": Opportunity(id="o", employer="E", role="R", created=DAY, thanks_to=(jane.id, bob.id))
            },
        )
        memory.garden = garden
        source = Source(id="s", contact=jane.id, format="vcard", key="uid:1", digest="d", raw="")
        memory.sources["s"] = source
        before = (memory.garden, dict(memory.interactions), dict(memory.sources))
        removal = memory.do(
            deeds.remove(
                memory.garden, jane.id, history=memory.history(jane.id), sources=memory.sources_of(jane.id)
            )
        )
        assert list(memory.garden.plants) == [bob.id]
        assert memory.garden.plants[bob.id].contact.introduced_by is None
        assert [i.participants for i in memory.interactions.values()] == [(bob.id,)]
        assert not memory.garden.plans
        assert not memory.garden.introductions
        assert memory.garden.opportunities["o"].thanks_to == (bob.id,)
        assert not memory.sources
        memory.do(removal.inverse)
        assert (memory.garden, memory.interactions, memory.sources) == before


class TestLogging:
    def test_an_outgoing_touch_of_today_is_warned_of_and_nothing_is_saved(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(log(memory, a_touch(jane, day=DAY)))
        tomorrow = DAY + timedelta(days=1)
        answer = log(memory, a_touch(jane, day=tomorrow), today=tomorrow)
        assert isinstance(answer, Caution)
        assert answer.verdicts[jane.id].dry_on == DAY + timedelta(days=5)

    def test_going_on_is_remembered(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(log(memory, a_touch(jane)))
        again = a_touch(jane, day=DAY + timedelta(days=1))
        memory.do(log(memory, again, today=again.day, anyway=True))
        assert memory.interactions[again.id].despite == ("pace",)

    def test_no_warning_is_invented_to_be_remembered(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(log(memory, a_touch(jane), anyway=True))
        assert next(iter(memory.interactions.values())).despite == ()

    def test_an_earlier_date_is_a_fact(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(log(memory, a_touch(jane)))
        today = DAY + timedelta(days=2)
        earlier = a_touch(jane, day=DAY + timedelta(days=1))
        assert isinstance(log(memory, earlier, today=today), Changeset)

    def test_their_word_is_never_warned_of(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(deeds.leave_alone(memory.garden, jane.id))
        for direction in (Direction.INCOMING, Direction.MUTUAL):
            assert isinstance(log(memory, a_touch(jane, direction=direction)), Changeset)

    def test_left_alone_is_a_plain_no_that_takes_one_more_press(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(deeds.leave_alone(memory.garden, jane.id))
        answer = log(memory, a_touch(jane))
        assert isinstance(answer, Caution)
        assert answer.verdicts[jane.id].warnings == ("left-alone",)
        assert isinstance(log(memory, a_touch(jane), anyway=True), Changeset)

    def test_one_of_several_is_enough_and_all_verdicts_are_told(self) -> None:
        memory = Memory()
        jane, bob = memory.plant("Jane", "Bob")
        memory.do(deeds.leave_alone(memory.garden, jane.id))
        answer = log(memory, a_touch(bob, jane))
        assert isinstance(answer, Caution)
        assert {id_: v.warns for id_, v in answer.verdicts.items()} == {jane.id: True, bob.id: False}

    def test_an_ask_too_heavy_is_warned_of_with_what_would_hold(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        for days in (9, 6, 3):
            met = a_touch(jane, day=DAY - timedelta(days=days), direction=Direction.MUTUAL)
            memory.do(log(memory, met))
        answer = log(memory, a_touch(jane, ask=Ask(AskKind.REFERRAL)))
        assert isinstance(answer, Caution)
        verdict = answer.verdicts[jane.id]
        assert verdict.ask is not None
        assert (verdict.ask.holds, verdict.ask.heaviest) == (False, AskKind.ADVICE)
        assert isinstance(log(memory, a_touch(jane, ask=Ask(AskKind.ADVICE))), Changeset)

    def test_the_guard_of_an_earlier_day_knows_nothing_of_later_ones(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        memory.do(log(memory, a_touch(jane, day=DAY + timedelta(days=5)), today=DAY + timedelta(days=5)))
        assert isinstance(log(memory, a_touch(jane, day=DAY), today=DAY), Changeset)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"day": DAY + timedelta(days=1)}, "future"),
            ({"minutes": 0}, "bad-minutes"),
            ({"minutes": 7 * 24 * 60 + 1}, "bad-minutes"),
            ({"note": "n" * (64 * 1024 + 1)}, "too-long"),
            ({"note": "a\x00"}, "bad-characters"),
            ({"participants": ()}, "nobody"),
            ({"participants": ("nobody",)}, "gone"),
        ],
    )
    def test_what_cannot_have_happened_is_refused(self, more: dict[str, Any], code: str) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        draft = replace(a_touch(jane, direction=Direction.MUTUAL), **more)
        assert refused(log(memory, draft)) == code

    def test_later_today_is_the_future_while_the_hour_is_known(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        draft = a_touch(jane, time=time(18), direction=Direction.MUTUAL)
        noon = datetime.combine(DAY, time(12))
        answer = deeds.log(memory.garden, draft, today=DAY, now=noon, seen=memory.garden)
        assert refused(answer) == "future"
        assert isinstance(log(memory, draft), Changeset)

    def test_correcting_and_deleting_refold_the_history(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        wrong = a_touch(jane, direction=Direction.INCOMING)
        empty = memory.garden
        memory.do(log(memory, wrong))
        memory.do(
            deeds.edit_log(memory.garden, wrong, replace(wrong, direction=Direction.OUTGOING), today=DAY)
        )
        assert memory.garden.plants[jane.id].tie.run == 1
        assert memory.garden.plants[jane.id].tie.replies == 0
        memory.do(deeds.remove_log(memory.garden, memory.interactions[wrong.id]))
        assert memory.garden == empty


class TestBeds:
    def test_moves_are_dated_and_stay_in_the_order_of_their_days(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        later = DAY + timedelta(days=10)
        memory.do(deeds.move(memory.garden, jane.id, Stage.GROWING, today=later))
        memory.do(deeds.move(memory.garden, jane.id, Stage.SEEDLING, today=DAY))
        contact = memory.garden.plants[jane.id].contact
        assert [m.stage for m in contact.moves] == [Stage.SEEDLING, Stage.GROWING]
        assert (contact.stage_on(DAY), contact.stage) == (Stage.SEEDLING, Stage.GROWING)

    def test_a_wanted_cell_is_taken_when_it_is_free(self) -> None:
        memory = Memory()
        jane, bob = memory.plant("Jane", "Bob")
        memory.do(deeds.move(memory.garden, jane.id, Stage.GROWING, today=DAY, place=7))
        memory.do(deeds.move(memory.garden, bob.id, Stage.GROWING, today=DAY, place=7))
        places = {c.name: c.place for c in memory.contacts()}
        assert places == {"Jane": 7, "Bob": 0}

    def test_within_its_bed_only_the_place_changes(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        deed = memory.do(deeds.move(memory.garden, jane.id, Stage.SEED, today=DAY, place=4))
        contact = memory.garden.plants[jane.id].contact
        assert (deed.what.code, contact.place, contact.moves) == ("place", 4, ())
        again = deeds.move(memory.garden, jane.id, Stage.SEED, today=DAY)
        assert isinstance(again, Changeset)
        assert again.changes == ()

    def test_a_reason_belongs_to_the_compost(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        answer = deeds.move(memory.garden, jane.id, Stage.FRUIT, today=DAY, reason=Ending.NO_REPLY)
        assert refused(answer) == "reason-not-for-this-bed"
        memory.do(deeds.move(memory.garden, jane.id, Stage.COMPOST, today=DAY, reason=Ending.NO_REPLY))
        memory.do(deeds.move(memory.garden, jane.id, Stage.COMPOST, today=DAY, reason=Ending.MY_NEGLECT))
        assert [m.reason for m in memory.garden.plants[jane.id].contact.moves] == [Ending.MY_NEGLECT]

    def test_resting_holds_through_its_last_day(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        until = DAY + timedelta(days=3)
        memory.do(deeds.rest(memory.garden, jane.id, today=DAY, until=until))
        contact = memory.garden.plants[jane.id].contact
        assert contact.rests_on(until)
        assert not contact.rests_on(until + timedelta(days=1))
        assert refused(deeds.rest(memory.garden, jane.id, today=DAY, until=DAY - timedelta(days=1))) == "past"
        memory.do(deeds.wake(memory.garden, jane.id, today=until))
        assert memory.garden.plants[jane.id].contact.resting is None

    def test_a_rest_begins_on_its_day_and_goes_on_when_it_is_prolonged(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")
        later, last = DAY + timedelta(days=2), DAY + timedelta(days=9)
        memory.do(deeds.rest(memory.garden, jane.id, today=DAY, until=later))
        memory.do(deeds.rest(memory.garden, jane.id, today=later, until=last))
        contact = memory.garden.plants[jane.id].contact
        assert [n for n in range(-2, 12) if contact.rests_on(DAY + timedelta(days=n))] == [*range(10)]
        assert contact.as_of(DAY - timedelta(days=1)).resting is None
        assert contact.as_of(DAY) == replace(jane, resting=Resting(later, since=DAY))
        assert contact.resting == Resting(last, since=later)
        memory.do(deeds.rest(memory.garden, jane.id, today=last + timedelta(days=5)))
        again = memory.garden.plants[jane.id].contact
        assert again.resting == Resting(None, since=last + timedelta(days=5))
        assert again.as_of(last + timedelta(days=4)) == contact
        same = deeds.rest(memory.garden, jane.id, today=last + timedelta(days=7))
        assert isinstance(same, Changeset)
        assert not same.changes

    def test_the_day_of_a_deed_sees_what_was_then_whatever_comes_after(self) -> None:
        dice = Random(20260310)
        for _ in range(60):
            memory = Memory()
            (jane,) = memory.plant("Jane")
            then: dict[date, Contact] = {}
            day = DAY
            for _ in range(8):
                until = dice.choice([None, day, day + timedelta(days=3), day + timedelta(days=9)])
                if dice.random() < 0.6:
                    memory.do(deeds.rest(memory.garden, jane.id, today=day, until=until))
                else:
                    memory.do(deeds.wake(memory.garden, jane.id, today=day))
                for _ in range(dice.choice([0, 1, 2, 5])):
                    then[day] = memory.garden.plants[jane.id].contact
                    day += timedelta(days=1)
            now = memory.garden.plants[jane.id].contact
            for on, contact in then.items():
                assert now.as_of(on) == contact
                assert now.rests_on(on) == contact.rests_on(on)

    def test_a_rest_or_a_waking_of_an_earlier_day_leaves_what_came_after(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane")

        def on(n: int) -> date:
            return DAY + timedelta(days=n)

        def rests() -> list[int]:
            return [n for n in range(40) if memory.garden.plants[jane.id].contact.rests_on(on(n))]

        memory.do(deeds.rest(memory.garden, jane.id, today=on(20), until=on(25)))
        memory.do(deeds.rest(memory.garden, jane.id, today=on(5)))
        assert rests() == [*range(5, 26)]
        memory.do(deeds.wake(memory.garden, jane.id, today=on(8)))
        assert rests() == [5, 6, 7, *range(20, 26)]
        memory.do(deeds.wake(memory.garden, jane.id, today=on(5)))
        assert rests() == [*range(20, 26)]
        nothing = deeds.wake(memory.garden, jane.id, today=on(30))
        assert isinstance(nothing, Changeset)
        assert not nothing.changes


class TestTheGardenItself:
    def test_a_day_is_checked_in_once(self) -> None:
        memory = Memory()
        memory.do(deeds.done_for_today(memory.garden, today=DAY))
        assert deeds.done_for_today(memory.garden, today=DAY).changes == ()
        assert memory.garden.last_check_in(DAY) is None
        assert memory.garden.last_check_in(DAY + timedelta(days=1)) == DAY

    def test_choices_are_checked_and_felt(self) -> None:
        memory = Memory()
        later = DAY + timedelta(days=9)
        memory.do(deeds.choose(memory.garden, "patience", "2", today=DAY))
        assert memory.garden.climate(DAY).horizon == 180.0
        memory.do(deeds.choose(memory.garden, "patience", "", today=later))
        assert memory.garden.climate(later).horizon == 90.0
        for key, value in (("patience", "nan"), ("patience", "9"), ("seed-days", "2.5")):
            assert refused(deeds.choose(memory.garden, key, value, today=DAY)) == "bad-choice"
        assert refused(deeds.choose(memory.garden, "colour", "red", today=DAY)) == "unknown-choice"

    def test_the_garden_of_a_day_goes_by_the_choices_of_that_day(self) -> None:
        memory = Memory()
        memory.do(deeds.choose(memory.garden, "patience", "2", today=DAY))
        before = DAY - timedelta(days=1)
        assert memory.garden.climate(before).horizon == 90.0
        again = deeds.choose(memory.garden, "patience", "2.0", today=DAY)
        assert isinstance(again, Changeset)
        assert again.changes == ()
