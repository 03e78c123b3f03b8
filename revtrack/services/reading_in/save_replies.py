"""Saves the replies that a paper is or holds, with their positions, as any reply is registered."""

from collections.abc import Iterable, Sequence
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.codes import ResponseKind, RestatementSource
from revtrack.domain.entries import AnswerEntry, ResponseEntry
from revtrack.domain.errors import RevTrackError
from revtrack.domain.states import COUNTING_KINDS
from revtrack.domain.texts.prose import name_key
from revtrack.services.reading_in.about_letter import NOT_ASKED, reply_case_of
from revtrack.services.reading_in.about_replies import FIELDS, NOT_PUT
from revtrack.services.reading_in.met_replies import (
    Reply,
    addressee_of,
    answer_key,
    answered_in,
    replies_of,
)
from revtrack.services.reading_in.saving import Saving
from revtrack.services.replies.respond import complete_within, record_within
from revtrack.storage.rows import add, change


def save_replies(saving: Saving) -> None:
    """Store new replies, each before what adds to it, and what is accepted besides of others."""
    taken: set[str] = set()
    replies = replies_of(saving.ground)
    for reply in sorted(replies, key=lambda each: each.proposed.kind not in COUNTING_KINDS):
        if reply.key in taken or not _says_anything(saving, reply):
            continue
        together = _together(saving, reply, replies)
        taken |= {each.key for each in together}
        with saving.line(_first_key(saving, reply)):
            _save(saving, together)


def _keys(reply: Reply) -> Iterable[str]:
    yield reply.key
    yield from (f"{reply.key}.{name}" for name in FIELDS)
    for answer in reply.proposed.answers:
        yield answer_key(reply, answer)
        yield f"{answer_key(reply, answer)}.progress"


def _says_anything(saving: Saving, reply: Reply) -> bool:
    return any(saving.takes(key) for key in _keys(reply))


def _first_key(saving: Saving, reply: Reply) -> str:
    return next(key for key in _keys(reply) if saving.takes(key))


def _together(saving: Saving, reply: Reply, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Return the replies that are one document of several committees."""
    if reply.known is not None or saving.value(reply.key) is not ResponseKind.JOINT:
        return (reply,)
    return tuple(
        each
        for each in replies
        if each.known is None
        and saving.value(each.key) is ResponseKind.JOINT
        and each.proposed.place == reply.proposed.place
    )


def _save(saving: Saving, replies: Sequence[Reply]) -> None:
    first = replies[0]
    stated: dict[str, Any] = {}
    for each in replies:
        stated = {**_stated(saving, each), **stated}
    numbers = {each.key: saving.value(f"{each.key}.diary_number") for each in replies}
    has_own = len(set(numbers.values())) > 1
    if has_own:
        stated.pop("diary_number", None)
    entry = ResponseEntry(
        response=r.NewResponse(audit_id=saving.audit_id, **stated),
        reply_case_ids=tuple(_reply_case(saving, each).id for each in replies),
        answers=tuple(answer for each in replies for answer in _answers(saving, each)),
    )
    if first.known is not None:
        complete_within(saving.session, first.known.id, entry, saving.today)
    else:
        record_within(saving.session, entry, saving.today)
    for each in replies:
        if has_own and numbers[each.key] is not None:
            change(saving.session, _reply_case(saving, each), diary_number=numbers[each.key])
        _note_left_out(saving, each)


def _stated(saving: Saving, reply: Reply) -> dict[str, Any]:
    """Return what is accepted of a reply itself, by the register's fields."""
    keys = {field: f"{reply.key}.{name}" for name, (field, _form) in FIELDS.items()}
    keys["kind"] = reply.key
    return {field: saving.value(key) for field, key in keys.items() if saving.takes(key)}


def _reply_case(saving: Saving, reply: Reply) -> r.ReplyCase:
    found = reply_case_of(saving.ground, reply.proposed.committee)
    if found is None:
        raise RevTrackError(NOT_ASKED, committee=reply.proposed.committee)
    return found


def _answers(saving: Saving, reply: Reply) -> Iterable[AnswerEntry]:
    for answer in reply.proposed.answers:
        key = answer_key(reply, answer)
        is_said = saving.takes(key)
        if not is_said and not saving.takes(f"{key}.progress"):
            continue
        with saving.line(key if is_said else f"{key}.progress"):
            yield AnswerEntry(
                addressee_id=_addressee(saving, reply, answer.recommendation).id,
                position=saving.value(key),
                progress=saving.value(f"{key}.progress"),
                quote=answer.quote if is_said else None,
            )


def _addressee(saving: Saving, reply: Reply, number: str) -> r.Addressee:
    known = answered_in(saving.ground, number)
    found = addressee_of(saving.ground, known, reply.proposed.committee) if known else None
    if found is None:
        raise RevTrackError(NOT_PUT, number=number, committee=reply.proposed.committee)
    return found


def _note_left_out(saving: Saving, reply: Reply) -> None:
    """Keep which recommendations the reply does not give, as far as the paper tells."""
    committee = saving.ground.committee(reply.proposed.committee)
    numbers = [
        str(doubt.facts["number"])
        for doubt in saving.ground.proposal.doubts
        if doubt.code == "not_restated"
        and name_key(str(doubt.facts["committee"])) == name_key(reply.proposed.committee)
    ]
    case = saving.ground.case
    if not saving.takes(reply.key) or committee is None or case is None:
        return
    for number in numbers:
        known = _numbered(saving, number)
        there = {
            (each.recommendation_id, each.committee_id)
            for each in case.restatements
            if each.source is RestatementSource.RESPONSE
        }
        if known is not None and (known.id, committee.id) not in there:
            new = r.NewRestatement(
                recommendation_id=known.id,
                committee_id=committee.id,
                source=RestatementSource.RESPONSE,
            )
            add(saving.session, r.Restatement, new)


def _numbered(saving: Saving, number: str) -> r.Recommendation | None:
    for place, each in enumerate(saving.ground.proposal.recommendations):
        if each.number == number:
            return saving.ground.recommendation_of(place)
    return None
