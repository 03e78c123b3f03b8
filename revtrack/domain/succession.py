"""Who answers for a recommendation or a reply after a committee was renamed or merged.

What was written stays as it was written: letters, reply cases and addressees keep the committee
that they named. These rules say who is written to and asked today.
"""

from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.records import Addressee, Committee


def committee_in_office(
    case: AuditCase, committee: Committee, today: date | None = None
) -> Committee:
    """Return the committee itself, or the one that has taken over from it by ``today``.

    Renames and mergers are followed one after the other. The last day of a committee is still its
    own. Without ``today``, every successor that is registered is taken to be in office.
    """
    seen = {committee.id}
    while _has_ended(committee, today):
        heir = case.committee_by_id.get(committee.successor_id or 0)
        if heir is None or heir.id in seen:
            break
        seen.add(heir.id)
        committee = heir
    return committee


def _has_ended(committee: Committee, today: date | None) -> bool:
    if committee.successor_id is None:
        return False
    return today is None or committee.valid_to_on is None or committee.valid_to_on < today


def responsible_committee(
    case: AuditCase, addressee: Addressee, today: date | None = None
) -> Committee:
    """Return the committee that answers for a recommendation: the one it was put to, or its heir.

    A recommendation that was closed before its committee ended stays with it. One that was given to
    another body than the committee's own successor is that body's at once.
    """
    own = case.committee_by_id[addressee.committee_id]
    if addressee.taken_over_by_id is None:
        return own
    if _leads_to(case, own, addressee):
        return committee_in_office(case, own, today)
    heir = case.committee_by_id[addressee.taken_over_by_id]
    return committee_in_office(case, heir, today)


def _leads_to(case: AuditCase, own: Committee, addressee: Addressee) -> bool:
    """Tell whether the committee's own line of successors holds the one that took over."""
    seen: set[int] = set()
    number: int | None = own.id
    while number is not None and number not in seen and number in case.committee_by_id:
        if number == addressee.taken_over_by_id:
            return True
        seen.add(number)
        number = case.committee_by_id[number].successor_id
    return False
