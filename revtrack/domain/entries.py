"""What forms and commands hand over: records of records, before anything is stored."""

from datetime import date

from revtrack.domain.codes import Position, Progress, RecommendationKind
from revtrack.domain.dates import CoarseDay
from revtrack.domain.prose import Line, Prose
from revtrack.domain.records import NewAudit, NewResponse, Record, Year


class LetterEntry(Record):
    """Nytt missiv: the five fields of a letter that has been sent, and what is proposed to them."""

    municipality: Line
    """Name of a municipality; an unknown one is made."""
    title: Line
    recipients: Prose
    """As written: ``KS, GSN, KFN`` or names; unknown committees are made."""
    dated_on: date
    due_on: date | None = None
    """None: no reply is asked for."""
    reference: Line | None = None
    """None: proposed from the municipality, the year and the next free number."""
    audit_year: Year | None = None
    """None: the year of the letter."""


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
