"""The facts kept, one frozen record each, in the words of the trade.

``New…`` is a fact before it is stored; the class without ``New`` is the same fact with its keys.
An empty day (None) on a record that exists means "not stated"; "not yet" means that there is no
record. A field that ends in ``_id`` names the record that it belongs to or speaks of.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from revtrack.domain.codes import (
    Aspect,
    AuditKind,
    Basis,
    CommitteeKind,
    Confidentiality,
    CouncilDecisionKind,
    CountedDay,
    DocumentKind,
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
    ResponseKind,
    RestatementSource,
    Review,
    Role,
    Signing,
    Strength,
    VerdictStep,
)
from revtrack.domain.dates import CoarseDay
from revtrack.domain.prose import Line, Lines, Prose

Uid = Annotated[
    str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
]
"""A UUID in lower case: the same fact keeps it in every database."""

Year = Annotated[int, Field(ge=1900, le=2200)]


class Record(BaseModel):
    """A fact: checked and cleaned when it is made, never changed after."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        from_attributes=True,
        defer_build=True,  # a third of a second at start: a record is built when first used
    )


class Stored(Record):
    """The keys of a stored fact: number in this database, uid everywhere, version of this row."""

    id: int
    uid: Uid
    version: int


# ---- the principal and its people ------------------------------------------------------------


class NewMunicipality(Record):
    """Huvudman: the municipality, region, federation or company whose auditors we serve."""

    name: Line
    """As written on letters: ``Eskilstuna kommun``."""
    abbreviation: Line | None = None
    kind: MunicipalityKind = MunicipalityKind.MUNICIPALITY
    place: Line | None = None
    """Where letters are dated: ``Eskilstuna``."""
    reply_address: Line | None = None
    """Where committees send their replies, as the letter says it."""
    diary_address: Line | None = None
    """The auditors' registry, where it is another address."""
    reply_months: Annotated[int, Field(ge=1, le=24)] = 3
    """Proposed time for a reply, in months from the hand-over."""
    counted_day: CountedDay = CountedDay.RECEIVED
    """Which day of a reply decides whether it was in time."""
    takes_drafts: bool = False
    """Whether officials' drafts are registered; they may become public records here."""
    signing: Signing = Signing.CHAIR_AND_VICE_CHAIR


class Municipality(NewMunicipality, Stored):
    """A stored principal."""


class NewOfficeholder(Record):
    """Named person in a function for the auditors, with the days that it lasted."""

    municipality_id: int
    name: Line
    function: OfficeholderFunction
    title: Line | None = None
    """As under a signature: ``certifierad kommunal revisor``."""
    body: Line | None = None
    """The firm or the group of auditors the person belongs to."""
    from_on: date | None = None
    to_on: date | None = None
    """Last day in the function, included."""


class Officeholder(NewOfficeholder, Stored):
    """A stored officeholder."""


class NewAuditorsMeeting(Record):
    """Revisorernas sammanträde: decisions and reviews carry its day and paragraph."""

    municipality_id: int
    held_on: date
    note: Prose | None = None


class AuditorsMeeting(NewAuditorsMeeting, Stored):
    """A stored meeting of the auditors."""


class NewLabel(Record):
    """The office's own word for a code, in place of the default label."""

    municipality_id: int
    vocabulary: Line
    """Name of the vocabulary: ``grade``, ``verdict`` …"""
    code: Line
    text: Line


class Label(NewLabel, Stored):
    """A stored label."""


class NewCommittee(Record):
    """Nämnd, styrelse, bolag or other body that is audited or written to."""

    municipality_id: int
    ordinal: Annotated[int, Field(ge=1)]
    """Place in the municipality's own order of committees, from 1."""
    name: Line
    """As in running text: ``kultur- och fritidsnämnden``; a company's name as it is."""
    abbreviation: Line | None = None
    kind: CommitteeKind = CommitteeKind.COMMITTEE
    administrations: Lines | None = None
    """The administrations that serve it, one a line; one may serve several committees."""
    aliases: Lines | None = None
    """Other names seen in documents, one a line."""
    diary_prefixes: Lines | None = None
    """How its diary numbers begin, one a line: ``KSKF``."""
    contact_address: Line | None = None
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    """Last day of the committee, included."""
    successor_id: int | None = None
    """The committee that took over."""


class Committee(NewCommittee, Stored):
    """A stored committee."""


class NewCommitteeMeeting(Record):
    """Sammanträde in a committee's calendar."""

    committee_id: int
    held_on: date
    kind: MeetingKind = MeetingKind.COMMITTEE
    papers_by_on: date | None = None
    """Last day to hand in papers to the secretary."""
    dispatched_on: date | None = None
    """Day of the summons with its papers."""


class CommitteeMeeting(NewCommitteeMeeting, Stored):
    """A stored committee meeting."""


