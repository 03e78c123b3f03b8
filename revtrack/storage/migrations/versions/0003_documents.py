"""Documents of a municipality or of the whole register, and the day that one was made public."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document", recreate="always") as table:
        table.alter_column("audit_id", existing_type=sa.Integer(), nullable=True)
        table.add_column(sa.Column("municipality_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("published_on", sa.Text(), nullable=True))
        table.create_foreign_key(
            op.f("fk_document_municipality_id"), "municipality", ["municipality_id"], ["id"]
        )
        table.create_check_constraint(
            op.f("ck_document_published_on"),
            'coalesce("published_on" = date("published_on", \'+0 days\'), "published_on" IS NULL)',
        )
        table.create_index(op.f("ix_document_municipality_id"), ["municipality_id"])
        table.drop_constraint(op.f("ck_document_kind"), type_="check")
        table.create_check_constraint(
            op.f("ck_document_kind"),
            "\"kind\" IN ('cover-letter', 'recommendation-table', 'assessment-table', 'response-form', "
            "'response-summary', 'watch-list', 'reminder', 'supplement-request', "
            "'extension-notice', 'follow-up-report', 'follow-up-workbook', 'annual-summary', "
            "'meeting-brief', 'committee-brief', 'risk-input', 'official-memo', 'decision-text', "
            "'handover', 'status-request', 'public-page')",
        )
