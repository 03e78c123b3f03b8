"""What a reply has in its head: its §, its diary number, the day of decision, the day it came.

A form's own fields tell first. A number counts beside a § or in the head, unless the auditors'.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.papers.head_matters import HEAD as OF_BODY
from revtrack.domain.proposals.papers.head_matters import head_matter_of
from revtrack.domain.proposals.papers.minutes import (
    Matter,
    diary_number_of,
    is_number_alone,
    is_short,
    matter_of,
    names_extract,
)
from revtrack.domain.proposals.papers.reply_form import Field
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.replying.adoptions import BESIDE_MATTER
from revtrack.domain.proposals.replying.repliers import committee_in
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper
from revtrack.domain.texts.paper import Line

_SURE = 0.95
_RECEIVED = re.compile(
    r"\b(?:ink(?:om(?!st(?!d))\w*|\.)|ank(?:om\w*|\.)|e?mottag\w*|diarieförd"
    r"|registrerad)"
    r"(?!\w)[^.]{0,60}$",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(r"\b(?:senast|ska|skulle|bör)\b[^.]{0,40}$", re.IGNORECASE)
"""Words before the day by which a reply should arrive."""
_STAMP = re.compile(
    r"^(?:ink(?:om\w*|\.)|ank(?:om\w*|\.)|mottag\w*)(?:\s+(?:den|till \w+|datum))?\s*:?$",
    re.IGNORECASE,
)
"""A line of a stamp whose day stands on the next line."""
_AT_FOOT = re.compile(
    r"(?:(?:ankomst|inkomst)st[äa]mpel\w*|ankomststämplad\w*|ink(?:om|\.)|ankom|mottag\w+)\b[^.]{0,60}$"
    r"|stämpel\b[^.]{0,40}\b(?:ink|ank|mottag)\w*",
    re.IGNORECASE,
)
"""How a stamp begins that stands below the text."""
_FEET = 5
_AUDITORS_SERIES = re.compile(r"k?rev|rvk", re.IGNORECASE)
_THEIR_NUMBER = re.compile(
    r"[(\s,;]*\b(?:ert?|revisorernas|revisionens)\s+(?:ref\w*|dnr|d\.nr|diarie\w*|beteckning"
    r"|ärende\w*|(?=[A-ZÅÄÖ]{0,6}\s?\d))",
    re.IGNORECASE,
)
"""What says that the auditors' number follows: "Er referens", "(ert R 17/2022)"."""
_FIELDS_OF_PARAGRAPH = (
    (Field.PARAGRAPH, re.compile(r"(?:§\s?)?(?P<number>\d{1,4})\b")),
    (Field.DECIDED, re.compile(r".*§\s?(?P<number>\d{1,4})\b")),
)
"""The fields of a form that give a §, each with where it stands in the value."""
_THEIR_FIELD = re.compile(
    r"^(?:\w*revis\w+s|granskningens|ert?) (?:dnr|d\.nr|diarie\w*|ref\w*|beteckning|ärende\w*)\W*$",
    re.IGNORECASE,
)
"""A cell before the auditors' number: "Kommunrevisionens dnr"."""
_SPACED_DAY = re.compile(r"^((?:19|20)\d\d) ([01]\d) ([0-3]\d)$")
_OF_MEETING = re.compile(
    r"^\W*sammanträde(?:sdatum|sdag|t)?(?: den)?\W+\d[\w. -]{7,20}(?:\s.{0,40})?$", re.IGNORECASE
)
"""A page's foot that tells the day of the meeting: "Sammanträde 2019-11-05"."""
_LAST = 4
"""So many of the last lines may be a page's foot with nothing but the number."""
_DECISION_NUMBER = re.compile(
    r"^(?:delegations|ordförande)?beslut(?:s?nummer|s? nr)?\.?:? \d", re.IGNORECASE
)
"""How a line begins that numbers a decision among others: "Beslut nr 2018:77"."""
_IN_BRACKETS = re.compile(
    r"^\D.{20,}\((?:dnr:?\s)?(?P<number>(?:[A-ZÅÄÖ]{1,6}[ /:-]?)?\d{4}[:/-]\d{1,6})\)$"
)
"""A title that ends with a number: the matter's own beside a §, else rather the auditors'."""


def paragraph_of(read: ReplyPaper) -> Found[str] | None:
    """Return the § of the matter in the minutes; None where none is stated."""
    for field, shape in _FIELDS_OF_PARAGRAPH:
        stated = read.form.get(field)
        number = shape.match(stated.value) if stated else None
        if stated and number:
            return Found(number["number"], stated.place, _SURE)
    for line in (*read.head, *read.repeated):
        matter = matter_of(line)
        if matter is not None:
            return Found(matter.number, matter.place, _SURE)
    if (own := _own_head_matter(read)) is not None:
        return Found(own[0].number, own[1].place, 0.9)
    for line in read.head if read.is_decided else ():
        beside = BESIDE_MATTER.search(line.text) if is_short(line) else None
        if beside is not None and names_extract(line.text):
            return Found(beside["number"], line.place, 0.85)
    return None


def _own_head_matter(read: ReplyPaper) -> tuple[Matter, Line] | None:
    """Return the § that the head gives beside the name of the body that answers, with its line."""
    for line in read.head[:OF_BODY] if read.is_decided else ():
        of_body = head_matter_of(line)
        if of_body is not None and _is_of_replier(read, of_body.rest):
            return of_body, line
    return None


def _is_of_replier(read: ReplyPaper, body: str) -> bool:
    """Tell whether a § beside a body's name is of the one that answers; of none named it is."""
    replier = committee_in(read) if body else None
    said = read.bodies.mentions(body)
    return replier is None or any(
        each.committee == replier.value and not each.is_genitive for each in said
    )


