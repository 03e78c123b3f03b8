"""What holds for all the source of the screens, read as source."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import revtrack.tui

SOURCES = sorted(Path(revtrack.tui.__file__).parent.rglob("*.py"))


def _calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_text_widgets_read_no_markup(source: Path) -> None:
    tree = ast.parse(source.read_text())
    for call in _calls(tree, "Static", "Label"):
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        assert isinstance(given.get("markup"), ast.Constant), f"{source.name}:{call.lineno}"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_sentences_stand_where_the_catalogue_finds_them(source: Path) -> None:
    tree = ast.parse(source.read_text())
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        for call in _calls(text, "_", "ngettext"):
            assert not isinstance(call.args[0], ast.Constant), f"{source.name}:{text.lineno}"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_screen_asks_the_clock_or_the_database(source: Path) -> None:
    text = source.read_text()
    for forbidden in ("date.today(", "datetime.now(", "sqlalchemy", "sqlmodel", "session"):
        assert forbidden not in text.lower() or forbidden not in text


def test_the_program_speaks_english_where_that_is_chosen(tmp_path: Path) -> None:
    program = """
import asyncio, sys
from datetime import date
from pathlib import Path
from revtrack.wording import use_language
use_language("en")
from revtrack.services.database.opening import create_store
from revtrack.storage.store import Person
from revtrack.tui.app import RevTrackApp
async def main():
    folder = Path(sys.argv[1])
    store = create_store(folder / "register.db", Person("Test"))
    app = RevTrackApp(store, date(2023, 3, 1), folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        for strip in app.screen._compositor.render_strips():
            print("".join(segment.text for segment in strip))
asyncio.run(main())
"""
    shown = subprocess.run(  # noqa: S603 - this Python, a program written here
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    ).stdout
    for text in ("New letter", "Municipality", "Date of the letter", "Reply by", "Ctrl+S Save"):
        assert text in shown
    assert "ä" not in shown
