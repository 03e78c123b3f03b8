"""What a follow-up's report finds is saved as verdicts in a follow-up of the audit before it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind, Basis, PaperKind, PersonRole, VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.proposal import (
    Proposal,
    ProposedRecommendation,
    ProposedVerdict,
)
from revtrack.domain.records import Verdict
from revtrack.domain.texts.paper import Paper
from revtrack.services.find import read_case
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.services.follow_up.starting import FollowUpEntry, start_follow_up
from revtrack.services.history import list_history
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.likely import Target
from revtrack.services.reading_in.lines import Accepted, Accepting, Comparison, Standing, Value
from revtrack.services.reading_in.read_file import ReadFile
from revtrack.services.reading_in.saving import LineRefusedError
from revtrack.services.reading_in.taking import see_taking
from revtrack.storage.store import Person, Store
from tests.services.reading_in.papers import (
    HERE,
    LETTER_ON,
    PLAN,
    RESULT,
    SCHOOL,
    SHARED,
    SOCIAL,
    TODAY,
    bundle,
    found,
    letter,
    report,
)

NEW, SAME, DIFFERS, CANNOT = Standing.NEW, Standing.SAME, Standing.DIFFERS, Standing.CANNOT
BUN, SN = "barn-och-utbildningsnämnden", "socialnämnden"
DAY = date(2025, 2, 3)
FULL, PARTLY, NOT = VerdictStep.FULL, VerdictStep.PARTLY, VerdictStep.NOT


def listed(
    number: str,
    text: str,
    step: VerdictStep | None,
    *committees: str,
    sure: float = 0.95,
) -> ProposedRecommendation:
    """Return an earlier recommendation as a follow-up lists it, with what it finds."""
    verdict = ProposedVerdict(step, f"Så bedöms {number}", HERE, sure) if step else None
    return ProposedRecommendation(number, HERE, text, committees=committees, verdict=verdict)


def follow_up(*recommendations: ProposedRecommendation, **changes: Any) -> Proposal:  # noqa: ANN401
    """Return what a follow-up's report proposes."""
    stated: dict[str, Any] = {
        "kind": PaperKind.FOLLOW_UP_REPORT,
        "municipality": found("Ekby kommun"),
        "title": found("Uppföljande granskning av skolans ekonomi"),
        "firm": found("Firma Revision AB"),
        "audit_year": found(2025),
        "report_on": found(DAY),
        "recommendations": recommendations
        or (
            listed("1", PLAN, FULL, SCHOOL),
            listed("2", RESULT, PARTLY, SCHOOL, sure=0.5),
            listed("3", SHARED, NOT, SOCIAL),
        ),
    }
    return Proposal(**{**stated, **changes})


def take(
    store: Store,
    paper: Proposal,
    audit_id: int | None = None,
    *also: str,
    **corrections: Value,
) -> Accepted:
    """Accept what is sure of a paper, with these lines and corrections besides."""
    seen = compare_with(store, paper, audit_id, TODAY)
    typed = {key.replace("__", "."): value for key, value in corrections.items()}
    keys = seen.sure_keys(besides={*also, *typed}) | set(also)
    accepting = Accepting(keys, typed, audit_id=audit_id, seen=seen.registered)
    return accept(store, paper, accepting, None, TODAY)


def verdicts(store: Store, audit_id: int) -> dict[str, Verdict]:
    """Return the verdicts of an audit's recommendations by their numbers."""
    case = read_case(store, audit_id)
    return {_number(case, each): each for each in case.verdicts}


def _number(case: AuditCase, verdict: Verdict) -> str:
    addressee = case.addressee_by_id[verdict.addressee_id]
    return case.number_of(case.recommendation_by_id[addressee.recommendation_id])


def standings(seen: Comparison) -> dict[str, Standing]:
    return {each.key: each.standing for each in seen.lines if each.group == "verdicts"}


