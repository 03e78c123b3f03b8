"""What a paper names that the register lacks, or says in other words than it."""

from pathlib import Path

from tests.cli.conftest import Command
from tests.cli.test_read_letters import BOTH, INTO, LETTER, REPORT, YEAR, ekby, paper

__all__ = ["ekby"]


def test_a_report_waits_for_the_committees_that_the_register_lacks(
    revtrack: Command, tmp_path: Path
) -> None:
    database, report = tmp_path / "tom.db", paper(tmp_path, REPORT)
    revtrack("--database", database, "init")
    revtrack("--database", database, "municipality", "Ekby kommun", "--new")
    told = revtrack("--database", database, "read", report, *YEAR)
    assert told.status == 2
    assert (
        "Lägg upp dem, gärna med förkortning: revtrack committees add --municipality "
        '"Ekby kommun" "Kommunstyrelsen" "Tekniska nämnden"'
    ) in told.err
    assert "ingen granskning" in revtrack("--database", database, "audits").err
    named = revtrack("--database", database, "read", report, *YEAR, "--accept-line", "question.1")
    assert named.status == 0
    assert "1 uppgift" not in named.err
    assert "har inga nämnder" not in named.out


def test_the_council_and_its_presidium_are_no_committees_to_be_added(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    said = LETTER.format(names=BOTH) + "\nFör kännedom: Kommunfullmäktiges presidium\n"
    letter = paper(tmp_path, said)
    assert "Kommunfullmäktiges presidium" in ekby("read", letter).out
    done = ekby("read", letter, *INTO)
    assert (done.status, "presidium" in done.out) == (0, False)


def test_what_a_head_says_in_other_words_is_no_difference(ekby: Command, tmp_path: Path) -> None:
    aim = "bedöma om kommunstyrelsen säkerställer en ändamålsenlig lokalförsörjning."
    of_report = f"Rapport\n\nSyfte\nSyftet med granskningen har varit att {aim}\n"
    ekby("read", paper(tmp_path, REPORT.replace("Rapport\n", of_report, 1)), *YEAR)
    said = LETTER.format(names=BOTH).replace("Firma Revision AB har", "Firma Revision har")
    letter = paper(tmp_path, said.replace("Vi önskar", f"Syftet har varit att {aim}\n\nVi önskar"))
    assert "Syftet" in ekby("read", letter).out
    told = ekby("read", letter, "--into", "EKB-2023-1").out
    assert "Annat än registret" not in told
