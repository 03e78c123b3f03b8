from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, RecommendationKind, Relation
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipient_words import unknown_names
from revtrack.domain.names.recipients import (
    committee_called,
    committee_keys,
    general_word,
    group_by_recipients,
    is_everybody,
    join_names,
    next_number,
    parse_recipients,
    planned_numbers,
)
from revtrack.domain.records import Committee
from tests.domain.build import (
    BOARD,
    CULTURE,
    SCHOOLS,
    addressee,
    altered,
    clean_case,
    recommendation,
)

KNOWN = (BOARD, SCHOOLS, CULTURE)


def test_one_group_for_each_set_of_recipients_in_order_of_its_first_recommendation() -> None:
    items = [recommendation(number) for number in (4, 2, 3, 1)]
    groups = group_by_recipients(
        items, {1: (SCHOOLS, CULTURE), 2: (BOARD,), 3: (SCHOOLS, CULTURE), 4: (SCHOOLS,)}
    )
    found = [
        (each.number, each.committees, [r.ordinal for r in each.recommendations]) for each in groups
    ]
    assert found == [(1, (SCHOOLS, CULTURE), [1, 3]), (2, (BOARD,), [2]), (3, (SCHOOLS,), [4])]


def test_a_recommendation_without_recipients_is_not_lost_in_the_grouping() -> None:
    groups = group_by_recipients([recommendation(1)], {})
    assert [(each.committees, len(each.recommendations)) for each in groups] == [((), 1)]


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["kommunstyrelsen"], "kommunstyrelsen"),
        (["kommunstyrelsen", "socialnämnden"], "kommunstyrelsen och socialnämnden"),
        (["A", "B", "C"], "A, B och C"),
        (
            ["kommunstyrelsen", "kultur- och fritidsnämnden"],
            "kommunstyrelsen samt kultur- och fritidsnämnden",
        ),
        (
            ["vård- och omsorgsnämnden", "socialnämnden", "kommunstyrelsen"],
            "vård- och omsorgsnämnden, socialnämnden samt kommunstyrelsen",
        ),
        (["Bochum AB", "gymnasienämnden"], "Bochum AB och gymnasienämnden"),
    ],
)
def test_names_are_joined_as_in_running_text(names: list[str], joined: str) -> None:
    assert join_names(names) == joined


NAMES = st.text("abcåäö -", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(NAMES.map(lambda text: f"<{text}>"), unique=True))
def test_a_joined_enumeration_contains_each_name_once(names: list[str]) -> None:
    joined = join_names(names)
    assert [joined.count(name) for name in names] == [1] * len(names)
    assert [joined.index(name) for name in names] == sorted(joined.index(name) for name in names)


def _of(kind: CommitteeKind) -> Committee:
    return altered(SCHOOLS, kind=kind)


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        ("committee", "nämnden"),
        ("executive_board", "styrelsen"),
        ("company", "bolaget"),
        ("federation", "förbundet"),
        ("council", "fullmäktige"),
        ("presidium", "presidiet"),
        ("committee committee", "nämnderna"),
        ("company company", "bolagen"),
        ("federation federation", "förbunden"),
        ("executive_board committee committee", "styrelsen och nämnderna"),
        ("executive_board committee", "styrelsen och nämnden"),
        ("executive_board committee committee company", "styrelsen, nämnderna och bolaget"),
    ],
)
def test_the_word_for_recipients_named_before(kinds: str, word: str) -> None:
    assert general_word([_of(CommitteeKind(kind)) for kind in kinds.split()]) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KS", (BOARD,)),
        ("KS, GSN, KFN", (BOARD, SCHOOLS, CULTURE)),
        ("ks;gsn\nKFN", (BOARD, SCHOOLS, CULTURE)),
        ("GSN, KS", (SCHOOLS, BOARD)),
        ("KS och GSN", (BOARD, SCHOOLS)),
        ("KS, GSN och KFN", (BOARD, SCHOOLS, CULTURE)),
        ("KS samt KFN", (BOARD, CULTURE)),
        ("Kultur- och fritidsnämnden", (CULTURE,)),
        ("kommunstyrelsen samt kultur- och fritidsnämnden", (BOARD, CULTURE)),
        ("kommunstyrelsen och kultur- och fritidsnämnden", (BOARD, CULTURE)),
        ("kultur- och fritidsnämnden och kommunstyrelsen", (CULTURE, BOARD)),
        ("KS, kommunstyrelsen, KS", (BOARD,)),
        ("KS, TN, tn", (BOARD, "TN")),
        ("  ,; \n", ()),
        ("", ()),
        ("miljö- och byggnadsnämnden", ("miljö- och byggnadsnämnden",)),
        ("tekniska nämnden samt KS", ("tekniska nämnden", BOARD)),
        ("TN och MBN", ("TN", "MBN")),
        ("TN och KS", ("TN", BOARD)),
    ],
)
def test_recipients_as_typed(text: str, expected: tuple[object, ...]) -> None:
    assert parse_recipients(text, KNOWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kommunstyrelsen och socialnämnden", ("kommunstyrelsen", "socialnämnden")),
        (
            "socialnämnden och kultur- och fritidsnämnden",
            ("socialnämnden", "kultur- och fritidsnämnden"),
        ),
        (
            "vård- och omsorgsnämnden och miljö- och byggnadsnämnden",
            ("vård- och omsorgsnämnden", "miljö- och byggnadsnämnden"),
        ),
        ("kommunstyrelsen och nämnden för arbete och välfärd", None),
        ("nämnden för arbete och välfärd", ("nämnden för arbete och välfärd",)),
        ("Provinge Bostäder AB och kommunstyrelsen", ("Provinge Bostäder AB", "kommunstyrelsen")),
        (
            "nämnden för vård och omsorg och socialnämnden",
            ("nämnden för vård och omsorg", "socialnämnden"),
        ),
        (
            "nämnden för vård och omsorg och nämnden för kultur",
            ("nämnden för vård och omsorg", "nämnden för kultur"),
        ),
        (
            "kommunstyrelsen och arbete och välfärdsnämnden",
            ("kommunstyrelsen", "arbete och välfärdsnämnden"),
        ),
        ("ks och sn", ("ks", "sn")),
        ("kommunstyrelsen och samtliga nämnder", ("kommunstyrelsen", "samtliga nämnder")),
        ("alla styrelser och nämnder", ("alla styrelser och nämnder",)),
        ('KS, "Vatten, el och värme" och "Mitt"', ("KS", "Vatten, el och värme", "Mitt")),
        ("”Räddningstjänsten Mitt” och KS", ("Räddningstjänsten Mitt", "KS")),
    ],
)
def test_unknown_names_are_parted_where_no_name_is_torn(
    text: str, expected: tuple[str, ...] | None
) -> None:
    if expected is None:
        expected = ("kommunstyrelsen", "nämnden för arbete och välfärd")
    assert parse_recipients(text, ()) == expected


