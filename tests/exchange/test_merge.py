"""Who is the same person: matched by UID, profile, then address and name; merged without overwriting anybody's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from gardener.domain import deeds
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.records import Batch
from gardener.domain.stage import Stage
from gardener.exchange.card import Unreadable
from gardener.exchange.importing import Answers, ImportPlan, prepare, read_files
from gardener.exchange.input_file import InputFile
from gardener.exchange.merge import SourceKey, names_agree, profile_key
from tests.domain.memory import DAY, Memory


def card(name: str, *lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


def bring(memory: Memory, *texts: str) -> ImportPlan:
    """Imports each text as one file."""
    files = [InputFile(f"{number}.vcf", text.encode()) for number, text in enumerate(texts)]
    plan = planned(memory, files)
    memory.do(plan.changeset)
    return plan


def planned(memory: Memory, files: Sequence[InputFile], answers: Answers | None = None) -> ImportPlan:
    sources = [
        SourceKey(s.id, s.contact, s.key, s.digest, dict(s.said), s.format) for s in memory.sources.values()
    ]
    at = datetime.combine(DAY, time(9))
    return prepare(
        memory.garden,
        read_files(files),
        sources=sources,
        mint=memory.mint,
        today=DAY,
        at=at,
        species_of=lambda contact: "fern" if contact.title else "",
        answers=answers,
    )


def counts(plan: ImportPlan) -> tuple[int, int, int, int, int]:
    files = plan.files
    return (
        sum(f.new for f in files),
        sum(f.merged for f in files),
        sum(f.unchanged for f in files),
        sum(len(f.skipped) for f in files),
        sum(len(f.questions) for f in files),
    )


CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
JANE = card("Jane Miller", "EMAIL:jane@x.example", "UID:1", "ORG:Meridian", "TEL:+1 617 555 0101")


def test_new_contacts_come_in_as_seeds_each_in_its_own_cell() -> None:
    memory = Memory()
    plan = bring(memory, JANE + card("Bob", "TEL:1"))
    assert counts(plan) == (2, 0, 0, 0, 0)
    assert [(c.name, c.stage, c.place, c.created) for c in memory.contacts()] == [
        ("Jane Miller", Stage.SEED, 0, DAY),
        ("Bob", Stage.SEED, 1, DAY),
    ]
    assert [(b.number, b.new, b.merged) for b in memory.garden.batches.values()] == [(1, 2, 0)]


def test_importing_again_changes_nothing_at_all() -> None:
    memory = Memory()
    texts = (JANE, card("No Means"), card("Bob", "TEL:1"))
    bring(memory, *texts)
    before = (memory.garden, dict(memory.sources))
    again = bring(memory, *texts)
    assert counts(again) == (0, 0, 3, 0, 0)
    assert (again.batch, again.changeset.changes) == (None, ())
    assert (memory.garden, memory.sources) == before


def test_what_the_person_took_away_does_not_come_back_with_the_same_card() -> None:
    memory = Memory()
    bring(memory, JANE)
    (jane,) = memory.contacts()
    memory.do(deeds.edit(memory.garden, replace(jane, phones=(), org="Elsewhere")))
    assert counts(bring(memory, JANE)) == (0, 0, 1, 0, 0)
    assert next(memory.contacts()).phones == ()


def test_a_changed_card_of_the_same_uid_follows_the_change_unless_the_person_wrote_otherwise() -> None:
    memory = Memory()
    bring(memory, JANE)
    moved = card("Jane Miller-Roth", "EMAIL:jane@new.example", "UID:1", "ORG:Lumen")
    assert counts(bring(memory, moved)) == (0, 1, 0, 0, 0)
    (jane,) = memory.contacts()
    assert (jane.name, jane.org, jane.emails) == (
        "Jane Miller-Roth",
        "Lumen",
        ("jane@x.example", "jane@new.example"),
    )
    memory.do(deeds.edit(memory.garden, replace(jane, org="My own word")))
    assert counts(bring(memory, card("Jane Miller-Roth", "UID:1", "ORG:Third"))) == (0, 0, 1, 0, 0)
    assert next(memory.contacts()).org == "My own word"


def test_an_address_in_common_needs_the_same_name() -> None:
    memory = Memory()
    bring(memory, card("Jane Miller", "EMAIL:info@x.example"))
    assert counts(bring(memory, card("MILLER, Jane", "EMAIL:INFO@x.example", "TITLE:Lead"))) == (
        0,
        1,
        0,
        0,
        0,
    )
    other = bring(memory, card("Bob Bauer", "EMAIL:info@x.example"))
    assert counts(other) == (0, 0, 0, 0, 1)
    (question,) = other.files[0].questions
    assert (question.name, question.reason) == ("Bob Bauer", "shared-address")
    assert [memory.garden.plants[id_].contact.name for id_ in question.candidates] == ["Jane Miller"]


def test_a_question_that_was_answered_is_none_any_more() -> None:
    memory = Memory()
    bring(memory, card("Mr A", "EMAIL:family@x.example"))
    (mr,) = memory.contacts()
    both = card("Mrs A", "EMAIL:family@x.example") + card("A. A.", "EMAIL:family@x.example", "TITLE:Lead")
    for answers, expected in (
        ({}, (0, 0, 0, 0, 2)),
        ({("0.vcf", 1): "new"}, (1, 0, 0, 0, 1)),
        ({("0.vcf", 2): mr.id}, (0, 1, 0, 0, 1)),
        ({("0.vcf", 1): "nobody's id", ("1.vcf", 2): "new"}, (0, 0, 0, 0, 2)),
        ({("0.vcf", 1): "new", ("0.vcf", 2): mr.id}, (1, 1, 0, 0, 0)),
    ):
        plan = planned(memory, [InputFile("0.vcf", both.encode())], answers)
        assert counts(plan) == expected
    memory.do(plan.changeset)
    assert sorted((c.name, c.title) for c in memory.contacts()) == [("Mr A", "Lead"), ("Mrs A", "")]
    assert counts(bring(memory, both)) == (0, 0, 2, 0, 0), "what was answered is not asked again"


def test_who_had_only_an_address_gets_the_name() -> None:
    memory = Memory()
    nameless = "BEGIN:VCARD\nVERSION:3.0\nEMAIL:jo@x.example\nEND:VCARD\n"
    bring(memory, nameless)
    assert counts(bring(memory, card("Jo March", "EMAIL:jo@x.example"))) == (0, 1, 0, 0, 0)
    assert [c.name for c in memory.contacts()] == ["Jo March"]


def test_equal_names_alone_are_two_people() -> None:
    memory = Memory()
    assert counts(bring(memory, card("Jane", "TEL:1"), card("Jane", "TEL:2"))) == (2, 0, 0, 0, 0)


def test_the_second_of_a_name_comes_in_and_is_pointed_out_once() -> None:
    memory = Memory()
    bring(memory, card("Jane Doe", "ORG:Lumen"))
    both = card("DOE, Jane", "TEL:+1 617 555 0199", "ORG:Acme") + card("Jane Doe", "TITLE:Chair")
    (report,) = bring(memory, both).files
    assert (report.new, report.namesakes[0].where.number, report.namesakes[0].name) == (2, 1, "DOE, Jane")
    assert [[(o.name, o.detail) for o in one.others] for one in report.namesakes] == [
        [("Jane Doe", "Lumen")],
        [("Jane Doe", "Lumen"), ("DOE, Jane", "Acme")],
    ]
    (again,) = bring(memory, both).files
    assert (again.unchanged, again.namesakes) == (2, [])


def test_the_second_of_a_name_may_be_said_to_be_the_first() -> None:
    memory = Memory()
    bring(memory, card("Jane Doe", "ORG:Lumen"))
    (jane,) = memory.contacts()
    again = [InputFile("0.vcf", card("Jane Doe", "TEL:1").encode())]
    assert counts(planned(memory, again, {("0.vcf", 1): "nobody's id"})) == (1, 0, 0, 0, 0)
    plan = planned(memory, again, {("0.vcf", 1): jane.id})
    assert (counts(plan), plan.files[0].namesakes) == ((0, 1, 0, 0, 0), [])
    memory.do(plan.changeset)
    assert [(c.org, c.phones) for c in memory.contacts()] == [("Lumen", ("1",))]


def test_a_name_of_signs_alone_is_not_everybodys_name() -> None:
    (report,) = bring(Memory(), card("😀", "TEL:1") + card("🎉", "TEL:1")).files
    assert (report.new, report.namesakes) == (2, [])


@pytest.mark.parametrize("mark", ["UID:1", "EMAIL:cy@x.example", "TEL:+1 617 555 0101"])
def test_every_newer_version_of_a_file_is_followed(mark: str) -> None:
    memory = Memory()
    for title in ("Clerk", "Lead", "Head", "Chair", "Owner"):
        bring(memory, card("Cy", mark, f"TITLE:{title}", f"NOTE:now {title}"))
    assert [(c.title, c.notes) for c in memory.contacts()] == [("Owner", "now Owner")]
    assert counts(bring(memory, card("Cy", mark, "TITLE:Lead", "NOTE:now Lead"))) == (0, 0, 1, 0, 0)
    assert [c.title for c in memory.contacts()] == ["Owner"]


def test_what_another_program_says_does_not_overwrite_what_this_one_said() -> None:
    memory = Memory()
    bring(memory, card("Ada Lovelace", "EMAIL:ada@x.example", "TITLE:Analyst"))
    bring(
        memory,
        f"{CONNECTIONS}Ada,Lovelace,https://www.linkedin.com/in/ada,ada@x.example,Acme,Engineer,1 Mar 2024\n",
    )
    assert [(c.title, c.org) for c in memory.contacts()] == [("Analyst", "Acme")]


def test_a_telephone_number_in_common_needs_the_same_name() -> None:
    memory = Memory()
    bring(memory, card("Jane Miller", "TEL:+1 (617) 555-0101"))
    assert counts(bring(memory, card("Miller, Jane", "TEL:+16175550101", "TITLE:Lead"))) == (0, 1, 0, 0, 0)
    assert counts(bring(memory, card("Bob Miller", "TEL:+16175550101"))) == (1, 0, 0, 0, 0)


def test_an_older_export_of_linkedin_without_profiles_is_the_same_people() -> None:
    memory = Memory()
    older = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    bring(memory, f"{older}Ada,Lovelace,,Acme,Engineer,12 Mar 2024\nBo,Ek,,Acme,Lead,1 Mar 2024\n")
    newer = (
        f"{CONNECTIONS}Ada,Lovelace,https://www.linkedin.com/in/ada,,Acme,Chief,12 Mar 2024\n"
        "Bo,Ek,https://www.linkedin.com/in/another-bo,,Lumen,Lead,2 Mar 2024\n"
    )
    assert counts(bring(memory, newer)) == (1, 1, 0, 0, 0)
    assert sorted((c.name, c.title, c.org) for c in memory.contacts()) == [
        ("Ada Lovelace", "Chief", "Acme"),
        ("Bo Ek", "Lead", "Acme"),
        ("Bo Ek", "Lead", "Lumen"),
    ]


def test_one_uid_given_to_two_people_of_a_file_costs_neither() -> None:
    memory = Memory()
    both = card("Karl One", "UID:same", "EMAIL:k@x.example") + card(
        "Lara Two", "UID:same", "EMAIL:l@x.example"
    )
    assert counts(bring(memory, both)) == (2, 0, 0, 0, 0)
    assert counts(bring(memory, both)) == (0, 0, 2, 0, 0)
    assert sorted(c.name for c in memory.contacts()) == ["Karl One", "Lara Two"]


def test_what_the_person_took_away_does_not_come_back_with_a_newer_card() -> None:
    memory = Memory()
    bring(memory, JANE)
    (jane,) = memory.contacts()
    memory.do(deeds.edit(memory.garden, replace(jane, phones=())))
    newer = card("Jane Miller", "EMAIL:jane@x.example", "UID:1", "TEL:+1 617 555 0101", "TEL:+1 617 555 0102")
    bring(memory, newer)
    assert next(memory.contacts()).phones == ("+1 617 555 0102",)


def test_a_day_that_lies_ahead_is_left_out_and_told() -> None:
    memory = Memory()
    tomorrow = f"{DAY + timedelta(days=1):%d %b %Y}"
    rows = f"{CONNECTIONS}A,B,,a@x.example,,,31 Dec 9999\nC,D,,c@x.example,,,{tomorrow}\n"
    (report,) = bring(memory, rows).files
    assert [(c.name, c.met) for c in memory.contacts()] == [("A B", None), ("C D", DAY)]
    assert [(one.line, one.code, one.excerpt) for one in report.unread] == [(2, "future", "9999-12-31")]
    (born,) = bring(memory, card("E F", "BDAY:20991231") + card("G H", "BDAY:--1231")).files
    assert [(c.name, c.birthday) for c in memory.contacts()][2:] == [("E F", ""), ("G H", "--12-31")]
    assert [one.code for one in born.unread] == ["future"]


def test_a_file_can_meet_itself() -> None:
    memory = Memory()
    plan = bring(memory, JANE + JANE + card("Jane Miller", "UID:1", "NOTE:likes tea"))
    assert counts(plan) == (1, 1, 1, 0, 0)
    (jane,) = memory.contacts()
    assert jane.notes == "likes tea"


def test_a_uid_and_a_profile_that_name_two_contacts_are_a_question() -> None:
    memory = Memory()
    bring(memory, JANE, card("Bob", "URL:https://www.linkedin.com/in/Bob-B/"))
    both = card("Jane Miller", "UID:1", "URL:http://linkedin.com/in/bob-b")
    assert bring(memory, both).files[0].questions[0].reason == "keys-disagree"


def test_a_linkedin_row_meets_the_vcard_by_profile_and_sets_the_day_they_met() -> None:
    memory = Memory()
    bring(memory, card("Ada Lovelace", "URL:https://www.linkedin.com/in/ada-lovelace", "UID:7"))
    rows = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        'Ada,Lovelace,https://www.linkedin.com/in/ADA-lovelace/,,"Acme, Inc.",Engineer,12 Mar 2024\n'
    )
    plan = bring(memory, rows)
    assert counts(plan) == (0, 1, 0, 0, 0)
    (ada,) = memory.contacts()
    assert (ada.org, ada.title, str(ada.met)) == ("Acme, Inc.", "Engineer", "2024-03-12")


def test_somebody_new_has_the_species_that_is_proposed_and_who_is_known_keeps_theirs() -> None:
    memory = Memory()
    bring(memory, card("Ann", "UID:a", "TITLE:Clerk") + card("Bo", "UID:b"))
    bring(memory, card("Bo", "UID:b", "TITLE:Clerk"))
    known = {plant.contact.name: plant.contact for plant in memory.garden.plants.values()}
    assert {name: one.species for name, one in known.items()} == {"Ann": "fern", "Bo": ""}
    assert known["Bo"].title == "Clerk"


def test_a_group_without_means_is_no_person() -> None:
    plan = bring(
        Memory(),
        JANE + card("Friends", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1"),
    )
    assert [(s.reason, s.detail) for s in plan.files[0].skipped] == [("group", "Friends")]


def test_every_card_is_counted_once() -> None:
    text = JANE + JANE + card("Bob", "EMAIL:jane@x.example") + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
    plan = bring(Memory(), text)
    (report,) = plan.files
    assert (
        report.seen
        == report.new + report.merged + report.unchanged + len(report.skipped) + len(report.questions)
        == 4
    )


def test_a_file_that_cannot_be_read_does_not_stop_the_others() -> None:
    memory = Memory()
    plan = planned(
        memory,
        [
            InputFile("a.vcf", b""),
            InputFile("gone.vcf", problem="missing"),
            InputFile("b.vcf", JANE.encode()),
        ],
    )
    assert [f.error.code if f.error else None for f in plan.files] == ["empty", "missing", None]
    assert plan.batch is not None
    assert plan.batch.files == ("b.vcf",)
    assert isinstance(plan.files[0].error, Unreadable)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Jane Miller", "miller, jane", True),
        ("Zoë Å", "zoe a", True),
        ("Jane Miller", "Jane M.", False),
        ("Ada", "Adams", False),
    ],
)
def test_names_agree_when_they_are_the_same_words(one: str, other: str, agree: bool) -> None:
    assert names_agree(one, other) is agree


def test_a_profile_is_known_however_it_is_written() -> None:
    assert profile_key(["http://de.linkedin.com/in/Jane-M?x=1"]) == "profile:jane-m"
    assert profile_key(["https://www.linkedin.com/company/acme"]) == ""


class TestTakingBack:
    def take_back(
        self, memory: Memory, batch: Batch, changes: ImportPlan, later: dict[str, str] | None = None
    ) -> deeds.TakenBack:
        ids = [c.id for c in memory.contacts()]
        answer = deeds.take_back(
            memory.garden,
            batch,
            changes.changeset.changes,
            today=DAY,
            sources={id_: memory.sources_of(id_) for id_ in ids},
            later=later or {},
            histories={id_: memory.history(id_) for id_ in ids},
        )
        assert isinstance(answer, deeds.TakenBack)
        return answer

    def test_what_nobody_touched_goes_and_undo_brings_it_back(self) -> None:
        memory = Memory()
        plan = bring(memory, JANE, card("Bob"))
        assert plan.batch is not None
        before = (memory.garden, dict(memory.sources))
        taken = self.take_back(memory, plan.batch, plan)
        memory.do(taken.deed)
        assert ([n.name for n in taken.removed], taken.kept) == (["Jane Miller", "Bob"], ())
        assert not memory.garden.plants
        assert not memory.sources
        memory.do(taken.deed.inverse)
        assert (memory.garden, memory.sources) == before

    def test_whom_the_person_touched_stays_with_the_reason(self) -> None:
        memory = Memory()
        plan = bring(memory, JANE, card("Bob"), card("Ann"))
        jane, bob, ann = memory.contacts()
        memory.do(deeds.move(memory.garden, bob.id, Stage.GROWING, today=DAY))
        assert plan.batch is not None
        taken = self.take_back(memory, plan.batch, plan, later={ann.id: "another"})
        assert {(n.name, reason) for n, reason in taken.kept} == {("Bob", "edited"), ("Ann", "later-batch")}
        assert [n.id for n in taken.removed] == [jane.id]

    def test_whom_something_of_mine_names_stays_with_the_reason(self) -> None:
        memory = Memory()
        brought = bring(memory, *(card(name) for name in ("Ann", "Bob", "Cleo", "Dan", "Eva")))
        ann, bob, cleo, dan, _ = memory.contacts()
        (gus,) = memory.plant("Gus")
        memory.do(deeds.edit(memory.garden, replace(gus, introduced_by=dan.id)))
        memory.garden = replace(
            memory.garden,
            plans={"p": Plan(id="p", contact=ann.id, day=DAY, text="call", created=DAY)},
            introductions={"i": Introduction(id="i", by=ann.id, to=bob.id, day=DAY)},
            opportunities={
                "o": Opportunity(id="o", employer="E", role="R", created=DAY, thanks_to=(bob.id, cleo.id))
            },
        )
        assert brought.batch is not None
        taken = self.take_back(memory, brought.batch, brought)
        assert [(n.name, reason) for n, reason in taken.kept] == [
            ("Ann", "planned"), ("Bob", "introduced"), ("Cleo", "owed"), ("Dan", "introduced"),
        ]  # fmt: skip
        assert [n.name for n in taken.removed] == ["Eva"]

    def test_fields_that_the_batch_changed_return_unless_changed_since(self) -> None:
        memory = Memory()
        (jane,) = memory.plant("Jane Miller")
        memory.do(deeds.edit(memory.garden, replace(jane, emails=("jane@x.example",))))
        plan = bring(
            memory, card("Jane Miller", "EMAIL:jane@x.example", "ORG:Meridian", "TITLE:Lead", "TEL:1")
        )
        now = memory.garden.plants[jane.id].contact
        memory.do(deeds.edit(memory.garden, replace(now, title="Head")))
        assert plan.batch is not None
        taken = self.take_back(memory, plan.batch, plan)
        memory.do(taken.deed)
        restored = memory.garden.plants[jane.id].contact
        assert (restored.org, restored.title, restored.phones) == ("", "Head", ())
        assert [(n.name, n.detail) for n in taken.restored] == [("Jane Miller", "jane@x.example")]

    def test_twice_is_refused(self) -> None:
        memory = Memory()
        plan = bring(memory, JANE)
        assert plan.batch is not None
        memory.do(self.take_back(memory, plan.batch, plan).deed)
        again = deeds.take_back(
            memory.garden,
            memory.garden.batches[plan.batch.id],
            (),
            today=DAY,
            sources={},
            later={},
            histories={},
        )
        assert not isinstance(again, deeds.TakenBack)
        assert again.code == "already-taken-back"
