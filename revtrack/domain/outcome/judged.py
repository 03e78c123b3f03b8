"""What verdicts and reopenings make of a recommendation to a committee, and counts of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.codes import Standing, VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import Committee
from revtrack.domain.states import ENDED_VERDICTS, least_advanced


@dataclass(frozen=True)
class VerdictCount:
    """How many recommendations to one committee ended how."""

    committee: Committee
    total: int
    by_verdict: dict[VerdictStep | None, int]
    """None counts those not followed up."""


def is_overturned(line: AddresseeLine) -> bool:
    """Tell whether it was opened again after a verdict that nothing remained to be done.

    A new verdict settles what was opened again. What was split is, as soon as one of its parts is.
    """
    if line.verdict is None or line.verdict.verdict not in ENDED_VERDICTS:
        return False
    is_reopened = line.addressee.reopening_reason is not None
    return line.addressee.outcome is None and (is_reopened or any(map(is_overturned, line.parts)))


def is_to_close(line: AddresseeLine) -> bool:
    """Tell whether it is open though the latest verdict says that nothing remains to be done."""
    is_ended = line.verdict is not None and line.verdict.verdict in ENDED_VERDICTS
    return line.addressee.outcome is None and is_ended and not is_overturned(line)


def standing_of(lines: Sequence[AddresseeLine], recommendation_id: int) -> Standing:
    """Return a recommendation's own standing, rolled up from its committees."""
    return least_advanced(
        line.standing for line in lines if line.recommendation.id == recommendation_id
    )


def verdict_counts(lines: Sequence[AddresseeLine]) -> tuple[VerdictCount, ...]:
    """Return counts per committee of the lines given, in the order the committees first appear."""
    by_committee: dict[int, list[AddresseeLine]] = {}
    for line in lines:
        by_committee.setdefault(line.committee.id, []).append(line)
    return tuple(
        VerdictCount(
            members[0].committee,
            len(members),
            dict(Counter(each.verdict.verdict if each.verdict else None for each in members)),
        )
        for members in by_committee.values()
    )