@pytest.fixture
def earlier(ekby: Store) -> int:
    """An audit whose letter has gone out, so that it can be followed up."""
    return take(ekby, bundle()).audit.id


@pytest.mark.usefixtures("earlier")
def test_the_lines_say_what_is_followed_up_and_what_is_found(ekby: Store) -> None:
    seen = compare_with(ekby, follow_up(), None, TODAY)
    assert standings(seen) == {
        "followed": NEW,
        "followed.judged_on": NEW,
        f"verdict.{BUN}.1": NEW,
        f"verdict.{BUN}.2": NEW,
        f"verdict.{SN}.3": NEW,
    }
    assert seen.by_key["followed"].value == "EKB-2023-1 Granskning av skolans ekonomi"
    first, second = seen.by_key[f"verdict.{BUN}.1"], seen.by_key[f"verdict.{BUN}.2"]
    assert (first.value, first.quote, first.place) == (FULL, "Så bedöms 1", HERE)
    assert (first.is_sure, second.is_sure) == (True, False)
    assert not any(each.key.startswith("recommendation.") for each in seen.lines)
    assert not {each.code for each in seen.doubts} & {"verdicts_not_saved"}


def test_accepting_makes_a_follow_up_with_its_verdicts(ekby: Store, earlier: int) -> None:
    done = take(ekby, follow_up())
    case = read_case(ekby, done.audit.id)
    assert (done.is_new_audit, case.audit.kind) == (True, AuditKind.FOLLOW_UP)
    assert case.audit.title == "Uppföljande granskning av skolans ekonomi"
    assert [each.followed_id for each in case.followed] == [earlier]
    found_of = verdicts(ekby, earlier)
    assert {number: each.verdict for number, each in found_of.items()} == {"R1": FULL, "R3": NOT}
    one = found_of["R1"]
    assert (one.follow_up_id, one.judged_on, one.basis) == (done.audit.id, DAY, Basis.DESK)
    assert (one.method, one.comment) == ("läsning av uppföljningsrapporten", "Så bedöms 1")
    assert one.judged_by == "Firma Revision AB"
    assert not case.recommendations


def test_an_unsure_verdict_is_saved_where_it_is_accepted_or_corrected(
    ekby: Store, earlier: int
) -> None:
    done = take(ekby, follow_up(), None, f"verdict.{BUN}.2")
    assert verdicts(ekby, earlier)["R2"].verdict is PARTLY
    key = f"verdict.{BUN}.2".replace(".", "__")
    take(ekby, follow_up(), done.audit.id, **{key: NOT})
    assert verdicts(ekby, earlier)["R2"].verdict is NOT
    assert len(read_case(ekby, earlier).verdicts) == 3  # one takes the other's place


def test_read_again_the_register_has_it_all(ekby: Store, earlier: int) -> None:
    done = take(ekby, follow_up(), None, f"verdict.{BUN}.2")
    for audit_id in (done.audit.id, earlier):
        seen = compare_with(ekby, follow_up(), audit_id, TODAY)
        assert set(standings(seen).values()) == {SAME}
        assert seen.audit == done.audit
        assert not take(ekby, follow_up(), audit_id).keys


def test_the_audit_that_is_followed_up_may_be_chosen(ekby: Store, earlier: int) -> None:
    paper = follow_up(title=found("Uppföljning 2025"))
    seen = compare_with(ekby, paper, earlier, TODAY)
    assert (seen.audit, seen.chosen and seen.chosen.id, seen.elsewhere) == (None, earlier, None)
    done = take(ekby, paper, earlier)
    assert (done.is_new_audit, done.audit.title) == (True, "Uppföljning 2025")
    assert follow_ups_of(ekby, earlier) == (done.audit,)
    assert set(verdicts(ekby, earlier)) == {"R1", "R3"}


