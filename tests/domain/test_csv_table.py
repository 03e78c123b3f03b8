"""Tables with commas whose cells come back as they were, and are formulas nowhere."""

import csv
import io

import pytest

from revtrack.domain.texts.csv_table import bare, csv_table

SIGNS = ("=1+1", "+1", "-1", "@a", "\ta", "\ra", "'=1", "''-1")


@pytest.mark.parametrize("text", [*SIGNS, "'s-Hertogenbosch", "å;ä,ö", "a\nb", "'", ""])
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    content = csv_table(["Svar"], [[text]]).decode("utf-8-sig")
    _heading, row = csv.reader(io.StringIO(content, newline=""))
    assert bare(row[0]) == text
    assert row[0].startswith("'") == (text in SIGNS or text.startswith("'"))


def test_what_is_not_known_is_empty_and_a_number_is_no_text() -> None:
    assert csv_table(["A", "B"], [[None, -1]]) == b'\xef\xbb\xbf"A","B"\r\n"","-1"\r\n'
