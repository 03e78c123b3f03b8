"""Writes the register, or one audit of it, as a case file that can be read in without loss."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.case_file import (
    ABOVE,
    FORMAT,
    FORMAT_VERSION,
    NODE_OF,
    NODES,
    TREE,
    Node,
)
from revtrack.domain.records import Stored
from revtrack.domain.texts.prose import name_key
from revtrack.services.exchange.case_files import MAX_BYTES
from revtrack.storage import exchange
from revtrack.storage.exchange import StoredRow
from revtrack.storage.reminded import sent_days
from revtrack.storage.store import Store

_ORDERS = ("ordinal", "number")


def export_case_file(store: Store, audit_reference: str | None = None) -> bytes:
    """Return a case file with the whole register, or with one audit, as it stands.

    One audit takes with it its municipality with committees, officeholders and the like, and every
    audit that it refers to (follows up, repeats, was followed up by), and theirs in turn: a file
    without them could not be read in again. Every field is written, also the empty ones; the same
    register gives the same bytes. Raises UsageError where no audit has the reference, RevTrackError
    where the file would be too large to be read in again.
    """
    with store.reading() as session:
        audits = None if audit_reference is None else _ids_of(session, audit_reference)
        text = _text(_Export(session, audits).content())
    if len(text) > MAX_BYTES:
        raise RevTrackError(
            "The case file would be larger than the 50 MB that can be read in again. "
            "Export audit by audit, or copy the database file."
        )
    return text


def audits_as_tree(
    session: Session, audits: Collection[str], towns: Collection[str] = ()
) -> dict[str, Any]:
    """Return the audits with these uids, and what goes with them, as a case file's tree.

    ``towns`` are uids of municipalities that are in it also where none of the audits is theirs.
    """
    audit_ids = {row["id"] for row in exchange.rows_with(session, r.Audit, "uid", audits)}
    town_ids = {row["id"] for row in exchange.rows_with(session, r.Municipality, "uid", towns)}
    made = _Export(session, _with_referred(session, audit_ids), town_ids).content()
    tree: dict[str, Any] = json.loads(json.dumps(made, default=date.isoformat))
    return tree


def attached_files(store: Store, content: bytes) -> dict[str, bytes]:
    """Return the bytes of the files that an exported case file speaks of, by their sha-256."""
    towns = json.loads(content)["municipalities"]
    audits = [audit for town in towns for audit in town.get("audits", ())]
    sums = {each["sha256"] for audit in audits for each in audit.get("attachments", ())}
    with store.reading() as session:
        return exchange.contents_of(session, sums)


def _text(content: Mapping[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, indent=1, default=date.isoformat)
    return f"{text}\n".encode()


def _ids_of(session: Session, reference: str) -> frozenset[int]:
    """Return the ids of the audit with this reference and of all that it refers to."""
    key = name_key(reference)
    found = {
        row["id"]
        for row in exchange.all_rows(session, r.Audit)
        if name_key(row["reference"]) == key
    }
    if not found:
        raise UsageError(
            "There is no audit with the reference {reference}. List them with: revtrack audits",
            reference=reference,
        )
    return _with_referred(session, found)


def _with_referred(session: Session, audit_ids: Collection[int]) -> frozenset[int]:
    """Return the ids of the audits and of all that they refer to, transitively."""
    found = set(audit_ids)
    pending = set(found)
    while pending:
        pending = exchange.audits_referred_to(session, pending) - found
        found |= pending
    return frozenset(found)


class _Export:
    """The rows of an export, each under the row that it hangs on."""

    def __init__(
        self, session: Session, audits: frozenset[int] | None, towns: Collection[int] = ()
    ) -> None:
        self._session = session
        self._audits = audits
        self._towns = towns
        self._uids: dict[type[Stored], dict[int, str]] = {}
        self._held: dict[type[Stored], dict[int, list[StoredRow]]] = {}
        self._holder: dict[type[Stored], dict[int, int]] = {}
        self._links: dict[type[Stored], dict[int, list[int]]] = {}
        for node in NODES:
            self._read(node)

    # ---- reading -----------------------------------------------------------------------------

    def _read(self, node: Node) -> None:
        rows = sorted(self._rows(node), key=_reading_order)
        held: dict[int, list[StoredRow]] = defaultdict(list)
        holders: dict[int, int] = {}
        for row in rows:
            holders[row["id"]] = self._holder_of(node, row)
            held[holders[row["id"]]].append(row)
        self._held[node.kind], self._holder[node.kind] = held, holders
        self._uids[node.kind] = {row["id"]: row["uid"] for row in rows}
        for link in node.links:
            targets: dict[int, list[int]] = defaultdict(list)
            for row in exchange.rows_with(self._session, link.kind, link.owner, list(holders)):
                targets[row[link.owner]].append(row[link.reference.field])
            self._links[link.kind] = targets

    def _rows(self, node: Node) -> Iterable[StoredRow]:
        """Return the rows of a node that belong in the file.

        A reminder is one that went out, and has the day that it did.
        """
        rows = self._every(node)
        if node.kind is not r.Reminder:
            return rows
        days = sent_days(self._session)
        return [{**row, "reminded_on": days[row["id"]]} for row in rows if row["id"] in days]

    def _every(self, node: Node) -> Iterable[StoredRow]:
        if self._audits is None:
            return exchange.all_rows(self._session, node.kind)
        if node.kind is r.Municipality:
            audits = exchange.rows_with(self._session, r.Audit, "id", self._audits)
            towns = [*(audit["municipality_id"] for audit in audits), *self._towns]
            return exchange.rows_with(self._session, node.kind, "id", towns)
        if node.kind is r.Audit:
            return exchange.rows_with(self._session, node.kind, "id", self._audits)
        if (column := node.parent or node.through) is None:
            return ()  # views are the register's, not an audit's
        ids = list(self._uids[_named_by(node, column)])
        return exchange.rows_with(self._session, node.kind, column, ids)

    def _holder_of(self, node: Node, row: StoredRow) -> int:
        """Return the id of the row that this one hangs on, 0 at the top."""
        if node.parent is not None:
            holder: int = row[node.parent]
        elif node.through is not None:
            target = NODE_OF[_named_by(node, node.through)]
            holder = row[node.through]
            while target is not ABOVE[node.kind]:
                holder = self._holder[target.kind][holder]
                target = ABOVE[target.kind]
        else:
            holder = 0
        return holder

    # ---- writing -----------------------------------------------------------------------------

    def content(self) -> dict[str, Any]:
        """Return the file as plain values, its keys in their fixed order."""
        return {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            **{node.key: self._records(node, 0) for node in TREE},
        }

    def _records(self, node: Node, holder: int) -> list[dict[str, Any]]:
        rows = self._held[node.kind].get(holder, [])
        return [self._record(node, row) for row in rows if self._is_of_export(node, row)]

    def _is_of_export(self, node: Node, row: StoredRow) -> bool:
        """Tell whether an own field's value belongs to something in the file."""
        if node.kind is not r.CustomValue or self._audits is None:
            return True
        return row["record_uid"] in self._all_uids

    @cached_property
    def _all_uids(self) -> frozenset[str]:
        return frozenset(uid for uids in self._uids.values() for uid in uids.values())

    def _record(self, node: Node, row: StoredRow) -> dict[str, Any]:
        made: dict[str, Any] = {"uid": row["uid"]}
        for name in node.fields:
            reference, value = node.references.get(name), row[name]
            if reference is None:
                made[name] = value
            else:
                made[reference.key] = None if value is None else self._uids[reference.target][value]
        for link in node.links:
            uids = self._uids[link.reference.target]
            made[link.key] = [uids[target] for target in self._links[link.kind].get(row["id"], ())]
        for child in node.children:
            if records := self._records(child, row["id"]):
                made[child.key] = records
        return made


def _named_by(node: Node, column: str) -> type[Stored]:
    """Return the kind of record that the column by which a node hangs on another names."""
    return ABOVE[node.kind].kind if column == node.parent else node.references[column].target


def _reading_order(row: StoredRow) -> tuple[int, int]:
    order = next((row[name] for name in _ORDERS if isinstance(row.get(name), int)), 0)
    return order, row["id"]
