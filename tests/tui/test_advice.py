"""What is unwise about a day stands under it, and can be saved all the same."""

from datetime import date

from revtrack.services.find import read_case
from revtrack.services.registering.meetings import import_calendar
from revtrack.storage.store import Store
from tests.reading.test_meetings import workbook
from tests.tui.conftest import Opened

TODAY = date(2022, 12, 5)
BACK = ["backspace"] * 10


async def test_a_new_letter_tells_of_a_day_that_is_hard_to_keep(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("n")
        await user.type("Granskning av prov")
        await user.press("enter")
        await user.type("KS, KFN")
        await user.press("enter")
        await user.type("2022-12-01")
        await user.press("enter", *BACK)
        await user.type("2023-07-03")
        assert "! Svarsdagen 2023-07-03 för kommunstyrelsen samt kultur- och" in user.words
        assert "En bättre dag är 2023-08-01." in user.words
        await user.press(*BACK)
        await user.type("2023-03-01")
        assert "En bättre dag" not in user.words


async def test_a_request_is_decided_in_the_form_that_holds_it(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 1)) as user:
        await user.press("enter", "e")
        await user.type("2023-04-16")
        assert "är ingen arbetsdag. En bättre dag är 2023-04-17." in user.words
        await user.press("tab", "l", "ctrl+s")
        assert "Anstånd: till 2023-04-16, begärt" in user.words
        await user.press("e")
        assert "Tidigare: till 2023-04-16, begärt" in user.words
        await user.press(*BACK)
        await user.type("2023-04-14")
        await user.press("ctrl+s")
        assert "Anstånd: till 2023-04-14, beviljat" in user.words
    [extension] = read_case(awaiting_store, 1).extensions[-1:]
    assert extension.new_due_on == date(2023, 4, 14)


async def test_the_plan_of_a_reply_stands_under_its_row(
    awaiting_store: Store, sit_down: Opened
) -> None:
    rows = (("Nämnd", "Sammanträde", "Slag"), ("KS", "2023-02-28", "AU"), ("KS", "2023-03-14"))
    import_calendar(awaiting_store, workbook(*rows), TODAY)
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter")
        assert "Planering: Sista styrelsemöte före svarsdag 14 mars. AU 28 feb." in user.words
        assert "Tjänsteskrivelse klar 17 feb." in user.words
