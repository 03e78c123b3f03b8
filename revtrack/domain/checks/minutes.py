"""Paragraphs and diary numbers: what a decision is found by in the minutes and in the register."""

from collections.abc import Iterator

from revtrack.domain.checks.days import WITH_MINUTES
from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import ReplyState, Severity
from revtrack.domain.errors import N_

MISSING_PARAGRAPH = Trouble(
    "missing_paragraph",
    Severity.NOTICE,
    N_("The reply of {committee} lacks the number of its paragraph in the minutes."),
    IN_REPLIES,
)
MISSING_DIARY_NUMBER = Trouble(
    "missing_diary_number",
    Severity.NOTICE,
    N_("No diary number is registered for {committee}."),
    IN_REPLIES,
)


def incomplete_decision(inspection: Inspection) -> Iterator[Problem]:
    """Find committee decisions that lack their paragraph or diary number."""
    for line in inspection.reply_lines:
        decision = line.decision
        if decision is None or line.state is ReplyState.ADOPTED:
            continue
        if decision.kind in WITH_MINUTES and decision.paragraph is None:
            yield inspection.problem(MISSING_PARAGRAPH, line.committee)
        if decision.diary_number is None and line.reply_case.diary_number is None:
            yield inspection.problem(MISSING_DIARY_NUMBER, line.committee)


CHECKS: tuple[Check, ...] = (incomplete_decision,)
