"""Proposals of an invented municipality, as the rules of reading make them."""

from datetime import date
from typing import Any

from revtrack.domain.codes import Grade, PaperKind, Position, Progress, ResponseKind
from revtrack.domain.proposals.proposal import (
    Doubt,
    Found,
    PaperPart,
    Proposal,
    ProposedAnswer,
    ProposedAssessment,
    ProposedExtension,
    ProposedQuestion,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.texts.paper import Place

TODAY = date(2025, 3, 1)
LETTER_ON, DUE_ON = date(2024, 5, 20), date(2024, 9, 16)
SCHOOL, SOCIAL = "barn- och utbildningsnämnden", "socialnämnden"
HERE = Place("Så står det", line=7)
PLAN = "Ta fram en plan för skolans ekonomi"
RESULT = "Redovisa utfallet för varje enhet"
RESULT_IN_LETTER = "Redovisa utfallet för varje enhet en gång i kvartalet"
TRAINING = "Utbilda rektorerna i budgetarbete"
SHARED = "Samordna inköpen med andra förvaltningar"


def found(value: Any, confidence: float = 0.95) -> Found[Any]:  # noqa: ANN401 - any value
    """Return a value as a paper states it."""
    return Found(value, HERE, confidence)


def report(**changes: Any) -> Proposal:  # noqa: ANN401 - fields of a proposal
    """Return what a report proposes: two questions, and three recommendations to one committee."""
    stated: dict[str, Any] = {
        "kind": PaperKind.REPORT,
        "municipality": found("Ekby kommun"),
        "title": found("Granskning av skolans ekonomi"),
        "firm": found("Firma Revision AB"),
        "audit_year": found(2023),
        "report_on": found(date(2024, 5, 2)),
        "overall": ProposedAssessment(Grade.PARTLY, "delvis ändamålsenlig", HERE),
        "committees": (found(SCHOOL), found(SOCIAL)),
        "questions": (
            ProposedQuestion(
                1,
                "Finns en plan för skolans ekonomi?",
                HERE,
                (ProposedAssessment(Grade.NO, "saknas helt", HERE, "3.1", (SCHOOL,)),),
            ),
            ProposedQuestion(2, "Följs utfallet upp?", HERE),
        ),
        "recommendations": tuple(
            ProposedRecommendation(number, HERE, text, committees=(SCHOOL,), section="5")
            for number, text in (("1", PLAN), ("2", RESULT), ("3", TRAINING))
        ),
    }
    return Proposal(**{**stated, **changes})


def letter(**changes: Any) -> Proposal:  # noqa: ANN401 - fields of a proposal
    """Return what the cover letter proposes: it leaves one out, and adds one to another."""
    stated: dict[str, Any] = {
        "kind": PaperKind.COVER_LETTER,
        "municipality": found("Ekby kommun"),
        "title": found("Granskning av skolans ekonomi"),
        "letter_on": found(LETTER_ON),
        "due_on": found(DUE_ON),
        "committees": (found(SCHOOL), found(SOCIAL)),
        "recommendations": tuple(
            ProposedRecommendation(
                number, HERE, None, text, letter_committees=(whom,), letter_place=HERE
            )
            for number, text, whom in (
                ("1", PLAN, SCHOOL),
                ("2", RESULT_IN_LETTER, SCHOOL),
                ("3", SHARED, SOCIAL),
            )
        ),
    }
    return Proposal(**{**stated, **changes})


def reply(**changes: Any) -> Proposal:  # noqa: ANN401 - fields of a proposal
    """Return what a committee's decision proposes: two answers, of which one is not sure."""
    answers = (
        ProposedAnswer("1", Position.AGREES, Progress.PLANNED, "Nämnden delar synen.", HERE, 0.9),
        ProposedAnswer("2", None, None, None, HERE, 0.5),
    )
    stated: dict[str, Any] = {
        "kind": PaperKind.COUNCIL_DECISION,
        "municipality": found("Ekby kommun"),
        "recommendations": (
            ProposedRecommendation("1", HERE, PLAN, committees=(SCHOOL,)),
            ProposedRecommendation("2", HERE, RESULT_IN_LETTER, committees=(SCHOOL,)),
        ),
        "responses": (
            ProposedResponse(
                SCHOOL,
                ResponseKind.DECISION,
                HERE,
                diary_number=found("BUN 2024/31"),
                paragraph=found("44"),
                decided_on=found(date(2024, 9, 10)),
                decision=found("Nämnden antar svaret."),
                answers=answers,
                confidence=0.95,
            ),
        ),
    }
    return Proposal(**{**stated, **changes})


def bundle() -> Proposal:
    """Return report, letter, reply and more time of one file."""
    made = report()
    first, second, third = made.recommendations
    recommendations = (
        in_letter(first, PLAN),
        in_letter(second, RESULT_IN_LETTER),
        third,
        ProposedRecommendation(
            "4", HERE, None, SHARED, letter_committees=(SOCIAL,), letter_place=HERE
        ),
    )
    doubt = Doubt(
        "not_restated",
        "Recommendation {number} is put to {committee}, but its reply does not give it.",
        7,
        {"committee": SCHOOL, "number": "2"},
    )
    return report(
        kind=PaperKind.BUNDLE,
        letter_on=found(LETTER_ON),
        due_on=found(DUE_ON),
        recommendations=recommendations,
        responses=reply().responses,
        extensions=(ProposedExtension(SOCIAL, date(2024, 10, 1), HERE, 0.9),),
        parts=tuple(
            PaperPart(kind, None, None, 1, 9)
            for kind in (PaperKind.REPORT, PaperKind.COVER_LETTER, PaperKind.COUNCIL_DECISION)
        ),
        doubts=(doubt,),
    )


def in_letter(each: ProposedRecommendation, text: str) -> ProposedRecommendation:
    """Return a recommendation of the report as the letter has it, to the same committees."""
    return ProposedRecommendation(
        each.number,
        each.place,
        each.text,
        text,
        each.committees,
        each.committees,
        section=each.section,
        letter_place=HERE,
    )
