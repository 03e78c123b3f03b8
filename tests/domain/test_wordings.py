import pytest

from revtrack.domain.codes import Relation
from revtrack.domain.texts.wordings import is_same_wording, relation_of
from tests.domain.build import recommendation

SAME = "Upprätta en plan"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (SAME, SAME, True),
        (SAME, f"  {SAME}.\n", True),
        (f"{SAME} .", SAME, True),
        (f"{SAME}.", f"{SAME}.", True),
        (SAME, f"{SAME}..", False),
        (SAME, f"{SAME}!", False),
        (SAME, SAME.lower(), False),
        (SAME, "Upprätta  en plan", False),
        (SAME, "Upprätta planen", False),
    ],
)
def test_outer_space_and_a_final_full_stop_make_no_difference(
    first: str, second: str, same: bool
) -> None:
    assert is_same_wording(first, second) is same
    assert is_same_wording(second, first) is same


@pytest.mark.parametrize(
    ("report", "letter", "said", "expected"),
    [
        (SAME, SAME, None, Relation.IDENTICAL),
        (SAME, f"{SAME}.", Relation.CHANGED, Relation.IDENTICAL),
        (SAME, None, None, Relation.IDENTICAL),
        (SAME, "Något annat", None, Relation.CHANGED),
        (SAME, "Något annat", Relation.EDITORIAL, Relation.EDITORIAL),
        (SAME, "Något annat", Relation.CHANGED, Relation.CHANGED),
        (None, SAME, None, Relation.ADDED),
        (None, SAME, Relation.ADDED, Relation.ADDED),
        (SAME, None, Relation.OMITTED, Relation.OMITTED),
        (SAME, SAME, Relation.OMITTED, Relation.OMITTED),
    ],
)
def test_how_letter_and_report_relate(
    report: str | None, letter: str | None, said: Relation | None, expected: Relation
) -> None:
    item = recommendation(report_text=report, letter_text=letter, relation=said)
    assert relation_of(item) is expected


@pytest.mark.parametrize("said", [Relation.IDENTICAL, Relation.ADDED])
def test_a_difference_is_never_passed_over_because_it_was_once_called_the_same(
    said: Relation,
) -> None:
    item = recommendation(report_text=SAME, letter_text="Något annat", relation=said)
    assert relation_of(item) is Relation.CHANGED
