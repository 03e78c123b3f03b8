"""Finds the records that a case file names: by identity, a committee's name, a reference."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_
from revtrack.domain.exchange.case_file import Link, Reference
from revtrack.domain.records import Stored
from revtrack.domain.texts.prose import name_key
from revtrack.services.exchange.case_files import Place
from revtrack.services.exchange.entries import Entries, Entry, Faults, LinkChange
from revtrack.storage import exchange
from revtrack.storage.exchange import Found, StoredRow

_NAMED_TWICE = N_("“{text}” is named twice.")
_OTHER_AUDIT = N_("“{text}” belongs to another audit or another principal.")
_AMBIGUOUS = N_("“{text}” fits several; write the identity (uid) of the one that is meant.")
_UNKNOWN = N_("“{text}” is neither in the file nor in the register.")

_NAMES: Mapping[type[Stored], tuple[str, ...]] = {
    r.Committee: ("name", "abbreviation"),
    r.Audit: ("reference",),
}
"""The columns by which a record may be named besides its uid."""


class References:
    """The records that may be named, in the file and in the register."""

    def __init__(self, session: Session, entries: Entries, faults: Faults) -> None:
        """Know the file's records; the register's are asked for when they are named."""
        self.by_uid: dict[type[Stored], dict[str, Entry]] = defaultdict(dict)
        self._session = session
        self._entries = entries
        self._faults = faults
        self._names: dict[type[Stored], dict[tuple[int, str], set[int]]] = {}

    def resolve_field(self, entries: list[Entry], reference: Reference) -> None:
        """Put the ids of the records that a field names among the entries' values."""
        key = reference.key
        asked = [entry for entry in entries if entry.names(key)]
        texts = {text for entry in asked if (text := getattr(entry.given, key)) is not None}
        known = self._located(reference, texts)
        for entry in asked:
            text = getattr(entry.given, key)
            if text is None:
                entry.values[reference.field] = None
            elif found := self._found(entry, reference, text, known, (key,)):
                entry.values[reference.field] = found

    def resolve_link(self, entries: list[Entry], link: Link) -> None:
        """Note how each entry's list of other records changes."""
        asked = [entry for entry in entries if entry.names(link.key)]
        texts = {text for entry in asked for text in getattr(entry.given, link.key)}
        known = self._located(link.reference, texts)
        stored = [entry.id for entry in asked if entry.stored is not None]
        rows: dict[int, list[StoredRow]] = defaultdict(list)
        for row in exchange.rows_with(self._session, link.kind, link.owner, stored):
            rows[row[link.owner]].append(row)
        for entry in asked:
            targets = self._targets(entry, link, known)
            change = _link_change(entry, link, targets, rows.get(entry.id, []))
            if change.added or change.removed:
                entry.link_changes.append(change)

    def _targets(self, entry: Entry, link: Link, known: Mapping[str, Found]) -> list[int]:
        targets: list[int] = []
        for index, text in enumerate(getattr(entry.given, link.key)):
            place = (link.key, index)
            found = self._found(entry, link.reference, text, known, place)
            if found in targets:
                self._faults.add(entry, place, _NAMED_TWICE, text=text)
            elif found is not None:
                targets.append(found)
        return targets

    def _located(self, reference: Reference, texts: set[str]) -> dict[str, Found]:
        mine = self.by_uid[reference.target]
        asked = [text for text in texts if text not in mine]
        return exchange.located(self._session, reference.target, asked) if asked else {}

    def _found(
        self,
        entry: Entry,
        reference: Reference,
        text: str,
        known: Mapping[str, Found],
        place: Place,
    ) -> int | None:
        """Return the id of the record that the text names, or None after noting a fault."""
        target = self.by_uid[reference.target].get(text)
        if target is not None:
            found = Found(target.id, _id(target.audit), _id(target.municipality))
        elif text in known:
            found = known[text]
        else:
            return self._named(entry, reference, text, place)
        if not reference.may_cross_audits and not _is_near(entry, found):
            self._faults.add(entry, place, _OTHER_AUDIT, text=text)
            return None
        return found.id

    def _named(self, entry: Entry, reference: Reference, text: str, place: Place) -> int | None:
        scope = _scope(reference.target, entry)
        ids = self._names_of(reference.target).get((scope, name_key(text)), set())
        if len(ids) == 1:
            return next(iter(ids))
        self._faults.add(entry, place, _AMBIGUOUS if ids else _UNKNOWN, text=text)
        return None

    def _names_of(self, kind: type[Stored]) -> dict[tuple[int, str], set[int]]:
        """Return the ids that each name stands for: committees' in each municipality, audits'."""
        if kind not in self._names:
            names: dict[tuple[int, str], set[int]] = defaultdict(set)
            for scope, number, texts in self._named_records(kind):
                for text in filter(None, texts):
                    names[scope, name_key(text)].add(number)
            self._names[kind] = names
        return self._names[kind]

    def _named_records(self, kind: type[Stored]) -> Iterator[tuple[int, int, list[Any]]]:
        """Yield scope, id and names of each record that may be named, as after the import."""
        columns = _NAMES.get(kind, ())
        in_file = {entry.id: entry for entry in self._entries[kind]}
        for entry in in_file.values():
            yield _scope(kind, entry), entry.id, [entry.current(name) for name in columns]
        for row in exchange.all_rows(self._session, kind) if columns else ():
            if row["id"] not in in_file:
                scope = row["municipality_id"] if kind is r.Committee else 0
                yield scope, row["id"], [row[name] for name in columns]


def _scope(kind: type[Stored], entry: Entry) -> int:
    """Return within what a name is unique: a committee's in its municipality, others' anywhere."""
    return (_id(entry.municipality) or 0) if kind is r.Committee else 0


def _id(entry: Entry | None) -> int | None:
    return entry.id if entry is not None else None


def _is_near(entry: Entry, found: Found) -> bool:
    """Tell whether a record found belongs to the same audit, or to the same municipality."""
    if found.audit_id is not None:
        return found.audit_id == _id(entry.audit)
    return found.municipality_id == _id(entry.municipality)


def _link_change(entry: Entry, link: Link, targets: list[int], rows: list[StoredRow]) -> LinkChange:
    column = link.reference.field
    kept = {row[column] for row in rows}
    added = tuple(
        {"uid": str(uuid4()), "version": 1, link.owner: entry.id, column: target}
        for target in targets
        if target not in kept
    )
    removed = tuple(row["id"] for row in rows if row[column] not in targets)
    return LinkChange(link, added, removed)
