"""A letter, and what comes of it: recommendations put forward, more time asked for and given."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

REPORT = """Granskning av lokalförsörjningen

Rapport
Ekby kommun
Firma Revision AB
2024-05-02

Revisionsfrågor
1. Finns en plan för lokalerna?

Rekommendationer
Vi rekommenderar kommunstyrelsen att:
- ta fram en plan för lokalerna

Vi rekommenderar tekniska nämnden att:
- upprätta underhållsplaner för samtliga fastigheter
"""
LETTER = """Ekby kommun
Revisorerna
Till: {names}
2024-05-20
Granskning av lokalförsörjningen

Firma Revision AB har på vårt uppdrag genomfört en granskning av lokalförsörjningen. Vi ställer oss
bakom de bedömningar och rekommendationer som framgår av bifogad rapport.

Vi önskar svar från {names} senast den 16 september 2024.

För revisorerna
Anna Andersson
Ordförande
"""
BOTH = "Kommunstyrelsen och Tekniska nämnden"
YEAR = ("--accept", "--set", "head.audit_year=2023")
INTO = ("--into", "EKB-2023-1", "--accept")


@pytest.fixture
def ekby(revtrack: Command, tmp_path: Path) -> Command:
    """Carry out commands on a register of a municipality with two committees."""
    database = tmp_path / "ekby.db"

    def carry_out(*words: object) -> Any:  # noqa: ANN401 - an outcome
        return revtrack("--database", database, "--today", "2024-10-01", *words)

    carry_out("init")
    carry_out("municipality", "Ekby kommun", "--new")
    carry_out("committees", "add", "Kommunstyrelsen KS", "Tekniska nämnden TN")
    return carry_out


def paper(tmp_path: Path, text: str, name: str = "handling.txt") -> Path:
    """Return a paper of these words."""
    made = tmp_path / name
    made.write_text(text)
    return made


def put_to(ekby: Command) -> dict[str, list[str]]:
    """Return whom each recommendation of the letter is put to, by its number there."""
    found: dict[str, list[str]] = {}
    for each in json.loads(ekby("show", "EKB-2023-1", "--json").out)["addressees"]:
        if each["asked"]:
            found.setdefault(each["recommendation"], []).append(each["committee"])
    return found


def test_a_letter_that_lists_nothing_puts_all_of_the_report_forward(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    letter = paper(tmp_path, LETTER.format(names=BOTH))
    told = " ".join(ekby("read", letter, "--into", "EKB-2023-1").out.split())
    assert "finns inte i missivet" not in told
    said = "Missivet räknar inte upp några rekommendationer, så rapportens ställs som de står."
    assert said in told
    done = ekby("read", letter, *INTO)
    assert done.status == 0
    assert put_to(ekby) == {"R1": ["kommunstyrelsen"], "R2": ["tekniska nämnden"]}


def test_a_letter_that_lists_nothing_puts_nothing_to_those_it_does_not_go_to(
    ekby: Command, tmp_path: Path
) -> None:
    ekby(
        "read", paper(tmp_path, REPORT.replace("kommunstyrelsen att", f"{BOTH.lower()} att")), *YEAR
    )
    letter = paper(tmp_path, LETTER.format(names="Kommunstyrelsen"))
    told = " ".join(ekby("read", letter, "--into", "EKB-2023-1").out.split())
    assert "upheld.1 Rekommendation 1, mottagare i missivet: kommunstyrelsen" in told
    assert "omitted.2 Rekommendation 2: finns inte i missivet" in told
    assert (
        "Missivet går inte till någon av dem som rapporten riktar den till: tekniska nämnden."
    ) in told
    assert ekby("read", letter, *INTO).status == 0
    assert put_to(ekby) == {"R1": ["kommunstyrelsen"]}


def test_a_letter_that_lists_nothing_may_be_read_before_its_report(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, LETTER.format(names=BOTH)), *YEAR)
    report = paper(tmp_path, REPORT)
    assert ekby("read", report, *INTO).status == 0
    assert put_to(ekby) == {"R1": ["kommunstyrelsen"], "R2": ["tekniska nämnden"]}


def test_report_and_letter_without_a_list_are_one_file(ekby: Command, tmp_path: Path) -> None:
    file = paper(tmp_path, LETTER.format(names=BOTH) + "\n" + REPORT)
    told = ekby("read", file, *YEAR)
    assert told.status == 0
    assert "finns inte i missivet" not in told.out
    assert put_to(ekby) == {"R1": ["kommunstyrelsen"], "R2": ["tekniska nämnden"]}


REQUEST = """Från: Berg Karin <karin.berg@ekby.se>
Skickat: den 2 september 2024 10:42
Till: Revisionen <revisionen@ekby.se>
Ämne: Granskning av lokalförsörjningen - begäran om anstånd

