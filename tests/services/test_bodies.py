"""Committees, people and the auditors' meetings of a municipality, registered and changed."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import OfficeholderFunction
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.services import find
from revtrack.services.committee_overview import see_committee
from revtrack.services.municipality_overview import see_municipalities, see_municipality
from revtrack.services.registering import bodies, people
from revtrack.services.registering.municipalities import new_municipality
from revtrack.storage.rows import ConflictError
from revtrack.storage.store import Store

TODAY = date(2026, 2, 16)


@pytest.fixture
def town(empty_store: Store) -> r.Municipality:
    return new_municipality(empty_store, "Ekby kommun", {})


def committees(store: Store) -> list[tuple[str, str | None]]:
    return [(each.name, each.abbreviation) for _town, each in find.list_committees(store)]


def test_a_list_is_added_after_the_others_and_what_is_known_stays(
    empty_store: Store, town: r.Municipality
) -> None:
    bodies.add_committees(empty_store, town.id, listed_committees("Kommunstyrelsen KS"))
    done = bodies.add_committees(empty_store, town.id, listed_committees("KS\nSocialnämnden SN"))
    assert [each.name for each in done.known] == ["kommunstyrelsen"]
    assert [(each.name, each.ordinal) for each in done.added] == [("socialnämnden", 2)]
    assert committees(empty_store) == [("kommunstyrelsen", "KS"), ("socialnämnden", "SN")]


def test_two_committees_cannot_have_one_abbreviation_and_then_none_is_added(
    empty_store: Store, town: r.Municipality
) -> None:
    listed = listed_committees("Socialnämnden SN\nSamhällsnämnden SN")
    with pytest.raises(UsageError, match="abbreviation of"):
        bodies.add_committees(empty_store, town.id, listed)
    assert committees(empty_store) == []


def test_a_committee_is_changed_as_it_was_read_or_not_at_all(
    empty_store: Store, town: r.Municipality
) -> None:
    listed = listed_committees("Kommunstyrelsen KS\nSocialnämnden SN")
    board, social = bodies.add_committees(empty_store, town.id, listed).added
    changed = bodies.change_committee(
        empty_store, social, {"abbreviation": "SOCN", "contact_address": "sn@ekby.example"}
    )
    assert (changed.abbreviation, changed.contact_address) == ("SOCN", "sn@ekby.example")
    assert bodies.change_committee(empty_store, changed, {"abbreviation": "SOCN"}) == changed
    with pytest.raises(ConflictError):
        bodies.change_committee(empty_store, social, {"abbreviation": "SNX"})
    with pytest.raises(RevTrackError, match="registered already"):
        bodies.change_committee(empty_store, board, {"name": "Socialnämnden"})
    with pytest.raises(UsageError, match="no e-mail address"):
        bodies.change_committee(empty_store, board, {"contact_address": "Storgatan 1"})
    with pytest.raises(UsageError, match="lies before"):
        bodies.change_committee(
            empty_store,
            board,
            {"valid_from_on": date(2026, 1, 1), "valid_to_on": date(2025, 1, 1)},
        )


def test_only_what_nothing_rests_on_is_removed(awaiting_store: Store) -> None:
    board = find.list_committees(awaiting_store)[0][1]
    with pytest.raises(RevTrackError, match="cannot be removed"):
        bodies.remove_committee(awaiting_store, board)
    [town] = find.list_municipalities(awaiting_store)
    with pytest.raises(RevTrackError, match="cannot be removed"):
        bodies.remove_municipality(awaiting_store, town)
    made = bodies.add_committees(awaiting_store, town.id, listed_committees("Felnämnden FN"))
    bodies.remove_committee(awaiting_store, made.added[0])
    assert "Felnämnden" not in {each.name for _town, each in find.list_committees(awaiting_store)}


def test_a_person_has_a_function_and_a_term(empty_store: Store, town: r.Municipality) -> None:
    new = r.NewOfficeholder(
        municipality_id=town.id,
        name="Anna Ek",
        function=OfficeholderFunction.CHAIR,
        from_on=date(2023, 1, 1),
    )
    chair = people.add_officeholder(empty_store, new)
    with pytest.raises(RevTrackError, match="registered already"):
        people.add_officeholder(empty_store, new)
    with pytest.raises(UsageError, match="lies before"):
        people.change_officeholder(empty_store, chair, {"to_on": date(2022, 12, 31)})
    ended = people.change_officeholder(empty_store, chair, {"to_on": date(2025, 12, 31)})
    assert people.list_officeholders(empty_store, town.id) == (ended,)
    people.take_away(empty_store, ended)
    assert people.list_officeholders(empty_store, town.id) == ()


def test_the_auditors_meet_once_a_day(empty_store: Store, town: r.Municipality) -> None:
    new = r.NewAuditorsMeeting(municipality_id=town.id, held_on=TODAY)
    meeting = people.add_auditors_meeting(empty_store, new)
    with pytest.raises(RevTrackError, match="registered already"):
        people.add_auditors_meeting(empty_store, new)
    people.change_auditors_meeting(empty_store, meeting, {"note": "Svar att bedöma"})
    seen = see_municipality(empty_store, town.id, TODAY)
    assert [each.note for each in seen.auditors_meetings] == ["Svar att bedöma"]


def test_the_counts_of_a_committee_are_those_of_its_own_screen(demo_store: Store) -> None:
    for seen in see_municipalities(demo_store, TODAY):
        for line in seen.committees:
            own = see_committee(demo_store, line.committee.id, TODAY)
            assert (line.open, line.awaited) == (len(own.open), len(own.due))
            meetings = [each.held_on for each in own.meetings]
            assert line.next_meeting_on == (meetings[0] if meetings else None)
