"""Documents are made from the register, beside what is there, and each is noted."""

import hashlib
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.services.places import templates_folder
from revtrack.services.produce import MAKERS, produce
from revtrack.services.respond import add_note
from revtrack.storage.rows import add
from revtrack.storage.store import Store

TODAY = date(2023, 6, 1)
TABLE = DocumentKind.RECOMMENDATION_TABLE
LETTER = DocumentKind.COVER_LETTER


def _files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.exists() else {}


def _documents(store: Store) -> tuple[r.Document, ...]:
    return read_case(store, 1).documents


def _note(store: Store) -> None:
    add_note(store, r.NewReplyCaseNote(reply_case_id=1, noted_on=TODAY, text="ringde"))


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_is_made_and_noted(
    eskilstuna_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    folder = tmp_path / "ut"
    made = produce(eskilstuna_store, kind, 1, TODAY, folder)
    files = _files(folder)
    assert [each.path.name for each in made] == list(files) or set(files) == {
        each.path.name for each in made
    }
    assert {each.path.suffix for each in made} == set(MAKERS[kind])
    assert all(each.is_new for each in made)
    noted = {each.file_name: each for each in _documents(eskilstuna_store)}
    assert noted.keys() == files.keys()
    for name, content in files.items():
        assert noted[name].content_hash == hashlib.sha256(content).hexdigest()
        assert (noted[name].kind, noted[name].edition, noted[name].made_on) == (kind, 1, TODAY)
        assert re.fullmatch(r"[1-9][0-9]*-[0-9a-f]{16}", noted[name].stamp)
    assert verify(eskilstuna_store) == ()


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_facts_make_the_same_bytes(
    eskilstuna_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    produce(eskilstuna_store, kind, 1, TODAY, tmp_path / "ett")
    produce(eskilstuna_store, kind, 1, TODAY, tmp_path / "två")
    assert _files(tmp_path / "ett") == _files(tmp_path / "två")


def test_what_has_not_changed_is_neither_written_nor_noted_again(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    produce(eskilstuna_store, TABLE, 1, TODAY, folder)
    times = {each: each.stat().st_mtime_ns for each in folder.iterdir()}
    events = list_history(eskilstuna_store)
    again = produce(eskilstuna_store, TABLE, 1, TODAY, folder)
    assert {each.path: each.path.stat().st_mtime_ns for each in again} == times
    assert not any(each.is_new for each in again)
    assert list_history(eskilstuna_store) == events


def test_a_changed_register_makes_a_new_edition_beside_the_old(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    produce(eskilstuna_store, TABLE, 1, TODAY, folder)
    before = _files(folder)
    _note(eskilstuna_store)
    made = produce(eskilstuna_store, TABLE, 1, TODAY, folder)
    assert [each.path.stem[-3:] for each in made] == ["_v2", "_v2"]
    assert _files(folder).items() >= before.items()
    assert len(_files(folder)) == 4
    assert [each.edition for each in _documents(eskilstuna_store)] == [1, 1, 2, 2]
    stamps = [each.stamp for each in _documents(eskilstuna_store)]
    assert stamps[0] == stamps[1] != stamps[2] == stamps[3]


def test_a_file_edited_by_hand_is_left_alone(eskilstuna_store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "ut"
    (first,) = produce(eskilstuna_store, LETTER, 1, TODAY, folder)
    first.path.write_bytes(b"min egen")
    (second,) = produce(eskilstuna_store, LETTER, 1, TODAY, folder)
    assert first.path.read_bytes() == b"min egen"
    assert second.path.name == first.path.name.replace(".docx", "_v2.docx")
    assert second.is_new
    (third,) = produce(eskilstuna_store, LETTER, 1, TODAY, folder)
    assert (third.path, third.is_new) == (second.path, False)


def test_the_letter_is_dated_when_it_was_handed_over(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    (made,) = produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path)
    assert made.path.name == "2022-12-01_Eskilstuna-kommun_Missiv_ESK-2022-1.docx"


def test_one_for_each_committee(eskilstuna_store: Store, tmp_path: Path) -> None:
    made = produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut", per_committee=True)
    committees = [each.committee.abbreviation for each in made if each.committee]
    assert committees == ["KS", "GSN", "GN", "KFN", "SOCN", "SBN", "VON"]
    assert len(_files(tmp_path / "ut")) == 7
    noted = [each.committee_id for each in _documents(eskilstuna_store)]
    assert noted == [each.committee.id for each in made if each.committee]
    (one,) = produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut", committee_id=noted[3])
    assert (one.path, one.is_new) == (made[3].path, False)


@pytest.mark.parametrize("place", ["en fil", "en fil/under"])
def test_where_nothing_can_be_written_nothing_is_noted(
    eskilstuna_store: Store, tmp_path: Path, place: str
) -> None:
    (tmp_path / "en fil").write_bytes(b"")
    before = list_history(eskilstuna_store)
    with pytest.raises(RevTrackError, match="Nothing was written to"):
        produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / place)
    assert list_history(eskilstuna_store) == before
    assert (tmp_path / "en fil").read_bytes() == b""


def test_a_register_open_for_reading_makes_no_documents(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    reader = Store(
        eskilstuna_store.engine, eskilstuna_store.path, eskilstuna_store.person, is_read_only=True
    )
    with pytest.raises(RevTrackError, match="for reading only"):
        produce(reader, LETTER, 1, TODAY, tmp_path / "ut")
    assert _files(tmp_path / "ut") == {}


def test_a_missing_template_is_named(
    eskilstuna_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(templates_folder(), tmp_path / "templates")
    (tmp_path / "templates" / "missiv.docx").unlink()
    monkeypatch.setattr("revtrack.services.places._PACKAGE", tmp_path)
    before = list_history(eskilstuna_store)
    with pytest.raises(RevTrackError, match=r"The template .*missiv\.docx could not be read"):
        produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut")
    assert list_history(eskilstuna_store) == before
    assert not (tmp_path / "ut").exists()


def test_an_error_in_the_audit_stops_its_letter(eskilstuna_store: Store, tmp_path: Path) -> None:
    new = r.NewRecommendation(
        audit_id=1, ordinal=99, number_in_report="99", report_text="Till ingen"
    )

    with eskilstuna_store.wish() as session:
        add(session, r.Recommendation, new)
    with pytest.raises(RevTrackError, match="The document was not made: "):
        produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut")
    assert not (tmp_path / "ut").exists()


def test_what_cannot_be_made_is_said(eskilstuna_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be made yet"):
        produce(eskilstuna_store, DocumentKind.RISK_INPUT, 1, TODAY, tmp_path)
    kind = DocumentKind.RESPONSE_SUMMARY
    with pytest.raises(UsageError, match="for the whole audit"):
        produce(eskilstuna_store, kind, 1, TODAY, tmp_path, committee_id=1)
