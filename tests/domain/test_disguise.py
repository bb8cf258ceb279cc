"""A garden in disguise: nobody's name or words are left in it, and every plant is as it was."""

from __future__ import annotations

from datetime import date
from itertools import chain

from gardener.domain.changes import What
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.disguise import disguised, disguised_name, disguised_what, veiled
from gardener.domain.garden import Garden, Plant
from gardener.domain.opportunity import Opportunity, Target
from gardener.domain.plan import Plan
from gardener.domain.sample import sample
from gardener.words.deeds import done

TODAY = date(2026, 3, 1)


def words_of(garden: Garden) -> set[str]:
    """Every longer word that a person could have written, in small letters."""
    contacts = [plant.contact for plant in garden.plants.values()]
    texts = chain(
        (part for c in contacts for part in (c.name, c.notes, c.birthday, *c.emails, *c.phones, *c.tags)),
        (part for c in contacts for part in (*c.common.theirs, *c.common.mine, *c.addresses, *c.nicknames)),
        (i.note for i in garden.introductions.values()),
        (plan.text for plan in garden.plans.values()),
    )
    return {word for text in texts for word in text.lower().split() if len(word) > 3}


def test_no_name_and_no_word_of_the_sample_is_left_and_growth_is_the_same() -> None:
    garden = Garden().after(sample(TODAY), lambda _: ())
    other = disguised(garden)
    assert not {w for w in words_of(garden) & words_of(other) if "example.org" not in w}
    for id_, plant in garden.plants.items():
        twin = other.plants[id_]
        assert twin.tie == plant.tie
        assert twin.contact.seed_number == plant.contact.seed_number
        assert twin.contact.moves == plant.contact.moves
        assert twin.contact.place == plant.contact.place
        assert twin.contact.name != plant.contact.name
    assert {p.contact.name for p in disguised(garden).plants.values()} == {
        p.contact.name for p in other.plants.values()
    }


def test_every_field_that_holds_words_is_covered() -> None:
    secret = "Zyzzyva"
    contact = Contact(
        id="a", name=secret, created=TODAY, nicknames=(secret,), org=secret, title=secret, emails=(f"{secret}@x.org",),
        phones=(secret,), urls=(secret,), addresses=(secret,), birthday=secret, tags=(secret,), notes=secret,
        common=CommonGround(theirs=(secret,), mine=(secret,)), former=(secret,),
    )  # fmt: skip
    opportunity = Opportunity(
        id="o", employer=secret, role=secret, created=TODAY, url=secret, posting=secret, salary=secret,
        resume=secret, notes=secret,
    )  # fmt: skip
    plan = Plan(id="p", contact="a", day=TODAY, text=secret, created=TODAY)
    target = Target(id="t", employer=secret, created=TODAY, note=secret)
    garden = Garden(
        plants={"a": Plant(contact)},
        opportunities={"o": opportunity},
        plans={"p": plan},
        targets={"t": target},
    )
    assert secret in repr(garden)
    assert secret.lower() not in repr(disguised(garden)).lower()


def test_a_deed_tells_the_name_in_disguise_and_keeps_its_codes() -> None:
    what = What("plan", {"name": "Jane Miller", "text": "call", "date": "2026-03-02"}, "a")
    assert done(disguised_what(what)) == f"Planned for {disguised_name('a')}: ••••"
    moved = What("move", {"name": "Jane Miller", "from": "seed", "to": "growing"}, "a")
    assert done(disguised_what(moved)) == f"Moved {disguised_name('a')} to Growing"


def test_veiled_words_keep_their_shape() -> None:
    assert veiled("Met at 3, twice!") == "••• •• •, •••••!"
