"""A file may hold papers of several audits: they are told apart, and read in one at a time."""

from datetime import date
from pathlib import Path

import pytest

from revtrack.domain.codes import PaperKind, Position
from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.services.find import read_case
from revtrack.services.reading_in.read_file import only_of, read_beside, read_file
from revtrack.services.reading_in.taking import guess, save_taken, see_taking
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.services.watch import see_overview
from revtrack.storage.store import Store
from revtrack.wording import sentence
from tests.services.reading_in.papers import TODAY
from tests.services.reading_in.several_audits import (
    BODIES,
    TOWN,
    file_of_several,
    reports_that_recommend_the_same,
)

TITLES = [
    "Granskning av hemtjänstens bemanning",
    "Granskning av kommunens krisberedskap",
    "Granskning av skolornas lokaler",
]


@pytest.fixture
def several(tmp_path: Path) -> Path:
    path = tmp_path / "handlingar.txt"
    path.write_bytes(file_of_several())
    return path


def test_the_audits_of_a_file_are_told_with_where_they_begin(several: Path) -> None:
    found = read_file(several, None)
    assert [each.title for each in found.audits] == TITLES
    assert [each.line for each in found.audits] == [5, 39, 73]
    kinds = [each.kind for each in found.parts]
    assert kinds == [
        *[PaperKind.REPORT, PaperKind.COVER_LETTER] * 3,
        *[PaperKind.COUNCIL_DECISION] * 3,
    ]
    assert [each.number for each in found.recommendations] == ["1", "2", "3", "4", "5", "6"]
    (told,) = [each for each in found.doubts if each.code == "several_audits"]
    assert sentence(told.message, told.facts) == (
        "Filen innehåller handlingar från 3 granskningar, som här visas som en: "
        f"1. {TITLES[0]}; 2. {TITLES[1]}; 3. {TITLES[2]}. Läs in en i taget."
    )
    assert told.line == 39


def test_one_of_them_is_its_report_its_letter_and_the_reply_to_it(several: Path) -> None:
    found = read_file(several, None, only=2)
    assert found.title is not None
    assert found.title.value == TITLES[1]
    assert not found.audits
    assert not found.doubts
    assert [each.kind for each in found.parts] == [
        PaperKind.REPORT,
        PaperKind.COVER_LETTER,
        PaperKind.COUNCIL_DECISION,
    ]
    assert [(each.text, each.letter_committees) for each in found.recommendations] == [
        ("Öva krisledningsnämnden varje år", ("Kommunstyrelsen",)),
        ("Uppdatera risk- och sårbarhetsanalysen", ("Kommunstyrelsen",)),
    ]
    (reply,) = found.responses
    assert reply.paragraph is not None
    assert reply.paragraph.value == "42"
    assert {each.position for each in reply.answers} == {Position.AGREES}


def test_reports_that_end_alike_lose_nothing_to_the_feet_of_pages(tmp_path: Path) -> None:
    path = tmp_path / "rapporter.txt"
    path.write_bytes(reports_that_recommend_the_same())
    found = read_file(path, None)
    assert len(found.audits) == 10
    assert [each.number for each in found.recommendations] == [str(n) for n in range(1, 21)]
    last = read_file(path, None, only=10)
    assert last.title is not None
    assert last.title.value == "Granskning av vikarier"
    assert len(last.recommendations) == 2


@pytest.mark.parametrize("only", [0, 4])
def test_an_audit_that_the_file_does_not_hold_is_refused(several: Path, only: int) -> None:
    with pytest.raises(UsageError) as refused:
        read_file(several, None, only=only)
    assert sentence(refused.value.message, refused.value.values) == (
        "handlingar.txt innehåller handlingar från 3 granskningar; välj en av dem med dess "
        "nummer, 1–3."
    )


def test_a_file_of_one_audit_has_no_number_to_choose_by(tmp_path: Path) -> None:
    path = tmp_path / "rapport.txt"
    path.write_bytes(file_of_several().split(b"\f")[0])
    assert not read_file(path, None).audits
    with pytest.raises(UsageError) as refused:
        read_file(path, None, only=1)
    assert sentence(refused.value.message, refused.value.values) == (
        "rapport.txt innehåller handlingar från bara en granskning."
    )


def test_each_becomes_an_audit_of_its_own_with_the_file_attached(
    several: Path, empty_store: Store
) -> None:
    store = empty_store
    set_up_municipality(store, SetUp(TOWN, listed_committees(BODIES)))
    whole = read_beside(several, store)
    together = see_taking(store, whole, TODAY, guess(store, whole))
    assert not together.with_all_sure().filled
    for only in (1, 2, 3):
        file = only_of(whole, store, only)
        target = guess(store, file)
        assert target.audit_id is None
        taking = see_taking(store, file, TODAY, target).with_all_sure().turned("head.audit_year")
        assert save_taken(store, file, taking, TODAY).is_attached
    made = [each.audit_id for each in see_overview(store, TODAY).audits]
    cases = {case.audit.title: case for case in (read_case(store, each) for each in made)}
    assert sorted(cases) == TITLES
    replies = {title: [each.decided_on for each in case.responses] for title, case in cases.items()}
    assert replies == {
        TITLES[0]: [date(2024, 6, 1)],
        TITLES[1]: [date(2024, 6, 2)],
        TITLES[2]: [date(2024, 6, 3)],
    }
    assert guess(store, only_of(whole, store, 3)).audit_id == cases[TITLES[2]].audit.id
