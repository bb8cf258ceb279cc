"""Drafts: filled with what is known, gaps where it is not; a person's own templates; and the card before a talk."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from gardener import templates
from gardener.domain import deeds
from gardener.domain.briefing import brief
from gardener.domain.changes import Change, Changeset, Refusal, What
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.drafting import FIELDS, Template, facts_of, fill, first_name, read_template, written
from gardener.domain.interaction import About, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.plan import Plan, PlanKind
from gardener.words import briefing as words
from tests.domain.memory import DAY, Memory

RESOURCES = Path(__file__).parents[1] / "resources/templates"


def talk(
    memory: Memory, contact: Contact, days: int, note: str = "", *, direction: Direction = Direction.MUTUAL,
    ask: Ask | None = None,
) -> Interaction:  # fmt: skip
    one = Interaction(
        id=memory.mint(), day=DAY - timedelta(days=days), kind=Kind.MEETING, direction=direction,
        participants=(contact.id,), note=note, ask=ask,
    )  # fmt: skip
    memory.do(Changeset(What("log"), (Change(None, one),)))
    return one


@pytest.mark.parametrize("id_", templates.ORDER)
def test_each_template_has_a_title_a_subject_a_text_and_only_known_fields(id_: str) -> None:
    template = read_template(id_, (RESOURCES / f"{id_}.txt").read_text(encoding="utf-8"))
    assert template.title
    assert template.subject
    assert len(template.body.splitlines()) > 3
    draft = fill(template, dict.fromkeys(FIELDS, "XX"))
    assert "{" not in draft.subject + draft.body
    assert "XX" in draft.body


def test_what_is_not_known_stays_as_a_gap() -> None:
    template = Template("x", "X", "To {first}", "{first} of {org}: {theirs}, {last}. {unknown} {me}")
    contact = Contact(id="a", name="Jane Miller", created=DAY)
    draft = fill(template, facts_of(contact, (), today=DAY, me="", silence=""))
    assert draft.subject == "To Jane"
    assert draft.body == (
        "Jane of [where they are]: [what you know of them], [what you spoke of]. {unknown} [your name]"
    )


def test_what_is_known_is_filled_in_as_it_stands() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane Miller", created=DAY - timedelta(days=90))
    first, last = talk(memory, jane, 9, "the move to {org}\nand more"), talk(memory, jane, 3)
    common = CommonGround(("roots for the Patriots",), ("Tennessee",))
    known = Contact(id=jane.id, name="Jane Miller", created=DAY, org="Meridian", common=common)
    facts = facts_of(known, (first, last), today=DAY, me="Alex", silence="3 days")
    template = Template("x", "X", "S", "{first} {name}{at_org}, {last}; {theirs}; {mine}; {silence}; {me}")
    assert fill(template, facts).body == (
        "Jane Jane Miller at Meridian, the move to {org}; roots for the Patriots; Tennessee; 3 days; Alex"
    )


@pytest.mark.parametrize(
    ("name", "first"),
    [("Jane Miller", "Jane"), ("Miller, Jane", "Jane"), ("Cher", "Cher"), ("Li,", "Li,"), ("", "")],
)
def test_how_somebody_is_spoken_to(name: str, first: str) -> None:
    assert first_name(name) == first


def test_own_templates_stand_last_or_in_the_place_of_ours_and_can_be_let_go(tmp_path: Path) -> None:
    ours = templates.templates(RESOURCES, tmp_path / "none")
    assert [t.id for t in ours] == list(templates.ORDER)
    mine = Template("mine", "Ålso mine", "Hi {first}", "Text\n\nwith a gap", own=True)
    templates.keep(mine, tmp_path)
    other = Template("thank-you", "Thanks, my way", "S", "B", own=True)
    templates.keep(other, tmp_path)
    found = templates.templates(RESOURCES, tmp_path)
    assert found[0] == other
    assert found[-1] == mine
    assert len(found) == len(ours) + 1
    templates.let_go("thank-you", tmp_path)
    templates.let_go("thank-you", tmp_path)
    assert templates.templates(RESOURCES, tmp_path)[0] == ours[0]


def test_a_template_is_read_as_it_was_written_and_a_broken_one_is_left_out(tmp_path: Path) -> None:
    template = Template("x", "Title", "Subject", "One\n\nTwo", own=True)
    assert read_template("x", written(template), own=True) == template
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    assert len(templates.templates(RESOURCES, tmp_path)) == len(templates.ORDER)
    assert templates.id_of("Ein schöner Gruß!") == "ein-sch-ner-gruss"
    assert templates.id_of("???") == "my-own"
    assert "/" not in templates.id_of("../../etc")


def test_the_card_before_a_talk() -> None:
    memory = Memory()
    jane, other = memory.plant("Jane", "Other", created=DAY - timedelta(days=90))
    for days, note in ((40, "first"), (30, ""), (20, "second"), (10, "third"), (5, "fourth")):
        talk(memory, jane, days, note)
    asked = talk(memory, jane, 2, direction=Direction.OUTGOING, ask=Ask(AskKind.ADVICE))
    memory.do(
        deeds.plan(
            memory.garden,
            Plan(id="p", contact=jane.id, day=DAY, text="the article", created=DAY, kind=PlanKind.PROMISE),
        )
    )
    memory.do(deeds.plan(memory.garden, Plan(id="q", contact=other.id, day=DAY, text="no", created=DAY)))
    memory.do(deeds.add_common(memory.garden, jane.id, theirs=["a dog named Rex"]))
    card = brief(memory.garden, jane.id, sorted(memory.history(jane.id), key=lambda i: i.day), DAY)
    assert [one.note for one in card.said] == ["fourth", "third", "second"]
    assert [loop.text for loop in card.mine] == ["the article"]
    assert card.theirs == (asked,)
    assert card.ask.heaviest is None, "something is unanswered"
    told = words.questions(card, DAY)
    assert "fourth" in told[0]
    assert any("a dog named Rex" in text for text in told)
    assert len(told) <= words.MANY
    assert all(text.endswith(("?", ")")) for text in told)


def test_after_a_talk_three_answers_are_one_deed() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=DAY - timedelta(days=90))
    one = talk(memory, jane, 0, "coffee")
    before = memory.garden
    due = DAY + timedelta(days=7)
    deed = memory.do(
        deeds.after_talk(
            memory.garden, one, jane.id, about=About.THEIRS, learned=["- from Boston", "a dog"], owe=" the notes ",
            due=due, plan="p", today=DAY,
        )
    )  # fmt: skip
    assert memory.interactions[one.id].about is About.THEIRS
    contact = memory.garden.contact(jane.id)
    assert contact is not None
    assert contact.common.theirs == ("- from Boston", "a dog")
    plan = memory.garden.plans["p"]
    assert (plan.text, plan.day, plan.kind) == ("the notes", due, PlanKind.PROMISE)
    memory.do(deed.inverse)
    assert memory.garden.plants == before.plants
    assert memory.garden.plans == before.plans


def test_after_a_talk_no_answer_is_no_change_and_a_bad_one_is_refused_whole() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=DAY - timedelta(days=90))
    one = talk(memory, jane, 0)
    nothing = deeds.after_talk(
        memory.garden, one, jane.id, about=None, learned=(), owe="", due=DAY, plan="p", today=DAY
    )
    assert isinstance(nothing, Changeset)
    assert nothing.changes == ()
    past = deeds.after_talk(
        memory.garden,
        one,
        jane.id,
        about=About.MINE,
        learned=["x"],
        owe="y",
        due=date(2020, 1, 1),
        plan="p",
        today=DAY,
    )
    assert isinstance(past, Refusal)