def test_a_follow_up_under_way_is_completed(ekby: Store, earlier: int) -> None:
    begun = start_follow_up(ekby, FollowUpEntry(followed_ids=(earlier,)), TODAY)
    paper = follow_up(title=found("Uppföljning av nämndernas åtgärder"))
    seen = compare_with(ekby, paper, None, TODAY).by_key["followed"]
    assert (seen.standing, seen.reason) == (
        CANNOT,
        "EKB-2023-1 följs redan upp, i EKB-2025-1. Läs in handlingen i EKB-2025-1.",
    )
    with pytest.raises(LineRefusedError, match="followed"):
        take(ekby, paper)
    done = take(ekby, paper, earlier)
    assert (done.audit.id, done.is_new_audit) == (begun.id, False)
    assert follow_ups_of(ekby, earlier) == (done.audit,)
    assert {each.follow_up_id for each in verdicts(ekby, earlier).values()} == {begun.id}


def test_a_follow_up_that_was_read_in_before_is_tied_afterwards(ekby: Store) -> None:
    made = take(ekby, follow_up())
    assert not read_case(ekby, made.audit.id).followed
    earlier = take(ekby, bundle()).audit.id
    take(ekby, follow_up(), made.audit.id)
    assert follow_ups_of(ekby, earlier)[0].id == made.audit.id
    assert set(verdicts(ekby, earlier)) == {"R1", "R3"}


def test_without_the_audit_before_it_the_warning_says_what_to_do(ekby: Store) -> None:
    seen = compare_with(ekby, follow_up(), None, TODAY)
    assert [each.code for each in seen.doubts] == ["verdicts_not_saved"]
    assert not standings(seen)
    assert seen.by_key["recommendation.1"].is_sure is False


def test_an_audit_that_is_not_handed_over_is_not_followed_up(ekby: Store) -> None:
    before = take(ekby, report()).audit
    line = compare_with(ekby, follow_up(), None, TODAY).by_key["followed"]
    assert line.standing is CANNOT
    assert line.reason is not None
    assert "inte överlämnad" in line.reason
    with pytest.raises(LineRefusedError, match="inte överlämnad"):
        take(ekby, follow_up(), before.id)
    done = take(ekby, follow_up())
    assert not read_case(ekby, done.audit.id).followed


def test_a_recommendation_that_none_of_before_is_like_is_left(ekby: Store, earlier: int) -> None:
    strange = listed("4", "Köpa in fler plogbilar till vintern", NOT, SOCIAL)
    paper = follow_up(*follow_up().recommendations, strange)
    seen = compare_with(ekby, paper, None, TODAY)
    line = seen.by_key["verdict.4"]
    assert (line.standing, line.value) == (CANNOT, NOT)
    assert line.reason is not None
    assert line.reason.startswith("EKB-2023-1 har ingen rekommendation som liknar den här")
    assert "recommendation.4" in seen.by_key  # it may be a new one, for a person to judge
    take(ekby, paper)
    assert set(verdicts(ekby, earlier)) == {"R1", "R3"}


def test_another_wording_of_the_same_number_is_not_sure(ekby: Store, earlier: int) -> None:
    assert earlier
    other = "Ta fram en långsiktig plan för att få skolans budget och ekonomi i balans"
    paper = follow_up(*follow_up().recommendations[1:], listed("1", other, FULL, SCHOOL))
    seen = compare_with(ekby, paper, None, TODAY)
    line = seen.line(f"verdict.{BUN}.1") or seen.by_key["verdict.1"]
    assert not (line.standing is NEW and line.is_sure)
    assert line.reason


def test_what_is_judged_without_clear_words_is_to_be_chosen(ekby: Store, earlier: int) -> None:
    paper = follow_up(listed("1", PLAN, None, SCHOOL), listed("2", RESULT, FULL, SCHOOL))
    line = compare_with(ekby, paper, None, TODAY).by_key[f"verdict.{BUN}.1"]
    assert (line.standing, line.value) == (CANNOT, None)
    take(ekby, paper, None, **{f"verdict__{BUN}__1": PARTLY})
    assert {each.verdict for each in verdicts(ekby, earlier).values()} == {PARTLY, FULL}


