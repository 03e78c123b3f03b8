"""From a new audit to its issued letter."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Confidentiality, RecommendationKind, Relation, Role
from revtrack.domain.entries import (
    AuditEntry,
    HandOverEntry,
    LetterEntry,
    NamedRecommendationEntry,
    RecommendationEntry,
)
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import addressee_lines
from revtrack.services.changing.removing import remove_fact
from revtrack.services.find import list_committees, list_municipalities, read_case
from revtrack.services.history import list_history, verify
from revtrack.services.registering import register
from revtrack.services.registering.hand_over import hand_over
from revtrack.services.registering.new_audit import add_named_recommendation
from revtrack.services.registering.new_letter import (
    propose_reference_for,
    register_letter,
    unknown_recipients,
)
from revtrack.storage.rows import change, remove
from revtrack.storage.store import Store

ON, DUE = date(2022, 12, 1), date(2023, 3, 1)
TODAY = date(2023, 1, 10)
NAMES = ("kommunstyrelsen", "grundskolenämnden", "kultur- och fritidsnämnden")


def _remove(store: Store, audit_id: int, recommendation_id: int) -> None:
    known = read_case(store, audit_id).recommendation_by_id[recommendation_id]
    remove_fact(store, audit_id, known)


def _town(store: Store) -> r.Municipality:
    town = register.register_municipality(
        store, r.NewMunicipality(name="Provinge kommun", place="Provinge")
    )
    for ordinal, name in enumerate(NAMES, start=1):
        new = r.NewCommittee(municipality_id=town.id, ordinal=ordinal, name=name)
        register.register_committee(store, new)
    return town


def _entry(text: str, *committees: int, **fields: object) -> RecommendationEntry:
    return RecommendationEntry.model_validate({"text": text, "committee_ids": committees, **fields})


def _audit(store: Store) -> r.Audit:
    """Register M1's audit: two questions, three recommendations."""
    town = _town(store)
    new = r.NewAudit(
        municipality_id=town.id, reference="PRO-2022-1", title="Skolmat", audit_year=2022
    )
    entry = AuditEntry(
        audit=new,
        committee_ids=(1, 2, 3),
        questions=("Finns rutiner?", "Följs de?"),
        recommendations=(_entry("Ett", 2, 3), _entry("Två", 1), _entry("Tre", 2, 3)),
    )
    return register.register_audit(store, entry)


def _hand_over(
    store: Store, audit_id: int, on: date, due_on: date | None, **fields: object
) -> r.Audit:
    entry = HandOverEntry.model_validate(
        {"audit_id": audit_id, "on": on, "due_on": due_on, **fields}
    )
    return hand_over(store, entry, TODAY)


def _letter_numbers(case: AuditCase) -> dict[str | None, str | None]:
    return {each.number_in_report: each.number_in_letter for each in case.recommendations}


def test_an_audit_with_its_questions_and_recommendations(empty_store: Store) -> None:
    audit = _audit(empty_store)
    case = read_case(empty_store, audit.id)
    assert case.audit == audit
    assert not case.is_handed_over
    assert [(each.number, each.text) for each in case.questions] == [
        (1, "Finns rutiner?"),
        (2, "Följs de?"),
    ]
    assert [(each.number_in_report, each.report_text) for each in case.recommendations] == [
        ("1", "Ett"),
        ("2", "Två"),
        ("3", "Tre"),
    ]
    assert [(each.recommendation_id, each.committee_id) for each in case.addressees] == [
        (1, 2),
        (1, 3),
        (2, 1),
        (3, 2),
        (3, 3),
    ]
    assert {each.asked for each in case.addressees} == {None}
    assert [each.name for each in case.committees_with_role(Role.REVIEWED)] == list(NAMES)
    assert len({event.wish for event in list_history(empty_store, audit.id)}) == 5
    assert verify(empty_store) == ()


def test_a_removed_number_is_never_used_again(empty_store: Store) -> None:
    audit = _audit(empty_store)
    _remove(empty_store, audit.id, 2)
    added = register.add_recommendation(empty_store, audit.id, _entry("Fyra", 1))
    assert (added.ordinal, added.number_in_report) == (4, "4")
    remove_fact(empty_store, audit.id, added)
    again = register.add_recommendation(empty_store, audit.id, _entry("Fem", 1))
    assert (again.ordinal, again.number_in_report) == (5, "5")
    case = read_case(empty_store, audit.id)
    assert [each.number_in_report for each in case.recommendations] == ["1", "3", "5"]
    assert len(case.addressees) == 5
    _hand_over(empty_store, audit.id, ON, DUE)
    assert _letter_numbers(read_case(empty_store, audit.id)) == {"1": "R1", "3": "R2", "5": "R3"}


