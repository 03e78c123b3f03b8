"""Quotations over several paragraphs, whose marks say nothing of the paragraphs they stand in."""

import pytest

from revtrack.domain.proposals.reading import propose
from revtrack.domain.proposals.text.torn_quotes import without_torn_quotes
from revtrack.domain.texts.paper import Line
from tests.domain.proposals.written import written

REPLY = """
Socialnämnden
Yttrande över granskning av avtal
Nämnden lämnar följande svar:
”
Nämnden instämmer i rekommendationen att upprätta en plan.
”
"""


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("”Planen antas.\nDen följs upp.”", ["Planen antas.", "Den följs upp."]),
        ("”\nPlanen antas.\n”", ["Planen antas."]),
        ("”Planen antas.\nDen följs upp.\n”.", ["Planen antas.", "Den följs upp."]),
        ("”\nPlanen antas.\n”\n”Mer.\nSlut.”", ["Planen antas.", "Mer.", "Slut."]),
        ("”Planen antas.”\n”Den följs upp.”", ["”Planen antas.”", "”Den följs upp.”"]),
        ("Planen antas.\n”\nDen följs upp.", ["Planen antas.", "”", "Den följs upp."]),
    ],
)
def test_only_the_marks_of_what_is_quoted_over_lines_are_taken(text: str, bare: list[str]) -> None:
    blocks = without_torn_quotes(written(text)).blocks
    assert [each.text for each in blocks if isinstance(each, Line)] == bare


def test_a_mark_alone_on_a_line_is_no_line_of_the_reply() -> None:
    found = propose(written(REPLY))
    assert [each.text for each in found.recommendations] == ["Upprätta en plan"]
    ((answer,),) = (each.answers for each in found.responses)
    assert answer.position == "agrees"