def test_one_verdict_on_what_several_were_asked_is_not_sure_of_each(ekby: Store) -> None:
    both = ProposedRecommendation(
        "1", HERE, None, SHARED, letter_committees=(SCHOOL, SOCIAL), letter_place=HERE
    )
    earlier = take(ekby, letter(recommendations=(both,)), None, "head.audit_year").audit.id
    paper = follow_up(listed("1", SHARED, FULL))
    seen = compare_with(ekby, paper, None, TODAY)
    lines = [seen.by_key[f"verdict.{who}.1"] for who in (BUN, SN)]
    assert [(each.standing, each.is_sure) for each in lines] == [(NEW, False)] * 2
    named = compare_with(ekby, follow_up(listed("1", SHARED, FULL, SOCIAL)), None, TODAY)
    assert f"verdict.{BUN}.1" not in named.by_key
    assert named.by_key[f"verdict.{SN}.1"].is_sure
    take(ekby, paper, None, f"verdict.{SN}.1")
    assert len(read_case(ekby, earlier).verdicts) == 1


def test_a_report_without_a_day_saves_no_verdict_until_it_is_written(
    ekby: Store, earlier: int
) -> None:
    paper = follow_up(report_on=None)
    with pytest.raises(LineRefusedError, match="Skriv bedömningarnas dag"):
        take(ekby, paper, None, "followed.judged_on")
    done = take(ekby, paper)
    assert [each.followed_id for each in read_case(ekby, done.audit.id).followed] == [earlier]
    assert not read_case(ekby, earlier).verdicts
    take(ekby, paper, done.audit.id, followed__judged_on=DAY)
    assert {each.judged_on for each in verdicts(ekby, earlier).values()} == {DAY}
    other = date(2025, 2, 10)
    take(ekby, paper, done.audit.id, followed__judged_on=other)
    assert {each.judged_on for each in verdicts(ekby, earlier).values()} == {other}


def test_a_day_before_the_letter_saves_nothing_at_all(ekby: Store, earlier: int) -> None:
    paper = follow_up(report_on=found(date(2024, 5, 1)))
    line = compare_with(ekby, paper, None, TODAY).by_key["followed.judged_on"]
    assert (line.standing, line.reason) == (
        CANNOT,
        f"2024-05-01 ligger före missivet, som är från {LETTER_ON}. Kontrollera dagen.",
    )
    before = len(list_history(ekby))
    with pytest.raises(LineRefusedError, match=f"verdict.{BUN}.1"):
        take(ekby, follow_up(), None, followed__judged_on=date(2024, 5, 1))
    assert (len(list_history(ekby)), follow_ups_of(ekby, earlier)) == (before, ())
    take(ekby, paper, None, followed__judged_on=DAY)
    assert {each.judged_on for each in verdicts(ekby, earlier).values()} == {DAY}


def test_what_may_follow_up_several_audits_is_not_sure(ekby: Store, earlier: int) -> None:
    twice = replace(bundle(), audit_year=found(2022), title=found("Skolans ekonomi, del 2"))
    other = take(ekby, twice).audit
    seen = compare_with(ekby, follow_up(title=found("Uppföljning")), None, TODAY)
    line = seen.by_key["followed"]
    assert line.reason is not None
    assert (line.is_sure, "men också" in line.reason) == (False, True)
    assert not [key for key in seen.sure_keys() if key.startswith(("verdict", "followed"))]
    take(ekby, follow_up(title=found("Uppföljning")), other.id)
    assert set(verdicts(ekby, other.id)) == {"R1", "R3"}
    assert not verdicts(ekby, earlier)


