"""Reminders, the calendar and a municipality's settings from the command line."""

import json
from pathlib import Path

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command


def test_a_trial_says_who_is_to_be_reminded(awaiting_case: Command, tmp_path: Path) -> None:
    told = awaiting_case("--today", "2023-03-27", "remind", "--dry-run", "--out", tmp_path / "ut")
    assert told.status == 0
    assert told.out.startswith(
        "Kommunstyrelsen (KS), Eskilstuna kommun: Mejl\n"
        "  ESK-2022-1  svar senast 2023-03-20, 7 dagar sent, svar inväntas, steget 7\n"
        "    dagar efter\n"
    )
    assert told.err == "Inget har skrivits: detta var ett prov.\n"
    assert not (tmp_path / "ut").exists()


def test_drafts_are_made_and_noted_once(awaiting_case: Command, tmp_path: Path) -> None:
    run = ("--today", "2023-03-27", "remind", "--committee", "von", "--out", tmp_path)
    told = awaiting_case(*run)
    path = tmp_path / "2023-03-27_Eskilstuna-kommun_Påminnelse_VON.eml"
    assert path.exists()
    assert "→" in told.out
    assert told.err == (
        "Vård- och omsorgsnämnden (VON) har ingen e-postadress i registret; fyll i den i "
        "utkastet.\n1 meddelande har framställts. Inget har skickats. Anteckna när det är skickat "
        "med: revtrack remind --sent\n"
    )
    again = awaiting_case(*run)
    assert (again.out, again.err) == (
        "",
        "Ingen ska påminnas i dag: 1 svar är försenat, men dagen för nästa steg har inte kommit.\n",
    )
    log = json.loads(awaiting_case("remind", "--log", "ESK-2022-1", "--json").out)
    assert log == [
        {
            "reminded_on": "2023-03-27",
            "sent_on": None,
            "municipality": "Eskilstuna kommun",
            "audit": "ESK-2022-1",
            "committee": "vård- och omsorgsnämnden",
            "kind": "reply",
            "recommendation": None,
            "due_on": "2023-03-20",
            "step": 7,
            "form": "mail",
            "text": path.name,
        }
    ]
    logged = awaiting_case("remind", "--log").out
    assert "2023-03-27  ej skickad  ESK-2022-1  VON    svar senast 2023-03-20, steget 7" in logged
    assert awaiting_case("remind", "--on", "2023-03-28").err == (
        "--on säger vilken dag utkasten skickades; ange det tillsammans med --sent.\n"
    )
    sent = awaiting_case("--today", "2023-04-02", "remind", "--sent", "--on", "2023-03-28")
    assert sent.out == "ESK-2022-1  VON  svar senast 2023-03-20, steget 7 dagar efter\n"
    assert sent.err == "1 påminnelse är antecknad som skickad.\n"
    assert awaiting_case("remind", "--sent").err == "Ingen påminnelse väntar på att skickas.\n"
    assert "2023-03-27  2023-03-28  ESK-2022-1" in awaiting_case("remind", "--log").out


def test_it_is_said_why_nobody_is_reminded_of_what_is_late(awaiting_case: Command) -> None:
    def told(day: str) -> str:
        run = awaiting_case("--today", day, "remind", "--dry-run", "--committee", "KS")
        assert run.out == ""
        return run.err

    assert told("2023-03-01") == "Ingen ska påminnas i dag.\n"
    awaiting_case("--today", "2023-03-21", "expect", "ESK-2022-1", "KS", "2023-04-04")
    assert told("2023-04-04") == (
        "Ingen ska påminnas i dag: 1 svar är försenat men väntas behandlas vid ett sammanträde "
        "2023-04-04.\n"
    )
    awaiting_case("municipality", "Eskilstuna", "--reminder-steps", "-")
    assert told("2023-04-05") == (
        "Ingen ska påminnas i dag: 1 svar är försenat, och inget steg återstår.\n"
    )


