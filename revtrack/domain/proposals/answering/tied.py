"""Answers tied to the recommendations of the same file: of one reply, or of a bundle's replies.

In a bundle the recommendations are those that were put to the committee. A decision that adopts a
proposal says what the proposal says; its own text is read first.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from revtrack.domain.codes import ExtensionDecision, PaperKind, Progress, ResponseKind
from revtrack.domain.proposals.answering.answers import answers_in, answers_of_days
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.committees.bodies import bodies_of, display_name
from revtrack.domain.proposals.proposal import (
    Proposal,
    ProposedAnswer,
    ProposedExtension,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.proposals.replying.extensions import (
    extensions_in,
    gives_more_time,
    tells_of_more_time,
)
from revtrack.domain.proposals.replying.own_day import day_of
from revtrack.domain.proposals.said.positions import NO_POSITION
from revtrack.domain.proposals.said.stances import SHOWN
from revtrack.domain.proposals.tasks import DoEach, in_turn
from revtrack.domain.records import Committee
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Paper
from revtrack.domain.texts.prose import name_key

Read = tuple[Paper, Proposal]
"""A paper with what it proposes by itself."""

_ADOPTS = re.compile(
    r"\b(?:förslag\w*|tjänsteskrivelse\w*|skrivelse\w*|yttrande\w*|svar\w*|kommentarer"
    r"|synpunkter)\b",
    re.IGNORECASE,
)
_OF_DRAFT = 0.1
"""So much less sure is what only the adopted proposal says."""


def answered(proposal: Proposal, paper: Paper) -> Proposal:
    """Return what a reply proposes, with its answers to the recommendations that it gives.

    Where it is known what was put to its committee, it answers that, and what else it gives of it.
    """
    told = (each.decided_on.value for each in proposal.responses if each.decided_on)
    day = max(told, default=None) or day_of(paper)
    found = _put(proposal.recommendations)
    responses = []
    for each in proposal.responses:
        whom = each.committee
        own = [one for one in found if _is_asked(one, whom) or _is_given(one, whom)] or found
        responses.append(_with(each, answers_in(paper, _asked(own), day)))
    return replace(proposal, responses=tuple(responses))


def answers_something(made: Proposal) -> bool:
    """Tell whether a reply says of any recommendation what is thought of it or done.

    That it was taken note of, or will be answered later, is no answer.
    """
    said = (each for one in made.responses for each in one.answers)
    return any(each.progress or each.position not in NO_POSITION for each in said)


def answered_together(made: Proposal, read: Sequence[Read], do_each: DoEach = in_turn) -> Proposal:
    """Return what a bundle proposes, its replies answering its recommendations.

    ``do_each`` has its papers heard.
    """
    replies = [_reply_of(each, made.recommendations, read) for each in made.responses]
    said = _heard([(each, paper) for each in replies for paper in each.all_papers], do_each)
    return replace(made, responses=tuple(_answering(each, said) for each in replies))


@dataclass(frozen=True)
class _Reply:
    """A reply of a bundle with what it is asked, and the papers that may answer it."""

    response: ProposedResponse
    asked: tuple[Asked, ...] = ()
    day: date | None = None
    papers: Sequence[Paper] = ()
    drafts: Sequence[Paper] = ()
    """What it adopts, which is heard of what it does not say itself."""

    @property
    def all_papers(self) -> Sequence[Paper]:
        """Its papers, and what it adopts."""
        return (*self.papers, *self.drafts)


def _reply_of(
    response: ProposedResponse, found: Sequence[ProposedRecommendation], read: Sequence[Read]
) -> _Reply:
    found, read = _of_own_matter(response, found, read)
    asked = _asked(each for each in _put(found) if _is_asked(each, response.committee))
    if not asked:
        return _Reply(response)
    is_draft = response.kind is ResponseKind.DRAFT
    papers = _papers(read, response.committee, drafts=is_draft)
    day = (
        response.decided_on.value
        if response.decided_on
        else next(filter(None, map(day_of, papers)), None)
    )
    adopts = not is_draft and _adopts(response)
    drafts = _papers(read, response.committee, drafts=True) if adopts else ()
    return _Reply(response, asked, day, papers, drafts)


_Question = tuple[int, tuple[Asked, ...]]
"""The paper that is asked, by its identity, and what of."""
_Said = Mapping[tuple[_Question, date | None], tuple[ProposedAnswer, ...]]


def _heard(replies: Sequence[tuple[_Reply, Paper]], do_each: DoEach) -> _Said:
    """Return what papers answer; each is heard once of what several replies of a body are asked."""
    papers = {id(paper): paper for _, paper in replies}
    days: dict[_Question, dict[date | None, None]] = {}
    for reply, paper in replies:
        days.setdefault((id(paper), reply.asked), {})[reply.day] = None
    given = do_each(
        [partial(answers_of_days, papers[one], asked, [*on]) for (one, asked), on in days.items()]
    )
    return {
        (question, day): answers
        for (question, on), of_days in zip(days.items(), given, strict=True)
        for day, answers in zip(on, of_days, strict=True)
    }


def _answering(reply: _Reply, said: _Said) -> ProposedResponse:
    of_own, of_drafts = (
        [said[(id(paper), reply.asked), reply.day] for paper in papers]
        for papers in (reply.papers, reply.drafts)
    )
    answers = _first_said(of_own)
    if any(each.position is None for each in answers):
        less = ([_less_sure(each) for each in one] for one in of_drafts)
        answers = _first_said([answers, *less])
    return _with(reply.response, answers)


def _of_own_matter(
    response: ProposedResponse, found: Sequence[ProposedRecommendation], read: Sequence[Read]
) -> tuple[Sequence[ProposedRecommendation], Sequence[Read]]:
    """Return what a reply's own § restates, with it alone, where its body has several §§."""
    own = [
        (paper, proposal)
        for paper, proposal in read
        if proposal.recommendations
        and any(
            each.committee == response.committee and each.paragraph for each in proposal.responses
        )
    ]
    of_it = [
        each for each in own if any(e.paragraph == response.paragraph for e in each[1].responses)
    ]
    if len(own) < SEVERAL or len(of_it) != 1:
        return found, read
    texts = {each.text for each in of_it[0][1].recommendations}
    restated = [each for each in found if each.text in texts]
    return (restated, of_it) if len(restated) == len(texts) else (found, read)


