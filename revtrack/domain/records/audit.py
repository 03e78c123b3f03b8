"""Granskningen: its questions, assessments and recommendations, down to each addressee."""

from datetime import date
from typing import Annotated

from pydantic import Field

from revtrack.domain.codes import (
    Aspect,
    AuditKind,
    Basis,
    Confidentiality,
    FactCheck,
    Grade,
    Outcome,
    Priority,
    RecommendationKind,
    Relation,
    RestatementSource,
    Role,
    Solved,
    Strength,
    VerdictStep,
)
from revtrack.domain.days.dates import CoarseDay
from revtrack.domain.records.base import Record, Stored, Year
from revtrack.domain.texts.prose import Line, Lines, Prose


class NewAudit(Record):
    """Granskning: one audit of one or many committees."""

    municipality_id: int
    reference: Line
    """Unique in a database whatever the case of its letters: ``ESK-2022-1``."""
    title: Line
    """As on the report: ``Granskning av kommunens digitaliseringsarbete``."""
    aliases: Lines | None = None
    """Other titles seen in the case's documents, one a line."""
    kind: AuditKind = AuditKind.IN_DEPTH
    audit_year: Year
    """The year whose plan the audit belongs to; the report may be dated later."""
    plan_year: Year | None = None
    """The year of the audit plan (revisionsplan) that names the audit, if one does."""
    purpose: Prose | None = None
    """Syfte: a clause after "att", or whole sentences that are printed as they stand."""
    criteria: Lines | None = None
    """Revisionskriterier, one a line."""
    methods: Lines | None = None
    documents_studied: Lines | None = None
    functions_interviewed: Lines | None = None
    """Functions, never persons' names, one a line."""
    fact_check: FactCheck | None = None
    fact_checked_by: Line | None = None
    """The functions that checked the facts."""
    fact_checked_on: date | None = None
    pages: Annotated[int, Field(ge=1)] | None = None
    firm: Line | None = None
    """The auditors' expert (sakkunnigt biträde): ``KPMG AB``; none where an own office did it."""
    firm_responsible: Line | None = None
    """The function or person who answers for the audit at the firm."""
    report_on: date | None = None
    treated_on: date | None = None
    """The auditors' meeting that decided to hand over."""
    handed_over_on: date | None = None
    """The day of the cover letter. None: not handed over, all of it is a draft."""
    diary_number: Line | None = None
    """The auditors' own."""
    follow_up_planned: CoarseDay | None = None
    verdict: VerdictStep | None = None
    """Of the audit as a whole, where a follow-up gives only that."""
    verdict_basis: Basis | None = None
    verdict_comment: Prose | None = None
    verdict_on: date | None = None
    confidentiality: Confidentiality = Confidentiality.WORKING_MATERIAL


class Audit(NewAudit, Stored):
    """A stored audit."""


class NewFollowedAudit(Record):
    """An earlier audit that a follow-up audit goes back to."""

    audit_id: int
    """The follow-up."""
    followed_id: int
    """The earlier audit."""


class FollowedAudit(NewFollowedAudit, Stored):
    """A stored link to an earlier audit."""


class NewOverallConclusion(Record):
    """Samlad bedömning of one aspect of the audited activity."""

    audit_id: int
    aspect: Aspect
    grade: Grade
    phrase: Line
    """The exact words of the grading: ``inte fullt ut``."""
    section: Line | None = None


class OverallConclusion(NewOverallConclusion, Stored):
    """A stored overall conclusion."""


class NewAuditCommittee(Record):
    """A committee's part in an audit; one row for each role."""

    audit_id: int
    committee_id: int
    role: Role
    capacity: Line | None = None
    """In what capacity: ``som ägare av bolagen``."""
    finding: Prose | None = None
    """Iakttagelse about this committee."""


class AuditCommittee(NewAuditCommittee, Stored):
    """A stored part in an audit."""


class NewQuestion(Record):
    """Revisionsfråga that the report sets out to answer."""

    audit_id: int
    number: Annotated[int, Field(ge=1)]
    text: Prose
    parts: Lines | None = None
    """Sub-questions, one a line."""


class Question(NewQuestion, Stored):
    """A stored audit question."""


