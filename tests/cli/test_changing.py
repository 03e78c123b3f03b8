"""What is registered is changed and removed by commands too."""

import json

from revtrack.storage.store import Store
from tests.cli.conftest import Command

AUDIT = "ESK-2022-1"


def test_a_recommendation_gets_a_priority_and_a_heading(awaiting_case: Command) -> None:
    done = awaiting_case("change", AUDIT, "R3", "--priority", "high", "--heading", "Processer")
    assert done.status == 0
    assert done.err.startswith("Ändrat: R3: ")
    history = awaiting_case("history", AUDIT).out
    assert "Processer" in history


def test_an_issued_wording_needs_a_way_and_a_reason(awaiting_case: Command) -> None:
    shown = json.loads(awaiting_case("show", AUDIT, "--json").out)
    said = shown["recommendations"][0]["letter_text"]
    bare = awaiting_case("change", AUDIT, "R1", "--text", f"{said} nu")
    assert (bare.status, "skrivfel eller får en ny lydelse" in bare.err) == (2, True)
    slip = awaiting_case(
        "change", AUDIT, "R1", "--text", f"{said} nu", "--slip", "--why", "Ord föll bort"
    )
    assert slip.status == 0
    now = json.loads(awaiting_case("show", AUDIT, "--json").out)
    assert now["recommendations"][0]["letter_text"] == f"{said} nu"


def test_the_audit_a_question_and_a_reply(revtrack: Command, eskilstuna_store: Store) -> None:
    def command(*words: str) -> str:
        done = revtrack("--database", eskilstuna_store.path, *words)
        assert done.status == 0, done.err
        return done.err

    assert command("change", AUDIT, "--planned", "2026-Q2", "--year", "2023") == (
        "Ändrat: ESK-2022-1.\n"
    )
    command("change", AUDIT, "--question", "2", "--text", "Finns en plan?")
    command("change", AUDIT, "--reply", "KS", "--paragraph", "99", "--diary-number", "KS/23:1")
    shown = json.loads(revtrack("--database", eskilstuna_store.path, "show", AUDIT, "--json").out)
    assert shown["questions"][1]["text"] == "Finns en plan?"
    [reply] = [each for each in shown["reply_cases"] if each["committee"] == "kommunstyrelsen"]
    assert (reply["paragraph"], reply["diary_number"]) == ("99", "KS/23:1")


def test_what_does_not_belong_is_refused_with_what_does(awaiting_case: Command) -> None:
    done = awaiting_case("change", AUDIT, "R3", "--title", "x")
    assert done.status == 2
    assert "--title hör inte till det som ändras här" in done.err
    assert "--priority" in done.err
    assert awaiting_case("change", AUDIT, "R3").status == 2


def test_what_something_rests_on_is_not_removed(awaiting_case: Command) -> None:
    done = awaiting_case("remove", AUDIT, "R3")
    assert (done.status, "kan inte tas bort" in done.err) == (3, True)
    assert awaiting_case("remove", AUDIT, "--question", "1").status == 3
    assert awaiting_case("remove", AUDIT).status == 2


def test_an_action_is_removed_and_brought_back(revtrack: Command, eskilstuna_store: Store) -> None:
    database = ("--database", eskilstuna_store.path)
    shown = json.loads(revtrack(*database, "show", AUDIT, "--json").out)
    one = next(each for each in shown["addressees"] if each["actions"])
    where = (one["recommendation"], one["committee"])
    done = revtrack(*database, "remove", AUDIT, *where, "--action", "1", "--why", "Fel")
    assert done.err.startswith("Borttaget: Åtgärden ”")
    after = json.loads(revtrack(*database, "show", AUDIT, "--json").out)
    assert (
        next(
            each
            for each in after["addressees"]
            if (each["recommendation"], each["committee"]) == where
        )["actions"]
        == one["actions"][1:]
    )
    assert revtrack(*database, "undo").status == 0
