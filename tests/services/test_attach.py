"""Files as they came: kept under their sha-256, in versions, and missed when a byte changes."""

import hashlib
import sqlite3

import pytest

from revtrack.domain.codes import FileKind, FileStatus, ResponseKind
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import RevTrackError
from revtrack.domain.exchange.versions import file_versions
from revtrack.domain.records import Attachment
from revtrack.services.describe import describe_faults
from revtrack.services.history import verify
from revtrack.services.replies.attach import LARGEST, attach_file, likely_kind, likely_status
from revtrack.storage.exchange import contents_of
from revtrack.storage.store import Store
from revtrack.wording import word
from revtrack.wording.record_names import named
from tests.services.replying import case_of, reply, take_drafts

NAME = "Protokoll § 85.pdf"


def _attach(
    store: Store, content: bytes, name: str = NAME, response_id: int | None = None
) -> Attachment:
    entry = AttachmentEntry(audit_id=1, response_id=response_id, name=name)
    return attach_file(store, entry, content)


def test_a_file_is_kept_as_it_came(awaiting_store: Store) -> None:
    response = reply(awaiting_store, "KS")
    kept = _attach(awaiting_store, b"%PDF-1.7", response_id=response.id)
    assert kept.sha256 == hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert (kept.byte_count, kept.name, kept.response_id) == (8, NAME, response.id)
    with awaiting_store.reading() as session:
        assert contents_of(session, [kept.sha256]) == {kept.sha256: b"%PDF-1.7"}
    assert case_of(awaiting_store).attachments == (kept,)
    assert verify(awaiting_store) == ()


def test_a_file_of_the_same_name_is_a_new_version_beside_the_earlier(
    awaiting_store: Store,
) -> None:
    response = reply(awaiting_store, "KS")
    first = _attach(awaiting_store, b"utkast")
    second = _attach(awaiting_store, b"justerat", name="PROTOKOLL § 85.pdf")
    theirs = _attach(awaiting_store, b"utkast", response_id=response.id)
    assert file_versions(case_of(awaiting_store).attachments) == {
        first.id: 1,
        second.id: 2,
        theirs.id: 1,
    }
    third = _attach(awaiting_store, b"utkast")
    assert file_versions([first, second, third])[third.id] == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Protokoll § 85.pdf är tom, så det finns inget att bifoga."),
        (b"x" * (LARGEST + 1), "Protokoll § 85.pdf är större än 50 MB och tas därför inte in."),
        (b"samma", "Protokoll § 85.pdf är redan bifogad, precis som den är."),
    ],
    ids=["empty", "large", "again"],
)
def test_files_that_are_not_taken_in(awaiting_store: Store, content: bytes, said: str) -> None:
    _attach(awaiting_store, b"samma")
    with pytest.raises(RevTrackError) as refusal:
        _attach(awaiting_store, content)
    assert word(refusal.value) == said
    assert len(case_of(awaiting_store).attachments) == 1


def test_a_response_must_be_of_the_audit(awaiting_store: Store) -> None:
    with pytest.raises(RevTrackError, match="by somebody else meanwhile"):
        _attach(awaiting_store, b"x", response_id=99)


def test_a_changed_byte_is_named_by_the_file(awaiting_store: Store) -> None:
    kept = _attach(awaiting_store, b"%PDF-1.7")
    connection = sqlite3.connect(awaiting_store.path)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' "
        "AND tbl_name = 'attachment_content'"
    ).fetchall()
    for name, _sql in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE attachment_content SET content = x'00'")
    for _name, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()
    (line,) = describe_faults(awaiting_store, verify(awaiting_store))
    assert (line.fault.reason, line.fault.uid) == ("changed", kept.sha256)
    assert named(line.name) == "Bilaga: ESK-2022-1 (Protokoll § 85.pdf)"


def test_what_a_file_most_likely_is(awaiting_store: Store) -> None:
    take_drafts(awaiting_store)
    case = case_of(awaiting_store)
    draft = reply(awaiting_store, "KS", kind=ResponseKind.DRAFT)
    decision = reply(awaiting_store, "KS")
    letter = reply(awaiting_store, "GSN", kind=ResponseKind.STATEMENT)
    assert [likely_kind(each) for each in (draft, decision, letter, None)] == [
        FileKind.RESPONSE_DRAFT,
        FileKind.MINUTES_EXTRACT,
        FileKind.OTHER,
        FileKind.OTHER,
    ]
    assert likely_status(case, FileKind.RESPONSE_DRAFT) is FileStatus.WORKING_MATERIAL
    assert likely_status(case, FileKind.MINUTES_EXTRACT) is FileStatus.RECEIVED
    assert likely_status(case, FileKind.REPORT) is FileStatus.SENT
