"""Sök: what is found over all audits is what the rules and the texts say, whatever changed."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.domain.filtering import parse_filter
from revtrack.domain.follow_up import addressee_lines, followed_apart
from revtrack.domain.outcome.listed import listed_lines
from revtrack.domain.searching import FoundIn, snippet
from revtrack.domain.texts.prose import name_key
from revtrack.domain.undoing import Direction
from revtrack.forms.found_by import addressee_facts
from revtrack.services.database.opening import open_store
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.services.searching import Register
from revtrack.services.undoing import see_turn, take_turn
from revtrack.services.watch import list_actions, list_audits, list_due
from revtrack.storage.rows import add, change, remove, some
from revtrack.storage.search_tables import rebuild
from revtrack.storage.store import Store
from revtrack.wording.filter_names import filter_names
from tests.conftest import TESTER

TODAY = date(2026, 2, 16)


@pytest.fixture
def register(demo_store: Store) -> Iterator[Register]:
    with closing(Register(demo_store)) as opened:
        opened.prepare()
        yield opened


@pytest.fixture(scope="module")
def searched(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The same, for those that only search."""
    path = tmp_path_factory.mktemp("searched") / "register.db"
    shutil.copyfile(demo_database, path)
    store = open_store(path, TESTER)
    with closing(Register(store)) as opened:
        opened.prepare()
        yield opened
    store.close()


@pytest.fixture(scope="module")
def cases(demo_database: Path) -> tuple[AuditCase, ...]:
    """Every audit, as the other screens have it."""
    store = open_store(demo_database, TESTER, read_only=True)
    found = tuple(read_case(store, each.audit_id) for each in list_audits(store, TODAY))
    store.close()
    return found


def _asked(register: Register, typed: str) -> set[int]:
    return set(register.find_lines(parse_filter(typed, filter_names()), TODAY))


def _texts(register: Register, typed: str) -> list[tuple[FoundIn, str]]:
    numbers = register.find_texts(parse_filter(typed, filter_names()))
    return [(hit.kind, hit.text) for hit in register.hits(numbers)]


# ---- lines


@pytest.mark.parametrize(
    "typed",
    [
        "nämnd:SN",
        "-nämnd:SN",
        "nämnd:KS,SN",
        "nämnd:social",
        "kommun:älv",
        "kommun:esk",
        "granskning:ALV-2025-1",
        "år:2025",
        "år:<2025",
        "år:2022..2024",
        "nr:R1",
        "nr:R1,R3",
        "status:öppen",
        "status:kvarstår",
        "-status:avslutad",
        "status:svar",
        "prioritet:hög",
        "-prioritet:låg",
        "ställning:instämmer",
        'ställning:"ej genomgånget"',
        "framsteg:pågår",
        "bedömning:delvis",
        "bedömning:ej",
        "ansvarig:chef",
        "öppen",
        "nämnd:SN -öppen",
        "nämnd:finnsej",
    ],
)
def test_a_filter_keeps_what_it_keeps_on_every_other_screen(
    searched: Register, cases: tuple[AuditCase, ...], typed: str
) -> None:
    names = filter_names()
    if (field := typed.lstrip("-").split(":")[0]) not in names:
        pytest.fail(f"{field} is no field; there are {sorted(names)}")
    asked = parse_filter(typed, names)
    kept = set()
    for case in cases:
        for line in followed_apart(addressee_lines(case)):
            if asked.keeps("", addressee_facts(case, line)):
                kept.add(line.addressee.id)
    assert _asked(searched, typed) == kept


def test_the_status_open_is_what_is_asked_and_not_closed(searched: Register) -> None:
    assert _asked(searched, "status:öppen") == _asked(searched, "öppen") != set()


def test_late_is_where_a_reply_or_an_action_is_late(register: Register, demo_store: Store) -> None:
    replies = {
        (each.audit_id, each.committee_id) for each in list_due(demo_store, TODAY) if each.is_late
    }
    actions = {each.audit_id for each in list_actions(demo_store, TODAY) if each.is_late}
    found = register.lines(list(_asked(register, "försenad")))
    assert {(each.audit_id, each.committee_id) for each in found} >= replies != set()
    assert {each.audit_id for each in found} == {audit for audit, _ in replies} | actions
    assert all(each.is_late(TODAY) for each in found)
    others = register.lines(list(_asked(register, "-försenad")))
    assert not any(each.is_late(TODAY) for each in others)


