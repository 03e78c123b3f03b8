"""How things stand by committee and by audit year: tables that count, and charts that show it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from revtrack.documents import phrases
from revtrack.documents.follow_up.facts import Followed, count, count_overturned
from revtrack.documents.follow_up.overall import listed_parts
from revtrack.documents.office.blocks import Block, Column, Table
from revtrack.documents.office.charts import (
    Chart,
    Look,
    Series,
    is_worth_showing,
    that_occur,
)
from revtrack.documents.office.numbering import Numbering
from revtrack.documents.standings import PROMISED, standing_of, standing_title
from revtrack.documents.status_looks import STANDING_LOOKS, VERDICT_LOOKS
from revtrack.domain.codes import Standing, VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first, grouped

COUNTED = (
    (VerdictStep.FULL, "Genomförd", 23, "genomford"),
    (VerdictStep.MOSTLY, "I huvudsak", 23, "i_huvudsak"),
    (VerdictStep.PARTLY, "Delvis", 17, "delvis"),
    (VerdictStep.NOT, "Ej genomförd", 23, "ej_genomford"),
    (VerdictStep.NO_LONGER_RELEVANT, "Inte längre aktuell", 24, "inte_langre_aktuell"),
    (VerdictStep.NOT_ASSESSABLE, "Går inte att bedöma", 24, "gar_inte_att_bedoma"),
    (None, "Ej uppföljd", 23, "ej_uppfoljd"),
)
REOPENED = ("Återöppnad", 24, "ateroppnad")
STANDING_FIELDS: Mapping[str, str] = {
    Standing.CLOSED: "avslutad",
    Standing.DONE_REPORTED: "uppges_genomford",
    Standing.ACTING: "atgard_pagar",
    PROMISED: "atgard_utlovad",
    Standing.NO_ACTION: "ingen_atgard",
    Standing.NOT_ADDRESSED: "besvaras_inte",
    Standing.UNREVIEWED: "ej_genomganget",
    Standing.AWAITING: "invantar_svar",
    Standing.NOT_ASKED: "ej_i_missivet",
    Standing.DRAFT: "ej_utsant",
    Standing.REMAINING: "kvarstar",
}
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class _Group:
    """The lines of a committee or a year."""

    name: str
    lines: tuple[AddresseeLine, ...]


@dataclass(frozen=True)
class _Way:
    """A way of counting: the title, what a row is called, and in which order the rows stand."""

    title: str
    heading: Column
    order: str
    of_each: str
    """What a bar is: "en stapel för varje …"."""


PER_COMMITTEE = _Way(
    "per mottagare",
    Column("Mottagare", 56, "mottagare"),
    "En rad per mottagare, i kommunens ordning. Sist en summarad.",
    "mottagare",
)
PER_YEAR = _Way(
    "per granskningsår",
    Column("Granskningsår", 30, "granskningsar"),
    "En rad per granskningsår, det äldsta först, räknat per mottagare. Sist en summarad.",
    "granskningsår",
)


def per_committee(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the counts per committee as a table, and as a chart where that tells more.

    A report without verdicts counts how things stand instead.
    """
    groups = _by_committee(facts)
    if facts.is_status_report:
        return _standings(facts, groups, PER_COMMITTEE, numbers)
    table = _verdict_table(facts, groups, PER_COMMITTEE, numbers)
    return (table, *_chart(facts, groups, PER_COMMITTEE, numbers, _verdict_series(groups)))


