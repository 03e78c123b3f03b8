"""The lines of a paper about replies: the document, and its position on each recommendation."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, ReplyState, ResponseKind
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import reply_lines as lines_of_replies
from revtrack.domain.proposals.proposal import Found, ProposedAnswer, ProposedResponse
from revtrack.domain.records import (
    Addressee,
    Answer,
    NewResponse,
    Recommendation,
    ReplyCase,
    Response,
)
from revtrack.domain.states import COUNTING_KINDS, RESPONSES_ALLOWED
from revtrack.domain.texts.diary_numbers import diary_key
from revtrack.domain.texts.prose import name_key
from revtrack.services.reading_in.about_letter import needing_letter, reply_case_of
from revtrack.services.reading_in.ground import Ground, held_against, refused, slug, tried
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing
from revtrack.services.replies.respond import refuse_days
from revtrack.wording import _, sentence
from revtrack.wording.labels import field_label

FIELDS = {
    "paragraph": ("paragraph", Form.LINE),
    "diary_number": ("diary_number", Form.LINE),
    "decided_on": ("decided_on", Form.DAY),
    "received_on": ("received_on", Form.DAY),
    "decision": ("decision_text", Form.TEXT),
}
"""What a reply says of itself: the register's field, and how it is written."""

OF_DECISION = frozenset(("paragraph", "decided_on", "decision"))
"""What only a decision has, so that a reply registered as none cannot have it either."""
ONE_OF_SEVERAL = 0.5
"""The confidence of a decision where the file has several of one committee."""

NO_DRAFTS = N_("{municipality} does not take in officials' drafts.")
ANSWERED = N_(
    "{committee} has answered already, by another decision. Register this reply by itself, and say "
    "whether it replaces that one or adds to it."
)
NOTHING_TO_ADD_TO = N_("{committee} has not answered yet, so there is nothing to supplement.")
NO_DRAFT_AFTER = N_("{committee} has answered already, so its draft is not registered.")
NOT_OF_AUDIT = N_("The audit has no recommendation that this is an answer to.")
NOT_PUT = N_("{number} has not been put to {committee}.")


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


def reply_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give each reply: what it is, what it says of itself, and its answers."""
    decided = Counter(
        name_key(each.committee)
        for each in ground.proposal.responses
        if each.kind in COUNTING_KINDS
    )
    replies = replies_of(ground)
    for reply in replies:
        each = reply.proposed
        is_one_of_several = decided[name_key(each.committee)] > 1 and each.kind in COUNTING_KINDS
        line = ProposalLine(
            reply.key,
            Group.REPLIES,
            _("Reply of {committee}").format(committee=each.committee),
            each.kind,
            Form.REPLY_KIND,
            Standing.NEW,
            each.place,
            min(each.confidence, ONE_OF_SEVERAL) if is_one_of_several else each.confidence,
        )
        line = _held(ground, line, reply)
        if line.standing is Standing.NEW:
            line = _in_turn(ground, line, each, replies)
        yield line
        yield from _facts(ground, line, reply)
        for answer in each.answers:
            yield from _answer(ground, line, reply, answer)


def _held(ground: Ground, line: ProposalLine, reply: Reply) -> ProposalLine:
    each = reply.proposed
    answerable = needing_letter(ground, line, each.committee)
    if answerable.standing is Standing.CANNOT:
        return answerable
    if reply.known is not None:
        return held_against(line, reply.known.kind)
    if reply.conflict is not None:
        return refused(line, ANSWERED, committee=each.committee)
    town = ground.town
    if each.kind is ResponseKind.DRAFT and town is not None and not town.takes_drafts:
        return refused(line, NO_DRAFTS, municipality=town.name)
    return answerable


def _in_turn(
    ground: Ground, line: ProposalLine, each: ProposedResponse, replies: Sequence[Reply]
) -> ProposalLine:
    """Return a reply's line where its kind may come now: a supplement after what it adds to."""
    if each.kind in COUNTING_KINDS or each.kind in RESPONSES_ALLOWED[_state(ground, each)]:
        return line
    if each.kind is ResponseKind.DRAFT:
        return refused(line, NO_DRAFT_AFTER, committee=each.committee)
    decided = (one for one in replies if one.proposed.kind in COUNTING_KINDS)
    before = [one.key for one in decided if one.proposed.committee == each.committee]
    if before:
        return replace(line, depends_on=(*line.depends_on, before[0]))
    return refused(line, NOTHING_TO_ADD_TO, committee=each.committee)


