"""Uppföljningsunderlag: a workbook to work in during a follow-up, and to read back from.

One row for each recommendation to a committee, with what it has answered and done, and columns to
fill in; a sheet that counts what is filled in as it is; the figures of the register on the day; and
a hidden sheet by which each row is known when the workbook comes back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents import answers, phrases
from revtrack.documents.follow_up.definitions import DEFINITIONS
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office.excel import (
    Column,
    Empty,
    Formula,
    Properties,
    Sheet,
    Value,
    workbook,
)
from revtrack.documents.office.excel_charts import Chart
from revtrack.documents.status_looks import MANY, VERDICT_LOOKS, verdict_rules
from revtrack.documents.tables.rates_workbook import count_columns, count_row
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Basis, VerdictStep
from revtrack.domain.exchange.sealed_rows import rows_checksum
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.rates import Tally, Unit
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Audit, Committee, Verdict
from revtrack.wording.follow_up_sheet import (
    AUDIT,
    COMMITTEE,
    COUNTS_SHEET,
    FORMAT,
    HEADINGS,
    KEY_SHEET,
    LIVE_SHEET,
    NUMBER,
    ROWS_SHEET,
    WORDS_SHEET,
    Filled,
    choices,
)
from revtrack.wording.labels import swedish_absent_label, swedish_label

WIDTHS: Mapping[Filled, int] = {
    Filled.VERDICT: 20,
    Filled.BASIS: 22,
    Filled.METHOD: 34,
    Filled.EVIDENCE: 34,
    Filled.SOLVED: 12,
    Filled.JUDGED_ON: 13,
    Filled.JUDGED_BY: 20,
    Filled.COMMENT: 34,
}
GIVEN = (
    Column(AUDIT, 14),
    Column(NUMBER, 7),
    Column("Rekommendation", 48),
    Column(COMMITTEE, 26),
    Column("Svarar i dag", 26),
    Column("Nämndens svar", 32),
    Column("Åtgärder", 44),
    Column("Klart senast", 16),
    Column("Nämnden uppger", 20),
    Column("Tidigare bedömning", 24),
)
"""What the register knows."""
FIRST_FILLED = len(GIVEN)
NAMING = 4
"""How many columns tell which recommendation and which committee a row is about."""


@dataclass(frozen=True, kw_only=True)
class Underlay:
    """What the workbook is made of."""

    title: str
    case: AuditCase
    """The follow-up, or the audit itself where there is none."""
    follow_up: Audit | None
    covered: tuple[Covered, ...]
    units: tuple[Unit, ...]
    """The same recommendations as the report counts them, with the verdicts that count there."""
    today: date
    stamp: str


def follow_up_workbook(made_of: Underlay) -> bytes:
    """Return the workbook; the same values give the same bytes."""
    properties = Properties(
        made_of.title,
        phrases.office(made_of.case.municipality),
        made_of.today,
        phrases.stamp_note(made_of.today, made_of.stamp),
    )
    return workbook(
        [_rows(made_of), _live(made_of), _counts(made_of), _words(made_of), _keys(made_of)],
        properties,
    )


def _rows(made_of: Underlay) -> Sheet:
    columns = (
        *GIVEN,
        *(Column(HEADINGS[each], WIDTHS[each], tuple(choices(each).values())) for each in Filled),
    )
    return Sheet(
        ROWS_SHEET,
        columns,
        [_row(each, made_of.today) for each in made_of.covered],
        rules=verdict_rules(_place(Filled.VERDICT) + 1),
        naming=NAMING,
    )


def _place(filled: Filled) -> int:
    """Return the place of a column that is filled in, counted from 0."""
    return FIRST_FILLED + list(Filled).index(filled)


def _row(each: Covered, today: date) -> list[Value]:
    line, case = each.line, each.case
    filled = as_filled(each.own)
    return [
        case.audit.reference,
        line.number,
        wording(line.recommendation),
        phrases.capital_name(line.committee),
        phrases.capital_name(responsible_committee(case, line.addressee, today)),
        answers.stance_or_silence(line),
        answers.actions_text(case, line),
        answers.due_text(line.actions),
        swedish_label(line.progress) if line.progress else "",
        _earlier(each.earlier),
        *(_cell(name, filled.get(name, "")) for name in Filled),
    ]


def _cell(name: Filled, text: str) -> Value:
    if name is Filled.JUDGED_ON:
        return date.fromisoformat(text) if text else Empty(is_day=True)
    return choices(name).get(text, text) or Empty()


def _earlier(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    day = f", {verdict.judged_on.isoformat()}" if verdict.judged_on else ""
    return f"{swedish_label(verdict.verdict)}{day}"


def as_filled(verdict: Verdict | None) -> dict[Filled, str]:
    """Return a verdict as it is filled in, codes and days as texts; empty where there is none."""
    if verdict is None:
        return {}
    solved = {True: "yes", False: "no", None: ""}
    stated = {
        Filled.VERDICT: verdict.verdict.value,
        Filled.BASIS: verdict.basis.value,
        Filled.METHOD: verdict.method,
        Filled.EVIDENCE: verdict.evidence,
        Filled.SOLVED: solved[verdict.is_solved],
        Filled.JUDGED_ON: verdict.judged_on.isoformat() if verdict.judged_on else None,
        Filled.JUDGED_BY: verdict.judged_by,
        Filled.COMMENT: verdict.comment,
    }
    return {name: text for name, text in stated.items() if text}


def _live(made_of: Underlay) -> Sheet:
    """Return the sheet that counts the rows as they are filled in, by formulas."""
    steps = list(VerdictStep)
    columns = (
        Column(COMMITTEE, 34),
        Column("Rader", 10),
        *(Column(swedish_label(step), 15) for step in steps),
        Column(swedish_absent_label("verdict"), 14),
        *(Column(swedish_label(basis), 18) for basis in Basis),
    )
    committees = _committees(made_of)
    last = len(made_of.covered) + 1
    rows: list[Sequence[Value]] = [
        _live_row(made_of, committee, number, last)
        for number, committee in enumerate(committees, start=2)
    ]
    if rows:
        end = len(rows) + 1
        letters = [_letter(place) for place in range(1, len(columns))]
        sums = [
            Formula(f"SUM({letter}2:{letter}{end})", sum(_value(row[place]) for row in rows))
            for place, letter in enumerate(letters, start=1)
        ]
        rows.append(["Summa", *sums])
    charts = _live_chart(len(committees)) if 1 < len(committees) <= MANY else ()
    return Sheet(LIVE_SHEET, columns, rows, is_list=False, charts=charts)


def _live_chart(committees: int) -> tuple[Chart, ...]:
    """Return the chart of the verdicts as they are filled in; the sum is no bar of it."""
    chart = Chart(
        "Bedömning per mottagare",
        "Liggande staplar, en för varje mottagare: hur många rader som har fått varje bedömning, "
        "och hur många som ännu inte är uppföljda. Siffrorna finns i tabellen ovanför.",
        (3, 2 + len(VERDICT_LOOKS)),
        (2, committees + 1),
        axis="Antal rader",
        names=COMMITTEE,
        looks=tuple(VERDICT_LOOKS.values()),
    )
    return (chart,)


def _value(cell: Value) -> int | float:
    return cell.value if isinstance(cell, Formula) else 0


def _live_row(made_of: Underlay, committee: Committee, number: int, last: int) -> list[Value]:
    mine = [each for each in made_of.covered if each.line.committee.id == committee.id]
    own = f"EXACT({ROWS_SHEET}!{_column(3, last)},$A{number})"
    verdicts, bases = (_column(_place(each), last) for each in (Filled.VERDICT, Filled.BASIS))
    steps = [each.own.verdict if each.own else None for each in mine]
    found = [each.own.basis for each in mine if each.own]
    return [
        phrases.capital_name(committee),
        Formula(f"SUMPRODUCT(--{own})", len(mine)),
        *(
            Formula(
                f'SUMPRODUCT({own}*({ROWS_SHEET}!{verdicts}="{swedish_label(step)}"))',
                steps.count(step),
            )
            for step in VerdictStep
        ),
        Formula(f'SUMPRODUCT({own}*({ROWS_SHEET}!{verdicts}=""))', steps.count(None)),
        *(
            Formula(
                f'SUMPRODUCT({own}*({ROWS_SHEET}!{bases}="{swedish_label(basis)}"))',
                found.count(basis),
            )
            for basis in Basis
        ),
    ]


def _column(place: int, last: int) -> str:
    letter = _letter(place)
    return f"${letter}$2:${letter}${last}"


def _letter(place: int) -> str:
    first, second = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _committees(made_of: Underlay) -> tuple[Committee, ...]:
    return made_of.case.in_order(each.line.committee.id for each in made_of.covered)


def _counts(made_of: Underlay) -> Sheet:
    """Return the figures of the register on the day, which the report has too."""
    rows: list[Sequence[Value]] = [
        [
            phrases.capital_name(committee),
            *count_row(
                Tally(
                    tuple(each for each in made_of.units if each.line.committee == committee),
                    made_of.today,
                )
            ),
        ]
        for committee in made_of.case.in_order(each.line.committee.id for each in made_of.units)
    ]
    rows.append(["Summa", *count_row(Tally(made_of.units, made_of.today))])
    return Sheet(COUNTS_SHEET, (Column(COMMITTEE, 34), *count_columns()), rows)


HOW_TO_FILL_IN = (
    "En rad för varje rekommendation och mottagare. Välj bedömning och underlag i listorna; skriv "
    "hur det har kontrollerats och dagen. Utan dem läses raden inte in. Rader som inte bedöms "
    "lämnas tomma."
)
HOW_TO_READ = "Med revtrack follow-up read FIL. Bara det som har ändrats läses in."
COUNTED_LIVE = "Räknar raderna i underlaget som de är ifyllda just nu, med formler."
COUNTED_ONCE = (
    "Registrets siffror {day}. En rekommendation som har delats räknas en gång; i underlaget står "
    "delarna för sig."
)


def _words(made_of: Underlay) -> Sheet:
    lines = [
        ("Så fylls underlaget i", HOW_TO_FILL_IN),
        ("Så läses det in", HOW_TO_READ),
        (LIVE_SHEET, COUNTED_LIVE),
        (COUNTS_SHEET, COUNTED_ONCE.format(day=made_of.today.isoformat())),
        *DEFINITIONS,
        (HEADINGS[Filled.SOLVED], "Om bristen bakom rekommendationen är avhjälpt: ja eller nej."),
    ]
    return Sheet(WORDS_SHEET, (Column("Ord", 28), Column("Innebörd", 96)), lines, is_list=False)


def _keys(made_of: Underlay) -> Sheet:
    rows = [
        [
            each.case.audit.reference,
            each.line.number,
            phrases.capital_name(each.line.committee),
            each.line.addressee.uid,
            json.dumps(as_filled(each.own), ensure_ascii=False, sort_keys=True),
        ]
        for each in made_of.covered
    ]
    uid = made_of.follow_up.uid if made_of.follow_up else ""
    head = [FORMAT, uid, made_of.stamp, rows_checksum(uid, rows), ""]
    columns = tuple(Column(name, 20) for name in (AUDIT, NUMBER, COMMITTEE, "uid", "ifyllt"))
    return Sheet(KEY_SHEET, columns, [head, *rows], is_list=False, is_hidden=True)
