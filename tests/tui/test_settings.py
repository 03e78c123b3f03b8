"""Choices are made on the screen, kept in settings.toml, and apply at once where they can."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from revtrack.services.choices import OwnSettings
from revtrack.settings import read_settings
from revtrack.storage.store import Store
from revtrack.tui.app import RevTrackApp
from revtrack.tui.keymap import read_keymap
from tests.tui.user import User

TODAY = date(2023, 3, 21)
NOTHING: Mapping[str, str] = {}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "settings.toml"
    place.write_text('# mitt\nuser = "Kim"\n', encoding="utf-8")
    return place


@asynccontextmanager
async def sitting(
    store: Store,
    file: Path,
    environment: Mapping[str, str] = NOTHING,
    size: tuple[int, int] = (120, 40),
) -> AsyncIterator[User]:
    app = RevTrackApp(store, TODAY, file.parent, own=OwnSettings(file, environment))
    app.set_keymap(read_keymap(read_settings({}, file).keys))
    async with app.run_test(size=size) as pilot:
        user = User(app, pilot)
        await user.settle()
        yield user


def said_in(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def spoil(file: Path) -> None:
    file.write_text("user = 3\n", encoding="utf-8")


async def _to_row(user: User, text: str) -> None:
    await user.press("slash")
    await user.type(f'"{text}"')
    await user.press("enter", "home")


async def test_a_choice_is_made_and_the_rest_of_the_file_stays(
    awaiting_store: Store, file: Path
) -> None:
    async with sitting(awaiting_store, file) as user:
        await user.press("f9")
        assert "Inställningar" in user.screen
        assert "Namn Kim" in user.words
        assert str(file) in user.screen
        await _to_row(user, "Byrå")
        await user.press("enter")
        await user.type("Egen byrå AB")
        await user.press("enter", "enter")
        assert "Egen byrå AB" in user.screen
        assert user.notices[-1] == "Sparat. Det gäller nu."
        await user.press("escape", "a", "f2")
        assert "Egen byrå AB" in user.screen
    assert said_in(file) == '# mitt\nuser = "Kim"\nfirm = "Egen byrå AB"\n'


async def test_the_name_in_the_history_follows_at_once(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file) as user:
        await user.press("f9", "home", "enter", "home", "shift+end")
        await user.type("Åsa Ek")
        await user.press("ctrl+s", "escape", "enter", "3", "m")
        await user.type("Ringde")
        await user.press("ctrl+s", "7")
        assert "Åsa Ek" in user.screen


async def test_a_key_is_pressed_and_applies_at_once(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file) as user:
        await user.press("f9")
        await _to_row(user, "overview.letter")
        await user.press("enter")
        assert "Tryck på tangenten för: Nytt missiv" in user.words
        await user.press("s")
        assert "skulle s göra två saker samtidigt" in user.notices[-1]
        assert "Registrera svar" in user.notices[-1]
        assert "Nytt missiv" in user.notices[-1]
        await user.press("enter", "å")
        assert "● egen" in user.screen
        assert read_settings({}, file).keys == {"overview.letter": "å"}
        await user.press("escape", "escape", "å")
        assert "╭─ Nytt missiv" in user.screen
        await user.press("escape", "f9")
        await _to_row(user, "overview.letter")
        await user.press("delete")
        assert read_settings({}, file).keys == {}
        await user.press("escape", "escape", "n")
        assert "╭─ Nytt missiv" in user.screen


async def test_any_key_may_be_chosen_where_it_is_free(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file) as user:
        await user.press("f9")
        await _to_row(user, "overview.letter")
        for key in ("ctrl+p", "tab", "f1", "enter"):
            user.app.clear_notifications()
            await user.press("enter", key)
            assert "göra två saker samtidigt" in user.notices[-1], key
            assert "Tryck på tangenten" not in user.screen
            await user.press("enter", "escape")
            assert "Tryck på tangenten" not in user.screen


async def test_the_theme_is_remembered(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file) as user:
        await user.press("f8")
        assert user.app.theme == "revtrack-light"
    assert read_settings({}, file).theme == "light"
    async with sitting(awaiting_store, file) as user:
        assert user.app.theme == "revtrack-light"
        await user.press("f9")
        await _to_row(user, "Färger")
        await user.press("enter", "right", "enter", "enter")
        assert user.app.theme == "revtrack-high-contrast"
        await user.press("delete")
        assert user.app.theme == "revtrack-dark"
        await user.press("f8")
        assert "Färger Ljus" in user.words
        await user.press("delete")
    assert read_settings({}, file).theme is None


async def test_what_applies_later_or_is_outdone_is_told(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file, {"REVTRACK_USER": "Annan"}) as user:
        await user.press("f9", "home")
        assert "Miljövariabeln REVTRACK_USER går före" in user.words
        await _to_row(user, "Språk")
        await user.press("enter", "right", "ctrl+s")
        assert user.notices[-1] == "Sparat. Det gäller nästa gång."
        assert "English" in user.screen
    assert read_settings({}, file).language == "en"


async def test_a_folder_that_is_not_there_is_refused(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file) as user:
        await user.press("f9")
        await _to_row(user, "Mapp för mallar")
        await user.press("enter")
        await user.type(str(file.parent / "finns inte"))
        await user.press("ctrl+s")
        assert "finns inte. Skapa den först" in user.words
    assert read_settings({}, file).templates is None


async def test_a_file_that_is_not_understood_is_told_of(awaiting_store: Store, file: Path) -> None:
    async with sitting(awaiting_store, file, size=(80, 24)) as user:
        spoil(file)
        await user.press("f9")
        assert "user" in user.notices[-1]
        await user.press("f8")
        assert user.app.theme == "revtrack-light"
    assert said_in(file) == "user = 3\n"
