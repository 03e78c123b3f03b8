"""Tables as lists need them: names and types of columns from the records, without the rows.

The rows with their mapping take a third of a second to make; a list that only reads does not wait
for them.
"""

from datetime import date
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

from sqlalchemy import Boolean, ColumnClause, Date, Integer, String, TableClause, column, table
from sqlalchemy.types import TypeEngine

from revtrack.domain.records import Stored
from revtrack.domain.records.base import record_key

_TYPES: dict[object, type[TypeEngine[Any]]] = {bool: Boolean, date: Date, int: Integer}


@cache
def list_table(kind: type[Stored]) -> TableClause:
    """Return the table of a kind of record, to read lists from."""
    hints = get_type_hints(kind)
    names = [name for name in kind.model_fields if name in hints]
    return table(record_key(kind), *(_column(name, hints[name]) for name in names))


def _column(name: str, hint: object) -> ColumnClause[Any]:
    members = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kinds = [_TYPES[member] for member in members if member in _TYPES]
    return column(name, kinds[0] if kinds else String)
