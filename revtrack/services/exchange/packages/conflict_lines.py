"""Conflicts in the words by which a person knows the records, each with a key to name it by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from revtrack.domain.exchange.case_file import Node
from revtrack.domain.names.record_names import RecordName, name_of
from revtrack.services.exchange.packages.flat import PARENT
from revtrack.services.exchange.packages.ledger import NODE_NAMED, OpenConflict
from revtrack.storage.lookup import register_of, told_and_actual
from revtrack.storage.rows import table_of

_KEY_DIGITS = 8
WHOLE = "*"
"""Stands for the field in the key of a conflict about a whole record."""


@dataclass(frozen=True)
class ConflictLine:
    """A conflict as it is shown."""

    key: str
    """By which a person settles it: "3f2a91bc:position"."""
    uid: str
    kind: str
    name: RecordName
    field: str | None
    """The column; None: the record as a whole."""
    base: Any
    ours: Any
    theirs: Any
    """A reference is the RecordName that it leads to; a whole record is its fields."""


def keyed(conflicts: Iterable[OpenConflict]) -> dict[str, OpenConflict]:
    """Return conflicts by the words that a person names them by, in their order.

    The first digits of the record's identity do, unless another record's begins so too.
    """
    listed = tuple(conflicts)
    begun = Counter(uid[:_KEY_DIGITS] for uid in {each.uid for each in listed})
    made: dict[str, OpenConflict] = {}
    for each in listed:
        start = each.uid[:_KEY_DIGITS]
        record = start if begun[start] == 1 else each.uid
        made[f"{record}:{each.field or WHOLE}"] = each
    return made


def conflict_lines(
    session: Session,
    conflicts: Iterable[OpenConflict],
    ours: Mapping[str, Mapping[str, Any]],
) -> tuple[ConflictLine, ...]:
    """Return the conflicts as they are shown; ``ours`` holds the register's records by uid."""
    naming = _Naming(session)
    return tuple(
        naming.line(key, each, ours.get(each.uid)) for key, each in keyed(conflicts).items()
    )


class _Naming:
    """Names records by their uid, also those that are gone or never came."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()
        self._register = register_of(self._connection)

    def line(self, key: str, met: OpenConflict, ours: Mapping[str, Any] | None) -> ConflictLine:
        node = NODE_NAMED[met.kind]
        fallback = met.theirs if isinstance(met.theirs, Mapping) else (ours or {})
        columns = {node.key_of(name): name for name in node.fields}
        field = None if met.field is None else columns.get(met.field, met.field)
        own = ours if met.field is None or ours is None else ours.get(met.field)
        return ConflictLine(
            key,
            met.uid,
            met.kind,
            self._name(node, met.uid, fallback),
            field,
            *(self._value(node, field, each) for each in (met.base, own, met.theirs)),
        )

    def _name(self, node: Node, uid: str, fields: Mapping[str, Any]) -> RecordName:
        told, actual = told_and_actual(self._connection, table_of(node.kind).name, uid)
        row = actual or told
        if row is None:
            columns = {node.key_of(name): name for name in node.fields}
            row = {
                columns[key]: value
                for key, value in fields.items()
                if key != PARENT and key in columns and columns[key] not in node.references
            }
        return name_of(node.name, row, self._register)

    def _value(self, node: Node, field: str | None, value: Any) -> Any:  # noqa: ANN401 - as stored
        if field is None or field not in node.references or not isinstance(value, str):
            return value
        target = NODE_NAMED_BY[node.references[field].target]
        return self._name(target, value, {})


NODE_NAMED_BY = {node.kind: node for node in NODE_NAMED.values()}
