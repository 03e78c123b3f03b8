"""The lists over all audits tell what the rules say of each audit, whatever has happened in it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    CountedDay,
    ExtensionDecision,
    Outcome,
    Position,
    Progress,
    ResponseKind,
    Review,
    VerdictStep,
)
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.outcome.readiness import own_days
from revtrack.domain.overview import DueLine
from revtrack.services.database.opening import open_store
from revtrack.storage import overview as lists
from revtrack.storage.audit_lines import audit_lines
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store
from tests.conftest import TESTER

AUDIT_ID = 1
DAYS = st.sampled_from([date(2023, 2, 1), date(2023, 3, 20), date(2023, 3, 21), date(2023, 5, 2)])
STATED = st.none() | DAYS
COARSE = st.sampled_from(["2022", "2023-03", "2023-Q2", "2023-03-20", "inför 2024", "2024"])
TODAYS = (date(2023, 3, 20), date(2023, 3, 22), date(2024, 1, 2))
FEW = 2
"""How many of the committees, and of each one's recommendations, something happens to."""

ANSWER = st.fixed_dictionaries(
    {
        "position": st.sampled_from([None, Position.AGREES, Position.NOT_ADDRESSED]),
        "progress": st.sampled_from([None, Progress.DONE, Progress.PLANNED]),
    }
)
RESPONSE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(ResponseKind),
        "is_received": st.booleans(),
        "dated_on": STATED,
        "decided_on": STATED,
        "received_on": STATED,
        "is_referred_back": st.booleans(),
        "review": st.sampled_from(Review),
        "supplement_due_on": STATED,
        "replaces": st.none() | st.integers(0, FEW),
        "cases": st.sets(st.integers(0, FEW - 1), min_size=1),
        "answers": st.dictionaries(st.tuples(*[st.integers(0, FEW - 1)] * 2), ANSWER),
    }
)
REPLY_CASE = st.fixed_dictionaries({}, optional={"due_on": st.none(), "given_up_on": DAYS})
ACTION = st.fixed_dictionaries(
    {"due": st.none() | COARSE, "fulfilled_by": st.none() | st.just("Beslut")},
    optional={"fulfilled_on": DAYS, "told_by": st.integers(0, FEW)},
)
"""``told_by`` is the place of the response that tells of it; without it no response does."""
ADDRESSEE = st.fixed_dictionaries(
    {
        "changes": st.fixed_dictionaries(
            {},
            optional={
                "outcome": st.sampled_from(Outcome),
                "asked": st.none() | st.just(False),
                "due": COARSE,
                "reopening_reason": st.just("Skälet"),
            },
        ),
        "actions": st.lists(ACTION, max_size=2),
        "verdicts": st.lists(
            st.fixed_dictionaries({"verdict": st.sampled_from(VerdictStep), "judged_on": STATED}),
            max_size=2,
        ),
        "reports": st.lists(
            st.fixed_dictionaries(
                {
                    "progress": st.sampled_from([Progress.DONE, Progress.UNDER_WAY]),
                    "reported_on": STATED,
                    "review": st.sampled_from([Review.SUFFICIENT, Review.PENDING]),
                    "action": st.none() | st.integers(0, 1),
                }
            ),
            max_size=2,
        ),
    }
)
PARTS = st.lists(
    st.fixed_dictionaries(
        {
            "outcome": st.none() | st.sampled_from(Outcome),
            "due": st.none() | COARSE,
            "progress": st.none() | st.sampled_from([Progress.DONE, Progress.UNDER_WAY]),
            "verdict": st.none() | st.sampled_from(VerdictStep),
        }
    ),
    max_size=2,
)
"""What the first recommendation of the first committee is split into."""
EXTENSION = st.fixed_dictionaries(
    {"new_due_on": DAYS, "decision": st.sampled_from(ExtensionDecision)}
)
EVENTS = st.fixed_dictionaries(
    {
        "counted_day": st.sampled_from(CountedDay),
        "planned": st.none() | COARSE,
        "cases": st.dictionaries(st.integers(0, FEW - 1), REPLY_CASE),
        "extensions": st.lists(st.tuples(st.integers(0, FEW - 1), EXTENSION), max_size=3),
        "addressees": st.dictionaries(st.tuples(*[st.integers(0, FEW - 1)] * 2), ADDRESSEE),
        "parts": PARTS,
        "responses": st.lists(RESPONSE, max_size=5),
    }
)


