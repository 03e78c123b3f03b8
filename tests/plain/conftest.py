"""Somebody who answers the program line by line, and what is said in return."""

import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from revtrack.forms.desk import Desk
from revtrack.plain.start import hold_dialogue
from revtrack.storage.store import Store
from tests.conftest import TODAY

Talk = Callable[..., str]
Answer = str | Callable[[], object]
"""A line, or what somebody else does meanwhile."""


class Answers:
    """The lines of somebody's answers, one after the other."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        """Take the lines."""
        self._answers = iter(answers)

    def isatty(self) -> bool:
        """Say that they come through a pipe."""
        return False

    def readline(self) -> str:
        """Return the next line; empty after the last."""
        for each in self._answers:
            if isinstance(each, str):
                return f"{each}\n"
            each()
        return ""


NOT_SPOKEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2190-\u21ff\u2300-\u27bf\ud800-\udfff]")
"""Control codes and signs that only draw."""


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """Answer the program with these lines, and return all that is said."""

    def answered(store: Store, *answers: Answer, today: date = TODAY) -> str:
        said = io.StringIO()
        desk = Desk(store, today, tmp_path / "dokument")
        hold_dialogue(desk, Answers(answers), said)
        assert not NOT_SPOKEN.search(said.getvalue())
        return said.getvalue()

    return answered


def after(said: str, answer: str) -> str:
    """Return what is said after the last line that ends with an answer."""
    return said.rpartition(f" {answer}\n")[2]
