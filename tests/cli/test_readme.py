"""README.md cannot fall behind: its commands exist and its example runs."""

import re
import shlex
from pathlib import Path

import pytest

from revtrack.cli import COMMANDS
from tests.cli.conftest import Command

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_stands_in_the_table() -> None:
    named = re.findall(r"^\| `([a-z-]+(?: [a-z-]+)?)[ `]", README, re.MULTILINE)
    assert named[: len(COMMANDS)] == [*COMMANDS]


def test_the_example_runs(
    revtrack: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sample_data").symlink_to(ROOT / "sample_data")
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^revtrack (--database .*)$", README, re.MULTILINE)
    assert len(lines) == 5
    for line in lines:
        assert revtrack(*shlex.split(line)).status == 0, line
    assert {path.suffix for path in (tmp_path / "papper").iterdir()} == {".docx", ".xlsx"}
