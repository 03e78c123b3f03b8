"""Undo gives back what was there, redo what came after; what others built upon is refused."""

from datetime import date
from typing import Any

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, Review
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.undoing import Direction
from revtrack.services.database.opening import open_store
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.history import list_history, verify
from revtrack.services.replies.attach import attach_file
from revtrack.services.replies.extensions import extend
from revtrack.services.undoing import see_turn, take_turn
from revtrack.storage.rows import ROWS, add, change, one, remove, some
from revtrack.storage.store import Person, Store
from tests.conftest import TESTER, sample
from tests.services.replying import judge, reply, reply_case_id
from tests.storage.test_rows import stored_kind

TODAY = date(2023, 3, 10)


def facts(store: Store) -> dict[str, dict[str, Any]]:
    """Return every row of every table but the history, without what counts its versions."""
    with store.reading() as session:
        return {
            record.uid: record.model_dump(exclude={"version"})
            for kind in ROWS
            for record in some(session, stored_kind(kind))
        }


def undo(store: Store) -> None:
    take_turn(store, see_turn(store, Direction.UNDO))


def redo(store: Store) -> None:
    take_turn(store, see_turn(store, Direction.REDO))


def longer(store: Store, day: date, committee: str = "KFN") -> r.Extension:
    case_id = reply_case_id(store, committee)
    return extend(store, 1, r.NewExtension(reply_case_id=case_id, new_due_on=day), TODAY)


def test_five_mixed_edits_are_undone_and_done_again(awaiting_store: Store) -> None:
    states = [facts(awaiting_store)]

    def note(_done: object) -> None:
        states.append(facts(awaiting_store))

    note(longer(awaiting_store, date(2023, 4, 14)))
    note(reply(awaiting_store, "KS", paragraph="12"))
    note(judge(awaiting_store, "KS", Review.INSUFFICIENT, "Svarar inte på frågan."))
    with awaiting_store.wish("rättat") as session:
        note_row = some(session, r.Question)[0]
        change(session, note_row, text="Är styrningen tillräcklig?")
    states.append(facts(awaiting_store))
    with awaiting_store.wish() as session:
        remove(session, some(session, r.Extension)[-1])
    states.append(facts(awaiting_store))
    assert len(states) == 6

    for state in reversed(states[:-1]):
        undo(awaiting_store)
        assert facts(awaiting_store) == state
    for state in states[1:]:
        redo(awaiting_store)
        assert facts(awaiting_store) == state
    assert verify(awaiting_store) == ()
    with pytest.raises(RevTrackError, match="There is nothing to redo"):
        redo(awaiting_store)


def test_undo_goes_on_after_a_restart(awaiting_store: Store) -> None:
    before = facts(awaiting_store)
    longer(awaiting_store, date(2023, 4, 14))
    longer(awaiting_store, date(2023, 4, 28), "KS")
    undo(awaiting_store)
    again = open_store(awaiting_store.path, TESTER)
    undo(again)
    assert facts(again) == before
    again.close()


def test_an_import_is_one_wish(empty_store: Store) -> None:
    empty = facts(empty_store)
    import_case_file(empty_store, sample("eskilstuna_2022.json"), source="x")
    full = facts(empty_store)
    undo(empty_store)
    assert facts(empty_store) == empty
    redo(empty_store)
    assert facts(empty_store) == full


def test_the_history_names_what_was_undone(awaiting_store: Store) -> None:
    longer(awaiting_store, date(2023, 4, 14))
    first = list_history(awaiting_store)[-1].sequence
    undo(awaiting_store)
    redo(awaiting_store)
    assert [each.why for each in list_history(awaiting_store)[-2:]] == [
        f"undo {first}",
        f"redo {first}",
    ]


def test_no_reason_may_look_like_an_undoing(awaiting_store: Store) -> None:
    with (
        pytest.raises(UsageError, match=r"“undo 12” is no reason\."),
        awaiting_store.wish("undo 12"),
    ):
        pass


def test_what_will_be_done_is_shown_first(awaiting_store: Store) -> None:
    added = longer(awaiting_store, date(2023, 4, 14))
    seen = see_turn(awaiting_store, Direction.UNDO)
    [removal] = [each for each in seen.events if each.table == "extension"]
    assert (removal.uid, removal.new) == (added.uid, None)
    assert removal.old is not None
    assert removal.old["new_due_on"] == "2023-04-14"


