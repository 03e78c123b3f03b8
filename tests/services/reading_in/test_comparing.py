"""A proposal held against the register, line by line."""

from dataclasses import replace
from datetime import date

from revtrack.domain.codes import AuditKind, Grade, PaperKind
from revtrack.domain.proposals.proposal import Doubt, ProposedRecommendation
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.likely import Target, guess_of
from revtrack.services.reading_in.lines import Accepting, Standing
from revtrack.services.reading_in.told import line_as_json, shown_value, why_left
from revtrack.storage.store import Store
from tests.services.reading_in.papers import (
    DUE_ON,
    HERE,
    PLAN,
    RESULT,
    SCHOOL,
    SOCIAL,
    TODAY,
    bundle,
    found,
    letter,
    reply,
    report,
)

NEW, SAME, DIFFERS, CANNOT = Standing.NEW, Standing.SAME, Standing.DIFFERS, Standing.CANNOT


def _registered(store: Store) -> int:
    seen = compare_with(store, report(), None, TODAY)
    return accept(store, report(), Accepting(seen.sure_keys()), None, TODAY).audit.id


def test_what_a_report_says_is_new_where_the_register_has_no_such_audit(ekby: Store) -> None:
    seen = compare_with(ekby, report(), None, TODAY)
    assert [(each.key, each.standing) for each in seen.lines] == [
        ("head.municipality", SAME),
        ("head.title", NEW),
        ("head.audit_year", NEW),
        ("head.firm", NEW),
        ("head.report_on", NEW),
        ("head.overall", NEW),
        ("reviewed.barn-och-utbildningsnämnden", NEW),
        ("reviewed.socialnämnden", NEW),
        ("question.1", NEW),
        ("assessment.1.1", NEW),
        ("assessment.1.1.committees", NEW),
        ("question.2", NEW),
        ("recommendation.1", NEW),
        ("recommendation.1.committees", NEW),
        ("recommendation.2", NEW),
        ("recommendation.2.committees", NEW),
        ("recommendation.3", NEW),
        ("recommendation.3.committees", NEW),
    ]
    assert seen.sure_keys() == {each.key for each in seen.lines} - {"head.municipality"}


def test_a_committee_that_the_register_lacks_cannot_be_saved(ekby: Store) -> None:
    seen = compare_with(ekby, report(committees=(found("Tekniska nämnden"),)), None, TODAY)
    line = seen.line("reviewed.tekniska-nämnden")
    assert line is not None
    assert (line.standing, line.reason) == (
        CANNOT,
        "Ekby kommun har ingen nämnd som heter Tekniska nämnden. Lägg upp den först.",
    )


def test_a_municipality_that_is_not_registered_has_to_be_named(ekby: Store) -> None:
    other = report(municipality=found("Sjöby kommun"))
    seen = compare_with(ekby, other, None, TODAY)
    assert seen.municipality is None
    assert seen.line("head.municipality").reason == (  # type: ignore[union-attr]
        "Sjöby kommun finns inte i registret. Lägg upp den, eller ange vilken som menas."
    )
    named = compare_with(ekby, other, None, TODAY, "Ekby")
    assert named.municipality is not None
    assert named.municipality.name == "Ekby kommun"


def test_what_the_register_has_is_the_same_or_differs(ekby: Store) -> None:
    audit_id = _registered(ekby)
    assert {each.standing for each in compare_with(ekby, report(), audit_id, TODAY).lines} == {SAME}
    first, *others = report().recommendations
    changed = report(
        firm=found("Annan Revision AB"),
        report_on=None,
        recommendations=(replace(first, text="Ta fram planer för skolans ekonomi"), *others),
    )
    seen = compare_with(ekby, changed, audit_id, TODAY)
    assert [
        (each.key, each.value, each.registered) for each in seen.lines if each.standing is DIFFERS
    ] == [
        ("head.firm", "Annan Revision AB", "Firma Revision AB"),
        ("recommendation.1", "Ta fram planer för skolans ekonomi", PLAN),
    ]
    assert seen.sure_keys() == frozenset()
    firm = seen.line("head.firm")
    assert firm is not None
    assert why_left(seen, firm, ()) == "Registret säger annat: Firma Revision AB."