def per_year(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the counts per audit year in the same ways; nothing where years tell no more."""
    groups = _by_year(facts)
    if len(groups) == 1:
        return ()
    if facts.is_status_report:
        differ = is_worth_showing(groups, _standing_series(groups))
        return _standings(facts, groups, PER_YEAR, numbers) if differ else ()
    table = _verdict_table(facts, groups, PER_YEAR, numbers)
    return (table, *_chart(facts, groups, PER_YEAR, numbers, _verdict_series(groups)))


def _by_committee(facts: Followed) -> tuple[_Group, ...]:
    return tuple(
        _Group(
            phrases.capital_name(committee),
            tuple(line for line in facts.lines if line.committee.id == committee.id),
        )
        for committee in facts.committees
    )


def _by_year(facts: Followed) -> tuple[_Group, ...]:
    years = sorted({audit.case.audit.audit_year for audit in facts.audits if audit.lines})
    return tuple(
        _Group(
            str(year),
            tuple(
                line
                for audit in facts.audits
                if audit.case.audit.audit_year == year
                for line in audit.lines
            ),
        )
        for year in years
    )


def _verdict_table(
    facts: Followed, groups: Sequence[_Group], way: _Way, numbers: Numbering
) -> Table:
    has_overturned = bool(count_overturned(facts.lines))
    columns = (
        *(Column(title, width, field) for _, title, width, field in COUNTED),
        *([Column(*REOPENED)] if has_overturned else []),
    )

    def counts(lines: Sequence[AddresseeLine]) -> list[int]:
        steps = [count(lines, step) for step, *_ in COUNTED]
        return [*steps, *([count_overturned(lines)] if has_overturned else [])]

    return _table(facts, groups, way, numbers.table(f"Antal {way.title}"), (columns, counts))


def _table(
    facts: Followed,
    groups: Sequence[_Group],
    way: _Way,
    title: str,
    counted: tuple[Sequence[Column], Callable[[Sequence[AddresseeLine]], list[int]]],
) -> Table:
    columns, counts = counted
    rows = [
        [each.name, str(len(each.lines)), *map(str, counts(each.lines))]
        for each in (*groups, _Group("Summa", facts.lines))
    ]
    several = Column(capitalise_first(facts.term.several), 34, "antal")
    return Table(
        title,
        way.order,
        (way.heading, several, *columns),
        rows,
        has_total=True,
        stays_together=True,
    )


def _verdict_series(groups: Sequence[_Group]) -> tuple[Series, ...]:
    steps = (
        Series(
            swedish_label(step) if step else swedish_absent_label("verdict"),
            tuple(count(each.lines, step) for each in groups),
            look,
        )
        for step, look in VERDICT_LOOKS.items()
    )
    reopened = tuple(count_overturned(each.lines) for each in groups)
    return that_occur([*steps, Series(REOPENED[0], reopened, Look.UPRIGHT)])


def _standings(facts: Followed, groups: Sequence[_Group], way: _Way, numbers: Numbering) -> Blocks:
    """Return where things stand as a table, and as a chart unless all stand alike."""
    series = _standing_series(groups)
    found = [each for each in STANDING_LOOKS if _standing_count(facts.lines, each)]
    columns = [Column(standing_title(each), 26, STANDING_FIELDS[each]) for each in found]

    def counts(lines: Sequence[AddresseeLine]) -> list[int]:
        return [_standing_count(lines, each) for each in found]

    table = _table(facts, groups, way, numbers.table(f"Läget {way.title}"), (columns, counts))
    return (table, *_chart(facts, groups, way, numbers, series))


def _standing_series(groups: Sequence[_Group]) -> tuple[Series, ...]:
    return that_occur(
        Series(
            standing_title(standing),
            tuple(_standing_count(each.lines, standing) for each in groups),
            look,
        )
        for standing, look in STANDING_LOOKS.items()
    )


def _standing_count(lines: Iterable[AddresseeLine], standing: str) -> int:
    return sum(standing_of(line) == standing for line in lines)


def _chart(
    facts: Followed,
    groups: Sequence[_Group],
    way: _Way,
    numbers: Numbering,
    series: tuple[Series, ...],
) -> tuple[Chart, ...]:
    """Return the chart that shows what the table above it counts."""
    if not is_worth_showing(groups, series):
        return ()
    what = "Läget" if facts.is_status_report else "Bedömning"
    return (
        Chart(
            title=numbers.chart(f"{what} {way.title}"),
            description=_told(facts, way, series, numbers.tables),
            categories=tuple(each.name for each in groups),
            series=series,
            category_title=way.heading.title,
            value_title=f"Antal {facts.term.several}, räknat per mottagare",
        ),
    )


def _told(facts: Followed, way: _Way, series: Sequence[Series], table: int) -> str:
    """Return the main figures in a sentence, for those who cannot see the chart."""
    parts = [
        f"{each.name[:1].lower()}{each.name[1:]} ({grouped(sum(each.values))})" for each in series
    ]
    term = facts.term.one if len(facts.lines) == 1 else facts.term.several
    what = "Läget för" if facts.is_status_report else "Bedömningen av"
    return (
        f"Liggande staplar, en för varje {way.of_each}. {what} {grouped(len(facts.lines))} "
        f"{term}, räknat per mottagare: {listed_parts(parts)}. "
        f"Siffrorna finns i tabell {table}."
    )
