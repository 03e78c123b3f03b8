"""The many ways in which auditors recommend: a paper for each, and what it recommends to whom.

The papers stand in ``recommending.txt`` and, shorter, in ``recommending_widely.txt``: "=== report:
what it shows", the paper, "---", and a line for each recommendation, its committees in brackets.
Lists and follow-ups of what was recommended before: ``listing.txt``, ``listing_widely.txt``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.one_paper import read_letter, read_list, read_report
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.texts.paper import Paper
from tests.domain.proposals.written import written

PAPERS = "".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("recommending.txt", "recommending_widely.txt", "listing.txt", "listing_widely.txt")
)


def _cases() -> Iterator[tuple[str, str, str, list[str]]]:
    for part in re.split(r"^=== ", PAPERS, flags=re.MULTILINE)[1:]:
        head, _, rest = part.partition("\n")
        paper, _, expected = rest.partition("\n---\n")
        kind, _, name = head.partition(": ")
        yield name, kind, paper, expected.strip().splitlines()


def _read_follow_up(paper: Paper) -> Proposal:
    return read_report(paper, kind=PaperKind.FOLLOW_UP_REPORT)


READ = {
    "letter": read_letter,
    "report": read_report,
    "list": read_list,
    "follow_up": _read_follow_up,
}
CASES = list(_cases())


@pytest.mark.parametrize(
    ("kind", "paper", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_recommended_to_whom(kind: str, paper: str, expected: list[str]) -> None:
    found = READ[kind](written(paper)).recommendations
    assert [
        f"{each.text or each.letter_text} "
        f"({', '.join(each.committees or each.letter_committees or ())})"
        for each in found
    ] == expected


@pytest.mark.parametrize(("reviewed", "is_certain"), [("", True), (", Ekhult Energi AB", False)])
def test_a_company_that_a_cell_does_not_name_is_sure_where_it_is_the_only_one(
    reviewed: str, *, is_certain: bool
) -> None:
    paper = f"""Granskningen omfattar kommunstyrelsen{reviewed} samt Ekhult Bostäder AB.
Vi lämnar följande rekommendationer:
| Rekommendation | Mottagare |
| Se över arbetsordningen | Ekhult Bostäder AB |
| Upprätta en plan för intern kontroll | Bolaget |"""
    found = read_report(written(paper)).recommendations
    assert [each.committees for each in found] == [("Ekhult Bostäder AB",)] * 2
    assert [each.committees_certain for each in found] == [True, is_certain]
