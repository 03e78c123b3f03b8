"""Kom i gång: a municipality with its committees and its auditors, registered as one wish."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import OfficeholderFunction
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.committee_lines import ListedCommittee
from revtrack.services.papers.places import sample_data_folder
from revtrack.services.registering.bodies import put_committees
from revtrack.services.registering.new_letter import named_municipality
from revtrack.services.registering.people import put_officeholder
from revtrack.services.registering.register import municipality_called
from revtrack.storage.rows import change
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Auditor:
    """A person around the auditors, as the first steps ask for them."""

    name: str
    function: OfficeholderFunction
    body: str | None = None


@dataclass(frozen=True)
class SetUp:
    """What is known of a municipality when one begins to work with it."""

    name: str
    committees: Sequence[ListedCommittee] = ()
    auditors: Sequence[Auditor] = ()
    place: str | None = None
    reply_address: str | None = None


@dataclass(frozen=True)
class MadeMunicipality:
    """A municipality that was set up."""

    municipality: r.Municipality
    committees: tuple[r.Committee, ...]


def set_up_municipality(store: Store, entry: SetUp) -> MadeMunicipality:
    """Store a municipality with its committees and the people around its auditors, and return it.

    Its abbreviation is proposed from its name. Raises RevTrackError where it is registered already,
    UsageError where two committees have the same abbreviation.
    """
    with store.wish() as session:
        _refuse_taken_name(session, entry.name)
        town = named_municipality(session, entry.name)
        if entry.place or entry.reply_address:
            town = change(session, town, place=entry.place, reply_address=entry.reply_address)
        added = put_committees(session, town, entry.committees).added if entry.committees else ()
        for each in entry.auditors:
            new = r.NewOfficeholder(
                municipality_id=town.id, name=each.name, function=each.function, body=each.body
            )
            put_officeholder(session, new)
        return MadeMunicipality(town, added)


def refuse_known_municipality(store: Store, name: str) -> None:
    """Raise RevTrackError where a municipality of this name is registered already."""
    with store.reading() as session:
        _refuse_taken_name(session, name)


def _refuse_taken_name(session: Session, name: str) -> None:
    if known := municipality_called(session, name):
        raise RevTrackError("{name} is registered already.", name=known.name)


def usual_committees() -> tuple[str, ...]:
    """Return committees that are common in municipalities, as a list has them, to choose among."""
    path = sample_data_folder() / "usual_committees.toml"
    listed: list[str] = tomllib.loads(path.read_text(encoding="utf-8"))["committees"]
    return tuple(listed)
