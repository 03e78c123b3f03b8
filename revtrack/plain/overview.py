"""What needs somebody now, all audits, and what is missing or late in them."""

from collections.abc import Iterator, Sequence
from functools import partial

from revtrack.domain.overview import AuditLine, DueLine, JudgeLine
from revtrack.forms.found_by import audit_facts, due_facts, judge_facts
from revtrack.plain import sentences
from revtrack.plain.audit import AuditTalk
from revtrack.plain.changing import row_orders
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.replies import ReplyTalk
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.watch import NEAR_DAYS, list_audits, see_overview
from revtrack.wording import _


def read_needs(talk: Dialogue) -> None:
    """Read what is late, near, to be judged and ready to be followed up; then what is awaited."""
    talk.browse(
        _("What needs me now, the most urgent first."),
        lambda: tuple(_needs(talk)),
        _("Nothing needs you now."),
        row_orders(talk),
    )


def _needs(talk: Dialogue) -> Iterator[Option]:
    store, today = talk.desk.store, talk.desk.today
    seen = see_overview(store, today)
    for line in seen.late:
        yield due_option(talk, _("Overdue"), line)
    for line in seen.due:
        if not line.is_late:
            yield due_option(talk, _("Due within {n} days").format(n=NEAR_DAYS), line)
    for judged in seen.to_judge:
        yield judge_option(talk, judged)
    for ready in seen.ready:
        yield _audit_option(
            talk, ready, f"{_('Ready for follow-up')}: {sentences.ready_told(ready)}"
        )
    for line in seen.later:
        yield due_option(talk, _("Awaiting replies"), line)


def due_option(talk: Dialogue, title: str, line: DueLine) -> Option:
    """Return a reply that is awaited, as a row that leads to it."""
    return Option(
        f"{title}: {sentences.due_told(line, talk.desk.today)}",
        partial(open_reply, talk, line.audit_id, line.committee_id),
        due_facts(line),
        f"{line.title} {line.abbreviation or ''}",
        Subject(Kind.REPLY_CASE, line.audit_id, line.reply_case_id),
    )


def judge_option(talk: Dialogue, line: JudgeLine) -> Option:
    """Return what waits to be judged, as a row that leads to it."""
    return Option(
        f"{_('Replies to judge')}: {sentences.judge_told(line)}",
        partial(open_reply, talk, line.audit_id, line.committee_id),
        judge_facts(line),
        subject=Subject(Kind.RESPONSE, line.audit_id, line.response_id)
        if line.response_id
        else None,
    )


def read_audits(talk: Dialogue) -> None:
    """Read all audits, the newest year first."""

    def options() -> Sequence[Option]:
        lines = list_audits(talk.desk.store, talk.desk.today)
        return tuple(_audit_option(talk, each, sentences.audit_told(each)) for each in lines)

    title, nothing = _("Audits."), _("No audit is registered yet.")
    talk.browse(title, options, nothing, row_orders(talk))


def _audit_option(talk: Dialogue, line: AuditLine, told: str) -> Option:
    return Option(
        told,
        partial(open_audit, talk, line.audit_id),
        audit_facts(line, sentences.progress_told(line)),
        str(line.audit_year),
        Subject(Kind.AUDIT, line.audit_id, line.audit_id),
    )


def open_audit(talk: Dialogue, audit_id: int) -> None:
    """Read an audit."""
    AuditTalk(talk, audit_id).open()


def open_reply(talk: Dialogue, audit_id: int, committee_id: int) -> None:
    """Read a committee's reply, from where its audit can be opened."""
    beside = [Option(_("Open the audit"), partial(open_audit, talk, audit_id))]
    ReplyTalk(talk, audit_id, committee_id, beside).open()
