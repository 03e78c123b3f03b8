"""Uppföljning: what the committees say they have done, and what the auditors found."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from itertools import groupby

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import VerdictStep
from revtrack.domain.follow_up import AddresseeLine, followed_apart
from revtrack.domain.outcome.judged import VerdictCount, verdict_counts
from revtrack.domain.outcome.scope import Covered, is_under_way
from revtrack.forms.found_by import addressee_facts
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.tabs.recommendations import answer_told, recommendation_number
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs, reports_told
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label

KIND, COVERED = "verdict", "covered"
"""What a row stands for: a recommendation of the audit, or one of an earlier audit."""
WIDE, WIDER = 96, 124
LOOKS = {VerdictStep.FULL: "done", VerdictStep.NOT: "overdue", VerdictStep.PARTLY: "near"}


def _followed(view: CaseView) -> list[AddresseeLine]:
    return [line for line in view.addressees if line.addressee.asked is not None]


def _as_found(each: Covered) -> AddresseeLine:
    """Return what a follow-up covers with what it found itself, and nothing that others found."""
    return replace(each.line, verdict=each.own)


def summary(view: CaseView) -> str:
    """Return how many are followed up, and the verdict on the audit as a whole."""
    lines = [*_followed(view), *map(_as_found, view.covered)]
    done = sum(line.verdict is not None for line in lines)
    parts = [_("{n} of {all} followed up").format(n=done, all=len(lines))] if lines else []
    if view.case.audit.verdict:
        whole = _("As a whole: {verdict}")
        parts.append(whole.format(verdict=words.state(view.case.audit.verdict)))
    if view.case.audit.follow_up_planned:
        parts.append(_("planned {day}").format(day=view.case.audit.follow_up_planned))
    parts.append(_where(view))
    return " · ".join(filter(None, parts))


def _where(view: CaseView) -> str:
    """Return in which follow-up it is judged, or the key that begins one; empty for neither."""
    under_way = [each.reference for each in view.follow_ups if each.handed_over_on is None]
    if is_under_way(view.case):
        return _("{key} judges row by row").format(key=key_of("audit.verdicts"))
    if under_way:
        said = _("being followed up in {reference}, {key} judges row by row")
        return said.format(reference=", ".join(under_way), key=key_of("audit.verdicts"))
    open_lines = (
        line.addressee.asked and line.addressee.outcome is None
        for line in followed_apart(view.addressees)
    )
    if not view.case.is_handed_over or not any(open_lines):
        return ""
    return _("{key} begins a follow-up").format(key=key_of("audit.start_follow_up"))


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a section for each committee, its verdicts counted in the heading.

    What a follow-up covers of earlier audits stands under their references.
    """
    lines = _followed(view)
    found = [*_sections(view.case, lines, KIND)] if lines else []
    for case, rows in groupby(view.covered, key=lambda each: each.case):
        found += _sections(case, [_as_found(each) for each in rows], COVERED)
    return tuple(found) or (Section(note=_nothing(view.case)),)


def _nothing(case: AuditCase) -> str:
    """Return why nothing is shown."""
    if case.followed:
        return _("The follow-up covers no recommendation that is open.")
    if case.is_handed_over:
        return _("The letter asks nothing that could be followed up.")
    return _("Nothing to follow up until the audit has been handed over.")


def _sections(case: AuditCase, lines: list[AddresseeLine], kind: str) -> Iterator[Section]:
    for count in sorted(verdict_counts(lines), key=lambda each: each.committee.ordinal):
        own = [line for line in lines if line.committee.id == count.committee.id]
        yield _section(case, count, own, kind)


def _section(
    case: AuditCase, count: VerdictCount, lines: list[AddresseeLine], kind: str
) -> Section:
    counted = [
        f"{_verdict_word(step)} {count.by_verdict[step]}"
        for step in (*VerdictStep, None)
        if count.by_verdict.get(step)
    ]
    title = f"{words.name(count.committee)} – {', '.join(counted)}"
    return Section(
        f"{case.audit.reference}  {title}" if kind == COVERED else title,
        (
            Column(_("No.")),
            Column(_("Recommendation"), grows=True),
            Column(_("Follow-up verdict"), most=24),
            Column(_("Basis"), most=24, from_width=WIDER),
            Column(_("The committee says"), most=26, from_width=WIDE),
            Column(_("State"), most=28, from_width=WIDE),
        ),
        tuple(_row(case, line, kind) for line in followed_apart(lines)),
    )


def _verdict_word(step: VerdictStep | None) -> str:
    return label(step) if step else absent_label("verdict")


def _row(case: AuditCase, line: AddresseeLine, kind: str) -> Row:
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
        RowKey(kind, line.addressee.id, line.committee.id),
        LOOKS.get(verdict.verdict, "") if verdict else "",
        line.committee.abbreviation or "",
        addressee_facts(case, line),
    )


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the answer, the actions and the verdict with its grounds."""
    line = line_of(view, key)
    if line is None:
        return Text()
    of_others = (each.case for each in view.covered if each.line.addressee.id == line.addressee.id)
    reports = reports_told(replace(view, case=next(of_others, view.case)), {line.addressee.id})
    return paragraphs(answer_told(line), *reports, *_verdict_told(line), _closing_told(line))


def line_of(view: CaseView, key: Hashable) -> AddresseeLine | None:
    """Return the recommendation to a committee that a row stands for; None where it is none."""
    if not isinstance(key, RowKey) or key.kind not in {KIND, COVERED}:
        return None
    lines = [*followed_apart(view.addressees), *map(_as_found, view.covered)]
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
        {
            "judge_recommendation",
            "close_recommendation",
            "reopen_recommendation",
            "judge_rows",
            "start_follow_up",
            "make_pack",
        }
    ),
)
