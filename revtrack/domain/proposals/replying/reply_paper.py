"""A committee's or an official's paper with its parts at hand: head, decision, furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_heading,
    is_proposal_heading,
    is_sent_label,
    is_short,
    matter_of,
    names_delegation,
)
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.papers.reply_form import Field, form_fields
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.replying.decided_part import begins_reply
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row, Table

HEAD = 25
"""Among so many lines minutes and memoranda give their head."""
_WHOLE_HEAD = 40
_TOPIC = 7
"""So many words a line has at most that heads a part of a reply."""
_DECIDED = re.compile(r"\bbeslutar\b|\bbeslutade\b[^.]{0,60}\batt\b")
_DECIDES = re.compile(
    r"^(?!.*förslag)(?:[A-ZÅÄÖ][\w-]*(?:,? (?:och|samt)? ?[\w-]+){0,4} )"
    r"(?:beslutar|beslutade) (?:\w+ )?att\s"
)
"""How a line begins that tells what a body decides: "Kommunstyrelsen beslutar att …"."""


AS_PROPOSED = re.compile(
    r"^(?:[\w-]+ ){0,2}?(?:beslutar )?(?:i enlighet med|enligt|bifall\w*(?: till)?)"
    r" (?:[\w-]+ ){0,3}?förslag\w*(?: till (?:beslut|svar))?\W*$",
    re.IGNORECASE,
)
"""A decision that only points to what was proposed: "Enligt förslaget"."""
_OF_PARAGRAPH = re.compile(r"^(?:§|paragraf|beslutsparagraf|§-nr|par\.?)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class ReplyPaper:
    """A committee's or an official's paper with its parts at hand."""

    paper: Paper
    kind: PaperKind
    bodies: PaperBodies

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, cells of tables among them."""
        return lines_of(self.paper)

    @cached_property
    def form(self) -> dict[Field, Found[str]]:
        """The labelled fields of a reply form; none in other papers."""
        return form_fields(self.paper)

    @cached_property
    def _heading(self) -> int | None:
        """The place of the heading of the decision, or of what is proposed in a draft."""
        tests = (is_decision_heading, is_proposal_heading)
        is_told = self.is_decided and any(_DECIDES.match(line.text) for line in self.lines)
        for test in tests[: 1 if is_told else 2] if self.is_decided else tests[::-1]:
            found = [place for place, line in enumerate(self.lines) if test(line)]
            above = (place for place in found if not self._is_above_table(place))
            if found:
                return next(above, found[0])
        return None

    def _is_above_table(self, place: int) -> bool:
        """Tell whether a table follows a line: then "Beslut" calls the paper so, above its head."""
        below = self.lines[place + 1 : place + 2]
        return self.lines[place].place.table is None and any(e.place.table for e in below)

    @property
    def is_decided(self) -> bool:
        """Whether it is a decision's paper."""
        return self.kind is PaperKind.COUNCIL_DECISION

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines above the decision."""
        end = self._heading if self._heading is not None else HEAD
        return self.lines[: min(end, _WHOLE_HEAD)]

    @cached_property
    def repeated(self) -> tuple[Line, ...]:
        """What its pages repeat."""
        placed = self.paper.furniture
        texts = {each.text for each in placed}
        more = (text for text in self.paper.headers if text not in texts)
        return (*placed, *(Line(LineKind.PARAGRAPH, text, Place(text[:60])) for text in more))

    @cached_property
    def decision(self) -> tuple[Line, ...]:
        """The lines of what is decided, or proposed in a draft."""
        if self._heading is None:
            said = (line for line in self.lines[: 2 * HEAD] if _DECIDED.search(line.text))
            return tuple(said)[:1] if self.is_decided else ()
        found = self._below(self._heading)
        if self.is_decided and len(found) == 1 and AS_PROPOSED.match(found[0].text):
            places = (n for n, line in enumerate(self.lines) if is_proposal_heading(line))
            proposed = next(places, None)
            return found if proposed is None else self._below(proposed) or found
        return found

    def _below(self, heading: int) -> tuple[Line, ...]:
        """Return the lines that a heading of a decision, or of a proposal, stands above."""
        found: list[Line] = []
        for line in self.lines[heading + 1 :]:
            if (is_proposal_heading(line) and not found) or _goes_on(line, found):
                continue
            is_table = line.place.table is not None and bool(found)
            is_next = is_decision_heading(line) or is_proposal_heading(line)
            if is_table or is_next or is_heading(line) or is_sent_label(line) or matter_of(line):
                break
            if found and begins_reply(line.text, found[-1].text):
                found = [*found[:-1], *(each for each in found[-1:] if not _is_topic(found))]
                break
            found.append(line)
        return tuple(found)

    @cached_property
    def decision_heading(self) -> Line | None:
        """The heading of the decision."""
        return self.lines[self._heading] if self._heading is not None else None

    @property
    def has_proposal(self) -> bool:
        """Whether what it gives stands under the heading of a proposal."""
        return self.decision_heading is not None and is_proposal_heading(self.decision_heading)

    @cached_property
    def is_delegated(self) -> bool:
        """Whether its head says that one person decided for the committee."""
        heads = (line for line in (*self.head, *self.repeated) if is_short(line))
        return any(names_delegation(line.text) and not _is_said_in_table(line) for line in heads)

    @cached_property
    def rows(self) -> tuple[tuple[str, Place], ...]:
        """The lines, with each row of a table as one text."""
        found: list[tuple[str, Place]] = []
        for block in self.paper.blocks:
            if isinstance(block, Table):
                found += [(_row_text(row, block.rows[0]), row.place) for row in block.rows]
            else:
                found.append((" ".join(block.text.split()), block.place))
        return tuple(found)


def _goes_on(line: Line, found: Sequence[Line]) -> bool:
    """Tell whether a line heads what a decision decides that has only said: as was proposed."""
    is_as_proposed = all(AS_PROPOSED.match(each.text) for each in found)
    return bool(found) and is_as_proposed and is_decision_heading(line)


def _is_said_in_table(line: Line) -> bool:
    """Tell whether a line is a cell that says something, and is no label or its value."""
    return line.place.table is not None and len(line.text.split()) > _TOPIC - 1


def _is_topic(decided: Sequence[Line]) -> bool:
    """Tell whether the last line below a decision only heads the reply that follows."""
    last = decided[-1]
    is_bare = last.marker is None and is_short(last) and len(last.text.split()) <= _TOPIC
    return is_bare and len(decided) > 1 and decided[-2].text.rstrip().endswith(".")


def _row_text(row: Row, heads: Row) -> str:
    """Return a row as one text; a bare number below "Paragraf" with its sign."""
    labels = [_OF_PARAGRAPH.match(each.text.strip()) for each in heads.cells]
    labels += [None] * (len(row.cells) - len(labels))
    return " ".join(
        f"§ {cell.text}" if label and cell.text.strip().isdigit() else cell.text
        for cell, label in zip(row.cells, labels, strict=False)
        if cell.text and not cell.is_merged
    )
