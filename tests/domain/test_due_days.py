"""The checks of days to reply by: said while a reply is awaited, never after."""

from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.domain.checks.due_days import doubted_days, said_once
from revtrack.domain.codes import ExtensionDecision
from revtrack.wording import word_problem
from tests.domain.build import DUE, HANDED_OVER, altered, clean_case, response, stored
from tests.domain.build import unanswered_case as unanswered

TODAY = date(2022, 12, 5)
CODES = {"due_without_meeting", "due_in_holidays", "due_on_free_day", "due_too_soon"}


def with_due(due: date, *meetings: str) -> AuditCase:
    """Return the unanswered case with this day for the board alone, and the board's calendar."""
    case = unanswered()
    board, schools = case.reply_cases
    held = [date.fromisoformat(day) for day in meetings]
    return replace(
        case,
        reply_cases=(altered(board, due_on=due), schools),
        meetings=tuple(
            stored(r.CommitteeMeeting, number, committee_id=1, held_on=day)
            for number, day in enumerate(held, start=1)
        ),
    )


def found(case: AuditCase, today: date = TODAY) -> list[Problem]:
    return [each for each in check_case(case, today) if each.code in CODES]


@pytest.mark.parametrize(
    ("due", "meetings", "says"),
    [
        (
            date(2023, 3, 1),
            ("2022-12-13", "2023-02-28", "2023-03-28"),
            (
                "Det finns inget sammanträde före svarsdagen 2023-03-01 där kommunstyrelsen "
                "hinner besluta om ett svar. En bättre dag är 2023-03-03."
            ),
        ),
        (
            date(2023, 7, 14),
            (),
            (
                "Svarsdagen 2023-07-14 för kommunstyrelsen ligger i semester- eller julveckorna, "
                "när knappt någon nämnd sammanträder. En bättre dag är 2023-08-01."
            ),
        ),
        (
            date(2023, 3, 5),
            (),
            (
                "Svarsdagen 2023-03-05 för kommunstyrelsen är ingen arbetsdag. En bättre dag är "
                "2023-03-06."
            ),
        ),
        (
            date(2023, 1, 11),
            (),
            (
                "Från missivet till svarsdagen 2023-01-11 har kommunstyrelsen 41 dagar; en nämnd "
                "behöver minst sex veckor. En bättre dag är 2023-01-12."
            ),
        ),
    ],
)
def test_an_unwise_day_is_told_with_a_better_one(
    due: date, meetings: tuple[str, ...], says: str
) -> None:
    [problem] = found(with_due(due, *meetings))
    assert word_problem(problem) == says
    assert problem.is_serious
    assert problem.committee is not None
    assert problem.committee.abbreviation == "KS"


def test_a_clean_case_has_no_unwise_day() -> None:
    assert found(clean_case()) == []
    assert found(unanswered()) == []
    assert found(with_due(DUE, "2022-12-13", "2023-02-14", "2023-03-28")) == []


def test_nothing_is_said_once_the_reply_has_come_or_is_decided() -> None:
    case = with_due(date(2023, 7, 14))
    links = (stored(r.ResponseCase, 1, response_id=1, reply_case_id=1),)
    for is_received in (True, False):
        came = replace(
            case, responses=(response(1, is_received=is_received),), response_cases=links
        )
        assert found(came) == []


def test_an_extension_to_a_better_day_ends_it() -> None:
    case = with_due(date(2023, 7, 14))
    extension = stored(
        r.Extension,
        reply_case_id=1,
        new_due_on=date(2023, 8, 31),
        decision=ExtensionDecision.GRANTED,
    )
    assert found(replace(case, extensions=(extension,))) == []


def test_the_calendar_of_the_committee_that_has_taken_over_counts() -> None:
    case = with_due(DUE, "2022-12-13", "2023-03-28")
    board, *others = case.committees
    ended = altered(board, valid_to_on=date(2022, 12, 31), successor_id=3)
    case = replace(case, committees=(ended, *others))
    assert len(found(case, date(2022, 12, 31))) == 1
    assert found(case, date(2023, 1, 1)) == []


def test_what_is_the_same_for_several_committees_is_said_once() -> None:
    case = replace(unanswered(), reply_cases=())
    due = dict.fromkeys((1, 2, 3), date(2023, 7, 14))
    [problem] = doubted_days(case, HANDED_OVER, due, TODAY)
    assert "kommunstyrelsen, grundskolenämnden samt kultur- och" in word_problem(problem)
    assert doubted_days(case, HANDED_OVER, dict.fromkeys((1, 2), None), TODAY) == ()


def test_where_papers_are_made_one_advice_stands_for_each_day_and_reason() -> None:
    case = unanswered()
    late = replace(
        case,
        reply_cases=tuple(altered(each, due_on=date(2023, 7, 14)) for each in case.reply_cases),
    )
    each = found(late)
    assert len(each) == 2
    [problem] = said_once(each)
    assert word_problem(problem).startswith(
        "Svarsdagen 2023-07-14 för kommunstyrelsen och grundskolenämnden ligger i semester- eller"
    )
    board, schools = late.reply_cases
    apart = replace(late, reply_cases=(board, altered(schools, due_on=date(2023, 7, 17))))
    assert said_once(found(apart)) == tuple(found(apart))


def test_where_no_later_meeting_is_registered_no_day_is_proposed() -> None:
    case = with_due(date(2023, 3, 1), "2022-12-13", "2023-02-28", "2023-03-28")
    [problem] = found(case, date(2023, 3, 20))
    assert word_problem(problem) == (
        "Det finns inget sammanträde före svarsdagen 2023-03-01 där kommunstyrelsen hinner besluta "
        "om ett svar, och inget senare är registrerat som hinns med. Läs in mer av kalendern, "
        "eller välj en senare dag."
    )


def test_the_real_case_has_wise_days(awaiting: AuditCase, eskilstuna: AuditCase) -> None:
    for case in (awaiting, eskilstuna):
        assert found(case, date(2023, 2, 1)) == []
