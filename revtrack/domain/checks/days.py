"""Days of replies: late, not stated or in an order that cannot be; extensions nobody granted."""

from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import ExtensionDecision, ReplyState, ResponseKind, Severity
from revtrack.domain.errors import N_, NN_

WITH_MINUTES = frozenset({ResponseKind.DECISION, ResponseKind.JOINT})
"""Responses that a meeting has decided, so that a day and a paragraph can be asked for."""

NOT_REPLIED = Trouble(
    "reply_overdue",
    Severity.WARNING,
    NN_(
        "{committee} has not replied; the day was {due}, {count} day ago. Remind it.",
        "{committee} has not replied; the day was {due}, {count} days ago. Remind it.",
    ),
    IN_REPLIES,
)
DECIDED_ONLY = Trouble(
    "reply_overdue",
    Severity.WARNING,
    NN_(
        "{committee} has decided, but its reply has not come in; the day was {due}, {count} day "
        "ago. Ask for it.",
        "{committee} has decided, but its reply has not come in; the day was {due}, {count} days "
        "ago. Ask for it.",
    ),
    IN_REPLIES,
)
REPLY_LATE = Trouble(
    "reply_late",
    Severity.NOTICE,
    NN_(
        "{committee} replied {count} day after {due}.",
        "{committee} replied {count} days after {due}.",
    ),
    IN_REPLIES,
)
MISSING_MEETING_DAY = Trouble(
    "missing_meeting_day",
    Severity.WARNING,
    N_(
        "The reply of {committee} (§ {paragraph}) does not state the day of the "
        "meeting. Ask the committee's secretary."
    ),
    IN_REPLIES,
)
TIME_UNKNOWN = Trouble(
    "time_unknown",
    Severity.NOTICE,
    N_("No day is stated for the reply of {committee}: unknown whether in time."),
    IN_REPLIES,
)
REPLY_BEFORE_LETTER = Trouble(
    "reply_before_letter",
    Severity.WARNING,
    N_(
        "The reply of {committee} is decided on {decided}, before the letter of "
        "{letter}. Check both days."
    ),
    IN_REPLIES,
)
RECEIVED_BEFORE_LETTER = Trouble(
    "reply_before_letter",
    Severity.WARNING,
    N_(
        "The reply of {committee} came in on {received}, before the letter of {letter}. "
        "Check both days."
    ),
    IN_REPLIES,
)
DAYS_OUT_OF_ORDER = Trouble(
    "days_out_of_order",
    Severity.WARNING,
    N_(
        "The reply of {committee} came in on {received}, before it was decided on "
        "{decided}. Check both days."
    ),
    IN_REPLIES,
)
UNKNOWN_GRANTOR = Trouble(
    "unknown_grantor",
    Severity.NOTICE,
    N_("It is not stated who gave {committee} until {day}, or when."),
    IN_REPLIES,
)


def reply_overdue(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that have not come after their day."""
    for line in inspection.reply_lines:
        if not line.is_open or line.due_on is None or line.due_on >= inspection.today:
            continue
        yield inspection.problem(
            DECIDED_ONLY if line.state is ReplyState.ADOPTED else NOT_REPLIED,
            line.committee,
            due=line.due_on,
            count=(inspection.today - line.due_on).days,
        )


def reply_late(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that came after their day."""
    for line in inspection.reply_lines:
        if line.has_come and line.days_late:
            yield inspection.problem(
                REPLY_LATE, line.committee, due=line.due_on, count=line.days_late
            )


def undated_reply(inspection: Inspection) -> Iterator[Problem]:
    """Find decisions without their meeting's day, and replies that may or may not be in time."""
    for line in inspection.reply_lines:
        decision = line.decision
        if decision is None:
            continue
        if decision.decided_on is None and decision.kind in WITH_MINUTES:
            yield inspection.problem(
                MISSING_MEETING_DAY, line.committee, paragraph=decision.paragraph or "?"
            )
        if line.is_time_unknown and line.reply_case.due_on is not None:
            yield inspection.problem(TIME_UNKNOWN, line.committee)


def reply_before_letter(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that were decided or came in before the letter that they answer."""
    letter = inspection.case.audit.handed_over_on
    for line in inspection.reply_lines:
        decided = line.decision.decided_on if line.decision else None
        received = line.decision.received_on if line.decision else None
        if letter is None:
            return
        if decided is not None and decided < letter:
            yield inspection.problem(
                REPLY_BEFORE_LETTER, line.committee, decided=decided, letter=letter
            )
        elif received is not None and received < letter:
            yield inspection.problem(
                RECEIVED_BEFORE_LETTER, line.committee, received=received, letter=letter
            )


def days_out_of_order(inspection: Inspection) -> Iterator[Problem]:
    """Find replies that came in before they were decided."""
    for line in inspection.reply_lines:
        decided = line.decision.decided_on if line.decision else None
        received = line.decision.received_on if line.decision else None
        if decided is not None and received is not None and decided > received:
            yield inspection.problem(
                DAYS_OUT_OF_ORDER, line.committee, received=received, decided=decided
            )


def unknown_grantor(inspection: Inspection) -> Iterator[Problem]:
    """Find extensions that nobody is said to have granted."""
    cases = {each.id: each for each in inspection.case.reply_cases}
    for each in inspection.case.extensions:
        is_granted = each.decision is ExtensionDecision.GRANTED
        if is_granted and (each.decided_by is None or each.decided_on is None):
            committee = inspection.case.committee_by_id[cases[each.reply_case_id].committee_id]
            problem = inspection.problem(UNKNOWN_GRANTOR, committee, day=each.new_due_on)
            yield replace(problem, rests_on=each.uid)


CHECKS: tuple[Check, ...] = (
    reply_overdue,
    reply_late,
    undated_reply,
    reply_before_letter,
    days_out_of_order,
    unknown_grantor,
)
