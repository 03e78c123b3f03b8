"""What the rows of lists are found by, besides the words that they show."""

from datetime import datetime

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.days.local_time import HERE
from revtrack.domain.filtering import Facts, Field
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.names.record_names import RecordName
from revtrack.domain.overview import AuditLine, DueLine, JudgeLine
from revtrack.domain.records import Committee
from revtrack.services.checking import Checked
from revtrack.storage.events import HistoryEvent
from revtrack.wording.labels import absent_label, label, record_label
from revtrack.wording.standings import standing_told


def _names(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def names_of(committee: Committee) -> tuple[str, ...]:
    """Return the names that a filter finds a committee by."""
    return _names(committee.abbreviation, committee.name)


def due_facts(line: DueLine) -> Facts:
    """Return what a reply that is awaited can be found by."""
    return {
        Field.MUNICIPALITY: line.municipality,
        Field.COMMITTEE: _names(line.abbreviation, line.committee),
        Field.AUDIT: _names(line.audit, line.title),
        Field.STATUS: label(line.state),
        Field.DUE: line.due_on,
        Field.LATE: line.is_late,
        Field.OPEN: True,
    }


def judge_facts(line: JudgeLine) -> Facts:
    """Return what a reply that is to be judged can be found by."""
    return {
        Field.MUNICIPALITY: line.municipality,
        Field.COMMITTEE: line.committee,
        Field.AUDIT: line.audit,
        Field.RECEIVED: line.received_on,
        Field.OPEN: True,
    }


def audit_facts(line: AuditLine, state: str) -> Facts:
    """Return what an audit can be found by; ``state`` is the word for how far it has come."""
    return {
        Field.MUNICIPALITY: line.municipality,
        Field.AUDIT: _names(line.reference, line.title),
        Field.YEAR: line.audit_year,
        Field.STATUS: state,
        Field.LATE: bool(line.late_replies),
        Field.OPEN: bool(line.open),
    }


def reply_facts(case: AuditCase, line: ReplyLine, state: str) -> Facts:
    """Return what a committee's reply can be found by; ``state`` is the word for where it is."""
    came = line.decision.received_on if line.decision else None
    return {
        **_of_case(case),
        Field.COMMITTEE: names_of(line.committee),
        Field.STATUS: state,
        Field.DUE: line.supplement_due_on or line.due_on,
        Field.RECEIVED: came,
        Field.LATE: line.is_late or line.is_supplement_late,
        Field.OPEN: line.is_open,
    }


def addressee_facts(case: AuditCase, line: AddresseeLine) -> Facts:
    """Return what a recommendation to a committee can be found by."""
    position, verdict, priority = line.position, line.verdict, line.recommendation.priority
    return {
        **_of_case(case),
        Field.COMMITTEE: names_of(line.committee),
        Field.NUMBER: line.number,
        Field.STATUS: standing_told(line),
        Field.PRIORITY: label(priority) if priority else None,
        Field.POSITION: label(position) if position else absent_label("position"),
        Field.PROGRESS: label(line.progress) if line.progress else None,
        Field.VERDICT: label(verdict.verdict) if verdict else absent_label("verdict"),
        Field.RESPONSIBLE: _names(*(action.responsible for action in line.actions)),
        Field.OPEN: line.addressee.asked is True and line.addressee.outcome is None,
    }


def _of_case(case: AuditCase) -> Facts:
    return {
        Field.MUNICIPALITY: case.municipality.name,
        Field.AUDIT: _names(case.audit.reference, case.audit.title),
        Field.YEAR: case.audit.audit_year,
    }


def event_facts(event: HistoryEvent, name: RecordName | None = None) -> Facts:
    """Return what a change can be found by: who made it, on which day in Sweden, of what."""
    return {
        Field.AUDIT: name.audit if name else None,
        Field.COMMITTEE: name.committees if name else None,
        Field.PERSON: event.who,
        Field.CHANGED: datetime.fromisoformat(event.at).astimezone(HERE).date(),
        Field.RECORD: record_label(event.table),
    }


def problem_facts(checked: Checked, problem: Problem) -> Facts:
    """Return what something to mend in an audit can be found by."""
    committee, audit = problem.committee, checked.audit
    return {
        Field.SEVERITY: label(problem.severity),
        Field.CODE: problem.code,
        Field.MUNICIPALITY: checked.municipality,
        Field.COMMITTEE: names_of(committee) if committee else (),
        Field.AUDIT: _names(audit.reference, audit.title),
        Field.YEAR: audit.audit_year,
        Field.OPEN: not problem.is_confirmed,
    }
