"""What is typed survives a crash, a kill and a fault, and is offered again by the same form."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from revtrack.forms.note import NoteWish
from revtrack.services.drafts import DraftBox
from revtrack.services.find import read_case
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from revtrack.tui import drafting
from revtrack.tui.app import RevTrackApp
from tests.tui.user import User

TODAY = date(2023, 3, 21)
AT = datetime(2023, 3, 21, 14, 32, tzinfo=UTC)
LATER = datetime(2023, 3, 22, 8, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "EVERY", 0.02)


@asynccontextmanager
async def sitting(store: Store, folder: Path, at: datetime = AT) -> AsyncIterator[User]:
    """Open the program, with a box of drafts that outlives it."""
    box = DraftBox(folder / "drafts", str(store.path), store.person.name, lambda: at)
    app = RevTrackApp(store, TODAY, folder / "dokument", drafts=box)
    async with app.run_test(size=(120, 40)) as pilot:
        user = User(app, pilot)
        await user.settle()
        yield user


def drafts(folder: Path) -> list[Path]:
    return sorted((folder / "drafts").glob("*.json"))


async def kept(folder: Path, number: int = 1) -> None:
    """Wait until so many drafts lie in the folder."""
    for _each in range(500):
        if len(drafts(folder)) == number:
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"{len(drafts(folder))} drafts instead of {number}")


async def test_what_is_typed_is_offered_again_and_gone_when_it_is_saved(
    awaiting_store: Store, tmp_path: Path
) -> None:
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("n")
        await user.type("Granskning av [/] åäö")
        await user.press("enter")
        await user.type("KS")
        await kept(tmp_path)
    async with sitting(awaiting_store, tmp_path, LATER) as user:
        await user.press("n")
        assert "Utkast från 21 mars 2023 klockan 14.32" in user.words
        assert "Titel Granskning av [/] åäö" in user.words
        await user.press("enter")
        assert "Mottagare KS" in user.words
        await user.press("tab", "tab")
        await user.type("1/12")
        await user.press("ctrl+s")
        assert list_audits(awaiting_store, TODAY)[0].title
        assert drafts(tmp_path) == []
        await user.press("n")
        assert "Utkast" not in user.screen
    assert len(list_audits(awaiting_store, TODAY)) == 2


async def test_only_the_key_that_says_so_throws_it_away(
    awaiting_store: Store, tmp_path: Path
) -> None:
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("n")
        await user.type("Granskning")
        await kept(tmp_path)
        await user.press("ctrl+q")
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("n")
        assert "Utkast från 14.32: det skrevs här och sparades aldrig." in user.words
        await user.press("escape")
        assert "╭─ Nytt missiv" not in user.screen
        assert len(drafts(tmp_path)) == 1
        await user.press("n", "k")
        assert drafts(tmp_path) == []
        assert "Granskning" not in user.app.screen.query_one("#row-title").text  # type: ignore[attr-defined]


async def test_what_is_discarded_on_purpose_leaves_no_draft(
    awaiting_store: Store, tmp_path: Path
) -> None:
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("n")
        await user.type("Granskning")
        await kept(tmp_path)
        await user.press("escape", "j")
        assert drafts(tmp_path) == []
        await user.press("n")
        await user.type("G")
        await kept(tmp_path)
        await user.press("backspace")
        await kept(tmp_path, 0)


async def test_a_draft_belongs_to_its_record(eskilstuna_store: Store, tmp_path: Path) -> None:
    async with sitting(eskilstuna_store, tmp_path) as user:
        await user.press("G", "enter", "3", "m")
        await user.type("Ringde")
        await kept(tmp_path)
        await user.press("ctrl+q")
    async with sitting(eskilstuna_store, tmp_path) as user:
        await user.press("G", "enter", "3", "j", "m")
        assert "Utkast" not in user.screen
        await user.press("escape", "k", "m")
        assert "Utkast från 14.32" in user.screen


async def test_a_fault_while_saving_loses_nothing(
    awaiting_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        message = "a fault in the program"
        raise ZeroDivisionError(message)

    async def save() -> None:
        async with sitting(awaiting_store, tmp_path) as user:
            await user.press("enter", "3", "m")
            await user.type("Ringde nämndsekreteraren")
            await kept(tmp_path)
            await user.press("ctrl+s")

    with monkeypatch.context() as broken:
        broken.setattr(NoteWish, "carry_out", fail)
        with pytest.raises(ZeroDivisionError):
            await save()
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("enter", "3", "m", "enter", "ctrl+s")
    case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
    assert [each.text for each in case.notes] == ["Ringde nämndsekreteraren"]
    assert drafts(tmp_path) == []


async def test_positions_belong_to_the_draft(awaiting_store: Store, tmp_path: Path) -> None:
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("s")
        await user.type("20/3")
        await user.press("enter")
        await user.type("85")
        await user.press("enter", "enter", "enter", "i", "3", "d")
        await kept(tmp_path)
        assert "Instämmer delvis" in user.screen
        await asyncio.sleep(0.1)
        await user.press("ctrl+q")
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("s", "f")
        assert "20 mars 2023" in user.screen
        assert "Instämmer delvis" in user.screen
        assert "Pågår" in user.screen


async def test_a_damaged_draft_is_told_of_and_the_form_opens(
    awaiting_store: Store, tmp_path: Path
) -> None:
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("n")
        await user.type("Granskning")
        await kept(tmp_path)
        await user.press("ctrl+q")
    drafts(tmp_path)[0].write_bytes(b"\x00\xff")
    async with sitting(awaiting_store, tmp_path) as user:
        await user.press("n")
        assert "var skadat och har lagts åt sidan" in user.notices[0]
        assert "╭─ Nytt missiv" in user.screen
