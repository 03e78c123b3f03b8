"""Records into rows and rows into records: the only way in and out of the tables."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Select, Table, bindparam, delete, insert, select, update
from sqlmodel import Session

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.records import Record, Stored
from revtrack.domain.records.base import new_type
from revtrack.storage.lookup import last_change
from revtrack.storage.tables import Row

S = TypeVar("S", bound=Stored)


class ConflictError(RevTrackError):
    """Somebody else has changed the row since it was read."""

    theirs: Stored | None = None
    """What stands there now; None where it has been removed."""


ROWS: dict[type[Record], type[Row]] = {
    new_type(cast("type[Record]", row)): row for row in Row.__subclasses__()
}
"""The row of each ``New…`` record."""


def row_of(kind: type[Record]) -> type[Row]:
    """Return the row that keeps records of this kind, new or stored."""
    return ROWS[new_type(kind)]


@cache
def table_of(kind: type[Record]) -> Table:
    """Return the table that keeps records of this kind."""
    return cast("Table", row_of(kind).__table__)  # type: ignore[attr-defined]


def add(session: Session, kind: type[S], new: Record, uid: str | None = None) -> S:
    """Store a new record and return it with its keys; its uid is made here unless given."""
    row = row_of(kind).model_validate(new)
    if uid is not None:
        row.uid = uid
    session.add(row)
    session.flush()
    return kind.model_validate(row)


def one(session: Session, kind: type[S], record_id: int) -> S:
    """Return the record with this id; it must exist."""
    return kind.model_validate(session.get_one(row_of(kind), record_id))


def some(
    session: Session,
    kind: type[S],
    *where: ColumnElement[bool],
    order_by: Sequence[Any] = (),
) -> tuple[S, ...]:
    """Return the records that fit, ordered as asked and then as they were stored."""
    table = table_of(kind)
    return found_by(session, kind, select(table).where(*where).order_by(*order_by, table.c.id))


def found_by(
    session: Session, kind: type[S], query: Select[Any], **values: object
) -> tuple[S, ...]:
    """Return the records that a question for whole rows of a kind gives, in its order."""
    found = session.execute(query, values)
    names = tuple(found.keys())
    return tuple(kind.model_validate(dict(zip(names, row, strict=True))) for row in found.all())


@cache
def naming(kind: type[Record], column: str, order: str | None = None) -> Select[Any]:
    """Return the question for the rows whose column holds one of those ``named`` when it is asked.

    It is made once: making it takes as long as asking it.
    """
    table = table_of(kind)
    rule = table.c[column].in_(bindparam("named", expanding=True))
    return select(table).where(rule).order_by(*([table.c[order]] if order else []), table.c.id)


def change(session: Session, record: S, **changes: object) -> S:
    """Store the record with these fields changed and return it.

    Raises ConflictError where the row is no longer the version that ``record`` was read as.
    """
    changed = type(record).model_validate(
        {**record.model_dump(), **changes, "version": record.version + 1}
    )
    table = table_of(type(record))
    values = {name: getattr(changed, name) for name in (*changes, "version")}
    result = session.execute(
        update(table)
        .where(table.c.id == record.id, table.c.version == record.version)
        .values(**values)
    )
    if cast("Any", result).rowcount != 1:
        raise _conflict(session, record)
    return changed


def refuse_changed(session: Session, record: Stored) -> None:
    """Raise ConflictError where the row is no longer the version that ``record`` was read as."""
    table = table_of(type(record))
    known = (table.c.id == record.id, table.c.version == record.version)
    if session.execute(select(table.c.id).where(*known)).first() is None:
        raise _conflict(session, record)


def _conflict(session: Session, record: Stored) -> ConflictError:
    """Return the refusal, saying who has changed the row and when, as far as the history tells."""
    table = table_of(type(record))
    found = some(session, type(record), table.c.id == record.id, table.c.uid == record.uid)
    told = last_change(session.connection(), table.name, record.uid)
    if told is None or told.who is None:
        conflict = ConflictError(
            "What you changed has been changed by somebody else meanwhile. "
            "Nothing was saved; look at the new version and change again."
        )
    else:
        conflict = ConflictError(
            N_(
                "What you changed has been changed meanwhile, by {who} at {at}. "
                "Nothing was saved; look at the new version and change again."
            ),
            who=told.who,
            at=told.at,
        )
    conflict.theirs = found[0] if found else None
    return conflict


def add_many(session: Session, kind: type[Stored], rows: Sequence[dict[str, Any]]) -> None:
    """Store many rows at once, with the ids and uids that they carry."""
    if rows:
        session.execute(insert(table_of(kind)), list(rows))


def remove(session: Session, record: Stored) -> None:
    """Remove a row; the history keeps what it held."""
    table = table_of(type(record))
    session.execute(delete(table).where(table.c.id == record.id))
