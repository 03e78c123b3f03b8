"""What a check gives: a kind of trouble declared once, and the problems of that kind in an audit.

A check is a function of an ``Inspection`` that yields ``inspection.problem(KIND, …)``. A problem is
known by its code and by the committee, recommendation and question it is about, so that a person
can confirm it as intended; what is confirmed is what the register knew then.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.records import Committee, Confirmation, Question, Recommendation

IN_QUESTIONS = N_("Questions and assessments")
IN_RECOMMENDATIONS = N_("Recommendations")
IN_REPLIES = N_("Replies and due days")


@dataclass(frozen=True)
class Trouble:
    """A kind of trouble: what it is called, how serious it is, what is said and where it is mended.

    Two kinds may share a code where the same trouble is said in two ways.
    """

    code: str
    severity: Severity
    message: str | tuple[str, str]
    """An English sentence of the catalogue with named fields: what is wrong and what to do.

    Two sentences are the singular and the plural, told apart by the value called ``count``.
    """
    where: str
    """The tab where it is mended, as an English message of the catalogue."""


@dataclass(frozen=True)
class Problem:
    """Something that a person should mend or confirm."""

    code: str
    severity: Severity
    message: str | tuple[str, str]
    """The sentence of its kind of trouble, to be filled with ``values``."""
    values: dict[str, Any] = field(hash=False)
    audit: str
    """Reference of the audit."""
    where: str
    """The tab where it is mended, as an English message of the catalogue."""
    committee: Committee | None = None
    recommendation: Recommendation | None = None
    question: Question | None = None
    decided_by: str | None = None
    """The body that decided the reply that it is about, where it is not the committee itself."""
    rests_on: str | None = None
    """The reply, the extension or the action that it rests on, by its uid; None: on no one fact."""
    confirmation: Confirmation | None = None
    """That a person holds it to be as intended; None: nobody has."""

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has confirmed it."""
        return self.confirmation is not None

    @property
    def confirmed_as(self) -> str:
        """The code that a confirmation of it bears: with the fact that it rests on.

        What a later reply or extension makes is another matter, which nobody has confirmed.
        """
        return f"{self.code}@{self.rests_on}" if self.rests_on else self.code

    @property
    def is_serious(self) -> bool:
        """Whether it is a warning or an error that nobody has confirmed."""
        return not self.is_confirmed and self.severity is not Severity.NOTICE

    @property
    def subject(self) -> tuple[str, int | None, int | None, int | None]:
        """What a confirmation names: the code and the ids of what the problem is about."""
        return (
            self.code,
            self.committee.id if self.committee else None,
            self.recommendation.id if self.recommendation else None,
            self.question.id if self.question else None,
        )


def rests_on(line: ReplyLine) -> str:
    """Return what a problem of a reply rests on: the reply, else the latest word on its day."""
    latest = line.extensions[-1] if line.extensions else line.reply_case
    return (line.decision or latest).uid


@dataclass(frozen=True)
class Inspection:
    """One audit looked at on one day, with the lines that many checks read, each made once."""

    case: AuditCase
    today: date

    @cached_property
    def addressee_lines(self) -> tuple[AddresseeLine, ...]:
        """A line for each recommendation to a committee."""
        return addressee_lines(self.case)

    @cached_property
    def reply_lines(self) -> tuple[ReplyLine, ...]:
        """A line for each reply case."""
        return reply_lines(self.case, self.today, self.addressee_lines)

    @cached_property
    def _reply_line_of(self) -> Mapping[int, ReplyLine]:
        return {line.committee.id: line for line in self.reply_lines}

    def problem(
        self,
        trouble: Trouble,
        committee: Committee | None = None,
        recommendation: Recommendation | None = None,
        question: Question | None = None,
        **values: Any,  # noqa: ANN401 - whatever the sentence says
    ) -> Problem:
        """Return a problem of this kind.

        The sentence's fields ``committee`` and ``number`` are filled from what it is about; the
        rest, and those where they say something else, come as ``values``.
        """
        named: dict[str, Any] = {}
        if committee is not None:
            named["committee"] = committee.name
        if recommendation is not None:
            named["number"] = self.case.number_of(recommendation)
        if question is not None:
            named.setdefault("number", question.number)
        is_of_reply = committee is not None and trouble.where == IN_REPLIES
        line = self._reply_line_of.get(committee.id) if committee and is_of_reply else None
        return Problem(
            code=trouble.code,
            severity=trouble.severity,
            message=trouble.message,
            values={**named, **values},
            audit=self.case.audit.reference,
            where=trouble.where,
            committee=committee,
            recommendation=recommendation,
            question=question,
            decided_by=line.decision.decided_by if line and line.decision else None,
            rests_on=rests_on(line) if line else None,
        )


Check = Callable[[Inspection], Iterator[Problem]]
"""A check looks at one kind of trouble and gives what it finds."""
