"""Rekommendationer: each with its committees and where it stands with them."""

from collections.abc import Hashable, Iterator, Sequence

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import number_key
from revtrack.domain.outcome.parts import is_part, parts_of
from revtrack.domain.records import Recommendation
from revtrack.forms.found_by import addressee_facts
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs, reports_told
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

WIDE = 104
LOOKS = {
    "closed": "done",
    "remaining": "overdue",
    "draft": "quiet",
    "not_asked": "quiet",
    "awaiting": "waiting",
    "not_addressed": "near",
    "no_action": "near",
}
"""The class that colours each standing."""


def summary(view: CaseView) -> str:
    """Return both counts: recommendations, and recommendations counted per committee."""
    asked = [line for line in view.addressees if line.addressee.asked is not False]
    count, per_committee = len({line.recommendation.id for line in asked}), len(asked)
    said = ngettext("{n} recommendation", "{n} recommendations", count).format(n=count)
    parts = [said, _("{n} counted per committee").format(n=per_committee)]
    if omitted := len({line.recommendation.id for line in view.addressees}) - count:
        text = ngettext("{n} not in the letter", "{n} not in the letter", omitted)
        parts.append(text.format(n=omitted))
    return ", ".join(parts)


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a row for each recommendation and, under it, one for each of its committees."""
    rows: list[Row] = []
    lines = [each for line in view.addressees for each in (line, *line.parts)]
    for recommendation in _in_order(view.case):
        rows.append(_recommendation_row(view, lines, recommendation))
        rows += [
            _addressee_row(view.case, line)
            for line in lines
            if line.recommendation.id == recommendation.id
        ]
    return (
        Section(
            columns=(
                Column(_("No.")),
                Column(_("Recommendation and committees"), grows=True),
                Column(_("Standing"), most=28),
                Column(_("Position"), most=26, from_width=WIDE),
                Column(_("The committee says"), most=26, from_width=WIDE + 24),
            ),
            rows=tuple(rows),
            note=_(
                "No recommendation is registered. Press {key} to add one; the replies are watched "
                "without them as well."
            ).format(key=key_of("audit.recommendation")),
        ),
    )


def _in_order(case: AuditCase) -> list[Recommendation]:
    """Return the recommendations by their numbers, what was split followed by its parts."""
    return [
        each
        for whole in sorted(case.recommendations, key=lambda each: number_key(case.number_of(each)))
        if not is_part(case, whole)
        for each in (whole, *parts_of(case, whole))
    ]


def _recommendation_row(
    view: CaseView, lines: Sequence[AddresseeLine], recommendation: Recommendation
) -> Row:
    text = one_line(recommendation.letter_text or recommendation.report_text or "")
    return Row(
        (
            Text(_number(view, recommendation), style="bold"),
            Text(text, style="bold"),
            Text(words.whole_standing(lines, recommendation.id), style="bold"),
            "",
            "",
        ),
        RowKey("recommendation", recommendation.id),
    )


def _number(view: CaseView, recommendation: Recommendation) -> str:
    """Return the number; the report's in brackets where the letter left the recommendation out."""
    number = one_line(view.case.number_of(recommendation))
    is_left_out = view.case.is_handed_over and not recommendation.number_in_letter
    is_left_out = is_left_out and not is_part(view.case, recommendation)
    return f"({number})" if is_left_out else number


def recommendation_number(line: AddresseeLine) -> str:
    """Return the number of a line's recommendation in the same way."""
    return f"({line.number})" if line.addressee.asked is False else line.number


def _addressee_row(case: AuditCase, line: AddresseeLine) -> Row:
    is_answered = line.response is not None
    return Row(
        (
            "",
            f"– {words.name(line.committee)}",
            words.standing(line),
            words.state_or_absent(line.position, "position") if is_answered else "",
            words.state(line.progress) if line.progress else "",
        ),
        RowKey("addressee", line.addressee.id, line.committee.id),
        LOOKS.get(line.standing.value, ""),
        f"{line.number} {line.committee.abbreviation or ''}",
        addressee_facts(case, line),
    )


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the wording in full, or what a committee has answered."""
    if not isinstance(key, RowKey):
        return Text()
    if key.kind == "addressee":
        every = (each for line in view.addressees for each in (line, *line.parts))
        lines = [line for line in every if line.addressee.id == key.id]
        reports = reports_told(view, {key.id})
        return paragraphs(*(answer_told(line) for line in lines), *reports)
    recommendation = view.case.recommendation_by_id.get(key.id)
    return _wording_told(view, recommendation) if recommendation else Text()


def _report_told(view: CaseView, recommendation: Recommendation) -> Text:
    whole = view.case.recommendation_by_id.get(recommendation.split_from_id or 0)
    title = _("In the report")
    if whole is not None and is_part(view.case, recommendation):
        title = _("Part of {number}").format(number=view.case.number_of(whole))
    return words.labelled(title, recommendation.report_text or "")


def _wording_told(view: CaseView, recommendation: Recommendation) -> Text:
    letter, report = recommendation.letter_text, recommendation.report_text
    questions = ", ".join(str(each.number) for each in view.case.questions_of(recommendation.id))
    place = [
        _("Section {n}").format(n=recommendation.section) if recommendation.section else "",
        _("Question {n}").format(n=questions) if questions else "",
        _("Letter and report: {relation}").format(relation=label(recommendation.relation).lower())
        if recommendation.relation
        else "",
    ]
    return paragraphs(
        show(" · ".join(filter(None, place))),
        words.labelled(_("In the letter"), view.case.wording_in_letter(recommendation))
        if letter
        else None,
        *_later_wordings(view, recommendation),
        _report_told(view, recommendation) if report and report != letter else None,
    )


def _later_wordings(view: CaseView, recommendation: Recommendation) -> Iterator[Text]:
    """Yield the wordings that have been made since the letter, each with its day and reason."""
    versions = [each for each in view.case.wordings if each.recommendation_id == recommendation.id]
    for each in sorted(versions, key=lambda version: version.number)[1:]:
        title = _("New wording {day}").format(day=each.issued_on)
        yield words.labelled(title, " – ".join(filter(None, (each.text, each.reason))))


def answer_told(line: AddresseeLine) -> Text:
    """Return what a committee has answered to a recommendation, and what was found since."""
    head = show(f"{line.number} {words.name(line.committee)}", "bold")
    quote = line.answer.quote if line.answer else None
    answered = line.response is not None
    return paragraphs(
        head,
        words.labelled(_("Position"), words.state_or_absent(line.position, "position"))
        if answered
        else None,
        words.labelled(_("The committee says"), label(line.progress)) if line.progress else None,
        words.labelled(_("Reply in its own words"), quote) if quote else None,
        *(_action_told(line, index) for index in range(len(line.actions))),
    )


def _action_told(line: AddresseeLine, index: int) -> Text:
    action = line.actions[index]
    parts = [action.text, action.responsible or "", action.due or ""]
    return words.labelled(_("Action"), " · ".join(filter(None, parts)))


TAB = Tab(_("Recommendations"), summary, sections, detail, frozenset({"add_recommendation"}))
