"""Which audits a change of the register bears on, as the history tells."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.storage.audits import BELOW, OF_AUDIT
from revtrack.storage.list_facts import named
from revtrack.storage.rows import table_of

MOST = 5_000
"""After more changes than these it is quicker to look at every audit than to ask which."""

_ABOVE: Mapping[str, tuple[type[r.Stored], str]] = {
    table_of(kind).name: (OF_AUDIT[of][0] if of in OF_AUDIT else BELOW[of][0], column)
    for kind, column, of, _order in BELOW.values()
}
"""By the table of a fact that hangs on another: the other's kind, and the column of its id."""
_OF_NO_AUDIT = frozenset(
    {"attachment_content", "custom_field", "custom_value", "exchange", "saved_view"}
)


@dataclass
class Touched:
    """The audits, and the municipalities with all their audits, that changes bear on, by id."""

    audits: set[int] = field(default_factory=set)
    towns: set[int] = field(default_factory=set)


def touched_since(session: Session, sequence: int) -> Touched | None:
    """Return what the changes after this one bear on; None where that may be anything."""
    found = Touched()
    above: dict[type[r.Stored], set[int]] = {}
    shared: set[int] = set()  # other audits of the municipality are held against these
    facts = _facts_since(session.connection(), sequence)
    if facts is None:
        return None
    for table, fact in facts:
        if table in _OF_NO_AUDIT or (table == "document" and fact["audit_id"] is None):
            continue
        if table == "municipality":
            found.towns.add(fact["id"])
        elif table in _ABOVE:
            kind, column = _ABOVE[table]
            above.setdefault(kind, set()).add(fact[column])
        elif table == "committee_meeting":
            above.setdefault(r.Committee, set()).add(fact["committee_id"])
        elif "audit_id" in fact:
            found.audits.add(fact["audit_id"])
            shared |= {fact["audit_id"]} if table == "recommendation" else set()
        elif "municipality_id" in fact:
            found.towns.add(fact["municipality_id"])
        else:
            return None
    _climb(session, above, found)
    found.towns |= _ids(session, r.Audit, "municipality_id", shared)
    return found


def _facts_since(connection: Connection, sequence: int) -> list[tuple[str, dict[str, Any]]] | None:
    """Return what changed facts were and are, with their tables; None where they are too many."""
    rows = connection.exec_driver_sql(
        "SELECT table_name, old, new FROM event WHERE sequence > ? LIMIT ?", (sequence, MOST + 1)
    ).all()
    if len(rows) > MOST:
        return None
    return [(table, json.loads(each)) for table, *sides in rows for each in sides if each]


def _climb(session: Session, above: dict[type[r.Stored], set[int]], found: Touched) -> None:
    """Go from facts to what they hang on, until the audit or the municipality is known.

    What is no longer there has told in its own change whose it was.
    """
    while above:
        kind, ids = above.popitem()
        if kind is r.Committee:
            found.towns |= _ids(session, kind, "municipality_id", ids)
        elif table_of(kind).name in _ABOVE:
            higher, column = _ABOVE[table_of(kind).name]
            above.setdefault(higher, set()).update(_ids(session, kind, column, ids))
        else:
            found.audits |= _ids(session, kind, "audit_id", ids)


def _ids(session: Session, kind: type[r.Stored], column: str, ids: Iterable[int]) -> set[int]:
    """Return what stands in a column of the rows with these ids that there are."""
    columns = table_of(kind).c
    query = select(columns[column]).where(columns.id.in_(named(sorted(ids)))).distinct()
    return set(session.execute(query).scalars())
