"""The lists, as other programs and people read them."""

import csv
import io
import json

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command

OTHERS = [
    "kommunstyrelsen",
    "grundskolenämnden",
    "gymnasienämnden",
    "socialnämnden",
    "stadsbyggnadsnämnden",
    "vård- och omsorgsnämnden",
]
KFN = "kultur- och fritidsnämnden"
UNANSWERED = {
    "kommunstyrelsen": 5,
    "grundskolenämnden": 4,
    "gymnasienämnden": 4,
    KFN: 4,
    "socialnämnden": 4,
    "stadsbyggnadsnämnden": 3,
    "vård- och omsorgsnämnden": 3,
}


@pytest.mark.parametrize(
    ("today", "late"),
    [
        ("2023-03-20", {}),
        ("2023-03-21", dict.fromkeys(OTHERS, 1)),
        ("2023-03-24", dict.fromkeys(OTHERS, 4)),
        ("2023-03-25", {**dict.fromkeys(OTHERS, 5), KFN: 1}),
    ],
)
def test_a_reply_is_late_from_the_day_after_the_day_that_counts(
    awaiting_case: Command, today: str, late: dict[str, int]
) -> None:
    outcome = awaiting_case("--today", today, "due", "--json")
    lines = json.loads(outcome.out)
    assert outcome.status == 0
    assert {each["committee"]: each["days_late"] for each in lines if each["days_late"]} == late
    assert [each["committee"] for each in lines] == [*OTHERS, KFN]
    assert {each["committee"]: each["unanswered"] for each in lines} == UNANSWERED


def test_due_keeps_the_original_day_beside_the_extended_one(awaiting_case: Command) -> None:
    *_, last = json.loads(awaiting_case("--today", "2023-03-20", "due", "--json").out)
    assert last == {
        "municipality": "Eskilstuna kommun",
        "audit": "ESK-2022-1",
        "committee": KFN,
        "abbreviation": "KFN",
        "due_on": "2023-03-20",
        "extended_to": "2023-03-24",
        "times_extended": 1,
        "supplement_due_on": None,
        "days_late": 0,
        "unanswered": 4,
        "state": "awaited",
        "expected_meeting_on": None,
    }


def test_due_does_not_say_in_time_where_nobody_knows(
    revtrack: Command, awaiting_store: Store
) -> None:
    with awaiting_store.wish() as session:
        session.connection().exec_driver_sql("UPDATE municipality SET counted_day = 'decided'")
    at = ("--database", awaiting_store.path, "--today", "2023-03-22")
    assert revtrack(*at, "respond", "ESK-2022-1", "KS", "--not-received").status == 0
    first, *_ = json.loads(revtrack(*at, "due", "--json").out)
    assert (first["committee"], first["days_late"]) == ("kommunstyrelsen", None)
    assert first["state"] == "adopted"
    line = revtrack(*at, "due").out.splitlines()[1]
    assert "Beslutat men ej inkommet" in line


def test_due_within_some_days_leaves_out_what_comes_later(awaiting_case: Command) -> None:
    near = awaiting_case("--today", "2023-03-18", "due", "--within", "2", "--json")
    assert [each["committee"] for each in json.loads(near.out)] == OTHERS


def test_due_reads_well_in_a_narrow_terminal(
    awaiting_case: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    outcome = awaiting_case("--today", "2023-03-21", "due")
    first, second, *_ = outcome.out.splitlines()
    assert first.split() == ["Svar", "senast", "När", "Granskning", "Nämnd", "Obesvarade"]
    assert second.split() == [
        "2023-03-20",
        "1",
        "dag",
        "sent",
        "ESK-2022-1",
        "kommunstyrelsen",
        "5",
    ]
    assert all(len(line) <= 80 for line in outcome.out.splitlines())
    assert "(förlängt)" in outcome.out
    assert outcome.err == "6 svar är försenade.\n"


def test_nothing_due_is_a_note_not_data(answered_case: Command) -> None:
    outcome = answered_case("due")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "Inget svar inväntas.\n")


def test_audits_counts_per_committee(awaiting_case: Command) -> None:
    outcome = awaiting_case("--today", "2023-03-21", "audits", "--json")
    assert json.loads(outcome.out) == [
        {
            "reference": "ESK-2022-1",
            "title": "Granskning av kommunens digitaliseringsarbete",
            "municipality": "Eskilstuna kommun",
            "audit_year": 2022,
            "handed_over_on": "2022-12-01",
            "addressees": 27,
            "not_asked": 1,
            "open": 27,
            "late_replies": 6,
            "reply_cases": 7,
            "replied": 0,
        }
    ]


def test_committees_are_listed_in_the_municipalitys_own_order(awaiting_case: Command) -> None:
    names = [each["abbreviation"] for each in json.loads(awaiting_case("committees", "--json").out)]
    assert names == ["KS", "GSN", "GN", "KFN", "SOCN", "SBN", "VON", "KF"]


def test_csv_is_for_a_spreadsheet_and_never_a_formula(
    revtrack: Command, awaiting_store: Store
) -> None:
    title = '=HYPERLINK("http://example.org")'
    with awaiting_store.wish() as session:
        session.connection().exec_driver_sql("UPDATE audit SET title = ?", (title,))
    outcome = revtrack("--database", awaiting_store.path, "audits", "--csv")
    assert outcome.out.startswith('\ufeff"Beteckning","Titel"')
    row = next(csv.DictReader(io.StringIO(outcome.out.removeprefix("\ufeff"))))
    assert row["Titel"] == f"'{title}"
    assert row["Rekommendationer i missivet"] == "27"


def test_english_is_complete_too(awaiting_case: Command) -> None:
    outcome = awaiting_case("--language", "en", "--today", "2023-03-21", "due")
    assert outcome.out.splitlines()[0].split()[:2] == ["Reply", "by"]
    assert "1 day late" in outcome.out
    assert outcome.err == "6 replies are late.\n"


def test_where_a_committee_is_written_to_is_registered_and_listed(awaiting_case: Command) -> None:
    shown = "kultur- och fritidsnämnden\n  Kontaktadress: "
    assert awaiting_case("committee", "KFN").out == f"{shown}Uppgift saknas\n"
    changed = awaiting_case("committee", "kfn", "--mail", "kfn@eskilstuna.example")
    assert changed.out == f"{shown}kfn@eskilstuna.example\n"
    listed = json.loads(awaiting_case("committees", "--json").out)
    assert {each["contact_address"] for each in listed} == {None, "kfn@eskilstuna.example"}
    assert "kfn@eskilstuna.example" in awaiting_case("committees", "--csv").out
    refused = awaiting_case("committee", "KFN", "--mail", "Torget 1")
    assert (refused.status, refused.err) == (
        2,
        (
            "”Torget 1” innehåller ingen e-postadress som ett utkast kan ställas till. Skriv en "
            "sådan som namnden@kommunen.se, ensam eller i en postadress.\n"
        ),
    )
    assert awaiting_case("committee", "KFN", "--mail", "").out == f"{shown}Uppgift saknas\n"
