"""The audit questions of a report: a list, headings, a table, or a paragraph that asks them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.leads import asks_questions
from revtrack.domain.proposals.text.columns import Columns, asked_in, columns_of
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Place, Table

_CUE = re.compile(
    r"\b(?:revisions|gransknings|del|kontroll|under)?fråg(?:a|or|orna|eställning(?:ar|arna)?)\b"
    r"|\bkontrollmål|\bgranskningsmål",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    r"\bgranskning(?:en)?\b.*\b(?:visa|besvara|svar på|svara på|bedöma|klargöra|belysa|pröva"
    r"|undersöka)"
    r"\s*(?:om|huruvida|:|följande:?)?\s*:?$",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r"\b(?:sök\w*|få|ge|ger|besvara\w*|ställ\w*)\s(?:svar\spå\s)?följande\b.{0,20}:$", re.IGNORECASE
)
"""How a sentence without the word for it says that the questions follow."""
_OF_OTHERS = re.compile(
    r"\benkät|\bintervju\w*\s(?:\w+\s){0,3}?(?:fråg|ställ)"
    r"|\b(?:ställ|rikta|skicka)\w*\s(?:\w+\s){0,4}?(?:till|åt) (?!grund)"
    r"|\b(?:omb[ea][ds]\w*|uppmana[st]?|bad|ber)\b"
    r"|\b(?:vill|önskar|begär|emotser)\b[^.]{0,30}\b(?:svar|veta hur|yttrande)\b",
    re.IGNORECASE,
)
"""What says that questions are put to others: by an inquiry, or to be replied to."""
_WANTED = re.compile(
    r"^(?:det(?: här)? |vad )?(?:vi )?(?:ville|vill|ska|skulle)(?: vi)? (?:få )?"
    r"(?:veta|svara|ta reda|undersöka)\b",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(
    r"^(?:varför|hur|vad|vilka?)\b.{0,30}\b(?:vi (?:gjort|gått|gjorde|sett|såg|funnit|fann|veta"
    r"|kommit|granskat|rekommenderar|anser|svara|ta reda)|(?:gjorde|granskade|fann|såg|gick"
    r"|rekommenderar) vi|(?:denna|den här) granskning(?:en)?)\b.{0,30}\?$"
    r"|^varför har vi\b.{0,40}\?$",
    re.IGNORECASE,
)
"""A heading that asks what its own chapter tells: "Hur har vi gått till väga?"."""
_ROW = re.compile(r"(?:\b(?:Ja|Nej|Delvis|I huvudsak|Till viss del|Ej bedömt)\s*){2,}$")
"""A row of a table of answers that has lost its columns."""
_ANSWERS = re.compile(
    r"\bsvar på|\bbesvarande|\bbedömning|\bslutsats|\bsammanfattning", re.IGNORECASE
)
_MARKED = re.compile(
    r"^(?:Revisions|Del|Gransknings|Kontroll)fråga\s+\d{1,2}\b\s*[.:–-]?\s*(?P<text>.+\?)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:(?:svar på|bedömning av|angående)\s)?(?:revisions|del|gransknings|kontroll)?"
    r"(?:fråga|mål|frågeställning)\s(?:nr\.?\s)?(?P<number>\d{1,2})\b(?!\s?(?:och|samt|-|–)\s?\d)",
    re.IGNORECASE,
)
"""A heading that names a question by its number: "Fråga 2", "Revisionsfråga 2 – Rutiner"."""
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
    number: str | None = None
    """Of a row of a table, as it is typed there."""


def questions_in(
    passages: Sequence[Passage | TablePassage], addressees: Addressees, *, is_letter: bool = False
) -> tuple[Asked, ...]:
    """Return the audit questions, each once, in the order of their first list.

    ``is_letter``: a letter may ask its reader for answers, and its headings ask nothing.
    """
    listed = _each_once(_listed(passages, is_letter=is_letter))
    tabled = _each_once(
        each
        for passage in passages
        if isinstance(passage, TablePassage)
        for each in _tabled(passage, columns_of(passage.table, addressees))
    )
    found = _each_once([*listed, *(each for each in tabled if not _is_label(each, listed))])
    found = found or _each_once(
        each
        for passage in passages
        if isinstance(passage, TablePassage)
        for each in _tabled(passage, _without_head(passage.table))
    )
    return found if found or is_letter else _each_once(_headed(passages))


def _is_label(tabled: Asked, listed: Sequence[Asked]) -> bool:
    """Tell whether a row of a table only numbers and names a question that was asked."""
    number, text = tabled.number or "", tabled.text
    is_known = number.isdigit() and 0 < int(number) <= len(listed)
    return is_known and not text.endswith("?") and len(text.split()) < SHORTEST_ASKED


def question_headings(
    passages: Sequence[Passage | TablePassage], questions: Sequence[Asked]
) -> dict[int, int]:
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


def _each_once(found: Sequence[Asked] | Iterator[Asked]) -> tuple[Asked, ...]:
    kept: list[Asked] = []
    for each in found:
        if not any(_is_asked_again(each, other) for other in kept):
            kept.append(each)
    return tuple(kept)


def _is_asked_again(later: Asked, earlier: Asked) -> bool:
    """Tell whether a question was asked before; in one list only where the words are the same."""
    least = 1.0 if later.run == earlier.run else SAME_QUESTION
    return likeness(later.text, earlier.text, least) >= least


def _listed(passages: Sequence[Passage | TablePassage], *, is_letter: bool) -> Iterator[Asked]:
    is_open = has_list = is_under = False
    for passage in passages:
        if isinstance(passage, TablePassage):
            is_open = False
        elif passage.is_heading:
            is_asked = (
                _opens(passage.text, is_letter=is_letter) or _WANTED.match(passage.text) is not None
            )
            is_open = is_asked and not _ANSWERS.search(passage.text)
            has_list, is_under = False, is_open
        elif passage.is_item and is_open and not passage.text.endswith(":"):
            has_list = True
            yield from _item(passage)
        elif passage.is_item and is_under and passage.text.endswith("?"):
            yield from _item(passage)
        elif marked := _MARKED.match(passage.text):
            yield _asked(marked["text"], passage, _LISTED)
        elif passage.text.endswith("?") and is_open and not has_list:
            yield from _paragraph(passage)
        else:
            yield from _inline(passage, is_letter=is_letter)
            last = list(sentences(passage.text))[-1:]
            is_cue = any(_leads(each, is_letter=is_letter) for each in last)
            is_open = is_cue or (is_open and not has_list and passage.text.endswith(":"))
            has_list = False


def _opens(text: str, *, is_letter: bool) -> bool:
    """Tell whether a heading or sentence says that audit questions follow."""
    is_cue = len(text) < LONGEST_LEAD and _CUE.search(text) is not None
    return is_cue and not _asks_others(text, is_letter=is_letter)


def _leads(text: str, *, is_letter: bool) -> bool:
    """Tell whether a sentence leads to audit questions, by the word for them or without it."""
    seeks = _ASKS_WHETHER.search(text) or _SEEKS.search(text)
    if seeks:
        return not _asks_others(text, is_letter=is_letter)
    return _opens(text, is_letter=is_letter)


def _asks_others(text: str, *, is_letter: bool) -> bool:
    """Tell whether a text puts questions to others than the audit itself."""
    return _OF_OTHERS.search(text) is not None or (is_letter and asks_questions(text))


def _item(passage: Passage) -> Iterator[Asked]:
    said = [one for one in sentences(passage.text) if one.endswith("?")]
    text = said[0] if len(said) == 1 else passage.text
    if len(text.split()) >= FEWEST_WORDS and not _ROW.search(text):
        yield _asked(text, passage, _LISTED if text.endswith("?") else _TOLD)


def _paragraph(passage: Passage) -> Iterator[Asked]:
    for said in sentences(passage.text):
        if said.endswith("?"):
            yield _asked(said.rpartition(": ")[2], passage, _TOLD)


def _inline(passage: Passage, *, is_letter: bool) -> Iterator[Asked]:
    """Give the questions that stand in a paragraph after a colon or the word for them."""
    cue = _CUE.search(passage.text)
    if cue is None or "?" not in passage.text:
        return
    if _asks_others(passage.text[: cue.end()], is_letter=is_letter):
        return
    for match in _INLINE.finditer(passage.text, cue.end()):
        text = split_number(match[0].strip(" ,;"))[1]
        text = re.sub(r"^(?:samt|och|dels|\(?[a-h0-9]\))\s+", "", text)
        if len(text.split()) >= FEWEST_WORDS:
            yield _asked(text[:1].upper() + text[1:], passage, _TOLD)


def _asked(text: str, passage: Passage, confidence: float) -> Asked:
    said = re.sub(r"[\s;,]+(?:och|samt)?$", "", " ".join(text.split()))
    return Asked(said, passage.place, passage.section, confidence, passage.run)


def _headed(passages: Sequence[Passage | TablePassage]) -> Iterator[Asked]:
    for passage in passages:
        if _is_heading(passage) and passage.text.endswith("?"):
            text = split_number(passage.text)[1]
            if _OF_REPORT.match(text):
                continue
            yield Asked(text, passage.place, passage.section, _HEADED, passage.run, is_heading=True)


def _without_head(table: Table) -> Columns | None:
    """Return the rows of a table that asks from its first row on."""
    columns = asked_in(table)
    return columns if columns and columns.rows[0] == table.rows[0] else None


def _tabled(passage: TablePassage, columns: Columns | None) -> Iterator[Asked]:
    if columns is None or "question" not in columns.by_name or "earlier" in columns.by_name:
        return
    for row in columns.rows:
        typed, text, _ = split_number(columns.text(row, "question"))
        number = columns.number(row) or typed
        if len(text.split()) >= FEWEST_WORDS:
            yield Asked(text, row.place, passage.section, _LISTED, passage.run, number=number)