def test_a_committee_is_known_by_name_abbreviation_and_aliases() -> None:
    board = altered(BOARD, aliases="styrelsen\nKommunens styrelse")
    assert committee_keys(board) == {"kommunstyrelsen", "ks", "styrelsen", "kommunens styrelse"}
    assert parse_recipients("Styrelsen", [board]) == (board,)


def test_a_name_that_fits_several_committees_is_not_guessed() -> None:
    other = altered(SCHOOLS, id=9, name="kommunala samrådet", abbreviation="KS")
    with pytest.raises(UsageError, match=r"KS fits several .*kommunstyrelsen, kommunala samrådet"):
        parse_recipients("KS", [BOARD, other])
    assert committee_called("kommunala samrådet", [BOARD, other]) == other
    alias = altered(SCHOOLS, aliases="kommunstyrelsen")
    assert parse_recipients("kommunstyrelsen", [alias, BOARD]) == (BOARD,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alla", True),
        ("Samtliga nämnder", True),
        ("alla styrelser och nämnder", True),
        ("alla nämnder och bolag", False),
        ("berörda nämnder", False),
        ("", False),
    ],
)
def test_what_stands_for_all_committees(text: str, expected: bool) -> None:
    assert is_everybody(text) is expected


def test_the_names_that_are_not_known_each_once() -> None:
    told = unknown_names("KS, Kommunstyrelsen, SN, SOCN, socialnämnden, alla", (SCHOOLS,))
    assert told == ("kommunstyrelsen", "socialnämnden")
    assert unknown_names("KS, GSN", KNOWN) == ()
    unabbreviated = altered(BOARD, abbreviation=None)
    assert unknown_names("KS", [unabbreviated]) == ()


def _draft_case(*items: tuple[int, tuple[int, ...], Mapping[str, object]]) -> AuditCase:
    unissued = {"number_in_letter": None, "letter_text": None, "relation": None}
    recommendations = tuple(
        recommendation(number, **{**unissued, **fields}) for number, _, fields in items
    )
    pairs = [(number, to) for number, committees, _ in items for to in committees]
    addressees = tuple(
        addressee(place, number, to, asked=None)
        for place, (number, to) in enumerate(pairs, start=1)
    )
    case = clean_case()
    audit = altered(case.audit, handed_over_on=None)
    return replace(case, audit=audit, recommendations=recommendations, addressees=addressees)


def test_the_letters_numbers_run_through_the_groups_without_gaps() -> None:
    question = {"kind": RecommendationKind.QUESTION}
    case = _draft_case(
        (1, (2, 3), {}),
        (2, (1,), {}),
        (3, (2,), {"relation": Relation.OMITTED}),
        (4, (2, 3), {}),
        (5, (1,), question),
        (6, (2, 3), question),
    )
    assert planned_numbers(case) == {1: "R1", 4: "R2", 6: "F1", 2: "R3", 5: "F2"}


def test_a_number_that_has_been_given_is_kept_and_not_given_twice() -> None:
    case = _draft_case((1, (1,), {}), (2, (1,), {"number_in_letter": "R1"}), (3, (1,), {}))
    assert planned_numbers(case) == {1: "R2", 2: "R1", 3: "R3"}


def test_the_next_number_after_the_letter() -> None:
    case = replace(
        clean_case(), recommendations=(recommendation(1), recommendation(2, number_in_letter="R3"))
    )
    assert next_number(case, RecommendationKind.RECOMMENDATION) == "R2"
    assert next_number(case, RecommendationKind.QUESTION) == "F1"
