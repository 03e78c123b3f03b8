"""What a paper of an audit shows at a glance, sign by sign, each with a name.

How it calls itself, how its tables are built, whom it is put to, who signs it, how much it tells.
What the signs weigh for each kind is said in ``weights``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from revtrack.domain.proposals.papers import more_time
from revtrack.domain.proposals.papers import sign_words as words
from revtrack.domain.proposals.papers.built import answered_below
from revtrack.domain.proposals.papers.front_lines import (
    is_address,
    is_answering_mail,
    is_copy_label,
    is_mail,
    is_marked_copy,
    names_firm,
    names_report,
)
from revtrack.domain.proposals.papers.kind_titles import (
    ANNUAL,
    COMPILED,
    FOLLOW_UP,
    LIST,
    OTHER_TITLE,
    REPLY_TITLE,
    REVIEW_TITLE,
    STATUS_LIST,
    SUBJECT,
)
from revtrack.domain.proposals.papers.listings import CALLED_REPORT, is_only_table, wide_tables
from revtrack.domain.proposals.papers.minutes import SHORT_LINE, is_cell, is_short
from revtrack.domain.proposals.papers.reply_form import form_fields
from revtrack.domain.proposals.papers.reply_signs import (
    head_of,
    is_below_auditors,
    is_by_auditors,
    is_for_auditors,
    is_from_body,
    is_headed_by_body,
    names_auditors_alone,
    speaks_to_auditors,
)
from revtrack.domain.texts.any_case import Shape
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table
from revtrack.domain.texts.prose import name_key

FIRST, LAST = 25, 14
"""How many lines from the beginning and from the end say what a paper is."""
_LONG = 9_000
"""Signs; a letter is seldom so long."""
_MANY = 3
_LITTLE, _MUCH = 3, 8
"""Lines of running text."""
_HALF, _MOST = 0.5, 0.75
"""Of a paper's text."""
_LONG_NAME = 6
"""Words; no body's name is so long."""


class Evidence:
    """A paper of an audit as its signs are looked for."""

    def __init__(self, lines: Sequence[Line], paper: Paper) -> None:
        """Keep a paper with its lines, the cells of its tables among them."""
        self.lines, self.paper = lines, paper
        self.first, self.last = lines[:FIRST], lines[len(head_of(lines)) :][-LAST:]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The short lines of the head, the cells of wide tables left out."""
        wide = wide_tables(self.paper)
        found = [
            line.text.strip()
            for line in self.lines[:12]
            if is_short(line) and not is_cell(line) and line.place.table not in wide
        ]
        found += [line.text.strip() for line in self.lines[:2] if len(line.text) < SHORT_LINE]
        return tuple(SUBJECT.sub("", each) for each in found)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Its tables that have rows."""
        return tuple(each for each in self.paper.blocks if isinstance(each, Table) and each.rows)

    @cached_property
    def advice_tables(self) -> tuple[Table, ...]:
        """The tables with a column for what was recommended."""
        return tuple(each for each in self.tables if any(map(words.ADVICE.match, _heads(each))))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its lines, and each row of its tables with a label and what that says."""
        rows = (row.cells for each in self.tables for row in each.rows if len(row.cells) == PAIR)
        beside = (" ".join(cell.text for cell in cells) for cells in rows)
        return (*(line.text for line in self.lines), *beside)

    @cached_property
    def told(self) -> tuple[Line, ...]:
        """The running text beside the tables."""
        beside = (each for each in self.paper.blocks if isinstance(each, Line))
        return tuple(each for each in beside if not is_short(each))

    def has_column(self, shape: Shape) -> bool:
        """Tell whether a table of recommendations has a column headed so, beside theirs."""
        return any(
            shape.search(head) and not words.ADVICE.match(head)
            for each in self.advice_tables
            for head in _heads(each)
        )

    @cached_property
    def chapters(self) -> int:
        """How many usual headings of a report's chapters stand in it."""
        heads = {
            name_key(words.NUMBERED.sub("", line.text.strip()).rstrip(":")) for line in self.lines
        }
        return len(heads & words.CHAPTERS)

    @cached_property
    def bodies(self) -> int:
        """How many different bodies one column of the tables of recommendations names."""
        most = 0
        rows = [row for each in self.advice_tables for row in each.rows[1:]]
        for column in range(max((len(row.cells) for row in rows), default=0)):
            cells = {row.cells[column].text.strip() for row in rows if len(row.cells) > column}
            named = {
                each for each in cells if words.BODY.search(each) and len(each.split()) < _LONG_NAME
            }
            most = max(most, len(named) if len(named) * 2 >= len(cells) else 0)
        return most

    @cached_property
    def is_headed_by_body(self) -> bool:
        """Whether a body's letterhead stands at the head of its pages."""
        return is_headed_by_body(self.paper.headers)

    @cached_property
    def share(self) -> float:
        """How much of its text stands in tables of recommendations."""
        inside = sum(len(cell.text) for t in self.advice_tables for r in t.rows for cell in r.cells)
        return inside / max(sum(len(line.text) for line in self.lines), 1)

    @cached_property
    def headed(self) -> int:
        """How many bodies' names are headings, or stand alone on a line below the head."""
        alone = (x.text.strip() for x in self.lines[6:] if x.kind is LineKind.HEADING)
        return len({each for each in alone if words.BODY_ALONE.match(each)})

    def titled(self, shape: Shape) -> bool:
        """Tell whether a line of the head calls the paper so."""
        return any(shape.search(each) for each in self.titles)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Its own lines: what a mail quotes is another's."""
        return tuple(line.text for line in self.lines if not line.is_quoted)

    @cached_property
    def settles_time(self) -> bool:
        """Whether auditors give more time in it, or refuse it, and recommend nothing."""
        named = any(words.OF_AUDITORS.match(each) for each in self.titles)
        is_theirs = named and not (is_for_auditors(self.lines) or self.tells(words.ADVISED))
        return is_theirs and any(map(more_time.settles_more_time, self.own))

    def tells(self, shape: Shape) -> int:
        """Return how many of its own lines tell something."""
        return len([True for text in self.own if shape.search(text)])


