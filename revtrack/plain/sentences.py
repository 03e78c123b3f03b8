"""Rows of the register as sentences, read aloud or felt line by line; states in words."""

from collections.abc import Iterable, Mapping
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade, Outcome, ResponseKind
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.overview import ActionLine, AuditLine, DueLine, JudgeLine
from revtrack.domain.records import Action, Assessment, Document
from revtrack.forms import said
from revtrack.plain.moments import coarse_told, day_told
from revtrack.wording import _, ngettext
from revtrack.wording.labels import absent_label, label
from revtrack.wording.responses import state_told
from revtrack.wording.standings import standing_told
from revtrack.wording.words import capitalise_first

_ENDS = ("?", "!", "…")
LONGEST = 300
"""Letters of a text in a row; all of it is read when the row is chosen."""


def sentence(*parts: str | None) -> str:
    """Return what is said of a row, with commas between and a full stop after."""
    told = ""
    for part in filter(None, (" ".join((each or "").split()).rstrip(".") for each in parts)):
        between = " " if told.endswith(_ENDS) else ", "
        told = f"{told}{between}{part}" if told else part
    ended = told if told.endswith(_ENDS) else f"{told}."
    return capitalise_first(ended)


def inside(text: str) -> str:
    """Return a label as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def quoted(phrase: str) -> str:
    """Return people's words in the quotation marks of the language."""
    return _("“{phrase}”").format(phrase=phrase)


def short_text(text: str | None) -> str:
    """Return people's text as it is read in a row."""
    whole = " ".join((text or "").split())
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST]}…"


def titled(title: str, text: str | None) -> str:
    """Return "Title: text." where there is a text; empty where not."""
    return f"{title}: {text.strip()}" if text and text.strip() else ""


def lateness_told(days_late: int | None, due_on: date, today: date) -> str:
    """Return how late something is, or how long there is to its day."""
    if days_late:
        return ngettext("{n} day late", "{n} days late", days_late).format(n=days_late)
    left = (due_on - today).days
    if left < 0:
        return ""
    if left == 0:
        return _("due today")
    return ngettext("in {n} day", "in {n} days", left).format(n=left)


# ---- over all audits


def due_told(line: DueLine, today: date) -> str:
    """Return a reply that is awaited: who, in which audit, by when and how late."""
    asked = _("supplement by {day}") if line.supplement_due_on else _("reply by {day}")
    unanswered = ngettext(
        "{n} recommendation unanswered", "{n} recommendations unanswered", line.unanswered
    )
    return sentence(
        line.committee,
        line.audit,
        asked.format(day=day_told(line.due_on)),
        lateness_told(line.days_late, line.due_on, today) or label(line.state).lower(),
        _("moved by an extension") if line.times_extended and not line.supplement_due_on else "",
        unanswered.format(n=line.unanswered) if line.unanswered else "",
        line.municipality,
    )


def judge_told(line: JudgeLine) -> str:
    """Return a reply that waits to be judged."""
    if line.kind is None:
        text = ngettext("{n} progress report", "{n} progress reports", line.count)
        waits = text.format(n=line.count)
    elif not line.is_read:
        waits = _("To go through").lower()
    else:
        is_supplement = line.kind is ResponseKind.SUPPLEMENT
        waits = (_("Supplement to judge") if is_supplement else _("To judge")).lower()
    return sentence(
        line.committee,
        line.audit,
        waits,
        came_told(line.received_on),
        line.municipality,
    )


def came_told(day: date | None) -> str:
    """Return when something came in."""
    return _("came in {day}").format(day=day_told(day)) if day else _("day of arrival not stated")


def ready_told(line: AuditLine) -> str:
    """Return an audit with something to follow up."""
    count = line.ready_for_follow_up
    text = ngettext(
        "{n} recommendation to follow up", "{n} recommendations to follow up", count
    ).format(n=count)
    planned = line.follow_up_planned
    return sentence(
        line.reference,
        line.title,
        text,
        _("planned {day}").format(day=coarse_told(planned)) if planned else "",
        line.municipality,
    )


def progress_told(line: AuditLine) -> str:
    """Return what an audit waits for."""
    if line.handed_over_on is None:
        return _("Not handed over").lower()
    if line.late_replies:
        text = ngettext("{n} reply late", "{n} replies late", line.late_replies)
        return text.format(n=line.late_replies)
    if line.replied < line.reply_cases:
        return _("Awaiting replies").lower()
    return (_("To be followed up") if line.open else _("Closed")).lower()


def audit_told(line: AuditLine) -> str:
    """Return an audit and how far it has come."""
    replied = _("{n} of {all} have replied").format(n=line.replied, all=line.reply_cases)
    is_open = _("{n} of {all} recommendations open").format(n=line.open, all=line.asked)
    return sentence(
        line.reference,
        line.title,
        progress_told(line),
        replied if line.reply_cases else "",
        is_open if line.asked else "",
        line.municipality,
    )


def action_told(line: ActionLine) -> str:
    """Return something that a committee is to have done by a day."""
    late = ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
    return sentence(
        short_text(line.text),
        line.audit,
        _("recommendation {numbers}").format(numbers=", ".join(line.recommendations)),
        _("by {day}").format(day=coarse_told(line.due)),
        late if line.is_late else _("not yet due"),
        line.responsible,
    )


# ---- in one audit


