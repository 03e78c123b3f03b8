"""One file may hold many papers: where each begins and ends.

A paper begins where minutes, a memorandum, a letter or a report can only begin: at a § with its
diary number, at a proposal for a decision under its title, at the address of a letter, at the
title page of a report. What stands above that (the name of the town, the committee, the day)
belongs to it too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from revtrack.domain.codes import REPLIES, PaperKind
from revtrack.domain.proposals.committees.bodies import PaperBodies, bodies_of, display_name
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.titles import title_in
from revtrack.domain.proposals.papers.beginnings import ABOUT, SOON, anchors_in, near
from revtrack.domain.proposals.papers.front_lines import TO, is_address, names_report
from revtrack.domain.proposals.papers.kind_titles import REVIEW_TITLE
from revtrack.domain.proposals.papers.kinds import Kind, is_own_meeting, kind_of
from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_letterhead,
    is_own_head,
    is_proposal_heading,
    is_sent_label,
    is_short,
    matter_of,
)
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.proposal import PaperPart
from revtrack.domain.proposals.replying.repliers import committee_in
from revtrack.domain.proposals.replying.replies import matter_title_in
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper
from revtrack.domain.proposals.text.outline import outline_of
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table
from revtrack.domain.texts.prose import name_key

_BEFORE = 10
"""How many lines above an anchor may belong to the head of its paper."""
_HEAD_CELLS, _HEAD_CELL = 12, 80
"""So many cells, of so many signs, the table above a paper has at most."""
_REPEATED = 2
"""So many lines are enough to know a head by that pages repeat."""
_BODY = re.compile(r"\b[\w-]*(?:nämnden|styrelsen|direktionen)(?=s?\b)", re.IGNORECASE)
OTHER_PAGE = 1_000
"""More lines than a page has."""


@dataclass(frozen=True)
class Section:
    """A paper within a file."""

    first_line: int
    last_line: int
    paper: Paper


@dataclass(frozen=True)
class Part(PaperPart):
    """A paper of a file with its own text."""

    paper: Paper = field(default_factory=lambda: Paper(()), repr=False)
    found: Kind = field(default_factory=lambda: Kind(PaperKind.OTHER))
    """Its kind with how sure that is."""


def parts_of(paper: Paper, committees: Sequence[Committee] = ()) -> tuple[Part, ...]:
    """Return the papers of a file, each with its kind, title and committee."""
    bodies = bodies_of(paper, committees)
    sections = sections_of(paper)
    several = len(sections) > 1
    return tuple(_part(each, bodies, is_among_others=several) for each in sections)


def _part(section: Section, bodies: PaperBodies, *, is_among_others: bool) -> Part:
    found = kind_of(section.paper, is_among_others=is_among_others)
    title, committee = title_in(Head(section.paper, outline_of(section.paper))), None
    if found.kind in REPLIES:
        read = ReplyPaper(section.paper, found.kind, bodies)
        title, committee = matter_title_in(read) or title, committee_in(read)
    return Part(
        found.kind,
        title.value if title else None,
        display_name(committee.value) if committee else None,
        section.first_line,
        section.last_line,
        section.paper,
        found,
    )


def sections_of(paper: Paper) -> tuple[Section, ...]:
    """Return the papers of a file, in its order; the whole file where it holds but one."""
    blocks = paper.blocks
    if is_own_meeting(lines_of(paper)):
        return (_section(paper, 0, len(blocks)),)
    found = sorted({0, *(_head_of(blocks, place) for place in anchors_in(blocks))})
    found = [place for place in found if not _is_other_page(blocks, place)]
    starts = [0] if found else []
    for begin, end in pairwise((*found, len(blocks))):
        if _has_text(blocks[starts[-1] : begin]) and not _is_only_head(blocks[:begin]):
            starts.append(begin)
        if end == len(blocks) and len(starts) > 1 and not _has_text(blocks[begin:end]):
            starts.pop()
    return tuple(_section(paper, begin, end) for begin, end in pairwise((*starts, len(blocks))))


def with_heads_of_minutes(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return papers, each § of minutes with the head of those that it goes on from."""
    found: list[Section] = []
    headed: Section | None = None
    for each in sections:
        first = next(iter(each.paper.blocks), None)
        is_bare = isinstance(first, Line) and matter_of(first) is not None
        headed = headed if is_bare else each
        goes_on = is_bare and headed is not None and _is_of_same_body(each, headed)
        found.append(with_head_of_minutes(each, headed) if goes_on and headed else each)
    return tuple(found)


