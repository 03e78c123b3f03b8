import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import CommitteeKind
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipient_words import resolve_recipients, typed_recipients
from tests.domain.build import BOARD, CULTURE, SCHOOLS, altered, stored

HOUSES = stored(
    r.Committee,
    4,
    municipality_id=1,
    ordinal=4,
    name="Provingebostäder AB",
    kind=CommitteeKind.COMPANY,
)
WELFARE = stored(
    r.Committee,
    5,
    municipality_id=1,
    ordinal=5,
    name="vård- och omsorgsnämnden",
    abbreviation="VON",
    administrations="omsorgsförvaltningen",
)
TAUGHT = altered(SCHOOLS, administrations="barn- och utbildningsförvaltningen")
ALL = (BOARD, TAUGHT, CULTURE, HOUSES, WELFARE)
REVIEWED = (BOARD, TAUGHT, CULTURE, HOUSES)


def short(committee: r.Committee) -> str:
    return committee.abbreviation or committee.name


def named(text: str) -> list[str]:
    found = resolve_recipients(text, REVIEWED, ALL)
    return [short(each) for each in found.committees]


@pytest.mark.parametrize(
    ("text", "committees"),
    [
        ("kommunstyrelsen", ["KS"]),
        ("Kommunstyrelsen rekommenderas även att", ["KS"]),
        ("Kultur- och fritidsnämnden samt grundskolenämnden", ["GSN", "KFN"]),
        (
            "Kultur- och fritidsnämnden samt VON rekommenderas utöver ovanstående att:",
            ["KFN", "VON"],
        ),
        ("Samtliga nämnder", ["KS", "GSN", "KFN"]),
        ("samtliga nämnder och bolag", ["KS", "GSN", "KFN", "Provingebostäder AB"]),
        ("Samtliga nämnder med undantag för kommunstyrelsen rekommenderas att", ["GSN", "KFN"]),
        ("alla utom KS och GSN", ["KFN", "Provingebostäder AB"]),
        ("Barn- och utbildningsförvaltningen och dess nämnder", ["GSN"]),
        ("kommunstyrelsen och barn- och utbildningsförvaltningen", ["KS", "GSN"]),
    ],
)
def test_words_are_read_against_the_audited_committees(text: str, committees: list[str]) -> None:
    found = resolve_recipients(text, REVIEWED, ALL)
    assert named(text) == committees
    assert found.unknown == ()


def test_what_has_to_be_confirmed_is_told_of() -> None:
    assert resolve_recipients("samtliga nämnder", REVIEWED, ALL).is_counted
    assert not resolve_recipients("KS, GSN", REVIEWED, ALL).is_counted
    school = resolve_recipients("barn- och utbildningsförvaltningen", REVIEWED, ALL)
    assert school.administrations == ("barn- och utbildningsförvaltningen",)
    assert resolve_recipients("berörda instanser", REVIEWED, ALL).unknown == ("berörda instanser",)


def test_an_administration_of_a_committee_that_was_not_audited_stands_for_none() -> None:
    found = resolve_recipients("omsorgsförvaltningen", REVIEWED, ALL)
    assert (found.committees, found.administrations) == ((), ("omsorgsförvaltningen",))


@pytest.mark.parametrize(
    ("text", "committees"),
    [
        ("KS, gsn", ["KS", "GSN"]),
        ("GSN, KS", ["GSN", "KS"]),
        ("KS–KFN", ["KS", "GSN", "KFN"]),
        ("KFN - KS", ["KS", "GSN", "KFN"]),
        ("KS, GSN–KFN", ["KS", "GSN", "KFN"]),
        ("GSN–VON", ["GSN", "KFN", "Provingebostäder AB", "VON"]),
        ("kultur- och fritidsnämnden", ["KFN"]),
        ("samtliga", ["KS", "GSN", "KFN", "Provingebostäder AB"]),
        ("alla nämnder", ["KS", "GSN", "KFN"]),
        ("alla utom KS", ["GSN", "KFN", "Provingebostäder AB"]),
        ("utom KS och GSN", ["KFN", "Provingebostäder AB"]),
        ("alla utom KS–KFN, VON", ["Provingebostäder AB"]),
        ("VON, övriga", ["VON", "KS", "GSN", "KFN", "Provingebostäder AB"]),
        ("barn- och utbildningsförvaltningen, KS", ["GSN", "KS"]),
        ("KS, samhällsnämnden", ["KS", "samhällsnämnden"]),
        ('"Råd - och stöd", KS', ["Råd - och stöd", "KS"]),
    ],
)
def test_recipients_are_typed_in_few_signs(text: str, committees: list[str]) -> None:
    found = typed_recipients(text, REVIEWED, ALL)
    names = [
        each if isinstance(each, str) else each.abbreviation or each.name for each in found.named
    ]
    assert names == committees


def test_a_word_for_all_may_stand_for_nobody() -> None:
    assert typed_recipients("alla, KS", (), ALL).nobody == ("alla",)
    assert typed_recipients("alla utom KS", (BOARD,), ALL).named == ()


def test_what_is_left_out_has_to_be_known() -> None:
    with pytest.raises(UsageError, match="cannot be left out: XYZ"):
        typed_recipients("alla utom XYZ", REVIEWED, ALL)
