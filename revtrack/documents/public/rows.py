"""The rows of the public page and of its open data; no names of persons."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from revtrack.documents import answers, phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Standing
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.recipients import number_key
from revtrack.domain.outcome.judged import is_overturned, is_to_close
from revtrack.wording.labels import swedish_absent_label, swedish_label

HEADINGS = (
    *("Granskning", "Beteckning", "Revisionsår", "Överlämnad", "Nr", "Rekommendation", "Nämnd"),
    *("Ställningstagande", "Beslut", "Åtgärd", "Läge", "Bedömning vid uppföljning"),
    "Avslutad, utfall",
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
    verdict: str
    """What the auditors found at follow-up, and whether it was opened again since."""
    outcome: str
    """How the auditors closed it."""


def public_rows(cases: Iterable[AuditCase], year: int, today: date) -> list[PublicRow]:
    """Return what has been handed over of an audit year, in the order it was handed over."""
    shown = [case for case in cases if case.is_handed_over and case.audit.audit_year == year]
    shown.sort(key=lambda case: (str(case.audit.handed_over_on), case.audit.reference))
    return [row for case in shown for row in _rows(case, today)]


def _rows(case: AuditCase, today: date) -> Iterable[PublicRow]:
    replies = {each.committee.id: each for each in reply_lines(case, today)}
    for line in sorted(addressee_lines(case), key=lambda each: number_key(each.number)):
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
            standing=_standing(line, replies.get(line.committee.id)),
            verdict=_verdict(line),
            outcome=_outcome(line),
        )


def _standing(line: AddresseeLine, reply: ReplyLine | None) -> str:
    """Return where it stands: a reply that is late is missing, and a verdict outweighs a reply."""
    if is_to_close(line):
        return "Kan avslutas"
    if line.standing is Standing.AWAITING and reply is not None and reply.is_late:
        return answers.REPLY_MISSING
    return swedish_label(line.standing)


def _verdict(line: AddresseeLine) -> str:
    if line.verdict is None:
        return swedish_absent_label("verdict")
    found = answers.verdict_word(line.verdict)
    return f"{found}, därefter återöppnad" if is_overturned(line) else found


def _outcome(line: AddresseeLine) -> str:
    outcome = line.addressee.outcome
    return swedish_label(outcome) if outcome else "Inte avslutad"


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
