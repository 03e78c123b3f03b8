"""Bevakningslista: every reply that a letter asks for, of one municipality or of all of a register.

The rows are written as they are read, so that a register of any size takes little memory; what they
add up to is counted on the way and stands on a sheet of its own, as formulas over the rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from revtrack.documents import answers, phrases
from revtrack.documents.office.excel import (
    Column,
    Formula,
    Properties,
    Rule,
    Sheet,
    Value,
    workbook,
)
from revtrack.documents.office.excel_charts import Chart
from revtrack.domain.codes import ReplyState
from revtrack.domain.records import Municipality
from revtrack.domain.states import OPEN_STATES
from revtrack.domain.watching import WatchLine
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

TITLE = "Bevakningslista"
ROWS, SUMMARY, COMMITTEES, WORDS = "Bevakning", "Sammanfattning", "Per nämnd", "Om listan"
NOT_EXTENDED, NOT_REMINDED = "Ej förlängt", "Ej påmind"
NOT_COME, NOT_HANDED_OVER = "Har inte kommit in", "Ej överlämnat"
COLUMNS = (
    Column("Huvudman", 18),
    Column("Granskning", 36),
    Column("Organ", 24),
    Column("Dnr", 15),
    Column("Missiv", 12),
    Column("Svar senast", 12),
    Column("Förlängt till", 12),
    Column("Påmind", 12),
    Column("Svar inkom", 17),
    Column("Dagar försenat", 12),
    Column("Obesvarade rekommendationer", 19),
    Column("Status", 22),
)
_TOWN, _COMMITTEE, _DAYS, _UNANSWERED, _STATUS = "A", "C", "J", "K", "L"
AWAITED = tuple(each for each in ReplyState if each in OPEN_STATES | {ReplyState.INCOMPLETE})
"""Where something is awaited of the committee."""
MANY = 25
"""So many bars and no more can be read in a chart."""
_LATE, _TO_JUDGE, _DONE = "F9DCD6", "FDF0C8", "DDEBDD"


@dataclass
class _Count:
    """What the rows of one municipality or committee add up to."""

    states: Counter[ReplyState] = field(default_factory=Counter)
    late: int = 0
    unanswered: int = 0

    @property
    def rows(self) -> int:
        """All of them."""
        return sum(self.states.values())

    def add(self, line: WatchLine) -> None:
        """Count a line."""
        self.states[line.state] += 1
        self.late += is_late(line)
        self.unanswered += line.unanswered


@dataclass
class _Counted:
    """Counts what passes by, for the sheets that are written after the rows."""

    lines: Iterable[WatchLine]
    by_town: dict[str, _Count] = field(default_factory=dict)
    by_committee: dict[tuple[str, str], _Count] = field(default_factory=dict)
    total: _Count = field(default_factory=_Count)

    def rows(self) -> Iterator[Sequence[Value]]:
        """Give the rows of the list, counting them."""
        for line in self.lines:
            committee = phrases.capital(line.committee, line.committee_kind)
            self.total.add(line)
            self.by_town.setdefault(line.municipality, _Count()).add(line)
            key = (line.municipality, committee)
            self.by_committee.setdefault(key, _Count()).add(line)
            yield _row(line, committee)

    @property
    def states(self) -> list[ReplyState]:
        """The states that occur, in their usual order."""
        return [each for each in ReplyState if self.total.states[each]]


def is_late(line: WatchLine) -> bool:
    """Tell whether something is awaited of the committee and its day has passed."""
    return line.state in AWAITED and bool(line.days_late)


def watch_list(
    lines: Iterable[WatchLine], municipality: Municipality | None, *, today: date, stamp: str
) -> bytes:
    """Return the list as a workbook: of one municipality, or of all where none is given."""
    counted = _Counted(lines)
    whose = municipality.name if municipality else "alla huvudmän"
    title = f"{TITLE}. {capitalise_first(whose)}"
    note = phrases.stamp_note(today, stamp)
    author = phrases.office(municipality) if municipality else "Revisorerna"
    return workbook(
        _sheets(counted, municipality, today, note), Properties(title, author, today, note)
    )


def _sheets(
    counted: _Counted, municipality: Municipality | None, today: date, note: str
) -> Iterator[Sheet]:
    """Give the sheets one by one: the later ones are counted from the rows of the first."""
    yield Sheet(ROWS, COLUMNS, counted.rows(), rules=_rules())
    if municipality is None:
        yield _summary(counted, "Huvudman", counted.by_town, _TOWN)
        yield _per_committee(counted)
    else:
        groups = {name: count for (_, name), count in counted.by_committee.items()}
        yield _summary(counted, "Organ", groups, _COMMITTEE)
    yield Sheet(
        WORDS,
        (Column("Ord", 30), Column("Innebörd", 96)),
        _words(counted, municipality, today, note),
        is_list=False,
    )


def _row(line: WatchLine, committee: str) -> list[Value]:
    return [
        line.municipality,
        line.title,
        committee,
        line.diary_number or phrases.NOT_STATED,
        line.handed_over_on or NOT_HANDED_OVER,
        line.due_on or answers.NOT_REQUESTED,
        line.extended_to or NOT_EXTENDED,
        line.reminded_on or NOT_REMINDED,
        _received(line),
        _days(line),
        line.unanswered,
        swedish_label(line.state),
    ]


def _received(line: WatchLine) -> Value:
    if line.received_on is not None:
        return line.received_on
    return capitalise_first(answers.NO_DAY) if line.has_come else NOT_COME


def _days(line: WatchLine) -> Value:
    if line.days_late is not None:
        return line.days_late
    if line.due_on is None:
        return answers.NOT_REQUESTED
    return phrases.NOT_STATED if line.has_come else swedish_label(ReplyState.NO_REPLY)


def _one_of(states: Iterable[ReplyState]) -> str:
    return ",".join(f'${_STATUS}2="{swedish_label(each)}"' for each in states)


def _rules() -> tuple[Rule, ...]:
    """Return what colours the rows; each colour stands for words in Status and Dagar försenat."""
    is_late = f"AND(ISNUMBER(${_DAYS}2),${_DAYS}2>0,OR({_one_of(AWAITED)}))"
    missing = f'${_STATUS}2="{swedish_label(ReplyState.NO_REPLY)}"'
    return (
        Rule(f"OR({is_late},{missing})", _LATE, is_bold=True),
        Rule(f"OR({_one_of([ReplyState.RECEIVED])})", _TO_JUDGE),
        Rule(f"OR({_one_of([ReplyState.SUFFICIENT])})", _DONE),
    )


def _summary(counted: _Counted, heading: str, groups: dict[str, _Count], letter: str) -> Sheet:
    """Return the counts per municipality or committee, as formulas over the rows."""
    states, last = counted.states, counted.total.rows + 1
    columns = (*(Column(each.title, each.width) for each in _columns(heading, 34, states)),)
    rows: list[Sequence[Value]] = [
        [name, *_counts(count, states, letter, number, last)]
        for number, (name, count) in enumerate(groups.items(), start=2)
    ]
    end = len(rows) + 1
    if rows:
        rows.append(["Summa", *_sums(counted.total, states, end)])
    return Sheet(
        SUMMARY,
        columns,
        rows,
        is_list=False,
        charts=_charts(heading, len(groups), len(states)) if rows else (),
    )


def _columns(heading: str, width: int, states: Sequence[ReplyState]) -> list[Column]:
    return [
        Column(heading, width),
        Column("Ärenden", 11),
        *(Column(swedish_label(each), 13) for each in states),
        Column("Varav försenade", 13),
        Column("Obesvarade rekommendationer", 19),
    ]


def _counts(
    count: _Count, states: Sequence[ReplyState], letter: str, number: int, last: int
) -> list[Value]:
    own = f"{_range(letter, last)},{_exactly(f'$A{number}')}"
    by_state = f"{own},{_range(_STATUS, last)}"
    late = "+".join(
        f'COUNTIFS({by_state},"{swedish_label(each)}",{_range(_DAYS, last)},">0")'
        for each in AWAITED
        if each in states
    )
    return [
        Formula(f"COUNTIFS({own})", count.rows),
        *(
            Formula(f'COUNTIFS({by_state},"{swedish_label(each)}")', count.states[each])
            for each in states
        ),
        Formula(late or "0", count.late),
        Formula(
            f"SUMIFS({_range(_UNANSWERED, last)},{own})",
            count.unanswered,
        ),
    ]


def _exactly(cell: str) -> str:
    """Return the criterion for this very text: stars and question marks stand for themselves."""
    text = cell
    for sign in "~*?":
        text = f'SUBSTITUTE({text},"{sign}","~{sign}")'
    return f'"="&{text}'


def _range(letter: str, last: int) -> str:
    return f"{ROWS}!${letter}$2:${letter}${last}"


def _sums(total: _Count, states: Sequence[ReplyState], end: int) -> list[Value]:
    figures = [total.rows, *(total.states[each] for each in states), total.late, total.unanswered]
    letters = [chr(ord("B") + place) for place in range(len(figures))]
    return [
        Formula(f"SUM({letter}2:{letter}{end})", figure)
        for letter, figure in zip(letters, figures, strict=True)
    ]


def _charts(heading: str, groups: int, states: int) -> tuple[Chart, ...]:
    columns, end = (3, 2 + states), groups + 1
    told = "De liggande staplarna visar antalet svarsärenden"
    all_of_them = Chart(
        "Svarsärenden efter status",
        f"{told} med varje status. Talen står på raden Summa i tabellen ovanför.",
        columns,
        (end + 1, end + 1),
        is_across=True,
    )
    if groups > MANY:
        return (all_of_them,)
    per = "huvudman" if heading == "Huvudman" else "organ"
    each = Chart(
        f"Status per {per}",
        f"{told} för varje {per}, uppdelat efter status. Talen står i tabellen ovanför.",
        columns,
        (2, end),
    )
    return (each, all_of_them)


def _per_committee(counted: _Counted) -> Sheet:
    """Return the counts per committee of many municipalities, as they are today."""
    states = counted.states
    rows: list[Sequence[Value]] = [
        [
            town,
            committee,
            count.rows,
            *(count.states[each] for each in states),
            count.late,
            count.unanswered,
        ]
        for (town, committee), count in counted.by_committee.items()
    ]
    columns = (Column("Huvudman", 22), *_columns("Organ", 30, states))
    return Sheet(COMMITTEES, columns, rows)


def _words(
    counted: _Counted, municipality: Municipality | None, today: date, note: str
) -> list[tuple[str, str]]:
    whose = municipality.name if municipality else "alla huvudmän i registret"
    per_committee = [(COMMITTEES, "Antalen den dag listan framställdes; de ändras inte i filen.")]
    return [
        ("Innehåll", f"{TITLE} för {whose}, läget den {today.isoformat()}."),
        ("Ärende", "Ett svarsärende: en nämnd eller ett annat organ som missivet går till."),
        (
            "Dagar försenat",
            (
                "Kalenderdagar efter svarsdagen, eller efter den dag som den har förlängts till. "
                "När svaret har kommit räknas inte fler dagar. Är en komplettering begärd räknas "
                "dagarna från kompletteringens dag."
            ),
        ),
        (
            "Varav försenade",
            "Ärenden där ett svar eller en komplettering fortfarande saknas efter sin dag.",
        ),
        ("Påmind", "Dagen för den senaste påminnelsen om yttrandet."),
        (
            "Obesvarade rekommendationer",
            "Rekommendationer till organet där inget ställningstagande är registrerat.",
        ),
        (
            "Färger",
            (
                "Rött och fet stil: försenat eller uteblivet. Gult: inkommet men ej bedömt. Grönt: "
                "tillräckligt. Samma sak står i kolumnerna Dagar försenat och Status."
            ),
        ),
        (SUMMARY, "Räknar raderna i bladet Bevakning med formler och följer det som ändras där."),
        *(per_committee if municipality is None else []),
        ("Antal ärenden", str(counted.total.rows)),
        ("Framställd", note),
    ]
