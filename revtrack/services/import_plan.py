"""What a case file means for a register: which records are new, which are changed, and how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case_file import NODES, TREE, Link, Node, Reference
from revtrack.domain.errors import N_
from revtrack.domain.prose import name_key
from revtrack.domain.records import Record, Stored
from revtrack.services.case_files import CaseFile, Fault, Place
from revtrack.storage import exchange
from revtrack.storage.exchange import Found, StoredRow
from revtrack.wording.complaints import SENTENCES
from revtrack.wording.labels import field_label

_UID_TWICE = N_("the identity {uid} stands in the file already ({place}).")
_UID_ELSEWHERE = N_("the identity {uid} belongs to a record elsewhere in the register.")
_RECORD_TWICE = N_("the same record stands in the file already ({place}).")
_SAME_KEY = N_("another record has the same already ({fields}: {values}).")
_NAMED_TWICE = N_("“{text}” is named twice.")
_OTHER_AUDIT = N_("“{text}” belongs to another audit or another principal.")
_AMBIGUOUS = N_("“{text}” fits several; write the identity (uid) of the one that is meant.")
_UNKNOWN = N_("“{text}” is neither in the file nor in the register.")


@dataclass(eq=False, slots=True)
class Entry:
    """One record of the file, and what has been found out about it."""

    node: Node
    place: Place
    given: Record
    parent: "Entry | None"
    audit: "Entry | None"
    municipality: "Entry | None"
    uid: str = ""
    id: int = 0
    stored: StoredRow | None = None
    """Its row before the import; None: it is new."""
    is_skipped: bool = False
    """Whether the file says otherwise than the register, and the register is kept."""
    values: dict[str, Any] = field(default_factory=dict)
    """The columns that the file names, and their values."""
    link_changes: list["LinkChange"] = field(default_factory=list)
    """How its lists become what the file says."""

    def names(self, key: str) -> bool:
        """Tell whether the file names this field of the record."""
        return key in self.given.model_fields_set

    def current(self, column: str) -> Any:  # noqa: ANN401 - any column's value
        """Return a column as the file says, else as stored, else as a new record has it."""
        if column in self.values:
            return self.values[column]
        if self.stored is not None:
            return self.stored[column]
        info = self.node.new.model_fields[column]
        return None if info.is_required() else info.get_default()

    @property
    def changes(self) -> dict[str, Any]:
        """The columns of a stored record that the file gives another value."""
        stored = self.stored or {}
        return {name: value for name, value in self.values.items() if stored[name] != value}


def _entries(file: CaseFile) -> dict[type[Stored], list[Entry]]:
    found: dict[type[Stored], list[Entry]] = {node.kind: [] for node in NODES}

    def gather(node: Node, holder: Record, place: Place, parent: Entry | None) -> None:
        for index, given in enumerate(getattr(holder, node.key)):
            audit, town = (parent.audit, parent.municipality) if parent else (None, None)
            entry = Entry(node, (*place, node.key, index), given, parent, audit, town)
            if node.kind is r.Audit:
                entry.audit = entry
            elif node.kind is r.Municipality:
                entry.municipality = entry
            found[node.kind].append(entry)
            for child in node.children:
                gather(child, given, entry.place, entry)

    for node in TREE:
        gather(node, file.content, (), None)
    return found


@dataclass(frozen=True)
class LinkChange:
    """How one list of a record changes."""

    link: Link
    added: tuple[dict[str, Any], ...]
    removed: tuple[int, ...]


class Plan:
    """Every record of a file with its keys, and the faults that were found on the way."""

    def __init__(self, session: Session, file: CaseFile, *, keeps_ours: bool = False) -> None:
        """Find out about every record, kind by kind, parents first.

        ``keeps_ours`` leaves stored records as they are where the file says otherwise.
        """
        self._keeps_ours = keeps_ours
        self.file = file
        self.faults: list[Fault] = []
        self.entries = _entries(file)
        self._session = session
        self._by_uid: dict[type[Stored], dict[str, Entry]] = defaultdict(dict)
        self._names: dict[type[Stored], dict[tuple[int, str], set[int]]] = {}
        self._places: dict[str, Place] = {}
        for node in NODES:
            self._plan(node, self.entries[node.kind])

    # ---- one kind of record ------------------------------------------------------------------

    def _plan(self, node: Node, entries: list[Entry]) -> None:
        if not entries:
            return
        self._note_uids(node, entries)
        self._take_values(node, entries)
        to_own_kind = [ref for ref in node.references.values() if ref.target is node.kind]
        for reference in node.references.values():
            if reference not in to_own_kind:
                self._resolve_field(entries, reference)
        self._find_by_key(node, entries)
        self._number(node, entries)
        for reference in to_own_kind:
            self._resolve_field(entries, reference)
        for link in node.links:
            self._resolve_link(entries, link)
        self._require(node, entries)
        if self._keeps_ours:
            _keep_ours(entries)
        self._check_unique(node, entries)

    def _note_uids(self, node: Node, entries: list[Entry]) -> None:
        mine = self._by_uid[node.kind]
        for entry in entries:
            if not entry.names("uid"):
                continue
            entry.uid = getattr(entry.given, "uid")  # noqa: B009 - a made model has no typed fields
            if entry.uid in self._places:
                self._fault(
                    entry,
                    "uid",
                    _UID_TWICE,
                    uid=entry.uid,
                    place=self.file.words(self._places[entry.uid]),
                )
            self._places.setdefault(entry.uid, entry.place)
            mine.setdefault(entry.uid, entry)
        rows = exchange.rows_with(self._session, node.kind, "uid", list(mine))
        for row in rows:
            self._match(mine[row["uid"]], row)

    def _match(self, entry: Entry, row: StoredRow) -> None:
        entry.stored, entry.id, entry.uid = row, row["id"], row["uid"]
        column, parent = entry.node.parent, entry.parent
        if column and parent and row[column] != parent.id:
            self._fault(
                entry,
                "uid",
                _UID_ELSEWHERE,
                uid=entry.uid,
            )

    def _take_values(self, node: Node, entries: list[Entry]) -> None:
        plain = [name for name in node.fields if name not in node.references]
        for entry in entries:
            if node.parent and entry.parent:
                entry.values[node.parent] = entry.parent.id
            given = entry.given.model_fields_set
            entry.values |= {name: getattr(entry.given, name) for name in plain if name in given}

    def _find_by_key(self, node: Node, entries: list[Entry]) -> None:
        """Find the stored records that the file names without their identity."""
        nameless = [entry for entry in entries if not entry.uid]
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
                if (held := rows.get(_key(node, columns, entry.values))) is not None:
                    self._match(entry, held)
                    for name in columns:  # the same, though perhaps in other letters
                        del entry.values[name]
        self._refuse_doubles(entry for entry in nameless if entry.stored is not None)

    def _find_committees(self, nameless: list[Entry]) -> None:
        towns = [entry.values["municipality_id"] for entry in nameless]
        known: dict[tuple[int, str, str], StoredRow] = {}
        for row in exchange.rows_with(self._session, r.Committee, "municipality_id", towns):
            for column in ("name", "abbreviation"):
                if row[column]:
                    key = (row["municipality_id"], column, name_key(row[column]))
                    known.setdefault(key, row)
        for entry in nameless:
            column = "name" if entry.names("name") else "abbreviation"
            text = entry.values.get(column)
            row = known.get((entry.values["municipality_id"], column, name_key(text or "")))
            if row is not None:
                self._match(entry, row)
                del entry.values[column]

    def _refuse_doubles(self, matched: Iterable[Entry]) -> None:
        for entry in matched:
            first = self._by_uid[entry.node.kind].setdefault(entry.uid, entry)
            if first is not entry:
                self._fault(
                    entry,
                    None,
                    _RECORD_TWICE,
                    place=self.file.words(first.place),
                )

    def _rows_by_key(
        self, node: Node, columns: tuple[str, ...], entries: list[Entry]
    ) -> dict[tuple[Any, ...], StoredRow]:
        if not entries:
            return {}
        if node.kind is r.Audit:  # unique whatever the case of its letters, so all are looked at
            rows = exchange.all_rows(self._session, node.kind)
        else:
            values = [entry.current(columns[0]) for entry in entries]
            rows = exchange.rows_with(self._session, node.kind, columns[0], values)
        return {_key(node, columns, row): row for row in rows}

    def _number(self, node: Node, entries: list[Entry]) -> None:
        number = exchange.next_id(self._session, node.kind)
        for entry in entries:
            if entry.stored is None:
                entry.id = number
                number += 1
                entry.uid = entry.uid or str(uuid4())

    def _require(self, node: Node, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.stored is not None:
                continue
            for name in node.required:
                if not entry.names(node.key_of(name)):
                    self._fault(entry, node.key_of(name), SENTENCES["missing"])

    def _check_unique(self, node: Node, entries: list[Entry]) -> None:
        for columns in exchange.unique_columns(node.kind):
            final = [
                entry
                for entry in entries
                if all(entry.current(name) is not None for name in columns)
            ]
            changed = [
                entry for entry in final if entry.stored is None or set(columns) & {*entry.changes}
            ]
            taken = {
                key: row["id"] for key, row in self._rows_by_key(node, columns, changed).items()
            }
            moved = {entry.id for entry in changed}
            holders = {key: number for key, number in taken.items() if number not in moved}
            for entry in final:
                key = _key(node, columns, {name: entry.current(name) for name in columns})
                if holders.setdefault(key, entry.id) != entry.id:
                    self._fault_unique(entry, columns)

    def _fault_unique(self, entry: Entry, columns: tuple[str, ...]) -> None:
        own = [name for name in columns if name != entry.node.parent]
        labels = [field_label(entry.node.name, name) for name in own]
        self._fault(
            entry,
            entry.node.key_of(own[-1]),
            _SAME_KEY,
            fields=", ".join(labels),
            values=tuple(
                getattr(entry.given, key)
                for name in own
                if entry.names(key := entry.node.key_of(name))
            ),
        )

    # ---- references --------------------------------------------------------------------------

    def _resolve_field(self, entries: list[Entry], reference: Reference) -> None:
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

    def _resolve_link(self, entries: list[Entry], link: Link) -> None:
        asked = [entry for entry in entries if entry.names(link.key)]
        texts = {text for entry in asked for text in getattr(entry.given, link.key)}
        known = self._located(link.reference, texts)
        stored = [entry.id for entry in asked if entry.stored is not None]
        rows: dict[int, list[StoredRow]] = defaultdict(list)
        for row in exchange.rows_with(self._session, link.kind, link.owner, stored):
            rows[row[link.owner]].append(row)
        for entry in asked:
            targets: dict[int, str] = {}
            for index, text in enumerate(getattr(entry.given, link.key)):
                place = (link.key, index)
                if found := self._found(entry, link.reference, text, known, place):
                    if found in targets:
                        self._fault(entry, place, _NAMED_TWICE, text=text)
                    targets[found] = text
            self._plan_link(entry, link, tuple(targets), rows[entry.id])

    def _plan_link(
        self, entry: Entry, link: Link, targets: tuple[int, ...], rows: list[StoredRow]
    ) -> None:
        field_name = link.reference.field
        kept = {row[field_name] for row in rows}
        removed = tuple(row["id"] for row in rows if row[field_name] not in targets)
        added = tuple(
            {
                "uid": str(uuid4()),
                "version": 1,
                link.owner: entry.id,
                field_name: target,
            }
            for target in targets
            if target not in kept
        )
        if added or removed:
            entry.link_changes.append(LinkChange(link, added, removed))

    def _located(self, reference: Reference, texts: set[str]) -> dict[str, Found]:
        mine = self._by_uid[reference.target]
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
        target = self._by_uid[reference.target].get(text)
        if target is not None:
            found = Found(target.id, _id(target.audit), _id(target.municipality))
        elif text in known:
            found = known[text]
        else:
            return self._named(entry, reference, text, place)
        if not reference.may_cross_audits and not _is_near(entry, found):
            self._fault(entry, place, _OTHER_AUDIT, text=text)
            return None
        return found.id

    def _named(self, entry: Entry, reference: Reference, text: str, place: Place) -> int | None:
        scope = _id(entry.municipality) if reference.target is r.Committee else 0
        ids = self._names_of(reference.target).get((scope or 0, name_key(text)), set())
        if len(ids) == 1:
            return next(iter(ids))
        self._fault(entry, place, _AMBIGUOUS if ids else _UNKNOWN, text=text)
        return None

    def _names_of(self, kind: type[Stored]) -> dict[tuple[int, str], set[int]]:
        """Return the ids that each name stands for: committees' in each municipality, audits'."""
        if kind not in self._names:
            self._names[kind] = defaultdict(set)
            for scope, number, texts in self._named_records(kind):
                for text in texts:
                    if text:
                        self._names[kind][scope, name_key(text)].add(number)
        return self._names[kind]

    def _named_records(self, kind: type[Stored]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        columns = {r.Committee: ("name", "abbreviation"), r.Audit: ("reference",)}.get(kind)
        if columns is None:
            return
        in_file = {entry.id: entry for entry in self.entries[kind]}
        for row in exchange.all_rows(self._session, kind):
            if row["id"] not in in_file:
                scope = row["municipality_id"] if kind is r.Committee else 0
                yield scope, row["id"], tuple(row[name] for name in columns)
        for entry in in_file.values():
            scope = _id(entry.municipality) or 0 if kind is r.Committee else 0
            yield scope, entry.id, tuple(entry.current(name) for name in columns)

    # ---- faults ------------------------------------------------------------------------------

    def _fault(
        self, entry: Entry, where: str | Place | None, message: str, /, **values: object
    ) -> None:
        inner: Place = () if where is None else (where,) if isinstance(where, str) else where
        self.faults.append(self.file.fault((*entry.place, *inner), message, **values))


def _keep_ours(entries: list[Entry]) -> None:
    for entry in entries:
        if entry.stored is not None and (entry.changes or entry.link_changes):
            entry.is_skipped = True
            entry.values, entry.link_changes = {}, []


def _id(entry: Entry | None) -> int | None:
    return entry.id if entry is not None else None


def _is_near(entry: Entry, found: Found) -> bool:
    """Tell whether a record found belongs to the same audit, or to the same municipality."""
    if found.audit_id is not None:
        return found.audit_id == _id(entry.audit)
    return found.municipality_id == _id(entry.municipality)


def _key(node: Node, columns: tuple[str, ...], values: Mapping[str, Any]) -> tuple[Any, ...]:
    key = tuple(values[name] for name in columns)
    return tuple(str(part).casefold() for part in key) if node.kind is r.Audit else key
