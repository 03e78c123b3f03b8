"""Fills in made forms as Word and Excel do, and changes their parts."""

from collections.abc import Callable, Mapping
from io import BytesIO

from lxml import etree
from openpyxl import load_workbook

from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.forms.response_form import response_form
from revtrack.documents.forms.response_form_workbook import response_form_workbook
from revtrack.documents.office import package
from revtrack.domain.replies.answer_form import AskedForm
from revtrack.domain.replies.form_fields import FormField, field_name
from revtrack.reading.form_word import W
from revtrack.services.papers.places import read_template
from revtrack.wording.form_texts import LABELS

Filled = Mapping[tuple[str, str], str]
"""What is filled in, by the recommendation's number ("" for the decision) and the field's code."""

AGREED: Filled = {(f"R{number}", "po"): "Instämmer" for number in (6, 7, 8, 9)}
DECIDED: Filled = {("", "sd"): "2023-03-21", ("", "pa"): "38"}


def made_word(asked: AskedForm) -> bytes:
    """Return the form in Word as it is sent out."""
    return response_form(FormFacts(asked), read_template("svarsformular.docx", None))


def made_excel(asked: AskedForm) -> bytes:
    """Return the form in Excel as it is sent out."""
    return response_form_workbook(FormFacts(asked))


def names_of(asked: AskedForm) -> dict[str, str]:
    """Return the uids of the parts of a form by number; that of the decision by ""."""
    return {"": asked.key.form_uid, **{row.number: row.uid for row in asked.rows}}


def in_word(asked: AskedForm, filled: Filled) -> bytes:
    """Return the form filled in as Word does it: the hint goes, the text comes, the tag stays."""
    uids = names_of(asked)
    texts = {field_name(uids[number], code): text for (number, code), text in filled.items()}
    return with_texts(made_word(asked), texts)


def with_texts(document: bytes, texts: dict[str, str]) -> bytes:
    """Return a form in Word with these texts in its fields, by the fields' names."""

    def change(root: etree._Element) -> None:
        for control in list(root.iter(f"{W}sdt")):
            properties = control.find(f"{W}sdtPr")
            assert properties is not None
            tag = properties.find(f"{W}tag")
            assert tag is not None
            text = texts.pop(tag.get(f"{W}val", ""), None)
            if text is not None:
                _fill(control, properties, text)

    filled = with_part(document, "word/document.xml", lambda part: _changed(part, change))
    assert not texts
    return filled


def _fill(control: etree._Element, properties: etree._Element, text: str) -> None:
    hint = properties.find(f"{W}showingPlcHdr")
    if hint is not None:
        properties.remove(hint)
    content = control.find(f"{W}sdtContent")
    assert content is not None
    for child in list(content):
        content.remove(child)
    run = etree.SubElement(content, f"{W}r")
    for place, line in enumerate(text.split("\n")):
        if place:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def _changed(part: bytes, change: Callable[[etree._Element], None]) -> bytes:
    root = etree.fromstring(part)
    change(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def with_part(archive: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return an office file with one of its parts changed."""
    parts = package.read_parts(archive)
    parts[name] = change(parts[name])
    return package.write_parts(parts)


def replaced_everywhere(archive: bytes, old: str, new: str) -> bytes:
    """Return an office file with a text replaced in all its parts."""
    parts = package.read_parts(archive)
    changed = {name: part.replace(old.encode(), new.encode()) for name, part in parts.items()}
    assert changed != parts
    return package.write_parts(changed)


def in_excel(asked: AskedForm, filled: Filled) -> bytes:
    """Return the form filled in as Excel does it, cell by cell."""
    book = load_workbook(BytesIO(made_excel(asked)))
    sheet = book["Svar"]
    rows = {
        number: next(cell.row for cell in sheet["A"] if cell.value == number)
        for number in names_of(asked)
        if number
    }
    columns = {cell.value: cell.column for cell in sheet[min(rows.values()) - 1]}
    for (number, code), text in filled.items():
        if number:
            place = int(code[1:]) if code[1:].isdecimal() else 1
            name = FormField(code[0] if code[1:].isdecimal() else code)
            cell = sheet.cell(rows[number] + place - 1, columns[LABELS[name]])
        else:
            label = next(each for each in sheet["B"] if each.value == LABELS[FormField(code)])
            cell = sheet.cell(label.row, 3)
        assert not cell.protection.locked
        cell.value = text
        cell.data_type = "s"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
