"""What opens, and what is refused with a sentence and left as it was."""

import resource
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import RevTrackError
from revtrack.services.database.opening import create_store, open_store
from revtrack.services.find import list_municipalities, read_case
from revtrack.services.history import verify
from revtrack.services.replies.attach import attach_file
from revtrack.storage.rows import add
from revtrack.storage.schema import SCHEMA_VERSION
from revtrack.storage.store import Store
from tests.conftest import TESTER


def _refusal(path: Path) -> str:
    """Return the sentence that opening the file is refused with; the file is left as it was."""
    before = path.read_bytes() if path.is_file() else None
    neighbours = sorted(path.parent.iterdir())
    with pytest.raises(RevTrackError) as refused:
        open_store(path, TESTER)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == neighbours
    return str(refused.value)


@pytest.fixture
def copied(eskilstuna_database: Path, tmp_path: Path) -> Path:
    """A file with the real case in it, that nothing has open."""
    path = tmp_path / "register.db"
    shutil.copyfile(eskilstuna_database, path)
    return path


def _tamper(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_new_register_is_the_owners_alone_and_empty(tmp_path: Path) -> None:
    path = tmp_path / "ny mapp å" / "register.db"
    store = create_store(path, TESTER)
    assert list_municipalities(store) == ()
    store.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["register.db"]


def test_a_new_register_is_never_made_over_something(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.write_text("viktigt", encoding="utf-8")
    with pytest.raises(RevTrackError, match="exists already"):
        create_store(path, TESTER)
    assert path.read_text(encoding="utf-8") == "viktigt"


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises(RevTrackError, match="could not be made"):
        create_store(tmp_path / "fil" / "register.db", TESTER)


def test_a_mistyped_path_makes_no_file(tmp_path: Path) -> None:
    assert "There is no database at" in _refusal(tmp_path / "fel.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "could not be read" in _refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"hej", b"SQLite format 3\x00", b"PK\x03\x04" * 100])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brev.db"
    path.write_bytes(content)
    assert _refusal(path).endswith("is not a RevTrack database.")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "annat.db"
    _tamper(path, "CREATE TABLE audit (id INTEGER)")
    assert _refusal(path).endswith("is not a RevTrack database.")


def test_the_mark_of_the_program_is_looked_at(copied: Path) -> None:
    _tamper(copied, "PRAGMA application_id = 1")
    assert _refusal(copied).endswith("is not a RevTrack database.")


def test_a_newer_register_is_refused_politely(copied: Path) -> None:
    _tamper(copied, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert "was made by a newer version of RevTrack" in _refusal(copied)


def _overwritten(content: bytes) -> bytes:
    page = int.from_bytes(content[16:18], "big")
    return content[:page] + b"\xff" * (4 * page) + content[5 * page :]


def _cut_short(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _schema_overwritten(content: bytes) -> bytes:
    return content[:100] + b"\x00" * 400 + content[500:]


@pytest.mark.parametrize("damage", [_overwritten, _cut_short, _schema_overwritten])
def test_a_damaged_register_is_refused(copied: Path, damage: Callable[[bytes], bytes]) -> None:
    copied.write_bytes(damage(copied.read_bytes()))
    with pytest.raises(RevTrackError) as refused:
        open_store(copied, TESTER, thorough=True).close()
    sentence = str(refused.value)
    assert "is damaged (" in sentence
    assert sentence.endswith("Restore a backup of it.")


_MORE_CODES = """
    UPDATE sqlite_master SET sql = replace(sql, '''in_depth'', ', '''in_depth'', ''x'', ')
    WHERE name = 'audit'
"""
WEAKER = ("PRAGMA writable_schema = ON", _MORE_CODES)


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (("DROP TRIGGER history_answer_update",), "trigger history_answer_update"),
        (
            ("CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM event; END",),
            "trigger quiet",
        ),
        (("CREATE VIEW peep AS SELECT * FROM answer",), "view peep"),
        (("CREATE TABLE more (id INTEGER)",), "table more"),
        (("DROP INDEX ix_answer_response_id",), "index ix_answer_response_id"),
        (("ALTER TABLE answer ADD COLUMN extra TEXT",), "table answer"),
        (WEAKER, "table audit"),
        (
            (
                "DROP TRIGGER history_answer_update",
                "CREATE TRIGGER history_answer_update AFTER UPDATE ON answer BEGIN SELECT 1; END",
            ),
            "trigger history_answer_update",
        ),
    ],
    ids=["dropped", "added", "view", "table", "index", "column", "check", "replaced"],
)
def test_a_changed_structure_is_refused_and_named(
    copied: Path, statements: tuple[str, ...], named: str
) -> None:
    _tamper(copied, *statements)
    sentence = _refusal(copied)
    assert f"was changed by another program: {named}. Restore a backup." in sentence


def test_a_register_opened_for_reading_cannot_be_changed(copied: Path) -> None:
    before = copied.read_bytes()
    store = open_store(copied, TESTER, read_only=True)
    with pytest.raises(RevTrackError, match="open for reading only"), store.wish():
        pytest.fail("a wish was begun")
    assert read_case(store, 1).audit.reference == "ESK-2022-1"
    store.close()
    assert copied.read_bytes() == before


def test_opening_and_reading_leaves_the_file_as_it_was(copied: Path) -> None:
    before = copied.read_bytes()
    store: Store = open_store(copied, TESTER)
    read_case(store, 1)
    store.close()
    assert copied.read_bytes() == before
    assert [each.name for each in copied.parent.iterdir()] == ["register.db"]


def test_a_locked_register_is_not_called_damaged(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("revtrack.storage.engine.BUSY_TIMEOUT_MS", 50)
    with closing(sqlite3.connect(copied, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE audit SET title = title")
        sentence = _refusal(copied)
    assert sentence.endswith("Nothing was changed; try again later.")
    open_store(copied, TESTER).close()


def test_a_disk_that_cannot_be_written_is_not_called_damage(copied: Path) -> None:
    store = open_store(copied, TESTER)
    before = copied.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100_000, hard))
    try:
        with pytest.raises(RevTrackError) as refused:
            attach_file(store, AttachmentEntry(audit_id=1, name="stor.bin"), bytes(400_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(refused.value) == (
        f"The database {copied} could not be read or written (disk I/O error). Nothing was "
        "changed. See that the disk or the network drive is there and has room, and try again."
    )
    assert verify(store) == ()
    store.close()
    assert copied.read_bytes() == before


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%41b.db", "å ö.db", "a'b;c&d.db"])
def test_the_file_of_that_very_name_is_opened(
    tmp_path: Path, empty_database: Path, name: str
) -> None:
    shutil.copyfile(empty_database, tmp_path / name)
    store = open_store(tmp_path / name, TESTER)
    with store.wish("prov") as session:
        add(session, r.Municipality, r.NewMunicipality(name="Orten"))
    store.close()
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() != empty_database.read_bytes()


def test_the_file_of_that_very_name_is_made(tmp_path: Path) -> None:
    name = "a?b#c%41d å'ö;e&f.db"
    create_store(tmp_path / name, TESTER).close()
    assert [each.name for each in tmp_path.iterdir()] == [name]
    open_store(tmp_path / name, TESTER).close()