def test_words_find_what_the_row_says(searched: Register) -> None:
    every = searched.lines(list(_asked(searched, "")))
    theirs = {each.addressee_id for each in every if each.committee == "socialnämnden"}
    assert _asked(searched, "socialnämnden") >= theirs != set()
    assert _asked(searched, "SN") >= {e.addressee_id for e in every if e.abbreviation == "SN"}
    with_word = {each.addressee_id for each in every if "rutin" in name_key(each.text)}
    assert _asked(searched, "rutin") >= with_word != set()
    assert _asked(searched, "rutin") & _asked(searched, "-rutin") == set()
    assert _asked(searched, "r") == _asked(searched, "")


def test_lines_are_in_order_of_year_audit_and_number(searched: Register) -> None:
    lines = searched.lines(list(searched.find_lines(parse_filter("", {}), TODAY)))
    years = [line.year for line in lines]
    assert years == sorted(years, reverse=True)
    one = [line.number for line in lines if line.audit == "ALV-2025-1"]
    assert one[0] == "R1"
    first = searched.find_lines(parse_filter("", {}), TODAY, limit=3)
    assert list(first) == [line.addressee_id for line in lines[:3]]


def _kept(store: Store) -> set[tuple[object, ...]]:
    columns = "audit_id, place, addressee_id, number, standing, position, progress, verdict"
    with store.reading() as session:
        rows = session.connection().exec_driver_sql(f"SELECT {columns} FROM search_line")  # noqa: S608 - ours
        return {tuple(row) for row in rows}


def _right(store: Store) -> set[tuple[object, ...]]:
    names = ("audit_id", "place", "addressee_id", "number", "standing", "position", "progress")
    return {
        tuple(getattr(line, name) for name in (*names, "verdict"))
        for audit in list_audits(store, TODAY)
        for line in listed_lines(read_case(store, audit.audit_id))
    }


def test_lines_follow_every_change_and_its_undoing(register: Register, demo_store: Store) -> None:
    assert _kept(demo_store) == _right(demo_store)
    with demo_store.wish() as session:
        for addressee in some(session, r.Addressee)[:7]:
            change(session, addressee, asked=not addressee.asked)
        for answer in some(session, r.Answer)[:9]:
            remove(session, answer)
    before = _kept(demo_store)
    register.prepare()
    assert _kept(demo_store) == _right(demo_store) != before
    take_turn(demo_store, see_turn(demo_store, Direction.UNDO))
    register.prepare()
    assert _kept(demo_store) == _right(demo_store)


def test_what_is_made_for_searching_is_no_change_of_the_register(demo_store: Store) -> None:
    before = list_history(demo_store)
    with closing(Register(demo_store)) as register:
        register.prepare()
    assert list_history(demo_store) == before
    assert verify(demo_store) == ()


def test_a_register_that_is_only_read_is_searched_as_it_is(demo_store: Store) -> None:
    with demo_store.wish() as session:
        change(session, some(session, r.Recommendation)[0], number_in_letter="R99")
    path: Path = demo_store.path
    before = path.read_bytes()
    store = open_store(path, TESTER, read_only=True)
    with closing(Register(store)) as register:
        register.prepare()
        assert _asked(register, "nr:R99") != set()
        assert len(_asked(register, "")) == len(_right(store))
    store.close()
    assert path.read_bytes() == before


# ---- texts


def _note(store: Store, text: str) -> r.ReplyCaseNote:
    with store.wish() as session:
        case = some(session, r.ReplyCase)[0]
        new = r.NewReplyCaseNote(reply_case_id=case.id, noted_on=TODAY, text=text)
        return add(session, r.ReplyCaseNote, new)


def test_a_word_is_found_however_it_is_inflected_and_inside_compounds(
    register: Register, demo_store: Store
) -> None:
    texts = ["Två Upphandlingar", "En direktupphandling", "Handla upp"]
    for text in texts:
        _note(demo_store, text)
    found = [text for kind, text in _texts(register, "upphandling") if kind is FoundIn.NOTE]
    assert found == ["En direktupphandling", "Två Upphandlingar"]


