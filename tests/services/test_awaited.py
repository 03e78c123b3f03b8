"""What is still awaited is the same to the list of what is due, the calendar and the reminders."""

import itertools
import re
from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress, Review, VerdictStep
from revtrack.services.reminding.calendar import make_calendar
from revtrack.services.watch import list_actions
from revtrack.storage.audits import load_case
from revtrack.storage.reminders import promised_days
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store
from tests.services.test_calendar import entries

TODAY = date(2023, 6, 10)
Told = tuple[str, str, str]
"""The day, who answers, and a number."""


def due(store: Store) -> set[Told]:
    return {
        (f"{line.due_on:%Y%m%d}", line.abbreviation or "", number)
        for line in list_actions(store, TODAY)
        for number in line.recommendations
    }


def in_calendar(store: Store) -> Iterator[tuple[str, Told]]:
    """Give what the calendar says of each action: the word, and what it is told of."""
    for entry in entries(make_calendar(store, TODAY)[0]):
        if entry["CATEGORIES"] == "Åtgärd":
            word, _colon, rest = entry["SUMMARY"].partition(": ")
            named = rest.rpartition("\\, Granskning")[0]
            for number in re.findall(r"\bR\w+", named):
                yield word, (entry["DTSTART"], named.split()[0], number)


AWAITED = {"Åtgärd klar senast", "Ska vara genomförd"}
WAYS = tuple(itertools.product((False, True), repeat=4))


@pytest.fixture
def mixed(awaiting_store: Store) -> Store:
    """A register with a promise for each way: split, reopened, refused, taken over, or not."""
    with awaiting_store.wish() as session:
        case = load_case(session, 1)
        asked = [each for each in case.addressees if each.asked]
        for day, (each, way) in enumerate(zip(asked, WAYS, strict=False), 1):
            is_split, is_reopened, is_refused, is_taken_over = way
            addressee = change(
                session,
                each,
                taken_over_by_id=case.committees[-1].id if is_taken_over else None,
                due=f"2023-08-{day:02}" if day % 3 else None,
            )
            new = r.NewAction(audit_id=1, text="Plan", due=f"2023-07-{day:02}")
            action = add(session, r.Action, new)
            link = r.NewActionAddressee(action_id=action.id, addressee_id=addressee.id)
            add(session, r.ActionAddressee, link)
            judged = split_off(session, case, addressee) if is_split else addressee
            if is_refused:
                add(session, r.ProgressReport, refusal(addressee))
            verdict = r.NewVerdict(addressee_id=judged.id, verdict=VerdictStep.FULL)
            add(session, r.Verdict, verdict)
            if is_reopened:
                change(session, judged, reopening_reason="Bristen kom tillbaka")
    return awaiting_store


def refusal(addressee: r.Addressee) -> r.NewProgressReport:
    return r.NewProgressReport(
        addressee_id=addressee.id, progress=Progress.WILL_NOT, review=Review.SUFFICIENT
    )


def split_off(session: Session, case: AuditCase, whole: r.Addressee) -> r.Addressee:
    """Store two parts, of which the second may have a day of its own, and return the first."""
    recommendation = case.recommendation_by_id[whole.recommendation_id]
    found = []
    for place, letter in enumerate("ab"):
        new = r.NewRecommendation(
            audit_id=1,
            ordinal=900 + whole.id * 2 + place,
            number_in_report=f"{recommendation.number_in_letter}{letter}{whole.id}",
            split_from_id=recommendation.id,
        )
        part = r.NewAddressee(
            recommendation_id=add(session, r.Recommendation, new).id,
            committee_id=whole.committee_id,
            asked=True,
            taken_over_by_id=whole.taken_over_by_id,
            due=f"2023-09-{whole.id:02}" if place and whole.due else None,
        )
        found.append(add(session, r.Addressee, part))
    return found[0]


def test_the_calendar_awaits_what_the_list_of_actions_does(mixed: Store) -> None:
    told = list(in_calendar(mixed))
    awaited = {where for word, where in told if word in AWAITED}
    assert awaited == due(mixed)
    assert len(awaited) > 10
    assert {word for word, _where in told} == {*AWAITED, "Klar", "Genomförs inte"}


def test_a_reminder_is_made_of_nothing_that_is_not_awaited(mixed: Store) -> None:
    with mixed.reading() as session:
        days = promised_days(session, date(2023, 7, 20))
        case = load_case(session, 1)

    def number(addressee_id: int) -> str:
        return case.number_of(
            case.recommendation_by_id[case.addressee_by_id[addressee_id].recommendation_id]
        )

    reminded = {(f"{each.due_on:%Y%m%d}", number(each.addressee_id)) for each in days}
    assert reminded <= {(day, told) for day, _body, told in due(mixed)}
    assert any(each.whole_id for each in days)
    assert any(each.whole_id is None for each in days)
