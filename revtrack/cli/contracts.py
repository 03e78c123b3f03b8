"""The JSON that other programs rely on: its keys and codes never change, more may be added.

Days are ISO text or null, codes as stored, numbers of recommendations text, a paragraph its number
without the sign.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from revtrack.cli.follow_up import lines
from revtrack.cli.list_contracts import Json, iso
from revtrack.cli.replies.reply_contracts import files, progress_told, reply_chain
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.standings import is_only_promised
from revtrack.domain.records import (
    Action,
    Committee,
    Extension,
    Municipality,
    Question,
    Recommendation,
)
from revtrack.domain.texts.prose import lines_of
from revtrack.services.checking import key_of
from revtrack.storage.events import HistoryEvent


def _names(committees: Sequence[Committee]) -> list[str]:
    return [committee.name for committee in committees]


def committee_line(town: Municipality, committee: Committee, names: Mapping[int, str]) -> Json:
    """Return one committee of ``committees --json``."""
    return {
        "municipality": town.name,
        "name": committee.name,
        "abbreviation": committee.abbreviation,
        "kind": committee.kind.value,
        "aliases": list(lines_of(committee.aliases)),
        "contact_address": committee.contact_address,
        "valid_from_on": iso(committee.valid_from_on),
        "valid_to_on": iso(committee.valid_to_on),
        "successor": names.get(committee.successor_id or 0),
    }


def audit_case(case: AuditCase, today: date, *, for_clerk: bool = False) -> Json:
    """Return the document of ``show AUDIT --json``; a clerk sees no note of the auditors."""
    audit = case.audit
    return {
        "reference": audit.reference,
        "title": audit.title,
        "municipality": case.municipality.name,
        "firm": audit.firm,
        "diary_number": audit.diary_number,
        "audit_year": audit.audit_year,
        "report_on": iso(audit.report_on),
        "handed_over_on": iso(audit.handed_over_on),
        "committees": [
            {
                "name": case.committee_by_id[part.committee_id].name,
                "abbreviation": case.committee_by_id[part.committee_id].abbreviation,
                "role": part.role.value,
            }
            for part in case.audit_committees
        ],
        "purpose": audit.purpose,
        "overall": [
            {
                "aspect": each.aspect.value,
                "grade": each.grade.value,
                "phrase": each.phrase,
                "section": each.section,
            }
            for each in case.overall
        ],
        "questions": [_question(case, question) for question in case.questions],
        "recommendations": [_recommendation(case, each) for each in case.recommendations],
        "reply_cases": [
            {**_reply_case(line), **reply_chain(case, line, for_clerk=for_clerk)}
            for line in reply_lines(case, today)
        ],
        "addressees": [
            {**_addressee(case, line, today), **progress_told(case, line, for_clerk=for_clerk)}
            for line in addressee_lines(case)
        ],
        "files": files(case, None),
    }


def _question(case: AuditCase, question: Question) -> Json:
    return {
        "number": question.number,
        "text": question.text,
        "assessments": [
            {
                "committees": _names(case.committees_assessed_by(assessment.id)),
                "grade": assessment.grade.value,
                "phrase": assessment.phrase,
                "section": assessment.section,
            }
            for assessment in case.assessments_of(question.id)
        ],
    }


def _recommendation(case: AuditCase, recommendation: Recommendation) -> Json:
    return {
        "number": case.number_of(recommendation),
        "number_in_report": recommendation.number_in_report,
        "number_in_letter": recommendation.number_in_letter,
        "kind": recommendation.kind.value,
        "priority": recommendation.priority.value if recommendation.priority else None,
        "questions": [question.number for question in case.questions_of(recommendation.id)],
        "text": recommendation.report_text,
        "letter_text": recommendation.letter_text,
        "relation": recommendation.relation.value if recommendation.relation else None,
        "section": recommendation.section,
        "committees": _names(case.committees_of(recommendation.id)),
        **lines.lineage(case, recommendation),
    }


def _reply_case(line: ReplyLine) -> Json:
    decision = line.decision
    return {
        "committee": line.committee.name,
        "diary_number": line.reply_case.diary_number,
        "due_on": iso(line.reply_case.due_on),
        "extended_to": iso(line.extended_to),
        "expected_meeting_on": iso(line.expected_meeting_on),
        "times_extended": line.times_extended,
        "extensions": [_extension(each) for each in line.extensions],
        "received_on": iso(decision.received_on) if decision else None,
        "decided_on": iso(decision.decided_on) if decision else None,
        "paragraph": decision.paragraph if decision else None,
        "state": line.state.value,
        "days_late": line.days_late,
        "reminded_on": [iso(each.reminded_on) for each in line.reminders],
        "reminders_drafted_on": [iso(each.reminded_on) for each in line.reminder_drafts],
    }


def _extension(extension: Extension) -> Json:
    return {
        "new_due_on": iso(extension.new_due_on),
        "decision": extension.decision.value,
        "asked_on": iso(extension.asked_on),
        "decided_on": iso(extension.decided_on),
        "decided_by": extension.decided_by,
        "reason": extension.reason,
    }


def _addressee(case: AuditCase, line: AddresseeLine, today: date) -> Json:
    return {
        "recommendation": line.number,
        "committee": line.committee.name,
        "responsible_committee": responsible_committee(case, line.addressee, today).name,
        "asked": line.addressee.asked,
        "position": line.position.value if line.position else None,
        "progress": line.progress.value if line.progress else None,
        "quote": line.answer.quote if line.answer else None,
        "actions": [_action(action) for action in line.actions],
        "verdict": line.verdict.verdict.value if line.verdict else None,
        "basis": line.verdict.basis.value if line.verdict else None,
        "standing": line.standing.value,
        "only_promised": is_only_promised(line),
        **lines.followed(case, line),
    }


def _action(action: Action) -> Json:
    return {"text": action.text, "responsible": action.responsible, "due": action.due}


def problem_line(problem: Problem, message: str, where: str) -> Json:
    """Return one problem of ``check --json``; message and place in the language in use."""
    recommendation = problem.recommendation
    return {
        "code": problem.code,
        "key": key_of(problem),
        "severity": problem.severity.value,
        "message": message,
        "audit": problem.audit,
        "committee": problem.committee.name if problem.committee else None,
        "recommendation": AuditCase.number_of(recommendation) if recommendation else None,
        "question": problem.question.number if problem.question else None,
        "where": where,
        "confirmed": problem.is_confirmed,
        "confirmed_on": iso(problem.confirmation.confirmed_on) if problem.confirmation else None,
        "confirmed_why": problem.confirmation.reason if problem.confirmation else None,
    }


def event_line(event: HistoryEvent) -> Json:
    """Return one change of ``history --json``."""
    return {
        "sequence": event.sequence,
        "at": event.at,
        "who": event.who,
        "role": event.role,
        "wish": event.wish,
        "why": event.why,
        **turned_line(event),
    }


def turned_line(event: HistoryEvent) -> Json:
    """Return which record a change is of, and what it makes of its fields."""
    return {
        "record": event.table,
        "uid": event.uid,
        "changes": {name: list(values) for name, values in event.changes.items()},
    }
