"""Names that the register holds already, each once, for those who write one of them again."""

from sqlalchemy import Column, select
from sqlmodel import Session

from revtrack.domain.records import Action, Audit, Officeholder, ReplyCase, Response
from revtrack.storage.rows import table_of

MOST = 2_000
"""So many of each are read: a register of 400 000 rows is not read through for a field."""


def known_persons(session: Session) -> tuple[str, ...]:
    """Return officeholders, those responsible at the firm and those for actions, in that order."""
    columns = (
        table_of(Officeholder).c.name,
        table_of(Audit).c.firm_responsible,
        table_of(Action).c.responsible,
    )
    return tuple(dict.fromkeys(name for each in columns for name in _latest(session, each)))


def known_diary_numbers(session: Session) -> tuple[str, ...]:
    """Return the diary numbers of reply cases, responses and audits, the latest first."""
    tables = (table_of(ReplyCase), table_of(Response), table_of(Audit))
    found = (name for each in tables for name in _latest(session, each.c.diary_number))
    return tuple(dict.fromkeys(found))


def _latest(session: Session, column: "Column[str | None]") -> tuple[str, ...]:
    """Return what stands in the latest rows' column, each text once."""
    rows = select(column).where(column.is_not(None)).order_by(column.table.c.id.desc()).limit(MOST)
    return tuple(dict.fromkeys(each for each in session.execute(rows).scalars() if each))
