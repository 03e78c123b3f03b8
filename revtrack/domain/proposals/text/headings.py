"""Which lines are headings: those that the file marks, and lines that can be nothing else.

These are numbered as a chapter is, named in the table of contents, or a usual word for a part of a
report.
"""

import re
from dataclasses import dataclass

from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table
from revtrack.domain.texts.prose import name_key

_NUMBERED = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<dot>\.?)[ \t]+(?P<text>[^\W\d_].{0,140})$"
)
_MARKER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,4}\.?$")
_PART = (
    r"(?:sammanfattning|bakgrund|inledning|syfte|metod|iakttagelser|resultat|bedömning(?:ar)?"
    r"|slutsats(?:er)?|rekommendation(?:er)?|revisionsfrågor(?:na)?|frågeställningar|frågor"
    r"|avgränsning(?:ar)?|analys|kommentarer|omdöme|helhetsbedömning|slutbedömning"
    r"|revisionskriterier|bedömningsgrunder|revisionell bedömning"
    r"|svar på (?:de \w+ )?(?:revisions|gransknings)?frågor(?:na)?|uppdrag|uppdraget"
    r"|genomförande|granskningsresultat|förslag"
    r"|förbättringsområden|avslutning|svarsfrist|begäran om svar)"
)
_USUAL = re.compile(
    r"^(?:(?:vår[at]?|revisorernas|revisionens|samlad[e]?|sammanfattande|sammantagen|sammanvägd"
    r"|övergripande|slutlig[at]?|avslutande|granskningens|granskningsresultat(?:et)?|lämnade)\s+)*"
    rf"(?!(?:frågor|analys|kommentarer)$){_PART}(?: (?:och|samt|med) {_PART})?$"
    r"|^(?:vad|detta|det) (?:vi|granskningen|revis\w+) (?:har )?(?:kommit fram till"
    r"|fann|funnit|såg|sett"
    r"|visade|visat|visar)$|^om granskningen$"
)
_WITHIN = re.compile(
    r"^(?:(?:vår|vår samlade|revisionell|revisionens|revisorernas"
    r"|granskarnas)\s+)?(?:bedömning(?:ar)?"
    r"|bedomning|iakttagelse(?:r)?|kommentar(?:er)?|slutsats|resultat|rekommendation(?:er)?)$"
)
"""Words for the parts of a chapter, whatever size they are printed in."""
_ENDS_LIKE_TEXT = (".", ":", ",", ";", " att", " och", " samt", "!")
_BREAKS_OFF = re.compile(
    r"(?:\b(?:bör|ska|skall|måste|behöver)|\srekommenderar|\s(?:rekommendera|uppmana)s|\suppmanar"
    r"|\sföreslår|\satt)(?:\s(?:vi|att|därför|dessutom|också|även|vidare|särskilt))*\s?:?$"
)
"""How a line ends that the lines below it finish: "Nämnden bör"."""
_IS_NAME = re.compile(r"^(?:\S+\s){0,5}\S*(?:nämnden|styrelsen|bolaget|förbundet|AB)$")
_WHAT = re.compile(r"^[\d. ]*(?:vad|detta|det här)\s", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^(?:vi|jag|\w*revisorerna|\w*revisionen|granskarna|det är|det finns|därför|därutöver|vidare"
    r"|dessutom)\s(?:\S+\s){0,12}?att\s\S",
    re.IGNORECASE,
)
"""A line above a list that its items finish: "Vi ser behov av att nämnden"."""
_FIELD = re.compile(
    r"(?:(?:vår|samlad|revisorernas|revisionens|nämndens)\s)?(?:(?P<verdict>bedömning|status|utfall)"
    r"|läge|resultat|uppföljning|svar|kommentar|åtgärd(?:er)?|rekommendation\s\d{1,2}[^:]{0,90})(?:\s(?:19|20)\d\d)?"
    r":\s+\S",
    re.IGNORECASE,
)
"""A line that gives something behind its label, and heads nothing: "Bedömning: Åtgärdad".

A verdict is such a line even where the file marks it as a heading.
"""
LONGEST_HEADING = 140
_LONGEST_CHAPTER, _FEWEST_CHAPTERS = 60, 3
_INFINITIVE = re.compile(
    r"^\w+(?:ra|ja|la|na|ta|da|ka|ga|va|pa|sa|ma)\b|^(?:se|ta|följa|ge|utse)\b"
)


@dataclass(frozen=True)
class Head:
    """A heading: its level from 1, its words, and its number where it has one."""

    level: int
    text: str
    number: str | None


def heading_at(
    line: Line,
    contents: frozenset[str],
    stack: list[Head],
    beside: tuple[Line | None, Line | None],
) -> Head | None:
    """Return what a line says as a heading; None where it is none."""
    before, after = beside
    text = line.text.strip().strip("*").strip()
    marker = (line.marker or "").strip()
    numbered = _NUMBERED.match(text)
    is_led = before is not None and before.text.strip().endswith((" att:", " att"))
    field = _FIELD.match(text)
    is_field = field is not None and (line.level is None or field["verdict"] is not None)
    is_demand = is_led and not numbered and _INFINITIVE.match(text.casefold()) is not None
    may_be = line.kind is LineKind.HEADING or (
        line.kind is LineKind.PARAGRAPH and len(text) <= LONGEST_HEADING
    )
    if is_demand or is_field or not may_be or _breaks_off(text) or _is_clause(text, after):
        return None
    if line.kind is LineKind.HEADING:
        number = numbered["number"] if numbered else None
        if number is None and _MARKER.match(marker):
            number = marker.rstrip(".")
        text = numbered["text"] if numbered else text
        level = number.count(".") + 1 if number else _level_within(text, line.level or 1, stack)
        return Head(level, text, number)
    if numbered and _is_chapter(numbered, contents, after):
        number = numbered["number"]
        return Head(number.count(".") + 1, numbered["text"].strip(), number)
    key = name_key(text.rstrip(":"))
    if _USUAL.match(key) or (key in contents and not text.endswith(_ENDS_LIKE_TEXT)):
        numbers = [head.level for head in stack if head.number]
        level = _level_within(text, max(numbers, default=0) + 1, stack)
        return Head(level, text.rstrip(":"), None)
    is_among = before is not None and (
        _asks_alone(before.text.strip()) or before.text.strip().endswith(":")
    )
    if _asks_alone(text) and after is not None and not is_among:
        is_headed = _WITHIN.match(name_key(after.text)) or after.kind is LineKind.HEADING
        tops = [head.level for head in stack if not _WITHIN.match(name_key(head.text))]
        questions = [head.level for head in stack if head.text.endswith("?")]
        if is_headed:
            return Head(min(questions, default=max(tops, default=0) + 1), text, None)
    return None


def _breaks_off(text: str) -> bool:
    """Tell whether a line ends so that the lines below it finish it."""
    return _BREAKS_OFF.search(text) is not None and _WHAT.match(text) is None


def is_item_after(head: Head, chapter: str) -> bool:
    """Tell whether a heading is an item: numbered no later than the chapter, and a demand."""
    first = chapter.split(".", 1)[0]
    if head.number is None or not head.number.isdigit() or not first.isdigit():
        return False
    is_item = begins_with_demand(head.text) or _IS_NAME.search(head.text) is not None
    return int(head.number) <= int(first) and is_item


def goes_on_listing(head: Head, before: Line | None) -> bool:
    """Tell whether a heading is the next item of the list above it: demanded, numbered one more."""
    if before is None or head.number is None or not begins_with_demand(head.text):
        return False
    above = split_number(before.text.strip())[0] or (before.marker or "").strip(" .)")
    return above.isdigit() and head.number == str(int(above) + 1)


def _is_clause(text: str, after: Line | None) -> bool:
    """Tell whether a line is the beginning of a sentence that the items below it finish."""
    if after is None or _CLAUSE.match(text) is None:
        return False
    return after.kind is LineKind.ITEM or split_number(after.text.strip())[1] != after.text.strip()


def is_usual_heading(text: str) -> bool:
    """Tell whether a line is a usual word for a part of a report, with its number or without."""
    numbered = _NUMBERED.match(text.strip())
    said = numbered["text"] if numbered else text
    return _USUAL.match(name_key(said.strip().rstrip(":"))) is not None


def is_part_of_chapter(text: str) -> bool:
    """Tell whether a heading is a word for a part of a chapter: "Bedömning"."""
    return _WITHIN.match(name_key(text.rstrip(":"))) is not None


def _asks_alone(text: str) -> bool:
    """Tell whether a line is one question and nothing else."""
    return text.endswith("?") and text.count("?") == 1 and ". " not in text and ":" not in text


def _level_within(text: str, level: int, stack: list[Head]) -> int:
    """Return the level of a heading; "Bedömning" stands within the chapter that it judges."""
    if not _WITHIN.match(name_key(text)):
        return level
    above = [head for head in stack if not _WITHIN.match(name_key(head.text))]
    if not above or _USUAL.match(name_key(above[-1].text)):
        return level
    is_deep = above[-1].text.endswith("?") or "." in (above[-1].number or "")
    return max(level, above[-1].level + 1) if is_deep else level


def next_chapter(line: Line, stack: list[Head], chapters: frozenset[str]) -> Head | None:
    """Return the next chapter where a line only looks like an item: "3. Svar på frågorna"."""
    if line.kind is not LineKind.ITEM:
        return None
    number, text = (line.marker or "").strip(" ."), line.text.strip()
    if number.isdigit() and name_key(text) in chapters:
        return Head(1, text, number)
    before = stack[0].number if stack else None
    if before is None or not before.isdigit():
        return None
    is_next = number == str(int(before) + 1) and _USUAL.match(name_key(text)) is not None
    return Head(1, text, number) if is_next else None


def chapters_in_turn(paper: Paper) -> frozenset[str]:
    """Return the name keys of chapters that are numbered in turn, with text below each.

    Where one of them is surely a chapter, by its usual word or the numbers of its parts.
    """
    chain: list[str] = []
    is_sure, has_text = False, True
    for block in paper.blocks:
        number, text = _numbered_line(block)
        if number == str(len(chain) + 1) and has_text and _may_head(text):
            chain.append(name_key(text))
            is_sure, has_text = is_sure or _USUAL.match(name_key(text)) is not None, False
        elif number.startswith(f"{len(chain)}.") and chain:
            is_sure = has_text = True
        else:
            has_text = has_text or not number
    return frozenset(chain) if is_sure and len(chain) >= _FEWEST_CHAPTERS else frozenset()


def _numbered_line(block: Line | Table) -> tuple[str, str]:
    """Return the number that a line begins with or bears, and its words; "" where it has none."""
    if isinstance(block, Table) or block.kind is LineKind.CONTENTS:
        return "", ""
    text, marker = block.text.strip(), (block.marker or "").strip(" .")
    match = _NUMBERED.match(text)
    if match:
        return match["number"], match["text"].strip()
    return (marker, text) if _MARKER.match(marker) else ("", text)


def _may_head(text: str) -> bool:
    is_short = len(text) <= _LONGEST_CHAPTER and not text.endswith((*_ENDS_LIKE_TEXT, "?"))
    return is_short and text[:1].isupper() and not begins_with_demand(text)


def _is_chapter(numbered: re.Match[str], contents: frozenset[str], after: Line | None) -> bool:
    text = numbered["text"].strip()
    if name_key(text) in contents:
        return True
    if text.endswith(_ENDS_LIKE_TEXT) or not text[0].isupper():
        return False
    if "." in numbered["number"]:
        return True
    if _USUAL.match(name_key(text)):
        return True
    is_list = after is not None and _NUMBERED.match(after.text.strip()) is not None
    return (
        not numbered["dot"]
        and not is_list
        and "?" not in text
        and not _INFINITIVE.match(text.casefold())
    )