def _is_of_same_body(section: Section, headed: Section) -> bool:
    """Tell whether a § names at its beginning no body but those that the head above names."""
    return bool(of_head := _bodies_at(headed)) and _bodies_at(section) <= of_head


def _bodies_at(section: Section) -> frozenset[str]:
    lines = (each.text for each in near(section.paper.blocks, 0, SOON))
    return frozenset(
        each.casefold() for text in (*lines, *section.paper.headers) for each in _BODY.findall(text)
    )


def with_head_of_minutes(section: Section, first: Section) -> Section:
    """Return a § of minutes with what stands above the first of them: whose, and of which day."""
    above: list[Line | Table] = []
    for block in first.paper.blocks[:_BEFORE]:
        is_matter = isinstance(block, Line) and _begins_matter(block)
        if is_matter or (isinstance(block, Table) and not _is_only_head([block])):
            break
        above.append(block)
    if section is first or not above or len(above) == len(first.paper.blocks):
        return section
    headers = tuple(dict.fromkeys((*section.paper.headers, *first.paper.headers)))
    paper = replace(section.paper, blocks=(*above, *section.paper.blocks), headers=headers)
    return replace(section, paper=paper)


def _begins_matter(line: Line) -> bool:
    """Tell whether a line is the § of a matter, or heads what is decided or proposed in one."""
    return matter_of(line) is not None or is_decision_heading(line) or is_proposal_heading(line)


