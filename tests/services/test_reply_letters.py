"""Letters about one committee's reply: to whom they are made, when they are not, what is noted."""

import email
import email.policy
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind, ExtensionDecision, PersonRole, ReminderForm, Review
from revtrack.domain.entries import JudgementEntry
from revtrack.domain.errors import RevTrackError
from revtrack.services.database.opening import open_store
from revtrack.services.find import read_case
from revtrack.services.papers.late_notices import late_notices
from revtrack.services.papers.occasions import concerned, occasions, title_of
from revtrack.services.papers.orders import Order
from revtrack.services.papers.produce import produce
from revtrack.services.reminding.remind_plan import plan_reminders
from revtrack.services.replies.extensions import extend
from revtrack.services.replies.review import judge, take_back_judgement
from revtrack.storage.store import Person, Store

TODAY = date(2023, 4, 12)
BEFORE = date(2023, 3, 13)
AFTER = date(2023, 3, 27)
REQUEST = DocumentKind.SUPPLEMENT_REQUEST
NOTICE = DocumentKind.EXTENSION_NOTICE
REMINDER = DocumentKind.REMINDER


def _id(store: Store, abbreviation: str) -> int:
    committees = read_case(store, 1).committees
    return next(each.id for each in committees if each.abbreviation == abbreviation)


def _reply_case(store: Store, abbreviation: str) -> int:
    cases, number = read_case(store, 1).reply_cases, _id(store, abbreviation)
    return next(each.id for each in cases if each.committee_id == number)


def _return(store: Store, abbreviation: str) -> None:
    reply_case = _reply_case(store, abbreviation)
    case = read_case(store, 1)
    ids = {e.response_id for e in case.response_cases if e.reply_case_id == reply_case}
    if any(each.review is not Review.PENDING for each in case.responses if each.id in ids):
        take_back_judgement(store, 1, reply_case, "bedöms på nytt", TODAY)
    entry = JudgementEntry(
        audit_id=1,
        reply_case_id=reply_case,
        review=Review.SUPPLEMENT_REQUESTED,
        reviewed_on=TODAY,
        review_note="R6 besvaras inte.",
        supplement_due_on=date(2023, 5, 12),
    )
    judge(store, entry, TODAY)


def _extend(store: Store, abbreviation: str, decision: ExtensionDecision) -> None:
    new = r.NewExtension(
        reply_case_id=_reply_case(store, abbreviation),
        new_due_on=date(2023, 4, 3),
        decision=decision,
    )
    extend(store, 1, new, BEFORE)


def _refused(store: Store, kind: DocumentKind, folder: Path, today: date, *to: str) -> str:
    number = _id(store, to[0]) if to else None
    with pytest.raises(RevTrackError) as refusal:
        produce(store, kind, 1, today, folder, committee_id=number)
    assert not folder.exists()
    return str(refusal.value)


