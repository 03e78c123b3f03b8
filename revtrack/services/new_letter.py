"""Nytt missiv: an audit registered from its cover letter alone, the shortest way to a watch."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import Role
from revtrack.domain.committee_names import propose_committee
from revtrack.domain.entries import LetterEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.prose import name_key
from revtrack.domain.recipients import parse_recipients
from revtrack.services.hand_over import issue_letter
from revtrack.services.register import add_role, municipality_called, refuse_taken_reference
from revtrack.storage import audits as stored
from revtrack.storage.rows import add, one
from revtrack.storage.store import Store

MAX_PROPOSALS = 10_000


def propose_reference(audits: Iterable[r.Audit], municipality: str, year: int) -> str:
    """Return the first free reference of the form ``ESK-2022-1``.

    ``municipality`` is an abbreviation, or a name whose first three letters are taken.
    """
    short = "".join(sign for sign in municipality if sign.isalnum())[:3].upper() or "REV"
    taken = {name_key(audit.reference) for audit in audits}
    return next(
        reference
        for number in range(1, MAX_PROPOSALS)
        if name_key(reference := f"{short}-{year}-{number}") not in taken
    )


def propose_reference_for(store: Store, municipality: str, year: int) -> str:
    """Return the reference that "Nytt missiv" proposes for a municipality, known or not."""
    with store.reading() as session:
        town = municipality_called(session, municipality)
        short = (town.abbreviation or town.name) if town else municipality
        return propose_reference(stored.list_audits(session), short, year)


def unknown_recipients(store: Store, municipality: str, recipients: str) -> tuple[str, ...]:
    """Return the names of the committees that ``register_letter`` would have to make."""
    with store.reading() as session:
        town = municipality_called(session, municipality)
        known = stored.list_committees(session, town.id) if town else ()
    parsed = parse_recipients(recipients, known)
    return tuple(propose_committee(each)[0] for each in parsed if isinstance(each, str))


def register_letter(store: Store, entry: LetterEntry, today: date) -> r.Audit:
    """Store an audit from its cover letter alone: handed over, a reply case for each recipient.

    Unknown municipality and committees are made; recommendations may be registered later. Returns
    the audit. Raises RevTrackError where the reference is taken or the reply's day too early.
    """
    with store.wish() as session:
        town = named_municipality(session, entry.municipality)
        recipients = named_committees(session, town, entry.recipients)
        if not recipients:
            raise UsageError(
                "Write at least one committee that the letter goes to, such as: KS, SN"
            )
        year = entry.audit_year or entry.dated_on.year
        short = town.abbreviation or town.name
        reference = entry.reference or propose_reference(stored.list_audits(session), short, year)
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
    """Return the municipality of this name, made where it is not known."""
    new = r.NewMunicipality(name=name, abbreviation=_short(name))
    return municipality_called(session, name) or add(session, r.Municipality, new)


def _short(name: str) -> str:
    return "".join(sign for sign in name if sign.isalnum())[:3].upper()


def named_committees(session: Session, town: r.Municipality, text: str) -> tuple[r.Committee, ...]:
    """Return the committees that a text names, in its order; those not known are made."""
    known = stored.list_committees(session, town.id)
    ordinal = max((committee.ordinal for committee in known), default=0)
    recipients: list[r.Committee] = []
    for each in parse_recipients(text, known):
        if isinstance(each, str):
            ordinal += 1
            name, abbreviation, kind = propose_committee(each)
            new = r.NewCommittee(
                municipality_id=town.id,
                ordinal=ordinal,
                name=name,
                abbreviation=abbreviation,
                kind=kind,
            )
            recipients.append(add(session, r.Committee, new))
        else:
            recipients.append(each)
    return tuple(recipients)