class NewAssessment(Record):
    """Bedömning of one or several questions for one or several committees."""

    audit_id: int
    ordinal: Annotated[int, Field(ge=1)]
    """Place in the report, from 1."""
    grade: Grade
    phrase: Line
    """The report's exact grading words, kept beside the canonical step."""
    section: Line | None = None
    """Section of the report: ``3.2.4``."""
    quote: Prose | None = None
    explanation: Prose | None = None


class Assessment(NewAssessment, Stored):
    """A stored assessment."""


class NewAssessmentQuestion(Record):
    """A question that an assessment answers."""

    assessment_id: int
    question_id: int


class AssessmentQuestion(NewAssessmentQuestion, Stored):
    """A stored link from an assessment to a question."""


class NewAssessmentCommittee(Record):
    """A committee that an assessment speaks of; "samtliga" lists every reviewed committee."""

    assessment_id: int
    committee_id: int


class AssessmentCommittee(NewAssessmentCommittee, Stored):
    """A stored link from an assessment to a committee."""


class NewRecommendation(Record):
    """Rekommendation: one item of the report's list, or one that the letter adds."""

    audit_id: int
    ordinal: Annotated[int, Field(ge=1)]
    """Place in the report's list, from 1; what the letter adds comes last."""
    kind: RecommendationKind = RecommendationKind.RECOMMENDATION
    number_in_report: Line | None = None
    """``4``, ``3a``; never reused within an audit."""
    number_in_letter: Line | None = None
    """``R1`` … without gaps: the public number in all later papers. None: not in the letter."""
    heading: Line | None = None
    """A short heading for lists and reports."""
    report_text: Prose | None = None
    """The wording in the report; None where the letter added it."""
    letter_text: Prose | None = None
    """The wording in the letter, frozen when it is issued; None where the letter omits it."""
    relation: Relation | None = None
    """How the two wordings relate; None before there is a letter."""
    section: Line | None = None
    """Section of the report where the recommendation stands."""
    priority: Priority | None = None
    strength: Strength | None = None
    split_from_id: int | None = None
    """The recommendation that this one is a part of."""
    repeats_id: int | None = None
    """The earlier audit's recommendation that this one repeats."""
    merged_into_id: int | None = None
    """The recommendation that this one was merged into."""


class Recommendation(NewRecommendation, Stored):
    """A stored recommendation."""


class NewRecommendationQuestion(Record):
    """An audit question that a recommendation springs from."""

    recommendation_id: int
    question_id: int


class RecommendationQuestion(NewRecommendationQuestion, Stored):
    """A stored link from a recommendation to a question."""


class NewRecommendationWording(Record):
    """An issued wording of a recommendation; a later change of meaning makes a new version."""

    recommendation_id: int
    number: Annotated[int, Field(ge=1)]
    """Version of the wording, from 1."""
    text: Prose
    issued_on: date
    reason: Prose | None = None
    """Why the wording was changed; None for the first."""


class RecommendationWording(NewRecommendationWording, Stored):
    """A stored issued wording."""


class NewRestatement(Record):
    """A recommendation as another text gives it."""

    recommendation_id: int
    committee_id: int | None = None
    """The committee it is given for there; None: for all of them alike."""
    source: RestatementSource
    text: Prose | None = None
    """Its wording there; None where the text leaves it out."""
    number: Line | None = None
    """Its number there."""
    place: Line | None = None
    """Where in that text: ``avsnitt 1``."""
    recipients: Line | None = None
    """How that text names its recipients, as written: ``samtliga nämnder``."""


class Restatement(NewRestatement, Stored):
    """A stored restatement."""


class NewAddressee(Record):
    """Rekommendation till en nämnd: the unit that is followed until it is carried out."""

    recommendation_id: int
    committee_id: int
    asked: bool | None = None
    """Whether the issued letter puts it to the committee; None before the letter."""
    outcome: Outcome | None = None
    """How it was closed; None: open."""
    closed_on: date | None = None
    closing_reason: Prose | None = None
    reopening_reason: Prose | None = None
    due: CoarseDay | None = None
    """By when it is to be carried out, where a day is set on the recommendation itself."""
    taken_over_by_id: int | None = None
    """The committee that answers for it now, after a change of committees."""
    problem_solved: Solved | None = None
    """Whether the problem behind it was solved when it was closed."""


class Addressee(NewAddressee, Stored):
    """A stored recommendation to one committee."""
