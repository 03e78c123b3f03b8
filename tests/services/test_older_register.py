"""A register of an earlier version: brought up to date whole, with a copy first, or left as it was.

``old_registers/0.1.0.db.gz`` was made by version 0.1.0 itself: the real case before its replies, a
reply that was added to afterwards, an extension, a reminder, a confirmation, an attached file and a
made document. ``0.1.0.show.json`` is what that version's ``show --json`` said of it.
``schema_2.db.gz`` has the structure that came next: the real case, answered, with documents;
``schema_3.db.gz`` the one after that, the last that could not be searched.
"""

import gzip
import json
import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from revtrack.cli.contracts import audit_case
from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.services.database import migrating
from revtrack.services.database.opening import open_store
from revtrack.services.exchange.exporting import export_case_file
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.storage import schema
from revtrack.storage.engine import open_engine
from revtrack.storage.rows import change, some
from revtrack.storage.store import Store
from tests.conftest import TESTER

OLD = Path(__file__).parent / "old_registers"
COPY = "register.db.208-55e3d170a3b739c8.bak"
"""The copy carries the control number of the last sealed change."""
TOLD_ON = date(2026, 11, 22)
"""The day that ``0.1.0.show.json`` was written."""


def _unpacked(folder: Path) -> Path:
    path = folder / "register.db"
    path.write_bytes(gzip.decompress((OLD / "0.1.0.db.gz").read_bytes()))
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A register as version 0.1.0 left it."""
    return _unpacked(tmp_path)


@pytest.fixture(scope="module")
def migrated_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = _unpacked(tmp_path_factory.mktemp("migrated"))
    told: list[str] = []
    open_store(path, TESTER, tell=told.append).close()
    assert [each.split(" ")[-2:] for each in told] == [
        ["först", "…"],
        ["versionen", "…"],
        ["historik", "…"],
    ]
    open_store(path, TESTER, tell=told.append).close()
    assert len(told) == 3, "nothing is told of a register that is of this version"
    return path


@pytest.fixture
def migrated(migrated_database: Path, tmp_path: Path) -> Iterator[Store]:
    """The same register, brought up to date."""
    path = tmp_path / "register.db"
    shutil.copyfile(migrated_database, path)
    store = open_store(path, TESTER)
    yield store
    store.close()


def _holds(whole: Any, part: Any) -> bool:  # noqa: ANN401 - any JSON
    """Tell whether the first value says all that the second does."""
    if isinstance(part, dict):
        return all(key in whole and _holds(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return bool(whole == part)


def _shown(store: Store) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(json.dumps(audit_case(read_case(store, 1), TOLD_ON), default=str))


def test_an_older_register_is_opened_and_nothing_of_it_is_lost(migrated: Store) -> None:
    assert schema.read_header(migrated.path).schema_version == schema.SCHEMA_VERSION
    assert verify(migrated) == ()
    assert len(list_history(migrated)) == 208
    told = json.loads((OLD / "0.1.0.show.json").read_text(encoding="utf-8"))
    assert _holds(_shown(migrated), told)


def test_a_register_brought_up_to_date_is_like_one_read_in_anew(
    migrated: Store, empty_store: Store
) -> None:
    content = export_case_file(migrated)
    import_case_file(empty_store, content, source="gammal")
    assert export_case_file(empty_store) == content
    town = some_of(migrated, r.Municipality)[0]
    assert town.reminder_steps == "-14 mail, 7 mail, 21 letter"
    assert town.asks_if_solved is True


def some_of(store: Store, kind: type[Any]) -> tuple[Any, ...]:
    with store.reading() as session:
        return some(session, kind)


def test_the_register_as_it_was_is_kept_beside_it(old: Path) -> None:
    before = old.read_bytes()
    store = open_store(old, TESTER)
    store.close()
    assert store.copy == old.with_name(COPY)
    assert sorted(each.name for each in old.parent.iterdir()) == ["register.db", COPY]
    assert stat.S_IMODE(store.copy.stat().st_mode) == 0o600
    assert schema.read_header(store.copy).schema_version == 1
    with closing(sqlite3.connect(store.copy)) as copy, closing(sqlite3.connect(":memory:")) as was:
        was.deserialize(before)
        assert list(copy.iterdump()) == list(was.iterdump())


def test_it_is_brought_up_to_date_once(migrated: Store) -> None:
    again = open_store(migrated.path, TESTER)
    again.close()
    assert again.copy is None


def test_work_goes_on_in_it_and_stays_in_the_history(migrated: Store) -> None:
    with migrated.wish("ny påminnelseordning") as session:
        change(session, some(session, r.Municipality)[0], reminder_steps="-")
    last = list_history(migrated)[-1]
    assert last.changes == {"reminder_steps": ("-14 mail, 7 mail, 21 letter", "-")}
    assert verify(migrated) == ()


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE municipality SET reminder_steps = '-'", "municipality"),
        ("UPDATE reminder SET form = 'letter'", "reminder"),
        ("UPDATE response SET text = 'Instämmer inte'", "response"),
        ("UPDATE answer SET position = 'disagrees' WHERE id = 1", "answer"),
    ],
)
def test_a_row_changed_behind_its_back_is_found_also_in_the_columns_that_came_later(
    migrated: Store, statement: str, table: str
) -> None:
    with closing(sqlite3.connect(migrated.path, isolation_level=None)) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = triggers.fetchall()
        for name, _ in kept:
            other.execute(f'DROP TRIGGER "{name}"')
        other.execute(statement)
        for _, sql in kept:
            other.execute(sql)
    assert {(each.reason, each.table) for each in verify(migrated)} == {("changed", table)}


def test_an_older_register_is_examined_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    store = open_store(old, TESTER, thorough=True, despite_structure=True)
    assert verify(store) == ()
    store.close()
    assert old.read_bytes() == before


def _refusal(old: Path, *, read_only: bool = False) -> str:
    before = old.read_bytes()
    with pytest.raises(RevTrackError) as refused:
        open_store(old, TESTER, read_only=read_only)
    assert old.read_bytes() == before
    return str(refused.value)


def test_reading_only_leaves_an_older_register_as_it_is(old: Path) -> None:
    assert "Open it once without --read-only" in _refusal(old, read_only=True)
    assert [each.name for each in old.parent.iterdir()] == ["register.db"]


def test_an_older_register_with_another_structure_is_left_as_it_is(old: Path) -> None:
    with closing(sqlite3.connect(old)) as other:
        other.execute("DROP TRIGGER history_answer_update")
    assert _refusal(old).endswith(
        "was changed by another program: trigger history_answer_update. Restore a backup."
    )
    assert [each.name for each in old.parent.iterdir()] == ["register.db"]


def test_an_older_register_whose_rows_speak_of_others_that_are_gone_is_left_as_it_is(
    old: Path,
) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("DELETE FROM question WHERE id = 1")
    assert "is damaged (foreign_key_check)" in _refusal(old)
    assert [each.name for each in old.parent.iterdir()] == ["register.db"]


def test_what_another_program_changed_before_stays_to_be_seen(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("UPDATE answer SET quote = 'Nej.' WHERE id = 1")
    store = open_store(old, TESTER)
    assert [(each.reason, each.table) for each in verify(store)] == [("unsealed", "answer")]
    store.close()


def test_a_copy_of_another_state_is_not_written_over(old: Path) -> None:
    old.with_name(COPY).write_bytes(b"viktigt")
    store = open_store(old, TESTER)
    store.close()
    assert old.with_name(COPY).read_bytes() == b"viktigt"
    assert store.copy == old.with_name("register.db.208-55e3d170a3b739c8-2.bak")


def test_a_register_of_the_second_structure_keeps_its_documents(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.write_bytes(gzip.decompress((OLD / "schema_2.db.gz").read_bytes()))
    store = open_store(path, TESTER)
    assert verify(store) == ()
    assert len(list_history(store)) == 296
    kinds = Counter((each.kind, each.audit_id) for each in some_of(store, r.Document))
    assert kinds == {("recommendation-table", 1): 2, ("cover-letter", 1): 7}
    store.close()


@pytest.mark.parametrize("name", ["0.1.0", "schema_2", "schema_3"])
def test_an_older_register_can_be_searched_once_it_is_brought_up_to_date(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "register.db"
    path.write_bytes(gzip.decompress((OLD / f"{name}.db.gz").read_bytes()))
    store = open_store(path, TESTER)
    with store.reading() as session:
        connection = session.connection()
        found = "SELECT count(*) FROM search_part WHERE search_part MATCH 'digital'"
        assert connection.exec_driver_sql(found).scalar_one() > 10
        stale = connection.exec_driver_sql("SELECT audit_id FROM search_stale").scalars().all()
    assert stale == [1]
    assert verify(store) == ()
    store.close()


# ---- faults and kills ------------------------------------------------------------------------


class Fault:
    """Lets the n-th change that the migration makes fail, or else its commit."""

    def __init__(self, number: int) -> None:
        self.left = number

    def engine(self, path: Path, *, foreign_keys: bool) -> Engine:
        engine = open_engine(path, foreign_keys=foreign_keys)

        @event.listens_for(engine, "before_cursor_execute")
        def _meet(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            if not statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "BEGIN")):
                self.left -= 1
            if self.left == 0:
                self.left = -1
                raise OperationalError(statement, None, sqlite3.OperationalError("disk I/O error"))

        @event.listens_for(engine, "commit")
        def _commit(_connection: object) -> None:
            if self.left > 0:
                self.left = -1
                raise OperationalError("COMMIT", None, sqlite3.OperationalError("disk is full"))

        return engine


@pytest.mark.parametrize("number", [1, 30, 180, 100_000])
def test_a_fault_half_way_leaves_the_old_register_as_it_was(
    old: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    fault = Fault(number)
    monkeypatch.setattr(migrating, "open_engine", fault.engine)
    _refusal(old)
    assert fault.left == -1
    assert old.read_bytes() == before
    assert sorted(each.name for each in old.parent.iterdir()) == ["register.db", COPY]


def test_where_no_copy_can_be_written_nothing_is_changed(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    assert "the copy could not be written" in _refusal(old)
    assert [each.name for each in old.parent.iterdir()] == ["register.db"]


def test_a_full_disk_while_the_copy_is_made_is_told_of(old: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        sentence = _refusal(old)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "the copy could not be written" in sentence
    assert sentence.endswith("Nothing was changed.")
    assert [each.name for each in old.parent.iterdir()] == ["register.db"]


def test_another_program_that_only_reads_stops_it_before_anything_is_copied(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("revtrack.storage.engine.BUSY_TIMEOUT_MS", 50)
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM audit").fetchone()
        assert _refusal(old) == (
            f"Another program is using {old}. Nothing was changed; try again later."
        )
        assert [each.name for each in old.parent.iterdir()] == ["register.db"]
    open_store(old, TESTER).close()


def test_the_ten_latest_copies_are_kept(old: Path) -> None:
    copies = [old.with_name(f"register.db.{number}-{'ab' * 8}.bak") for number in range(1, 13)]
    for number, each in enumerate(copies):
        shutil.copyfile(old, each)
        os.utime(each, (1_000_000 - number, 1_000_000 - number))
    others = [old.with_name("register.db.min.bak"), old.with_name(f"annat.db.1-{'ab' * 8}.bak")]
    for each in others:
        shutil.copyfile(old, each)
    copies[11].write_bytes(b"viktigt")
    open_store(old, TESTER).close()
    left = {old, old.with_name(COPY), *others, *copies[:9], copies[11]}
    assert set(old.parent.iterdir()) == left


_KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from sqlalchemy import event
from revtrack.services.database import migrating
from revtrack.services.database.opening import open_store
from revtrack.storage.engine import open_engine
from revtrack.storage.store import Person

left = int(sys.argv[2])

def engine(path, *, foreign_keys):
    made = open_engine(path, foreign_keys=foreign_keys)

    @event.listens_for(made, "connect")
    def small(connection, _entry):
        connection.execute("PRAGMA cache_size = 5")  # pages reach the file before the commit

    @event.listens_for(made, "before_cursor_execute")
    def meet(*_told):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return made

migrating.open_engine = engine
open_store(Path(sys.argv[1]), Person("Test")).close()
"""


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
@pytest.mark.parametrize("number", [250, 330, 480])
def test_a_kill_half_way_leaves_the_old_register_as_it_was(old: Path, number: int) -> None:
    told = json.loads((OLD / "0.1.0.show.json").read_text(encoding="utf-8"))
    killed = subprocess.run(  # noqa: S603 - this program itself
        [sys.executable, "-c", _KILLED, str(old), str(number)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    store = open_store(old, TESTER)
    assert verify(store) == ()
    assert store.copy is not None
    assert _holds(_shown(store), told)
    store.close()
