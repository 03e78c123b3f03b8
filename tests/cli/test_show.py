"""One audit as other programs and people read it. The figures are those of the real documents."""

import json
from collections import Counter
from typing import Any

import pytest

from tests.cli.conftest import Command

RECOMMENDATIONS = [
    ("R1", "1", "identical", ["KS"]),
    ("R2", "2", "identical", ["KS"]),
    ("R3", "3", "identical", ["KS"]),
    ("R4", "4", "editorial", ["KS"]),
    ("R5", "5", "identical", ["KS"]),
    ("6", "6", "omitted", ["KS"]),
    ("R6", "7", "identical", ["GSN", "GN", "KFN", "SOCN"]),
    ("R7", "8", "identical", ["GSN", "GN", "KFN", "SOCN", "SBN", "VON"]),
    ("R8", "9", "identical", ["GSN", "GN", "KFN", "SOCN", "SBN", "VON"]),
    ("R9", "10", "identical", ["GSN", "GN", "KFN", "SOCN", "SBN", "VON"]),
]
REPLIES = [
    ("KS", "KSKF/2022:442", "85", None),
    ("GSN", "GSN/2022:817", "19", None),
    ("GN", "GN/2022:136", "16", None),
    ("KFN", "KFN/2023:41", "20", "2023-03-24"),
    ("SOCN", "SOCN/2022:114", "12", None),
    ("SBN", "SBN/2022:725", "45", None),
    ("VON", "VON/2022:125", "19", None),
]
ANSWERS = {
    "KS": [f"R{number} agrees planned" for number in (1, 2, 3, 4, 5)],
    "GSN": ["R6 not_addressed None", "R7 agrees None", "R8 agrees None", "R9 agrees_partly None"],
    "GN": ["R6 not_addressed None", "R7 agrees None", "R8 agrees None", "R9 agrees_partly None"],
    "KFN": ["R6 agrees planned", "R7 agrees planned", "R8 agrees planned", "R9 agrees planned"],
    "SOCN": [
        *("R6 agrees planned", "R7 already_met done"),
        *("R8 already_met done", "R9 agrees_partly None"),
    ],
    "SBN": ["R7 unclear None", "R8 agrees planned", "R9 already_met done"],
    "VON": ["R7 already_met done", "R8 already_met done", "R9 already_met under_way"],
}


@pytest.fixture
def shown(answered_case: Command) -> dict[str, Any]:
    outcome = answered_case("show", "esk-2022-1", "--json")
    assert outcome.status == 0
    return dict(json.loads(outcome.out))


def _short(shown: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["abbreviation"] for each in shown["committees"]}


def test_the_head_says_what_the_documents_state(shown: dict[str, Any]) -> None:
    head = [shown[name] for name in ("municipality", "firm", "audit_year")]
    assert head == ["Eskilstuna kommun", "KPMG AB", 2022]
    assert (shown["report_on"], shown["handed_over_on"]) == ("2022-11-28", "2022-12-01")
    roles = Counter(each["role"] for each in shown["committees"])
    assert roles == {"reviewed": 7, "recipient": 7, "for_information": 1}


def test_recommendations_keep_the_reports_order_and_the_letters_numbers(
    shown: dict[str, Any],
) -> None:
    short = _short(shown)
    assert [
        (
            each["number"],
            each["number_in_report"],
            each["relation"],
            [short[name] for name in each["committees"]],
        )
        for each in shown["recommendations"]
    ] == RECOMMENDATIONS
    omitted = shown["recommendations"][5]
    assert omitted["letter_text"] is None
    assert omitted["text"]
    assert {each["section"] for each in shown["recommendations"]} == {"4.2"}


def test_questions_come_in_order_with_every_assessment(shown: dict[str, Any]) -> None:
    assert [each["number"] for each in shown["questions"]] == [1, 2, 3, 4, 5, 6, 7, 8]
    second = shown["questions"][1]["assessments"]
    short = _short(shown)
    graded = [(each["grade"], [short[name] for name in each["committees"]]) for each in second]
    assert graded == [("yes", ["KS", "SBN", "VON"]), ("no", ["KFN", "SOCN"]), ("no", ["GSN", "GN"])]
    assert len(shown["questions"][7]["assessments"][0]["committees"]) == 7


