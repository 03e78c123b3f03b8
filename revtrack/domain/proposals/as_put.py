"""A reply read beside what the register has put to its committees: it need not give that again.

What the reply itself gives is paired with what was put by wording, recipients and number. What is
left of both is paired in order where it is as much and somewhat alike; a person has to look then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from revtrack.domain.codes import REPLIES, PaperKind, ResponseKind
from revtrack.domain.proposals.answering.tied import Read, answered, answered_together
from revtrack.domain.proposals.proposal import (
    Proposal,
    ProposedAnswer,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.proposals.tasks import DoEach, in_turn
from revtrack.domain.texts.likeness import likeness, share_of
from revtrack.domain.texts.pairing import Pairs, Worded, pair_texts
from revtrack.domain.texts.prose import name_key

_SOMEWHAT = 0.3
"""How alike two wordings are at least, for one to be the other where nothing else is left."""
_UNSURE = 0.6
_ANSWERED = REPLIES | {PaperKind.BUNDLE}


@dataclass(frozen=True)
class Put:
    """A recommendation of the register, as it was put to committees."""

    number: str
    """As it is known by, without "R"."""
    texts: tuple[str, ...]
    """The letter's wording and the report's; at least one."""
    committees: tuple[str, ...]
    """The names of those that it was put to."""

    def is_put_to(self, committee: str) -> bool:
        """Tell whether it was put to a committee."""
        return name_key(committee) in {name_key(each) for each in self.committees}


def as_put(
    made: Proposal, read: Sequence[Read], put: Sequence[Put], do_each: DoEach = in_turn
) -> Proposal:
    """Return what replies propose, answering what was put to their committees, by its numbers.

    ``read`` are the papers with what each proposes by itself. A paper that puts several committees'
    replies together stays as it is. ``do_each`` has the papers of several heard.
    """
    if made.kind not in _ANSWERED or not put or _puts_together(made, read):
        return made
    beside = _beside(made, put)
    told = _answering(beside.proposal, read, do_each)
    if any(each.number not in beside.known for each in beside.proposal.recommendations):
        told = _filled(told, _answering(beside.of_register, read, do_each))
    return beside.numbered(told)


def _answering(made: Proposal, read: Sequence[Read], do_each: DoEach) -> Proposal:
    return answered(made, read[0][0]) if len(read) == 1 else answered_together(made, read, do_each)


def _filled(told: Proposal, other: Proposal) -> Proposal:
    """Return replies with what they say of something where only the other reading finds it."""
    return replace(
        told,
        responses=tuple(
            replace(one, answers=tuple(_said_of(each, two.answers) for each in one.answers))
            for one, two in zip(told.responses, other.responses, strict=True)
        ),
    )


def _said_of(answer: ProposedAnswer, others: Sequence[ProposedAnswer]) -> ProposedAnswer:
    said = (
        replace(each, confidence=min(each.confidence, _UNSURE))
        for each in others
        if each.recommendation == answer.recommendation and each.position is not None
    )
    return answer if answer.position is not None else next(said, answer)


def _puts_together(made: Proposal, read: Sequence[Read]) -> bool:
    """Tell whether one paper gives several committees' replies, which are not one for all."""
    are_several = len({name_key(each.committee) for each in made.responses}) > 1
    is_shared = all(each.kind is ResponseKind.JOINT for each in made.responses)
    is_in_places = len({each.place for each in made.responses}) > 1
    return len(read) == 1 and are_several and is_in_places and not is_shared


@dataclass(frozen=True)
class _Beside:
    """A proposal with what was put to its repliers, still by the paper's own numbers."""

    proposal: Proposal
    numbers: Mapping[str, str] = field(default_factory=dict)
    """The register's, by the paper's own."""
    known: frozenset[str] = frozenset()
    """The paper's own numbers of what the register has."""

    @property
    def of_register(self) -> Proposal:
        """The proposal without what the register does not have."""
        found = (each for each in self.proposal.recommendations if each.number in self.known)
        return replace(self.proposal, recommendations=tuple(found))

    def numbered(self, told: Proposal) -> Proposal:
        """Return a proposal by the register's numbers; what it does not have gets free ones."""
        return replace(
            told,
            recommendations=tuple(
                replace(each, number=self.numbers[each.number]) for each in told.recommendations
            ),
            responses=tuple(self._response(each) for each in told.responses),
        )

    def _response(self, each: ProposedResponse) -> ProposedResponse:
        sure = {one.number: one.confidence for one in self.proposal.recommendations}
        answers = tuple(
            replace(
                one,
                recommendation=self.numbers.get(one.recommendation, one.recommendation),
                confidence=min(one.confidence, sure.get(one.recommendation, 1.0)),
            )
            for one in each.answers
        )
        left = tuple(self.numbers.get(one, one) for one in each.left_open)
        return replace(each, answers=answers, left_open=left)


