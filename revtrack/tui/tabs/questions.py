"""Frågor och bedömningar: questions × committees."""

from collections.abc import Callable, Hashable, Sequence

from rich.text import Text

from revtrack.domain.assessing import assessed_committees, assessments_at
from revtrack.domain.codes import Grade
from revtrack.domain.records import Assessment, Committee, Question
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label, symbol

CELL, WHOLE_CELL, SMALL_CELL, QUESTION = 14, 29, 7, 34
"""Columns that a committee (with words, all on a line, with symbols) and a question need."""


def summary(view: CaseView) -> str:
    """Return the counts, and the overall conclusion where there is one."""
    count = len(view.case.questions)
    parts = [ngettext("{n} audit question", "{n} audit questions", count).format(n=count)]
    parts += [
        f"{label(each.aspect)}: {words.state(each.grade)} – {words.quoted(each.phrase)}"
        for each in view.case.overall
    ]
    return " · ".join(parts)


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a matrix where there is room for one; else who got which grade, question by question.

    Where the cells hold symbols alone, their words stand under the matrix.
    """
    if not view.case.questions:
        note = _("No audit question is registered. Press {key} to add one.").format(
            key=key_of("audit.question")
        )
        return (Section(note=note),)
    committees: Sequence[Committee | None] = assessed_committees(view.case) or (None,)
    if view.width >= QUESTION + CELL * len(committees):
        each = (view.width - QUESTION) // len(committees)
        return (_matrix(view, committees, words.state, min(each, WHOLE_CELL) - 2),)
    if view.width >= QUESTION + SMALL_CELL * len(committees):
        used = [each for each in Grade if any(one.grade is each for one in view.case.assessments)]
        legend = "   ".join(
            [*map(words.state, used), words.marked(words.MARK_NONE, _("Not assessed"))]
        )
        matrix = _matrix(view, committees, symbol, SMALL_CELL - 2)
        return (matrix, Section(note=legend))
    return (_grouped(view),)


def _grades(
    view: CaseView, question: Question, committee: Committee | None, say: Callable[[Grade], str]
) -> str:
    place = (question.id, committee.id if committee else None)
    grades = [say(each.grade) for each in assessments_at(view.case, place)]
    return " / ".join(dict.fromkeys(grades)) or words.MARK_NONE


def _matrix(
    view: CaseView, committees: Sequence[Committee | None], say: Callable[[Grade], str], most: int
) -> Section:
    return Section(
        columns=(
            Column(_("No.")),
            Column(_("Audit question"), grows=True),
            *(Column(words.short(each) if each else _("All"), most=most) for each in committees),
        ),
        rows=tuple(
            Row(
                (
                    str(question.number),
                    question.text,
                    *(_grades(view, question, committee, say) for committee in committees),
                ),
                RowKey("question", question.id),
            )
            for question in view.case.questions
        ),
    )


def _grouped(view: CaseView) -> Section:
    case, rows = view.case, []
    for question in case.questions:
        text = Text(one_line(question.text), style="bold")
        rows.append(Row((str(question.number), text), RowKey("question", question.id)))
        for assessment in case.assessments_of(question.id):
            names = ", ".join(map(words.short, case.committees_assessed_by(assessment.id)))
            said = f"{words.state(assessment.grade)}: {names}" if names else ""
            key = RowKey("assessment", assessment.id)
            rows.append(Row(("", said or words.state(assessment.grade)), key))
    columns = (Column(_("No.")), Column(_("Audit question and assessment"), grows=True))
    return Section(columns=columns, rows=tuple(rows))


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the question in full with the report's own words for each assessment."""
    case = view.case
    if not isinstance(key, RowKey):
        return Text()
    if key.kind == "assessment":
        found = [each for each in case.assessments if each.id == key.id]
        return paragraphs(*(_told(view, each) for each in found))
    question = case.question_by_id.get(key.id)
    if question is None:
        return Text()
    return paragraphs(
        show(f"{question.number}. {question.text}", "bold"),
        *(_told(view, each) for each in case.assessments_of(question.id)),
    )


def _told(view: CaseView, assessment: Assessment) -> Text:
    names = ", ".join(map(words.name, view.case.committees_assessed_by(assessment.id)))
    parts = [
        f"{words.state(assessment.grade)} – {words.quoted(assessment.phrase)}",
        _("section {n}").format(n=assessment.section) if assessment.section else "",
        names,
    ]
    told = show(" · ".join(filter(None, parts)))
    quote = one_line(assessment.quote or assessment.explanation or "")
    return told if not quote else Text.assemble(told, " – ", quote)


TAB = Tab(
    _("Questions and assessments"),
    summary,
    sections,
    detail,
    frozenset({"add_question", "assess"}),
    short=_("Questions"),
)
