"""Follow-up by commands: what they say, give as JSON, refuse, and with which exit status."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from revtrack.domain.days.local_time import HERE
from tests.cli.conftest import Command

TODAY = ("--today", "2026-02-16")


@pytest.fixture
def town(demo: Command) -> Command:
    """Carry out commands on the invented municipality, on the day of the demonstration."""
    return lambda *words: demo(*TODAY, *words)


def addressee(town: Command, audit: str, number: str, committee: str) -> dict[str, object]:
    document = json.loads(town("show", audit, "--json").out)
    (found,) = (
        each
        for each in document["addressees"]
        if (each["recommendation"], each["committee"]) == (number, committee)
    )
    return dict(found)


def test_a_follow_up_from_its_start_to_its_figures(town: Command, tmp_path: Path) -> None:
    started = town("follow-up", "start", "--of", "ALV-2023-1", "--of", "ALV-2023-2")
    assert (started.status, started.out) == (0, "ALV-2026-1\n")
    assert "11 öppna rekommendationer, räknat per nämnd." in started.err
    judged = town(
        *("follow-up", "verdict", "ALV-2023-2", "R1", "SBN", "--verdict", "partly"),
        *("--basis", "desk", "--method", "Intervju", "--on", "2026-02-10", "--solved", "no"),
    )
    assert (judged.status, judged.err) == (0, "1 bedömning är registrerad.\n")
    told = addressee(town, "ALV-2023-2", "R1", "samhällsbyggnadsnämnden")
    assert (told["verdict"], told["basis"], told["standing"]) == ("partly", "desk", "remaining")
    many = tmp_path / "bedomningar.json"
    many.write_text(
        json.dumps(
            [
                {
                    "audit": "ALV-2023-2",
                    "recommendation": number,
                    "committee": "KS",
                    "verdict": step,
                    "method": "Protokoll",
                    "judged_on": "2026-02-11",
                }
                for number, step in [("R3", "full"), ("R4", "mostly")]
            ]
        )
    )
    assert town("follow-up", "verdict", "--verdicts-json", many).status == 0
    report = json.loads(town("report", "--municipality", "Älvsunda", "--json").out)
    (row,) = (each for each in report["audits"] if each["audit"] == "ALV-2023-2")
    assert {name: row[name] for name in ("asked", "judged", "implemented", "open")} == {
        "asked": 8,
        "judged": 3,
        "implemented": 1,
        "open": 8,
    }
    assert (row["share_implemented"], row["share_implemented_or_mostly"]) == (33, 67)
    assert row["bases"] == {"reported": 2, "desk": 1, "tested": 0}


def test_closing_needs_a_reason_and_reopening_too(town: Command) -> None:
    words = ("follow-up", "close", "ALV-2024-2", "R3", "KS", "--outcome", "not-implemented")
    refused = town(*words)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("Ange varför den avslutas (--reason)")
    assert town(*words, "--reason", "Nämnden avstår").status == 0
    told = addressee(town, "ALV-2024-2", "R3", "kommunstyrelsen")
    assert (told["outcome"], told["closing_reason"]) == ("not_implemented", "Nämnden avstår")
    assert "Avslutad: Ej genomförd; 2026-02-16; Nämnden avstår" in town("show", "ALV-2024-2").out
    assert town("follow-up", "reopen", "ALV-2024-2", "R3").status == 2
    assert town("follow-up", "reopen", "ALV-2024-2", "R3", "--reason", "Ångrade sig").status == 0
    assert addressee(town, "ALV-2024-2", "R3", "kommunstyrelsen")["standing"] != "closed"
    history = town("history", "ALV-2024-2").out
    assert "Nämnden avstår" in history
    assert "Ångrade sig" in history


def test_open_actions_are_named_and_force_is_logged(town: Command) -> None:
    words = ("follow-up", "close", "ALV-2023-2", "R3", "KS", "--outcome", "not_implemented")
    refused = town(*words, "--reason", "Nej")
    assert refused.status == 3
    assert "åtgärder som inte är avslutade: Se över ägardirektiven." in refused.err
    assert town(*words, "--reason", "Bolaget säljs", "--force").status == 0
    assert "(Bolaget säljs)" in town("history", "ALV-2023-2").out


def test_a_verdict_without_method_or_on_an_unknown_number_is_refused(town: Command) -> None:
    bare = town("follow-up", "verdict", "ALV-2023-2", "R1", "SBN", "--verdict", "full")
    assert bare.status == 2
    assert "(--method) och vilken dag (--on)" in bare.err
    unknown = town("follow-up", "verdict", "ALV-2023-2", "R9", "--verdict", "full")
    assert unknown.status == 2
    assert "ALV-2023-2 har ingen rekommendation R9" in unknown.err
    stranger = town("follow-up", "verdict", "ALV-2023-2", "R5", "KS", "--verdict", "full")
    assert stranger.status == 2


def test_a_verdict_outside_any_follow_up_is_taken_only_by_force(town: Command) -> None:
    words = ("follow-up", "verdict", "ALV-2023-2", "R4", "KS", "--verdict", "not")
    grounds = ("--method", "Stickprov", "--on", "2026-02-10")
    refused = town(*words, *grounds)
    assert refused.status == 3
    assert refused.err.startswith("Ingen uppföljning av ALV-2023-2 pågår")
    assert addressee(town, "ALV-2023-2", "R4", "kommunstyrelsen")["verdict"] is None
    assert town(*words, *grounds, "--force").status == 0
    assert addressee(town, "ALV-2023-2", "R4", "kommunstyrelsen")["verdict"] == "not"


def test_a_second_follow_up_beside_one_under_way_is_begun_only_by_force(town: Command) -> None:
    assert town("follow-up", "start", "--of", "ALV-2023-2").out == "ALV-2026-1\n"
    refused = town("follow-up", "start", "--of", "ALV-2023-1", "--of", "ALV-2023-2")
    assert (refused.status, refused.out) == (3, "")
    assert refused.err.startswith("ALV-2023-2 följs redan upp, i ALV-2026-1.")
    assert town("follow-up", "start", "--of", "ALV-2023-2", "--force").out == "ALV-2026-2\n"


def test_a_split_recommendation_is_shown_in_its_parts(town: Command) -> None:
    made = town("follow-up", "split", "ALV-2023-2", "R4", "Besluta om en plan", "Följ upp den")
    assert made.out == "R4a\nR4b\n"
    told = addressee(town, "ALV-2023-2", "R4", "kommunstyrelsen")
    assert [each["recommendation"] for each in told["parts"]] == ["R4a", "R4b"]  # type: ignore[attr-defined]
    document = json.loads(town("show", "ALV-2023-2", "--json").out)
    parts = [each for each in document["recommendations"] if each["is_part"]]
    assert [(each["number"], each["split_from"]) for each in parts] == [
        ("R4a", "R4"),
        ("R4b", "R4"),
    ]
    shown = town("show", "ALV-2023-2").out
    assert "Del av R4" in shown
    assert "5 rekommendationer, räknat per nämnd 8." in shown
    (row,) = (
        each
        for each in json.loads(town("audits", "--json").out)
        if each["reference"] == "ALV-2023-2"
    )
    assert (row["addressees"], row["open"]) == (8, 8)
    codes = [each["code"] for each in json.loads(town("check", "ALV-2023-2", "--json").out)]
    assert "number_missing" not in codes


def test_a_merged_recommendation_names_where_it_is_followed(town: Command) -> None:
    words = ("follow-up", "merge", "ALV-2023-2", "R1", "--into", "R2", "--reason", "Samma sak")
    assert town(*words).status == 0
    told = addressee(town, "ALV-2023-2", "R1", "samhällsbyggnadsnämnden")
    assert (told["outcome"], told["standing"]) == ("merged", "closed")
    assert "Sammanförd med ALV-2023-2 R2" in town("show", "ALV-2023-2").out


def test_a_merger_names_its_committees_where_another_was_opened_again(town: Command) -> None:
    words = ("follow-up", "merge", "ALV-2023-2", "R1", "--into", "R2", "--reason", "Samma sak")
    assert town(*words).status == 0
    assert town("follow-up", "reopen", "ALV-2023-2", "R1", "SBN", "--reason", "Fel").status == 0
    shown = town("show", "ALV-2023-2").out
    assert "Sammanförd med ALV-2023-2 R2, för ÄBAB\n" in shown


def test_what_was_found_carried_out_can_be_closed(town: Command) -> None:
    words = ("follow-up", "verdict", "ALV-2023-2", "R2", "SBN", "--verdict", "full")
    grounds = ("--basis", "tested", "--method", "Stickprov", "--on", "2026-02-10", "--force")
    assert town(*words, *grounds).status == 0
    (row,) = (
        each for each in town("show", "ALV-2023-2").out.splitlines() if each.startswith("R2  SBN")
    )
    assert row == "R2  SBN   Kan avslutas; Avser att vidta åtgärder; Genomförd (stickprov)"
    assert addressee(town, "ALV-2023-2", "R2", "samhällsbyggnadsnämnden")["standing"] == "acting"


def test_the_queue_tells_why_in_json_and_csv(town: Command) -> None:
    rows = json.loads(town("follow-up", "queue", "--municipality", "Älvsunda", "--json").out)
    assert sum(row["ready"] for row in rows) == 15
    (row,) = (
        each
        for each in rows
        if (each["audit"], each["recommendation"], each["committee"])
        == ("ALV-2023-2", "R2", "samhällsbyggnadsnämnden")
    )
    assert (row["reason"], row["due"]) == ("time_up", "2025-Q4")
    assert row["message"] == "Den skulle vara klar fjärde kvartalet 2025."
    csv = town("follow-up", "queue", "--municipality", "Älvsunda", "--ready", "--csv").out
    assert len(csv.splitlines()) == 16
    assert town("follow-up", "queue", "--municipality", "Ingenstans").status == 2


def test_repeats_are_listed_as_chains(town: Command) -> None:
    assert town("follow-up", "repeat", "ALV-2025-2", "R1", "ALV-2024-3", "R2").status == 0
    chains = json.loads(town("repeats", "--json").out)
    assert [[(each["audit"], each["recommendation"]) for each in chain] for chain in chains] == [
        [("ALV-2025-2", "R1"), ("ALV-2024-3", "R2"), ("ALV-2022-1", "R4")],
        [("ALV-2024-3", "R3"), ("ALV-2022-2", "R2")],
    ]
    assert "upprepar ALV-2022-1 R4, från 2022" in town("repeats").out


def test_a_workbook_that_cannot_be_read_in_gives_status_3(town: Command, tmp_path: Path) -> None:
    missing = town("follow-up", "read", tmp_path / "finns-inte.xlsx")
    assert missing.status == 3
    other = tmp_path / "annat.xlsx"
    other.write_bytes(b"PK\x03\x04")
    assert town("follow-up", "read", other).status == 3


def test_the_pack_and_the_figures_are_written(town: Command, tmp_path: Path) -> None:
    town("follow-up", "start", "--of", "ALV-2023-2")
    packed = town("follow-up", "pack", "ALV-2026-1", "--out", tmp_path / "papper")
    assert packed.status == 0
    assert len(packed.out.splitlines()) == 8
    (workbook,) = (tmp_path / "papper").glob("*.xlsx")
    assert town("follow-up", "read", workbook).err == "0 bedömningar är registrerade.\n"
    written = town("report", "--year", "2022", "--xlsx", tmp_path / "siffror.xlsx")
    assert written.status == 0
    assert "Andel" not in written.out
    assert (tmp_path / "siffror.xlsx").read_bytes()[:2] == b"PK"
    again = town("report", "--xlsx", tmp_path / "siffror.xlsx")
    assert again.status == 3


def test_a_status_form_is_read_with_the_command_that_reads_answer_forms(
    town: Command, tmp_path: Path
) -> None:
    town("follow-up", "start", "--of", "ALV-2023-2")
    town("follow-up", "pack", "ALV-2026-1", "--out", tmp_path)
    (form,) = tmp_path.glob("*Lägesformulär*ÄBAB.docx")
    empty = town("form", "read", form)
    assert (empty.status, empty.out) == (3, "")
    assert empty.err.startswith("Inget är ifyllt i formuläret från Älvsundabostäder AB.")


def test_the_figures_stand_as_they_did_when_a_day_had_ended(town: Command) -> None:
    now = town("report", "--json")
    when = json.loads(town("history", "--json").out)[-1]["at"]
    day = datetime.fromisoformat(when).astimezone(HERE).date()
    as_of = json.loads(town("report", "--as-of", day, "--json").out)
    assert as_of["today"] == day.isoformat()
    assert as_of["total"]["verdicts"] == json.loads(now.out)["total"]["verdicts"]
    shown = json.loads(town("show", "ALV-2023-2", "--as-of", day, "--json").out)
    assert shown["title"] == json.loads(town("show", "ALV-2023-2", "--json").out)["title"]
    early = town("show", "ALV-2023-2", "--as-of", "2020-01-01")
    assert (early.status, early.out) == (3, "")
    assert early.err.startswith("Inget var registrerat ännu den 2020-01-01.")
    assert town("report", "--as-of", "2099-12-31").status == 2


def test_the_report_tells_what_it_counts_in_time(town: Command) -> None:
    told = town("report", "--municipality", "Älvsunda").out
    assert "2023          0 av 10 (0 %)  2 av 10 (20 %)  –" in told
    assert "Kom i tid                             11" in told
    assert "2025-12-31  57     48     9                4" in told
