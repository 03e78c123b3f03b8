"""Which earlier audits a follow-up's report goes back to: chosen, registered, or told by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.titles import is_of_same_matter, may_be_of_one, say_the_same
from revtrack.services.follow_up.judging import follow_ups_in
from revtrack.services.follow_up.starting import refuse_to_start
from revtrack.services.reading_in.ground import UNCERTAIN, Followed, follows_up, is_follow_up
from revtrack.storage import audits as stored
from revtrack.wording import sentence, word

HALF = 0.5
"""The share of what is listed that an audit has recommended, for it to be the one followed up."""
PARTS = frozenset(("recommendations",))

MAYBE = N_(
    "It is not certain that the paper follows up {audit}, “{title}”. If it does, read it in into "
    "that audit."
)
MAYBE_OTHER = N_(
    "The paper may follow up {audit}, “{title}”, but {others} as well. Read it in into the one "
    "that it follows up."
)
MAYBE_SEVERAL = N_(
    "The paper lists recommendations of {audits}, but it is not certain that it follows up all of "
    "them. Accept this line if it does."
)
UNDER_WAY = N_(
    "{audit} is being followed up already, in {follow_up}. Read the paper in into {follow_up}."
)
NO_FOLLOW_UP = N_(
    "{audit} is not registered as a follow-up, so no verdict is passed in it. Change its kind "
    "first."
)


def chosen_to_follow(
    session: Session, proposal: Proposal, case: AuditCase | None
) -> tuple[AuditCase | None, AuditCase | None]:
    """Return the earlier audit that was chosen for a follow-up's report, and the follow-up of it.

    The follow-up is the one that the paper is of already, else the latest that is under way, else
    None: a new one. For any other paper it is the audit itself that was chosen.
    """
    if case is None or not is_follow_up(proposal) or follows_up(case.audit):
        return None, case
    known = follow_ups_in(session, case.audit.id)
    own = [each for each in known if _is_of(proposal, each)]
    under_way = [each for each in known if each.handed_over_on is None]
    found = next(iter((*reversed(own), *reversed(under_way))), None)
    return case, stored.load_case(session, found.id) if found else None


def _is_of(proposal: Proposal, audit: r.Audit) -> bool:
    """Tell whether a report is that of a follow-up which has been read in from it before."""
    title, year = proposal.title, proposal.audit_year
    is_called_so = title is not None and likeness(title.value, audit.title) == 1
    return is_called_so and (year is None or year.value == audit.audit_year)


def followed_by(
    session: Session,
    proposal: Proposal,
    case: AuditCase | None,
    chosen: AuditCase | None,
    town: r.Municipality | None,
) -> Followed:
    """Return what a follow-up's report goes back to, and what keeps it from being tied to that.

    ``case`` is the follow-up, where the register has it, ``chosen`` the audit that a person says.
    """
    if not is_follow_up(proposal):
        return Followed()
    if case is not None and case.followed:
        earlier = tuple(stored.load_case(session, each.followed_id) for each in case.followed)
        return Followed(earlier, is_tied=True, is_chosen=chosen is not None)
    if chosen is not None:
        found = Followed((chosen,), is_chosen=True)
    else:
        found = _told(session, proposal, town)
    under_way = _under_way(session, found) if case is None else None
    if under_way:
        audit, there = under_way
        told = sentence(UNDER_WAY, {"audit": audit.reference, "follow_up": there.reference})
        return replace(found, refusal=told, is_doubled=found.confidence > UNCERTAIN)
    return replace(found, refusal=_refusal(session, found, case)) if found.cases else found


def _under_way(session: Session, found: Followed) -> tuple[r.Audit, r.Audit] | None:
    """Return an audit that is being followed up already, with the latest follow-up of it."""
    known = (
        (case.audit, each)
        for case in found.cases
        for each in reversed(follow_ups_in(session, case.audit.id))
        if each.handed_over_on is None
    )
    return next(known, None)


def _refusal(session: Session, found: Followed, case: AuditCase | None) -> str | None:
    if case is not None and case.audit.kind is not AuditKind.FOLLOW_UP:
        return sentence(NO_FOLLOW_UP, {"audit": case.audit.reference})
    try:
        refuse_to_start(session, found.cases)
    except RevTrackError as refusal:
        return word(refusal)
    return None


# ---- told by the paper ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Earlier:
    """An audit that may be followed up."""

    audit: r.Audit
    met: frozenset[int]
    """Which of the recommendations that the paper lists are its own, by their places."""
    titled: int
    """2: the titles say that the same was audited; 1: one says more; 0: neither."""

    @property
    def rank(self) -> tuple[int, int]:
        return (len(self.met), self.titled)


def _told(session: Session, proposal: Proposal, town: r.Municipality | None) -> Followed:
    """Return what a report follows up by what it lists and is called: one audit, or several."""
    texts = [text for each in proposal.recommendations if (text := each.text or each.letter_text)]
    title = proposal.title.value if proposal.title else ""
    earlier = [
        each
        for each in stored.list_audits(session)
        if town is not None and each.municipality_id == town.id and not follows_up(each)
    ]
    told = sorted(_likely(session, texts, title, earlier), key=lambda each: each.rank)
    listed = [each for each in told if each.met and len(each.met) >= HALF * len(texts)]
    several = () if any(each.titled > 1 for each in told) else _together(told, texts)
    if several and (not listed or _are_apart(several)):
        return _of_several(session, several, told)
    found = [each for each in told if each.titled or each in listed]
    if not found:
        return Followed()
    best = found[-1]
    rivals = [
        each
        for each in found[:-1]
        if each.rank == best.rank or (each in listed and each.titled >= best.titled)
    ]
    cases = (stored.load_case(session, best.audit.id),)
    facts = {"audit": best.audit.reference, "title": best.audit.title}
    if rivals:
        others = ", ".join(each.audit.reference for each in rivals)
        return Followed(cases, UNCERTAIN, sentence(MAYBE_OTHER, {**facts, "others": others}))
    is_listed = best in listed and may_be_of_one(best.audit.title, title)
    if best.met and (is_listed or best.titled > 1):
        return Followed(cases)
    return Followed(cases, UNCERTAIN, sentence(MAYBE, facts))


def _together(told: Sequence[_Earlier], texts: Sequence[str]) -> tuple[_Earlier, ...]:
    """Return the audits that only together have recommended half of what a paper lists, or more.

    Each has some of it that the others have not.
    """
    found: list[_Earlier] = []
    met: frozenset[int] = frozenset()
    for each in reversed(told):
        if each.met - met:
            found.append(each)
            met |= each.met
    is_most = len(found) > 1 and len(met) >= HALF * len(texts)
    return tuple(sorted(found, key=lambda each: min(each.met))) if is_most else ()


def _are_apart(several: Sequence[_Earlier]) -> bool:
    """Tell whether several of what is listed are each audit's, and its alone.

    One recommendation may happen to be worded as one of another matter.
    """
    met = [at for each in several for at in each.met]
    return len(met) == len({*met}) and all(len(each.met) > 1 for each in several)


def _of_several(
    session: Session, several: Sequence[_Earlier], told: Sequence[_Earlier]
) -> Followed:
    """Return several audits as followed up; for certain where none has any of another's."""
    cases = tuple(stored.load_case(session, each.audit.id) for each in several)
    others = [each for each in told if each.met and each not in several]
    if _are_apart(several) and not others:
        return Followed(cases)
    audits = ", ".join(each.audit.reference for each in several)
    return Followed(cases, UNCERTAIN, sentence(MAYBE_SEVERAL, {"audits": audits}))


def _likely(
    session: Session, texts: Sequence[str], title: str, audits: Sequence[r.Audit]
) -> Iterator[_Earlier]:
    for some_audits in stored.some_at_a_time(audits):
        for case in stored.put_together(session, some_audits, PARTS):
            titled = _titled(case.audit.title, title)
            known = case.recommendations
            met = frozenset(at for at, text in enumerate(texts) if _is_among(text, known))
            if titled or met:
                yield _Earlier(case.audit, met, titled)


def _titled(first: str, second: str) -> int:
    return 2 if say_the_same(first, second) else int(is_of_same_matter(first, second))


def _is_among(text: str, known: Sequence[r.Recommendation]) -> bool:
    wordings = (one for each in known for one in (each.report_text, each.letter_text) if one)
    return any(likeness(text, one, SAME_MATTER) >= SAME_MATTER for one in wordings)
