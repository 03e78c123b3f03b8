"""What has been exchanged of an audit before, and what is still unsettled of it.

Each package that was sent or read in is kept, byte by byte. What a package left unsettled is kept
in the same way, as a list of its own, with what was settled by keeping ours: the newest one holds.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import ExchangeDirection
from revtrack.domain.exchange.case_file import NODES, Node
from revtrack.domain.exchange.merging import Conflict, Records
from revtrack.domain.records import Record, Uid
from revtrack.services.exchange.packages.container import Manifest, stored_manifest
from revtrack.storage import exchange
from revtrack.storage.rows import add, some, table_of

_ZIP = b"PK"


Place = tuple[str, str | None]
"""The record and the field that a conflict is about; no field: the record as a whole."""


class OpenConflict(Record):
    """What both sides have changed, and nobody has settled in this register."""

    uid: Uid
    field: str | None = None
    kind: str
    """The kind of record."""
    base: Any = None
    theirs: Any = None
    signer: str
    """Fingerprint of the key of those who say otherwise."""
    package: str
    """The sha-256 of the package in which they say it."""

    @property
    def place(self) -> Place:
        """The record and the field."""
        return self.uid, self.field


class KeptConflict(OpenConflict):
    """A conflict that was settled with what the register had, which they may still say against."""

    ours: Any
    """What the register kept; None where that was to have no such record."""

    def is_kept(self, records: Records) -> bool:
        """Tell whether the records have what was kept."""
        return says(records, self.place, self.ours)


_OPEN = TypeAdapter(tuple[KeptConflict | OpenConflict, ...])
NODE_NAMED: Mapping[str, Node] = {node.name: node for node in NODES}


@dataclass(frozen=True)
class Past:
    """A package that was sent or read in."""

    exchange: r.Exchange
    manifest: Manifest
    content: bytes


@dataclass(frozen=True)
class Ledger:
    """All that has been exchanged of an audit, the newest first."""

    packages: tuple[Past, ...] = ()
    unsettled: tuple[OpenConflict, ...] = ()
    kept: tuple[KeptConflict, ...] = ()

    def knows(self, signer: str) -> bool:
        """Tell whether a package of this signer has been accepted before."""
        return any(
            each.exchange.signer == signer
            for each in self.packages
            if each.exchange.direction is ExchangeDirection.RECEIVED
        )

    def received_on(self, sha256: str) -> date | None:
        """Return the day that this very package was read in, None where it was not."""
        days = [
            each.exchange.exchanged_on
            for each in self.packages
            if each.exchange.sha256 == sha256
            and each.exchange.direction is ExchangeDirection.RECEIVED
        ]
        return days[0] if days else None


def ledger_of(session: Session, audit_uid: str) -> Ledger:
    """Return what has been exchanged of the audit with this uid; nothing where there is none."""
    audits = some(session, r.Audit, table_of(r.Audit).c.uid == audit_uid)
    if not audits:
        return Ledger()
    found = some(session, r.Exchange, table_of(r.Exchange).c.audit_id == audits[0].id)
    contents = exchange.contents_of(session, {each.sha256 for each in found})
    newest_first = [each for each in reversed(found) if each.sha256 in contents]
    is_package = {each.id: contents[each.sha256].startswith(_ZIP) for each in newest_first}
    lists = [each for each in newest_first if not is_package[each.id]]
    listed = _OPEN.validate_json(contents[lists[0].sha256]) if lists else ()
    return Ledger(
        tuple(
            Past(each, stored_manifest(contents[each.sha256]), contents[each.sha256])
            for each in newest_first
            if is_package[each.id]
        ),
        tuple(each for each in listed if not isinstance(each, KeptConflict)),
        tuple(each for each in listed if isinstance(each, KeptConflict)),
    )


def keep(session: Session, new: r.NewExchange, content: bytes) -> None:
    """Keep an exchange and the bytes of its package."""
    if not exchange.kept_contents(session, [new.sha256]):
        exchange.keep_contents(session, {new.sha256: content})
    add(session, r.Exchange, new)


def keep_unsettled(
    session: Session, audit_id: int, unsettled: Sequence[OpenConflict], today: date
) -> None:
    """Keep what is unsettled from now on, and what was settled with ours."""
    text = json.dumps(
        [each.model_dump(mode="json") for each in unsettled], ensure_ascii=False, indent=1
    ).encode()
    keep(
        session,
        r.NewExchange(
            audit_id=audit_id,
            direction=ExchangeDirection.RECEIVED,
            sha256=hashlib.sha256(text).hexdigest(),
            exchanged_on=today,
        ),
        text,
    )


def open_conflict(met: Conflict, node: Node, signer: str, package: str) -> OpenConflict:
    """Return a conflict as it is kept until it is settled."""
    return OpenConflict(
        uid=met.uid,
        field=met.field,
        kind=node.name,
        base=as_json(met.base),
        theirs=as_json(met.theirs),
        signer=signer,
        package=package,
    )


def kept_conflict(settled: OpenConflict, ours: Records) -> KeptConflict:
    """Return a conflict as it is remembered when ours is kept."""
    own: Any = ours.get(settled.uid)
    if own is not None and settled.field is not None:
        own = own.get(settled.field)
    return KeptConflict(**settled.model_dump(), ours=as_json(own))


def says(records: Records, place: Place, value: Any) -> bool:  # noqa: ANN401 - a field's value, or a record's fields
    """Tell whether the records have a value, as JSON holds it, in the place of a conflict."""
    uid, field = place
    own = records.get(uid)
    if field is None:
        return (own is None) == (value is None)
    return own is not None and as_json(own.get(field)) == value


def as_json(value: Any) -> Any:  # noqa: ANN401 - a field's value, or a record's fields
    """Return a value, or a record's fields, as JSON holds it."""
    if isinstance(value, Mapping):
        return {name: as_json(each) for name, each in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value


def from_json(value: Any) -> Any:  # noqa: ANN401 - a field's value, or a record's fields
    """Return what ``as_json`` was given."""
    if isinstance(value, Mapping):
        return {name: from_json(each) for name, each in value.items()}
    return frozenset(value) if isinstance(value, list) else value
