"""Makes `version-1.garden`, one of everything that schema version 1 can hold. The file is made once and never again.

    python -m tests.gardens.make_version_1 FILE

The values stay here for ever: the tests hold that the kept file still opens and says just this.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from gardener.domain.changes import Change, Entity
from gardener.domain.contact import CommonGround, Contact, Resting, StageMove
from gardener.domain.interaction import About, Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.plan import Dismissal, Plan, PlanKind
from gardener.domain.records import Batch, CheckIn, Choice, Season, Soil, Source
from gardener.domain.stage import Ending, Stage
from gardener.store import GardenFile
from tests.store.worlds import Keeper

BATCH = Batch(
    id="11111111-0000-4000-8000-000000000001",
    number=1,
    at=datetime(2026, 1, 5, 18, 20, 1, 250, tzinfo=UTC),
    files=("old address book.vcf", "Connections.csv"),
    new=2,
    merged=1,
)
JANE = Contact(
    id="22222222-0000-4000-8000-000000000001",
    name="Jane Miller",
    created=date(2026, 1, 5),
    planted=Stage.SEED,
    moves=(StageMove(date(2026, 1, 9), Stage.SEEDLING), StageMove(date(2026, 2, 2), Stage.FLOWERING)),
    resting=Resting(date(2026, 6, 30)),
    met=date(2019, 5, 4),
    nicknames=("Janie", "JM"),
    org="Acme, Ltd.",
    title="Head of Gardening",
    emails=("jane@example.org", "j.miller@example.com"),
    phones=("+44 20 7946 0000",),
    urls=("https://example.org/jane",),
    addresses=("1 High Street\nLondon",),
    birthday="--0229",
    tags=("friend", "Rosé & Käse"),
    notes="Two lines,\nsecond with 花 and 'quotes'.",
    common=CommonGround(("sails", "reads Borges"), ("my time in Lyon",)),
    species="foxglove",
    place=3,
)
GUS = Contact(
    id="22222222-0000-4000-8000-000000000002",
    name="Gus Jones",
    created=date(2026, 1, 5),
    planted=Stage.SEEDLING,
    moves=(StageMove(date(2026, 2, 20), Stage.COMPOST, Ending.MOVED_ON),),
    left_alone=True,
    introduced_by=JANE.id,
)
ZOE = Contact(
    id="22222222-0000-4000-8000-000000000003", name="Zoë Ås", created=date(2026, 1, 6), resting=Resting()
)
LETTER = Interaction(
    id="33333333-0000-4000-8000-000000000001",
    day=date(2026, 1, 7),
    kind=Kind.EMAIL,
    direction=Direction.OUTGOING,
    participants=(JANE.id,),
    time=time(8, 15),
    batch=BATCH.id,
    despite=("pace",),
)
LUNCH = Interaction(
    id="33333333-0000-4000-8000-000000000002",
    day=date(2026, 1, 9),
    kind=Kind.MEETING,
    direction=Direction.MUTUAL,
    participants=(GUS.id, JANE.id),
    minutes=50,
    about=About.THEIRS,
    note="She offered an introduction.",
    gives=("a link", "praise"),
    ask=Ask(AskKind.ADVICE, Answer.GRANTED),
)
THANKS = Interaction(
    id="33333333-0000-4000-8000-000000000003",
    day=date(2026, 1, 10),
    kind=Kind.LETTER,
    direction=Direction.INCOMING,
    participants=(ZOE.id,),
    time=time(23, 59, 59, 5),
    thanks=True,
)
SOURCE = Source(
    id="44444444-0000-4000-8000-000000000001",
    contact=JANE.id,
    format="vcard",
    key="uid:abc",
    digest="0f0f",
    raw="BEGIN:VCARD\r\nFN:Jane Miller\r\nEND:VCARD\r\n",
    said=(("org", "Acme"), ("title", "Head")),
)
OTHERS: tuple[Entity, ...] = (
    Introduction(
        id="55555555-0000-4000-8000-000000000001",
        by=JANE.id,
        to=GUS.id,
        day=date(2026, 1, 9),
        origin=Origin.REQUESTED,
        outcome=Outcome.MET,
        thanked=True,
        interaction=LUNCH.id,
        note="over coffee",
    ),
    Plan(
        id="66666666-0000-4000-8000-000000000001",
        contact=JANE.id,
        day=date(2026, 3, 1),
        text="Send the article",
        created=date(2026, 2, 1),
        kind=PlanKind.PROMISE,
        done=date(2026, 2, 27),
    ),
    Dismissal("reply:77", date(2026, 2, 3)),
    Opportunity(
        id="77777777-0000-4000-8000-000000000001",
        employer="Kew",
        role="Gardener",
        created=date(2026, 2, 10),
        steps=(Step(StepKind.APPLIED, date(2026, 2, 10)), Step(StepKind.SECOND_INTERVIEW, date(2026, 4, 1))),
        thanks_to=(GUS.id, JANE.id),
        url="https://example.org/jobs/1",
        posting="Wanted: green thumbs",
        salary="£30k",
        deadline=date(2026, 3, 31),
        resume="v3",
        notes="bring gloves",
    ),
    Soil(id="88888888-0000-4000-8000-000000000001", valid_from=date(2026, 2, 1), b0=-0.1, b1=1.0 / 3.0),
    CheckIn(date(2026, 2, 3)),
    Choice("patience", "1.5", date(2026, 2, 2)),
    Season(
        id="99999999-0000-4000-8000-000000000001",
        name="Spring",
        start=date(2026, 1, 5),
        end=date(2026, 12, 31),
        pauses=((date(2026, 4, 1), date(2026, 4, 10)), (date(2026, 8, 1), None)),
    ),
)
UNDONE = Choice("theme", "dusk")


def fill(keeper: Keeper) -> None:
    """An import, what followed by hand, and a deed that was undone."""
    imported = (BATCH, JANE, GUS, SOURCE, LETTER)
    keeper.do(*(Change(None, one) for one in imported), batch=BATCH.id, code="import")
    keeper.do(*(Change(None, one) for one in (ZOE, LUNCH, THANKS)), code="log")
    keeper.do(*(Change(None, one) for one in OTHERS), code="rest")
    keeper.do(Change(None, UNDONE), code="choose")
    keeper.undo()


if __name__ == "__main__":
    with GardenFile.create(Path(sys.argv[1])) as file:
        fill(Keeper(file))