def test_the_plan_as_json_says_the_same_as_the_files(
    awaiting_case: Command, tmp_path: Path
) -> None:
    told = awaiting_case("--today", "2023-04-13", "remind", "--json", "--out", tmp_path)
    plan = json.loads(told.out)
    assert plan["dry_run"] is False
    assert plan["proposals"] == []
    first = plan["messages"][0]
    assert (first["abbreviation"], first["form"]) == ("KS", "letter")
    assert first["replies"] == [
        {
            "audit": "ESK-2022-1",
            "due_on": "2023-03-20",
            "counts_on": "2023-03-20",
            "days_late": 24,
            "state": "awaited",
            "step": 21,
            "passed_over": [7],
        }
    ]
    made = sorted(str(path) for path in tmp_path.iterdir() if path.suffix in {".docx", ".eml"})
    assert sorted(path for each in plan["messages"] for path in each["files"]) == made


def test_the_presidium_is_proposed_and_written_to(awaiting_case: Command, tmp_path: Path) -> None:
    for day in ("2023-03-27", "2023-04-10"):
        awaiting_case("--today", day, "remind", "--committee", "KS", "--out", tmp_path)
        awaiting_case("--today", day, "remind", "--sent")
    told = awaiting_case("--today", "2023-04-24", "remind", "--committee", "KS", "--dry-run")
    assert "Förslag: Ta upp med fullmäktiges presidium." in " ".join(told.out.split())
    assert told.out.endswith("  revtrack remind --presidium ESK-2022-1 KS\n")
    made = awaiting_case(
        *("--today", "2023-04-24", "remind", "--presidium", "ESK-2022-1", "KS", "--out", tmp_path)
    )
    assert made.status == 0
    assert [line.rsplit(".", 1)[1] for line in made.out.splitlines()] == ["docx", "eml"]
    second = awaiting_case(
        *("--today", "2023-04-25", "remind", "--presidium", "ESK-2022-1", "KS", "--out", tmp_path)
    )
    assert second.status == 3
    assert "framställdes redan 2023-04-24" in second.err


def test_a_letter_to_the_presidium_before_two_reminders_is_remarked_on(
    awaiting_case: Command, tmp_path: Path
) -> None:
    awaiting_case("--today", "2023-03-27", "remind", "--committee", "KS", "--out", tmp_path)
    awaiting_case("--today", "2023-03-27", "remind", "--sent")
    made = awaiting_case(
        *("--today", "2023-03-28", "remind", "--presidium", "ESK-2022-1", "KS", "--out", tmp_path)
    )
    assert made.status == 0
    told = "Brevet gjordes fast bara 1 påminnelse har gått ut sedan dagen passerade."
    assert told in " ".join(made.err.split())
    none = awaiting_case(
        *("--today", "2023-03-28", "remind", "--presidium", "ESK-2022-1", "GSN", "--out", tmp_path)
    )
    told = "Brevet gjordes fast ingen påminnelse har gått ut sedan dagen passerade."
    assert told in " ".join(none.err.split())


