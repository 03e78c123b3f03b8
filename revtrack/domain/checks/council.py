"""What the council and the executive board did with the audit and the replies."""

import re
from collections.abc import Iterator

from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import CommitteeKind, CouncilDecisionKind, Severity
from revtrack.domain.errors import N_, NN_
from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.records import CouncilDecision
from revtrack.domain.texts.prose import lines_of, name_key

COUNCIL_BODY_MISSING = Trouble(
    "council_body_missing",
    Severity.WARNING,
    N_(
        "The extract with § {paragraph} does not say which body decided. "
        "Ask the registrar, and register it."
    ),
    IN_REPLIES,
)
COUNCIL_DAY_MISSING = Trouble(
    "council_day_missing",
    Severity.NOTICE,
    N_("The council's decision § {paragraph} does not state the day of the meeting."),
    IN_REPLIES,
)
LAID_TO_RECORDS = Trouble(
    "laid_to_records_without_follow_up",
    Severity.WARNING,
    NN_(
        "The audit is laid to the records while {count} recommendation is open, counted by "
        "committee, and no follow-up is planned. Plan one.",
        "The audit is laid to the records while {count} recommendations are open, counted by "
        "committee, and no follow-up is planned. Plan one.",
    ),
    IN_REPLIES,
)
NOT_SENT_TO_COUNCIL = Trouble(
    "reply_not_sent_to_council",
    Severity.WARNING,
    N_(
        "The council wants the replies reported to it, but that of {committee} is sent only to "
        "{recipients}. See that it is reported."
    ),
    IN_REPLIES,
)

_REPLIES_WANTED = re.compile(
    r"\b(?:svar|yttrand)\w*\b[^.]*\b(?:redovisa|återrapporter|rapporter|återredovisa|anmäl)\w*"
    r"|\b(?:redovisa|återrapporter|rapporter|återredovisa|anmäl)\w*\b[^.]*\b(?:svar|yttrand)\w*",
    re.IGNORECASE,
)
"""That the replies are to be reported: "få nämndernas svar redovisade"."""


def incomplete_council_decision(inspection: Inspection) -> Iterator[Problem]:
    """Find decisions whose extract names no body or no day of the meeting."""
    for each in inspection.case.council_decisions:
        if each.is_proposal:
            continue
        paragraph = each.paragraph or "?"
        if each.body is None:
            yield inspection.problem(COUNCIL_BODY_MISSING, paragraph=paragraph)
        if each.decided_on is None:
            yield inspection.problem(COUNCIL_DAY_MISSING, paragraph=paragraph)


def laid_to_records(inspection: Inspection) -> Iterator[Problem]:
    """Find audits laid to the records with open recommendations and no follow-up planned."""
    case = inspection.case
    is_laid = any(
        each.kind is CouncilDecisionKind.LAID_TO_RECORDS and each.report_back_by is None
        for each in case.council_decisions
    )
    remaining = [
        line
        for line in inspection.addressee_lines
        if line.addressee.asked is True and line.addressee.outcome is None and line.verdict is None
    ]
    if is_laid and remaining and case.audit.follow_up_planned is None:
        yield inspection.problem(LAID_TO_RECORDS, count=len(remaining))


def not_sent_to_council(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that go neither to the council nor to the board that reports to it.

    Only where the council has decided that the replies be reported to it, and they have not been.
    """
    decisions = inspection.case.council_decisions
    is_told = any(
        each.kind is CouncilDecisionKind.REPLIES_PRESENTED and not each.is_proposal
        for each in decisions
    )
    if is_told or not any(map(_wants_replies, decisions)):
        return
    wanted = _names_of_council(inspection)
    for line in inspection.reply_lines:
        is_board = line.committee.kind is CommitteeKind.EXECUTIVE_BOARD
        recipients = lines_of(line.decision.sent_to) if line.decision else ()
        if is_board or not recipients:
            continue
        if not any(name_key(each) in wanted or "fullmäktige" in each for each in recipients):
            yield inspection.problem(NOT_SENT_TO_COUNCIL, line.committee, recipients=recipients)


def _wants_replies(decision: CouncilDecision) -> bool:
    is_order = decision.kind in {
        CouncilDecisionKind.REPORTED,
        CouncilDecisionKind.REFERRED,
        CouncilDecisionKind.MANDATE,
    }
    found = _REPLIES_WANTED.search(decision.text or "")
    return is_order and not decision.is_proposal and found is not None


def _names_of_council(inspection: Inspection) -> frozenset[str]:
    """Return the names of the council and of the executive board that prepares its matters."""
    kinds = {CommitteeKind.COUNCIL, CommitteeKind.EXECUTIVE_BOARD}
    bodies = [each for each in inspection.case.committees if each.kind in kinds]
    return frozenset(key for each in bodies for key in committee_keys(each))


CHECKS: tuple[Check, ...] = (incomplete_council_decision, laid_to_records, not_sent_to_council)
