"""What a letter says besides its recommendations and days, changed by hand: each its own line."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.comparison import Comparison, Deviation, compare
from revtrack.domain.records import Committee
from revtrack.reading.paper import paper_of
from revtrack.reading.word_text import read_word
from tests.domain.comparison.papers import (
    Edit,
    Found,
    compared,
    each_item,
    edited,
    found,
    letter,
    remove,
    replace,
    report,
    table,
)

TITLE = "Granskning av kommunens digitaliseringsarbete"
ASSESSMENT = "Vår samlade bedömning"
ASKS = "Vi önskar att kommunstyrelsen"


@pytest.fixture(scope="session")
def made(eskilstuna: AuditCase) -> bytes:
    return letter(eskilstuna)


def body(case: AuditCase, abbreviation: str) -> Committee:
    [only] = [each for each in case.committees if each.abbreviation == abbreviation]
    return only


def told(case: AuditCase, content: bytes) -> Deviation:
    [only] = compared(case, content).deviations
    return only


def copy_as(case: AuditCase, of: str, wanted: str) -> Comparison:
    paper = paper_of(read_word(letter(case, body(case, of))))
    return compare(case, paper, committee=body(case, wanted))


class Told(NamedTuple):
    """A difference as its reader sees it; texts by how they begin."""

    code: str
    quote: str | None
    expected: str
    said: str | None


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            replace(TITLE, "digitaliseringsarbete", "IT-arbete"),
            Told("other_title", TITLE[:20], TITLE, "Granskning av kommunens IT-arbete"),
        ),
        (
            replace(TITLE, "Granskning", "Uppföljande granskning"),
            Told(
                "other_title",
                "Uppföljande",
                TITLE,
                "Uppföljande granskning av kommunens digitaliseringsarbete",
            ),
        ),
        (
            replace(TITLE, TITLE, "Parkeringsfrågor"),
            Told("other_title", "Park", TITLE, "Parkeringsfrågor"),
        ),
        (remove(TITLE), Told("other_title", None, TITLE, None)),
        (
            replace(ASSESSMENT, "inte fullt ut styr", "styr"),
            Told(
                "other_assessment",
                ASSESSMENT,
                "kommunstyrelsen och nämnderna inte fullt ut styr och följer upp",
                "kommunstyrelsen och nämnderna styr och följer upp",
            ),
        ),
        (
            remove("Roller, ansvar och resurser"),
            Told("other_assessment", None, "Roller, ansvar och resurser", None),
        ),
        (
            replace("För kännedom", "Kommunfullmäktige", "Kommunfullmäktige, kommundirektören"),
            Told(
                "wrong_recipient",
                "För kännedom",
                "kommunfullmäktige",
                "kommunfullmäktige och kommundirektören",
            ),
        ),
        (
            replace("För kännedom", "Kommunfullmäktige", "Gymnasienämnden"),
            Told("wrong_recipient", "För kännedom", "kommunfullmäktige", "gymnasienämnden"),
        ),
        (remove("För kännedom"), Told("wrong_recipient", None, "kommunfullmäktige", None)),
        (remove(ASKS), Told("reply_not_asked", None, "2023-03-20", None)),
        (
            each_item(lambda _number, text: text),
            Told("unnumbered", "Göra klart", "R1, R2, R3, R4, R5, R6, R7, R8, R9", None),
        ),
        (replace("R4.", "R4. ", ""), Told("unnumbered", "Pröva om", "R4", None)),
    ],
)
def test_each_part_is_its_own_difference_with_its_place_and_both_texts(
    eskilstuna: AuditCase, made: bytes, edit: Edit, expected: Told
) -> None:
    only = told(eskilstuna, edited(made, edit))
    quote = only.place.quote if only.place else None

    assert only.code == expected.code
    assert begins(quote, expected.quote)
    assert begins(only.expected, expected.expected)
    assert begins(only.found, expected.said)


def begins(text: str | None, start: str | None) -> bool:
    """Tell whether a text begins so; none where nothing is there to begin."""
    return text is None if start is None else text is not None and text.startswith(start)


def test_a_letter_that_is_written_to_nobody_says_so(eskilstuna: AuditCase, made: bytes) -> None:
    only = told(eskilstuna, edited(made, remove("Till: ")))

    assert (only.code, only.place, only.found) == ("wrong_recipient", None, None)
    assert only.message == (
        "The letter is not addressed to {lost}, as it is in the register. Correct the letter or "
        "the register."
    )


def test_a_letter_that_neither_asks_nor_names_a_day_says_so_once(
    eskilstuna: AuditCase, made: bytes
) -> None:
    content = edited(made, remove("Svar önskas"), remove(ASKS))

    assert found(eskilstuna, content) == [Found("reply_not_asked", None)]


@pytest.mark.parametrize(
    "edit",
    [
        replace(TITLE, TITLE, f"Missiv – {TITLE}"),
        replace(ASKS, "Vi önskar att", "Revisorerna begär att"),
        replace("För kännedom:", "För kännedom:", "Kopia till:"),
        replace("Bedömningen bygger", "Bedömningen bygger främst på", "Vi har sett"),
    ],
)
def test_what_only_frames_the_parts_is_no_difference(
    eskilstuna: AuditCase, made: bytes, edit: Edit
) -> None:
    assert found(eskilstuna, edited(made, edit)) == []


def test_another_audit_s_papers_are_told_as_such_and_nothing_more(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    papers = [make(case) for case in alvsunda.values() for make in (letter, table)]
    papers += [report(case) for case in alvsunda.values() if case.is_handed_over]

    assert len(papers) > 10
    for content in papers:
        only = told(eskilstuna, content)
        assert (only.code, only.expected, only.found) == ("other_paper", TITLE, None)


def test_every_audit_knows_another_s_letter_also_to_one_whom_it_asks_nothing(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    cases = [eskilstuna, *alvsunda.values()]
    for case, other in zip(cases, [*cases[1:], cases[0]], strict=True):
        assert [each.code for each in compared(case, letter(other)).deviations] == ["other_paper"]


@pytest.mark.parametrize("of", ["KS", "GN"])
def test_a_copy_for_another_than_was_said_is_told_as_such(eskilstuna: AuditCase, of: str) -> None:
    [only] = copy_as(eskilstuna, of, "GSN").deviations

    assert (only.code, only.expected, only.found) == (
        "wrong_recipient",
        "grundskolenämnden",
        body(eskilstuna, of).name,
    )
    assert only.place is not None
    assert only.place.quote == f"Till: {body(eskilstuna, of).name.capitalize()}"
