"""What a paper says of itself: for whom it is, what it lists, which of the two lists it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.case import AuditCase
from revtrack.domain.comparison.days import is_label
from revtrack.domain.comparison.expected import ComparedAs, Register
from revtrack.domain.comparison.items import Course, Item, items_in_line
from revtrack.domain.comparison.rows import items_in_table
from revtrack.domain.names.addressing import Addressed, names_in
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.paper import Line, Paper, Place

_TO = re.compile(r"^Till:\s*(?P<names>.*)$", re.IGNORECASE)
_REPORT_CUES = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s+)?(?:sammanfattning|revisionsfrågor|syfte och revisionsfrågor|metod"
    r"|revisionskriterier|avgränsning|bakgrund)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PaperReading:
    """What a paper says, as far as it can be told without knowing what is wanted."""

    case: AuditCase
    paper: Paper
    asked_as: ComparedAs | None

    @cached_property
    def compared_as(self) -> ComparedAs:
        """What the paper is held against."""
        if self.asked_as is not None:
            return self.asked_as
        ours = {each.number for each in self._letter.wanted}
        if self.to is not None or any(
            item.has_our_number and item.number in ours for item in self.items
        ):
            return ComparedAs.COVER_LETTER
        is_report = sum(bool(_REPORT_CUES.match(each.text)) for each in self.lines) > 1
        return ComparedAs.REPORT if is_report else ComparedAs.COVER_LETTER

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All that stands outside the tables."""
        return tuple(each for each in self.paper.blocks if isinstance(each, Line))

    @cached_property
    def _letter(self) -> Register:
        return Register(self.case, ComparedAs.COVER_LETTER)

    @cached_property
    def _read(self) -> tuple[tuple[Item, ...], tuple[Addressed, ...]]:
        """The items, and whom titles name."""
        texts = [each.text for each in self._letter.wanted]
        texts += [each.text for each in Register(self.case, ComparedAs.REPORT).wanted]
        course = Course(self._letter.bodies)

        def is_known(said: str) -> bool:
            return any(likeness(said, text, SAME_MATTER) >= SAME_MATTER for text in texts)

        found: list[Item] = []
        for block in self.paper.blocks:
            if isinstance(block, Line):
                found += items_in_line(block, course)
            else:
                found += items_in_table(block, course, is_known)
        return tuple(found), tuple(course.scoped)

    @property
    def items(self) -> tuple[Item, ...]:
        """The texts that may be recommendations, in the paper's order."""
        return self._read[0]

    @cached_property
    def to(self) -> tuple[Addressed, Place] | None:
        """Whom the letter is written to, where it has such a line."""
        listed = self.listed(_TO)
        if listed is None:
            return None
        found = names_in(", ".join(filter(None, listed[0])), self._letter.bodies)
        return (found, listed[1]) if found else None

    def listed(self, label: re.Pattern[str]) -> tuple[list[str], Place] | None:
        """Return the names on the line with this label and on the lines below, and its place."""
        for number, line in enumerate(self.lines):
            match = label.match(line.text)
            if match is not None:
                return [match["names"], *self._named_after(number)], line.place
        return None

    def _named_after(self, number: int) -> Iterator[str]:
        """Give the lines after this one that hold nothing but names of committees."""
        for line in self.lines[number + 1 : number + 1 + len(self.case.committees)]:
            named = names_in(line.text, self._letter.bodies)
            if named is None or named.strangers or named.is_vague or not named.committees:
                return
            yield line.text.rstrip(" .,")

    @property
    def is_letter(self) -> bool:
        """Whether the paper is a letter: it is written to somebody, or has a letter's label."""
        has_head = self.to is not None or any(is_label(each.text) for each in self.lines)
        return has_head and self.compared_as is ComparedAs.COVER_LETTER

    @cached_property
    def only_recipient(self) -> Committee | None:
        """The committee that the paper is a copy for; None where it is for all."""
        named = (self.to[0],) if self.to else self._read[1]
        ids = {each.id for one in named for each in one.committees}
        others = {
            each.id
            for item in self.items
            if item.addressed and item.is_listed
            for each in item.addressed.committees
        }
        if len(ids) != 1 or any(one.is_vague or one.strangers for one in named) or others - ids:
            return None
        return self.case.committee_by_id[next(iter(ids))]
