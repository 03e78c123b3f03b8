"""Assessments and recommendations registered by commands."""

import json
from pathlib import Path

from revtrack.services.find import read_case
from revtrack.storage.store import Store
from tests.cli.conftest import Command

LIST = """\
Vi rekommenderar kommunstyrelsen att:
• ta fram en plan, samt
• följa upp den.

Övriga råd:
• Utbilda nya chefer (alla utom KS)
• Redovisa läget
"""


def test_a_report_s_list_becomes_recommendations(
    awaiting_case: Command, awaiting_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "lista.txt"
    path.write_text(LIST, encoding="utf-8")
    before = len(read_case(awaiting_store, 1).recommendations)
    shown = awaiting_case("recommend", "ESK-2022-1", path, "--dry-run", "--json")
    assert [(each["to"], each["text"]) for each in json.loads(shown.out)] == [
        ("KS", "ta fram en plan"),
        ("KS", "följa upp den."),
        ("GSN, GN, KFN, SOCN, SBN, VON", "Utbilda nya chefer"),
        ("KS", "Redovisa läget"),
    ]
    assert len(read_case(awaiting_store, 1).recommendations) == before
    done = awaiting_case("recommend", "ESK-2022-1", path, "--questions", "1, 3–4")
    assert done.status == 0
    assert "4 rekommendationer är tillagda." in done.err
    case = read_case(awaiting_store, 1)
    added = case.recommendations[before:]
    assert [each.number for each in case.questions_of(added[0].id)] == [1, 3, 4]


def test_rows_for_nobody_are_refused_and_nothing_is_stored(
    awaiting_case: Command, awaiting_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "lista.txt"
    path.write_text("• Ta fram en plan (KS)\n• Följ upp\n", encoding="utf-8")
    before = read_case(awaiting_store, 1).recommendations
    refused = awaiting_case("recommend", "ESK-2022-1", path)
    assert refused.status == 2
    assert "Rad 2 anger inga mottagare." in refused.err
    assert read_case(awaiting_store, 1).recommendations == before
    assert awaiting_case("recommend", "ESK-2022-1", path, "--to", "KS–GN").status == 0
    path.write_text("  \n", encoding="utf-8")
    assert awaiting_case("recommend", "ESK-2022-1", path).status == 2


def test_a_step_is_registered_and_taken_away(awaiting_case: Command, awaiting_store: Store) -> None:
    done = awaiting_case(
        "assess", "ESK-2022-1", "1,3", "mostly", "--of", "KS", "--phrase", "i stort"
    )
    assert (done.status, "2 bedömningar är sparade." in done.err) == (0, True)
    shown = awaiting_case("show", "ESK-2022-1")
    assert shown.out.count("I huvudsak: ”i stort”") == 2
    assert awaiting_case("assess", "ESK-2022-1", "1", "none").status == 0
    case = read_case(awaiting_store, 1)
    assert case.assessments_of(case.questions[0].id) == ()
    assert "99" in awaiting_case("assess", "ESK-2022-1", "99", "no").err
    assert awaiting_case("assess", "ESK-2022-1", "1", "no", "--of", "KF").status == 2
