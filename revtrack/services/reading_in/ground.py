"""What a proposal is held against: an audit, or the municipality of a new one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind, PaperKind
from revtrack.domain.errors import N_, RevTrackError, UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.proposals.proposal import Proposal, ProposedRecommendation
from revtrack.domain.records import Audit, Committee, Municipality, Question, Recommendation
from revtrack.domain.texts.pairing import Pairs, Worded, pair_texts
from revtrack.domain.texts.prose import name_key
from revtrack.domain.texts.titles import is_of_follow_up
from revtrack.services.reading_in.lines import ProposalLine, Standing, Value
from revtrack.wording import sentence, word

OF_AUDITS = frozenset(
    (
        *(PaperKind.REPORT, PaperKind.COVER_LETTER, PaperKind.FOLLOW_UP_REPORT),
        *(PaperKind.LIST, PaperKind.ANNUAL_REPORT),
    )
)
"""Papers of the auditors' own; all others only restate what these say."""

UNCERTAIN = 0.6
"""The confidence of what a paper leaves a person to judge."""
OTHER_TEXT = N_("The register has another text of this number: {text}")


@dataclass(frozen=True)
class Followed:
    """The earlier audits that a follow-up's report goes back to; none where it is no such paper."""

    cases: tuple[AuditCase, ...] = ()
    confidence: float = 1.0
    why: str | None = None
    """Why it is not certain that they are, in a sentence."""
    refusal: str | None = None
    """Why the follow-up cannot be tied to them, in a sentence."""
    is_doubled: bool = False
    """Whether that is because another follow-up of them is under way, so that a new one is none."""
    is_tied: bool = False
    """Whether the register has it that they are followed up by this audit."""
    is_chosen: bool = False
    """Whether a person has chosen the earlier audit, for the paper to become a follow-up of it."""