def test_what_is_taken_is_refused(empty_store: Store) -> None:
    _audit(empty_store)
    with pytest.raises(RevTrackError, match="registered already"):
        register.register_municipality(empty_store, r.NewMunicipality(name="PROVINGE  KOMMUN"))
    new = r.NewCommittee(municipality_id=1, ordinal=9, name="Kommunstyrelsen")
    with pytest.raises(RevTrackError, match="registered already"):
        register.register_committee(empty_store, new)
    other = r.NewAudit(municipality_id=1, reference="pro-2022-1", title="X", audit_year=2022)
    with pytest.raises(RevTrackError, match="already"):
        register.register_audit(empty_store, AuditEntry(audit=other))
    assert len(list_committees(empty_store)) == 3


def test_a_municipality_is_registered_once_however_it_is_spelt(empty_store: Store) -> None:
    _town(empty_store)
    with pytest.raises(RevTrackError, match="Provinge kommun is registered already"):
        register.register_municipality(empty_store, r.NewMunicipality(name="Provinge"))
    register.register_municipality(empty_store, r.NewMunicipality(name="Region Provinge"))
    assert len(list_municipalities(empty_store)) == 2


def test_what_is_named_twice_is_stored_once(empty_store: Store) -> None:
    town = _town(empty_store)
    new = r.NewAudit(municipality_id=town.id, reference="X-1", title="X", audit_year=2022)
    entry = AuditEntry(
        audit=new,
        committee_ids=(1, 1),
        questions=("Finns rutiner?",),
        recommendations=(_entry("Ett", 1, 1),),
    )
    audit = register.register_audit(empty_store, entry)
    register.add_recommendation(empty_store, audit.id, _entry("Två", 1, question_ids=(1, 1)))
    typed = NamedRecommendationEntry(text="Tre", recipients="alla nämnder", questions=(1, 1))
    third = add_named_recommendation(empty_store, audit.id, typed)
    case = read_case(empty_store, audit.id)
    assert len(case.audit_committees) == 1
    assert len(case.addressees) == 3
    assert [each.recommendation_id for each in case.recommendation_questions] == [2, third.id]


def test_what_has_been_removed_meanwhile_is_refused(empty_store: Store) -> None:
    audit = _audit(empty_store)
    gone = read_case(empty_store, audit.id).recommendation_by_id[2]
    remove_fact(empty_store, audit.id, gone)
    before = list_history(empty_store)
    with pytest.raises(RevTrackError, match="by somebody else meanwhile"):
        remove_fact(empty_store, audit.id, gone)
    with pytest.raises(RevTrackError, match="by somebody else meanwhile"):
        register.add_recommendation(empty_store, audit.id, _entry("Fyra", 99))
    with pytest.raises(RevTrackError, match="by somebody else meanwhile"):
        register.add_recommendation(empty_store, audit.id, _entry("Fyra", 1, question_ids=(99,)))
    with pytest.raises(RevTrackError, match="by somebody else meanwhile"):
        read_case(empty_store, 99)
    assert list_history(empty_store) == before


def test_a_recommendation_to_nobody_leaves_no_half_audit(empty_store: Store) -> None:
    town = _town(empty_store)
    new = r.NewAudit(municipality_id=town.id, reference="X-1", title="X", audit_year=2022)
    entry = AuditEntry(audit=new, recommendations=(_entry("Ett", 1), _entry("Två")))
    before = list_history(empty_store)
    with pytest.raises(UsageError, match="at least one committee"):
        register.register_audit(empty_store, entry)
    assert list_history(empty_store) == before


# ---- handing over ----------------------------------------------------------------------------


def test_the_hand_over_freezes_numbers_and_opens_reply_cases(empty_store: Store) -> None:
    audit = _audit(empty_store)
    handed = _hand_over(empty_store, audit.id, ON, DUE, due_for={3: date(2023, 3, 24)})
    assert (handed.handed_over_on, handed.confidentiality) == (ON, Confidentiality.PUBLIC)
    case = read_case(empty_store, audit.id)
    assert _letter_numbers(case) == {"1": "R1", "3": "R2", "2": "R3"}
    assert {each.relation for each in case.recommendations} == {Relation.IDENTICAL}
    assert [each.letter_text for each in case.recommendations] == ["Ett", "Två", "Tre"]
    assert [(each.text, each.number, each.issued_on) for each in case.wordings] == [
        (text, 1, ON) for text in ("Ett", "Två", "Tre")
    ]
    assert [(each.committee_id, each.due_on) for each in case.reply_cases] == [
        (1, DUE),
        (2, DUE),
        (3, date(2023, 3, 24)),
    ]
    letter = case.cover_letter
    assert letter is not None
    assert (letter.dated_on, letter.place) == (ON, "Provinge")
    assert {each.asked for each in case.addressees} == {True}
    assert verify(empty_store) == ()


