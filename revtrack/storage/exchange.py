"""Many rows at once, for case files: found by identity or by key, read and written whole."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    null,
    select,
)
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.exchange.case_file import ABOVE, NODE_OF, Node
from revtrack.domain.records import Record, Stored
from revtrack.storage.rows import naming, table_of
from revtrack.storage.tables import AttachmentContentRow, metadata

_BATCH = 500
_SCOPES: tuple[type[Stored], ...] = (r.Audit, r.Municipality)

StoredRow = Mapping[str, Any]
"""A row as it stands: column and value."""


@dataclass(frozen=True)
class Found:
    """Where a stored record is: its id, its audit's and its municipality's, where it has them."""

    id: int
    audit_id: int | None
    municipality_id: int | None


def _batches(values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    rest = iter(values)
    while batch := tuple(islice(rest, _BATCH)):
        yield batch


def _rows(
    session: Session, query: Select[Any], column: ColumnElement[Any], values: Collection[Any]
) -> Iterator[StoredRow]:
    return _named(session, query.where(column.in_(bindparam("named", expanding=True))), values)


def _named(session: Session, query: Select[Any], values: Collection[Any]) -> Iterator[StoredRow]:
    """Yield the rows that a question gives which is asked with so many values at a time."""
    for batch in _batches(dict.fromkeys(values)):
        found = session.execute(query, {"named": batch})
        names = tuple(found.keys())
        for row in found:
            yield dict(zip(names, row, strict=True))


def rows_with(
    session: Session, kind: type[Record], column: str, values: Collection[Any]
) -> Iterator[StoredRow]:
    """Yield the rows whose column holds one of the values, in the order they were stored."""
    return _named(session, naming(kind, column), values)


def all_rows(session: Session, kind: type[Record]) -> Iterator[StoredRow]:
    """Yield every row of a kind in the order they were stored."""
    table = table_of(kind)
    for row in session.execute(select(table).order_by(table.c.id)).mappings():
        yield dict(row)


def next_id(session: Session, kind: type[Record]) -> int:
    """Return the first number that no row of this kind has; it holds until the wish ends."""
    table = table_of(kind)
    return int(session.execute(select(func.coalesce(func.max(table.c.id), 0) + 1)).scalar_one())


def unique_columns(kind: type[Record]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of columns, besides id and uid, that no two rows may share."""
    keys = [
        tuple(column.name for column in constraint.columns)
        for constraint in table_of(kind).constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return tuple(sorted(key for key in keys if key != ("uid",)))


def _way_up(node: Node) -> Iterator[tuple[Table, str, Table]]:
    """Yield each step from a table to the one it hangs on: table, its column, the other table."""
    while (above := ABOVE.get(node.kind)) is not None:
        if node.through is not None:
            named = NODE_OF[node.references[node.through].target]
            yield table_of(node.kind), node.through, table_of(named.kind)
            node = named
        else:
            yield table_of(node.kind), str(node.parent), table_of(above.kind)
            node = above


def located(session: Session, kind: type[Stored], uids: Collection[str]) -> dict[str, Found]:
    """Return where the records with these identities are; those that do not exist are left out."""
    table = table_of(kind)
    source: FromClause = table
    columns: dict[type[Stored], ColumnElement[Any]] = {}
    for lower, column, upper in _way_up(NODE_OF[kind]):
        source = source.join(upper, lower.c[column] == upper.c.id)
        columns |= {each: upper.c.id for each in _SCOPES if upper is table_of(each)}
    columns |= {each: table.c.id for each in _SCOPES if each is kind}
    scopes = [columns.get(each, null()) for each in _SCOPES]
    names = [column.label(name) for column, name in zip(scopes, ("audit", "town"), strict=True)]
    query = select(table.c.uid, table.c.id, *names).select_from(source)
    return {
        row["uid"]: Found(row["id"], row["audit"], row["town"])
        for row in _rows(session, query, table.c.uid, uids)
    }


def audits_referred_to(session: Session, audit_ids: Collection[int]) -> set[int]:
    """Return the ids of the audits that these follow up, repeat or were followed up by."""
    followed, audits = table_of(r.FollowedAudit).c, tuple(audit_ids)
    verdicts, addressees = table_of(r.Verdict), table_of(r.Addressee)
    own, earlier = table_of(r.Recommendation), table_of(r.Recommendation).alias()
    judged = verdicts.join(addressees, verdicts.c.addressee_id == addressees.c.id).join(
        own, addressees.c.recommendation_id == own.c.id
    )
    repeated = own.join(earlier, own.c.repeats_id == earlier.c.id)
    queries = (
        select(followed.followed_id).where(followed.audit_id.in_(audits)),
        select(verdicts.c.follow_up_id).select_from(judged).where(own.c.audit_id.in_(audits)),
        select(earlier.c.audit_id).select_from(repeated).where(own.c.audit_id.in_(audits)),
    )
    found = {row for query in queries for row in session.execute(query).scalars()}
    return {number for number in found if number is not None}


def remove_rows(session: Session, kind: type[Record], ids: Collection[int]) -> None:
    """Remove rows by their numbers; the history keeps what they held."""
    table = table_of(kind)
    for batch in _batches(ids):
        session.execute(delete(table).where(table.c.id.in_(batch)))


def defer_foreign_keys(session: Session) -> None:
    """Let rows of this wish name rows that are stored later; all are checked at its end."""
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _contents() -> Table:
    return metadata.tables[str(AttachmentContentRow.__tablename__)]


def kept_contents(session: Session, sums: Collection[str]) -> frozenset[str]:
    """Return those of the checksums whose bytes are kept."""
    column = _contents().c.sha256
    return frozenset(row["sha256"] for row in _rows(session, select(column), column, sums))


def contents_of(session: Session, sums: Collection[str]) -> dict[str, bytes]:
    """Return the bytes kept under these checksums."""
    table = _contents()
    rows = _rows(session, select(table), table.c.sha256, sums)
    return {row["sha256"]: row["content"] for row in rows}


def keep_contents(session: Session, contents: Mapping[str, bytes]) -> None:
    """Keep the bytes of attachments, each under its checksum."""
    if contents:
        rows = [{"sha256": key, "content": content} for key, content in contents.items()]
        session.execute(insert(_contents()), rows)
