"""Calendars, plans, wise days, extensions and successions, on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command
from tests.reading.test_meetings import calendar, workbook

AT = ("--today", "2022-12-05")
PLAN: tuple[tuple[object, ...], ...] = (
    ("Nämnd", "Sammanträde", "Slag"),
    ("KFN", "2022-12-13"),
    ("KFN", "2023-02-28", "AU"),
    ("KFN", "2023-03-14"),
    ("KFN", "2023-04-18"),
)


@pytest.fixture
def planned(awaiting_case: Command, tmp_path: Path) -> Command:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook(*PLAN))
    outcome = awaiting_case(*AT, "meetings", "import", path)
    assert (outcome.status, outcome.out) == (0, "Nya: 4, ändrade: 0, som förut: 0.\n")
    return awaiting_case


def test_a_plan_says_when_the_paper_has_to_be_ready(planned: Command) -> None:
    outcome = planned(*AT, "meetings", "plan", "ESK-2022-1", "KFN", "--json")
    [plan] = json.loads(outcome.out)
    assert plan == {
        "committee": "kultur- och fritidsnämnden",
        "abbreviation": "KFN",
        "due_on": "2023-03-24",
        "meeting_on": "2023-03-14",
        "dispatched_on": None,
        "preparing_on": "2023-02-28",
        "preparing_kind": "working_committee",
        "paper_ready_on": "2023-02-17",
        "paper_day_stated": False,
        "is_too_late": False,
        "ask_until": None,
        "calendar_until": "2023-04-18",
        "sentence": ("Sista nämnd före svarsdag 14 mars. AU 28 feb. Tjänsteskrivelse klar 17 feb."),
    }
    told = " ".join(planned(*AT, "meetings", "plan", "ESK-2022-1", "KFN").out.split())
    assert told.endswith(
        "Sista dag för handlingar till arbetsutskottet 28 feb är inte registrerad för kultur- och "
        "fritidsnämnden; 7 arbetsdagar före det räknas."
    )
    late = planned("--today", "2023-03-10", "meetings", "plan", "ESK-2022-1", "KFN")
    told = " ".join(late.out.split())
    assert "Det hinns inte längre: begär anstånd till 21 april, sammanträde 18 april." in told


def test_a_bad_row_refuses_the_file_and_is_told(planned: Command, tmp_path: Path) -> None:
    path = tmp_path / "fel.xlsx"
    path.write_bytes(workbook(*PLAN, ("KFN", "2 maj"), ("Ingen", "2023-05-02")))
    outcome = planned("meetings", "import", path)
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.splitlines() == [
        "Rad 6: ”2 maj” är ingen dag med årtal; skriv den som 2023-03-14.",
        "Rad 7: Ingen nämnd heter Ingen.",
        "Inget lästes in: 2 rader måste rättas först.",
    ]
    told = json.loads(planned("meetings", "import", path, "--json").out)
    assert [each["row"] for each in told["faults"]] == [6, 7]


def test_what_is_no_meeting_is_left_out_and_told(planned: Command, tmp_path: Path) -> None:
    path = tmp_path / "kfn.ics"
    path.write_bytes(
        calendar(
            "SUMMARY:KFN\r\nDTSTART;VALUE=DATE:20230314",
            "SUMMARY:Julbord\r\nDTSTART;VALUE=DATE:20231208",
        )
    )
    outcome = planned("meetings", "import", path)
    assert (outcome.status, outcome.out) == (0, "Nya: 0, ändrade: 0, som förut: 1.\n")
    assert outcome.err == "Utelämnat, inget sammanträde: Julbord\n"


def test_a_cancelled_meeting_is_taken_away_and_told(planned: Command, tmp_path: Path) -> None:
    path = tmp_path / "kfn.ics"
    path.write_bytes(
        calendar(
            "SUMMARY:KFN\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20230314",
            "SUMMARY:KFN\r\nDTSTART;VALUE=DATE:20230418",
        )
    )
    trial = planned("meetings", "import", path, "--dry-run", "--json")
    assert json.loads(trial.out)["removed"] == 1
    outcome = planned("meetings", "import", path)
    assert (outcome.status, outcome.out) == (
        0,
        "Nya: 0, ändrade: 0, som förut: 1.\n1 inställt sammanträde borttaget.\n",
    )
    assert "sammanträdet 2023-03-14 är inställt eller flyttat (nämnd).\n" in outcome.err
    assert "2023-03-14" not in planned("meetings", "list", "--from", "2023-01-01").out
    assert planned("meetings", "import", path).out == "Nya: 0, ändrade: 0, som förut: 1.\n"


def test_a_meeting_that_a_reply_was_decided_at_stays(planned: Command, tmp_path: Path) -> None:
    decided = ("--decided", "2023-03-14", "--paragraph", "21", "--received", "2023-03-17")
    outcome = planned("--today", "2023-03-20", "respond", "ESK-2022-1", "KFN", *decided)
    assert outcome.status == 0, outcome.err
    path = tmp_path / "kfn.ics"
    path.write_bytes(calendar("SUMMARY:Inställt: KFN\r\nDTSTART;VALUE=DATE:20230314"))
    outcome = planned("meetings", "import", path)
    assert outcome.out == "Nya: 0, ändrade: 0, som förut: 0.\n"
    assert "men står kvar, eftersom ett svar beslutades där (ESK-2022-1)" in outcome.err
    assert "2023-03-14" in planned("meetings", "list", "--from", "2023-01-01").out


def test_an_event_that_cannot_be_taken_in_is_told_by_name(planned: Command, tmp_path: Path) -> None:
    path = tmp_path / "fel.ics"
    path.write_bytes(
        calendar(
            "SUMMARY:Utskick KFN\r\nDTSTART;VALUE=DATE:20230501",
            "SUMMARY:KFN",
            "DTSTART;VALUE=DATE:20239901",
        )
    )
    outcome = planned("meetings", "import", path)
    assert outcome.status == 3
    assert outcome.err.splitlines() == [
        "Händelsen ”Utskick KFN” den 2023-05-01: Inget sammanträde följer som den kan höra till.",
        "Händelsen ”KFN”: Händelsen saknar dag.",
        "Händelse 3 i kalendern, utan namn: Händelsen saknar dag.",
        "Inget lästes in: 3 händelser måste rättas först.",
    ]


def test_meetings_are_added_listed_and_removed(planned: Command) -> None:
    added = planned("meetings", "add", "KFN", "2023-05-23", "--papers-by", "2023-05-09")
    assert added.err == (
        "Kultur- och fritidsnämnden: sammanträdet 2023-05-23 är registrerat (nämnd).\n"
    )
    lines = json.loads(planned("meetings", "list", "--from", "2023-04-01", "--json").out)
    assert [(each["held_on"], each["papers_by_on"]) for each in lines] == [
        ("2023-04-18", None),
        ("2023-05-23", "2023-05-09"),
    ]
    assert planned("meetings", "remove", "KFN", "2023-05-23").status == 0
    assert planned("meetings", "remove", "KFN", "2023-05-23").status == 2


def test_hand_over_warns_of_unwise_days_and_goes_on(revtrack: Command, demo_store: Store) -> None:
    at = ("--database", demo_store.path, "--today", "2026-02-16")
    drafts = [
        each["reference"]
        for each in json.loads(revtrack(*at, "audits", "--json").out)
        if each["handed_over_on"] is None
    ]
    outcome = revtrack(
        *(*at, "--why", "Avsett"),
        *("hand-over", drafts[0], "--on", "2026-02-16", "--due", "2026-07-05"),
    )
    assert outcome.status == 0
    first = outcome.err.splitlines()[0]
    assert first.startswith("Svarsdagen 2026-07-05 för ")
    assert first.endswith("En bättre dag är 2026-08-03.")


def extension(outcome: Any) -> dict[str, Any]:  # noqa: ANN401 - an outcome
    [case] = [
        each
        for each in json.loads(outcome.out)["reply_cases"]
        if each["committee"] == "kommunstyrelsen"
    ]
    return dict(case)


def test_a_request_is_granted_later_and_all_of_it_is_shown(
    awaiting_case: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    extend = ("extend", "ESK-2022-1", "KS")
    assert awaiting_case(*extend, "--grant").status == 3
    asked = awaiting_case(*extend, "--to", "2023-04-14", "--requested", "--reason", "Sent möte")
    assert "dagen är inte flyttad ännu" in asked.err
    case = extension(awaiting_case("show", "ESK-2022-1", "--json"))
    assert (case["extended_to"], case["times_extended"]) == (None, 0)
    granted = awaiting_case(*extend, "--grant", "--decided", "2023-03-09", "--by", "revisorerna")
    assert granted.err.splitlines()[0] == "Kommunstyrelsen har anstånd till 2023-04-14."
    assert awaiting_case(*extend, "--to", "2023-05-02").status == 0
    case = extension(awaiting_case("show", "ESK-2022-1", "--json"))
    assert (case["due_on"], case["extended_to"], case["times_extended"]) == (
        *("2023-03-20", "2023-05-02", 2),
    )
    assert case["extensions"][0] == {
        "new_due_on": "2023-04-14",
        "decision": "granted",
        "asked_on": None,
        "decided_on": "2023-03-09",
        "decided_by": "revisorerna",
        "reason": "Sent möte",
    }
    told = " ".join(awaiting_case("show", "ESK-2022-1").out.split())
    assert "* förlängt 2 ggr, från 2023-03-20" in told
    assert "till 2023-04-14, beviljat, beslutat 2023-03-09, revisorerna, Sent möte" in told
    assert "kommunstyrelsen (förlängt 2 ggr)" in " ".join(awaiting_case("due").out.split())


def test_a_reminder_warns_of_more_time_that_nobody_has_decided_on(
    awaiting_case: Command, tmp_path: Path
) -> None:
    reminder = ("document", "reminder", "ESK-2022-1", "--committee", "KS", "--out", str(tmp_path))
    remind = ("--today", "2023-03-28", *reminder)
    told = (
        "Varning: Kommunstyrelsen har begärt förlängd svarstid till 2023-04-14, och ni har inte "
        "tagit ställning. Besluta om den innan påminnelsen skickas, med: revtrack extend"
    )
    assert "förlängd svarstid" not in awaiting_case(*remind).err
    extend = ("extend", "ESK-2022-1", "KS", "--to", "2023-04-14", "--requested")
    assert awaiting_case("--today", "2023-03-10", *extend).status == 0
    made = awaiting_case(*remind)
    assert made.status == 0
    assert told in " ".join(made.err.split())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Säg till vilken dag med --to."),
        (("--grant", "--refuse"), "Välj en av --grant, --refuse."),
        (("--to", "2023-04-14", "--requested", "--refused"), "Välj en av --requested, --refused."),
        (("--correct", "--grant"), "Välj en av --grant, --correct."),
        (
            ("--grant", "--decided", "2023-03-09", "--decided-day-unknown"),
            "Välj ett av --decided och --decided-day-unknown.",
        ),
        (
            ("--to", "2052-04-14"),
            (
                "2052-04-14 ligger mer än ett år efter 2023-03-20, som är den dag som gäller för "
                "kommunstyrelsen. Kontrollera årtalet."
            ),
        ),
    ],
)
def test_an_extension_that_says_too_little_or_too_much(
    awaiting_case: Command, words: tuple[str, ...], says: str
) -> None:
    outcome = awaiting_case("extend", "ESK-2022-1", "KS", *words)
    assert (outcome.status, outcome.err) == (2, f"{says}\n")


def test_time_given_of_a_day_ahead_is_decided_today_unless_another_thing_is_said(
    awaiting_case: Command,
) -> None:
    given = ("--today", "2023-03-10", "extend", "ESK-2022-1", "KS", "--to", "2023-04-14")
    assert awaiting_case(*given, "--decided-day-unknown").status == 0
    [only] = extension(awaiting_case("show", "ESK-2022-1", "--json"))["extensions"]
    assert only["decided_on"] is None
    awaiting_case("--today", "2023-03-10", "extend", "ESK-2022-1", "KS", "--to", "2023-05-02")
    awaiting_case("extend", "ESK-2022-1", "KS", "--to", "2023-05-04")
    rows = extension(awaiting_case("show", "ESK-2022-1", "--json"))["extensions"]
    assert [each["decided_on"] for each in rows] == [None, "2023-03-10", None]


def test_a_mistyped_day_is_corrected(awaiting_case: Command) -> None:
    extend = ("--today", "2023-03-10", "extend", "ESK-2022-1", "KS")
    awaiting_case(*extend, "--to", "2023-05-14")
    corrected = awaiting_case(*extend, "--correct", "--to", "2023-04-14")
    assert corrected.err.splitlines()[0] == "Kommunstyrelsen har anstånd till 2023-04-14."
    [only] = extension(awaiting_case("show", "ESK-2022-1", "--json"))["extensions"]
    assert (only["new_due_on"], only["decided_on"]) == ("2023-04-14", "2023-03-10")
    last = json.loads(awaiting_case("history", "ESK-2022-1", "--json").out)[-1]
    assert last["changes"]["new_due_on"] == ["2023-05-14", "2023-04-14"]
    asked = awaiting_case(*extend, "--correct", "--requested")
    assert "dagen är inte flyttad ännu" in asked.err
    assert extension(awaiting_case("show", "ESK-2022-1", "--json"))["extended_to"] is None


def test_a_renamed_committee_answers_under_its_new_name(awaiting_case: Command) -> None:
    outcome = awaiting_case("succeed", "SOCN", "omsorgsnämnden", "--on", "2027-01-01", "--new")
    assert outcome.err.splitlines() == [
        "Omsorgsnämnden tar över efter socialnämnden den 2027-01-01.",
        "4 öppna rekommendationer blir dess att svara för.",
    ]
    committees = json.loads(awaiting_case("committees", "--json").out)
    [old] = [each for each in committees if each["abbreviation"] == "SOCN"]
    assert (old["valid_to_on"], old["successor"]) == ("2026-12-31", "omsorgsnämnden")
    shown = json.loads(awaiting_case("--today", "2027-01-01", "show", "ESK-2022-1", "--json").out)
    moved = [
        each["committee"]
        for each in shown["addressees"]
        if each["responsible_committee"] == "omsorgsnämnden"
    ]
    assert moved == ["socialnämnden"] * 4
    before = json.loads(awaiting_case("--today", "2026-12-31", "show", "ESK-2022-1", "--json").out)
    assert all(each["committee"] == each["responsible_committee"] for each in before["addressees"])
