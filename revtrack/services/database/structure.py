"""What a database looks like against what its version of RevTrack makes."""

from collections.abc import Mapping
from functools import cache
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
    expected = _made_by(version if version in schema.OLDER else schema.SCHEMA_VERSION)
    names = expected.keys() | found.keys()
    return sorted(name for name in names if expected.get(name) != found.get(name))


@cache
def _made_by(version: int) -> Mapping[str, str]:
    """Return the structure of a new database of the version, which no program changes."""
    from revtrack.storage.migrate import make_empty  # noqa: PLC0415 - Alembic, only to make one

    with TemporaryDirectory() as folder:
        path = Path(folder) / "expected.db"
        make_empty(path, version)
        engine = open_engine(path, read_only=True)
        with engine.connect() as connection:
            made = schema.objects_in(connection)
        engine.dispose()
    return made