NOTHING: dict[str, Any] = {
    "counted_day": CountedDay.RECEIVED,
    "planned": None,
    "cases": {},
    "extensions": [],
    "addressees": {},
    "parts": [],
    "responses": [],
}
CAME: dict[str, Any] = {
    "kind": ResponseKind.DECISION,
    "is_received": True,
    "dated_on": None,
    "decided_on": None,
    "received_on": date(2023, 2, 1),
    "is_referred_back": False,
    "review": Review.PENDING,
    "supplement_due_on": None,
    "replaces": None,
    "cases": {0},
    "answers": {},
}
TAKEN_BACK = {**CAME, "kind": ResponseKind.SUPPLEMENT, "replaces": 0}
"""As a case file may have it: what takes the decision's place does not answer by itself."""


QUIET: dict[str, Any] = {"changes": {}, "actions": [], "verdicts": [], "reports": []}
REPORTED = {
    **QUIET,
    "reports": [
        {
            "progress": Progress.DONE,
            "reported_on": None,
            "review": Review.SUFFICIENT,
            "action": None,
        }
    ],
}
WAITING = {
    **QUIET,
    "reports": [{**each, "review": Review.PENDING} for each in [*REPORTED["reports"]] * 2],
}
FULFILLED = {**QUIET, "actions": [{"due": None, "fulfilled_by": "Beslut"}]}
RETURNED = {
    **CAME,
    "review": Review.SUPPLEMENT_REQUESTED,
    "supplement_due_on": date(2023, 3, 21),
    "answers": {(0, 0): {"position": Position.AGREES, "progress": None}},
}
JUDGED = {
    **QUIET,
    "actions": [{"due": "2022", "fulfilled_by": None}],
    "verdicts": [
        {"verdict": VerdictStep.NO_LONGER_RELEVANT, "judged_on": date(2023, 5, 2)},
        {"verdict": VerdictStep.PARTLY, "judged_on": date(2023, 2, 1)},
    ],
}


class _UndoneError(Exception):
    """Takes back all that an example has done."""


