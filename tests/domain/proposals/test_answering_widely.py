"""What officials answer in many wordings and short cells: position and progress of each line."""

from pathlib import Path

import pytest

from revtrack.domain.proposals.said.stances import stance_in

TABLE = Path(__file__).with_name("answering_widely.txt")


def _groups() -> dict[str, list[str]]:
    """Return the lines below each heading: "agrees planned"."""
    groups: dict[str, list[str]] = {}
    for group in TABLE.read_text(encoding="utf-8").split("=== ")[1:]:
        heading, *lines = group.strip().splitlines()
        groups[heading] = lines
    return groups


GROUPS = _groups()


@pytest.mark.parametrize("heading", GROUPS)
def test_each_line_is_read_as_its_heading_says(heading: str) -> None:
    found = {each: stance_in([each]) for each in GROUPS[heading]}
    read = {
        text: f"{stance.position or 'nothing'} {stance.progress or 'nothing'}"
        for text, stance in found.items()
    }
    assert read == dict.fromkeys(GROUPS[heading], heading)
