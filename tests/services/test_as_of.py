"""The register as it stood on a day: told by the sealed history, the same whenever it is asked."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import Outcome
from revtrack.domain.days.local_time import HERE
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.as_of import as_of
from revtrack.services.checking import check_audit
from revtrack.services.find import find_audit, read_case
from revtrack.services.follow_up.reporting import make_report
from revtrack.services.history import list_history
from revtrack.storage.events import stamp_of
from revtrack.storage.past import register_before
from revtrack.storage.rows import change, some
from revtrack.storage.store import Store
from tests.conftest import TODAY


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def day_of_registering(store: Store) -> date:
    at = list_history(store)[0].at
    return datetime.fromisoformat(at).astimezone(HERE).date()


def test_the_register_as_of_the_last_change_is_as_it_is(demo_store: Store) -> None:
    day = day_of_registering(demo_store)
    past = as_of(demo_store, day, TODAY)
    for reference in ("ALV-2023-2", "ESK-2022-1"):
        audit = find_audit(demo_store, reference)
        assert find_audit(past, reference) == audit
        assert read_case(past, audit.id) == read_case(demo_store, audit.id)
        assert list_history(past, audit.id) == list_history(demo_store, audit.id)
        assert check_audit(past, audit.id, TODAY) == check_audit(demo_store, audit.id, TODAY)
    told = make_report(past, None, None, TODAY).figures
    assert told.total.open == make_report(demo_store, None, None, TODAY).total.open


def test_what_was_changed_since_stands_as_it_stood(demo_store: Store) -> None:
    audit = find_audit(demo_store, "ALV-2023-2")
    before = register_before(demo_store.path, now())
    with demo_store.wish("Rättad") as session:
        change(session, audit, title="En annan titel")
    with demo_store.reading() as session:
        last = session.connection().exec_driver_sql("SELECT max(at) FROM event").scalar_one()
    between = register_before(demo_store.path, str(last))
    for engine in (before, between):
        with engine.connect() as past:
            titles = past.exec_driver_sql("SELECT title FROM audit WHERE id = ?", (audit.id,))
            assert titles.scalar_one() == audit.title
    assert find_audit(demo_store, "ALV-2023-2").title == "En annan titel"


def test_nothing_can_be_changed_in_it(demo_store: Store) -> None:
    past = as_of(demo_store, day_of_registering(demo_store), TODAY)
    with pytest.raises(RevTrackError, match="reading only"), past.wish():
        pytest.fail("The past was opened for writing.")


def test_its_control_number_is_that_of_the_day(demo_store: Store) -> None:
    past = as_of(demo_store, day_of_registering(demo_store), TODAY)
    audit = find_audit(demo_store, "ALV-2023-2")
    stamps = []
    for store in (demo_store, past):
        with store.reading() as session:
            stamps.append(stamp_of(session.connection(), [read_case(store, audit.id)]))
    assert stamps[0] == stamps[1]


def test_a_day_before_the_first_change_and_one_to_come_are_refused(
    demo_store: Store, empty_store: Store
) -> None:
    with pytest.raises(RevTrackError, match="Nothing was registered yet on"):
        as_of(demo_store, date(2020, 1, 1), TODAY)
    with pytest.raises(UsageError, match="has not come yet"):
        as_of(demo_store, date(2099, 1, 1), TODAY)
    with pytest.raises(RevTrackError, match=r"Nothing has been registered yet\."):
        as_of(empty_store, TODAY, TODAY)


def test_counts_by_standing_of_a_day_stay_what_they_were(demo_store: Store) -> None:
    def counts(store: Store) -> dict[str, int]:
        figures = make_report(store, None, None, TODAY).figures
        return {each.value: len(units) for each, units in figures.standings.items()}

    before, moment = counts(demo_store), now()
    with demo_store.reading() as session:
        asked = [each for each in some(session, r.Addressee) if each.asked and not each.outcome]
    with demo_store.wish("Avslutade vid genomgången") as session:
        for each in asked[:10]:
            change(
                session, each, outcome=Outcome.IMPLEMENTED, closed_on=TODAY, closing_reason="Klart"
            )
    past = replace(demo_store, engine=register_before(demo_store.path, moment), is_read_only=True)
    assert counts(demo_store) != before
    assert counts(past) == before
    assert sum(counts(demo_store).values()) == sum(before.values())
