"""Uppföljning: what the committees say they have done, and what the auditors found."""

from collections.abc import Hashable

from rich.text import Text

from revtrack.domain.codes import VerdictStep
from revtrack.domain.follow_up import AddresseeLine, VerdictCount, verdict_counts
from revtrack.tui import words
from revtrack.tui.tabs.recommendations import answer_told, recommendation_number
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label

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
        _section(count, [line for line in lines if line.committee.id == count.committee.id])
        for count in sorted(verdict_counts(lines), key=lambda each: each.committee.ordinal)
    )


def _section(count: VerdictCount, lines: list[AddresseeLine]) -> Section:
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
        ),
        tuple(_row(line) for line in lines),
    )


def _verdict_word(step: VerdictStep | None) -> str:
    return label(step) if step else absent_label("verdict")


def _row(line: AddresseeLine) -> Row:
    recommendation, verdict = line.recommendation, line.verdict
    text = recommendation.heading or recommendation.letter_text or recommendation.report_text
    return Row(
        (
            recommendation_number(line),
            text or "",
            words.state_or_absent(verdict.verdict if verdict else None, "verdict"),
            label(verdict.basis) if verdict else "",
            words.state(line.progress) if line.progress else "",
        ),
        RowKey("verdict", line.addressee.id, line.committee.id),
        LOOKS.get(verdict.verdict, "") if verdict else "",
        line.committee.abbreviation or "",
    )


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the answer, the actions and the verdict with its grounds."""
    if not isinstance(key, RowKey):
        return Text()
    for line in view.addressees:
        if line.addressee.id == key.id:
            return paragraphs(answer_told(line), *_verdict_told(line))
    return Text()


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
    if verdict.comment:
        told.append(words.labelled(_("Comment"), verdict.comment))
    return tuple(told)


TAB = Tab(_("Follow-up"), summary, sections, detail)
