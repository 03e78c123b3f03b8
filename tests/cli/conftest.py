"""Command lines, carried out in this process on a register of their own."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from revtrack.cli.frame.run import run
from revtrack.cli.frame.start import Sitting
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Outcome:
    """What a command line ended in."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]


def no_screen(_open: object, _sitting: Sitting) -> None:
    """Stand where the screen would be shown."""
    raise AssertionError


@pytest.fixture
def settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that no setting of the machine has a say."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in (
        "DATABASE",
        "LANGUAGE",
        "TODAY",
        "USER",
        "ROLE",
        "DOCUMENTS",
        "TEMPLATES",
        "PLAIN",
    ):
        monkeypatch.delenv(f"REVTRACK_{name}", raising=False)
    monkeypatch.setenv("LANGUAGE", "sv")
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path / "home"


@pytest.fixture
def revtrack(capfd: pytest.CaptureFixture[str], settings_folder: Path) -> Command:
    """Carry out ``revtrack`` with these words."""
    assert settings_folder

    def carry_out(*words: object) -> Outcome:
        capfd.readouterr()
        status = run([str(word) for word in words], no_screen)
        captured = capfd.readouterr()
        return Outcome(status, captured.out, captured.err)

    return carry_out


@pytest.fixture
def awaiting_case(revtrack: Command, awaiting_store: Store) -> Command:
    """Carry out commands on the real case as it stood before any reply."""
    return lambda *words: revtrack("--database", awaiting_store.path, *words)


@pytest.fixture
def answered_case(revtrack: Command, eskilstuna_store: Store) -> Command:
    """Carry out commands on the real case with its replies."""
    return lambda *words: revtrack("--database", eskilstuna_store.path, *words)


@pytest.fixture
def demo(revtrack: Command, demo_store: Store) -> Command:
    """Carry out commands on the real case and the four years of an invented municipality."""
    return lambda *words: revtrack("--database", demo_store.path, *words)


def dump(path: Path) -> str:
    """Return all facts that a database holds, as text; not what is kept of them for searching."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
    tables = sorted(name for (name,) in connection.execute(named))
    rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608 - names of tables
    connection.close()
    return repr(rows)