def _beside(made: Proposal, put: Sequence[Put]) -> _Beside:
    own = made.recommendations
    repliers = [each.committee for each in made.responses]
    pairs = _paired(own, put)
    asked = {at for at, each in enumerate(put) if any(map(each.is_put_to, repliers))}
    shortened = _shortened(own, put, pairs, asked)
    left = _left(own, put, {**pairs.met, **shortened}, asked)
    met = {**pairs.met, **shortened, **left}
    kept = [
        _known(each, put[met[at]], is_sure=at not in left) if at in met else _as_told(each)
        for at, each in enumerate(own)
    ]
    free = _free_numbers([*(each.number for each in own), *(each.number for each in put)])
    there = {met[at]: each for at, each in enumerate(kept) if at in met}
    place = made.responses[0].place if made.responses else None
    for at, each in enumerate(put):
        if at in asked and at not in there and place is not None:
            number = each.number if each.number not in {one.number for one in own} else next(free)
            there[at] = _known(ProposedRecommendation(number, place, None, is_given=False), each)
    in_order = [there[at] for at in sorted(there)]
    given = [each for at, each in enumerate(kept) if at in met]
    told = given if len(given) == len(in_order) else in_order
    unknown = [each for at, each in enumerate(kept) if at not in met]
    numbers = {each.number: put[at].number for at, each in there.items()}
    others = _free_numbers([each.number for each in put])
    numbers |= {each.number: next(others) for each in unknown}
    known = frozenset(each.number for each in there.values())
    return _Beside(replace(made, recommendations=(*told, *unknown)), numbers, known)


def _known(
    each: ProposedRecommendation, put: Put, *, is_sure: bool = True
) -> ProposedRecommendation:
    return replace(
        each,
        letter_text=put.texts[0],
        letter_committees=put.committees,
        confidence=each.confidence if is_sure else min(each.confidence, _UNSURE),
    )


def _as_told(each: ProposedRecommendation) -> ProposedRecommendation:
    """Return what the register does not have, as the paper says that it was put."""
    told = each.letter_text or each.text
    return replace(
        each, letter_text=told, letter_committees=each.letter_committees or each.committees
    )


def _paired(own: Sequence[ProposedRecommendation], put: Sequence[Put]) -> Pairs:
    """Return which recommendation of a paper is which of those that were put."""
    names = {name_key(name) for each in put for name in each.committees}
    ids = {name: at for at, name in enumerate(sorted(names))}

    def whom(names: Sequence[str]) -> frozenset[int]:
        return frozenset(ids[name_key(each)] for each in names if name_key(each) in ids)

    return pair_texts(
        [Worded(_words(each), each.number, whom(each.committees or ())) for each in own],
        [Worded(each.texts[0], each.number, whom(each.committees), each.texts[-1]) for each in put],
    )


def _shortened(
    own: Sequence[ProposedRecommendation], put: Sequence[Put], pairs: Pairs, asked: set[int]
) -> dict[int, int]:
    """Return what a paper gives in fewer words, all of which only one of those left has."""
    left = asked - set(pairs.met.values())
    found = {
        at: [
            other
            for other in left
            if any(share_of(_words(each), one) == 1 for one in put[other].texts)
        ]
        for at, each in enumerate(own)
        if at not in pairs.met
    }
    sole = {at: fits[0] for at, fits in found.items() if len(fits) == 1}
    return {at: other for at, other in sole.items() if [*sole.values()].count(other) == 1}


def _left(
    own: Sequence[ProposedRecommendation],
    put: Sequence[Put],
    met: Mapping[int, int],
    asked: set[int],
) -> dict[int, int]:
    """Return what is paired in order, where as much is left of what a paper gives and was put."""
    mine = [at for at in range(len(own)) if at not in met]
    theirs = sorted(asked - set(met.values()))
    both = list(zip(mine, theirs, strict=False))
    is_alike = all(_is_somewhat_alike(own[one], put[other]) for one, other in both)
    return dict(both) if len(mine) == len(theirs) and is_alike else {}


def _is_somewhat_alike(each: ProposedRecommendation, put: Put) -> bool:
    return any(likeness(_words(each), one) >= _SOMEWHAT for one in put.texts)


def _words(each: ProposedRecommendation) -> str:
    return each.text or each.letter_text or ""


def _free_numbers(taken: Sequence[str]) -> Iterator[str]:
    """Give numbers that nothing has."""
    at = 0
    while True:
        at += 1
        if str(at) not in taken:
            yield str(at)
