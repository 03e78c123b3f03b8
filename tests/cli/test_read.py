"""Others' papers, read from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command, Outcome
from tests.services.reading_in.several_audits import BODIES, file_of_several

KNOWN = Path(__file__).parents[1] / "corpus" / "known"
REPORT = """Granskning av skolans ekonomi

Rapport
Ekby kommun
Firma Revision AB
2024-05-02

Revisionsfrågor
1. Finns en plan för skolans ekonomi?

Rekommendationer
Vi rekommenderar barn- och utbildningsnämnden att:
- ta fram en plan för skolans ekonomi
- följa upp planen varje kvartal
"""


def test_a_report_is_told_line_by_line_and_nothing_is_saved(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(REPORT)
    told = revtrack("read", paper)
    assert told.status == 0
    assert told.out.splitlines()[0] == "Granskningsrapport: Granskning av skolans ekonomi"
    assert "  Kommun: Ekby kommun (rad 4)" in told.out
    assert "  1. Finns en plan för skolans ekonomi? (rad 9)" in told.out
    assert "  R1. Ta fram en plan för skolans ekonomi (rad 13)" in told.out
    assert "    I rapporten till: Barn- och utbildningsnämnden" in told.out
    assert told.err == "Inget sparades.\n"


FOLLOW_UP = """Ekby kommun
Revisorerna
Uppföljande granskning av skolans ekonomi
2026-03-10

Bakgrund
År 2024 granskade revisorerna skolans ekonomi. Denna rapport följer upp granskningen.

Barn- och utbildningsnämnden

Rekommendation 1: Ta fram en plan för skolans ekonomi
Bedömning: Delvis genomförd.

Rekommendation 2: Följa upp utfallet varje månad
Iakttagelser: Nämnden har inte vidtagit någon åtgärd.
Bedömning: Ej åtgärdad. Rekommendationen kvarstår.

