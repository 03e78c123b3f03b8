"""Short papers: everything a real one has, in few words, with what should be found in each.

``short/KIND.txt`` holds many papers. Each begins with ``=== name``, then a line for each fact, then
``---`` and the text as ``written`` reads it. ``=== ? name`` is read wrongly as yet. Only the fields
that a paper has a line for are counted. The lines:

- ``type``, ``municipality``, ``title``, ``firm``, ``diary``, ``year``, ``report_on``,
  ``letter_on``, ``due``, ``purpose``, ``overall`` and the value
- ``to A; B`` the committees and ``info A; B`` those who get a copy
- ``Q text`` a question, and below it ``A committee | grade``, ``*`` for all
- ``R text | committee; committee`` a recommendation
- ``response committee | kind | § | decided on | diary number | received on``, and below it
  ``answer number or text | position | progress``
- ``extension committee | day``
- ``none due`` and the like: the paper states no such thing

``-`` is nothing, and ``a // b`` two values that are equally right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpus.scoring import compare

FOLDER = Path(__file__).parent / "short"
_Value = str | list[str | None] | None
_OPEN = "? "
_NOTHING = "-"
_EITHER = " // "
_SINGLE = {
    "type": "document_type",
    "municipality": "municipality",
    "title": "title",
    "firm": "firm",
    "diary": "diary_number",
    "year": "audit_year",
    "report_on": "report_on",
    "letter_on": "letter_on",
    "due": "due_on",
    "purpose": "purpose",
}
_NAMES = {"to": "committees", "info": "for_information"}
_NONE = {
    **_SINGLE,
    "overall": "overall.grade",
    "R": "recommendations.text",
    "Q": "questions.text",
    "A": "assessments.grade",
    "response": "responses.committee",
    "extension": "extensions",
}
_RESPONSE = ("committee", "kind", "paragraph", "decided_on", "diary_number", "received_on")
_ANSWER = ("recommendation", "position", "progress")
_COUNTED_OF_RESPONSE = {f"responses.{name}" for name in _RESPONSE[:-1]}
_COUNTED_OF_ANSWERS = {"answers.position", "answers.progress"}
_EVERY = frozenset(
    name for kind in ("bundle", "cover_letter") for name in compare({"document_type": kind}, {})
)


@dataclass(frozen=True)
class ShortPaper:
    """A short paper, what is expected of it, and whether it is read wrongly as yet."""

    name: str
    text: str
    expected: dict[str, Any]
    is_open: bool


def short_papers(kind: str) -> Iterator[ShortPaper]:
    """Give the papers of a kind: the stem of a file's name in ``short/``."""
    whole = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    for part in f"\n{whole}".split("\n=== ")[1:]:
        name, rest = part.split("\n", 1)
        facts, text = rest.split("\n---\n", 1)
        yield ShortPaper(
            name.removeprefix(_OPEN), text, _expected(facts), is_open=name.startswith(_OPEN)
        )


def _expected(facts: str) -> dict[str, Any]:
    names = ("committees", "for_information", "questions", "recommendations", "responses")
    made: dict[str, Any] = {each: [] for each in (*names, "extensions")}
    counted: set[str] = set()
    for line in filter(None, map(str.strip, facts.splitlines())):
        key, _, value = line.partition(" ")
        counted |= _take(key.rstrip(":"), value, made)
    if made.get("document_type") == "cover_letter":
        counted = _as_of_letter(made, counted)
    made["unscored"] = sorted(_EVERY - counted)
    return made


def _as_of_letter(made: dict[str, Any], counted: set[str]) -> set[str]:
    """Make the recommendations a letter's own wordings; return the fields that are counted."""
    for each in made["recommendations"]:
        each["letter_text"], each["letter_committees"] = each.pop("text"), each.pop("committees")
    for name in ("text", "committees"):
        if f"recommendations.{name}" in counted:
            counted = (counted - {f"recommendations.{name}"}) | {f"recommendations.letter_{name}"}
    return counted


def _take(key: str, value: str, made: dict[str, Any]) -> set[str]:
    """Add what a line tells; return the fields that are counted since it is there."""
    parts = [_value(each) for each in value.split("|")]
    if key in _SINGLE:
        made[_SINGLE[key]] = parts[0]
        return {_SINGLE[key]}
    if key in _NAMES:
        made[_NAMES[key]] = _names(value)
        return {_NAMES[key]}
    if key == "none":
        return {_NONE[value.strip()]}
    return _take_listed(key, parts, made)


def _take_listed(key: str, parts: Sequence[_Value], made: dict[str, Any]) -> set[str]:
    if key == "overall":
        made["overall"] = {"grade": parts[0]}
        return {"overall.grade"}
    if key == "Q":
        made["questions"].append({"text": parts[0], "assessments": []})
        return {"questions.text"}
    if key == "A":
        of_whom = [] if parts[0] in ("*", None) else [parts[0]]
        judged = {"committees": of_whom, "grade": parts[1]}
        made["questions"][-1]["assessments"].append(judged)
        return {"assessments.grade"}
    if key == "R":
        number = str(len(made["recommendations"]) + 1)
        committees = _names(str(parts[1])) if len(parts) > 1 and parts[1] else []
        recommended = {"number": number, "text": parts[0], "committees": committees}
        made["recommendations"].append(recommended)
        return {"recommendations.text"} | ({"recommendations.committees"} if committees else set())
    if key == "extension":
        made["extensions"].append({"committee": parts[0], "due_on": parts[1]})
        return {"extensions"}
    return _take_reply(key, parts, made)


def _take_reply(key: str, parts: Sequence[_Value], made: dict[str, Any]) -> set[str]:
    if key == "answer":
        given = [*parts, None][: len(_ANSWER)]
        made["responses"][-1]["answers"].append(dict(zip(_ANSWER, given, strict=True)))
        return _COUNTED_OF_ANSWERS
    if key != "response":
        message = f"no such line: {key}"
        raise ValueError(message)
    if parts[0] is None:
        return {"responses.committee", *_COUNTED_OF_ANSWERS}
    given = [*parts, *([None] * len(_RESPONSE))][: len(_RESPONSE)]
    reply = dict(zip(_RESPONSE, given, strict=True))
    made["responses"].append({**reply, "answers": []})
    received = {"responses.received_on"} if reply["received_on"] else set()
    return {*_COUNTED_OF_RESPONSE, *_COUNTED_OF_ANSWERS, *received}


def _value(text: str) -> _Value:
    either = [
        None if each.strip() in {_NOTHING, ""} else each.strip() for each in text.split(_EITHER)
    ]
    return either if len(either) > 1 else either[0]


def _names(value: str) -> list[str]:
    named = (each.strip() for each in value.split(";"))
    return [each for each in named if each not in {_NOTHING, ""}]
