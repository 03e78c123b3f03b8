"""The sections of Statistik: rows of numbers with their bars, and what stands behind each row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from revtrack.domain.codes import VerdictStep
from revtrack.domain.outcome.figures import Figures, Named
from revtrack.domain.outcome.over_time import WITHIN, Cohort, Lengths, Replied, YearEnd
from revtrack.domain.outcome.rates import Tally, Unit
from revtrack.domain.outcome.reply_times import ReplyTime
from revtrack.tui import words
from revtrack.tui.figures.bars import SHADES, bar, stacked
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _
from revtrack.wording.figures import (
    NOTHING,
    age_told,
    cohort_told,
    count_or_nothing,
    definitions,
    lengths_told,
    reply_time_told,
    years_told,
)
from revtrack.wording.words import capitalise_first

T = TypeVar("T")

BARS_FROM, WIDE, NAME = 70, 110, 44
_LOOKS = {ReplyTime.MISSING: "overdue", ReplyTime.LATE: "near", ReplyTime.IN_TIME: "done"}


@dataclass(frozen=True)
class FigureKey:
    """What a row of figures stands for."""

    section: str
    place: int


@dataclass(frozen=True)
class Behind:
    """The recommendations and replies that a row counts, and what they are called."""

    title: str
    units: tuple[Unit, ...] = ()
    replies: tuple[Replied, ...] = ()


@dataclass(frozen=True)
class _Line:
    """A row before it is laid out."""

    name: str
    numbers: tuple[str, ...]
    drawn: str = ""
    look: str = ""
    units: tuple[Unit, ...] = ()
    replies: tuple[Replied, ...] = ()


class FigureSections:
    """The sections of figures at a width; ``behind`` tells what each row counts."""

    def __init__(self, figures: Figures, width: int) -> None:
        """Lay out the figures for a list of so many columns."""
        self.behind: dict[FigureKey, Behind] = {}
        self._figures = figures
        self._found = {id(unit) for unit in figures.units if unit.is_found(VerdictStep.FULL)}
        self._is_wide = width >= WIDE
        self._bar = 32 if self._is_wide else 16
        self.sections: tuple[Section, ...] = tuple(self._made())

    def _made(self) -> Iterable[Section]:
        figures = self._figures
        yield self._counts("standing", _("Standing"), self._standings())
        yield self._counts("verdict", _("Follow-up verdict"), self._verdicts())
        yield from self._committees()
        by_year = {str(year): tally for year, tally in figures.years.items()}
        yield self._tallies("year", _("Per audit year"), by_year)
        yield self._counts("age", _("Open, by age"), self._ages())
        yield self._counts("reply", _("Replies and actions in time"), self._replies())
        yield self._cohorts()
        yield from self._lengths()
        yield self._year_ends()
        yield _meanings()

    # ---- counts

    def _counted(self, name: str, look: str, units: tuple[Unit, ...], of: int) -> _Line:
        return _Line(name, _count(len(units), of), bar(len(units), of, self._bar), look, units)

    def _standings(self) -> list[_Line]:
        figures = self._figures
        return [
            self._counted(words.state(each), "", units, figures.total.asked)
            for each, units in figures.standings.items()
            if units
        ]

    def _verdicts(self) -> list[_Line]:
        units = self._figures.units
        steps: list[VerdictStep | None] = [*VerdictStep, None]
        found = [(step, tuple(each for each in units if each.verdict is step)) for step in steps]
        return [
            self._counted(words.state_or_absent(step, "verdict"), "", theirs, len(units))
            for step, theirs in found
            if theirs
        ]

    def _ages(self) -> list[_Line]:
        of = self._figures.total.open
        return [self._counted(age_told(each), "", each.units, of) for each in self._figures.ages]

    def _replies(self) -> list[_Line]:
        figures = self._figures
        of = sum(map(len, figures.reply_times.values()))
        lines = [
            _Line(
                reply_time_told(time),
                _count(len(found), of),
                bar(len(found), of, self._bar),
                _LOOKS.get(time, ""),
                replies=found,
            )
            for time, found in figures.reply_times.items()
            if found
        ]
        late, title = figures.late_actions, _("Recommendations with a late action")
        return [*lines, self._counted(title, "overdue" if late else "", late, figures.total.asked)]

    def _counts(self, kind: str, title: str, lines: Sequence[_Line]) -> Section:
        return self._section(kind, title, ("", _("Count"), "%", ""), lines)

    # ---- groups

    def _committees(self) -> Iterable[Section]:
        title = _("Per committee")
        for town, members in _by_town(self._figures.committees).items():
            groups = {capitalise_first(name): tally for (_town, name), tally in members.items()}
            yield self._tallies(f"committee {town}", f"{title}, {town}" if town else title, groups)

    def _tallies(self, kind: str, title: str, groups: Mapping[str, Tally]) -> Section:
        most = max((tally.asked for tally in groups.values()), default=0)
        headings = (
            _("Asked"),
            _("Open"),
            _("Judged"),
            _("Carried out"),
            "%",
            _("Oldest, days"),
            "",
        )
        lines = [self._tally(name, tally, most) for name, tally in groups.items()]
        return self._section(kind, title, ("", *headings), lines, _legend())

    def _tally(self, name: str, tally: Tally, most: int) -> _Line:
        values = (
            tally.asked,
            tally.open,
            tally.judged,
            tally.implemented,
            tally.share(tally.implemented),
            tally.oldest_age,
        )
        return _Line(
            name,
            tuple(map(count_or_nothing, values)),
            stacked(self._parts(tally), most, self._bar),
            units=tally.units,
        )

    def _parts(self, tally: Tally) -> tuple[int, int, int]:
        """Return how many were found carried out, were closed otherwise, and are open otherwise."""
        found = sum(id(unit) in self._found for unit in tally.units)
        closed = sum(
            unit.outcome is not None and id(unit) not in self._found for unit in tally.units
        )
        return found, closed, tally.asked - found - closed

    # ---- in time

    def _cohorts(self) -> Section:
        lines = [
            _Line(
                str(each.year or _("All")),
                tuple(cohort_told(each, years) for years in WITHIN),
                self._longest(each),
                units=each.units,
            )
            for each in self._figures.cohorts
        ]
        headings = (_("Year of the letter"), *map(years_told, WITHIN), _("The longest time"))
        return self._section("cohort", _("Found carried out within"), headings, lines)

    def _longest(self, cohort: Cohort) -> str:
        shares = [share for years in WITHIN if (share := cohort.share(years)) is not None]
        return bar(shares[-1], 100, self._bar) if shares else ""

    def _lengths(self) -> Iterable[Section]:
        titles = (_("Days from the letter to the reply"), _("Days from the letter to the closing"))
        headings = ("", _("Count"), _("Mean"), _("Median"), "")
        for which, title in enumerate(titles):
            figures, kind = self._figures, f"length {which}"
            found = {name: both[which] for name, both in figures.lengths.items()}
            found = {name: took for name, took in found.items() if took.days}
            most = max((took.mean or 0 for took in found.values()), default=0)
            everybody = Behind(_("All"), figures.units, figures.replies)
            together = self._length(everybody, figures.all_lengths[which], most)
            is_one_town = len({town for town, _name in figures.lengths}) == 1
            for town, members in _by_town(found).items():
                lines = [self._length(self._committee(n), members[n], most) for n in members]
                lines += [together] if is_one_town else []
                named = f"{title}, {town}" if town else title
                yield self._section(f"{kind} {town}", named, headings, lines)
            if not found or not is_one_town:
                named = title if not found else _("{title}, all together").format(title=title)
                yield self._section(kind, named, headings, [together])

    def _committee(self, name: Named) -> Behind:
        figures = self._figures
        units = figures.committees[name].units if name in figures.committees else ()
        replies = figures.replies_by_committee.get(name, ())
        return Behind(capitalise_first(name[1]), units, replies)

    def _length(self, behind: Behind, found: Lengths, most: float) -> _Line:
        drawn = bar(found.mean or 0, most, self._bar)
        numbers = tuple(lengths_told(found))
        return _Line(behind.title, numbers, drawn, "", behind.units, behind.replies)

    def _year_ends(self) -> Section:
        most = max((len(each.units) for each in self._figures.year_ends), default=0)
        lines = [
            _Line(
                each.day.isoformat(),
                tuple(
                    map(str, (len(each.units), each.open, len(each.closed), len(each.implemented)))
                ),
                stacked(_parts_at(each), most, self._bar),
                units=each.units,
            )
            for each in self._figures.year_ends
        ]
        headings = (
            _("Day"),
            _("Asked"),
            _("Open"),
            _("Of them closed"),
            _("Carried out"),
            "",
        )
        return self._section("year_end", _("Year by year"), headings, lines, _legend())

    # ---- rows

    def _section(
        self,
        kind: str,
        title: str,
        headings: Sequence[str],
        lines: Sequence[_Line],
        legend: str = "",
    ) -> Section:
        first, *numbers, last = headings
        widths = [
            max(len(heading), *(len(line.numbers[place]) for line in lines), 0)
            for place, heading in enumerate(numbers)
        ]
        for place, line in enumerate(lines):
            if line.units or line.replies:
                key = FigureKey(kind, place)
                named = f"{title}: {line.name}"
                self.behind[key] = Behind(named, line.units, line.replies)
        bars_from = BARS_FROM if len(numbers) < len(WITHIN) else WIDE
        return Section(
            f"{title}   {legend}" if legend else title,
            (
                Column(first, grows=not self._is_wide, most=NAME),
                *(Column(each) for each in _aligned(numbers, widths)),
                Column(last, grows=self._is_wide, from_width=bars_from),
            ),
            tuple(
                Row(
                    (line.name, *_aligned(line.numbers, widths), line.drawn.ljust(self._bar)),
                    FigureKey(kind, place),
                    line.look,
                )
                for place, line in enumerate(lines)
            ),
        )


def _aligned(texts: Iterable[str], widths: Iterable[int]) -> Iterable[str]:
    """Return numbers, or what stands over them, to the right in their columns."""
    return (text.rjust(width) for text, width in zip(texts, widths, strict=True))


def _by_town(found: Mapping[Named, T]) -> dict[str, dict[Named, T]]:
    """Return committees by municipality, whose name is empty where there is only one."""
    towns = dict.fromkeys(town for town, _name in found)
    return {
        town if len(towns) > 1 else "": {
            name: value for name, value in found.items() if name[0] == town
        }
        for town in towns
    }


def _count(count: int, of: int) -> tuple[str, str]:
    share = str((200 * count + of) // (2 * of)) if of else NOTHING
    return str(count), share


def _parts_at(stood: YearEnd) -> tuple[int, int, int]:
    """Return the same as it stood on a day."""
    found = {id(unit) for unit in stood.implemented}
    closed = sum(id(unit) not in found for unit in stood.closed)
    return len(found), closed, len(stood.units) - len(found) - closed


def _legend() -> str:
    return _("{done} carried out {closed} closed otherwise {open} open").format(
        done=SHADES[0], closed=SHADES[1], open=SHADES[2]
    )


def _meanings() -> Section:
    rows = (Row(each, FigureKey("meaning", n)) for n, each in enumerate(definitions().values()))
    return Section(
        _("What the figures mean"),
        (Column(most=22), Column(grows=True)),
        tuple(rows),
        hides_titles=True,
    )
