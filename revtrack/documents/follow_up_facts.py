"""What a follow-up report counts and tells, gathered once from the audits it follows up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from revtrack.documents import phrases
from revtrack.documents.numbering import Numbering
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Priority, VerdictStep
from revtrack.domain.follow_up import (
    AddresseeLine,
    ReplyLine,
    VerdictCount,
    addressee_lines,
    reply_lines,
    verdict_counts,
)
from revtrack.domain.recipients import planned_numbers
from revtrack.domain.records import Committee, Verdict

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
    def is_status_report(self) -> bool:
        """Whether nothing has been judged yet, so that the report only tells how things stand."""
        return not any(line.verdict for line in self.lines)

    @cached_property
    def day(self) -> date:
        """The day of the report: the follow-up's own, else today."""
        reported_on = self.follow_up.audit.report_on if self.follow_up else None
        return reported_on or self.today

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """All committees that are followed up, in the register's order."""
        return self.case.in_order(line.committee.id for line in self.lines)

    @cached_property
    def recommendation_count(self) -> int:
        """How many recommendations are followed up, each once."""
        return sum(audit.recommendation_count for audit in self.audits)

    @cached_property
    def counts(self) -> tuple[VerdictCount, ...]:
        """How many recommendations ended how, per committee in the register's order."""
        place = {committee.id: index for index, committee in enumerate(self.case.committees)}
        return tuple(sorted(verdict_counts(self.lines), key=lambda each: place[each.committee.id]))

    def count(self, verdict: VerdictStep | None) -> int:
        """Return how many lines have this verdict; None counts those not followed up."""
        return count(self.lines, verdict)

    @cached_property
    def has_priorities(self) -> bool:
        """Whether any recommendation has a priority."""
        return any(line.recommendation.priority for line in self.lines)


def count(lines: Sequence[AddresseeLine], verdict: VerdictStep | None) -> int:
    """Return how many of the lines have this verdict; None counts those not followed up."""
    return sum((line.verdict.verdict if line.verdict else None) is verdict for line in lines)


def is_remaining(line: AddresseeLine) -> bool:
    """Tell whether a recommendation was followed up and remains to be carried out."""
    return (
        line.verdict is not None
        and line.verdict.verdict not in ENDED
        and line.addressee.outcome is None
    )


def is_not_followed_up(line: AddresseeLine) -> bool:
    """Tell whether nobody has judged it and nobody has closed it."""
    return line.verdict is None and line.addressee.outcome is None


def gather(cases: Sequence[AuditCase], follow_up: AuditCase | None, today: date) -> Followed:
    """Return what a report tells, of these audits and of the follow-up where there is one."""
    audits = tuple(_followed(case, follow_up, today) for case in cases)
    return Followed(audits, follow_up, today)


def _followed(case: AuditCase, follow_up: AuditCase | None, today: date) -> FollowedAudit:
    numbers = planned_numbers(case)
    lines = []
    for line in addressee_lines(case):
        verdict = _verdict(case, line, follow_up)
        if line.addressee.asked is not False or verdict is not None:
            number = numbers.get(line.recommendation.id, line.number)
            lines.append(replace(line, verdict=verdict, number=number))
    return FollowedAudit(case, tuple(lines), reply_lines(case, today))


def _verdict(case: AuditCase, line: AddresseeLine, follow_up: AuditCase | None) -> Verdict | None:
    if follow_up is None:
        return line.verdict
    own = [
        each
        for each in case.verdicts
        if each.addressee_id == line.addressee.id and each.follow_up_id == follow_up.audit.id
    ]
    return max(own, key=lambda each: (each.judged_on or date.min, each.id), default=None)


def firm(facts: Followed) -> str | None:
    """Return the firm that followed up; None where the auditors or their own office did."""
    audit = facts.follow_up.audit if facts.follow_up else None
    return audit.firm if audit and not phrases.is_own_office(audit) else None


@dataclass(frozen=True)
class Report:
    """The report under way: its facts and the numbers of its chapters and tables."""

    facts: Followed
    numbers: Numbering
