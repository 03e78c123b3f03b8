"""What a follow-up report counts and tells, gathered once from the audits it follows up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from revtrack.documents import phrases
from revtrack.documents.office.numbering import Numbering
from revtrack.documents.phrases import Term, term_of
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Priority, ReplyState, VerdictStep
from revtrack.domain.follow_up import (
    AddresseeLine,
    ReplyLine,
    addressee_lines,
    followed_apart,
    reply_lines,
)
from revtrack.domain.names.recipients import planned_numbers
from revtrack.domain.outcome.closing import NOT_CARRIED_OUT
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.outcome.scope import as_found, as_judged_by, is_covered
from revtrack.domain.records import Addressee, Committee

ENDED = frozenset({VerdictStep.FULL, VerdictStep.NO_LONGER_RELEVANT})
UNFULFILLED = frozenset({Outcome.NOT_IMPLEMENTED, Outcome.NO_LONGER_RELEVANT, Outcome.MERGED})
PRIORITIES: tuple[Priority | None, ...] = (Priority.HIGH, Priority.MEDIUM, Priority.LOW, None)


@dataclass(frozen=True)
class FollowedAudit:
    """One audit that is followed up: its lines with the verdicts that count, its replies."""

    case: AuditCase
    lines: tuple[AddresseeLine, ...]
    replies: tuple[ReplyLine, ...]

    @cached_property
    def rows(self) -> tuple[AddresseeLine, ...]:
        """The lines as they are followed: parts in the place of what they were split from."""
        return followed_apart(self.lines)

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """The committees it made recommendations to, in the register's order."""
        return self.case.in_order(line.committee.id for line in self.lines)

    @cached_property
    def recommendation_count(self) -> int:
        """How many recommendations are followed up, each once."""
        return len({line.recommendation.id for line in self.lines})


@dataclass(frozen=True)
class Followed:
    """All that a report tells of."""

    audits: tuple[FollowedAudit, ...]
    follow_up: AuditCase | None
    today: date

    @cached_property
    def case(self) -> AuditCase:
        """The case whose municipality and people the report names."""
        return self.follow_up or self.audits[0].case

    @cached_property
    def lines(self) -> tuple[AddresseeLine, ...]:
        """All lines, audit by audit."""
        return tuple(line for audit in self.audits for line in audit.lines)

    @cached_property
    def rows(self) -> tuple[AddresseeLine, ...]:
        """All lines as they are followed: parts in the place of what they were split from."""
        return tuple(line for audit in self.audits for line in audit.rows)

    @cached_property
    def is_status_report(self) -> bool:
        """Whether nothing has been judged yet, so that the report only tells how things stand."""
        return not any(line.verdict for line in self.lines)

    @cached_property
    def has_replies(self) -> bool:
        """Whether any committee has replied; one that has only decided has not yet."""
        return any(
            reply.decision is not None and reply.state is not ReplyState.ADOPTED
            for audit in self.audits
            for reply in audit.replies
        )

    @cached_property
    def day(self) -> date:
        """The day of the report: the follow-up's own, else today."""
        reported_on = self.follow_up.audit.report_on if self.follow_up else None
        return reported_on or self.today

    @cached_property
    def counted_until(self) -> date:
        """The last day whose facts count: the report's, or the last judgement of a follow-up."""
        if self.follow_up and self.follow_up.audit.report_on:
            return self.follow_up.audit.report_on
        judged = [line.verdict.judged_on for line in self.lines if line.verdict]
        return max((day for day in judged if day), default=self.today)

    @cached_property
    def term(self) -> Term:
        """What is followed up is called: recommendations, or questions."""
        return term_of(line.recommendation for line in self.lines)

    @cached_property
    def is_handed_over(self) -> bool:
        """Whether the letters of all the audits have been issued."""
        return all(audit.case.is_handed_over for audit in self.audits)

    def name_now(self, committee: Committee) -> str:
        """Return a committee's name, after its successor's where it no longer existed that day."""
        heir = self.heir_of(committee)
        return committee.name if heir == committee else f"{heir.name} (tidigare {committee.name})"

    def heir_of(self, committee: Committee) -> Committee:
        """Return the committee that stands in its place on the report's day; itself as a rule."""
        known = {each.id: each for audit in self.audits for each in audit.case.committees}
        found, seen = committee, {committee.id}
        while found.valid_to_on and found.valid_to_on < self.day and found.successor_id in known:
            found = known[found.successor_id]
            if found.id in seen:
                return committee
            seen.add(found.id)
        return found

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """All committees that are followed up, in the register's order."""
        return self.case.in_order(line.committee.id for line in self.lines)

    @cached_property
    def recommendation_count(self) -> int:
        """How many recommendations are followed up, each once."""
        return sum(audit.recommendation_count for audit in self.audits)

    def count(self, verdict: VerdictStep | None) -> int:
        """Return how many lines have this verdict; None counts those not followed up."""
        return count(self.lines, verdict)

    @cached_property
    def has_priorities(self) -> bool:
        """Whether any recommendation has a priority."""
        return any(line.recommendation.priority for line in self.lines)


