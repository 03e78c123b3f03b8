import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.tui.show import one_line, plain, show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("R&D [/] [bold]x[/bold]", "R&D [/] [bold]x[/bold]"),
        ("\x1b]52;c;ZXZpbA==\x07", "␛]52;c;ZXZpbA==␇"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("abc\u202egpj.exe", "abc\ufffdgpj.exe"),
        ("en\ttabb", "en tabb"),
        ("rad\nrad", "rad\nrad"),
        ("å ä ö Å Ä Ö – ” §", "å ä ö Å Ä Ö – ” §"),
        ("\x7f", "␡"),
    ],
)
def test_text_is_shown_as_text(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert show(text).plain == shown


def test_a_long_text_is_cut_visibly() -> None:
    assert plain("x" * 3000).endswith("x…")
    assert len(plain("x" * 3000)) == 2000


def test_a_line_has_no_line_break() -> None:
    assert one_line("en \n\n två\ntre") == "en två tre"


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = plain(text)
    assert not any(sign < " " and sign != "\n" for sign in shown)
    assert not any("\x7f" <= sign <= "\x9f" for sign in shown)
    shown.encode()