def test_only_ones_own_wishes_are_undone(awaiting_store: Store) -> None:
    mine = longer(awaiting_store, date(2023, 4, 14))
    other = Store(awaiting_store.engine, awaiting_store.path, Person("Annan Person"))
    with pytest.raises(RevTrackError, match="There is nothing of yours to undo"):
        undo(other)
    with other.wish() as session:
        text = change(session, some(session, r.Question)[0], text="Annans fråga?").text
    undo(awaiting_store)
    with awaiting_store.reading() as session:
        assert mine.id not in {each.id for each in some(session, r.Extension)}
        assert some(session, r.Question)[0].text == text


def test_what_somebody_else_has_changed_since_is_refused_whole(awaiting_store: Store) -> None:
    added = longer(awaiting_store, date(2023, 4, 14))
    other = Store(awaiting_store.engine, awaiting_store.path, Person("Annan Person"))
    with other.wish() as session:
        change(session, one(session, r.Extension, added.id), reason="rättat av annan")
    before = facts(awaiting_store)
    with pytest.raises(RevTrackError, match="Some of this has been changed since"):
        undo(awaiting_store)
    assert facts(awaiting_store) == before


def test_what_somebody_else_has_built_upon_is_refused_whole(empty_store: Store) -> None:
    import_case_file(empty_store, sample("eskilstuna_2022_awaiting.json"), source="x")
    other = Store(empty_store.engine, empty_store.path, Person("Annan Person"))
    longer(other, date(2023, 4, 14))
    before = facts(empty_store)
    with pytest.raises(GoneError):
        undo(empty_store)
    assert facts(empty_store) == before


def test_more_done_between_looking_and_undoing_is_refused(awaiting_store: Store) -> None:
    longer(awaiting_store, date(2023, 4, 14))
    seen = see_turn(awaiting_store, Direction.UNDO)
    longer(awaiting_store, date(2023, 4, 28), "KS")
    with pytest.raises(RevTrackError, match="You have changed something else meanwhile"):
        take_turn(awaiting_store, seen)


def test_a_hand_over_that_is_answered_can_only_be_corrected(empty_store: Store) -> None:
    import_case_file(empty_store, sample("eskilstuna_2022_awaiting.json"), source="x")
    other = Store(empty_store.engine, empty_store.path, Person("Annan Person"))
    reply(other, "KS")
    with pytest.raises(RevTrackError, match="the hand-over can no longer be undone"):
        undo(empty_store)


LETTER = r.NewDocument(
    audit_id=1,
    kind=DocumentKind.COVER_LETTER,
    file_name="Missiv.docx",
    edition=1,
    stamp="1-0",
    content_hash="0" * 64,
    made_on=TODAY,
)


def test_a_file_that_was_made_is_passed_by(awaiting_store: Store) -> None:
    before = facts(awaiting_store)
    longer(awaiting_store, date(2023, 4, 14))
    with awaiting_store.wish() as session:
        add(session, r.Document, LETTER)
    undo(awaiting_store)
    [document] = facts(awaiting_store).keys() - before.keys()
    assert facts(awaiting_store)[document]["file_name"] == "Missiv.docx"
    assert before.keys() < facts(awaiting_store).keys()


def test_facts_with_files_made_of_them_are_refused(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        change(session, some(session, r.Question)[0], text="Annan fråga?")
        add(session, r.Document, LETTER)
    with pytest.raises(RevTrackError, match="also made files"):
        undo(awaiting_store)


def test_an_attached_file_comes_back_with_its_bytes(awaiting_store: Store) -> None:
    response = reply(awaiting_store, "KS")
    before = facts(awaiting_store)
    entry = AttachmentEntry(audit_id=1, response_id=response.id, name="Yttrande.pdf")
    attach_file(awaiting_store, entry, b"%PDF-1.7")
    attached = facts(awaiting_store)
    undo(awaiting_store)
    assert facts(awaiting_store) == before
    redo(awaiting_store)
    assert facts(awaiting_store) == attached
    assert verify(awaiting_store) == ()