def test_no_reply_is_asked_for(empty_store: Store) -> None:
    audit = _audit(empty_store)
    _hand_over(empty_store, audit.id, ON, None, due_for={1: DUE})
    case = read_case(empty_store, audit.id)
    assert {each.committee_id: each.due_on for each in case.reply_cases} == {
        1: DUE,
        2: None,
        3: None,
    }


@pytest.mark.parametrize("day", [ON, date(2022, 11, 30)])
def test_a_day_to_reply_by_that_is_not_after_the_letter_is_refused(
    empty_store: Store, day: date
) -> None:
    audit = _audit(empty_store)
    before = list_history(empty_store)
    with pytest.raises(UsageError, match="must lie after"):
        _hand_over(empty_store, audit.id, ON, day)
    with pytest.raises(UsageError, match="kultur- och fritidsnämnden"):
        _hand_over(empty_store, audit.id, ON, DUE, due_for={3: day})
    assert list_history(empty_store) == before


def test_a_letter_is_handed_over_once(empty_store: Store) -> None:
    audit = _audit(empty_store)
    _hand_over(empty_store, audit.id, ON, DUE)
    before = list_history(empty_store)
    with pytest.raises(RevTrackError, match="handed over on 2022-12-01 already"):
        _hand_over(empty_store, audit.id, date(2022, 12, 2), DUE)
    with pytest.raises(RevTrackError, match="has been issued"):
        register.plan_letter(empty_store, audit.id, r.NewLetter(audit_id=audit.id))
    with pytest.raises(RevTrackError, match="Close it instead"):
        _remove(empty_store, audit.id, 1)
    assert list_history(empty_store) == before


def test_an_audit_without_recipients_is_not_handed_over(empty_store: Store) -> None:
    town = _town(empty_store)
    new = r.NewAudit(municipality_id=town.id, reference="X-1", title="X", audit_year=2022)
    audit = register.register_audit(empty_store, AuditEntry(audit=new))
    with pytest.raises(RevTrackError, match="no committee to hand over to"):
        _hand_over(empty_store, audit.id, ON, DUE)


def test_a_day_for_somebody_who_is_no_recipient_is_refused(empty_store: Store) -> None:
    audit = _audit(empty_store)
    _remove(empty_store, audit.id, 2)
    with pytest.raises(UsageError, match="kommunstyrelsen is not a recipient"):
        _hand_over(empty_store, audit.id, ON, DUE, due_for={1: DUE})


def test_a_recommendation_to_nobody_stops_the_letter(empty_store: Store) -> None:
    audit = _audit(empty_store)
    case = read_case(empty_store, audit.id)
    with empty_store.wish() as session:
        for each in case.addressees:
            if each.recommendation_id in {1, 2}:
                remove(session, each)
    before = list_history(empty_store)
    with pytest.raises(RevTrackError, match=r"go to no committee: 1, 2\. Register"):
        _hand_over(empty_store, audit.id, ON, DUE)
    assert list_history(empty_store) == before


def _differ(store: Store, audit: r.Audit) -> None:
    """Leave the second recommendation out of the letter, and word the third otherwise."""
    case = read_case(store, audit.id)
    with store.wish() as session:
        change(session, case.recommendations[1], relation=Relation.OMITTED)
        change(session, case.recommendations[2], letter_text="Något annat")


def test_what_the_letter_leaves_out_or_changes_is_confirmed_first(empty_store: Store) -> None:
    audit = _audit(empty_store)
    _differ(empty_store, audit)
    before = list_history(empty_store)
    with pytest.raises(RevTrackError, match=r"of the report: 2, 3\. If that is meant, hand"):
        _hand_over(empty_store, audit.id, ON, DUE)
    assert list_history(empty_store) == before
    _hand_over(empty_store, audit.id, ON, DUE, why="så beslutade revisorerna")
    case = read_case(empty_store, audit.id)
    found = [(each.code, each.recommendation_id, each.reason) for each in case.confirmations]
    assert found == [
        ("omitted_from_letter", 2, "så beslutade revisorerna"),
        ("wording_changed", 3, "så beslutade revisorerna"),
    ]
    assert _letter_numbers(case) == {"1": "R1", "2": None, "3": "R2"}
    assert [each.letter_text for each in case.recommendations] == ["Ett", None, "Något annat"]
    asked = {each.recommendation_id: each.asked for each in case.addressees}
    assert asked == {1: True, 2: False, 3: True}
    assert [each.committee_id for each in case.reply_cases] == [2, 3]
    assert {event.why for event in list_history(empty_store)[len(before) :]} == {
        "så beslutade revisorerna"
    }


