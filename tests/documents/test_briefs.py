"""The elected auditors' own papers: what is new and waits, what is open, what remains."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from revtrack.documents import fields
from revtrack.documents.briefs.committee_brief import committee_brief
from revtrack.documents.briefs.held import Town, age_in_words
from revtrack.documents.briefs.meeting_brief import Meeting, meeting_brief
from revtrack.documents.briefs.risk_input import risk_input
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import check_case
from revtrack.domain.checks.overdue import (
    ACTION_NOT_STARTED,
    ACTION_SUPPLEMENT_AWAITED,
    ACTION_TO_JUDGE,
    ACTION_UNDER_WAY,
)
from revtrack.domain.codes import DocumentKind, Outcome, Progress, Review
from revtrack.domain.records import Document, Reminder
from tests.conftest import TODAY
from tests.documents.conftest import AFTER_REPLIES, STAMP, TEMPLATES
from tests.documents.flatten import assert_golden, plain_spaces, word_lines

MET = (date(2026, 1, 22), date(2026, 2, 12), date(2026, 2, 19))
TOWN = "alvsunda"
UID = "0" * 8 + "-0000-4000-8000-" + "0" * 12


def newest_first(alvsunda: Mapping[str, AuditCase]) -> tuple[AuditCase, ...]:
    return tuple(sorted(alvsunda.values(), key=lambda case: -case.audit.audit_year))


def meeting(*cases: AuditCase, today: date = TODAY, **more: object) -> bytes:
    template = (TEMPLATES / fields.MEETING_BRIEF).read_bytes()
    met = Meeting(today, **more)  # type: ignore[arg-type]
    return meeting_brief(cases[0].municipality, cases, template, meeting=met, stamp=STAMP)


def committee(*cases: AuditCase, short: str, today: date = TODAY) -> bytes:
    template = (TEMPLATES / fields.COMMITTEE_BRIEF).read_bytes()
    body = next(each for each in cases[0].committees if each.abbreviation == short)
    return committee_brief(cases[0].municipality, cases, body, template, today=today, stamp=STAMP)


def risks(*cases: AuditCase, today: date = TODAY) -> bytes:
    template = (TEMPLATES / fields.RISK_INPUT).read_bytes()
    return risk_input(cases[0].municipality, cases, template, today=today, stamp=STAMP)


def text(document: bytes) -> str:
    return plain_spaces("\n".join(word_lines(document)))


def closed(case: AuditCase) -> AuditCase:
    """Return the case with all its recommendations closed and judged long ago."""
    return replace(
        case,
        addressees=tuple(
            each.model_copy(update={"outcome": Outcome.IMPLEMENTED, "closed_on": date(2023, 12, 1)})
            for each in case.addressees
        ),
        responses=(),
        reply_cases=(),
    )


def first_of(case: AuditCase) -> int:
    """Return the id of the committee that answers first, which is the executive board."""
    return next(each.id for each in case.committees if each.abbreviation == "KS")


def test_the_brief_for_a_meeting(alvsunda: Mapping[str, AuditCase]) -> None:
    made = meeting(*newest_first(alvsunda), held_on=MET)
    assert_golden("sammantradesunderlag_alvsunda.txt", made)


def test_the_brief_before_meeting_a_committee(alvsunda: Mapping[str, AuditCase]) -> None:
    made = committee(*newest_first(alvsunda), short="SN")
    assert_golden("namndunderlag_alvsunda.txt", made)


def test_the_input_to_the_risk_analysis(alvsunda: Mapping[str, AuditCase]) -> None:
    assert_golden("riskunderlag_alvsunda.txt", risks(*newest_first(alvsunda)))


def test_news_is_told_from_the_day_that_is_asked_for(alvsunda: Mapping[str, AuditCase]) -> None:
    cases = newest_first(alvsunda)
    told = text(meeting(*cases, held_on=MET, since=date(2026, 1, 15)))
    assert "Punkt: 2026-01-15 Kommunstyrelsen yttrade sig (§ 6) över granskningen av" in told
    assert "Punkt: 2026-01-22 Socialnämnden begärde förlängd svarstid" in told
    assert "Det som är nytt räknas från och med den 15 januari 2026." in told
    assert "2026-01-15" not in text(meeting(*cases, held_on=MET))


def test_without_a_meeting_before_it_a_month_of_news_is_told(awaiting: AuditCase) -> None:
    told = text(meeting(awaiting, today=date(2022, 12, 20)))
    assert "Rubrik 1: Underlag till revisorernas sammanträde\n" in told
    assert "Punkt: 2022-12-01 Granskningen av kommunens digitaliseringsarbete överlämnades" in told
    assert "Inget ärende väntar på ställningstagande." in told


def test_an_empty_brief_says_so_in_one_sentence(eskilstuna: AuditCase) -> None:
    told = text(meeting(closed(eskilstuna), today=date(2025, 1, 1)))
    assert told.splitlines()[3:-1] == [
        "Text: Inget nytt har hänt sedan den 1 december 2024, och inget ärende väntar på beslut."
    ]


def test_what_a_reply_leaves_out_decides_what_is_proposed(eskilstuna: AuditCase) -> None:
    told = text(meeting(eskilstuna, today=AFTER_REPLIES))
    assert "R6 besvaras inte. Ingen åtgärd anges för R7, R8 och R9. | Komplettering begärs" in told
    assert "ska kompletteras om R2, R4 och R5. |" in told
    assert told.count("| Revisorerna tar ställning till om svaret är tillräckligt. |") == 2
    assert "Svaret bedöms" not in told


def test_reminders_that_brought_nothing_lead_to_the_presidium(awaiting: AuditCase) -> None:
    told = text(meeting(awaiting, today=date(2023, 3, 21)))
    assert "för en dag sedan. Ingen påminnelse har gjorts. | Styrelsen påminns. |" in told
    assert "Kultur- och fritidsnämnden" not in told


def test_a_reminder_that_has_not_been_sent_is_told_as_a_draft(awaiting: AuditCase) -> None:
    line = next(each for each in awaiting.reply_cases if each.committee_id == first_of(awaiting))
    made = Reminder(
        id=1,
        uid=UID,
        version=1,
        reply_case_id=line.id,
        step=7,
        reminded_on=date(2023, 3, 27),
        text="påminnelse_KS.eml",
    )
    paper = Document(
        id=1,
        uid=UID,
        version=1,
        edition=1,
        stamp=STAMP,
        kind=DocumentKind.REMINDER,
        file_name="påminnelse_KS.eml",
        content_hash="0" * 64,
        made_on=date(2023, 3, 27),
    )
    drafted = replace(awaiting, reminders=(made,), documents=(paper,))
    told = text(meeting(drafted, today=date(2023, 4, 3)))
    assert (
        "En påminnelse framställdes som utkast den 27 mars 2023 men är inte skickad. "
        "| Påminnelsen skickas. |"
    ) in told
    assert "påmindes om svaret" not in told
    sent = paper.model_copy(update={"issued_on": date(2023, 3, 28)})
    told = text(meeting(replace(drafted, documents=(sent,)), today=date(2023, 4, 3)))
    assert "Påmindes den 28 mars 2023. | Styrelsen påminns igen. |" in told
    assert "Punkt: 2023-03-28 Kommunstyrelsen påmindes om svaret" in told


def test_late_actions_are_the_same_to_briefs_and_checks(alvsunda: Mapping[str, AuditCase]) -> None:
    cases = newest_first(alvsunda)
    late = {
        (each.held.case.audit.reference, number, each.held.line.committee.id)
        for each in Town(cases, TODAY).late
        for number in [each.held.number]
    }
    checked = {
        (each.audit, number, each.committee.id if each.committee else 0)
        for case in cases
        for each in check_case(case, TODAY)
        if each.code in {"action_overdue", "promise_passed"}
        for number in each.values.get("numbers") or [each.values["number"]]
    }
    assert late == checked
    told = text(meeting(*cases))
    assert told.count("Text: En åtgärd räknas som försenad") == 1


def test_a_report_that_is_not_judged_is_told_and_asked_of(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    case = alvsunda["ALV-2024-3"]
    problem = next(each for each in check_case(case, TODAY) if each.code == "action_overdue")
    assert problem.message == ACTION_UNDER_WAY.message
    assert problem.values["reported_on"] == date(2026, 2, 4)
    done = [
        each.model_copy(update={"progress": Progress.DONE, "action_id": None})
        for each in case.progress_reports
    ]
    case = replace(case, progress_reports=tuple(done))
    problem = next(each for each in check_case(case, TODAY) if each.code == "action_overdue")
    assert problem.message == ACTION_TO_JUDGE.message
    awaited = [
        each.model_copy(update={"review": Review.SUPPLEMENT_REQUESTED})
        for each in case.progress_reports
    ]
    returned = check_case(replace(case, progress_reports=tuple(awaited)), TODAY)
    problem = next(each for each in returned if each.code == "action_overdue")
    assert problem.message == ACTION_SUPPLEMENT_AWAITED.message
    told = text(committee(case, short="SN"))
    assert (
        "(R3 i den uppföljande granskningen av upphandling och insatser enligt LSS), som skulle "
        "vara klar under 2025, är genomfört så som lägesrapporten den 4 februari 2026 uppger?"
    ) in told


def test_a_report_that_is_to_be_supplemented_is_told_asked_of_and_awaited(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    case = alvsunda["ALV-2023-2"]
    messages = [each.message for each in check_case(case, TODAY) if each.code == "action_overdue"]
    assert ACTION_NOT_STARTED.message in messages
    told = text(committee(case, short="KS"))
    report = "Lägesrapport 2025-09-18 (komplettering begärd): uppger att åtgärden inte är påbörjad."
    assert report in told
    assert (
        "Vad är skälet till att åtgärden ”Se över ägardirektiven” (R3 i granskningen av "
        "underhållet av kommunens fastigheter), som skulle vara klar under 2024, enligt "
        "lägesrapporten den 18 september 2025 inte är påbörjad, och när blir den klar?"
    ) in told
    awaited = "omplettering av lägesrapporten den 18 september 2025 om R3 är begärd."
    assert f"fastigheter: k{awaited}" in told
    assert f"| K{awaited} | Avvakta kompletteringen. |" in text(meeting(case))
    latest = case.progress_reports[-1]
    later = latest.model_copy(
        update={"id": 10**9, "reported_on": date(2026, 2, 1), "review": Review.SUFFICIENT}
    )
    supplemented = replace(case, progress_reports=(*case.progress_reports, later))
    assert awaited not in text(committee(supplemented, short="KS"))


def test_a_recommendation_is_asked_of_once_from_what_is_newest(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    case = alvsunda["ALV-2022-1"]
    board = text(committee(case, short="KS"))
    assert "Vad gör styrelsen för att det som återstår av R4 i granskningen" in board
    assert "Vad återstår av åtgärden" not in board
    assert text(committee(case, short="SBN")).count("R3 i granskningen av inköp") == 1
    assert "skulle ha varit klar under 2023.\n" in text(risks(case))
    later = [
        each.model_copy(update={"reported_on": date(2025, 3, 1)}) for each in case.progress_reports
    ]
    reported = replace(case, progress_reports=tuple(later))
    told = text(committee(reported, short="KS"))
    assert "efter lägesrapporten den 1 mars 2025, och när blir det klart?" in told
    assert "det som återstår av R4" not in told
    assert "klar under 2023 men pågår enligt styrelsen.\n" in text(risks(reported))


def test_what_has_been_opened_again_is_asked_of_with_the_reason(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    told = text(committee(alvsunda["ALV-2022-1"], short="SBN"))
    assert (
        "Vad gör nämnden med anledning av R5 i granskningen av inköp och upphandling, som har "
        "återöppnats, och när är det klart? Skälet till återöppningen: ”Öppnad på nytt 2025-11-06: "
    ) in told


def test_a_reply_that_was_given_up_is_asked_of_and_not_awaited(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    told = text(committee(alvsunda["ALV-2024-1"], short="KS"))
    assert (
        "Punkt: Hur ställer sig styrelsen till R1 och R2 i granskningen av delårsrapporten per den "
        "31 augusti 2024, där svaret uteblev?"
    ) in told
    assert "Svar som väntas eller ska bedömas" not in told


def test_a_reply_that_came_on_an_unknown_day_is_told_so(eskilstuna: AuditCase) -> None:
    told = text(committee(eskilstuna, short="VON"))
    assert "svar har kommit in och är ännu inte bedömt; dagen framgår inte av handlingen." in told


def test_a_committee_that_is_late_is_asked_when_its_reply_comes(awaiting: AuditCase) -> None:
    told = text(committee(awaiting, short="KFN", today=date(2023, 3, 28)))
    assert "har fyra öppna rekommendationer från en granskning. Den överlämnades" in told
    assert "Punkt: När kommer nämndens svar på granskningen av" in told
    assert "senast den 24 mars 2023 (förlängt), för fyra dagar sedan; ingen påminnelse" in told


def test_a_committee_with_nothing_open_or_nothing_at_all(eskilstuna: AuditCase) -> None:
    told = text(committee(closed(eskilstuna), short="KFN"))
    assert "har inga öppna rekommendationer. Alla fyra rekommendationer som har" in told
    assert "Rubrik 2" not in told
    council = next(each for each in eskilstuna.committees if each.name == "kommunfullmäktige")
    told = text(committee(eskilstuna, short=council.abbreviation or ""))
    assert "Registret innehåller inga rekommendationer till kommunfullmäktige." in told
    assert "|" not in told


def test_a_municipality_where_nothing_is_open_has_no_risks_listed(eskilstuna: AuditCase) -> None:
    told = text(risks(closed(eskilstuna)))
    assert "Text: Registret innehåller inga öppna rekommendationer." in told
    assert "Punkt: Kommunstyrelsen: senast granskad 2022." in told
    assert "|" not in told


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "en dag"),
        (59, "59 dagar"),
        (61, "två månader"),
        (366, "tolv månader"),
        (729, "23 månader"),
        (731, "mer än två år"),
        (5000, "mer än 13 år"),
    ],
)
def test_ages_are_told_in_words(days: int, words: str) -> None:
    assert age_in_words(days) == words