def test_two_letters_find_the_beginnings_of_words(register: Register, demo_store: Store) -> None:
    for text in ("IT saknas", "kritisk brist"):
        _note(demo_store, text)
    assert (FoundIn.NOTE, "IT saknas") in _texts(register, "it")
    assert (FoundIn.NOTE, "kritisk brist") not in _texts(register, "it")
    assert _texts(register, "it saknas")[-1] == (FoundIn.NOTE, "IT saknas")
    assert (FoundIn.NOTE, "IT saknas") not in _texts(register, "it -saknas")


def test_swedish_letters_are_letters_of_their_own(register: Register, demo_store: Store) -> None:
    _note(demo_store, "Ringde på måndag om hörseln")
    assert (FoundIn.NOTE, "Ringde på måndag om hörseln") in _texts(register, "HÖRSEL")
    assert (FoundIn.NOTE, "Ringde på måndag om hörseln") not in _texts(register, "horsel")
    assert _texts(register, '"på måndag om"')[-1][0] is FoundIn.NOTE


def test_what_is_changed_is_found_by_its_new_words_only(
    register: Register, demo_store: Store
) -> None:
    note = _note(demo_store, "xylofonmusik")
    assert len(_texts(register, "xylofon")) == 1
    with demo_store.wish() as session:
        note = change(session, note, text="trumpet och zebra")
    assert _texts(register, "xylofon") == []
    assert len(_texts(register, "zebra")) == 1
    take_turn(demo_store, see_turn(demo_store, Direction.UNDO))
    assert len(_texts(register, "xylofon")) == 1
    with demo_store.wish() as session:
        remove(session, some(session, r.ReplyCaseNote, order_by=())[-1])
    assert _texts(register, "xylofon") == []


@pytest.mark.parametrize("typed", ['"', "'", '""', "*", "AND", "a*", "(((", "NEAR(", "--", "%_"])
def test_signs_of_other_languages_are_only_signs(searched: Register, typed: str) -> None:
    _texts(searched, typed)
    _asked(searched, typed)


def test_a_hit_tells_where_it_stands(searched: Register) -> None:
    numbers = searched.find_texts(parse_filter("risk", {}))
    hits = searched.hits(numbers)
    assert [hit.kind for hit in hits] == sorted((hit.kind for hit in hits), key=list(FoundIn).index)
    told = next(hit for hit in hits if hit.kind is FoundIn.RECOMMENDATION)
    assert told.number is not None
    assert told.committees != ()
    assert told.audit.startswith("ALV-")
    assert all("risk" in name_key(hit.text) for hit in hits)
    page = searched.find_texts(parse_filter("risk", {}), limit=2)
    rest = searched.find_texts(parse_filter("risk", {}), before=page[-1])
    assert list(page) + list(rest) == list(numbers)


def test_the_auditors_notes_on_answers_are_not_searched(
    register: Register, demo_store: Store
) -> None:
    with demo_store.wish() as session:
        change(session, some(session, r.Answer)[0], review_note="hemligstämplad xylofon")
    assert _texts(register, "xylofon") == []


def test_texts_are_searched_by_words_alone(searched: Register) -> None:
    with pytest.raises(UsageError, match="by words alone"):
        _texts(searched, "nämnd:SN risk")
    assert _texts(searched, "") == _texts(searched, "r") == []


def test_the_search_tables_can_be_made_again(register: Register, demo_store: Store) -> None:
    before = _texts(register, "och")
    with demo_store.preparing() as session:
        rebuild(session.connection())
    assert _texts(register, "och") == before != []
    register.prepare()
    assert _kept(demo_store) == _right(demo_store)


def test_a_snippet_is_cut_around_the_word() -> None:
    text = "Ett långt stycke " * 20 + "om direktupphandling\noch mer " + "text " * 50
    cut = snippet(text, ("upphandling",), 60)
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert "direktupphandling och mer" in cut
    assert snippet("Kort", ("x",), 60) == "Kort"
