"""What searching over the whole register rests on; nothing of it is a fact."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search_word USING fts5(text, content = '', columnsize = 0, "
        "tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_part USING fts5(text, content = '', columnsize = 0, "
        "tokenize = 'trigram')"
    )
    op.execute(
        "CREATE TABLE search_line ("
        "year INTEGER NOT NULL, audit_id INTEGER NOT NULL, place INTEGER NOT NULL, "
        "addressee_id INTEGER NOT NULL, recommendation_id INTEGER NOT NULL, "
        "committee_id INTEGER NOT NULL, municipality_id INTEGER NOT NULL, number TEXT NOT NULL, "
        "standing TEXT NOT NULL, position TEXT, progress TEXT, verdict TEXT, priority TEXT, "
        "is_open INTEGER NOT NULL, is_answered INTEGER NOT NULL, awaited_on TEXT, due_on TEXT, "
        "received_on TEXT, responsible TEXT, "
        "PRIMARY KEY (year DESC, audit_id DESC, place)) WITHOUT ROWID, STRICT"
    )
    op.execute("CREATE INDEX ix_search_line_audit_id ON search_line (audit_id)")
    op.execute("CREATE UNIQUE INDEX ix_search_line_addressee_id ON search_line (addressee_id)")
    op.execute("CREATE TABLE search_stale (audit_id INTEGER PRIMARY KEY) STRICT")
