"""What RevTrack has made itself, and nobody has edited, never differs from the register."""

from collections.abc import Mapping

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import AuditKind
from revtrack.domain.comparison import ComparedAs
from tests.domain.comparison.papers import compared, letter, report, table


def all_cases(eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]) -> list[AuditCase]:
    return [eskilstuna, *alvsunda.values()]


def followed(case: AuditCase, alvsunda: Mapping[str, AuditCase]) -> list[AuditCase]:
    ids = {each.followed_id for each in case.followed}
    return [each for each in alvsunda.values() if each.audit.id in ids]


def test_every_letter_to_all_is_as_registered(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    for case in all_cases(eskilstuna, alvsunda):
        comparison = compared(case, letter(case))

        assert (case.audit.reference, comparison.deviations) == (case.audit.reference, ())
        assert comparison.compared_as is ComparedAs.COVER_LETTER


def test_every_letter_to_one_is_known_as_its_copy(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    counted = 0
    for case in all_cases(eskilstuna, alvsunda):
        if case.cover_letter and case.cover_letter.via_council:
            continue
        for committee in case.in_order(each.committee_id for each in case.letter_recipients):
            comparison = compared(case, letter(case, committee))
            counted += 1

            assert (case.audit.reference, comparison.deviations) == (case.audit.reference, ())
            assert comparison.committee == committee
    assert counted > 20


def test_every_table_is_as_registered_also_with_extended_days(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    for case in all_cases(eskilstuna, alvsunda):
        recipients = case.in_order(
            each.committee_id for each in case.addressees if each.asked is not False
        )
        for committee in (None, *recipients):
            comparison = compared(case, table(case, committee))

            assert (case.audit.reference, comparison.deviations) == (case.audit.reference, ())


def test_every_report_on_one_audit_is_as_registered(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    for case in all_cases(eskilstuna, alvsunda):
        if case.audit.kind is AuditKind.FOLLOW_UP or not case.is_handed_over:
            continue
        comparison = compared(case, report(case))

        assert (case.audit.reference, comparison.deviations) == (case.audit.reference, ())


def test_a_report_that_follows_up_earlier_audits_is_held_against_its_own_recommendations(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    follow_ups = [each for each in alvsunda.values() if followed(each, alvsunda)]
    assert follow_ups
    for case in follow_ups:
        earlier = followed(case, alvsunda)
        comparison = compared(case, report(*earlier, follow_up=case), earlier=earlier)

        assert (case.audit.reference, comparison.deviations) == (case.audit.reference, ())
