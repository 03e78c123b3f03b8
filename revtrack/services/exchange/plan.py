"""What a case file means for a register: which records are new, which are changed, and how."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_
from revtrack.domain.exchange.case_file import NODES, Node
from revtrack.domain.texts.prose import name_key
from revtrack.services.exchange.case_files import CaseFile
from revtrack.services.exchange.entries import Entry, Faults, entries_of
from revtrack.services.exchange.references import References
from revtrack.storage import exchange
from revtrack.storage.exchange import StoredRow
from revtrack.wording.complaints import SENTENCES
from revtrack.wording.labels import field_label

_UID_TWICE = N_("the identity {uid} stands in the file already ({place}).")
_UID_ELSEWHERE = N_("the identity {uid} belongs to a record elsewhere in the register.")
_RECORD_TWICE = N_("the same record stands in the file already ({place}).")
_SAME_KEY = N_("another record has the same already ({fields}: {values}).")


class Plan:
    """Every record of a file with its keys, and the faults that were found on the way."""

    def __init__(self, session: Session, file: CaseFile, *, keeps_ours: bool = False) -> None:
        """Find out about every record, kind by kind, parents first.

        ``keeps_ours`` leaves stored records as they are where the file says otherwise.
        """
        self.file = file
        self.entries = entries_of(file)
        self._session = session
        self._keeps_ours = keeps_ours
        self._faults = Faults(file)
        self._references = References(session, self.entries, self._faults)
        self._first_with_uid: dict[str, Entry] = {}
        for node in NODES:
            if entries := self.entries[node.kind]:
                self._plan(node, entries)
        self.faults = tuple(self._faults.found)

    def _plan(self, node: Node, entries: list[Entry]) -> None:
        """Find out about the records of one kind; those that they hang on are known already."""
        references = node.references.values()
        self._find_by_uid(node, entries)
        _take_values(node, entries)
        for reference in references:
            if reference.target is not node.kind:
                self._references.resolve_field(entries, reference)
        self._find_by_key(node, [entry for entry in entries if not entry.uid])
        self._number(node, entries)
        for reference in references:
            if reference.target is node.kind:
                self._references.resolve_field(entries, reference)
        for link in node.links:
            self._references.resolve_link(entries, link)
        self._check(node, entries)

    # ---- which record it is ------------------------------------------------------------------

    def _find_by_uid(self, node: Node, entries: list[Entry]) -> None:
        mine = self._references.by_uid[node.kind]
        for entry in entries:
            if not entry.names("uid"):
                continue
            entry.uid = getattr(entry.given, "uid")  # noqa: B009 - a made model has no typed fields
            first = self._first_with_uid.setdefault(entry.uid, entry)
            if first is not entry:
                place = self._faults.words(first)
                self._faults.add(entry, ("uid",), _UID_TWICE, uid=entry.uid, place=place)
            mine.setdefault(entry.uid, entry)
        for row in exchange.rows_with(self._session, node.kind, "uid", list(mine)):
            self._match(mine[row["uid"]], row)

    def _match(self, entry: Entry, row: StoredRow) -> None:
        entry.stored, entry.id, entry.uid = row, row["id"], row["uid"]
        column = entry.node.parent
        if column and entry.parent and row[column] != entry.parent.id:
            self._faults.add(entry, ("uid",), _UID_ELSEWHERE, uid=entry.uid)

    def _find_by_key(self, node: Node, nameless: list[Entry]) -> None:
        """Find the stored records that the file names without their identity."""
        if node.kind is r.Committee:
            self._find_committees(nameless)
        for columns in exchange.unique_columns(node.kind):
            asked = [
                entry
                for entry in nameless
                if entry.stored is None and all(entry.values.get(name) for name in columns)
            ]
            rows = self._rows_by_key(node, columns, asked)
            for entry in asked:
                if (row := rows.get(_key(node, columns, entry.values))) is not None:
                    self._match(entry, row)
                    for name in columns:  # the same, though perhaps in other letters
                        del entry.values[name]
        for entry in nameless:
            if entry.stored is None:
                continue
            first = self._references.by_uid[node.kind].setdefault(entry.uid, entry)
            if first is not entry:
                place = self._faults.words(first)
                self._faults.add(entry, (), _RECORD_TWICE, place=place)

    def _find_committees(self, nameless: list[Entry]) -> None:
        """Find committees by name, or by abbreviation where the file gives no name."""
        towns = [entry.values["municipality_id"] for entry in nameless]
        known: dict[tuple[int, str, str], StoredRow] = {}
        for row in exchange.rows_with(self._session, r.Committee, "municipality_id", towns):
            for column in ("name", "abbreviation"):
                key = (row["municipality_id"], column, name_key(row[column] or ""))
                known.setdefault(key, row)
        for entry in nameless:
            column = "name" if entry.names("name") else "abbreviation"
            text = entry.values.get(column)
            found = known.get((entry.values["municipality_id"], column, name_key(text or "")))
            if text and found is not None:
                self._match(entry, found)
                del entry.values[column]

    def _number(self, node: Node, entries: list[Entry]) -> None:
        number = exchange.next_id(self._session, node.kind)
        for entry in entries:
            if entry.stored is None:
                entry.id = number
                entry.uid = entry.uid or str(uuid4())
                number += 1

    # ---- whether it can be stored ------------------------------------------------------------

    def _check(self, node: Node, entries: list[Entry]) -> None:
        for entry in entries:
            if self._keeps_ours:
                entry.keep_stored()
            if entry.stored is None:
                for key in map(node.key_of, node.required):
                    if not entry.names(key):
                        self._faults.add(entry, (key,), SENTENCES["missing"])
        for columns in exchange.unique_columns(node.kind):
            self._check_unique(node, columns, entries)

    def _check_unique(self, node: Node, columns: tuple[str, ...], entries: list[Entry]) -> None:
        """Refuse two records with the same key, as they would stand after the import."""
        keyed = [
            entry
            for entry in entries
            if all(entry.current(name) is not None for name in columns)
            and node.parent not in entry.changes  # refused already
        ]
        moved = [
            entry
            for entry in keyed
            if entry.stored is None or not {*columns}.isdisjoint(entry.changes)
        ]
        free = {entry.id for entry in moved}
        rows = self._rows_by_key(node, columns, moved)
        holders = {key: row["id"] for key, row in rows.items() if row["id"] not in free}
        for entry in keyed:
            key = _key(node, columns, {name: entry.current(name) for name in columns})
            if holders.setdefault(key, entry.id) != entry.id:
                self._refuse_key(entry, [name for name in columns if name != node.parent])

    def _refuse_key(self, entry: Entry, columns: list[str]) -> None:
        keys = {name: entry.node.key_of(name) for name in columns}
        fields = tuple(field_label(entry.node.name, name) for name in columns)
        values = tuple(getattr(entry.given, key) for key in keys.values() if entry.names(key))
        self._faults.add(entry, (keys[columns[-1]],), _SAME_KEY, fields=fields, values=values)

    def _rows_by_key(
        self, node: Node, columns: tuple[str, ...], entries: list[Entry]
    ) -> dict[tuple[Any, ...], StoredRow]:
        """Return the stored rows that may have the same key as one of the entries, by that key."""
        if not entries:
            return {}
        if node.kind is r.Audit:  # unique whatever the case of its letters, so all are looked at
            rows = exchange.all_rows(self._session, node.kind)
        else:
            values = [entry.current(columns[0]) for entry in entries]
            rows = exchange.rows_with(self._session, node.kind, columns[0], values)
        return {_key(node, columns, row): row for row in rows}


def _take_values(node: Node, entries: list[Entry]) -> None:
    """Put the plain fields that the file names, and the parent, among the entries' values."""
    plain = [name for name in node.fields if name not in node.references]
    for entry in entries:
        if node.parent and entry.parent:
            entry.values[node.parent] = entry.parent.id
        entry.values |= {name: getattr(entry.given, name) for name in plain if entry.names(name)}


def _key(node: Node, columns: tuple[str, ...], values: Mapping[str, Any]) -> tuple[Any, ...]:
    key = tuple(values[name] for name in columns)
    return tuple(str(part).casefold() for part in key) if node.kind is r.Audit else key
