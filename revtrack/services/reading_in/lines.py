"""What a paper proposes, line by line, beside what the register has: what a person accepts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade, Position, Progress, ResponseKind, VerdictStep
from revtrack.domain.proposals.proposal import Doubt, Proposal
from revtrack.domain.records import Audit, Committee, Municipality
from revtrack.domain.texts.paper import Place
from revtrack.services.reading_in.read_file import SURE

Value = (
    str
    | int
    | date
    | Grade
    | Position
    | Progress
    | ResponseKind
    | VerdictStep
    | tuple[str, ...]
    | None
)
"""What a line proposes; names of committees are a tuple."""


class Group(StrEnum):
    """What lines are shown under, in reading order."""

    HEAD = "head"
    COMMITTEES = "committees"
    QUESTIONS = "questions"
    RECOMMENDATIONS = "recommendations"
    LETTER = "letter"
    EXTENSIONS = "extensions"
    REPLIES = "replies"
    VERDICTS = "verdicts"


class Form(StrEnum):
    """How the value of a line is written, where it may be corrected."""

    LINE = "line"
    TEXT = "text"
    YEAR = "year"
    DAY = "day"
    COMMITTEES = "committees"
    """Names or abbreviations, as they are typed: "KS, GSN"."""
    GRADE = "grade"
    POSITION = "position"
    PROGRESS = "progress"
    REPLY_KIND = "reply_kind"
    VERDICT = "verdict"
    FIXED = "fixed"
    """It is accepted as it is, or left."""


class Standing(StrEnum):
    """How a line relates to the register."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    CANNOT = "cannot"
    """It cannot be saved as it is; its ``reason`` says why."""


@dataclass(frozen=True)
class ProposalLine:
    """One thing that a paper says."""

    key: str
    """Stable while the paper stays as it is: ``recommendation.4.committees``."""
    group: Group
    label: str
    """What it is, in the language in use."""
    value: Value
    form: Form
    standing: Standing
    place: Place
    confidence: float = 1.0
    registered: Value = None
    """What the register has now."""
    reason: str | None = None
    """Why it cannot be saved, or what a person should know of it, in a sentence."""
    quote: str | None = None
    """The words that a grade or a position rests on."""
    asked: str | None = None
    """What an answer or a verdict is on, as the register words it."""
    depends_on: tuple[str, ...] = ()
    """The keys of lines that have to be accepted with it, or be in the register already."""
    goes_on: str | None = None
    """The one of them whose value it says more of, so that it falls where that value is left."""

    @property
    def is_sure(self) -> bool:
        """Whether nobody has to look at it."""
        return self.confidence >= SURE


@dataclass(frozen=True)
class Comparison:
    """A proposal held against an audit, or against none."""

    proposal: Proposal
    lines: tuple[ProposalLine, ...]
    """In reading order, group by group."""
    municipality: Municipality | None
    """Whose committees are meant; None where nobody says, or it is not registered."""
    case: AuditCase | None
    """The audit as it is now; None: a new one is to be made."""
    doubts: tuple[Doubt, ...]
    """What a person should look at: the paper's own contradictions, and what fits several."""
    committees: Sequence[Committee] = ()
    """Those of the municipality, which lines may name."""
    elsewhere: str | None = None
    """Why the paper seems to be of another audit, in a sentence; nothing of it is sure then."""
    own_words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The words that the municipality's office has for codes, by the vocabulary and the code."""

    followed: Audit | None = None
    """The earlier audit that was chosen for a follow-up's report, which becomes one of it."""

    @property
    def audit(self) -> Audit | None:
        """The audit it is held against."""
        return self.case.audit if self.case else None

    @property
    def chosen(self) -> Audit | None:
        """The audit that the paper is of, or the earlier one that it was chosen to follow up."""
        return self.audit or self.followed

    @property
    def registered(self) -> Mapping[str, Value]:
        """What the register has in the lines' places, by their keys."""
        return {each.key: each.registered for each in self.lines}

    @cached_property
    def by_key(self) -> Mapping[str, ProposalLine]:
        """The lines by their keys, in order."""
        return {each.key: each for each in self.lines}

    def line(self, key: str) -> ProposalLine | None:
        """Return the line of this key."""
        return self.by_key.get(key)

    def needed_for(self, line: ProposalLine) -> tuple[str, ...]:
        """Return the keys of what has to be accepted for a line to be: what the register lacks."""
        return tuple(key for key in line.depends_on if not self._has(line, key))

    def _has(self, line: ProposalLine, key: str) -> bool:
        """Tell whether the register has what a line rests on, as far as that line needs it."""
        other = self.by_key.get(key)
        if other is None:
            return False
        if key == line.goes_on:
            return other.standing is Standing.SAME
        return other.standing in {Standing.SAME, Standing.DIFFERS}

    def sure_keys(self, besides: Collection[str] = ()) -> frozenset[str]:
        """Return the keys of what is new, sure, and rests on nothing that is left out.

        ``besides`` are the keys of lines that are accepted anyhow.
        """
        if self.elsewhere:
            return frozenset()
        keys = {each.key for each in self.lines if each.standing is Standing.NEW and each.is_sure}
        return self.standing_on(keys | set(besides)) - frozenset(besides)

    def standing_on(self, keys: Collection[str]) -> frozenset[str]:
        """Return those of the keys whose lines rest on each other and the register alone."""
        kept = set(keys)
        while lacking := {
            each.key
            for each in self.lines
            if each.key in kept and not kept.issuperset(self.needed_for(each))
        }:
            kept -= lacking
        return frozenset(kept)

    def left(self, keys: Collection[str]) -> Iterator[ProposalLine]:
        """Give the lines that say something new and are not among these keys."""
        for each in self.lines:
            if each.standing is not Standing.SAME and each.key not in keys:
                yield each


@dataclass(frozen=True)
class Accepting:
    """What a person accepts of a comparison."""

    keys: frozenset[str]
    corrections: Mapping[str, Value] = field(default_factory=dict)
    """Other values than the proposed ones, by the lines' keys; these are accepted as well."""
    audit_id: int | None = None
    """The audit it goes into; None: a new one."""
    municipality: str | None = None
    """The municipality of a new audit, where the paper's own is not meant."""
    reference: str | None = None
    """Of a new audit; None: the next free one."""
    why: str | None = None
    """The reason kept in the history."""
    seen: Mapping[str, Value] = field(default_factory=dict)
    """What the register had in the lines' places when the person looked, by their keys."""


@dataclass(frozen=True)
class Original:
    """The file as it came."""

    name: str
    content: bytes
    is_of_several: bool = False
    """Whether it holds papers of several audits, so that it tells of none by itself."""


@dataclass(frozen=True)
class Accepted:
    """What was saved."""

    audit: Audit
    keys: tuple[str, ...]
    """The lines that were saved, in reading order; none: the register had it all."""
    is_new_audit: bool
    is_attached: bool
    """Whether the original was attached now; it is once."""
