"""Local choices: where the register lies, whose it is, which language; read once, as one value.

They stand in ``settings.toml`` in the person's own settings folder and are outdone by environment
variables, which are outdone by what is typed. The standard library reads both: pydantic-settings
would take longer to load than the whole of ``revtrack --help``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import PlatformDirs

from revtrack.domain.errors import RevTrackError

FILE_NAME = "settings.toml"
DATABASE_NAME = "revtrack.db"
LOG_NAME = "revtrack.log"
PACKAGE_KEY_NAME = "package_key.pem"

_PLACES = PlatformDirs("revtrack", appauthor=False)


@dataclass(frozen=True)
class Settings:
    """What a person has chosen once and for all; None: nothing chosen."""

    database: Path | None = None
    """The register's file."""
    language: str | None = None
    """``sv`` or ``en``."""
    user: str | None = None
    """The name that stands in the history."""
    role: str | None = None
    """Code of the person's role: ``expert``, ``elected_auditor``, ``clerk``."""
    documents: Path | None = None
    """Folder that documents are written to."""
    templates: Path | None = None
    """Folder of the office's own templates."""
    firm: str | None = None
    """The firm that new audits are proposed to be made by."""
    theme: str | None = None
    """``dark``, ``light`` or ``high-contrast``: the colours of the screen."""
    plain: str | None = None
    """``yes``: plain lines in place of the screen, and of tables."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys of the person's own choice on the screen, by the name of the action."""
    today: str | None = None
    """The day that counts as today, for trying things out; only from the environment."""


VARIABLES: Mapping[str, str] = {
    "database": "REVTRACK_DATABASE",
    "language": "REVTRACK_LANGUAGE",
    "user": "REVTRACK_USER",
    "role": "REVTRACK_ROLE",
    "documents": "REVTRACK_DOCUMENTS",
    "templates": "REVTRACK_TEMPLATES",
    "firm": "REVTRACK_FIRM",
    "theme": "REVTRACK_THEME",
    "plain": "REVTRACK_PLAIN",
    "today": "REVTRACK_TODAY",
}
"""The environment variable that outdoes each setting."""
_IN_FILE = frozenset(VARIABLES) - {"today"}
KEYS = "keys"
"""The table of the file that holds keys."""
_PATHS = frozenset({"database", "documents", "templates"})


def settings_file() -> Path:
    """Return the place of the settings file on this system, whether or not there is one."""
    return _PLACES.user_config_path / FILE_NAME


def package_key_file() -> Path:
    """Return the file with the key that signs this person's case packages."""
    return _PLACES.user_config_path / PACKAGE_KEY_NAME


def default_database() -> Path:
    """Return the place of the register where nothing else is said."""
    return _PLACES.user_data_path / DATABASE_NAME


def drafts_folder() -> Path:
    """Return the folder that keeps what is typed in forms until it is saved."""
    return _PLACES.user_data_path / "drafts"


def log_file() -> Path:
    """Return the file that faults in the program are written to."""
    return _PLACES.user_log_path / LOG_NAME


def read_settings(environment: Mapping[str, str], file: Path | None = None) -> Settings:
    """Return the settings of the file, with those of the environment in their place.

    Raises RevTrackError where the file cannot be read or holds something else than settings.
    """
    chosen, keys = _read_file(file or settings_file())
    for name, variable in VARIABLES.items():
        if value := environment.get(variable):
            chosen[name] = value
    paths = {name: Path(chosen.pop(name)).expanduser() for name in _PATHS if name in chosen}
    return Settings(**chosen, **paths, keys=keys)  # type: ignore[arg-type]  # names checked in _read_file


def _read_file(file: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the texts of the file by their names, and its table of keys."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, {}
    except OSError as fault:
        raise RevTrackError(
            "The settings {path} could not be read: {reason}.", path=file, reason=fault
        ) from fault
    except ValueError as fault:
        raise RevTrackError(
            "The settings {path} could not be read: {reason}.", path=file, reason=fault
        ) from fault
    keys = found.pop(KEYS, {})
    if not isinstance(keys, dict) or not all(isinstance(each, str) for each in keys.values()):
        raise RevTrackError(
            "{path}: [keys] holds names of actions with their keys as texts, like "
            '"overview.letter" = "m".',
            path=file,
        )
    for name, value in found.items():
        if name not in _IN_FILE or not isinstance(value, str):
            raise RevTrackError(
                "{path} holds {name}, which is no setting with a text. The settings are: {names}.",
                path=file,
                name=name,
                names=", ".join(sorted({*_IN_FILE, KEYS})),
            )
    return found, keys
