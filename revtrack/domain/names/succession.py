"""Who answers for a recommendation or a reply after a committee was renamed or merged.

What was written stays as it was written: letters, reply cases and addressees keep the committee
that they named. These rules say who is written to and asked today.
"""

from collections.abc import Mapping
from datetime import date
from typing import Protocol, TypeVar

from revtrack.domain.case import AuditCase
from revtrack.domain.records import Addressee, Committee


class CommitteeFacts(Protocol):
    """What decides whether a committee has been succeeded, and by whom."""

    @property
    def id(self) -> int:
        """Its number in this database."""

    @property
    def valid_to_on(self) -> date | None:
        """Its last day, included."""

    @property
    def successor_id(self) -> int | None:
        """The committee that took over."""


C = TypeVar("C", bound=CommitteeFacts)


def in_office(by_id: Mapping[int, C], committee: C, today: date | None = None) -> C:
    """Return the committee itself, or the one that has taken over from it by ``today``.

    Renames and mergers are followed one after the other. The last day of a committee is still its
    own. Without ``today``, every successor that is registered is taken to be in office.
    """
    seen = {committee.id}
    while _has_ended(committee, today):
        heir = by_id.get(committee.successor_id or 0)
        if heir is None or heir.id in seen:
            break
        seen.add(heir.id)
        committee = heir
    return committee


def _has_ended(committee: CommitteeFacts, today: date | None) -> bool:
    if committee.successor_id is None:
        return False
    return today is None or committee.valid_to_on is None or committee.valid_to_on < today


def answerable(
    by_id: Mapping[int, C], own: C, taken_over_by_id: int | None, today: date | None = None
) -> C:
    """Return the committee that answers for what was put to ``own`` and maybe taken over since.

    What was closed before its committee ended stays with it. What was given to another body than
    the committee's own successor is that body's at once.
    """
    if taken_over_by_id is None:
        return own
    if _leads_to(by_id, own, taken_over_by_id):
        return in_office(by_id, own, today)
    return in_office(by_id, by_id[taken_over_by_id], today)


def _leads_to(by_id: Mapping[int, C], own: C, heir_id: int) -> bool:
    """Tell whether the committee's own line of successors holds the one that took over."""
    seen: set[int] = set()
    step: C | None = own
    while step is not None and step.id not in seen:
        if step.id == heir_id:
            return True
        seen.add(step.id)
        step = by_id.get(step.successor_id or 0)
    return False


def committee_in_office(
    case: AuditCase, committee: Committee, today: date | None = None
) -> Committee:
    """Return the committee of a case, or the one that has taken over from it by ``today``."""
    return in_office(case.committee_by_id, committee, today)


def responsible_committee(
    case: AuditCase, addressee: Addressee, today: date | None = None
) -> Committee:
    """Return the committee that answers for a recommendation: the one it was put to, or its heir.

    What is open passes to the committee's successor also where nobody has said so of it.
    Without ``today``, whoever is to take over is taken to have done so.
    """
    own = case.committee_by_id[addressee.committee_id]
    if addressee.taken_over_by_id is None and addressee.outcome is None:
        return in_office(case.committee_by_id, own, today)
    return answerable(case.committee_by_id, own, addressee.taken_over_by_id, today)