# ---- the audit -------------------------------------------------------------------------------


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


class Addressee(NewAddressee, Stored):
    """A stored recommendation to one committee."""


# ---- letters, replies, actions ---------------------------------------------------------------


class NewLetter(Record):
    """Brev from the auditors: the cover letter (missiv) or a later letter."""

    audit_id: int
    kind: LetterKind = LetterKind.COVER_LETTER
    dated_on: date | None = None
    place: Line | None = None
    assessment: Prose | None = None
    """The letter's own overall assessment: the clause after "Vår samlade bedömning är att"."""
    observations: Lines | None = None
    """The observations behind it, one a line."""
    asks: Lines | None = None
    """What the committees are asked to answer, where it differs from the usual list."""
    reply_address: Line | None = None
    attachments: Lines | None = None
    """Attachments besides the report, one a line."""
    signatories: Lines | None = None
    """Functions that signed, one a line, where no officeholder is registered."""
    decided_on: date | None = None
    """The auditors' decision to send it."""
    sent_on: date | None = None
    via_council: bool = False
    """Whether it is sent to the council, which refers it to the committees."""


class Letter(NewLetter, Stored):
    """A stored letter."""


class NewLetterRecipient(Record):
    """A committee that a letter is written to, with the day it is asked to reply by."""

    letter_id: int
    committee_id: int
    due_on: date | None = None
    """None: no reply is asked for."""


class LetterRecipient(NewLetterRecipient, Stored):
    """A stored recipient of a letter."""


class NewReplyCase(Record):
    """Svarsärende: an audit at one committee that is asked to reply."""

    audit_id: int
    committee_id: int
    diary_number: Line | None = None
    """The committee's own, as typed: ``KFN/2023:41``."""
    matter_name: Line | None = None
    """What the committee calls the matter."""
    due_on: date | None = None
    """The original day, never changed; None: no reply is asked for."""
    expected_meeting_on: date | None = None
    given_up_on: date | None = None
    """The day the auditors stopped waiting for a reply (svar uteblev)."""


class ReplyCase(NewReplyCase, Stored):
    """A stored reply case."""


class NewReplyCaseNote(Record):
    """Anteckning in a reply case: ``ringde nämndsekreteraren``."""

    reply_case_id: int
    noted_on: date
    text: Prose


class ReplyCaseNote(NewReplyCaseNote, Stored):
    """A stored note."""


class NewReminder(Record):
    """Påminnelse that was made for a reply case."""

    reply_case_id: int
    reminded_on: date
    step: Annotated[int, Field(ge=-400, le=400)]
    """Days from the due day that the step stands for; negative before it."""
    text: Prose | None = None


class Reminder(NewReminder, Stored):
    """A stored reminder."""


class NewExtension(Record):
    """Anstånd: more time for a reply, asked for, granted or refused."""

    reply_case_id: int
    new_due_on: date
    decision: ExtensionDecision = ExtensionDecision.REQUESTED
    asked_on: date | None = None
    decided_on: date | None = None
    decided_by: Line | None = None
    """The function that decided."""
    reason: Prose | None = None


class Extension(NewExtension, Stored):
    """A stored extension."""


class NewResponse(Record):
    """Svar, yttrande: a document that answers one or several reply cases of an audit."""

    audit_id: int
    kind: ResponseKind = ResponseKind.DECISION
    is_received: bool = True
    """Whether it has reached the auditors; False: adopted, as far as is known, but not sent in."""
    dated_on: date | None = None
    """The document's own day."""
    decided_on: date | None = None
    """The meeting that adopted it."""
    sent_on: date | None = None
    received_on: date | None = None
    """The day it reached the auditors."""
    paragraph: Line | None = None
    """Number of the minutes' paragraph without the sign: ``85``."""
    diary_number: Line | None = None
    decision_text: Prose | None = None
    position: Position | None = None
    """The position on the report as a whole."""
    sent_to: Lines | None = None
    """Whom the decision is sent to, one a line."""
    has_motions: bool | None = None
    """Whether motions were put (yrkanden); no names are kept."""
    has_reservations: bool | None = None
    conditions: Prose | None = None
    """What it depends on: money, another body."""
    remarks: Prose | None = None
    """Remarks to pass on to the auditors."""
    is_referred_back: bool = False
    """Whether the committee sent the draft back (återremiss)."""
    replaces_id: int | None = None
    """The earlier response that this one replaces."""
    supplements_id: int | None = None
    """The earlier response that this one adds to."""
    review: Review = Review.PENDING
    review_note: Prose | None = None
    reviewed_on: date | None = None


class Response(NewResponse, Stored):
    """A stored response."""


class NewResponseCase(Record):
    """A reply case that a response answers."""

    response_id: int
    reply_case_id: int


class ResponseCase(NewResponseCase, Stored):
    """A stored link from a response to a reply case."""


