"""Bedömningstabell: the audit questions and what was found of each committee, symbol and word.

Few committees stand in one table with the reasons; of many, the reasons have a table of their own
and the committees are shared out on tables that can be read on a page.
"""

from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.office import excel
from revtrack.documents.office.blocks import Column, Heading, Paragraph, Table
from revtrack.documents.tables.assessment_facts import (
    NOT_ASSESSED,
    Assessed,
    parted,
    reason,
    with_symbol,
)
from revtrack.documents.tables.table_document import Blocks, table_document
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade
from revtrack.domain.records import Committee

TITLE = "Bedömningstabell"
TOGETHER = 3
"""So many committees have room beside the reasons."""
BESIDE = 6
"""So many committees have room beside the questions."""
_GOOD, _MIDDLE, _POOR = "DDEBDD", "FDF0C8", "F9DCD6"
_FILLS = {
    Grade.YES: _GOOD,
    Grade.MOSTLY: _GOOD,
    Grade.PARTLY: _MIDDLE,
    Grade.LIMITED: _MIDDLE,
    Grade.NO: _POOR,
}
_WHOLE = 247
"""The width of a landscape page between its margins, in millimetres."""


def assessment_table(case: AuditCase, template: bytes, *, today: date, stamp: str) -> bytes:
    """Return the table as a Word document."""
    assessed = Assessed(case)
    parts: dict[str, str | Blocks] = {
        "underlag": _basis(case),
        "samlad_bedomning": assessed.overall,
        "tabell": _table(assessed),
        "motiveringar": _reasons(assessed),
    }
    return table_document(
        case, template, fields.ASSESSMENT_TABLE, parts, title=TITLE, today=today, stamp=stamp
    )


def assessment_workbook(case: AuditCase, *, today: date, stamp: str) -> bytes:
    """Return the table as a workbook: a row for each question, a column for each committee."""
    assessed = Assessed(case)
    note = phrases.stamp_note(today, stamp)
    about = [("Innehåll", TITLE), ("Underlag", _basis(case))]
    if not case.is_handed_over:
        about.insert(0, ("Status", phrases.DRAFT))
    if assessed.overall:
        about.append(("Samlad bedömning", assessed.overall))
    about += [(with_symbol(each), MEANINGS[each]) for each in Grade]
    about.append((NOT_ASSESSED, "Rapporten bedömer inte nämnden i frågan."))
    sheets = [
        excel.Sheet(
            "Bedömningar",
            _sheet_columns(assessed),
            _sheet_rows(assessed),
            rules=_rules(assessed),
            naming=2,
        ),
        excel.Sheet("Motiveringar", _REASON_SHEET, _reason_rows(assessed)),
        excel.Sheet(
            "Om tabellen",
            (excel.Column("Uppgift", 32), excel.Column("Innehåll", 96)),
            [*about, ("Framställd", note)],
            is_list=False,
        ),
    ]
    draft = "" if case.is_handed_over else f"{phrases.DRAFT} · "
    properties = excel.Properties(
        title=f"{TITLE}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
        footer=f"{draft}{note}",
    )
    return excel.workbook(sheets, properties)


MEANINGS = {
    Grade.YES: "Frågan besvaras med ja.",
    Grade.MOSTLY: "Mindre brister.",
    Grade.PARTLY: "Brister i väsentliga delar.",
    Grade.LIMITED: "Brister i de flesta delar.",
    Grade.NO: "Frågan besvaras med nej.",
    Grade.NOT_ASSESSABLE: "Underlaget räcker inte för en bedömning.",
    Grade.NOT_ANSWERED: "Rapporten ställer frågan men besvarar den inte.",
}
"""What each step means where a report does not say otherwise."""


def _basis(case: AuditCase) -> str:
    audit = case.audit
    day = f" Rapport {audit.report_on.isoformat()}." if audit.report_on else ""
    return f"{phrases.sentence(audit.title)}{day}"


def _table(assessed: Assessed) -> Blocks:
    if not assessed.case.questions:
        return (Paragraph("Granskningen har inga registrerade revisionsfrågor."),)
    committees = assessed.committees
    if len(committees) <= 1:
        return (_simple(assessed),)
    if len(committees) <= TOGETHER:
        return (_together(assessed),)
    return tuple(_beside(assessed, each) for each in parted(committees, BESIDE))


