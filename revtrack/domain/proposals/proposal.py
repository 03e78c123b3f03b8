"""What was found in other people's papers: proposed, with place and confidence, never saved.

What a paper does not say is None, never a guess. Committees stand by the name that the register
has for them, else as the paper names them, with a capital first letter.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from revtrack.domain.codes import (
    ExtensionDecision,
    Grade,
    PaperKind,
    Position,
    Progress,
    ResponseKind,
    VerdictStep,
)
from revtrack.domain.texts.paper import Place

T = TypeVar("T")


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value that a paper states, and where."""

    value: T
    place: Place
    confidence: float = 1.0
    """How sure the rule is, over 0 and at most 1; below 0.8 a person should look."""


@dataclass(frozen=True)
class ProposedAssessment:
    """What a report finds of a question; no committees: it is said of all that were reviewed."""

    grade: Grade | None
    phrase: str
    """The exact words that judge."""
    place: Place
    section: str | None = None
    committees: tuple[str, ...] = ()
    confidence: float = 1.0
    apart: "tuple[ProposedAssessment, ...]" = ()
    """What an overall assessment finds of each committee, where it is not the same of all."""


@dataclass(frozen=True)
class ProposedQuestion:
    """An audit question with what was found."""

    number: int
    text: str
    place: Place
    assessments: tuple[ProposedAssessment, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True)
class ProposedVerdict:
    """What a follow-up finds of a recommendation (uppföljningsbedömning)."""

    verdict: VerdictStep
    phrase: str
    """The exact words that judge."""
    place: Place
    confidence: float = 1.0
    committees: tuple[str, ...] = ()
    """Those alone whom it is passed on; none where it is passed on all who were asked."""


@dataclass(frozen=True)
class ProposedRecommendation:
    """A recommendation, once, however many of the papers state it.

    ``text`` and ``committees`` are the report's, ``letter_text`` and ``letter_committees`` those of
    the letter; None where that paper lacks it.
    """

    number: str
    place: Place
    text: str | None
    letter_text: str | None = None
    committees: tuple[str, ...] | None = None
    letter_committees: tuple[str, ...] | None = None
    committees_certain: bool = True
    section: str | None = None
    letter_place: Place | None = None
    confidence: float = 1.0
    verdict: ProposedVerdict | None = None
    """What a follow-up finds of it; None in other papers, and where none is told."""
    verdicts_apart: tuple[ProposedVerdict, ...] = ()
    """What a follow-up finds of it committee by committee, where it judges each apart."""
    is_given: bool = True
    """Whether a paper of the file gives it; else only the register, as put to who replies."""


@dataclass(frozen=True)
class ProposedAnswer:
    """What a reply says of one recommendation; no position where nothing fits."""

    recommendation: str
    """The number of the proposed recommendation, or of the register's."""
    position: Position | None
    progress: Progress | None
    quote: str | None
    place: Place
    confidence: float = 1.0


@dataclass(frozen=True)
class ProposedResponse:
    """A committee's reply."""

    committee: str
    kind: ResponseKind
    place: Place
    diary_number: Found[str] | None = None
    paragraph: Found[str] | None = None
    """The § of the minutes, without its sign."""
    received_on: Found[date] | None = None
    """The day on which it reached the auditors, by its stamp or by what a compilation says."""
    sent_on: Found[date] | None = None
    """The day on which the mail that it is, or came with, was sent; sure where to the auditors."""
    decided_on: Found[date] | None = None
    decision: Found[str] | None = None
    answers: tuple[ProposedAnswer, ...] = ()
    left_open: tuple[str, ...] = ()
    """The numbers of what it has not answered.

    A compilation says so or leaves them blank; a decision puts them off.
    """
    confidence: float = 1.0


@dataclass(frozen=True)
class ProposedExtension:
    """More time that a paper says a committee was given, or that it asks for itself."""

    committee: str
    due_on: date
    place: Place
    confidence: float = 1.0
    decision: ExtensionDecision = ExtensionDecision.GRANTED
    """Requested: the paper is the request, in which nothing is given or refused."""
    told_on: Found[date] | None = None
    """The day on which it was asked for or given: the own day of the paper that does it."""


@dataclass(frozen=True)
class ProposedDueDay:
    """A committee's own day for its reply, where a letter asks for replies by several days."""

    committee: str
    due_on: date
    place: Place
    confidence: float = 1.0


@dataclass(frozen=True)
class PaperPart:
    """One paper of a file: the whole file, or a part of a bundle; its ends are included."""

    kind: PaperKind
    title: str | None
    committee: str | None
    first_line: int
    last_line: int


@dataclass(frozen=True)
class AuditInFile:
    """An audit of a file that holds papers of several."""

    title: str
    line: int | None
    """Where its first paper gives its title."""


@dataclass(frozen=True)
class Doubt:
    """Something a person should look at before accepting; ``code`` is stable, for scripts."""

    code: str
    message: str
    """A sentence of the catalogue, with its facts filled in by ``facts``."""
    line: int | None = None
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """All that was found in a file, merged where it holds several papers."""

    kind: PaperKind
    municipality: Found[str] | None = None
    title: Found[str] | None = None
    firm: Found[str] | None = None
    diary_number: Found[str] | None = None
    """The auditors' own."""
    audit_year: Found[int] | None = None
    report_on: Found[date] | None = None
    letter_on: Found[date] | None = None
    due_on: Found[date] | None = None
    due_days: tuple[ProposedDueDay, ...] = ()
    """Each committee's own, where they differ."""
    purpose: Found[str] | None = None
    overall: ProposedAssessment | None = None
    committees: tuple[Found[str], ...] = ()
    """Those that were reviewed."""
    for_information: tuple[Found[str], ...] = ()
    questions: tuple[ProposedQuestion, ...] = ()
    recommendations: tuple[ProposedRecommendation, ...] = ()
    responses: tuple[ProposedResponse, ...] = ()
    extensions: tuple[ProposedExtension, ...] = ()
    parts: tuple[PaperPart, ...] = ()
    audits: tuple[AuditInFile, ...] = ()
    """Those whose papers are proposed as one here; none where the file, or what was chosen of it,
    is of one audit."""
    doubts: tuple[Doubt, ...] = ()

    @property
    def kinds(self) -> frozenset[PaperKind]:
        """What papers the file holds."""
        return frozenset(each.kind for each in self.parts) or frozenset((self.kind,))
