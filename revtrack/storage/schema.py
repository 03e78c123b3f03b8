"""What a database of this version looks like, and whether a file is one."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection

APPLICATION_ID = 0x52765472
"""Marks the file as RevTrack's ("RvTr"), in the header of the SQLite file."""

SCHEMA_VERSION = 4
"""The newest migration, as a number; stands in the header too."""

FINGERPRINT = "b282494f850e61ff2b8de7fbfd80045bd1f775141bf174774fc4b6be0a15995c"
"""sha-256 of the schema that the migrations make; a test holds it true."""

OLDER: Mapping[int, str] = {
    1: "0fd40d7ea6f6bb44adc9e42b26f5441a519e277c91118abe5a00fd2cacf3643a",
    2: "e453d6c744b0ac12d57e28fdd7db24af24b666edafb9ba46dbd7e909b33da18b",
    3: "370b992715b070ebb439672f0d9464f5fe4a747168008acceb8c45a6e0e0dab2",
}
"""The same of each earlier version that was released, by its number."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_PARTING = re.compile("[(),]")
"""What parts the columns and constraints of a table from each other."""


@dataclass(frozen=True)
class Header:
    """What the first bytes of a database file say."""

    is_sqlite: bool
    application_id: int = 0
    schema_version: int = 0

    @property
    def is_ours(self) -> bool:
        """Whether RevTrack made the file."""
        return self.is_sqlite and self.application_id == APPLICATION_ID


def read_header(path: Path) -> Header:
    """Return what the file's header says, without opening it as a database."""
    with path.open("rb") as file:
        head = file.read(_HEADER_LENGTH)
    if len(head) < _HEADER_LENGTH or not head.startswith(_MAGIC):
        return Header(is_sqlite=False)
    return Header(
        is_sqlite=True,
        application_id=int.from_bytes(head[68:72], "big"),
        schema_version=int.from_bytes(head[60:64], "big"),
    )


def objects_in(connection: Connection) -> dict[str, str]:
    """Return the SQL of every table, index, trigger and view by its kind and name.

    White space and quotation marks are left out: they differ between versions of the libraries. The
    columns and constraints of a table are sorted: a migration that rebuilds it puts them anyhow.
    """
    return _bare(_written(connection))


def _written(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return every kind and name with its SQL as it is written."""
    rows = connection.exec_driver_sql(
        "SELECT type || ' ' || name, sql FROM sqlite_master "
        "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    return tuple((name, sql) for name, sql in rows)


def _bare(written: Iterable[tuple[str, str]]) -> dict[str, str]:
    bare = {name: "".join(sql.replace('"', "").split()) for name, sql in written}
    return {
        name: sorted_parts(sql) if name.startswith("table ") else sql for name, sql in bare.items()
    }


def sorted_parts(table_sql: str) -> str:
    """Return the SQL of a table, bare of white space, with its columns and constraints sorted."""
    head, _, rest = table_sql.partition("(")
    body, _, tail = rest.rpartition(")")
    parts, depth, start = [], 0, 0
    for found in _PARTING.finditer(body):
        depth += (found[0] == "(") - (found[0] == ")")
        if found[0] == "," and depth == 0:
            parts.append(body[start : found.start()])
            start = found.end()
    return f"{head}({','.join(sorted([*parts, body[start:]]))}){tail}"


def fingerprint(connection: Connection) -> str:
    """Return the sha-256 of the whole schema."""
    return _fingerprint(_written(connection))


@lru_cache(maxsize=4)
def _fingerprint(written: tuple[tuple[str, str], ...]) -> str:
    """Return the sha-256 of a schema; that of one just seen, as of a copy, is not made again."""
    lines = sorted(f"{name}: {sql}" for name, sql in _bare(written).items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def version_of(connection: Connection) -> int:
    """Return the number of the newest migration that the database has been through."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def is_as_released(connection: Connection) -> bool:
    """Tell whether the structure is that of the database's own version, this one or an older."""
    known = {**OLDER, SCHEMA_VERSION: FINGERPRINT}
    return fingerprint(connection) == known.get(version_of(connection))
