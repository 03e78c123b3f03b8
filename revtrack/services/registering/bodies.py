"""Committees registered, changed and taken away; several at once, as an office lists them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from revtrack.documents.letters.reminder_mail import address_of
from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.committee_lines import ListedCommittee
from revtrack.domain.texts.prose import name_key
from revtrack.storage import audits as stored
from revtrack.storage.hanging import hanging_on
from revtrack.storage.rows import add, change, one, remove, some, table_of
from revtrack.storage.store import Store


@dataclass(frozen=True)
class AddedCommittees:
    """What became of a list of committees."""

    added: tuple[r.Committee, ...]
    known: tuple[r.Committee, ...]
    """Those that were registered already; they stay as they are."""


def add_committees(
    store: Store, municipality_id: int, listed: Sequence[ListedCommittee]
) -> AddedCommittees:
    """Store the committees that are not registered yet, after the others, in the list's order.

    Raises UsageError where the list is empty or an abbreviation is another committee's.
    """
    with store.wish() as session:
        town = one(session, r.Municipality, municipality_id)
        return put_committees(session, town, listed)


def put_committees(
    session: Session, town: r.Municipality, listed: Sequence[ListedCommittee]
) -> AddedCommittees:
    """Store listed committees as a part of a wish, as ``add_committees`` does."""
    if not listed:
        raise UsageError("Write at least one committee, such as: Kommunstyrelsen KS")
    others = stored.list_committees(session, town.id)
    ordinal = max((each.ordinal for each in others), default=0)
    known: list[r.Committee] = []
    added: list[r.Committee] = []
    for each in listed:
        there = _named(each.name, others)
        if there is not None:
            known.append(there)
            continue
        _refuse_taken_abbreviation(each.abbreviation, (*others, *added))
        ordinal += 1
        new = r.NewCommittee(
            municipality_id=town.id,
            ordinal=ordinal,
            name=each.name,
            abbreviation=each.abbreviation,
            kind=each.kind,
        )
        added.append(add(session, r.Committee, new))
    return AddedCommittees(tuple(added), tuple(known))


def _named(name: str, committees: Iterable[r.Committee]) -> r.Committee | None:
    return next((each for each in committees if name_key(each.name) == name_key(name)), None)


def _refuse_taken_abbreviation(short: str | None, others: Iterable[r.Committee]) -> None:
    """Refuse an abbreviation that another committee has which there still is."""
    for other in others:
        if (
            short
            and other.abbreviation
            and other.valid_to_on is None
            and name_key(other.abbreviation) == name_key(short)
        ):
            raise UsageError(
                "{abbreviation} is the abbreviation of {committee} already. Choose another.",
                abbreviation=short,
                committee=other.name,
            )


def change_committee(store: Store, committee: r.Committee, choices: dict[str, Any]) -> r.Committee:
    """Store these fields of a committee, as it was read, and return it as it is then.

    What stays as it was is not written. Raises RevTrackError where a name or an abbreviation is
    another's, the days are in the wrong order, or a new address holds no e-mail address that a
    draft can be made to; ConflictError where somebody else has changed it meanwhile.
    """
    made = r.Committee.model_validate({**committee.model_dump(), **choices})
    changed = {name: getattr(made, name) for name in choices}
    changed = {name: new for name, new in changed.items() if new != getattr(committee, name)}
    if not changed:
        return committee
    with store.wish() as session:
        others = [
            each
            for each in stored.list_committees(session, committee.municipality_id)
            if each.id != committee.id
        ]
        _refuse_change(made, changed, others)
        return change(session, committee, **changed)


def _refuse_change(
    made: r.Committee, changed: dict[str, Any], others: Sequence[r.Committee]
) -> None:
    if "name" in changed and (taken := _named(made.name, others)):
        raise RevTrackError("{name} is registered already.", name=taken.name)
    if "abbreviation" in changed:
        _refuse_taken_abbreviation(made.abbreviation, others)
    refuse_days_turned(made.valid_from_on, made.valid_to_on)
    if changed.get("contact_address") and address_of(made) is None:
        raise UsageError(
            "“{text}” holds no e-mail address that a draft can be made to. Write one such as "
            "namnden@kommunen.se, alone or within a postal address.",
            text=made.contact_address,
        )


def refuse_days_turned(first: object, last: object) -> None:
    """Refuse a last day before the first."""
    if first is not None and last is not None and str(last) < str(first):
        raise UsageError("{last} lies before {first}.", last=last, first=first)


def remove_committee(store: Store, committee: r.Committee) -> None:
    """Take away a committee that was registered by mistake, with its meetings.

    Raises RevTrackError where an audit or another committee refers to it.
    """
    with store.wish() as session:
        rest = hanging_on(session, committee)
        rest.pop("committee_meeting", None)
        if rest:
            raise RevTrackError(
                "{committee} stands in audits or has taken over from another, so it cannot be "
                "removed. Where it has ended, let another take over from it.",
                committee=committee.name,
            )
        columns = table_of(r.CommitteeMeeting).c
        for meeting in some(session, r.CommitteeMeeting, columns.committee_id == committee.id):
            remove(session, meeting)
        remove(session, committee)


def remove_municipality(store: Store, town: r.Municipality) -> None:
    """Take away a municipality with nothing registered in it; RevTrackError where there is."""
    with store.wish() as session:
        if hanging_on(session, town):
            raise RevTrackError(
                "{municipality} has committees, people or audits, so it cannot be removed.",
                municipality=town.name,
            )
        remove(session, town)
