"""Documents are made from the register, beside what is there, and each is noted."""

import hashlib
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.documents.office.shipped import templates_folder
from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, PersonRole, Role
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.file_names import MAX_BYTES
from revtrack.services.database.opening import open_store
from revtrack.services.find import committee_in, find_audit, find_municipality, read_case
from revtrack.services.history import list_history, verify
from revtrack.services.papers.clerk_makers import FOR_CLERKS, in_role_for
from revtrack.services.papers.makers import MAKERS, ON_OCCASION, ONLY_PER_COMMITTEE
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import FOR_AUDITORS, MUNICIPAL, WITH_NEWS
from revtrack.services.papers.municipal_makers import PER_COMMITTEE as OF_A_COMMITTEE
from revtrack.services.papers.produce import produce
from revtrack.services.replies.respond import add_note
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change, one
from revtrack.storage.store import Store
from tests.conftest import TESTER
from tests.documents.flatten import plain_spaces, word_lines
from tests.services.faults import Faults

TODAY = date(2023, 6, 1)
TABLE = DocumentKind.RECOMMENDATION_TABLE
LETTER = DocumentKind.COVER_LETTER
ALWAYS = [kind for kind in MAKERS if kind not in ON_OCCASION]


def _files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.exists() else {}


def _documents(store: Store) -> tuple[r.Document, ...]:
    return read_case(store, 1).documents


def _note(store: Store) -> None:
    add_note(store, r.NewReplyCaseNote(reply_case_id=1, noted_on=TODAY, text="ringde"))


