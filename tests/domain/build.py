"""Builds an audit case from small values: two committees, one recommendation, both answered."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, Grade, Position, Progress, Relation, Role

S = TypeVar("S", bound=r.Stored)

HANDED_OVER = date(2022, 12, 1)
DUE = date(2023, 3, 1)
TODAY = date(2023, 6, 1)


def stored(kind: type[S], number: int = 1, /, **fields: Any) -> S:  # noqa: ANN401 - any record's fields
    """Return a stored record with this id."""
    uid = f"00000000-0000-4000-8000-{number:012x}"
    return kind.model_validate({"id": number, "uid": uid, "version": 1, **fields})


def altered(record: S, /, **fields: Any) -> S:  # noqa: ANN401 - any record's fields
    """Return the record with other values, checked again."""
    return type(record).model_validate({**record.model_dump(), **fields})


BOARD = stored(
    r.Committee,
    1,
    municipality_id=1,
    ordinal=1,
    name="kommunstyrelsen",
    abbreviation="KS",
    kind=CommitteeKind.EXECUTIVE_BOARD,
)
SCHOOLS = stored(
    r.Committee, 2, municipality_id=1, ordinal=2, name="grundskolenämnden", abbreviation="GSN"
)
CULTURE = stored(
    r.Committee,
    3,
    municipality_id=1,
    ordinal=3,
    name="kultur- och fritidsnämnden",
    abbreviation="KFN",
)


def recommendation(number: int = 1, /, **fields: Any) -> r.Recommendation:  # noqa: ANN401
    """Return a recommendation that the letter words as the report does."""
    text = f"Se till att rekommendation {number} blir av"
    return stored(
        r.Recommendation,
        number,
        **{
            "audit_id": 1,
            "ordinal": number,
            "number_in_report": str(number),
            "number_in_letter": f"R{number}",
            "report_text": text,
            "letter_text": text,
            "relation": Relation.IDENTICAL,
            **fields,
        },
    )


def addressee(number: int, recommendation_id: int, committee_id: int, **fields: Any) -> r.Addressee:  # noqa: ANN401
    """Return a recommendation to a committee, asked unless said otherwise."""
    return stored(
        r.Addressee,
        number,
        **{
            "recommendation_id": recommendation_id,
            "committee_id": committee_id,
            "asked": True,
            **fields,
        },
    )


def response(number: int = 1, /, **fields: Any) -> r.Response:  # noqa: ANN401
    """Return a decision that came in time with all that it should state."""
    return stored(
        r.Response,
        number,
        **{
            "audit_id": 1,
            "decided_on": date(2023, 2, 20),
            "received_on": date(2023, 2, 24),
            "paragraph": "19",
            "diary_number": f"D/2022:{number}",
            **fields,
        },
    )


def clean_case() -> AuditCase:
    """Return a case of which nothing can be complained."""
    return AuditCase(
        municipality=stored(r.Municipality, name="Provinge kommun", abbreviation="PRO"),
        committees=(BOARD, SCHOOLS, CULTURE),
        audit=stored(
            r.Audit,
            municipality_id=1,
            reference="PRO-2022-1",
            title="Granskning av skolmat",
            audit_year=2022,
            handed_over_on=HANDED_OVER,
        ),
        audit_committees=(
            stored(r.AuditCommittee, 1, audit_id=1, committee_id=1, role=Role.REVIEWED),
        ),
        questions=(stored(r.Question, audit_id=1, number=1, text="Följs skolmaten upp?"),),
        assessments=(
            stored(
                r.Assessment,
                audit_id=1,
                ordinal=1,
                grade=Grade.NO,
                phrase="ingen tillräcklig uppföljning",
            ),
        ),
        assessment_questions=(stored(r.AssessmentQuestion, assessment_id=1, question_id=1),),
        recommendations=(recommendation(),),
        recommendation_questions=(
            stored(r.RecommendationQuestion, recommendation_id=1, question_id=1),
        ),
        addressees=(addressee(1, 1, 1), addressee(2, 1, 2)),
        letters=(stored(r.Letter, audit_id=1, dated_on=HANDED_OVER),),
        reply_cases=(
            stored(r.ReplyCase, 1, audit_id=1, committee_id=1, due_on=DUE),
            stored(r.ReplyCase, 2, audit_id=1, committee_id=2, due_on=DUE),
        ),
        responses=(response(1), response(2)),
        response_cases=(
            stored(r.ResponseCase, 1, response_id=1, reply_case_id=1),
            stored(r.ResponseCase, 2, response_id=2, reply_case_id=2),
        ),
        answers=tuple(
            stored(
                r.Answer,
                number,
                response_id=number,
                addressee_id=number,
                position=Position.AGREES,
                progress=Progress.PLANNED,
            )
            for number in (1, 2)
        ),
    )


def unanswered_case() -> AuditCase:
    """Return the same case before any reply."""
    return replace(clean_case(), responses=(), response_cases=(), answers=())
