"""Committees' meeting calendars: typed or read in from a file, and replies planned by them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.calendar_rows import (
    Meetings,
    RowFault,
    meetings_in_calendar,
    meetings_in_workbook,
)
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.reading.guard import read_guarded
from revtrack.reading.kinds import is_zip
from revtrack.services.registering.committees import committee_named, municipality_named
from revtrack.storage import audits as stored
from revtrack.storage.meetings import awaited_from, decided_at, list_meetings
from revtrack.storage.rows import add, change, remove
from revtrack.storage.store import Store


@dataclass(frozen=True)
class MeetingLine:
    """A meeting with its committee and municipality."""

    municipality: r.Municipality
    committee: r.Committee
    meeting: r.CommitteeMeeting


@dataclass(frozen=True)
class CancelledMeeting:
    """A registered meeting that the file says is not held, with the audits that rest on it."""

    committee: r.Committee
    meeting: r.CommitteeMeeting
    decided: tuple[str, ...]
    """Audits, by reference, whose reply was decided at it: it stays, and is to be looked at."""
    awaited: tuple[str, ...]
    """Audits whose reply is expected from it."""

    @property
    def is_kept(self) -> bool:
        """Whether it stays registered, since a reply says that it was held."""
        return bool(self.decided)


@dataclass(frozen=True)
class TakenMeeting:
    """A meeting that a file adds, or whose days for papers and summons it states otherwise."""

    committee: r.Committee
    meeting: r.NewCommitteeMeeting
    is_new: bool


@dataclass(frozen=True)
class CalendarImport:
    """What was read in from a calendar, or would be; with faults, nothing."""

    added: int
    changed: int
    unchanged: int
    left_out: tuple[str, ...]
    """Events that are no meetings of a committee."""
    faults: tuple[RowFault, ...]
    is_dry_run: bool
    cancelled: tuple[CancelledMeeting, ...] = ()
    """Registered meetings that the file says are not held on their day."""
    taken: tuple[TakenMeeting, ...] = ()
    """Those that would be added or changed, by day; only of a trial."""

    @property
    def removed(self) -> int:
        """How many meetings are taken away, or would be."""
        return sum(not each.is_kept for each in self.cancelled)


def list_calendar(
    store: Store,
    municipality: str | None = None,
    committee: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> tuple[MeetingLine, ...]:
    """Return the meetings from first to last, both included, by day and then by committee."""
    with store.reading() as session:
        towns = {town.id: town for town in stored.list_municipalities(session)}
        chosen = _committees(session, municipality, committee)
        lines = [
            MeetingLine(towns[own.municipality_id], own, meeting)
            for meeting in list_meetings(session, chosen, first, last)
            if (own := chosen[meeting.committee_id])
        ]
    return tuple(
        sorted(
            lines,
            key=lambda each: (each.meeting.held_on, each.municipality.id, each.committee.ordinal),
        )
    )


def _committees(
    session: Session, municipality: str | None, committee: str | None
) -> Mapping[int, r.Committee]:
    if committee is not None:
        found: tuple[r.Committee, ...] = (committee_named(session, committee, municipality),)
    else:
        town = municipality_named(session, municipality) if municipality else None
        found = stored.list_committees(session, town.id if town else None)
    return {each.id: each for each in found}


def add_meeting(store: Store, committee_id: int, new: r.NewCommitteeMeeting) -> r.CommitteeMeeting:
    """Store a meeting and return it; raise RevTrackError where it is registered or cannot be."""
    del committee_id
    return add_meetings(store, [new])[0]


def add_meetings(
    store: Store, meetings: Iterable[r.NewCommitteeMeeting]
) -> tuple[r.CommitteeMeeting, ...]:
    """Store meetings, all or none, and return them.

    Raises RevTrackError where one is registered already, UsageError where a day comes after it.
    """
    with store.wish() as session:
        return tuple(_put_new(session, new) for new in meetings)


def _put_new(session: Session, new: r.NewCommitteeMeeting) -> r.CommitteeMeeting:
    _refuse_days(new)
    if _stored(session, new.committee_id, new.held_on, new.kind):
        raise RevTrackError("The meeting of {day} is registered already.", day=new.held_on)
    return add(session, r.CommitteeMeeting, new)


def change_meeting(
    store: Store, meeting: r.CommitteeMeeting, choices: dict[str, Any]
) -> r.CommitteeMeeting:
    """Store these fields of a meeting, as it was read, and return it as it is then.

    Raises as ``add_meetings`` does, and ConflictError where somebody else has changed it meanwhile.
    """
    made = r.CommitteeMeeting.model_validate({**meeting.model_dump(), **choices})
    _refuse_days(made)
    chosen = {name: getattr(made, name) for name in choices}
    changed = {name: new for name, new in chosen.items() if new != getattr(meeting, name)}
    if not changed:
        return meeting
    with store.wish() as session:
        there = _stored(session, made.committee_id, made.held_on, made.kind)
        if there is not None and there.id != meeting.id:
            raise RevTrackError("The meeting of {day} is registered already.", day=made.held_on)
        return change(session, meeting, **changed)


def _refuse_days(new: r.NewCommitteeMeeting) -> None:
    for day in (new.papers_by_on, new.dispatched_on):
        if day is not None and day > new.held_on:
            raise UsageError(
                "{day} lies after the meeting of {meeting}.", day=day, meeting=new.held_on
            )


def _stored(
    session: Session, committee_id: int, held_on: date, kind: MeetingKind
) -> r.CommitteeMeeting | None:
    found = list_meetings(session, [committee_id], held_on, held_on)
    return next((each for each in found if each.kind is kind), None)


def remove_meeting(store: Store, committee_id: int, held_on: date, kind: MeetingKind) -> None:
    """Take a meeting out of the calendar; raise UsageError where there is none such."""
    with store.wish() as session:
        meeting = _stored(session, committee_id, held_on, kind)
        if meeting is None:
            raise UsageError("No such meeting is registered on {day}.", day=held_on)
        remove(session, meeting)


def find_committee(store: Store, name: str, municipality: str | None = None) -> r.Committee:
    """Return the committee of this name; raise UsageError where none fits, or several do."""
    with store.reading() as session:
        return committee_named(session, name, municipality)


def import_calendar(
    store: Store,
    content: bytes,
    today: date,
    *,
    municipality: str | None = None,
    committee: str | None = None,
    dry_run: bool = False,
) -> CalendarImport:
    """Take in a calendar (.ics) or a workbook (.xlsx) of meetings, whole or not at all.

    ``committee`` is the one that what names none belongs to. A meeting that is registered gets the
    days for papers and summons that the file states; the same file twice changes nothing. A meeting
    that the calendar says is cancelled or moved is taken away, but for one at which a reply was
    decided. Raises RevTrackError where the file cannot be read.
    """
    read = _read(content, today)
    with store.reading() as session:
        own = committee_named(session, committee, municipality) if committee else None
        town_id = own.municipality_id if own else municipality_named(session, municipality).id
        known = stored.list_committees(session, town_id)
    understand = meetings_in_workbook if "rows" in read else meetings_in_calendar
    found = understand(read, known, own)
    if dry_run or found.faults:
        with store.reading() as session:
            gone = _called_off(session, found, known)
            report = _report(found, _sorted_out(session, found), gone, is_dry_run=dry_run)
            return replace(report, taken=_taken(_sorted_out(session, found), known))
    with store.wish() as session:
        fates, gone = _sorted_out(session, found), _called_off(session, found, known)
        for new, earlier in fates:
            _put(session, new, earlier)
        for each in gone:
            if not each.is_kept:
                remove(session, each.meeting)
        return _report(found, fates, gone, is_dry_run=False)


def _taken(fates: Iterable["_Fate"], known: Iterable[r.Committee]) -> tuple[TakenMeeting, ...]:
    committees = {each.id: each for each in known}
    taken = (
        TakenMeeting(committees[new.committee_id], new, earlier is None)
        for new, earlier in fates
        if earlier is None or _news(new, earlier)
    )
    return tuple(sorted(taken, key=lambda each: (each.meeting.held_on, each.committee.ordinal)))


def _called_off(
    session: Session, found: Meetings, known: Iterable[r.Committee]
) -> tuple[CancelledMeeting, ...]:
    """Return what is registered of the meetings that the file says are not held on their day."""
    committees = {each.id: each for each in known}
    there = (
        (committees[each.committee_id], meeting)
        for each in found.cancelled
        if (meeting := _stored(session, each.committee_id, each.held_on, each.kind))
    )
    return tuple(
        CancelledMeeting(
            committee, meeting, decided_at(session, meeting), awaited_from(session, meeting)
        )
        for committee, meeting in there
    )


def _read(content: bytes, today: date) -> Mapping[str, Any]:
    read: Mapping[str, Any]
    if is_zip(content):
        read = read_guarded("meetings_workbook", content)
    else:
        read = read_guarded("meetings_calendar", content, today=today.isoformat())
    return read


_Fate = tuple[r.NewCommitteeMeeting, r.CommitteeMeeting | None]
"""A meeting of the file, and the same as it is registered; None where it is not."""


def _sorted_out(session: Session, found: Meetings) -> tuple[_Fate, ...]:
    ids = {each.committee_id for each in found.meetings}
    there = {
        (each.committee_id, each.held_on, each.kind): each for each in list_meetings(session, ids)
    }
    return tuple(
        (each, there.get((each.committee_id, each.held_on, each.kind))) for each in found.meetings
    )


def _news(new: r.NewCommitteeMeeting, earlier: r.CommitteeMeeting) -> dict[str, date]:
    """Return the days that the file states and the register has not, or has otherwise."""
    stated = {"papers_by_on": new.papers_by_on, "dispatched_on": new.dispatched_on}
    return {name: day for name, day in stated.items() if day and day != getattr(earlier, name)}


def _put(session: Session, new: r.NewCommitteeMeeting, earlier: r.CommitteeMeeting | None) -> None:
    if earlier is None:
        add(session, r.CommitteeMeeting, new)
    elif news := _news(new, earlier):
        change(session, earlier, **news)


def _report(
    found: Meetings,
    fates: tuple[_Fate, ...],
    cancelled: tuple[CancelledMeeting, ...],
    *,
    is_dry_run: bool,
) -> CalendarImport:
    added = sum(earlier is None for _, earlier in fates)
    changed = sum(earlier is not None and bool(_news(new, earlier)) for new, earlier in fates)
    return CalendarImport(
        added,
        changed,
        len(fates) - added - changed,
        found.left_out,
        found.faults,
        is_dry_run,
        () if found.faults else cancelled,
    )
