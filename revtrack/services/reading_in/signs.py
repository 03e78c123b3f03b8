"""What tells that a paper is of an audit of the register, and what tells against it."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.records import Committee
from revtrack.domain.texts.diary_numbers import diary_key
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.titles import (
    are_of_other_years,
    is_of_follow_up,
    is_of_same_matter,
    may_be_of_one,
    say_the_same,
)
from revtrack.services.reading_in.ground import follows_up
from revtrack.services.reading_in.read_file import SURE

HALF = 0.5
"""The share of a paper's recommendations that have to be the audit's for them to tell."""


class Sign(Enum):
    """A sign, with what it weighs for a paper to be of an audit; below 0 it speaks against."""

    FILE = ("file", 6)
    """The very file is attached to the audit."""
    DIARY_NUMBER = ("diary_number", 3)
    """The auditors' own number is the audit's."""
    TITLE = ("title", 3)
    """The titles say that the same was audited, and neither says more of it."""
    RECOMMENDATIONS = ("recommendations", 3)
    """At least half of what the paper recommends, or restates, is the audit's."""
    MATTER = ("matter", 3)
    """A committee's own number is that of its matter about the audit."""
    MAIN_WORDS = ("main_words", 2)
    """All that one title says was audited stands in the other, which says more."""
    LIKE_TITLE = ("like_title", 2)
    """The titles are alike, but each has a word of its own."""
    LETTER_DAY = ("letter_day", 2)
    """The paper gives the letter's own day."""
    DUE_DAY = ("due_day", 1)
    """A reply was asked for by the day that the paper gives."""
    ASKED = ("asked", 1)
    """A committee that replies was asked."""
    YEAR = ("year", 1)
    """The audit year is the audit's."""
    OTHER_YEAR = ("other_year", -1)
    """The audit year is another than the audit's."""
    OTHER_KIND = ("other_kind", -1)
    """One title is of a follow-up, and the other is not."""
    OTHER_NUMBER = ("other_number", -2)
    """The auditors' own number is another than the audit's."""
    NOT_ASKED = ("not_asked", -2)
    """The letter does not go to any committee that replies."""
    BEFORE_LETTER = ("before_letter", -3)
    """A reply was decided on before the letter was handed over."""

    @property
    def weight(self) -> int:
        """What the sign weighs."""
        return self.value[1]


BY_ITSELF = frozenset((Sign.FILE, Sign.DIARY_NUMBER, Sign.RECOMMENDATIONS, Sign.MATTER))
"""The signs of which one is enough, whatever municipality the paper may be of."""
CERTAIN = BY_ITSELF | {Sign.TITLE}
"""The signs of which one is enough, where the municipality is certain."""
TELLING = CERTAIN | {Sign.MAIN_WORDS, Sign.LIKE_TITLE, Sign.LETTER_DAY}
"""The signs without which no audit is proposed."""


def signs_of(proposal: Proposal, case: AuditCase) -> frozenset[Sign]:
    """Return what tells for and against that a paper is of this audit; none where it cannot be."""
    title = proposal.title.value if proposal.title else None
    if title is not None and are_of_other_years(title, case.audit.title):
        return frozenset()
    found = frozenset(
        (
            *_of_title(title, case),
            *_of_numbers(proposal, case),
            *_of_recommendations(proposal, case),
            *_of_days(proposal, case),
            *_of_committees(proposal, case),
        )
    )
    is_other = title is not None and not may_be_of_one(title, case.audit.title)
    return found - {Sign.LETTER_DAY} if is_other else found


def _of_title(title: str | None, case: AuditCase) -> Iterator[Sign]:
    if title is None:
        return
    if is_of_follow_up(title) != follows_up(case.audit):
        yield Sign.OTHER_KIND
    alike = likeness(case.audit.title, title, SAME_MATTER)
    if alike == 1 or say_the_same(case.audit.title, title):
        yield Sign.TITLE
    elif is_of_same_matter(case.audit.title, title):
        yield Sign.MAIN_WORDS
    elif alike >= SAME_MATTER:
        yield Sign.LIKE_TITLE


def _of_numbers(proposal: Proposal, case: AuditCase) -> Iterator[Sign]:
    said, own = proposal.diary_number, case.audit.diary_number
    if said is not None and own is not None:
        is_same = diary_key(said.value) == diary_key(own)
        yield Sign.DIARY_NUMBER if is_same else Sign.OTHER_NUMBER
    matters = {diary_key(each.diary_number) for each in case.reply_cases if each.diary_number}
    told = {diary_key(e.diary_number.value) for e in proposal.responses if e.diary_number}
    if matters & told:
        yield Sign.MATTER


def _of_recommendations(proposal: Proposal, case: AuditCase) -> Iterator[Sign]:
    texts = [each.text or each.letter_text for each in proposal.recommendations]
    told = [each for each in texts if each]
    known = [
        text
        for each in case.recommendations
        for text in (each.report_text, each.letter_text)
        if text
    ]
    met = sum(
        any(likeness(text, one, SAME_MATTER) >= SAME_MATTER for one in known) for text in told
    )
    if met and met >= HALF * len(told):
        yield Sign.RECOMMENDATIONS


def _of_days(proposal: Proposal, case: AuditCase) -> Iterator[Sign]:
    year = proposal.audit_year
    if year is not None and year.value == case.audit.audit_year:
        yield Sign.YEAR
    elif year is not None and year.confidence >= SURE:
        yield Sign.OTHER_YEAR
    sent = case.audit.handed_over_on
    if sent is None:
        return
    if proposal.letter_on is not None and proposal.letter_on.value == sent:
        yield Sign.LETTER_DAY
    due = {each.due_on for each in proposal.due_days}
    due |= {proposal.due_on.value} if proposal.due_on else set()
    if due & {each.due_on for each in case.reply_cases}:
        yield Sign.DUE_DAY
    if any(day < sent for day in _days_of_replies(proposal)):
        yield Sign.BEFORE_LETTER


def _days_of_replies(proposal: Proposal) -> Iterator[date]:
    for each in proposal.responses:
        for found in (each.decided_on, each.received_on, each.sent_on):
            if found is not None:
                yield found.value


def _of_committees(proposal: Proposal, case: AuditCase) -> Iterator[Sign]:
    named = {each.committee for each in proposal.responses}
    named |= {each.committee for each in proposal.extensions}
    if not named or not case.is_handed_over:
        return
    asked = {each.committee_id for each in case.reply_cases}
    is_asked = any(_is_of(name, case.committees, asked) for name in named)
    yield Sign.ASKED if is_asked else Sign.NOT_ASKED


def _is_of(name: str, committees: Collection[Committee], ids: Collection[int]) -> bool:
    try:
        found = committee_called(name, tuple(committees))
    except UsageError:  # several are called so
        return False
    return found is not None and found.id in ids
