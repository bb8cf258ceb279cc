"""The schema version after the newest, for the tests alone: a colour for contacts, and weeds. Stops where it is told to."""

import os
import signal

import sqlalchemy as sa
from alembic import op

from gardener.store import migrate

down_revision = str(len(list(migrate.SCRIPTS.glob("version_*.py"))))
revision = str(int(down_revision) + 1)
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column, makes a table anew, adds a table."""
    op.add_column("contacts", sa.Column("colour", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE contacts SET colour = 'green'")
    with op.batch_alter_table("check_ins") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), nullable=True))
    fault = os.environ.get("GARDENER_TEST_FAULT", "")
    if fault == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "raise":
        raise RuntimeError("a mistake in the script")
    op.create_table("weeds", sa.Column("id", sa.Text(), primary_key=True))
    if fault == "orphan":
        op.execute("INSERT INTO plans VALUES ('p', 'nobody', '2026-01-01', '', '2026-01-01', 'talk', NULL)")
