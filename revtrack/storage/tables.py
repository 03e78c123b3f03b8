"""The rows: each is a record plus its keys, and never leaves this package.

Only keys, codes and what must be unique are restated; every other column comes from the record.
CHECK constraints for codes, days and yes/no are generated from the records.
"""

from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_type_hints
from uuid import uuid4

from sqlalchemy import (
    CheckConstraint,
    LargeBinary,
    MetaData,
    UniqueConstraint,
)
from sqlmodel import AutoString, Field, SQLModel

from revtrack.domain.codes import (
    Aspect,
    AuditKind,
    Basis,
    CommitteeKind,
    Confidentiality,
    CouncilDecisionKind,
    CountedDay,
    DocumentKind,
    ExchangeDirection,
    ExtensionDecision,
    FactCheck,
    FileKind,
    FileStatus,
    Grade,
    LetterKind,
    MeetingKind,
    MunicipalityKind,
    OfficeholderFunction,
    Outcome,
    Position,
    Priority,
    Progress,
    RecommendationKind,
    Relation,
    ReminderForm,
    ReminderKind,
    ResponseKind,
    RestatementSource,
    Review,
    Role,
    Signing,
    Solved,
    Strength,
    VerdictStep,
)
from revtrack.domain.records import (
    NewAction,
    NewActionAddressee,
    NewAddressee,
    NewAnswer,
    NewAssessment,
    NewAssessmentCommittee,
    NewAssessmentQuestion,
    NewAttachment,
    NewAudit,
    NewAuditCommittee,
    NewAuditorsMeeting,
    NewCommittee,
    NewCommitteeMeeting,
    NewConfirmation,
    NewCouncilDecision,
    NewCustomField,
    NewCustomValue,
    NewDocument,
    NewExchange,
    NewExtension,
    NewFollowedAudit,
    NewLabel,
    NewLetter,
    NewLetterRecipient,
    NewMunicipality,
    NewOfficeholder,
    NewOverallConclusion,
    NewProgressReport,
    NewQuestion,
    NewRecommendation,
    NewRecommendationQuestion,
    NewRecommendationWording,
    NewReminder,
    NewReplyCase,
    NewReplyCaseNote,
    NewResponse,
    NewResponseCase,
    NewRestatement,
    NewSavedView,
    NewVerdict,
    Record,
)
from revtrack.storage.strict import name_types_strictly

name_types_strictly()

NAMING = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
}

metadata = MetaData(naming_convention=NAMING)


def _table_args(*unique: tuple[str, ...]) -> tuple[Any, ...]:
    return (*(UniqueConstraint(*columns) for columns in unique), {"sqlite_strict": True})


class Row(SQLModel):
    """What every row has: a number in this database, a uid everywhere, a version."""

    metadata = metadata
    model_config = {"frozen": False, "extra": "ignore"}

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=lambda: str(uuid4()), unique=True)
    version: int = 1


class MunicipalityRow(NewMunicipality, Row, table=True):
    """Row of municipality."""

    __tablename__ = "municipality"
    __table_args__ = _table_args(("name",))

    kind: MunicipalityKind = Field(sa_type=AutoString)
    counted_day: CountedDay = Field(sa_type=AutoString)
    signing: Signing = Field(sa_type=AutoString)


class OfficeholderRow(NewOfficeholder, Row, table=True):
    """Row of officeholder."""

    __tablename__ = "officeholder"
    __table_args__ = _table_args()

    municipality_id: int = Field(foreign_key="municipality.id", index=True)
    function: OfficeholderFunction = Field(sa_type=AutoString)


class AuditorsMeetingRow(NewAuditorsMeeting, Row, table=True):
    """Row of auditors meeting."""

    __tablename__ = "auditors_meeting"
    __table_args__ = _table_args()

    municipality_id: int = Field(foreign_key="municipality.id", index=True)


