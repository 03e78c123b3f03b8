"""A letter that asks committees for their replies by days of their own."""

from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain.proposals.proposal import Doubt, Proposal, ProposedDueDay
from revtrack.services.find import read_case
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.lines import Accepting, Standing
from revtrack.services.reading_in.saving import LineRefusedError
from revtrack.services.reading_in.told import why_left
from revtrack.storage.store import Store
from revtrack.wording import word
from tests.services.reading_in.papers import (
    DUE_ON,
    HERE,
    SCHOOL,
    SOCIAL,
    TODAY,
    found,
    letter,
)
from tests.services.reading_in.test_accepting import take

OCTOBER = date(2024, 10, 1)
OWN = "letter.due_on.socialnämnden"
DOUBT = Doubt(
    "several_due_days",
    "The letter asks for replies by different days: {days}.",
    7,
    {"days": "2024-09-16, 2024-10-01"},
)


def by_several_days(*days: ProposedDueDay) -> Proposal:
    """Return a letter with a day for all, and these of one committee each."""
    own = days or (ProposedDueDay(SOCIAL, OCTOBER, HERE, 0.95),)
    return letter(due_days=own, doubts=(DOUBT,), audit_year=found(2023))


def due_days(store: Store, audit_id: int) -> dict[str, date | None]:
    """Return by which day each committee is asked to reply."""
    case = read_case(store, audit_id)
    return {case.committee_by_id[each.committee_id].name: each.due_on for each in case.reply_cases}


def test_one_committees_own_day_has_a_line_of_its_own(ekby: Store) -> None:
    seen = compare_with(ekby, by_several_days(), None, TODAY)
    own, common = seen.by_key[OWN], seen.by_key["letter.due_on"]
    assert (own.label, own.value, own.standing, own.is_sure) == (
        "Svar senast, socialnämnden",
        OCTOBER,
        Standing.NEW,
        True,
    )
    assert (common.label, common.is_sure) == ("Svar senast, övriga", False)
    assert not {OWN, "letter.letter_on", "letter.due_on"} & seen.sure_keys()


def test_each_committee_is_asked_by_its_own_day_and_the_others_by_that_for_all(
    ekby: Store,
) -> None:
    paper = by_several_days()
    keys = compare_with(ekby, paper, None, TODAY).sure_keys(besides={"letter.due_on"})
    assert {OWN, "letter.letter_on"} <= keys
    done = accept(ekby, paper, Accepting(keys | {"letter.due_on"}), None, TODAY)
    assert due_days(ekby, done.audit.id) == {SCHOOL: DUE_ON, SOCIAL: OCTOBER}
    again = compare_with(ekby, paper, done.audit.id, TODAY)
    assert {each.standing for each in again.lines} == {Standing.SAME}
    other = by_several_days(ProposedDueDay(SOCIAL, date(2024, 11, 1), HERE, 0.95))
    line = compare_with(ekby, other, done.audit.id, TODAY).by_key[OWN]
    assert (line.standing, line.registered, line.reason) == (
        Standing.CANNOT,
        OCTOBER,
        "Missivet är registrerat den 2024-05-20; dess dagar ändras inte.",
    )


def test_an_own_day_that_is_left_or_corrected_is_so(ekby: Store) -> None:
    paper = by_several_days()
    letter_keys = {"letter.letter_on", "letter.due_on"}
    keys = compare_with(ekby, paper, None, TODAY).sure_keys(besides=letter_keys) | letter_keys
    accepting = Accepting(keys, {OWN: date(2024, 10, 15)})
    done = accept(ekby, paper, accepting, None, TODAY)
    assert due_days(ekby, done.audit.id)[SOCIAL] == date(2024, 10, 15)


def test_an_own_day_that_is_left_is_that_for_all(ekby: Store) -> None:
    paper = by_several_days()
    letter_keys = {"letter.letter_on", "letter.due_on"}
    keys = compare_with(ekby, paper, None, TODAY).sure_keys(besides=letter_keys) | letter_keys
    done = accept(ekby, paper, Accepting(keys - {OWN}), None, TODAY)
    assert due_days(ekby, done.audit.id)[SOCIAL] == DUE_ON


def test_two_days_of_one_committee_are_left_to_a_person(ekby: Store) -> None:
    days = (OCTOBER, date(2024, 9, 16))
    paper = by_several_days(*(ProposedDueDay(SOCIAL, day, HERE, 0.95) for day in days))
    line = compare_with(ekby, paper, None, TODAY).by_key[OWN]
    assert (line.value, line.is_sure, line.reason) == (
        OCTOBER,
        False,
        "Missivet begär svar från socialnämnden till olika dagar: 2024-09-16, 2024-10-01.",
    )