Rekommendation 3: Utbilda rektorerna i ekonomi
Iakttagelser: En utbildning hölls i maj 2025.
"""


def test_the_json_has_what_is_said_and_null_for_what_is_not(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(REPORT)
    found = json.loads(revtrack("read", paper, "--json").out)
    assert found["document_type"] == "report"
    assert found["report_on"] == "2024-05-02"
    assert found["due_on"] is None
    assert found["letter_on"] is None
    assert found["sources"]["municipality"]["line"] == 4
    assert [(each["number"], each["line"]) for each in found["recommendations"]] == [
        ("1", 13),
        ("2", 14),
    ]
    assert {each["letter_text"] for each in found["recommendations"]} == {None}


def test_only_a_follow_up_tells_what_it_finds_of_each_recommendation(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(REPORT)
    found = json.loads(revtrack("read", paper, "--json").out)
    assert all("verdict" not in each for each in found["recommendations"])
    paper.write_text(FOLLOW_UP)
    found = json.loads(revtrack("read", paper, "--json").out)
    assert (found["document_type"], found["audit_year"]) == ("follow_up_report", None)
    verdicts = [each["verdict"] for each in found["recommendations"]]
    assert [each and (each["verdict"], each["line"]) for each in verdicts] == [
        ("partly", 12),
        ("not", 16),
        None,
    ]
    assert verdicts[1]["phrase"] == "Ej åtgärdad"
    assert "no_verdict" in {each["code"] for each in found["warnings"]}
    said = revtrack("read", paper).out
    assert "Uppföljningsbedömning: Ej genomförd – ”Ej åtgärdad” (rad 16)" in said


def test_committees_are_named_as_in_the_register(awaiting_case: Command, tmp_path: Path) -> None:
    paper = tmp_path / "rapport.txt"
    paper.write_text(
        REPORT.replace("Ekby", "Eskilstuna").replace("barn- och utbildningsnämnden", "VON")
    )
    found = json.loads(awaiting_case("read", paper, "--json").out)
    assert found["recommendations"][0]["committees"] == ["vård- och omsorgsnämnden"]


def _registered(revtrack: Command, tmp_path: Path) -> Command:
    """Return commands on a register that has the municipality and its committee."""

    def carry_out(*words: object) -> Outcome:
        return revtrack("--database", tmp_path / "ekby.db", "--today", "2024-06-01", *words)

    carry_out("init")
    carry_out("municipality", "Ekby kommun", "--new")
    carry_out("committees", "add", "Barn- och utbildningsnämnden BUN")
    return carry_out


def _report(tmp_path: Path) -> Path:
    paper = tmp_path / "rapport.txt"
    paper.write_text(REPORT)
    return paper


def test_a_report_is_accepted_as_a_new_audit_and_only_once(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    refused = ekby("read", paper, "--accept")
    assert refused.status == 2
    assert refused.err == (
        "En ny granskning behöver granskningsår. Lägg till detta, rättat där det är fel: "
        "--set head.audit_year=2024\n"
    )
    done = ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    assert (done.status, done.err.splitlines()[0]) == (
        0,
        "EKB-2023-1 är upplagd som en ny granskning.",
    )
    assert "Filen är bifogad som den kom." in done.err
    shown = ekby("show", "EKB-2023-1").out
    assert "Finns en plan för skolans ekonomi?" in shown
    assert "Ta fram en plan för skolans ekonomi" in shown
    again = ekby("read", paper, "--into", "EKB-2023-1", "--accept")
    assert (again.status, again.err) == (0, "Inget sparades i EKB-2023-1.\n")
    assert again.out.splitlines()[:2] == [
        "Lämnades (1)",
        "  Läsningen är osäker; se efter i handlingen.",
    ]
    twice = ekby("read", paper, "--accept", "--accept-line", "head.audit_year")
    assert twice.status == 2
    assert twice.err == (
        "Handlingen verkar höra till EKB-2023-1, ”Granskning av skolans ekonomi”. Läs in den i "
        "granskningen med --into EKB-2023-1, eller ge en ny granskning en egen beteckning med "
        "--reference.\n"
    )
    words = ("--set", "head.audit_year=2024", "--reference", "EKB-2024-9")
    assert ekby("read", paper, "--accept", *words).status == 0


def test_what_a_paper_says_is_shown_beside_the_audit(revtrack: Command, tmp_path: Path) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    changed = tmp_path / "annan.txt"
    changed.write_text(REPORT.replace("Firma Revision AB", "Annan Revision AB"))
    told = ekby("read", changed, "--into", "EKB-2023-1")
    assert told.out.splitlines()[0] == "EKB-2023-1  Granskning av skolans ekonomi"
    assert "Annat än registret (1)" in told.out
    assert "  head.firm  Sakkunnigt biträde: Annan Revision AB (rad 5)" in told.out
    assert "    I registret: Firma Revision AB" in told.out
    assert told.err == "Inget sparades.\n"
    found = json.loads(ekby("read", changed, "--into", "EKB-2023-1", "--json").out)
    firm = next(each for each in found["lines"] if each["key"] == "head.firm")
    assert (firm["standing"], firm["registered"]) == ("differs", "Firma Revision AB")
    assert (found["audit"], found["document_type"]) == ("EKB-2023-1", "report")


def test_what_differs_is_saved_where_it_is_named(revtrack: Command, tmp_path: Path) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    paper.write_text(REPORT.replace("Firma Revision AB", "Annan Revision AB"))
    words = ("read", paper, "--into", "EKB-2023-1", "--json")
    left = json.loads(ekby(*words, "--accept").out)
    assert left["accepted"] == []
    assert [each["left"] for each in left["lines"] if each["key"] == "head.firm"] == [
        "Registret säger annat: Firma Revision AB."
    ]
    done = json.loads(ekby(*words, "--accept-line", "head.firm").out)
    assert (done["accepted"], done["attached"]) == (["head.firm"], True)
    assert "Annan Revision AB" in ekby("show", "EKB-2023-1").out


def test_what_cannot_be_accepted_is_refused_in_a_sentence(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    for words, said in (
        (("--accept-line", "head.nonsense"), "Handlingen har ingen uppgift head.nonsense."),
        (("--set", "head.report_on=i går"), "i går är ingen dag i kalendern"),
        (("--set", "head.municipality=Sjöby"), "head.municipality godtas som den är"),
        (("--municipality", "Sjöby", "--accept"), "Sjöby"),
        (("--into", "EKB-2023-1", "--municipality", "Ekby"), "utelämna --into"),
    ):
        told = ekby("read", paper, *words)
        assert told.status == 2, words
        assert said in told.err
    assert ekby("audits").out == ""


def test_what_is_no_paper_of_an_audit_is_refused(revtrack: Command, tmp_path: Path) -> None:
    paper = tmp_path / "recept.txt"
    paper.write_text("Koka potatisen i tjugo minuter.\nServera med dill.\n")
    told = revtrack("read", paper, "--json")
    assert told.status == 3
    assert json.loads(told.out)["document_type"] == "not_audit"
    assert json.loads(told.out)["warnings"][0]["message"] + "\n" == told.err
    missing = revtrack("read", tmp_path / "saknas.pdf")
    assert (missing.status, missing.out) == (3, "")
    assert "saknas.pdf" in missing.err


LETTER = """Revisorerna i Ekby kommun
2024-05-20

