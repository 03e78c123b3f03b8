"""The program around the commands: help, languages, settings, pipes, faults, start-up."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract

import revtrack.__main__ as start
from revtrack import __version__
from revtrack.cli import COMMANDS, members
from revtrack.cli.frame.click_words import sentences
from revtrack.cli.frame.run import run
from revtrack.services.papers.makers import MAKERS, ON_OCCASION, ONLY_PER_COMMITTEE
from revtrack.services.papers.municipal_makers import MUNICIPAL
from revtrack.storage.store import Store
from revtrack.wording.language import use_language
from tests.cli.conftest import Command, no_screen

CLICK_SAYS_TO_PROGRAMMERS = {
    *("core.py", "decorators.py", "termui.py", "_termui_impl.py", "utils.py", "_winconsole.py"),
    "types.py",
}
"""Parts of click whose remaining sentences no command of ours can bring forth."""


def _process(
    words: list[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "revtrack", *words],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(
    revtrack: Command, name: str, language: str
) -> None:
    outcome = revtrack("--language", language, *name.split(), "--help")
    heading = {"sv": ("Användning: revtrack ", "Exempel:"), "en": ("Usage: revtrack ", "Examples:")}
    assert outcome.status == 0
    assert outcome.out.startswith(heading[language][0] + name)
    assert heading[language][1] in outcome.out
    assert f"revtrack {name}" in outcome.out.split(heading[language][1])[1]
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


def test_help_lists_every_command_in_swedish(revtrack: Command) -> None:
    outcome = revtrack("--help")
    assert outcome.out.startswith("Användning: revtrack [FLAGGOR] [KOMMANDO]")
    assert all(f"  {name} " in outcome.out for name in members())
    assert revtrack("--version").out == f"revtrack {__version__}\n"


def test_what_click_says_has_swedish() -> None:
    use_language("en")
    english = sentences()
    use_language("sv")
    assert not {*english} & {*sentences()}
    folder = Path(click.__file__).parent
    for name in ("exceptions.py", "formatting.py", "parser.py"):
        with (folder / name).open("rb") as source:
            found = extract("python", source, keywords={"_": None, "ngettext": (1, 2)})
            wanted = {each[1] if isinstance(each[1], str) else each[1][0] for each in found}
        assert wanted - {*english} <= {
            "Error: {message}",
            "Missing {param_type}",
            "Missing parameter: {param_name}",
            "unknown error",
            "Invalid start character for option ({option})",
        }


def test_each_kind_of_document_is_named_in_the_help(revtrack: Command) -> None:
    text = revtrack("document", "--help").out
    assert all(kind in text for kind in MAKERS)


def test_settings_stand_in_a_file_and_give_way_to_the_environment_and_to_what_is_typed(
    revtrack: Command,
    awaiting_store: Store,
    settings_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = settings_folder / "revtrack" / "settings.toml"
    file.parent.mkdir(parents=True)
    lines = [f'database = "{awaiting_store.path}"', 'language = "en"', 'user = "Kim"']
    file.write_text("\n".join(lines), encoding="utf-8")
    assert revtrack("--today", "2023-03-21", "due").err == "6 replies are late.\n"
    monkeypatch.setenv("REVTRACK_TODAY", "2023-03-25")
    assert revtrack("due").err == "7 replies are late.\n"
    monkeypatch.setenv("REVTRACK_LANGUAGE", "sv")
    assert revtrack("due").err == "7 svar är försenade.\n"
    assert revtrack("--language", "en", "due").err == "7 replies are late.\n"
    revtrack("extend", "ESK-2022-1", "KS", "--to", "2023-04-03")
    assert json.loads(revtrack("history", "--json").out)[-1]["who"] == "Kim"
    file.write_text('databas = "x"', encoding="utf-8")
    outcome = revtrack("due")
    assert outcome.status == 3
    assert "innehåller databas, som inte är någon inställning" in outcome.err
    monkeypatch.setenv("REVTRACK_TODAY", "2023-02-30")
    file.unlink()
    assert revtrack("due").status == 2


def test_without_a_terminal_the_screen_points_to_the_commands(revtrack: Command) -> None:
    outcome = revtrack()
    assert outcome.status == 2
    assert outcome.err == "Skärmen kräver en terminal. Kommandona listas med: revtrack --help\n"


def test_a_fault_in_the_program_is_written_down_without_what_the_register_holds(
    capfd: pytest.CaptureFixture[str], settings_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_words: object) -> int:
        raise ZeroDivisionError("hemlig text")

    log = settings_folder / "revtrack.log"
    monkeypatch.setattr(start, "run", fail)
    monkeypatch.setattr(start, "log_file", lambda: log)
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == start.FAULT_IN_PROGRAM
    captured = capfd.readouterr()
    assert captured.err == (
        f"Det är ett fel i RevTrack (ZeroDivisionError). Var det uppstod står i {log}.\n"
    )
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "hemlig text" not in text.replace('raise ZeroDivisionError("hemlig text")', "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands(revtrack: Command, shell: str) -> None:
    assert "_REVTRACK_COMPLETE" in revtrack("--completion", shell).out
    asked = {
        "_REVTRACK_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "d" if shell == "fish" else "revtrack d",
        "COMP_CWORD": "d" if shell == "fish" else "1",
    }
    if shell == "bash":
        completed = _process([], asked)
        assert completed.returncode == 0
        assert completed.stdout.decode().split() == [
            *("plain,demo", "plain,due", "plain,document", "plain,documents")
        ]


def test_help_and_lists_load_nothing_that_they_do_not_use(awaiting_store: Store) -> None:
    loaded = _loaded(["--help"])
    assert not loaded & {"pydantic", "sqlmodel", "sqlalchemy", "textual", "docx", "openpyxl"}
    loaded = _loaded(["--database", str(awaiting_store.path), "due", "--json"])
    unused = {"textual", "docx", "docxtpl", "lxml", "openpyxl", "alembic", "babel", "holidays"}
    assert "sqlmodel" in loaded
    assert not loaded & unused


def _loaded(words: list[str]) -> set[str]:
    """Return the packages that a command line loads."""
    finished = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-X", "importtime", "-m", "revtrack", *words],
        capture_output=True,
        check=True,
    )
    lines = finished.stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines if "|" in line}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.usefixtures("settings_folder")
def test_json_is_whole_in_every_encoding(
    awaiting_store: Store, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    words = ["--database", str(awaiting_store.path), "show", "ESK-2022-1"]
    made = {}
    for asked in ([*words, "--json"], words):
        printed, remarks = io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding=encoding))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(remarks, encoding=encoding))
        assert run(asked, no_screen) == 0
        sys.stdout.flush()
        assert remarks.getvalue() == b""
        made[asked[-1]] = printed.getvalue()
    shown = json.loads(made["--json"].decode(encoding))
    assert shown["committees"][1]["name"] == "grundskolenämnden"
    assert "grundskolen" in made["ESK-2022-1"].decode(encoding)


def test_a_terminal_that_knows_few_letters_is_no_fault(awaiting_store: Store) -> None:
    words = ["--database", str(awaiting_store.path), "show", "ESK-2022-1"]
    plain = _process(words, {"PYTHONIOENCODING": "ascii"})
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert b"grundskolen?mnden" in plain.stdout


def test_a_reader_that_has_had_enough_is_no_fault(eskilstuna_store: Store) -> None:
    words = [sys.executable, "-m", "revtrack", "--database", str(eskilstuna_store.path), "history"]
    with subprocess.Popen(  # noqa: S603 - our own program
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_the_demo_makes_every_document_and_keeps_nothing_else(
    revtrack: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    outcome = revtrack("demo", "--out", tmp_path / "papper")
    assert outcome.status == 0
    paths = [Path(line) for line in outcome.out.splitlines()]
    assert {path.suffix for path in paths} == {".docx", ".xlsx"}
    always = {kind: formats for kind, formats in MAKERS.items() if kind not in ON_OCCASION}
    made = {kind: 7 if kind in ONLY_PER_COMMITTEE else 1 for kind in always}
    of_the_town = sum(map(len, MUNICIPAL.values()))
    of_the_audit = sum(made[kind] * len(formats) for kind, formats in always.items())
    assert len(paths) == of_the_audit + of_the_town
    assert {path.name for path in (tmp_path / "papper").iterdir()} == {path.name for path in paths}
    assert not list(tmp_path.glob("revtrack-demo-*"))


def test_every_command_of_the_table_can_be_made() -> None:
    for name, entry in COMMANDS.items():
        module, function = entry.place.split(":")
        assert getattr(import_module(f"revtrack.cli.{module}"), function)().name == name
