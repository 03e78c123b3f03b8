from datetime import date

from revtrack.domain.codes import Position, Progress, ResponseKind
from revtrack.services.find import read_case
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)


async def test_one_key_per_position_and_one_for_all(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("j", "s", "tab", "tab", "tab", "tab")
        await user.press("i", "d", "3", "a", "down", "n")
        assert "R6 Plan för digital transformation ◐ Instämmer delvis" in user.words
        await user.press("enter", "enter")
    case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
    answers = {
        case.number_of(
            case.recommendation_by_id[case.addressee_by_id[each.addressee_id].recommendation_id]
        ): (each.position, each.progress)
        for each in case.answers
    }
    assert answers["R7"] == (Position.AGREES_PARTLY, Progress.UNDER_WAY)
    assert answers["R9"][0] is Position.NOTED
    assert len(answers) == 4


async def test_the_words_of_the_reply_are_kept_with_the_position(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("j", "s", "tab", "tab", "tab", "tab", "c")
        await user.type("Nämnden antar en plan i juni.")
        await user.press("ctrl+s")
        await user.press("i", "enter", "enter")
    case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
    (answer,) = case.answers
    assert answer.quote == "Nämnden antar en plan i juni."
    assert answer.position is Position.AGREES


async def test_a_second_decision_says_what_it_is(eskilstuna_store: Store, sit_down: Opened) -> None:
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "3", "s")
        assert "‹ Samma svar: fyll i det som saknas ›" in user.screen
        await user.press("right")
        assert "‹ Komplettering: läggs till det tidigare svaret ›" in user.screen
        await user.press("tab", "tab", "tab", "ctrl+s")
        assert "Kommunstyrelsen: svaret är registrerat." in user.notices
    case = read_case(eskilstuna_store, list_audits(eskilstuna_store, TODAY)[0].audit_id)
    latest = max(case.responses, key=lambda each: each.id)
    assert latest.kind is ResponseKind.SUPPLEMENT
    assert latest.supplements_id is not None


async def test_a_supplement_does_not_inherit_the_day_and_paragraph_of_the_decision(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "3", "s")
        assert "Paragraf (§) 85" in user.words
        await user.press("right", "ctrl+s")
    case = read_case(eskilstuna_store, list_audits(eskilstuna_store, TODAY)[0].audit_id)
    latest = max(case.responses, key=lambda each: each.id)
    assert latest.kind is ResponseKind.SUPPLEMENT
    assert latest.paragraph is None
    assert latest.received_on == date(2023, 6, 1)


async def test_a_day_that_lies_ahead_is_refused_beside_its_field_and_more_fields_are_folded(
    awaiting_store: Store, sit_down: Opened
) -> None:
    audit_id = list_audits(awaiting_store, TODAY)[0].audit_id
    async with sit_down(awaiting_store, TODAY, (120, 60)) as user:
        await user.press("s")
        await user.type("2023-03-30")
        await user.press("tab")
        await user.type("85")
        await user.press("ctrl+s")
        assert "2023-03-30 ligger framåt i tiden" in user.words
        assert "30 mars 2023" in user.screen
        assert "Paragraf (§) 85" in user.words
        await user.press("escape", "j")
        assert user.notices == []
        assert read_case(awaiting_store, audit_id).responses == ()
        await user.press("s")
        assert "Yrkanden" not in user.screen
        await user.press("f2")
        assert "Slag av svar ‹ Beslut ›" in user.words
        await user.press("right", "right", "ctrl+s")
    (response,) = read_case(awaiting_store, audit_id).responses
    assert response.kind is ResponseKind.STATEMENT


async def test_positions_are_read_into_a_reply_that_came_before(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("j", "s", "tab")
        await user.type("19")
        await user.press("ctrl+s", "enter", "3", "k", "s")
        assert "Paragraf (§) 19" in user.words
        await user.press("tab")
        await user.type("2023-03-14")
        await user.press("tab", "tab", "tab", "tab", "n", "ctrl+s")
    case = read_case(awaiting_store, list_audits(awaiting_store, TODAY)[0].audit_id)
    (response,) = case.responses
    assert (response.paragraph, response.decided_on) == ("19", date(2023, 3, 14))
    assert [each.position for each in case.answers] == [Position.NOTED]
