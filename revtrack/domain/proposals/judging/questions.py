"""The audit questions of a report: a list, headings, a table, or a paragraph that asks them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeGuard

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.asking_words import (
    ASKS_WHETHER,
    BRIEFLY,
    CUE,
    GIVES_ANSWERS,
    OF_INQUIRY,
    OF_OTHERS,
    OF_REPORT,
    OWN,
    SEEKS,
    WANTED,
)
from revtrack.domain.proposals.judging.overall_steps import is_of_overall
from revtrack.domain.proposals.judging.places import IS_RESULT
from revtrack.domain.proposals.judging.plainly_asked import (
    answered_at_once,
    asked_and_answered,
    asked_in_lists,
    claims_answered,
    whether_in,
)
from revtrack.domain.proposals.judging.question_labels import without_mark
from revtrack.domain.proposals.judging.step_words import IS_STEP, STEP
from revtrack.domain.proposals.recommending.leads import asks_questions
from revtrack.domain.proposals.text.columns import Columns, asked_in, columns_of
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.likeness import content_stems, likeness
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Place, Table

_BEGINS_STEP = re.compile(rf"(?:{IS_STEP.pattern})\s?(?:[.,:–-]|$)", re.IGNORECASE)
"""An item that answers: "Delvis. En plan fanns i 26 av 40 akter."."""
_NAMED = re.compile(
    r"^(?:(?:svar på|bedömning av|angående)\s)?(?:revisions|del|gransknings|kontroll)?"
    r"(?:fråga|mål|frågeställning)\s(?:nr\.?\s)?(?P<number>\d{1,2})\b(?!\s?(?:och|samt|-|–)\s?\d)",
    re.IGNORECASE,
)
"""A heading that names a question by its number: "Fråga 2", "Revisionsfråga 2 – Rutiner"."""
_ANSWERED = re.compile(rf"^(?P<asked>[^?]+\?)\s\((?:{STEP})\)?\W*$", re.IGNORECASE)
"""A question with its answer in brackets: "Finns en plan? (delvis)"."""
_OF_WHOLE = re.compile(r"\b(?:övergripande \w*fråg|huvudfråg)", re.IGNORECASE)
"""What names the question of the whole, which is the audit's purpose."""
_INLINE = re.compile(r"[^?.:]*\?")
SAME_QUESTION = 0.8
FEWEST_WORDS = 2
SHORTEST_ASKED = 5
"""A row of fewer words, and without a question mark, names a question."""
LONGEST_LEAD = 400
_LISTED, _TOLD, _HEADED = 0.95, 0.85, 0.8


@dataclass(frozen=True)
class Asked:
    """An audit question as it stands at one place."""

    text: str
    place: Place
    section: str | None
    confidence: float
    run: int
    """Which heading it stands under, or is."""
    is_heading: bool = False
    among: int = 0
    """Which list or table it stands in, of those that its paper has."""


def questions_in(
    passages: Passages, addressees: Addressees, *, is_letter: bool = False
) -> tuple[Asked, ...]:
    """Return the audit questions, each once, in the order of their first list.

    ``is_letter``: a letter may ask its reader for answers, and its headings ask nothing.
    """
    listed = _each_once(_listed(passages, is_letter=is_letter))
    tables = [each for each in passages if isinstance(each, TablePassage)]
    tabled = _each_once(
        replace(asked, among=number)
        for number, each in enumerate(tables)
        for asked in _tabled(each, columns_of(each.table, addressees))
    )
    found = max(listed, tabled, key=len)
    found = found or _each_once(
        asked for each in tables for asked in _tabled(each, _without_head(each.table))
    )
    if is_letter:
        answered = () if found else _plainly(answered_at_once(passages))
        return answered if len(answered) > 1 else found
    found = found or _each_once(_headed(passages)) or _plainly(answered_at_once(passages))
    answered = _plainly(asked_and_answered(passages))
    if not found or _goes_beyond(answered, found):
        found = answered
    if not found and (claims := _plainly(claims_answered(passages))):
        return tuple(replace(each, is_heading=True) for each in claims)
    return found or _plainly(asked_in_lists(passages)) or _plainly(whether_in(passages))