def count(lines: Sequence[AddresseeLine], verdict: VerdictStep | None) -> int:
    """Return how many of the lines have this verdict; None counts those not followed up.

    What was opened again after its verdict is counted apart: ``count_overturned``.
    """
    return sum(
        (line.verdict.verdict if line.verdict else None) is verdict and not is_overturned(line)
        for line in lines
    )


def count_overturned(lines: Sequence[AddresseeLine]) -> int:
    """Return how many of the lines were opened again after a verdict that they were done."""
    return sum(map(is_overturned, lines))


def is_solved(line: AddresseeLine) -> bool | None:
    """Tell whether the problem behind it is solved, as now known; None: nobody has said."""
    if is_overturned(line):
        return False
    return line.verdict.is_solved if line.verdict else None


def is_mostly_done(line: AddresseeLine) -> bool:
    """Tell whether it is open, but only small parts remain: the problem behind it is solved."""
    is_mostly = line.verdict is not None and line.verdict.verdict is VerdictStep.MOSTLY
    is_open = line.addressee.outcome is None and line.addressee.reopening_reason is None
    return is_open and is_mostly and is_solved(line) is True


def is_remaining(line: AddresseeLine) -> bool:
    """Tell whether a recommendation was followed up and remains to be carried out."""
    is_ended = line.verdict is None or line.verdict.verdict in ENDED or is_mostly_done(line)
    return line.addressee.outcome is None and (not is_ended or is_overturned(line))


def is_not_followed_up(line: AddresseeLine) -> bool:
    """Tell whether nobody has judged it and nobody has closed it."""
    return line.verdict is None and line.addressee.outcome is None


def is_closed_undone(line: AddresseeLine) -> bool:
    """Tell whether it was closed otherwise than as carried out, or so against the verdict."""
    is_against = line.verdict is not None and line.verdict.verdict in NOT_CARRIED_OUT
    outcome = line.addressee.outcome
    return outcome in UNFULFILLED or (outcome is Outcome.IMPLEMENTED and is_against)


def gather(cases: Sequence[AuditCase], follow_up: AuditCase | None, today: date) -> Followed:
    """Return what a report tells, of these audits and of the follow-up where there is one.

    A follow-up's report knows nothing of what came after its own day.
    """
    reported_on = follow_up.audit.report_on if follow_up else None
    known = [as_known_on(case, reported_on) for case in cases] if reported_on else cases
    audits = tuple(_followed(case, follow_up, reported_on or today) for case in known)
    return Followed(audits, follow_up, today)


def as_known_on(case: AuditCase, day: date) -> AuditCase:
    """Return the case without the responses, reports, verdicts and closings of later days."""
    responses = tuple(
        each
        for each in case.responses
        if (each.received_on or each.decided_on or each.dated_on or date.min) <= day
    )
    kept = {each.id for each in responses}
    return replace(
        case,
        responses=responses,
        response_cases=tuple(each for each in case.response_cases if each.response_id in kept),
        answers=tuple(each for each in case.answers if each.response_id in kept),
        progress_reports=tuple(
            each for each in case.progress_reports if (each.reported_on or date.min) <= day
        ),
        verdicts=tuple(each for each in case.verdicts if (each.judged_on or date.min) <= day),
        addressees=tuple(_open_on(each, day) for each in case.addressees),
    )


def _open_on(addressee: Addressee, day: date) -> Addressee:
    """Return the addressee as it stood: one that was closed later was open.

    Nobody knows on which day it was opened again, so that is left out.
    """
    later: dict[str, object] = {"reopening_reason": None}
    if addressee.closed_on is not None and addressee.closed_on > day:
        later |= {"outcome": None, "closed_on": None, "closing_reason": None}
    return addressee.model_copy(update=later)


def _followed(case: AuditCase, follow_up: AuditCase | None, today: date) -> FollowedAudit:
    numbers = planned_numbers(case)
    lines = []
    for known in addressee_lines(case):
        line = as_judged_by(case, known, follow_up.audit) if follow_up else as_found(known)
        if _is_told(case, line, follow_up):
            number = numbers.get(line.recommendation.id, line.number)
            lines.append(replace(line, number=number))
    return FollowedAudit(case, tuple(lines), reply_lines(case, today))


def _is_told(case: AuditCase, line: AddresseeLine, follow_up: AuditCase | None) -> bool:
    """Tell whether a report is about a recommendation to a committee; drafts are, in a draft."""
    if line.addressee.asked is None or follow_up is None:
        return line.addressee.asked is not False or line.verdict is not None
    covered = is_covered(case, line, follow_up.audit)
    return covered or line.verdict is not None


def firm(facts: Followed) -> str | None:
    """Return the firm that followed up; None where the auditors or their own office did."""
    audit = facts.follow_up.audit if facts.follow_up else None
    return audit.firm if audit and not phrases.is_own_office(audit) else None


@dataclass(frozen=True)
class Report:
    """The report under way: its facts and the numbers of its chapters and tables."""

    facts: Followed
    numbers: Numbering