Hej,

Tekniska nämnden har mottagit revisorernas granskning av lokalförsörjningen.
Tekniska nämnden begär anstånd med svaret till och med den 1 november 2024.

Karin Berg, nämndsekreterare
"""
GRANT = """Ekby kommun
Revisorerna
2024-09-05
Tekniska nämnden

Svar på begäran om förlängd svarstid

Tekniska nämnden har begärt förlängd svarstid för yttrande över granskningen av lokalförsörjningen.
Revisorerna beviljar nämnden förlängd svarstid, dock längst till och med den 18 oktober 2024.

Anna Andersson
Ordförande
"""


def more_time(ekby: Command) -> list[dict[str, Any]]:
    """Return what the register has of more time for the technical committee."""
    shown = json.loads(ekby("show", "EKB-2023-1", "--json").out)
    found: list[dict[str, Any]] = next(
        each["extensions"]
        for each in shown["reply_cases"]
        if each["committee"] == "tekniska nämnden"
    )
    return found


def test_a_request_for_more_time_waits_for_the_auditors_who_then_give_it(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    ekby("read", paper(tmp_path, LETTER.format(names=BOTH)), *INTO)
    request, grant = paper(tmp_path, REQUEST, "begäran.txt"), paper(tmp_path, GRANT, "svar.txt")
    told = ekby("read", request).out
    assert "Missivets dag" not in told
    assert "Tekniska nämnden, 2024-11-01, begärt" in told
    key = "extension.tekniska-nämnden.2024-11-01"
    assert f"{key}  Begärt anstånd" in ekby("read", request, "--into", "EKB-2023-1").out
    assert ekby("read", request, *INTO, "--accept-line", key).status == 0
    asked = [(each["decision"], each["asked_on"]) for each in more_time(ekby)]
    assert asked == [("requested", "2024-09-02")]
    assert ekby("read", grant, *INTO).status == 0
    (given,) = more_time(ekby)
    assert (given["decision"], given["new_due_on"]) == ("granted", "2024-10-18")
    assert (given["asked_on"], given["decided_on"]) == ("2024-09-02", "2024-09-05")
    for each in (request, grant):
        assert "Nytt" not in ekby("read", each, "--into", "EKB-2023-1").out


COUNCIL = """Ekby kommun
Kommunfullmäktige
Protokollsutdrag
Sammanträdesdatum 2024-09-30

KF § 41 Dnr KS 2024/62
Svar på revisorernas granskning av lokalförsörjningen

Kommunfullmäktiges beslut
Kommunfullmäktige noterar svaren från kommunstyrelsen och tekniska nämnden och lägger granskningen
till handlingarna.

Ärendet i korthet
Kommunens revisorer har granskat lokalförsörjningen.

