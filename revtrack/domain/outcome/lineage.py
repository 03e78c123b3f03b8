"""Where a recommendation comes from: the earlier ones it repeats, and what it was merged into."""

from collections.abc import Iterable
from dataclasses import dataclass

from revtrack.domain.case import AuditCase
from revtrack.domain.records import Recommendation


@dataclass(frozen=True)
class Place:
    """A recommendation in its audit."""

    case: AuditCase
    recommendation: Recommendation

    @property
    def number(self) -> str:
        """The number it is known by."""
        return self.case.number_of(self.recommendation)


def places_of(cases: Iterable[AuditCase]) -> dict[int, Place]:
    """Return the recommendations of the audits by id."""
    return {each.id: Place(case, each) for case in cases for each in case.recommendations}


def repeated(place: Place, places: dict[int, Place]) -> tuple[Place, ...]:
    """Return the earlier recommendations that one repeats, the latest first."""
    found: list[Place] = []
    seen = {place.recommendation.id}
    current = place
    while (earlier := current.recommendation.repeats_id) in places and earlier not in seen:
        current = places[earlier]
        seen.add(earlier)
        found.append(current)
    return tuple(found)


def chains(cases: Iterable[AuditCase]) -> tuple[tuple[Place, ...], ...]:
    """Return each recommendation that repeats another and is itself repeated by none, with those.

    A chain begins with the latest and goes back in time; the chain of the latest audit is first.
    """
    places = places_of(cases)
    earlier = {each.recommendation.repeats_id for each in places.values()}
    last = [
        place
        for number, place in places.items()
        if place.recommendation.repeats_id in places and number not in earlier
    ]
    last.sort(key=lambda each: (-each.case.audit.audit_year, each.case.audit.reference))
    return tuple((place, *repeated(place, places)) for place in last)
