"""The rows of the public page and of its open data; no names of persons."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from revtrack.documents import answers, phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import addressee_lines, reply_lines
from revtrack.wording.labels import swedish_label

HEADINGS = (
    *("Granskning", "Beteckning", "Revisionsår", "Överlämnad", "Nr", "Rekommendation", "Nämnd"),
    *("Ställningstagande", "Beslut", "Åtgärd", "Läge"),
)
_LIVE = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a cell may begin with that a spreadsheet would reckon on; so is the sign against it."""


@dataclass(frozen=True)
class PublicRow:
    """A recommendation to a committee, as everybody may see it."""

    audit: str
    reference: str
    year: str
    handed_over: str
    number: str
    recommendation: str
    committee: str
    position: str
    decision: str
    """§ and day of the committee's reply."""
    action: str
    standing: str


def public_rows(cases: Iterable[AuditCase], year: int, today: date) -> list[PublicRow]:
    """Return what has been handed over of an audit year, in the order it was handed over."""
    shown = [case for case in cases if case.is_handed_over and case.audit.audit_year == year]
    shown.sort(key=lambda case: (str(case.audit.handed_over_on), case.audit.reference))
    return [row for case in shown for row in _rows(case, today)]


def _rows(case: AuditCase, today: date) -> Iterable[PublicRow]:
    replies = {each.committee.id: each for each in reply_lines(case, today)}
    for line in addressee_lines(case):
        if not line.addressee.asked:
            continue
        yield PublicRow(
            audit=case.audit.title,
            reference=case.audit.reference,
            year=str(case.audit.audit_year),
            handed_over=str(case.audit.handed_over_on),
            number=line.number,
            recommendation=wording(line.recommendation),
            committee=phrases.capital_name(line.committee),
            position=answers.stance_or_state(case, line, replies.get(line.committee.id)),
            decision=answers.paragraph_and_day(line.response) if line.response else "Inget beslut",
            action="\n".join(dict.fromkeys(each.text for each in line.actions)) or "Ingen angiven",
            standing=swedish_label(line.standing),
        )


def as_csv(rows: Iterable[PublicRow]) -> bytes:
    """Return the rows as open data: UTF-8 with BOM, every cell quoted, none of them a formula."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_cell(value) for value in astuple(row)] for row in rows)
    return ("\ufeff" + made.getvalue()).encode()


def from_csv(content: bytes) -> list[PublicRow]:
    """Return the rows that ``as_csv`` wrote, just as they were."""
    _headings, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [PublicRow(*map(_value, row)) for row in rows]


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_LIVE) else value


def _value(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_LIVE) else cell


def by_audit(rows: Sequence[PublicRow]) -> dict[str, list[PublicRow]]:
    """Return the rows of each audit, by its reference, in their order."""
    found: dict[str, list[PublicRow]] = {}
    for row in rows:
        found.setdefault(row.reference, []).append(row)
    return found
