"""Svarsformulär: what a committee answers with, in Word: locked text, fields, ids that are kept."""

from xml.sax.saxutils import quoteattr

from revtrack.documents import fields, phrases
from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.office import package, word
from revtrack.documents.office.blocks import Column, Heading, Item, Numbered, Paragraph, Style
from revtrack.documents.office.form_blocks import Asked, Field, Filled, FormTable
from revtrack.domain.replies.answer_form import (
    ACTION_ROWS,
    OF_ACTION,
    OF_DECISION,
    AskedRow,
    FormField,
    field_name,
)
from revtrack.wording.form_texts import HINTS, LABELS, position_labels, progress_labels

LABEL_WIDTH, FIELD_WIDTH = 42, 118
ACTION_WIDTHS = (84, 42, 34)
"""In millimetres; together the width of the text."""

PROTECTION = b'<w:documentProtection w:edit="forms" w:enforcement="1"/>'
"""Only fields can be filled in; without a password, since it keeps out mistakes, not people."""
KEY_PART = "customXml/item1.xml"
_KEY_PARTS = {
    "customXml/_rels/item1.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ),
    "customXml/itemProps1.xml": (
        '<ds:datastoreItem ds:itemID="{6F1B1C5E-0F0B-4E0C-9C55-4A2C9B6F7D11}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        '<ds:schemaRefs><ds:schemaRef ds:uri="urn:revtrack:svarsformular"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    ),
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIP = (
    b'<Relationship Id="rIdRevTrack" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/customXml" Target="../customXml/item1.xml"/></Relationships>'
)
_OVERRIDE = (
    b'<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.customXmlProperties+xml"/></Types>'
)


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
    return _sealed(word.render(template, context, properties), facts, properties)


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


def _sealed(document: bytes, facts: FormFacts, properties: word.Properties) -> bytes:
    """Return the document with its locked text, and with the ids in its properties."""
    parts = package.read_parts(document)
    key = facts.asked.key.text
    settings = "word/settings.xml"
    parts[settings] = parts[settings].replace(
        b"<w:defaultTabStop", PROTECTION + b"<w:defaultTabStop", 1
    )
    parts["docProps/core.xml"] = package.core_properties(
        title=properties.title, author=properties.author, on=properties.on, identifier=key
    )
    form = f'<form xmlns="urn:revtrack:svarsformular" key={quoteattr(key)}/>'
    for name, xml in {**_KEY_PARTS, KEY_PART: form}.items():
        parts[name] = (_DECLARATION + xml).encode()
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts[types] = parts[types].replace(b"</Types>", _OVERRIDE)
    parts[relations] = parts[relations].replace(b"</Relationships>", _RELATIONSHIP)
    return package.write_parts(parts)
