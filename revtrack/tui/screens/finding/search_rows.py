"""What the rows of the search stand for and show, and where each leads in its audit."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from revtrack.domain.searching import FoundIn, FoundLine, Hit, snippet
from revtrack.services.changing.subjects import Kind, Subject, subject_found
from revtrack.tui import words
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.recommendations import LOOKS
from revtrack.tui.tabs.view import RowKey
from revtrack.tui.widgets.layout import Column, Row
from revtrack.wording import _
from revtrack.wording.labels import label
from revtrack.wording.searching import found_in
from revtrack.wording.words import capitalise_first

BROAD, WIDE, WIDEST = 100, 126, 150
SNIPPET = 200
"""Letters of a text that its row has."""


@dataclass(frozen=True)
class SearchKey:
    """What a row stands for, and where that is."""

    id: int
    audit_id: int
    committee_id: int | None = None
    found: FoundIn | None = None
    """The kind of a text that was found; None: a recommendation to a committee."""
    text: str = ""


LINE_COLUMNS = (
    Column(_("Audit"), most=13),
    Column(_("No."), most=4),
    Column(_("Committee"), most=7),
    Column(_("Recommendation"), grows=True),
    Column(_("Standing"), most=28, least=21),
    Column(_("Awaited"), most=12, from_width=BROAD),
    Column(_("Priority"), most=8, from_width=WIDEST),
    Column(_("Municipality"), most=22, from_width=WIDE),
)
TEXT_COLUMNS = (
    Column(_("Found in"), most=14),
    Column(_("Audit"), most=14),
    Column(_("No."), most=5),
    Column(_("Committee"), most=16),
    Column(_("Text"), grows=True),
    Column(_("Municipality"), most=22, from_width=WIDE),
)
_TABS = {
    FoundIn.QUESTION: (1, "question"),
    FoundIn.ASSESSMENT: (1, "assessment"),
    FoundIn.RECOMMENDATION: (2, "recommendation"),
    FoundIn.ANSWER: (3, "committee"),
    FoundIn.RESPONSE: (3, "response"),
    FoundIn.NOTE: (3, "committee"),
    FoundIn.VERDICT: (4, "committee"),
}
"""The tab of an audit on which each kind of text stands, and the kind of its row there."""


def line_row(line: FoundLine, *, is_late: bool) -> Row:
    """Return the row of a recommendation to a committee."""
    awaited = ""
    if line.awaited_on is not None:
        mark = words.MARK_LATE if is_late else words.MARK_WAITING
        awaited = words.marked(mark, line.awaited_on.isoformat())
    return Row(
        (
            line.audit,
            line.number,
            line.abbreviation or capitalise_first(line.committee),
            one_line(line.text, SNIPPET),
            words.standing_code(line.standing),
            awaited,
            label(line.priority) if line.priority else "",
            line.municipality,
        ),
        SearchKey(line.addressee_id, line.audit_id, line.committee_id),
        "overdue" if is_late else LOOKS.get(line.standing.value, ""),
    )


def hit_row(hit: Hit, asked: tuple[str, ...]) -> Row:
    """Return the row of a text, with the words that were looked for marked."""
    text = one_line(snippet(hit.text, asked, SNIPPET))
    return Row(
        (
            found_in(hit.kind),
            hit.audit,
            hit.number or "",
            ", ".join(map(capitalise_first, hit.abbreviations)),
            highlighted(show(text), asked),
            hit.municipality,
        ),
        SearchKey(
            hit.id,
            hit.audit_id,
            hit.committee_ids[0] if len(hit.committee_ids) == 1 else None,
            hit.kind,
            hit.text,
        ),
    )


def gone_row(columns: Sequence[Column]) -> Row:
    """Return the row of something that is gone since it was found; F5 takes it away."""
    grown = next(place for place, each in enumerate(columns) if each.grows)
    said = _("Removed or moved since. F5 reads the register again.")
    return Row(
        tuple(said if place == grown else "" for place in range(len(columns))), None, "quiet"
    )


def highlighted(text: Text, asked: tuple[str, ...]) -> Text:
    """Return a text in which these words are marked."""
    text.highlight_words(asked, "bold underline", case_sensitive=False)
    return text


def place_in_audit(key: SearchKey) -> tuple[int, RowKey]:
    """Return the tab of the audit that a row is about, and its row there."""
    if key.found is None:
        return 2, RowKey("addressee", key.id, key.committee_id)
    tab, kind = _TABS.get(key.found, (2, "committee"))
    return tab, RowKey(kind, key.id, None if kind != "committee" else key.committee_id)


def subject_of_row(key: SearchKey) -> Subject | None:
    """Return what a row stands for, so that it can be changed; None where it can not from here."""
    if key.found is None:
        return Subject(Kind.ADDRESSEE, key.audit_id, key.id)
    return subject_found(key.found, key.audit_id, key.id)
