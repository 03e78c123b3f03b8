"""Replies of the real case as tests register and judge them."""

from datetime import date
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, Progress, Review
from revtrack.domain.entries import AnswerEntry, JudgementEntry, ResponseEntry
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.services import find
from revtrack.services.replies import respond, review
from revtrack.storage.rows import change
from revtrack.storage.store import Store

TODAY = date(2023, 4, 3)
CAME = date(2023, 3, 1)


def case_of(store: Store) -> AuditCase:
    """Return the case as it is stored."""
    return find.read_case(store, 1)


def line_of(store: Store, abbreviation: str, today: date = TODAY) -> ReplyLine:
    """Return where a committee's reply is."""
    lines = reply_lines(case_of(store), today)
    return next(line for line in lines if line.committee.abbreviation == abbreviation)


def reply_case_id(store: Store, abbreviation: str) -> int:
    """Return the id of a committee's reply case."""
    return line_of(store, abbreviation).reply_case.id


def asked(store: Store, abbreviation: str) -> list[AddresseeLine]:
    """Return what a committee is asked, as it stands."""
    return [
        line
        for line in addressee_lines(case_of(store))
        if line.committee.abbreviation == abbreviation and line.addressee.asked
    ]


def reply(
    store: Store,
    *committees: str,
    says: dict[int, tuple[Position | None, Progress | None]] | None = None,
    **fields: Any,  # noqa: ANN401 - any field of the response
) -> r.Response:
    """Register a reply; ``says`` are positions and progress by the place among what is asked."""
    lines = [line for each in committees for line in asked(store, each)]
    answers = tuple(
        AnswerEntry(addressee_id=lines[place].addressee.id, position=position, progress=progress)
        for place, (position, progress) in (says or {}).items()
    )
    entry = ResponseEntry(
        response=r.NewResponse(audit_id=1, **{"received_on": CAME, **fields}),
        reply_case_ids=tuple(reply_case_id(store, each) for each in committees),
        answers=answers,
    )
    return respond.record_response(store, entry, TODAY)


def judge(
    store: Store,
    committee: str,
    step: Review,
    note: str | None = None,
    **fields: Any,  # noqa: ANN401 - any field of the judgement
) -> tuple[r.Response, ...]:
    """Judge a committee's reply, today unless another day is said."""
    entry = JudgementEntry(
        audit_id=1,
        reply_case_id=reply_case_id(store, committee),
        review=step,
        review_note=note,
        **{"reviewed_on": TODAY, **fields},
    )
    return review.judge(store, entry, TODAY)


def take_drafts(store: Store) -> None:
    """Let the office take in officials' drafts."""
    with store.wish() as session:
        change(session, case_of(store).municipality, takes_drafts=True)
