"""What a letter says besides its recommendations and days: title, assessment, who else gets it."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import Role
from revtrack.domain.comparison import deviation as told
from revtrack.domain.comparison.deviation import Deviation, deviation, wrong_recipients
from revtrack.domain.comparison.expected import Register
from revtrack.domain.comparison.paper_reading import PaperReading
from revtrack.domain.names.addressing import Addressed
from revtrack.domain.names.recipient_words import resolve_recipients
from revtrack.domain.texts.likeness import Difference, bare, difference, likeness
from revtrack.domain.texts.paper import Line, LineKind
from revtrack.domain.texts.prose import lines_of

HALF_ALIKE = 0.5
"""A sentence this like what it should say is taken for its new wording."""
_FIRST_LINES = 15
"""Among so many lines at its beginning a letter gives its title."""
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])")
_OPENING = re.compile(r"^.*?\bbedöm\w*\b.{0,40}?\batt\s+", re.IGNORECASE)
_CARRIES_ON = " ,.;:"
_INFORMED = re.compile(
    r"^(?:För\s+kännedom|Kopia)(?:\s+till)?\s*:?\s*(?P<names>.*)$", re.IGNORECASE
)
_AT_THE_SIDE = r"[:–—\-,.;|”“\"()/\n]"


# ---- title ---------------------------------------------------------------------------------------


def states_title(reading: PaperReading, titles: Sequence[str]) -> bool:
    """Tell whether a line at the beginning, or a heading, is one of these titles."""
    return any(_is_title(line.text, title) for line in _heads(reading) for title in titles)


def resembles_title(reading: PaperReading, titles: Sequence[str]) -> bool:
    """Tell whether a line at the beginning, or a heading, is at least like one of these titles."""
    return any(_alike(line.text, titles) >= HALF_ALIKE for line in _heads(reading))


def _heads(reading: PaperReading) -> list[Line]:
    """Return the lines in which a title may stand."""
    return [
        line
        for number, line in enumerate(reading.lines)
        if number < _FIRST_LINES or (line.kind is LineKind.HEADING and line.level == 1)
    ]


def _is_title(text: str, title: str) -> bool:
    """Tell whether the title stands here by itself or set off by a sign or a year."""
    shape = re.compile(
        rf"(?:^|{_AT_THE_SIDE}\s*){re.escape(bare(title).strip(_CARRIES_ON).casefold())}"
        rf"(?:\s+\d{{4}})?\s*(?:$|{_AT_THE_SIDE})"
    )
    return shape.search(bare(text).casefold()) is not None


def other_title(reading: PaperReading, titles: Sequence[str]) -> Iterator[Deviation]:
    """Tell where a letter has another title than the audit, or has lost it."""
    heads = _heads(reading)
    if not reading.is_letter or not titles or states_title(reading, titles):
        return
    alike = max(((_alike(line.text, titles), -number) for number, line in enumerate(heads)))
    headings = [line for line in heads if line.kind is LineKind.HEADING and line.level == 1]
    found = heads[-alike[1]] if alike[0] >= HALF_ALIKE else next(iter(headings), None)
    yield deviation(
        told.OTHER_TITLE,
        told.HAS_OTHER_TITLE if found else told.HAS_NO_TITLE,
        expected=titles[0],
        place=found.place if found else None,
        found=found.text if found else None,
    )


def _alike(text: str, titles: Sequence[str]) -> float:
    return max(likeness(text, title) for title in titles)


# ---- assessment ----------------------------------------------------------------------------------


def other_assessment(reading: PaperReading, register: Register) -> Iterator[Deviation]:
    """Tell where a letter's overall assessment, or what it rests on, has other words."""
    if not reading.is_letter:
        return
    whole = _flat(" ".join(line.text for line in reading.lines))
    for expected in _assessed(register):
        if f" {_flat(expected).strip()} " not in whole:
            yield _assessed_otherwise(reading, expected)


def _assessed(register: Register) -> list[str]:
    """Return what the letter is to say of the assessment; grades where it has no words of its own.

    A grade in words stands in the letter only where nothing else says what was assessed.
    """
    letter, case = register.case.cover_letter, register.case
    said = list(lines_of(letter.assessment if letter else None))
    return [
        *(said or [each.phrase for each in case.overall]),
        *lines_of(letter.observations if letter else None),
    ]


def _flat(text: str) -> str:
    return f" {' '.join(_WORD.findall(bare(text).casefold()))} "


def _assessed_otherwise(reading: PaperReading, expected: str) -> Deviation:
    near = [
        (likeness(said, expected), -number, said)
        for number, line in enumerate(reading.lines)
        for said in _readings(line.text, expected)
    ]
    alike, number, found = max(near, default=(0.0, 0, ""))
    if alike < HALF_ALIKE:
        return deviation(told.OTHER_ASSESSMENT, told.LACKS_ASSESSMENT, expected=expected)
    is_form = difference(found, expected) in {Difference.SAME, Difference.FORM}
    return deviation(
        told.OTHER_ASSESSMENT,
        told.ASSESSES_OTHERWISE_IN_FORM if is_form else told.ASSESSES_OTHERWISE,
        expected=expected,
        found=found,
        place=reading.lines[-number].place,
    )


def _readings(text: str, expected: str) -> Iterator[str]:
    """Give what of a line may be the assessment: a sentence, after its opening, quoted words."""
    yield text
    for sentence in _SENTENCE_END.split(text):
        yield sentence
        yield _OPENING.sub("", sentence)
    if len(expected.split()) < _FIRST_LINES:
        yield from re.findall(r"[”“\"]([^”“\"]+)[”“\"]", text)


# ---- for information -----------------------------------------------------------------------------


def others_informed(reading: PaperReading, register: Register) -> Iterator[Deviation]:
    """Tell where a letter goes to others for information than the register says."""
    if not reading.is_letter:
        return
    case, bodies = register.case, register.bodies
    wanted = {each.id for each in case.committees_with_role(Role.FOR_INFORMATION)}
    listed = reading.listed(_INFORMED)
    said = ", ".join(filter(None, listed[0])) if listed else ""
    read = resolve_recipients(said, bodies.reviewed, bodies.committees) if said else None
    named = frozenset(each.id for each in read.committees) if read else frozenset()
    strangers = read.unknown if read else ()
    if named == wanted and not strangers:
        return
    yield wrong_recipients(
        told.INFORMS,
        case,
        wanted,
        Addressed(case.in_order(named), strangers),
        place=listed[1] if listed else None,
    )