Till barn- och utbildningsnämnden och kommunstyrelsen

Granskning av skolans ekonomi

Vi rekommenderar barn- och utbildningsnämnden att:
- ta fram en plan för skolans ekonomi.

Barn- och utbildningsnämnden ombeds svara senast den 1 juni 2024.
Kommunstyrelsen ombeds svara senast den 1 september 2024.
"""
REPLY = """Ekby kommun
PROTOKOLLSUTDRAG
Barn- och utbildningsnämnden
Sammanträdesdatum 2024-05-28

§ 7  Dnr BUN 2024/31

Svar på granskning av skolans ekonomi

Beslut
Nämnden antar yttrandet som sitt svar till revisorerna.

Revisorerna rekommenderar nämnden att:
- ta fram en plan för skolans ekonomi

Nämnden instämmer. En plan tas fram under hösten 2024.
"""


def test_whom_a_recommendation_is_for_is_told_by_the_paper_that_says_it(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "handling.txt"
    for text, said in (
        (REPORT, "    I rapporten till: Barn- och utbildningsnämnden"),
        (LETTER, "    I missivet till: Barn- och utbildningsnämnden"),
        (REPLY, "    Till: Barn- och utbildningsnämnden"),
    ):
        paper.write_text(text)
        told = revtrack("read", paper).out.splitlines()
        assert [each for each in told if "till: " in each.casefold()][:1] == [said]


def test_a_letter_says_only_what_it_words_otherwise(revtrack: Command, tmp_path: Path) -> None:
    paper = tmp_path / "bunt.txt"
    for begin, is_told in (("ta fram en plan", False), ("ta fram en långsiktig plan", True)):
        paper.write_text(f"{REPORT}\n\n{LETTER.replace('ta fram en plan', begin)}")
        told = revtrack("read", paper).out
        assert "    I missivet till: Barn- och utbildningsnämnden" in told
        assert ("    I missivet: Ta fram en långsiktig plan" in told) is is_told
        assert told.count("I missivet:") == is_told


def test_the_overall_assessment_is_told(revtrack: Command, tmp_path: Path) -> None:
    paper = tmp_path / "rapport.txt"
    said = "Vår samlade bedömning är att styrningen inte är ändamålsenlig."
    paper.write_text(
        REPORT.replace("Rekommendationer\n", f"Sammanfattning\n{said}\n\nRekommendationer\n")
    )
    overall = json.loads(revtrack("read", paper, "--json").out)["overall"]
    told = revtrack("read", paper).out
    assert overall["grade"] == "no"
    assert f"  Samlad bedömning: Nej – ”{overall['phrase']}” (rad {overall['line']})" in told


def test_each_committees_own_due_day_is_told_and_accepted_by_its_key(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), tmp_path / "missiv.txt"
    ekby("committees", "add", "Kommunstyrelsen KS")
    paper.write_text(LETTER)
    told = ekby("read", paper).out.splitlines()
    at = told.index("Svar senast, för varje nämnd (2)")
    assert told[at + 1 : at + 3] == [
        "  barn- och utbildningsnämnden, 2024-06-01 (rad 11)",
        "  kommunstyrelsen, 2024-09-01 (rad 11)",
    ]
    done = ekby(
        *("read", paper, "--accept", "--set", "head.audit_year=2023"),
        *("--accept-line", "letter.due_on"),
    )
    assert done.status == 0
    days = {each["committee"]: each["due_on"] for each in _reply_cases(ekby)}
    assert days == {
        "barn- och utbildningsnämnden": "2024-06-01",
        "kommunstyrelsen": "2024-09-01",
    }


def _reply_cases(ekby: Command) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(ekby("show", "EKB-2023-1", "--json").out)[
        "reply_cases"
    ]
    return found


def test_a_reply_makes_no_new_audit(revtrack: Command, tmp_path: Path) -> None:
    ekby, paper = _registered(revtrack, tmp_path), tmp_path / "svar.txt"
    paper.write_text(REPLY)
    shown = ekby("read", paper, "--municipality", "Ekby").out
    assert shown.splitlines()[:5] == [
        "Ingen granskning är vald ännu; ange den med --into GRANSKNING.",
        "",
        "Kan inte sparas som det är (7)",
        "  Granskningen som besvaras är inte vald ännu. Välj den först.",
        "    response.barn-och-utbildningsnämnden  Svar från barn- och",
    ]
    assert shown.count("är inte vald ännu") == 1
    told = ekby("read", paper, "--accept")
    assert told.status == 2
    assert told.err == (
        "Bara revisorernas egna handlingar blir en ny granskning. Ange vilken granskning den här "
        "hör till med --into GRANSKNING.\n"
    )


def test_what_a_reply_is_stands_with_the_reply(revtrack: Command) -> None:
    told = revtrack("read", KNOWN / "mejl_svar_miljonamnd_sedd" / "paper.txt").out.splitlines()
    assert told[0] == "Svar: Granskning av livsmedelskontrollen"
    assert any("Bygg- och miljönämnden, Beslut, § 112, 2024-09-25" in each for each in told)


def test_a_letter_makes_no_second_audit_beside_its_reports(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    letter = tmp_path / "missiv.txt"
    letter.write_text(LETTER)
    told = ekby("read", letter, "--accept", "--set", "head.audit_year=2024")
    assert told.status == 2
    assert told.err.startswith("Handlingen verkar höra till EKB-2023-1")
    assert len(json.loads(ekby("audits", "--json").out)) == 1


def test_a_reply_to_another_audit_is_not_accepted_as_sure(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("committees", "add", "Kommunstyrelsen KS")
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    paper.write_text(LETTER)
    done = ekby("read", paper, "--into", "EKB-2023-1", "--accept", "--accept-line", "letter.due_on")
    assert done.status == 0
    said, rest = REPLY.split("Revisorerna rekommenderar")
    other = said.replace("skolans ekonomi", "vinterväghållningen")
    paper.write_text(f"{other}Nämnden instämmer i samtliga rekommendationer.\n")
    told = ekby("read", paper, "--into", "EKB-2023-1", "--accept")
    assert told.status == 3
    assert told.err == (
        "Handlingen verkar höra till en annan granskning: den heter ”Granskning av "
        "vinterväghållningen”, EKB-2023-1 heter ”Granskning av skolans ekonomi”, och ingen fråga "
        "eller rekommendation är densamma. Därför godtas inget som säkert; ange uppgifterna med "
        "--accept-line.\n"
    )
    paper.write_text(said + rest)
    assert ekby("read", paper, "--into", "EKB-2023-1", "--accept").status == 0


def test_a_reply_need_not_give_again_what_it_answers(revtrack: Command, tmp_path: Path) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("committees", "add", "Kommunstyrelsen KS")
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    paper.write_text(LETTER)
    ekby("read", paper, "--into", "EKB-2023-1", "--accept", "--accept-line", "letter.due_on")
    said, _rest = REPLY.split("Revisorerna rekommenderar")
    answer = "Nämnden instämmer i revisorernas rekommendation om en plan för ekonomin."
    paper.write_text(f"{said}{answer}\n")
    assert json.loads(ekby("read", paper, "--json").out)["responses"][0]["answers"] == []
    done = ekby("read", paper, "--into", "EKB-2023-1", "--accept")
    saved = "6 uppgifter sparades i EKB-2023-1.\nFilen är bifogad som den kom.\n"
    assert (done.status, done.err) == (0, saved)
    found = json.loads(ekby("show", "EKB-2023-1", "--json").out)
    first = found["addressees"][0]
    assert (first["recommendation"], first["position"]) == ("R1", "agrees")


def test_nothing_is_said_to_be_had_that_waits_for_the_letter(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    paper.write_text(REPLY)
    told = ekby("read", paper, "--into", "EKB-2023-1", "--accept")
    assert (told.status, told.err) == (0, "Inget sparades i EKB-2023-1.\n")
    assert told.out.splitlines()[:5] == [
        "Lämnades (8)",
        "  Missivet är inte registrerat som skickat, så det kan inte besvaras ännu. Läs",
        "    in missivet och ta med dess dag (letter.letter_on) och svarsdagarna",
        "    (letter.due_on), också om de är osäkra; rätta dem om de är fel.",
        "    response.barn-och-utbildningsnämnden  Svar från barn- och",
    ]
    assert told.out.count("Missivet är inte registrerat") == 1


def test_a_matter_that_was_put_off_is_told_when_it_is_accepted(
    revtrack: Command, tmp_path: Path
) -> None:
    ekby, paper = _registered(revtrack, tmp_path), _report(tmp_path)
    ekby("read", paper, "--accept", "--set", "head.audit_year=2023")
    said, _rest = REPLY.split("Revisorerna rekommenderar")
    paper.write_text(
        f"{said.replace('antar yttrandet', 'återremitterar ärendet')}Nämnden har läst rapporten."
    )
    told = ekby("read", paper, "--into", "EKB-2023-1", "--accept")
    assert told.err == "Inget sparades i EKB-2023-1.\n"
    assert "Ärendet återremitterades eller bordlades" in told.out


def test_what_is_not_graded_is_told_in_words(revtrack: Command, tmp_path: Path) -> None:
    ekby = _registered(revtrack, tmp_path)
    paper = tmp_path / "rapport.txt"
    paper.write_text(
        FOLLOW_UP + "\nSamlad bedömning\nVi bedömer att barn- och utbildningsnämnden i begränsad "
        "utsträckning och kommunstyrelsen i allt väsentligt har omhändertagit rekommendationerna.\n"
    )
    told = " ".join(ekby("read", paper, "--municipality", "Ekby").out.split())
    assert "Samlad bedömning: utan bedömningssteg – ”" in told
    assert ":  –" not in told


def test_a_large_bundle_tells_how_many_of_its_papers_are_read(
    revtrack: Command, tmp_path: Path
) -> None:
    reply = (
        "§ {number}\n\nSN/2024:{number}\n\nSvar på granskning av avtal\n\nBeslut\n\n"
        "1. Socialnämnden antar svaret som sitt eget och överlämnar det till revisorerna.\n\n"
        "Ärendebeskrivning\n\nKommunens revisorer har granskat avtalen.\n\n"
        "Beslutet skickas till:\nRevisorerna\n\n"
    )
    paper = tmp_path / "bunt.txt"
    paper.write_text("".join(reply.format(number=each) for each in range(1, 23)))
    said = revtrack("read", paper, "--json")
    assert len(json.loads(said.out)["documents"]) == 22
    assert said.err.splitlines() == ["Handling 20 av 22 tolkad.", "Handling 22 av 22 tolkad."]


def test_one_of_the_audits_of_a_file_is_read_by_its_number(
    revtrack: Command, tmp_path: Path
) -> None:
    paper = tmp_path / "handlingar.txt"
    paper.write_bytes(file_of_several())
    whole = revtrack("read", paper)
    assert "3. Granskning av skolornas lokaler. Läs in en i taget. (rad 39)" in " ".join(
        whole.out.split()
    )
    assert "Läs en av granskningarna med dess nummer: --only 1." in whole.err
    listed = json.loads(revtrack("read", paper, "--json").out)["audits"]
    assert [each["line"] for each in listed] == [5, 39, 73]
    found = json.loads(revtrack("read", paper, "--only", "3", "--json").out)
    assert (found["title"], found["audits"]) == ("Granskning av skolornas lokaler", [])

    def town(*words: object) -> Outcome:
        return revtrack("--database", tmp_path / "bjo.db", "--today", "2024-09-01", *words)

    town("init")
    town("municipality", "Björkånga kommun", "--new")
    town("committees", "add", *BODIES.split("\n"))
    refused = town("read", paper, "--accept")
    assert refused.status == 2
    assert refused.err == (
        "handlingar.txt innehåller handlingar från 3 granskningar. Välj en av dem med --only och "
        "dess nummer, 1–3; inget sparades.\n"
    )
    for number in ("3", "1"):
        done = town("read", paper, "--only", number, "--accept", "--set", "head.audit_year=2024")
        assert done.status == 0, done.err
    assert "Granskning av hemtjänstens bemanning" in town("show", "BJÖ-2024-2").out
    again = town("read", paper, "--only", "1", "--into", "BJÖ-2024-2", "--accept")
    assert (again.status, again.err) == (0, "Inget sparades i BJÖ-2024-2.\n")