def _plainly(found: Iterable[tuple[str, Passage]]) -> tuple[Asked, ...]:
    return _each_once(_asked(text, each, _TOLD) for text, each in found)


def _goes_beyond(wider: Sequence[Asked], found: Sequence[Asked]) -> bool:
    """Tell whether questions are all those that were found, and more."""
    return len(wider) > len(found) and all(_is_asked(each, wider, SAME_QUESTION) for each in found)


def question_headings(passages: Passages, questions: Sequence[Asked]) -> dict[int, int]:
    """Return which question each chapter is headed by: by the heading's run, its place."""
    found = {}
    for each in _headed(passages):
        best = max(
            ((likeness(each.text, one.text), -n) for n, one in enumerate(questions)), default=None
        )
        if best is not None and best[0] >= SAME_QUESTION:
            found[each.run] = -best[1]
    for passage in passages:
        named = _NAMED.match(passage.text) if _is_heading(passage) else None
        if named and 0 < int(named["number"]) <= len(questions):
            found.setdefault(passage.run, int(named["number"]) - 1)
    return found


def _is_heading(passage: Passage | TablePassage) -> TypeGuard[Passage]:
    return isinstance(passage, Passage) and passage.is_heading


def _each_once(found: Iterable[Asked]) -> tuple[Asked, ...]:
    """Return the questions of all lists, each once; of a list that restates another none."""
    kept: list[Asked] = []
    for _, group in groupby(found, key=lambda each: each.among):
        questions = list(group)
        if not _restates(questions, kept):
            old = tuple(kept)
            kept += [each for each in questions if not _is_asked(each, old, SAME_QUESTION)]
    return tuple(each for n, each in enumerate(kept) if not _is_asked(each, kept[:n], 1.0))


def _is_asked(question: Asked, before: Sequence[Asked], least: float) -> bool:
    return any(likeness(question.text, each.text, least) >= least for each in before)


def _restates(later: Sequence[Asked], earlier: Sequence[Asked]) -> bool:
    """Tell whether a list asks the same as one before, perhaps in fewer words."""
    if len(later) != len(earlier) or len(later) < FEWEST_WORDS:
        return False
    pairs = [
        (content_stems(one.text), content_stems(other.text))
        for one, other in zip(later, earlier, strict=True)
    ]
    return all(len(one & other) * 2 > min(len(one), len(other)) for one, other in pairs)


def _listed(passages: Passages, *, is_letter: bool) -> Iterator[Asked]:
    """Give the questions of lists and paragraphs, each with which list it is of."""
    lists: dict[Place, int] = {}
    for number, passage in enumerate(passages):
        if isinstance(passage, Passage):
            before = lists[next(reversed(lists))] if lists else 0
            lists[passage.place] = before if passage.is_item else number
    for each in _stated(passages, is_letter=is_letter):
        yield replace(each, among=lists[each.place])


def _stated(passages: Passages, *, is_letter: bool) -> Iterator[Asked]:
    is_open = has_list = is_under = False
    under: int | None = None
    for passage in passages:
        if isinstance(passage, TablePassage):
            is_open = False
        elif passage.is_heading:
            is_asked = (
                _opens(passage.text, is_letter=is_letter) or WANTED.match(passage.text) is not None
            )
            is_open = is_asked and not IS_RESULT.search(passage.text)
            has_list, is_under = False, is_open
        elif passage.is_item and is_open and not passage.text.endswith(":"):
            has_list = True
            yield from _item(passage)
        elif passage.is_item and is_under and passage.text.endswith("?"):
            yield from _item(passage)
        elif passage.text.endswith("?") and not has_list and (is_open or _asks_on(passage, under)):
            under = passage.run if is_under else None
            yield from _paragraph(passage)
        else:
            yield from _inline(passage, is_letter=is_letter)
            last = list(sentences(passage.text))[-1:]
            may_lead = not passage.is_item or passage.text.endswith(":")
            is_cue = may_lead and any(_leads(each, is_letter=is_letter) for each in last)
            is_cue = is_cue and not (OF_INQUIRY.search(passage.text) and not OWN.search(last[0]))
            is_open = is_cue or (is_open and not has_list and passage.text.endswith(":"))
            has_list = False


