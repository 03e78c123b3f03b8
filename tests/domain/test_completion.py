"""What is proposed while somebody types a name."""

import pytest

from revtrack.domain.texts.completion import Offer, complete

BODIES = (
    Offer("KS", "Kommunstyrelsen"),
    Offer("GSN", "Grundskolenämnden"),
    Offer("GN", "Gymnasienämnden"),
    Offer("KFN", "Kultur- och fritidsnämnden"),
    Offer("Äldrenämnden", also=("äldre",)),
)


def offered(typed: str, *, is_list: bool = True) -> list[str]:
    return [each.whole for each in complete(typed, BODIES, is_list=is_list)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("g", ["GSN", "GN"]),
        ("GYM", ["GN"]),
        ("ks", []),
        ("kommun", ["KS"]),
        ("KS, g", ["KS, GSN", "KS, GN"]),
        ("GSN, g", ["GSN, GN"]),
        ("Grundskolenämnden; g", ["Grundskolenämnden; GN"]),
        ("KS och gr", ["KS och GSN"]),
        ("GSN–k", ["GSN–KS", "GSN–KFN"]),
        ("kultur- och f", ["KFN"]),
        ("KS, kultur- och f", ["KS, KFN"]),
        ("fritid", ["KFN"]),
        ("äld", ["Äldrenämnden"]),
        ("ald", []),
        ("KS, ", []),
    ],
)
def test_the_last_name_of_a_list_is_completed(typed: str, expected: list[str]) -> None:
    assert offered(typed) == expected


def test_one_name_is_completed_whole() -> None:
    assert offered("kultur- och", is_list=False) == ["KFN"]
    assert offered("KS, g", is_list=False) == []


def test_what_is_written_counts_before_what_it_is_also_known_by() -> None:
    known = (Offer("BUN", "Barnnämnden", ("skolnämnden",)), Offer("SN", "Socialnämnden"))
    assert [each.whole for each in complete("s", known)] == ["SN", "BUN"]


def test_no_more_than_five_are_offered_and_the_first_letters_count_most() -> None:
    known = [Offer(f"Nämnd {number}") for number in range(9)] + [Offer("Andra nämnden")]
    assert [each.whole for each in complete("n", known)] == [f"Nämnd {n}" for n in range(5)]
    assert [each.whole for each in complete("nämnden", known)] == ["Andra nämnden"]
