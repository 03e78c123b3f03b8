"""Historik: who, when, what, from what to what; found by person, day and record; on a day."""

from dataclasses import replace
from datetime import date, datetime

from revtrack.domain.days.local_time import HERE
from revtrack.services.find import find_audit
from revtrack.services.history import latest_changes, list_history
from revtrack.storage.rows import change
from revtrack.storage.store import Person, Store
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)


def rename(store: Store, person: str, title: str, why: str) -> str:
    """Change the title of an audit as somebody else, and return on which day that is."""
    theirs = replace(store, person=Person(person))
    audit = find_audit(theirs, "ALV-2023-2")
    with theirs.wish(why) as session:
        change(session, audit, title=title)
    at = latest_changes(store, 1).events[0].at
    return datetime.fromisoformat(at).astimezone(HERE).date().isoformat()


def test_the_latest_changes_are_the_last_of_all_of_them(demo_store: Store) -> None:
    every = list_history(demo_store)
    found = latest_changes(demo_store, 5)
    assert found.events == tuple(reversed(every[-5:]))
    assert found.count == len(every)


async def test_a_change_is_told_with_who_when_why_and_both_values_and_found_by_them(
    demo_store: Store, sit_down: Opened
) -> None:
    day = rename(demo_store, "Kim Ek", "Underhåll", "Kortare titel")
    async with sit_down(demo_store, TODAY) as user:
        await user.press("H")
        assert user.screen.splitlines()[0].startswith(" Historik över registret")
        assert f"{day} " in user.screen
        assert " · Kim Ek – Kortare titel" in user.screen
        assert "Granskning ändrades: ALV-2023-2 (Underhåll)" in user.words
        assert "→ Underhåll" in user.words
        await user.press("enter")
        assert "[7 Historik]" in user.screen
        assert user.screen.splitlines()[0].startswith(" ALV-2023-2")
        await user.press("escape", "slash")
        await user.type(f'person:"Kim Ek" dag:{day} uppgift:granskning')
        await user.press("enter")
        assert "Granskning ändrades: ALV-2023-2" in user.words
        assert "Test Person" not in user.screen
        await user.press("slash", "ctrl+u")
        await user.type("dag:<2020")
        assert "Kim Ek" not in user.screen.split("Filter:")[0]
        await user.press("escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0]


async def test_older_changes_are_read_when_asked_for(demo_store: Store, sit_down: Opened) -> None:
    count = latest_changes(demo_store, 1).count
    async with sit_down(demo_store, TODAY) as user:
        await user.press("H")
        assert f"{count} ändringar, de senaste 400 visas, o visar äldre" in user.words
        await user.press("o")
        assert "de senaste 800 visas" in user.words
        await user.press("o", "o", "o")
        assert user.notices[-1] == "Alla ändringar visas."


async def test_an_audit_is_shown_as_it_stood_on_a_day(demo_store: Store, sit_down: Opened) -> None:
    day = rename(demo_store, "Kim Ek", "Underhåll", "")
    async with sit_down(demo_store, TODAY) as user:
        await user.press("H", "enter", "ö", "ctrl+u")
        await user.type(day)
        await user.press("enter", "enter")
        head = user.screen.splitlines()[0]
        assert head.startswith(" ALV-2023-2  Underhåll")
        assert "Som det såg ut" in head
        assert "Kim Ek" in user.screen
        await user.press("ctrl+z")
        assert user.notices[-1].startswith("Det här är registret som det såg ut")
