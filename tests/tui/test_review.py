"""Judging replies by keys: accept, return, find insufficient, give up, take back, refer back."""

from dataclasses import replace
from datetime import date

from revtrack.domain.codes import PersonRole, ReplyState, ResponseKind, Review
from revtrack.storage.store import Person, Store
from tests.services.replying import (
    case_of,
    judge,
    line_of,
    reply,
    take_drafts,
)
from tests.tui.conftest import Opened

TODAY = date(2023, 4, 3)


async def test_a_reply_is_returned_and_its_supplement_accepted(
    awaiting_store: Store, sit_down: Opened
) -> None:
    reply(awaiting_store, "KS", paragraph="85", decided_on=date(2023, 2, 28))
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "g", "i")
        assert "╭─ Begär komplettering – kommunstyrelsen" in user.screen
        assert "Beslut, § 85, beslutat 2023-02-28, inkommet 2023-03-01" in user.words
        await user.press("ctrl+s")
        assert "Fyll i det här fältet." in user.words
        await user.type("R3 besvaras inte.")
        assert "2023-05-03" in user.screen
        await user.press("ctrl+s")
        assert "Komplettering begärd" in user.words
        assert "2023-05-03 (komplettering)" in user.words
        assert "komplettering senast 2023-05-03: R3 besvaras inte." in user.words
    reply(awaiting_store, "KS", kind=ResponseKind.SUPPLEMENT, received_on=date(2023, 4, 3))
    async with sit_down(awaiting_store, TODAY) as user:
        assert "Att gå igenom" in user.words
        await user.press("enter", "3", "g", "a")
        assert "Komplettering, inkommet 2023-04-03" in user.words
        await user.press("ctrl+s")
        assert "✓ Tillräckligt" in user.words
    assert line_of(awaiting_store, "KS").state is ReplyState.SUFFICIENT


async def test_a_late_supplement_stands_among_the_late(
    awaiting_store: Store, sit_down: Opened
) -> None:
    reply(awaiting_store, "KS")
    judge(awaiting_store, "KS", Review.SUPPLEMENT_REQUESTED, "R3 besvaras inte.")
    async with sit_down(awaiting_store, date(2023, 5, 10), (130, 50)) as user:
        assert "! 7 dagar sent 2023-05-03 (komplettering) Kommunstyrelsen" in user.words
        await user.press("enter", "3", "g")
        assert "! 7 dagar sent" in user.words
        assert "1 komplettering är försenad" in user.words


async def test_a_judgement_is_taken_back_with_a_reason(
    awaiting_store: Store, sit_down: Opened
) -> None:
    reply(awaiting_store, "KS")
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "g", "t")
        assert user.notices[-1] == "Det finns inget att ta tillbaka på den här raden."
        await user.press("u")
        await user.type("Inget om R3.")
        await user.press("ctrl+s")
        assert line_of(awaiting_store, "KS").state is ReplyState.INSUFFICIENT
        await user.press("a")
        assert user.notices[-1] == ("Svaret är redan bedömt. Ta tillbaka bedömningen först.")
        await user.press("t")
        assert "historiken behåller bedömningen" in user.words
        await user.type("R3 stod i bilagan.")
        await user.press("ctrl+s")
    assert line_of(awaiting_store, "KS").state is ReplyState.RECEIVED


async def test_a_reply_is_given_up_and_waited_for_again(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "g", "a")
        assert user.notices[-1] == "Det finns inget svar att bedöma på den här raden."
        await user.press("x")
        await user.type("Tas upp med presidiet.")
        await user.press("ctrl+s")
        assert "svar uteblev, inväntas inte längre sedan 2023-04-03" in user.words
        assert line_of(awaiting_store, "KS").state is ReplyState.NO_REPLY
        await user.press("t")
        await user.type("Nämnden svarar i maj.")
        await user.press("ctrl+s")
    assert line_of(awaiting_store, "KS").state is ReplyState.AWAITED


async def test_a_draft_is_referred_back(awaiting_store: Store, sit_down: Opened) -> None:
    take_drafts(awaiting_store)
    reply(awaiting_store, "KS", kind=ResponseKind.DRAFT, dated_on=date(2023, 1, 25))
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("enter", "3", "g", "v")
        await user.type("14/2")
        await user.press("ctrl+s")
        assert "Förslag till yttrande (arbetsmaterial): daterat 2023-01-25" in user.words
        assert "återremitterat 2023-02-14" in user.words
    assert line_of(awaiting_store, "KS").state is ReplyState.REFERRED_BACK


async def test_a_clerk_is_refused_and_sees_no_note(awaiting_store: Store, sit_down: Opened) -> None:
    reply(awaiting_store, "KS")
    judge(awaiting_store, "KS", Review.SUPPLEMENT_REQUESTED, "Hemlig anteckning")
    clerk = replace(awaiting_store, person=Person("Registrator", PersonRole.CLERK))
    async with sit_down(clerk, TODAY) as user:
        await user.press("enter", "3", "g", "a")
        assert any("nämndsekreterare eller registrator" in each for each in user.notices)
        assert "Hemlig" not in user.screen


async def test_a_joint_reply_of_another_body_is_registered_and_replaced(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY, (120, 60)) as user:
        await user.press("enter", "3", "g", "j", "s", "f2", "tab", "tab", "tab")
        await user.type("gn")
        await user.press("tab", "tab", "tab", "tab", "ctrl+s")
        assert "Grundskolenämnden: svaret är registrerat." in user.notices
        (first,) = case_of(awaiting_store).responses
        assert first.kind is ResponseKind.JOINT
        assert line_of(awaiting_store, "GN").decision == first
        await user.press("s", "left")
        assert "Nytt beslut" in user.words
        await user.press("f2")
        assert "Gemensamt med GN" in user.words
        await user.press("tab", "tab")
        await user.type("ks")
        await user.press("ctrl+s")
    *_, second = case_of(awaiting_store).responses
    assert (second.replaces_id, second.decided_by) == (first.id, "kommunstyrelsen")
    assert line_of(awaiting_store, "GN").decision == second


async def test_a_supplement_is_gone_through_later(awaiting_store: Store, sit_down: Opened) -> None:
    reply(awaiting_store, "VON", paragraph="19", decided_by="arbetsutskottet")
    more = reply(awaiting_store, "VON", kind=ResponseKind.SUPPLEMENT, paragraph="44")
    async with sit_down(awaiting_store, TODAY, (120, 60)) as user:
        await user.press("enter", "3", "G", "s", "right", "right")
        assert "Den senaste kompletteringen: fyll i det som saknas" in user.words
        assert "Paragraf (§) 44" in user.words
        await user.press("tab", "tab", "tab", "tab", "tab", "n", "ctrl+s")
    case = case_of(awaiting_store)
    assert [(each.response_id, each.position) for each in case.answers] == [(more.id, "noted")]
    assert [each.decided_by for each in case.responses] == ["arbetsutskottet", None]