@pytest.mark.parametrize("kind", ALWAYS)
def test_every_kind_is_made_and_noted_and_the_same_facts_make_the_same_bytes(
    eskilstuna_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    folder = tmp_path / "ut"
    made = produce(in_role_for(eskilstuna_store, kind), kind, 1, TODAY, folder)
    files = _files(folder)
    assert sorted(each.path.name for each in made) == sorted(files)
    committees = 7 if kind in ONLY_PER_COMMITTEE else 1
    assert [each.path.suffix for each in made] == list(MAKERS[kind]) * committees
    assert all(each.is_new for each in made)
    noted = {each.file_name: each for each in _documents(eskilstuna_store)}
    assert noted.keys() == files.keys()
    for name, content in files.items():
        assert noted[name].content_hash == hashlib.sha256(content).hexdigest()
        assert (noted[name].kind, noted[name].edition, noted[name].made_on) == (kind, 1, TODAY)
        assert re.fullmatch(r"[1-9][0-9]*-[0-9a-f]{16}", noted[name].stamp)
    assert verify(eskilstuna_store) == ()
    produce(in_role_for(eskilstuna_store, kind), kind, 1, TODAY, tmp_path / "två")
    assert _files(tmp_path / "två") == files


@pytest.mark.parametrize("kind", FOR_CLERKS)
@pytest.mark.parametrize("role", [PersonRole.EXPERT, PersonRole.ELECTED_AUDITOR])
def test_only_clerks_make_what_a_committee_decides_by(
    eskilstuna_store: Store, tmp_path: Path, kind: DocumentKind, role: PersonRole
) -> None:
    store = replace(eskilstuna_store, person=replace(TESTER, role=role))
    with pytest.raises(RevTrackError, match="is the committee's own paper, made by its clerk"):
        produce(store, kind, 1, TODAY, tmp_path)
    assert _files(tmp_path) == {"eskilstuna.db": _files(tmp_path)["eskilstuna.db"]}


def test_a_committee_has_nothing_to_decide_before_there_is_a_letter(
    demo_store: Store, tmp_path: Path
) -> None:
    draft = find_audit(demo_store, "ALV-2025-4")
    kind = DocumentKind.OFFICIAL_MEMO
    with pytest.raises(RevTrackError, match="has nothing to answer yet"):
        produce(in_role_for(demo_store, kind), kind, draft.id, TODAY, tmp_path / "ut")


@pytest.mark.parametrize("kind", sorted(FOR_AUDITORS))
def test_clerks_do_not_get_the_auditors_own_papers(
    demo_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    clerk = replace(demo_store, person=replace(TESTER, role=PersonRole.CLERK))
    town = find_municipality(demo_store, "Älvsunda")
    committee = committee_in(demo_store, town, "KS") if kind in OF_A_COMMITTEE else None
    with pytest.raises(RevTrackError, match="own working paper; you work as a clerk"):
        produce_municipal(clerk, kind, town, TODAY, tmp_path / "ut", committee=committee)


@pytest.mark.parametrize("kind", sorted(set(MUNICIPAL) - WITH_NEWS))
def test_a_day_to_tell_news_from_is_refused_where_no_news_are_told(
    demo_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    town = find_municipality(demo_store, "Älvsunda")
    committee = committee_in(demo_store, town, "KS") if kind in OF_A_COMMITTEE else None
    with pytest.raises(UsageError, match="does not tell what is new; --since"):
        produce_municipal(
            demo_store, kind, town, TODAY, tmp_path / "ut", committee=committee, since=TODAY
        )


def test_the_brief_for_a_meeting_begins_at_the_auditors_last_one(
    demo_store: Store, tmp_path: Path
) -> None:
    town, day = find_municipality(demo_store, "Älvsunda"), date(2026, 2, 16)
    (made,) = produce_municipal(demo_store, DocumentKind.MEETING_BRIEF, town, day, tmp_path / "ut")
    told = plain_spaces("\n".join(word_lines(made.path.read_bytes())))
    assert "Rubrik 1: Underlag till revisorernas sammanträde den 19 februari 2026" in told
    assert "från och med den 12 februari 2026, då revisorerna senast sammanträdde." in told


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


def _each(store: Store, folder: Path, kind: DocumentKind = LETTER) -> dict[str, str]:
    """Make one for each committee and return the committees' names by the files' own part."""
    made = produce(store, kind, 1, TODAY, folder, per_committee=True)
    assert len(_files(folder)) == len(made) == len(_documents(store))
    return {
        each.path.stem.split("_", 4)[-1]: each.committee.name for each in made if each.committee
    }


def _rename(store: Store, number: int, **fields: object) -> r.Committee:
    with store.wish() as session:
        return change(session, one(session, r.Committee, number), **fields)


def test_committees_with_one_abbreviation_each_get_their_letter(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    committees = read_case(eskilstuna_store, 1).committees
    first, second = (each for each in committees if each.abbreviation in {"GSN", "GN"})
    _rename(eskilstuna_store, second.id, abbreviation="Gsn")
    named = _each(eskilstuna_store, tmp_path / "ut")
    assert list(named)[:4] == ["KS", "grundskolenämnden", "gymnasienämnden", "KFN"]
    again = produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut", committee_id=second.id)
    assert [(each.path.name.split("_", 4)[-1], each.is_new) for each in again] == [
        ("gymnasienämnden.docx", False)
    ]
    assert first.name == named["grundskolenämnden"]


@pytest.mark.parametrize(
    ("one_name", "other_name"),
    [
        (f"{'nämnden för lång ' * 8}A", f"{'nämnden för lång ' * 8}B"),
        ("Barn & utbildning", "Barn / utbildning"),
        ("NÄMNDEN", "nämnden"),
        ("日本", "中国"),
    ],
    ids=["long", "signs", "case", "other letters"],
)
def test_committees_whose_names_a_file_cannot_tell_apart_each_get_their_letter(
    eskilstuna_store: Store, tmp_path: Path, one_name: str, other_name: str
) -> None:
    committees = read_case(eskilstuna_store, 1).committees
    first, second = (each for each in committees if each.abbreviation in {"GSN", "GN"})
    _rename(eskilstuna_store, first.id, name=one_name, abbreviation=None)
    _rename(eskilstuna_store, second.id, name=other_name, abbreviation=None)
    before = _each(eskilstuna_store, tmp_path / "ut")
    assert {one_name.strip(), other_name.strip()} <= set(before.values())
    assert len({name.casefold() for name in before}) == 7
    files = _files(tmp_path / "ut")
    assert all(len(name.encode()) <= MAX_BYTES for name in files)
    again = produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut", per_committee=True)
    assert not any(each.is_new for each in again)
    assert _files(tmp_path / "ut") == files


def _inform(store: Store) -> r.Committee:
    """Add a committee that the letter is sent to for information only."""
    with store.wish() as session:
        new = r.NewCommittee(municipality_id=1, ordinal=99, name="valnämnden", abbreviation="VN")
        committee = add(session, r.Committee, new)
        add(
            session,
            r.AuditCommittee,
            r.NewAuditCommittee(audit_id=1, committee_id=committee.id, role=Role.FOR_INFORMATION),
        )
        return committee


@pytest.mark.parametrize("kind", [LETTER, TABLE])
def test_who_is_only_informed_gets_none_of_its_own(
    eskilstuna_store: Store, tmp_path: Path, kind: DocumentKind
) -> None:
    committee = _inform(eskilstuna_store)
    assert committee.name not in _each(eskilstuna_store, tmp_path / "ut", kind).values()


def test_who_is_asked_for_a_reply_to_nothing_gets_a_letter_but_no_table(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    committee = _inform(eskilstuna_store)
    with eskilstuna_store.wish() as session:
        add(session, r.ReplyCase, r.NewReplyCase(audit_id=1, committee_id=committee.id))
    letters = produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path, per_committee=True)
    tables = produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path, per_committee=True)
    assert len([each for each in letters if each.committee == committee]) == 1
    assert not [each for each in tables if each.committee == committee]


def test_a_letter_by_way_of_the_council_is_one_but_each_gets_a_table(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    with eskilstuna_store.wish() as session:
        change(session, one(session, r.Letter, 1), via_council=True)
    with pytest.raises(RevTrackError, match="in one copy only"):
        produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut", per_committee=True)
    assert not (tmp_path / "ut").exists()
    assert len(_each(eskilstuna_store, tmp_path / "ut", TABLE)) == 7


def _small_audit(store: Store) -> None:
    with store.wish() as session:
        add(session, r.Municipality, r.NewMunicipality(name="Provinge kommun"))
        new = r.NewAudit(municipality_id=1, reference="P-1", title="Skolmat", audit_year=2022)
        add(session, r.Audit, new)


def test_where_there_is_nobody_one_for_each_is_refused(empty_store: Store, tmp_path: Path) -> None:
    _small_audit(empty_store)
    for kind in (LETTER, TABLE):
        with pytest.raises(RevTrackError, match="P-1 has no committee to make one each for"):
            produce(empty_store, kind, 1, TODAY, tmp_path / "ut", per_committee=True)
    assert not (tmp_path / "ut").exists()


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
    monkeypatch.setattr("revtrack.documents.office.shipped._PACKAGE", tmp_path)
    before = list_history(eskilstuna_store)
    with pytest.raises(RevTrackError, match=r"The template .*missiv\.docx could not be read"):
        produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut")
    assert list_history(eskilstuna_store) == before
    assert not (tmp_path / "ut").exists()


def _to_nobody(store: Store) -> r.Recommendation:
    new = r.NewRecommendation(
        audit_id=1, ordinal=99, number_in_report="99", report_text="Till ingen"
    )
    with store.wish() as session:
        return add(session, r.Recommendation, new)


def test_an_error_in_the_audit_stops_its_letter(eskilstuna_store: Store, tmp_path: Path) -> None:
    _to_nobody(eskilstuna_store)
    with pytest.raises(RevTrackError, match="The document was not made: 99 riktas inte till någon"):
        produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path / "ut")
    assert not (tmp_path / "ut").exists()


def test_an_error_that_is_confirmed_as_meant_stops_nothing(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    lost = _to_nobody(eskilstuna_store)
    new = r.NewConfirmation(
        audit_id=1,
        code="without_recipient",
        recommendation_id=lost.id,
        reason="dras tillbaka",
        confirmed_on=TODAY,
    )
    with eskilstuna_store.wish() as session:
        add(session, r.Confirmation, new)
    assert produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / "ut")


def test_an_error_stops_only_the_documents_that_it_is_about(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    with eskilstuna_store.wish() as session:
        case = load_case(session, 1)
        recommendation = next(
            each
            for each in case.recommendations
            if each.number_in_letter and 0 < len(case.committees_of(each.id)) < len(case.committees)
        )
        change(session, recommendation, letter_text=None)
    concerned = set(case.committees_of(recommendation.id))
    refused = f"{recommendation.number_in_letter} står i missivet, men"
    for committee in LetterFacts(case, TODAY).all_recipients:
        wish = partial(produce, committee_id=committee.id)
        if committee in concerned:
            with pytest.raises(RevTrackError, match=refused):
                wish(eskilstuna_store, LETTER, 1, TODAY, tmp_path)
        else:
            (made,) = wish(eskilstuna_store, LETTER, 1, TODAY, tmp_path)
            assert made.is_new
    before = _files(tmp_path)
    with pytest.raises(RevTrackError, match="The document was not made"):
        produce(eskilstuna_store, LETTER, 1, TODAY, tmp_path, per_committee=True)
    assert _files(tmp_path) == before


def test_a_commit_that_fails_takes_the_files_away(
    eskilstuna_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("revtrack.storage.engine.BUSY_TIMEOUT_MS", 50)
    with closing(sqlite3.connect(eskilstuna_store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM audit").fetchall()
        with pytest.raises(RevTrackError, match=r"Nothing was changed; try again later\."):
            produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / "ut")
    assert not (tmp_path / "ut").exists()
    assert _documents(eskilstuna_store) == ()
    assert all(each.is_new for each in produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / "ut"))
    assert len(_documents(eskilstuna_store)) == 2


def test_a_document_that_lies_there_and_is_not_noted_is_noted(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    copy = tmp_path / "kopia.db"
    shutil.copyfile(eskilstuna_store.path, copy)
    produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / "ut")
    files = _files(tmp_path / "ut")
    other = open_store(copy, eskilstuna_store.person)
    made = produce(other, TABLE, 1, TODAY, tmp_path / "ut")
    assert [each.is_new for each in made] == [False, False]
    assert _files(tmp_path / "ut") == files
    assert {each.file_name: each.content_hash for each in _documents(other)} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    other.close()


def test_the_same_document_in_another_folder_is_written_but_not_noted_again(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / "ett")
    made = produce(eskilstuna_store, TABLE, 1, TODAY, tmp_path / "två")
    assert all(each.is_new for each in made)
    assert _files(tmp_path / "två") == _files(tmp_path / "ett")
    assert len(_documents(eskilstuna_store)) == 2


def test_a_fault_at_any_step_leaves_nothing_or_all(
    empty_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _small_audit(empty_store)
    path = tmp_path / "register.db"
    faults = Faults(monkeypatch)
    for place, fault in enumerate(faults.one_after_another()):
        folder = tmp_path / str(place) / "ut"
        shutil.copyfile(empty_store.path, path)
        store = open_store(path, TESTER)
        faults.watch(store.engine)
        try:
            with fault:
                produce(store, TABLE, 1, TODAY, folder)
        except RevTrackError:
            assert not folder.parent.exists(), place
            assert _documents(store) == (), place
        else:
            assert len(_files(folder)) == 2, place
            assert {each.file_name for each in _documents(store)} == _files(folder).keys(), place
        store.close()
    assert {"mkdir", "open", "fsync", "link", "INSERT", "DELETE", "COMMIT"} <= faults.met


def test_what_cannot_be_made_is_said(eskilstuna_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be made yet"):
        produce(eskilstuna_store, DocumentKind.RISK_INPUT, 1, TODAY, tmp_path)
    kind = DocumentKind.RESPONSE_SUMMARY
    with pytest.raises(UsageError, match="for the whole audit"):
        produce(eskilstuna_store, kind, 1, TODAY, tmp_path, committee_id=1)
