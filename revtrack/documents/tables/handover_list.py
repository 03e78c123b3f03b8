"""The list that goes with a client's register to the next firm: audits, files, documents."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office.excel import Column, Properties, Sheet, Value, workbook
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import addressee_lines
from revtrack.wording.labels import swedish_label

_NO_DAY = "Ingen angiven"
_AUDITS = (
    *(Column("Beteckning", 16), Column("Granskning", 48), Column("Revisionsår", 13)),
    *(Column("Överlämnad", 14), Column("Rekommendationer", 19), Column("Nämnder", 12)),
)
_LINES = (
    *(Column("Beteckning", 16), Column("Nr", 8), Column("Rekommendation", 60)),
    *(Column("Nämnd", 30), Column("Läge", 30)),
)
_FILES = (
    *(Column("Beteckning", 16), Column("Fil", 50), Column("Namn i registret", 50)),
    *(Column("Slag", 24), Column("Byte", 12), Column("Kontrollsumma (sha-256)", 70)),
)
_DOCUMENTS = (
    *(Column("Handling", 30), Column("Fil", 60), Column("Version", 11)),
    *(Column("Framställd", 14), Column("Skickad", 14), Column("Publicerad", 14)),
    Column("Kontrollsumma (sha-256)", 70),
)


def handover_list(
    municipality: r.Municipality,
    cases: Sequence[AuditCase],
    names: Mapping[int, str],
    documents: Sequence[r.Document],
    *,
    today: date,
    note: str,
) -> bytes:
    """Return the list as a workbook; ``names`` are those that attached files lie under, by id."""
    title = f"Överlämning av revisorernas register, {municipality.name}"
    sheets = [
        Sheet(
            "Om överlämningen",
            (Column("Uppgift", 24), Column("Innehåll", 90)),
            _about(municipality, cases, names, note),
            is_list=False,
        ),
        Sheet("Granskningar", _AUDITS, list(map(_audit, cases))),
        Sheet("Rekommendationer", _LINES, [row for case in cases for row in _lines(case)]),
        Sheet("Filer", _FILES, [row for case in cases for row in _files(case, names)]),
        Sheet("Handlingar", _DOCUMENTS, list(map(_document, documents))),
    ]
    return workbook(
        [sheet for sheet in sheets if sheet.rows],
        Properties(title, phrases.office(municipality), today, note),
    )


def _about(
    municipality: r.Municipality, cases: Sequence[AuditCase], names: Mapping[int, str], note: str
) -> list[list[Value]]:
    return [
        ["Huvudman", municipality.name],
        ["Granskningar", len(cases)],
        ["Bifogade filer", len(names)],
        ["Läs in", "Ärendefilen (.json) läses in med: revtrack import. Mappen .bilagor hör till."],
        ["Läs filerna", "Filerna ligger under sina egna namn i mappen filer."],
        ["Framställd", note],
    ]


def _audit(case: AuditCase) -> list[Value]:
    return [
        case.audit.reference,
        case.audit.title,
        case.audit.audit_year,
        case.audit.handed_over_on or "Inte överlämnad",
        len(case.recommendations),
        len({each.committee_id for each in case.addressees}),
    ]


def _lines(case: AuditCase) -> Iterable[list[Value]]:
    for line in addressee_lines(case):
        yield [
            case.audit.reference,
            line.number,
            wording(line.recommendation),
            phrases.capital_name(line.committee),
            swedish_label(line.standing),
        ]


def _files(case: AuditCase, names: Mapping[int, str]) -> Iterable[list[Value]]:
    for each in case.attachments:
        yield [
            case.audit.reference,
            names.get(each.id, "Innehållet finns inte i registret"),
            each.name,
            swedish_label(each.kind),
            each.byte_count,
            each.sha256,
        ]


def _document(each: r.Document) -> list[Value]:
    return [
        swedish_label(each.kind),
        each.file_name,
        each.edition,
        each.made_on,
        each.issued_on or _NO_DAY,
        each.published_on or _NO_DAY,
        each.content_hash,
    ]
