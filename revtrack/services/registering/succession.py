"""A committee that takes over from one or several others: a rename, or a merger."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.committee_lines import ListedCommittee, listed_committees
from revtrack.domain.names.recipients import committee_called
from revtrack.services.registering.bodies import put_committees
from revtrack.services.registering.committees import committee_named
from revtrack.storage import audits as stored
from revtrack.storage import overview as lists
from revtrack.storage.rows import change, one, some, table_of
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Succession:
    """What was done where a committee took over from another."""

    old: r.Committee
    new: r.Committee
    is_new_made: bool
    taken_over: int
    """Open recommendations, counted per committee, that the new committee answers for."""
    drafts: int
    """Recommendations in audits that are not handed over, still addressed to the old one."""


@dataclass(frozen=True)
class SuccessionPlan:
    """What would be done where a committee took over from others."""

    old: tuple[r.Committee, ...]
    new_name: str
    is_new_made: bool
    taken_over: int
    """Open recommendations, as lists count them, that the new committee would answer for."""
    awaited: int
    """Replies and supplements that would be awaited of it."""
    drafts: int
    """Recommendations in audits that are not handed over, which stay with the old ones."""


@dataclass(frozen=True)
class Wanted:
    """Which committees end, who takes over, and from which day."""

    old: tuple[str, ...]
    """By name or abbreviation."""
    new: str
    """By name or abbreviation; a new one as a list has it: "Vård- och omsorgsnämnden VON"."""
    on: date
    municipality: str | None = None
    make: bool | None = None
    """Whether the new one is to be registered; None: where it is not known."""


def succeed_committee(
    store: Store, old_name: str, new_name: str, on: date, *, municipality: str | None, make: bool
) -> Succession:
    """Let a committee take over from another on a day, and return what was done.

    ``succeed_committees`` tells what that is, and when it is refused.
    """
    wanted = Wanted((old_name,), new_name, on, municipality, make)
    return succeed_committees(store, wanted)[0]


def succeed_committees(store: Store, wanted: Wanted) -> tuple[Succession, ...]:
    """Let a committee take over from others on a day, and return what was done for each of them.

    The last day of an old one is the day before. Its open recommendations in issued letters become
    the new one's to answer for; letters, reply cases and what is closed keep the old name. A new
    committee that is not known is registered where ``make`` allows it. Raises RevTrackError where
    an old one has a successor already, or would become its own.
    """
    with store.wish() as session:
        committees = _old_ones(session, wanted)
        new, is_made = _heir(session, committees[0], wanted)
        return tuple(_succeed(session, old, new, wanted.on, is_made=is_made) for old in committees)


def _succeed(
    session: Session, old: r.Committee, new: r.Committee, on: date, *, is_made: bool
) -> Succession:
    _refuse_circle(session, old, new)
    old = change(session, old, valid_to_on=on - timedelta(days=1), successor_id=new.id)
    moved, drafts = _parted(session, old)
    for addressee in moved:
        change(session, addressee, taken_over_by_id=new.id)
    return Succession(old, new, is_made, len(moved), len(drafts))


def plan_succession(store: Store, wanted: Wanted) -> SuccessionPlan:
    """Return what ``succeed_committees`` would do; it raises what that would raise."""
    with store.reading() as session:
        committees = _old_ones(session, wanted)
        found = _known_heir(session, committees[0], wanted)
        name = found.name if found else _listed(wanted.new).name
        if found is not None:
            for old in committees:
                _refuse_circle(session, old, found)
        parted = [_parted(session, old) for old in committees]
        return SuccessionPlan(
            old=committees,
            new_name=name,
            is_new_made=found is None,
            taken_over=sum(each.asked is True for moved, _drafts in parted for each in moved),
            awaited=_awaited(session, {old.id for old in committees}, wanted.on),
            drafts=sum(len(drafts) for _moved, drafts in parted),
        )


def _awaited(session: Session, committee_ids: set[int], today: date) -> int:
    missing = (*lists.missing_replies(session), *lists.missing_supplements(session))
    return sum(line.committee_id in committee_ids for line in lists.due_lines(missing, today))


def _old_ones(session: Session, wanted: Wanted) -> tuple[r.Committee, ...]:
    if not wanted.old:
        raise UsageError("Say which committee ends.")
    found = [committee_named(session, name, wanted.municipality) for name in wanted.old]
    committees = tuple({each.id: each for each in found}.values())
    for old in committees:
        _refuse_successor(old, wanted.on)
        if old.municipality_id != committees[0].municipality_id:
            raise UsageError(
                "{one} and {other} are committees of different municipalities.",
                one=committees[0].name,
                other=old.name,
            )
    return committees


def _refuse_successor(old: r.Committee, on: date) -> None:
    if old.successor_id is not None:
        raise RevTrackError("{committee} has a successor already.", committee=old.name)
    if old.valid_from_on is not None and on <= old.valid_from_on:
        raise UsageError(
            "{committee} began on {day}; it cannot be succeeded before that.",
            committee=old.name,
            day=old.valid_from_on,
        )


def _listed(text: str) -> ListedCommittee:
    listed = listed_committees(text)
    if len(listed) != 1:
        raise UsageError("Write one committee that takes over, such as: Socialnämnden SN")
    return listed[0]


def _known_heir(session: Session, old: r.Committee, wanted: Wanted) -> r.Committee | None:
    """Return the committee that takes over; None where it is to be registered."""
    others = stored.list_committees(session, old.municipality_id)
    found = committee_called(wanted.new, others) or committee_called(
        _listed(wanted.new).name, others
    )
    if found is not None and wanted.make:
        raise UsageError("{name} is registered already; leave out --new.", name=found.name)
    if found is None and wanted.make is False:
        raise UsageError(
            "No committee is called {name}. Add --new if it is to be registered as the successor.",
            name=wanted.new,
        )
    return found


def _heir(session: Session, old: r.Committee, wanted: Wanted) -> tuple[r.Committee, bool]:
    """Return the committee that takes over, and whether it was made here."""
    found = _known_heir(session, old, wanted)
    if found is not None:
        return found, False
    town = one(session, r.Municipality, old.municipality_id)
    new = put_committees(session, town, [_listed(wanted.new)]).added[0]
    kept = {
        "kind": old.kind,
        "administrations": old.administrations,
        "contact_address": old.contact_address,
        "valid_from_on": wanted.on,
    }
    return change(session, new, **kept), True


def _refuse_circle(session: Session, old: r.Committee, new: r.Committee) -> None:
    by_id = {each.id: each for each in stored.list_committees(session, old.municipality_id)}
    step: r.Committee | None = new
    while step is not None:
        if step.id == old.id:
            raise UsageError(
                "{committee} cannot be followed by {successor}, which leads back to it.",
                committee=old.name,
                successor=new.name,
            )
        step = by_id.get(step.successor_id or 0)


def _parted(
    session: Session, old: r.Committee
) -> tuple[tuple[r.Addressee, ...], tuple[r.Addressee, ...]]:
    """Return what the committee answers for and is open: in issued letters, and in none yet."""
    columns = table_of(r.Addressee).c
    own = (columns.committee_id == old.id) & columns.taken_over_by_id.is_(None)
    found = some(
        session,
        r.Addressee,
        own | (columns.taken_over_by_id == old.id),
        columns.outcome.is_(None),
    )
    return (
        tuple(each for each in found if each.asked is not None),
        tuple(each for each in found if each.asked is None),
    )
