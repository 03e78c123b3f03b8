"""Nämnd: everything that one committee owes, from any row that it stands in."""

from datetime import date

from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)


async def test_all_that_a_committee_owes_stands_together_and_leads_on(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("j", "j", "f3")
        assert user.screen.splitlines()[0].startswith(" Socialnämnden, SN, Älvsunda kommun")
        for heading in (
            "Inväntar svar (2)",
            "Svar att bedöma (2)",
            "Att genomföra (2)",
            "Öppna rekommendationer (10)",
        ):
            assert heading in user.screen
        assert "! 31 dagar sent 2026-01-16 ALV-2025-1" in user.words
        assert "Planering: Sista nämnd före svarsdag 17 dec 2025." in user.words
        await user.press("j", "enter")
        assert "ALV-2025-2" in user.screen.splitlines()[0]
        assert "Socialnämnden · dnr SN 2025/290" in user.words
        await user.press("escape")
        assert "Socialnämnden, SN" in user.screen.splitlines()[0]
        await user.press("home", "s")
        assert "Registrera svar – socialnämnden, ALV-2025-1" in user.screen
        await user.press("escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0]
        await user.press("end", "f3")
        assert user.notices[-1] == "Gå till en rad med en nämnd och tryck på tangenten igen."
