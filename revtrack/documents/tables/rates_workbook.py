"""Uppföljning i siffror: the figures of a report as a workbook, with the rows they are made of."""

from collections.abc import Callable, Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.office.charts import Form, Look
from revtrack.documents.office.excel import Column, Formula, Properties, Sheet, Value, workbook
from revtrack.documents.office.excel_charts import Chart
from revtrack.documents.status_looks import MANY, VERDICT_LOOKS, verdict_rules
from revtrack.domain.codes import Outcome, VerdictStep
from revtrack.domain.outcome.rates import DEFINITIONS, Tally, Unit
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.language import swedish
from revtrack.wording.words import capitalise_first

NONE_JUDGED, NONE_OPEN, CLOSED = "Ingen bedömd", "Ingen öppen", "Avslutad"
"""What stands for a share or an age where there is nothing to reckon it of."""
ROWS, AGE = "Rader", "Tid sedan missivet"
AGES: tuple[tuple[str, int, int | None], ...] = (
    ("Mindre än ett år", 0, 365),
    ("Ett till två år", 365, 730),
    ("Två till tre år", 730, 1095),
    ("Tre till fem år", 1095, 1825),
    ("Fem år eller mer", 1825, None),
)
"""In days, from and below; a year is 365 days."""
SHARE_COLUMNS, VERDICT_COLUMNS = (6, 8), (9, 15)
"""The first and the last column of a sheet with counts, from 1; ``count_columns`` after a name."""
VERDICT_PLACE = 8
"""The column of the verdict among the rows, counted from 1."""
FIGURES = (
    ("Antal", "asked"),
    ("Öppna", "open"),
    ("Bedömda", "judged"),
    ("Genomförda", "implemented"),
    ("Minst i huvudsak genomförda", "implemented_or_mostly"),
)
TITLES = {
    "asked": "Antal",
    "open": "Öppna",
    "verdicts": "Uppföljningsbedömning",
    "judged": "Bedömda",
    "implemented": "Genomförda",
    "implemented_or_mostly": "Minst i huvudsak genomförda",
    "share": "Andel (%)",
    "age": "Ålder",
}


def rates_workbook(  # noqa: PLR0913 - one argument for each sheet
    *,
    title: str,
    author: str,
    today: date,
    total: Tally,
    committees: Sequence[tuple[str, Tally]],
    years: Sequence[tuple[str, Tally]],
    audits: Sequence[tuple[str, Tally]],
) -> bytes:
    """Return the workbook: a sheet for each way of counting, the rows, and what the words mean."""
    sheets = [
        _counted("Per nämnd", "Nämnd", committees, total, _per_group),
        _counted("Per granskningsår", "Granskningsår", years, total, _per_year),
        _counted("Per granskning", "Granskning", audits, total, _no_chart),
        _ages(total),
        _rows(total.units, today),
        Sheet(
            "Begrepp",
            (Column("Ord", 30), Column("Innebörd", 90)),
            [[TITLES[key], swedish(sentence)] for key, sentence in DEFINITIONS.items()],
            is_list=False,
        ),
    ]
    return workbook(sheets, Properties(title, author, today, f"{title} {today.isoformat()}"))


def count_columns() -> tuple[Column, ...]:
    """Return the columns of a tally."""
    return (
        *(Column(name, 10) for name, _ in FIGURES[:3]),
        Column("Genomförda", 14),
        Column("Genomförda, %", 14),
        Column("Minst i huvudsak genomförda", 14),
        Column("Minst i huvudsak, %", 14),
        *(Column(swedish_label(step), 13) for step in VerdictStep),
        Column(swedish_absent_label("verdict"), 12),
        *(Column(f"Avslutade: {_outcome(outcome)}", 14) for outcome in Outcome),
        Column("Äldsta öppna, dagar", 12),
    )


def _outcome(outcome: Outcome) -> str:
    label = swedish_label(outcome)
    return label[:1].lower() + label[1:]


def count_row(tally: Tally) -> list[Value]:
    """Return a tally's cells."""
    return [
        tally.asked,
        tally.open,
        tally.judged,
        tally.implemented,
        _or_word(tally.share(tally.implemented), NONE_JUDGED),
        tally.implemented_or_mostly,
        _or_word(tally.share(tally.implemented_or_mostly), NONE_JUDGED),
        *(tally.verdicts[step] for step in VerdictStep),
        tally.verdicts[None],
        *(tally.outcomes[outcome] for outcome in Outcome),
        _or_word(tally.oldest_age, NONE_OPEN),
    ]


def _or_word(count: int | None, word: str) -> Value:
    return word if count is None else count


