"""What replies of many shapes give again of what was recommended; who is to do it stays."""

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.one_reply import read_reply
from tests.domain.proposals.written import cases_in, written

CASES = cases_in("restating.txt") | cases_in("restating_at_once.txt")


@pytest.mark.parametrize("heading", CASES)
def test_a_reply_gives_again_what_its_heading_says(heading: str) -> None:
    expected, reply = CASES[heading]
    made = read_reply(written(reply), PaperKind.RESPONSE)
    assert [(each.text or "").rstrip(".") for each in made.recommendations] == expected
