"""The rows of the sheets that the program writes: what each cell holds, and what the row is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Review
from revtrack.domain.exchange.sheets.cells import RECURRING
from revtrack.domain.exchange.sheets.columns import Field, key_of
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.replies.progress import latest_report
from revtrack.domain.states import latest_verdict

Row = Mapping[Field, Any]
"""Columns and what stands in them: texts, days, codes; what is not known is left out or None."""

ROWS_SHEET, ANSWERS_SHEET, ACTIONS_SHEET = "Rekommendationer", "Svar", "Åtgärder"

_NAMING = (Field.AUDIT, Field.YEAR, Field.COMMITTEE, Field.NUMBER)
_ANSWER = (
    *(Field.RECEIVED_ON, Field.DECIDED_ON, Field.PARAGRAPH),
    *(Field.POSITION, Field.PROGRESS, Field.ANSWER),
)
_ACTION = (Field.ACTION, Field.RESPONSIBLE, Field.ACTION_DUE, Field.FULFILLED_ON)
_VERDICT = (Field.VERDICT, Field.BASIS, Field.JUDGED_ON)
_RECOMMENDATION = (
    *(Field.MUNICIPALITY, Field.AUDIT, Field.TITLE, Field.YEAR, Field.COMMITTEE),
    *(Field.NUMBER, Field.TEXT, Field.HEADING, Field.SECTION, Field.QUESTION, Field.PRIORITY),
    *(Field.DUE_ON, Field.DIARY_NUMBER, Field.STANDING),
)
SHEETS: Mapping[str, tuple[Field, ...]] = {
    ROWS_SHEET: (*_RECOMMENDATION, *_VERDICT, Field.KEY),
    ANSWERS_SHEET: (*_NAMING, *_ANSWER, Field.KEY),
    ACTIONS_SHEET: (*_NAMING, *_ACTION, Field.KEY),
}
"""The sheets of a workbook and their columns, in order."""
FLAT: tuple[Field, ...] = (*_RECOMMENDATION, *_ANSWER, *_ACTION, *_VERDICT, Field.KEY)
"""The columns of a table with commas: a row for each recommendation, committee and action."""


def wording_field(recommendation: r.Recommendation) -> str:
    """Return the field that holds the wording it is known by: the letter's, else the report's."""
    return "report_text" if recommendation.letter_text is None else "letter_text"


def progress_of(case: AuditCase, addressee: r.Addressee) -> r.ProgressReport | None:
    """Return the latest accepted word on the recommendation as a whole, where there is one."""
    return latest_report(
        each
        for each in case.progress_by_addressee.get(addressee.id, ())
        if each.review is Review.SUFFICIENT and each.action_id is None
    )


def all_lines(case: AuditCase) -> Iterator[AddresseeLine]:
    """Give every recommendation to a committee, what was split from it after it."""
    for line in addressee_lines(case):
        yield line
        yield from line.parts


def own_answer(line: AddresseeLine) -> r.Answer | None:
    """Return the answer that counts, where it is of this very recommendation."""
    answer = line.answer
    return answer if answer is not None and answer.addressee_id == line.addressee.id else None


def rows_of(case: AuditCase) -> dict[str, list[Row]]:
    """Return the rows of one audit, by the sheet that they stand in."""
    lines = list(all_lines(case))
    return {
        ROWS_SHEET: [_keyed(_recommendation(case, line)) for line in lines],
        ANSWERS_SHEET: [_keyed(_answer(case, line)) for line in lines if own_answer(line)],
        ACTIONS_SHEET: [_keyed(each) for each in _action_rows(case, lines)],
    }


def _keyed(row: Row) -> Row:
    """Return the row with what its hidden column holds."""
    cells: dict[Field, Any] = {
        field: value for field, value in row.items() if field is not Field.KEY
    }
    return {**row, Field.KEY: key_of(row[Field.KEY], cells)}


def flat_rows_of(case: AuditCase) -> list[Row]:
    """Return the rows of one audit for a table with commas."""
    return [
        _keyed(
            {**_recommendation(case, line), **_said(case, line), **_action(action), Field.KEY: key}
        )
        for line in all_lines(case)
        for action, key in _with_keys(case, line)
    ]


def _with_keys(case: AuditCase, line: AddresseeLine) -> Iterator[tuple[r.Action | None, str]]:
    own = f"addressee:{line.addressee.uid}"
    actions = case.actions_of(line.addressee.id)
    if not actions:
        yield None, own
    for each in actions:
        yield each, f"{own} action:{each.uid}"


def _naming(case: AuditCase, key: str, committee: str, number: str) -> dict[Field, Any]:
    return {
        Field.KEY: key,
        Field.AUDIT: case.audit.reference,
        Field.YEAR: case.audit.audit_year,
        Field.COMMITTEE: committee,
        Field.NUMBER: number,
    }


def _recommendation(case: AuditCase, line: AddresseeLine) -> Row:
    own, reply = line.recommendation, line.reply_case
    verdict = latest_verdict(case.verdicts_by_addressee.get(line.addressee.id, ()))
    questions = [str(each.number) for each in case.questions_of(own.id)]
    return {
        **_naming(case, f"addressee:{line.addressee.uid}", line.committee.name, line.number),
        Field.MUNICIPALITY: case.municipality.name,
        Field.TITLE: case.audit.title,
        Field.TEXT: getattr(own, wording_field(own)),
        Field.HEADING: own.heading,
        Field.SECTION: own.section,
        Field.QUESTION: ", ".join(questions) or None,
        Field.PRIORITY: own.priority,
        Field.DUE_ON: reply.due_on if reply else None,
        Field.DIARY_NUMBER: reply.diary_number if reply else None,
        Field.STANDING: line.standing,
        Field.VERDICT: verdict.verdict if verdict else None,
        Field.BASIS: verdict.basis if verdict else None,
        Field.JUDGED_ON: verdict.judged_on if verdict else None,
    }


def _said(case: AuditCase, line: AddresseeLine) -> Row:
    answer, response = own_answer(line), line.response
    report = progress_of(case, line.addressee)
    return {
        Field.RECEIVED_ON: response.received_on if response else None,
        Field.DECIDED_ON: response.decided_on if response else None,
        Field.PARAGRAPH: response.paragraph if response else None,
        Field.POSITION: answer.position if answer else None,
        Field.PROGRESS: (report or answer).progress if report or answer else None,  # type: ignore[union-attr]
        Field.ANSWER: answer.quote if answer else None,
    }


def _answer(case: AuditCase, line: AddresseeLine) -> Row:
    key = f"addressee:{line.addressee.uid}"
    return {**_naming(case, key, line.committee.name, line.number), **_said(case, line)}


def _action(action: r.Action | None) -> Row:
    if action is None:
        return {}
    return {
        Field.ACTION: action.text,
        Field.RESPONSIBLE: action.responsible,
        Field.ACTION_DUE: RECURRING if action.recurring and not action.due else action.due,
        Field.FULFILLED_ON: action.fulfilled_on,
    }


def _action_rows(case: AuditCase, lines: Sequence[AddresseeLine]) -> Iterator[Row]:
    places = {line.addressee.id: place for place, line in enumerate(lines)}
    for action in case.actions:
        answered = case.addressees_by_action.get(action.id, ())
        found = sorted(places[each.id] for each in answered if each.id in places)
        own = [lines[place] for place in found]
        committees = ", ".join(dict.fromkeys(line.committee.name for line in own))
        numbers = ", ".join(dict.fromkeys(line.number for line in own))
        naming = _naming(case, f"action:{action.uid}", committees, numbers)
        yield {**naming, **_action(action)}
