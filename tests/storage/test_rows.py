"""Records into rows and rows into records: what goes in comes out, and conflicts are told of."""

import inspect
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from pydantic import ValidationError
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.records import Record, Stored
from revtrack.services.find import list_municipalities
from revtrack.services.history import list_history, verify
from revtrack.storage.engine import WRITES, open_engine, trust_schema
from revtrack.storage.rows import ROWS, ConflictError, add, change, one, remove, table_of
from revtrack.storage.store import Store
from tests.storage.generated import records

KINDS = sorted(ROWS, key=lambda kind: kind.__name__)


def stored_kind(new: type[Record]) -> type[Stored]:
    """Return the stored record of a ``New…`` record."""
    kind: type[Stored] = getattr(r, new.__name__.removeprefix("New"))
    assert issubclass(kind, Stored)
    return kind


def test_every_record_has_a_row_and_a_stored_kind() -> None:
    new = {
        kind
        for name, kind in inspect.getmembers(r, inspect.isclass)
        if name.startswith("New") and issubclass(kind, Record)
    }
    assert new == set(ROWS)
    assert len(new) == 40
    assert len({table_of(kind).name for kind in KINDS}) == 40
    assert all(issubclass(stored_kind(kind), kind) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_row_has_the_columns_of_its_record_and_its_keys(kind: type[Record]) -> None:
    assert set(table_of(kind).columns.keys()) == set(stored_kind(kind).model_fields)


@pytest.fixture(scope="module")
def loose_session(
    tmp_path_factory: pytest.TempPathFactory, empty_database: Path
) -> Iterator[Session]:
    """A session in which rows may speak of records that are not there."""
    path = tmp_path_factory.mktemp("loose") / "register.db"
    path.write_bytes(empty_database.read_bytes())
    engine = open_engine(path, foreign_keys=False).execution_options(**{WRITES: True})
    with Session(engine) as session:
        trust_schema(session.connection())
        yield session
        session.rollback()
    engine.dispose()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_record_comes_back_from_the_database_as_it_was(
    kind: type[Record], loose_session: Session
) -> None:
    @settings(max_examples=10)
    @given(records(kind))
    def check(new: Record) -> None:
        with loose_session.begin_nested() as undone:
            kept = add(loose_session, stored_kind(kind), new)
            loose_session.expire_all()
            read = one(loose_session, stored_kind(kind), kept.id)
            undone.rollback()
        assert kept == read
        assert kind.model_validate(read.model_dump(exclude={"id", "uid", "version"})) == new
        assert read.version == 1

    check()


def _town(store: Store) -> r.Municipality:
    with store.wish() as session:
        return add(session, r.Municipality, r.NewMunicipality(name="Provinge kommun"))


def test_a_change_counts_up_the_version_and_touches_nothing_else(empty_store: Store) -> None:
    town = _town(empty_store)
    with empty_store.wish() as session:
        changed = change(session, town, place="Provinge")
    assert changed == town.model_copy(update={"place": "Provinge", "version": 2})
    assert list_municipalities(empty_store) == (changed,)


def test_whoever_saves_second_is_told_and_overwrites_nothing(empty_store: Store) -> None:
    town = _town(empty_store)
    with empty_store.wish() as session:
        first = change(session, town, place="Provinge")
    events = list_history(empty_store)
    with (  # noqa: PT012 - a wish is a block of its own
        pytest.raises(ConflictError, match="changed meanwhile, by Test Person at 20"),
        empty_store.wish() as session,
    ):
        add(session, r.AuditorsMeeting, _meeting(town))
        change(session, town, place="Annanstans")
    assert list_municipalities(empty_store) == (first,)
    assert list_history(empty_store) == events
    assert verify(empty_store) == ()


def _meeting(town: r.Municipality) -> r.NewAuditorsMeeting:
    return r.NewAuditorsMeeting(municipality_id=town.id, held_on=date(2023, 3, 20))


def test_what_has_been_removed_meanwhile_cannot_be_changed(empty_store: Store) -> None:
    town = _town(empty_store)
    with empty_store.wish() as session:
        remove(session, town)
    with pytest.raises(ConflictError), empty_store.wish() as session:
        change(session, town, place="Provinge")


def test_a_change_is_checked_and_cleaned_as_a_new_record_is(empty_store: Store) -> None:
    town = _town(empty_store)
    with empty_store.wish() as session:
        changed = change(session, town, place=" Provinge\r\nby\x00 ")
    assert changed.place == "Provinge by\ufffd"
    with pytest.raises(ValidationError), empty_store.wish() as session:
        change(session, changed, reply_months=25)
    assert list_municipalities(empty_store) == (changed,)
