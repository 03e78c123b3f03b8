"""The default labels and the symbols of the codes: English here, Swedish in the catalogue.

A label's context in the catalogue is the name of its vocabulary, so that "Draft" of a response and
"Draft" of a recommendation may be two different words in Swedish.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from revtrack.domain import codes
from revtrack.domain.codes import PaperKind

NAMES: Mapping[type[StrEnum], str] = {
    codes.VerdictStep: "verdict",
}
"""Vocabularies whose name is another than that of their class."""

LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    codes.MunicipalityKind: {
        "municipality": "Municipality",
        "region": "Region",
        "federation": "Federation of municipalities",
        "company": "Company",
    },
    codes.CommitteeKind: {
        "executive_board": "Executive board",
        "committee": "Committee",
        "company": "Company",
        "federation": "Federation of municipalities",
        "council": "Council",
        "presidium": "Presidium of the council",
    },
    PaperKind: {
        "report": "Audit report",
        "cover_letter": "Cover letter",
        "response": "Reply",
        "council_decision": "Decision",
        "follow_up_report": "Follow-up report",
        "annual_report": "Annual report of the auditors",
        "list": "List of recommendations",
        "bundle": "Several papers",
        "other": "Other paper",
        "not_audit": "No paper of an audit",
    },
    codes.MeetingKind: {
        "committee": "Committee",
        "working_committee": "Working committee",
        "presidium": "Presidium",
    },
    codes.OfficeholderFunction: {
        "chair": "Chair",
        "vice_chair": "Vice chair",
        "auditor": "Elected auditor",
        "expert": "Expert",
        "project_lead": "Project lead",
        "engagement_lead": "Engagement lead",
        "secretary": "Secretary",
    },
    codes.Signing: {
        "chair_and_vice_chair": "Chair and vice chair",
        "chair": "Chair",
        "firm": "Expert",
    },
    codes.CountedDay: {
        "decided": "Day of the decision",
        "received": "Day of receipt",
    },
    codes.AuditKind: {
        "in_depth": "In-depth audit",
        "basic": "Basic audit",
        "preliminary_study": "Preliminary study",
        "follow_up": "Follow-up audit",
        "interim": "Audit of the interim report",
        "annual": "Audit of the annual report",
        "letter": "Letter",
    },
    codes.FactCheck: {
        "done": "Done",
        "offered": "Offered",
    },
    codes.Confidentiality: {
        "working_material": "Working material",
        "public": "Public record",
    },
    codes.FileStatus: {
        "working_material": "Working material",
        "drawn_up": "Drawn up",
        "received": "Received",
        "sent": "Sent",
        "partly_secret": "Partly secret",
        "secret": "Secret",
    },
    codes.FileKind: {
        "report": "Audit report",
        "cover_letter": "Cover letter",
        "response_draft": "Draft response",
        "minutes_extract": "Extract from the minutes",
        "follow_up_report": "Follow-up report",
        "response_form": "Answer form",
        "other": "Other file",
    },
    codes.Aspect: {
        "fitness": "Fitness for purpose",
        "finances": "Financially satisfactory",
        "accounts": "True and fair accounts",
        "internal_control": "Internal control",
    },
    codes.Role: {
        "reviewed": "Reviewed",
        "recipient": "Recipient",
        "for_information": "For information",
    },
    codes.Grade: {
        "yes": "Yes",
        "mostly": "Mostly",
        "partly": "Partly",
        "limited": "To a limited extent",
        "no": "No",
        "not_assessable": "Cannot be assessed",
        "not_answered": "Not answered in the report",
    },
    codes.RecommendationKind: {
        "recommendation": "Recommendation",
        "question": "Question to the committee",
        "improvement": "Area of improvement",
        "criticism": "Criticism",
    },
    codes.Relation: {
        "identical": "Identical",
        "editorial": "Editorial difference",
        "changed": "Changed meaning",
        "omitted": "Omitted",
        "added": "Added",
    },
    codes.Priority: {
        "high": "High",
        "medium": "Medium",
        "low": "Low",
    },
    codes.Strength: {
        "shall": "Shall",
        "should": "Should",
        "recommended": "Recommended",
    },
    codes.RestatementSource: {
        "report_chapter": "Chapter of the report",
        "report_summary": "Summary of the report",
        "letter": "Letter",
        "response": "Response",
        "council_report": "Report to the council",
    },
    codes.ExtensionDecision: {
        "requested": "Requested",
        "granted": "Granted",
        "refused": "Refused",
    },
    codes.ResponseKind: {
        "draft": "Draft response",
        "decision": "Decision",
        "delegated_decision": "Delegated decision",
        "statement": "Answer without a committee decision",
        "joint": "Joint response",
        "supplement": "Supplement",
    },
    codes.Review: {
        "pending": "Not reviewed",
        "sufficient": "Sufficient",
        "supplement_requested": "Supplement requested",
        "insufficient": "Insufficient",
    },
    codes.ReplyState: {
        "not_requested": "Reply not requested",
        "awaited": "Reply awaited",
        "draft_received": "Draft response received",
        "referred_back": "Referred back",
        "adopted": "Adopted but not received",
        "received": "Received but not reviewed",
        "incomplete": "Supplement requested",
        "sufficient": "Sufficient",
        "insufficient": "Insufficient",
        "no_reply": "No reply given",
    },
    codes.Position: {
        "agrees": "Agrees",
        "agrees_partly": "Agrees in part",
        "disagrees": "Disagrees",
        "already_met": "Holds the recommendation already met",
        "noted": "Notes without taking a position",
        "unclear": "Unclear",
        "not_addressed": "Not addressed",
    },
    codes.Progress: {
        "not_started": "Not started",
        "planned": "Planned",
        "under_way": "Under way",
        "done": "Done according to the committee",
        "will_not": "Will not be carried out",
    },
    codes.VerdictStep: {
        "full": "Carried out",
        "mostly": "Mostly carried out",
        "partly": "Partly carried out",
        "not": "Not carried out",
        "no_longer_relevant": "No longer relevant",
        "not_assessable": "Cannot be assessed",
    },
    codes.Basis: {
        "reported": "The committee's own account",
        "desk": "Interviews and documents",
        "tested": "Sample testing",
    },
    codes.Standing: {
        "closed": "Closed",
        "remaining": "Remaining after follow-up",
        "draft": "Draft",
        "not_asked": "Not in the cover letter",
        "awaiting": "Awaiting reply",
        "unreviewed": "Reply not gone through",
        "not_addressed": "Not addressed",
        "done_reported": "Done according to the committee",
        "acting": "Action under way",
        "no_action": "No action promised",
    },
    codes.Outcome: {
        "implemented": "Carried out",
        "not_implemented": "Not carried out",
        "no_longer_relevant": "No longer relevant",
        "merged": "Merged with another recommendation",
    },
    codes.Solved: {
        "yes": "Yes",
        "no": "No",
        "not_stated": "Not stated",
    },
    codes.ReminderKind: {
        "reply": "Reply",
        "action": "Action",
    },
    codes.ReminderForm: {
        "mail": "Mail",
        "letter": "Letter",
        "presidium": "Letter to the presidium",
    },
    codes.ExchangeDirection: {
        "sent": "Sent",
        "received": "Received",
    },
    codes.LetterKind: {
        "cover_letter": "Cover letter",
        "reminder": "Reminder",
        "supplement_request": "Request for a supplement",
        "extension_notice": "Notice of extension",
    },
    codes.CouncilDecisionKind: {
        "reported": "Audit reported",
        "referred": "Audit referred",
        "replies_presented": "Replies presented",
        "laid_to_records": "Laid to the records",
        "mandate": "Mandate",
    },
    codes.DocumentKind: {
        "cover-letter": "Cover letter",
        "recommendation-table": "Recommendation table",
        "assessment-table": "Assessment table",
        "response-form": "Response form",
        "response-summary": "Response summary",
        "watch-list": "Watch list",
        "reminder": "Reminder",
        "supplement-request": "Request for a supplement",
        "extension-notice": "Notice of extension",
        "follow-up-report": "Follow-up report",
        "follow-up-workbook": "Follow-up workbook",
        "annual-summary": "Annual summary",
        "meeting-brief": "Brief for the auditors' meeting",
        "committee-brief": "Brief before meeting a committee",
        "risk-input": "Input to the risk analysis",
        "official-memo": "Official's memorandum",
        "decision-text": "Text of a decision",
        "handover": "Handover to the next firm",
        "status-request": "Request for a report of progress",
        "public-page": "Public page",
    },
    codes.Severity: {
        "error": "Error",
        "warning": "Warning",
        "notice": "Notice",
    },
    codes.PersonRole: {
        "expert": "Expert",
        "elected_auditor": "Elected auditor",
        "clerk": "Clerk",
    },
}

ABSENT: Mapping[str, str] = {
    "position": "Not gone through",
    "verdict": "Not followed up",
}
"""What is said where a vocabulary's field has no code yet; elsewhere it is ``NOT_STATED``."""

