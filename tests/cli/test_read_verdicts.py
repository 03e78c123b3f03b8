"""A follow-up's report from the command line: its verdicts are saved with the follow-up."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.papers_followed import BODIES, FOLLOW_UP, LETTER, REPORT, written

SN, BUN = "socialnämnden", "barn-och-utbildningsnämnden"


@pytest.fixture
def ekby(revtrack: Command, tmp_path: Path) -> Command:
    """Carry out commands on a register with the municipality of the papers."""
    folder = tmp_path / "register"
    folder.mkdir()

    def carry_out(*words: object) -> object:
        return revtrack("--database", folder / "r.db", *words)

    carry_out("init")
    carry_out("municipality", "Ekby kommun", "--new")
    for name in BODIES:
        carry_out("committees", "add", name)
    return carry_out  # type: ignore[return-value]


def _register(ekby: Command, tmp_path: Path) -> None:
    report, letter = written(tmp_path, REPORT), written(tmp_path, LETTER)
    assert ekby("read", report, "--accept", "--set", "head.audit_year=2024").status == 0
    assert ekby("read", letter, "--into", "EKB-2024-1", "--accept").status == 0


def test_verdicts_are_saved_with_the_follow_up_that_is_made(ekby: Command, tmp_path: Path) -> None:
    _register(ekby, tmp_path)
    paper = written(tmp_path, FOLLOW_UP)
    told = ekby("read", paper, "--into", "EKB-2024-1").out
    assert told.startswith("En ny uppföljning av EKB-2024-1  Granskning av arbetet mot hot")
    assert f"verdict.{SN}.2  Bedömning av R2, socialnämnden: Ej genomförd" in told
    year = ("--set", "head.audit_year=2026")
    wrong = ("--set", f"verdict.{SN}.1=halvt")
    refused = ekby("read", paper, "--into", "EKB-2024-1", *year, *wrong)
    assert refused.status != 0
    assert "mostly (I huvudsak genomförd)" in refused.err
    changed = ("--set", f"verdict.{BUN}.3=mostly")
    done = json.loads(ekby("read", paper, "--accept", *year, *changed, "--json").out)
    assert (done["audit"], done["is_new_audit"]) == ("EKB-2026-1", True)
    told_of = {each["key"]: each for each in done["lines"]}
    assert told_of["followed"]["accepted"]
    assert (told_of[f"verdict.{SN}.1"]["value"], told_of[f"verdict.{SN}.1"]["line"]) == (
        "partly",
        14,
    )
    lines = ekby("follow-up", "queue").out.splitlines()[1:]
    found = [each for each in lines if "EKB-2024-1" in each]
    for number, verdict in (("R1", "Delvis genomförd"), ("R2", "Ej"), ("R3", "I huvudsak")):
        assert any(number in each and verdict in each for each in found)
    again = ekby("read", paper, "--into", "EKB-2024-1", "--accept")
    assert "Inget sparades i EKB-2026-1." in again.err


def test_without_the_earlier_audit_it_is_told_what_to_do(ekby: Command, tmp_path: Path) -> None:
    paper = written(tmp_path, FOLLOW_UP)
    told = json.loads(ekby("read", paper, "--municipality", "Ekby kommun", "--json").out)
    said = next(each for each in told["warnings"] if each["code"] == "verdicts_not_saved")
    assert "Registrera först den granskningen med sitt missiv" in said["message"]
