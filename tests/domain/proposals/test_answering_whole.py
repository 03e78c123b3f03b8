"""What whole replies of many shapes answer: the position on each recommendation, in its order."""

from pathlib import Path

import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

TABLE = Path(__file__).with_name("answering_whole.txt")


def _cases() -> dict[str, tuple[list[str], str]]:
    """Return, for each heading, the positions and the reply."""
    cases: dict[str, tuple[list[str], str]] = {}
    for group in TABLE.read_text(encoding="utf-8").split("=== ")[1:]:
        heading, rest = group.split("\n", 1)
        expected, reply = rest.split("---\n", 1)
        cases[heading] = expected.strip().splitlines(), reply
    return cases


CASES = _cases()


@pytest.mark.parametrize("heading", CASES)
def test_a_reply_answers_as_its_heading_says(heading: str) -> None:
    expected, reply = CASES[heading]
    [response] = propose(written(reply)).responses
    assert [f"{each.position or 'nothing'}" for each in response.answers] == expected
