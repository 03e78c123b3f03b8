import pytest

from revtrack.domain.names.municipality_names import is_same_municipality, propose_abbreviation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eskilstuna", "Eskilstuna kommun"),
        ("ESKILSTUNA KOMMUN", "Eskilstuna  kommun"),
        ("Stockholm", "Stockholms stad"),
        ("Stockholms kommun", "Stockholms stad"),
        ("Borås", "Borås stad"),
        ("Sörmland", "Region Sörmland"),
        ("Landstinget Sörmland", "Region Sörmland"),
    ],
)
def test_one_municipality_in_two_spellings(one: str, other: str) -> None:
    assert is_same_municipality(one, other)
    assert is_same_municipality(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eskilstuna", "Eskilstuna energi"),
        ("Region Uppsala", "Uppsala kommun"),
        ("Mora", "Moras"),
        ("Region", "Kommun"),
        ("", "Eskilstuna kommun"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not is_same_municipality(one, other)
    assert not is_same_municipality(other, one)


@pytest.mark.parametrize(
    ("name", "taken", "proposed"),
    [
        ("Eskilstuna kommun", set(), "ESK"),
        ("Region Uppsala", {"upp"}, "UPPS"),
        ("Eskilsnäs kommun", {"esk", "eski", "eskil"}, "ESKILS"),
        ("Ed", set(), "ED"),
        ("Ed", {"ed"}, None),
        ("Öckerö kommun", set(), "ÖCK"),
        ("!!!", set(), None),
    ],
)
def test_the_abbreviation_is_one_that_is_free(
    name: str, taken: set[str], proposed: str | None
) -> None:
    assert propose_abbreviation(name, taken) == proposed
