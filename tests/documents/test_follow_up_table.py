"""The table that a follow-up is made in, before anything is judged."""

from revtrack.documents import fields
from revtrack.documents.follow_up.table import follow_up_table
from revtrack.domain.case import AuditCase
from revtrack.domain.outcome.scope import covered
from tests.conftest import TODAY
from tests.documents.conftest import STAMP, TEMPLATES
from tests.documents.flatten import tables, word_lines


def test_what_is_not_commented_on_yet_is_said_in_words(eskilstuna: AuditCase) -> None:
    rows = covered(None, [eskilstuna])
    template = (TEMPLATES / fields.RECOMMENDATION_TABLE).read_bytes()
    made = follow_up_table(eskilstuna, rows, template, today=TODAY, stamp=STAMP)
    assert "Text: 27 rekommendationer ur ESK-2022-1, räknat per mottagare." in word_lines(made)
    (table,) = tables(made)
    assert {row[-1] for row in table[1:]} == {"Ingen angiven"}
