"""The traps of the real case are found, each by code and place, and a clean audit is silent."""

from datetime import date
from itertools import chain

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.services.checking import check_each, key_of
from revtrack.services.watch import list_actions
from revtrack.storage.store import Store
from revtrack.wording import word_problem
from tests.domain.clean import rich_clean_case

TODAY = date(2026, 2, 16)

TRAPS: dict[int, tuple[str, ...]] = {
    1: ("omitted_from_letter:6",),
    2: ("report_against_itself:6",),
    3: ("wording_editorial:R4", "report_differs_in_form:R4"),
    4: ("restated_in_form:R3:KS", "restated_in_form:R3"),
    5: (
        "restated_in_form:R2:KS",
        "restated_in_form:R4:KS",
        "restated_in_form:R4",
        "restated_in_form:R8:KFN",
        "restated_in_form:R9:KFN",
        "restated_in_form:R9:SOCN",
    ),
    6: ("recipient_lost_in_reporting:R6:GSN", "recipient_lost_in_reporting:R6:GN"),
    7: ("not_addressed:R6:GSN", "not_addressed:R6:GN"),
    8: ("implied_action:R6:GSN", "implied_action:R6:GN"),
    9: ("addressed_to_administration:GSN", "addressed_to_administration:GN"),
    10: ("same_text:GN",),
    11: (
        *(f"missing_meeting_day:{each}" for each in ("KS", "GSN", "GN", "KFN")),
        *(f"missing_meeting_day:{each}" for each in ("SOCN", "SBN", "VON")),
        "council_day_missing",
    ),
    12: ("paragraph_shared",),
    13: ("diary_year_differs:KFN", "diary_number_shared"),
    14: ("placeholder_text:GSN",),
    17: ("unknown_grantor:KFN",),
    21: ("promise_passed:R6:SOCN",),
    22: ("relative_day:R3:KS",),
    24: ("met_against_report:R7:SOCN", "met_against_report:R8:SOCN"),
    33: ("reply_not_sent_to_council:SOCN", "draft_recipients_differ:KFN"),
    36: tuple(f"recipients_counted:{each}" for each in ("R2", "R7", "R8", "R9")),
    37: ("council_body_missing",),
    38: ("laid_to_records_without_follow_up",),
    39: ("draft_text_differs:KFN", "draft_recipients_differ:KFN"),
}
"""The traps that lie in registered facts, by their number, and the problems that show them."""

OTHER_GAPS = {
    *(f"agrees_without_action:{n}:{each}" for n in ("R7", "R8", "R9") for each in ("GSN", "GN")),
    "agrees_without_action:R9:SOCN",
    *("action_without_day:KS", "action_without_day:SBN"),
    *(f"action_without_responsible:{each}" for each in ("KS", "KFN", "SOCN", "SBN", "VON")),
    *("relative_day:R6:GSN", "relative_day:R6:GN"),
    *("met_against_report:R7:VON", "met_against_report:R8:VON"),
    *("action_overdue:R1:KS", "action_overdue:R3:KS"),
    *("action_overdue:R6:KFN", "action_overdue:R9:VON"),
    "draft_recipients_differ:VON",
    *(f"time_unknown:{each}" for each in ("KS", "GSN", "GN", "KFN", "SOCN", "SBN", "VON")),
}
"""What is true of the case besides: answers without action, actions without day or responsible."""

DESERVED = {
    "ALV-2025-1": {
        *("omitted_from_letter:6", "wording_changed:R5"),
        *("reply_overdue:BUN", "reply_overdue:SN", "reply_overdue:ÄBAB"),
        "met_against_report:R4:KS",
    },
    "ALV-2025-2": {
        *("wording_changed:R2", "added_in_letter:R4", "not_addressed:R4:KS", "reply_overdue:SN"),
    },
    "ALV-2025-3": {"unread_reply:SN"},
    "ALV-2025-4": {"two_demands:1"},
    "ALV-2024-2": {"reply_overdue:KFN"},
    "ALV-2024-3": {"reply_late:SN", "action_overdue:R3:SN"},
    "ALV-2023-2": {
        *("not_addressed:R5:ÄBAB", "agrees_without_action:R2:ÄBAB"),
        *("wording_editorial:R3", "added_in_letter:R5", "reply_late:ÄBAB"),
        "missing_diary_number:ÄBAB",
        *("action_overdue:R3:KS", "action_overdue:R4:KS"),
        *("action_overdue:R2:SBN", "action_overdue:R4:SBN"),
    },
    "ALV-2022-1": {"reply_late:SBN", "action_overdue:R3:SBN", "action_overdue:R4:KS"},
    "ALV-2022-2": {"action_overdue:R3:ON"},
}
"""What is out of order in each audit of the invented municipality; the rest are clean."""


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_of_the_real_case_is_found(trap: int, eskilstuna: AuditCase) -> None:
    found = {key_of(each) for each in check_case(eskilstuna, TODAY)}
    assert set(TRAPS[trap]) <= found


def test_what_a_reply_neither_answers_nor_lists_is_told_of_once(eskilstuna: AuditCase) -> None:
    told = [word_problem(each) for each in check_case(eskilstuna, TODAY) if "R6:GN" in key_of(each)]
    assert (
        "Gymnasienämnden besvarar inte R6 i sitt svar, och tar inte upp den bland "
        "rekommendationerna. Begär komplettering."
    ) in told
    assert sum("besvarar inte" in each or "tar inte upp" in each for each in told) == 1


def test_nothing_else_is_found_in_the_real_case(eskilstuna: AuditCase) -> None:
    keys = [key_of(each) for each in check_case(eskilstuna, TODAY)]
    assert len(keys) == len(set(keys))
    assert set(keys) == {key for keys in TRAPS.values() for key in keys} | OTHER_GAPS


def test_a_clean_audit_is_silent() -> None:
    assert [key_of(each) for each in check_case(rich_clean_case(), date(2023, 6, 1))] == []


def test_each_alarm_of_the_invented_municipality_is_deserved(demo_store: Store) -> None:
    found: dict[str, set[str]] = {}
    for each in chain.from_iterable(check_each(demo_store, TODAY)):
        if each.audit.startswith("ALV"):
            found.setdefault(each.audit, set()).add(key_of(each))
    assert found == DESERVED


def test_what_is_late_by_the_list_of_actions_is_told_of_and_nothing_else(demo_store: Store) -> None:

    def told_of(problem: Problem) -> str:
        return str(problem.values.get("body") or problem.values["committee"])

    late = {
        (each.audit, each.recommendations[0], each.committee)
        for each in list_actions(demo_store, TODAY)
        if each.is_late
    }
    told = {
        (each.audit, each.recommendation.number_in_letter, told_of(each))
        for each in chain.from_iterable(check_each(demo_store, TODAY))
        if each.code in {"action_overdue", "promise_passed"}
        if each.recommendation
    }
    assert len(late) == 13
    assert told == late
