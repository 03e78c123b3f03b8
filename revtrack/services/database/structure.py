"""What a database looks like against what its version of RevTrack makes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from revtrack.domain.errors import RevTrackError
from revtrack.storage import schema
from revtrack.storage.engine import open_engine

MOST_NAMES = 5
"""Changed parts of the structure that a sentence names."""


def check_structure(connection: Connection, path: Path) -> None:
    """Raise RevTrackError where another program has changed the structure, naming what."""
    strange = strange_structure(connection)
    if len(strange) > MOST_NAMES:
        raise RevTrackError(
            "The structure of {path} was changed by another program: {names} and {count} more. "
            "Restore a backup.",
            path=path,
            names=", ".join(strange[:MOST_NAMES]),
            count=len(strange) - MOST_NAMES,
        )
    if strange:
        raise RevTrackError(
            "The structure of {path} was changed by another program: {names}. Restore a backup.",
            path=path,
            names=", ".join(strange),
        )


def strange_structure(connection: Connection) -> tuple[str, ...]:
    """Return what is missing, added or changed in the database's structure, by kind and name."""
    if schema.is_as_released(connection):
        return ()
    version = schema.version_of(connection)
    return tuple(_strange_names(schema.objects_in(connection), version))


def _strange_names(found: dict[str, str], version: int) -> list[str]:
    """Return what is missing, added or changed against the schema that the version makes."""
    from revtrack.storage.migrate import make_empty  # noqa: PLC0415 - Alembic, only to make one

    known = version in schema.OLDER
    with TemporaryDirectory() as folder:
        path = Path(folder) / "expected.db"
        make_empty(path, version if known else schema.SCHEMA_VERSION)
        engine = open_engine(path, read_only=True)
        with engine.connect() as connection:
            expected = schema.objects_in(connection)
        engine.dispose()
    names = expected.keys() | found.keys()
    return sorted(name for name in names if expected.get(name) != found.get(name))