# ---- from the letter alone -------------------------------------------------------------------


def _letter(**fields: object) -> LetterEntry:
    return LetterEntry.model_validate(
        {
            "municipality": "Provinge kommun",
            "title": "Granskning av skolmat",
            "recipients": "KS, SOCN",
            "dated_on": ON,
            "due_on": DUE,
            **fields,
        }
    )


def test_a_letter_in_an_empty_register(empty_store: Store) -> None:
    assert propose_reference_for(empty_store, "Provinge kommun", 2022) == "PRO-2022-1"
    assert unknown_recipients(empty_store, "Provinge kommun", "KS, SOCN") == (
        "kommunstyrelsen",
        "socialnämnden",
    )
    audit = register_letter(empty_store, _letter(), TODAY)
    assert (audit.reference, audit.audit_year, audit.handed_over_on) == ("PRO-2022-1", 2022, ON)
    assert audit.confidentiality is Confidentiality.PUBLIC
    (town,) = list_municipalities(empty_store)
    assert (town.name, town.abbreviation) == ("Provinge kommun", "PRO")
    case = read_case(empty_store, audit.id)
    assert [(each.name, each.abbreviation) for each in case.committees] == [
        ("kommunstyrelsen", "KS"),
        ("socialnämnden", "SOCN"),
    ]
    assert [(each.committee_id, each.due_on) for each in case.reply_cases] == [(1, DUE), (2, DUE)]
    assert len({event.wish for event in list_history(empty_store)}) == 1


