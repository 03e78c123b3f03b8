"""What the texts give away: text that was never filled in, one text from two committees."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from revtrack.domain.checks.problem import (
    IN_QUESTIONS,
    IN_RECOMMENDATIONS,
    IN_REPLIES,
    Check,
    Inspection,
    Problem,
    Trouble,
)
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Committee, Recommendation, Response
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.prose import name_key
from revtrack.domain.texts.wordings import is_same_wording

SAME_TEXT = 0.95
"""From this likeness on, two texts are one."""
SHORTEST_TEXT = 80
"""Shorter texts may be alike by chance: "Nämnden godkänner yttrandet."."""
FEWEST_ANSWERS = 2

PLACEHOLDER_IN_AUDIT = Trouble(
    "placeholder_text",
    Severity.WARNING,
    N_("“{words}” stands where something should have been filled in: {text}. Fill it in."),
    IN_QUESTIONS,
)
PLACEHOLDER_IN_RECOMMENDATION = Trouble(
    "placeholder_text",
    Severity.WARNING,
    N_("“{words}” stands in {number} where something should have been filled in. Fill it in."),
    IN_RECOMMENDATIONS,
)
PLACEHOLDER_IN_REPLY = Trouble(
    "placeholder_text",
    Severity.WARNING,
    N_(
        "“{words}” stands in what has come from {committee} where something should have been "
        "filled in: {text}. Ask for the right text."
    ),
    IN_REPLIES,
)
SAME_TEXT_TWICE = Trouble(
    "same_text",
    Severity.WARNING,
    N_(
        "The reply of {committee} has the same text as that of {other}. "
        "See that each has taken a position of its own."
    ),
    IN_REPLIES,
)

_PLACEHOLDER = re.compile(
    r"(?i:\bX{3,}\b|\blorem ipsum\b|\bÅÅÅÅ[-/]?MM[-/]?DD\b|\b(?:20XX|20ÅÅ)\b"
    r"|[\[<{«](?:infoga|skriv|ange|fyll|namn|nämnd\w*|datum|dag|titel|rubrik|text|belopp|dnr|x+)"
    r"\b[^\]>}»\n]*[\]>}»]|\[\s*(?:\.{2,}|…|_+)\s*\]|_{4,})"
    r"|\b(?:INFOGA|Infoga|infoga) (?:text|namn|datum|rubrik|tabell|här|dnr|diarienummer)\b"
    r"|\b(?:Skriv|skriv|Fyll|fyll)(?: in)? (?:text )?här\b|\?{3,}"
)
"""What templates and drafts hold until somebody fills it in."""
_MARKS = (
    *("xxx", "lorem", "åååå", "20xx", "20åå", "____", "???", "infoga", "skriv", "fyll"),
    *("[", "<", "{", "«"),
)
"""One of these stands in every text in which a placeholder is found; they are soon looked for."""
_LONGEST_SHOWN = 80


def placeholders(inspection: Inspection) -> Iterator[Problem]:
    """Find text that was never filled in."""
    for text, committee, recommendation in _texts(inspection):
        found = _placeholder(text)
        if found is None:
            continue
        if recommendation is not None:
            trouble = PLACEHOLDER_IN_RECOMMENDATION
        else:
            trouble = PLACEHOLDER_IN_REPLY if committee else PLACEHOLDER_IN_AUDIT
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …"
        yield inspection.problem(trouble, committee, recommendation, words=found, text=shown)


def _placeholder(text: str) -> str | None:
    folded = text.casefold()
    found = _PLACEHOLDER.search(text) if any(mark in folded for mark in _MARKS) else None
    return found[0] if found else None


def _texts(inspection: Inspection) -> Iterator[tuple[str, Committee | None, Recommendation | None]]:
    """Give the texts that somebody should have filled in, with what they are about."""
    case = inspection.case
    letter = case.cover_letter
    own = [case.audit.title, case.audit.purpose, *(each.text for each in case.questions)]
    own += [letter.assessment, letter.observations, letter.asks] if letter else []
    own += [text for each in case.council_decisions for text in (each.text, each.diary_number)]
    for text in filter(None, own):
        yield text, None, None
    for each in case.recommendations:
        for text in filter(None, dict.fromkeys((each.heading, each.report_text, each.letter_text))):
            yield text, None, each
    for line in inspection.reply_lines:
        for text in filter(None, dict.fromkeys(_texts_of(line))):
            yield text, line.committee, None


def _texts_of(line: ReplyLine) -> Iterator[str | None]:
    yield line.reply_case.matter_name
    yield line.reply_case.diary_number
    for each in line.responses:
        yield each.paragraph
        yield each.diary_number
        yield each.decision_text
        yield each.text
        yield each.remarks


def same_text(inspection: Inspection) -> Iterator[Problem]:
    """Find replies of two committees that have the same text."""
    lines = [line for line in inspection.reply_lines if line.decision is not None]
    quotes = _quotes(inspection)
    seen: set[int] = set()
    for first, second in combinations(lines, 2):
        one, other = first.decision, second.decision
        if one is None or other is None or one.id == other.id or second.committee.id in seen:
            continue
        answers = (quotes.get(one.id, {}), quotes.get(other.id, {}))
        if _is_one_text(inspection, one, other) or _is_one_answer(*answers):
            seen.add(second.committee.id)
            yield inspection.problem(SAME_TEXT_TWICE, second.committee, other=first.committee.name)


def _is_one_text(inspection: Inspection, one: Response, other: Response) -> bool:
    if not one.text or not other.text:
        return False
    first, second = (_unnamed(inspection, text) for text in (one.text, other.text))
    return min(len(first), len(second)) >= SHORTEST_TEXT and likeness(first, second) >= SAME_TEXT


def _unnamed(inspection: Inspection, text: str) -> str:
    """Return the text without the committees' names, which may be all that differs."""
    said = name_key(text)
    for committee in inspection.case.committees:
        said = re.sub(rf"\b{re.escape(name_key(committee.name))}s?\b", "", said)
    return said


def _is_one_answer(first: Mapping[int, str], second: Mapping[int, str]) -> bool:
    """Tell whether two responses answer the recommendations they share in the same words.

    Each gives its quotes by the id of the recommendation.
    """
    shared = [number for number in first if number in second]
    return len(shared) >= FEWEST_ANSWERS and all(
        is_same_wording(first[number], second[number]) for number in shared
    )


def _quotes(inspection: Inspection) -> dict[int, dict[int, str]]:
    """Return what each response quotes, by its id and that of the recommendation."""
    case = inspection.case
    found: dict[int, dict[int, str]] = {}
    for each in case.answers:
        if each.quote:
            number = case.addressee_by_id[each.addressee_id].recommendation_id
            found.setdefault(each.response_id, {})[number] = each.quote
    return found


CHECKS: tuple[Check, ...] = (placeholders, same_text)
