"""Where a paper may begin in a file of several: what only the head of one can hold.

A § with its diary number, a proposal for a decision under its title, the address of a letter, the
title page of a report, the auditors' or an office's letterhead.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.domain.proposals.papers.front_lines import (
    TO,
    is_address,
    is_copy_label,
    names_firm,
    names_report,
)
from revtrack.domain.proposals.papers.minutes import (
    diary_number_of,
    is_day,
    is_decision_heading,
    is_proposal_heading,
    is_sent_label,
    is_short,
    is_town,
    matter_of,
    names_extract,
    names_memo,
)
from revtrack.domain.proposals.text.headings import is_usual_heading
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Line, LineKind, Table

ABOUT = re.compile(
    r"\b(?:svar|yttrande|granskning|revision|kommentar|synpunkt|anmälan|redovisning|återrapport"
    r"|remiss|rapport)",
    re.IGNORECASE,
)
_AUDITORS = re.compile(r"\brevisor|\brevision|\bgranskning", re.IGNORECASE)
_SENDER = re.compile(
    r"^(?:[\w-]+ (?:kommuns?|stads?|regionens?) )?(?:\w*revisorerna|\w*revisionen|\w*revisorer)"
    r"(?: i [\w -]{3,30})?(?:\s+(?:dnr\s*)?[A-ZÅÄÖ]{1,6}[ /:-]?\d{2,4}[/:-]\d+)?"
    r"(?:\s+\d{4}-\d\d-\d\d)?$",
    re.IGNORECASE,
)
_ONLY_BODY = re.compile(
    r"^(?:till\s*:?\s+)?(?:[\w,&-]+\s){0,4}[\w-]*(?:nämnden?|styrelsen?|utskottet|direktionen)"
    r"(?: \w+)?$",
    re.IGNORECASE,
)
_REVIEW = AnyCase(r"\b\w*granskning\b")
_MONTH = re.compile(
    rf"^(?:{ANY_MONTH})\s+\d{{4}}$",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"§|\w+s\s+(?:protokoll|tjänste)|\bdaterad|\benligt\b"
    r"|\b(?:i|av|med|genom|från|till|på|se)\s(?:sin\s|en\s)?(?:protokoll|tjänste)"
    r"|^(?:[\w-]*underlag|[\w-]*handlingar|bilag\w*|bifogas)\b[^:]{0,30}:",
    re.IGNORECASE,
)
"""Words of a line that names another paper."""
_CHAPTER = re.compile(r"^(?P<number>\d{1,2})(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ][^.]{2,80}$")
_PAPERS = re.compile(
    r"^(?:besluts?underlag\w*|underlag\w*(?: för beslut(?:et)?)?|handlingar(?: i ärendet)?|bilag\w*"
    r"|ärendets handlingar|tidigare behandling)\s*:?$",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(?:bör|rekommenderas|uppmanas|behöver)\b", re.IGNORECASE)
_AFTER, SOON = 12, 7
"""How many lines below may tell that a paper begins."""


def anchors_in(blocks: Sequence[Line | Table]) -> Iterator[int]:
    """Give the places of lines with which only the beginning of a paper can be headed."""
    for place, block in enumerate(blocks):
        if not isinstance(block, Line) or block.kind in {LineKind.CONTENTS, LineKind.FOOTNOTE}:
            continue
        if (
            (matter_of(block) is not None and _begins_matter(blocks, place))
            or _begins_memo(blocks, place)
            or _begins_letter(blocks, place)
            or _begins_auditors_letter(blocks, place)
            or _begins_report(blocks, place)
            or _begins_title_page(blocks, place)
            or _begins_letterhead(blocks, place)
        ):
            yield place


def near(blocks: Sequence[Line | Table], begin: int, end: int) -> list[Line]:
    """Return the lines among some blocks, tables left out."""
    return [each for each in blocks[max(begin, 0) : end] if isinstance(each, Line)]


def _begins_matter(blocks: Sequence[Line | Table], place: int) -> bool:
    here, *below = near(blocks, place, place + _AFTER)
    has_number = any(diary_number_of(each.text) for each in (here, *below[:2]))
    decides = (is_decision_heading(each) or _says_decided(each) for each in below[:8])
    return has_number or any(decides)


def _says_decided(line: Line) -> bool:
    return re.search(r"\b(?:beslutar|beslut)\b", line.text) is not None


def _begins_memo(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether a proposal stands under a title, as in a memorandum; in minutes it is later."""
    block = blocks[place]
    if not isinstance(block, Line) or not is_proposal_heading(block) or place == 0:
        return False
    above = blocks[place - 1]
    if not isinstance(above, Line) or not is_short(above) or is_decision_heading(above):
        return False
    if above.kind is LineKind.ITEM or is_proposal_heading(above):
        return False
    return ABOUT.search(above.text) is not None


