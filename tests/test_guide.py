"""The user guide cannot fall behind: what it says exists, and what exists is in it."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from textual.binding import Binding

from revtrack.cli import COMMANDS
from revtrack.cli.frame.root import Commands, Program, program
from revtrack.cli.frame.run import run
from revtrack.cli.frame.start import Sitting
from revtrack.domain.codes import Standing
from revtrack.services.papers.makers import MAKERS
from revtrack.services.papers.municipal_makers import MUNICIPAL
from revtrack.settings import Settings
from revtrack.tui import keys
from revtrack.tui.screens.audit.audit import TABS
from revtrack.wording.labels import label, symbol
from tests.conftest import TODAY

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "anvandarguide.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
TO_SHELL = frozenset({"<", ">", ">>", "|", "&&"})
"""Where a command line leaves the program for the shell."""


def no_screen(_open: object, _sitting: Sitting) -> None:
    raise AssertionError


def section(heading: str, text: str = GUIDE) -> str:
    """Return what stands under a heading of a text, its smaller headings included."""
    depth = heading.index(" ")
    after = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"^#{{1,{depth}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the lines of the tables in a text, without the headings."""
    tables = re.findall(r"^\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for table in tables
        for line in table.splitlines()
    ]


def shell_blocks(text: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def shell_lines(text: str) -> list[list[str]]:
    """Return the words of each command line of RevTrack that a text shows."""
    lines = [line for block in shell_blocks(text) for line in block.splitlines()]
    return [list(up_to_shell(line)) for line in lines if line.startswith("revtrack")]


def up_to_shell(line: str) -> Iterator[str]:
    for word in shlex.split(line)[1:]:
        if word in TO_SHELL:
            return
        yield word


def key_row(binding: Binding) -> list[str]:
    names = [f"`{keys.key_name(key)}`" for key in binding.key.split(",")]
    return [" ".join(names), binding.tooltip or binding.description]


@pytest.mark.parametrize("group", keys.GROUPS)
def test_every_key_stands_in_the_guide(group: str) -> None:
    told = rows(section(f"### {group}", section("## Alla tangenter")))
    assert told == [key_row(binding) for binding in keys.GROUPS[group]]


@pytest.mark.parametrize("group", [keys.OVERVIEW, keys.AUDIT])
def test_every_key_that_changes_the_register_is_told_of_where_the_work_is(
    group: list[Binding],
) -> None:
    told = GUIDE.split("\n## Alla tangenter\n")[0]
    for binding in group:
        if binding.id in keys.WRITING:
            assert f"`{binding.key}`" in told, binding.id


def test_the_tabs_of_an_audit_stand_in_their_order() -> None:
    assert [first for first, _ in rows(section("### Granskning"))] == [
        f"`{number}` {tab.title}" for number, tab in enumerate(TABS, start=1)
    ]


def test_every_command_stands_in_the_guide() -> None:
    told = [name for first, _ in rows(section("## Kommandon")) for name in first.split(", ")]
    assert told == [f"`{name}`" for name in COMMANDS]


def test_every_standing_is_explained_in_the_order_it_is_computed() -> None:
    assert [first for first, _ in rows(section("## Läge"))] == [
        f"{symbol(each)} {label(each)}" for each in Standing
    ]


def test_every_document_that_can_be_made_is_described_with_its_formats() -> None:
    formats = {".docx": "Word", ".xlsx": "Excel", ".eml": "mejl"}
    assert [[name, kind, made] for name, kind, _, made in rows(section("## Handlingarna"))] == [
        [label(kind), f"`{kind.value}`", ", ".join(formats[each] for each in makers)]
        for table in (MAKERS, MUNICIPAL)
        for kind, makers in table.items()
    ]


def parse(said: Program, words: list[str]) -> None:
    """Read a command line as the program does, without carrying it out.

    Raises click.UsageError where the command, an option or an argument does not exist.
    """
    context = click.Context(said, info_name="revtrack")
    _options, rest, _order = said.make_parser(context).parse_args(list(words))
    found: click.Command = said
    while rest and isinstance(found, Commands):
        name, command, arguments = found.resolve_command(context, rest)
        assert command is not None
        found, rest = command, arguments
        if "--help" not in arguments:
            context = command.make_context(name, list(arguments), parent=context)


@pytest.mark.parametrize("text", [README, GUIDE], ids=["README", "guide"])
def test_every_command_line_shown_can_be_read(text: str) -> None:
    said = program(Settings(), TODAY, no_screen)
    lines = shell_lines(text)
    assert len(lines) > 4
    for words in lines:
        parse(said, words)


@pytest.mark.parametrize(
    "words", [["dua"], ["due", "--inom", "3"], ["--datum", "due"], ["respond", "E1"]]
)
def test_a_command_line_that_does_not_exist_is_found(words: list[str]) -> None:
    with pytest.raises(click.UsageError):
        parse(program(Settings(), TODAY, no_screen), words)


@pytest.fixture
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the sample data, where no setting of the machine has a say."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("DATABASE", "LANGUAGE", "TODAY", "USER", "ROLE", "DOCUMENTS"):
        monkeypatch.delenv(f"REVTRACK_{name}", raising=False)
    (tmp_path / "sample_data").symlink_to(ROOT / "sample_data")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_desk")
def test_the_example_from_beginning_to_end_runs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    [block] = [each for each in shell_blocks(GUIDE) if " init\n" in each and " document " in each]
    for line in block.splitlines():
        assert run(shlex.split(line)[1:], no_screen) == 0, (line, capfd.readouterr().err)
    made = (tmp_path / "papper").iterdir()
    assert sorted(path.suffix for path in made) == [".docx", ".xlsx"]