@pytest.fixture(scope="module")
def register(awaiting_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real case before any reply, left as it was by every example."""
    path = tmp_path_factory.mktemp("lists") / "register.db"
    shutil.copyfile(awaiting_database, path)
    store = open_store(path, TESTER)
    yield store
    store.close()


def _addressees(case: AuditCase, committee_id: int) -> list[r.Addressee]:
    return [each for each in case.addressees if each.committee_id == committee_id][:FEW]


def _happen(session: Session, events: dict[str, Any]) -> None:
    case = load_case(session, AUDIT_ID)
    replies = case.reply_cases[:FEW]
    change(session, case.municipality, counted_day=events["counted_day"])
    change(session, case.audit, follow_up_planned=events["planned"])
    for index, changes in events["cases"].items():
        if changes:
            change(session, replies[index], **changes)
    for index, extension in events["extensions"]:
        new = r.NewExtension(reply_case_id=replies[index].id, **extension)
        add(session, r.Extension, new)
    known: list[int] = []
    for response in events["responses"]:
        known.append(_respond(session, case, response, known))
    for (index, nth), what in events["addressees"].items():
        for addressee in _addressees(case, replies[index].committee_id)[nth : nth + 1]:
            _happen_to(session, addressee, what, known)
    for number, part in enumerate(events["parts"]):
        _split_off(session, _addressees(case, replies[0].committee_id)[0], number, part)


def _split_off(session: Session, addressee: r.Addressee, number: int, part: dict[str, Any]) -> None:
    """Store a part of what the addressee was asked, with what is known of it."""
    new = r.NewRecommendation(
        audit_id=AUDIT_ID,
        ordinal=100 + number,
        number_in_report=f"R1{'ab'[number]}",
        split_from_id=addressee.recommendation_id,
    )
    fields = {
        "recommendation_id": add(session, r.Recommendation, new).id,
        "committee_id": addressee.committee_id,
        "asked": True,
    }
    own = add(
        session,
        r.Addressee,
        r.NewAddressee(**fields, outcome=part["outcome"], due=part["due"]),
    )
    if part["progress"]:
        report = r.NewProgressReport(
            addressee_id=own.id, progress=part["progress"], review=Review.SUFFICIENT
        )
        add(session, r.ProgressReport, report)
    if part["verdict"]:
        add(session, r.Verdict, r.NewVerdict(addressee_id=own.id, verdict=part["verdict"]))


def _happen_to(
    session: Session, addressee: r.Addressee, what: dict[str, Any], known: list[int]
) -> None:
    if what["changes"]:
        change(session, addressee, **what["changes"])
    actions = []
    for told in what["actions"]:
        fields = {k: v for k, v in told.items() if k != "told_by"}
        fields["response_id"] = dict(enumerate(known)).get(told.get("told_by", len(known)))
        action = add(session, r.Action, r.NewAction(audit_id=AUDIT_ID, text="Något", **fields))
        actions.append(action.id)
        link = r.NewActionAddressee(action_id=action.id, addressee_id=addressee.id)
        add(session, r.ActionAddressee, link)
    for verdict in what["verdicts"]:
        add(session, r.Verdict, r.NewVerdict(addressee_id=addressee.id, **verdict))
    for report in what["reports"]:
        nth, fields = report["action"], {k: v for k, v in report.items() if k != "action"}
        fields["action_id"] = actions[nth] if nth is not None and nth < len(actions) else None
        add(session, r.ProgressReport, r.NewProgressReport(addressee_id=addressee.id, **fields))


def _respond(session: Session, case: AuditCase, response: dict[str, Any], known: list[int]) -> int:
    fields = {name: response[name] for name in response.keys() - {"replaces", "cases", "answers"}}
    nth = response["replaces"]
    replaces_id = known[nth] if nth is not None and nth < len(known) else None
    new = r.NewResponse(audit_id=AUDIT_ID, replaces_id=replaces_id, **fields)
    stored = add(session, r.Response, new)
    for index in response["cases"]:
        link = r.NewResponseCase(response_id=stored.id, reply_case_id=case.reply_cases[index].id)
        add(session, r.ResponseCase, link)
    for (index, nth), answer in response["answers"].items():
        committee_id = case.reply_cases[index].committee_id
        for addressee in _addressees(case, committee_id)[nth : nth + 1]:
            said = r.NewAnswer(response_id=stored.id, addressee_id=addressee.id, **answer)
            add(session, r.Answer, said)
    return stored.id


def _is_read(case: AuditCase, line: ReplyLine, response: r.Response) -> bool:
    own = [each for each in case.answers if each.response_id == response.id]
    positions = {each.addressee_id for each in own if each.position is not None}
    told = {each.addressee_id for each in own if each.progress is not None} | positions
    asked = {
        each.addressee.id
        for each in addressee_lines(case)
        if each.committee.id == line.committee.id and each.addressee.asked
    }
    if response.kind is ResponseKind.SUPPLEMENT:
        return not asked or bool(asked & told)
    return asked <= positions


def _check(session: Session, case: AuditCase, today: date) -> None:
    replies = reply_lines(case, today)
    missing = lists.missing_replies(session)
    due = lists.due_lines((*missing, *lists.missing_supplements(session)), today)
    assert {each.reply_case_id: _told(each) for each in due} == {
        line.reply_case.id: _told_of(line)
        for line in replies
        if line.is_open or line.supplement_due_on
    }
    asking = [line for line in replies if line.reply_case.due_on]
    asked = [line.addressee for line in addressee_lines(case) if line.addressee.asked]
    (audit,) = audit_lines(session, missing, due, today)
    assert audit.late_replies == sum(line.is_late or line.is_supplement_late for line in replies)
    assert audit.replied == sum(line.has_come for line in asking)
    assert audit.reply_cases == len(asking)
    assert audit.asked == len(asked)
    assert audit.open == sum(each.outcome is None for each in asked)
    assert audit.ready_for_follow_up == len(_ready_lines(case, today))


def _ready_lines(case: AuditCase, today: date) -> list[AddresseeLine]:
    """Return what can be followed up now, told from the case itself."""
    planned = case.audit.follow_up_planned
    if not states.is_follow_up_time(planned, today):
        return []
    return [line for line in addressee_lines(case) if _is_ready(line, planned, today)]


def _is_ready(line: AddresseeLine, planned: str | None, today: date) -> bool:
    """Tell whether a recommendation can be followed up: open, and said done or its time is up.

    What was split can be as soon as one of its parts can. ``planned`` is when its audit is to be
    followed up.
    """
    if line.parts:
        return any(_is_ready(part, planned, today) for part in line.parts)
    return states.is_ready(
        asked=line.addressee.asked,
        outcome=line.addressee.outcome,
        verdict=line.verdict.verdict if line.verdict and not is_overturned(line) else None,
        progress=line.progress,
        action_days=own_days(line),
        planned=planned,
        today=today,
    )


def _told(line: DueLine) -> tuple[object, ...]:
    days = (line.due_on, line.original_due_on, line.extended_to, line.supplement_due_on)
    return (*days, line.days_late, line.unanswered, line.state)


def _told_of(line: ReplyLine) -> tuple[object, ...]:
    day = line.supplement_due_on
    late = line.supplement_days_late if day else line.days_late
    days = (day or line.due_on, line.reply_case.due_on, line.extended_to, day)
    return (*days, late, line.unanswered, line.state)


def _check_to_judge(session: Session, case: AuditCase) -> None:
    told = lists.judge_lines(session)
    responses = {
        (each.kind, each.response_id, each.committee_id, each.is_read)
        for each in told
        if each.kind is not None
    }
    assert responses == {
        (response.kind, response.id, line.committee.id, _is_read(case, line, response))
        for line in reply_lines(case, TODAYS[0])
        for response in states.to_judge(line.responses)
    }
    reports = {each.committee_id: each.count for each in told if each.kind is None}
    assert reports == Counter(
        case.addressee_by_id[each.addressee_id].committee_id
        for each in case.progress_reports
        if each.review is Review.PENDING
    )
    days = [each.received_on or date.min for each in told]
    assert days == sorted(days)


def _undone(register: Store, events: dict[str, Any]) -> None:
    with register.wish() as session:
        _happen(session, events)
        case = load_case(session, AUDIT_ID)
        for today in TODAYS:
            _check(session, case, today)
        _check_to_judge(session, case)
        raise _UndoneError


@example({**NOTHING, "responses": [CAME, TAKEN_BACK]})
@example({**NOTHING, "addressees": {(0, 0): REPORTED, (1, 0): JUDGED}})
@example({**NOTHING, "responses": [RETURNED], "addressees": {(0, 0): FULFILLED}})
@example({**NOTHING, "addressees": {(0, 0): WAITING, (0, 1): WAITING, (1, 0): WAITING}})
@example({**NOTHING, "responses": [RETURNED], "cases": {0: {"due_on": None}}})
@given(EVENTS)
@settings(max_examples=25)
def test_lists_tell_what_the_rules_say(register: Store, events: dict[str, Any]) -> None:
    with pytest.raises(_UndoneError):
        _undone(register, events)
