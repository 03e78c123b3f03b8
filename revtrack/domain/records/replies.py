"""Missiv, svar och åtgärder: what passes between the auditors and the committees."""

from datetime import date
from typing import Annotated

from pydantic import Field

from revtrack.domain.codes import (
    Basis,
    CouncilDecisionKind,
    ExtensionDecision,
    LetterKind,
    Position,
    Progress,
    ReminderForm,
    ReminderKind,
    ResponseKind,
    Review,
    VerdictStep,
)
from revtrack.domain.days.dates import CoarseDay
from revtrack.domain.records.base import Record, Stored, Uid
from revtrack.domain.texts.prose import Line, Lines, Prose


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
    kind: ReminderKind = ReminderKind.REPLY
    form: ReminderForm = ReminderForm.MAIL
    addressee_id: int | None = None
    """The recommendation whose action it is about; None: the reply."""
    due_on: date | None = None
    """The day that it reminded of; a later extension starts the steps anew."""


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
    """The meeting that adopted it; of a draft that was referred back, the one that sent it back."""
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
    review_paragraph: Line | None = None
    """Paragraph of the auditors' meeting that judged it."""
    supplement_due_on: date | None = None
    """The day by which a supplement is asked for."""
    decided_by: Line | None = None
    """The body that decided, where it is another than the committee: ``arbetsutskottet``."""
    text: Prose | None = None
    """The response's own text, as far as it is kept."""
    form_uid: Uid | None = None
    """The answer form that it came in."""


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
    response_id: int | None = None
    """The response that tells of it: it counts while that does; None: it counts by itself."""
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
    review_note: Prose | None = None
    reviewed_on: date | None = None


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
    body: Line | None = None
    """``kommunfullmäktige``; None: the extract does not name it."""
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