class LabelRow(NewLabel, Row, table=True):
    """Row of label."""

    __tablename__ = "label"
    __table_args__ = _table_args(("municipality_id", "vocabulary", "code"))

    municipality_id: int = Field(foreign_key="municipality.id", index=True)


class CommitteeRow(NewCommittee, Row, table=True):
    """Row of committee."""

    __tablename__ = "committee"
    __table_args__ = _table_args()

    municipality_id: int = Field(foreign_key="municipality.id", index=True)
    successor_id: int | None = Field(default=None, foreign_key="committee.id", index=True)
    kind: CommitteeKind = Field(sa_type=AutoString)


class CommitteeMeetingRow(NewCommitteeMeeting, Row, table=True):
    """Row of committee meeting."""

    __tablename__ = "committee_meeting"
    __table_args__ = _table_args(("committee_id", "held_on", "kind"))

    committee_id: int = Field(foreign_key="committee.id", index=True)
    kind: MeetingKind = Field(sa_type=AutoString)


class AuditRow(NewAudit, Row, table=True):
    """Row of audit."""

    __tablename__ = "audit"
    __table_args__ = _table_args(("reference",))

    municipality_id: int = Field(foreign_key="municipality.id", index=True)
    kind: AuditKind = Field(sa_type=AutoString)
    fact_check: FactCheck | None = Field(default=None, sa_type=AutoString)
    verdict: VerdictStep | None = Field(default=None, sa_type=AutoString)
    verdict_basis: Basis | None = Field(default=None, sa_type=AutoString)
    confidentiality: Confidentiality = Field(sa_type=AutoString)


class FollowedAuditRow(NewFollowedAudit, Row, table=True):
    """Row of followed audit."""

    __tablename__ = "followed_audit"
    __table_args__ = _table_args(("audit_id", "followed_id"))

    audit_id: int = Field(foreign_key="audit.id", index=True)
    followed_id: int = Field(foreign_key="audit.id", index=True)


class OverallConclusionRow(NewOverallConclusion, Row, table=True):
    """Row of overall conclusion."""

    __tablename__ = "overall_conclusion"
    __table_args__ = _table_args(("audit_id", "aspect"))

    audit_id: int = Field(foreign_key="audit.id", index=True)
    aspect: Aspect = Field(sa_type=AutoString)
    grade: Grade = Field(sa_type=AutoString)


class AuditCommitteeRow(NewAuditCommittee, Row, table=True):
    """Row of audit committee."""

    __tablename__ = "audit_committee"
    __table_args__ = _table_args(("audit_id", "committee_id", "role"))

    audit_id: int = Field(foreign_key="audit.id", index=True)
    committee_id: int = Field(foreign_key="committee.id", index=True)
    role: Role = Field(sa_type=AutoString)


class QuestionRow(NewQuestion, Row, table=True):
    """Row of question."""

    __tablename__ = "question"
    __table_args__ = _table_args(("audit_id", "number"))

    audit_id: int = Field(foreign_key="audit.id", index=True)


class AssessmentRow(NewAssessment, Row, table=True):
    """Row of assessment."""

    __tablename__ = "assessment"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    grade: Grade = Field(sa_type=AutoString)


class AssessmentQuestionRow(NewAssessmentQuestion, Row, table=True):
    """Row of assessment question."""

    __tablename__ = "assessment_question"
    __table_args__ = _table_args(("assessment_id", "question_id"))

    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    question_id: int = Field(foreign_key="question.id", index=True)


class AssessmentCommitteeRow(NewAssessmentCommittee, Row, table=True):
    """Row of assessment committee."""

    __tablename__ = "assessment_committee"
    __table_args__ = _table_args(("assessment_id", "committee_id"))

    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    committee_id: int = Field(foreign_key="committee.id", index=True)


