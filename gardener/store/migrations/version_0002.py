"""Version 2: how many answers of a tie were quick, and from how many predictions a soil was learnt."""

from collections.abc import Iterator
from datetime import datetime

from alembic import op
from sqlalchemy import Connection

revision = "2"
down_revision = "1"
branch_labels = None
depends_on = None

TIES = """
    CREATE TABLE new_ties (
        contact TEXT NOT NULL,
        depth REAL NOT NULL,
        answers INTEGER NOT NULL,
        run INTEGER NOT NULL,
        replies INTEGER NOT NULL,
        unanswered INTEGER NOT NULL,
        of_day INTEGER NOT NULL,
        first TEXT,
        last_sign TEXT,
        last_touch TEXT,
        latest_rank INTEGER NOT NULL,
        granted INTEGER NOT NULL,
        letter TEXT,
        favours TEXT NOT NULL,
        last_thanks TEXT,
        quick INTEGER NOT NULL,
        CONSTRAINT pk_ties PRIMARY KEY (contact),
        CONSTRAINT fk_ties_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """
SOILS = """
    CREATE TABLE new_soils (
        id TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        b0 REAL NOT NULL,
        b1 REAL NOT NULL,
        learnt_from INTEGER NOT NULL,
        CONSTRAINT pk_soils PRIMARY KEY (id)
    ) STRICT
    """
HISTORY = """
    SELECT DISTINCT contact, day, coalesce(time, '12:00:00'), direction, interaction
    FROM participants JOIN interactions ON interactions.id = interaction
    """
RANK = {"mutual": 0, "outgoing": 1, "incoming": 2}
DAY = 86400.0


def upgrade() -> None:
    """Makes both tables anew; counts the quick answers of every history."""
    connection = op.get_bind()
    for name, definition in (("ties", TIES), ("soils", SOILS)):
        op.execute(definition)
        op.execute(f"INSERT INTO new_{name} SELECT *, 0 FROM {name}")
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE new_{name} RENAME TO {name}")
    quick = [(count, contact) for contact, count in _quick(connection) if count]
    if quick:
        connection.exec_driver_sql("UPDATE ties SET quick = ? WHERE contact = ?", quick)


def _quick(connection: Connection) -> Iterator[tuple[str, int]]:
    """Of every contact the answers that came less than a day after the last touch before them."""
    histories: dict[str, list[tuple[datetime, int]]] = {}
    for contact, day, time, direction, _ in connection.exec_driver_sql(HISTORY):
        moment = datetime.fromisoformat(f"{day}T{time}")
        histories.setdefault(contact, []).append((moment, RANK[direction]))
    for contact, history in histories.items():
        count, touch = 0, None
        for moment, rank in sorted(history):
            if rank == RANK["outgoing"]:
                touch = moment
            else:
                count += touch is not None and (moment - touch).total_seconds() < DAY
                touch = None
        yield contact, count
