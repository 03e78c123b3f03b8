"""Uppföljning rad för rad in plain lines: read in full, judged, saved and undone as one change."""

from datetime import date

from revtrack.services.find import find_audit, read_case
from revtrack.storage.store import Store
from tests.plain.conftest import Talk

TODAY = date(2026, 2, 20)
BEGIN = ("2", "sök ALV-2023-2", "1", "Påbörja uppföljning", "", "", "")
FIRST = ("2", "", "Besök på plats", "", "", "")
SECOND = ("3", "", "", "", "", "")


def test_verdicts_are_passed_row_by_row_and_saved_as_one_change(
    demo_store: Store, talk: Talk
) -> None:
    judge = ("Bedöm en rekommendation i taget", *FIRST, *SECOND, "tillbaka", "ja", "4", "")
    said = talk(demo_store, *BEGIN, *judge, "ångra", "ja", today=TODAY)
    assert "ALV-2023-2: R1 till samhällsbyggnadsnämnden.\nI missivet: Kartlägga fastighet" in said
    assert "Åtgärd: Besiktiga samtliga skolor och förskolor, Fastighetschefen, senast" in said
    assert said.count("Uppföljningsbedömning: 1 Lämna den, 2 Genomförd") == 3
    assert "Uppföljningsbedömning: 1 Genomförd" not in said, "it is asked for once"
    assert "2 bedömningar är sparade." in said
    assert "4 Uppföljning: 0 av 8 uppföljda" in said
    assert "4 Uppföljning: 2 av 8 uppföljda" in said
    assert "1 ALV-2023-2: R1 till samhällsbyggnadsnämnden, Fastigheternas skick" in said
    assert "ångras: 2 ändringar." in said
    audit = find_audit(demo_store, "ALV-2023-2")
    assert read_case(demo_store, audit.id).verdicts == ()