def _is_other_page(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether what looks like a head only repeats that of the file on another of its pages."""
    if place == 0:
        return False
    first = [each.text.strip() for each in near(blocks, 0, _REPEATED)]
    here = [each.text.strip() for each in near(blocks, place, place + _REPEATED)]
    below = near(blocks, place, place + SOON)
    is_other = _named_at(blocks, place) - _named_at(blocks, 0)
    return here == first and not is_other and not any(map(_begins_matter, below))


def _named_at(blocks: Sequence[Line | Table], place: int) -> frozenset[str]:
    """Return what names a report or letter where one may begin: its title, and whom it is to."""
    lines = near(blocks, place, place + SOON)
    addresses = [each.text for each in lines if TO.match(each.text) and is_address(each.text)]
    is_named = bool(addresses) or any(names_report(each.text) for each in lines)
    titles = (each.text for each in lines if is_short(each) and REVIEW_TITLE.match(each.text))
    return frozenset(map(name_key, (*addresses, *titles))) if is_named else frozenset()


def _section(paper: Paper, begin: int, end: int) -> Section:
    blocks = paper.blocks[begin:end]
    first = _line_of(paper.blocks, begin)
    last = max((_last_line(each) for each in blocks), default=first)
    if begin == 0 and end == len(paper.blocks):
        return Section(first, last, paper)
    upper = _line_of(paper.blocks, end) if end < len(paper.blocks) else None
    page = _page(paper.blocks[begin])
    after = (_page(paper.blocks[end]), upper) if upper else None
    kept = tuple(each for each in paper.furniture if _is_within(each, (page, first), after))
    return Section(
        first,
        last,
        replace(
            paper,
            blocks=blocks,
            furniture=kept,
            headers=tuple(dict.fromkeys(each.text for each in kept)),
            warnings=(),
        ),
    )


def _is_within(
    line: Line, first: tuple[int | None, int], after: tuple[int | None, int] | None
) -> bool:
    """Tell whether what a page repeats stands on the pages of a part."""
    page, number = line.place.page, line.place.line or 0
    if page is not None and first[0] is not None:
        if page == first[0] or after is None or after[0] is None:
            return page >= first[0]
        return first[0] < page < after[0]
    return number >= first[1] and (after is None or number < after[1])


def _page(block: Line | Table) -> int | None:
    place = block.place if isinstance(block, Line) else block.rows[0].place if block.rows else None
    return place.page if place else None


def _line_of(blocks: Sequence[Line | Table], at: int) -> int:
    """Return the first line of a block; its number where the file does not count lines."""
    for block in blocks[at : at + 1]:
        place = (
            block.place
            if isinstance(block, Line)
            else next((row.place for row in block.rows), None)
        )
        if place is not None and place.line is not None:
            return place.line
    return at + 1


def _last_line(block: Line | Table) -> int:
    if isinstance(block, Line):
        return block.place.last_line or block.place.line or block.place.paragraph or 0
    return max((row.place.last_line or row.place.line or 0 for row in block.rows), default=0)


def _has_text(blocks: Sequence[Line | Table]) -> bool:
    """Tell whether blocks hold running text, as a paper does and a front page does not."""
    return any(isinstance(each, Table) or not is_short(each) for each in blocks)


def _is_only_head(blocks: Sequence[Line | Table]) -> bool:
    """Tell whether the beginning of a file is but a table of who, when and which number."""
    if len(blocks) > _BEFORE:
        return False
    tables = [each for each in blocks if isinstance(each, Table)]
    cells = [cell for each in tables for row in each.rows for cell in row.cells]
    is_small = len(cells) <= _HEAD_CELLS and all(len(cell.text) < _HEAD_CELL for cell in cells)
    return is_small and not _has_text([each for each in blocks if isinstance(each, Line)])


# ---- what stands above ---------------------------------------------------------------------------


def _head_of(blocks: Sequence[Line | Table], anchor: int) -> int:
    """Return the place of the first line of the paper whose beginning an anchor marks."""
    first = anchor
    for place in range(anchor - 1, max(anchor - _BEFORE, -1), -1):
        block = blocks[place]
        if not isinstance(block, Line) or is_sent_label(block) or not _may_head(blocks, place):
            break
        first = place
    end = _end_of_sent(blocks, first, anchor)
    return max(first, end)


def _may_head(blocks: Sequence[Line | Table], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Line) or block.kind is LineKind.ITEM or not is_short(block):
        return False
    if is_letterhead(block) or matter_of(block) is not None:
        return True
    below = blocks[place + 1]
    is_above_proposal = isinstance(below, Line) and (
        is_proposal_heading(below) or names_report(below.text)
    )
    is_title = ABOUT.search(block.text) is not None or TO.match(block.text) is not None
    is_above_head = isinstance(below, Line) and is_letterhead(below)
    return is_title and (is_above_proposal or is_above_head)


def _end_of_sent(blocks: Sequence[Line | Table], first: int, anchor: int) -> int:
    """Return where the list ends of those whom the paper before was sent to.

    It ends with the space after it, else with the first line that only a paper can begin with.
    """
    for place in range(first - 1, max(first - len("a few lines"), -1), -1):
        block = blocks[place]
        if isinstance(block, Line) and is_sent_label(block):
            return _after_list(blocks, place, anchor)
        if not isinstance(block, Line) or not is_short(block) or len(block.text) > len("x" * 80):
            return 0
    return 0


def _after_list(blocks: Sequence[Line | Table], label: int, anchor: int) -> int:
    usual = min(_space(blocks, label + 1), _space(blocks, label + 2))
    for place in range(label + 1, anchor + 1):
        block = blocks[place]
        if not isinstance(block, Line) or is_own_head(block):
            return place
        if place > label + 1 and _space(blocks, place) > usual:
            return place
    return anchor


def _space(blocks: Sequence[Line | Table], place: int) -> int:
    """Return how many lines a line stands below the one before it; many on another page."""
    if place >= len(blocks):
        return 1
    above, below = blocks[place - 1], blocks[place]
    if not (isinstance(above, Line) and isinstance(below, Line)):
        return 1
    if above.place.page != below.place.page:
        return OTHER_PAGE
    return (below.place.line or 0) - (above.place.last_line or above.place.line or 0)
