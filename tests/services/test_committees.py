"""A committee takes over from another: the old papers keep the old name."""

from datetime import date

import pytest

from revtrack.domain.codes import Outcome
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.succession import responsible_committee
from revtrack.services import find
from revtrack.services.registering.committees import change_contact
from revtrack.services.registering.meetings import find_committee
from revtrack.services.registering.succession import (
    Succession,
    Wanted,
    plan_succession,
    succeed_committee,
    succeed_committees,
)
from revtrack.storage.audits import load_case
from revtrack.storage.rows import change
from revtrack.storage.store import Store

ON = date(2027, 1, 1)


def succeed(store: Store, old: str, new: str, on: date = ON, *, make: bool = False) -> Succession:
    return succeed_committee(store, old, new, on, municipality=None, make=make)


def names(store: Store, today: date) -> dict[str, int]:
    """Count the recommendations by the committee that answers for them."""
    case = find.read_case(store, 1)
    found: dict[str, int] = {}
    for each in case.addressees:
        name = responsible_committee(case, each, today).name
        found[name] = found.get(name, 0) + 1
    return found


def test_open_recommendations_move_and_what_was_closed_stays(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        case = load_case(session, 1)
        social = next(each for each in case.committees if each.abbreviation == "SOCN")
        first = next(each for each in case.addressees if each.committee_id == social.id)
        change(session, first, outcome=Outcome.NO_LONGER_RELEVANT, closed_on=date(2026, 1, 1))
    done = succeed(awaiting_store, "SOCN", "omsorgs- och socialnämnden", make=True)
    assert (done.taken_over, done.drafts, done.is_new_made) == (3, 0, True)
    assert done.old.valid_to_on == date(2026, 12, 31)
    assert done.new.valid_from_on == ON
    assert names(awaiting_store, date(2026, 12, 31))["socialnämnden"] == 4
    after = names(awaiting_store, ON)
    assert (after["socialnämnden"], after["omsorgs- och socialnämnden"]) == (1, 3)
    case = find.read_case(awaiting_store, 1)
    assert "socialnämnden" in {case.committee_by_id[c.committee_id].name for c in case.reply_cases}


def test_two_renames_after_each_other_lead_to_the_last(awaiting_store: Store) -> None:
    succeed(awaiting_store, "SOCN", "mellannämnden", make=True)
    done = succeed(awaiting_store, "mellannämnden", "slutnämnden", date(2028, 1, 1), make=True)
    assert done.taken_over == 4
    assert names(awaiting_store, date(2027, 6, 1))["mellannämnden"] == 4
    assert names(awaiting_store, date(2028, 1, 1))["slutnämnden"] == 4


def test_a_merger_with_a_committee_that_is_known(awaiting_store: Store) -> None:
    before = names(awaiting_store, ON)
    succeed(awaiting_store, "SOCN", "VON")
    after = names(awaiting_store, ON)
    merged = before["socialnämnden"] + before["vård- och omsorgsnämnden"]
    assert after["vård- och omsorgsnämnden"] == merged
    assert "socialnämnden" not in after


@pytest.mark.parametrize(
    ("old", "new", "make", "says"),
    [
        ("SOCN", "okända nämnden", False, "Add --new"),
        ("SOCN", "VON", True, "leave out --new"),
        ("SOCN", "SOCN", False, "leads back to it"),
        ("X", "VON", False, "No committee is called X"),
    ],
)
def test_what_makes_no_sense_is_refused(
    awaiting_store: Store, old: str, new: str, make: bool, says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        succeed(awaiting_store, old, new, make=make)
    assert names(awaiting_store, ON)["socialnämnden"] == 4


def test_a_committee_has_one_successor_and_none_that_leads_back(awaiting_store: Store) -> None:
    succeed(awaiting_store, "SOCN", "VON")
    with pytest.raises(RevTrackError, match="has a successor already"):
        succeed(awaiting_store, "SOCN", "KFN")
    with pytest.raises(UsageError, match="leads back to it"):
        succeed(awaiting_store, "VON", "SOCN")


def test_where_a_committee_is_written_to_is_registered_and_taken_away(
    awaiting_store: Store,
) -> None:
    assert change_contact(awaiting_store, "KFN", "kfn@x.example").contact_address == "kfn@x.example"
    found = find_committee(awaiting_store, "KFN")
    assert (found.contact_address, found.version) == ("kfn@x.example", 2)
    assert change_contact(awaiting_store, "KFN", "kfn@x.example").version == 2
    with pytest.raises(UsageError, match="holds no e-mail address"):
        change_contact(awaiting_store, "KFN", "Torget 1")
    assert change_contact(awaiting_store, "KFN", None).contact_address is None


def test_several_become_one_that_is_made_and_it_is_told_before(awaiting_store: Store) -> None:
    wanted = Wanted(("SOCN", "VON"), "Omsorgs- och socialnämnden OSN", ON)
    plan = plan_succession(awaiting_store, wanted)
    assert [each.abbreviation for each in plan.old] == ["SOCN", "VON"]
    assert (plan.new_name, plan.is_new_made) == ("omsorgs- och socialnämnden", True)
    assert (plan.taken_over, plan.awaited, plan.drafts) == (7, 2, 0)
    assert "OSN" not in {each.abbreviation for _town, each in find.list_committees(awaiting_store)}

    first, second = succeed_committees(awaiting_store, wanted)
    assert (first.new, first.taken_over + second.taken_over) == (second.new, 7)
    assert (first.new.abbreviation, first.new.valid_from_on) == ("OSN", ON)
    assert names(awaiting_store, ON)["omsorgs- och socialnämnden"] == 7


def test_a_merger_that_cannot_be_is_refused_before_anything_is_written(
    awaiting_store: Store,
) -> None:
    for wanted in (
        Wanted(("SOCN", "VON"), "VON", ON),
        Wanted((), "VON", ON),
        Wanted(("SOCN",), "en nämnd, en annan nämnd", ON),
    ):
        for service in (plan_succession, succeed_committees):
            with pytest.raises(UsageError):
                service(awaiting_store, wanted)
    assert all(each.successor_id is None for _town, each in find.list_committees(awaiting_store))