def _with(response: ProposedResponse, answers: Iterable[ProposedAnswer]) -> ProposedResponse:
    """Return a reply with its answers, but to what it leaves open.

    What a supplement has done shows no position.
    """
    answers = (
        each for each in answers if each.recommendation.lstrip("R") not in response.left_open
    )
    if response.kind is ResponseKind.SUPPLEMENT:
        answers = (
            replace(each, position=None) if _is_only_done(each) else each for each in answers
        )
    return replace(response, answers=tuple(answers))


def _is_only_done(each: ProposedAnswer) -> bool:
    """Tell whether it is only what has been done that shows the position of an answer."""
    return each.confidence <= SHOWN and each.progress is Progress.DONE


def _papers(read: Sequence[Read], committee: str, *, drafts: bool) -> list[Paper]:
    """Return the papers with a committee's drafts, or with its other replies."""
    key = name_key(committee)
    return [
        paper
        for paper, proposal in read
        if any(
            name_key(each.committee) == key and (each.kind is ResponseKind.DRAFT) == drafts
            for each in proposal.responses
        )
    ]


def _adopts(response: ProposedResponse) -> bool:
    return response.decision is not None and _ADOPTS.search(response.decision.value) is not None


def _first_said(several: Sequence[Sequence[ProposedAnswer]]) -> list[ProposedAnswer]:
    """Return, for each recommendation, the answer of the first paper that says something of it."""
    return [
        next((each for each in said if each.position is not None), said[0])
        for said in zip(*filter(None, several), strict=True)
    ]


def _less_sure(answer: ProposedAnswer) -> ProposedAnswer:
    return replace(answer, confidence=round(answer.confidence - _OF_DRAFT, 2))


def _put(found: Sequence[ProposedRecommendation]) -> Sequence[ProposedRecommendation]:
    """Return what the letter puts, where that is known."""
    return [each for each in found if each.letter_text is not None] or found


def _is_asked(each: ProposedRecommendation, committee: str) -> bool:
    """Tell whether a recommendation is put to a committee: by the letter, else by the report."""
    return _names(
        each.committees if each.letter_text is None else each.letter_committees, committee
    )


def _is_given(each: ProposedRecommendation, committee: str) -> bool:
    """Tell whether a paper itself gives a recommendation as one put to a committee."""
    return each.text is not None and _names(each.committees, committee)


def _names(named: Sequence[str] | None, committee: str) -> bool:
    return named is None or name_key(committee) in {name_key(one) for one in named}


def _asked(found: Iterable[ProposedRecommendation]) -> tuple[Asked, ...]:
    return tuple(
        Asked(each.number, tuple(one for one in (each.text, each.letter_text) if one))
        for each in found
    )


def extended(proposal: Proposal, paper: Paper, committees: Sequence[Committee]) -> Proposal:
    """Return what a paper proposes, with the extensions that it tells of."""
    if proposal.kind is PaperKind.NOT_AUDIT or not tells_of_more_time(paper):
        return proposal
    bodies = bodies_of(paper, committees)
    named = [each.committee for each in proposal.responses]
    named += [each.value for each in proposal.committees]
    meant = next((each for each in bodies.committees if display_name(each) in named[:1]), None)
    may_ask = proposal.kind is PaperKind.OTHER
    found = extensions_in(paper, bodies, meant, may_ask=may_ask)
    is_own = may_ask and (gives_more_time(paper) or _are_asked(found))
    told_on = proposal.letter_on if is_own else None
    return replace(proposal, extensions=tuple(replace(each, told_on=told_on) for each in found))


def _are_asked(found: Iterable[ProposedExtension]) -> bool:
    return all(each.decision is ExtensionDecision.REQUESTED for each in found)
