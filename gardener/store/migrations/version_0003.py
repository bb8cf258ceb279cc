"""Version 3: both yeses of an introduction, when it was settled and told; and employers somebody would like to work for."""

from alembic import op

revision = "3"
down_revision = "2"
branch_labels = None
depends_on = None

INTRODUCTIONS = """
    CREATE TABLE introductions_3 (
        id TEXT NOT NULL,
        introducer TEXT NOT NULL,
        introduced TEXT NOT NULL,
        day TEXT NOT NULL,
        origin TEXT NOT NULL,
        outcome TEXT NOT NULL,
        thanked INTEGER NOT NULL,
        interaction TEXT,
        note TEXT NOT NULL,
        introducer_agreed TEXT,
        introduced_agreed TEXT,
        settled TEXT,
        told TEXT,
        CONSTRAINT pk_introductions PRIMARY KEY (id),
        CONSTRAINT ck_introductions_thanked CHECK (thanked IN (0, 1)),
        CONSTRAINT fk_introductions_introducer FOREIGN KEY(introducer)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_introductions_introduced FOREIGN KEY(introduced)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_introductions_interaction FOREIGN KEY(interaction)
            REFERENCES interactions (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """
STEPS = (
    INTRODUCTIONS,
    "INSERT INTO introductions_3 SELECT *, NULL, NULL, NULL, NULL FROM introductions",
    "DROP TABLE introductions",
    "ALTER TABLE introductions_3 RENAME TO introductions",
    "CREATE INDEX ix_introductions_interaction ON introductions (interaction) WHERE interaction IS NOT NULL",
    "CREATE INDEX ix_introductions_introduced ON introductions (introduced)",
    "CREATE INDEX ix_introductions_introducer ON introductions (introducer)",
    """
    CREATE TABLE targets (
        id TEXT NOT NULL,
        employer TEXT NOT NULL,
        created TEXT NOT NULL,
        note TEXT NOT NULL,
        CONSTRAINT pk_targets PRIMARY KEY (id)
    ) STRICT
    """,
)


def upgrade() -> None:
    """Makes the table of introductions anew, with four more columns, and that of targets."""
    for step in STEPS:
        op.execute(step)
