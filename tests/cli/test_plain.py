"""Plain lines in place of tables and of the screen."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

import revtrack.__main__ as start
from revtrack.storage.store import Store
from tests.cli.conftest import Command

DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff\x1b]")


def test_rows_of_a_table_are_lines_with_their_headings(demo: Command) -> None:
    first = demo("--today", "2026-02-16", "--plain", "due").out.splitlines()[0]
    assert first == (
        "Svar senast: 2025-09-12; När: 157 dagar sent; Granskning: ALV-2024-2; "
        "Nämnd: kultur- och fritidsnämnden (förlängt) (sammanträde 2026-03-12); Obesvarade: 3"
    )
    again = demo("--today", "2026-02-16", "due").out.splitlines()[0]
    assert again.startswith("Svar senast  När ")


@pytest.mark.parametrize(
    "words", [("audits",), ("committees",), ("show", "ALV-2025-1"), ("report",), ("check",)]
)
def test_nothing_is_drawn(demo: Command, words: tuple[str, ...]) -> None:
    shown = demo("--plain", *words).out
    assert shown
    assert not DRAWN.search(shown)


def test_setting_that_is_neither_yes_nor_no_is_refused(
    demo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVTRACK_PLAIN", "kanske")
    outcome = demo("audits")
    assert outcome.status == 2
    assert outcome.err == "Inställningen plain är kanske; skriv yes eller no.\n"


LINES = "1\n\nsluta\n"


def _assert_held(said: str) -> None:
    assert "\n1 Försenade: Kultur- och fritidsnämnden, ALV-2024-2, svar senast 12 sep" in said
    assert said.endswith("RevTrack är stängt.\n")
    assert not DRAWN.search(said)


def test_dialogue_is_held_through_pipes(demo_store: Store, tmp_path: Path) -> None:
    beside = {name: value for name, value in os.environ.items() if not name.startswith("REVTRACK_")}
    own = {"HOME": str(tmp_path), "REVTRACK_TODAY": "2026-02-16", "TERM": "xterm"}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "revtrack", "--database", str(demo_store.path), "--plain"],
        input=LINES.encode(),
        env=beside | own,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    _assert_held(done.stdout.decode())


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"REVTRACK_PLAIN": "yes"}])
@pytest.mark.usefixtures("settings_folder")
def test_dialogue_takes_the_place_of_the_screen(
    demo_store: Store,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
) -> None:
    for name, value in (environment | {"REVTRACK_TODAY": "2026-02-16"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["revtrack", "--database", str(demo_store.path)])
    monkeypatch.setattr(sys, "stdin", StringIO(LINES))
    with pytest.raises(SystemExit) as ended:
        start.main()
    told = capfd.readouterr()
    assert (ended.value.code, told.err) == (0, "")
    _assert_held(told.out)
