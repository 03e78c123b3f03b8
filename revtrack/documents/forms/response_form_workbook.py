"""Svarsformulär i Excel: the same form as in Word, one row for each recommendation."""

from revtrack.documents import phrases
from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.office.excel import Properties
from revtrack.documents.office.excel_form import (
    FormCell,
    FormSheet,
    Hidden,
    Locked,
    Look,
    Open,
    form_workbook,
)
from revtrack.domain.replies.answer_form import AskedRow
from revtrack.domain.replies.form_fields import ACTION_ROWS, OF_DECISION, FormField
from revtrack.wording.form_texts import (
    ANSWERS_SHEET,
    KEY_LABEL,
    KEY_SHEET,
    LABELS,
    MORE_ACTIONS,
    NUMBER,
    OTHERWISE,
    QUESTION,
    RECOMMENDATION,
)
from revtrack.wording.form_words import position_labels, progress_labels

COLUMNS: tuple[tuple[FormField | str, int], ...] = (
    (NUMBER, 8),
    (RECOMMENDATION, 42),
    (FormField.POSITION, 22),
    (FormField.PROGRESS, 15),
    (FormField.ACTION, 38),
    (FormField.RESPONSIBLE, 19),
    (FormField.DUE, 13),
    (FormField.COMMENT, 36),
)

Row = tuple[FormCell, ...]


def response_form_workbook(facts: FormFacts) -> bytes:
    """Return the form for one committee as a workbook with a hidden sheet of its ids."""
    head = _head(facts)
    rows = [*head, _header(facts), *(each for row in facts.asked.rows for each in _answers(row))]
    rows += [_otherwise(), (Locked(facts.name_of_form, Look.NOTE, is_apart=True),)]
    properties = Properties(
        title=facts.file_title,
        author=phrases.office(facts.case.municipality),
        on=facts.letter_on,
        footer=facts.name_of_form,
    )
    widths = tuple(width for _name, width in COLUMNS)
    sheet = FormSheet(ANSWERS_SHEET, widths, rows, repeated_row=len(head) + 1)
    key = facts.asked.key.text
    ids = [(KEY_LABEL, key), *((row.number, row.uid) for row in facts.asked.rows)]
    return form_workbook(sheet, Hidden(KEY_SHEET, ids), properties, key)


def _head(facts: FormFacts) -> list[Row]:
    """Return what stands above the answers: for whom it is, how it is filled in, the decision."""
    about = [
        f"Till: {phrases.capital_name(facts.committee)}",
        f"Missiv: {facts.letter_on.isoformat()}",
        f"Svar önskas senast: {facts.due_text}" if facts.due_text else "",
        f"Svaret skickas till: {facts.address}",
    ]
    lines: list[Row] = [(Locked(facts.title, Look.TITLE),)]
    lines += [(Locked(each),) for each in about if each]
    lines += [
        (Locked(f"{n}. {step}", is_apart=n == 1),) for n, step in enumerate(facts.instruction, 1)
    ]
    lines.append((Locked(facts.decision_heading, Look.SECTION, is_apart=True),))
    lines += [(None, Locked(LABELS[each], Look.LABEL), _open(each)) for each in OF_DECISION]
    lines.append((Locked(facts.answers_heading, Look.SECTION, is_apart=True),))
    return lines


def _header(facts: FormFacts) -> Row:
    term = phrases.term_of(row.recommendation for row in facts.asked.rows)
    asked = QUESTION if term == phrases.QUESTION else RECOMMENDATION
    names = (asked if name == RECOMMENDATION else name for name, _width in COLUMNS)
    return tuple(
        Locked(LABELS[name] if isinstance(name, FormField) else name, Look.HEADER) for name in names
    )


def _answers(row: AskedRow) -> list[Row]:
    """Return the row of a recommendation, and those with room for more actions."""
    heading = row.recommendation.heading
    text = f"{heading}\n{row.text}" if heading else row.text
    number = Locked(row.number, Look.LABEL)
    whole: Row = (
        number,
        Locked(text, Look.ASKED),
        *(_open(name, row.number) for name, _ in _FIELDS),
    )
    more: Row = (
        number,
        Locked(MORE_ACTIONS, Look.ASKED),
        *(_open(name, row.number) if name in _ACTION else None for name, _ in _FIELDS),
    )
    return [whole, *(more for _ in range(ACTION_ROWS - 1))]


_FIELDS = tuple((name, width) for name, width in COLUMNS if isinstance(name, FormField))
_ACTION = frozenset({FormField.ACTION, FormField.RESPONSIBLE, FormField.DUE})


def _otherwise() -> Row:
    label = (Locked(OTHERWISE, Look.LABEL), Locked(LABELS[FormField.TEXT], Look.ASKED))
    return (
        *label,
        *(_open(FormField.TEXT) if name is FormField.COMMENT else None for name, _ in _FIELDS),
    )


def _open(name: FormField, number: str = "") -> Open:
    title = f"{number} {LABELS[name]}".strip()
    match name:
        case FormField.POSITION:
            return Open((title, "Välj i listan."), choices=tuple(position_labels()))
        case FormField.PROGRESS:
            return Open((title, "Välj i listan."), choices=tuple(progress_labels()))
        case FormField.DECIDED_ON:
            return Open((title, "Skriv dagen som ÅÅÅÅ-MM-DD."), is_day=True, is_day_only=True)
        case FormField.DUE:
            return Open((title, "Skriv dag (ÅÅÅÅ-MM-DD) eller år och månad."), is_day=True)
        case _:
            return Open((title, _PROMPTS[name]))


_PROMPTS = {
    FormField.PARAGRAPH: "Skriv paragrafens nummer.",
    FormField.DIARY_NUMBER: "Skriv nämndens diarienummer.",
    FormField.DECIDED_BY: "Fyll i om ett annat organ har beslutat.",
    FormField.ACTION: "Skriv åtgärden. Byt rad i cellen med Alt+Retur.",
    FormField.RESPONSIBLE: "Skriv funktion, inte namn.",
    FormField.COMMENT: "Skriv skälen om ingen åtgärd planeras, eller annat av vikt.",
    FormField.TEXT: "Skriv det som inte hör till en viss rekommendation.",
}
