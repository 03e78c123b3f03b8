"""Words nobody would think of: each a sentence or a right answer, never a fault of the program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command

AUDIT = "ESK-2022-1"


def test_a_committee_named_twice_replies_once(awaiting_case: Command) -> None:
    words = ("respond", AUDIT, "KS", "--with", "kommunstyrelsen", "--action", "R1,R1=Kartlägga")
    assert awaiting_case(*words).status == 0
    shown = json.loads(awaiting_case("show", AUDIT, "--json").out)
    (first, *_rest) = (each for each in shown["addressees"] if each["recommendation"] == "R1")
    assert [action["text"] for action in first["actions"]] == ["Kartlägga"]


def test_answers_nested_beyond_reason_are_refused(awaiting_case: Command, tmp_path: Path) -> None:
    file = tmp_path / "djup.json"
    file.write_text("[" * 100_000, encoding="utf-8")
    outcome = awaiting_case("respond", AUDIT, "GSN", "--answers-json", file)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("Svaren är inte hel JSON.")


def test_nothing_is_made_where_nothing_may_change(revtrack: Command, tmp_path: Path) -> None:
    path = tmp_path / "nytt.db"
    assert revtrack("--read-only", "--database", path, "init").status == 3
    assert not path.exists()


@pytest.mark.parametrize("day", ["9999-12-31", "1823-01-01", "0001-01-01"])
def test_a_day_of_another_age_is_refused(awaiting_case: Command, day: str) -> None:
    outcome = awaiting_case("--today", day, "due", "--within", "5")
    assert outcome.status == 2
    assert f"{day} är ingen dag i kalendern" in outcome.err


def test_a_name_that_cannot_be_stored_is_stored_as_far_as_it_can(awaiting_case: Command) -> None:
    assert awaiting_case("--user", "A\udcff\x1b[2J", "respond", AUDIT, "GSN").status == 0
    history = json.loads(awaiting_case("history", "--json").out)
    assert history[-1]["who"] == "A\ufffd\ufffd[2J"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_an_answer_that_finds_no_room_is_told_of(awaiting_store: Store) -> None:
    command = [sys.executable, "-m", "revtrack", "--database", str(awaiting_store.path), "audits"]
    with Path("/dev/full").open("w") as full:
        finished = subprocess.run(  # noqa: S603 - our own program
            command, stdout=full, stderr=subprocess.PIPE, check=False
        )
    told = finished.stderr.decode()
    assert (finished.returncode, told.count("\n")) == (3, 1)
    assert told == "Svaret kunde inte skrivas dit det skulle: disken är full.\n"
