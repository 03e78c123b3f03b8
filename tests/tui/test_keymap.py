"""Keys of one's own: in force everywhere, and refused where they cannot be."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.settings import read_settings
from revtrack.storage.store import Store
from revtrack.tui import keys
from revtrack.tui.keymap import read_keymap
from revtrack.wording import word
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)


def test_the_keys_that_come_with_the_program_do_not_clash() -> None:
    assert read_keymap({}) == {}


def test_keys_are_spelt_as_people_write_them() -> None:
    chosen = {"overview.letter": "Ctrl+N, å", "lines.down": "/", "app.theme": "F11"}
    with pytest.raises(RevTrackError, match=r"/ would do two things at once"):
        read_keymap(chosen)
    del chosen["lines.down"]
    assert read_keymap(chosen) == {"overview.letter": "ctrl+n,å", "app.theme": "f11"}


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (
            {"overview.leter": "x"},
            (
                "[keys] i inställningarna anger overview.leter, som inte är någon åtgärd. "
                "Menas overview.letter?"
            ),
        ),
        (
            {"qqq": "x"},
            (
                "[keys] i inställningarna anger qqq, som inte är någon åtgärd. "
                "Alla åtgärder står i hjälpen (F1)."
            ),
        ),
        (
            {"overview.letter": "knappen"},
            (
                "[keys] i inställningarna ger overview.letter tangenten knappen, som inte finns. "
                "Skriv en bokstav, F4, ctrl+r, space eller liknande."
            ),
        ),
        (
            {"overview.letter": "s"},
            (
                "Enligt [keys] i inställningarna skulle s göra två saker samtidigt: "
                "Registrera svar (overview.reply) och Nytt missiv (overview.letter). "
                "Ge en av dem en annan tangent."
            ),
        ),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(chosen: Mapping[str, str], told: str) -> None:
    with pytest.raises(RevTrackError) as refusal:
        read_keymap(chosen)
    assert word(refusal.value) == told


def test_keys_are_read_from_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('user = "Kim"\n[keys]\n"overview.letter" = "m"\n', encoding="utf-8")
    assert read_settings({}, file).keys == {"overview.letter": "m"}
    file.write_text("keys = 3\n", encoding="utf-8")
    with pytest.raises(RevTrackError, match="names of actions with their keys as texts"):
        read_settings({}, file)


async def test_footer_help_and_the_key_itself_follow(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY, (120, 120)) as user:
        user.app.set_keymap(read_keymap({"overview.letter": "m"}))
        await user.settle()
        assert "m Missiv" in user.screen.splitlines()[-1]
        await user.press("question_mark")
        assert "m Nytt missiv overview.letter" in user.words
        await user.press("escape", "ctrl+p")
        await user.type("nytt missiv")
        assert "Översikt · m" in user.words
        assert keys.key_of("overview.letter") == "m"
        await user.press("escape", "m")
        assert "╭─ Nytt missiv" in user.screen
