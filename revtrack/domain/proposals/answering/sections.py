"""Which recommendation each part of a reply is about that has a heading or a label line of its own.

A heading tells it by a number, as the second, or by its words; one that tells nothing by itself is
told by its place, where as many stand between two that do as recommendations lie between theirs.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.answering.in_turn import filled
from revtrack.domain.proposals.answering.joint_answers import joint_by_words, joint_in
from revtrack.domain.proposals.answering.pointers import Asked, given_first, named_in
from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.papers.minutes import is_heading
from revtrack.domain.proposals.restating.reply_lines import is_answer_label
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import Line, LineKind

SHORT_LABEL = 7
"""In words, of what may stand before a text to tell what it is about."""
_ABOUT = re.compile(
    r"^(?:svar (?:på|avseende|angående) )?(?:\w*revis\w+ )?(?:rekommendation(?:en)?|synpunkt(?:en)?"
    r"|punkten|frågan)? ?(?:om|avseende|angående|gällande|rörande|beträffande"
    r"|vad gäller) (?:att )?",
    re.IGNORECASE,
)
"""How a line begins that tells what the lines below it are about."""


def sections_of(
    spoken: Sequence[Spoken],
    restated: Sequence[int | None],
    asked: Sequence[Asked],
    topics: Topics,
    joint: Container[int] = (),
) -> dict[int, int | None]:
    """Return the places of headings and label lines, each with what the text below it is about.

    Those of ``joint`` are about several.
    """
    heads = (at for at in _heads(spoken, restated, asked) if at not in joint)
    found = {at: _about(spoken[at], asked, topics) for at in heads}
    found = {
        at: number
        for at, number in found.items()
        if spoken[at].is_heading or _is_answered(spoken, found, at)
    }
    given = {
        at: number
        for at, number in enumerate(restated)
        if number is not None and not is_listed(spoken, restated, at)
    }
    answered = {at: number for at, number in found.items() if _is_answered(spoken, found, at)}
    parts = dict(sorted((answered | given).items()))
    by_place = filled(tuple(parts.values()), len(asked))
    for at, number in zip(parts, by_place, strict=True):
        if at in found:
            found[at] = number
    return {at: n for at, n in found.items() if n is not None or spoken[at].is_heading}


def joint_sections(
    spoken: Sequence[Spoken],
    restated: Sequence[int | None],
    asked: Sequence[Asked],
    topics: Topics,
) -> dict[int, tuple[int, ...]]:
    """Return the places of headings that name several by their words: "Riktlinje och blankett".

    There are fewer headings than recommendations, and none of those named has one of its own.
    """
    heads = [at for at in _heads(spoken, restated, asked) if spoken[at].is_heading]
    if not 1 < len(heads) < len(asked):
        return {}
    told = {at: joint_by_words(spoken[at].text, topics) for at in heads}
    alone = {_about(spoken[at], asked, topics) for at in heads if not told[at]}
    return {at: joint for at, joint in told.items() if joint and not alone & {*joint}}


def is_listed(spoken: Sequence[Spoken], restated: Sequence[int | None], at: int) -> bool:
    """Tell whether a line that gives a recommendation stands beside another that does.

    A heading above its answer stands beside none, though a list may end right before it.
    """
    beside = (at + 1,) if spoken[at].is_heading else (at - 1, at + 1)
    return any(
        0 <= each < len(restated)
        and restated[each] is not None
        and (each < at or not spoken[each].is_heading or spoken[at].is_heading)
        for each in beside
    )


def without_background(
    spoken: Sequence[Spoken], restated: Sequence[int | None], asked: Sequence[Asked]
) -> list[Spoken]:
    """Return what a reply says, what stands before all that it gives again as background.

    Where most of what is answered stands before, nothing is taken for background.
    """
    begins = _first_given(spoken, restated, asked)
    if begins is None:
        return [*spoken]
    before, after = (
        sum(not stance_in([one]).is_empty for each in part for one in sentences(each.text))
        for part in (spoken[:begins], spoken[begins:])
    )
    if before > after:
        return [*spoken]
    return [replace(each, is_background=True) for each in spoken[:begins]] + [*spoken[begins:]]


def _first_given(
    spoken: Sequence[Spoken], restated: Sequence[int | None], asked: Sequence[Asked]
) -> int | None:
    """Return where the first recommendation is given again; None where not all of them are."""
    if (told := all_told(spoken, asked)) is not None:
        return told + 1
    given: dict[int, int] = {}
    for at, each in enumerate(spoken):
        first = given_first(each.text, asked) if restated[at] is None else None
        number = restated[at] if first is None else first[0]
        if number is not None and not each.cells:
            given.setdefault(number, at)
    return min(given.values()) if len(asked) > 1 and len(given) == len(asked) else None


def all_told(spoken: Sequence[Spoken], asked: Sequence[Asked]) -> int | None:
    """Return where a paragraph gives all recommendations, which others answer; None for none."""
    wordings = [one.casefold().strip(" .") for each in asked for one in each.texts[:1]]
    for at, each in enumerate(spoken):
        said = " ".join(each.text.split()).casefold()
        if len(wordings) > 1 and not each.cells and all(one in said for one in wordings):
            return at
    return None


def _heads(
    spoken: Sequence[Spoken], restated: Sequence[int | None], asked: Sequence[Asked]
) -> Iterator[int]:
    """Give the places of headings and label lines of what is said."""
    for at, each in enumerate(spoken):
        if each.is_background or each.cells or restated[at] is not None:
            continue
        is_usual = is_heading(Line(LineKind.PARAGRAPH, each.text, each.place))
        is_head = each.is_heading or _is_label(each)
        is_joint = bool(joint_in(each.text, asked)[0])
        if is_head and not (is_usual or is_joint or is_answer_label(each.text)):
            yield at


def _is_label(each: Spoken) -> bool:
    """Tell whether a line is a few words without a stop, which say nothing of what is done."""
    text = each.text.strip()
    is_short = 0 < len(text.split()) <= SHORT_LABEL and text[:1].isupper()
    is_open = not each.is_item and not text.endswith((".", "?", "!", ",", ";"))
    return is_short and is_open and stance_in([text]).is_empty


def _about(each: Spoken, asked: Sequence[Asked], topics: Topics) -> int | None:
    """Return which one a heading is about: by its place, its number or its words."""
    named = named_in(each.text, asked)
    return topics.of_label(_ABOUT.sub("", each.text.strip(" :"))) if named is None else named


def _is_answered(spoken: Sequence[Spoken], heads: dict[int, int | None], at: int) -> bool:
    """Tell whether the text right below a heading tells what is thought or done."""
    below = []
    for place in range(at + 1, len(spoken)):
        each = spoken[place]
        if place in heads or each.cells:
            break
        if not is_answer_label(each.text):
            below.append(each.text)
    return not stance_in(below[:2]).is_empty
