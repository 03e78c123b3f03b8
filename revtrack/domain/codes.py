"""The closed vocabularies. A code is stored as written and never changes once released.

The words shown for a code are labels and live in ``revtrack.wording.labels``; an office may choose
its own.
"""

from enum import StrEnum


class MunicipalityKind(StrEnum):
    """Kind of principal (huvudman)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    FEDERATION = "federation"
    COMPANY = "company"


class CommitteeKind(StrEnum):
    """Kind of body that is audited or written to (nämnd, styrelse, bolag …)."""

    EXECUTIVE_BOARD = "executive_board"
    COMMITTEE = "committee"
    COMPANY = "company"
    FEDERATION = "federation"
    COUNCIL = "council"
    PRESIDIUM = "presidium"


class MeetingKind(StrEnum):
    """Kind of meeting in a committee's calendar (nämnd, arbetsutskott, presidium)."""

    COMMITTEE = "committee"
    WORKING_COMMITTEE = "working_committee"
    PRESIDIUM = "presidium"


class OfficeholderFunction(StrEnum):
    """What a named person does for the auditors."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    AUDITOR = "auditor"
    EXPERT = "expert"
    PROJECT_LEAD = "project_lead"
    ENGAGEMENT_LEAD = "engagement_lead"
    SECRETARY = "secretary"


class Signing(StrEnum):
    """Who signs the auditors' letters, by the local order."""

    CHAIR_AND_VICE_CHAIR = "chair_and_vice_chair"
    CHAIR = "chair"
    FIRM = "firm"


class CountedDay(StrEnum):
    """Which day of a reply decides whether it was in time."""

    DECIDED = "decided"
    RECEIVED = "received"


class AuditKind(StrEnum):
    """Kind of audit (granskningens slag)."""

    IN_DEPTH = "in_depth"
    BASIC = "basic"
    PRELIMINARY_STUDY = "preliminary_study"
    FOLLOW_UP = "follow_up"
    INTERIM = "interim"
    ANNUAL = "annual"
    LETTER = "letter"


class FactCheck(StrEnum):
    """Whether the administration has checked the report's facts (faktakontroll)."""

    DONE = "done"
    OFFERED = "offered"


class Confidentiality(StrEnum):
    """Whether a text is the auditors' working material or a public record."""

    WORKING_MATERIAL = "working_material"
    PUBLIC = "public"


class FileStatus(StrEnum):
    """Standing of an attached file as a record (allmän handling)."""

    WORKING_MATERIAL = "working_material"
    DRAWN_UP = "drawn_up"
    RECEIVED = "received"
    SENT = "sent"
    PARTLY_SECRET = "partly_secret"  # noqa: S105 - a code, no password
    SECRET = "secret"  # noqa: S105 - a code, no password


class FileKind(StrEnum):
    """What an attached file is."""

    REPORT = "report"
    COVER_LETTER = "cover_letter"
    RESPONSE_DRAFT = "response_draft"
    MINUTES_EXTRACT = "minutes_extract"
    FOLLOW_UP_REPORT = "follow_up_report"
    RESPONSE_FORM = "response_form"
    OTHER = "other"


class Aspect(StrEnum):
    """What the overall conclusion speaks of; two aspects may be graded apart."""

    FITNESS = "fitness"
    FINANCES = "finances"
    ACCOUNTS = "accounts"
    INTERNAL_CONTROL = "internal_control"


class Role(StrEnum):
    """A committee's part in an audit; it may have several, a row for each."""

    REVIEWED = "reviewed"
    RECIPIENT = "recipient"
    FOR_INFORMATION = "for_information"


class Grade(StrEnum):
    """Assessment of an audit question (bedömning), as a canonical step beside the exact phrase."""

    YES = "yes"
    MOSTLY = "mostly"
    PARTLY = "partly"
    LIMITED = "limited"
    NO = "no"
    NOT_ASSESSABLE = "not_assessable"
    NOT_ANSWERED = "not_answered"


class RecommendationKind(StrEnum):
    """What the auditors put to the committee."""

    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    IMPROVEMENT = "improvement"
    CRITICISM = "criticism"


class Relation(StrEnum):
    """How the letter's wording of a recommendation relates to the report's."""

    IDENTICAL = "identical"
    EDITORIAL = "editorial"
    CHANGED = "changed"
    OMITTED = "omitted"
    ADDED = "added"


class Priority(StrEnum):
    """How much hangs on a recommendation."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Strength(StrEnum):
    """How strongly a recommendation is worded (ska, bör, rekommenderas)."""

    SHALL = "shall"
    SHOULD = "should"
    RECOMMENDED = "recommended"


class RestatementSource(StrEnum):
    """Where else a recommendation is rendered."""

    REPORT_CHAPTER = "report_chapter"
    REPORT_SUMMARY = "report_summary"
    LETTER = "letter"
    RESPONSE = "response"
    COUNCIL_REPORT = "council_report"


class ExtensionDecision(StrEnum):
    """What became of a request for more time (anstånd); only a granted one moves the day."""

    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"


class ResponseKind(StrEnum):
    """What kind of document a response (svar, yttrande) is."""

    DRAFT = "draft"
    DECISION = "decision"
    DELEGATED_DECISION = "delegated_decision"
    STATEMENT = "statement"
    JOINT = "joint"
    SUPPLEMENT = "supplement"


class Review(StrEnum):
    """The auditors' judgement of a response (bedömning av svaret)."""

    PENDING = "pending"
    SUFFICIENT = "sufficient"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    INSUFFICIENT = "insufficient"


