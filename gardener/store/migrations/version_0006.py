"""Version 6: the rests a contact had before the last one, so that the garden of a past day knows of them."""

from alembic import op

revision = "6"
down_revision = "5"
branch_labels = None
depends_on = None

RESTS = """
    CREATE TABLE rests (
        contact TEXT NOT NULL,
        position INTEGER NOT NULL,
        since TEXT,
        until TEXT,
        ended TEXT,
        CONSTRAINT pk_rests PRIMARY KEY (contact, position),
        CONSTRAINT fk_rests_contact FOREIGN KEY(contact) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """


def upgrade() -> None:
    """Makes the table of rests; of those that are over nothing was kept so far."""
    op.execute(RESTS)
