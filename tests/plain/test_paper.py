"""What others wrote is read in by prompts: gone through, corrected and saved as one change."""

from datetime import date
from pathlib import Path

from revtrack.domain.codes import Position
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.services.find import read_case
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.storage.store import Store
from tests.plain.conftest import Talk
from tests.reading.pdfs import lines, pdf
from tests.services.reading_in.several_audits import BODIES as SEVERAL_BODIES
from tests.services.reading_in.several_audits import TOWN, file_of_several
from tests.services.reading_in.test_replies import answered, registered
from tests.tui.test_paper import BODIES, REPORT
from tests.tui.test_paper_lines import FORM, ekby, written

__all__ = ["ekby"]

TODAY = date(2022, 3, 1)


def test_a_report_is_gone_through_and_saved_as_one_change(empty_store: Store, talk: Talk) -> None:
    entry = SetUp(name="Norrvika kommun", committees=listed_committees(BODIES))
    set_up_municipality(empty_store, entry)
    said = talk(
        empty_store,
        *("läs in svar", str(REPORT)),
        *("gå igenom", "rätta 4", "Egen revision AB", "lämna 4", "ta 4", "1", ""),
        *("spara", "ta med allt", "spara", "ja"),
        "sluta",
        today=TODAY,
    )
    assert "Granskningsrapport, till: ny granskning i Norrvika kommun, 0 rader tas med" in said
    assert "I handlingen: Norrvika kommun" in said
    assert "Där står: Norrvika kommun" in said
    assert "Ange titel och granskningsår; utan dem kan granskningen inte läggas upp." in said
    assert "30 rader sparas, 0 lämnas." in said
    assert "30 rader är sparade i NOR-2021-1." in said
    case = read_case(empty_store, 1)
    assert (len(case.questions), len(case.recommendations)) == (4, 5)
    assert case.audit.firm == "Granit Kommunrevision AB"


def test_a_form_that_names_no_municipality_is_proposed_its_audit(
    ekby: Store, talk: Talk, tmp_path: Path
) -> None:
    paper = str(written(tmp_path, FORM))
    said = talk(ekby, "läs in svar", paper, "sluta", today=date(2025, 3, 1))
    assert "Svar, till: ingen granskning är vald ännu" in said
    assert "Registrera kommunen eller nämnderna som saknas" not in said
    registered(ekby, answered(Position.DISAGREES, None))
    said = talk(ekby, "läs in svar", paper, "sluta", today=date(2025, 3, 1))
    assert "Svar, till: EKB-2023-1 Ekby kommun (gissad): Granskning av skolans ekonomi" in said


def test_a_long_pdf_and_a_large_bundle_tell_how_far_they_are_read(
    ekby: Store, talk: Talk, tmp_path: Path
) -> None:
    page = lines(["Vi har granskat avtalen i kommunen, och nämnden har svarat på det."])
    (tmp_path / "lång.pdf").write_bytes(pdf([page] * 21))
    reply = "§ {number}\n\nSN/2024:{number}\n\nSvar på granskning av avtal\n\nBeslut\n\nAntas.\n\n"
    (tmp_path / "bunt.txt").write_text("".join(reply.format(number=n) for n in range(1, 23)))
    said = [
        talk(ekby, "läs in svar", str(tmp_path / name), "sluta", today=date(2025, 3, 1))
        for name in ("lång.pdf", "bunt.txt")
    ]
    assert "Sida 1 av 21 läst." in said[0]
    assert "Sida 21 av 21 läst." in said[0]
    assert said[1].count("Handling 20 av 22 tolkad.") == 1
    assert said[1].count("Handling 22 av 22 tolkad.") == 1


def test_one_of_the_audits_of_a_file_is_chosen_before_its_lines(
    empty_store: Store, talk: Talk, tmp_path: Path
) -> None:
    set_up_municipality(empty_store, SetUp(TOWN, listed_committees(SEVERAL_BODIES)))
    path = tmp_path / "handlingar.txt"
    path.write_bytes(file_of_several())
    said = talk(
        empty_store,
        *("läs in svar", str(path), "Granskning av skolornas lokaler"),
        *("gå igenom", "ta granskningsår", "ta 3", "", "ta med allt", "spara", "ja"),
        "sluta",
        today=date(2024, 9, 1),
    )
    assert "handlingar.txt innehåller handlingar från 3 granskningar." in said
    assert "20 rader är sparade i BJÖ-2024-1." in said
    case = read_case(empty_store, 1)
    assert case.audit.title == "Granskning av skolornas lokaler"
    assert {each.position for each in case.answers} == {Position.AGREES}
