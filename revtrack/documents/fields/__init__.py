"""The fields of the templates: what an office may write in its own, and what comes there.

A plain field is a text that may stand anywhere; a paragraph whose plain fields are all empty is
left out. A block is paragraphs, lists or tables, and its field stands alone in its paragraph.
"""

from revtrack.documents.fields import (
    briefs,
    clerks,
    correspondence,
    forms,
    letters,
    reports,
    tables,
)
from revtrack.documents.fields.briefs import COMMITTEE_BRIEF, MEETING_BRIEF, RISK_INPUT
from revtrack.documents.fields.clerks import DECISION_TEXT, OFFICIAL_MEMO
from revtrack.documents.fields.correspondence import EXTENSION_NOTICE, SUPPLEMENT_REQUEST
from revtrack.documents.fields.field import Field
from revtrack.documents.fields.forms import RESPONSE_FORM
from revtrack.documents.fields.letters import COVER_LETTER, REMINDER
from revtrack.documents.fields.mails import (
    EXTENSION_MAIL,
    MAIL_FIELDS,
    PRESIDIUM_MAIL,
    REMINDER_MAIL,
    SUPPLEMENT_MAIL,
)
from revtrack.documents.fields.reports import FOLLOW_UP_REPORT
from revtrack.documents.fields.tables import (
    ANNUAL_SUMMARY,
    ASSESSMENT_TABLE,
    RECOMMENDATION_TABLE,
    RESPONSE_SUMMARY,
)

__all__ = [
    "ANNUAL_SUMMARY",
    "ASSESSMENT_TABLE",
    "COMMITTEE_BRIEF",
    "COVER_LETTER",
    "DECISION_TEXT",
    "EXTENSION_MAIL",
    "EXTENSION_NOTICE",
    "FIELDS",
    "FOLLOW_UP_REPORT",
    "MAIL_FIELDS",
    "MEETING_BRIEF",
    "OFFICIAL_MEMO",
    "PRESIDIUM_MAIL",
    "RECOMMENDATION_TABLE",
    "REMINDER",
    "REMINDER_MAIL",
    "RESPONSE_FORM",
    "RESPONSE_SUMMARY",
    "RISK_INPUT",
    "SUPPLEMENT_MAIL",
    "SUPPLEMENT_REQUEST",
    "Field",
]

FIELDS: dict[str, tuple[Field, ...]] = {
    **letters.FIELDS,
    **correspondence.FIELDS,
    **tables.FIELDS,
    **reports.FIELDS,
    **forms.FIELDS,
    **briefs.FIELDS,
    **clerks.FIELDS,
}
"""The fields of each Word template, in the order they stand there."""
