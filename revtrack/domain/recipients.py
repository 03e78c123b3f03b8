"""Recommendations grouped by the committees they go to, and how such a group is worded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.records import Committee, Recommendation


@dataclass(frozen=True)
class RecipientGroup:
    """Recommendations with the same recipients; committees in the register's order."""

    number: int
    """The group's number in the letter, from 1."""
    committees: tuple[Committee, ...]
    recommendations: tuple[Recommendation, ...]


def group_by_recipients(
    recommendations: Sequence[Recommendation],
    recipients: dict[int, tuple[Committee, ...]],
) -> tuple[RecipientGroup, ...]:
    """Return one group per set of recipients, in the order of each group's first recommendation.

    ``recipients`` gives the committees of each recommendation by its id, in the register's order.
    """
    groups: dict[tuple[int, ...], list[Recommendation]] = {}
    committees: dict[tuple[int, ...], tuple[Committee, ...]] = {}
    for recommendation in sorted(recommendations, key=lambda each: each.ordinal):
        to = recipients.get(recommendation.id, ())
        key = tuple(committee.id for committee in to)
        groups.setdefault(key, []).append(recommendation)
        committees[key] = to
    return tuple(
        RecipientGroup(number, committees[key], tuple(members))
        for number, (key, members) in enumerate(groups.items(), start=1)
    )


def join_names(names: Iterable[str]) -> str:
    """Return the names as a Swedish enumeration: "A", "A och B", "A, B och C".

    Where one of the names holds an "och", "samt" stands before the last.
    """
    listed = list(names)
    if len(listed) <= 1:
        return "".join(listed)
    holds_och = any(" och " in f" {name} " for name in listed)
    return f"{', '.join(listed[:-1])} {'samt' if holds_och else 'och'} {listed[-1]}"


def general_word(committees: Sequence[Committee]) -> str:
    """Return the Swedish word for the recipients when they are not named again, definite form."""
    kinds = {committee.kind for committee in committees}
    if len(committees) == 1:
        return {
            CommitteeKind.EXECUTIVE_BOARD: "styrelsen",
            CommitteeKind.COMPANY: "bolaget",
            CommitteeKind.FEDERATION: "förbundet",
            CommitteeKind.COUNCIL: "fullmäktige",
            CommitteeKind.PRESIDIUM: "presidiet",
        }.get(committees[0].kind, "nämnden")
    if kinds == {CommitteeKind.COMPANY}:
        return "bolagen"
    if kinds == {CommitteeKind.FEDERATION}:
        return "förbunden"
    if CommitteeKind.EXECUTIVE_BOARD in kinds:
        return "styrelsen och nämnderna"
    return "nämnderna"