class RecommendationRow(NewRecommendation, Row, table=True):
    """Row of recommendation."""

    __tablename__ = "recommendation"
    __table_args__ = _table_args(
        ("audit_id", "ordinal"), ("audit_id", "number_in_report"), ("audit_id", "number_in_letter")
    )

    audit_id: int = Field(foreign_key="audit.id", index=True)
    split_from_id: int | None = Field(default=None, foreign_key="recommendation.id", index=True)
    repeats_id: int | None = Field(default=None, foreign_key="recommendation.id", index=True)
    merged_into_id: int | None = Field(default=None, foreign_key="recommendation.id", index=True)
    kind: RecommendationKind = Field(sa_type=AutoString)
    relation: Relation | None = Field(default=None, sa_type=AutoString)
    priority: Priority | None = Field(default=None, sa_type=AutoString)
    strength: Strength | None = Field(default=None, sa_type=AutoString)


class RecommendationQuestionRow(NewRecommendationQuestion, Row, table=True):
    """Row of recommendation question."""

    __tablename__ = "recommendation_question"
    __table_args__ = _table_args(("recommendation_id", "question_id"))

    recommendation_id: int = Field(foreign_key="recommendation.id", index=True)
    question_id: int = Field(foreign_key="question.id", index=True)


class RecommendationWordingRow(NewRecommendationWording, Row, table=True):
    """Row of recommendation wording."""

    __tablename__ = "recommendation_wording"
    __table_args__ = _table_args(("recommendation_id", "number"))

    recommendation_id: int = Field(foreign_key="recommendation.id", index=True)


class RestatementRow(NewRestatement, Row, table=True):
    """Row of restatement."""

    __tablename__ = "restatement"
    __table_args__ = _table_args()

    recommendation_id: int = Field(foreign_key="recommendation.id", index=True)
    committee_id: int | None = Field(default=None, foreign_key="committee.id", index=True)
    source: RestatementSource = Field(sa_type=AutoString)


class AddresseeRow(NewAddressee, Row, table=True):
    """Row of addressee."""

    __tablename__ = "addressee"
    __table_args__ = _table_args(("recommendation_id", "committee_id"))

    recommendation_id: int = Field(foreign_key="recommendation.id", index=True)
    committee_id: int = Field(foreign_key="committee.id", index=True)
    outcome: Outcome | None = Field(default=None, sa_type=AutoString)
    taken_over_by_id: int | None = Field(default=None, foreign_key="committee.id", index=True)
    problem_solved: Solved | None = Field(default=None, sa_type=AutoString)


class LetterRow(NewLetter, Row, table=True):
    """Row of letter."""

    __tablename__ = "letter"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    kind: LetterKind = Field(sa_type=AutoString)


class LetterRecipientRow(NewLetterRecipient, Row, table=True):
    """Row of letter recipient."""

    __tablename__ = "letter_recipient"
    __table_args__ = _table_args(("letter_id", "committee_id"))

    letter_id: int = Field(foreign_key="letter.id", index=True)
    committee_id: int = Field(foreign_key="committee.id", index=True)


class ReplyCaseRow(NewReplyCase, Row, table=True):
    """Row of reply case."""

    __tablename__ = "reply_case"
    __table_args__ = _table_args(("audit_id", "committee_id"))

    audit_id: int = Field(foreign_key="audit.id", index=True)
    committee_id: int = Field(foreign_key="committee.id", index=True)


class ReplyCaseNoteRow(NewReplyCaseNote, Row, table=True):
    """Row of reply case note."""

    __tablename__ = "reply_case_note"
    __table_args__ = _table_args()

    reply_case_id: int = Field(foreign_key="reply_case.id", index=True)


class ReminderRow(NewReminder, Row, table=True):
    """Row of reminder."""

    __tablename__ = "reminder"
    __table_args__ = _table_args()

    reply_case_id: int = Field(foreign_key="reply_case.id", index=True)
    addressee_id: int | None = Field(default=None, foreign_key="addressee.id", index=True)
    kind: ReminderKind = Field(sa_type=AutoString)
    form: ReminderForm = Field(sa_type=AutoString)


