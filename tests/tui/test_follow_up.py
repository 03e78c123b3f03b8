"""The tab Uppföljning: judge, close, reopen, and all papers of a follow-up by one key."""

from pathlib import Path

from revtrack.domain.codes import Outcome, Solved, VerdictStep
from revtrack.services.find import find_audit, read_case
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.services.follow_up.test_following_up import case_of, follow_up, line_of
from tests.tui.conftest import Opened
from tests.tui.user import User

SIZE = (140, 50)


async def go_to(user: User, reference: str) -> None:
    """Open an audit from the overview on the tab of follow-up."""
    await user.press("slash")
    await user.type(reference)
    await user.press("enter", "G", "enter", "4")
    assert reference in user.screen


async def test_a_recommendation_is_judged_closed_and_reopened(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY, SIZE) as user:
        await go_to(user, "ALV-2024-2")
        await user.press("n")
        assert "Uppföljningsbedömning – R3 kommunstyrelsen" in user.screen
        await user.press("enter", "enter")
        await user.type("Genomgång av riktlinjerna")
        await user.press("ctrl+s")
        assert "Ingen uppföljning av ALV-2024-2 pågår" in user.words
        assert line_of(demo_store, "ALV-2024-2", "R3", "KS").verdict is None
        await user.press("enter", "enter", "enter", "enter", "right", "ctrl+s")
        line = line_of(demo_store, "ALV-2024-2", "R3", "KS")
        assert line.verdict is not None
        assert (line.verdict.verdict, line.verdict.method) == (
            VerdictStep.FULL,
            "Genomgång av riktlinjerna",
        )
        assert "Så kontrollerades det: Genomgång av riktlinjerna" in user.words
        await user.press("c", "enter")
        await user.type("Allt är klart")
        await user.press("ctrl+s")
        assert "Är bristen bakom R3 till kommunstyrelsen åtgärdad?" in user.words
        await user.press("down", "right", "ctrl+s")
        closed = line_of(demo_store, "ALV-2024-2", "R3", "KS").addressee
        assert (closed.outcome, closed.problem_solved) == (Outcome.IMPLEMENTED, Solved.YES)
        assert "Avslutad: Genomförd · 2026-02-16 · Allt är klart" in user.words
        await user.press("w")
        await user.type("Det var det inte")
        await user.press("ctrl+s")
        assert "Återöppnad: Det var det inte" in user.words
        assert line_of(demo_store, "ALV-2024-2", "R3", "KS").addressee.outcome is None


async def test_one_key_makes_all_papers_of_a_follow_up(
    demo_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    audit = follow_up(demo_store, "ALV-2023-2")
    async with sit_down(demo_store, TODAY, SIZE) as user:
        await go_to(user, audit.reference)
        await user.press("p")
        assert "Allt underlag till uppföljningen – ALV-2026-1" in user.screen
        await user.press("ctrl+s")
        made = sorted(path.suffix for path in (tmp_path / "dokument").iterdir())
        assert made == [".docx"] * 7 + [".xlsx"]
    kinds = [each.kind.value for each in read_case(demo_store, audit.id).documents]
    assert sorted(set(kinds)) == ["follow-up-workbook", "status-request"]


async def test_the_keys_of_follow_up_belong_to_its_tab(demo_store: Store, sit_down: Opened) -> None:
    async with sit_down(demo_store, TODAY, SIZE) as user:
        await go_to(user, "ALV-2023-2")
        assert "n Bedöm" in user.words
        assert "Allt underlag" not in user.words
        await user.press("2")
        assert "n Bedöm" not in user.words
    assert find_audit(demo_store, "ALV-2023-2").verdict is None
    assert not case_of(demo_store, "ALV-2023-2").verdicts
