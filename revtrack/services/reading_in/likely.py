"""Which audit of the register a paper is of, as far as what it says and its file tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.services.reading_in.comparing import town_of
from revtrack.services.reading_in.ground import follows_up, is_follow_up, makes_audit
from revtrack.services.reading_in.lines import Original
from revtrack.services.reading_in.signs import BY_ITSELF, CERTAIN, TELLING, Sign, signs_of
from revtrack.services.replies.attach import sum_of
from revtrack.storage import audits as stored
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store
from revtrack.wording import sentence

LEAST = 2
"""What the signs of an audit weigh at least, for it to be proposed."""
ENOUGH = 3
"""What they weigh at least, for nobody to have to look."""
PARTS = frozenset(("recommendations", "reply_cases"))

MAYBE = N_(
    "It is not certain that the paper is of {audit}, “{title}”. Choose the audit before anything "
    "is taken."
)
MAYBE_OTHER = N_(
    "It is not certain that the paper is of {audit}, “{title}”: it may be of {others} as well. "
    "Choose the audit before anything is taken."
)


@dataclass(frozen=True)
class Likely:
    """An audit that a paper may be of."""

    audit: r.Audit
    signs: frozenset[Sign]

    @property
    def weight(self) -> int:
        """What the signs weigh together."""
        return sum(each.weight for each in self.signs)


@dataclass(frozen=True)
class Target:
    """What a paper is read in into."""

    audit_id: int | None = None
    """None: a new audit."""
    municipality: str | None = None
    """Of a new audit; None: the one that the paper names."""
    is_guessed: bool = False
    """Whether the paper tells it, and nobody has chosen it."""
    doubt: str | None = None
    """Why a guess is not certain, in a sentence."""

    def is_same(self, other: "Target") -> bool:
        """Tell whether both are of the same audit, or of new ones of the same municipality."""
        return (self.audit_id, self.municipality) == (other.audit_id, other.municipality)


def guess_of(store: Store, proposal: Proposal, original: Original | None) -> Target:
    """Return the audit that a paper is likeliest of; else the only municipality there is.

    Papers of the auditors' own that nothing but some words of the title ties to an audit are of a
    new one.
    """
    found = likely_audits(store, proposal, original)
    with store.reading() as session:
        towns = stored.list_municipalities(session)
    if makes_audit(proposal):
        found = tuple(each for each in found if each.signs & CERTAIN)
    if not found:
        is_only = len(towns) == 1 and proposal.municipality is None
        return Target(None, towns[0].name if is_only else None, is_guessed=is_only)
    first, rivals = found[0], [each for each in found[1:] if each.weight >= found[0].weight]
    is_of_town = proposal.municipality is not None or len(towns) == 1
    is_certain = (
        bool(first.signs & CERTAIN)
        and first.weight >= ENOUGH
        and all(each.weight > 0 for each in first.signs)
        and (is_of_town or bool(first.signs & BY_ITSELF))
    )
    if Sign.FILE in first.signs or (is_certain and not rivals):
        return Target(first.audit.id, is_guessed=True)
    return Target(first.audit.id, is_guessed=True, doubt=_doubt(first, rivals))


def _doubt(first: Likely, rivals: Sequence[Likely]) -> str:
    facts = {"audit": first.audit.reference, "title": first.audit.title}
    if not rivals:
        return sentence(MAYBE, facts)
    others = ", ".join(each.audit.reference for each in rivals)
    return sentence(MAYBE_OTHER, {**facts, "others": others})


def likely_audits(
    store: Store, proposal: Proposal, original: Original | None, municipality: str | None = None
) -> tuple[Likely, ...]:
    """Return the audits that a paper may be of, the likeliest first; none where none is like it.

    Those of its municipality, where it names one, and those that the file is attached to. A
    follow-up's report is of a follow-up, never of the audit that it goes back to. Raises UsageError
    where the municipality that is named is not registered.
    """
    with store.reading() as session:
        holding = _holding(session, original)
        town = town_of(session, proposal, municipality)
        is_told = town is not None or proposal.municipality is not None
        audits = [
            each
            for each in stored.list_audits(session)
            if each.id in holding
            or (
                (not is_told or (town is not None and each.municipality_id == town.id))
                and (not is_follow_up(proposal) or follows_up(each))
            )
        ]
        found = list(_likely(session, proposal, audits, holding))
    return tuple(sorted(found, key=_rank, reverse=True))


def doubled(
    store: Store, proposal: Proposal, original: Original | None, municipality: str | None = None
) -> tuple[r.Audit, ...]:
    """Return the audits that a new one would double, as far as the file and the title tell.

    Raises UsageError where the municipality that is named is not registered.
    """
    title = proposal.title.value if proposal.title else ""
    return tuple(
        each.audit
        for each in likely_audits(store, proposal, original, municipality)
        if Sign.FILE in each.signs or likeness(each.audit.title, title, SAME_MATTER) >= SAME_MATTER
    )


def _likely(
    session: Session, proposal: Proposal, audits: Sequence[r.Audit], holding: Sequence[int]
) -> Iterator[Likely]:
    for some_audits in stored.some_at_a_time(audits):
        for case in stored.put_together(session, some_audits, PARTS):
            signs = signs_of(proposal, case)
            if case.audit.id in holding:
                signs |= {Sign.FILE}
            each = Likely(case.audit, signs)
            if signs & TELLING and each.weight >= LEAST:
                yield each


def _rank(each: Likely) -> tuple[int, int, int]:
    return (each.weight, each.audit.audit_year, each.audit.id)


def _holding(session: Session, original: Original | None) -> tuple[int, ...]:
    """Return the ids of the audits that the file is attached to, where it tells of one."""
    if original is None or original.is_of_several:
        return ()
    columns = table_of(r.Attachment).c
    found = some(session, r.Attachment, columns.sha256 == sum_of(original.content))
    return tuple(dict.fromkeys(each.audit_id for each in found))


def same_audit(
    session: Session, town: r.Municipality, title: str, year: int, original: Original | None
) -> r.Audit | None:
    """Return the audit that a new one would double: of the same file, or title and year."""
    holding = _holding(session, original)
    return next(
        (
            each
            for each in stored.list_audits(session)
            if each.municipality_id == town.id
            and (
                each.id in holding or (each.audit_year == year and likeness(each.title, title) == 1)
            )
        ),
        None,
    )
