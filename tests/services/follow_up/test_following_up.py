"""A follow-up of two years' audits, from its start to the figures, through the register."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revtrack.cli import contracts
from revtrack.documents.follow_up.facts import gather, is_remaining
from revtrack.documents.follow_up.promises import promised_or_done
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind, Basis, Outcome, Role, Solved, VerdictStep
from revtrack.domain.entries import HandOverEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.outcome.closing import Closing
from revtrack.services.find import find_audit, read_case
from revtrack.services.follow_up.closing import close, reopen
from revtrack.services.follow_up.judging import (
    AuditVerdict,
    judge_audit,
    record_verdicts,
    refusals,
)
from revtrack.services.follow_up.lineage import (
    MergeEntry,
    find_recommendation,
    list_repeats,
    mark_repeat,
    merge,
    split,
)
from revtrack.services.follow_up.queue import list_queue
from revtrack.services.follow_up.reporting import make_report
from revtrack.services.follow_up.starting import FollowUpEntry, open_lines, start_follow_up
from revtrack.services.history import list_history
from revtrack.services.registering.hand_over import hand_over
from revtrack.services.watch import list_audits
from revtrack.storage.rows import change
from revtrack.storage.store import Store
from tests.conftest import TODAY

JUDGED = date(2026, 2, 10)
LATER = date(2027, 3, 1)


def case_of(store: Store, reference: str) -> AuditCase:
    return read_case(store, find_audit(store, reference).id)


def line_of(store: Store, reference: str, number: str, committee: str) -> AddresseeLine:
    lines = addressee_lines(case_of(store, reference))
    (found,) = (
        each
        for line in lines
        for each in (line, *line.parts)
        if (each.number, each.committee.abbreviation) == (number, committee)
    )
    return found


def shown(store: Store, reference: str, number: str, committee: str) -> dict[str, Any]:
    """Return an addressee as ``show --json`` gives it."""
    document = json.loads(json.dumps(contracts.audit_case(case_of(store, reference), TODAY)))
    names = {"KS": "kommunstyrelsen", "SBN": "samhällsbyggnadsnämnden"}
    (found,) = (
        each
        for each in document["addressees"]
        if (each["recommendation"], each["committee"]) == (number, names[committee])
    )
    return dict(found)


def verdict(line: AddresseeLine, step: VerdictStep, **fields: Any) -> r.NewVerdict:  # noqa: ANN401
    said = {"basis": Basis.DESK, "method": "Intervju", "judged_on": JUDGED, **fields}
    return r.NewVerdict(addressee_id=line.addressee.id, verdict=step, **said)


def closing(outcome: Outcome, **fields: Any) -> Closing:  # noqa: ANN401
    return Closing(**{"outcome": outcome, "reason": "Skälet", "closed_on": TODAY, **fields})


def follow_up(store: Store, *references: str, **fields: Any) -> r.Audit:  # noqa: ANN401
    ids = tuple(find_audit(store, each).id for each in references)
    return start_follow_up(store, FollowUpEntry(followed_ids=ids, **fields), TODAY)


def test_a_follow_up_gathers_what_is_open_under_those_who_answer_today(demo_store: Store) -> None:
    audit = follow_up(demo_store, "ALV-2022-1", "ALV-2022-2", firm="En annan byrå AB")
    assert (audit.reference, audit.kind, audit.audit_year) == (
        "ALV-2026-1",
        AuditKind.FOLLOW_UP,
        2026,
    )
    assert audit.title == (
        "Uppföljande granskning av inköp och upphandling samt kommunens insatser enligt LSS"
    )
    case = read_case(demo_store, audit.id)
    reviewed = [each.abbreviation for each in case.committees_with_role(Role.REVIEWED)]
    assert reviewed == ["KS", "SN", "SBN"]
    assert [
        len(open_lines(case_of(demo_store, each))) for each in ("ALV-2022-1", "ALV-2022-2")
    ] == [
        3,
        1,
    ]


def test_a_follow_up_needs_open_recommendations_of_one_municipality(demo_store: Store) -> None:
    with pytest.raises(RevTrackError, match="ALV-2023-3 has no open recommendation"):
        follow_up(demo_store, "ALV-2023-3")
    with pytest.raises(RevTrackError, match="ALV-2025-4 has not been handed over"):
        follow_up(demo_store, "ALV-2025-4")
    with pytest.raises(UsageError, match="audits of different municipalities"):
        follow_up(demo_store, "ALV-2023-2", "ESK-2022-1")


def test_the_verdicts_of_two_years_come_back_as_a_count_by_hand(demo_store: Store) -> None:
    audit = follow_up(demo_store, "ALV-2022-1", "ALV-2023-2")
    steps = [
        ("ALV-2022-1", "R3", "SBN", VerdictStep.FULL),
        ("ALV-2022-1", "R4", "KS", VerdictStep.MOSTLY),
        ("ALV-2023-2", "R1", "SBN", VerdictStep.FULL),
        ("ALV-2023-2", "R2", "SBN", VerdictStep.PARTLY),
        ("ALV-2023-2", "R3", "KS", VerdictStep.NOT),
        ("ALV-2023-2", "R4", "KS", VerdictStep.NO_LONGER_RELEVANT),
        ("ALV-2023-2", "R4", "SBN", VerdictStep.NOT_ASSESSABLE),
    ]
    new = [
        verdict(line_of(demo_store, *where), step, follow_up_id=audit.id) for *where, step in steps
    ]
    record_verdicts(demo_store, new, TODAY)
    rows = [
        row
        for reference in ("ALV-2022-1", "ALV-2022-2", "ALV-2023-2")
        for row in contracts.audit_case(case_of(demo_store, reference), TODAY)["addressees"]
        if row["asked"]
    ]
    town = case_of(demo_store, "ALV-2023-2").municipality
    total = {year: make_report(demo_store, town, year, TODAY).total for year in (2022, 2023)}
    by_hand = Counter(row["verdict"] for row in rows)
    assert by_hand == {
        "full": 5,
        "mostly": 2,
        "partly": 2,
        "not": 3,
        "no_longer_relevant": 2,
        "not_assessable": 2,
        None: 3,
    }
    for step in (*VerdictStep, None):
        others = 2 * (step is VerdictStep.FULL) + 3 * (step is None)
        told = sum(each.verdicts[step] for each in total.values())
        assert told == by_hand[step.value if step else None] + others, step
    # Of eleven, two are merged, one is no longer relevant, one cannot be assessed, and one was
    # opened again after its verdict; carried out are R1 KS, R3 SBN and R1 ON, mostly R3 and R4 KS.
    assert (total[2022].asked, total[2022].judged, total[2022].implemented) == (11, 6, 3)
    assert total[2022].share(total[2022].implemented) == 50
    assert total[2022].implemented_or_mostly == 5
    assert total[2022].share(5) == 83


def test_a_verdict_needs_method_and_day_and_an_open_recommendation(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R2", "SBN")
    closed = line_of(demo_store, "ALV-2022-1", "R1", "KS")
    draft = line_of(demo_store, "ALV-2025-4", "1", "KS")
    wrong = [
        verdict(line, VerdictStep.FULL, method=None),
        verdict(line, VerdictStep.FULL, judged_on=None),
        verdict(line, VerdictStep.FULL, judged_on=date(2026, 2, 17)),
        verdict(line, VerdictStep.FULL, judged_on=date(2023, 1, 1)),
        verdict(closed, VerdictStep.NOT),
        verdict(draft, VerdictStep.NOT),
        verdict(line, VerdictStep.FULL, follow_up_id=find_audit(demo_store, "ALV-2024-3").id),
    ]
    assert [str(each).split(".")[0] for each in refusals(demo_store, wrong, TODAY)] == [
        *["State how R2 to samhällsbyggnadsnämnden was checked (--method) and on which day (--on)"]
        * 2,
        "2026-02-17 lies ahead; a verdict is registered when it has been passed",
        "2023-01-01 lies before the letter, which is of 2023-10-19",
        "R1 to kommunstyrelsen is closed",
        "ALV-2025-4 has not been handed over, so there is nothing to follow up yet",
        "ALV-2024-3 does not follow up ALV-2023-2",
    ]
    for new in wrong:
        with pytest.raises(RevTrackError):
            record_verdicts(demo_store, [verdict(line, VerdictStep.PARTLY), new], TODAY)
    assert not case_of(demo_store, "ALV-2023-2").verdicts


def test_follow_ups_over_the_years_keep_their_verdicts(demo_store: Store) -> None:
    first = follow_up(demo_store, "ALV-2023-2")
    line = line_of(demo_store, "ALV-2023-2", "R2", "SBN")
    record_verdicts(demo_store, [verdict(line, VerdictStep.NOT, follow_up_id=first.id)], TODAY)
    again = verdict(line, VerdictStep.PARTLY, follow_up_id=first.id)
    record_verdicts(demo_store, [again], TODAY)
    with pytest.raises(RevTrackError, match="is being followed up already, in ALV-2026-1"):
        follow_up(demo_store, "ALV-2023-1", "ALV-2023-2")
    second = follow_up(demo_store, "ALV-2023-2", title="Andra uppföljningen", is_forced=True)
    later = verdict(line, VerdictStep.FULL, follow_up_id=second.id, judged_on=LATER)
    record_verdicts(demo_store, [later], LATER)
    told = shown(demo_store, "ALV-2023-2", "R2", "SBN")
    assert [each["verdict"] for each in told["verdicts"]] == ["partly", "full"]
    assert told["verdict"] == "full"


def test_an_audit_is_judged_as_a_whole(demo_store: Store) -> None:
    audit_id = find_audit(demo_store, "ALV-2023-2").id
    found = AuditVerdict(verdict=VerdictStep.PARTLY, judged_on=JUDGED, comment="Två av tre")
    judged = judge_audit(demo_store, audit_id, found, TODAY)
    assert (judged.verdict, judged.verdict_basis, judged.verdict_on) == (
        VerdictStep.PARTLY,
        Basis.REPORTED,
        JUDGED,
    )
    early = found.model_copy(update={"judged_on": date(2020, 1, 1)})
    with pytest.raises(UsageError, match="must lie between the letter, 2023-10-19, and today"):
        judge_audit(demo_store, audit_id, early, TODAY)


def test_what_has_open_actions_is_closed_only_by_force(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R3", "KS")
    entry = closing(Outcome.NOT_IMPLEMENTED)
    with pytest.raises(RevTrackError, match="says are done: Se över ägardirektiven"):
        close(demo_store, [line.addressee.id], entry, TODAY)
    forced = entry.model_copy(update={"is_forced": True, "reason": "Bolaget säljs"})
    (closed,) = close(demo_store, [line.addressee.id], forced, TODAY)
    assert (closed.outcome, closed.closing_reason) == (Outcome.NOT_IMPLEMENTED, "Bolaget säljs")
    event = list_history(demo_store, find_audit(demo_store, "ALV-2023-2").id)[-1]
    assert event.why == "Bolaget säljs"


def test_carried_out_asks_whether_the_problem_is_solved(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2025-1", "R4", "KS")
    forced = closing(Outcome.IMPLEMENTED, is_forced=True)
    with pytest.raises(RevTrackError, match="Is the problem behind R4 to kommunstyrelsen solved"):
        close(demo_store, [line.addressee.id], forced, TODAY)
    unsaid = forced.model_copy(update={"solved": Solved.NOT_STATED})
    with pytest.raises(UsageError, match="only where the letter is more than 3 years old"):
        close(demo_store, [line.addressee.id], unsaid, TODAY)
    answered = forced.model_copy(update={"solved": Solved.NO})
    (closed,) = close(demo_store, [line.addressee.id], answered, TODAY)
    assert closed.problem_solved is Solved.NO
    old = line_of(demo_store, "ALV-2022-1", "R4", "KS")
    (closed,) = close(demo_store, [old.addressee.id], unsaid, TODAY)
    assert closed.problem_solved is Solved.NOT_STATED


def test_the_verdict_answers_whether_the_problem_is_solved(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R2", "ÄBAB")
    record_verdicts(demo_store, [verdict(line, VerdictStep.FULL, is_solved=True)], TODAY)
    (closed,) = close(demo_store, [line.addressee.id], closing(Outcome.IMPLEMENTED), TODAY)
    assert closed.problem_solved is Solved.YES


@pytest.mark.parametrize("found", [VerdictStep.NOT, VerdictStep.NOT_ASSESSABLE])
def test_carried_out_against_the_verdict_is_closed_only_by_force(
    demo_store: Store, found: VerdictStep
) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R2", "ÄBAB")
    record_verdicts(demo_store, [verdict(line, found)], TODAY)
    entry = closing(Outcome.IMPLEMENTED, solved=Solved.YES)
    with pytest.raises(RevTrackError, match="The auditors have not found R2 to"):
        close(demo_store, [line.addressee.id], entry, TODAY)
    forced = entry.model_copy(update={"is_forced": True})
    assert close(demo_store, [line.addressee.id], forced, TODAY)[0].outcome is Outcome.IMPLEMENTED


def test_many_are_closed_together_or_none(demo_store: Store) -> None:
    ids = [line_of(demo_store, "ALV-2024-2", each, "KFN").addressee.id for each in ("R1", "R2")]
    closed = line_of(demo_store, "ALV-2022-1", "R1", "KS").addressee.id
    entry = closing(Outcome.NO_LONGER_RELEVANT, is_forced=True)
    with pytest.raises(RevTrackError, match="R1 to kommunstyrelsen is closed already"):
        close(demo_store, [*ids, closed], entry, TODAY)
    close(demo_store, ids, entry, TODAY)
    (line,) = (each for each in list_audits(demo_store, TODAY) if each.reference == "ALV-2024-2")
    assert (line.asked, line.open) == (4, 2)
    total = make_report(demo_store, None, 2024, TODAY).audits["ALV-2024-2"]
    assert (total.outcomes[Outcome.NO_LONGER_RELEVANT], total.implemented) == (2, 0)


def test_what_is_reopened_is_open_again_and_both_stay_in_the_history(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2022-1", "R1", "KS")
    before = make_report(demo_store, None, 2022, TODAY).audits["ALV-2022-1"]
    (opened,) = reopen(demo_store, [line.addressee.id], "Riktlinjerna har upphört")
    assert (opened.outcome, opened.closed_on) == (None, None)
    after = make_report(demo_store, None, 2022, TODAY).audits["ALV-2022-1"]
    assert (after.open, after.implemented) == (before.open + 1, before.implemented - 1)
    close(demo_store, [opened.id], closing(Outcome.NOT_IMPLEMENTED, is_forced=True), TODAY)
    events = list_history(demo_store, find_audit(demo_store, "ALV-2022-1").id)[-2:]
    assert [each.why for each in events] == ["Riktlinjerna har upphört", "Skälet"]
    with pytest.raises(RevTrackError, match="R4 to kommunstyrelsen is open"):
        reopen(demo_store, [line_of(demo_store, "ALV-2022-1", "R4", "KS").addressee.id], "x")


def test_a_new_verdict_settles_what_was_opened_again(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2022-1", "R5", "SBN")
    assert line.addressee.reopening_reason
    record_verdicts(demo_store, [verdict(line, VerdictStep.FULL)], TODAY)
    assert line_of(demo_store, "ALV-2022-1", "R5", "SBN").addressee.reopening_reason is None


def test_parts_are_followed_apart_and_counted_once(demo_store: Store) -> None:
    whole = line_of(demo_store, "ALV-2023-2", "R4", "KS").recommendation
    before = make_report(demo_store, None, 2023, TODAY)
    parts = split(demo_store, whole.id, ["Besluta om en plan", "Följ upp planen"], TODAY)
    assert [each.number_in_report for each in parts] == ["R4a", "R4b"]
    assert {each.split_from_id for each in parts} == {whole.id}
    after = make_report(demo_store, None, 2023, TODAY)
    assert (after.total.asked, after.total.open) == (before.total.asked, before.total.open)
    (line,) = (each for each in list_audits(demo_store, TODAY) if each.reference == "ALV-2023-2")
    assert (line.asked, line.open) == (8, 8)
    first = line_of(demo_store, "ALV-2023-2", "R4a", "KS")
    second = line_of(demo_store, "ALV-2023-2", "R4b", "KS")
    assert first.position is line_of(demo_store, "ALV-2023-2", "R4", "KS").position
    record_verdicts(demo_store, [verdict(first, VerdictStep.FULL)], TODAY)
    assert line_of(demo_store, "ALV-2023-2", "R4", "KS").verdict is None
    record_verdicts(demo_store, [verdict(second, VerdictStep.NOT, basis=Basis.REPORTED)], TODAY)
    told = shown(demo_store, "ALV-2023-2", "R4", "KS")
    assert (told["verdict"], told["basis"], told["standing"]) == ("partly", "reported", "remaining")
    assert [(each["recommendation"], each["verdict"]) for each in told["parts"]] == [
        ("R4a", "full"),
        ("R4b", "not"),
    ]
    ids = [line_of(demo_store, "ALV-2023-2", "R4", "KS").addressee.id]
    with pytest.raises(RevTrackError, match="R4 is followed in its parts: R4a, R4b"):
        close(demo_store, ids, closing(Outcome.NOT_IMPLEMENTED), TODAY)


def test_a_verdict_from_before_the_split_stands_until_all_parts_have_their_own(
    demo_store: Store,
) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R4", "KS")
    record_verdicts(demo_store, [verdict(line, VerdictStep.NOT)], TODAY)
    before = make_report(demo_store, None, 2023, TODAY).total
    split(demo_store, line.recommendation.id, ["Besluta om en plan", "Följ upp den"], TODAY)
    told = shown(demo_store, "ALV-2023-2", "R4", "KS")
    assert (told["verdict"], told["standing"]) == ("not", "remaining")
    assert [(each["verdict"], each["standing"]) for each in told["parts"]] == [
        (None, "remaining"),
        (None, "remaining"),
    ]
    told_of = gather([case_of(demo_store, "ALV-2023-2")], None, TODAY)
    assert [line.number for line in told_of.rows if is_remaining(line)] == ["R4"]
    after = make_report(demo_store, None, 2023, TODAY).total
    assert (after.asked, after.verdicts, after.judged) == (
        before.asked,
        before.verdicts,
        before.judged,
    )
    first, second = (line_of(demo_store, "ALV-2023-2", each, "KS") for each in ("R4a", "R4b"))
    record_verdicts(demo_store, [verdict(first, VerdictStep.FULL)], TODAY)
    told = shown(demo_store, "ALV-2023-2", "R4", "KS")
    assert (told["verdict"], told["standing"]) == ("not", "remaining")
    record_verdicts(demo_store, [verdict(second, VerdictStep.FULL)], TODAY)
    told = shown(demo_store, "ALV-2023-2", "R4", "KS")
    assert (told["verdict"], told["standing"]) == ("full", "acting")


def test_a_whole_is_closed_when_all_its_parts_are(demo_store: Store) -> None:
    whole = line_of(demo_store, "ALV-2023-2", "R2", "ÄBAB").recommendation
    split(demo_store, whole.id, ["Den ena", "Den andra"], TODAY)
    ids = [line_of(demo_store, "ALV-2023-2", each, "ÄBAB").addressee.id for each in ("R2a", "R2b")]
    close(demo_store, ids[:1], closing(Outcome.IMPLEMENTED, solved=Solved.YES), TODAY)
    assert line_of(demo_store, "ALV-2023-2", "R2", "ÄBAB").addressee.outcome is None
    close(demo_store, ids[1:], closing(Outcome.NO_LONGER_RELEVANT), TODAY)
    assert line_of(demo_store, "ALV-2023-2", "R2", "ÄBAB").addressee.outcome is Outcome.IMPLEMENTED
    (line,) = (each for each in list_audits(demo_store, TODAY) if each.reference == "ALV-2023-2")
    assert (line.asked, line.open) == (8, 7)
    reopen(demo_store, ids[:1], "Igen")
    (line,) = (each for each in list_audits(demo_store, TODAY) if each.reference == "ALV-2023-2")
    assert line.open == 8


def test_numbers_of_parts_are_never_used_again(demo_store: Store) -> None:
    whole = line_of(demo_store, "ALV-2023-2", "R4", "KS").recommendation
    split(demo_store, whole.id, ["Ett", "Två"], TODAY)
    (third,) = split(demo_store, whole.id, ["Tre"], TODAY)
    assert third.number_in_report == "R4c"
    with pytest.raises(RevTrackError, match="R4c is a part already"):
        split(demo_store, third.id, ["Fyra", "Fem"], TODAY)
    alone = line_of(demo_store, "ALV-2023-2", "R3", "KS").recommendation
    with pytest.raises(UsageError, match="at least two parts"):
        split(demo_store, alone.id, ["Bara en"], TODAY)


def test_the_same_part_is_not_made_twice(demo_store: Store) -> None:
    whole = line_of(demo_store, "ALV-2023-2", "R4", "KS").recommendation
    with pytest.raises(UsageError, match=r"the same wording: följ upp den\."):
        split(demo_store, whole.id, ["Följ upp den", "följ upp den."], TODAY)
    texts = ["Besluta om en plan", "Följ upp den"]
    split(demo_store, whole.id, texts, TODAY)
    with pytest.raises(RevTrackError, match="R4a has this wording already: Besluta om en plan"):
        split(demo_store, whole.id, texts, TODAY)
    with pytest.raises(RevTrackError, match="R4b has this wording already"):
        split(demo_store, whole.id, ["Redovisa den", "Följ upp den."], TODAY)
    (third,) = split(demo_store, whole.id, ["Redovisa den"], TODAY)
    assert third.number_in_report == "R4c"


def test_before_the_letter_the_parts_take_the_place_of_the_whole(demo_store: Store) -> None:
    whole = line_of(demo_store, "ALV-2025-4", "2", "SBN").recommendation
    parts = split(demo_store, whole.id, ["Öva varje år", "Utvärdera övningen"], TODAY)
    assert [each.number_in_report for each in parts] == ["2a", "2b"]
    case = case_of(demo_store, "ALV-2025-4")
    asked = {
        case.recommendation_by_id[each.recommendation_id].number_in_report: each.asked
        for each in case.addressees
    }
    assert asked == {"1": None, "2": False, "3": None, "2a": None, "2b": None}


def test_parts_made_before_the_letter_are_handed_over_with_numbers_of_their_own(
    demo_store: Store,
) -> None:
    whole = line_of(demo_store, "ALV-2025-4", "2", "SBN").recommendation
    split(demo_store, whole.id, ["Öva varje år", "Utvärdera övningen"], TODAY)
    audit_id = find_audit(demo_store, "ALV-2025-4").id
    hand_over(demo_store, HandOverEntry(audit_id=audit_id, on=TODAY, due_on=None), TODAY)
    case = case_of(demo_store, "ALV-2025-4")
    numbers = {each.number_in_report: each.number_in_letter for each in case.recommendations}
    assert numbers == {"1": "R1", "2": None, "3": "R2", "2a": "R3", "2b": "R4"}
    (line,) = (each for each in list_audits(demo_store, TODAY) if each.reference == "ALV-2025-4")
    assert (line.asked, line.not_asked) == (7, 2)


def test_what_another_committee_has_taken_over_is_asked_of_that_one(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2022-2", "R3", "ON")
    heir = next(
        each for each in case_of(demo_store, "ALV-2022-2").committees if each.abbreviation == "SN"
    )
    with demo_store.wish() as session:
        change(session, line.addressee, taken_over_by_id=heir.id)
    audit = follow_up(demo_store, "ALV-2022-2")
    case = read_case(demo_store, audit.id)
    assert [each.abbreviation for each in case.committees_with_role(Role.REVIEWED)] == ["SN"]


def test_merging_loses_nothing_and_counts_nothing_as_done(demo_store: Store) -> None:
    case = case_of(demo_store, "ALV-2023-2")
    first, second = (find_recommendation(case, each) for each in ("R1", "R4"))
    entry = MergeEntry(
        recommendation_id=first.id, into_id=second.id, reason="Samma åtgärd", closed_on=TODAY
    )
    with pytest.raises(RevTrackError, match="R4 is not open for Älvsundabostäder AB"):
        merge(demo_store, entry, TODAY)
    board = next(each for each in case.committees if each.abbreviation == "SBN")
    only = entry.model_copy(update={"committee_ids": (board.id,)})
    (merged,) = merge(demo_store, only, TODAY)
    assert (merged.outcome, merged.closing_reason) == (Outcome.MERGED, "Samma åtgärd")
    told = contracts.audit_case(case_of(demo_store, "ALV-2023-2"), TODAY)["recommendations"][0]
    assert told["merged_into"] == {
        "audit": "ALV-2023-2",
        "audit_year": 2023,
        "recommendation": "R4",
    }
    total = make_report(demo_store, None, 2023, TODAY).audits["ALV-2023-2"]
    assert (total.asked, total.open, total.implemented) == (8, 7, 0)
    reopen(demo_store, [merged.id], "Fel")
    reopened = find_recommendation(case_of(demo_store, "ALV-2023-2"), "R1")
    assert reopened.merged_into_id is None


def test_what_is_found_carried_out_is_merged_only_by_force(demo_store: Store) -> None:
    case = case_of(demo_store, "ALV-2023-2")
    first, second = (find_recommendation(case, each) for each in ("R1", "R2"))
    line = line_of(demo_store, "ALV-2023-2", "R1", "SBN")
    found = verdict(line, VerdictStep.FULL, basis=Basis.TESTED)
    record_verdicts(demo_store, [found], TODAY)
    entry = MergeEntry(
        recommendation_id=first.id, into_id=second.id, reason="Samma åtgärd", closed_on=TODAY
    )
    with pytest.raises(RevTrackError, match="have found R1 to samhällsbyggnadsnämnden to be"):
        merge(demo_store, entry, TODAY)
    assert line_of(demo_store, "ALV-2023-2", "R1", "ÄBAB").addressee.outcome is None
    merged = merge(demo_store, entry.model_copy(update={"is_forced": True}), TODAY)
    assert [each.outcome for each in merged] == [Outcome.MERGED] * 2


def test_a_recurring_action_is_a_promise_until_something_has_come_of_it(
    demo_store: Store,
) -> None:
    case = case_of(demo_store, "ALV-2023-2")
    line = line_of(demo_store, "ALV-2023-2", "R4", "KS")
    (told,) = promised_or_done(case, line)
    assert told.startswith("Utlovat: redovisa eftersatt underhåll i årsredovisningen, ")
    kept = replace(
        line, actions=tuple(a.model_copy(update={"fulfilled_by": "Beslut"}) for a in line.actions)
    )
    (done,) = promised_or_done(case, kept)
    assert done == (
        "Genomfört enligt styrelsen: redovisa eftersatt underhåll i årsredovisningen (Beslut)."
    )


def test_a_repeat_is_linked_and_the_chain_is_listed(demo_store: Store) -> None:
    new = find_recommendation(case_of(demo_store, "ALV-2025-2"), "R1")
    earlier = find_recommendation(case_of(demo_store, "ALV-2024-3"), "R2")
    mark_repeat(demo_store, new.id, earlier.id)
    listed = [
        [(place.case.audit.reference, place.number) for place in chain]
        for chain in list_repeats(demo_store, None)
    ]
    assert listed == [
        [("ALV-2025-2", "R1"), ("ALV-2024-3", "R2"), ("ALV-2022-1", "R4")],
        [("ALV-2024-3", "R3"), ("ALV-2022-2", "R2")],
    ]
    with pytest.raises(UsageError, match="ALV-2025-2 is not earlier than ALV-2024-3"):
        mark_repeat(demo_store, earlier.id, new.id)


def test_the_queue_tells_why(demo_store: Store) -> None:
    lines = list_queue(demo_store, None, TODAY)
    found = {(each.audit, each.number, each.abbreviation): each for each in lines}
    assert sum(each.is_ready for each in lines) == sum(
        each.ready_for_follow_up for each in list_audits(demo_store, TODAY)
    )
    assert {
        key: (found[key].readiness.value, found[key].due)
        for key in [
            ("ALV-2023-2", "R1", "SBN"),
            ("ALV-2023-2", "R2", "SBN"),
            ("ALV-2025-1", "R1", "KS"),
            ("ALV-2025-3", "F1", "BUN"),
            ("ALV-2023-1", "R2", "SN"),
        ]
    } == {
        ("ALV-2023-1", "R2", "SN"): ("planned_now", None),
        ("ALV-2023-2", "R1", "SBN"): ("done_reported", "2024-12"),
        ("ALV-2023-2", "R2", "SBN"): ("time_up", "2025-Q4"),
        ("ALV-2025-1", "R1", "KS"): ("planned_later", "2026-06"),
        ("ALV-2025-3", "F1", "BUN"): ("no_reply", None),
    }
    assert all(not line.is_ready for line in lines[sum(each.is_ready for each in lines) :])


def test_a_read_only_register_takes_no_verdict(demo_store: Store) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R2", "SBN")
    store = replace(demo_store, is_read_only=True)
    with pytest.raises(RevTrackError, match="open for reading only"):
        record_verdicts(store, [verdict(line, VerdictStep.FULL)], TODAY)
