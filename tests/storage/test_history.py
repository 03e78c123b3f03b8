"""Every change is in the history, and what was changed behind its back is found and named."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, ExchangeDirection
from revtrack.services.database.opening import open_store
from revtrack.services.history import list_history, verify
from revtrack.storage.audits import load_case
from revtrack.storage.engine import open_engine
from revtrack.storage.events import stamp_of, uids_of
from revtrack.storage.rows import ROWS, add, change, one, remove, some, table_of
from revtrack.storage.store import Store
from revtrack.storage.tables import AttachmentContentRow
from tests.conftest import TESTER
from tests.storage.generated import simplest
from tests.storage.test_rows import stored_kind

KINDS = sorted(ROWS, key=lambda kind: kind.__name__)


@pytest.fixture(scope="module")
def loose_store(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A register in which rows may speak of records that are not there."""
    path = tmp_path_factory.mktemp("loose") / "register.db"
    shutil.copyfile(empty_database, path)
    store = Store(open_engine(path, foreign_keys=False), path, TESTER)
    yield store
    store.close()


def test_every_change_of_every_table_makes_one_sealed_event(loose_store: Store) -> None:
    new = {kind: simplest(kind) for kind in KINDS}
    with loose_store.wish("in") as session:
        kept = {kind: add(session, stored_kind(kind), new[kind]) for kind in KINDS}
    with loose_store.wish("om") as session:
        changed = [change(session, record) for record in kept.values()]
    with loose_store.wish("ut") as session:
        for record in changed:
            remove(session, record)
    events = list_history(loose_store)
    assert len(events) == 3 * len(KINDS)
    for kind, record in kept.items():
        found = [each for each in events if each.uid == record.uid]
        assert {each.table for each in found} == {table_of(kind).name}
        assert [each.why for each in found] == ["in", "om", "ut"]
        added, updated, removed = found
        assert (added.old, removed.new) == (None, None)
        assert added.new == updated.old
        assert updated.new == removed.old
        assert added.new is not None
        assert added.new.keys() == type(record).model_fields.keys()
        fields = {name: added.new[name] for name in kind.model_fields}
        assert kind.model_validate(fields) == new[kind]
    assert verify(loose_store) == ()


# ---- changes by other programs ---------------------------------------------------------------


