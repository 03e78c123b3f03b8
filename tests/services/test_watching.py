"""The watch list says the same of each reply as the audit itself does."""

from datetime import date
from pathlib import Path

import pytest

from revtrack.documents import phrases
from revtrack.documents.tables.watch_list import is_late
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.services import find, watch
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.register import produce_watch_list
from revtrack.storage.audits import list_audits, load_case, load_cases
from revtrack.storage.store import Store
from revtrack.storage.watching import watched
from tests.documents.flatten import excel_rows

TODAY = date(2026, 2, 16)


def test_a_line_says_what_the_audit_says_of_the_reply(demo_store: Store) -> None:
    with demo_store.reading() as session:
        audits = list_audits(session)
        cases = [load_case(session, each.id) for each in audits]
        assert list(load_cases(session, audits)) == cases
    expected = {}
    for case in cases:
        for line in reply_lines(case, TODAY):
            late = line.days_late
            if line.supplement_due_on is not None:
                late = line.supplement_days_late
            key = (case.audit.title, phrases.capital_name(line.committee))
            expected[key] = (line.state, late, line.extended_to, line.unanswered, line.has_come)
    found = {
        (each.title, phrases.capital(each.committee, each.committee_kind)): (
            *(each.state, each.days_late, each.extended_to, each.unanswered, each.has_come),
        )
        for each in watched(demo_store, None, TODAY)
    }
    assert found == expected


def test_what_is_late_is_what_is_due_and_late(demo_store: Store) -> None:
    late = sum(map(is_late, watched(demo_store, None, TODAY)))
    assert late == sum(line.is_late for line in watch.list_due(demo_store, TODAY)) > 0


def test_the_list_of_one_municipality_and_of_all(demo_store: Store, tmp_path: Path) -> None:
    (every,) = produce_watch_list(demo_store, TODAY, tmp_path)
    assert every.path.name == "2026-02-16_Alla-huvudmän_Bevakningslista.xlsx"
    (again,) = produce_watch_list(demo_store, TODAY, tmp_path)
    assert not again.is_new
    assert find.find_municipality_or_all(demo_store, "Älvsunda") is not None
    town = find.find_municipality(demo_store, "Älvsunda")
    (own,) = produce_municipal(demo_store, DocumentKind.WATCH_LIST, town, TODAY, tmp_path)
    rows = excel_rows(own.path.read_bytes(), "Bevakning")[1:]
    assert {row[0] for row in rows} == {"Älvsunda kommun"}
    assert len(rows) <= len(excel_rows(every.path.read_bytes(), "Bevakning")) - 1


def test_a_year_is_the_latest_unless_another_is_asked_for(
    demo_store: Store, tmp_path: Path
) -> None:
    town = find.find_municipality(demo_store, "Älvsunda")
    kind = DocumentKind.ANNUAL_SUMMARY
    made = produce_municipal(demo_store, kind, town, TODAY, tmp_path)
    assert [each.path.name for each in made] == [
        "2026-02-16_Älvsunda-kommun_Årssammanställning_2025.docx",
        "2026-02-16_Älvsunda-kommun_Årssammanställning_2025.xlsx",
    ]
    with pytest.raises(UsageError, match="no audit of the audit year 1999"):
        produce_municipal(demo_store, kind, town, TODAY, tmp_path, year=1999)
