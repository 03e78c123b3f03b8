"""Which text of one list is which of another."""

from revtrack.domain.texts.pairing import Worded, pair_texts

PLAN = "Ta fram en plan för skolans ekonomi"
RESULT = "Redovisa utfallet för varje enhet"
BUYING = "Samordna inköpen med andra förvaltningar"
SCHOOL, SOCIAL = frozenset({1}), frozenset({2})


def test_texts_are_paired_by_wording_whatever_their_order() -> None:
    found = pair_texts(
        [Worded(RESULT, "1"), Worded(PLAN, "2"), Worded(BUYING, "3")],
        [Worded(PLAN, "1"), Worded("Redovisa utfallen för varje enhet.", "2")],
    )
    assert (found.met, found.unsure) == ({0: 1, 1: 0}, {})


def test_twins_are_told_apart_by_their_recipients_then_by_their_number() -> None:
    known = [Worded(PLAN, "2", SCHOOL), Worded(PLAN, "8", SOCIAL)]
    assert pair_texts([Worded(PLAN, "2", SOCIAL)], known).met == {0: 1}
    assert pair_texts([Worded(PLAN, "8")], known).met == {0: 1}


def test_a_text_that_is_equally_like_two_is_paired_with_neither() -> None:
    known = [Worded(PLAN, "1", SCHOOL), Worded(PLAN, "2", SCHOOL)]
    found = pair_texts([Worded(PLAN, "9", SCHOOL)], known)
    assert (found.met, found.unsure) == ({}, {0: (0, 1)})


def test_a_rewording_is_known_by_its_number_where_half_of_it_is_the_same() -> None:
    reworded = "Ta fram en plan för ekonomin och utbilda rektorerna i den"
    assert pair_texts([Worded(reworded, "1")], [Worded(PLAN, "1")]).met == {0: 0}
    assert pair_texts([Worded(reworded, "4")], [Worded(PLAN, "1")]).met == {}
    assert pair_texts([Worded(BUYING, "1")], [Worded(PLAN, "1")]).met == {}


def test_another_wording_of_the_same_tells_as_well() -> None:
    known = [Worded(PLAN, "1", other_text=RESULT)]
    assert pair_texts([Worded(RESULT, "5")], known).met == {0: 0}


def test_a_number_tells_nothing_where_a_text_of_another_number_is_liker() -> None:
    reworded = "Ta fram en plan för ekonomin och utbilda rektorerna i den"
    known = [Worded("Utbilda rektorerna i ekonomi", "1"), Worded(PLAN, "2")]
    assert pair_texts([Worded(reworded, "1")], known[:1]).met == {0: 0}
    assert pair_texts([Worded(reworded, "1")], known).met == {}
