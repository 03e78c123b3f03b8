"""What a reply says besides what the register has of it: nothing is mixed, lost or doubled."""

from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain.codes import Position, Progress, ResponseKind
from revtrack.domain.errors import UsageError
from revtrack.domain.proposals.proposal import Proposal, ProposedResponse
from revtrack.services.find import list_municipalities, read_case
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.lines import Accepting, Comparison, Group, Standing
from revtrack.services.reading_in.taking import Taking
from revtrack.services.reading_in.told import why_left
from revtrack.services.watch import list_due
from revtrack.storage.rows import change
from revtrack.storage.store import Store
from revtrack.wording import word
from tests.services.reading_in.papers import (
    SCHOOL,
    SOCIAL,
    TODAY,
    bundle,
    found,
    letter,
    reply,
    report,
)
from tests.services.reading_in.test_accepting import BUN, take

ANSWER = f"answer.{BUN}.1"
PROGRESS = f"{ANSWER}.progress"


def answered(position: Position, progress: Progress | None, confidence: float = 0.9) -> Proposal:
    """Return a reply with one answer."""
    (made,) = reply().responses
    answer = replace(made.answers[0], position=position, progress=progress, confidence=confidence)
    return reply(responses=(replace(made, answers=(answer,)),))


def registered(store: Store, paper: Proposal) -> int:
    """Return the audit that has the letter and this reply."""
    audit_id = take(store, replace(bundle(), responses=(), doubts=())).audit.id
    take(store, paper, audit_id)
    return audit_id


def told(seen: Comparison, key: str) -> str | None:
    """Return why a line is left where all that is sure is accepted."""
    line = seen.line(key)
    return why_left(seen, line, seen.sure_keys()) if line else None


@pytest.mark.parametrize("confidence", [0.9, 0.5])
def test_what_was_done_falls_with_the_position_that_it_belongs_to(
    ekby: Store, confidence: float
) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    other = answered(Position.AGREES, Progress.PLANNED, confidence)
    seen = compare_with(ekby, other, audit_id, TODAY)
    assert {seen.by_key[key].standing for key in (ANSWER, PROGRESS)} == {
        Standing.DIFFERS,
        Standing.NEW,
    }
    assert not {ANSWER, PROGRESS} & seen.sure_keys()
    assert take(ekby, other, audit_id).keys == ()
    with pytest.raises(UsageError) as refused:
        take(ekby, other, audit_id, PROGRESS)
    assert word(refused.value) == (
        f"Barn- och utbildningsnämnden om R1: Åtgärdens läge ({PROGRESS}) vilar på "
        f"Barn- och utbildningsnämnden om R1 ({ANSWER}), som inte är godtagen."
    )
    assert take(ekby, other, audit_id, ANSWER, PROGRESS).keys == (ANSWER, PROGRESS)
    (answer,) = read_case(ekby, audit_id).answers
    assert (answer.position, answer.progress) == (Position.AGREES, Progress.PLANNED)


def test_why_progress_is_left_with_its_position_is_told(ekby: Store) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    seen = compare_with(ekby, answered(Position.AGREES, Progress.PLANNED), audit_id, TODAY)
    assert told(seen, ANSWER) == "Registret säger annat: Instämmer inte."
    assert told(seen, PROGRESS) == (
        f"Den vilar på Barn- och utbildningsnämnden om R1 ({ANSWER}), som lämnas."
    )


def test_progress_of_the_registered_position_is_saved_by_itself(ekby: Store) -> None:
    audit_id = registered(ekby, answered(Position.AGREES, None))
    same = answered(Position.AGREES, Progress.PLANNED)
    assert take(ekby, same, audit_id).keys == (PROGRESS,)
    other = answered(Position.DISAGREES, Progress.DONE)
    kept = Accepting(frozenset((PROGRESS,)), {ANSWER: Position.AGREES}, audit_id)
    assert accept(ekby, other, kept, None, TODAY).keys == (PROGRESS,)
    (answer,) = read_case(ekby, audit_id).answers
    assert (answer.position, answer.progress) == (Position.AGREES, Progress.DONE)


def test_progress_brings_its_position_along_where_it_is_taken_by_hand(ekby: Store) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    seen = compare_with(ekby, answered(Position.AGREES, Progress.PLANNED), audit_id, TODAY)
    taking = Taking(seen)
    assert not taking.with_all_sure().filled
    assert set(taking.turned(PROGRESS).filled) == {ANSWER, PROGRESS}
    assert not taking.turned(PROGRESS).turned(ANSWER).filled


