import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.names.file_names import (
    MAX_APART_BYTES,
    MAX_BYTES,
    join_file_name,
    name_on_disk,
    safe_part,
    without_edition,
)

ANY_TEXT = st.text(max_size=200)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Eskilstuna kommun", "Eskilstuna-kommun"),
        ("Vård- och omsorgsnämnden", "Vård--och-omsorgsnämnden"),
        ("A\u030alder o\u0308ver", "Ålder-över"),
        ("R&D <x>: [/]", "R-D-x"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "C-Windows"),
        ("con", "con-"),
        ("CON.txt", "CON.txt-"),
        ("lpt1", "lpt1-"),
        ("concert", "concert"),
        ("...", "namnlös"),
        ("", "namnlös"),
        ("\x00\n", "namnlös"),
        ("日本", "namnlös"),
    ],
)
def test_a_safe_part_of_a_name(text: str, part: str) -> None:
    assert safe_part(text) == part


def test_a_whole_name() -> None:
    parts = ("2022-12-01", "Eskilstuna kommun", "Missiv", "", "ESK-2022-1")
    begun = "2022-12-01_Eskilstuna-kommun_Missiv_ESK-2022-1"
    assert join_file_name(parts, ".docx") == f"{begun}.docx"
    assert join_file_name(parts, ".docx", edition=2) == f"{begun}_v2.docx"
    assert {without_edition(f"{begun}{each}.docx") for each in ("", "_v2", "_v12")} == {
        f"{begun}.docx"
    }
    assert join_file_name(parts, ".docx", apart="KFN", edition=12) == f"{begun}_KFN_v12.docx"


def test_a_long_name_is_cut_where_it_is_longest_and_keeps_what_tells_two_apart() -> None:
    parts = ("2022-12-01", "Ö" * 200, "Missiv", "ESK-2022-1")
    name = join_file_name(parts, ".docx", apart="KFN", edition=2)
    assert len(name.encode()) in {MAX_BYTES, MAX_BYTES - 1}
    assert name.startswith("2022-12-01_Ö")
    assert name.endswith("Ö_Missiv_ESK-2022-1_KFN_v2.docx")


def test_what_tells_two_apart_is_cut_last_and_then_ends_in_a_short_id() -> None:
    parts = ("2022-12-01", "Ö" * 200, "Rekommendationstabell arbetsversion", "ESK-2022-1")
    begun = "Nämnden för långa namn " * 5
    one, other = (join_file_name(parts, ".docx", apart=f"{begun}{end}") for end in "AB")
    assert one != other
    cut = r"_Nämnden-för-långa-namn-Nämnden-för-[0-9a-f]{8}\.docx$"
    assert re.search(cut, one)
    assert re.search(cut, other)
    whole = "nämnden för arbetsmarknad och vuxenutbildning"
    name = join_file_name(parts, ".docx", apart=whole)
    assert name.endswith("_nämnden-för-arbetsmarknad-och-vuxenutbildning.docx")


@given(
    st.lists(ANY_TEXT, min_size=1, max_size=6),
    st.sampled_from([".docx", ".xlsx"]),
    ANY_TEXT,
    st.integers(1, 10_000),
)
def test_any_text_makes_a_name_that_every_system_takes(
    parts: list[str], suffix: str, apart: str, edition: int
) -> None:
    name = join_file_name(("2022-12-01", *parts), suffix, apart=apart, edition=edition)
    assert len(name.encode()) <= MAX_BYTES
    assert name.endswith(suffix if edition == 1 else f"_v{edition}{suffix}")
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t ')
    assert name.isprintable()


@given(ANY_TEXT, ANY_TEXT)
def test_what_is_cut_does_not_make_two_names_one(one: str, other: str) -> None:
    begun = "x" * (MAX_APART_BYTES + 1)
    names = {join_file_name(("P",), ".docx", apart=f"{begun}{end}") for end in (one, other)}
    assert len({name_on_disk(name) for name in names}) == len({one, other})


@given(ANY_TEXT)
def test_a_safe_part_is_never_empty_hidden_or_reserved(text: str) -> None:
    part = safe_part(text)
    assert part
    assert part[0] not in ".-"
    assert part.split(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
