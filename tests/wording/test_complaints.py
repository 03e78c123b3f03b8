"""What is wrong with a form or a file is said in plain sentences, with the place."""

from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_core._pydantic_core import list_all_errors

from revtrack.domain import records
from revtrack.domain.records import (
    NewAssessment,
    NewAudit,
    NewAuditCommittee,
    NewDocument,
    NewLetter,
    Record,
    Uid,
)
from revtrack.domain.texts.prose import Line, Prose
from revtrack.wording import complaints, use_language
from revtrack.wording.complaints import COARSE

AUDIT = {"municipality_id": 1, "reference": "ESK-2022-1", "title": "Granskning", "audit_year": 2022}


class WordingInFile(Record):
    uid: Uid
    text: Prose


class RecommendationInFile(Record):
    heading: Line
    committees: tuple[Uid, ...] = ()
    wordings: tuple[WordingInFile, ...] = ()


class AuditInFile(Record):
    title: Line
    recommendations: tuple[RecommendationInFile, ...] = ()
    committees: tuple[NewAuditCommittee, ...] = ()
    letters: tuple[NewLetter, ...] = ()


class CaseFile(Record):
    audits: tuple[AuditInFile, ...]


def _annotated(annotation: Any) -> list[Any]:  # noqa: ANN401 - any type a field may have
    return [part for part in get_args(annotation) if hasattr(part, "__metadata__")]


def told(made: type[BaseModel], values: Any) -> tuple[str, ...]:  # noqa: ANN401 - faulty on purpose
    with pytest.raises(ValidationError) as caught:
        made.model_validate(values)
    return complaints(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "  ", "Titel: texten är tom; skriv något eller utelämna fältet."),
        ("title", "a" * 1001, "Titel: texten är för lång; högst 1000 tecken får plats."),
        (
            "purpose",
            "a" * 100_001,
            "Syfte: texten är för lång; högst 100\u00a0000 tecken får plats.",
        ),
        ("title", 7, "Titel: uppgiften ska vara en text."),
        (
            "report_on",
            "2023-02-30",
            "Rapportens datum: 2023-02-30 är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD.",
        ),
        (
            "report_on",
            "i går",
            "Rapportens datum: i går är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD.",
        ),
        (
            "kind",
            "djup",
            (
                "Granskningens slag: ”djup” är ingen känd kod; välj bland in_depth, basic, "
                "preliminary_study, follow_up, interim, annual, letter."
            ),
        ),
        ("audit_year", 1066, "Granskningsår: talet ska vara minst 1900."),
        ("audit_year", 2300, "Granskningsår: talet ska vara högst 2200."),
        ("audit_year", "tjugotvå", "Granskningsår: ”tjugotvå” är inget heltal."),
        (
            "follow_up_planned",
            "2023-Q7",
            (
                "Planerad uppföljning: ”2023-Q7” är ingen tid som går att tyda; skriv 2023, "
                "2023-Q2, 2023-06, 2023-06-30 eller ”inför 2024”."
            ),
        ),
        ("titel", "x", "Titel: det finns inget fält med det namnet; menade du title?"),
        ("zzz", "x", "Zzz: det finns inget fält med det namnet."),
    ],
)
def test_each_fault_is_one_plain_sentence(field: str, value: object, sentence: str) -> None:
    assert told(NewAudit, AUDIT | {field: value}) == (sentence,)


def test_what_is_missing_is_named_in_the_order_of_the_fields() -> None:
    assert told(NewAssessment, {"audit_id": 1, "ordinal": 1}) == (
        "Bedömningssteg: uppgift saknas, men fältet måste fyllas i.",
        "Exakt formulering: uppgift saknas, men fältet måste fyllas i.",
    )


def test_the_place_in_a_case_file_leads_to_the_field() -> None:
    faulty = {
        "audits": [
            {
                "title": "Granskning",
                "committees": [{"audit_id": 1, "committee_id": 1, "role": "chef"}],
                "letters": [{"audit_id": 1, "attachments": 3}],
                "recommendations": [
                    {"heading": "En"},
                    {"heading": "", "committees": ["KS"], "wordings": [{"uid": "X", "text": ""}]},
                    {"heading": "Tre", "hedaing": "x"},
                ],
            },
            "inget objekt",
        ]
    }
    identity = "är ingen identitet (uid); den består av 36 tecken i grupper, med små bokstäver."
    assert told(CaseFile, faulty) == (
        "Granskning 1, rekommendation 2, Rubrik: texten är tom; skriv något eller utelämna fältet.",
        f"Granskning 1, rekommendation 2, nämnd 1: ”KS” {identity}",
        f"Granskning 1, rekommendation 2, utfärdad ordalydelse 1, Identitet: ”X” {identity}",
        (
            "Granskning 1, rekommendation 2, utfärdad ordalydelse 1, Ordalydelse: "
            "texten är tom; skriv något eller utelämna fältet."
        ),
        (
            "Granskning 1, rekommendation 3, hedaing: det finns inget fält med det namnet; "
            "menade du heading?"
        ),
        (
            "Granskning 1, berörd nämnd 1, Roll: ”chef” är ingen känd kod; välj bland reviewed, "
            "recipient, for_information."
        ),
        "Granskning 1, brev 1, Bilagor: uppgiften ska vara en text.",
        "Granskning 2: uppgiften ska vara ett objekt med namngivna fält.",
    )
    assert told(CaseFile, {"audits": 3}) == ("Granskningar: uppgiften ska vara en lista.",)


def test_a_checksum_is_told_from_an_identity() -> None:
    document = {
        "audit_id": 1,
        "kind": "cover-letter",
        "file_name": "Missiv.docx",
        "edition": 1,
        "stamp": "17",
        "content_hash": "zz",
        "made_on": "2023-03-01",
    }
    assert told(NewDocument, document) == (
        (
            "Innehållets kontrollsumma: ”zz” är ingen kontrollsumma; den består av 64 tecken, "
            "0–9 och a–f."
        ),
    )


def test_english_readers_get_english_sentences() -> None:
    use_language("en")
    assert told(NewAudit, AUDIT | {"title": "", "pages": 0}) == (
        "Title: the text is empty; write something or leave the field out.",
        "Number of pages: the number must be at least 1.",
    )


def test_a_long_value_is_shown_in_short() -> None:
    (sentence,) = told(NewAudit, AUDIT | {"audit_year": "å" * 500})
    assert sentence == f"Granskningsår: ”{'å' * 59}…” är inget heltal."


@pytest.mark.parametrize("known", list_all_errors(), ids=lambda known: known["type"])
def test_no_complaint_of_pydantic_is_left_in_english(known: dict[str, Any]) -> None:
    values = known.get("example_context") or None
    error = ValidationError.from_exception_data(
        "NewAudit",
        [
            {
                "type": PydanticCustomError(known["type"], "English", values or {}),
                "loc": ("title",),
                "input": "x",
            }
        ],
    )
    (sentence,) = complaints(error)
    assert "English" not in sentence
    assert known["message_template_python"] not in sentence
    use_language("en")
    assert complaints(error) != (sentence,)


def test_the_fields_that_hold_a_coarse_day_are_known() -> None:
    found = {
        name
        for made in vars(records).values()
        if isinstance(made, type) and issubclass(made, Record)
        for name, field in made.model_fields.items()
        if any("check_coarse" in repr(part.__metadata__) for part in _annotated(field.annotation))
    }
    assert found == COARSE
