"""A person's own choices: seen with what outdoes them, and written to ``settings.toml``.

All else in the file stays as it is: comments, order, and what only other versions know.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from revtrack.domain.errors import N_, RevTrackError
from revtrack.settings import KEYS, VARIABLES, read_settings

CHOICES = ("user", "role", "firm", "documents", "templates", "language", "theme", "plain")
"""What is chosen on the screen, in the order that it is shown in."""


@dataclass(frozen=True)
class OwnSettings:
    """Where a person's choices stand, and the environment that outdoes them."""

    file: Path
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Choice:
    """One choice: what the file says, and what says something else than the file."""

    name: str
    stated: str | None
    """What stands in the file; None: nothing."""
    variable: str | None = None
    """The environment variable that is in force instead of the file."""


def see_choices(own: OwnSettings) -> tuple[tuple[Choice, ...], dict[str, str]]:
    """Return the choices in their order, and the keys of one's own by the names of the actions.

    Raises RevTrackError where the file cannot be read.
    """
    stated = read_settings({}, own.file)
    found = []
    for name in CHOICES:
        value = getattr(stated, name)
        variable = VARIABLES[name] if own.environment.get(VARIABLES[name]) else None
        found.append(Choice(name, None if value is None else str(value), variable))
    return tuple(found), dict(stated.keys)


def choose(own: OwnSettings, name: str, value: str | None) -> None:
    """Write a choice to the file; None takes it away. Raises RevTrackError where it cannot be."""
    _rewrite(own.file, name, value)


def choose_key(own: OwnSettings, action: str, key: str | None) -> None:
    """Write the key of an action to the file; None gives it its usual key back."""
    _rewrite(own.file, action, key, table=KEYS)


def _rewrite(file: Path, name: str, value: str | None, table: str | None = None) -> None:
    import tomlkit  # noqa: PLC0415 - only who changes a setting needs it
    from tomlkit.items import Table  # noqa: PLC0415 - as above

    read_settings({}, file)
    try:
        before = file.read_bytes().decode("utf-8") if file.exists() else ""
        document = tomlkit.parse(before)
        if table is not None and table not in document:
            document[table] = tomlkit.table()
        holder = document if table is None else document[table]
        if not isinstance(holder, Table | tomlkit.TOMLDocument):
            raise RevTrackError(_NOT_KEPT, path=file, reason=table)
        if value is None:
            holder.pop(name, None)
        else:
            holder[name] = value
        after = tomlkit.dumps(document)
        _refuse_other_change(before, after, (table, name, value), file)
        _write_whole(file, after.encode("utf-8"))
    except OSError as fault:
        raise RevTrackError(_NOT_KEPT, path=file, reason=fault) from fault


_NOT_KEPT = N_("The settings {path} could not be changed: {reason}.")


def _refuse_other_change(
    before: str, after: str, change: tuple[str | None, str, str | None], file: Path
) -> None:
    """Refuse where the file would say something else than before but for the change."""
    table, name, value = change
    expected = tomllib.loads(before)
    holder = expected if table is None else expected.setdefault(table, {})
    holder.pop(name, None)
    if value is not None:
        holder[name] = value
    if tomllib.loads(after) != expected:
        raise RevTrackError(_NOT_KEPT, path=file, reason=name)


def _write_whole(file: Path, content: bytes) -> None:
    """Put the content in place of the file's, its rights kept; a link goes on pointing at it."""
    place = file.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    mode = place.stat().st_mode & 0o777 if place.exists() else None
    descriptor, name = mkstemp(dir=place.parent, prefix=".", suffix=".tmp")
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            written.chmod(mode)
        written.replace(place)
    finally:
        written.unlink(missing_ok=True)
