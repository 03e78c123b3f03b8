"""The summary of a year as a workbook: the same counts, with charts, and the rows they are of."""

from collections.abc import Sequence

from revtrack.documents import answers, phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office.excel import Column, Formula, Properties, Sheet, Value, workbook
from revtrack.documents.office.excel_charts import Chart
from revtrack.documents.standings import standing_text, standing_title
from revtrack.documents.tables.annual_facts import REPLY_WORDS, Year
from revtrack.documents.tables.annual_summary import (
    REPLY_COLUMNS,
    audit_columns,
    audits_in_words,
    introduction,
    rate_columns,
    rate_rows,
    recommendations_in_words,
    replies_in_words,
    reply_figures,
    standing_figures,
)
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.outcome.reply_times import reply_time
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first

_COMMITTEE = Column("Nämnd", 36)
_Rows = Sequence[tuple[str, Sequence[int]]]


def annual_workbook(year: Year, *, stamp: str) -> bytes:
    """Return the workbook."""
    note = phrases.stamp_note(year.today, stamp)
    title = f"{year.title}. {year.municipality.name}"
    sheets = [
        _summary(year, note),
        _audits(year),
        _recommendations(year),
        _replies(year),
        _standings(year),
        _rows(year),
        _reply_rows(year),
        Sheet("Begrepp", (Column("Ord", 32), Column("Innebörd", 96)), year.words, is_list=False),
    ]
    properties = Properties(title, phrases.office(year.municipality), year.today, note)
    return workbook([each for each in sheets if each.rows], properties)


def _summary(year: Year, note: str) -> Sheet:
    lines = [
        introduction(year),
        audits_in_words(year),
        recommendations_in_words(year),
        replies_in_words(year),
        note,
    ]
    return Sheet(
        "Sammanfattning", (Column(year.title, 120),), [[each] for each in lines], is_list=False
    )


def _audits(year: Year) -> Sheet:
    widths = (60, 26, 13, 12, 19, *((10,) if year.questions else ()), 22)
    columns = [
        Column(column.title, width)
        for column, width in zip(audit_columns(year), widths, strict=True)
    ]
    rows: list[Sequence[Value]] = [
        [
            case.audit.title,
            swedish_label(case.audit.kind),
            case.audit.handed_over_on or phrases.NOT_STATED,
            *year.recommended_by(case),
        ]
        for case in year.cases
    ]
    return Sheet("Granskningar", tuple(columns), rows)


def _counted(
    name: str, titles: Sequence[str], rows: _Rows, drawn: tuple[int, int], told: tuple[str, str]
) -> Sheet:
    """Return the counts per committee with a row of sums, and a chart of some of the columns."""
    end = len(rows) + 1
    letters = [chr(ord("B") + place) for place in range(len(titles))]
    sums = [
        Formula(f"SUM({letter}2:{letter}{end})", sum(figures[place] for _, figures in rows))
        for place, letter in enumerate(letters)
    ]
    lines: list[list[Value]] = [[label, *figures] for label, figures in rows]
    return Sheet(
        name,
        (_COMMITTEE, *(Column(title, 17) for title in titles)),
        [*lines, ["Summa", *sums]] if rows else [],
        is_list=False,
        charts=(Chart(told[0], told[1], drawn, (2, end)),) if rows else (),
    )


def _recommendations(year: Year) -> Sheet:
    titles = [column.title for column in rate_columns(year)]
    told = (
        "Rekommendationer per nämnd",
        (
            "En liggande stapel för varje nämnd visar antalet rekommendationer till den. "
            "Talen står i tabellen ovanför."
        ),
    )
    return _counted("Rekommendationer", titles, rate_rows(year), (2, 2), told)


def _replies(year: Year) -> Sheet:
    rows = [
        (phrases.capital_name(each), reply_figures(year, each))
        for each in year.committees
        if each.id in year.times
    ]
    titles = ["Begärda", *(REPLY_WORDS[each][0] for each, _, _ in REPLY_COLUMNS)]
    told = (
        "Yttranden per nämnd",
        (
            "En liggande stapel för varje nämnd visar antalet begärda yttranden, uppdelat efter "
            "om de har kommit i tid, för sent eller inte alls. Talen står i tabellen ovanför."
        ),
    )
    return _counted("Yttranden per nämnd", titles, rows, (3, 2 + len(REPLY_COLUMNS)), told)


def _standings(year: Year) -> Sheet:
    rows = [
        (phrases.capital_name(each), standing_figures(year, year.tally(each)))
        for each in year.committees
        if year.tally(each).units
    ]
    titles = [standing_title(each) for each in year.occurring]
    told = (
        "Läget per nämnd",
        (
            "En liggande stapel för varje nämnd visar antalet rekommendationer, uppdelat efter "
            "läge. Talen står i tabellen ovanför."
        ),
    )
    return _counted("Läge", titles, rows, (2, 1 + len(titles)), told)


def _rows(year: Year) -> Sheet:
    columns = (
        Column("Granskning", 40),
        Column("Slag", 17),
        Column("Nr", 7),
        Column("Rekommendation eller fråga" if year.questions else "Rekommendation", 60),
        Column("Nämnd", 28),
        Column("Läge", 34),
        Column("Uppföljningsbedömning", 24),
        Column("Avslutad som", 24),
    )
    rows: list[Sequence[Value]] = [
        [
            each.case.audit.title,
            capitalise_first(phrases.term_of([each.line.recommendation]).one),
            each.line.number,
            wording(each.line.recommendation),
            phrases.capital_name(each.line.committee),
            standing_text(each.case, each.line, year.today),
            swedish_label(each.verdict) if each.verdict else swedish_absent_label("verdict"),
            swedish_label(each.outcome) if each.outcome else "Inte avslutad",
        ]
        for each in year.every_unit
    ]
    return Sheet("Rader", columns, rows)


def _reply_rows(year: Year) -> Sheet:
    columns = (
        Column("Granskning", 50),
        Column("Nämnd", 30),
        Column("Svar senast", 15),
        Column("Förlängt till", 15),
        Column("Svar inkom", 20),
        Column("Räknas som", 18),
    )
    rows: list[Sequence[Value]] = []
    for case in year.cases:
        for line in reply_lines(case, year.today):
            time = reply_time(line)
            came = line.decision.received_on if line.decision and line.has_come else None
            if time is None or line.reply_case.due_on is None:
                continue
            rows.append(
                [
                    case.audit.title,
                    phrases.capital_name(line.committee),
                    line.reply_case.due_on,
                    line.extended_to or "Ej förlängt",
                    came or ("Dag framgår inte" if line.has_come else answers.NO_REPLY),
                    REPLY_WORDS[time][0],
                ]
            )
    return Sheet("Yttranden", columns, rows)
