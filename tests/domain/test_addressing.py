import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Role
from revtrack.domain.names.addressing import (
    Bodies,
    addressed_by,
    after_lead,
    is_recommending,
    mentioned,
)


@pytest.fixture(scope="session")
def bodies(eskilstuna: AuditCase) -> Bodies:
    return Bodies(eskilstuna.committees_with_role(Role.REVIEWED), eskilstuna.committees)


def to(text: str, bodies: Bodies) -> str:
    found = addressed_by(text, bodies)
    if found is None:
        return "-"
    names = [*(each.abbreviation or each.name for each in found.committees), *found.strangers]
    return " ".join(names) + ("?" if found.is_vague else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Till kommunstyrelsen", "KS"),
        ("Rekommendationer till socialnämnden och gymnasienämnden", "GN SOCN"),
        ("4.2.1 Kommunstyrelsen", "KS"),
        ("KS, GSN och KFN", "KS GSN KFN"),
        (
            "Utifrån vår slutsats rekommenderar vi grundskolenämnden samt socialnämnden att:",
            "GSN SOCN",
        ),
        ("Kommunstyrelsen rekommenderas även att:", "KS"),
        ("Revisorerna rekommenderar kommunstyrelsen att", "KS"),
        ("Socialnämnden bör:", "SOCN"),
        ("Vi ber socialnämnden besvara följande frågor:", "SOCN"),
        ("Vi lämnar följande rekommendationer till vård- och omsorgsnämnden:", "VON"),
        ("Till samtliga nämnder utom kommunstyrelsen", "GSN GN KFN SOCN SBN VON"),
        ("Samtliga nämnder rekommenderas att:", "KS GSN GN KFN SOCN SBN VON"),
        ("Till kommunstyrelsen och berörda nämnder", "KS?"),
        ("Till valnämnden", "valnämnden"),
        ("Till tekniska nämnden och socialnämnden", "SOCN tekniska nämnden"),
        ("Vi rekommenderar nämnden att:", "-"),
        ("Vi rekommenderar socialnämnden och nämnden för barn att:", "SOCN nämnden för barn"),
        ("Kommunstyrelsens ansvar", "-"),
        ("För varje rekommendation bör yttrandet ange:", "-"),
        ("Metod", "-"),
        ("", "-"),
        ("Till " + "kommunstyrelsen, " * 200, "-"),
    ],
)
def test_whom_a_line_speaks_to(bodies: Bodies, text: str, expected: str) -> None:
    assert to(text, bodies) == expected


def test_a_board_may_be_one_of_all_committees_or_not(bodies: Bodies) -> None:
    found = addressed_by("Samtliga nämnder rekommenderas att:", bodies)
    everybody = frozenset(each.id for each in bodies.reviewed)
    board = frozenset(each.id for each in bodies.committees if each.abbreviation == "KS")

    assert found is not None
    assert found.could_be(everybody)
    assert found.could_be(everybody - board)
    assert not found.could_be(board)


def test_a_sentence_that_recommends_says_whom_and_what(bodies: Bodies) -> None:
    led = after_lead("Vi rekommenderar socialnämnden att följa upp avtalen.", bodies)

    assert led is not None
    assert led[1] == "följa upp avtalen."
    assert led[0] is not None
    assert [each.abbreviation for each in led[0].committees] == ["SOCN"]
    assert after_lead("Nämnden följer upp avtalen.", bodies) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi rekommenderar kommunstyrelsen att:", True),
        ("Vi lämnar följande rekommendation:", True),
        ("Vi ber nämnden besvara följande frågor:", True),
        ("För varje rekommendation bör yttrandet ange:", False),
        ("Bedömningen bygger främst på följande iakttagelser:", False),
    ],
)
def test_what_introduces_recommendations(text: str, expected: bool) -> None:
    assert is_recommending(text) is expected


def test_names_anywhere_in_a_sentence_are_found_once_the_longest_first(bodies: Bodies) -> None:
    text = "Vi önskar att kommunstyrelsen, VON och kultur- och fritidsnämndens chef svarar."

    assert [each.abbreviation for each in mentioned(text, bodies)] == ["KS", "KFN", "VON"]
