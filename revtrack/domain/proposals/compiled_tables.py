"""Rows of a compilation's tables: whose each is, of which recommendation, and what it says.

A column, the row of headings or a row across the table names the committees, and likewise the
recommendations, by their words or their number; what is left blank is as in the row above. A table
that goes on with one above, as on the next page, has its headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from revtrack.domain.codes import Position
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.compiled_names import AUDITORS_SAY, Names, numberless
from revtrack.domain.proposals.papers.minutes import diary_number_of
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.proposals.recommending.recommended import as_listed
from revtrack.domain.proposals.recommending.tabled import PARTLY
from revtrack.domain.proposals.said.measures import progress_of
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.columns import is_across, text_at
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.records import Committee
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Place, Row, Table

_LONGEST_FACT = 6
"""In words."""
_NUMBER_HEAD = re.compile(
    r"(?:rek\w*\.?|punkt|R|förslag|avser)(?:\s*(?:nr|nummer))?\.?", re.IGNORECASE
)
_AUDITORS = re.compile(rf"\b{AUDITORS_SAY}|\buppföljning\b", re.IGNORECASE)
"""Heading of a column in which the auditors speak."""
_OF_REPLY = re.compile(
    r"\b(?:d(?:iarie)?nr|diarienummer|ärendenummer|paragraf|\w*beslut\w*|protokoll|datum|dag"
    r"|ink(?:om|ommet)?)\b|§|\bsenast\b",
    re.IGNORECASE,
)
"""Heading of a column that says when and how a committee replied, or by when something is done."""
_OF_ANSWER = re.compile(
    r"\b(?:ställningstagande|inställning|åtgärd\w*|läge|status|kommentar\w*)\b", re.IGNORECASE
)
_MARK = re.compile(r"[xX✓✔☑☒●•√]|ja|klart?", re.IGNORECASE)
_PARAGRAPH_HEAD = re.compile(r"(?:paragraf|§|protokoll)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What a row, or a cell of it, tells of the committees that it names."""

    committees: tuple[Committee, ...]
    place: Place
    facts: tuple[str, ...] = ()
    """When and how they replied, each with the heading that says which."""
    given: tuple[ProposedRecommendation, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Layout:
    """Which columns of a table hold what."""

    heads: tuple[str, ...]
    whose: int | None = None
    what: int | None = None
    facts: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()
    of_committee: dict[int, Committee] = field(default_factory=dict)
    of_given: dict[int, ProposedRecommendation] = field(default_factory=dict)


@dataclass
class CompiledTables:
    """The tables of a compilation, one after the other."""

    names: Names
    above: _Layout | None = None

    def read(
        self,
        table: Table,
        current: Committee | None,
        given: ProposedRecommendation | None,
    ) -> Iterator[Told]:
        """Give what each row tells; ``current`` and ``given`` are named above the table."""
        layout, rows = self._layout(table)
        self.above = layout
        whose: tuple[Committee, ...] = (current,) if current else ()
        what: tuple[ProposedRecommendation, ...] = (given,) if given else ()
        for at, each in layout.of_committee.items():
            yield Told((each,), table.rows[0].place, (layout.heads[at],))
        for row in rows:
            alone = _alone(row)
            if alone and not self._speaks_beside(layout, row):
                named = self.names.only_named(alone)
                if named is not None:
                    whose = (named,)
                    yield Told(whose, row.place, (alone,))
                else:
                    what = self.names.given_by(alone, row) or what
                continue
            whose = self._whose(layout, row) or whose
            what = self._given(layout, row) or what
            yield from self._told(layout, row, whose, what)

    def given_in(self, table: Table) -> Iterator[ProposedRecommendation]:
        """Give what rows with a column for each committee say is recommended, or rows across."""
        layout, rows = self._layout(table)
        for row in rows:
            text, alone = text_at(row, 0), _alone(row)
            if alone is not None:
                is_given = layout.whose is not None and begins_with_demand(numberless(alone))
                text = alone
            else:
                answers = [text_at(row, at) for at in layout.of_committee]
                is_given = any(not stance_in([each]).is_empty for each in answers)
                is_given = is_given and len(text.split()) > 1 and not _is_of_reply(text)
            if is_given and self.names.only_named(text) is None:
                yield ProposedRecommendation(
                    "", row.place, as_listed(numberless(text)), confidence=0.7
                )

    # ---- which column holds what -----------------------------------------------------------------

    def _layout(self, table: Table) -> tuple[_Layout, Sequence[Row]]:
        at = next((n for n, row in enumerate(table.rows) if not _alone(row)), 0)
        first, rows = table.rows[at], (*table.rows[:at], *table.rows[at + 1 :])
        above = self._going_on_in(first)
        if above is not None:
            return above, table.rows
        heads = tuple(each.text for each in first.cells)
        silent = frozenset(n for n, text in enumerate(heads) if _AUDITORS.search(text))
        of_committee = {
            n: each for n, text in enumerate(heads) if n and (each := self.names.only_named(text))
        }
        of_committee = of_committee if len(of_committee) >= SEVERAL else {}
        whose = None if of_committee else self._column_of_committees(rows)
        facts = frozenset(
            n
            for n, text in enumerate(heads)
            if n != whose and n not in silent and (_is_of_reply(text) or _are_facts(rows, n))
        )
        taken = {whose, *facts, *silent, *of_committee}
        what = self._column_of_given(heads, rows, taken)
        of_given = {
            n: given[0]
            for n, text in enumerate(heads)
            if n not in taken and n != what and len(given := self.names.given_by(text)) == 1
        }
        return _Layout(heads, whose, what, facts, silent, of_committee, of_given), rows

    def _going_on_in(self, first: Row) -> _Layout | None:
        """Return the columns of the table above where a table's first row goes on with it."""
        above = self.above
        if above is None or len(first.cells) != len(above.heads) or above.of_committee:
            return None
        is_named = above.whose is not None and self.names.begins_with_name(
            text_at(first, above.whose)
        )
        is_given = above.what is not None and bool(self.names.given_by(text_at(first, above.what)))
        return above if is_named or is_given else None

    def _column_of_committees(self, rows: Sequence[Row]) -> int | None:
        """Return the column whose cells each begin with a committee; None where there is none."""
        rows = [row for row in rows if not _alone(row)]
        best: tuple[int, int] | None = None
        for at in range(min((len(row.cells) for row in rows), default=0)):
            cells = [text for row in rows if (text := text_at(row, at))]
            if cells and text_at(rows[0], at) and all(map(self.names.begins_with_name, cells)):
                words = sum(len(each.split()) for each in cells)
                best = min(best or (words, at), (words, at))
        return best[1] if best else None

    def _column_of_given(
        self, heads: Sequence[str], rows: Sequence[Row], taken: Iterable[int | None]
    ) -> int | None:
        """Return the column whose cells give a recommendation, or name it by its number."""
        rows = [row for row in rows if not _alone(row)]
        hits = {
            at: sum(self._is_given(text_at(row, at), row) for row in rows)
            for at in range(len(heads))
            if at not in set(taken)
        }
        best = max(hits, key=lambda at: hits[at], default=None)
        if best is not None and hits[best] > 0:
            return best
        for at in hits:  # a mere count of the rows where each names its committee
            cells = [text for row in rows if (text := text_at(row, at))]
            is_named = _NUMBER_HEAD.fullmatch(heads[at].strip()) is not None
            is_repeated = len(set(cells)) < len(cells) or None in set(taken)
            if cells and (is_named or is_repeated) and all(map(self.names.numbered, cells)):
                return at
        return None

    def _is_given(self, text: str, row: Row) -> bool:
        is_here = any(
            each.place == row.place and text.find(each.text or "") >= 0
            for each in self.names.recommendations
        )
        return is_here or self.names.alike(text) is not None

    # ---- what a row tells ------------------------------------------------------------------------

    def _whose(self, layout: _Layout, row: Row) -> tuple[Committee, ...]:
        return (
            self.names.bodies.named_in(text_at(row, layout.whose))
            if layout.whose is not None
            else ()
        )

    def _given(self, layout: _Layout, row: Row) -> tuple[ProposedRecommendation, ...]:
        if layout.what is not None:
            return self.names.given_by(text_at(row, layout.what), row)
        return self.names.given_by(text_at(row, 0), row) if layout.of_committee else ()

    def _told(
        self,
        layout: _Layout,
        row: Row,
        whose: tuple[Committee, ...],
        what: tuple[ProposedRecommendation, ...],
    ) -> Iterator[Told]:
        if layout.of_committee:
            label = text_at(row, 0)
            for at, committee in layout.of_committee.items():
                text = text_at(row, at)
                if self._given(layout, row):
                    yield Told((committee,), row.place, (), what, (text,))
                elif _OF_REPLY.search(label):
                    yield Told((committee,), row.place, (_headed(label, text),))
            return
        facts = [_headed(layout.heads[at], text_at(row, at)) for at in sorted(layout.facts)]
        if layout.whose is not None:
            facts.insert(0, text_at(row, layout.whose))
        if layout.of_given:
            yield Told(whose, row.place, tuple(facts))
            for at, given in layout.of_given.items():
                yield Told(whose, row.place, (), (given,), (text_at(row, at),))
            return
        left = {layout.whose, layout.what, *layout.facts, *layout.silent}
        if layout.whose is not None and position_of(text_at(row, layout.whose)):
            left.discard(layout.whose)  # "Nämnden instämmer": the answer itself says whose it is
        said = tuple(
            _marked(layout.heads[at : at + 1], text)
            for at, cell in enumerate(row.cells)
            if at not in left and (text := text_at(row, at)) and not cell.is_merged
        )
        parted = self.names.parted_by_name(" ".join(said))
        yield from (Told((each,), row.place, tuple(facts), what, (text,)) for each, text in parted)
        if not parted:
            yield Told(whose, row.place, tuple(facts), what, said)

    def _speaks_beside(self, layout: _Layout, row: Row) -> bool:
        """Tell whether the only cell that a row fills is an answer, to what is given above."""
        at = next((n for n, each in enumerate(row.cells) if each.text.strip()), 0)
        return at not in {0, layout.what, layout.whose}


def _alone(row: Row) -> str | None:
    """Return what a row says that has one cell across it, or fills only one of several."""
    said = [" ".join(each.text.split()) for each in row.cells if each.text.strip()]
    is_wide = len(row.cells) > 1
    return said[0] if is_wide and said and (is_across(row) or len(said) == 1) else None


def _is_of_reply(head: str) -> bool:
    return _OF_REPLY.search(head) is not None and _OF_ANSWER.search(head) is None


def _are_facts(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a column's cells say only when or under which § a committee replied."""
    cells = [text for row in rows if not _alone(row) and (text := text_at(row, at))]
    return bool(cells) and all(
        ("§" in each or any(True for _ in days_in(each)) or diary_number_of(each) == each)
        and len(each.split()) <= _LONGEST_FACT
        and position_of(each) is None
        for each in cells
    )


def _marked(heads: Sequence[str], text: str) -> str:
    """Return what a cell says; where it is a mere mark, what its heading says: "Genomfört: ja"."""
    head = heads[0].strip(" ?:") if heads else ""
    if _MARK.fullmatch(text) and not (position_of(text) and not progress_of(head)):
        return head
    if progress_of(head) and position_of(text) is Position.DISAGREES and len(text.split()) == 1:
        return ""
    return f"Delvis {head.casefold()}" if progress_of(head) and PARTLY.fullmatch(text) else text


def _headed(head: str, text: str) -> str:
    """Return what a cell says with its heading, the number of a § with its sign."""
    is_number = text.isdecimal() and _PARAGRAPH_HEAD.search(head) is not None
    return f"§ {text}" if is_number else f"{head}: {text}"
