"""How an empty file becomes a database, and an older database a new one."""

from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from revtrack.storage.engine import WRITES, open_engine, trust_schema
from revtrack.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from revtrack.storage.search_tables import has_search_tables, make_search_triggers, rebuild
from revtrack.storage.strict import name_types_strictly
from revtrack.storage.triggers import make_triggers


def upgrade(connection: Connection, version: int = SCHEMA_VERSION) -> None:
    """Bring the database to this version's schema, inside the transaction that is under way.

    Foreign keys must be off on the connection: rebuilding a table would empty its children.
    """
    name_types_strictly()
    with as_file(files("revtrack.storage") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, f"{version:04}")
    make_triggers(connection)
    make_search_triggers(connection)
    if has_search_tables(connection):
        rebuild(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def make_empty(path: Path, version: int = SCHEMA_VERSION) -> None:
    """Make an empty database of this version, or of an earlier one, in a file that is empty."""
    engine = open_engine(path, create=True, foreign_keys=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            trust_schema(connection)
            upgrade(connection, version)
    finally:
        engine.dispose()
