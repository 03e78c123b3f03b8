"""Which column of a table holds questions, recommendations, grades, numbers or committees.

A column is told by its heading, and where that is of no known word, by what its cells look like.
"""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.committees.whom_labels import PUT_TO
from revtrack.domain.proposals.text.verb_forms import ATT, begins_with_demand
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Cell, Row, Table
from revtrack.domain.texts.prose import name_key

_HEADINGS = (
    ("number", re.compile(r"(?:nr|nummer|#|id|rek\.?(?:\s*nr)?|fråga nr)\.?$", re.IGNORECASE)),
    (
        "earlier",
        re.compile(
            r".*\b(?:tidigare|föregående)\b|status|.*uppföljning|vidtagen|vidtagna", re.IGNORECASE
        ),
    ),
    (
        "days",
        re.compile(
            r"svar\w*\s+(?:\w+\s+)?senast|svarsdatum|svarsfrist|klart|tidplan", re.IGNORECASE
        ),
    ),
    (
        "text",
        re.compile(
            r"(?:revisorernas\s+|revisionens\s+|våra\s+|vår\s+|lämnade\s+|granskningens\s+)?"
            r"(?:rekommendation(?:er|en|stext)?|förbättringsförslag|åtgärdsförslag"
            r"|förbättringsområde(?:n)?|utvecklingsområde(?:n)?|medskick|uppmaning"
            r"|(?:rekommenderad|föreslagen|föreslagna|rekommenderade) åtgärd(?:er)?"
            r"|(?:revis\w+|vi) (?:rekommendera(?:r|de|t)|föresl(?:år|og|agit)|uppmana(?:r|de))"
            r"|(?:vad|det) (?:som )?(?:vi|(?:\w+ )?revis\w+) (?:har )?(?:rekommendera|föresl[oåa]"
            r"|uppmana)\w*|(?:vad|det) som (?:har )?(?:rekommendera|föresl[oåa])\w*"
            r"|detta rekommenderas|rekommenderas\b.*"
            r"|(?:det|detta|vad(?: som)?) (?:bör|ska|behöver) (?:göras|åtgärdas|vidtas|förbättras)"
            r"|förslag(?: till (?:åtgärd(?:er)?|förbättring(?:ar)?))?$"
            r"|\w*(?:nämnden|styrelsen|bolaget) (?:bör|ska|rekommendera(?:de)?s)(?=\s*\()"
            r"|(?:vad som |detta )?bör (?:göras|åtgärdas))\b(?!.*\bnr\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "question",
        re.compile(
            r"(?:granskningens\s+|delfråga|kontrollmål|kontrollfråga)?"
            r"(?:revisions|del|gransknings|under|kontroll)?(?:fråg(?:a|or|an|orna)|frågeställning(?:ar)?"
            r"|kontrollmål|delfråga|granskningsmål)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "grade",
        re.compile(
            r"(?:vår\s+|samlad\s+|revisionell\s+)?(?:bedömning(?:en)?"
            r"|ja\s?/\s?(?:delvis\s?/\s?)?nej|svar(?:et)?|uppfyll\w*"
            r"|resultat"
            r"|betyg|omdöme|utfall|grad)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "comment",
        re.compile(
            r"(?:kommentar|motivering|iakttagelse|förklaring|slutsats|underlag)\w*", re.IGNORECASE
        ),
    ),
    ("section", re.compile(r"(?:avsnitt|kapitel|kap\.?|se avsnitt)\b", re.IGNORECASE)),
    (
        "recipients",
        re.compile(
            rf"(?:mottagare|organ|adressat|{PUT_TO}|till|avser|berör|gäller|vem"
            r"|för vem|åligger|ansvar(?:ig(?:t|a)?)?$|ägare|bolag(?:et)?$)\b"
            r"|(?:berörd|ansvarig|granskad)\w*\s+(?:nämnd|styrelse)"
            r"|(?:nämnd(?:er)?|styrelse)(?:\s*(?:/|och|eller)\s*(?:nämnd(?:er)?|styrelse))?$"
            r"|granskning\s*(?:/|och|,)\s*(?:ansvarig\s|granskad\s)?(?:nämnd|organ|styrelse"
            r"|mottagare)\w*$",
            re.IGNORECASE,
        ),
    ),
)
"""How columns are headed; the first that fits."""
LONGEST_HEADING = 60
_LONGEST_QUERY = 2
"""So many words a heading has at most that asks: "Är uppfyllt?"."""
_OF_LISTS = {"number", "recipients", "earlier", "days", "section"}
"""Columns that stand beside recommendations, by whatever word these are headed."""
_NOT_TEXT = re.compile(
    r"åtgärd|svar|yttrande|ställningstagande|kommentar|plan\b|aktivitet|insats|genomför|mål\b|beslut"
    r"|risk|kontroll",
    re.IGNORECASE,
)
"""Headings of columns that tell what is done, not what is recommended."""
_WORDS = 3
"""So many words have the cells of a column of recommendations on the average, at least."""
_OF_BEFORE = re.compile(
    r"\b(?:tidigare|föregående)\b.*\b(?:rekommendation|förslag|påpekande|synpunkt)", re.IGNORECASE
)
"""What an audit before recommended, of which a follow-up tells."""
_WIDE = 3
_GROUP = re.compile(
    r"(?:(?:fördjupad |uppföljande )?granskning(?:en)?|förstudie|uppföljning|lekmannarevision)\b"
    r"|(?:år\s)?(?:19|20)\d\d\W*$|[^.]{3,80}[,(]\s?(?:\w+\s)?(?:19|20)\d\d\)?$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,4}")
_LEGAL_FORMS = frozenset(("ab", "hb", "kb", "brf"))
"""What tells of a name that a company, a partnership or a society bears it; it shortens none."""
_NUMBER = re.compile(r"[RF]?\d{1,3}[a-z]?(?:\.\d{1,2})*[.)]?$", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """The columns of a table by what they hold, and its rows below the headings."""

    by_name: dict[str, int]
    rows: tuple[Row, ...]
    of_committee: dict[int, Committee] = field(default_factory=dict)
    """Columns headed by one committee each."""
    heads: tuple[str, ...] = ()
    """How its columns are headed."""
    width: int = 0
    """How many cells the row of headings has."""

    def text(self, row: Row, name: str) -> str:
        """Return what a row has in the column of this name; "" where there is none."""
        place = self.by_name.get(name)
        return text_at(row, place) if place is not None else ""

    def number(self, row: Row) -> str | None:
        """Return the number of a row, as it is written."""
        said = self.text(row, "number").strip()
        return said.rstrip(".)") if _NUMBER.match(said) else None


def text_at(row: Row, place: int) -> str:
    """Return the text of a cell on one line."""
    return " ".join(row.cells[place].text.split()) if place < len(row.cells) else ""


def columns_of(table: Table, addressees: Addressees) -> Columns | None:
    """Return a table's columns by their headings; None where its first row has none."""
    if not table.rows:
        return None
    above, first = _first_rows(table.rows, addressees)
    named = _by_headings(first)
    asking = [place for place, cell in enumerate(first.cells) if _asks(cell.text)]
    is_head = bool(named.keys() & {"text", "question"}) and len(table.rows) > 1
    if asking and not (is_head and not any(_asks_below(table, place) for place in asking)):
        return None
    rows = tuple(row for row in table.rows[len(above) + 1 :] if not _is_head(row, first))
    if not named.keys() & {"text", "question"} and named.keys() & _OF_LISTS:
        found = _of_texts(rows, [_heading(cell) for cell in first.cells])
        named |= {} if found is None or found in named.values() else {"text": found}
    if not named.keys() & {"text", "question"}:
        return None
    committees = _headed_by_one(first, set(named.values()), addressees)
    if not committees:
        _by_committees(rows, named, addressees)
    heads = tuple(_heading(cell) for cell in first.cells)
    return Columns(named, (*above, *rows), committees, heads, len(heads))


def _first_rows(rows: Sequence[Row], addressees: Addressees) -> tuple[tuple[Row, ...], Row]:
    """Return the row of headings, with the row above that says what all below it is of."""
    is_below = len(rows) >= _WIDE and is_group(rows[0], addressees)
    if is_below and _by_headings(rows[1]).keys() & {"text", "question"}:
        return (rows[0],), rows[1]
    return (), rows[0]


def _by_headings(first: Row) -> dict[str, int]:
    """Return the columns whose headings are of known words."""
    named: dict[str, int] = {}
    for place, cell in enumerate(first.cells):
        name = None if cell.is_merged else _name(cell)
        if name:
            named.setdefault(name, place)
        if name == "earlier" and _OF_BEFORE.search(cell.text):
            named.setdefault("text", place)
    return named


def _headed_by_one(
    first: Row, taken: Container[int], addressees: Addressees
) -> dict[int, Committee]:
    """Return the columns that are headed by one committee each, the last by an abbreviation."""
    found = {
        place: whom.committees[0]
        for place, cell in enumerate(first.cells)
        if place not in taken
        and addressees.is_label(cell.text)
        and (whom := addressees.spoken_to(cell.text))
        and len(whom.committees) == 1
    }
    left = {e.id: e for e in addressees.reviewed} if found else {}
    for each in found.values():
        left.pop(each.id, None)
    for place, cell in enumerate(first.cells):
        short = cell.text.strip()
        if place in taken or place in found or not _SHORT.fullmatch(short):
            continue
        fits = [each for each in left.values() if shortens(short.casefold(), name_key(each.name))]
        if len(fits) == 1:
            found[place] = left.pop(fits[0].id)
    return found


def shortens(short: str, key: str) -> bool:
    """Tell whether an abbreviation's letters stand in a name, in order from its first."""
    if short in _LEGAL_FORMS:
        return False
    rest = iter(key)
    return short[0] == key[0] and all(each in rest for each in short)


def _of_texts(rows: Sequence[Row], heads: Sequence[str]) -> int | None:
    """Return the column, headed by no known word, whose cells are told to do something."""
    place = fullest(rows, lambda said: begins_with_demand(ATT.sub("", said)))
    if place is None or place >= len(heads) or len(rows) == 1 or _NOT_TEXT.search(heads[place]):
        return None
    words = sum(len(text_at(row, place).split()) for row in rows)
    return place if words >= _WORDS * len(rows) else None


def _by_committees(rows: Sequence[Row], named: dict[str, int], addressees: Addressees) -> None:
    """Take the column whose cells name committees for that of the recipients.

    One whose heading says so stays, unless its cells name nobody: "Ansvarig: skolchef".
    """

    def names(place: int) -> int:
        return sum(addressees.is_label(text_at(row, place)) for row in rows)

    told = named.get("recipients")
    if told is not None and names(told):
        return
    taken = {place for name, place in named.items() if name != "recipients"}
    width = max((len(row.cells) for row in rows), default=0)
    hits = {place: names(place) for place in range(width) if place not in taken}
    best = max(hits, key=lambda place: hits[place], default=None)
    said = sum(bool(text_at(row, best)) for row in rows) if best is not None else 0
    if best is not None and hits[best] and 2 * hits[best] > said:
        named["recipients"] = best


def asked_in(table: Table) -> Columns | None:
    """Return the rows of a table that ask, by the column that does; whatever it is headed."""
    place = fullest(table.rows, _asks)
    if place is None:
        return None
    said = {row: text_at(row, place) for row in table.rows}
    rows = tuple(row for row, text in said.items() if text.endswith("?") and " " in text)
    return Columns({"question": place}, rows) if len(rows) > 1 else None


def _asks(text: str) -> bool:
    """Tell whether a cell asks a whole question, not "Uppfyllt?"."""
    return text.rstrip().endswith("?") and len(text.split()) > _LONGEST_QUERY


def _asks_below(table: Table, place: int) -> bool:
    """Tell whether a cell below the first of a column asks too, so that the first is no heading."""
    return any(_asks(text_at(row, place)) for row in table.rows[1:])


def committees_in_head(table: Table, addressees: Addressees) -> dict[int, Whom]:
    """Return whom each column is for where all of a table's columns are headed by committees."""
    cells = table.rows[0].cells if table.rows else ()
    named = {
        place: whom
        for place, cell in enumerate(cells)
        if addressees.is_label(cell.text) and (whom := addressees.spoken_to(cell.text))
    }
    has_label = len(cells) > len(named) > 1 and 0 not in named
    return named if len(named) == len(cells) - has_label else {}


def _is_head(row: Row, first: Row) -> bool:
    """Tell whether a row repeats the headings, as on the next page."""
    return [cell.text for cell in row.cells] == [cell.text for cell in first.cells]


def _name(cell: Cell) -> str | None:
    return next((name for name, shape in _HEADINGS if shape.match(_heading(cell))), None)


def _heading(cell: Cell) -> str:
    """Return what a cell says as a heading; its last line where a whole sentence runs into it."""
    lines = cell.text.strip().split("\n")
    is_below_sentence = len(lines) > 1 and lines[-2].rstrip().endswith((".", ":"))
    said = " ".join((lines[-1] if is_below_sentence else cell.text).split()).strip(" :*")
    return "" if len(said) > LONGEST_HEADING or said.endswith("?") else said


def fullest(rows: Sequence[Row], fits: Callable[[str], bool]) -> int | None:
    """Return the column most of whose cells fit; None where no column has more than half."""
    width = max((len(row.cells) for row in rows), default=0)
    hits = [sum(fits(text_at(row, place)) for row in rows) for place in range(width)]
    best = max(hits, default=0)
    return hits.index(best) if best * 2 > len(rows) else None


def is_across(row: Row) -> bool:
    """Tell whether one cell goes across the whole row, as a heading within a table does."""
    first = row.cells[0].text if row.cells else ""
    return len(row.cells) > 1 and bool(first) and all(cell.text == first for cell in row.cells[1:])


def is_group(row: Row, addressees: Addressees) -> bool:
    """Tell whether a row only says what those below it are of: an audit, a year, a committee."""
    if is_across(row):
        return True
    said = [cell.text for cell in row.cells if cell.text.strip()]
    if len(said) != 1 or len(row.cells) < _WIDE:
        return False
    return names_group(said[0]) or addressees.is_label(said[0])


def names_group(text: str) -> bool:
    """Tell whether a text only names an audit or a year, as a row above others does."""
    return _GROUP.match(text) is not None