def test_what_only_a_decision_has_falls_with_it(ekby: Store) -> None:
    (made,) = reply().responses
    statement = replace(
        made, kind=ResponseKind.STATEMENT, paragraph=None, decided_on=None, decision=None
    )
    audit_id = registered(ekby, reply(responses=(statement,)))
    arrived = replace(made, received_on=found(date(2024, 9, 14)))
    decided = reply(responses=(arrived,))
    assert take(ekby, decided, audit_id).keys == (f"response.{BUN}.received_on",)
    seen = compare_with(ekby, decided, audit_id, TODAY)
    assert told(seen, f"response.{BUN}.paragraph") == (
        f"Den vilar på Svar från barn- och utbildningsnämnden (response.{BUN}), som lämnas."
    )
    named = [f"response.{BUN}", *(f"response.{BUN}.{each}" for each in ("paragraph", "decided_on"))]
    take(ekby, decided, audit_id, *named)
    (response,) = read_case(ekby, audit_id).responses
    assert (response.kind, response.paragraph) == (ResponseKind.DECISION, "44")


# ---- what comes in its turn, and what is given together ------------------------------------------


def supplement() -> ProposedResponse:
    """Return a supplement to the reply."""
    (made,) = reply().responses
    return replace(
        made,
        kind=ResponseKind.SUPPLEMENT,
        paragraph=found("60"),
        decided_on=found(date(2024, 10, 8)),
        answers=(),
    )


def test_a_supplement_waits_for_the_reply_that_it_adds_to(ekby: Store) -> None:
    audit_id = take(ekby, replace(bundle(), responses=(), doubts=())).audit.id
    paper = reply(responses=(supplement(),), recommendations=())
    assert take(ekby, paper, audit_id).keys == ()
    line = compare_with(ekby, paper, audit_id, TODAY).by_key[f"response.{BUN}"]
    assert (line.standing, line.reason) == (
        Standing.CANNOT,
        "Barn- och utbildningsnämnden har inte svarat än, så det finns inget att komplettera.",
    )
    take(ekby, reply(), audit_id)
    assert f"response.{BUN}" in take(ekby, paper, audit_id).keys
    assert take(ekby, paper, audit_id).keys == ()
    kinds = [each.kind for each in read_case(ekby, audit_id).responses]
    assert kinds == [ResponseKind.DECISION, ResponseKind.SUPPLEMENT]


@pytest.mark.parametrize("is_new", [True, False])
def test_a_supplement_may_stand_before_its_reply_in_one_file(ekby: Store, *, is_new: bool) -> None:
    made = replace(bundle(), doubts=())
    audit_id = None if is_new else take(ekby, replace(made, responses=())).audit.id
    paper = replace(made, responses=(supplement(), *made.responses))
    case = read_case(ekby, take(ekby, paper, audit_id).audit.id)
    assert [each.kind for each in case.responses] == [
        ResponseKind.DECISION,
        ResponseKind.SUPPLEMENT,
    ]


def test_a_draft_that_comes_after_the_decision_is_left(ekby: Store) -> None:
    (town,) = list_municipalities(ekby)
    with ekby.wish() as session:
        change(session, town, takes_drafts=True)
    audit_id = registered(ekby, reply())
    (made,) = reply().responses
    draft = replace(made, kind=ResponseKind.DRAFT, paragraph=None, decided_on=None, decision=None)
    paper = reply(responses=(draft,))
    assert take(ekby, paper, audit_id).keys == ()
    assert told(compare_with(ekby, paper, audit_id, TODAY), f"response.{BUN}") == (
        "Barn- och utbildningsnämnden har redan svarat, så förslaget registreras inte."
    )


def test_the_day_a_mail_was_sent_is_proposed_as_that_on_which_it_came(ekby: Store) -> None:
    audit_id = take(ekby, replace(bundle(), responses=(), doubts=())).audit.id
    (made,) = reply().responses
    key, sent = f"response.{BUN}.received_on", date(2024, 9, 12)
    unsure = reply(responses=(replace(made, sent_on=found(sent, 0.6)),))
    line = compare_with(ekby, unsure, audit_id, TODAY).by_key[key]
    assert (line.value, line.is_sure) == (sent, False)
    assert line.reason == (
        "Det här är dagen då mejlet skickades. Se efter när det kom till revisorerna."
    )
    stamp = replace(made, sent_on=found(sent), received_on=found(date(2024, 9, 13)))
    stamped = compare_with(ekby, reply(responses=(stamp,)), audit_id, TODAY).by_key[key]
    assert (stamped.value, stamped.reason) == (date(2024, 9, 13), None)
    take(ekby, reply(responses=(replace(made, sent_on=found(sent)),)), audit_id)
    (response,) = read_case(ekby, audit_id).responses
    assert response.received_on == sent


