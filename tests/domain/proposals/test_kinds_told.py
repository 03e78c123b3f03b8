"""What a short paper is, told by its head and how it is built; the papers stand in a table."""

from pathlib import Path

import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

GROUPS = Path(__file__).with_name("kinds_told.txt").read_text(encoding="utf-8").split("=== ")[1:]


@pytest.mark.parametrize("group", GROUPS)
def test_a_paper_is_what_stands_above_it(group: str) -> None:
    kind, text = group.split("\n", 1)
    assert propose(written(text)).kind.value == kind
