"""The register as it was first made: all facts, the history and what it needs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachment_content",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_content")),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wish", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_strict=True,
    )
    op.create_table(
        "event",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("wish", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_event")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_event_uid"), "event", ["uid"], unique=False)
    op.create_index(op.f("ix_event_wish"), "event", ["wish"], unique=False)
    op.create_table(
        "municipality",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("reply_address", sa.Text(), nullable=True),
        sa.Column("diary_address", sa.Text(), nullable=True),
        sa.Column("reply_months", sa.Integer(), nullable=False),
        sa.Column("counted_day", sa.Text(), nullable=False),
        sa.Column("takes_drafts", sa.Boolean(), nullable=False),
        sa.Column("signing", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"counted_day\" IN ('decided', 'received')", name=op.f("ck_municipality_counted_day")
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('municipality', 'region', 'federation', 'company')",
            name=op.f("ck_municipality_kind"),
        ),
        sa.CheckConstraint(
            "\"signing\" IN ('chair_and_vice_chair', 'chair', 'firm')",
            name=op.f("ck_municipality_signing"),
        ),
        sa.CheckConstraint(
            '"takes_drafts" IN (false, true)', name=op.f("ck_municipality_takes_drafts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
        sa.UniqueConstraint("name", name=op.f("uq_municipality_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_municipality_uid")),
        sqlite_strict=True,
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("screen", sa.Text(), nullable=False),
        sa.Column("filter_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("name", name=op.f("uq_saved_view_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_saved_view_uid")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("audit_year", sa.Integer(), nullable=False),
        sa.Column("plan_year", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("criteria", sa.Text(), nullable=True),
        sa.Column("methods", sa.Text(), nullable=True),
        sa.Column("documents_studied", sa.Text(), nullable=True),
        sa.Column("functions_interviewed", sa.Text(), nullable=True),
        sa.Column("fact_check", sa.Text(), nullable=True),
        sa.Column("fact_checked_by", sa.Text(), nullable=True),
        sa.Column("fact_checked_on", sa.Date(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("firm", sa.Text(), nullable=True),
        sa.Column("firm_responsible", sa.Text(), nullable=True),
        sa.Column("report_on", sa.Date(), nullable=True),
        sa.Column("treated_on", sa.Date(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("diary_number", sa.Text(), nullable=True),
        sa.Column("follow_up_planned", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("verdict_basis", sa.Text(), nullable=True),
        sa.Column("verdict_comment", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"confidentiality\" IN ('working_material', 'public')",
            name=op.f("ck_audit_confidentiality"),
        ),
        sa.CheckConstraint(
            "\"fact_check\" IN ('done', 'offered')", name=op.f("ck_audit_fact_check")
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('in_depth', 'basic', 'preliminary_study', 'follow_up', 'interim', 'annual', 'letter')",
            name=op.f("ck_audit_kind"),
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('full', 'mostly', 'partly', 'not', 'no_longer_relevant', 'not_assessable')",
            name=op.f("ck_audit_verdict"),
        ),
        sa.CheckConstraint(
            "\"verdict_basis\" IN ('reported', 'desk', 'tested')",
            name=op.f("ck_audit_verdict_basis"),
        ),
        sa.CheckConstraint(
            'coalesce("fact_checked_on" = date("fact_checked_on", \'+0 days\'), "fact_checked_on" IS NULL)',
            name=op.f("ck_audit_fact_checked_on"),
        ),
        sa.CheckConstraint(
            'coalesce("handed_over_on" = date("handed_over_on", \'+0 days\'), "handed_over_on" IS NULL)',
            name=op.f("ck_audit_handed_over_on"),
        ),
        sa.CheckConstraint(
            'coalesce("report_on" = date("report_on", \'+0 days\'), "report_on" IS NULL)',
            name=op.f("ck_audit_report_on"),
        ),
        sa.CheckConstraint(
            'coalesce("treated_on" = date("treated_on", \'+0 days\'), "treated_on" IS NULL)',
            name=op.f("ck_audit_treated_on"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_audit_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("reference", name=op.f("uq_audit_reference")),
        sa.UniqueConstraint("uid", name=op.f("uq_audit_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_audit_municipality_id"), "audit", ["municipality_id"], unique=False)
    op.create_table(
        "auditors_meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint(
            'coalesce("held_on" = date("held_on", \'+0 days\'), "held_on" IS NULL)',
            name=op.f("ck_auditors_meeting_held_on"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_auditors_meeting_municipality_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_auditors_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_auditors_meeting_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_auditors_meeting_municipality_id"),
        "auditors_meeting",
        ["municipality_id"],
        unique=False,
    )
    op.create_table(
        "committee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("administrations", sa.Text(), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=True),
        sa.Column("diary_prefixes", sa.Text(), nullable=True),
        sa.Column("contact_address", sa.Text(), nullable=True),
        sa.Column("valid_from_on", sa.Date(), nullable=True),
        sa.Column("valid_to_on", sa.Date(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "\"kind\" IN ('executive_board', 'committee', 'company', 'federation', 'council', 'presidium')",
            name=op.f("ck_committee_kind"),
        ),
        sa.CheckConstraint(
            'coalesce("valid_from_on" = date("valid_from_on", \'+0 days\'), "valid_from_on" IS NULL)',
            name=op.f("ck_committee_valid_from_on"),
        ),
        sa.CheckConstraint(
            'coalesce("valid_to_on" = date("valid_to_on", \'+0 days\'), "valid_to_on" IS NULL)',
            name=op.f("ck_committee_valid_to_on"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_committee_municipality_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["committee.id"], name=op.f("fk_committee_successor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee")),
        sa.UniqueConstraint("uid", name=op.f("uq_committee_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_committee_municipality_id"), "committee", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_committee_successor_id"), "committee", ["successor_id"], unique=False)
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_custom_field_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint(
            "municipality_id",
            "record",
            "name",
            name=op.f("uq_custom_field_municipality_id_record_name"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_custom_field_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_custom_field_municipality_id"), "custom_field", ["municipality_id"], unique=False
    )
    op.create_table(
        "label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("vocabulary", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_label_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label")),
        sa.UniqueConstraint(
            "municipality_id",
            "vocabulary",
            "code",
            name=op.f("uq_label_municipality_id_vocabulary_code"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_label_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_label_municipality_id"), "label", ["municipality_id"], unique=False)
    op.create_table(
        "officeholder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "\"function\" IN ('chair', 'vice_chair', 'auditor', 'expert', 'project_lead', 'engagement_lead', 'secretary')",
            name=op.f("ck_officeholder_function"),
        ),
        sa.CheckConstraint(
            'coalesce("from_on" = date("from_on", \'+0 days\'), "from_on" IS NULL)',
            name=op.f("ck_officeholder_from_on"),
        ),
        sa.CheckConstraint(
            'coalesce("to_on" = date("to_on", \'+0 days\'), "to_on" IS NULL)',
            name=op.f("ck_officeholder_to_on"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_officeholder_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officeholder")),
        sa.UniqueConstraint("uid", name=op.f("uq_officeholder_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_officeholder_municipality_id"), "officeholder", ["municipality_id"], unique=False
    )
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("recurring", sa.Boolean(), nullable=False),
        sa.Column("fulfilled_by", sa.Text(), nullable=True),
        sa.Column("fulfilled_paragraph", sa.Text(), nullable=True),
        sa.Column("fulfilled_on", sa.Date(), nullable=True),
        sa.Column("fulfilled_diary_number", sa.Text(), nullable=True),
        sa.CheckConstraint('"recurring" IN (false, true)', name=op.f("ck_action_recurring")),
        sa.CheckConstraint(
            'coalesce("fulfilled_on" = date("fulfilled_on", \'+0 days\'), "fulfilled_on" IS NULL)',
            name=op.f("ck_action_fulfilled_on"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_action_audit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("uid", name=op.f("uq_action_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_action_audit_id"), "action", ["audit_id"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"grade\" IN ('yes', 'mostly', 'partly', 'limited', 'no', 'not_assessable', 'not_answered')",
            name=op.f("ck_assessment_grade"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_assessment_audit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("uid", name=op.f("uq_assessment_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_assessment_audit_id"), "assessment", ["audit_id"], unique=False)
    op.create_table(
        "audit_committee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=True),
        sa.Column("finding", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"role\" IN ('reviewed', 'recipient', 'for_information')",
            name=op.f("ck_audit_committee_role"),
        ),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_audit_committee_audit_id")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_audit_committee_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_committee")),
        sa.UniqueConstraint(
            "audit_id",
            "committee_id",
            "role",
            name=op.f("uq_audit_committee_audit_id_committee_id_role"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_audit_committee_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_audit_committee_audit_id"), "audit_committee", ["audit_id"], unique=False
    )
    op.create_index(
        op.f("ix_audit_committee_committee_id"), "audit_committee", ["committee_id"], unique=False
    )
    op.create_table(
        "committee_meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("papers_by_on", sa.Date(), nullable=True),
        sa.Column("dispatched_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "\"kind\" IN ('committee', 'working_committee', 'presidium')",
            name=op.f("ck_committee_meeting_kind"),
        ),
        sa.CheckConstraint(
            'coalesce("dispatched_on" = date("dispatched_on", \'+0 days\'), "dispatched_on" IS NULL)',
            name=op.f("ck_committee_meeting_dispatched_on"),
        ),
        sa.CheckConstraint(
            'coalesce("held_on" = date("held_on", \'+0 days\'), "held_on" IS NULL)',
            name=op.f("ck_committee_meeting_held_on"),
        ),
        sa.CheckConstraint(
            'coalesce("papers_by_on" = date("papers_by_on", \'+0 days\'), "papers_by_on" IS NULL)',
            name=op.f("ck_committee_meeting_papers_by_on"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_committee_meeting_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_meeting")),
        sa.UniqueConstraint(
            "committee_id",
            "held_on",
            "kind",
            name=op.f("uq_committee_meeting_committee_id_held_on_kind"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_committee_meeting_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_committee_meeting_committee_id"),
        "committee_meeting",
        ["committee_id"],
        unique=False,
    )
    op.create_table(
        "council_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_proposal", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("paragraph", sa.Text(), nullable=True),
        sa.Column("diary_number", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("sent_to", sa.Text(), nullable=True),
        sa.Column("report_back_by", sa.Text(), nullable=True),
        sa.CheckConstraint(
            '"is_proposal" IN (false, true)', name=op.f("ck_council_decision_is_proposal")
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('reported', 'referred', 'replies_presented', 'laid_to_records', 'mandate')",
            name=op.f("ck_council_decision_kind"),
        ),
        sa.CheckConstraint(
            'coalesce("decided_on" = date("decided_on", \'+0 days\'), "decided_on" IS NULL)',
            name=op.f("ck_council_decision_decided_on"),
        ),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_council_decision_audit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_decision")),
        sa.UniqueConstraint("uid", name=op.f("uq_council_decision_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_council_decision_audit_id"), "council_decision", ["audit_id"], unique=False
    )
    op.create_table(
        "custom_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("custom_field_id", sa.Integer(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["custom_field_id"], ["custom_field.id"], name=op.f("fk_custom_value_custom_field_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint(
            "custom_field_id", "record_uid", name=op.f("uq_custom_value_custom_field_id_record_uid")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_custom_value_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_custom_value_custom_field_id"), "custom_value", ["custom_field_id"], unique=False
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "\"kind\" IN ('cover-letter', 'recommendation-table', 'assessment-table', 'response-form', 'response-summary', 'watch-list', 'reminder', 'supplement-request', 'extension-notice', 'follow-up-report', 'follow-up-workbook', 'annual-summary', 'meeting-brief', 'committee-brief', 'risk-input', 'official-memo', 'decision-text', 'handover')",
            name=op.f("ck_document_kind"),
        ),
        sa.CheckConstraint(
            'coalesce("issued_on" = date("issued_on", \'+0 days\'), "issued_on" IS NULL)',
            name=op.f("ck_document_issued_on"),
        ),
        sa.CheckConstraint(
            'coalesce("made_on" = date("made_on", \'+0 days\'), "made_on" IS NULL)',
            name=op.f("ck_document_made_on"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_document_audit_id")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_document_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("uid", name=op.f("uq_document_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_document_audit_id"), "document", ["audit_id"], unique=False)
    op.create_index(op.f("ix_document_committee_id"), "document", ["committee_id"], unique=False)
    op.create_table(
        "followed_audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("followed_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_followed_audit_audit_id")
        ),
        sa.ForeignKeyConstraint(
            ["followed_id"], ["audit.id"], name=op.f("fk_followed_audit_followed_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followed_audit")),
        sa.UniqueConstraint(
            "audit_id", "followed_id", name=op.f("uq_followed_audit_audit_id_followed_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_followed_audit_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_followed_audit_audit_id"), "followed_audit", ["audit_id"], unique=False
    )
    op.create_index(
        op.f("ix_followed_audit_followed_id"), "followed_audit", ["followed_id"], unique=False
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("assessment", sa.Text(), nullable=True),
        sa.Column("observations", sa.Text(), nullable=True),
        sa.Column("asks", sa.Text(), nullable=True),
        sa.Column("reply_address", sa.Text(), nullable=True),
        sa.Column("attachments", sa.Text(), nullable=True),
        sa.Column("signatories", sa.Text(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("via_council", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('cover_letter', 'reminder', 'supplement_request', 'extension_notice')",
            name=op.f("ck_letter_kind"),
        ),
        sa.CheckConstraint('"via_council" IN (false, true)', name=op.f("ck_letter_via_council")),
        sa.CheckConstraint(
            'coalesce("dated_on" = date("dated_on", \'+0 days\'), "dated_on" IS NULL)',
            name=op.f("ck_letter_dated_on"),
        ),
        sa.CheckConstraint(
            'coalesce("decided_on" = date("decided_on", \'+0 days\'), "decided_on" IS NULL)',
            name=op.f("ck_letter_decided_on"),
        ),
        sa.CheckConstraint(
            'coalesce("sent_on" = date("sent_on", \'+0 days\'), "sent_on" IS NULL)',
            name=op.f("ck_letter_sent_on"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_letter_audit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("uid", name=op.f("uq_letter_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_letter_audit_id"), "letter", ["audit_id"], unique=False)
    op.create_table(
        "overall_conclusion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"aspect\" IN ('fitness', 'finances', 'accounts', 'internal_control')",
            name=op.f("ck_overall_conclusion_aspect"),
        ),
        sa.CheckConstraint(
            "\"grade\" IN ('yes', 'mostly', 'partly', 'limited', 'no', 'not_assessable', 'not_answered')",
            name=op.f("ck_overall_conclusion_grade"),
        ),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_overall_conclusion_audit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overall_conclusion")),
        sa.UniqueConstraint(
            "audit_id", "aspect", name=op.f("uq_overall_conclusion_audit_id_aspect")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_overall_conclusion_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_overall_conclusion_audit_id"), "overall_conclusion", ["audit_id"], unique=False
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_question_audit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("audit_id", "number", name=op.f("uq_question_audit_id_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_question_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_question_audit_id"), "question", ["audit_id"], unique=False)
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number_in_report", sa.Text(), nullable=True),
        sa.Column("number_in_letter", sa.Text(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("report_text", sa.Text(), nullable=True),
        sa.Column("letter_text", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("priority", sa.Text(), nullable=True),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("split_from_id", sa.Integer(), nullable=True),
        sa.Column("repeats_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "\"kind\" IN ('recommendation', 'question', 'improvement', 'criticism')",
            name=op.f("ck_recommendation_kind"),
        ),
        sa.CheckConstraint(
            "\"priority\" IN ('high', 'medium', 'low')", name=op.f("ck_recommendation_priority")
        ),
        sa.CheckConstraint(
            "\"relation\" IN ('identical', 'editorial', 'changed', 'omitted', 'added')",
            name=op.f("ck_recommendation_relation"),
        ),
        sa.CheckConstraint(
            "\"strength\" IN ('shall', 'should', 'recommended')",
            name=op.f("ck_recommendation_strength"),
        ),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_recommendation_audit_id")
        ),
        sa.ForeignKeyConstraint(
            ["repeats_id"], ["recommendation.id"], name=op.f("fk_recommendation_repeats_id")
        ),
        sa.ForeignKeyConstraint(
            ["split_from_id"], ["recommendation.id"], name=op.f("fk_recommendation_split_from_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint(
            "audit_id", "number_in_letter", name=op.f("uq_recommendation_audit_id_number_in_letter")
        ),
        sa.UniqueConstraint(
            "audit_id", "number_in_report", name=op.f("uq_recommendation_audit_id_number_in_report")
        ),
        sa.UniqueConstraint("audit_id", "ordinal", name=op.f("uq_recommendation_audit_id_ordinal")),
        sa.UniqueConstraint("uid", name=op.f("uq_recommendation_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_recommendation_audit_id"), "recommendation", ["audit_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_repeats_id"), "recommendation", ["repeats_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_split_from_id"), "recommendation", ["split_from_id"], unique=False
    )
    op.create_table(
        "reply_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("diary_number", sa.Text(), nullable=True),
        sa.Column("matter_name", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("expected_meeting_on", sa.Date(), nullable=True),
        sa.Column("given_up_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            'coalesce("due_on" = date("due_on", \'+0 days\'), "due_on" IS NULL)',
            name=op.f("ck_reply_case_due_on"),
        ),
        sa.CheckConstraint(
            'coalesce("expected_meeting_on" = date("expected_meeting_on", \'+0 days\'), "expected_meeting_on" IS NULL)',
            name=op.f("ck_reply_case_expected_meeting_on"),
        ),
        sa.CheckConstraint(
            'coalesce("given_up_on" = date("given_up_on", \'+0 days\'), "given_up_on" IS NULL)',
            name=op.f("ck_reply_case_given_up_on"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_reply_case_audit_id")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_reply_case_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_case")),
        sa.UniqueConstraint(
            "audit_id", "committee_id", name=op.f("uq_reply_case_audit_id_committee_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_reply_case_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reply_case_audit_id"), "reply_case", ["audit_id"], unique=False)
    op.create_index(
        op.f("ix_reply_case_committee_id"), "reply_case", ["committee_id"], unique=False
    )
    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("is_received", sa.Boolean(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("paragraph", sa.Text(), nullable=True),
        sa.Column("diary_number", sa.Text(), nullable=True),
        sa.Column("decision_text", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("sent_to", sa.Text(), nullable=True),
        sa.Column("has_motions", sa.Boolean(), nullable=True),
        sa.Column("has_reservations", sa.Boolean(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=True),
        sa.Column("is_referred_back", sa.Boolean(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("supplements_id", sa.Integer(), nullable=True),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("review_note", sa.Text(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.CheckConstraint('"has_motions" IN (false, true)', name=op.f("ck_response_has_motions")),
        sa.CheckConstraint(
            '"has_reservations" IN (false, true)', name=op.f("ck_response_has_reservations")
        ),
        sa.CheckConstraint('"is_received" IN (false, true)', name=op.f("ck_response_is_received")),
        sa.CheckConstraint(
            '"is_referred_back" IN (false, true)', name=op.f("ck_response_is_referred_back")
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('draft', 'decision', 'delegated_decision', 'statement', 'joint', 'supplement')",
            name=op.f("ck_response_kind"),
        ),
        sa.CheckConstraint(
            "\"position\" IN ('agrees', 'agrees_partly', 'disagrees', 'already_met', 'noted', 'unclear', 'not_addressed')",
            name=op.f("ck_response_position"),
        ),
        sa.CheckConstraint(
            "\"review\" IN ('pending', 'sufficient', 'supplement_requested', 'insufficient')",
            name=op.f("ck_response_review"),
        ),
        sa.CheckConstraint(
            'coalesce("dated_on" = date("dated_on", \'+0 days\'), "dated_on" IS NULL)',
            name=op.f("ck_response_dated_on"),
        ),
        sa.CheckConstraint(
            'coalesce("decided_on" = date("decided_on", \'+0 days\'), "decided_on" IS NULL)',
            name=op.f("ck_response_decided_on"),
        ),
        sa.CheckConstraint(
            'coalesce("received_on" = date("received_on", \'+0 days\'), "received_on" IS NULL)',
            name=op.f("ck_response_received_on"),
        ),
        sa.CheckConstraint(
            'coalesce("reviewed_on" = date("reviewed_on", \'+0 days\'), "reviewed_on" IS NULL)',
            name=op.f("ck_response_reviewed_on"),
        ),
        sa.CheckConstraint(
            'coalesce("sent_on" = date("sent_on", \'+0 days\'), "sent_on" IS NULL)',
            name=op.f("ck_response_sent_on"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_response_audit_id")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["response.id"], name=op.f("fk_response_replaces_id")
        ),
        sa.ForeignKeyConstraint(
            ["supplements_id"], ["response.id"], name=op.f("fk_response_supplements_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("uid", name=op.f("uq_response_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_response_audit_id"), "response", ["audit_id"], unique=False)
    op.create_index(op.f("ix_response_replaces_id"), "response", ["replaces_id"], unique=False)
    op.create_index(
        op.f("ix_response_supplements_id"), "response", ["supplements_id"], unique=False
    )
    op.create_table(
        "addressee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", sa.Text(), nullable=True),
        sa.Column("reopening_reason", sa.Text(), nullable=True),
        sa.CheckConstraint('"asked" IN (false, true)', name=op.f("ck_addressee_asked")),
        sa.CheckConstraint(
            "\"outcome\" IN ('implemented', 'not_implemented', 'no_longer_relevant', 'merged')",
            name=op.f("ck_addressee_outcome"),
        ),
        sa.CheckConstraint(
            'coalesce("closed_on" = date("closed_on", \'+0 days\'), "closed_on" IS NULL)',
            name=op.f("ck_addressee_closed_on"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_addressee_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_addressee_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addressee")),
        sa.UniqueConstraint(
            "recommendation_id",
            "committee_id",
            name=op.f("uq_addressee_recommendation_id_committee_id"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_addressee_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_addressee_committee_id"), "addressee", ["committee_id"], unique=False)
    op.create_index(
        op.f("ix_addressee_recommendation_id"), "addressee", ["recommendation_id"], unique=False
    )
    op.create_table(
        "assessment_committee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_assessment_committee_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_assessment_committee_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_committee")),
        sa.UniqueConstraint(
            "assessment_id",
            "committee_id",
            name=op.f("uq_assessment_committee_assessment_id_committee_id"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_assessment_committee_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_assessment_committee_assessment_id"),
        "assessment_committee",
        ["assessment_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_assessment_committee_committee_id"),
        "assessment_committee",
        ["committee_id"],
        unique=False,
    )
    op.create_table(
        "assessment_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_assessment_question_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_assessment_question_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_question")),
        sa.UniqueConstraint(
            "assessment_id",
            "question_id",
            name=op.f("uq_assessment_question_assessment_id_question_id"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_assessment_question_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_assessment_question_assessment_id"),
        "assessment_question",
        ["assessment_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_assessment_question_question_id"),
        "assessment_question",
        ["question_id"],
        unique=False,
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("byte_count", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('report', 'cover_letter', 'response_draft', 'minutes_extract', 'follow_up_report', 'other')",
            name=op.f("ck_attachment_kind"),
        ),
        sa.CheckConstraint(
            "\"status\" IN ('working_material', 'drawn_up', 'received', 'sent', 'partly_secret', 'secret')",
            name=op.f("ck_attachment_status"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_attachment_audit_id")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_attachment_response_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("uid", name=op.f("uq_attachment_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attachment_audit_id"), "attachment", ["audit_id"], unique=False)
    op.create_index(op.f("ix_attachment_response_id"), "attachment", ["response_id"], unique=False)
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("recommendation_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            'coalesce("confirmed_on" = date("confirmed_on", \'+0 days\'), "confirmed_on" IS NULL)',
            name=op.f("ck_confirmation_confirmed_on"),
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_confirmation_audit_id")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_confirmation_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_confirmation_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
        sa.UniqueConstraint("uid", name=op.f("uq_confirmation_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_confirmation_audit_id"), "confirmation", ["audit_id"], unique=False)
    op.create_index(
        op.f("ix_confirmation_committee_id"), "confirmation", ["committee_id"], unique=False
    )
    op.create_index(
        op.f("ix_confirmation_recommendation_id"),
        "confirmation",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reply_case_id", sa.Integer(), nullable=False),
        sa.Column("new_due_on", sa.Date(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"decision\" IN ('requested', 'granted', 'refused')",
            name=op.f("ck_extension_decision"),
        ),
        sa.CheckConstraint(
            'coalesce("asked_on" = date("asked_on", \'+0 days\'), "asked_on" IS NULL)',
            name=op.f("ck_extension_asked_on"),
        ),
        sa.CheckConstraint(
            'coalesce("decided_on" = date("decided_on", \'+0 days\'), "decided_on" IS NULL)',
            name=op.f("ck_extension_decided_on"),
        ),
        sa.CheckConstraint(
            'coalesce("new_due_on" = date("new_due_on", \'+0 days\'), "new_due_on" IS NULL)',
            name=op.f("ck_extension_new_due_on"),
        ),
        sa.ForeignKeyConstraint(
            ["reply_case_id"], ["reply_case.id"], name=op.f("fk_extension_reply_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension")),
        sa.UniqueConstraint("uid", name=op.f("uq_extension_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_extension_reply_case_id"), "extension", ["reply_case_id"], unique=False
    )
    op.create_table(
        "letter_recipient",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            'coalesce("due_on" = date("due_on", \'+0 days\'), "due_on" IS NULL)',
            name=op.f("ck_letter_recipient_due_on"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_letter_recipient_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_letter_recipient_letter_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_recipient")),
        sa.UniqueConstraint(
            "letter_id", "committee_id", name=op.f("uq_letter_recipient_letter_id_committee_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_letter_recipient_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_letter_recipient_committee_id"), "letter_recipient", ["committee_id"], unique=False
    )
    op.create_index(
        op.f("ix_letter_recipient_letter_id"), "letter_recipient", ["letter_id"], unique=False
    )
    op.create_table(
        "recommendation_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_recommendation_question_question_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_question_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_question")),
        sa.UniqueConstraint(
            "recommendation_id",
            "question_id",
            name=op.f("uq_recommendation_question_recommendation_id_question_id"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_recommendation_question_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_recommendation_question_question_id"),
        "recommendation_question",
        ["question_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_question_recommendation_id"),
        "recommendation_question",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "recommendation_wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            'coalesce("issued_on" = date("issued_on", \'+0 days\'), "issued_on" IS NULL)',
            name=op.f("ck_recommendation_wording_issued_on"),
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_wording_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_wording")),
        sa.UniqueConstraint(
            "recommendation_id",
            "number",
            name=op.f("uq_recommendation_wording_recommendation_id_number"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_recommendation_wording_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_recommendation_wording_recommendation_id"),
        "recommendation_wording",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reply_case_id", sa.Integer(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.CheckConstraint(
            'coalesce("reminded_on" = date("reminded_on", \'+0 days\'), "reminded_on" IS NULL)',
            name=op.f("ck_reminder_reminded_on"),
        ),
        sa.ForeignKeyConstraint(
            ["reply_case_id"], ["reply_case.id"], name=op.f("fk_reminder_reply_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("uid", name=op.f("uq_reminder_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reminder_reply_case_id"), "reminder", ["reply_case_id"], unique=False)
    op.create_table(
        "reply_case_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reply_case_id", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            'coalesce("noted_on" = date("noted_on", \'+0 days\'), "noted_on" IS NULL)',
            name=op.f("ck_reply_case_note_noted_on"),
        ),
        sa.ForeignKeyConstraint(
            ["reply_case_id"], ["reply_case.id"], name=op.f("fk_reply_case_note_reply_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_case_note")),
        sa.UniqueConstraint("uid", name=op.f("uq_reply_case_note_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_reply_case_note_reply_case_id"), "reply_case_note", ["reply_case_id"], unique=False
    )
    op.create_table(
        "response_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("reply_case_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reply_case_id"], ["reply_case.id"], name=op.f("fk_response_case_reply_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_response_case_response_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response_case")),
        sa.UniqueConstraint(
            "response_id", "reply_case_id", name=op.f("uq_response_case_response_id_reply_case_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_response_case_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_response_case_reply_case_id"), "response_case", ["reply_case_id"], unique=False
    )
    op.create_index(
        op.f("ix_response_case_response_id"), "response_case", ["response_id"], unique=False
    )
    op.create_table(
        "restatement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"source\" IN ('report_chapter', 'report_summary', 'letter', 'response', 'council_report')",
            name=op.f("ck_restatement_source"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_restatement_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_restatement_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restatement")),
        sa.UniqueConstraint("uid", name=op.f("uq_restatement_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_restatement_committee_id"), "restatement", ["committee_id"], unique=False
    )
    op.create_index(
        op.f("ix_restatement_recommendation_id"), "restatement", ["recommendation_id"], unique=False
    )
    op.create_table(
        "action_addressee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("addressee_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_addressee_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["addressee_id"], ["addressee.id"], name=op.f("fk_action_addressee_addressee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_addressee")),
        sa.UniqueConstraint(
            "action_id", "addressee_id", name=op.f("uq_action_addressee_action_id_addressee_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_action_addressee_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_action_addressee_action_id"), "action_addressee", ["action_id"], unique=False
    )
    op.create_index(
        op.f("ix_action_addressee_addressee_id"), "action_addressee", ["addressee_id"], unique=False
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("addressee_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("progress", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("review_note", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"position\" IN ('agrees', 'agrees_partly', 'disagrees', 'already_met', 'noted', 'unclear', 'not_addressed')",
            name=op.f("ck_answer_position"),
        ),
        sa.CheckConstraint(
            "\"progress\" IN ('not_started', 'planned', 'under_way', 'done', 'will_not')",
            name=op.f("ck_answer_progress"),
        ),
        sa.ForeignKeyConstraint(
            ["addressee_id"], ["addressee.id"], name=op.f("fk_answer_addressee_id")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_answer_response_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint(
            "response_id", "addressee_id", name=op.f("uq_answer_response_id_addressee_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_answer_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_answer_addressee_id"), "answer", ["addressee_id"], unique=False)
    op.create_index(op.f("ix_answer_response_id"), "answer", ["response_id"], unique=False)
    op.create_table(
        "progress_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("addressee_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("review", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"progress\" IN ('not_started', 'planned', 'under_way', 'done', 'will_not')",
            name=op.f("ck_progress_report_progress"),
        ),
        sa.CheckConstraint(
            "\"review\" IN ('pending', 'sufficient', 'supplement_requested', 'insufficient')",
            name=op.f("ck_progress_report_review"),
        ),
        sa.CheckConstraint(
            'coalesce("reported_on" = date("reported_on", \'+0 days\'), "reported_on" IS NULL)',
            name=op.f("ck_progress_report_reported_on"),
        ),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_progress_report_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["addressee_id"], ["addressee.id"], name=op.f("fk_progress_report_addressee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_report")),
        sa.UniqueConstraint("uid", name=op.f("uq_progress_report_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_progress_report_action_id"), "progress_report", ["action_id"], unique=False
    )
    op.create_index(
        op.f("ix_progress_report_addressee_id"), "progress_report", ["addressee_id"], unique=False
    )
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("addressee_id", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Integer(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("is_solved", sa.Boolean(), nullable=True),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("judged_by", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "\"basis\" IN ('reported', 'desk', 'tested')", name=op.f("ck_verdict_basis")
        ),
        sa.CheckConstraint('"is_solved" IN (false, true)', name=op.f("ck_verdict_is_solved")),
        sa.CheckConstraint(
            "\"verdict\" IN ('full', 'mostly', 'partly', 'not', 'no_longer_relevant', 'not_assessable')",
            name=op.f("ck_verdict_verdict"),
        ),
        sa.CheckConstraint(
            'coalesce("judged_on" = date("judged_on", \'+0 days\'), "judged_on" IS NULL)',
            name=op.f("ck_verdict_judged_on"),
        ),
        sa.ForeignKeyConstraint(
            ["addressee_id"], ["addressee.id"], name=op.f("fk_verdict_addressee_id")
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["audit.id"], name=op.f("fk_verdict_follow_up_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        sa.UniqueConstraint("uid", name=op.f("uq_verdict_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_verdict_addressee_id"), "verdict", ["addressee_id"], unique=False)
    op.create_index(op.f("ix_verdict_follow_up_id"), "verdict", ["follow_up_id"], unique=False)
    # ### end Alembic commands ###