def _simple(assessed: Assessed) -> Table:
    rows = [
        [
            str(each.number),
            each.text,
            assessed.grade(each, None),
            assessed.reasons(each),
            assessed.sections(each),
        ]
        for each in assessed.case.questions
    ]
    whom = f" av {assessed.committees[0].name}" if assessed.committees else ""
    return Table(
        f"Bedömning{whom} per revisionsfråga",
        "En rad per revisionsfråga, i nummerordning.",
        (
            Column("Nr", 12, "nr"),
            Column("Revisionsfråga", 78, "revisionsfraga"),
            Column("Bedömning", 42, "bedomning"),
            Column("Motivering", 90, "motivering"),
            Column("Avsnitt", 25, "avsnitt"),
        ),
        rows,
    )


def _together(assessed: Assessed) -> Table:
    committees = assessed.committees
    room = _WHOLE - 12 - 22 - 36 * len(committees)
    rows = [
        [
            str(each.number),
            each.text,
            *(assessed.grade(each, one) for one in committees),
            assessed.reasons(each),
            assessed.sections(each),
        ]
        for each in assessed.case.questions
    ]
    return Table(
        "Bedömning per revisionsfråga och nämnd",
        "En rad per revisionsfråga, i nummerordning. En kolumn per nämnd.",
        (
            Column("Nr", 12),
            Column("Revisionsfråga", room * 0.45),
            *(Column(phrases.capital_name(one), 36) for one in committees),
            Column("Motivering", room * 0.55),
            Column("Avsnitt", 22),
        ),
        rows,
    )


def _beside(assessed: Assessed, committees: tuple[Committee, ...]) -> Table:
    width = 31 if len(committees) > 4 else 38  # noqa: PLR2004 - millimetres that have room
    rows = [
        [str(each.number), each.text, *(assessed.grade(each, one) for one in committees)]
        for each in assessed.case.questions
    ]
    is_all = len(committees) == len(assessed.committees)
    whom = "" if is_all else f": {phrases.names(committees)}"
    return Table(
        f"Bedömning per revisionsfråga och nämnd{whom}",
        "En rad per revisionsfråga, i nummerordning. En kolumn per nämnd.",
        (
            Column("Nr", 12),
            Column("Revisionsfråga", _WHOLE - 12 - width * len(committees)),
            *(Column(phrases.capital_name(one), width) for one in committees),
        ),
        rows,
    )


def _reasons(assessed: Assessed) -> Blocks:
    if len(assessed.committees) <= TOGETHER or not assessed.case.assessments:
        return ()
    rows = [list(map(str, row)) for row in _reason_rows(assessed)]
    return (
        Heading("Motiveringar", 2),
        Table(
            "Motivering till varje bedömning",
            "En rad per bedömning, i revisionsfrågornas ordning.",
            (
                Column("Nr", 12, "nr"),
                Column("Gäller", 66, "galler"),
                Column("Bedömning", 42, "bedomning"),
                Column("Motivering", 105, "motivering"),
                Column("Avsnitt", 22, "avsnitt"),
            ),
            rows,
        ),
    )


_REASON_SHEET = (
    excel.Column("Nr", 6),
    excel.Column("Gäller", 40),
    excel.Column("Bedömning", 26),
    excel.Column("Motivering", 70),
    excel.Column("Avsnitt", 12),
)


def _reason_rows(assessed: Assessed) -> list[list[excel.Value]]:
    return [
        [
            question.number,
            assessed.to_whom(each),
            with_symbol(each.grade),
            reason(each),
            each.section or phrases.NONE_GIVEN,
        ]
        for question in assessed.case.questions
        for each in assessed.case.assessments_of(question.id)
    ]


def _rules(assessed: Assessed) -> tuple[excel.Rule, ...]:
    """Return what colours the cells of each committee by the word that stands there."""
    last = 2 + max(len(assessed.committees), 1)
    return tuple(
        excel.Rule(f'C2="{with_symbol(grade)}"', fill, columns=(3, last))
        for grade, fill in _FILLS.items()
    )


def _sheet_columns(assessed: Assessed) -> tuple[excel.Column, ...]:
    committees = assessed.committees
    graded = [phrases.capital_name(one) for one in committees] if len(committees) > 1 else []
    return (
        excel.Column("Nr", 6),
        excel.Column("Revisionsfråga", 50),
        *(excel.Column(name, 24) for name in graded or ["Bedömning"]),
        excel.Column("Motivering", 60),
        excel.Column("Avsnitt", 12),
    )


def _sheet_rows(assessed: Assessed) -> list[list[excel.Value]]:
    committees = assessed.committees if len(assessed.committees) > 1 else (None,)
    return [
        [
            each.number,
            each.text,
            *(assessed.grade(each, one) for one in committees),
            assessed.reasons(each),
            assessed.sections(each),
        ]
        for each in assessed.case.questions
    ]