def _asks(text: str) -> bool:
    """Tell whether a line asks for a reply by a day."""
    return bool(words.BY.search(text) and words.WHEN.search(text) and words.ASKS.search(text))


def _addresses(lines: Sequence[Line]) -> Iterator[str]:
    """Give the short lines, and a "Till" that stands alone with the names below it."""
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        text = line.text.strip()
        if after is not None and name_key(text).rstrip(":") in {"till", "mottagare", "sändlista"}:
            yield f"{text} {after.text.strip()}"
        elif is_short(line):
            yield text


def _heads(table: Table) -> tuple[str, ...]:
    return tuple(name_key(cell.text) for cell in table.rows[0].cells)


def _follows_no_audit(evidence: Evidence) -> bool:
    """Tell whether a paper is called a follow-up of some work, and tells of no audit before it."""
    titles = [each for each in evidence.titles if FOLLOW_UP.search(each)]
    is_of_audit = any(map(words.OF_EARLIER.search, titles))
    is_advised = evidence.tells(words.ADVISED_BEFORE) or evidence.tells(words.OUTCOME) > 1
    return bool(titles) and not (is_of_audit or is_advised or evidence.advice_tables)


SIGNS: Mapping[str, Callable[[Evidence], bool]] = {
    "titled_annual": lambda e: e.titled(ANNUAL),
    "titled_other": lambda e: (
        e.titled(OTHER_TITLE) and not (is_answering_mail(e.lines) and e.tells(words.WE_THINK))
    ),
    "titled_follow_up": lambda e: e.titled(FOLLOW_UP),
    "follows_no_audit": _follows_no_audit,
    "follows_audit": lambda e: e.titled(FOLLOW_UP) and bool(e.tells(words.ADVISED_BEFORE)),
    "titled_status_list": lambda e: e.titled(STATUS_LIST),
    "titled_list": lambda e: e.titled(LIST),
    "titled_compiled": lambda e: e.titled(COMPILED),
    "titled_reply": lambda e: e.titled(REPLY_TITLE),
    "titled_review": lambda e: e.titled(REVIEW_TITLE),
    "called_report": lambda e: e.titled(CALLED_REPORT),
    "named_report": lambda e: any(map(names_report, (*e.titles, *e.paper.headers))),
    "named_letter": lambda e: any(words.LETTER_NAME.match(name_key(t)) for t in e.titles),
    "form": lambda e: bool(form_fields(e.paper)),
    "to_auditors": lambda e: any(
        words.TO_AUDITORS.match(line.text.strip()) for line in e.first[:12]
    ),
    "to_body": lambda e: any(
        is_address(x) and not words.TO_AUDITORS.match(x) for x in _addresses(e.first[:15])
    ),
    "reply_to_auditors": lambda e: (
        any(words.TO_AUDITORS.match(line.text.strip()) for line in e.first[:12])
        and (e.titled(REPLY_TITLE) or e.titled(words.REPLY_AFTER))
    ),
    "below_sender": lambda e: (
        is_for_auditors(e.lines) or (e.is_headed_by_body and names_auditors_alone(e.lines))
    ),
    "below_auditors": lambda e: (
        is_below_auditors(e.lines) and not (SIGNS["to_body"](e) or e.is_headed_by_body)
    ),
    "to_you": lambda e: speaks_to_auditors(e.lines),
    "asks_nothing": lambda e: bool(e.tells(words.ASKS_NOTHING)),
    "asked_time": lambda e: bool(e.tells(words.ASKED_TIME)),
    "titled_reply_after": lambda e: e.titled(words.REPLY_AFTER),
    "from_auditors": lambda e: (
        any(words.FROM_AUDITORS.match(t) for t in e.titles) and not is_for_auditors(e.lines)
    ),
    "from_body": lambda e: (
        is_from_body(e.lines) and not any(is_copy_label(line.text) for line in e.first[:8])
    ),
    "from_office": lambda e: any(words.FROM_OFFICE.match(t) for t in e.titles),
    "official": lambda e: any(words.OFFICIAL.match(x.text.strip()) and is_short(x) for x in e.last),
    "questions": lambda e: sum(x.text.strip().endswith("?") for x in e.lines) > 1,
    "questions_answered": lambda e: (
        (SIGNS["questions"](e) and bool(e.tells(words.ANSWERED)))
        or e.tells(words.ASKED_AND_ANSWERED) > 1
        or (SIGNS["questions"](e) and e.tells(words.STEP_TOLD) > 1)
        or answered_below(e.lines) > 1
    ),
    "asks_somehow": lambda e: bool(e.tells(words.ASKS_SOMEHOW)),
    "wants_time": lambda e: (
        not (SIGNS["long"](e) or e.tells(words.WE_THINK) or e.advice_tables)
        and any(map(more_time.wants_more_time, e.own))
    ),
    "gives_time": lambda e: (
        not (SIGNS["long"](e) or e.tells(words.WE_THINK) or e.advice_tables)
        and (any(map(more_time.gives_more_time, e.own)) or e.settles_time)
    ),
    "asks": lambda e: any(map(_asks, e.texts)),
    "silent": lambda e: not (SIGNS["asks"](e) or SIGNS["asks_somehow"](e)),
    "copies": lambda e: (
        any(is_copy_label(line.text) for line in e.lines)
        or any(is_marked_copy(line.text) for line in e.first[:15] if is_short(line))
    ),
    "encloses": lambda e: bool(e.tells(words.ENCLOSED)),
    "for_auditors": lambda e: any(words.FOR_AUDITORS.match(line.text.strip()) for line in e.last),
    "by_auditors": lambda e: is_by_auditors(e.lines),
    "we_review": lambda e: bool(e.tells(words.WE_REVIEW)),
    "headed_several": lambda e: sum(x.kind is LineKind.HEADING for x in e.lines) > _MANY - 1,
    "for_body": lambda e: any(words.FOR_BODY.match(line.text.strip()) for line in e.last),
    "chair": lambda e: any(words.CHAIR.search(x.text) and is_short(x) for x in e.last),
    "expert": lambda e: any(words.EXPERT.search(x.text) and is_short(x) for x in e.last),
    "firm": lambda e: any(names_firm(line.text) for line in e.first[:8]),
    "ordered": lambda e: any(words.ORDERED.search(line.text) for line in e.first),
    "mail": lambda e: is_mail(e.lines),
    "chapters_some": lambda e: e.chapters > 1,
    "chapters_many": lambda e: e.chapters > _MANY,
    "is_itself_report": lambda e: (
        (e.chapters > 1 and bool(e.tells(words.FOUND)))
        and not (SIGNS["encloses"](e) or SIGNS["named_letter"](e) or e.tells(words.BY_OTHERS))
    ),
    "contents": lambda e: any(
        isinstance(x, Line) and x.kind is LineKind.CONTENTS for x in e.paper.blocks
    ),
    "long": lambda e: sum(len(line.text) for line in e.lines) > _LONG,
    "only_table": lambda e: is_only_table(e.lines, e.paper),
    "advice_table": lambda e: bool(e.advice_tables),
    "table_answers": lambda e: e.has_column(words.ANSWER),
    "table_standing": lambda e: e.has_column(words.STANDING),
    "table_owner": lambda e: e.has_column(words.OWNER),
    "follow_up_judged": lambda e: e.titled(FOLLOW_UP) and e.has_column(words.GRADED),
    "table_judged": lambda e: e.has_column(words.JUDGED),
    "tables_several": lambda e: len(e.advice_tables) > 1,
    "table_bodies": lambda e: e.bodies > 1,
    "table_half": lambda e: e.share > _HALF,
    "table_most": lambda e: e.share > _MOST,
    "told_little": lambda e: len(e.told) <= _LITTLE,
    "told_much": lambda e: len(e.told) >= _MUCH,
    "labelled": lambda e: (
        e.tells(words.LABELLED_STATE) >= _MANY and not SIGNS["questions_answered"](e)
    ),
    "tells_list": lambda e: any(words.TELLS_LIST.search(x.text) for x in e.first),
    "outcomes": lambda e: e.tells(words.OUTCOME) > 1,
    "earlier": lambda e: bool(e.tells(words.EARLIER)),
    "found": lambda e: bool(e.tells(words.FOUND)),
    "bodies_headed": lambda e: e.headed > 1,
    "replies_told": lambda e: e.tells(words.REPLIED) > 1,
    "answers": lambda e: bool(e.tells(words.WE_ANSWER)),
}


def shown_by(lines: Sequence[Line], paper: Paper) -> set[str]:
    """Return the names of the signs that a paper shows."""
    evidence = Evidence(lines, paper)
    return {name for name, is_shown in SIGNS.items() if is_shown(evidence)}