def test_a_reply_without_a_day_has_come_but_nobody_knows_if_in_time(shown: dict[str, Any]) -> None:
    short = _short(shown)
    assert [
        (short[each["committee"]], each["diary_number"], each["paragraph"], each["extended_to"])
        for each in shown["reply_cases"]
    ] == REPLIES
    for each in shown["reply_cases"]:
        assert each["due_on"] == "2023-03-20"
        assert each["state"] == "received"
        assert (each["days_late"], each["received_on"], each["decided_on"]) == (None, None, None)


def test_each_recommendation_is_followed_committee_by_committee(shown: dict[str, Any]) -> None:
    short = _short(shown)
    assert len(shown["addressees"]) == 28
    found: dict[str, list[str]] = {}
    for each in shown["addressees"]:
        if each["asked"]:
            said = f"{each['recommendation']} {each['position']} {each['progress']}"
            found.setdefault(short[each["committee"]], []).append(said)
    assert found == ANSWERS
    not_asked = [each for each in shown["addressees"] if not each["asked"]]
    assert [(each["recommendation"], each["standing"]) for each in not_asked] == [
        ("6", "not_asked")
    ]
    assert not_asked[0]["position"] is None


def test_actions_stand_with_their_own_days(shown: dict[str, Any]) -> None:
    first = shown["addressees"][0]
    assert [(each["due"], each["responsible"]) for each in first["actions"]] == [("2023-06", None)]


def test_people_read_the_same_in_plain_lines(
    answered_case: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    outcome = answered_case("show", "digitalisering")
    lines = outcome.out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert outcome.out.count("okänt om i tid") == 7
    assert "9 rekommendationer, räknat per nämnd 27." in lines
    assert "6   KS    Ej med i missivet" in lines
    assert "R6  GSN   Besvaras inte" in lines
    assert "R1  KS    Åtgärd utlovad; Avser att vidta åtgärder" in lines
    assert "R9  VON   Åtgärd pågår; Uppger att åtgärd redan pågår" in lines
    assert not set("│┃┌╭─") & set(outcome.out)
    assert outcome.err == ""


def test_a_recommendation_is_shown_with_its_question_and_assessment(answered_case: Command) -> None:
    lines = answered_case("show", "ESK-2022-1").out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("R6 "))
    assert "    Revisionsfråga 2: Ja, Nej" in lines[place : place + 4]


def test_a_priority_keeps_its_own_recommendations_only(demo: Command) -> None:
    shown = json.loads(demo("show", "ALV-2025-1", "--priority", "high", "--json").out)
    kept = {each["number"]: each["priority"] for each in shown["recommendations"]}
    assert kept == {"R1": "high", "R2": "high", "R3": "high", "6": "high"}
    assert {each["recommendation"] for each in shown["addressees"]} == set(kept)


def test_the_purpose_and_the_overall_conclusion_are_shown(demo: Command) -> None:
    lines = demo("show", "ESK-2022-1").out.splitlines()
    assert lines[10:17] == [
        "Syfte: bedöma om kommunstyrelsen och nämnderna styr och följer upp",
        "  digitaliseringen i tillräcklig grad",
        "",
        "Samlad bedömning",
        "----------------",
        "Ändamålsenlighet: Delvis: ”inte fullt ut” (avsnitt 4.1)",
        "",
    ]
    shown = json.loads(demo("show", "ESK-2022-1", "--json").out)
    assert shown["purpose"].startswith("bedöma om kommunstyrelsen")
    assert shown["overall"] == [
        {
            "aspect": "fitness",
            "grade": "partly",
            "phrase": "inte fullt ut",
            "section": "4.1",
        }
    ]


def test_a_follow_up_and_what_it_follows_up_name_each_other(demo: Command) -> None:
    lines = demo("show", "ALV-2024-3").out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("Följer upp: "))
    assert lines[place : place + 2] == [
        "Följer upp: ALV-2022-1 Granskning av inköp och upphandling; ALV-2022-2",
        "  Granskning av kommunens insatser enligt LSS",
    ]
    assert json.loads(demo("show", "ALV-2024-3", "--json").out)["follows"] == [
        "ALV-2022-1",
        "ALV-2022-2",
    ]
    earlier = demo("show", "ALV-2022-1").out
    assert "Följs upp i: ALV-2024-3 Uppföljande granskning av upphandling" in earlier
    assert json.loads(demo("show", "ALV-2022-1", "--json").out)["followed_up_in"] == ["ALV-2024-3"]
