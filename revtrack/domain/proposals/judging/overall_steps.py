"""An overall assessment that only says its step: in a row of a table, behind a label, as an answer.

"Samlad bedömning | Delvis", "Vi gör bedömningen 2 – Delvis", "Svar på huvudfrågan: Nej".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revtrack.domain.proposals.judging.clauses import OVERALL
from revtrack.domain.proposals.judging.grading import Graded, graded_cell
from revtrack.domain.proposals.judging.step_words import IS_STEP
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Place, Row

_WORD = r"(?:bedömning|omdöme|slutsats|svar|resultat)(?:en|et)?"
_OF_WHOLE = (
    r"(?:samla[dt]e?|sammanfattande|sammantag[a-z]+|sammanväg[a-z]+|övergripande|slutlig[at]?"
    r"|slutgiltig[at]?|avslutande|total|sammanlag[a-z]+|revisionell)"
)
IS_LABEL = re.compile(
    rf"^(?:(?:vår[t]?|revis\w+s)\s)?(?:{_OF_WHOLE}\s(?:revisionell\s)?{_WORD}|helhets(?:bedömning|omdöme)(?:en|t)?"
    rf"|slut(?:bedömning|omdöme)(?:en|t)?|totalbedömning|totalt|sammantaget|helhet(?:en)?"
    rf"|{_WORD}\s(?:på|av|för)\s(?:huvudfrågan|helheten|syftet|granskningens syfte"
    r"|(?:den )?övergripande \w*frågan?))$",
    re.IGNORECASE,
)
"""What a row or line is called that judges the whole."""
_LABELLED = re.compile(r"^(?P<label>[^:–?]{5,60}?)\s*(?::|\s[–-])\s*(?P<said>\S.*)$", re.DOTALL)
_GIVES = AnyCase(
    rf"\b(?:gör|ger|landar i|stannar vid|lämnar)\s(?:vi\s)?(?:därför\s)?(?:{_OF_WHOLE}\s)?"
    rf"(?:bedömningen|omdömet|betyget|svaret)\s*:?\s*(?P<said>\S.*)$"
    rf"|^(?:det korta\s|vårt\s|revis\w+s\s)?(?:svar|bedömning|omdöme)(?:en|et)?\s"
    r"(?:är|blir|lyder)\s?:?\s*(?:därför\s)?(?P<own>\S.*)$",
)
"""A sentence that gives the step by its name: "Vi gör bedömningen delvis"."""
_ASKED = AnyCase(
    r"\b(?:vill|ville|skulle)\s(?:\w+\s)?veta\b|\bsyfte|\bhuvudfråga|\bövergripande \w*fråga"
    r"|\bfrågan (?:är|var|har varit)\b"
    r"|\b(?:bedöma|pröva|granska|besvara|undersöka|utreda)\w*\s(?:om|huruvida)\b",
)
OF_MAIN = re.compile(r"\bhuvudfråga|\bövergripande \w*fråga|\bsyfte|\bkort\w* svar", re.IGNORECASE)
"""What names the question of the whole."""
_IS_ANSWER = re.compile(r"\bsvar|\bbedömning|\bslutsats|\bbesvar", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A step of the whole, and where it is said."""

    step: Graded
    place: Place
    section: str | None


def overall_steps(passages: Passages) -> Iterator[Said]:
    """Give the steps of the whole that a paper only says."""
    before = ""
    for passage in passages:
        if isinstance(passage, TablePassage):
            for row in passage.table.rows:
                step = _of_row(row)
                if step is not None:
                    yield Said(step, row.place, passage.section)
            continue
        step = _labelled(passage.text) or (None if passage.is_heading else _given(passage, before))
        before = "" if passage.is_heading else next(iter([*sentences(passage.text)][-1:]), "")
        if step is not None:
            yield Said(step, passage.place, passage.section)


def is_of_overall(text: str) -> bool:
    """Tell whether a row's name says that it judges the whole."""
    return IS_LABEL.match(" ".join(text.split()).strip(" :.*")) is not None


def _of_row(row: Row) -> Graded | None:
    """Return the step of a row that judges the whole; None for another row."""
    cells = [" ".join(cell.text.split()) for cell in row.cells if not cell.is_merged]
    label = next((n for n, each in enumerate(cells) if is_of_overall(each)), None)
    if label is None:
        return _labelled(cells[0]) if len(cells) == 1 else None
    steps = [each for each in cells[label + 1 :] if each]
    return graded_cell(steps[0]) if len(steps) in {1, 2} and _says_step(steps[0]) else None


def _labelled(text: str) -> Graded | None:
    match = _LABELLED.match(text)
    if match is None or not is_of_overall(match["label"]) or not _says_step(match["said"]):
        return None
    return graded_cell(match["said"])


def _given(passage: Passage, before: str) -> Graded | None:
    """Return the step that a passage gives by its name, of what it asks or stands under.

    ``before`` is the sentence that the passage before it ends with.
    """
    said = list(sentences(passage.text))
    is_summed_up = OVERALL.search(passage.heading) is not None
    is_main = OF_MAIN.search(passage.heading) is not None
    is_answer = is_main and _IS_ANSWER.search(passage.heading) is not None
    if (is_answer or is_of_overall(passage.heading)) and said and _says_step(said[0]):
        return graded_cell(said[0])
    for number, sentence in enumerate(said):
        match = _GIVES.search(sentence)
        given = (match["said"] or match["own"]) if match is not None else ""
        is_asked = _ASKED.search(said[number - 1] if number else before) is not None
        if given and _says_step(given) and (is_summed_up or is_main or is_asked):
            return graded_cell(given)
    return None


def _says_step(said: str) -> bool:
    bare = re.sub(r"^(?:nivå\s)?\d\s?[–:.)-]*\s?|^\W+", "", said.strip())
    return IS_STEP.match(bare) is not None
