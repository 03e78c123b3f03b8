"""The whole job by keys: an audit from its report, replies, checks, a follow-up and its report."""

import re
from datetime import date

import docx
from textual.events import Paste

from revtrack.domain.codes import Grade
from revtrack.services.find import read_case
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY, LETTER = date(2023, 3, 1), date(2022, 12, 1)
REPLIES = 7
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


async def register(user: User) -> None:
    """Register an audit with a new municipality, from the report to the letter."""
    assert "Registret är tomt. Vad vill du börja med?" in user.screen
    await user.rush("a", "'Älvsunda kommun", "enter", "'Granskning av styrningen", "enter")
    await user.rush("'KS, BUN, SN, VON, MBN, ÖFN, KFN", "ctrl+s")
    await paste(user, QUESTIONS)
    assert "8 frågor läggs till." in user.words
    await user.press("ctrl+s")
    assert "0 av 56 bedömda" in user.words
    await user.rush(*"31434551", *["right"] * 2, "2", "ctrl+s")
    await paste(user, RECOMMENDATIONS)
    assert "10 rekommendationer läggs till." in user.words
    await user.press("ctrl+s")
    assert "10 rekommendationer är tillagda. Tryck o för att överlämna" in user.notices[-1]
    await user.rush("o", f"'{LETTER}", "ctrl+s")
    assert user.notices[-1] == "ÄLV-2023-1 är överlämnad."


async def log_replies(user: User) -> None:
    """Register a reply from each committee, in the order of the rows; positions of the first."""
    await user.press("3")
    for number in range(REPLIES):
        positions = () if number else ("tab", "tab", "tab", "i", "2", "a")
        typed = ("s", "'2023-02-14", "enter", f"'{number + 10}", *positions)
        await user.rush(*typed, "ctrl+s", "j")
    assert f"{REPLIES} av {REPLIES} har svarat" in user.words


async def follow_up(user: User) -> None:
    """Begin a follow-up, judge all its rows, two of them in another way, and save."""
    await user.rush("4", "U", "ctrl+s", "W", "V", "1", "'Protokollen visar det", "enter")
    await user.rush("'Genomgång av protokoll", "enter")
    await user.rush("g", "4", "'Ingen plan finns", "enter", "3", "enter")
    assert "23 av 23 bedömda · 23 är inte sparade *" in user.words
    await user.press("ctrl+s")
    assert user.notices[-1] == "23 bedömningar är sparade."


async def test_the_whole_job_is_done_by_few_keys_from_the_report_to_the_follow_up_s_report(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY, (100, 40)) as user:
        await register(user)
        assert user.keys_pressed == 20
        await log_replies(user)
        assert user.keys_pressed == 20 + 35
        await user.press("6")
        assert "i Upplysning 13 · Enter" in user.words
        await follow_up(user)
        assert user.keys_pressed == 20 + 35 + 15
        await user.rush("d", "enter", "ctrl+s")
        assert "╭─ Framställda handlingar" in user.screen
        assert user.keys_pressed == 20 + 35 + 15 + 3
        (made,) = user.app.desk.documents_folder.glob("*.docx")
    rows = [
        [cell.text for cell in row.cells]
        for each in docx.Document(str(made)).tables
        for row in each.rows
    ]
    judged = [(row[0], row[2], row[5]) for row in rows if re.fullmatch(r"R\d+", row[0])]
    assert judged[:2] == [
        ("R1", "Kommunstyrelsen", "Ej genomförd"),
        ("R2", "Kommunstyrelsen", "Delvis genomförd"),
    ]
    assert [step for _number, _committee, step in judged[2:]] == ["Genomförd"] * 21
    assert any("Ingen plan finns" in cell for row in rows for cell in row)

    audit = min(list_audits(empty_store, TODAY), key=lambda each: each.audit_id)
    case = read_case(empty_store, audit.audit_id)
    assert audit.handed_over_on == LETTER
    assert len(case.responses) == REPLIES
    assert len(case.questions) == 8
    assert [each.grade for each in case.assessments_of(8)] == [Grade.YES, Grade.MOSTLY]
    told = [
        (each.letter_text, [one.abbreviation for one in case.committees_of(each.id)])
        for each in case.recommendations
    ]
    others = ["BUN", "SN", "VON", "MBN", "ÖFN", "KFN"]
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
        assert "[1 Frågor" in user.screen
        await user.press("f")
        await paste(user, "En fråga till?")
        await user.press("ctrl+s")
        assert "[1 Frågor" in user.screen


async def test_rows_without_recipients_are_told_and_get_those_of_the_field(
    eskilstuna_store: Store, sit_down: Opened
) -> None:
    audit_id = list_audits(eskilstuna_store, TODAY)[0].audit_id
    async with sit_down(eskilstuna_store, date(2023, 6, 1), (80, 24)) as user:
        await user.press("G", "enter", "2", "r")
        await paste(user, "• Ta fram en plan (KS)\n• Följ upp\n• Redovisa")
        for size in (120, 40), (80, 24):
            await user.resize(size)
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
