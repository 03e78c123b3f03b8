"""A whole audit from its report, by keys: questions, assessments, recommendations, hand-over."""

from datetime import date

import pytest
from textual.events import Paste

from revtrack.domain.codes import Grade
from revtrack.services.find import read_case
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2023, 3, 1)
QUESTIONS = "\n".join(f"•\tÄr område {number} väl styrt?" for number in range(1, 9))
RECOMMENDATIONS = """\
4.2 Rekommendationer

Vi rekommenderar kommunstyrelsen att:
•	ta fram en plan,
•	följa upp planen, samt
•	redovisa uppföljningen.

Vi rekommenderar samtliga nämnder utom
kommunstyrelsen att:
•	göra rutinerna kända
•	utbilda nya chefer i
rutinerna

Socialnämnden
1.	Anta egna mål
2.	Pröva om resurserna räcker (SN–MBN)
3.	Samordna arbetet (KS, SN).

Överförmyndarnämnden:
–	Pröva sina blanketter
–	Mäta väntetiderna
"""


async def paste(user: User, text: str) -> None:
    user.app.post_message(Paste(text))
    await user.settle()
    await user.pilot.pause(0.3)
    await user.settle()


async def test_eight_questions_and_ten_recommendations_for_six_committees_in_few_keys(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY, (100, 40)) as user:
        await user.press("a")
        await user.type("Älvsunda kommun")
        await user.press("enter")
        await user.type("Granskning av styrningen")
        await user.press("enter")
        await user.type("KS, BUN, SN, VON, MBN, ÖFN")
        await user.press("ctrl+s")
        await paste(user, QUESTIONS)
        assert "8 frågor läggs till." in user.words
        await user.press("ctrl+s")
        assert "0 av 48 bedömda" in user.words
        await user.press(*"31434551", *["right"] * 2, "2", "ctrl+s")
        await paste(user, RECOMMENDATIONS)
        assert "10 rekommendationer läggs till." in user.words
        assert "8 SN, VON, MBN" not in user.words
        await user.press("ctrl+s")
        assert "10 rekommendationer är tillagda. Tryck o för att överlämna" in user.notices[-1]
        await user.press("o", "ctrl+s")
        assert user.notices[-1] == "ÄLV-2023-1 är överlämnad."
        assert user.keys_pressed <= 20

    (audit,) = list_audits(empty_store, TODAY)
    case = read_case(empty_store, audit.audit_id)
    assert audit.handed_over_on == TODAY
    assert len(case.questions) == 8
    assert [each.grade for each in case.assessments_of(8)] == [Grade.YES, Grade.MOSTLY]
    told = [
        (each.letter_text, [one.abbreviation for one in case.committees_of(each.id)])
        for each in case.recommendations
    ]
    others = ["BUN", "SN", "VON", "MBN", "ÖFN"]
    assert told == [
        ("ta fram en plan", ["KS"]),
        ("följa upp planen", ["KS"]),
        ("redovisa uppföljningen.", ["KS"]),
        ("göra rutinerna kända", others),
        ("utbilda nya chefer i rutinerna", others),
        ("Anta egna mål", ["SN"]),
        ("Pröva om resurserna räcker", ["SN", "VON", "MBN"]),
        ("Samordna arbetet.", ["KS", "SN"]),
        ("Pröva sina blanketter", ["ÖFN"]),
        ("Mäta väntetiderna", ["ÖFN"]),
    ]


async def test_escape_leads_no_further(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.rush("a", "'Älvsunda", "enter", "'Granskning", "enter", "'KS", "ctrl+s")
        await paste(user, QUESTIONS)
        await user.press("ctrl+s", "escape")
        assert "[1 Frågor och bedömningar]" in user.screen
        await user.press("f")
        await paste(user, "En fråga till?")
        await user.press("ctrl+s")
        assert "[1 Frågor och bedömningar]" in user.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_rows_without_recipients_are_told_and_get_those_of_the_field(
    eskilstuna_store: Store, sit_down: Opened, size: tuple[int, int]
) -> None:
    audit_id = list_audits(eskilstuna_store, TODAY)[0].audit_id
    async with sit_down(eskilstuna_store, date(2023, 6, 1), size) as user:
        await user.press("G", "enter", "2", "r")
        await paste(user, "• Ta fram en plan (KS)\n• Följ upp\n• Redovisa")
        assert "3 rekommendationer läggs till." in user.words
        assert "Rad 2, 3 saknar mottagare: skriv dem i fältet Mottagare." in user.words
        assert "! saknas" in user.screen
        await user.press("ctrl+s")
        assert "╭─ Nya rekommendationer" in user.screen
        assert len(read_case(eskilstuna_store, audit_id).recommendations) == 10
        await user.type("alla utom KS–SOCN")
        await user.press("tab", "tab")
        await user.type("1, 3–4")
        await user.pilot.pause(0.3)
        await user.settle()
        assert "2 SBN, VON" in user.words
        await user.press("ctrl+s")
    case = read_case(eskilstuna_store, audit_id)
    assert [
        [one.abbreviation for one in case.committees_of(each.id)]
        for each in case.recommendations[10:]
    ] == [["KS"], ["SBN", "VON"], ["SBN", "VON"]]
    assert [each.number for each in case.questions_of(case.recommendations[-1].id)] == [1, 3, 4]


async def test_what_is_no_question_s_number_is_told_beside_its_field(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    async with sit_down(eskilstuna_store, date(2023, 6, 1)) as user:
        await user.press("G", "enter", "2", "r")
        await user.rush("'Ta fram en plan", "tab", "'KS", "tab", "tab", "'ett", "ctrl+s")
        assert "ett är inte nummer. Skriv dem som 1, 3–4." in user.words
        await user.rush(*["backspace"] * 3, "'99", "ctrl+s")
        assert "har ingen revisionsfråga 99" in user.words
