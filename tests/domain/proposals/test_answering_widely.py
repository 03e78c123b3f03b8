"""What officials answer in many wordings and short cells: position and progress of each line.

The signs of an answer are weighed, so a table holds when nearly all of its lines are read right:
a weight that is changed may cost a line and win others. ``telling_widely.txt`` was written before
the weights were.
"""

from pathlib import Path

import pytest

from revtrack.domain.proposals.said.stances import stance_in

TABLES = {"answering_widely.txt": 0.95, "telling_widely.txt": 0.91}
"""Of each table, how many of its lines are at least read right."""


def _lines(name: str) -> list[tuple[str, str]]:
    """Return each line with the heading above it: "agrees planned"."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    groups = (group.strip().splitlines() for group in text.split("=== ")[1:])
    return [(heading, line) for heading, *lines in groups for line in lines]


@pytest.mark.parametrize("name", TABLES)
def test_nearly_each_line_is_read_as_its_heading_says(name: str) -> None:
    lines = _lines(name)
    wrong = {}
    for heading, text in lines:
        found = stance_in([text], "")
        read = f"{found.position or 'nothing'} {found.progress or 'nothing'}"
        if read != heading:
            wrong[text] = f"{heading}, read as {read}"
    assert len(wrong) <= (1 - TABLES[name]) * len(lines), wrong
