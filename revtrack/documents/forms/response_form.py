"""Svarsformulär: what a committee answers with, in Word: locked text, fields, ids that are kept."""

from revtrack.documents import fields, phrases
from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.forms.sealing import sealed
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Column, Heading, Item, Numbered, Paragraph, Style
from revtrack.documents.office.form_blocks import Asked, Field, Filled, FormTable
from revtrack.domain.replies.answer_form import AskedRow
from revtrack.domain.replies.form_fields import (
    ACTION_ROWS,
    OF_ACTION,
    OF_DECISION,
    FormField,
    field_name,
)
from revtrack.wording.form_texts import HINTS, LABELS
from revtrack.wording.form_words import position_labels, progress_labels

LABEL_WIDTH, FIELD_WIDTH = 42, 118
ACTION_WIDTHS = (84, 42, 34)
"""In millimetres; together the width of the text."""


def response_form(facts: FormFacts, template: bytes) -> bytes:
    """Return the form for one committee as a Word document in which only fields can be filled in.

    The same letter gives the same bytes on any day.
    """
    context: dict[str, str | word.Blocks] = {
        "kommun": facts.case.municipality.name,
        "till": phrases.capital_name(facts.committee),
        "missiv": facts.letter_on.isoformat(),
        "svar_senast": facts.due_text,
        "svarsadress": facts.address,
        "rubrik": facts.title,
        "anvisning": _instruction(facts),
        "beslut": _decision(facts),
        "rekommendationer": tuple(
            block for row in facts.asked.rows for block in _recommendation(row)
        ),
        "ovrigt": _otherwise(facts),
        "beteckning": facts.name_of_form,
    }
    properties = word.Properties(
        template=fields.RESPONSE_FORM,
        title=facts.file_title,
        author=phrases.office(facts.case.municipality),
        on=facts.letter_on,
    )
    return sealed(word.render(template, context, properties), facts.asked.key.text, properties)


def _instruction(facts: FormFacts) -> word.Blocks:
    items = tuple(Item(line) for line in facts.instruction)
    return (Heading("Så fyller ni i formuläret", 2), Numbered(items))


def _decision(facts: FormFacts) -> word.Blocks:
    uid = facts.asked.key.form_uid
    rows = [(LABELS[each], _field(uid, each, LABELS[each])) for each in OF_DECISION]
    return (
        Heading(facts.decision_heading, 2),
        FormTable(
            facts.decision_heading,
            "En rad per uppgift om beslutet, med fält att fylla i.",
            (Column("Uppgift", LABEL_WIDTH), Column("Fylls i", FIELD_WIDTH)),
            rows,
        ),
    )


def _recommendation(row: AskedRow) -> word.Blocks:
    number = row.number
    answer = FormTable(
        f"Svar på {number}",
        "En rad per uppgift i svaret, med fält att fylla i.",
        (Column(f"Svar på {number}", LABEL_WIDTH), Column("Fylls i", FIELD_WIDTH)),
        [
            (LABELS[each], _field(row.uid, each, f"{number} {LABELS[each]}"))
            for each in (FormField.POSITION, FormField.PROGRESS, FormField.COMMENT)
        ],
        keeps_what_follows=True,
    )
    actions = FormTable(
        f"Åtgärder för {number}",
        f"En rad per åtgärd, högst {ACTION_ROWS}.",
        tuple(
            Column(LABELS[each], width)
            for each, width in zip(OF_ACTION, ACTION_WIDTHS, strict=True)
        ),
        [_action(row, place) for place in range(1, ACTION_ROWS + 1)],
    )
    heading = " ".join(filter(None, (number, row.recommendation.heading)))
    return (
        Heading(heading, 2),
        Asked(row.text, field_name(row.uid, FormField.WORDING)),
        answer,
        Paragraph(f"Åtgärder för {number}", Style.CAPTION),
        actions,
    )


def _action(row: AskedRow, place: int) -> tuple[Field, ...]:
    return tuple(
        _field(row.uid, each, f"{row.number} {LABELS[each]} {place}", f"{each}{place}")
        for each in OF_ACTION
    )


def _otherwise(facts: FormFacts) -> word.Blocks:
    each = FormField.TEXT
    name = LABELS[each]
    return (
        Heading(name, 2),
        FormTable(
            name,
            "Ett fält för det som inte hör till en viss rekommendation.",
            (Column("Uppgift", LABEL_WIDTH), Column("Fylls i", FIELD_WIDTH)),
            [(name, _field(facts.asked.key.form_uid, each, name))],
        ),
    )


def _field(uid: str, each: FormField, title: str, code: str = "") -> Field:
    filled = Filled.TEXT
    choices: tuple[str, ...] = ()
    if each in {FormField.DECIDED_ON, FormField.DUE}:
        filled = Filled.DAY
    elif each is FormField.POSITION:
        filled, choices = Filled.CHOICE, tuple(position_labels())
    elif each is FormField.PROGRESS:
        filled, choices = Filled.CHOICE, tuple(progress_labels())
    return Field(field_name(uid, code or each), title, HINTS[each], filled, choices)
