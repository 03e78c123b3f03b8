"""Committees by name, whatever audit they belong to, and where they are written to."""

from sqlmodel import Session

from revtrack.documents.letters.reminder_mail import address_of
from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.services.registering.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.rows import change
from revtrack.storage.store import Store


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