class ExtensionRow(NewExtension, Row, table=True):
    """Row of extension."""

    __tablename__ = "extension"
    __table_args__ = _table_args()

    reply_case_id: int = Field(foreign_key="reply_case.id", index=True)
    decision: ExtensionDecision = Field(sa_type=AutoString)


class ResponseRow(NewResponse, Row, table=True):
    """Row of response."""

    __tablename__ = "response"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    replaces_id: int | None = Field(default=None, foreign_key="response.id", index=True)
    supplements_id: int | None = Field(default=None, foreign_key="response.id", index=True)
    kind: ResponseKind = Field(sa_type=AutoString)
    position: Position | None = Field(default=None, sa_type=AutoString)
    review: Review = Field(sa_type=AutoString)


class ResponseCaseRow(NewResponseCase, Row, table=True):
    """Row of response case."""

    __tablename__ = "response_case"
    __table_args__ = _table_args(("response_id", "reply_case_id"))

    response_id: int = Field(foreign_key="response.id", index=True)
    reply_case_id: int = Field(foreign_key="reply_case.id", index=True)


class AnswerRow(NewAnswer, Row, table=True):
    """Row of answer."""

    __tablename__ = "answer"
    __table_args__ = _table_args(("response_id", "addressee_id"))

    response_id: int = Field(foreign_key="response.id", index=True)
    addressee_id: int = Field(foreign_key="addressee.id", index=True)
    position: Position | None = Field(default=None, sa_type=AutoString)
    progress: Progress | None = Field(default=None, sa_type=AutoString)


class ActionRow(NewAction, Row, table=True):
    """Row of action."""

    __tablename__ = "action"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    response_id: int | None = Field(default=None, foreign_key="response.id", index=True)


class ActionAddresseeRow(NewActionAddressee, Row, table=True):
    """Row of action addressee."""

    __tablename__ = "action_addressee"
    __table_args__ = _table_args(("action_id", "addressee_id"))

    action_id: int = Field(foreign_key="action.id", index=True)
    addressee_id: int = Field(foreign_key="addressee.id", index=True)


