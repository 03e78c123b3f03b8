"""Rows as the history told them before the register had all the columns that it has now.

A migration gives every row the new columns with their defaults and leaves the sealed history as it
is: what the history does not tell of a row is what a record has where nothing is said.
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from revtrack.domain import records


def told_row(text: str | None) -> dict[str, Any] | None:
    """Return a row as the history's text tells it; None where it tells of no row."""
    try:
        row = json.loads(text or "null")
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def complete(table: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a told row with the columns that came later, as a new record has them."""
    return {**_defaults_of(table), **told}


@cache
def _defaults_of(table: str) -> Mapping[str, Any]:
    """Return the columns of a table that a new record need not name, and what they hold then."""
    name = "".join(part.capitalize() for part in table.split("_"))
    made = getattr(records, f"New{name}", None)
    fields = made.model_fields if made else {}
    return {
        name: _stored(info.get_default()) for name, info in fields.items() if not info.is_required()
    }


def _stored(value: object) -> object:
    """Return a default as the database keeps it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
