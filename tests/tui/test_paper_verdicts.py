"""A follow-up's report is read in by keys: its verdicts line by line."""

from datetime import date
from pathlib import Path

import pytest

from revtrack.domain.codes import VerdictStep
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.services.find import read_case
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.services.reading_in.likely import Target
from revtrack.services.reading_in.read_file import read_beside
from revtrack.services.reading_in.taking import save_taken, see_taking
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.storage.store import Store
from tests.papers_followed import BODIES, FOLLOW_UP, LETTER, REPORT, written
from tests.tui.conftest import Opened
from tests.tui.test_paper import read_in

TODAY = date(2026, 4, 1)


@pytest.fixture
def store(empty_store: Store, tmp_path: Path) -> Store:
    """A register with an audit whose letter has gone out."""
    entry = SetUp(name="Ekby kommun", committees=listed_committees("\n".join(BODIES)))
    set_up_municipality(empty_store, entry)
    target = Target()
    for text in (REPORT, LETTER):
        file = read_beside(written(tmp_path, text), empty_store)
        taking = see_taking(empty_store, file, TODAY, target)
        if target.audit_id is None:
            taking = taking.corrected("head.audit_year", 2024)
        saved = save_taken(empty_store, file, taking.with_all_sure(), TODAY)
        target = Target(saved.audit.id)
    return empty_store


async def test_verdicts_are_taken_corrected_and_left_line_by_line(
    store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    async with sit_down(store, TODAY) as user:
        await read_in(user, written(tmp_path, FOLLOW_UP))
        assert "Uppföljningsrapport → ny granskning i Ekby kommun" in user.words
        await user.press("M", *"EKB-2024-1", "ctrl+s")
        assert "ny uppföljning av EKB-2024-1 Ekby kommun" in user.words
        await user.press("A", "slash", *"larmrutin", "escape")
        await user.press("slash", *"granskningsår", "down", "enter", *"2026", "ctrl+s")
        await user.press("slash", *["backspace"] * 13, *"bedömning av", "down")
        assert "Bedömning av R1, socialnämnden" in user.words
        assert "Rekommendation: " in user.words
        assert "“Delvis genomförd”" in user.words or "”Delvis genomförd”" in user.words
        await user.press("enter", "right", "ctrl+s", "down", "space")
        await user.press("ctrl+s", "ctrl+s")
    (follow_up,) = follow_ups_of(store, 1)
    found = [(each.verdict, each.follow_up_id) for each in read_case(store, 1).verdicts]
    assert (VerdictStep.FULL, follow_up.id) in found
    assert len(found) == len({each.addressee_id for each in read_case(store, 1).verdicts}) == 2