@dataclass(frozen=True)
class Ground:
    """A proposal with what the register has to hold it against."""

    proposal: Proposal
    case: AuditCase | None
    town: Municipality | None
    committees: Sequence[Committee]
    """Those of the municipality."""
    today: date
    own_words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The office's own words, by the vocabulary and the code."""
    followed: Followed = field(default_factory=Followed)

    @property
    def kinds(self) -> frozenset[PaperKind]:
        """What papers the file holds."""
        return self.proposal.kinds

    @property
    def is_of_audit(self) -> bool:
        """Whether a paper of the auditors' own is among them."""
        return makes_audit(self.proposal)

    @property
    def has_letter(self) -> bool:
        """Whether the file holds a cover letter."""
        return PaperKind.COVER_LETTER in self.kinds

    @property
    def lists_in_letter(self) -> bool:
        """Whether the letter lists what it recommends; one that lists nothing upholds the report's.

        Only a letter that lists some of it leaves the rest out.
        """
        return any(each.letter_text is not None for each in self.proposal.recommendations)

    @property
    def is_handed_over(self) -> bool:
        """Whether the register has the letter already."""
        return self.case is not None and self.case.is_handed_over

    def committee(self, name: str) -> Committee | None:
        """Return the municipality's committee of this name, abbreviation or alias."""
        try:
            return committee_called(name, self.committees)
        except UsageError:
            return None

    def known(self, names: Iterable[str]) -> tuple[Committee, ...]:
        """Return the committees of these names that the register has, in its order."""
        found = {each.id for name in names if (each := self.committee(name))}
        return tuple(each for each in self.committees if each.id in found)

    def unknown(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names that the register has no committee of."""
        return tuple(name for name in names if self.committee(name) is None)

    @cached_property
    def questions(self) -> Pairs:
        """Which question of the paper is which of the register."""
        known = self.case.questions if self.case else ()
        return pair_texts(
            [Worded(each.text, str(each.number)) for each in self.proposal.questions],
            [Worded(each.text, str(each.number)) for each in known],
        )

    @cached_property
    def recommendations(self) -> Pairs:
        """Which recommendation of the paper is which of the register."""
        known = self.case.recommendations if self.case else ()
        return pair_texts(
            [self._proposed(each) for each in self.proposal.recommendations],
            [_registered(self.case, each) for each in known if self.case],
        )

    @cached_property
    def recommended_before(self) -> tuple[tuple[AuditCase, Recommendation], ...]:
        """The recommendations of the audits that are followed up, each with its audit."""
        return tuple((case, each) for case in self.followed.cases for each in case.recommendations)

    @cached_property
    def followed_up(self) -> Pairs:
        """Which recommendation of a follow-up's report is which of the audits before it."""
        return pair_texts(
            [self._proposed(each) for each in self.proposal.recommendations],
            [_registered(case, each) for case, each in self.recommended_before],
        )

    def _proposed(self, each: ProposedRecommendation) -> Worded:
        named = (*(each.committees or ()), *(each.letter_committees or ()))
        whom = frozenset(committee.id for committee in self.known(named))
        return Worded(each.text or each.letter_text or "", each.number, whom, each.letter_text)

    def is_recommended_before(self, place: int) -> bool:
        """Tell whether it is certain that a follow-up only lists what was recommended before."""
        is_met = place in self.followed_up.met and place not in self.recommendations.met
        return is_met and self.followed.confidence > UNCERTAIN

    def question_of(self, place: int) -> Question | None:
        """Return the register's question that one of the paper's is, by its place there."""
        met = self.questions.met.get(place)
        return self.case.questions[met] if self.case and met is not None else None

    def recommendation_of(self, place: int) -> Recommendation | None:
        """Return the register's recommendation that one of the paper's is, by its place there."""
        met = self.recommendations.met.get(place)
        return self.case.recommendations[met] if self.case and met is not None else None

    def other_question(self, number: int) -> Question | None:
        """Return the register's question of this number, where it is none of the paper's."""
        met = set(self.questions.met.values())
        known = enumerate(self.case.questions) if self.case else ()
        return next(
            (each for place, each in known if each.number == number and place not in met), None
        )

    def other_recommendation(self, each: ProposedRecommendation) -> Recommendation | None:
        """Return the register's recommendation of this number, where it is none of the paper's."""
        met = set(self.recommendations.met.values())
        known = enumerate(self.case.recommendations) if self.case else ()
        for place, one in known:
            letters = (one.number_in_letter or "").removeprefix("R")
            number = one.number_in_report if each.text is not None else letters
            if number == each.number and place not in met:
                return one
        return None


def _registered(case: AuditCase, each: Recommendation) -> Worded:
    whom = frozenset(one.id for one in case.committees_of(each.id))
    text = each.report_text or each.letter_text or ""
    return Worded(text, each.number_in_report, whom, each.letter_text)


def makes_audit(proposal: Proposal) -> bool:
    """Tell whether a paper of the auditors' own is in a file, so that a new audit can be made."""
    return bool(proposal.kinds & OF_AUDITS)


def is_follow_up(proposal: Proposal) -> bool:
    """Tell whether a file holds a follow-up's report, and no report of an audit beside it."""
    return PaperKind.FOLLOW_UP_REPORT in proposal.kinds and PaperKind.REPORT not in proposal.kinds


def follows_up(audit: Audit) -> bool:
    """Tell whether an audit is a follow-up, by its kind or by what it is called."""
    return audit.kind is AuditKind.FOLLOW_UP or is_of_follow_up(audit.title)


def beside_another(line: ProposalLine, text: str) -> ProposalLine:
    """Return a line whose number has another text in the register: a person has to look."""
    reason = sentence(OTHER_TEXT, {"text": text})
    return replace(line, confidence=min(line.confidence, UNCERTAIN), reason=reason)


def held_against(line: ProposalLine, registered: Value) -> ProposalLine:
    """Return the line beside what the register has in its place."""
    if registered in {None, ()}:
        return replace(line, standing=Standing.NEW)
    is_same = _comparable(registered) == _comparable(line.value)
    standing = Standing.SAME if is_same else Standing.DIFFERS
    return replace(line, standing=standing, registered=registered)


def _comparable(value: Value) -> object:
    """Return what two spellings of a value have in common."""
    if isinstance(value, tuple):
        return frozenset(name_key(each) for each in value)
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return name_key(value).removesuffix(".").rstrip()
    return value


def refused(line: ProposalLine, message: str, **facts: Any) -> ProposalLine:  # noqa: ANN401
    """Return the line as one that cannot be saved, with the reason."""
    return replace(line, standing=Standing.CANNOT, reason=sentence(message, facts))


def tried(line: ProposalLine, rule: Callable[[], object]) -> ProposalLine:
    """Return the line; as one that cannot be saved where a rule of the register refuses it."""
    if line.standing is Standing.SAME:
        return line
    try:
        rule()
    except RevTrackError as refusal:
        return replace(line, standing=Standing.CANNOT, reason=word(refusal))
    return line


def slug(name: str) -> str:
    """Return a committee's name as a part of a key: ``kultur-och-fritidsnämnden``."""
    signs = "".join(sign if sign.isalnum() else " " for sign in name_key(name))
    return "-".join(signs.split())