@pytest.mark.parametrize(
    ("committee", "reason"),
    [
        (
            "Tekniska nämnden",
            "Ekby kommun har ingen nämnd som heter Tekniska nämnden. Lägg upp den först.",
        ),
        ("kommunstyrelsen", "Missivet är inte ställt till kommunstyrelsen."),
    ],
)
def test_a_day_of_whom_the_letter_does_not_go_to_is_refused(
    ekby: Store, committee: str, reason: str
) -> None:
    paper = by_several_days(ProposedDueDay(committee, OCTOBER, HERE, 0.95))
    key = next(
        each.key
        for each in compare_with(ekby, paper, None, TODAY).lines
        if each.key.startswith("letter.due_on.")
    )
    with pytest.raises(LineRefusedError) as refused:
        take(ekby, paper, None, "letter.letter_on", "letter.due_on", key)
    assert refused.value.key == key
    assert word(refused.value).endswith(reason)
    registered = take(ekby, replace(paper, due_days=(), doubts=())).audit.id
    line = compare_with(ekby, paper, registered, TODAY).by_key[key]
    assert (line.standing, line.reason) == (Standing.CANNOT, reason)


def test_a_letter_whose_committees_all_have_a_sure_day_is_registered(ekby: Store) -> None:
    days = ((SCHOOL, DUE_ON), (SOCIAL, OCTOBER))
    paper = by_several_days(*(ProposedDueDay(name, day, HERE, 0.95) for name, day in days))
    seen = compare_with(ekby, paper, None, TODAY)
    common = seen.by_key["letter.due_on"]
    assert (common.label, common.is_sure) == ("Svar senast, sista dagen av alla", True)
    assert due_days(ekby, take(ekby, paper).audit.id) == {SCHOOL: DUE_ON, SOCIAL: OCTOBER}
    for other in (
        replace(paper, due_on=found(date(2024, 11, 1))),  # of none of them
        replace(paper, committees=(*paper.committees, found("kommunstyrelsen"))),
        by_several_days(ProposedDueDay(SCHOOL, DUE_ON, HERE, 0.95)),
    ):
        line = compare_with(ekby, other, None, TODAY).by_key["letter.due_on"]
        assert (line.label, line.is_sure, line.reason) == (
            "Svar senast, övriga",
            False,
            "Missivet begär svar till olika dagar: 2024-09-16, 2024-10-01.",
        )


def test_a_letter_waits_for_an_own_day_that_is_not_sure(ekby: Store) -> None:
    paper = by_several_days(ProposedDueDay(SOCIAL, OCTOBER, HERE, 0.75))
    seen = compare_with(ekby, paper, None, TODAY)
    keys = seen.sure_keys(besides={"letter.due_on"})
    assert "letter.letter_on" not in keys
    assert why_left(seen, seen.by_key["letter.letter_on"], keys) == (
        "Den vilar på Svar senast, övriga (letter.due_on), som lämnas. Om den stämmer, lägg till: "
        f"--accept-line letter.due_on --accept-line {OWN}"
    )
    done = take(ekby, paper, None, "letter.letter_on", "letter.due_on", OWN)
    assert due_days(ekby, done.audit.id)[SOCIAL] == OCTOBER


@pytest.mark.parametrize("day", [date(2024, 5, 1), date(2024, 5, 20)])
def test_a_due_day_that_is_not_after_the_letter_is_left_and_the_rest_is_saved(
    ekby: Store, day: date
) -> None:
    paper = letter(due_on=found(day), audit_year=found(2023))
    line = compare_with(ekby, paper, None, TODAY).by_key["letter.due_on"]
    assert (line.value, line.standing, line.is_sure, line.reason) == (
        day,
        Standing.NEW,
        False,
        f"{day} ligger inte efter missivets egen dag, 2024-05-20. Rätta den som är fel.",
    )
    case = read_case(ekby, take(ekby, paper).audit.id)
    assert (case.is_handed_over, len(case.recommendations)) == (False, 3)
    seen = compare_with(ekby, paper, case.audit.id, TODAY)
    keys = seen.sure_keys(besides={"letter.due_on"}) | {"letter.due_on"}
    mended = Accepting(frozenset(keys), {"letter.due_on": DUE_ON}, audit_id=case.audit.id)
    accept(ekby, paper, mended, None, TODAY)
    assert set(due_days(ekby, case.audit.id).values()) == {DUE_ON}


def test_a_letter_of_a_day_that_lies_ahead_is_left_and_the_rest_is_saved(ekby: Store) -> None:
    paper = letter(letter_on=found(date(2042, 5, 20)), audit_year=found(2023))
    line = compare_with(ekby, paper, None, TODAY).by_key["letter.letter_on"]
    assert line.standing is Standing.CANNOT
    assert line.reason == (
        "2042-05-20 ligger framåt i tiden; ett missiv registreras när det har skickats. I dag är "
        "det 2025-03-01."
    )
    case = read_case(ekby, take(ekby, paper).audit.id)
    assert not case.is_handed_over
    assert len(case.recommendations) == 3
