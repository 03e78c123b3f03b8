"""Sök: all recommendations and all texts of the register, by keys."""

from datetime import date

from revtrack.domain import records as r
from revtrack.domain.filtering import parse_filter
from revtrack.services.database.opening import open_store
from revtrack.services.saved_views import list_views, save_view
from revtrack.storage.rows import change, some
from revtrack.storage.store import Store
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.widgets.paged_lines import PagedLines
from revtrack.wording.filter_names import filter_names
from tests.conftest import TESTER
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2026, 2, 16)
TITLES = ("   Granskning  ", "   Finns i  ")


def _rows(user: User) -> list[str]:
    """Return the rows in sight, without the titles of their columns."""
    lines = user.screen.splitlines()
    titles = next(place for place, line in enumerate(lines) if line.startswith(TITLES))
    end = next(place for place, line in enumerate(lines) if place > titles and not line.strip())
    return lines[titles + 1 : end]


async def test_all_recommendations_are_listed_filtered_while_one_types_and_opened(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f7")
        assert user.screen.splitlines()[0].startswith(" Sök – rekommendationer")
        assert "Rekommendationer per nämnd (91)" in user.screen
        await user.press("slash")
        assert "Ord, eller fält" in user.screen
        await user.type("nämnd:SN försenad")
        rows = _rows(user)
        assert len(rows) > 3
        assert all(" SN " in row and "! 20" in row for row in rows)
        await user.type(" nämn:X")
        assert "inkom, ansvarig" in user.words
        await user.press("ctrl+u")
        await user.type("granskning:ALV-2025-1 nr:R2 nämnd:BUN")
        await user.press("enter")
        assert "Reply in its own words" not in user.screen
        assert "R2 Barn- och utbildningsnämnden" in user.screen
        await user.press("enter")
        assert isinstance(user.app.screen, AuditScreen)
        assert "ALV-2025-1" in user.screen.splitlines()[0]
        assert "R2 Barn- och utbildningsnämnden" in user.screen
        await user.press("escape", "f3")
        assert "Barn- och utbildningsnämnden, BUN" in user.screen.splitlines()[0]
        await user.press("escape")
        assert "(1)" in user.screen


async def test_words_are_found_in_all_texts_with_their_place(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f7", "t")
        assert "Tryck på / och skriv ord" in user.words
        await user.type("upphandling")
        assert "Texter (" in user.screen
        assert "direktupphandling" in user.screen
        await user.type(" riskanalys")
        assert "Ingen text har alla dessa ord." in user.words
        await user.press("escape", "slash")
        await user.type("sårbarhetsanalys")
        assert "Revisionsfråga  ALV-2025-4" in user.screen
        await user.press("enter", "enter")
        assert "ALV-2025-4" in user.screen.splitlines()[0]
        assert "1 Frågor" in user.words
        await user.press("escape", "slash")
        await user.type(" nämnd:SN")
        assert "söker man bara med ord" in user.words


async def test_a_filter_is_saved_recalled_after_a_restart_and_removed(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f7", "S")
        assert user.notices[-1] == "Det finns inget filter att spara. Tryck på / och skriv ett."
        await user.press("slash")
        await user.type("nämnd:SN")
        await user.press("enter", "S")
        await user.type("Socialnämnden")
        await user.press("ctrl+s")
        assert user.notices[-1] == "Sparad som Socialnämnden. Hämta den med s."
        shown = _rows(user)
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f7", "s")
        assert "Socialnämnden Rekommendationer nämnd:SN" in user.words
        await user.press("enter")
        assert _rows(user) == shown
        assert "Filter: nämnd:SN" in user.words
        await user.press("s", "delete", "enter")
        assert len(list_views(demo_store)) == 1
        await user.press("delete", "j")
        assert list_views(demo_store) == ()
        assert "Ingen vy är sparad än." in user.words


async def test_a_name_that_is_taken_gets_the_new_filter(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f7")
        for extra in ("", " försenad"):
            await user.press("slash")
            await user.type(f"öppen{extra}")
            await user.press("enter", "S")
            await user.type("Mina")
            if extra:
                assert "öppen försenad ersätter öppen." in user.words
            await user.press("ctrl+s")
    assert [each.filter_text for each in list_views(demo_store)] == ["öppen försenad"]


async def test_every_row_comes_into_sight_and_marked_rows_are_changed_together(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY, (80, 24)) as user:
        await user.press("f7")
        seen = set(_keys(user))
        for _page in range(12):
            await user.press("pagedown")
            seen |= set(_keys(user))
        lines = user.app.screen.query_one(PagedLines)
        assert lines.cursor == 90
        assert len(seen) == 91
        await user.press("home", "end", "up")
        assert lines.cursor == 89
        assert lines.key is not None
        assert max(len(line) for line in user.screen.splitlines()) <= 80

        await user.press("slash")
        await user.type("ALV-2025-2")
        await user.press("enter")
        told = [row.split()[1:3] for row in _rows(user)]
        assert [number for number, _ in told] == ["R1", "R1", "R1", "R2", "R2", "R2", "R3", "R4"]
        await user.press("space", "J")
        assert "3 markerade" in user.screen
        await user.press("V")
        assert "8 markerade" in user.screen
        await user.press("E", "enter")
        assert "╭─ Prioritet – 8 rader" in user.screen
        await user.press("escape", "escape", "slash", "end")
        await user.type(" KS")
        assert "markerade" not in user.screen


def _keys(user: User) -> list[object]:
    return list(user.app.screen.query_one(PagedLines).keys)


async def test_a_row_that_is_changed_shows_it_and_keeps_the_cursor(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f7", "j", "j", "j")
        key = user.app.screen.query_one(PagedLines).key
        with demo_store.wish() as session:
            for each in some(session, r.Recommendation):
                change(session, each, letter_text="\x1b[31m[red]Elak\u202etext[/red]" * 400)
        await user.press("f5")
        assert user.app.screen.query_one(PagedLines).key == key
        assert "[red]Elak" in user.screen
        assert "\x1b" not in user.screen
        assert "\u202e" not in user.screen
        await user.press("t")
        await user.type("elak")
        assert "Texter (" in user.screen
        assert "\x1b" not in user.screen


async def test_no_view_is_removed_from_a_register_that_is_only_read(
    demo_store: Store, sit_down: Opened
) -> None:
    new = r.NewSavedView(name="Mina", screen="recommendations", filter_text="öppen")
    save_view(demo_store, new)
    store = open_store(demo_store.path, TESTER, read_only=True)
    async with sit_down(store, TODAY) as user:
        await user.press("f7", "s", "delete")
        assert "öppnat enbart för läsning" in user.notices[-1]
        await user.press("enter")
        assert "Filter: öppen" in user.words
        assert "Rekommendationer per nämnd (" in user.screen
    store.close()


async def test_what_is_shown_is_what_was_found(demo_store: Store, sit_down: Opened) -> None:
    async with sit_down(demo_store, TODAY, (120, 130)) as user:
        await user.press("f7")
        for typed in ("", "nämnd:SN", "rutin"):
            await user.press("slash")
            await user.type(typed)
            lines = user.app.screen.query_one(PagedLines)
            assert lines.asked == parse_filter(typed, filter_names())
            assert f"({len(_rows(user))})" in user.screen
            await user.press("escape")


async def test_turning_to_texts_while_rows_are_fetched_does_no_harm(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.rush("f7", "j", "end", "t", "'risk", "down", "j", "t", "end", "t", "home")
        assert "Texter (" in user.screen
        assert "Rekommendation" in _rows(user)[0]


async def test_a_row_that_is_gone_since_says_so(demo_store: Store, sit_down: Opened) -> None:
    async with sit_down(demo_store, TODAY, (120, 16)) as user:
        await user.press("f7")
        with demo_store.preparing() as session:
            session.connection().exec_driver_sql("DELETE FROM search_line")
        await user.press("end", "f3", "enter")
        assert "Borttagen eller flyttad sedan dess." in user.words
        await user.press("f5")
        assert "Rekommendationer per nämnd (0)" in user.screen