def test_reminders_stand_with_the_reply(
    awaiting_case: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    for day in ("2023-03-27", "2023-04-10"):
        awaiting_case("--today", day, "remind", "--committee", "KS", "--out", tmp_path)
        awaiting_case("--today", day, "remind", "--sent")
    shown = awaiting_case("--today", "2023-04-11", "show", "ESK-2022-1")
    assert "Svar inväntas, påmind 2 gånger, senast 2023-04-10  22 dagar sent" in shown.out
    found = json.loads(awaiting_case("show", "ESK-2022-1", "--json").out)["reply_cases"]
    assert {each["committee"]: each["reminded_on"] for each in found}["kommunstyrelsen"] == [
        "2023-03-27",
        "2023-04-10",
    ]
    awaiting_case("--today", "2023-04-25", "document", "reminder", "ESK-2022-1", "--out", tmp_path)
    shown = awaiting_case("--today", "2023-04-25", "show", "ESK-2022-1")
    drafted = "påminnelse framställd som utkast 2023-04-25, inte skickad"
    assert f"påmind 2 gånger, senast 2023-04-10, {drafted}" in shown.out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--log", "--dry-run"], 2, "Välj en av --dry-run, --log, --presidium och --sent."),
        (["--municipality", "Nystad"], 2, "Det finns ingen kommun som heter Nystad."),
        (["--presidium", "ESK-2022-1", "KS"], 3, "har tid till 2023-03-20"),
        (["ESK-1"], 2, "ESK-1"),
    ],
)
def test_what_cannot_be_done_is_said(
    awaiting_case: Command, tmp_path: Path, words: list[str], status: int, told: str
) -> None:
    outcome = awaiting_case("--today", "2023-03-01", "remind", "--out", tmp_path / "ut", *words)
    assert outcome.status == status
    assert told in outcome.err
    assert not (tmp_path / "ut").exists()


def test_the_calendar_is_written(awaiting_case: Command, tmp_path: Path) -> None:
    path = tmp_path / "frister.ics"
    told = awaiting_case("--today", "2023-03-01", "calendar", path, "--audit", "ESK-2022-1")
    assert (told.status, told.err) == (0, f"7 dagar i {path}\n")
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 7
    assert awaiting_case("calendar", tmp_path / "frister.txt").status == 2


def test_a_municipality_s_settings_are_shown_and_changed(awaiting_case: Command) -> None:
    shown = awaiting_case("municipality", "eskilstuna")
    assert shown.out.startswith("Eskilstuna kommun\n  Förkortning: ESK\n")
    assert "  Påminnelser: -14 mejl, +7 mejl, +21 brev\n" in shown.out
    changed = awaiting_case(
        *("municipality", "ESK", "--reminder-steps", "30 brev; 7 mejl", "--reply-months", "2"),
        *("--counted-day", "decided", "--takes-drafts", "--place", "", "--json"),
    )
    [town] = json.loads(changed.out)
    assert town["reminder_steps"] == [
        {"days": 7, "form": "mail"},
        {"days": 30, "form": "letter"},
    ]
    assert (town["reply_months"], town["counted_day"]) == (2, "decided")
    assert (town["takes_drafts"], town["place"]) == (True, None)
    off = awaiting_case("municipality", "ESK", "--reminder-steps", "-")
    assert "  Påminnelser: inga\n" in off.out
    history = awaiting_case("history").out
    assert history.count("Huvudman ändrades: Eskilstuna kommun") == 2


def test_a_municipality_is_registered(awaiting_case: Command, awaiting_store: Store) -> None:
    new = awaiting_case("municipality", "Nystads kommun", "--new", "--reply-months", "4")
    assert "  Svarstid i månader: 4\n" in new.out
    assert awaiting_case("municipality", "Nystads kommun", "--new").status == 3
    listed = json.loads(awaiting_case("municipality", "--json").out)
    assert [each["name"] for each in listed] == ["Eskilstuna kommun", "Nystads kommun"]
    assert awaiting_store.path.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ESK", "--reminder-steps", "7 fax"], "7 fax är inget påminnelsesteg."),
        (["ESK", "--reminder-steps", "7 mejl, 7 brev"], "anger dagen +7 två gånger"),
        (["ESK", "--reply-months", "40"], "24"),
        (["ESK", "--reply-months", "snart"], "snart"),
        (["Xyz"], "Det finns ingen kommun som heter Xyz."),
        (["--place", "Ort"], "Ange vilken kommun det gäller."),
        (["ESK", "--rename", ""], "amn"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(
    awaiting_case: Command, words: list[str], told: str
) -> None:
    before = awaiting_case("municipality", "--json").out
    outcome = awaiting_case("municipality", *words)
    assert outcome.status == 2
    assert told in outcome.err
    assert awaiting_case("municipality", "--json").out == before
