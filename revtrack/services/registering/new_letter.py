"""Nytt missiv: an audit registered from its cover letter alone, the shortest way to a watch."""

from collections.abc import Container, Iterable, Sequence
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import CommitteeKind, Role
from revtrack.domain.entries import LetterEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_names import is_like_a_name, propose_committee
from revtrack.domain.names.municipality_names import (
    LONGEST_ABBREVIATION,
    SHORTEST_ABBREVIATION,
    letters_of,
    propose_abbreviation,
)
from revtrack.domain.names.recipient_words import typed_recipients, unknown_names
from revtrack.domain.names.recipients import committee_called, quoted_names
from revtrack.domain.texts.prose import name_key
from revtrack.services.registering.hand_over import issue_letter
from revtrack.services.registering.register import (
    add_role,
    municipality_called,
    refuse_taken_reference,
)
from revtrack.storage import audits as stored
from revtrack.storage.rows import add, one
from revtrack.storage.store import Store

MAX_PROPOSALS = 10_000


def propose_reference(audits: Iterable[r.Audit], letters: str, year: int) -> str:
    """Return the first free reference of the form ``ESK-2022-1``; it begins with the letters."""
    short = "".join(sign for sign in letters if sign.isalnum())[:LONGEST_ABBREVIATION].upper()
    taken = {name_key(audit.reference) for audit in audits}
    return next(
        reference
        for number in range(1, MAX_PROPOSALS)
        if name_key(reference := f"{short or 'REV'}-{year}-{number}") not in taken
    )


def letters_for(town: r.Municipality) -> str:
    """Return what a municipality's references begin with: its abbreviation, or three letters."""
    return town.abbreviation or letters_of(town.name)[:SHORTEST_ABBREVIATION]


def propose_reference_for(store: Store, municipality: str, year: int) -> str:
    """Return the reference that "Nytt missiv" proposes for a municipality, known or not."""
    with store.reading() as session:
        town = _municipality_or_none(session, municipality)
        new = (
            _proposed_abbreviation(session, municipality)
            or letters_of(municipality)[:SHORTEST_ABBREVIATION]
        )
        letters = letters_for(town) if town else new
        return propose_reference(stored.list_audits(session), letters, year)


def unknown_recipients(store: Store, municipality: str, recipients: str) -> tuple[str, ...]:
    """Return the names of the committees that ``register_letter`` would have to make.

    None while a name fits several; ``register_letter`` refuses those.
    """
    with store.reading() as session:
        town = _municipality_or_none(session, municipality)
        known = stored.list_committees(session, town.id) if town else ()
    try:
        return unknown_names(recipients, known)
    except UsageError:
        return ()


def recipients_typed(store: Store, municipality: str, recipients: str) -> tuple[r.Committee, ...]:
    """Return which registered committees a typed text means, "alla" as ``register_letter`` does.

    Raises UsageError where a name fits several, or what is left out is not known.
    """
    with store.reading() as session:
        town = _municipality_or_none(session, municipality)
        known = stored.list_committees(session, town.id) if town else ()
    return typed_recipients(recipients, boards_and_committees(known), known).committees


def _municipality_or_none(session: Session, name: str) -> r.Municipality | None:
    """Return the municipality of this name; None where none or several fit."""
    try:
        return municipality_called(session, name)
    except UsageError:
        return None


