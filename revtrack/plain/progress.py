"""Lägesrapporter: what a committee tells of its progress, registered and judged."""

from collections.abc import Iterator, Sequence
from functools import partial

from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Review
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import ProgressReport
from revtrack.forms.progress import ProgressJudgementWish, ProgressWish
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.wording import _, ngettext

_JUDGEMENTS = (
    (Review.SUFFICIENT, N_("Accept the progress reports")),
    (Review.SUPPLEMENT_REQUESTED, N_("Return the progress reports")),
    (Review.INSUFFICIENT, N_("Find the progress reports insufficient")),
)


def progress_options(
    talk: Dialogue,
    case: AuditCase,
    lines: Sequence[AddresseeLine],
    chosen: AddresseeLine | None = None,
) -> Iterator[Option]:
    """Give what can be done about the progress of what was put to a committee."""
    asked = [line for line in lines if line.addressee.asked]
    if not asked:
        return
    yield Option(done_by("audit.progress"), partial(_report, talk, case, asked, chosen))
    ids = {line.addressee.id for line in asked}
    waiting = [
        each
        for each in case.progress_reports
        if each.addressee_id in ids and each.review is Review.PENDING
    ]
    for review, told in _JUDGEMENTS:
        if waiting and review in states.REVIEWS_ALLOWED[Review.PENDING]:
            yield Option(_(told), partial(_judge, talk, case, waiting, review))


def _report(
    talk: Dialogue,
    case: AuditCase,
    asked: Sequence[AddresseeLine],
    chosen: AddresseeLine | None,
) -> None:
    if talk.may_write():
        fill(talk, ProgressWish(talk.desk, case, asked, chosen))
        talk.say(_("The progress report is registered and waits to be accepted."))


def _judge(
    talk: Dialogue, case: AuditCase, reports: Sequence[ProgressReport], review: Review
) -> None:
    if not talk.may_write():
        return
    refuse_clerk_to_judge(talk.desk.store)
    made = fill(talk, ProgressJudgementWish(talk.desk, case, reports, review))
    text = ngettext("{n} progress report is judged.", "{n} progress reports are judged.", len(made))
    talk.say(text.format(n=len(made)))
