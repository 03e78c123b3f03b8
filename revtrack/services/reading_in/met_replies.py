"""Which replies of a paper the register has, and which of its recommendations they answer."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.proposals.proposal import Found, ProposedAnswer, ProposedResponse
from revtrack.domain.records import Addressee, Recommendation, ReplyCase, Response
from revtrack.domain.states import COUNTING_KINDS
from revtrack.domain.texts.diary_numbers import diary_key
from revtrack.services.reading_in.about_letter import reply_case_of
from revtrack.services.reading_in.ground import Ground, slug


@dataclass(frozen=True)
class Reply:
    """A proposed reply with what the register has of it."""

    proposed: ProposedResponse
    key: str
    known: Response | None
    conflict: Response | None = None
    """Another decision of the same committee, which the register has."""
    number: str | None = None
    """The diary number that the register has of the reply, or of this committee's part in it."""


def replies_of(ground: Ground) -> tuple[Reply, ...]:
    """Return the proposed replies with their keys and what the register has of them."""
    counts: Counter[str] = Counter()
    found = []
    for each in ground.proposal.responses:
        name = slug(each.committee)
        counts[name] += 1
        key = name if counts[name] == 1 else f"{name}~{counts[name]}"
        found.append(_met(ground, each, f"response.{key}"))
    return tuple(found)


def _met(ground: Ground, each: ProposedResponse, key: str) -> Reply:
    reply_case = reply_case_of(ground, each.committee)
    if reply_case is None or ground.case is None:
        return Reply(each, key, None)
    there = ground.case.responses_by_reply_case.get(reply_case.id, ())
    alike = [one for one in there if _is_of_kind(one.kind, each.kind)]
    numbers = {one.id: _number(ground.case, reply_case, one) for one in alike}
    same = [one for one in alike if _may_be(one, each, numbers[one.id])]
    is_counting = each.kind in COUNTING_KINDS
    if same:
        return Reply(each, key, same[-1], number=numbers[same[-1].id])
    return Reply(each, key, None, alike[-1] if alike and is_counting else None)


def _number(case: AuditCase, reply_case: ReplyCase, known: Response) -> str | None:
    """Return the diary number of a reply; the committee's own where several have given it."""
    is_shared = sum(one.response_id == known.id for one in case.response_cases) > 1
    own = reply_case.diary_number if is_shared else None
    return own or known.diary_number


def _is_of_kind(one: ResponseKind, other: ResponseKind) -> bool:
    return one is other or {one, other} <= COUNTING_KINDS


def _may_be(known: Response, each: ProposedResponse, number: str | None) -> bool:
    """Tell whether nothing that both state keeps two replies from being one."""
    pairs: tuple[tuple[object, Found[Any] | None], ...] = (
        (known.paragraph, each.paragraph),
        (known.decided_on, each.decided_on),
        (number, each.diary_number),
    )
    return all(
        mine is None or theirs is None or diary_key(str(mine)) == diary_key(str(theirs.value))
        for mine, theirs in pairs
    )


def answer_key(reply: Reply, answer: ProposedAnswer) -> str:
    """Return the key of an answer: ``answer.socialnämnden.4``."""
    return f"answer.{reply.key.removeprefix('response.')}.{answer.recommendation}"


def answered_in(ground: Ground, number: str) -> Recommendation | None:
    """Return the register's recommendation that an answer of this number is of, if it has it."""
    for place, each in enumerate(ground.proposal.recommendations):
        if each.number == number:
            return ground.recommendation_of(place)
    case = ground.case
    bare = number.removeprefix("R")
    known = case.recommendations if case else ()
    return next(
        (one for one in known if case and case.number_of(one).removeprefix("R") == bare), None
    )


def addressee_of(ground: Ground, recommendation: Recommendation, name: str) -> Addressee | None:
    """Return the recommendation as put to a committee, None where it was not."""
    committee = ground.committee(name)
    known = ground.case.addressees if ground.case else ()
    return next(
        (
            each
            for each in known
            if each.recommendation_id == recommendation.id
            and committee is not None
            and each.committee_id == committee.id
            and each.asked
        ),
        None,
    )