def test_nothing_is_paired_by_guess(ekby: Store) -> None:
    twins = tuple(
        ProposedRecommendation(number, HERE, PLAN, committees=(SCHOOL,)) for number in ("1", "2")
    )
    seen = compare_with(ekby, report(recommendations=twins), None, TODAY)
    audit_id = accept(ekby, seen.proposal, Accepting(seen.sure_keys()), None, TODAY).audit.id
    other = ProposedRecommendation("9", HERE, PLAN, committees=(SCHOOL,))
    again = compare_with(ekby, report(recommendations=(other,)), audit_id, TODAY)
    line = again.line("recommendation.9")
    assert line is not None
    assert line.standing is CANNOT
    assert line.reason == "Flera rekommendationer i registret liknar den lika mycket: 1, 2."
    assert [each.code for each in again.doubts] == ["recommendation_like_several"]


def test_another_text_of_the_same_number_is_left_to_a_person(ekby: Store) -> None:
    audit_id = _registered(ekby)
    asked = replace(report().questions[1], text="Är rektorernas ansvar tydligt?")
    winter = ProposedRecommendation("3", HERE, "Köpa in fler plogbilar", committees=(SOCIAL,))
    made = report(
        questions=(report().questions[0], asked),
        recommendations=(*report().recommendations[:2], winter),
    )
    seen = compare_with(ekby, made, audit_id, TODAY)
    assert seen.sure_keys() == frozenset()
    told = [seen.line("question.2"), seen.line("recommendation.3")]
    assert [each.reason for each in told if each] == [
        "Registret har en annan text med detta nummer: Följs utfallet upp?",
        "Registret har en annan text med detta nummer: Utbilda rektorerna i budgetarbete",
    ]


def test_a_letter_read_into_the_reports_audit_tells_what_it_changes(ekby: Store) -> None:
    seen = compare_with(ekby, letter(), _registered(ekby), TODAY)
    new = {each.key: shown_value(each.value) for each in seen.lines if each.standing is NEW}
    assert new == {
        "recipient.barn-och-utbildningsnämnden": SCHOOL,
        "recipient.socialnämnden": SOCIAL,
        "recommendation.1.letter": PLAN,
        "recommendation.2.letter": "Redovisa utfallet för varje enhet en gång i kvartalet",
        "recommendation.3": "Samordna inköpen med andra förvaltningar",
        "recommendation.3.committees": SOCIAL,
        "omitted.3": "finns inte i missivet",
        "letter.letter_on": "2024-05-20",
        "letter.due_on": "2024-09-16",
    }
    wording = seen.line("recommendation.2")
    assert wording is not None
    assert (wording.standing, wording.registered) == (SAME, RESULT)


def test_a_reply_waits_for_the_letter(ekby: Store) -> None:
    seen = compare_with(ekby, reply(), _registered(ekby), TODAY)
    assert {
        each.standing for each in seen.lines if each.key.startswith(("response", "answer"))
    } == {CANNOT}
    assert seen.line("response.barn-och-utbildningsnämnden").reason == (  # type: ignore[union-attr]
        "Missivet är inte registrerat som skickat, så det kan inte besvaras ännu. Läs in missivet "
        "och ta med dess dag (letter.letter_on) och svarsdagarna (letter.due_on), också om de är "
        "osäkra; rätta dem om de är fel."
    )


