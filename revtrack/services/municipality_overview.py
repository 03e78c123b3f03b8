"""Kommuner och nämnder: municipalities with their committees, people and meetings."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import OfficeholderFunction
from revtrack.domain.names.succession import in_office
from revtrack.storage import audits as stored
from revtrack.storage import overview as lists
from revtrack.storage.committee_counts import next_meetings, open_counts
from revtrack.storage.meetings import list_meetings
from revtrack.storage.rows import one, some, table_of
from revtrack.storage.store import Store

T = TypeVar("T")


@dataclass(frozen=True)
class CommitteeLine:
    """A committee, and what it owes the auditors now."""

    committee: r.Committee
    successor: r.Committee | None
    """The committee that takes over from it, or has done so."""
    has_ended: bool
    """Whether its last day has passed."""
    open: int
    """Recommendations that it answers for and that are not closed."""
    awaited: int
    """Replies and supplements that are awaited of it."""
    next_meeting_on: date | None


@dataclass(frozen=True)
class MunicipalityOverview:
    """A municipality with what hangs on it; meetings are read only for one at a time."""

    municipality: r.Municipality
    committees: tuple[CommitteeLine, ...]
    """Those that there are in their own order, then those that have ended."""
    officeholders: tuple[r.Officeholder, ...]
    """Those in their function today or later first, each of them by function and name."""
    meetings: tuple[r.CommitteeMeeting, ...] = ()
    """Of all its committees, today and later, in order of day."""
    auditors_meetings: tuple[r.AuditorsMeeting, ...] = ()
    """The auditors' own, the latest first."""
    labels: tuple[r.Label, ...] = ()
    """The office's own words for codes."""


@dataclass(frozen=True)
class _Counts:
    """What is known of the committees of the whole register."""

    by_id: dict[int, r.Committee]
    by_town: dict[int, list[r.Committee]]
    open: Counter[int]
    next_on: dict[int, date]
    awaited: Counter[int]


def see_municipalities(store: Store, today: date) -> tuple[MunicipalityOverview, ...]:
    """Return every municipality with its committees and officeholders, as registered."""
    with store.reading() as session:
        counts = _counts(session, today)
        people = _by_town(some(session, r.Officeholder), lambda each: each.municipality_id)
        return tuple(
            MunicipalityOverview(
                municipality=town,
                committees=_lines(town, counts, today),
                officeholders=_in_function(people.get(town.id, ()), today),
            )
            for town in stored.list_municipalities(session)
        )


def see_municipality(store: Store, municipality_id: int, today: date) -> MunicipalityOverview:
    """Return one municipality with all that hangs on it, raising GoneError where there is none."""
    with store.reading() as session:
        town = one(session, r.Municipality, municipality_id)
        counts = _counts(session, today)
        own = {each.id for each in counts.by_town.get(town.id, ())}
        people, meetings, labels = (
            table_of(kind).c for kind in (r.Officeholder, r.AuditorsMeeting, r.Label)
        )
        return MunicipalityOverview(
            municipality=town,
            committees=_lines(town, counts, today),
            officeholders=_in_function(
                some(session, r.Officeholder, people.municipality_id == town.id), today
            ),
            meetings=list_meetings(session, own, today) if own else (),
            auditors_meetings=some(
                session,
                r.AuditorsMeeting,
                meetings.municipality_id == town.id,
                order_by=[meetings.held_on.desc()],
            ),
            labels=some(
                session,
                r.Label,
                labels.municipality_id == town.id,
                order_by=[labels.vocabulary, labels.code],
            ),
        )


def _counts(session: Session, today: date) -> _Counts:
    by_id = {each.id: each for each in stored.list_committees(session)}
    missing = (*lists.missing_replies(session), *lists.missing_supplements(session))
    awaited = Counter(
        in_office(by_id, by_id[line.committee_id], today).id
        for line in lists.due_lines(missing, today)
    )
    return _Counts(
        by_id,
        _by_town(by_id.values(), lambda each: each.municipality_id),
        open_counts(session, by_id, today),
        next_meetings(session, today),
        awaited,
    )


def _lines(town: r.Municipality, counts: _Counts, today: date) -> tuple[CommitteeLine, ...]:
    lines = [
        CommitteeLine(
            committee=each,
            successor=counts.by_id.get(each.successor_id or 0),
            has_ended=each.valid_to_on is not None and each.valid_to_on < today,
            open=counts.open[each.id],
            awaited=counts.awaited[each.id],
            next_meeting_on=counts.next_on.get(each.id),
        )
        for each in counts.by_town.get(town.id, ())
    ]
    return tuple(sorted(lines, key=lambda line: line.has_ended))


def _in_function(people: Iterable[r.Officeholder], today: date) -> tuple[r.Officeholder, ...]:
    functions = list(OfficeholderFunction)
    return tuple(
        sorted(
            people,
            key=lambda each: (
                each.to_on is not None and each.to_on < today,
                functions.index(each.function),
                each.name,
            ),
        )
    )


def _by_town(found: Iterable[T], town_of: Callable[[T], int]) -> dict[int, list[T]]:
    parted: dict[int, list[T]] = {}
    for each in found:
        parted.setdefault(town_of(each), []).append(each)
    return parted
