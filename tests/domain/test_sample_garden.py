"""Leaving the sample garden: the invented people go, one's own stay, and undo gives back exactly what was."""

from __future__ import annotations

from dataclasses import replace

from gardener.domain import deeds
from gardener.domain.changes import Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import About, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.records import Season
from gardener.domain.sample import sample
from tests.domain.memory import DAY, Memory


def planted(contacts: int = 30, seed: int = 1) -> Memory:
    memory = Memory()
    memory.do(sample(DAY, contacts=contacts, seed=seed))
    return memory


def leave(memory: Memory) -> Changeset | Refusal:
    gone = deeds.sample_contacts(memory.garden)
    return deeds.leave_sample(
        memory.garden,
        histories={id_: memory.history(id_) for id_ in gone},
        sources={id_: memory.sources_of(id_) for id_ in gone},
    )


def test_a_note_and_whose_talk_it_was_agree() -> None:
    talks = [one for one in planted().interactions.values() if one.about is not None]
    assert {one.about for one in talks if " about " in one.note} == {About.THEIRS}
    assert {one.about for one in talks if "compared notes" in one.note} == {About.BOTH}
    assert {one.about for one in talks} == {About.THEIRS, About.BOTH}


def test_a_sample_leaves_an_empty_garden_and_comes_back_whole() -> None:
    for contacts, seed in ((30, 1), (45, 7)):
        memory = planted(contacts, seed)
        memory.do(deeds.done_for_today(memory.garden, today=DAY))
        before, interactions = memory.garden, dict(memory.interactions)
        assert memory.garden.is_sample
        left = memory.do(leave(memory))
        assert memory.garden == Garden()
        assert not memory.interactions
        assert left.what.facts == {"contacts": contacts, "kept": 0}
        memory.do(left.inverse)
        assert memory.garden == before
        assert memory.interactions == interactions


def test_ones_own_people_stay_with_what_is_theirs() -> None:
    memory = planted()
    (own,) = memory.plant("Ada Lovelace")
    jane = next(c for c in memory.contacts() if c.name == "Jane Miller")
    memory.do(deeds.edit(memory.garden, replace(own, introduced_by=jane.id)))
    talk = Interaction(
        id="talk", day=DAY, kind=Kind.MEETING, direction=Direction.MUTUAL, participants=(own.id, jane.id)
    )
    memory.do(deeds.log(memory.garden, talk, today=DAY, now=None, seen=memory.garden, anyway=True))
    mine = Plan(id="mine", contact=own.id, day=DAY, text="write", created=DAY)
    memory.do(deeds.plan(memory.garden, mine))
    memory.do(deeds.done_for_today(memory.garden, today=DAY))
    before = memory.garden
    left = memory.do(leave(memory))
    (kept,) = memory.contacts()
    assert (kept.id, kept.introduced_by) == (own.id, None)
    assert memory.interactions == {"talk": replace(talk, participants=(own.id,))}
    assert set(memory.garden.plans) == {"mine"}
    assert set(memory.garden.checkins) == {DAY.isoformat()}
    assert memory.garden.plants[own.id].tie.replies == 1
    assert left.what.facts == {"contacts": 30, "kept": 1}
    assert not memory.garden.is_sample
    memory.do(left.inverse)
    assert memory.garden == before


def test_a_season_of_ones_own_stays() -> None:
    memory = planted()
    own = Season(id="own", name="Mine", start=DAY)
    memory.garden = replace(memory.garden, seasons={**memory.garden.seasons, "own": own})
    assert len(memory.garden.seasons) == 3
    memory.do(leave(memory))
    assert memory.garden.seasons == {"own": own}


def test_what_is_owed_to_both_is_owed_to_ones_own_alone() -> None:
    memory = planted()
    (own,) = memory.plant("Ada Lovelace")
    jane = next(c for c in memory.contacts() if c.name == "Jane Miller")
    job = Opportunity(id="job", employer="Acme", role="Cook", created=DAY, thanks_to=(own.id, jane.id))
    met = Introduction(id="met", by=own.id, to=jane.id, day=DAY, origin=Origin.OFFERED)
    memory.garden = replace(
        memory.garden,
        opportunities={**memory.garden.opportunities, "job": job},
        introductions={**memory.garden.introductions, "met": met},
    )
    memory.do(leave(memory))
    assert memory.garden.opportunities == {"job": replace(job, thanks_to=(own.id,))}
    assert not memory.garden.introductions


def test_a_sample_of_which_somebody_was_removed_can_still_be_left() -> None:
    memory = planted()
    jane = next(iter(memory.garden.plants))
    memory.do(deeds.remove(memory.garden, jane, history=memory.history(jane), sources=()))
    assert len(deeds.sample_contacts(memory.garden)) == 29
    memory.do(leave(memory))
    assert not memory.garden.plants


def test_a_garden_of_ones_own_is_never_left() -> None:
    memory = Memory()
    memory.plant("Ada Lovelace")
    assert leave(memory) == Refusal("no-sample")
    assert not deeds.sample_contacts(memory.garden)
    assert isinstance(next(memory.contacts()), Contact)


def test_one_knows_whether_somebody_of_ones_own_stands_among_the_invented() -> None:
    memory = planted()
    invented = memory.garden
    own = Contact(id="5d0c1e0a-57b5-4c55-8d39-5a5d5f5b5f55", name="Ada Lovelace", created=DAY)
    memory.do(deeds.add(memory.garden, own))
    both = memory.garden
    memory.do(leave(memory))
    left = memory.garden
    assert [garden.is_sample for garden in (invented, both, left)] == [True, True, False]
    assert [garden.has_own for garden in (invented, both, left)] == [False, True, True]