def test_each_committee_is_judged_as_its_own_row_says(ekby: Store) -> None:
    both = (SCHOOL, SOCIAL)
    known = ProposedRecommendation("1", HERE, SHARED, SHARED, both, both)
    earlier = take(ekby, replace(bundle(), recommendations=(known,), responses=(), doubts=()))
    apart = tuple(
        ProposedVerdict(step, f"Så bedöms {whom}", HERE, 0.95, (whom,))
        for whom, step in ((SCHOOL, FULL), (SOCIAL, NOT))
    )
    row = replace(listed("1", SHARED, FULL, *both), verdicts_apart=apart)
    seen = compare_with(ekby, follow_up(row), None, TODAY)
    lines = [seen.by_key[f"verdict.{each}.1"] for each in (BUN, SN)]
    assert [(each.value, each.reason, each.is_sure) for each in lines] == [
        (FULL, None, True),
        (NOT, None, True),
    ]
    take(ekby, follow_up(row))
    case = read_case(ekby, earlier.audit.id)
    named = {each.id: case.committee_by_id[each.committee_id].name for each in case.addressees}
    assert {named[each.addressee_id]: each.verdict for each in case.verdicts} == {
        SCHOOL: FULL,
        SOCIAL: NOT,
    }


def test_a_committee_that_no_row_judges_gets_no_verdict_of_the_others(ekby: Store) -> None:
    both = (SCHOOL, SOCIAL)
    known = ProposedRecommendation("1", HERE, SHARED, SHARED, both, both)
    take(ekby, replace(bundle(), recommendations=(known,), responses=(), doubts=()))
    apart = (ProposedVerdict(FULL, "Genomförd", HERE, 0.95, (SCHOOL,)),)
    row = replace(listed("1", SHARED, FULL, *both), verdicts_apart=apart)
    line = compare_with(ekby, follow_up(row), None, TODAY).by_key[f"verdict.{SN}.1"]
    assert (line.value, line.is_sure) == (None, False)


def other_audit(store: Store, *texts: str) -> int:
    """Register another audit that recommends something to the social committee; return its id."""
    recommended = tuple(
        ProposedRecommendation(str(number), HERE, text, text, (SOCIAL,), (SOCIAL,))
        for number, text in enumerate(texts, start=1)
    )
    paper = replace(
        bundle(),
        title=found("Granskning av vinterväghållningen"),
        recommendations=recommended,
        questions=(),
        responses=(),
        extensions=(),
        doubts=(),
    )
    return take(store, paper).audit.id


PLOUGHS, SAND = "Köpa in fler plogbilar", "Redovisa åtgången av sand och salt"


def test_a_report_on_several_audits_becomes_one_follow_up_of_them(
    ekby: Store, earlier: int
) -> None:
    roads = other_audit(ekby, PLOUGHS, SAND)
    paper = follow_up(
        listed("1", PLAN, FULL, SCHOOL),
        listed("2", RESULT, PARTLY, SCHOOL),
        listed("3", PLOUGHS, NOT, SOCIAL),
        listed("4", SAND, FULL, SOCIAL),
        title=found("Uppföljning av tidigare granskningar"),
    )
    seen = compare_with(ekby, paper, None, TODAY)
    line = seen.by_key["followed"]
    assert (line.is_sure, line.reason) == (True, None)
    assert str(line.value) == (
        "EKB-2023-1 Granskning av skolans ekonomi, EKB-2023-2 Granskning av vinterväghållningen"
    )
    made = take(ekby, paper).audit
    assert [each.followed_id for each in read_case(ekby, made.id).followed] == [earlier, roads]
    steps = [
        {n: each.verdict for n, each in verdicts(ekby, one).items()} for one in (earlier, roads)
    ]
    assert steps == [{"R1": FULL, "R2": PARTLY}, {"R1": NOT, "R2": FULL}]


