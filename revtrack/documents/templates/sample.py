"""A template filled in with the examples of its fields, so that an office can see how it looks."""

from datetime import date

from revtrack.documents.fields.field import Field, TableFields
from revtrack.documents.office import word
from revtrack.documents.office.blocks import (
    Bullets,
    Column,
    Heading,
    Item,
    Paragraph,
    Signatures,
    Table,
)
from revtrack.documents.templates.names import fields_of_template

SIGNATURES = "underskrifter"


def sample_document(template: bytes, name: str, on: date) -> bytes:
    """Return a Word template filled in with examples; raise RevTrackError where it is faulty."""
    context = {
        field.name: _blocks(field) if field.is_block else field.example
        for field in fields_of_template(name)
    }
    title = next((f.example for f in fields_of_template(name) if f.name == "rubrik"), name)
    return word.render(template, context, word.Properties(name, title, "Revisorerna", on))


def _blocks(field: Field) -> word.Blocks:
    if field.name == SIGNATURES:
        return (Signatures(("För revisorerna",), (("Namn Namnsson", "Ordförande"),)),)
    title = field.name.replace("_", " ").capitalize()
    return (
        Heading(title, 2),
        Paragraph(f"{field.meaning}."),
        Bullets((Item(f"{field.example}."),)),
        *(_table(kind) for kind in field.tables),
    )


def _table(kind: TableFields) -> Table:
    columns = tuple(Column(each.heading, each.width, each.name) for each in kind.columns)
    row = [each.meaning for each in kind.columns]
    return Table(kind.title, "Två rader som exempel.", columns, [row, row])