def _asks_on(passage: Passage, under: int | None) -> bool:
    """Tell whether a line is one question more below a heading where each is answered at once."""
    return passage.run == under and len(list(sentences(passage.text))) == 1


def _opens(text: str, *, is_letter: bool) -> bool:
    """Tell whether a heading or sentence says that audit questions follow."""
    is_cue = len(text) < LONGEST_LEAD and CUE.search(text) is not None
    return is_cue and not _asks_others(text, is_letter=is_letter)


def _leads(text: str, *, is_letter: bool) -> bool:
    """Tell whether a sentence leads to audit questions, by the word for them or without it."""
    if GIVES_ANSWERS.search(text):
        return False
    seeks = ASKS_WHETHER.search(text) or SEEKS.search(text)
    if seeks:
        return not _asks_others(text, is_letter=is_letter)
    return _opens(text, is_letter=is_letter)


def _asks_others(text: str, *, is_letter: bool) -> bool:
    """Tell whether a text puts questions to others than the audit itself."""
    return OF_OTHERS.search(text) is not None or (is_letter and asks_questions(text))


def _item(passage: Passage) -> Iterator[Asked]:
    said = [one for one in sentences(passage.text) if one.endswith("?")]
    text = said[0] if len(said) == 1 else passage.text
    answered = _ANSWERED.match(text)
    text = answered["asked"] if answered is not None else text
    brief = BRIEFLY.match(text)
    if brief is not None and IS_STEP.match(brief["said"]):
        return
    if _BEGINS_STEP.match(text):
        return
    if len(text.split()) >= FEWEST_WORDS:
        yield _asked(text, passage, _LISTED if text.endswith("?") else _TOLD)


def _paragraph(passage: Passage) -> Iterator[Asked]:
    for said in sentences(passage.text):
        if said.endswith("?"):
            yield _asked(said.rpartition(": ")[2], passage, _TOLD)


def _inline(passage: Passage, *, is_letter: bool) -> Iterator[Asked]:
    """Give the questions that stand in a paragraph after a colon or the word for them."""
    cue = CUE.search(passage.text)
    if cue is None or "?" not in passage.text:
        return
    if _asks_others(passage.text[: cue.end()], is_letter=is_letter):
        return
    if _OF_WHOLE.search(passage.text[: cue.end()]):
        return
    for match in _INLINE.finditer(passage.text, cue.end()):
        text = split_number(match[0].strip(" ,;"))[1]
        text = re.sub(r"^(?:samt|och|dels|\(?[a-h0-9]\))\s+", "", text)
        if len(text.split()) >= FEWEST_WORDS:
            yield _asked(text[:1].upper() + text[1:], passage, _TOLD)


def _asked(text: str, passage: Passage, confidence: float) -> Asked:
    said = without_mark(re.sub(r"[\s;,]+(?:och|samt)?$", "", " ".join(text.split())))
    return Asked(said, passage.place, passage.section, confidence, passage.run)


def _headed(passages: Passages) -> Iterator[Asked]:
    for passage in passages:
        if _is_heading(passage) and passage.text.endswith("?"):
            text = split_number(passage.text)[1]
            if OF_REPORT.match(text):
                continue
            yield Asked(text, passage.place, passage.section, _HEADED, passage.run, is_heading=True)


def _without_head(table: Table) -> Columns | None:
    """Return the rows of a table that asks from its first row on, or below a head of no sense."""
    columns = asked_in(table)
    if columns is None or columns.rows[0] == table.rows[0]:
        return columns
    is_answered = all(any(IS_STEP.match(cell.text) for cell in row.cells) for row in columns.rows)
    return columns if is_answered and columns.rows == table.rows[1:] else None


def _tabled(passage: TablePassage, columns: Columns | None) -> Iterator[Asked]:
    if columns is None or "question" not in columns.by_name or "earlier" in columns.by_name:
        return
    for row in columns.rows:
        text = without_mark(split_number(columns.text(row, "question"))[1])
        if len(text.split()) >= FEWEST_WORDS and not is_of_overall(text):
            yield Asked(text, row.place, passage.section, _LISTED, passage.run)
