"""Merging two registers: the rule by example, then what holds of it whatever the records."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.exchange.merging import Choices, Conflict, Fields, Merge, Records, Side, merge

BASE = {"a": {"text": "förr", "day": None, "who": frozenset({"x"})}}


def with_text(text: str | None) -> Records:
    return {"a": {**BASE["a"], "text": text}}


@pytest.mark.parametrize(
    ("ours", "theirs", "text"),
    [
        ("förr", "förr", "förr"),
        ("förr", "deras", "deras"),
        ("vårt", "förr", "vårt"),
        ("lika", "lika", "lika"),
        ("förr", None, None),
        (None, "förr", None),
    ],
)
def test_a_field_that_one_side_has_changed_takes_its_value(
    ours: str | None, theirs: str | None, text: str | None
) -> None:
    assert merge(BASE, with_text(ours), with_text(theirs)) == Merge(with_text(text), ())


def test_a_field_that_both_have_changed_is_a_conflict_and_keeps_ours() -> None:
    made = merge(BASE, with_text("vårt"), with_text("deras"))
    assert made == Merge(with_text("vårt"), (Conflict("a", "text", "förr", "vårt", "deras"),))


def test_a_person_chooses_in_a_conflict() -> None:
    for side, text in ((Side.THEIRS, "deras"), (Side.OURS, "vårt")):
        choices: Choices = {("a", "text"): side}
        made = merge(BASE, with_text("vårt"), with_text("deras"), choices=choices)
        assert made == Merge(with_text(text), ())


def test_two_fields_of_one_record_go_together() -> None:
    ours, theirs = {"a": {**BASE["a"], "day": 1}}, with_text("deras")
    assert merge(BASE, ours, theirs).records["a"]["day"] == 1
    assert merge(BASE, ours, theirs).records["a"]["text"] == "deras"


def test_a_list_has_what_each_side_added_and_not_what_each_removed() -> None:
    base = {"a": {"who": frozenset("xyz")}}
    ours, theirs = {"a": {"who": frozenset("yzå")}}, {"a": {"who": frozenset("xyä")}}
    assert merge(base, ours, theirs) == Merge({"a": {"who": frozenset("yåä")}}, ())


def test_what_they_do_not_name_is_left_as_it_is() -> None:
    ours = {"a": {"text": "vårt", "note": "hemlig"}, "b": {"text": "anteckning"}}
    theirs = {"a": {"text": "deras"}}
    made = merge({"a": {"text": "vårt"}}, ours, theirs)
    assert made.records == {"a": {"text": "deras", "note": "hemlig"}, "b": {"text": "anteckning"}}


def test_a_record_that_they_removed_goes_where_we_have_not_changed_it() -> None:
    assert merge(BASE, BASE, {}) == Merge({}, ())
    kept = merge(BASE, with_text("vårt"), {})
    assert kept.records == with_text("vårt")
    assert [each.place for each in kept.conflicts] == [("a", None)]


def test_a_record_that_we_removed_stays_away_where_they_have_not_changed_it() -> None:
    assert merge(BASE, {}, BASE) == Merge({}, ())
    left = merge(BASE, {}, with_text("deras"))
    assert left.records == {}
    assert left.conflicts == (Conflict("a", None, BASE["a"], None, with_text("deras")["a"]),)


def test_a_record_is_not_removed_while_another_speaks_of_it() -> None:
    ours: Records = {**BASE, "b": {"of": "a"}}
    made = merge(BASE, ours, {})
    assert made.records == ours
    assert [each.place for each in made.conflicts] == [("a", None)]


def test_what_hangs_on_something_we_removed_is_listed_and_not_added() -> None:
    theirs: Records = {**BASE, "b": {"of": "a"}, "c": {"of": "b"}}
    made = merge(BASE, {}, theirs)
    assert made.records == {}
    assert {each.uid for each in made.conflicts} == {"b", "c"}


def test_without_a_base_what_only_one_side_says_is_taken() -> None:
    ours: Records = {"a": {"text": None, "day": 1, "same": 2, "who": frozenset("x")}}
    theirs: Records = {"a": {"text": "deras", "day": None, "same": 3, "who": frozenset("y")}}
    made = merge({}, ours, theirs, is_shared=False)
    assert made.records == {"a": {"text": "deras", "day": 1, "same": 2, "who": frozenset("xy")}}
    assert made.conflicts == (Conflict("a", "same", None, 2, 3),)


def test_a_base_that_we_never_saw_overwrites_nothing_and_hides_nothing() -> None:
    made = merge(BASE, with_text("vårt"), with_text("förr"), is_shared=False)
    assert made == Merge(with_text("vårt"), (Conflict("a", "text", "förr", "vårt", "förr"),))
    assert merge(BASE, BASE, with_text("deras"), is_shared=False) == Merge(with_text("deras"), ())
    assert merge(BASE, {}, BASE, is_shared=False).records == BASE


# ---- whatever the records --------------------------------------------------------------------

NAMES = ("text", "day", "note")
values = st.none() | st.integers(0, 2)
lists = st.frozensets(st.integers(3, 5), max_size=3)
fields = st.fixed_dictionaries({**dict.fromkeys(NAMES, values), "who": lists})
registers = st.dictionaries(st.sampled_from("abcd"), fields, max_size=4)


def _at(records: Records, uid: str, name: str) -> Any:  # noqa: ANN401 - any value
    return records.get(uid, {}).get(name, "missing")


@given(registers, registers)
def test_merging_with_a_side_that_changed_nothing_gives_the_other(
    base: dict[str, Fields], other: dict[str, Fields]
) -> None:
    assert merge(base, base, other) == Merge(other, ())
    assert merge(base, other, base) == Merge(other, ())


@given(registers, registers, registers)
def test_both_sides_get_the_same_but_for_what_is_in_conflict(
    base: dict[str, Fields], ours: dict[str, Fields], theirs: dict[str, Fields]
) -> None:
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)
    mirrored = {Conflict(c.uid, c.field, c.base, c.theirs, c.ours) for c in _hashable(there)}
    assert set(_hashable(here)) == mirrored
    places = {each.place for each in here.conflicts}
    for uid in {*here.records, *there.records} - {uid for uid, name in places if name is None}:
        for name in (*NAMES, "who"):
            if (uid, name) not in places:
                assert _at(here.records, uid, name) == _at(there.records, uid, name)


def _hashable(made: Merge) -> list[Conflict]:
    return [
        Conflict(c.uid, c.field, *(repr(value) for value in (c.base, c.ours, c.theirs)))
        for c in made.conflicts
    ]


@given(registers, registers, registers, st.booleans())
def test_nothing_is_lost_on_either_side(
    base: dict[str, Fields], ours: dict[str, Fields], theirs: dict[str, Fields], is_shared: bool
) -> None:
    made = merge(base, ours, theirs, is_shared=is_shared)
    places = {each.place for each in made.conflicts}
    for uid, name in [(uid, name) for uid in ours for name in NAMES]:
        kept = _at(made.records, uid, name) == ours[uid][name]
        assert kept or ours[uid][name] in {_at(base, uid, name), None}
    for uid, name in [(uid, name) for uid in theirs for name in NAMES]:
        taken = _at(made.records, uid, name) == theirs[uid][name]
        is_old = theirs[uid][name] in {_at(base, uid, name), None}
        assert taken or is_old or (uid, name) in places or (uid, None) in places


@given(registers, registers, registers)
def test_merging_again_changes_nothing(
    base: dict[str, Fields], ours: dict[str, Fields], theirs: dict[str, Fields]
) -> None:
    made = merge(base, ours, theirs)
    again = merge(base, made.records, theirs)
    assert again.records == made.records
    assert {each.place for each in again.conflicts} == {each.place for each in made.conflicts}


speaking: st.SearchStrategy[dict[str, dict[str, Any]]] = st.dictionaries(
    st.sampled_from("abcd"),
    st.fixed_dictionaries({"of": st.none() | st.sampled_from("abcd"), "text": values}),
    max_size=4,
)


def _whole(records: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the records with every one that they speak of among them."""
    return {
        uid: {**each, "of": each["of"] if each["of"] in records else None}
        for uid, each in records.items()
    }


@given(speaking.map(_whole), speaking.map(_whole), speaking.map(_whole), st.booleans())
def test_no_record_speaks_of_one_that_is_gone(
    base: dict[str, dict[str, Any]],
    ours: dict[str, dict[str, Any]],
    theirs: dict[str, dict[str, Any]],
    is_shared: bool,
) -> None:
    made = merge(base, ours, theirs, is_shared=is_shared)
    named = {each["of"] for each in made.records.values()} - {None}
    assert named <= made.records.keys()
