"""Marked rows are changed together: chosen, seen row by row, one wish, one step back."""

from datetime import date

from revtrack.domain.codes import Outcome, Priority
from revtrack.services.find import read_case
from revtrack.services.history import list_history
from revtrack.storage.store import Store
from tests.services.replying import reply
from tests.services.test_undoing import facts
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 10)


async def test_seven_rows_get_a_new_day_and_one_step_takes_it_back(
    awaiting_store: Store, sit_down: Opened
) -> None:
    before = facts(awaiting_store)
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "V", "ä")
        assert "╭─ Ändra 7 rader" in user.screen
        await user.press("enter")
        assert "╭─ Svar senast: en ny dag för alla (anstånd) – 7 rader" in user.screen
        await user.type("2023-04-14")
        await user.press("ctrl+s")
        assert "7 rader ändras." in user.screen
        assert "2023-03-20 2023-04-14" in user.words
        assert facts(awaiting_store) == before
        await user.press("enter", "escape")
        assert facts(awaiting_store) == before
        assert "7 markerade" in user.screen

        await user.press("ä", "enter")
        await user.type("2023-04-14")
        await user.press("ctrl+s", "ctrl+s")
        assert user.notices[-1] == "7 rader är ändrade. Ctrl+Z tar tillbaka alla."
        after = facts(awaiting_store)
        assert after != before
        assert "markerade" not in user.screen.splitlines()[0]
        await user.press("ctrl+z", "enter")
        assert facts(awaiting_store) == before
        await user.press("ctrl+y", "enter")
        assert facts(awaiting_store) == after


async def test_what_cannot_be_changed_stands_with_its_reason(
    awaiting_store: Store, sit_down: Opened
) -> None:
    reply(awaiting_store, "KS")
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "V", "ä", "enter")
        await user.type("2023-04-14")
        await user.press("ctrl+s")
        assert "6 rader ändras. 1 rad ändras inte." in user.words
        assert "Kommunstyrelsen har redan svarat" in user.words


async def test_hidden_marks_are_told_and_left_alone(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "V", "slash")
        await user.type("nämnd:KS")
        await user.press("enter", "ä", "enter")
        assert "6 markerade rader döljs av filtret och ändras inte." in user.words
        await user.type("2023-04-14")
        await user.press("ctrl+s")
        assert "1 rad ändras." in user.screen


async def test_recommendations_get_a_priority_and_are_closed_together(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, date(2026, 2, 20)) as user:
        await user.press("end", "enter", "2", "home", "space", "space", "space", "ä", "enter")
        await user.press("ctrl+s")
        assert "rader ändras" in user.words or "rad ändras" in user.words
        await user.press("ctrl+s")
        case = read_case(eskilstuna_store, 1)
        assert Priority.HIGH in {each.priority for each in case.recommendations}
        events = list_history(eskilstuna_store)

        await user.press("home", "space", "space", "ä", "down", "down", "down", "enter")
        assert "╭─ Avsluta med utfall och skäl" in user.screen
        await user.press("right", "tab")
        await user.type("Ny organisation")
        await user.press("tab", "tab", "tab", "right", "ctrl+s", "ctrl+s")
        case = read_case(eskilstuna_store, 1)
        closed = [each for each in case.addressees if each.outcome]
        assert {each.outcome for each in closed} == {Outcome.NOT_IMPLEMENTED}
        added = list_history(eskilstuna_store)[len(events) :]
        assert {each.why for each in added} == {"Ny organisation"}


async def test_audits_are_changed_together_on_the_overview(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, date(2026, 2, 20)) as user:
        await user.press("end", "K", "K", "ä")
        assert "╭─ Ändra 3 rader" in user.screen
        await user.press("end", "up", "enter")
        assert "╭─ Planerad uppföljning av granskningen – 3 rader" in user.screen
        await user.type("2027")
        await user.press("ctrl+s")
        assert "3 rader ändras." in user.screen
        await user.press("ctrl+s")
        assert user.notices[-1].startswith("3 rader är ändrade.")
