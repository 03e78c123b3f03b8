"""Opening the database file, with the guards that keep it whole.

Source of each setting: measured losses. A deferred transaction fails under two writers; a database
in WAL mode that is copied as one file loses its newest rows; a typing error in a path must not make
a new empty database (``mode=rw``).
"""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

WRITES = "revtrack_writes"
"""Execution option of a connection whose transaction may write."""

ALONE = "revtrack_alone"
"""Execution option of a connection whose transaction nobody else may even read beside."""

BUSY_TIMEOUT_MS = 5000

_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open the file of that very name: SQLite reads ?, # and % in a URI as signs of its own."""
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, check_same_thread=False
    )


def open_engine(
    path: Path, *, read_only: bool = False, create: bool = False, foreign_keys: bool = True
) -> Engine:
    """Return an engine on the file; each of its transactions is begun by hand.

    ``create`` makes the file where there is none; ``foreign_keys`` is off only for migrations.
    """
    mode = "ro" if read_only else ("rwc" if create else "rw")
    engine = create_engine("sqlite://", creator=lambda: _connect(path, mode), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _set_guards(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # no transaction that we did not begin
        cursor = connection.cursor()
        keys = f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}"
        timeout = f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}"
        for pragma in (timeout, *_PRAGMAS, keys):
            if not (read_only and "journal_mode" in pragma):
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
