"""What replies of many shapes give again of what was recommended; who is to do it stays."""

from pathlib import Path

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.one_paper import read_reply
from tests.domain.proposals.written import written

TABLE = Path(__file__).with_name("restating.txt")


def _cases() -> dict[str, tuple[list[str], str]]:
    """Return, for each heading, what is restated and the reply."""
    cases: dict[str, tuple[list[str], str]] = {}
    for group in TABLE.read_text(encoding="utf-8").split("=== ")[1:]:
        heading, rest = group.split("\n", 1)
        expected, reply = rest.split("---\n", 1)
        cases[heading] = expected.strip().splitlines(), reply
    return cases


CASES = _cases()


@pytest.mark.parametrize("heading", CASES)
def test_a_reply_gives_again_what_its_heading_says(heading: str) -> None:
    expected, reply = CASES[heading]
    made = read_reply(written(reply), PaperKind.RESPONSE)
    assert [(each.text or "").rstrip(".") for each in made.recommendations] == expected