def test_the_request_is_made_with_its_mail_for_each_that_is_to_supplement(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    for each in ("KFN", "VON"):
        _return(eskilstuna_store, each)
    made = produce(eskilstuna_store, REQUEST, 1, TODAY, folder)
    start = "2023-04-12_Eskilstuna-kommun_Begäran-om-komplettering_ESK-2022-1"
    assert [each.path.name for each in made] == [
        f"{start}_KFN.docx",
        f"{start}_KFN.eml",
        f"{start}_VON.docx",
        f"{start}_VON.eml",
    ]
    mail = email.message_from_bytes(made[1].path.read_bytes(), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    (enclosed,) = mail.iter_attachments()
    assert enclosed.get_filename() == made[0].path.name
    assert enclosed.get_content() == made[0].path.read_bytes()
    noted = read_case(eskilstuna_store, 1).documents
    assert [each.file_name for each in noted] == [each.path.name for each in made]
    again = produce(eskilstuna_store, REQUEST, 1, TODAY, folder)
    assert not any(each.is_new for each in again)


def test_no_request_is_made_where_none_is_asked_for(
    eskilstuna_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    assert "No supplement is asked for in ESK-2022-1" in _refused(
        eskilstuna_store, REQUEST, folder, TODAY
    )
    _return(eskilstuna_store, "KFN")
    told = _refused(eskilstuna_store, REQUEST, folder, TODAY, "VON")
    assert told.startswith("No supplement is asked of vård- och omsorgsnämnden in ESK-2022-1.")
    late = _refused(eskilstuna_store, REQUEST, folder, date(2023, 5, 13), "KFN")
    assert "was asked for by 2023-05-12, which has passed" in late


def test_a_request_without_a_day_is_refused(alvsunda: Mapping[str, AuditCase]) -> None:
    case, today = alvsunda["ALV-2025-2"], date(2026, 2, 20)
    (board,) = (each for each in case.committees if each.abbreviation == "KS")
    assert occasions(REQUEST, case, today) == ()
    with pytest.raises(RevTrackError, match="was asked for without a day"):
        concerned(REQUEST, case, today, board.id)


def test_a_notice_is_named_by_its_heading_and_warned_of_where_the_decision_is_old(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    case, today = alvsunda["ALV-2025-1"], date(2026, 2, 20)
    order = Order(
        kind=NOTICE, case=case, followed=(), today=today, stamp="", committee=None, is_working=False
    )
    titles = {
        each.abbreviation: title_of(replace(order, committee=each), "Besked")
        for each in occasions(NOTICE, case, today)
    }
    assert titles == {
        "SN": "Mottagen begäran om förlängd svarstid",
        "ÄBAB": "Avslag på begäran om förlängd svarstid",
    }
    everybody = {each.id for each in case.committees}
    (late,) = late_notices(case, today, everybody)
    assert (late.committee.abbreviation, late.days) == ("ÄBAB", 39)
    assert not list(late_notices(case, date(2026, 1, 26), everybody))


def test_a_clerk_makes_no_request(eskilstuna_store: Store, tmp_path: Path) -> None:
    _return(eskilstuna_store, "KFN")
    clerk = open_store(tmp_path / "eskilstuna.db", Person("Sekreterare", role=PersonRole.CLERK))
    assert "you work as a clerk" in _refused(clerk, REQUEST, tmp_path / "ut", TODAY)
    clerk.close()


@pytest.mark.parametrize("decision", ExtensionDecision)
def test_the_notice_is_made_for_those_with_an_extension(
    awaiting_store: Store, tmp_path: Path, decision: ExtensionDecision
) -> None:
    _extend(awaiting_store, "KS", decision)
    number = _id(awaiting_store, "KS")
    made = produce(awaiting_store, NOTICE, 1, BEFORE, tmp_path / "ut", committee_id=number)
    assert [each.path.suffix for each in made] == [".docx", ".eml"]
    assert {each.committee.abbreviation for each in made if each.committee} == {"KS"}


def test_no_notice_is_made_without_an_extension_or_after_the_reply(
    awaiting_store: Store, eskilstuna_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    told = _refused(awaiting_store, NOTICE, folder, BEFORE, "GSN")
    assert told.startswith("In ESK-2022-1 no more time is registered for grundskolenämnden.")
    told = _refused(eskilstuna_store, NOTICE, folder, TODAY, "KFN")
    assert told.startswith("Nothing is awaited from kultur- och fritidsnämnden")
    assert "that has not replied" in _refused(eskilstuna_store, NOTICE, folder, TODAY)


def test_a_single_reminder_stands_in_the_log_and_is_not_made_again_by_a_run(
    awaiting_store: Store, tmp_path: Path
) -> None:
    number, folder = _id(awaiting_store, "GSN"), tmp_path / "ut"
    before = read_case(awaiting_store, 1).reminders
    made = produce(awaiting_store, REMINDER, 1, AFTER, folder, committee_id=number)
    (logged,) = read_case(awaiting_store, 1).reminders[len(before) :]
    assert (logged.reminded_on, logged.step, logged.form) == (AFTER, 7, ReminderForm.LETTER)
    assert (logged.due_on, logged.text) == (date(2023, 3, 20), made[0].path.name)
    planned = plan_reminders(awaiting_store, AFTER).messages
    assert "GSN" not in {each.committee.abbreviation for each in planned}
    again = produce(awaiting_store, REMINDER, 1, AFTER, folder, committee_id=number)
    assert not any(each.is_new for each in again)
    assert len(read_case(awaiting_store, 1).reminders) == len(before) + 1


def test_a_reminder_is_made_for_the_late_or_for_one_that_is_named(
    awaiting_store: Store, eskilstuna_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    assert "is late" in _refused(awaiting_store, REMINDER, folder, BEFORE)
    told = _refused(eskilstuna_store, REMINDER, folder, TODAY, "KFN")
    assert "so there is nothing to remind of" in told
    number = _id(awaiting_store, "KS")
    made = produce(awaiting_store, REMINDER, 1, BEFORE, folder, committee_id=number)
    assert len(made) == 2
    late = produce(awaiting_store, REMINDER, 1, AFTER, folder)
    assert {each.committee.abbreviation for each in late if each.committee} >= {"KS", "GSN"}
