"""The tables hold what they promise, whoever writes to them."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.schema import CreateIndex, CreateTable

from revtrack.storage import schema
from revtrack.storage.engine import open_engine
from revtrack.storage.store import Store
from revtrack.storage.tables import metadata
from revtrack.storage.triggers import UNWATCHED, watched_tables

NOT_MODELLED = {"table alembic_version"}
"""Tables that no record has, besides those that searching rests on."""


def test_the_header_says_what_the_file_is(empty_store: Store, tmp_path: Path) -> None:
    header = schema.read_header(empty_store.path)
    assert header == schema.Header(
        is_sqlite=True, application_id=0x52765472, schema_version=schema.SCHEMA_VERSION
    )
    assert header.is_ours
    other = tmp_path / "note.txt"
    other.write_bytes(b"SQLite format 3\x00 but short")
    assert not schema.read_header(other).is_sqlite


def test_the_fingerprint_is_that_of_what_the_migrations_make(empty_store: Store) -> None:
    with empty_store.reading() as session:
        assert schema.fingerprint(session.connection()) == schema.FINGERPRINT


def _canonical(sql: str) -> str:
    """Return a table's or index's SQL as every way of making it gives it."""
    bare = "".join(sql.replace('"', "").replace("VARCHAR", "TEXT").split())
    bare = bare.replace("IFNOTEXISTS", "")
    return schema.sorted_parts(bare) if bare.startswith("CREATETABLE") else bare


def test_models_and_migrated_database_agree(empty_store: Store) -> None:
    dialect = empty_store.engine.dialect
    made = {
        f"table {table.name}": str(CreateTable(table).compile(dialect=dialect))
        for table in metadata.tables.values()
    } | {
        f"index {index.name}": str(CreateIndex(index).compile(dialect=dialect))
        for table in metadata.tables.values()
        for index in table.indexes
    }
    with empty_store.reading() as session:
        found = schema.objects_in(session.connection())
    tables = {
        name: sql
        for name, sql in found.items()
        if not name.startswith(("trigger", "table search_", "index ix_search_"))
    }
    assert made.keys() == tables.keys() - NOT_MODELLED
    for name, sql in made.items():
        assert _canonical(sql) == tables[name], name


def test_every_table_is_strict(empty_store: Store) -> None:
    with empty_store.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' "
            "AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        loose = [name for name, strict in rows if not strict]
    assert {name for name in loose if not name.startswith("search_")} == {"alembic_version"}
    kept_by_sqlite = ("search_part_", "search_word_")
    assert all(name.startswith(kept_by_sqlite) for name in loose if name.startswith("search_"))


def test_three_triggers_for_each_table_and_no_more(empty_store: Store) -> None:
    with empty_store.reading() as session:
        connection = session.connection()
        found = {
            name for name in schema.objects_in(connection) if name.startswith("trigger history_")
        }
        watched = watched_tables(connection)
    assert set(watched) == set(metadata.tables) - UNWATCHED
    assert found == {
        f"trigger history_{table}_{action}"
        for table in watched
        for action in ("insert", "update", "delete")
    }


@pytest.fixture
def raw(eskilstuna_store: Store) -> Iterator[sqlite3.Connection]:
    """A connection of another program, which keeps foreign keys on."""
    connection = sqlite3.connect(eskilstuna_store.path)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("UPDATE audit SET kind = 'unknown'", "CHECK constraint failed: ck_audit_kind"),
        ("UPDATE audit SET kind = NULL", "NOT NULL constraint failed: audit.kind"),
        ("UPDATE audit SET handed_over_on = '2023-02-30'", "ck_audit_handed_over_on"),
        ("UPDATE audit SET handed_over_on = '2022-12-1'", "ck_audit_handed_over_on"),
        ("UPDATE audit SET handed_over_on = 'i december'", "ck_audit_handed_over_on"),
        ("UPDATE audit SET handed_over_on = ''", "ck_audit_handed_over_on"),
        ("UPDATE audit SET handed_over_on = '2022-12-01 10:00'", "ck_audit_handed_over_on"),
        ("UPDATE audit SET audit_year = 'tjugotvå'", "cannot store TEXT value in INTEGER"),
        ("UPDATE audit SET title = x'00'", "cannot store BLOB value in TEXT"),
        ("UPDATE audit SET municipality_id = 999", "FOREIGN KEY constraint failed"),
        ("DELETE FROM municipality", "FOREIGN KEY constraint failed"),
        ("UPDATE addressee SET asked = 2", "ck_addressee_asked"),
        ("UPDATE answer SET position = 'AGREES'", "ck_answer_position"),
        ("UPDATE answer SET position = ''", "ck_answer_position"),
        ("UPDATE addressee SET committee_id = 1", "UNIQUE constraint failed: addressee"),
        ("UPDATE committee SET uid = 'x'", "UNIQUE constraint failed: committee.uid"),
    ],
)
def test_what_no_program_can_write(raw: sqlite3.Connection, change: str, complaint: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=re.escape(complaint)):
        raw.execute(change)


def test_a_leap_day_and_a_day_not_stated_can_be_written(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE audit SET handed_over_on = '2024-02-29', report_on = NULL")
    assert raw.execute("SELECT handed_over_on FROM audit").fetchall() == [("2024-02-29",)]


def test_the_guards_are_set_on_every_connection(eskilstuna_store: Store) -> None:
    names = {
        "foreign_keys": 1,
        "journal_mode": "delete",
        "synchronous": 3,
        "busy_timeout": 5000,
        "recursive_triggers": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "query_only": 1,
    }
    with eskilstuna_store.reading() as session:
        connection = session.connection()
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    assert found == names


def test_a_mistyped_path_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "fel.db"
    engine = open_engine(path)
    with pytest.raises(Exception, match="unable to open database file"):
        engine.connect()
    assert list(tmp_path.iterdir()) == []


def test_a_register_looks_the_same_whatever_was_loaded_when_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "nytt.db"
    command = [sys.executable, "-m", "revtrack", "--database", str(path), "init"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own program
    engine = open_engine(path, read_only=True)
    with engine.connect() as connection:
        assert schema.fingerprint(connection) == schema.FINGERPRINT
    engine.dispose()
