"""What ``show`` tells of follow-up: verdicts, end, parts, what is repeated and merged."""

from revtrack.cli.list_contracts import Json, iso
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Solved
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.parts import is_part
from revtrack.domain.records import Recommendation, Verdict
from revtrack.domain.states import verdicts_in_order
from revtrack.wording import _
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first


def followed(case: AuditCase, line: AddresseeLine) -> Json:
    """Return what JSON tells of an addressee's follow-up, its parts with their own."""
    addressee = line.addressee
    return {
        "due": addressee.due,
        "outcome": addressee.outcome.value if addressee.outcome else None,
        "closed_on": iso(addressee.closed_on),
        "closing_reason": addressee.closing_reason,
        "reopening_reason": addressee.reopening_reason,
        "problem_solved": addressee.problem_solved.value if addressee.problem_solved else None,
        "verdicts": [
            _verdict(each)
            for each in verdicts_in_order(case.verdicts)
            if each.addressee_id == addressee.id
        ],
        "parts": [
            {
                "recommendation": part.number,
                "progress": part.progress.value if part.progress else None,
                "verdict": part.verdict.verdict.value if part.verdict else None,
                "basis": part.verdict.basis.value if part.verdict else None,
                "standing": part.standing.value,
                **followed(case, part),
            }
            for part in line.parts
        ],
    }


def _verdict(verdict: Verdict) -> Json:
    return {
        "verdict": verdict.verdict.value,
        "basis": verdict.basis.value,
        "method": verdict.method,
        "evidence": verdict.evidence,
        "solved": verdict.is_solved,
        "judged_on": iso(verdict.judged_on),
        "judged_by": verdict.judged_by,
        "comment": verdict.comment,
    }


def lineage(case: AuditCase, recommendation: Recommendation) -> Json:
    """Return what JSON tells of where a recommendation comes from and went."""
    whole = case.recommendation_by_id.get(recommendation.split_from_id or 0)
    return {
        "split_from": case.number_of(whole) if whole else None,
        "is_part": is_part(case, recommendation),
        "repeats": _place(case, recommendation.repeats_id),
        "merged_into": _place(case, recommendation.merged_into_id),
    }


def _place(case: AuditCase, recommendation_id: int | None) -> Json | None:
    place = case.place_of(recommendation_id)
    if place is None:
        return None
    return {"audit": place.audit, "audit_year": place.audit_year, "recommendation": place.number}


def places_told(case: AuditCase, recommendation: Recommendation) -> list[str]:
    """Return in words where a recommendation comes from and went, each for a line of its own."""
    whole = case.recommendation_by_id.get(recommendation.split_from_id or 0)
    told = [_("Part of {number}").format(number=case.number_of(whole))] if whole else []
    repeated = case.place_of(recommendation.repeats_id)
    if repeated is not None:
        said = _("Repeats {audit} {number}, of {year}")
        told.append(
            said.format(audit=repeated.audit, number=repeated.number, year=repeated.audit_year)
        )
    return [*told, *_merger_told(case, recommendation)]


def _merger_told(case: AuditCase, recommendation: Recommendation) -> list[str]:
    """Return in words what it was merged into, for whom where not for all; empty: not merged."""
    into = case.place_of(recommendation.merged_into_id)
    asked = [
        each
        for each in case.addressees
        if each.recommendation_id == recommendation.id and each.asked
    ]
    merged = [each for each in asked if each.outcome is Outcome.MERGED]
    if into is None or not merged:
        return []
    if len(merged) == len(asked):
        return [_("Merged into {audit} {number}").format(audit=into.audit, number=into.number)]
    committees = case.in_order(each.committee_id for each in merged)
    said = _("Merged into {audit} {number}, for {committees}")
    names = ", ".join(each.abbreviation or each.name for each in committees)
    return [said.format(audit=into.audit, number=into.number, committees=names)]


def closing_told(line: AddresseeLine) -> list[str]:
    """Return in words how a recommendation to a committee was closed or opened again."""
    addressee = line.addressee
    if addressee.outcome is None:
        reason = addressee.reopening_reason
        return [_("Reopened: {reason}").format(reason=reason)] if reason else []
    parts = [
        label(addressee.outcome),
        addressee.closed_on.isoformat() if addressee.closed_on else "",
        addressee.closing_reason or "",
        _SOLVED[addressee.problem_solved]() if addressee.problem_solved else "",
    ]
    said = _("Closed: {outcome}").format(outcome="; ".join(part for part in parts if part))
    return [capitalise_first(said)]


_SOLVED = {
    Solved.YES: lambda: _("the problem is solved"),
    Solved.NO: lambda: _("the problem remains"),
    Solved.NOT_STATED: lambda: _("nobody knows whether the problem is solved"),
}
