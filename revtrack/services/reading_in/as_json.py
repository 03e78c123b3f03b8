"""The contract of ``read --json``: a proposal for other programs."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals import proposal as p
from revtrack.domain.texts.paper import Place
from revtrack.wording import sentence

Json = dict[str, Any]

_HEAD = (
    "municipality",
    "title",
    "firm",
    "diary_number",
    "audit_year",
    "report_on",
    "letter_on",
    "due_on",
    "purpose",
)
"""What a proposal says once, in the contract's order."""


def as_json(proposal: p.Proposal) -> Json:
    """Return the whole proposal; ``sources`` says where each value of its head stands."""
    head = {name: getattr(proposal, name) for name in _HEAD}
    return {
        "document_type": proposal.kind.value,
        **{name: _value(found) for name, found in head.items()},
        "overall": _overall(proposal.overall),
        "committees": [each.value for each in proposal.committees],
        "for_information": [each.value for each in proposal.for_information],
        "questions": [_question(each) for each in proposal.questions],
        "recommendations": _recommendations(proposal),
        "responses": [_response(each) for each in proposal.responses],
        "extensions": [_more_time(each) for each in proposal.extensions],
        "due_days": [
            {"committee": each.committee, "due_on": _plain(each.due_on), **_source(each)}
            for each in proposal.due_days
        ],
        "documents": [_document(each) for each in proposal.parts],
        "audits": [{"title": each.title, "line": each.line} for each in proposal.audits],
        "warnings": warnings(proposal.doubts),
        "sources": {name: _source(found) for name, found in head.items() if found is not None},
    }


def refused_as_json(message: str) -> Json:
    """Return what is said of a file that is no paper of an audit, or cannot be read."""
    return {
        "document_type": PaperKind.NOT_AUDIT.value,
        "warnings": [{"code": "not_audit", "message": message, "line": None}],
    }


def warnings(doubts: Iterable[p.Doubt]) -> list[Json]:
    """Return what a person should look at, each in a sentence of the language in use."""
    return [
        {"code": each.code, "message": sentence(each.message, each.facts), "line": each.line}
        for each in doubts
    ]


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _value(found: p.Found[Any] | None) -> object:
    return None if found is None else _plain(found.value)


def _source(found: Any) -> Json:  # noqa: ANN401 - whatever has a place and a confidence
    place: Place = found.place
    return {
        "line": place.line,
        "page": place.page,
        "quote": place.quote,
        "confidence": found.confidence,
    }


def _overall(found: p.ProposedAssessment | None) -> Json | None:
    if found is None:
        return None
    apart = [_of_each(each) for each in found.apart]
    told = {"grade": _plain(found.grade), "phrase": found.phrase, "apart": apart}
    return {**told, **_source(found)}


def _of_each(found: p.ProposedAssessment) -> Json:
    said = {"grade": _plain(found.grade), "phrase": found.phrase}
    return {"committees": list(found.committees), **said}


def _question(found: p.ProposedQuestion) -> Json:
    return {
        "number": found.number,
        "text": found.text,
        "assessments": [_assessment(each) for each in found.assessments],
        **_source(found),
    }


def _assessment(found: p.ProposedAssessment) -> Json:
    return {
        "committees": list(found.committees),
        "grade": _plain(found.grade),
        "phrase": found.phrase,
        "section": found.section,
        **_source(found),
    }


def _recommendations(proposal: p.Proposal) -> list[Json]:
    """Return the recommendations; in a follow-up's report each with its verdict, or null.

    ``verdict`` is ``{verdict: full|mostly|partly|not|no_longer_relevant|not_assessable, phrase,
    line, page, quote, confidence}``, and ``verdicts_apart`` lists the like with ``committees``, of
    each that is judged apart; other papers have no such keys.
    """
    told = [_recommendation(each) for each in proposal.recommendations]
    if PaperKind.FOLLOW_UP_REPORT not in proposal.kinds:
        return told
    return [
        each | {"verdict": _verdict(found.verdict), "verdicts_apart": _apart(found)}
        for each, found in zip(told, proposal.recommendations, strict=True)
    ]


def _apart(found: p.ProposedRecommendation) -> list[Json]:
    return [
        {"committees": list(each.committees), **(_verdict(each) or {})}
        for each in found.verdicts_apart
    ]


def _verdict(found: p.ProposedVerdict | None) -> Json | None:
    if found is None:
        return None
    return {"verdict": _plain(found.verdict), "phrase": found.phrase, **_source(found)}


def _recommendation(found: p.ProposedRecommendation) -> Json:
    return {
        "number": found.number,
        "text": found.text,
        "letter_text": found.letter_text,
        "committees": _names(found.committees),
        "letter_committees": _names(found.letter_committees),
        "committees_certain": found.committees_certain,
        "section": found.section,
        **_source(found),
    }


def _names(committees: tuple[str, ...] | None) -> list[str] | None:
    return None if committees is None else list(committees)


def _response(found: p.ProposedResponse) -> Json:
    said = ("diary_number", "paragraph", "received_on", "decided_on", "decision")
    return {
        "committee": found.committee,
        "kind": _plain(found.kind),
        **{name: _value(getattr(found, name)) for name in said},
        "answers": [_answer(each) for each in found.answers],
        "left_open": list(found.left_open),
        **_source(found),
    }


def _answer(found: p.ProposedAnswer) -> Json:
    return {
        "recommendation": found.recommendation,
        "position": _plain(found.position),
        "progress": _plain(found.progress),
        **_source(found),
        "quote": found.quote,
    }


def _more_time(found: p.ProposedExtension) -> Json:
    return {
        "committee": found.committee,
        "due_on": _plain(found.due_on),
        "decision": _plain(found.decision),
        "told_on": _value(found.told_on),
        **_source(found),
    }


def _document(part: p.PaperPart) -> Json:
    return {
        "document_type": part.kind.value,
        "title": part.title,
        "committee": part.committee,
        "first_line": part.first_line,
        "last_line": part.last_line,
    }
