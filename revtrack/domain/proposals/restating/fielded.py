"""Recommendations of a form: each beside a label, and answered in the fields below it."""

import re
from collections.abc import Iterator

from revtrack.domain.proposals.text.outline import TablePassage
from revtrack.domain.texts.paper import Row

FIELD_OF_ASKED = re.compile(
    r"^(?:revis\w+s |er |granskningens |rekommendationens )?"
    r"(?:rekommendation(?:en)?|synpunkt(?:en)?|påpekande(?:t)?"
    r"|(?:orda)?lydelse(?:n)?|formulering(?:en)?|text(?:en)?)"
    r"(?: (?:nr\.? )?(?P<number>R?\d{1,2}[a-z]?))?\s*:?$"
    r"|^(?:(?:orda|rekommendationens )?lydelse|rekommendationstext|formulering)\s*:?$"
    r"|^(?:punkt |nr\.? ?)?(?P<alone>R?\d{1,2}[a-z]?)[.):]?$",
    re.IGNORECASE,
)
"""What a form calls the field beside which a recommendation is written; perhaps but its number."""
FIELD_OF_ANSWER = re.compile(
    r"^(?:[\w,-]+(?: och)? ){0,3}?(?:svar(?:et)?|yttrande|kommentar(?:er)?|ställningstagande"
    r"|åtgärd(?:er)?|bedömning|inställning|ståndpunkt|motivering|beskrivning|tidplan|tidsplan"
    r"|klart(?: senast)?|ansvarig"
    r"|[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen|vi))"
    r"(?: och .{3,25})?(?: \([^)]*\))?\s*:?$",
    re.IGNORECASE,
)
"""What a form calls the fields that answer the recommendation above them."""
_LONGEST_LABEL = 60
_SHORTEST = 15
"""In signs, of what is recommended."""


def fields_in(table: TablePassage) -> Iterator[tuple[str, str | None, Row]]:
    """Give what stands beside "Rekommendation" in a form, with its number, where fields answer."""
    rows = table.table.rows
    said = [[" ".join(cell.text.split()) for cell in row.cells[:2]] for row in rows]
    are_fields = all(len(cells) > 1 and len(cells[0]) < _LONGEST_LABEL for cells in said)
    if not (are_fields and any(FIELD_OF_ANSWER.match(label) for label, _ in said)):
        return
    below = (*(label for label, _ in said[1:]), "")
    for (label, text), row, after in zip(said, rows, below, strict=True):
        match = FIELD_OF_ASKED.match(label)
        is_text = len(text) >= _SHORTEST and not FIELD_OF_ANSWER.match(text)
        if match and is_text and (not match["alone"] or FIELD_OF_ANSWER.match(after)):
            yield text, match["number"] or match["alone"], row
