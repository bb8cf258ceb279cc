"""The invented people of the sample garden: thirty drawn by hand, any number more by chance."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from gardener.domain.interaction import Direction, Kind
from gardener.domain.stage import Ending, Stage

_SPACE = "6b0f3c52-8f6e-4c55-9d39-0a7d1f5b2f10"
Exchange = tuple[int, Kind, Direction, str]
"""Days ago, kind, direction, note."""

_IN, _OUT, _BOTH = Direction.INCOMING, Direction.OUTGOING, Direction.MUTUAL
_MEET, _CALL, _VIDEO, _MAIL, _TEXT, _EVENT = (
    Kind.MEETING, Kind.CALL, Kind.VIDEO, Kind.EMAIL, Kind.MESSAGE, Kind.EVENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """One invented person; `known` days ago they were planted, `rests` days ahead their rest ends (0: no rest)."""

    name: str
    org: str = ""
    title: str = ""
    stage: Stage = Stage.SEED
    known: int
    exchanges: tuple[Exchange, ...] = ()
    tags: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    rests: int = 0
    left_alone: bool = False
    ending: Ending | None = None
    species: str = ""


def _talks(*days: int) -> tuple[Exchange, ...]:
    """Talks and their word on these days ago, in turn."""
    turns = (
        (_MEET, _BOTH, "Coffee, mostly about their work"),
        (_MAIL, _IN, "Answered with a few names to read up on"),
        (_CALL, _BOTH, "A call about how the team is changing"),
        (_TEXT, _IN, "Wrote to say hello"),
        (_VIDEO, _BOTH, "Video call, compared notes"),
    )
    return tuple((day, *turns[number % len(turns)]) for number, day in enumerate(days))


PEOPLE = (
    Meant(
        name="Jane Miller", species="rose", org="Meridian Pharma", title="Operations lead", stage=Stage.FLOWERING, known=74,
        exchanges=(
            (74, _EVENT, _BOTH, "Met at the logistics meetup; she talked about moving from Boston"),
            (66, _MAIL, _OUT, "Thanked her for the talk"),
            (63, _MAIL, _IN, "Her reply"),
            (40, _MEET, _BOTH, "Coffee, mostly about her new role"),
            (38, _MAIL, _OUT, "Sent an article about cold chains"),
            (36, _MAIL, _IN, "Liked the article"),
            (18, _CALL, _BOTH, "She offered an introduction to Gus Jones, unasked"),
        ),
        tags=("meetup",), theirs=("From Boston", "Roots for the Patriots"), mine=("Tennessee", "Italian roots"),
    ),
    Meant(name="Gus Jones", species="strawberry", org="Jones & Hale", title="Partner", known=18, tags=("through Jane",)),
    Meant(name="Amara Osei", species="feather-grass", org="Bluefield", title="Recruiter", known=12, tags=("recruiter",)),
    Meant(name="Carlo Rossi", species="sunflower", org="Portside Systems", title="Engineer", known=52),
    Meant(
        name="Priya Nair", species="allium", org="Northlight Foods", title="Head of planning", known=40,
        exchanges=(
            (24, _MAIL, _OUT, "Introduced myself"),
            (16, _MAIL, _OUT, "Followed up"),
            (9, _TEXT, _OUT, "Wrote once more"),
        ),
    ),
    Meant(name="Tom Becker", species="tulip", org="Ferrow Motors", title="Buyer", known=131, tags=("alumni",)),
    Meant(name="Lena Fischer", species="tulip", org="Kestrel Labs", title="Data analyst", known=9, tags=("alumni",)),
    Meant(
        name="Ines Costa", species="lavender", org="Lumen Rail", title="Scheduler", known=20,
        exchanges=((2, _MAIL, _OUT, "Introduced myself after the panel"),),
    ),
    Meant(
        name="Yuki Tanaka", species="bluebell", org="Harbour & Pine", title="Planner", stage=Stage.SEEDLING, known=60,
        exchanges=((45, _MEET, _BOTH, "First coffee"),), theirs=("Learns the cello",),
    ),
    Meant(
        name="Omar Haddad", species="houseleek", org="Stonebridge", title="Consultant", stage=Stage.SEEDLING, known=40,
        exchanges=_talks(38, 27, 11),
    ),
    Meant(
        name="Sara Lund", species="allium", org="Fjord Cargo", title="Team lead", stage=Stage.SEEDLING, known=30,
        exchanges=((14, _CALL, _BOTH, "First call, about her team"),),
    ),
    Meant(
        name="Noah Klein", species="prickly-pear", org="Atlas Print", title="Founder", stage=Stage.SEEDLING, known=33,
        exchanges=((5, _VIDEO, _BOTH, "Half an hour about his shop"),),
    ),
    Meant(
        name="Mei Chen", species="daisy", org="Quarry Software", title="Product owner", stage=Stage.SEEDLING, known=58,
        exchanges=(
            (50, _EVENT, _BOTH, "Met at the product evening"),
            (22, _MAIL, _OUT, "Sent her the portfolio"),
            (14, _MAIL, _OUT, "Followed up"),
            (6, _TEXT, _OUT, "Wrote again"),
        ),
    ),
    Meant(
        name="Ravi Patel", species="sunflower", org="Greenlane", title="Analyst", stage=Stage.SEEDLING, known=120,
        exchanges=((104, _MEET, _BOTH, "Lunch near his office"),),
    ),
    Meant(
        name="Zoe Adler", species="fern", org="Paperkite", title="Designer", stage=Stage.SEEDLING, known=25,
        exchanges=((12, _MEET, _BOTH, "A walk along the river"), (3, _MAIL, _IN, "Sent the book title")),
    ),
    Meant(
        name="Ben Ortiz", species="lavender", org="Coastline", title="Dispatcher", stage=Stage.SEEDLING, known=40,
        exchanges=_talks(38, 20, 8), rests=35,
    ),
    Meant(
        name="Ana Silva", species="passionflower", org="Meridian Freight", title="Analyst", stage=Stage.GROWING, known=160,
        exchanges=(*_talks(150, 128, 101, 80, 52), (7, _MAIL, _IN, "Asked how the search is going")),
        tags=("former colleague",), theirs=("Runs a choir",),
    ),
    Meant(
        name="Leo Varga", species="passionflower", org="Ostrava Steel", title="Manager", stage=Stage.GROWING, known=200,
        exchanges=_talks(190, 150, 105), tags=("former colleague",),
    ),
    Meant(
        name="Ida Holm", species="larch", org="Fjord Cargo", title="Director", stage=Stage.GROWING, known=210,
        exchanges=_talks(200, 180, 150, 120, 90, 66, 41, 25), tags=("mentor",), theirs=("Grows dahlias",),
    ),
    Meant(
        name="Max Roth", species="sunflower", org="Roth Transport", title="Owner", stage=Stage.GROWING, known=90,
        exchanges=(
            *_talks(84, 70),
            (28, _MAIL, _OUT, "Sent an article about depots"),
            (18, _MAIL, _OUT, "Followed up"),
            (10, _MAIL, _OUT, "Wrote about the fair"),
            (4, _TEXT, _OUT, "Asked whether he got it"),
        ),
    ),
    Meant(
        name="Eva Novak", species="fern", org="Prague Parcel", title="Product lead", stage=Stage.GROWING, known=130,
        exchanges=_talks(120, 90, 60, 33, 16), theirs=("Two boys in judo",), mine=("Plays chess badly",),
    ),
    Meant(
        name="Kai Mori", species="prickly-pear", org="Harbour & Pine", title="Engineer", stage=Stage.GROWING, known=110,
        exchanges=(*_talks(100, 84, 61, 30), (13, _MAIL, _OUT, "Sent an article about cranes")),
    ),
    Meant(
        name="Nia Cole", species="larch", org="Cole Advisory", title="Adviser", stage=Stage.FLOWERING, known=330,
        exchanges=(
            *_talks(320, 290, 262, 240, 214, 190, 168, 150, 121, 90, 64, 44, 30, 12),
            (8, _MAIL, _OUT, "Thanked her for the introduction"),
            (6, _MAIL, _IN, "Any time"),
        ),
        tags=("mentor",), theirs=("Sails", "Grew up in Accra"), mine=("First in the family at university",),
    ),
    Meant(
        name="Jo Park", species="sunflower", org="Lumen Rail", title="Head of operations", stage=Stage.FLOWERING, known=250,
        exchanges=(*_talks(240, 210, 180, 140, 110, 80, 40, 15), (14, _CALL, _BOTH, "Asked for advice on the offer")),
        tags=("alumni",),
    ),
    Meant(
        name="Sam Reed", species="bluebell", org="Reed & Daughters", title="Partner", stage=Stage.FLOWERING, known=260,
        exchanges=_talks(250, 220, 205, 170, 146), tags=("through Nia",),
    ),
    Meant(
        name="Liv Dahl", species="rose", org="Nordlys", title="Hiring manager", stage=Stage.FLOWERING, known=190,
        exchanges=_talks(180, 160, 130, 100, 77, 50, 28, 9), tags=("hiring manager",),
    ),
    Meant(
        name="Uma Rao", species="apple", org="Meridian Freight", title="Vice president", stage=Stage.FRUIT, known=150,
        exchanges=_talks(145, 120, 98, 70, 58, 44, 31, 22, 10), tags=("hiring manager",),
    ),
    Meant(
        name="Amara Okafor", species="rose", org="Harbour & Pine", title="Managing director", stage=Stage.FRUIT, known=120,
        exchanges=_talks(118, 101, 90, 71, 60, 46, 37, 21, 14, 6, 2), tags=("hiring manager",),
    ),
    Meant(
        name="Dan Wirth", species="sunflower", org="Wirth Logistics", title="Owner", stage=Stage.COMPOST, known=280,
        exchanges=_talks(270, 240), ending=Ending.NO_REPLY,
    ),
    Meant(
        name="Kim Ahn", species="feather-grass", org="Paperkite", title="Recruiter", stage=Stage.COMPOST, known=300,
        exchanges=_talks(290, 260, 230), ending=Ending.WRONG_FIT, left_alone=True,
    ),
)  # fmt: skip

_FIRST = (
    "Ada Aino Alba Amir Anton Asha Bela Bruno Chloe Cora Dario Dina Edda Elif Emil Esra Fadi Farah Filip Gita "
    "Hana Hugo Ilse Imani Iris Ivan Jana Joel Kaja Kofi Lara Lior Luca Maja Malik Mira Nadia Nils Noor Olga Oona "
    "Petra Pia Quinn Rafael Rania Remy Rosa Sami Selma Tariq Tess Timo Ursa Vera Viktor Wanda Xenia Yara Zeno"
).split()
_LAST = (
    "Abel Arnaud Bajwa Berg Blom Castro Cermak Darzi Diallo Eklund Engel Fonseca Frey Galli Greco Haas Hakimi "
    "Ibarra Jansen Juhl Kaplan Keita Kovac Lang Leroy Lindt Maher Marin Mensah Nagy Nolan Ochoa Olsen Pinto Popov "
    "Quist Rahimi Rossel Sato Seidl Silvero Tamm Toure Ulrich Vidal Vogel Weiss Xu Yilmaz Zach"
).split()
_ORGS = (
    "Bluefield", "Kestrel Labs", "Ferrow Motors", "Lumen Rail", "Fjord Cargo", "Quarry Software", "Greenlane",
    "Paperkite", "Coastline", "Stonebridge", "Atlas Print", "Nordlys",
)  # fmt: skip
_TITLES = ("Analyst", "Planner", "Engineer", "Recruiter", "Team lead", "Designer", "Buyer", "Director")
_TAGS = ("alumni", "former colleague", "recruiter", "hiring manager", "meetup", "friend")


def invented(number: int, seed: int) -> Meant:
    """One more person, the same for the same number ≥ 0 and seed; nine in ten have a history of about 22 exchanges."""
    dice = Random(f"person:{seed}:{number}")
    name = f"{_FIRST[int(dice.random() * len(_FIRST))]} {_LAST[int(dice.random() * len(_LAST))]}"
    known = 20 + int(dice.random() * 700)
    stage = tuple(Stage)[min(int(dice.random() * 6.5), 5)]
    exchanges = () if stage is Stage.SEED and dice.random() < 0.6 else _history(dice, known)
    return Meant(
        name=name,
        org=_ORGS[int(dice.random() * len(_ORGS))],
        title=_TITLES[int(dice.random() * len(_TITLES))],
        stage=stage,
        known=known,
        exchanges=exchanges,
        tags=(_TAGS[int(dice.random() * len(_TAGS))],),
        rests=30 if dice.random() < 0.03 else 0,
        ending=tuple(Ending)[int(dice.random() * len(Ending))] if stage is Stage.COMPOST else None,
    )


def invented_name(number: int) -> str:
    """A name for the number ≥ 0, always the same; several numbers may share one."""
    first, rest = number % len(_FIRST), number // len(_FIRST)
    return f"{_FIRST[first]} {_LAST[rest % len(_LAST)]}"


def invented_work(number: int) -> tuple[str, str]:
    """An employer and a title for the number ≥ 0, always the same."""
    org, rest = number % len(_ORGS), number // len(_ORGS)
    return _ORGS[org], _TITLES[rest % len(_TITLES)]


def _history(dice: Random, known: int) -> tuple[Exchange, ...]:
    """Exchanges from `known` days ago to a silence of its own length, signs and touches in a random turn."""
    count = 1 + int(dice.random() * 42)
    silence = int(known * dice.random() ** 2)
    days = sorted((silence + int(dice.random() * (known - silence + 1)) for _ in range(count)), reverse=True)
    kinds = (_MAIL, _TEXT, _CALL, _MEET, _VIDEO)
    exchanges: list[Exchange] = []
    for day in days:
        kind = kinds[int(dice.random() * len(kinds))]
        written = kind in (_MAIL, _TEXT)
        direction = (_OUT if dice.random() < 0.55 else _IN) if written else _BOTH
        exchanges.append((day, kind, direction, ""))
    return tuple(exchanges)


def sample_id(seed: int, *parts: object) -> str:
    """The id of one thing in the sample of that seed, whatever the day: its kind, then its numbers, each from 0."""
    from uuid import UUID, uuid5

    return str(uuid5(UUID(_SPACE), ":".join(str(part) for part in (seed, *parts))))
