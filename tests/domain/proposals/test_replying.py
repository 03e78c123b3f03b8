"""Whose a reply is, of which kind, with which number, § and day, in papers of many shapes."""

from pathlib import Path

import pytest

from revtrack.domain.proposals.committees.bodies import bodies_of
from revtrack.domain.proposals.papers.kinds import kind_of
from revtrack.domain.proposals.proposal import ProposedResponse
from revtrack.domain.proposals.replying.replies import replies_in
from tests.domain.proposals.written import written

GROUPS = Path(__file__).with_name("replying.txt").read_text(encoding="utf-8").split("=== ")[1:]


@pytest.mark.parametrize("group", GROUPS)
def test_a_paper_gives_the_replies_that_stand_above_it(group: str) -> None:
    expected, text = group.split("\n", 1)
    paper = written(text)
    found = replies_in(paper, kind_of(paper).kind, bodies_of(paper))
    assert (" ; ".join(map(_said, found)) or "nobody") == expected


def _said(each: ProposedResponse) -> str:
    stated = (
        each.diary_number and each.diary_number.value,
        each.paragraph and each.paragraph.value,
        each.decided_on and each.decided_on.value.isoformat(),
    )
    told = (one or "-" for one in stated)
    return " | ".join((each.committee, each.kind.value, *told))
