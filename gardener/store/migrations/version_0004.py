"""Version 4: the day since which a contact rests; unknown of those who rest already."""

from alembic import op

revision = "4"
down_revision = "3"
branch_labels = None
depends_on = None

CONTACTS = """
    CREATE TABLE contacts_4 (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        created TEXT NOT NULL,
        planted TEXT NOT NULL,
        resting INTEGER NOT NULL,
        rests_until TEXT,
        rests_since TEXT,
        left_alone INTEGER NOT NULL,
        met TEXT,
        org TEXT NOT NULL,
        title TEXT NOT NULL,
        birthday TEXT NOT NULL,
        notes TEXT NOT NULL,
        introduced_by TEXT,
        species TEXT NOT NULL,
        place INTEGER,
        CONSTRAINT pk_contacts PRIMARY KEY (id),
        CONSTRAINT ck_contacts_resting CHECK (resting IN (0, 1)),
        CONSTRAINT ck_contacts_left_alone CHECK (left_alone IN (0, 1)),
        CONSTRAINT fk_contacts_introduced_by FOREIGN KEY(introduced_by)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """
STEPS = (
    CONTACTS,
    """
    INSERT INTO contacts_4
        SELECT id, name, folded, created, planted, resting, rests_until, NULL, left_alone, met, org, title, birthday,
            notes, introduced_by, species, place
        FROM contacts
    """,
    "DROP TABLE contacts",
    "ALTER TABLE contacts_4 RENAME TO contacts",
    "CREATE INDEX ix_contacts_folded ON contacts (folded)",
    "CREATE INDEX ix_contacts_introduced_by ON contacts (introduced_by) WHERE introduced_by IS NOT NULL",
)


def upgrade() -> None:
    """Makes the table of contacts anew, with one more column."""
    for step in STEPS:
        op.execute(step)
