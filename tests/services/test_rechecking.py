"""After a change only what it bears on is checked anew, and all that is known is true again."""

from datetime import date

from sqlalchemy import func, select, update

from revtrack.domain import records as r
from revtrack.domain.undoing import Direction
from revtrack.services.all_checked import AllChecked
from revtrack.services.checking import check_by_and_by, confirm
from revtrack.services.rechecking import what_to_check
from revtrack.services.undoing import see_turn, take_turn
from revtrack.storage.audits import list_audits
from revtrack.storage.changed import touched_since
from revtrack.storage.events import latest_event
from revtrack.storage.rows import change, remove, some
from revtrack.storage.store import Store
from revtrack.storage.tables import metadata
from revtrack.storage.triggers import watched_tables

TODAY = date(2026, 2, 16)


def follow(store: Store, checked: AllChecked) -> set[str]:
    """Check what has changed; return the references of the audits that were checked."""
    found = what_to_check(store, checked.at)
    if found is None:
        return set()
    checked.take_up(found)
    left = tuple(checked.left.values())
    for step in check_by_and_by(store, TODAY, left):
        checked.add(step.checked)
    return {each.reference for each in left}


def test_what_was_changed_is_checked_anew_and_the_rest_kept(demo_store: Store) -> None:
    checked = AllChecked()
    every = follow(demo_store, checked)
    assert len(every) == len(checked.known) == 13
    assert follow(demo_store, checked) == set()

    with demo_store.wish() as session:
        [answer, *_others] = some(session, r.Answer)
        response = some(session, r.Response)[answer.response_id - 1]
        remove(session, answer)
    own = {each.reference for each in _audits(demo_store) if each.id == response.audit_id}
    assert follow(demo_store, checked) == own

    take_turn(demo_store, see_turn(demo_store, Direction.UNDO))
    assert follow(demo_store, checked) == own

    with demo_store.wish() as session:
        first = some(session, r.Recommendation)[0]
        change(session, first, report_text="Säkerställa att detta inte står någon annanstans.")
    audits = _audits(demo_store)
    town = next(each.municipality_id for each in audits if each.id == first.audit_id)
    assert follow(demo_store, checked) == {
        each.reference for each in audits if each.municipality_id == town
    }

    one = next(each for each in checked.known.values() if each.problems)
    problem = next(each for each in one.problems if not each.is_confirmed)
    confirm(demo_store, one.audit.id, problem, "Det är så.", TODAY)
    assert follow(demo_store, checked) == {one.audit.reference}

    anew = [each for step in check_by_and_by(demo_store, TODAY) for each in step.checked]
    assert [checked.known[number] for number in checked.order] == anew
    checked.forget()
    assert follow(demo_store, checked) == every


def test_of_every_table_it_is_known_what_a_change_bears_on(demo_store: Store) -> None:
    with demo_store.reading() as session:
        at = latest_event(session.connection())
    with demo_store.wish() as session:
        tables = set(watched_tables(session.connection())) - {"attachment_content"}
        for table in tables:
            columns = metadata.tables[table].c
            first = select(func.min(columns.id)).scalar_subquery()
            newer = {"version": columns.version + 1}
            session.execute(update(metadata.tables[table]).where(columns.id == first).values(newer))
        found = touched_since(session, at)
    assert found is not None
    assert found.audits
    assert found.towns


def _audits(store: Store) -> tuple[r.Audit, ...]:
    with store.reading() as session:
        return list_audits(session)