def test_a_later_letter_knows_what_is_there(empty_store: Store) -> None:
    register_letter(empty_store, _letter(), TODAY)
    assert unknown_recipients(empty_store, "pro", "ks, socialnämnden, TN") == ("tekniska nämnden",)
    assert propose_reference_for(empty_store, "PRO", 2022) == "PRO-2022-2"
    audit = register_letter(
        empty_store, _letter(municipality="PRO", recipients="Kommunstyrelsen"), TODAY
    )
    assert audit.reference == "PRO-2022-2"
    assert len(list_municipalities(empty_store)) == 1
    assert len(list_committees(empty_store)) == 2
    with pytest.raises(RevTrackError, match="already"):
        register_letter(empty_store, _letter(reference="pro-2022-1"), TODAY)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"due_on": ON}, "must lie after"),
        ({"recipients": " , "}, "at least one"),
        ({"recipients": "alla nämnder"}, "Provinge kommun has no committees registered"),
        ({"recipients": "KS, it-avdelningen"}, "look like a committee's name: it-avdelningen"),
        ({"recipients": "alla nämnder och bolag"}, "name: alla nämnder och bolag"),
        ({"municipality": "!!!"}, "!!! is no name of a municipality"),
    ],
)
def test_a_refused_letter_leaves_no_town_behind(
    empty_store: Store, fields: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        register_letter(empty_store, _letter(**fields), TODAY)
    assert list_municipalities(empty_store) == ()
    assert list_history(empty_store) == ()


def _recipients(store: Store, audit: r.Audit) -> list[str]:
    case = read_case(store, audit.id)
    return [case.committee_by_id[each.committee_id].name for each in case.reply_cases]


def test_one_committee_in_several_spellings_is_made_once(empty_store: Store) -> None:
    text = "KS, kommunstyrelsen, SN, SOCN, sn"
    assert unknown_recipients(empty_store, "Provinge", text) == ("kommunstyrelsen", "socialnämnden")
    audit = register_letter(empty_store, _letter(recipients=text), TODAY)
    assert _recipients(empty_store, audit) == ["kommunstyrelsen", "socialnämnden"]
    assert [each.name for _, each in list_committees(empty_store)] == [
        "kommunstyrelsen",
        "socialnämnden",
    ]


def test_a_committee_known_by_name_is_found_by_its_usual_abbreviation(empty_store: Store) -> None:
    _town(empty_store)
    audit = register_letter(empty_store, _letter(recipients="ks, GSN"), TODAY)
    assert _recipients(empty_store, audit) == ["kommunstyrelsen", "grundskolenämnden"]
    assert len(list_committees(empty_store)) == 3


@pytest.mark.parametrize("name", ["Provinge", "provinge stad", "PRO"])
def test_one_municipality_in_two_spellings_is_one(empty_store: Store, name: str) -> None:
    register_letter(empty_store, _letter(), TODAY)
    assert propose_reference_for(empty_store, name, 2022) == "PRO-2022-2"
    audit = register_letter(empty_store, _letter(municipality=name), TODAY)
    assert audit.reference == "PRO-2022-2"
    assert [town.name for town in list_municipalities(empty_store)] == ["Provinge kommun"]


def test_an_abbreviation_is_given_to_one_municipality(empty_store: Store) -> None:
    register_letter(empty_store, _letter(municipality="Uppsala kommun"), TODAY)
    region = _letter(municipality="Region Uppsala", recipients="RS")
    assert propose_reference_for(empty_store, "Region Uppsala", 2022) == "UPPS-2022-1"
    assert register_letter(empty_store, region, TODAY).reference == "UPPS-2022-1"
    assert [town.abbreviation for town in list_municipalities(empty_store)] == ["UPP", "UPPS"]
    with pytest.raises(UsageError, match="several municipalities: Uppsala kommun, Region Uppsala"):
        register_letter(empty_store, _letter(municipality="Uppsala"), TODAY)
    assert unknown_recipients(empty_store, "Uppsala", "KS") == ("kommunstyrelsen",)


@pytest.mark.parametrize("text", ["alla nämnder", "Samtliga nämnder", "alla", "KS, alla nämnder"])
def test_a_letter_to_all_committees_goes_to_those_that_are_known(
    empty_store: Store, text: str
) -> None:
    town = _town(empty_store)
    for ordinal, (name, kind) in enumerate(
        [("Provinge Bostäder AB", "company"), ("kommunfullmäktige", "council")], start=4
    ):
        new = {"municipality_id": town.id, "ordinal": ordinal, "name": name, "kind": kind}
        register.register_committee(empty_store, r.NewCommittee.model_validate(new))
    assert unknown_recipients(empty_store, "Provinge kommun", text) == ()
    audit = register_letter(empty_store, _letter(recipients=text), TODAY)
    assert _recipients(empty_store, audit) == list(NAMES)
    assert len(list_committees(empty_store)) == 5


def test_a_name_in_quotation_marks_is_taken_as_it_is_written(empty_store: Store) -> None:
    text = 'KS och "Räddningstjänsten Mitt"'
    audit = register_letter(empty_store, _letter(recipients=text), TODAY)
    assert _recipients(empty_store, audit) == ["kommunstyrelsen", "Räddningstjänsten Mitt"]
    again = register_letter(empty_store, _letter(recipients="räddningstjänsten mitt"), TODAY)
    assert _recipients(empty_store, again) == ["Räddningstjänsten Mitt"]


def test_recommendations_registered_after_their_letter(empty_store: Store) -> None:
    audit = register_letter(empty_store, _letter(), TODAY)
    for text, committees, kind in [
        ("Ett", (1,), RecommendationKind.RECOMMENDATION),
        ("Fråga", (2,), RecommendationKind.QUESTION),
        ("Två", (1, 2), RecommendationKind.RECOMMENDATION),
    ]:
        register.add_recommendation(empty_store, audit.id, _entry(text, *committees, kind=kind))
    case = read_case(empty_store, audit.id)
    assert [each.number_in_letter for each in case.recommendations] == ["R1", "F1", "R2"]
    assert [each.letter_text for each in case.recommendations] == ["Ett", "Fråga", "Två"]
    assert all(line.addressee.asked for line in addressee_lines(case))
    assert len(case.addressees) == 4


def test_a_late_recommendation_is_not_asked_of_who_got_no_letter(empty_store: Store) -> None:
    audit = register_letter(empty_store, _letter(), TODAY)
    new = r.NewCommittee(municipality_id=1, ordinal=3, name="valnämnden")
    outside = register.register_committee(empty_store, new)
    register.add_recommendation(empty_store, audit.id, _entry("Ett", 1, outside.id))
    case = read_case(empty_store, audit.id)
    assert [each.asked for each in case.addressees] == [True, False]


def test_a_letter_is_not_handed_over_before_its_day(empty_store: Store) -> None:
    audit = _audit(empty_store)
    before = list_history(empty_store)
    with pytest.raises(UsageError, match=r"2023-01-11 lies ahead; .* Today is 2023-01-10"):
        _hand_over(empty_store, audit.id, date(2023, 1, 11), date(2023, 4, 11))
    assert list_history(empty_store) == before