Beslutet skickas till
Revisorerna
"""


def test_the_councils_decision_about_replies_is_told_to_be_no_reply(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    ekby("read", paper(tmp_path, LETTER.format(names=BOTH)), *INTO)
    told = ekby("read", paper(tmp_path, COUNCIL), *INTO)
    assert (told.status, told.err) == (0, "Inget sparades i EKB-2023-1.\n")
    assert (
        "Vad fullmäktige beslutar om svaren registreras inte, men filen kan bifogas granskningen."
    ) in " ".join(told.out.split())


def test_nothing_is_counted_before_the_letter_has_gone_out(ekby: Command, tmp_path: Path) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    assert ekby("audits").out.splitlines()[1].split()[-5:] == ["–"] * 5
    ekby("read", paper(tmp_path, LETTER.format(names=BOTH)), *INTO)
    assert ekby("audits").out.splitlines()[1].split()[-5:] == ["2024-05-20", "2", "2", "0/2", "2"]


def test_a_reply_whose_arrival_is_unknown_is_in_time_by_its_decision_only(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    ekby("read", paper(tmp_path, LETTER.format(names=BOTH)), *INTO)
    said = ("--decided", "2024-09-10", "--paragraph", "12", "--received-day-unknown")
    assert ekby("respond", "EKB-2023-1", "TN", *said).status == 0
    assert "i tid efter beslutsdagen" in " ".join(ekby("show", "EKB-2023-1").out.split())


REPLY = """Ekby kommun
PROTOKOLLSUTDRAG
Tekniska nämnden
Sammanträdesdatum 2024-08-28

§ 7  Dnr TN 2024/31

Svar på granskning av lokalförsörjningen

Beslut
Nämnden antar yttrandet som sitt svar till revisorerna.

Revisorerna rekommenderar nämnden att:
- upprätta underhållsplaner för samtliga fastigheter
- utbilda fastighetsförvaltarna i miljörätt

Nämnden instämmer i båda rekommendationerna.
"""


def test_an_answer_to_what_the_register_lacks_is_told_by_the_words_of_the_reply(
    ekby: Command, tmp_path: Path
) -> None:
    ekby("read", paper(tmp_path, REPORT), *YEAR)
    ekby("read", paper(tmp_path, LETTER.format(names=BOTH)), *INTO)
    told = " ".join(ekby("read", paper(tmp_path, REPLY), "--into", "EKB-2023-1").out.split())
    assert "Tekniska nämnden om R2: Instämmer" in told
    assert "Tekniska nämnden om ”Utbilda fastighetsförvaltarna i miljörätt”: Instämmer" in told


def test_what_the_register_says_otherwise_ends_in_one_full_stop(
    ekby: Command, tmp_path: Path
) -> None:
    aim = "Rapport\n\nSyfte\nSyftet med granskningen har varit att bedöma lokalerna i kommunen.\n"
    ekby("read", paper(tmp_path, REPORT.replace("Rapport\n", aim, 1)), *YEAR)
    other = aim.replace("lokalerna", "underhållet")
    left = ekby("read", paper(tmp_path, REPORT.replace("Rapport\n", other, 1)), *INTO).out
    assert "bedöma lokalerna i kommunen." in " ".join(left.split())
    assert ".." not in left


def test_each_recommendation_that_a_reply_is_read_beside_keeps_a_number_of_its_own(
    ekby: Command, tmp_path: Path
) -> None:
    said = "- upprätta underhållsplaner för samtliga fastigheter\n- beräkna hyrorna på nytt\n"
    ekby(
        "read",
        paper(
            tmp_path,
            REPORT.partition("Vi rekommenderar kommun")[0]
            + (f"Vi rekommenderar tekniska nämnden att:\n{said}"),
        ),
        *YEAR,
    )
    ekby("read", paper(tmp_path, LETTER.format(names="Tekniska nämnden")), *INTO)
    own = REPLY.replace("- upprätta underhållsplaner för samtliga fastigheter\n", "")
    found = ekby("read", paper(tmp_path, own), "--into", "EKB-2023-1", "--json").out
    numbers = [each["number"] for each in json.loads(found)["recommendations"]]
    assert sorted(numbers) == ["1", "2", "3"]
