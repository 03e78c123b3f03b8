"""What forms and commands hand over: records of records, before anything is stored."""

from datetime import date

from pydantic import Field

from revtrack.domain.codes import (
    AuditKind,
    FileKind,
    FileStatus,
    Position,
    Progress,
    RecommendationKind,
    Review,
)
from revtrack.domain.days.dates import CoarseDay
from revtrack.domain.records import NewAudit, NewResponse, Record, Year
from revtrack.domain.texts.prose import Line, Lines, Prose


class LetterEntry(Record):
    """Nytt missiv: the five fields of a letter that has been sent, and what is proposed to them."""

    municipality: Line
    """Name of a municipality; an unknown one is made."""
    title: Line
    recipients: Prose
    """As written: ``KS, GSN, KFN`` or names; unknown committees are made. What stands in quotation
    marks is one name, as it is written; "alla nämnder" are those that are known."""
    dated_on: date
    due_on: date | None = None
    """None: no reply is asked for."""
    reference: Line | None = None
    """None: proposed from the municipality, the year and the next free number."""
    audit_year: Year | None = None
    """None: the year of the letter."""


class HandOverEntry(Record):
    """Överlämna: the day of the letter, and by which days its recipients are asked to reply."""

    audit_id: int
    on: date
    due_on: date | None
    """None asks nobody to reply."""
    due_for: dict[int, date] = Field(default_factory=dict)
    """Another day for single committees, by id."""
    why: Prose | None = None
    """Why the letter leaves out or changes what the report recommends, if it does."""


class RecommendationEntry(Record):
    """A recommendation with its recipients, as typed."""

    text: Prose
    committee_ids: tuple[int, ...]
    kind: RecommendationKind = RecommendationKind.RECOMMENDATION
    heading: Line | None = None
    section: Line | None = None
    question_ids: tuple[int, ...] = ()


class AuditEntry(Record):
    """Ny granskning: an audit with its committees, questions and recommendations."""

    audit: NewAudit
    committee_ids: tuple[int, ...] = ()
    """The reviewed committees."""
    questions: tuple[Prose, ...] = ()
    recommendations: tuple[RecommendationEntry, ...] = ()


class NamedAuditEntry(Record):
    """Ny granskning as it is typed: municipality and committees by name, unknown ones are made."""

    municipality: Line
    title: Line
    committees: Prose | None = None
    """The reviewed committees: ``KS, GSN, KFN``."""
    audit_year: Year
    kind: AuditKind = AuditKind.IN_DEPTH
    report_on: date | None = None
    firm: Line | None = None
    purpose: Prose | None = None
    criteria: Lines | None = None
    follow_up_planned: CoarseDay | None = None
    diary_number: Line | None = None
    reference: Line | None = None
    """None: proposed from the municipality, the year and the next free number."""


class NamedRecommendationEntry(Record):
    """A recommendation as it is typed; unknown committees are made."""

    text: Prose
    recipients: Prose
    """``KS, GSN``, or ``alla`` for every reviewed committee."""
    kind: RecommendationKind = RecommendationKind.RECOMMENDATION
    heading: Line | None = None
    section: Line | None = None
    questions: tuple[int, ...] = ()
    """Numbers of the audit questions it springs from."""


class AnswerEntry(Record):
    """What a response says on one recommendation."""

    addressee_id: int
    position: Position | None = None
    progress: Progress | None = None
    quote: Prose | None = None


class ActionEntry(Record):
    """An action that a response tells of."""

    text: Prose
    responsible: Line | None = None
    due: CoarseDay | None = None
    addressee_ids: tuple[int, ...]


class ResponseEntry(Record):
    """Registrera svar: a response from one or several committees, with or without its answers."""

    response: NewResponse
    reply_case_ids: tuple[int, ...]
    answers: tuple[AnswerEntry, ...] = ()
    actions: tuple[ActionEntry, ...] = ()


class JudgementEntry(Record):
    """Bedömning av svaret: what the auditors find of what a committee has sent in."""

    audit_id: int
    reply_case_id: int
    review: Review
    reviewed_on: date
    review_note: Prose | None = None
    """What is missing, where something is."""
    review_paragraph: Line | None = None
    """Paragraph of the auditors' meeting."""
    supplement_due_on: date | None = None
    """By when a supplement is asked for; None: the proposed day."""
    response_ids: tuple[int, ...] = ()
    """The responses that the person has seen; empty: whatever waits."""


class ProgressJudgementEntry(Record):
    """The same of progress reports on some recommendations to a committee."""

    audit_id: int
    addressee_ids: tuple[int, ...]
    review: Review
    reviewed_on: date
    review_note: Prose | None = None


class AttachmentEntry(Record):
    """Bilaga: a file of an audit, or of a response in it."""

    audit_id: int
    response_id: int | None = None
    name: Line
    kind: FileKind = FileKind.OTHER
    status: FileStatus = FileStatus.RECEIVED
