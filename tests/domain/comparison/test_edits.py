"""One edit of the real case's letter, one difference: found exactly, and nothing else."""

import pytest
from docx.document import Document as WordDocument

from revtrack.domain.case import AuditCase
from revtrack.domain.comparison import ComparedAs
from tests.domain.comparison.papers import (
    Edit,
    Found,
    compared,
    each_item,
    edited,
    found,
    insert,
    letter,
    move,
    paragraph,
    remove,
    replace,
    say,
)

LETTER_ASKS = "Vi önskar att kommunstyrelsen"


@pytest.fixture(scope="session")
def made(eskilstuna: AuditCase) -> bytes:
    return letter(eskilstuna)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (remove("R3."), Found("missing", "R3", "KS")),
        (remove("R7."), Found("missing", "R7")),
        (
            replace("R8.", "systematiskt och strukturerat", "systematisk och strukturerad"),
            Found("reworded_in_form", "R8"),
        ),
        (replace("R8.", "Arbeta mer", "Arbeta inte mer"), Found("reworded_in_meaning", "R8")),
        (replace("R6.", "2021", "2022"), Found("reworded_in_meaning", "R6")),
        (
            replace("R3.", "Besluta om riktlinjen för kvalitets-", "Anställa fler i kvalitets-"),
            Found("reworded_in_meaning", "R3"),
        ),
        (insert("R6.", "R10. Utbilda alla chefer"), Found("extra", None)),
        (insert("R6.", "Utbilda alla chefer i digitala frågor"), Found("extra", None)),
        (replace("R2.", "R2.", "R4."), Found("renumbered", "R2")),
        (
            replace("2. Till", "samt socialnämnden", "samt stadsbyggnadsnämnden"),
            Found("wrong_recipient", "R6"),
        ),
        (replace("2. Till", "gymnasienämnden, ", ""), Found("wrong_recipient", "R6", "GN")),
        (
            replace("2. Till", "gymnasienämnden", "gymnasienämnden, valnämnden"),
            Found("wrong_recipient", "R6"),
        ),
        (move("R5.", "R9."), Found("wrong_recipient", "R5")),
        (replace("Till: ", "gymnasienämnden, ", ""), Found("wrong_recipient", None, "GN")),
        (replace(LETTER_ASKS, "gymnasienämnden, ", ""), Found("wrong_recipient", None, "GN")),
        (replace(LETTER_ASKS, "20 mars", "27 mars"), Found("wrong_date", None)),
        (replace("Svar önskas", "2023-03-20", "2023-03-24"), Found("wrong_date", None)),
        (replace("Eskilstuna den", "1 december", "2 december"), Found("wrong_date", None)),
        (replace("Datum", "2022-12-01", "2022-12-10"), Found("wrong_date", None)),
        (replace("Granskningen redovisas", "28 nov", "29 nov"), Found("wrong_date", None)),
        (replace("Rapport ", "2022-11-28", "2022-11-27"), Found("wrong_date", None)),
    ],
)
def test_one_edit_is_one_difference(
    eskilstuna: AuditCase, made: bytes, edit: Edit, expected: Found
) -> None:
    assert found(eskilstuna, edited(made, edit)) == [expected]


def test_a_letter_that_names_no_day_says_so(eskilstuna: AuditCase, made: bytes) -> None:
    content = edited(
        made, remove("Svar önskas"), replace(LETTER_ASKS, " senast den 20 mars 2023", "")
    )

    assert found(eskilstuna, content) == [Found("date_missing", None)]


def address_on_several_lines(document: WordDocument) -> None:
    """Break the letter's address into paragraphs, as in a narrow column."""
    line = paragraph(document, "Till: ")
    first, *others = line.text.replace(" samt ", ", samt ").split(", ")
    following = paragraph(document, "För kännedom")
    for text in others:
        following.insert_paragraph_before(f"{text},")
    say(line, f"{first},")


@pytest.mark.parametrize(
    "edit",
    [
        each_item(lambda number, text: f"{number[1:]}. {text}"),
        each_item(lambda number, text: f"– {number}: {text[:1].lower()}{text[1:]};"),
        each_item(lambda number, text: f"Rekommendation {number}: {text}."),
        replace(
            "3. Till",
            "grundskolenämnden, gymnasienämnden, kultur- och fritidsnämnden, socialnämnden, "
            "stadsbyggnadsnämnden samt vård- och omsorgsnämnden",
            "samtliga nämnder med undantag för kommunstyrelsen",
        ),
        replace("1. Till kommunstyrelsen", "1. Till", "Vi rekommenderar därför"),
        replace("2. Till", "2. Till", "Till:"),
        address_on_several_lines,
    ],
)
def test_another_layout_is_no_difference(eskilstuna: AuditCase, made: bytes, edit: Edit) -> None:
    assert found(eskilstuna, edited(made, edit)) == []


def test_several_edits_are_told_the_most_serious_first_with_their_places(
    eskilstuna: AuditCase, made: bytes
) -> None:
    content = edited(
        made,
        replace("R9.", "personal och pengar", "personal och pengarna"),
        replace("R2.", "R2.", "R12."),
        remove("R3."),
        insert("R6.", "R10. Utbilda alla chefer i digitalisering"),
    )
    told = compared(eskilstuna, content).deviations

    assert [(each.severity.value, each.code) for each in told] == [
        ("error", "extra"),
        ("error", "missing"),
        ("warning", "renumbered"),
        ("notice", "reworded_in_form"),
    ]
    extra, missing, renumbered, reworded = told
    assert extra.place is not None
    assert (extra.place.paragraph, extra.place.quote) == (
        20,
        "R10. Utbilda alla chefer i digitalisering",
    )
    assert extra.found == "Utbilda alla chefer i digitalisering"
    assert missing.place is None
    assert missing.expected is not None
    assert missing.expected.startswith("Besluta om riktlinjen")
    assert (renumbered.expected, renumbered.found) == ("R2", "R12")
    assert reworded.place is not None
    assert reworded.place.paragraph == 25


def test_the_letter_against_the_reports_list_lacks_what_it_omits(
    eskilstuna: AuditCase, made: bytes
) -> None:
    told = found(eskilstuna, edited(made, remove("Datum")), ComparedAs.REPORT)

    assert told == [Found("missing", "6", "KS"), Found("reworded_in_meaning", "4")]


def test_recipients_that_differ_name_both_lists(eskilstuna: AuditCase, made: bytes) -> None:
    edit = replace("2. Till", "samt socialnämnden", "samt stadsbyggnadsnämnden")
    [told] = compared(eskilstuna, edited(made, edit)).deviations

    assert told.values == {
        "number": "R6",
        "lost": "socialnämnden",
        "added": "stadsbyggnadsnämnden",
    }
    assert told.place is not None
    assert told.place.quote.startswith("2. Till grundskolenämnden")
    assert told.expected == (
        "grundskolenämnden, gymnasienämnden, kultur- och fritidsnämnden samt socialnämnden"
    )
