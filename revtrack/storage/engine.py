"""Opening the database file, with the guards that keep it whole.

Source of each setting: measured losses. A deferred transaction fails under two writers; a database
in WAL mode that is copied as one file loses its newest rows; a typing error in a path must not make
a new empty database (``mode=rw``).
"""

import sqlite3
from functools import cache
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection, QueuePool
from sqlalchemy.util import LRUCache

WRITES = "revtrack_writes"
"""Execution option of a connection whose transaction may write."""

ALONE = "revtrack_alone"
"""Execution option of a connection whose transaction nobody else may even read beside."""

BUSY_TIMEOUT_MS = 5000

KEPT_OPEN = 4
"""Connections kept from one session to the next: each new one reads the whole schema first."""

_STATEMENTS: LRUCache[object, object] = LRUCache(1000)
"""Statements put into SQL, for every register that is opened: it takes longer than asking them."""

_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)

_AT_EACH_USE = ("PRAGMA trusted_schema = OFF", "PRAGMA query_only = OFF")
"""What a session may have changed for itself on a connection that the next one is given."""


@cache
def _dialect() -> Dialect:
    """Return how SQLite is spoken to; what is put into SQL belongs to the one it was put by."""
    engine = create_engine("sqlite://")
    engine.connect().close()  # it is ready once it has spoken
    engine.dispose()
    return engine.dialect


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open the file of that very name: SQLite reads ?, # and % in a URI as signs of its own."""
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, check_same_thread=False
    )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from any other; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_engine(
    path: Path, *, read_only: bool = False, create: bool = False, foreign_keys: bool = True
) -> Engine:
    """Return an engine on the file; each of its transactions is begun by hand.

    ``create`` makes the file where there is none; ``foreign_keys`` is off only for migrations.
    Connections are kept open between sessions, but none on a file that has another in its place.
    """
    mode = "ro" if read_only else ("rwc" if create else "rw")
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, mode),
        poolclass=QueuePool,
        pool_size=KEPT_OPEN,
        max_overflow=-1,
        pool_use_lifo=True,
        execution_options={"compiled_cache": _STATEMENTS},
    )
    engine.dialect = _dialect()

    @event.listens_for(engine, "connect")
    def _set_guards(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(path)
        connection.isolation_level = None  # no transaction that we did not begin
        cursor = connection.cursor()
        keys = f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}"
        timeout = f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}"
        for pragma in (timeout, *_PRAGMAS, keys):
            if not (read_only and "journal_mode" in pragma):
                cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "checkout")
    def _renew(
        connection: DBAPIConnection, entry: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        if entry.info["file"] != _identity(path):
            raise DisconnectionError("another file has taken this one's place")
        cursor = connection.cursor()
        for pragma in _AT_EACH_USE:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        kind = "EXCLUSIVE" if options.get(ALONE) else "IMMEDIATE" if options.get(WRITES) else ""
        connection.exec_driver_sql(f"BEGIN {kind}".rstrip())

    return engine


def trust_schema(connection: Connection) -> None:
    """Let this connection run the triggers, once its schema is known to be ours.

    SQLite refuses JSON functions in triggers of a schema that is not trusted.
    """
    connection.exec_driver_sql("PRAGMA trusted_schema = ON")
