"""What a follow-up covers of the audits that it goes back to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.domain.names.recipients import number_key
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.parts import verdict_of_whole
from revtrack.domain.records import Audit, Committee, Verdict
from revtrack.domain.states import latest_verdict

REPLY_MONTHS = 1
"""So long has a committee to tell how things stand, where nobody has said another day."""


def is_under_way(case: AuditCase) -> bool:
    """Tell whether an audit is a follow-up that has not been handed over."""
    is_follow_up = case.audit.kind is AuditKind.FOLLOW_UP and bool(case.followed)
    return is_follow_up and not case.is_handed_over


@dataclass(frozen=True)
class Covered:
    """A recommendation to a committee, or a part of one, that a follow-up covers."""

    case: AuditCase
    line: AddresseeLine
    own: Verdict | None
    """The verdict of this follow-up; None while it has passed none."""
    earlier: Verdict | None
    """The latest verdict of another; None where there is none."""


def covered(follow_up: Audit | None, cases: Sequence[AuditCase]) -> tuple[Covered, ...]:
    """Return what a follow-up covers, audit by audit and in the order of the numbers.

    It is what the letters ask and was not closed before the follow-up's year began, parts in the
    place of what they were split from; and all that the follow-up has judged. Without a follow-up
    it is all that the letters ask.
    """
    return tuple(
        Covered(case, line, *_verdicts(case, line, follow_up))
        for case in cases
        for line in sorted(followed_apart(addressee_lines(case)), key=_place)
        if is_covered(case, line, follow_up)
    )


def still_asked(follow_up: AuditCase, followed: Sequence[AuditCase]) -> tuple[Covered, ...]:
    """Return what a follow-up covers that is open and that it has not judged."""
    return tuple(
        each
        for each in covered(follow_up.audit, followed)
        if each.own is None and each.line.addressee.outcome is None
    )


def asked_of(
    follow_up: AuditCase, followed: Sequence[AuditCase], committee: Committee, today: date
) -> tuple[Covered, ...]:
    """Return what of it the committee answers for today."""
    return tuple(
        each
        for each in still_asked(follow_up, followed)
        if answers_today(each, today).id == committee.id
    )


def answers_today(each: Covered, today: date) -> Committee:
    """Return who answers for what is covered: the committee it went to, or its successor."""
    return responsible_committee(each.case, each.line.addressee, today)


def _place(line: AddresseeLine) -> tuple[object, ...]:
    return (number_key(line.number), line.number, line.committee.ordinal)


def is_covered(case: AuditCase, line: AddresseeLine, follow_up: Audit | None) -> bool:
    """Tell whether a follow-up covers a recommendation to a committee."""
    if follow_up is not None and own_verdict(case, line, follow_up) is not None:
        return True
    if not line.addressee.asked:
        return False
    closed_on = line.addressee.closed_on if line.addressee.outcome else None
    return follow_up is None or closed_on is None or closed_on >= date(follow_up.audit_year, 1, 1)


def as_judged_by(case: AuditCase, line: AddresseeLine, follow_up: Audit) -> AddresseeLine:
    """Return a recommendation to a committee with what this follow-up found, and nothing else.

    Parts that were made after it had judged the whole are left out.
    """
    own = own_verdict(case, line, follow_up)
    parts = tuple(replace(part, verdict=own_verdict(case, part, follow_up)) for part in line.parts)
    if own is not None and not any(part.verdict for part in parts):
        parts = ()
    verdicts = [part.verdict for part in parts]
    return replace(line, verdict=verdict_of_whole(own, verdicts, line.addressee), parts=parts)


def as_found(line: AddresseeLine) -> AddresseeLine:
    """Return a recommendation to a committee with what has been found so far.

    Parts that nobody has judged or closed, made after the whole was judged, are left out.
    """
    is_followed_apart = any(part.verdict or part.addressee.outcome for part in line.parts)
    return line if is_followed_apart or line.verdict is None else replace(line, parts=())


def own_verdict(case: AuditCase, line: AddresseeLine, follow_up: Audit) -> Verdict | None:
    """Return what a follow-up found of a recommendation to a committee; None: nothing yet."""
    return latest_verdict(
        each
        for each in case.verdicts
        if each.addressee_id == line.addressee.id and each.follow_up_id == follow_up.id
    )


def _verdicts(
    case: AuditCase, line: AddresseeLine, follow_up: Audit | None
) -> tuple[Verdict | None, Verdict | None]:
    own = [each for each in case.verdicts if each.addressee_id == line.addressee.id]
    if follow_up is None:
        return latest_verdict(own), None
    of_others = latest_verdict(each for each in own if each.follow_up_id != follow_up.id)
    return own_verdict(case, line, follow_up), of_others
