"""Where a recommendation comes from: a whole that was split, or an earlier one that it repeats."""

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import Recommendation


def origin(case: AuditCase, line: AddresseeLine) -> list[str]:
    """Return what is said of where a recommendation comes from, each on a line of its own.

    What it was merged into is said once it is closed so.
    """
    told = origin_of(case, line.recommendation)
    into = case.place_of(line.recommendation.merged_into_id)
    if into is not None and line.addressee.outcome is Outcome.MERGED:
        told.append(f"Sammanförd med {into.number} i {into.audit}.")
    return told


def origin_of(case: AuditCase, recommendation: Recommendation) -> list[str]:
    """Return the same of a recommendation whoever it goes to."""
    told = []
    whole = case.recommendation_by_id.get(recommendation.split_from_id or 0)
    if whole is not None:
        told.append(f"Del av {case.number_of(whole)}.")
    earlier = case.place_of(recommendation.repeats_id)
    if earlier is not None:
        told.append(f"Upprepad från {earlier.audit_year} ({earlier.audit}, {earlier.number}).")
    return told
