"""What is due by week and quarter, replies apart from actions, and late from the day after."""

import hashlib
import json
from typing import Any

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command

AT = ("--today", "2026-02-16")


def read(outcome: Any) -> Any:  # noqa: ANN401 - whatever JSON it is
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("by", ["week", "quarter"])
@pytest.mark.parametrize("what", [(), ("--actions",), ("--within", "14")])
def test_what_stands_under_weeks_and_quarters_is_what_the_list_has(
    demo: Command, by: str, what: tuple[str, ...]
) -> None:
    flat = read(demo(*AT, "due", *what, "--json"))
    groups = read(demo(*AT, "due", *what, "--by", by, "--json"))
    assert [line for group in groups for line in group["lines"]] == flat
    assert sum(group["count"] for group in groups) == len(flat) > 2
    assert {group["period"] for group in groups} == {by}


def test_replies_stand_under_their_weeks(demo: Command) -> None:
    outcome = demo(*AT, "due", "--by", "week", "--within", "20")
    titles = [line for line in outcome.out.splitlines() if line.startswith("v. ")]
    assert titles == [
        "v. 37 (8–14 september 2025): 1",
        "v. 3 (12–18 januari 2026): 3",
        "v. 7 (9–15 februari 2026): 1",
        "v. 10 (2–8 mars 2026): 1",
    ]


def test_late_actions_are_another_list_than_late_replies(demo: Command) -> None:
    actions = read(demo(*AT, "due", "--actions", "--within", "0", "--json"))
    assert len(actions) == 13
    [first] = [each for each in actions if each["audit"] == "ALV-2022-1" and each["due"] != "2023"]
    assert first == {
        "municipality": "Älvsunda kommun",
        "audit": "ALV-2022-1",
        "committee": "samhällsbyggnadsnämnden",
        "abbreviation": "SBN",
        "recommendations": ["R3"],
        "text": "Införa mall för direktupphandlingar och utbilda beställarna",
        "responsible": "Förvaltningschefen",
        "due": "2023-06",
        "due_on": "2023-06-30",
        "days_late": 962,
    }
    replies = read(demo(*AT, "due", "--within", "0", "--json"))
    assert {each["audit"] for each in replies}.isdisjoint({"ALV-2022-1", "ALV-2023-2"})
    shown = demo(*AT, "due", "--actions", "--within", "0")
    assert shown.err == "13 åtgärder är försenade.\n"
    assert "juni 2023" in shown.out


def test_a_reply_turns_late_by_the_clock_alone(revtrack: Command, awaiting_store: Store) -> None:
    path = awaiting_store.path
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    late = []
    for day in ("2023-03-24", "2023-03-25"):
        lines = read(revtrack("--database", path, "--today", day, "due", "--json"))
        [line] = [each for each in lines if each["abbreviation"] == "KFN"]
        late.append(line["days_late"])
    assert late == [0, 1]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_rows_for_a_spreadsheet_stand_under_no_headings(demo: Command) -> None:
    outcome = demo("due", "--by", "week", "--csv")
    assert (outcome.status, outcome.err) == (2, "Välj --by eller --csv, inte båda.\n")
    rows = demo(*AT, "due", "--actions", "--csv").out.splitlines()
    assert rows[0].startswith(
        '\ufeff"Kommun","Granskning","Titel","Nämnd","Rekommendationer","Vad"'
    )
    assert len(rows) == 19


def test_nothing_to_be_carried_out_is_a_note(awaiting_case: Command) -> None:
    outcome = awaiting_case("due", "--actions")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "Ingenting ska vara genomfört till en känd dag.\n"
