"""What is accepted of a paper is saved as one wish, by the rules of the register."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import check_case
from revtrack.domain.codes import (
    AuditKind,
    FileKind,
    Grade,
    PaperKind,
    PersonRole,
    Position,
    Progress,
    Relation,
    ResponseKind,
    Role,
)
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.proposals.proposal import Doubt, Proposal, ProposedExtension
from revtrack.domain.texts.paper import quote_of
from revtrack.domain.undoing import Direction
from revtrack.services.find import list_municipalities, read_case
from revtrack.services.history import list_history
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.lines import Accepted, Accepting, Original, Standing, Value
from revtrack.services.reading_in.saving import LineRefusedError
from revtrack.services.undoing import see_turn, take_turn
from revtrack.storage.rows import ConflictError
from revtrack.storage.store import Person, Store
from revtrack.wording import word
from tests.services.reading_in.papers import (
    DUE_ON,
    HERE,
    LETTER_ON,
    PLAN,
    RESULT,
    RESULT_IN_LETTER,
    SCHOOL,
    SHARED,
    SOCIAL,
    TODAY,
    TRAINING,
    bundle,
    found,
    letter,
    reply,
    report,
)

FILE = Original("handlingar.txt", b"som de kom")
BUN = "barn-och-utbildningsnämnden"


def take(store: Store, paper: Proposal, audit_id: int | None = None, *also: str) -> Accepted:
    """Accept what is sure of a paper, and these lines."""
    seen = compare_with(store, paper, audit_id, TODAY)
    keys = seen.sure_keys() | set(also)
    return accept(store, paper, Accepting(keys, audit_id=audit_id), FILE, TODAY)


def case_of(store: Store, done: Accepted) -> AuditCase:
    """Return the audit that something was saved in."""
    return read_case(store, done.audit.id)


def codes(case: AuditCase) -> set[str]:
    """Return the kinds of trouble that the checks find."""
    return {each.code for each in check_case(case, TODAY)}


def test_a_report_becomes_an_audit_that_is_not_handed_over(ekby: Store) -> None:
    done = take(ekby, report())
    case = case_of(ekby, done)
    assert (done.is_new_audit, done.is_attached, len(done.keys)) == (True, True, 17)
    assert (case.audit.reference, case.audit.title, case.audit.audit_year) == (
        "EKB-2023-1",
        "Granskning av skolans ekonomi",
        2023,
    )
    assert case.audit.handed_over_on is None
    assert [each.text for each in case.questions] == [
        "Finns en plan för skolans ekonomi?",
        "Följs utfallet upp?",
    ]
    (assessment,) = case.assessments
    assert (assessment.grade, assessment.phrase, assessment.section) == (
        Grade.NO,
        "saknas helt",
        "3.1",
    )
    assert [(each.number_in_report, each.report_text) for each in case.recommendations] == [
        ("1", PLAN),
        ("2", RESULT),
        ("3", TRAINING),
    ]
    assert {each.name for each in case.committees_with_role(Role.REVIEWED)} == {SCHOOL, SOCIAL}
    (conclusion,) = case.overall
    assert (conclusion.grade, conclusion.phrase) == (Grade.PARTLY, "delvis ändamålsenlig")


def test_the_original_is_attached_with_its_hash(ekby: Store) -> None:
    (attached,) = case_of(ekby, take(ekby, report())).attachments
    assert (attached.name, attached.kind, attached.sha256) == (
        "handlingar.txt",
        FileKind.REPORT,
        hashlib.sha256(FILE.content).hexdigest(),
    )


def test_a_bundle_is_registered_with_its_letter_replies_and_more_time(ekby: Store) -> None:
    case = case_of(ekby, take(ekby, bundle()))
    assert case.audit.handed_over_on == LETTER_ON
    assert [
        (each.number_in_report, each.number_in_letter, each.relation, each.letter_text)
        for each in case.recommendations
    ] == [
        ("1", "R1", Relation.IDENTICAL, PLAN),
        ("2", "R2", Relation.CHANGED, RESULT_IN_LETTER),
        ("3", None, Relation.OMITTED, None),
        (None, "R3", Relation.ADDED, SHARED),
    ]
    lines = {line.committee.name: line for line in reply_lines(case, TODAY)}
    assert {name: line.reply_case.due_on for name, line in lines.items()} == {
        SCHOOL: DUE_ON,
        SOCIAL: DUE_ON,
    }
    assert lines[SOCIAL].extended_to == date(2024, 10, 1)
    decision = lines[SCHOOL].decision
    assert decision is not None
    assert (decision.kind, decision.paragraph, decision.diary_number, decision.decided_on) == (
        ResponseKind.DECISION,
        "44",
        "BUN 2024/31",
        date(2024, 9, 10),
    )
    (answer,) = case.answers
    assert (answer.position, answer.progress, answer.quote) == (
        Position.AGREES,
        Progress.PLANNED,
        "Nämnden delar synen.",
    )


def test_the_contradictions_of_the_papers_become_checks(ekby: Store) -> None:
    found_now = codes(case_of(ekby, take(ekby, bundle())))
    assert {
        "omitted_from_letter",
        "wording_changed",
        "added_in_letter",
        "not_restated_in_reply",
    } <= found_now
    left = compare_with(ekby, bundle(), 1, TODAY)
    assert [each.key for each in left.lines if each.standing is Standing.NEW] == [f"answer.{BUN}.2"]
    case = case_of(ekby, take(ekby, bundle(), 1, f"answer.{BUN}.2"))
    assert "not_addressed" in codes(case)


def test_what_the_reports_own_summary_leaves_out_is_told_by_the_checks(ekby: Store) -> None:
    doubt = Doubt("not_in_summary", "", 7, {"text": quote_of(RESULT)})
    paper = report(doubts=(doubt,))
    case = case_of(ekby, take(ekby, paper))
    told = [each for each in check_case(case, TODAY) if each.code == "report_against_itself"]
    assert [each.values["number"] for each in told] == ["2"]
    assert take(ekby, paper, case.audit.id).keys == ()


def test_recipients_of_the_letter_alone_are_told_by_the_checks(ekby: Store) -> None:
    made = bundle()
    first, *others = made.recommendations
    wider = replace(first, letter_committees=(SCHOOL, SOCIAL))
    paper = replace(made, recommendations=(wider, *others))
    case = case_of(ekby, take(ekby, paper))
    lost = [each for each in check_case(case, TODAY) if each.code == "recipient_lost"]
    assert [(each.committee and each.committee.name, each.values["number"]) for each in lost] == [
        (SOCIAL, "R1")
    ]
    assert take(ekby, paper, case.audit.id).keys == ()


def test_recipients_of_the_report_alone_are_not_asked(ekby: Store) -> None:
    made = bundle()
    first, *others = made.recommendations
    paper = replace(made, recommendations=(replace(first, committees=(SCHOOL, SOCIAL)), *others))
    case = case_of(ekby, take(ekby, paper))
    first_id = case.recommendations[0].id
    assert [each.name for each in case.committees_of(first_id, asked_only=True)] == [SCHOOL]
    assert "recipient_lost" in codes(case)
    assert take(ekby, paper, case.audit.id).keys == ()


@pytest.mark.parametrize("paper", [report(), letter(audit_year=found(2024)), bundle()])
def test_the_same_file_twice_changes_nothing(ekby: Store, paper: Proposal) -> None:
    done = take(ekby, paper)
    before = len(list_history(ekby))
    again = take(ekby, paper, done.audit.id)
    assert (again.keys, again.is_attached) == ((), False)
    assert len(list_history(ekby)) == before
    with pytest.raises(UsageError, match="is this audit already"):
        take(ekby, paper)


def test_report_letter_and_reply_come_one_after_the_other(ekby: Store) -> None:
    audit_id = take(ekby, report()).audit.id
    take(ekby, letter(), audit_id)
    case = read_case(ekby, audit_id)
    assert [(each.number_in_report, each.relation) for each in case.recommendations] == [
        ("1", Relation.IDENTICAL),
        ("2", Relation.CHANGED),
        ("3", Relation.OMITTED),
        (None, Relation.ADDED),
    ]
    done = take(ekby, reply(), audit_id)
    assert f"response.{BUN}" in done.keys
    case = read_case(ekby, audit_id)
    (response,) = case.responses
    assert len(case.answers) == 1
    assert {each.response_id for each in case.attachments} == {None}
    assert take(ekby, reply(), audit_id).keys == ()
    assert response.decision_text == "Nämnden antar svaret."


def test_a_reply_is_attached_to_itself(ekby: Store) -> None:
    audit_id = take(ekby, bundle()).audit.id
    other = reply(
        responses=(replace(reply().responses[0], committee=SOCIAL, answers=()),),
        recommendations=(),
    )
    seen = compare_with(ekby, other, audit_id, TODAY)
    original = Original("svar.txt", b"svaret")
    accept(ekby, other, Accepting(seen.sure_keys(), audit_id=audit_id), original, TODAY)
    case = read_case(ekby, audit_id)
    social = next(each for each in case.responses if each.id != case.answers[0].response_id)
    assert [
        (each.response_id, each.kind) for each in case.attachments if each.name == "svar.txt"
    ] == [(social.id, FileKind.MINUTES_EXTRACT)]


def test_the_report_may_come_after_the_letter(ekby: Store) -> None:
    audit_id = take(ekby, letter(audit_year=found(2024))).audit.id
    assert {each.relation for each in read_case(ekby, audit_id).recommendations} == {Relation.ADDED}
    seen = compare_with(ekby, report(audit_year=None), audit_id, TODAY)
    first, worded = seen.by_key["recommendation.1"], seen.by_key["recommendation.1.report"]
    assert (first.label, first.standing) == ("Rekommendation R1", Standing.SAME)
    assert (worded.label, worded.standing) == ("Rekommendation R1, i rapporten", Standing.NEW)
    assert "recommendation.3.report" not in seen.by_key
    take(ekby, report(audit_year=None), audit_id)
    case = read_case(ekby, audit_id)
    assert [(each.number_in_letter, each.relation) for each in case.recommendations] == [
        ("R1", Relation.IDENTICAL),
        ("R2", Relation.CHANGED),
        ("R3", Relation.ADDED),
        (None, Relation.OMITTED),
    ]
    assert "omitted_from_letter" in codes(case)


def test_what_differs_is_changed_only_where_it_is_named(ekby: Store) -> None:
    audit_id = take(ekby, report()).audit.id
    other = report(firm=found("Annan Revision AB"), report_on=found(date(2024, 5, 3)))
    assert take(ekby, other, audit_id).keys == ()
    take(ekby, other, audit_id, "head.firm", "question.1")
    audit = read_case(ekby, audit_id).audit
    assert (audit.firm, audit.report_on) == ("Annan Revision AB", date(2024, 5, 2))


def test_a_corrected_value_is_saved_in_place_of_the_proposed(ekby: Store) -> None:
    seen = compare_with(ekby, report(), None, TODAY)
    corrections: dict[str, Value] = {
        "head.title": "Skolans ekonomi",
        "recommendation.3.committees": ("KS",),
        "assessment.1.1": Grade.PARTLY,
    }
    accepting = Accepting(seen.sure_keys(), corrections)
    case = case_of(ekby, accept(ekby, report(), accepting, None, TODAY))
    assert case.audit.title == "Skolans ekonomi"
    assert [each.name for each in case.committees_of(case.recommendations[2].id)] == [
        "kommunstyrelsen"
    ]
    assert case.assessments[0].grade is Grade.PARTLY


def test_a_rejected_line_is_not_saved(ekby: Store) -> None:
    seen = compare_with(ekby, report(), None, TODAY)
    keys = seen.standing_on(seen.sure_keys() - {"question.1", "recommendation.2"})
    case = case_of(ekby, accept(ekby, report(), Accepting(keys), None, TODAY))
    assert [each.text for each in case.questions] == ["Följs utfallet upp?"]
    assert case.assessments == ()
    assert [each.report_text for each in case.recommendations] == [PLAN, TRAINING]


def test_what_cannot_be_saved_is_named_and_nothing_is_saved(ekby: Store) -> None:
    paper = report(committees=(found("Tekniska nämnden"),))
    seen = compare_with(ekby, paper, None, TODAY)
    keys = seen.sure_keys() | {"reviewed.tekniska-nämnden"}
    with pytest.raises(LineRefusedError) as refused:
        accept(ekby, paper, Accepting(keys), FILE, TODAY)
    assert refused.value.key == "reviewed.tekniska-nämnden"
    assert word(refused.value) == (
        "Granskad (reviewed.tekniska-nämnden) kan inte sparas, så inget sparades: Ekby kommun har "
        "ingen nämnd som heter Tekniska nämnden. Lägg upp den först."
    )
    late = letter(audit_year=found(2024), due_on=found(date(2024, 5, 1)))
    with pytest.raises(LineRefusedError, match=r"letter\.letter_on"):
        take(ekby, late, None, "letter.letter_on", "letter.due_on")
    assert list_history(ekby)[0].table != "audit"


def test_a_municipality_that_is_not_registered_is_named(empty_store: Store) -> None:
    for paper, said in (
        (
            report(),
            "Ekby kommun finns inte i registret. Lägg upp den, eller ange vilken som menas.",
        ),
        (report(municipality=None), "Ange vilken kommun granskningen gäller."),
    ):
        with pytest.raises(UsageError) as refused:
            take(empty_store, paper)
        assert word(refused.value) == said
    assert list_history(empty_store) == ()


def test_a_value_that_no_record_can_hold_is_refused_by_its_line(ekby: Store) -> None:
    for key in ("head.title", "head.firm"):
        seen = compare_with(ekby, report(), None, TODAY)
        accepting = Accepting(seen.sure_keys(), {key: "a" * 2000})
        with pytest.raises(LineRefusedError) as refused:
            accept(ekby, report(), accepting, None, TODAY)
        assert refused.value.key == key
        assert "1000" in word(refused.value)


def test_a_line_is_not_accepted_without_what_it_rests_on(ekby: Store) -> None:
    with pytest.raises(UsageError, match=r"rests on .*question\.1"):
        accept(ekby, report(), Accepting(frozenset({"assessment.1.1"})), None, TODAY)
    with pytest.raises(UsageError, match="no line nonsense"):
        accept(ekby, report(), Accepting(frozenset({"nonsense"})), None, TODAY)
    with pytest.raises(UsageError, match="title and its audit year"):
        accept(ekby, report(), Accepting(frozenset({"question.2"})), None, TODAY)


def test_it_is_one_wish_that_can_be_undone(ekby: Store) -> None:
    seen = compare_with(ekby, bundle(), None, TODAY)
    why = "Inläst ur fullmäktiges handlingar"
    accept(ekby, bundle(), Accepting(seen.sure_keys(), why=why), FILE, TODAY)
    wishes = {(each.wish, each.why) for each in list_history(ekby) if each.why}
    assert {each for _wish, each in wishes} == {why}
    assert len(wishes) == 1
    take_turn(ekby, see_turn(ekby, Direction.UNDO))
    assert list_municipalities(ekby)[0].name == "Ekby kommun"
    assert take(ekby, bundle()).is_new_audit


def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(ekby: Store) -> None:
    audit_id = take(ekby, report()).audit.id
    other = report(firm=found("Annan Revision AB"))
    seen = compare_with(ekby, other, audit_id, TODAY)
    take(ekby, report(firm=found("Tredje Revision AB")), audit_id, "head.firm")
    keys = frozenset({"head.firm"})
    accepting = Accepting(keys, audit_id=audit_id, seen=seen.registered)
    with pytest.raises(ConflictError):
        accept(ekby, other, accepting, None, TODAY)
    assert read_case(ekby, audit_id).audit.firm == "Tredje Revision AB"


def test_a_joint_reply_is_one_document_of_its_committees(ekby: Store) -> None:
    made = replace(bundle(), responses=(), doubts=())
    audit_id = take(ekby, made).audit.id
    school = replace(reply().responses[0], kind=ResponseKind.JOINT, answers=(), diary_number=None)
    joint = reply(responses=(school, replace(school, committee=SOCIAL)), recommendations=())
    take(ekby, joint, audit_id)
    case = read_case(ekby, audit_id)
    (response,) = case.responses
    assert (response.kind, response.paragraph) == (ResponseKind.JOINT, "44")
    assert len(case.response_cases) == 2
    assert take(ekby, joint, audit_id).keys == ()


def test_what_a_follow_up_lists_may_be_recommended_before(ekby: Store) -> None:
    paper = report(kind=PaperKind.FOLLOW_UP_REPORT)
    case = case_of(ekby, take(ekby, paper))
    assert (case.audit.kind, case.recommendations) == (AuditKind.FOLLOW_UP, ())
    take(ekby, paper, case.audit.id, "recommendation.1", "recommendation.1.committees")
    assert len(read_case(ekby, case.audit.id).recommendations) == 1


def test_a_clerk_accepts_replies_and_nothing_else(ekby: Store) -> None:
    audit_id = take(ekby, bundle()).audit.id
    clerk = replace(ekby, person=Person("Sekreteraren", PersonRole.CLERK))
    more = reply(responses=(replace(reply().responses[0], received_on=found(date(2024, 9, 14))),))
    assert take(clerk, more, audit_id).keys == (f"response.{BUN}.received_on",)
    with pytest.raises(RevTrackError, match="you work as a clerk"):
        take(clerk, report(purpose=found("Att bedöma skolans ekonomi")), audit_id)


def test_a_register_open_for_reading_only_is_not_changed(ekby: Store) -> None:
    with pytest.raises(RevTrackError, match="reading only"):
        take(replace(ekby, is_read_only=True), report())


def test_another_decision_of_the_same_committee_is_not_the_registered_one(ekby: Store) -> None:
    audit_id = take(ekby, bundle()).audit.id
    other = replace(reply().responses[0], paragraph=found("91"), decided_on=None)
    seen = compare_with(ekby, reply(responses=(other,)), audit_id, TODAY)
    line = seen.line(f"response.{BUN}")
    assert line is not None
    assert line.standing is Standing.CANNOT
    assert "har redan svarat, genom ett annat beslut" in (line.reason or "")


def test_more_time_after_the_reply_cannot_be_told_without_its_day(ekby: Store) -> None:
    audit_id = take(ekby, bundle()).audit.id
    later = ProposedExtension(SCHOOL, date(2024, 10, 10), HERE, 0.9)
    seen = compare_with(ekby, reply(extensions=(later,)), audit_id, TODAY)
    line = seen.line(f"extension.{BUN}.2024-10-10")
    assert line is not None
    assert line.standing is Standing.CANNOT
