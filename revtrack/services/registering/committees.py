"""Committees by name, whatever audit they belong to, and a committee that another takes over."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from revtrack.documents.letters.reminder_mail import address_of
from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.committee_names import propose_committee
from revtrack.domain.names.recipients import committee_called
from revtrack.services.registering.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.rows import add, change, some, table_of
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


def municipality_named(session: Session, name: str | None) -> r.Municipality:
    """Return the municipality of this name; without a name the only one that there is.

    Raises UsageError where there is none such, or it is not said which.
    """
    towns = stored.list_municipalities(session)
    if name is not None:
        found = municipality_called(session, name)
        if found is None:
            raise UsageError(
                "There is no municipality called {name}. In the register: {municipalities}.",
                name=name,
                municipalities=", ".join(town.name for town in towns) or "–",
            )
        return found
    if not towns:
        raise RevTrackError("There is no municipality in the register.")
    if len(towns) > 1:
        raise UsageError(
            "Say which municipality, with --municipality: {municipalities}.",
            municipalities=", ".join(town.name for town in towns),
        )
    return towns[0]


def change_contact(
    store: Store, name: str, address: str | None, municipality: str | None = None
) -> r.Committee:
    """Store where a committee is written to, None for nowhere, and return it as it is then.

    An address as it is already is not written. Raises UsageError where no committee fits, several
    do, or the address holds no e-mail address that a draft can be made to.
    """
    with store.wish() as session:
        body = committee_named(session, name, municipality)
        new = r.NewCommittee.model_validate(
            {
                **body.model_dump(include=set(r.NewCommittee.model_fields)),
                "contact_address": address,
            }
        )
        changed = body.model_copy(update={"contact_address": new.contact_address})
        if changed == body:
            return body
        if changed.contact_address is not None and address_of(changed) is None:
            raise UsageError(
                "“{text}” holds no e-mail address that a draft can be made to. Write one such as "
                "namnden@kommunen.se, alone or within a postal address.",
                text=changed.contact_address,
            )
        return change(session, body, contact_address=changed.contact_address)


def committee_named(session: Session, name: str, municipality: str | None = None) -> r.Committee:
    """Return the committee of this name, abbreviation or alias, of this municipality or of any.

    Raises UsageError where none fits, or several do.
    """
    towns = stored.list_municipalities(session)
    if municipality is not None:
        towns = (municipality_named(session, municipality),)
    found = [
        (town, committee)
        for town in towns
        if (committee := committee_called(name, stored.list_committees(session, town.id)))
    ]
    if not found:
        raise UsageError(
            "No committee is called {name}. See the names with: revtrack committees", name=name
        )
    if len(found) > 1:
        raise UsageError(
            "{name} is a committee in several municipalities: {municipalities}. "
            "Say which, with --municipality.",
            name=name,
            municipalities=", ".join(town.name for town, _ in found),
        )
    return found[0][1]


def succeed_committee(
    store: Store, old_name: str, new_name: str, on: date, *, municipality: str | None, make: bool
) -> Succession:
    """Let a committee take over from another on a day, and return what was done.

    The old one's last day is the day before. Its open recommendations in issued letters become the
    new one's to answer for; letters, reply cases and what is closed keep the old name. ``make``
    registers a new committee that is not known: a rename. Raises RevTrackError where the old one
    has a successor already, or would become its own.
    """
    with store.wish() as session:
        old = committee_named(session, old_name, municipality)
        _refuse_successor(old, on)
        new, is_made = _heir(session, old, new_name, on, make=make)
        _refuse_circle(session, old, new)
        old = change(session, old, valid_to_on=on - timedelta(days=1), successor_id=new.id)
        open_ones = _open_addressees(session, old)
        moved = [each for each in open_ones if each.asked is not None]
        for addressee in moved:
            change(session, addressee, taken_over_by_id=new.id)
        return Succession(old, new, is_made, len(moved), len(open_ones) - len(moved))


def _refuse_successor(old: r.Committee, on: date) -> None:
    if old.successor_id is not None:
        raise RevTrackError("{committee} has a successor already.", committee=old.name)
    if old.valid_from_on is not None and on <= old.valid_from_on:
        raise UsageError(
            "{committee} began on {day}; it cannot be succeeded before that.",
            committee=old.name,
            day=old.valid_from_on,
        )


def _heir(
    session: Session, old: r.Committee, name: str, on: date, *, make: bool
) -> tuple[r.Committee, bool]:
    """Return the committee that takes over, and whether it was made here."""
    others = stored.list_committees(session, old.municipality_id)
    found = committee_called(name, others)
    if found is not None and make:
        raise UsageError("{name} is registered already; leave out --new.", name=found.name)
    if found is not None:
        return found, False
    if not make:
        raise UsageError(
            "No committee is called {name}. Add --new if it is to be registered as the successor.",
            name=name,
        )
    proposed, abbreviation, _kind = propose_committee(name)
    new = r.NewCommittee(
        municipality_id=old.municipality_id,
        ordinal=max(each.ordinal for each in others) + 1,
        name=proposed,
        abbreviation=abbreviation,
        kind=old.kind,
        administrations=old.administrations,
        contact_address=old.contact_address,
        valid_from_on=on,
    )
    return add(session, r.Committee, new), True


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


def _open_addressees(session: Session, old: r.Committee) -> tuple[r.Addressee, ...]:
    """Return what the committee answers for and has not been closed."""
    columns = table_of(r.Addressee).c
    own = (columns.committee_id == old.id) & columns.taken_over_by_id.is_(None)
    return some(
        session,
        r.Addressee,
        own | (columns.taken_over_by_id == old.id),
        columns.outcome.is_(None),
    )
