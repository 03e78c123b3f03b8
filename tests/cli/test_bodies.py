"""Committees, mergers and officeholders by commands."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_committees_are_added_as_a_list_has_them(awaiting_case: Command) -> None:
    outcome = awaiting_case("committees", "add", "Kommunstyrelsen KS", "Valnämnden (VN)")
    assert outcome.status == 0
    assert outcome.out == "valnämnden (VN)\n"
    assert outcome.err == "1 nämnd är upplagd.\nFinns redan: kommunstyrelsen.\n"
    listed = json.loads(awaiting_case("committees", "--json").out)
    assert "VN" in {each["abbreviation"] for each in listed}


def test_a_merger_of_several_is_tried_and_then_carried_out(awaiting_case: Command) -> None:
    words = ("succeed", "SOCN", "VON", "Omsorgs- och socialnämnden OSN", "--on", "2027-01-01")
    trial = awaiting_case(*words, "--new", "--dry-run")
    moved, changed = trial.err.splitlines()
    assert moved.startswith("7 öppna rekommendationer och 2 väntande svar flyttas till omsorgs-")
    assert moved.endswith("från och med 2027-01-01.")
    assert changed == "Inget har ändrats: detta var ett prov."
    done = awaiting_case(*words, "--new")
    assert "Omsorgs- och socialnämnden tar över efter" in done.err
    ended = [
        each["abbreviation"]
        for each in json.loads(awaiting_case("committees", "--json").out)
        if each["valid_to_on"]
    ]
    assert ended == ["SOCN", "VON"]


def test_a_person_is_added_changed_listed_and_removed(awaiting_case: Command) -> None:
    def people() -> list[tuple[str, str, str | None]]:
        listed = json.loads(awaiting_case("officeholders", "--json").out)
        return [(each["name"], each["function"], each["to_on"]) for each in listed]

    before = people()
    added = awaiting_case(
        *("officeholders", "add", "Ada Provberg", "--function", "chair", "--from", "2023-01-01")
    )
    assert (added.status, added.err) == (0, "Ada Provberg är upplagd.\n")
    awaiting_case("officeholders", "change", "ada provberg", "--until", "2026-12-31")
    assert people() == [*before, ("Ada Provberg", "chair", "2026-12-31")]
    turned = awaiting_case("officeholders", "change", "Ada Provberg", "--until", "2022-01-01")
    assert turned.status == 2
    assert awaiting_case("officeholders", "change", "Ingen", "--until", "2026-01-01").status == 2
    awaiting_case("officeholders", "remove", "Ada Provberg")
    assert people() == before


def test_a_file_is_no_name_of_a_committee(awaiting_case: Command, tmp_path: Path) -> None:
    listed = tmp_path / "namnder.lista"
    listed.write_text("Valnämnden VN\n")
    for name in ("n.txt", "Nämnder.XLSX", str(listed)):
        outcome = awaiting_case("committees", "add", name)
        assert outcome.status == 2
        assert f"{name} verkar vara en fil" in outcome.err.replace("\n", " ")
    assert awaiting_case("committees", "add", "Bolaget.se", "AB Ekby.txt bolag").status == 0
