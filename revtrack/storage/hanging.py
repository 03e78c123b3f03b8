"""What refers to a record, so that nothing is taken away that other facts rest on."""

from collections import Counter

from sqlalchemy import func, select
from sqlmodel import Session

from revtrack.domain.records import Stored
from revtrack.storage.rows import table_of
from revtrack.storage.tables import Row


def hanging_on(session: Session, record: Stored) -> Counter[str]:
    """Count the rows that refer to a record, by the name of their table."""
    own = table_of(type(record))
    found: Counter[str] = Counter()
    for table in Row.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is own:
                query = select(func.count()).select_from(table).where(key.parent == record.id)
                found[table.name] += session.execute(query).scalar_one()
    return +found
