"""Version 5: what forecasts have learnt of a garden, beside what vitality has."""

from alembic import op

revision = "5"
down_revision = "4"
branch_labels = None
depends_on = None

STEPS = (
    """
    CREATE TABLE soils_5 (
        id TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        b0 REAL NOT NULL,
        b1 REAL NOT NULL,
        learnt_from INTEGER NOT NULL,
        f0 REAL NOT NULL,
        f1 REAL NOT NULL,
        foreseen INTEGER NOT NULL,
        CONSTRAINT pk_soils PRIMARY KEY (id)
    ) STRICT
    """,
    "INSERT INTO soils_5 SELECT *, 0.0, 1.0, 0 FROM soils",
    "DROP TABLE soils",
    "ALTER TABLE soils_5 RENAME TO soils",
)


def upgrade() -> None:
    """Makes the table of soils anew; of forecasts nothing was learnt so far."""
    for step in STEPS:
        op.execute(step)
