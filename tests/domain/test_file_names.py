import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.file_names import MAX_BYTES, join_file_name, safe_part

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
    parts = ("2022-12-01", "Eskilstuna kommun", "Missiv", "ESK-2022-1", "", "v2")
    assert (
        join_file_name(parts, ".docx") == "2022-12-01_Eskilstuna-kommun_Missiv_ESK-2022-1_v2.docx"
    )


def test_a_long_name_is_cut_where_it_is_longest_and_keeps_what_tells_two_apart() -> None:
    parts = ("2022-12-01", "Ö" * 200, "Missiv", "ESK-2022-1", "KFN", "v2")
    name = join_file_name(parts, ".docx")
    assert len(name.encode()) in {MAX_BYTES, MAX_BYTES - 1}
    assert name.startswith("2022-12-01_Ö")
    assert name.endswith("Ö_Missiv_ESK-2022-1_KFN_v2.docx")


@given(st.lists(ANY_TEXT, min_size=1, max_size=6), st.sampled_from([".docx", ".xlsx"]))
def test_any_text_makes_a_name_that_every_system_takes(parts: list[str], suffix: str) -> None:
    name = join_file_name(("2022-12-01", *parts), suffix)
    assert len(name.encode()) <= MAX_BYTES
    assert name.endswith(suffix)
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t ')
    assert name.isprintable()


@given(ANY_TEXT)
def test_a_safe_part_is_never_empty_hidden_or_reserved(text: str) -> None:
    part = safe_part(text)
    assert part
    assert part[0] not in ".-"
    assert part.split(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
