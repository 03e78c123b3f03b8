"""The answer form: locked text, and fields that are known again when it comes back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from revtrack.documents import fields
from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.forms.response_form import response_form
from revtrack.documents.forms.response_form_workbook import response_form_workbook
from revtrack.documents.office import package
from revtrack.domain.case import AuditCase
from revtrack.domain.replies.answer_form import asked_form
from revtrack.domain.replies.form_fields import FormField, field_of
from revtrack.reading.form_excel import read_form_excel
from revtrack.reading.form_word import W
from revtrack.services.find import find_committee
from tests.documents.conftest import TEMPLATES
from tests.documents.flatten import assert_golden, word_lines
from tests.domain.build import altered

FIELDS_OF_ROW = {"po", "pr", "ko", *(f"{kind}{n}" for kind in "ard" for n in (1, 2, 3))}
FIELDS_OF_DECISION = {"sd", "pa", "dn", "bo", "yt"}


@pytest.fixture(scope="module")
def facts(awaiting: AuditCase) -> FormFacts:
    return FormFacts(asked_form(awaiting, find_committee(awaiting, "KFN")))


@pytest.fixture(scope="module")
def template() -> bytes:
    return (TEMPLATES / fields.RESPONSE_FORM).read_bytes()


@pytest.fixture(scope="module")
def document(facts: FormFacts, template: bytes) -> bytes:
    return response_form(facts, template)


def body(document: bytes) -> etree._Element:
    return etree.fromstring(package.read_parts(document)["word/document.xml"])


def test_the_form_reads_as_it_should(document: bytes) -> None:
    assert_golden("svarsformular_eskilstuna_kfn.txt", document)


def test_the_same_letter_gives_the_same_bytes(
    facts: FormFacts, document: bytes, template: bytes
) -> None:
    assert response_form(facts, template) == document
    assert response_form_workbook(facts) == response_form_workbook(facts)


def test_every_field_is_known_by_control_and_by_bookmark(facts: FormFacts, document: bytes) -> None:
    root = body(document)
    tags = [each.get(f"{W}val", "") for each in root.iter(f"{W}tag")]
    marks = [each.get(f"{W}name", "") for each in root.iter(f"{W}bookmarkStart")]
    marks = [each for each in marks if each.startswith("RT_")]
    found = {field_of(tag) for tag in tags}
    expected = {(facts.asked.key.form_uid, code) for code in FIELDS_OF_DECISION}
    expected |= {(row.uid, code) for row in facts.asked.rows for code in FIELDS_OF_ROW}
    assert found == expected
    assert {field_of(mark) for mark in marks} == expected | {
        (row.uid, "tx") for row in facts.asked.rows
    }
    assert len(tags) == len(set(tags))
    ids = [each.get(f"{W}val") for each in root.iter(f"{W}id")]
    ids += [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_only_fields_can_be_filled_in_and_none_can_be_deleted(document: bytes) -> None:
    settings = package.read_parts(document)["word/settings.xml"]
    assert b'<w:documentProtection w:edit="forms" w:enforcement="1"/>' in settings
    controls = list(body(document).iter(f"{W}sdtPr"))
    assert all(each.find(f"{W}lock") is not None for each in controls)
    assert all(each.find(f"{W}alias") is not None for each in controls)


def test_each_position_and_day_is_chosen(facts: FormFacts, document: bytes) -> None:
    root = body(document)
    lists = [
        [item.get(f"{W}displayText") for item in each] for each in root.iter(f"{W}dropDownList")
    ]
    assert lists[0] == [
        "Instämmer",
        "Instämmer delvis",
        "Instämmer inte",
        "Anser rekommendationen redan tillgodosedd",
        "Noterar utan ställningstagande",
    ]
    assert lists[1] == [
        *("Ej påbörjad", "Planerad", "Pågår", "Genomförd", "Kommer inte att genomföras"),
    ]
    assert len(lists) == 2 * len(facts.asked.rows)
    assert len(list(root.iter(f"{W}date"))) == 1 + 3 * len(facts.asked.rows)


def test_the_ids_stand_in_the_files_properties_and_in_a_part_of_their_own(
    facts: FormFacts, document: bytes
) -> None:
    key = facts.asked.key.text
    assert Document(BytesIO(document)).core_properties.identifier == key
    assert key.encode() in package.read_parts(document)["customXml/item1.xml"]


def test_every_table_has_a_header_row_a_title_and_a_description(document: bytes) -> None:
    for table in body(document).iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f"{W}tblPr/{W}tblDescription") is not None
        first = table.find(f"{W}tr")
        assert first is not None
        assert first.find(f"{W}trPr/{W}tblHeader") is not None


def test_text_from_people_is_text_in_both_forms(facts: FormFacts, template: bytes) -> None:
    hostile = '=cmd|"/c calc" & <w:p/> {{ kommun }}\nrad två ]]>'
    first = altered(facts.asked.rows[0].recommendation, letter_text=hostile, heading="A & <B>")
    case = facts.case
    others = tuple(first if each.id == first.id else each for each in case.recommendations)
    changed = FormFacts(asked_form(replace(case, recommendations=others), facts.committee))
    texts = [each.text for each in Document(BytesIO(response_form(changed, template))).paragraphs]
    assert hostile in texts
    assert "R6 A & <B>" in texts
    sheet = load_workbook(BytesIO(response_form_workbook(changed)))["Svar"]
    cell = next(each for each in sheet["B"] if each.value and "cmd" in str(each.value))
    assert (cell.data_type, cell.value) == ("s", f"A & <B>\n{hostile}")


def test_a_form_without_recommendations_asks_for_the_decision_alone(
    facts: FormFacts, template: bytes
) -> None:
    bare = replace(facts.case, recommendations=(), addressees=())
    changed = FormFacts(asked_form(bare, facts.committee))
    lines = word_lines(response_form(changed, template))
    assert "Rubrik 2: Nämndens beslut" in lines
    assert not [each for each in lines if "rekommendation" in each.casefold()]
    assert load_workbook(BytesIO(response_form_workbook(changed)))["Svar"]


def test_the_workbook_has_one_row_for_each_recommendation_and_locks_all_but_answers(
    facts: FormFacts,
) -> None:
    book = load_workbook(BytesIO(response_form_workbook(facts)))
    sheet, hidden = book["Svar"], book["nyckel"]
    assert (hidden.sheet_state, sheet.protection.sheet) == ("veryHidden", True)
    assert sheet.protection.password is None
    header = next(row for row in sheet.iter_rows() if row[0].value == "Nr")
    assert [cell.value for cell in header] == [
        *("Nr", "Rekommendation", "Ställningstagande", "Läge i dag"),
        *("Åtgärd", "Ansvarig", "Klart senast", "Kommentar"),
    ]
    start = next(number for number, row in enumerate(sheet.iter_rows(), 1) if row == header)
    rows = list(sheet.iter_rows(min_row=start + 1))
    whole = [row for row in rows if str(row[1].value or "").startswith(("Plan", "Arbete"))]
    assert [row[0].value for row in whole] == ["R6", "R7"]
    for row in whole:
        assert [cell.protection.locked for cell in row] == [True, True, *[False] * 6]
    more = [row for row in rows if row[1].value == "Fler åtgärder (vid behov)"]
    assert [row[0].value for row in more] == [f"R{n}" for n in (6, 6, 7, 7, 8, 8, 9, 9)]
    assert all(
        [cell.protection.locked for cell in row] == [*[True] * 4, *[False] * 3, True]
        for row in more
    )
    kinds = {each.type for each in sheet.data_validations.dataValidation}
    assert {"list", "date"} <= kinds
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == f"${start}:${start}"
    assert book.properties.identifier == facts.asked.key.text


def test_rows_grow_with_what_is_written(facts: FormFacts) -> None:
    sheet = package.read_parts(response_form_workbook(facts))["xl/worksheets/sheet1.xml"]
    assert b' ht="' in sheet
    assert b"customHeight" not in sheet


def test_the_hidden_sheet_holds_the_ids_by_number(facts: FormFacts) -> None:
    hidden = load_workbook(BytesIO(response_form_workbook(facts)))["nyckel"]
    rows = [[cell.value for cell in row] for row in hidden.iter_rows()]
    assert rows == [
        ["nyckel", facts.asked.key.text],
        *([row.number, row.uid] for row in facts.asked.rows),
    ]


def test_a_company_is_spoken_of_as_one(facts: FormFacts, template: bytes) -> None:
    company = altered(facts.committee, kind="company", name="Kommunhus AB")
    others = tuple(company if each.id == company.id else each for each in facts.case.committees)
    changed = FormFacts(asked_form(replace(facts.case, committees=others), company))
    lines = word_lines(response_form(changed, template))
    assert "Rubrik 2: Bolagets beslut" in lines
    assert "Uppgift: Till: Kommunhus AB" in lines
    assert not [each for each in lines if re.search("nämnd", each, re.IGNORECASE)]


def test_questions_stand_under_a_heading_of_their_own_and_are_read_again(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    case = alvsunda["ALV-2025-3"]
    made = response_form_workbook(FormFacts(asked_form(case, find_committee(case, "BUN"))))
    sheet = load_workbook(BytesIO(made))["Svar"]
    header = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Nr")
    assert header[:2] == ("Nr", "Fråga")
    assert sheet.page_setup.paperSize == 9
    read = [each for each in read_form_excel(made)["fields"] if each["field"] == FormField.WORDING]
    assert any("Hur många elever" in each["text"] for each in read)
