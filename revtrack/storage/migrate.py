"""How an empty file becomes a database, and an older database a new one."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from revtrack.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from revtrack.storage.strict import name_types_strictly
from revtrack.storage.triggers import make_triggers


def upgrade(connection: Connection) -> None:
    """Bring the database to this version's schema, inside the transaction that is under way.

    Foreign keys must be off on the connection: rebuilding a table would empty its children.
    """
    name_types_strictly()
    with as_file(files("revtrack.storage") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    make_triggers(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