NOT_STATED = "Not stated"

SYMBOLS: Mapping[type[StrEnum], Mapping[str, str]] = {
    codes.Grade: {
        "yes": "●",
        "mostly": "◕",
        "partly": "◐",
        "limited": "◔",
        "no": "○",
        "not_assessable": "–",
        "not_answered": "?",
    },
    codes.Review: {
        "pending": "?",
        "sufficient": "✓",
        "supplement_requested": "!",
        "insufficient": "✗",
    },
    codes.ReplyState: {
        "not_requested": "–",
        "awaited": "○",
        "draft_received": "◔",
        "referred_back": "←",
        "adopted": "◐",
        "received": "?",
        "incomplete": "!",
        "sufficient": "✓",
        "insufficient": "✗",
        "no_reply": "□",
    },
    codes.Position: {
        "agrees": "✓",
        "agrees_partly": "◐",
        "disagrees": "✗",
        "already_met": "●",
        "noted": "–",
        "unclear": "?",
        "not_addressed": "□",
    },
    codes.Progress: {
        "not_started": "○",
        "planned": "◔",
        "under_way": "◐",
        "done": "●",
        "will_not": "✗",
    },
    codes.VerdictStep: {
        "full": "●",
        "mostly": "◕",
        "partly": "◐",
        "not": "○",
        "no_longer_relevant": "–",
        "not_assessable": "?",
    },
    codes.Standing: {
        "closed": "✓",
        "remaining": "!",
        "draft": "…",
        "not_asked": "–",
        "awaiting": "○",
        "unreviewed": "?",
        "not_addressed": "□",
        "done_reported": "●",
        "acting": "◐",
        "no_action": "✗",
    },
    codes.Severity: {
        "error": "✗",
        "warning": "!",
        "notice": "i",
    },
}
"""One character of single width for each code of a state, none twice within a vocabulary."""


def vocabulary(code_class: type[StrEnum]) -> str:
    """Return the name of a vocabulary, as an office's own labels and the catalogue know it."""
    name = NAMES.get(code_class)
    return name or re.sub(r"(?<=[a-z])(?=[A-Z])", "_", code_class.__name__).lower()
