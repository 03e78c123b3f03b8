"""The two paths that must be the shortest in the program, from an empty register."""

from datetime import date

from revtrack.domain.codes import Position
from revtrack.domain.follow_up import reply_lines
from revtrack.services.find import read_case
from revtrack.services.watch import list_audits, list_due
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

HANDED_OVER, DUE, TODAY = date(2022, 12, 1), date(2023, 3, 1), date(2023, 3, 6)


async def test_a_letter_is_registered_by_seven_keys_and_its_reply_logged_by_six(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("n")
        await user.type("Eskilstuna kommun")
        await user.press("enter")
        await user.type("Granskning av digitalisering")
        await user.press("enter")
        await user.type("KS, GSN, kultur- och fritidsnämnden")
        await user.press("enter")
        await user.type("2022-12-01")
        assert (
            "Nya nämnder läggs upp: kommunstyrelsen, grundskolenämnden, kultur- och "
            "fritidsnämnden." in user.words
        )
        assert "2023-03-01" in user.screen, "the day to reply by is proposed"
        await user.press("enter", "enter", "enter")
        assert user.keys_pressed <= 7
        assert "ESK-2022-1 är registrerad. Svar senast 2023-03-01." in user.notices
        assert "Försenade (3)" in user.screen

        user.keys_pressed = 0
        await user.press("j", "s")
        await user.type("2023-02-27")
        await user.press("enter")
        await user.type("§ 85")
        await user.press("ctrl+s")
        assert user.keys_pressed <= 6
        assert "Grundskolenämnden: svaret är registrerat." in user.notices
        assert "Försenade (2)" in user.screen
        assert "Svar att bedöma (1)" in user.screen

    (audit,) = list_audits(empty_store, TODAY)
    assert (audit.reference, audit.title, audit.audit_year) == (
        "ESK-2022-1",
        "Granskning av digitalisering",
        2022,
    )
    assert audit.handed_over_on == HANDED_OVER
    due = list_due(empty_store, TODAY)
    assert [line.abbreviation for line in due] == ["KS", None]
    assert [line.due_on for line in due] == [DUE, DUE]
    case = read_case(empty_store, audit.audit_id)
    (response,) = case.responses
    assert response.decided_on == date(2023, 2, 27)
    assert response.received_on == TODAY
    assert response.paragraph == "85"
    answered = [line for line in reply_lines(case, TODAY) if line.decision]
    assert [line.committee.name for line in answered] == ["grundskolenämnden"]


async def test_a_reply_with_only_the_received_day_is_saved_and_four_positions_set_by_twelve_keys(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        await user.press("s", "ctrl+s")
        assert "Kommunstyrelsen: svaret är registrerat." in user.notices
        case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
        (response,) = case.responses
        assert response.received_on == date(2023, 3, 21)
        assert (response.decided_on, response.paragraph) == (None, None)
        assert response.diary_number == "KSKF/2022:442"
        assert case.answers == ()

        user.keys_pressed = 0
        await user.press("s", "tab", "tab", "tab", "tab", "i", "d", "e", "n", "ctrl+s")
        assert user.keys_pressed <= 12
    case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
    assert [each.position for each in case.answers] == [
        Position.AGREES,
        Position.AGREES_PARTLY,
        Position.DISAGREES,
        Position.NOTED,
    ]
