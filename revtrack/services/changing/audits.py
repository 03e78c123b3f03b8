"""Particulars of an audit, texts of its questions, and its assessments, said anew."""

from typing import Any

from revtrack.domain import records as r
from revtrack.domain.codes import Confidentiality, Role
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.recipients import join_names
from revtrack.domain.texts.prose import name_key
from revtrack.services.changing.editing import Editing, refuse_ahead, relink
from revtrack.services.registering.new_letter import named_committees
from revtrack.services.registering.register import refuse_taken_reference
from revtrack.storage.rows import change

REVIEWED = "reviewed"
"""The reviewed committees, as they are typed: "KS, GSN"."""


def change_audit(editing: Editing, known: r.Audit, stated: dict[str, Any]) -> bool:
    """Store particulars of an audit; ``reviewed`` names its reviewed committees.

    Raises RevTrackError where the reference is taken, a day lies ahead, what has been handed over
    would be working material, or a committee that is left out has been assessed.
    """
    reviewed = stated.pop(REVIEWED, None)
    if "reference" in stated and name_key(stated["reference"]) != name_key(known.reference):
        refuse_taken_reference(editing.session, stated["reference"])
    for name in ("report_on", "treated_on", "fact_checked_on"):
        refuse_ahead(stated.get(name), editing.today)
    _refuse_secrecy(known, stated)
    if stated:
        change(editing.session, known, **stated)
    return (reviewed is not None and _review(editing, reviewed)) or bool(stated)


def _refuse_secrecy(known: r.Audit, stated: dict[str, Any]) -> None:
    is_to_be_secret = stated.get("confidentiality") is Confidentiality.WORKING_MATERIAL
    if is_to_be_secret and known.handed_over_on is not None:
        raise RevTrackError(
            "{reference} was handed over on {day}, so it is no longer working material.",
            reference=known.reference,
            day=known.handed_over_on,
        )


def _review(editing: Editing, typed: str) -> bool:
    """Store which committees are reviewed, as they are typed."""
    case = editing.case
    named = named_committees(editing.session, case.municipality, typed) if typed.strip() else ()
    wanted = [each.id for each in named]
    assessed = {link.committee_id for link in case.assessment_committees}
    reviewed = {each.committee_id: each for each in case.audit_committees if _is_reviewed(each)}
    left_out = case.in_order((reviewed.keys() & assessed) - set(wanted))
    if left_out:
        raise RevTrackError(
            "These committees are assessed, so they stay among the reviewed: {committees}. "
            "Remove their assessments first.",
            committees=join_names(each.name for each in left_out),
        )
    return relink(
        editing.session,
        reviewed,
        wanted,
        lambda committee_id: (
            r.AuditCommittee,
            r.NewAuditCommittee(
                audit_id=case.audit.id, committee_id=committee_id, role=Role.REVIEWED
            ),
        ),
    )


def _is_reviewed(part: r.AuditCommittee) -> bool:
    return part.role is Role.REVIEWED


def change_question(editing: Editing, known: r.Question, stated: dict[str, Any]) -> bool:
    """Store the text of an audit question, or its parts; its number stays."""
    change(editing.session, known, **stated)
    return True


def change_assessment(editing: Editing, known: r.Assessment, stated: dict[str, Any]) -> bool:
    """Store grade, phrase, section, quote or explanation of an assessment."""
    change(editing.session, known, **stated)
    return True