def test_a_day_that_cannot_be_right_is_left_and_the_reply_is_saved(ekby: Store) -> None:
    audit_id = take(ekby, replace(bundle(), responses=(), doubts=())).audit.id
    (made,) = reply().responses
    paper = reply(responses=(replace(made, decided_on=found(date(2029, 9, 10))),))
    seen = compare_with(ekby, paper, audit_id, TODAY)
    assert told(seen, f"response.{BUN}.decided_on") == (
        "2029-09-10 ligger framåt i tiden; ett svar registreras när det har kommit. I dag är det "
        "2025-03-01."
    )
    take(ekby, paper, audit_id)
    (response,) = read_case(ekby, audit_id).responses
    assert (response.paragraph, response.decided_on) == ("44", None)
    late = report(report_on=found(date(2025, 3, 2)))
    line = compare_with(ekby, late, audit_id, TODAY).by_key["head.report_on"]
    assert line.standing is Standing.CANNOT


def test_each_committee_of_a_joint_reply_keeps_its_own_diary_number(ekby: Store) -> None:
    made = replace(bundle(), responses=(), doubts=())
    audit_id = take(ekby, made).audit.id
    school = replace(reply().responses[0], kind=ResponseKind.JOINT, answers=())
    social = replace(school, committee=SOCIAL, diary_number=found("SN 2024/9"))
    joint = reply(responses=(school, social), recommendations=())
    take(ekby, joint, audit_id)
    case = read_case(ekby, audit_id)
    (response,) = case.responses
    assert response.diary_number is None
    assert {
        case.committee_by_id[each.committee_id].name: each.diary_number for each in case.reply_cases
    } == {SCHOOL: "BUN 2024/31", SOCIAL: "SN 2024/9"}
    again = compare_with(ekby, joint, audit_id, TODAY)
    replies = [each for each in again.lines if each.group is Group.REPLIES]
    assert {each.standing for each in replies} == {Standing.SAME}


@pytest.mark.parametrize("number", ["1", "R1"])
def test_an_answer_by_number_alone_is_of_the_letter_s_recommendation(
    ekby: Store, number: str
) -> None:
    audit_id = take(ekby, letter(audit_year=found(2024))).audit.id
    (made,) = reply().responses
    answer = replace(made.answers[0], recommendation=number)
    paper = reply(responses=(replace(made, answers=(answer,)),), recommendations=())
    assert f"answer.{BUN}.{number}" in take(ekby, paper, audit_id).keys
    case = read_case(ekby, audit_id)
    (saved,) = case.answers
    of = next(each for each in case.addressees if each.id == saved.addressee_id)
    put = next(each for each in case.recommendations if each.id == of.recommendation_id)
    assert case.number_of(put) == "R1"


def with_gaps(*numbers: str) -> Proposal:
    """Return a reply that a compilation gives, with what it leaves open."""
    (made,) = answered(Position.AGREES, Progress.PLANNED).responses
    return reply(responses=(replace(made, left_open=numbers, confidence=0.8),))


def test_a_reply_that_is_left_open_is_awaited_until_a_person_accepts_it(ekby: Store) -> None:
    audit_id = take(ekby, replace(bundle(), responses=(), doubts=())).audit.id
    paper = with_gaps("2")
    seen = compare_with(ekby, paper, audit_id, TODAY)
    line = seen.by_key[f"response.{BUN}"]
    assert (line.standing, line.is_sure) == (Standing.NEW, False)
    assert line.reason == (
        "Handlingen lämnar öppet vad barn- och utbildningsnämnden svarar på 2, så detta tas inte "
        "som svar från nämnden. Ta med raden för sig om nämnden har svarat."
    )
    assert take(ekby, paper, audit_id).keys == ()
    awaited = [each.committee for each in list_due(ekby, TODAY)]
    assert "barn- och utbildningsnämnden" in awaited
    keys = {line.key} | seen.sure_keys(besides={line.key})
    done = accept(ekby, paper, Accepting(frozenset(keys), audit_id=audit_id), None, TODAY)
    assert ANSWER in done.keys


def test_what_was_not_put_to_a_committee_is_no_gap_in_its_reply(ekby: Store) -> None:
    audit_id = take(ekby, replace(bundle(), responses=(), doubts=())).audit.id
    other = replace(letter().recommendations[2], text=letter().recommendations[2].letter_text)
    paper = with_gaps("3")
    paper = replace(paper, recommendations=(*paper.recommendations, other))
    line = compare_with(ekby, paper, audit_id, TODAY).by_key[f"response.{BUN}"]
    assert (line.is_sure, line.reason) == (True, None)
