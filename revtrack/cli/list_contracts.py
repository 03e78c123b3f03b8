"""The JSON of the lists over all audits, kept as ``contracts`` keeps that of one audit.

It stands apart so that a list loads nothing but what lists need.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from revtrack.domain.days.agenda import D, Group
from revtrack.domain.overview import ActionLine, AuditLine, DueLine
from revtrack.domain.searching import FoundLine, Hit

Json = dict[str, Any]


def iso(day: date | None) -> str | None:
    """Return a day as ISO text, null where there is none."""
    return day.isoformat() if day else None


def audit_line(line: AuditLine) -> Json:
    """Return one audit of ``audits --json``."""
    return {
        "reference": line.reference,
        "title": line.title,
        "municipality": line.municipality,
        "audit_year": line.audit_year,
        "handed_over_on": iso(line.handed_over_on),
        "addressees": line.asked,
        "not_asked": line.not_asked,
        "open": line.open,
        "late_replies": line.late_replies,
        "reply_cases": line.reply_cases,
        "replied": line.replied,
    }


def hit(found: Hit) -> Json:
    """Return one text of ``search --json``."""
    return {
        "found_in": found.kind.value,
        "municipality": found.municipality,
        "audit": found.audit,
        "title": found.title,
        "committees": list(found.committees),
        "number": found.number,
        "text": found.text,
    }


def found_line(line: FoundLine, today: date) -> Json:
    """Return one recommendation to a committee of ``search --json``."""
    codes = {
        name: code.value if code is not None else None
        for name, code in (
            ("position", line.position),
            ("progress", line.progress),
            ("verdict", line.verdict),
            ("priority", line.priority),
        )
    }
    return {
        "municipality": line.municipality,
        "audit": line.audit,
        "title": line.title,
        "audit_year": line.year,
        "recommendation": line.number,
        "committee": line.committee,
        "abbreviation": line.abbreviation,
        "text": line.text,
        "standing": line.standing.value,
        **codes,
        "awaited_on": iso(line.awaited_on),
        "is_late": line.is_late(today),
    }


def group(found: Group[D], line: Callable[[D], Json]) -> Json:
    """Return one week or quarter of ``due --by … --json``: its days, and its lines as they are."""
    period = found.period
    return {
        "period": period.span.value,
        "year": period.year,
        "number": period.number,
        "first_on": iso(period.first),
        "last_on": iso(period.last),
        "count": len(found.lines),
        "lines": [line(each) for each in found.lines],
    }


def action_line(line: ActionLine) -> Json:
    """Return one thing to be carried out of ``due --actions --json``."""
    return {
        "municipality": line.municipality,
        "audit": line.audit,
        "committee": line.committee,
        "abbreviation": line.abbreviation,
        "recommendations": list(line.recommendations),
        "text": line.text,
        "responsible": line.responsible,
        "due": line.due,
        "due_on": iso(line.due_on),
        "days_late": line.days_late,
    }


def due_line(line: DueLine) -> Json:
    """Return one awaited reply of ``due --json``."""
    return {
        "municipality": line.municipality,
        "audit": line.audit,
        "committee": line.committee,
        "abbreviation": line.abbreviation,
        "due_on": iso(line.original_due_on),
        "extended_to": iso(line.extended_to),
        "times_extended": line.times_extended,
        "supplement_due_on": iso(line.supplement_due_on),
        "days_late": line.days_late,
        "unanswered": line.unanswered,
        "state": line.state.value,
        "expected_meeting_on": iso(line.expected_meeting_on),
    }