class NewAnswer(Record):
    """Svar på en rekommendation: what a response says on one recommendation to one committee."""

    response_id: int
    addressee_id: int
    position: Position | None = None
    """None: nobody has read it yet."""
    progress: Progress | None = None
    """What the committee says it has done."""
    quote: Prose | None = None
    """The words of the response that it rests on, or their gist."""
    review_note: Prose | None = None
    """The auditors' note on the answer; never shown to clerks."""


class Answer(NewAnswer, Stored):
    """A stored answer."""


class NewAction(Record):
    """Åtgärd that a committee has taken or promises."""

    audit_id: int
    text: Prose
    responsible: Line | None = None
    due: CoarseDay | None = None
    recurring: bool = False
    fulfilled_by: Line | None = None
    """The decision or event that fulfilled it."""
    fulfilled_paragraph: Line | None = None
    fulfilled_on: date | None = None
    fulfilled_diary_number: Line | None = None


class Action(NewAction, Stored):
    """A stored action."""


class NewActionAddressee(Record):
    """A recommendation to a committee that an action answers to."""

    action_id: int
    addressee_id: int


class ActionAddressee(NewActionAddressee, Stored):
    """A stored link from an action to an addressee."""


class NewProgressReport(Record):
    """Lägesrapport from a committee on one recommendation; counts once accepted."""

    addressee_id: int
    action_id: int | None = None
    reported_on: date | None = None
    progress: Progress
    text: Prose | None = None
    review: Review = Review.PENDING


class ProgressReport(NewProgressReport, Stored):
    """A stored progress report."""


class NewVerdict(Record):
    """Uppföljningsbedömning: what the auditors found of one recommendation to one committee."""

    addressee_id: int
    follow_up_id: int | None = None
    """The follow-up audit that found it."""
    verdict: VerdictStep
    basis: Basis = Basis.REPORTED
    method: Prose | None = None
    """How it was checked."""
    evidence: Prose | None = None
    is_solved: bool | None = None
    """Whether the problem behind the recommendation is solved."""
    judged_on: date | None = None
    judged_by: Line | None = None
    comment: Prose | None = None


class Verdict(NewVerdict, Stored):
    """A stored verdict."""


class NewCouncilDecision(Record):
    """Beslut by the council or the executive board about the audit."""

    audit_id: int
    body: Line
    """``kommunfullmäktige``."""
    kind: CouncilDecisionKind
    is_proposal: bool = False
    """Whether this is a proposal to decide, not yet a decision."""
    decided_on: date | None = None
    paragraph: Line | None = None
    diary_number: Line | None = None
    text: Prose | None = None
    sent_to: Lines | None = None
    report_back_by: CoarseDay | None = None


class CouncilDecision(NewCouncilDecision, Stored):
    """A stored decision of the council."""


# ---- papers, confirmations, the office's own fields ------------------------------------------


class NewAttachment(Record):
    """Bifogad fil: a document as it came, known by its sha-256."""

    audit_id: int
    response_id: int | None = None
    name: Line
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    byte_count: Annotated[int, Field(ge=0)]
    kind: FileKind = FileKind.OTHER
    status: FileStatus = FileStatus.RECEIVED


class Attachment(NewAttachment, Stored):
    """A stored attachment."""


class NewDocument(Record):
    """Handling that RevTrack has made."""

    audit_id: int
    committee_id: int | None = None
    """The committee it was made for; None: for all."""
    kind: DocumentKind
    file_name: Line
    edition: Annotated[int, Field(ge=1)]
    """Counts the versions of this document, from 1."""
    template: Line | None = None
    stamp: Line
    """Kontrollnummer: the register's state that it shows."""
    content_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """sha-256 of the file's bytes."""
    made_on: date
    issued_on: date | None = None


class Document(NewDocument, Stored):
    """A stored record of a document."""


class NewConfirmation(Record):
    """A problem that a person has confirmed as intended, with the reason."""

    audit_id: int
    code: Line
    committee_id: int | None = None
    recommendation_id: int | None = None
    reason: Prose
    confirmed_on: date


class Confirmation(NewConfirmation, Stored):
    """A stored confirmation."""


class NewCustomField(Record):
    """A field of the office's own, on any kind of record."""

    municipality_id: int
    record: Line
    """The kind of record it extends: ``audit``."""
    name: Line


class CustomField(NewCustomField, Stored):
    """A stored field of the office's own."""


class NewCustomValue(Record):
    """What an own field says about one record."""

    custom_field_id: int
    record_uid: Uid
    text: Prose


class CustomValue(NewCustomValue, Stored):
    """A stored value of an own field."""


class NewSavedView(Record):
    """Sparad vy: a filter with a name."""

    name: Line
    screen: Line
    filter_text: Line


class SavedView(NewSavedView, Stored):
    """A stored view."""