def _begins_letter(blocks: Sequence[Line | Table], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Line) or not TO.match(block.text) or block.text.endswith("att:"):
        return False
    if not is_address(block.text) or block.kind is LineKind.ITEM or _heads_list(blocks, place):
        return False
    if begins_with_demand(block.text.partition(": ")[2]):
        return False
    above, below = near(blocks, place - 4, place), near(blocks, place + 1, place + _AFTER)
    is_addressed = any(is_copy_label(each.text) for each in below[:4])
    is_dated = any(is_day(each.text) for each in (*above, *below[:3]))
    return (is_addressed or is_dated) and any(_AUDITORS.search(each.text) for each in below)


def _heads_list(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether a line names those whom the items below it are for."""
    below = near(blocks, place + 1, place + 2)
    if not below or not isinstance(here := blocks[place], Line):
        return False
    is_told = here.text.rstrip().endswith(":") and _OUGHT.search(below[0].text) is not None
    is_item = below[0].kind is LineKind.ITEM or split_number(below[0].text)[1] != below[0].text
    return is_told or is_item or (here.level or 0) > 1


def _begins_auditors_letter(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether the auditors' own letterhead begins, with those they write to below it."""
    block = blocks[place]
    if not isinstance(block, Line) or not is_short(block) or not _SENDER.match(block.text.strip()):
        return False
    is_listed = any(is_sent_label(each) for each in near(blocks, place - SOON, place))
    if is_listed and diary_number_of(block.text) is None:
        return False
    below = near(blocks, place + 1, place + SOON)
    bodies = sum(_ONLY_BODY.match(each.text.strip()) is not None for each in below)
    return bodies > 0 and any(is_short(each) and ABOUT.search(each.text) for each in below)


def _begins_title_page(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether a report's title begins: its firm beside it, day and first chapter below."""
    block = blocks[place]
    if not isinstance(block, Line) or not is_short(block) or not _REVIEW.search(block.text):
        return False
    if _goes_on_with_chapter(blocks, place):
        return False
    found = near(blocks, place + 1, place + SOON)
    above = near(blocks, place - 3, place)
    is_dated = any(is_day(each.text) or _MONTH.match(each.text.strip()) for each in found)
    is_of_firm = any(names_firm(each.text) for each in (*above, *found))
    return is_dated and is_of_firm and any(is_usual_heading(each.text) for each in found)


def _begins_report(blocks: Sequence[Line | Table], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Line) or not names_report(block.text):
        return False
    if _goes_on_with_chapter(blocks, place):
        return False
    around = near(blocks, place - 3, place + 4)
    is_front = any(is_town(each) or is_day(each.text) for each in around)
    titles = (each for each in around if "granskning" in each.text.casefold() and is_short(each))
    return is_front and any(each is not block for each in titles)


def _goes_on_with_chapter(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether a later chapter stands soon below, as under the head of a page in a report."""
    found = (_CHAPTER.match(each.text.strip()) for each in near(blocks, place + 1, place + SOON))
    return next((int(each["number"]) > 1 for each in found if each), False)


def _begins_letterhead(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether a letterhead begins: a town, and below whose minutes or memorandum it is."""
    block = blocks[place]
    if not isinstance(block, Line) or not is_short(block) or is_sent_label(block):
        return False
    is_named = names_extract(block.text) or names_memo(block.text)
    if not is_named and not is_town(block):
        return False
    below = near(blocks, place + 1, place + SOON)
    if not any(_goes_on(each) for each in below):
        return False
    if is_named:
        if _is_in_list(blocks, place):
            return False
        return block.kind is not LineKind.ITEM and _REFERS.search(block.text) is None
    named = (
        names_extract(each.text) or names_memo(each.text) for each in below[:3] if is_short(each)
    )
    return any(named)


def _is_in_list(blocks: Sequence[Line | Table], place: int) -> bool:
    """Tell whether a line stands in the list of papers that a decision was based on."""
    for each in reversed(near(blocks, place - SOON, place)):
        if _PAPERS.match(each.text.strip()):
            return True
        if not is_short(each):
            return False
    return False


def _goes_on(line: Line) -> bool:
    """Tell whether a line is what follows a letterhead."""
    return (
        matter_of(line) is not None
        or is_decision_heading(line)
        or is_proposal_heading(line)
        or (is_short(line) and ABOUT.search(line.text) is not None)
    )