def _state(ground: Ground, each: ProposedResponse) -> ReplyState:
    """Return where a committee's reply is; awaited, where the letter is still to be saved."""
    reply_case = reply_case_of(ground, each.committee)
    known = lines_of_replies(ground.case, ground.today) if ground.case else ()
    of_it = (one.state for one in known if one.reply_case == reply_case)
    return next(of_it, ReplyState.AWAITED)


def _facts(ground: Ground, line: ProposalLine, reply: Reply) -> Iterator[ProposalLine]:
    is_undecided = reply.known is not None and reply.known.kind is ResponseKind.STATEMENT
    for name, (field, form) in FIELDS.items():
        found: Found[Any] | None = getattr(reply.proposed, name)
        if found is None:
            continue
        fact = replace(
            line,
            key=f"{reply.key}.{name}",
            label=f"{line.label}: {field_label('response', field)}",
            value=found.value,
            form=form,
            place=found.place,
            confidence=min(found.confidence, line.confidence),
            depends_on=(reply.key,),
            goes_on=reply.key if is_undecided and name in OF_DECISION else None,
            registered=None,
        )
        there = getattr(reply.known, field) if reply.known else None
        if line.standing is Standing.CANNOT:
            yield fact
        elif form is Form.DAY and ground.case is not None:
            new = NewResponse(audit_id=ground.case.audit.id, **{field: found.value})
            rule = partial(refuse_days, ground.case, new, ground.today)
            yield tried(held_against(fact, there), rule)
        else:
            yield held_against(fact, reply.number if name == "diary_number" else there)


# ---- answers -------------------------------------------------------------------------------------


def answer_key(reply: Reply, answer: ProposedAnswer) -> str:
    """Return the key of an answer: ``answer.socialnämnden.4``."""
    return f"answer.{reply.key.removeprefix('response.')}.{answer.recommendation}"


def answered_in(ground: Ground, answer: ProposedAnswer) -> Recommendation | None:
    """Return the register's recommendation that an answer is of, if it has it."""
    for place, each in enumerate(ground.proposal.recommendations):
        if each.number == answer.recommendation:
            return ground.recommendation_of(place)
    case = ground.case
    bare = answer.recommendation.removeprefix("R")
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


def _answer(
    ground: Ground, of: ProposalLine, reply: Reply, answer: ProposedAnswer
) -> Iterator[ProposalLine]:
    known = answered_in(ground, answer)
    number = ground.case.number_of(known) if ground.case and known else answer.recommendation
    line = replace(
        of,
        key=answer_key(reply, answer),
        label=sentence(
            N_("{committee} on {number}"),
            {"committee": reply.proposed.committee, "number": number},
        ),
        value=answer.position or Position.NOT_ADDRESSED,
        form=Form.POSITION,
        place=answer.place,
        confidence=min(answer.confidence, of.confidence),
        quote=answer.quote,
        depends_on=(reply.key,),
        registered=None,
    )
    line = _held_answer(ground, line, reply, answer) if of.standing is not Standing.CANNOT else line
    yield line
    if answer.progress is not None:
        progress = replace(
            line,
            key=f"{line.key}.progress",
            label=f"{line.label}: {field_label('answer', 'progress')}",
            value=answer.progress,
            form=Form.PROGRESS,
            quote=None,
            depends_on=(line.key,),
            goes_on=line.key,
            registered=None,
        )
        there = _known_answer(ground, reply, known)
        is_held = line.standing is not Standing.CANNOT
        yield held_against(progress, there.progress if there else None) if is_held else progress


def _held_answer(
    ground: Ground, line: ProposalLine, reply: Reply, answer: ProposedAnswer
) -> ProposalLine:
    known = answered_in(ground, answer)
    if known is None:
        key = f"recommendation.{answer.recommendation}"
        is_proposed = ground.is_of_audit and any(
            each.number == answer.recommendation for each in ground.proposal.recommendations
        )
        if is_proposed:
            return replace(line, standing=Standing.NEW, depends_on=(*line.depends_on, key))
        return refused(line, NOT_OF_AUDIT)
    is_put = addressee_of(ground, known, reply.proposed.committee) is not None
    if ground.case and ground.is_handed_over and not is_put:
        number = ground.case.number_of(known)
        return refused(line, NOT_PUT, number=number, committee=reply.proposed.committee)
    there = _known_answer(ground, reply, known)
    return held_against(line, there.position if there else None)


def _known_answer(
    ground: Ground, reply: Reply, recommendation: Recommendation | None
) -> Answer | None:
    if ground.case is None or reply.known is None or recommendation is None:
        return None
    addressee = addressee_of(ground, recommendation, reply.proposed.committee)
    return next(
        (
            each
            for each in ground.case.answers
            if addressee is not None
            and each.response_id == reply.known.id
            and each.addressee_id == addressee.id
        ),
        None,
    )
