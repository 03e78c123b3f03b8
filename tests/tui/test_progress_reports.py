"""Lägesrapporter by keys: registered on a row, told there, accepted or returned."""

from datetime import date

from revtrack.domain.codes import Progress, Review
from revtrack.services.find import read_case
from revtrack.storage.store import Store
from tests.services.replying import judge, reply
from tests.tui.conftest import Opened

TODAY = date(2023, 5, 2)


async def test_a_report_is_registered_on_a_recommendation_and_accepted(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY, (130, 50)) as user:
        await user.press("enter", "2", "g", "j", "å")
        assert "╭─ Lägesrapport – kommunstyrelsen" in user.screen
        await user.press("tab", "right", "right", "tab")
        await user.type("Kartläggningen är i gång.")
        await user.press("ctrl+s")
        assert user.notices[-1] == "Lägesrapporten är registrerad och väntar på att godtas."
        assert "Lägesrapport: R1 · 2023-05-02 · Pågår · Kartläggningen är i gång." in user.words
        assert "a Godta" in user.words
        await user.press("a")
        assert "╭─ Godta lägesrapporten" in user.screen
        await user.press("ctrl+s")
        assert "✓ Tillräckligt 2023-05-02" in user.words
        assert "a Godta" not in user.words
    (report,) = read_case(awaiting_store, 1).progress_reports
    assert (report.progress, report.review) == (Progress.UNDER_WAY, Review.SUFFICIENT)


async def test_a_report_is_returned_from_the_committees_row_with_what_is_missing(
    awaiting_store: Store, sit_down: Opened
) -> None:
    reply(awaiting_store, "KS")
    judge(awaiting_store, "KS", Review.SUFFICIENT)
    async with sit_down(awaiting_store, TODAY, (130, 50)) as user:
        await user.press("enter", "3", "g", "å", "ctrl+s")
        assert "Lägesrapport: R1" in user.words
        await user.press("i", "ctrl+s")
        assert "Fyll i det här fältet." in user.words
        await user.type("Tidplan saknas.")
        await user.press("ctrl+s")
        assert "Tidplan saknas." in user.words
    (report,) = read_case(awaiting_store, 1).progress_reports
    assert report.review is Review.SUPPLEMENT_REQUESTED


async def test_a_report_needs_a_row_that_it_is_about(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "1", "å")
        assert user.notices[-1].startswith("Gå till raden för en rekommendation eller en nämnd")