class ReplyState(StrEnum):
    """Where a committee's reply is. Computed, never stored."""

    NOT_REQUESTED = "not_requested"
    AWAITED = "awaited"
    DRAFT_RECEIVED = "draft_received"
    REFERRED_BACK = "referred_back"
    ADOPTED = "adopted"
    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    NO_REPLY = "no_reply"


class Position(StrEnum):
    """What the committee thinks of a recommendation (ställningstagande). None: not yet read."""

    AGREES = "agrees"
    AGREES_PARTLY = "agrees_partly"
    DISAGREES = "disagrees"
    ALREADY_MET = "already_met"
    NOTED = "noted"
    UNCLEAR = "unclear"
    NOT_ADDRESSED = "not_addressed"


class Progress(StrEnum):
    """What the committee says it has done. "Done" said by a committee is not "done"."""

    NOT_STARTED = "not_started"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    WILL_NOT = "will_not"


class VerdictStep(StrEnum):
    """What the auditors found at follow-up (uppföljningsbedömning). None: not followed up."""

    FULL = "full"
    MOSTLY = "mostly"
    PARTLY = "partly"
    NOT = "not"
    NO_LONGER_RELEVANT = "no_longer_relevant"
    NOT_ASSESSABLE = "not_assessable"


class Basis(StrEnum):
    """What a verdict rests on (underlag)."""

    REPORTED = "reported"
    DESK = "desk"
    TESTED = "tested"


class Standing(StrEnum):
    """Läge: the one state shown for a recommendation to a committee. Computed, never stored."""

    CLOSED = "closed"
    REMAINING = "remaining"
    DRAFT = "draft"
    NOT_ASKED = "not_asked"
    AWAITING = "awaiting"
    UNREVIEWED = "unreviewed"
    NOT_ADDRESSED = "not_addressed"
    DONE_REPORTED = "done_reported"
    ACTING = "acting"
    NO_ACTION = "no_action"


class Outcome(StrEnum):
    """How a recommendation to a committee was closed."""

    IMPLEMENTED = "implemented"
    NOT_IMPLEMENTED = "not_implemented"
    NO_LONGER_RELEVANT = "no_longer_relevant"
    MERGED = "merged"


class Solved(StrEnum):
    """Whether the problem behind a recommendation is solved (är bristen åtgärdad?)."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class ReminderKind(StrEnum):
    """What a reminder is about: the reply, or the action that was promised."""

    REPLY = "reply"
    ACTION = "action"


class ReminderForm(StrEnum):
    """How a reminder was written: a mail, a letter, or a letter to the council's presidium."""

    MAIL = "mail"
    LETTER = "letter"
    PRESIDIUM = "presidium"


class ExchangeDirection(StrEnum):
    """Which way a case package went."""

    SENT = "sent"
    RECEIVED = "received"


class LetterKind(StrEnum):
    """What a letter from the auditors is for."""

    COVER_LETTER = "cover_letter"
    REMINDER = "reminder"
    SUPPLEMENT_REQUEST = "supplement_request"
    EXTENSION_NOTICE = "extension_notice"


class CouncilDecisionKind(StrEnum):
    """What the council or the executive board did with the audit."""

    REPORTED = "reported"
    REFERRED = "referred"
    REPLIES_PRESENTED = "replies_presented"
    LAID_TO_RECORDS = "laid_to_records"
    MANDATE = "mandate"


class DocumentKind(StrEnum):
    """The kinds of document in the register of made documents."""

    COVER_LETTER = "cover-letter"
    RECOMMENDATION_TABLE = "recommendation-table"
    ASSESSMENT_TABLE = "assessment-table"
    RESPONSE_FORM = "response-form"
    RESPONSE_SUMMARY = "response-summary"
    WATCH_LIST = "watch-list"
    REMINDER = "reminder"
    SUPPLEMENT_REQUEST = "supplement-request"
    EXTENSION_NOTICE = "extension-notice"
    FOLLOW_UP_REPORT = "follow-up-report"
    FOLLOW_UP_WORKBOOK = "follow-up-workbook"
    ANNUAL_SUMMARY = "annual-summary"
    MEETING_BRIEF = "meeting-brief"
    COMMITTEE_BRIEF = "committee-brief"
    RISK_INPUT = "risk-input"
    OFFICIAL_MEMO = "official-memo"
    DECISION_TEXT = "decision-text"
    HANDOVER = "handover"
    STATUS_REQUEST = "status-request"
    PUBLIC_PAGE = "public-page"


class Severity(StrEnum):
    """How serious a problem is: an error stops the document it concerns."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class PersonRole(StrEnum):
    """In what role a person works; stated, not proved, on a local file."""

    EXPERT = "expert"
    ELECTED_AUDITOR = "elected_auditor"
    CLERK = "clerk"


class PaperKind(StrEnum):
    """What a paper is; the codes of ``read --json``."""

    REPORT = "report"
    COVER_LETTER = "cover_letter"
    RESPONSE = "response"
    """A reply that is no decision: an official's proposal or statement."""
    COUNCIL_DECISION = "council_decision"
    """An extract of the minutes in which a body adopts something."""
    FOLLOW_UP_REPORT = "follow_up_report"
    ANNUAL_REPORT = "annual_report"
    LIST = "list"
    BUNDLE = "bundle"
    """Several papers in one file."""
    OTHER = "other"
    NOT_AUDIT = "not_audit"


REPLIES = frozenset((PaperKind.RESPONSE, PaperKind.COUNCIL_DECISION))
"""The papers in which a committee answers the auditors."""
REPORTS = frozenset((PaperKind.REPORT, PaperKind.FOLLOW_UP_REPORT))
"""The papers in which the auditors tell what a review has found."""
