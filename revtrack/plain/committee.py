"""Nämnd: everything that one committee owes, over all audits."""

from collections.abc import Iterator
from functools import partial

from revtrack.forms import said
from revtrack.forms.found_by import due_facts
from revtrack.plain import sentences
from revtrack.plain.changing import row_orders
from revtrack.plain.following import follow
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.plain.overview import judge_option, open_audit, open_reply
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.committee_overview import see_committee
from revtrack.wording import _
from revtrack.wording.labels import label
from revtrack.wording.plans import plan_in_words


def read_committee(talk: Dialogue, committee_id: int) -> None:
    """Read what is awaited, to be judged and carried out, what is open, and the meetings."""
    seen = see_committee(talk.desk.store, committee_id, talk.desk.today)
    talk.browse(
        _("{committee}, all audits.").format(committee=said.name(seen.committee)),
        lambda: tuple(_rows(talk, committee_id)),
        _("The committee owes nothing, and no meeting is registered."),
        row_orders(talk),
    )


def _rows(talk: Dialogue, committee_id: int) -> Iterator[Option]:
    today = talk.desk.today
    seen = see_committee(talk.desk.store, committee_id, today)
    for due in seen.due:
        told = f"{_('Awaiting replies')}: {sentences.due_told(due, today)}"
        if plan := seen.plans.get(due.reply_case_id):
            told += " " + plan_in_words(plan, seen.committee)
        opens = partial(open_reply, talk, due.audit_id, due.committee_id)
        subject = Subject(Kind.REPLY_CASE, due.audit_id, due.reply_case_id)
        yield Option(told, opens, due_facts(due), due.title, subject)
    for judged in seen.to_judge:
        yield judge_option(talk, judged)
    for action in seen.actions:
        told = f"{_('To be carried out')}: {sentences.action_told(action)}"
        known = action.action_id
        yield Option(
            told,
            partial(open_audit, talk, action.audit_id),
            subject=Subject(Kind.ACTION, action.audit_id, known) if known else None,
        )
    for each in seen.open:
        reference = each.audit.reference
        told = f"{_('Open')}: {reference}, {sentences.addressee_told(each.line)}"
        about = (each.audit.id, each.line.addressee.id)
        subject = Subject(Kind.ADDRESSEE, *about)
        yield Option(told, partial(follow, talk, *about), subject=subject)
    for meeting in seen.meetings:
        papers = meeting.papers_by_on
        yield Option(
            sentences.sentence(
                f"{_('Meeting')}: {day_told(meeting.held_on)}",
                label(meeting.kind).lower(),
                _("papers by {day}").format(day=day_told(papers)) if papers else "",
            )
        )
