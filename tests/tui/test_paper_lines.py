"""Lines that hang together: what one says falls, or is taken, with the other it says more of."""

from datetime import date
from pathlib import Path

from revtrack.domain.codes import Position, Progress
from revtrack.services.find import read_case
from revtrack.storage.store import Store
from tests.cli.test_read import LETTER, REPLY
from tests.services.reading_in.conftest import ekby
from tests.services.reading_in.test_replies import answered, registered
from tests.tui.conftest import Opened
from tests.tui.test_paper import audits, read_in

__all__ = ["ekby"]
TODAY = date(2025, 3, 1)
FORM = """SVARSBLANKETT
Granskning: Granskning av skolans ekonomi
Svarande nämnd: Barn- och utbildningsnämnden
Beslutad: 2024-09-24, § 51

Rekommendation 1: Ta fram en plan för skolans ekonomi
Nämndens inställning: [X] Instämmer   [ ] Instämmer delvis   [ ] Instämmer inte
Åtgärd: En plan tas fram under hösten.
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "handling.txt"
    path.write_text(text, "utf-8")
    return path


async def test_progress_is_left_and_taken_with_its_position(
    ekby: Store, sit_down: Opened, tmp_path: Path
) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    paper = written(tmp_path, REPLY.replace("§ 7", "§ 44").replace("2024-05-28", "2024-09-10"))
    async with sit_down(ekby, TODAY) as user:
        await read_in(user, paper)
        assert "Svar" not in user.words.split("→")[0]
        assert "Beslut → EKB-2023-1" in user.words
        await user.press("A", "slash", *"åtgärdens", "down")
        assert "Åtgärdens läge · + nytt" in user.words
        assert "✓ med" not in user.screen
        await user.press("space", "slash", "enter")
        assert "2 rader tas med" in user.words
        await user.press("ctrl+s", "enter")
    (answer,) = read_case(ekby, audit_id).answers
    assert (answer.position, answer.progress) == (Position.AGREES, Progress.PLANNED)


async def test_one_committees_own_due_day_is_taken_and_corrected(
    ekby: Store, sit_down: Opened, tmp_path: Path
) -> None:
    async with sit_down(ekby, TODAY) as user:
        await read_in(user, written(tmp_path, LETTER))
        assert "Missiv → ny granskning i Ekby kommun" in user.words
        await user.press("A", "slash", *"granskningsår", "down", "space")
        assert "✓ med" in user.screen
        assert "10 rader tas med" in user.words
        await user.press("slash", *"senast, komm", "down", "enter", "end")
        await user.press(*["backspace"] * 5)
        await user.type("10-15")
        await user.press("ctrl+s")
        assert "✓ rättad" in user.screen
        await user.press("ctrl+s", "enter")
        (audit_id,) = audits(ekby)
    case = read_case(ekby, audit_id)
    assert {
        case.committee_by_id[each.committee_id].name: each.due_on for each in case.reply_cases
    } == {
        "barn- och utbildningsnämnden": date(2024, 6, 1),
        "kommunstyrelsen": date(2024, 10, 15),
    }


async def test_a_reply_waits_until_its_audit_is_chosen(
    ekby: Store, sit_down: Opened, tmp_path: Path
) -> None:
    async with sit_down(ekby, TODAY) as user:
        await read_in(user, written(tmp_path, REPLY))
        assert "Beslut → ingen granskning är vald ännu" in user.words
        await user.press("down", "space")
        assert user.notices[-1] == (
            "Svar från barn- och utbildningsnämnden kan inte sparas som det är. Granskningen som "
            "besvaras är inte vald ännu. Välj den först."
        )


async def test_a_form_that_names_no_municipality_is_proposed_its_audit(
    ekby: Store, sit_down: Opened, tmp_path: Path
) -> None:
    registered(ekby, answered(Position.DISAGREES, None))
    async with sit_down(ekby, TODAY) as user:
        await read_in(user, written(tmp_path, FORM))
        assert "EKB-2023-1 Ekby kommun (gissad): Granskning av skolans ekonomi" in user.words


async def test_of_an_uncertain_audit_nothing_is_sure_until_it_is_chosen(
    ekby: Store, sit_down: Opened, tmp_path: Path
) -> None:
    registered(ekby, answered(Position.DISAGREES, None))
    unsure = FORM.replace("skolans ekonomi", "skolans ekonomi och lokaler")
    async with sit_down(ekby, TODAY) as user:
        await read_in(user, written(tmp_path, unsure.replace("Ta fram en plan", "Måla om")))
        assert "EKB-2023-1 Ekby kommun (gissad, osäkert ?)" in user.words
        assert "Det är osäkert om handlingen hör till EKB-2023-1" in user.words
        await user.press("A")
        assert user.notices[-1] == "0 rader till tas med."
        await user.press("M", "ctrl+s")
        assert "osäkert" not in user.words
        assert "→ EKB-2023-1 Ekby kommun: Granskning" in user.words
