"""What should be found in a paper, in the words of ``read --json``."""

from typing import Any

from tests.corpus.making.source import Source

EMPTY: dict[str, Any] = {
    "document_type": None,
    "municipality": None,
    "title": None,
    "firm": None,
    "diary_number": None,
    "audit_year": None,
    "report_on": None,
    "letter_on": None,
    "due_on": None,
    "purpose": None,
    "overall": None,
    "committees": [],
    "for_information": [],
    "questions": [],
    "recommendations": [],
    "responses": [],
    "extensions": [],
    "documents": [],
}
INNER: dict[str, dict[str, Any]] = {
    "questions": {"number": None, "text": None, "assessments": []},
    "assessments": {"committees": [], "grade": None, "phrase": None, "section": None},
    "recommendations": {
        "number": None,
        "text": None,
        "letter_text": None,
        "committees": None,
        "letter_committees": None,
    },
    "responses": {
        "committee": None,
        "kind": None,
        "diary_number": None,
        "paragraph": None,
        "received_on": None,
        "decided_on": None,
        "answers": [],
    },
    "answers": {"recommendation": None, "position": None, "progress": None},
}


def expected(source: Source, places: dict[str, int | None]) -> dict[str, Any]:
    """Return what should be found, names put out and what is not stated null."""
    known: dict[str, Any] = {**source.named, **places}
    found = _put_out(source.expected, known)
    unscored = found.pop("unscored", [])
    filled: dict[str, Any] = _filled(EMPTY, found)
    return {**filled, "unscored": unscored}


def _put_out(value: Any, known: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return known[value[1:]] if value.startswith("@") else value
    if isinstance(value, list):
        return [_put_out(one, known) for one in value]
    if isinstance(value, dict):
        return {key: _put_out(one, known) for key, one in value.items()}
    return value


def _filled(empty: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    filled = {**empty, **given}
    for key, inner in INNER.items():
        if isinstance(filled.get(key), list):
            filled[key] = [_filled(inner, one) for one in filled[key]]
    return filled
