"""Uppföljning i siffror: the figures of a report as a workbook, with the rows they are made of."""

from collections.abc import Iterable, Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.office.excel import Column, Properties, Sheet, Value, workbook
from revtrack.domain.codes import Outcome, VerdictStep
from revtrack.domain.outcome.rates import DEFINITIONS, Tally, Unit
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.language import swedish
from revtrack.wording.words import capitalise_first

NOTHING = "–"
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
        _counted("Per nämnd", "Nämnd", committees, total),
        _counted("Per granskningsår", "Granskningsår", years, total),
        _counted("Per granskning", "Granskning", audits, total),
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
        *(Column(name, 13) for name, _ in FIGURES[:3]),
        Column("Genomförda", 14),
        Column("Genomförda, %", 14),
        Column("Minst i huvudsak genomförda", 18),
        Column("Minst i huvudsak, %", 16),
        *(Column(swedish_label(step), 15) for step in VerdictStep),
        Column(swedish_absent_label("verdict"), 14),
        *(Column(f"Avslutade: {_outcome(outcome)}", 19) for outcome in Outcome),
        Column("Äldsta öppna, dagar", 16),
    )


def _outcome(outcome: Outcome) -> str:
    label = swedish_label(outcome)
    return label[:1].lower() + label[1:]


def count_row(tally: Tally) -> list[Value]:
    """Return a tally's cells."""
    values: list[int | None] = [
        tally.asked,
        tally.open,
        tally.judged,
        tally.implemented,
        tally.share(tally.implemented),
        tally.implemented_or_mostly,
        tally.share(tally.implemented_or_mostly),
        *(tally.verdicts[step] for step in VerdictStep),
        tally.verdicts[None],
        *(tally.outcomes[outcome] for outcome in Outcome),
        tally.oldest_age,
    ]
    return [NOTHING if value is None else value for value in values]


def _counted(name: str, heading: str, groups: Iterable[tuple[str, Tally]], total: Tally) -> Sheet:
    rows: list[Sequence[Value]] = [
        [capitalise_first(label), *count_row(tally)] for label, tally in groups
    ]
    rows.append(["Summa", *count_row(total)])
    return Sheet(name, (Column(heading, 38), *count_columns()), rows)


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
    return Sheet("Rader", columns, [_row(unit, today) for unit in units])


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
        NOTHING if age is None else age,
    ]