def _counted(
    name: str,
    heading: str,
    groups: Sequence[tuple[str, Tally]],
    total: Tally,
    charts: Callable[[str, int], tuple[Chart, ...]],
) -> Sheet:
    """Return a sheet with a row for each group, the sum of all, and charts of the groups."""
    rows: list[Sequence[Value]] = [
        [capitalise_first(label), *count_row(tally)] for label, tally in groups
    ]
    rows.append(["Summa", *count_row(total)])
    columns = (Column(heading, 38), *count_columns())
    shown = charts(heading, len(groups)) if 1 < len(groups) <= MANY else ()
    return Sheet(name, columns, rows, charts=shown)


def _no_chart(heading: str, groups: int) -> tuple[Chart, ...]:  # noqa: ARG001 - as the others
    return ()


def _per_group(heading: str, groups: int) -> tuple[Chart, ...]:
    """Return the chart of the verdicts of each group."""
    one = f"{heading[:1].lower()}{heading[1:]}"
    return (
        Chart(
            f"Uppföljningsbedömning per {one}",
            f"Liggande staplar, en för varje {one}: hur många rekommendationer som har fått varje "
            "bedömning, och hur många som inte är uppföljda. Siffrorna finns i tabellen ovanför.",
            VERDICT_COLUMNS,
            (2, groups + 1),
            axis="Antal rekommendationer, räknat per mottagare",
            names=heading,
            looks=tuple(VERDICT_LOOKS.values()),
        ),
    )


def _per_year(heading: str, groups: int) -> tuple[Chart, ...]:
    """Return the same of each year, and the shares that were carried out."""
    share = Chart(
        "Andel genomförda per granskningsår",
        "Stående staplar, två för varje granskningsår: hur många procent av de bedömda som är "
        "genomförda, och hur många som är minst i huvudsak genomförda. Ett år utan staplar har "
        "inga genomförda eller inga bedömda. Siffrorna finns i tabellen ovanför.",
        SHARE_COLUMNS,
        (2, groups + 1),
        apart=2,
        axis="Procent av de bedömda",
        names=heading,
        looks=(Look.DARK, Look.LIGHT),
        form=Form.UPRIGHT,
        highest=100,
    )
    return (share, *_per_group(heading, groups))


def _ages(total: Tally) -> Sheet:
    """Return how old the open ones are, counted from the rows by formulas, with a chart."""
    column = f"{ROWS}!$M$2:$M${len(total.units) + 1}"
    rows: list[Sequence[Value]] = []
    for name, first, end in AGES:
        found = sum(first <= age and (end is None or age < end) for age in total.ages)
        below = f',{column},"<{end}"' if end else ""
        rows.append([name, Formula(f'COUNTIFS({column},">={first}"{below})', found)])
    last = len(rows) + 1
    rows.append(["Summa", Formula(f"SUM(B2:B{last})", len(total.ages))])
    chart = Chart(
        "Öppna rekommendationer efter ålder",
        "Liggande staplar: hur många rekommendationer som är öppna, efter tiden sedan missivet. "
        "Siffrorna finns i tabellen ovanför.",
        (2, 2),
        (2, last),
        axis="Antal rekommendationer, räknat per mottagare",
        names=AGE,
    )
    columns = (Column(AGE, 38), Column("Öppna", 13))
    shown = (chart,) if total.ages else ()
    return Sheet("Ålder", columns, rows, is_list=False, charts=shown)


def _rows(units: Sequence[Unit], today: date) -> Sheet:
    columns = (
        Column("Kommun", 20),
        Column("Granskning", 14),
        Column("Granskningsår", 14),
        Column("Nr", 8),
        Column("Rekommendation", 60),
        Column("Mottagare", 28),
        Column("Läge", 24),
        Column("Uppföljningsbedömning", 22),
        Column("Underlag", 22),
        Column("Bedömd", 13),
        Column("Avslutad som", 22),
        Column("Skäl", 40),
        Column("Ålder, dagar", 12),
    )
    rows = [_row(unit, today) for unit in units]
    return Sheet(ROWS, columns, rows, rules=verdict_rules(VERDICT_PLACE))


def _row(unit: Unit, today: date) -> list[Value]:
    audit, line = unit.case.audit, unit.line
    verdict, age = line.verdict, unit.age(today)
    recommendation = line.recommendation
    return [
        unit.case.municipality.name,
        audit.reference,
        audit.audit_year,
        line.number,
        recommendation.letter_text or recommendation.report_text or "",
        phrases.capital_name(line.committee),
        swedish_label(line.standing),
        swedish_label(verdict.verdict) if verdict else swedish_absent_label("verdict"),
        swedish_label(verdict.basis) if verdict else "",
        (verdict.judged_on if verdict else None) or "",
        swedish_label(unit.outcome) if unit.outcome else "",
        line.addressee.closing_reason or "",
        _or_word(age, CLOSED),
    ]
