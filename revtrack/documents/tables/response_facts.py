"""The replies of one audit, gathered once for all parts of their summary."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents.phrases import Term, term_of
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.recipients import number_key, planned_numbers


@dataclass(frozen=True)
class Summed:
    """The replies of one audit, gathered once."""

    case: AuditCase
    today: date

    @cached_property
    def numbers(self) -> dict[int, str]:
        """The public numbers by recommendation."""
        return planned_numbers(self.case)

    @cached_property
    def lines(self) -> tuple[AddresseeLine, ...]:
        """What the letter puts to the committees, in the order of its numbers."""
        asked = [
            line
            for line in addressee_lines(self.case)
            if line.addressee.asked is not False and line.recommendation.id in self.numbers
        ]
        return tuple(sorted(asked, key=lambda line: number_key(self.number(line))))

    @cached_property
    def replies(self) -> tuple[ReplyLine, ...]:
        """One line per reply case."""
        return reply_lines(self.case, self.today)

    @cached_property
    def reply_by_committee(self) -> dict[int, ReplyLine]:
        """The reply cases by committee."""
        return {reply.committee.id: reply for reply in self.replies}

    def number(self, line: AddresseeLine) -> str:
        """Return a line's public number."""
        return self.numbers[line.recommendation.id]

    def reply_of(self, line: AddresseeLine) -> ReplyLine | None:
        """Return the reply case that a line belongs to."""
        return self.reply_by_committee.get(line.committee.id)

    def with_position(self, position: Position | None) -> dict[str, list[AddresseeLine]]:
        """Return the answered lines with this position, by number."""
        found: dict[str, list[AddresseeLine]] = {}
        for line in self.lines:
            if line.response is not None and line.position is position:
                found.setdefault(self.number(line), []).append(line)
        return found

    @cached_property
    def term(self) -> Term:
        """What is answered is called: recommendations, or questions."""
        return term_of(line.recommendation for line in self.lines)
