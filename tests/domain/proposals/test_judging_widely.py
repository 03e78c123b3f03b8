"""The many ways in which reports answer their questions: a paper for each, and its grades.

The papers stand in ``judging_widely.txt``: "=== what it shows", the paper, "---", and a line for
each question with its grades, those of some committees with their names. "@asked" and the like
stand for the beginning of a report with its questions.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from revtrack.domain.proposals.one_paper import read_report
from tests.domain.proposals.written import written

ASKED = """# Granskning av underhåll
Granskningen avser socialnämnden.
# 1 Inledning
## 1.2 Syfte och revisionsfrågor
Syftet är att bedöma om nämnden har en god styrning. Granskningen ska besvara revisionsfrågorna:
- Finns aktuella riktlinjer för handläggningen?
- Är ansvaret tydligt fördelat mellan enheterna?
- Sker en tillräcklig uppföljning av besluten?
"""


def _beginning(whose: str, *questions: str) -> str:
    asked = "".join(f"- {each}\n" for each in questions)
    return (
        f"# Granskning av handläggning\nGranskningen avser {whose}.\n# 1 Inledning\n"
        "## 1.2 Syfte och revisionsfrågor\nSyftet är att bedöma om styrningen är god. "
        f"Granskningen ska besvara revisionsfrågorna:\n{asked}"
    )


BEGINNINGS = {
    "@asked": ASKED,
    "@payments": _beginning(
        "socialnämnden",
        "Sker utbetalningar endast efter beslut av behörig handläggare?",
        "Görs kontroller för att upptäcka felaktiga utbetalningar?",
        "Hanteras återkrav på ett ändamålsenligt sätt?",
    ),
    "@two": _beginning(
        "socialnämnden och skolnämnden",
        "Finns aktuella riktlinjer för handläggningen?",
        "Följer nämnderna upp besluten?",
    ),
    "@denied": _beginning(
        "socialnämnden",
        "Är behörigheten att ändra i registret begränsad?",
        "Säkerställs att obehöriga inte får tillgång till uppgifter?",
        "Åtgärdas brister som upptäcks?",
    ),
}
PAPERS = Path(__file__).with_name("judging_widely.txt").read_text(encoding="utf-8")


def _cases() -> Iterator[tuple[str, str, list[str]]]:
    for part in re.split(r"^=== ", PAPERS, flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        paper, _, expected = rest.partition("\n---\n")
        word = paper.split("\n", 1)[0]
        paper = paper.replace(word, BEGINNINGS[word], 1) if word in BEGINNINGS else paper
        yield name, paper, expected.strip().splitlines()


CASES = list(_cases())


@pytest.mark.parametrize(
    ("paper", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_found_of_each_question(paper: str, expected: list[str]) -> None:
    assert [
        ", ".join(" ".join([str(one.grade), *one.committees]) for one in each.assessments) or "none"
        for each in read_report(written(paper)).questions
    ] == expected
