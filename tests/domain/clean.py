"""A clean audit with facts of every kind: what has to be silent when all is in order."""

from dataclasses import replace
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase, EarlierRecommendation
from revtrack.domain.codes import (
    CommitteeKind,
    CouncilDecisionKind,
    ExtensionDecision,
    Position,
    ResponseKind,
    RestatementSource,
    Role,
)
from tests.domain.build import (
    BOARD,
    CULTURE,
    SCHOOLS,
    addressee,
    altered,
    clean_case,
    recommendation,
    stored,
)

FOOD = "Fastställa mål för skolmaten och säkerställa att de följs upp varje år"
ALLERGY = "Säkerställa att specialkost beställs och dokumenteras på ett enhetligt sätt"
COUNCIL = stored(
    r.Committee,
    4,
    municipality_id=1,
    ordinal=4,
    name="kommunfullmäktige",
    kind=CommitteeKind.COUNCIL,
    diary_prefixes="KS",
)


def rich_clean_case() -> AuditCase:
    """Return a clean audit with restatements, a draft, actions, an extension and a council."""
    case = clean_case()
    schools = altered(
        SCHOOLS,
        administrations="barn- och utbildningsförvaltningen",
        diary_prefixes="GSN",
    )
    recommendations = (
        recommendation(1, report_text=FOOD, letter_text=FOOD),
        recommendation(2, report_text=ALLERGY, letter_text=ALLERGY),
    )
    return replace(
        case,
        audit=altered(
            case.audit,
            report_on=date(2022, 11, 28),
            follow_up_planned="2024",
        ),
        committees=(altered(BOARD, diary_prefixes="KS"), schools, CULTURE, COUNCIL),
        audit_committees=tuple(
            stored(r.AuditCommittee, n, audit_id=1, committee_id=n, role=Role.REVIEWED)
            for n in (1, 2)
        ),
        recommendations=recommendations,
        recommendation_questions=tuple(
            stored(r.RecommendationQuestion, n, recommendation_id=n, question_id=1) for n in (1, 2)
        ),
        addressees=(addressee(1, 1, 1), addressee(2, 1, 2), addressee(3, 2, 2)),
        restatements=_restatements(),
        reply_cases=_reply_cases(case),
        extensions=_extensions(),
        responses=_responses(case),
        response_cases=(
            *case.response_cases,
            stored(r.ResponseCase, 3, response_id=3, reply_case_id=2),
        ),
        answers=_answers(case),
        actions=_actions(),
        action_addressees=(
            stored(r.ActionAddressee, 1, action_id=1, addressee_id=1),
            stored(r.ActionAddressee, 2, action_id=2, addressee_id=2),
            stored(r.ActionAddressee, 3, action_id=2, addressee_id=3),
        ),
        council_decisions=_council_decisions(),
        earlier_recommendations=(
            EarlierRecommendation("PRO-2020-1", 7, 2020, "R1", "Införa en plan för gators skötsel"),
        ),
    )


def _restatements() -> tuple[r.Restatement, ...]:
    given = (
        (1, None, RestatementSource.REPORT_SUMMARY, FOOD, "avsnitt 1", None),
        (1, 1, RestatementSource.RESPONSE, FOOD, "yttrandet", "kommunstyrelsen"),
        (2, 2, RestatementSource.RESPONSE, ALLERGY, "yttrandet", "Grundskolenämnden"),
        (
            *(1, None, RestatementSource.COUNCIL_REPORT, FOOD, "redovisningen"),
            "Kommunstyrelsen samt grundskolenämnden",
        ),
        (2, None, RestatementSource.COUNCIL_REPORT, ALLERGY, "redovisningen", "grundskolenämnden"),
    )
    return tuple(
        stored(
            r.Restatement,
            number,
            recommendation_id=recommendation_id,
            committee_id=committee_id,
            source=source,
            text=text,
            place=place,
            recipients=recipients,
        )
        for number, (recommendation_id, committee_id, source, text, place, recipients) in enumerate(
            given, start=1
        )
    )


def _reply_cases(case: AuditCase) -> tuple[r.ReplyCase, ...]:
    names = ("Svar på granskning av skolmaten", "Yttrande om skolmat")
    numbers = ("KS 2022:1", "GSN 2022:17")
    return tuple(
        altered(each, diary_number=number, matter_name=name)
        for each, number, name in zip(case.reply_cases, numbers, names, strict=True)
    )


def _extensions() -> tuple[r.Extension, ...]:
    granted = stored(
        r.Extension,
        reply_case_id=2,
        new_due_on=date(2023, 3, 15),
        decision=ExtensionDecision.GRANTED,
        decided_by="Revisorernas ordförande",
        decided_on=date(2023, 2, 1),
    )
    return (granted,)


def _responses(case: AuditCase) -> tuple[r.Response, ...]:
    decided = "Nämnden antar förvaltningens yttrande som sitt svar till revisorerna."
    sent_to = "Kommunrevisionen\nKommunstyrelsen"
    board, schools = case.responses
    draft = stored(
        r.Response,
        3,
        audit_id=1,
        kind=ResponseKind.DRAFT,
        dated_on=date(2023, 1, 20),
        decision_text=decided,
        sent_to=sent_to,
    )
    return (
        altered(board, diary_number="KS 2022:1", sent_to="Kommunrevisionen\nFullmäktige"),
        altered(
            schools,
            diary_number="GSN-2022/17",
            decision_text=decided,
            sent_to=sent_to,
            text="Nämnden instämmer i revisorernas bedömning och har för avsikt att besluta om "
            "mål för skolmaten och om en gemensam ordning för specialkost under 2023.",
        ),
        draft,
    )


def _answers(case: AuditCase) -> tuple[r.Answer, ...]:
    board, schools = case.answers
    return (
        altered(board, quote="Styrelsen beslutar om mål i april 2023."),
        altered(schools, quote="Nämnden beslutar om mål i maj 2023."),
        stored(
            r.Answer,
            3,
            response_id=2,
            addressee_id=3,
            position=Position.AGREES_PARTLY,
            progress=schools.progress,
            quote="En gemensam ordning tas fram till hösten 2023.",
        ),
    )


def _actions() -> tuple[r.Action, ...]:
    return tuple(
        stored(
            r.Action,
            number,
            audit_id=1,
            text="Besluta om mål",
            responsible="Kostchefen",
            due="2023-11",
        )
        for number in (1, 2)
    )


def _council_decisions() -> tuple[r.CouncilDecision, ...]:
    return tuple(
        stored(
            r.CouncilDecision,
            number,
            audit_id=1,
            body="kommunfullmäktige",
            kind=kind,
            decided_on=day,
            paragraph=paragraph,
            diary_number="KS 2022:1",
            text=text,
        )
        for number, (kind, day, paragraph, text) in enumerate(
            (
                (
                    CouncilDecisionKind.REPORTED,
                    date(2022, 12, 19),
                    "140",
                    "Granskningen anmäls. Svaren ska redovisas för fullmäktige.",
                ),
                (
                    CouncilDecisionKind.LAID_TO_RECORDS,
                    date(2023, 4, 24),
                    "31",
                    "Granskningen och svaren läggs till handlingarna.",
                ),
            ),
            start=1,
        )
    )
