"""What a package brings, record by record, in the words by which a person knows the records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from revtrack.domain.codes import PersonRole
from revtrack.domain.exchange.case_file import Node
from revtrack.domain.exchange.merging import Fields
from revtrack.domain.names.record_names import RecordName, Register, Row, name_of
from revtrack.domain.records.base import record_key
from revtrack.services.exchange.packages.combining import Difference
from revtrack.services.exchange.packages.flat import PARENT, Flat
from revtrack.services.exchange.packages.ledger import NODE_NAMED
from revtrack.services.history import shown_to_clerk
from revtrack.storage.store import Store

Values = tuple[Any, Any]
"""A field before and after; a reference is the RecordName that it leads to, a list a tuple."""


@dataclass(frozen=True)
class ChangeLine:
    """A record that a package adds, changes or removes."""

    uid: str
    name: RecordName
    is_new: bool
    is_removed: bool
    fields: Mapping[str, Values]
    """What is changed in it, by column, or by the key of a list; of a new record what it says."""


def change_lines(found: Difference) -> tuple[ChangeLine, ...]:
    """Return what a difference would change, in the order of the records."""
    naming = _Naming(found.whole)
    return tuple(
        naming.line(uid, found)
        for uid in found.whole.records
        if uid in found.changed or uid in found.removed
    )


def shown_changes(store: Store, lines: Iterable[ChangeLine]) -> tuple[ChangeLine, ...]:
    """Return what of the changes is for the person at work: a clerk sees no auditors' note."""
    if store.person.role is not PersonRole.CLERK:
        return tuple(lines)
    return tuple(replace(each, fields=shown_to_clerk(each.fields)) for each in lines)


class _Naming:
    """Names records by their uid, of either side, also those that are not stored yet."""

    def __init__(self, whole: Flat) -> None:
        self._whole = whole
        self._register = Register(self._row, lambda *sought: tuple(self._links(*sought)))

    def line(self, uid: str, found: Difference) -> ChangeLine:
        node, before = self._whole.nodes[uid], found.ours.records.get(uid)
        changed = found.changed.get(uid, {})
        names = {node.key_of(column): column for column in node.fields}
        fields = {
            names.get(key, key): (self._value(node, key, old), self._value(node, key, new))
            for key, new in changed.items()
            if key != PARENT and (old := (before or {}).get(key)) != new
        }
        is_new, is_removed = before is None, uid in found.removed
        return ChangeLine(uid, self._name(uid), is_new, is_removed, fields)

    def _value(self, node: Node, key: str, value: Any) -> Any:  # noqa: ANN401 - as a file has it
        if isinstance(value, frozenset):
            return tuple(self._name(each) for each in self._whole.records if each in value)
        is_reference = f"{key}_id" in node.references and value in self._whole.records
        return self._name(value) if is_reference else value

    def _name(self, uid: str) -> RecordName:
        kind = self._whole.nodes[uid].name
        return name_of(kind, self._row(kind, uid) or {}, self._register)

    def _row(self, table: str, uid: Any) -> Row | None:  # noqa: ANN401 - a uid stands for an id
        """Return a record as a table would hold it, with uids in the place of ids."""
        fields = self._whole.records.get(uid)
        if fields is None or self._whole.nodes[uid] is not NODE_NAMED.get(table):
            return None
        node = self._whole.nodes[uid]
        parent = {node.parent: fields[PARENT]} if node.parent else {}
        return {
            "id": uid,
            **parent,
            **{name: fields.get(node.key_of(name)) for name in node.fields},
        }

    def _links(self, table: str, field: str, uid: Any) -> Iterator[Fields]:  # noqa: ANN401 - as above
        for link in self._whole.nodes[uid].links if uid in self._whole.nodes else ():
            if link.owner == field and record_key(link.kind) == table:
                for each in self._whole.records[uid].get(link.key, ()):
                    yield {field: uid, link.reference.field: each}
