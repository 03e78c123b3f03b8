"""Texts in any encoding that Swedish offices have saved them in."""

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.domain.texts.paper import Line, Paper, Table
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of, read_any_paper
from revtrack.reading.plain_text import NO_TEXT, NOT_TEXT

SAID = (
    "Nämnden bör följa upp åtgärderna – ”snarast”.\nÅret därpå följs de upp på nytt, säger Örjan."
)
PLAIN = SAID.replace("–", "-").replace("”", '"')


def text(content: bytes) -> Paper:
    return paper_of(read_paper(content))


def lines(read: Paper) -> list[str]:
    return [each.text for each in read.blocks if isinstance(each, Line)]


@pytest.mark.parametrize(
    ("encoding", "is_certain"),
    [
        ("utf-8", True),
        ("utf-8-sig", True),
        ("utf-16", True),
        ("utf-32", True),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("cp1252", False),
        ("latin-1", False),
        ("cp850", False),
        ("mac_roman", False),
    ],
)
def test_letters_are_right_in_every_encoding(encoding: str, *, is_certain: bool) -> None:
    said = PLAIN if encoding in {"latin-1", "cp850"} else SAID

    read = text(said.encode(encoding))

    assert lines(read) == said.split("\n")
    assert [each.code for each in read.warnings] == ([] if is_certain else ["encoding_guessed"])


def test_a_guessed_encoding_is_told_with_a_line_to_look_at() -> None:
    warning = text(("Till nämnden.\n\n" + SAID).encode("cp1252")).warnings[0]

    assert warning.facts == {"encoding": "cp1252", "sample": "Till nämnden."}
    assert warning.line == 1


def test_a_text_of_plain_letters_needs_no_telling() -> None:
    assert text(b"Hello").warnings == ()


def test_one_broken_letter_does_not_turn_a_text_in_utf8_into_another() -> None:
    broken = SAID.encode() + b" n\xe4mnd"

    read = text(broken)

    assert lines(read)[1].startswith("Året därpå följs de upp på nytt")


def test_all_kinds_of_line_breaks_end_lines() -> None:
    assert lines(text(b"Ett.\r\nDet andra.\rDet tredje.\n\x0bDet fj\xc3\xa4rde.")) == [
        "Ett.",
        "Det andra.",
        "Det tredje.",
        "Det fjärde.",
    ]


@pytest.mark.parametrize("content", [b"  \r\n\n", b"\xef\xbb\xbf \n", b"\n\x0c\n"])
def test_a_file_without_text_is_refused(content: bytes) -> None:
    with pytest.raises(RevTrackError) as caught:
        read_any_paper(content)

    assert caught.value.message == NO_TEXT


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(RevTrackError) as caught:
        read_any_paper(bytes(range(256)) * 8)

    assert caught.value.message == NOT_TEXT


SIGNED = {
    "bars between": "Nr | Nämnd | Svar\n1 | KS | Ja\n2 | SN | Nej",
    "semicolons": "Nr;Nämnd;Svar;Dag\n1;KS;Ja;2023-01-01\n2;SN;;",
}
PLAIN_SIGNS = {
    "one line": "Till: KS; SN; MN; BN",
    "sentences": (
        "Vi har läst planer; rutiner; protokoll; avtal och annat som gäller här.\n"
        "Vi har mött chefer; handläggare; politiker; brukare i kommunen."
    ),
}


@pytest.mark.parametrize("said", SIGNED.values(), ids=SIGNED)
def test_bars_or_semicolons_part_the_cells_of_a_table(said: str) -> None:
    (table,) = text(said.encode()).blocks

    assert isinstance(table, Table)
    assert [each.cells[1].text for each in table.rows] == ["Nämnd", "KS", "SN"]


@pytest.mark.parametrize("said", PLAIN_SIGNS.values(), ids=PLAIN_SIGNS)
def test_bars_or_semicolons_in_running_text_part_nothing(said: str) -> None:
    assert all(isinstance(each, Line) for each in text(said.encode()).blocks)


def test_a_sign_for_nothing_in_a_field_joins_no_lines() -> None:
    form = "Åtgärd: -\nMotivering: Nämnden anser att rapporteringen är god.\nAnsvarig:\n"
    assert lines(text(form.encode()))[:2] == [
        "Åtgärd: -",
        "Motivering: Nämnden anser att rapporteringen är god.",
    ]


def test_a_line_that_is_one_quotation_is_a_paragraph_however_full_it_is() -> None:
    asked = '"Nämnden bör införa en slutredovisning för bidrag över 20 000 kr"'
    said = f"{asked}\nVi håller med om detta också, och en blankett görs efter helgerna\ni januari."

    assert lines(text(said.encode()))[0] == asked
