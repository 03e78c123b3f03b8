"""How the summary and the report tell of decisions by others, reservations and supplements."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.tables.response_summary import response_summary
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind, Review
from revtrack.domain.records import Action, ActionAddressee
from tests.documents.conftest import AFTER_REPLIES, STAMP
from tests.documents.flatten import plain_spaces, tables, word_lines
from tests.domain.build import altered, stored


def _told(case: AuditCase, template: bytes) -> str:
    made = response_summary(case, template, today=AFTER_REPLIES, stamp=STAMP)
    return plain_spaces("\n".join(word_lines(made)))


def _altered(case: AuditCase, **fields: Any) -> AuditCase:  # noqa: ANN401
    """Return the case with other values in the decision of kommunstyrelsen."""
    responses = (
        altered(each, **fields) if each.paragraph == "85" else each for each in case.responses
    )
    return replace(case, responses=tuple(responses))


def test_the_body_that_decided_and_reservations_are_told_without_names(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    fields = {"decided_by": "arbetsutskottet", "has_reservations": True}
    kind = {"kind": ResponseKind.DELEGATED_DECISION}
    case = _altered(eskilstuna, **fields, **kind)
    text = _told(case, summary_template)
    assert "Beslutat av arbetsutskottet" in text
    assert text.count("Reservation anmäldes") == 1
    plain = _told(eskilstuna, summary_template)
    assert "Beslutat av" not in plain
    assert "Reservation" not in plain


def test_a_supplement_that_is_awaited_is_told_with_its_day_and_never_the_note(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    asked = {
        "review": Review.SUPPLEMENT_REQUESTED,
        "review_note": "Hemlig anteckning",
        "supplement_due_on": AFTER_REPLIES,
    }
    text = _told(_altered(eskilstuna, **asked), summary_template)
    assert f"Komplettering begärd, senast {AFTER_REPLIES.isoformat()}" in text
    assert "Kompletteringar som inväntas:" in text
    assert "Kommunstyrelsen: komplettering önskas senast" in text
    assert "Hemlig" not in text
    late = {**asked, "supplement_due_on": date.fromordinal(AFTER_REPLIES.toordinal() - 3)}
    assert "för tre dagar sedan" in _told(_altered(eskilstuna, **late), summary_template)


def test_a_supplement_is_asked_for_of_the_recommendation_that_lacks_an_answer(
    alvsunda: Mapping[str, AuditCase], summary_template: bytes
) -> None:
    made = response_summary(
        alvsunda["ALV-2025-2"], summary_template, today=date(2026, 2, 20), stamp=STAMP
    )
    told = [rows[1][-1] for rows in tables(made) if rows[0][1] == "Ställningstagande"]
    about = "Komplettering begärd om R4"
    assert told == [about, about, "Inget att bedöma", "Komplettering begärd"]


def test_of_several_actions_the_last_day_is_when_all_is_to_be_done(
    eskilstuna: AuditCase, summary_template: bytes
) -> None:
    link = eskilstuna.action_addressees[0]
    more = stored(Action, 99, audit_id=1, text="Utbilda systemägarna", due="2023-Q4")
    also = stored(ActionAddressee, 99, action_id=99, addressee_id=link.addressee_id)
    case = replace(
        eskilstuna,
        actions=(*eskilstuna.actions, more),
        action_addressees=(*eskilstuna.action_addressees, also),
    )
    text = _told(case, summary_template)
    assert "Utbilda systemägarna (fjärde kvartalet 2023)" in text
    assert "(juni 2023)" in text
    assert "Fjärde kvartalet 2023" in text


def test_the_report_tells_who_decided_in_the_committee_s_place(
    eskilstuna: AuditCase, report_template: bytes
) -> None:
    case = _altered(
        eskilstuna,
        decided_by="krisledningsnämnden",
        decided_on=date(2023, 3, 14),
        has_reservations=True,
    )
    made = follow_up_report((case,), report_template, today=AFTER_REPLIES, stamp=STAMP)
    text = plain_spaces("\n".join(word_lines(made)))
    assert "Krisledningsnämnden beslutade den 14 mars 2023 (§ 85, dnr KSKF/2022:442)" in text
    assert "om yttrandet från kommunstyrelsen. " in text
    assert "Reservation anmäldes." in text
