import pytest

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.names.committee_names import USUAL_NAMES, is_like_a_name, propose_committee


@pytest.mark.parametrize(
    ("typed", "name", "abbreviation", "kind"),
    [
        ("KS", "kommunstyrelsen", "KS", "executive_board"),
        ("RS", "regionstyrelsen", "RS", "executive_board"),
        ("KF", "kommunfullmäktige", "KF", "council"),
        ("SOCN", "socialnämnden", "SOCN", "committee"),
        ("ÖFN", "överförmyndarnämnden", "ÖFN", "committee"),
        ("KFN", "kultur- och fritidsnämnden", "KFN", "committee"),
        ("XYZ", "XYZ", "XYZ", "committee"),
        ("socialnämnden", "socialnämnden", None, "committee"),
        ("Kommunstyrelsen", "Kommunstyrelsen", None, "executive_board"),
        ("kommunstyrelsens presidium", "kommunstyrelsens presidium", None, "presidium"),
        ("Provinge Bostäder AB", "Provinge Bostäder AB", None, "company"),
        ("Provinge räddningstjänstförbund", "Provinge räddningstjänstförbund", None, "federation"),
        ("BOLAGEN", "BOLAGEN", None, "committee"),
        ("KS AU", "KS AU", None, "committee"),
        ("sn", "socialnämnden", "SN", "committee"),
        ("Ks", "kommunstyrelsen", "KS", "executive_board"),
        ("öfn", "överförmyndarnämnden", "ÖFN", "committee"),
        ("xyz", "xyz", None, "committee"),
    ],
)
def test_what_is_proposed_for_an_unknown_committee(
    typed: str, name: str, abbreviation: str | None, kind: str
) -> None:
    assert propose_committee(typed) == (name, abbreviation, CommitteeKind(kind))


@pytest.mark.parametrize("abbreviation", USUAL_NAMES)
def test_every_usual_abbreviation_is_written_out(abbreviation: str) -> None:
    name, kept, _ = propose_committee(abbreviation)
    assert (name, kept) == (USUAL_NAMES[abbreviation], abbreviation)
    assert name == name.lower()


@pytest.mark.parametrize(
    "text",
    [
        "socialnämnden",
        "sn",
        "XYZ",
        "KS AU",
        "kommunstyrelsens arbetsutskott",
        "Provinge Bostäder AB",
        "bostadsbolaget",
        "Provinge räddningstjänstförbund",
        "kommunfullmäktiges presidium",
        "kommunala pensionärsrådet",
        "nämnden för vård och omsorg",
    ],
)
def test_what_is_like_the_name_of_a_committee(text: str) -> None:
    assert is_like_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "it-avdelningen",
        "xyz",
        "området",
        "labbet",
        "nämnderna",
        "berörda nämnder",
        "alla nämnder och bolag",
        "Granskning av kommunstyrelsens arbete med digitalisering i skolan",
    ],
)
def test_what_is_not(text: str) -> None:
    assert not is_like_a_name(text)
