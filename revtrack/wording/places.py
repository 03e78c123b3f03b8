"""Where in a form or a file a complaint belongs, in words: "rekommendation 4, Ordalydelse"."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from revtrack.wording.fields import RECORDS
from revtrack.wording.labels import field_label, record_label

LISTS: Mapping[str, str] = {
    "actions": "action",
    "addressees": "addressee",
    "answers": "answer",
    "assessments": "assessment",
    "attachments": "attachment",
    "auditors_meetings": "auditors_meeting",
    "audits": "audit",
    "committees": "committee",
    "confirmations": "confirmation",
    "council_decisions": "council_decision",
    "custom_fields": "custom_field",
    "documents": "document",
    "extensions": "extension",
    "followed": "followed_audit",
    "labels": "label",
    "letters": "letter",
    "meetings": "committee_meeting",
    "municipalities": "municipality",
    "notes": "reply_case_note",
    "officeholders": "officeholder",
    "overall": "overall_conclusion",
    "progress_reports": "progress_report",
    "questions": "question",
    "recipients": "letter_recipient",
    "recommendations": "recommendation",
    "reminders": "reminder",
    "reply_cases": "reply_case",
    "responses": "response",
    "restatements": "restatement",
    "saved_views": "saved_view",
    "values": "custom_value",
    "verdicts": "verdict",
    "wordings": "recommendation_wording",
}
"""Names of lists within a record, and the kind of record that each holds."""

SPECIAL_LISTS: Mapping[tuple[str, str], str | None] = {
    ("audit", "committees"): "audit_committee",
    ("letter", "attachments"): None,  # a text with one attachment a line
}
"""The same where a record's list is of another kind, or no list."""


class Place(NamedTuple):
    """What a complaint is about: the kind of record, its field, and the way there in words."""

    record: str
    field: str
    words: str


def record_name(title: str) -> str:
    """Return the kind of record that a class makes: "NewReplyCase" makes a "reply_case"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", title.removeprefix("New")).lower()


def _listed(record: str, name: str) -> str | None:
    special = (record, name)
    return SPECIAL_LISTS[special] if special in SPECIAL_LISTS else LISTS.get(name)


def _is_name(part: str) -> bool:
    """Tell a field's name from those that pydantic gives to the branches of a choice."""
    return re.fullmatch(r"[a-z_][a-z0-9_]*", part) is not None


def place_of(title: str, loc: Sequence[int | str]) -> Place:
    """Return the place that a path points out within a record of the class with that title."""
    record, field, words = record_name(title), "", list[str]()
    for step, part in enumerate(loc, start=1):
        if isinstance(part, int):
            named = words.pop() if words and field else record_label(record)
            words.append(f"{named} {part + 1}")
        elif not _is_name(part):
            continue
        elif inner := _listed(record, part):
            more = step < len(loc) and isinstance(loc[step], int)
            record, field = inner, ""
            words += [] if more else [record_label(inner, 2)]
        elif part in RECORDS and step < len(loc):
            record, field = part, ""
            words.append(record_label(part))
        else:
            field = part
            words.append(field_label(record, part))
    return Place(record, field, ", ".join(words))
