"""The records of a case file, each with its place, its parent and what is found out about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.exchange.case_file import NODES, TREE, Link, Node
from revtrack.domain.records import Record, Stored
from revtrack.services.exchange.case_files import CaseFile, Fault, Place
from revtrack.storage.exchange import StoredRow


@dataclass(frozen=True)
class LinkChange:
    """How one list of a record becomes what the file says."""

    link: Link
    added: tuple[dict[str, Any], ...]
    removed: tuple[int, ...]


@dataclass(eq=False, slots=True)
class Entry:
    """One record of the file."""

    node: Node
    place: Place
    given: Record
    parent: "Entry | None"
    audit: "Entry | None"
    """The audit that it belongs to, or is."""
    municipality: "Entry | None"
    uid: str = ""
    id: int = 0
    stored: StoredRow | None = None
    """Its row before the import; None: it is new."""
    values: dict[str, Any] = field(default_factory=dict)
    """The columns that the file names, and their values."""
    link_changes: list[LinkChange] = field(default_factory=list)
    is_skipped: bool = False
    """Whether the file says otherwise than the register, and the register is kept."""

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
        stored = self.stored
        if stored is None:
            return {}
        return {name: value for name, value in self.values.items() if stored[name] != value}

    @property
    def differs(self) -> bool:
        """Whether it is stored and the file says otherwise."""
        return self.stored is not None and bool(self.changes or self.link_changes)

    def keep_stored(self) -> None:
        """Leave the stored record as it is where the file says otherwise."""
        if self.differs:
            self.is_skipped = True
            self.values, self.link_changes = {}, []


Entries = Mapping[type[Stored], list[Entry]]
"""The entries of each kind of record, in the order of the file."""


def entries_of(file: CaseFile) -> Entries:
    """Return every record of the file, kind by kind; nothing is found out about them yet."""
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


class Faults:
    """The faults found in a file so far."""

    def __init__(self, file: CaseFile) -> None:
        """Begin with none."""
        self.file = file
        self.found: list[Fault] = []

    def add(self, entry: Entry, where: Place, message: str, /, **values: object) -> None:
        """Note a fault at a place within a record; the message is a sentence of the catalogue."""
        self.found.append(self.file.fault((*entry.place, *where), message, **values))

    def words(self, entry: Entry) -> str:
        """Return where a record stands in the file, in words."""
        return self.file.words(entry.place)