def recommendation_text(line: AddresseeLine) -> str:
    """Return a recommendation's wording: that of the letter, else of the report."""
    recommendation = line.recommendation
    return recommendation.letter_text or recommendation.report_text or ""


def reply_told(line: ReplyLine, today: date) -> str:
    """Return a committee's reply case: where its reply is, by when, whether in time."""
    decision = line.decision
    return sentence(
        line.committee.name,
        inside(state_told(line)),
        _asked_told(line),
        _in_time(line, today),
        came_told(decision.received_on) if decision and decision.is_received else "",
        f"§ {decision.paragraph}" if decision and decision.paragraph else "",
        _("diary number {number}").format(number=line.reply_case.diary_number)
        if line.reply_case.diary_number
        else "",
    )


def _asked_told(line: ReplyLine) -> str:
    if line.supplement_due_on:
        return _("supplement by {day}").format(day=day_told(line.supplement_due_on))
    if line.due_on is None:
        return _("No reply asked for").lower()
    moved = _("moved by an extension") if line.extended_to else ""
    asked = _("reply by {day}").format(day=day_told(line.due_on))
    return ", ".join(filter(None, (asked, moved)))


def _in_time(line: ReplyLine, today: date) -> str:
    if line.supplement_due_on:
        return lateness_told(line.supplement_days_late, line.supplement_due_on, today)
    if line.due_on is None:
        return ""
    if line.is_open:
        return lateness_told(line.days_late, line.due_on, today)
    if line.is_time_unknown:
        return _("not known whether in time")
    if line.days_late:
        return ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
    came = _("in time by its decision") if line.is_by_decision else _("in time")
    return came if line.has_come else ""


def addressee_told(line: AddresseeLine) -> str:
    """Return one recommendation to one committee, and where it stands."""
    position = (
        (label(line.position) if line.position else absent_label("position")).lower()
        if line.response is not None
        else ""
    )
    verdict = line.verdict
    return sentence(
        _("{number} to {committee}").format(number=line.number, committee=line.committee.name),
        short_text(line.recommendation.heading or recommendation_text(line)),
        _("state: {state}").format(state=standing_told(line).lower()),
        _("position: {position}").format(position=position) if position else "",
        _("the committee says: {progress}").format(progress=label(line.progress).lower())
        if line.progress
        else "",
        _("follow-up verdict: {verdict}").format(verdict=label(verdict.verdict).lower())
        if verdict
        else "",
    )


def addressee_in_full(line: AddresseeLine) -> Iterable[str]:
    """Give all that is known of a recommendation to a committee, a line each."""
    yield titled(_("In the letter"), line.recommendation.letter_text)
    if line.recommendation.report_text != line.recommendation.letter_text:
        yield titled(_("In the report"), line.recommendation.report_text)
    yield titled(_("State"), standing_told(line))
    if line.response is not None:
        position = label(line.position) if line.position else absent_label("position")
        yield titled(_("Position"), position)
    yield titled(_("The committee says"), label(line.progress) if line.progress else "")
    yield titled(_("Reply in its own words"), line.answer.quote if line.answer else "")
    for action in line.actions:
        yield titled(_("Action"), promise_told(action))
    yield from _verdict_told(line)
    yield from _closing_told(line)


def promise_told(action: Action) -> str:
    """Return what a committee has promised."""
    due = _("by {day}").format(day=coarse_told(action.due)) if action.due else ""
    return sentence(action.text, action.responsible, due)


def _verdict_told(line: AddresseeLine) -> Iterable[str]:
    verdict = line.verdict
    if verdict is None:
        return
    grounds = sentence(
        label(verdict.verdict), label(verdict.basis), day_told(verdict.judged_on), verdict.judged_by
    )
    yield titled(_("Follow-up verdict"), grounds)
    yield titled(_("How it was checked"), verdict.method)
    yield titled(_("Evidence"), verdict.evidence)
    yield titled(_("Comment"), verdict.comment)


def _closing_told(line: AddresseeLine) -> Iterable[str]:
    addressee = line.addressee
    if addressee.outcome is not None:
        outcome: Outcome = addressee.outcome
        told = sentence(label(outcome), day_told(addressee.closed_on), addressee.closing_reason)
        yield titled(_("Closed"), told)
    elif addressee.reopening_reason:
        yield titled(_("Reopened"), addressee.reopening_reason)


def assessment_told(case: AuditCase, words: Mapping[Grade, str], assessment: Assessment) -> str:
    """Return one assessment: for whom, which step in the office's words, in which of the report."""
    names = ", ".join(said.name(each) for each in case.committees_assessed_by(assessment.id))
    phrase = quoted(assessment.phrase)
    return sentence(
        names,
        said.step(words, assessment.grade),
        phrase,
        _("section {n}").format(n=assessment.section) if assessment.section else "",
        assessment.quote or assessment.explanation,
    )


def document_told(case: AuditCase, document: Document) -> str:
    """Return a document that was made."""
    committee = case.committee_by_id.get(document.committee_id or 0)
    return sentence(
        label(document.kind),
        committee.name if committee else _("All").lower(),
        _("version {n}").format(n=document.edition),
        _("made {day}").format(day=day_told(document.made_on)),
        _("sent {day}").format(day=day_told(document.issued_on)) if document.issued_on else None,
        _("published {day}").format(day=day_told(document.published_on))
        if document.published_on
        else None,
        document.file_name,
    )
