"""What follows the reply: its review, reminders, closing, takeovers and exchanged case packages."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _day(name: str) -> str:
    return f'coalesce("{name}" = date("{name}", \'+0 days\'), "{name}" IS NULL)'


def upgrade() -> None:
    with op.batch_alter_table("municipality", recreate="always") as table:
        table.add_column(
            sa.Column(
                "reminder_steps",
                sa.Text(),
                nullable=False,
                server_default="-14 mail, 7 mail, 21 letter",
            )
        )
        table.add_column(
            sa.Column("asks_if_solved", sa.Integer(), nullable=False, server_default="1")
        )
        table.create_check_constraint(
            op.f("ck_municipality_asks_if_solved"), '"asks_if_solved" IN (false, true)'
        )
    with op.batch_alter_table("municipality", recreate="always") as table:
        table.alter_column("reminder_steps", server_default=None)
        table.alter_column("asks_if_solved", server_default=None)

    with op.batch_alter_table("audit", recreate="always") as table:
        table.add_column(sa.Column("verdict_on", sa.Text(), nullable=True))
        table.create_check_constraint(op.f("ck_audit_verdict_on"), _day("verdict_on"))

    with op.batch_alter_table("recommendation", recreate="always") as table:
        table.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_recommendation_merged_into_id"), "recommendation", ["merged_into_id"], ["id"]
        )
        table.create_index(op.f("ix_recommendation_merged_into_id"), ["merged_into_id"])

    with op.batch_alter_table("restatement", recreate="always") as table:
        table.add_column(sa.Column("recipients", sa.Text(), nullable=True))

    with op.batch_alter_table("addressee", recreate="always") as table:
        table.add_column(sa.Column("due", sa.Text(), nullable=True))
        table.add_column(sa.Column("taken_over_by_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("problem_solved", sa.Text(), nullable=True))
        table.create_foreign_key(
            op.f("fk_addressee_taken_over_by_id"), "committee", ["taken_over_by_id"], ["id"]
        )
        table.create_check_constraint(
            op.f("ck_addressee_problem_solved"), "\"problem_solved\" IN ('yes', 'no', 'not_stated')"
        )
        table.create_index(op.f("ix_addressee_taken_over_by_id"), ["taken_over_by_id"])

    with op.batch_alter_table("reminder", recreate="always") as table:
        table.add_column(sa.Column("kind", sa.Text(), nullable=False, server_default="reply"))
        table.add_column(sa.Column("form", sa.Text(), nullable=False, server_default="mail"))
        table.add_column(sa.Column("addressee_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("due_on", sa.Text(), nullable=True))
        table.create_foreign_key(
            op.f("fk_reminder_addressee_id"), "addressee", ["addressee_id"], ["id"]
        )
        table.create_check_constraint(op.f("ck_reminder_kind"), "\"kind\" IN ('reply', 'action')")
        table.create_check_constraint(
            op.f("ck_reminder_form"), "\"form\" IN ('mail', 'letter', 'presidium')"
        )
        table.create_check_constraint(op.f("ck_reminder_due_on"), _day("due_on"))
        table.create_index(op.f("ix_reminder_addressee_id"), ["addressee_id"])
    with op.batch_alter_table("reminder", recreate="always") as table:
        table.alter_column("kind", server_default=None)
        table.alter_column("form", server_default=None)

    with op.batch_alter_table("response", recreate="always") as table:
        table.add_column(sa.Column("review_paragraph", sa.Text(), nullable=True))
        table.add_column(sa.Column("supplement_due_on", sa.Text(), nullable=True))
        table.add_column(sa.Column("decided_by", sa.Text(), nullable=True))
        table.add_column(sa.Column("text", sa.Text(), nullable=True))
        table.add_column(sa.Column("form_uid", sa.Text(), nullable=True))
        table.create_check_constraint(
            op.f("ck_response_supplement_due_on"), _day("supplement_due_on")
        )

    with op.batch_alter_table("action", recreate="always") as table:
        table.add_column(sa.Column("response_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_action_response_id"), "response", ["response_id"], ["id"]
        )
        table.create_index(op.f("ix_action_response_id"), ["response_id"])

    with op.batch_alter_table("progress_report", recreate="always") as table:
        table.add_column(sa.Column("review_note", sa.Text(), nullable=True))
        table.add_column(sa.Column("reviewed_on", sa.Text(), nullable=True))
        table.create_check_constraint(
            op.f("ck_progress_report_reviewed_on"), _day("reviewed_on")
        )

    with op.batch_alter_table("council_decision", recreate="always") as table:
        table.alter_column("body", existing_type=sa.Text(), nullable=True)

    with op.batch_alter_table("confirmation", recreate="always") as table:
        table.add_column(sa.Column("question_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_confirmation_question_id"), "question", ["question_id"], ["id"]
        )
        table.create_index(op.f("ix_confirmation_question_id"), ["question_id"])

    with op.batch_alter_table("attachment", recreate="always") as table:
        table.drop_constraint(op.f("ck_attachment_kind"), type_="check")
        table.create_check_constraint(
            op.f("ck_attachment_kind"),
            "\"kind\" IN ('report', 'cover_letter', 'response_draft', 'minutes_extract', "
            "'follow_up_report', 'response_form', 'other')",
        )

    op.create_table(
        "exchange",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=True),
        sa.Column("signer", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("exchanged_on", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"direction\" IN ('sent', 'received')", name=op.f("ck_exchange_direction")
        ),
        sa.CheckConstraint(_day("exchanged_on"), name=op.f("ck_exchange_exchanged_on")),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_exchange_audit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange")),
        sa.UniqueConstraint("uid", name=op.f("uq_exchange_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_exchange_audit_id"), "exchange", ["audit_id"], unique=False)
