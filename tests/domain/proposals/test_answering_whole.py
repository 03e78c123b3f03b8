"""What whole replies of many shapes answer: the position on each recommendation, in its order."""

import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import cases_in, written

CASES = cases_in("answering_whole.txt")


@pytest.mark.parametrize("heading", CASES)
def test_a_reply_answers_as_its_heading_says(heading: str) -> None:
    expected, reply = CASES[heading]
    [response] = propose(written(reply)).responses
    assert [f"{each.position or 'nothing'}" for each in response.answers] == expected