@pytest.fixture(scope="module")
def full_database(
    demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """A register with rows in every table that has history, and one uid of each."""
    path = tmp_path_factory.mktemp("full") / "register.db"
    shutil.copyfile(demo_database, path)
    store = open_store(path, TESTER)
    with store.wish() as session:
        add(session, r.Document, _document(1))
        add(session, r.Attachment, _attachment(1))
        session.add(AttachmentContentRow(sha256=SHA256, content=CONTENT))
        view = r.NewSavedView(name="Sena", screen="overview", filter_text="sen")
        add(session, r.SavedView, view)
        add(session, r.Exchange, _exchange(1))
    with store.reading() as session:
        uids = {table_of(kind).name: some(session, stored_kind(kind))[-1].uid for kind in KINDS}
    store.close()
    return path, uids


@pytest.fixture
def full(full_database: tuple[Path, dict[str, str]], tmp_path: Path) -> tuple[Path, dict[str, str]]:
    path = tmp_path / "register.db"
    shutil.copyfile(full_database[0], path)
    return path, full_database[1]


CONTENT = b"Yttrande"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def _document(audit_id: int) -> r.NewDocument:
    return r.NewDocument(
        audit_id=audit_id,
        kind=DocumentKind.COVER_LETTER,
        file_name="missiv.docx",
        edition=1,
        stamp="1-0",
        content_hash="0" * 64,
        made_on=date(2023, 3, 20),
    )


def _exchange(audit_id: int) -> r.NewExchange:
    return r.NewExchange(
        audit_id=audit_id,
        direction=ExchangeDirection.SENT,
        sha256=SHA256,
        exchanged_on=date(2023, 4, 1),
    )


def _attachment(audit_id: int) -> r.NewAttachment:
    return r.NewAttachment(audit_id=audit_id, name="svar.pdf", sha256=SHA256, byte_count=8)


def _faults(path: Path) -> set[tuple[str, str, str]]:
    store = open_store(path, TESTER)
    faults = {(each.reason, each.table, each.uid) for each in verify(store)}
    store.close()
    return faults


def test_a_register_as_it_should_be_has_no_faults(full: tuple[Path, dict[str, str]]) -> None:
    path, uids = full
    assert _faults(path) == set()
    assert len(uids) == 40


CHANGES = {
    "changed": 'UPDATE "{table}" SET version = version + 1 WHERE uid = :uid',
    "removed": 'DELETE FROM "{table}" WHERE uid = :uid',
    "replaced": 'INSERT OR REPLACE INTO "{table}" SELECT {copied} FROM "{table}" WHERE uid = :uid',
    "renamed": "UPDATE \"{table}\" SET uid = 'x' WHERE uid = :uid",
}


def _tamper(path: Path, uids: dict[str, str], statement: str, *, quietly: bool) -> None:
    """Change the row of each table, with its triggers taken away meanwhile if ``quietly``."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = triggers.fetchall() if quietly else []
        for name, _ in kept:
            other.execute(f'DROP TRIGGER "{name}"')
        for table, uid in uids.items():
            names = [row[1] for row in other.execute(f'PRAGMA table_info("{table}")')]
            copied = ", ".join(
                "version + 1" if each == "version" else f'"{each}"' for each in names
            )
            other.execute(statement.format(table=table, copied=copied), {"uid": uid})
        for _, sql in kept:
            other.execute(sql)


@pytest.mark.parametrize("change", CHANGES)
def test_any_row_that_another_program_changes_is_found_and_named(
    full: tuple[Path, dict[str, str]], change: str
) -> None:
    path, uids = full
    _tamper(path, uids, CHANGES[change], quietly=False)
    found = {(table, uid) for _, table, uid in _faults(path)}
    expected = set(uids.items())
    if change == "renamed":
        assert {(table, "x") for table in uids} | expected == found
    else:
        assert expected == found


@pytest.mark.parametrize(
    ("change", "reason"), [("changed", "changed"), ("removed", "removed"), ("replaced", "changed")]
)
def test_a_row_changed_while_the_triggers_were_away_is_found_and_named(
    full: tuple[Path, dict[str, str]], change: str, reason: str
) -> None:
    path, uids = full
    _tamper(path, uids, CHANGES[change], quietly=True)
    assert _faults(path) == {(reason, table, uid) for table, uid in uids.items()}


def test_a_row_added_while_the_triggers_were_away_is_found_and_named(
    full: tuple[Path, dict[str, str]],
) -> None:
    path, _ = full
    new = "INSERT INTO saved_view VALUES (NULL, 'ny', 1, 'a', 'b', 'c')"
    _tamper(path, {"saved_view": "x"}, new, quietly=True)
    assert _faults(path) == {("added", "saved_view", "ny")}


def test_a_change_by_another_program_stays_found_after_the_next_wish(
    full: tuple[Path, dict[str, str]],
) -> None:
    path, uids = full
    _tamper(path, {"answer": uids["answer"]}, CHANGES["changed"], quietly=False)
    store = open_store(path, TESTER)
    with store.wish() as session:
        add(session, r.SavedView, r.NewSavedView(name="Ny", screen="x", filter_text="y"))
    store.close()
    assert ("unsealed", "answer", uids["answer"]) in _faults(path)


def test_the_bytes_of_an_attachment_are_checked(full: tuple[Path, dict[str, str]]) -> None:
    path, _ = full
    new = "INSERT INTO attachment_content VALUES (printf('%064d', 0), x'00')"
    _tamper(path, {"attachment_content": ""}, new, quietly=False)
    assert _faults(path) == {
        ("unsealed", "attachment_content", "0" * 64),
        ("changed", "attachment_content", "0" * 64),
    }


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DELETE FROM attachment_content", ("removed", "attachment_content", SHA256)),
        ("UPDATE alembic_version SET version_num = '0001'", ("changed", "alembic_version", "0001")),
        (
            "INSERT INTO change VALUES (1, 7, '2026-01-01', 'x', 'expert', NULL)",
            ("added", "change", "7"),
        ),
        ("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'event'", ("missing", "event", "3")),
    ],
)
def test_what_the_register_keeps_beside_its_facts_is_checked_too(
    full: tuple[Path, dict[str, str]], statement: str, found: tuple[str, str, str]
) -> None:
    path, _ = full
    _tamper(path, {"attachment_content": ""}, statement, quietly=True)
    assert _faults(path) == {found}


# ---- the chain -------------------------------------------------------------------------------


def _chain(path: Path, *statements: str) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            assert other.execute(statement).rowcount != 0
    return _faults(path)


@pytest.fixture
def chain(eskilstuna_database: Path, tmp_path: Path) -> Path:
    path = tmp_path / "register.db"
    shutil.copyfile(eskilstuna_database, path)
    return path


@pytest.mark.parametrize(
    "field",
    ["at", "who", "role", "wish", "why", "table_name", "uid", "old", "new", "salt", "hash"],
)
def test_no_part_of_an_event_can_be_altered(chain: Path, field: str) -> None:
    value = "9" if field == "wish" else "'9'"
    found = _chain(chain, f"UPDATE event SET {field} = {value} WHERE sequence = 10")  # noqa: S608 - names of columns that the test itself gives
    assert any(reason == "broken" for reason, _, _ in found)


def test_the_link_to_the_event_before_cannot_be_altered(chain: Path) -> None:
    found = _chain(chain, "UPDATE event SET previous_hash = '' WHERE sequence = 10")
    assert [reason for reason, _, _ in found] == ["broken"]


@pytest.mark.parametrize("field", ["who", "role", "wish", "why", "new"])
def test_a_part_left_out_is_not_the_same_as_an_empty_one(chain: Path, field: str) -> None:
    found = _chain(chain, f"UPDATE event SET {field} = NULL WHERE sequence = 10")  # noqa: S608 - names of columns that the test itself gives
    if field == "why":
        assert found == set()  # nothing was said why in the first place
        found = _chain(chain, "UPDATE event SET why = '' WHERE sequence = 10")
    assert any(reason == "broken" for reason, _, _ in found)


def test_an_event_that_is_not_the_newest_cannot_be_unsealed(chain: Path) -> None:
    assert _chain(chain, "UPDATE event SET hash = NULL WHERE sequence = 10")


def test_a_removed_event_is_missed(chain: Path) -> None:
    found = _chain(chain, "DELETE FROM event WHERE sequence = 10")
    assert ("missing", "event", "10") in found


def test_the_first_event_is_missed(chain: Path) -> None:
    found = _chain(chain, "DELETE FROM event WHERE sequence = 1")
    assert ("missing", "event", "1") in found


def test_two_events_that_change_places_are_found(chain: Path) -> None:
    found = _chain(
        chain,
        "UPDATE event SET sequence = -1 WHERE sequence = 10",
        "UPDATE event SET sequence = 10 WHERE sequence = 11",
        "UPDATE event SET sequence = 11 WHERE sequence = -1",
    )
    assert any(reason == "broken" for reason, _, _ in found)


def test_events_numbered_anew_after_a_removal_are_found(chain: Path) -> None:
    found = _chain(
        chain,
        "DELETE FROM event WHERE sequence = 10",
        "UPDATE event SET sequence = -sequence WHERE sequence > 10",
        "UPDATE event SET sequence = -sequence - 1 WHERE sequence < 0",
    )
    assert any(reason == "broken" for reason, _, _ in found)


def test_a_cut_tail_is_missed(chain: Path) -> None:
    cut = "DELETE FROM event WHERE sequence = (SELECT max(sequence) FROM event)"
    found = _chain(chain, cut)
    assert any(reason == "missing" for reason, _, _ in found)
    assert any(reason == "added" for reason, _, _ in found)


def test_a_cut_tail_is_found_by_the_rows_even_where_the_counter_is_set_back(chain: Path) -> None:
    found = _chain(
        chain,
        "DELETE FROM event WHERE sequence > (SELECT max(sequence) - 3 FROM event)",
        "UPDATE sqlite_sequence SET seq = seq - 3 WHERE name = 'event'",
    )
    assert [reason for reason, _, _ in found] == ["added"] * 3


def test_removing_a_row_and_all_that_is_told_of_it_is_found(chain: Path) -> None:
    found = _chain(
        chain,
        "DELETE FROM event WHERE uid = (SELECT uid FROM answer LIMIT 1)",
        "DELETE FROM answer WHERE id = (SELECT id FROM answer LIMIT 1)",
    )
    assert {reason for reason, _, _ in found} >= {"missing"}


# ---- the stamp -------------------------------------------------------------------------------


def _stamp(store: Store, audit_id: int = 1) -> str:
    with store.reading() as session:
        return stamp_of(session.connection(), [load_case(session, audit_id)])


def test_the_stamp_is_the_number_of_an_event_and_the_first_of_its_seal(
    eskilstuna_store: Store,
) -> None:
    number, seal = _stamp(eskilstuna_store).split("-")
    last = list_history(eskilstuna_store)[-1].sequence
    assert 1 <= int(number) <= last
    assert len(seal) == 16


def test_a_document_or_a_reminder_does_not_move_the_stamp(eskilstuna_store: Store) -> None:
    before = _stamp(eskilstuna_store)
    reminder = r.NewReminder(reply_case_id=1, reminded_on=date(2023, 3, 21), step=1)
    with eskilstuna_store.wish() as session:
        add(session, r.Document, _document(1))
        add(session, r.Reminder, reminder)
    assert _stamp(eskilstuna_store) == before


FACTS: list[type[r.Stored]] = [
    r.Municipality,
    r.Officeholder,
    r.Committee,
    r.Audit,
    r.OverallConclusion,
    r.AuditCommittee,
    r.Question,
    r.Assessment,
    r.AssessmentQuestion,
    r.AssessmentCommittee,
    r.Recommendation,
    r.RecommendationQuestion,
    r.RecommendationWording,
    r.Restatement,
    r.Addressee,
    r.Letter,
    r.LetterRecipient,
    r.ReplyCase,
    r.ReplyCaseNote,
    r.Extension,
    r.Response,
    r.ResponseCase,
    r.Answer,
    r.Action,
    r.ActionAddressee,
    r.ProgressReport,
    r.Verdict,
    r.CouncilDecision,
    r.Attachment,
    r.Confirmation,
]


@pytest.fixture
def stamped(full_database: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "register.db"
    shutil.copyfile(full_database[0], path)
    store = open_store(path, TESTER)
    yield store
    store.close()


def _audits_of(store: Store) -> dict[int, frozenset[str]]:
    with store.reading() as session:
        connection = session.connection()
        return {
            audit.id: uids_of(connection, load_case(session, audit.id))
            for audit in some(session, r.Audit)
        }


def test_every_change_of_a_fact_moves_the_stamp_of_its_audits_and_no_other(stamped: Store) -> None:
    audits = _audits_of(stamped)
    for kind in FACTS:
        with stamped.reading() as session:
            fact = some(session, kind)[0]
        about = [audit_id for audit_id, uids in audits.items() if fact.uid in uids][:1]
        others = [audit_id for audit_id, uids in audits.items() if fact.uid not in uids][:1]
        assert about, kind
        before = _stamps(stamped, about + others)
        with stamped.wish() as session:
            change(session, one(session, kind, fact.id))
        after = _stamps(stamped, about + others)
        assert [each for each in after if after[each] != before[each]] == about, kind


def _stamps(store: Store, audit_ids: list[int]) -> dict[int, str]:
    with store.reading() as session:
        connection = session.connection()
        return {each: stamp_of(connection, [load_case(session, each)]) for each in audit_ids}


@pytest.mark.parametrize("kind", [r.Answer, r.Extension, r.RecommendationQuestion, r.ResponseCase])
def test_removing_a_fact_moves_the_stamp_and_stands_in_the_audits_history(
    eskilstuna_store: Store, kind: type[r.Stored]
) -> None:
    before = _stamp(eskilstuna_store)
    with eskilstuna_store.wish() as session:
        fact = some(session, kind)[0]
        remove(session, fact)
    assert _stamp(eskilstuna_store) != before
    last = list_history(eskilstuna_store, 1)[-1]
    assert (last.uid, last.new) == (fact.uid, None)