def test_one_recommendation_of_an_audit_does_not_make_it_followed_up_for_certain(
    ekby: Store, earlier: int
) -> None:
    roads = other_audit(ekby, PLOUGHS, SAND)
    paper = follow_up(
        listed("1", PLAN, FULL, SCHOOL),
        listed("2", PLOUGHS, NOT, SOCIAL),
        listed("3", "Se över delegationsordningen", NOT, SOCIAL),
        title=found("Uppföljning av tidigare granskningar"),
    )
    line = compare_with(ekby, paper, None, TODAY).by_key["followed"]
    assert line.reason == (
        "Handlingen tar upp rekommendationer ur EKB-2023-1, EKB-2023-2, men det är inte säkert att "
        "den följer upp alla granskningarna. Godta raden om den gör det."
    )
    assert not line.is_sure
    taken = take(ekby, paper, None, "followed").audit
    assert [each.followed_id for each in read_case(ekby, taken.id).followed] == [earlier, roads]


@pytest.mark.usefixtures("earlier")
def test_a_title_tells_the_one_audit_though_the_report_lists_others_too(ekby: Store) -> None:
    other_audit(ekby, PLOUGHS, SAND)
    paper = follow_up(
        listed("1", PLAN, FULL, SCHOOL),
        listed("2", PLOUGHS, NOT, SOCIAL),
        listed("3", "Se över delegationsordningen", NOT, SOCIAL),
    )
    value = compare_with(ekby, paper, None, TODAY).by_key["followed"].value
    assert str(value).startswith("EKB-2023-1 ")
    assert "vinterväg" not in str(value)


def test_a_paper_of_another_matter_is_told_of_the_audit_that_is_chosen(
    ekby: Store, earlier: int
) -> None:
    plough = listed("1", "Köpa in fler plogbilar till vintern", FULL, SOCIAL)
    paper = follow_up(plough, title=found("Uppföljning av vinterväghållningen"))
    seen = compare_with(ekby, paper, earlier, TODAY)
    assert seen.elsewhere is not None
    assert seen.elsewhere.startswith("Handlingen verkar höra till en annan granskning")


def test_what_is_chosen_to_be_followed_up_has_to_be_accepted(ekby: Store, earlier: int) -> None:
    keys = frozenset(("head.title", "head.audit_year"))
    with pytest.raises(LineRefusedError, match="followed"):
        accept(ekby, follow_up(), Accepting(keys, audit_id=earlier), None, TODAY)


def test_clerks_save_no_verdicts(ekby: Store, earlier: int) -> None:
    paper = follow_up()
    start_follow_up(ekby, FollowUpEntry(followed_ids=(earlier,)), TODAY)
    clerk = replace(ekby, person=Person("Sekreteraren", PersonRole.CLERK))
    with pytest.raises(RevTrackError):
        take(clerk, paper, earlier)


def test_what_is_taken_is_kept_for_the_audit_that_was_chosen(ekby: Store, earlier: int) -> None:
    file = ReadFile("uppföljning.txt", b"som den kom", Paper(()), follow_up())
    taking = see_taking(ekby, file, TODAY, Target(earlier)).with_all_sure()
    assert taking.accepting().audit_id == taking.as_draft(None).audit_id == earlier
    assert f"verdict.{BUN}.1" in taking.filled
    left = taking.left(["followed"])
    assert not [key for key in left.filled if key.startswith(("verdict", "followed"))]


@pytest.mark.usefixtures("earlier")
def test_what_is_sure_may_rest_on_a_day_that_was_written(ekby: Store) -> None:
    paper = ReadFile("uppföljning.txt", b"som den kom", Paper(()), follow_up(report_on=None))
    taking = see_taking(ekby, paper, TODAY, Target())
    assert f"verdict.{BUN}.1" not in taking.with_all_sure().filled
    dated = taking.with_all_sure().corrected("followed.judged_on", DAY)
    assert {f"verdict.{BUN}.1", f"verdict.{SN}.3"} <= dated.with_all_sure().filled.keys()
    assert f"verdict.{BUN}.2" not in dated.with_all_sure().filled