class ProgressReportRow(NewProgressReport, Row, table=True):
    """Row of progress report."""

    __tablename__ = "progress_report"
    __table_args__ = _table_args()

    addressee_id: int = Field(foreign_key="addressee.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    progress: Progress = Field(sa_type=AutoString)
    review: Review = Field(sa_type=AutoString)


class VerdictRow(NewVerdict, Row, table=True):
    """Row of verdict."""

    __tablename__ = "verdict"
    __table_args__ = _table_args()

    addressee_id: int = Field(foreign_key="addressee.id", index=True)
    follow_up_id: int | None = Field(default=None, foreign_key="audit.id", index=True)
    verdict: VerdictStep = Field(sa_type=AutoString)
    basis: Basis = Field(sa_type=AutoString)


class CouncilDecisionRow(NewCouncilDecision, Row, table=True):
    """Row of council decision."""

    __tablename__ = "council_decision"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    kind: CouncilDecisionKind = Field(sa_type=AutoString)


class AttachmentRow(NewAttachment, Row, table=True):
    """Row of attachment."""

    __tablename__ = "attachment"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    response_id: int | None = Field(default=None, foreign_key="response.id", index=True)
    kind: FileKind = Field(sa_type=AutoString)
    status: FileStatus = Field(sa_type=AutoString)


class DocumentRow(NewDocument, Row, table=True):
    """Row of document."""

    __tablename__ = "document"
    __table_args__ = _table_args()

    audit_id: int | None = Field(default=None, foreign_key="audit.id", index=True)
    municipality_id: int | None = Field(default=None, foreign_key="municipality.id", index=True)
    committee_id: int | None = Field(default=None, foreign_key="committee.id", index=True)
    kind: DocumentKind = Field(sa_type=AutoString)


class ConfirmationRow(NewConfirmation, Row, table=True):
    """Row of confirmation."""

    __tablename__ = "confirmation"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    committee_id: int | None = Field(default=None, foreign_key="committee.id", index=True)
    recommendation_id: int | None = Field(default=None, foreign_key="recommendation.id", index=True)
    question_id: int | None = Field(default=None, foreign_key="question.id", index=True)


class ExchangeRow(NewExchange, Row, table=True):
    """Row of exchange."""

    __tablename__ = "exchange"
    __table_args__ = _table_args()

    audit_id: int = Field(foreign_key="audit.id", index=True)
    direction: ExchangeDirection = Field(sa_type=AutoString)


class CustomFieldRow(NewCustomField, Row, table=True):
    """Row of custom field."""

    __tablename__ = "custom_field"
    __table_args__ = _table_args(("municipality_id", "record", "name"))

    municipality_id: int = Field(foreign_key="municipality.id", index=True)


class CustomValueRow(NewCustomValue, Row, table=True):
    """Row of custom value."""

    __tablename__ = "custom_value"
    __table_args__ = _table_args(("custom_field_id", "record_uid"))

    custom_field_id: int = Field(foreign_key="custom_field.id", index=True)


class SavedViewRow(NewSavedView, Row, table=True):
    """Row of saved view."""

    __tablename__ = "saved_view"
    __table_args__ = _table_args(("name",))


class AttachmentContentRow(SQLModel, table=True):
    """The bytes of attached files, kept once per content; checked against their sha-256."""

    metadata = metadata
    __tablename__ = "attachment_content"
    __table_args__ = _table_args()

    sha256: str = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class ChangeRow(SQLModel, table=True):
    """The wish that is being carried out: one row while it lasts, none between wishes."""

    metadata = metadata
    __tablename__ = "change"
    __table_args__ = _table_args()

    id: int = Field(primary_key=True)
    wish: int
    at: str
    """Instant in UTC by the real clock, ISO 8601."""
    who: str
    role: str
    why: str | None = None


class EventRow(SQLModel, table=True):
    """One change of one row (händelse): written by triggers, sealed before the commit."""

    metadata = metadata
    __tablename__ = "event"
    __table_args__ = ({"sqlite_strict": True, "sqlite_autoincrement": True},)

    sequence: int | None = Field(default=None, primary_key=True)
    at: str
    who: str | None = None
    """None: written by another program, outside any wish."""
    role: str | None = None
    wish: int | None = Field(default=None, index=True)
    why: str | None = None
    table_name: str
    uid: str = Field(index=True)
    old: str | None = None
    """The row before, as JSON; None: it was added."""
    new: str | None = None
    """The row after, as JSON; None: it was removed."""
    salt: str
    previous_hash: str | None = None
    hash: str | None = None
    """None: not sealed."""


def _members(annotation: object) -> tuple[object, ...]:
    return get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)


def _add_checks(row: type[Row]) -> None:
    """Add the CHECK constraints that the record's own types imply."""
    table = row.__table__  # type: ignore[attr-defined]
    record = next(base for base in row.__mro__ if issubclass(base, Record))
    for name, annotation in get_type_hints(record).items():
        if name not in table.columns:
            continue
        kinds = [kind for kind in _members(annotation) if isinstance(kind, type)]
        for kind in kinds:
            if issubclass(kind, StrEnum):
                codes = ", ".join(f"'{code.value}'" for code in kind)
                table.append_constraint(CheckConstraint(f'"{name}" IN ({codes})', name=name))
            elif issubclass(kind, bool):
                table.append_constraint(CheckConstraint(f'"{name}" IN (false, true)', name=name))
            elif issubclass(kind, date):
                # date() gives NULL for what is no day, and a NULL check would pass; it accepts the
                # 30th of February unless something is added to it.
                rule = f'coalesce("{name}" = date("{name}", \'+0 days\'), "{name}" IS NULL)'
                table.append_constraint(CheckConstraint(rule, name=name))


for _row in Row.__subclasses__():
    _add_checks(_row)
