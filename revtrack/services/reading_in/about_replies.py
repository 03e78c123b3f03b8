"""The lines of a paper about replies: the document, and its position on each recommendation."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from revtrack.domain.codes import Position, ReplyState, ResponseKind
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import reply_lines as lines_of_replies
from revtrack.domain.proposals.proposal import Found, ProposedAnswer, ProposedResponse
from revtrack.domain.records import (
    Answer,
    NewResponse,
    Recommendation,
)
from revtrack.domain.states import COUNTING_KINDS, RESPONSES_ALLOWED
from revtrack.domain.texts.paper import quote_of
from revtrack.domain.texts.prose import name_key
from revtrack.services.reading_in.about_letter import needing_letter, reply_case_of
from revtrack.services.reading_in.ground import (
    UNCERTAIN,
    Ground,
    held_against,
    refused,
    tried,
)
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing
from revtrack.services.reading_in.met_replies import (
    Reply,
    addressee_of,
    answer_key,
    answered_in,
    replies_of,
)
from revtrack.services.reading_in.read_file import SURE
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

NO_DRAFTS = N_(
    "{municipality} does not take in officials' drafts; that is one of its settings, and can be "
    "changed."
)
ANSWERED = N_(
    "{committee} has answered already, by another decision. Register this reply by itself, and say "
    "whether it replaces that one or adds to it."
)
NOTHING_TO_ADD_TO = N_("{committee} has not answered yet, so there is nothing to supplement.")
NO_DRAFT_AFTER = N_("{committee} has answered already, so its draft is not registered.")
LEFT_OPEN = N_(
    "The paper leaves open what {committee} answers to {numbers}, so this is not accepted as its "
    "reply. Accept the line by itself if the committee has replied."
)
SENT = N_("This is the day on which the mail was sent. See when it came to the auditors.")
NOT_OF_AUDIT = N_("The audit has no recommendation that this is an answer to.")
OTHERWISE = N_("The reply words it otherwise: “{text}”.")
NOT_PUT = N_("{number} has not been put to {committee}.")


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
        yield _unless_open(ground, line, each)
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


def _unless_open(ground: Ground, line: ProposalLine, each: ProposedResponse) -> ProposalLine:
    """Return a reply's line; for a person to judge where the paper leaves an answer open.

    What has not been put to the committee is no gap in its reply.
    """
    numbers = [number for number in each.left_open if _is_put_to(ground, number, each.committee)]
    if not numbers or line.standing is not Standing.NEW:
        return line
    facts = {"committee": each.committee, "numbers": ", ".join(numbers)}
    unsure = min(line.confidence, UNCERTAIN)
    return replace(line, confidence=unsure, reason=sentence(LEFT_OPEN, facts))


def _is_put_to(ground: Ground, number: str, committee: str) -> bool:
    """Tell whether a recommendation is put to a committee, as far as the register knows."""
    known = answered_in(ground, number)
    if known is None or not ground.is_handed_over:
        return True
    return addressee_of(ground, known, committee) is not None


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
        is_sent = found is None and name == "received_on"
        found = reply.proposed.sent_on if is_sent else found
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
            reason=_(SENT) if is_sent and found.confidence < SURE else line.reason,
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


def _answer(
    ground: Ground, of: ProposalLine, reply: Reply, answer: ProposedAnswer
) -> Iterator[ProposalLine]:
    known = answered_in(ground, answer.recommendation)
    number = ground.case.number_of(known) if ground.case and known else answer.recommendation
    line = replace(
        of,
        key=answer_key(reply, answer),
        label=sentence(
            N_("{committee} on {number}"),
            {
                "committee": reply.proposed.committee,
                "number": number if known else _as_replied(ground, answer.recommendation),
            },
        ),
        value=answer.position or Position.NOT_ADDRESSED,
        form=Form.POSITION,
        place=answer.place,
        confidence=min(answer.confidence, of.confidence),
        quote=answer.quote,
        depends_on=(reply.key,),
        registered=None,
        reason=of.reason or _worded(ground, answer),
        asked=ground.case.wording_in_letter(known) if ground.case and known else None,
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


def _worded(ground: Ground, answer: ProposedAnswer) -> str | None:
    """Return how a reply words what it answers, where that hardly tells which it is."""
    given = (
        each for each in ground.proposal.recommendations if each.number == answer.recommendation
    )
    found = next(given, None)
    is_unlike = found is not None and found.is_given and found.confidence <= UNCERTAIN
    return sentence(OTHERWISE, {"text": found.text}) if found and found.text and is_unlike else None


def _as_replied(ground: Ground, number: str) -> str:
    """Return what the register lacks as the reply words it, else by the number that it has there.

    The words tell what is answered; a number of the reply's own would only seem to be one of the
    register's.
    """
    given = (each for each in ground.proposal.recommendations if each.number == number)
    each = next(given, None)
    words = (each.text or each.letter_text) if each and not ground.is_of_audit else None
    return sentence(N_("“{phrase}”"), {"phrase": quote_of(words)}) if words else number


def _held_answer(
    ground: Ground, line: ProposalLine, reply: Reply, answer: ProposedAnswer
) -> ProposalLine:
    known = answered_in(ground, answer.recommendation)
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
