"""Holds a proposal against the register, line by line; nothing is saved."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from sqlmodel import Session

from revtrack.domain.errors import N_, UsageError
from revtrack.domain.names.municipality_names import is_same_municipality
from revtrack.domain.proposals.proposal import Doubt, Proposal
from revtrack.domain.records import Municipality
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.titles import may_be_of_one
from revtrack.services.reading_in.about_audit import committee_lines, head_lines, question_lines
from revtrack.services.reading_in.about_letter import extension_lines, letter_lines
from revtrack.services.reading_in.about_recommendations import recommendation_lines
from revtrack.services.reading_in.about_replies import reply_lines
from revtrack.services.reading_in.about_verdicts import unfollowed, verdict_lines
from revtrack.services.reading_in.following import chosen_to_follow, followed_by
from revtrack.services.reading_in.ground import Ground
from revtrack.services.reading_in.lines import Comparison
from revtrack.services.registering.labels import own_words
from revtrack.services.registering.register import municipality_called
from revtrack.storage import audits as stored
from revtrack.storage.store import Store
from revtrack.wording import sentence

PARTS = (
    head_lines,
    committee_lines,
    question_lines,
    recommendation_lines,
    letter_lines,
    extension_lines,
    reply_lines,
    verdict_lines,
)
"""What gives the lines, in reading order."""

SAME_TITLE = 0.5
"""From this likeness on, two titles may be of one audit though nothing else is the same."""
LIKE_QUESTIONS = N_("Question {number} of the paper is equally like these: {numbers}.")
LIKE_SEVERAL = N_("Recommendation {number} of the paper is equally like these: {numbers}.")
OTHER_TOWN = N_("The paper is of {paper}, but {audit} of {municipality}.")
SEVERAL_AUDITS = N_("The file holds papers of several audits; choose one of them first.")
OTHER_AUDIT = N_(
    "The paper seems to be of another audit: it is called “{paper}”, {audit} is called “{title}”, "
    "and no question or recommendation is the same."
)


def compare_with(
    store: Store,
    proposal: Proposal,
    audit_id: int | None,
    today: date,
    municipality: str | None = None,
) -> Comparison:
    """Return a proposal's lines beside what an audit has, or as those of a new audit.

    A follow-up's report that is held against an audit which is no follow-up becomes one of it.
    ``municipality`` is that of a new audit where the paper's own is not meant; raises UsageError
    where it is not registered.
    """
    with store.reading() as session:
        return compared(ground_of(session, proposal, audit_id, today, municipality))


def ground_of(
    session: Session,
    proposal: Proposal,
    audit_id: int | None,
    today: date,
    municipality: str | None = None,
) -> Ground:
    """Return what a proposal is held against."""
    case = stored.load_case(session, audit_id) if audit_id is not None else None
    town = case.municipality if case else town_of(session, proposal, municipality)
    chosen, case = chosen_to_follow(session, proposal, case)
    committees = stored.list_committees(session, town.id) if town else ()
    words = own_words(session, town.id) if town else {}
    followed = followed_by(session, proposal, case, chosen, town)
    return Ground(proposal, case, town, committees, today, words, followed)


def town_of(session: Session, proposal: Proposal, named: str | None) -> Municipality | None:
    """Return the municipality of a new audit: the one that is named, else the paper's.

    None where the paper's is not registered or not told; raises UsageError where the one that is
    named is not.
    """
    if named is not None:
        town = municipality_called(session, named)
        if town is None:
            raise UsageError(
                "There is no municipality called {name}. Register it first, or name another.",
                name=named,
            )
        return town
    said = proposal.municipality
    try:
        return municipality_called(session, said.value) if said else None
    except UsageError:
        return None


def compared(ground: Ground) -> Comparison:
    """Return the lines of a proposal held against this."""
    lines = tuple(chain.from_iterable(part(ground) for part in PARTS))
    proposal = ground.proposal
    doubts = (*proposal.doubts, *_equally_like(ground), *unfollowed(ground))
    is_chosen = ground.followed.is_chosen and ground.case is None
    return Comparison(
        proposal,
        lines,
        ground.town,
        ground.case,
        doubts,
        ground.committees,
        _elsewhere(ground),
        ground.own_words,
        ground.followed.cases[0].audit if is_chosen else None,
    )


def _equally_like(ground: Ground) -> Iterator[Doubt]:
    """Give what may be several of the register's; nothing is paired by guess."""
    case = ground.case
    if case is None:
        return
    questions, recommendations = ground.questions.unsure, ground.recommendations.unsure
    for place, rivals in questions.items():
        asked = ground.proposal.questions[place]
        numbers = ", ".join(str(case.questions[each].number) for each in rivals)
        facts = {"number": asked.number, "numbers": numbers}
        yield Doubt("question_like_several", LIKE_QUESTIONS, asked.place.line, facts)
    for place, rivals in recommendations.items():
        each = ground.proposal.recommendations[place]
        numbers = ", ".join(case.number_of(case.recommendations[one]) for one in rivals)
        facts = {"number": each.number, "numbers": numbers}
        yield Doubt("recommendation_like_several", LIKE_SEVERAL, each.place.line, facts)


def _elsewhere(ground: Ground) -> str | None:
    """Return why the paper seems to be of another audit than the one it is held against."""
    proposal, followed = ground.proposal, ground.followed
    if proposal.audits:
        return sentence(SEVERAL_AUDITS, {})
    earlier = followed.cases[0] if followed.is_chosen else None
    case = ground.case or earlier
    if case is None:
        return None
    town, audit = proposal.municipality, case.audit.reference
    if town is not None and not is_same_municipality(case.municipality.name, town.value):
        facts = {"paper": town.value, "audit": audit, "municipality": case.municipality.name}
        return sentence(OTHER_TOWN, facts)
    title = proposal.title
    own = [at for at in ground.recommendations.met if proposal.recommendations[at].is_given]
    has_met = bool(own or ground.questions.met or ground.followed_up.met)
    given = [each for each in proposal.recommendations if each.is_given]
    is_to_meet = (given and case.recommendations) or (proposal.questions and case.questions)
    if title is None or has_met:
        return None
    is_unlike = is_to_meet and likeness(case.audit.title, title.value) < SAME_TITLE
    if not is_unlike and may_be_of_one(case.audit.title, title.value):
        return None
    return sentence(OTHER_AUDIT, {"paper": title.value, "audit": audit, "title": case.audit.title})
