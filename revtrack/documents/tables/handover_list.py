"""The list that goes with a client's register to the next firm: audits, files, documents."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office.excel import Column, Properties, Sheet, Value, workbook
from revtrack.documents.standings import is_question, standing_text
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Relation, ReminderKind
from revtrack.domain.follow_up import addressee_lines
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

_AUDITS = (
    *(Column("Beteckning", 16), Column("Granskning", 48), Column("Revisionsår", 13)),
    *(Column("Överlämnad", 17), Column("Rekommendationer", 19), Column("Frågor", 11)),
    *(Column("Ej med i missivet", 14), Column("Nämnder", 12)),
)
_LINES = (
    *(Column("Beteckning", 16), Column("Slag", 17), Column("Nr", 8)),
    *(Column("Rekommendation eller fråga", 60), Column("Nämnd", 30), Column("Läge", 34)),
)
_FILES = (
    *(Column("Beteckning", 16), Column("Fil", 50), Column("Namn i registret", 50)),
    *(Column("Slag", 24), Column("Byte", 12), Column("Kontrollsumma (sha-256)", 70)),
)
_LETTERS = (
    *(Column("Beteckning", 16), Column("Brev", 30), Column("Mottagare", 34)),
    *(Column("Dag", 15), Column("Svar senast", 15)),
)
_DOCUMENTS = (
    *(Column("Beteckning", 20), Column("Handling", 30), Column("Nämnd", 30)),
    *(Column("Fil", 60), Column("Version", 11), Column("Framställd", 14)),
    *(Column("Skickad", 15), Column("Publicerad", 16), Column("Kontrollsumma (sha-256)", 70)),
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
            _about(municipality, cases, names, documents, note),
            is_list=False,
        ),
        Sheet("Granskningar", _AUDITS, list(map(_audit, cases))),
        Sheet("Rekommendationer", _LINES, [row for e in cases for row in _lines(e, today)]),
        Sheet("Brev", _LETTERS, [row for case in cases for row in _letters(case)]),
        Sheet("Filer", _FILES, [row for case in cases for row in _files(case, names)]),
        Sheet("Handlingar", _DOCUMENTS, [_document(each, cases) for each in documents]),
    ]
    return workbook(
        [sheet for sheet in sheets if sheet.rows],
        Properties(title, phrases.office(municipality), today, note),
    )


def _about(
    municipality: r.Municipality,
    cases: Sequence[AuditCase],
    names: Mapping[int, str],
    documents: Sequence[r.Document],
    note: str,
) -> list[list[Value]]:
    """Return what goes along; files and their folders are told of only where there are any."""
    issued = sum(each.issued_on is not None for each in documents)
    beside = " Mappen som slutar på .bilagor hör till." if names else ""
    read: list[list[Value]] = [
        ["Läs filerna", "Filerna ligger under sina egna namn i mappen filer."],
    ]
    return [
        ["Huvudman", municipality.name],
        ["Granskningar", len(cases)],
        [
            "Ej med i missivet",
            (
                "Rekommendationer som står i rapporten men utelämnades ur missivet räknas för sig "
                "och har rapportens nummer."
            ),
        ],
        ["Bifogade filer", len(names)],
        ["Framställda handlingar", f"{len(documents)}, varav {issued} antecknade som skickade"],
        ["Läs in", f"Ärendefilen (.json) läses in med: revtrack import.{beside}"],
        *(read if names else ()),
        ["Framställd", note],
    ]


def _audit(case: AuditCase) -> list[Value]:
    lines = {each.recommendation.id: each for each in addressee_lines(case)}.values()
    omitted = [each for each in lines if each.recommendation.relation is Relation.OMITTED]
    questions = [each for each in lines if each not in omitted and is_question(each)]
    return [
        case.audit.reference,
        case.audit.title,
        case.audit.audit_year,
        case.audit.handed_over_on or "Inte överlämnad",
        len(lines) - len(omitted) - len(questions),
        len(questions),
        len(omitted),
        len({each.committee_id for each in case.addressees}),
    ]


def _lines(case: AuditCase, today: date) -> Iterable[list[Value]]:
    for line in addressee_lines(case):
        yield [
            case.audit.reference,
            capitalise_first(phrases.term_of([line.recommendation]).one),
            line.number,
            wording(line.recommendation),
            phrases.capital_name(line.committee),
            standing_text(case, line, today),
        ]


def _letters(case: AuditCase) -> Iterable[list[Value]]:
    """Yield the letters that have gone out and the reminders, each with its recipient and day."""
    letters = {each.id: each for each in case.letters if each.sent_on or case.is_handed_over}
    for each in case.letter_recipients:
        if letter := letters.get(each.letter_id):
            day = letter.sent_on or letter.dated_on or phrases.NOT_STATED
            yield _letter(case, swedish_label(letter.kind), each.committee_id, day, each.due_on)
    committees = {each.id: each.committee_id for each in case.reply_cases}
    for sent in case.sent_reminders:
        what = "åtgärd" if sent.kind is ReminderKind.ACTION else "svar"
        committee = committees[sent.reply_case_id]
        yield _letter(case, f"Påminnelse om {what}", committee, sent.reminded_on, sent.due_on)


def _letter(
    case: AuditCase, kind: str, committee: int, day: date | str, due_on: date | None
) -> list[Value]:
    name = phrases.capital_name(case.committee_by_id[committee])
    return [case.audit.reference, kind, name, day, due_on or phrases.NONE_GIVEN]


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


def _document(each: r.Document, cases: Sequence[AuditCase]) -> list[Value]:
    references = {case.audit.id: case.audit.reference for case in cases}
    committee = cases[0].committee_by_id.get(each.committee_id or 0) if cases else None
    return [
        references.get(each.audit_id or 0, "Flera granskningar"),
        swedish_label(each.kind),
        phrases.capital_name(committee) if committee else "Ingen särskild",
        each.file_name,
        each.edition,
        each.made_on,
        each.issued_on or "Inte skickad",
        each.published_on or "Inte publicerad",
        each.content_hash,
    ]
