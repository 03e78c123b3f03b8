"""A wish is carried out whole or not at all, whatever else goes on."""

import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.services.database.opening import open_store
from revtrack.services.find import list_municipalities
from revtrack.services.history import list_history, verify
from revtrack.storage.rows import add, some
from revtrack.storage.store import Store
from tests.conftest import TESTER

ROOT = Path(__file__).parent.parent.parent


def _writer(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - this very test's own program
        [sys.executable, "-m", "tests.storage.writer", str(path), name, str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _names(store: Store) -> list[str]:
    """Return what has been kept, having seen that no wish was kept by half."""
    with store.reading() as session:
        towns = some(session, r.Municipality)
        meetings = some(session, r.AuditorsMeeting)
    assert [town.id for town in towns] == [meeting.municipality_id for meeting in meetings]
    return [town.name for town in towns]


def test_two_programs_write_and_nothing_is_lost(empty_store: Store) -> None:
    writers = [_writer(empty_store.path, name, 50) for name in ("ett", "två")]
    told = [writer.communicate(timeout=60) for writer in writers]
    assert [errors for _, errors in told] == ["", ""]
    kept = _names(empty_store)
    assert sorted(kept) == sorted(
        f"{name} {number}" for name in ("ett", "två") for number in range(50)
    )
    assert {event.wish for event in list_history(empty_store)} == set(range(1, 101))
    assert verify(empty_store) == ()
    assert list(empty_store.path.parent.iterdir()) == [empty_store.path]


def test_what_was_acknowledged_outlives_a_kill(empty_store: Store) -> None:
    acknowledged: list[str] = []
    for round_number, pause in enumerate((0.0, 0.004, 0.011)):
        with _writer(empty_store.path, f"runda {round_number}", 10_000) as writer:
            assert writer.stdout is not None
            acknowledged += [writer.stdout.readline().strip() for _ in range(5 + round_number)]
            time.sleep(pause)
            writer.send_signal(signal.SIGKILL)
            acknowledged += writer.stdout.read().split("\n")[:-1]
        store = open_store(empty_store.path, TESTER)
        kept = _names(store)
        assert kept[: len(acknowledged)] == acknowledged
        assert len(kept) <= len(acknowledged) + 1
        assert verify(store) == ()
        store.close()
        acknowledged = kept
    assert len(acknowledged) >= 5 + 6 + 7
    with empty_store.wish() as session:
        add(session, r.Municipality, r.NewMunicipality(name="Provinge"))
    assert list(empty_store.path.parent.iterdir()) == [empty_store.path]


def test_a_failure_half_way_leaves_nothing(empty_store: Store) -> None:
    before = empty_store.path.read_bytes()
    with pytest.raises(ZeroDivisionError), empty_store.wish("hälften") as session:  # noqa: PT012 - a wish is a block of its own
        town = add(session, r.Municipality, r.NewMunicipality(name="Provinge"))
        add(session, r.AuditorsMeeting, _meeting(town.id))
        _ = 1 // 0
    assert empty_store.path.read_bytes() == before
    assert list_municipalities(empty_store) == ()
    assert list_history(empty_store) == ()


def test_a_row_that_cannot_be_kept_takes_its_whole_wish_with_it(empty_store: Store) -> None:
    with pytest.raises(GoneError), empty_store.wish() as session:  # noqa: PT012 - a wish is a block of its own
        add(session, r.Municipality, r.NewMunicipality(name="Provinge"))
        add(session, r.AuditorsMeeting, _meeting(999))
    assert list_municipalities(empty_store) == ()
    assert list_history(empty_store) == ()
    with empty_store.wish() as session:
        add(session, r.Municipality, r.NewMunicipality(name="Provinge"))
    assert verify(empty_store) == ()


def test_nothing_can_be_written_while_reading(empty_store: Store) -> None:
    with (
        pytest.raises(RevTrackError, match="readonly"),
        empty_store.reading() as session,
    ):
        session.connection().exec_driver_sql("DELETE FROM event")


def test_a_reader_sees_one_view_while_others_write(eskilstuna_store: Store) -> None:
    with eskilstuna_store.reading() as session:
        before = some(session, r.Municipality)
        other = sqlite3.connect(eskilstuna_store.path, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("UPDATE municipality SET place = 'x'").connection.commit()
        other.close()
        assert some(session, r.Municipality) == before


def test_a_busy_register_is_told_of(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("revtrack.storage.engine._PRAGMAS", ("PRAGMA busy_timeout = 50",))
    store = open_store(empty_store.path, TESTER)
    other = sqlite3.connect(empty_store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RevTrackError, match=r"Another program is using .*\.db"), store.wish():
        pytest.fail("the wish was begun")
    other.execute("ROLLBACK")
    other.close()
    with store.wish() as session:
        add(session, r.Municipality, r.NewMunicipality(name="Provinge"))
    store.close()


def test_a_wish_says_who_and_why_and_ends_without_trace(empty_store: Store) -> None:
    with empty_store.wish("för ordningens skull") as session:
        add(session, r.Municipality, r.NewMunicipality(name="Provinge"))
    (event,) = list_history(empty_store)
    assert (event.who, event.role, event.why) == ("Test Person", "expert", "för ordningens skull")
    with empty_store.reading() as session:
        left = session.connection().exec_driver_sql("SELECT count(*) FROM change").scalar()
    assert left == 0


def _meeting(municipality_id: int) -> r.NewAuditorsMeeting:
    return r.NewAuditorsMeeting(municipality_id=municipality_id, held_on=date(2023, 3, 20))