def test_a_letter_without_a_due_day_is_left_to_a_person(ekby: Store) -> None:
    seen = compare_with(ekby, letter(due_on=None, audit_year=found(2023)), None, TODAY)
    assert not {"letter.letter_on", "letter.due_on"} & seen.sure_keys()
    sent = seen.line("letter.letter_on")
    assert sent is not None
    assert why_left(seen, sent, seen.sure_keys()) == (
        "Den vilar på Svar senast (letter.due_on), som lämnas. Om den stämmer, lägg till: "
        "--set letter.due_on=ÅÅÅÅ-MM-DD"
    )


def test_a_letter_with_several_due_days_is_left_to_a_person(ekby: Store) -> None:
    doubt = Doubt("several_due_days", "The letter asks for replies by different days: {days}.", 7)
    told = replace(doubt, facts={"days": "2024-09-16, 2024-10-01"})
    seen = compare_with(ekby, letter(doubts=(told,), audit_year=found(2023)), None, TODAY)
    due = seen.line("letter.due_on")
    assert due is not None
    assert (due.is_sure, "2024-10-01" in (due.reason or "")) == (False, True)
    assert "letter.letter_on" not in seen.sure_keys()


def test_the_year_of_a_paper_that_says_none_is_left_to_a_person(ekby: Store) -> None:
    seen = compare_with(ekby, letter(), None, TODAY)
    year = seen.line("head.audit_year")
    assert year is not None
    assert (year.value, year.is_sure) == (2024, False)


def test_a_paper_of_another_municipality_or_audit_is_told(ekby: Store) -> None:
    audit_id = _registered(ekby)
    other = report(municipality=found("Sjöby kommun"), purpose=found("Att bedöma skolan"))
    seen = compare_with(ekby, other, audit_id, TODAY)
    assert seen.elsewhere == "Handlingen gäller Sjöby kommun, men EKB-2023-1 gäller Ekby kommun."
    assert seen.sure_keys() == frozenset()
    winter = ProposedRecommendation("1", HERE, "Köpa in fler plogbilar", committees=(SOCIAL,))
    plough = report(title=found("Vinterväghållningen"), questions=(), recommendations=(winter,))
    told = compare_with(ekby, plough, audit_id, TODAY).elsewhere
    assert told is not None
    assert told.startswith("Handlingen verkar höra till en annan granskning")


def test_a_follow_up_is_never_taken_for_the_audit_that_it_goes_back_to(ekby: Store) -> None:
    seen = compare_with(ekby, report(), None, TODAY)
    before = accept(ekby, report(), Accepting(seen.sure_keys()), None, TODAY).audit
    title = found("Uppföljande granskning av skolans ekonomi")
    later = report(kind=PaperKind.FOLLOW_UP_REPORT, title=title, audit_year=found(2026))
    assert guess_of(ekby, later, None) == Target()
    into_it = compare_with(ekby, later, before.id, TODAY)
    assert (into_it.audit, into_it.chosen) == (None, before)
    fresh = compare_with(ekby, later, None, TODAY)
    made = accept(ekby, later, Accepting(fresh.sure_keys()), None, TODAY).audit
    assert made.kind is AuditKind.FOLLOW_UP
    assert guess_of(ekby, later, None) == Target(made.id, is_guessed=True)
    assert compare_with(ekby, later, made.id, TODAY).elsewhere is None


def test_a_line_is_told_to_other_programs(ekby: Store) -> None:
    seen = compare_with(ekby, bundle(), None, TODAY)
    due = seen.line("letter.due_on")
    assert due is not None
    assert line_as_json(seen, due) == {
        "key": "letter.due_on",
        "group": "letter",
        "label": "Svar senast",
        "value": DUE_ON.isoformat(),
        "registered": None,
        "standing": "new",
        "reason": None,
        "form": "day",
        "line": 7,
        "page": None,
        "quote": "Så står det",
        "confidence": 0.95,
        "depends_on": ["letter.letter_on"],
        "accepted": False,
        "left": None,
    }
    assert shown_value(Grade.PARTLY) == "Delvis"
    assert shown_value(date(2024, 5, 2)) == "2024-05-02"