def number_of(read: ReplyPaper) -> Found[str] | None:
    """Return the number beside the §, else in the head; never one in the running text."""
    if Field.NUMBER in read.form:
        return read.form[Field.NUMBER]
    lines = _without_stamp([line for line in _without_theirs(read.head) if is_short(line)])
    lines = [each for line in lines if (each := _own_part(line)).text]
    at = next((n for n, line in enumerate(lines) if matter_of(line)), None)
    beside = lines[at : at + 4] + lines[max(at - 3, 0) : at] if at is not None else lines
    if at is not None and (bare := _IN_BRACKETS.search(lines[at].text)):
        return Found(bare["number"], lines[at].place, _SURE)
    own = [line for line in lines if not _DECISION_NUMBER.match(line.text)]
    if any(diary_number_of(line.text) for line in (*own, *read.repeated)):
        lines, beside = own, [line for line in beside if line in own]
    titled = [line for line in lines if at is None and _IN_BRACKETS.search(line.text)]
    lines = [line for line in lines if line not in titled]
    beside = [line for line in beside if line not in titled]
    alone = [line for line in read.lines if is_number_alone(line)]
    alone += [
        line for line in read.lines[-_LAST:] if diary_number_of(line.text) == line.text.strip()
    ]
    ways = ((_SURE, beside), (0.85, lines), (0.8, read.repeated), (0.7, titled), (0.6, alone))
    for sure, chosen in ways:
        for line in chosen:
            number = diary_number_of(line.text)
            is_own = number is not None and _AUDITORS_SERIES.match(number) is None
            if number is not None and is_own and "handlingar" not in line.text:
                return Found(number, line.place, sure)
    return None


def _without_theirs(head: Sequence[Line]) -> Iterator[Line]:
    """Give the lines of a head without the field of a form that asks for the auditors' number."""
    for above, line in pairwise((None, *head)):
        is_field = above is not None and above.place.table is not None
        if line and not (is_field and above and _THEIR_FIELD.match(above.text)):
            yield line


def _own_part(line: Line) -> Line:
    """Return a line of a head up to where it gives the auditors' number."""
    theirs = _THEIR_NUMBER.search(line.text)
    return replace(line, text=line.text[: theirs.start()]) if theirs else line


def _without_stamp(lines: list[Line]) -> list[Line]:
    """Return the lines of a head without the number of a stamp of arrival, which is the auditors'.

    It stands on the stamp's line or the next, and counts only where there is another number.
    """
    stamped = {
        at + more
        for at, line in enumerate(lines)
        if any(_RECEIVED.search(line.text[: each.start]) for each in days_in(line.text))
        for more in (0, 1)
    }
    own = [line for at, line in enumerate(lines) if at not in stamped]
    return own if any(diary_number_of(line.text) for line in own) else lines


def decided_on(read: ReplyPaper) -> Found[date] | None:
    """Return the day of the meeting, or of one person's decision; None where none is stated."""
    stated = read.form.get(Field.DECIDED)
    told = tuple(days_in(stated.value)) if stated else ()
    if stated and told:
        return Found(told[0].day, stated.place, _SURE)
    own = _own_head_matter(read) if not any(map(matter_of, read.head)) else None
    beside = [line for line in read.head if own and line.place == own[1].place]
    for line in beside:
        for each in days_in(line.text):
            return Found(each.day, line.place, _SURE)
    extracts = [line for line in (*read.head, *read.repeated) if names_extract(line.text)]
    heads = [_in_usual_form(line) for line in (*read.head, *read.repeated) if is_short(line)]
    feet = [line for line in read.lines[-_LAST:] if read.is_decided and _is_foot(read, line)]
    met = [line for line in read.lines[-_LAST:] if read.is_decided and _OF_MEETING.match(line.text)]
    for sure, lines in ((_SURE, extracts), (0.9, heads), (0.8, [*feet, *met])):
        for line in lines:
            for each in days_in(line.text):
                if not _RECEIVED.search(line.text[: each.start]):
                    return Found(each.day, line.place, sure)
    return None


def _in_usual_form(line: Line) -> Line:
    """Return a line that is but a day, "2014 04 29", with its day as it is usually written."""
    return replace(line, text=_SPACED_DAY.sub(r"\1-\2-\3", line.text.strip()))


def _is_foot(read: ReplyPaper, line: Line) -> bool:
    """Tell whether a line is a committee's name with a day, and at most the pages' numbers."""
    said = read.bodies.mentions(line.text)
    if len(said) != 1 or said[0].start > 0:
        return False
    rest = line.text[said[0].end :]
    shape = r"(?:(?:den|sida|sid|sammanträde|möte|protokoll)\b|[\W\d])*"
    day = next(days_in(rest), None)
    rest = rest[: day.start] + rest[day.end :] if day else rest
    return re.fullmatch(shape, rest, re.IGNORECASE) is not None


def received_on(read: ReplyPaper) -> Found[date] | None:
    """Return the day on which the reply came, by its stamp; None where it has none."""
    is_stamped = False
    for line in (*read.head, *read.repeated):
        for each in days_in(line.text):
            before = line.text[: each.start]
            if is_stamped or (_RECEIVED.search(before) and not _ASKED_BY.search(before)):
                return Found(each.day, line.place, 0.85)
        is_stamped = _STAMP.match(line.text.strip()) is not None
    for line in read.lines[len(read.head) :][-_FEET:]:
        day = next(iter(days_in(line.text)), None) if _AT_FOOT.match(line.text.strip()) else None
        if day is not None and not _ASKED_BY.search(line.text):
            return Found(day.day, line.place, 0.8)
    return None