def register_letter(store: Store, entry: LetterEntry, today: date) -> r.Audit:
    """Store an audit from its cover letter alone: handed over, a reply case for each recipient.

    Unknown municipality and committees are made; recommendations may be registered later. Returns
    the audit. Raises RevTrackError where the reference is taken, the reply's day too early, or a
    municipality or committee cannot be told by what is written.
    """
    with store.wish() as session:
        town = named_municipality(session, entry.municipality)
        recipients = named_committees(session, town, entry.recipients)
        if not recipients:
            raise UsageError(
                "Write at least one committee that the letter goes to, such as: KS, SN"
            )
        year = entry.audit_year or entry.dated_on.year
        audits = stored.list_audits(session)
        reference = entry.reference or propose_reference(audits, letters_for(town), year)
        refuse_taken_reference(session, reference)
        audit = add(
            session,
            r.Audit,
            r.NewAudit(
                municipality_id=town.id, reference=reference, title=entry.title, audit_year=year
            ),
        )
        for committee in recipients:
            add_role(session, audit.id, committee.id, Role.RECIPIENT)
        case = stored.load_case(session, audit.id)
        due = dict.fromkeys((committee.id for committee in recipients), entry.due_on)
        issue_letter(session, case, entry.dated_on, due, today)
        return one(session, r.Audit, audit.id)


def named_municipality(session: Session, name: str) -> r.Municipality:
    """Return the municipality of this name, made where it is not known.

    Raises UsageError where several fit, or the name holds no letter.
    """
    known = municipality_called(session, name)
    if known is not None:
        return known
    if not any(sign.isalpha() for sign in name):
        raise UsageError("{name} is no name of a municipality. Write its name.", name=name)
    abbreviation = _proposed_abbreviation(session, name)
    return add(session, r.Municipality, r.NewMunicipality(name=name, abbreviation=abbreviation))


def _proposed_abbreviation(session: Session, name: str) -> str | None:
    towns = stored.list_municipalities(session)
    taken = {name_key(each) for town in towns for each in (town.name, town.abbreviation or "")}
    return propose_abbreviation(name, taken)


def named_committees(
    session: Session,
    town: r.Municipality,
    text: str,
    everybody: Sequence[r.Committee] | None = None,
) -> tuple[r.Committee, ...]:
    """Return the committees that a text names, in its order, each once; those not known are made.

    "alla" stands for ``everybody``: the municipality's boards and committees where it is not given.
    Raises UsageError where that is nobody, where a name fits several committees, or where a new one
    is not like a committee's name and not written in quotation marks.
    """
    known = list(stored.list_committees(session, town.id))
    all_of_them = boards_and_committees(known) if everybody is None else everybody
    typed = typed_recipients(text, all_of_them, known)
    _refuse_what_is_no_name(typed.unknown, quoted_names(text))
    if typed.nobody:
        raise UsageError(
            "{municipality} has no committees registered, so {name} is nobody. "
            "Name the recipients.",
            municipality=town.name,
            name=typed.nobody[0],
        )
    named = (_committee(session, town, each, known) for each in typed.named)
    return tuple({committee.id: committee for committee in named}.values())


def boards_and_committees(known: Iterable[r.Committee]) -> tuple[r.Committee, ...]:
    """Return the boards and committees that there still are."""
    return tuple(
        each
        for each in known
        if each.kind in {CommitteeKind.EXECUTIVE_BOARD, CommitteeKind.COMMITTEE}
        and each.valid_to_on is None
    )


def _refuse_what_is_no_name(names: Iterable[str], quoted: Container[str]) -> None:
    strange = [each for each in names if not is_like_a_name(each) and name_key(each) not in quoted]
    if strange:
        raise UsageError(
            "No committee is known by this, and it does not look like a committee's name: {names}. "
            "Check the spelling. A name that is right is written in quotation marks.",
            names="; ".join(strange),
        )


def _committee(
    session: Session, town: r.Municipality, named: r.Committee | str, known: list[r.Committee]
) -> r.Committee:
    """Return the committee, made where none of the known has its name; it is known from then on."""
    if not isinstance(named, str):
        return named
    name, abbreviation, kind = propose_committee(named)
    there = committee_called(name, known)
    if there is not None:
        return there
    new = r.NewCommittee(
        municipality_id=town.id,
        ordinal=max((each.ordinal for each in known), default=0) + 1,
        name=name,
        abbreviation=abbreviation,
        kind=kind,
    )
    known.append(add(session, r.Committee, new))
    return known[-1]
