"""What a rule asks of a record, so that lists may give it less than the whole record.

The records fit as they are; so do the few columns that a list over all audits reads.
"""

from datetime import date
from typing import Protocol

from revtrack.domain.codes import (
    ExtensionDecision,
    Position,
    Progress,
    ResponseKind,
    Review,
    VerdictStep,
)


class ArrivalFacts(Protocol):
    """Whether and when a response was decided and came."""

    @property
    def is_received(self) -> bool:
        """Whether it has reached the auditors."""

    @property
    def decided_on(self) -> date | None:
        """The day of the meeting that adopted it."""

    @property
    def received_on(self) -> date | None:
        """The day it reached the auditors."""


class ResponseFacts(ArrivalFacts, Protocol):
    """What decides whether a response counts, and where the reply is."""

    @property
    def id(self) -> int:
        """Its number in this database: a later one was registered later."""

    @property
    def kind(self) -> ResponseKind:
        """What it is: a decision, a draft, a supplement."""

    @property
    def dated_on(self) -> date | None:
        """The document's own day."""

    @property
    def is_referred_back(self) -> bool:
        """Whether the committee sent the draft back."""

    @property
    def replaces_id(self) -> int | None:
        """The earlier response whose place it takes."""

    @property
    def review(self) -> Review:
        """The auditors' judgement of it."""

    @property
    def supplement_due_on(self) -> date | None:
        """The day by which a supplement to it is asked for."""


class JudgedFacts(ResponseFacts, Protocol):
    """What the auditors' judgement of a response says."""

    @property
    def reviewed_on(self) -> date | None:
        """The day of the judgement."""

    @property
    def review_note(self) -> str | None:
        """Its note."""

    @property
    def review_paragraph(self) -> str | None:
        """The paragraph of the auditors' meeting that judged it."""


class ExtensionFacts(Protocol):
    """What decides whether more time moves the day."""

    @property
    def new_due_on(self) -> date:
        """The day that was asked for or given."""

    @property
    def decision(self) -> ExtensionDecision:
        """Whether it was granted."""

    @property
    def asked_on(self) -> date | None:
        """The day it was asked for."""

    @property
    def decided_on(self) -> date | None:
        """The day it was decided."""


class AnswerFacts(Protocol):
    """What a committee thinks, and what it is said to have done."""

    @property
    def position(self) -> Position | None:
        """What it thinks; None: nobody has read it yet, or it says nothing of that."""

    @property
    def progress(self) -> Progress | None:
        """The step that the response tells."""


class ReportFacts(Protocol):
    """What decides whether a progress report counts, and what it tells."""

    @property
    def id(self) -> int:
        """Its number in this database."""

    @property
    def reported_on(self) -> date | None:
        """The day it was made."""

    @property
    def action_id(self) -> int | None:
        """The action that it tells of; None: the whole."""

    @property
    def progress(self) -> Progress:
        """The step that it tells."""

    @property
    def review(self) -> Review:
        """The auditors' judgement of it."""


class ActionFacts(Protocol):
    """How far an action has come."""

    @property
    def id(self) -> int:
        """Its number in this database."""

    @property
    def fulfilled_by(self) -> str | None:
        """The decision or event that fulfilled it, where one is known."""

    @property
    def fulfilled_paragraph(self) -> str | None:
        """The paragraph of that decision."""

    @property
    def fulfilled_on(self) -> date | None:
        """The day of that decision or event."""


class VerdictFacts(Protocol):
    """What decides which verdict is the latest, and what it found."""

    @property
    def id(self) -> int:
        """Its number in this database."""

    @property
    def judged_on(self) -> date | None:
        """The day it was made."""

    @property
    def verdict(self) -> VerdictStep:
        """What the auditors found."""
