"""A meeting that is expected to take a reply holds the reminders, and is seen where replies are."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

AUDIT = "ESK-2022-1"


def due_of(case: Command, day: str) -> dict[str, Any]:
    lines = json.loads(case("--today", day, "due", "--json").out)
    return next(dict(each) for each in lines if each["abbreviation"] == "VON")


def reminded(case: Command, day: str, folder: Path) -> list[int]:
    run = ("--today", day, "remind", "--committee", "VON", "--json", "--out", folder)
    messages = json.loads(case(*run).out)["messages"]
    return [reply["step"] for each in messages for reply in each["replies"]]


def test_nobody_is_reminded_before_the_meeting_has_passed(
    awaiting_case: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    told = awaiting_case("--today", "2023-03-20", "expect", AUDIT, "VON", "2023-03-30")
    assert (told.status, told.err.splitlines()) == (
        0,
        [
            (
                "Vård- och omsorgsnämnden väntas ta upp svaret 2023-03-30; dessförinnan påminns "
                "den inte."
            ),
            "Det är efter 2023-03-20, som är den dag som gäller; mer tid ges med extend.",
        ],
    )
    assert due_of(awaiting_case, "2023-03-30")["expected_meeting_on"] == "2023-03-30"
    listed = awaiting_case("--today", "2023-03-30", "due").out
    assert "vård- och omsorgsnämnden (sammanträde 2023-03-30)" in listed
    assert "sammanträde väntat 2023-03-30" in awaiting_case("show", AUDIT).out
    assert reminded(awaiting_case, "2023-03-30", tmp_path) == []
    listed = awaiting_case("--today", "2023-03-31", "due").out
    assert "vård- och omsorgsnämnden (sammanträdet 2023-03-30 har passerat)" in listed
    assert reminded(awaiting_case, "2023-03-31", tmp_path) == [7]
    last = json.loads(awaiting_case("history", AUDIT, "--json").out)
    assert [each["changes"] for each in last if each["record"] == "reply_case"][-1] == {
        "expected_meeting_on": [None, "2023-03-30"]
    }


def test_what_was_expected_is_taken_back(awaiting_case: Command, tmp_path: Path) -> None:
    awaiting_case("--today", "2023-03-20", "expect", AUDIT, "VON", "2023-03-30")
    told = awaiting_case("expect", AUDIT, "VON", "--none")
    assert told.err == "Inget sammanträde i vård- och omsorgsnämnden väntas ta upp svaret.\n"
    assert due_of(awaiting_case, "2023-03-27")["expected_meeting_on"] is None
    assert reminded(awaiting_case, "2023-03-27", tmp_path) == [7]


def test_a_meeting_that_the_calendar_lacks_is_remarked_on(awaiting_case: Command) -> None:
    awaiting_case("meetings", "add", "VON", "2023-03-16")
    expect = ("--today", "2023-03-01", "expect", AUDIT, "VON")
    assert "kalender" in awaiting_case(*expect, "2023-03-15").err
    assert "kalender" not in awaiting_case(*expect, "2023-03-16").err


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ((), 2, "Ange antingen sammanträdets dag eller --none.\n"),
        (("2023-03-30", "--none"), 2, "Ange antingen sammanträdets dag eller --none.\n"),
        (("2023-03-19",), 2, "2023-03-19 har passerat; ange ett sammanträde som ligger framåt."),
        (("2052-03-30",), 2, "2052-03-30 ligger mer än ett år framåt. Kontrollera årtalet.\n"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    awaiting_case: Command, words: tuple[str, ...], status: int, says: str
) -> None:
    outcome = awaiting_case("--today", "2023-03-20", "expect", AUDIT, "VON", *words)
    assert outcome.status == status
    assert outcome.err.startswith(says)


def test_no_meeting_is_expected_where_the_reply_has_come(answered_case: Command) -> None:
    outcome = answered_case("--today", "2023-03-30", "expect", AUDIT, "KS", "2023-04-14")
    assert (outcome.status, outcome.err) == (
        *(3, "Inget svar inväntas från kommunstyrelsen: inkommet men ej bedömt.\n"),
    )
