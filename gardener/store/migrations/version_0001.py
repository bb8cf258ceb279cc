"""Version 1: the first garden file."""

from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

DEFINITIONS = (
    """
    CREATE TABLE batches (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        files TEXT NOT NULL,
        added INTEGER NOT NULL,
        merged INTEGER NOT NULL,
        taken_back TEXT,
        CONSTRAINT pk_batches PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE check_ins (
        day TEXT NOT NULL,
        CONSTRAINT pk_check_ins PRIMARY KEY (day)
    ) STRICT
    """,
    """
    CREATE TABLE choices (
        id TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        since TEXT,
        CONSTRAINT pk_choices PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE contacts (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        created TEXT NOT NULL,
        planted TEXT NOT NULL,
        resting INTEGER NOT NULL,
        rests_until TEXT,
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
    """,
    "CREATE INDEX ix_contacts_folded ON contacts (folded)",
    "CREATE INDEX ix_contacts_introduced_by ON contacts (introduced_by) WHERE introduced_by IS NOT NULL",
    """
    CREATE TABLE deeds (
        seq INTEGER NOT NULL,
        code TEXT NOT NULL,
        facts TEXT NOT NULL,
        contact TEXT,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL,
        batch TEXT,
        CONSTRAINT pk_deeds PRIMARY KEY (seq),
        CONSTRAINT ck_deeds_undone CHECK (undone IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX ix_deeds_batch ON deeds (batch) WHERE batch IS NOT NULL",
    """
    CREATE TABLE dismissals (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        CONSTRAINT pk_dismissals PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE meta (
        id INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        written_by TEXT NOT NULL,
        created TEXT NOT NULL,
        last_backup TEXT,
        CONSTRAINT pk_meta PRIMARY KEY (id),
        CONSTRAINT ck_meta_single CHECK (id = 1)
    ) STRICT
    """,
    """
    CREATE TABLE opportunities (
        id TEXT NOT NULL,
        employer TEXT NOT NULL,
        role TEXT NOT NULL,
        created TEXT NOT NULL,
        url TEXT NOT NULL,
        posting TEXT NOT NULL,
        salary TEXT NOT NULL,
        deadline TEXT,
        resume TEXT NOT NULL,
        notes TEXT NOT NULL,
        CONSTRAINT pk_opportunities PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE seasons (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        start TEXT NOT NULL,
        finish TEXT,
        CONSTRAINT pk_seasons PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE soils (
        id TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        b0 REAL NOT NULL,
        b1 REAL NOT NULL,
        CONSTRAINT pk_soils PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE contact_values (
        contact TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_contact_values PRIMARY KEY (contact, kind, position),
        CONSTRAINT fk_contact_values_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE deed_changes (
        deed INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        entity TEXT NOT NULL,
        before TEXT,
        after TEXT,
        CONSTRAINT pk_deed_changes PRIMARY KEY (deed, position),
        CONSTRAINT ck_deed_changes_side CHECK (before IS NOT NULL OR after IS NOT NULL),
        CONSTRAINT fk_deed_changes_deed FOREIGN KEY(deed)
            REFERENCES deeds (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    """
    CREATE TABLE interactions (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        time TEXT,
        kind TEXT NOT NULL,
        direction TEXT NOT NULL,
        minutes INTEGER,
        about TEXT,
        note TEXT NOT NULL,
        ask TEXT,
        answer TEXT,
        thanks INTEGER NOT NULL,
        batch TEXT,
        despite TEXT NOT NULL,
        CONSTRAINT pk_interactions PRIMARY KEY (id),
        CONSTRAINT ck_interactions_thanks CHECK (thanks IN (0, 1)),
        CONSTRAINT ck_interactions_ask CHECK ((ask IS NULL) = (answer IS NULL)),
        CONSTRAINT fk_interactions_batch FOREIGN KEY(batch)
            REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    "CREATE INDEX ix_interactions_batch ON interactions (batch) WHERE batch IS NOT NULL",
    "CREATE INDEX ix_interactions_day ON interactions (day)",
    """
    CREATE TABLE opportunity_thanks (
        opportunity TEXT NOT NULL,
        position INTEGER NOT NULL,
        contact TEXT NOT NULL,
        CONSTRAINT pk_opportunity_thanks PRIMARY KEY (opportunity, position),
        CONSTRAINT fk_opportunity_thanks_opportunity FOREIGN KEY(opportunity)
            REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_opportunity_thanks_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_opportunity_thanks_contact ON opportunity_thanks (contact)",
    """
    CREATE TABLE plans (
        id TEXT NOT NULL,
        contact TEXT NOT NULL,
        day TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        kind TEXT NOT NULL,
        done TEXT,
        CONSTRAINT pk_plans PRIMARY KEY (id),
        CONSTRAINT fk_plans_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    "CREATE INDEX ix_plans_contact ON plans (contact)",
    """
    CREATE TABLE season_pauses (
        season TEXT NOT NULL,
        position INTEGER NOT NULL,
        start TEXT NOT NULL,
        finish TEXT,
        CONSTRAINT pk_season_pauses PRIMARY KEY (season, position),
        CONSTRAINT fk_season_pauses_season FOREIGN KEY(season)
            REFERENCES seasons (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE sources (
        id TEXT NOT NULL,
        contact TEXT NOT NULL,
        format TEXT NOT NULL,
        key TEXT NOT NULL,
        digest TEXT NOT NULL,
        said TEXT NOT NULL,
        raw TEXT NOT NULL,
        CONSTRAINT pk_sources PRIMARY KEY (id),
        CONSTRAINT fk_sources_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    "CREATE INDEX ix_sources_contact ON sources (contact)",
    """
    CREATE TABLE stage_moves (
        contact TEXT NOT NULL,
        position INTEGER NOT NULL,
        day TEXT NOT NULL,
        stage TEXT NOT NULL,
        reason TEXT,
        CONSTRAINT pk_stage_moves PRIMARY KEY (contact, position),
        CONSTRAINT fk_stage_moves_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE steps (
        opportunity TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        CONSTRAINT pk_steps PRIMARY KEY (opportunity, position),
        CONSTRAINT fk_steps_opportunity FOREIGN KEY(opportunity)
            REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE ties (
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
        CONSTRAINT pk_ties PRIMARY KEY (contact),
        CONSTRAINT fk_ties_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    """
    CREATE TABLE gives (
        interaction TEXT NOT NULL,
        position INTEGER NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_gives PRIMARY KEY (interaction, position),
        CONSTRAINT fk_gives_interaction FOREIGN KEY(interaction)
            REFERENCES interactions (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE introductions (
        id TEXT NOT NULL,
        introducer TEXT NOT NULL,
        introduced TEXT NOT NULL,
        day TEXT NOT NULL,
        origin TEXT NOT NULL,
        outcome TEXT NOT NULL,
        thanked INTEGER NOT NULL,
        interaction TEXT,
        note TEXT NOT NULL,
        CONSTRAINT pk_introductions PRIMARY KEY (id),
        CONSTRAINT ck_introductions_thanked CHECK (thanked IN (0, 1)),
        CONSTRAINT fk_introductions_introducer FOREIGN KEY(introducer)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_introductions_introduced FOREIGN KEY(introduced)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_introductions_interaction FOREIGN KEY(interaction)
            REFERENCES interactions (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    "CREATE INDEX ix_introductions_interaction ON introductions (interaction) WHERE interaction IS NOT NULL",
    "CREATE INDEX ix_introductions_introduced ON introductions (introduced)",
    "CREATE INDEX ix_introductions_introducer ON introductions (introducer)",
    """
    CREATE TABLE participants (
        interaction TEXT NOT NULL,
        position INTEGER NOT NULL,
        contact TEXT NOT NULL,
        CONSTRAINT pk_participants PRIMARY KEY (interaction, position),
        CONSTRAINT fk_participants_interaction FOREIGN KEY(interaction)
            REFERENCES interactions (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_participants_contact FOREIGN KEY(contact)
            REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_participants_contact ON participants (contact)",
)


def upgrade() -> None:
    """Makes the tables of version 1."""
    for definition in DEFINITIONS:
        op.execute(definition)
