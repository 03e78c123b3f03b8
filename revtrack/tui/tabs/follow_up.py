"""Uppföljning: what the committees say they have done, and what the auditors found."""

from collections.abc import Hashable

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import VerdictStep
from revtrack.domain.follow_up import AddresseeLine, followed_apart
from revtrack.domain.outcome.judged import VerdictCount, verdict_counts
from revtrack.tui import words
from revtrack.tui.facts import addressee_facts
from revtrack.tui.tabs.recommendations import answer_told, recommendation_number
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs, reports_told
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label

KIND = "verdict"
WIDE, WIDER = 96, 124
LOOKS = {VerdictStep.FULL: "done", VerdictStep.NOT: "overdue", VerdictStep.PARTLY: "near"}


def _followed(view: CaseView) -> list[AddresseeLine]:
    return [line for line in view.addressees if line.addressee.asked is not None]


def summary(view: CaseView) -> str:
    """Return how many are followed up, and the verdict on the audit as a whole."""
    lines = _followed(view)
    done = sum(line.verdict is not None for line in lines)
    parts = [_("{n} of {all} followed up").format(n=done, all=len(lines))] if lines else []
    if view.case.audit.verdict:
        whole = _("As a whole: {verdict}")
        parts.append(whole.format(verdict=words.state(view.case.audit.verdict)))
    if view.case.audit.follow_up_planned:
        parts.append(_("planned {day}").format(day=view.case.audit.follow_up_planned))
    return " · ".join(parts)


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a section for each committee, its verdicts counted in the heading."""
    lines = _followed(view)
    if not lines:
        return (Section(note=_("Nothing to follow up until the audit has been handed over.")),)
    return tuple(
        _section(
            view.case, count, [line for line in lines if line.committee.id == count.committee.id]
        )
        for count in sorted(verdict_counts(lines), key=lambda each: each.committee.ordinal)
    )


def _section(case: AuditCase, count: VerdictCount, lines: list[AddresseeLine]) -> Section:
    counted = [
        f"{_verdict_word(step)} {count.by_verdict[step]}"
        for step in (*VerdictStep, None)
        if count.by_verdict.get(step)
    ]
    return Section(
        f"{words.name(count.committee)} – {', '.join(counted)}",
        (
            Column(_("No.")),
            Column(_("Recommendation"), grows=True),
            Column(_("Follow-up verdict"), most=24),
            Column(_("Basis"), most=24, from_width=WIDER),
            Column(_("The committee says"), most=26, from_width=WIDE),
            Column(_("State"), most=28, from_width=WIDE),
        ),
        tuple(_row(case, line) for line in followed_apart(lines)),
    )


def _verdict_word(step: VerdictStep | None) -> str:
    return label(step) if step else absent_label("verdict")


def _row(case: AuditCase, line: AddresseeLine) -> Row:
    recommendation, verdict = line.recommendation, line.verdict
    text = recommendation.heading or recommendation.letter_text or recommendation.report_text
    return Row(
        (
            recommendation_number(line),
            text or "",
            words.state_or_absent(verdict.verdict if verdict else None, "verdict"),
            label(verdict.basis) if verdict else "",
            words.state(line.progress) if line.progress else "",
            words.standing(line),
        ),
        RowKey(KIND, line.addressee.id, line.committee.id),
        LOOKS.get(verdict.verdict, "") if verdict else "",
        line.committee.abbreviation or "",
        addressee_facts(case, line),
    )


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the answer, the actions and the verdict with its grounds."""
    line = line_of(view, key)
    if line is None:
        return Text()
    reports = reports_told(view, {line.addressee.id})
    return paragraphs(answer_told(line), *reports, *_verdict_told(line), _closing_told(line))


def line_of(view: CaseView, key: Hashable) -> AddresseeLine | None:
    """Return the recommendation to a committee that a row stands for; None where it is none."""
    if not isinstance(key, RowKey) or key.kind != KIND:
        return None
    lines = followed_apart(view.addressees)
    return next((line for line in lines if line.addressee.id == key.id), None)


def _closing_told(line: AddresseeLine) -> Text | None:
    addressee = line.addressee
    if addressee.outcome is not None:
        solved = addressee.problem_solved
        parts = [
            label(addressee.outcome),
            words.day(addressee.closed_on),
            addressee.closing_reason or "",
            _("problem solved: {answer}").format(answer=label(solved).lower()) if solved else "",
        ]
        return words.labelled(_("Closed"), " · ".join(filter(None, parts)))
    if addressee.reopening_reason:
        return words.labelled(_("Reopened"), addressee.reopening_reason)
    return None


def _verdict_told(line: AddresseeLine) -> tuple[Text, ...]:
    verdict = line.verdict
    if verdict is None:
        return ()
    grounds = [
        words.state(verdict.verdict),
        label(verdict.basis),
        words.day(verdict.judged_on),
        verdict.judged_by or "",
    ]
    told = [words.labelled(_("Follow-up verdict"), " · ".join(filter(None, grounds)))]
    for title, text in (
        (_("How it was checked"), verdict.method),
        (_("Evidence"), verdict.evidence),
        (_("Comment"), verdict.comment),
    ):
        if text:
            told.append(words.labelled(title, text))
    return tuple(told)


TAB = Tab(
    _("Follow-up"),
    summary,
    sections,
    detail,
    frozenset(
        {"judge_recommendation", "close_recommendation", "reopen_recommendation", "make_pack"}
    ),
)
