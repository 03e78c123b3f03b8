"""What a report or a cover letter recommends, to whom: from lists, tables and prose, each once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.columns import Columns, columns_of, fullest, is_across, text_at
from revtrack.domain.proposals.leads import (
    BEGINS,
    asks_questions,
    opens_list,
    said_in,
)
from revtrack.domain.proposals.outline import Passage, TablePassage
from revtrack.domain.proposals.recommended import TOLD, Recommended, each_once
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.proposals.verb_forms import begins_with_infinitive
from revtrack.domain.proposals.voices import is_of_another_audit
from revtrack.domain.proposals.whom import Addressees, Whom
from revtrack.domain.texts.demands import begins_with_known_verb
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import LineKind, Row

_SECTION = re.compile(
    r"\brekommendation|\bförslag till|^förslag$|\bförbättringsområden|\båtgärdsförslag",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\bslutsats|\bsamlad|\bsammanfattande|\bsammanvägd|\bavslut", re.IGNORECASE)
_SUMMARY = re.compile(r"^\W*sammanfattning", re.IGNORECASE)
_FOLLOWED = re.compile(r"tidigare|uppföljning", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\bbakgrund|\binledning|\bmetod|kriteri|\btidigare\b|bedömningsgrund|uppföljning av|föregående"
    r"|avgränsning|\blagstiftning|\bregelverk|styrdokument",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*[(\[](?P<names>[^()\[\]]{2,300})[)\]]\s*(?P<dot>\.?)$")
_BEFORE = re.compile(r"^(?P<names>[^:]{2,200}):\s+(?P<text>\S.*)$", re.DOTALL)
_LABELLED = re.compile(
    r"^Rekommendation(?:\s+(?:nr\s+)?(?P<number>\d{1,2}[a-z]?))?(?:\s+till\s+(?P<names>[^:]{3,200}))?"
    r"\s*:\s+(?P<text>\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_ALONE = re.compile(
    r"^Rek(?:ommendation|\.)\s+(?:nr\s+)?(?P<number>[RF]?\d{1,2}[a-z]?)\s*[.:]?$", re.IGNORECASE
)
_NEXT_LABEL = re.compile(
    r"\s+(?:(?:Nämndens |Styrelsens )?[Ss]var|Iakttagelser?|Bedömning|Kommentar):\s"
)
_NAMED_NUMBER = re.compile(r"^Rek(?:ommendation|\.)\s+(?:nr\s+)?\d", re.IGNORECASE)
_ONLY_JOINS = re.compile(r",?\s*(?:och|samt|,)\s+|,?\s*att:")
_COUNTED_AT_END = re.compile(
    r"\b(?:samtliga|alla|övriga)\s(?:\w+\s){0,2}nämnder,?\s(?:utom|förutom|med undantag för)\s$"
)
_END = re.compile(r"(?:[\s;,]+(?:och|samt)?)+$")
_ATT = re.compile(r"^(?:…|\.\.\.)?\s*(?:att|bör|ska|skall|behöver)\s+(?=\S)", re.IGNORECASE)
_PLAIN_DEMAND = re.compile(r"^(?:att\s+)?", re.IGNORECASE)
FEWEST_WORDS = 2
LONGEST_LABEL = 200
FEWEST_SIGNS = 10
FEWEST_UNMARKED = 4
"""A line without a bullet has so many words, or begins with a verb that is known."""
SHORT = 8
"""A line of fewer words that holds a day is where and when a paper was signed."""
LISTED, HINTED = 0.95, 0.7


@dataclass
class _Course:
    """What has been read so far, as far as it says something of what comes."""

    addressees: Addressees
    whom: Whom | None = None
    is_open: bool = False
    """Whether the items that come are recommendations."""
    asks: bool = False
    """Whether they are questions to answer."""
    is_section: bool = False
    is_elsewhere: bool = False
    """Whether the chapter tells of other things than what was found."""
    rank: int = 1
    run: int = 0
    level: int | None = None
    """Of the first item of the list that is read."""
    earlier: Whom | None = None
    """Whom the list before was for."""
    found: list[Recommended] = field(default_factory=list)
    pending: str | None = None
    """A number that stood in a heading before its text."""
    is_list: bool = False
    takes_earlier: bool = False


def recommendations_in(
    passages: Sequence[Passage | TablePassage],
    addressees: Addressees,
    *,
    is_list: bool = False,
    takes_earlier: bool = False,
    takes_prose: bool = True,
) -> tuple[Recommended, ...]:
    """Return what is recommended, each once, in the order of the paper.

    ``is_list``: the paper is nothing but recommendations; ``takes_earlier``: it follows up those of
    an audit before it, which then count; ``takes_prose``: also what sentences recommend.
    """
    course = _Course(addressees, is_open=is_list, is_section=is_list)
    course.is_list, course.takes_earlier = is_list, takes_earlier
    for number, passage in enumerate(passages):
        if isinstance(passage, TablePassage):
            _table(passage, course)
        elif passage.is_heading:
            _heading(passage, course)
        elif _labelled(passage, course) or _numbered_alone(passage, course):
            continue
        elif _is_lead(passage, course, _following(passages, number)):
            _lead(passage, course)
        elif passage.is_item or _is_bare_item(passage, course):
            _item(passage, course)
        else:
            _prose(passage, course)
    found = course.found if takes_prose else [each for each in course.found if each.is_listed]
    return each_once(found)


def _following(passages: Sequence[Passage | TablePassage], number: int) -> Passage | None:
    after = passages[number + 1] if number + 1 < len(passages) else None
    return after if isinstance(after, Passage) else None


# ---- headings, and lines that introduce ----------------------------------------------------------


def _heading(passage: Passage, course: _Course) -> None:
    path = " / ".join(passage.path)
    course.is_elsewhere = _ELSEWHERE.search(path) is not None
    is_earlier = is_of_another_audit(path) or _FOLLOWED.search(path) is not None
    course.is_section = course.is_list or (
        _SECTION.search(path) is not None and (course.takes_earlier or not is_earlier)
    )
    course.rank = 3 if course.is_section else 2 if _ENDING.search(path) else 1
    _begin_list(course)
    course.is_open = course.is_list
    course.asks = False
    course.earlier = None
    alone = _NUMBER_ALONE.match(passage.text)
    number, rest, _is_marked = split_number(passage.text)
    course.pending = alone["number"] if alone else number if rest != passage.text else None
    names = course.addressees.spoken_to(passage.text)
    if course.is_section:
        course.whom = names
        is_label = names is not None and course.addressees.is_label(passage.text)
        course.is_open = course.is_list or is_label
    else:
        course.whom = None
    if course.is_section and course.pending and not alone and begins_with_infinitive(rest):
        _item(replace(passage, kind=LineKind.ITEM, text=rest, marker=course.pending), course)


def _begin_list(course: _Course) -> None:
    course.run += 1
    course.level = None


def _is_lead(passage: Passage, course: _Course, after: Passage | None) -> bool:
    """Tell whether a line introduces the lines below it."""
    text = passage.text.rstrip()
    if passage.is_item and course.is_open and _run_on(text, course.addressees) is not None:
        return False
    if text.endswith((":", " att", "…")):
        has_list = after is not None and not after.is_heading
        return not passage.is_item or not course.is_open or has_list
    is_begun = not text.endswith((".", "?", "!", ";", ",")) and not passage.is_item
    if is_begun and after is not None and after.is_item and opens_list(text, course.addressees):
        return True
    if is_begun and after is not None and BEGINS.search(text):
        return True
    is_label = len(text) < LONGEST_LABEL and not text.endswith((".", "?", "!", ";", ","))
    return is_label and not passage.is_heading and _is_names(text, course, after)


def _is_names(text: str, course: _Course, after: Passage | None) -> bool:
    if not (course.is_section or course.is_open) or after is None or after.is_heading:
        return False
    return course.addressees.is_label(text)


def _lead(passage: Passage, course: _Course) -> None:
    text = passage.text.strip()
    last = list(sentences(text))[-1]
    _prose_before(passage, text[: text.rfind(last)], course)
    opens = opens_list(last, course.addressees, takes_earlier=course.takes_earlier)
    whom = course.addressees.spoken_to(_before_att(last), course.whom or course.earlier)
    _begin_list(course)
    if opens:
        course.earlier = course.whom or course.earlier
        course.asks = asks_questions(last)
        course.is_open = True
        course.whom = whom or (course.whom if course.is_section else None)
        course.rank = max(course.rank, 2) if not _SUMMARY.match(passage.heading) else course.rank
        return
    is_label = course.is_section or (course.is_open and course.addressees.is_label(last))
    if whom is not None and is_label:
        course.earlier, course.whom, course.is_open = course.whom, whom, True
        return
    course.is_open = False


def _before_att(text: str) -> str:
    """Return a lead up to what is recommended, so that names within it are no recipients."""
    match = re.search(r"\s+att\s+(?!:)\S", text)
    verb = re.search(r"\b(?:rekommender|uppmana|föreslå)\w*", text, re.IGNORECASE)
    is_demand = match is not None and begins_with_infinitive(text[match.end() - 1 :])
    if match and verb and is_demand and verb.start() < match.start():
        return text[: match.start()]
    return text


def _prose_before(passage: Passage, text: str, course: _Course) -> None:
    if text.strip():
        _prose(replace(passage, text=text.strip()), course)


def _numbered_alone(passage: Passage, course: _Course) -> bool:
    """Take up a line that is but the number of the recommendation below it."""
    match = _NUMBER_ALONE.match(passage.text)
    if match is None or not (course.is_section or course.is_open):
        return False
    course.pending = match["number"]
    return True


def _labelled(passage: Passage, course: _Course) -> bool:
    """Take a recommendation that stands after its label: "Rekommendation till nämnden: …"."""
    match = _LABELLED.match(passage.text)
    is_numbered = passage.is_item and _NAMED_NUMBER.match(passage.place.quote) is not None
    if match is None and not is_numbered:
        return False
    text = _NEXT_LABEL.split(match["text"] if match else passage.text, maxsplit=1)[0]
    if text.rstrip().endswith((":", "?")) or is_of_another_audit(text):
        return False
    whom = course.addressees.spoken_to(match["names"] or "", course.whom) if match else None
    before = course.whom, course.is_open
    course.whom, course.is_open, course.rank = whom or course.whom, True, max(course.rank, 2)
    _begin_list(course)
    marker = match["number"] if match and match["number"] else passage.marker
    made = _from_item(replace(passage, text=text, marker=marker), course)
    course.whom, course.is_open = before
    if made is not None:
        course.found.append(made)
    return made is not None


# ---- items ---------------------------------------------------------------------------------------


def _is_bare_item(passage: Passage, course: _Course) -> bool:
    """Tell whether a paragraph is an item whose bullet was lost."""
    if passage.kind is not LineKind.PARAGRAPH:
        return False
    if course.pending and course.is_section:
        return True
    if course.asks and passage.text.endswith("?"):
        return course.is_open
    return (
        course.is_open and not _is_other_line(passage.text, course) and _is_demand(passage, course)
    )


def _is_other_line(text: str, course: _Course) -> bool:
    """Tell whether a line begins with a committee, or is where and when a paper was signed."""
    if any(each.start == 0 for each in course.addressees.bodies.mentions(text)):
        return True
    return any(True for _ in days_in(text)) and len(text.split()) < SHORT


def _is_demand(passage: Passage, course: _Course) -> bool:
    is_after = bool(course.found) and course.found[-1].run == course.run
    text = _ATT.sub("", passage.text)
    if len(passage.text.split()) < FEWEST_UNMARKED:
        return is_after and begins_with_known_verb(text)
    return begins_with_infinitive(text)


def _item(passage: Passage, course: _Course) -> None:
    if not course.is_open and not course.is_section:
        _prose(passage, course)
        return
    if course.level is None:
        course.level = passage.level
    lead = _run_on(passage.text, course.addressees)
    if lead is not None:
        _item(replace(passage, text=passage.text[:lead].strip()), course)
        _lead(replace(passage, text=passage.text[lead:].strip()), course)
        return
    if passage.level > course.level and course.found and course.found[-1].run == course.run:
        last = course.found[-1]
        course.found[-1] = replace(last, text=f"{last.text} {passage.text}")
        return
    made = _from_item(passage, course)
    if made is not None:
        course.found.append(made)


def _run_on(text: str, addressees: Addressees) -> int | None:
    """Return where a label begins that the line below an item ran into: "… nämnden att:"."""
    if not text.endswith("att:") or opens_list(text, addressees):
        return None
    begin = len(text)
    for each in reversed(addressees.bodies.mentions(text)):
        if _ONLY_JOINS.fullmatch(text, each.end, begin) is None:
            break
        begin = each.start
    counted = _COUNTED_AT_END.search(text, 0, begin)
    begin = counted.start() if counted else begin
    return begin if 0 < begin < len(text) and addressees.is_label(text[begin:]) else None


def _from_item(passage: Passage, course: _Course) -> Recommended | None:
    text, own = _own_recipients(passage.text.strip(), course)
    said = list(said_in(text, course.addressees, own or course.whom, takes_ought=True))
    whom = own or course.whom
    if len(said) == 1:
        text, whom = said[0].text, said[0].whom or whom
    text = _END.sub("", _ATT.sub("", text))
    is_question = course.asks and text.endswith("?")
    if text.endswith("?") and not course.asks:
        return None
    if len(text.split()) < FEWEST_WORDS or len(text) < FEWEST_SIGNS:
        return None
    is_named = course.is_open or course.pending is not None
    if not is_named and not (said or begins_with_infinitive(text)):
        return None
    number = passage.marker if passage.marker and passage.marker != "•" else course.pending
    course.pending = None
    return Recommended(
        text[:1].upper() + text[1:],
        whom or _only_one(course),
        passage.place,
        passage.section,
        number,
        course.rank,
        course.run,
        passage.run,
        is_listed=True,
        is_question=is_question,
        confidence=LISTED if whom and whom.is_certain else TOLD,
    )


def _only_one(course: _Course) -> Whom | None:
    """Return the only committee that was reviewed: whom all is for that names nobody."""
    reviewed = course.addressees.reviewed
    return Whom(reviewed) if len(reviewed) == 1 else None


def _own_recipients(text: str, course: _Course) -> tuple[str, Whom | None]:
    """Return an item's text without the recipients that it names itself, and them."""
    tail = _TAIL.search(text)
    if tail and course.addressees.is_label(tail["names"]):
        whom = course.addressees.spoken_to(tail["names"], course.whom)
        return text[: tail.start()] + tail["dot"], whom
    before = _BEFORE.match(text)
    if before and course.addressees.is_label(before["names"]):
        return before["text"], course.addressees.spoken_to(before["names"], course.whom)
    return text, _subject(text, course)


def _subject(text: str, course: _Course) -> Whom | None:
    """Return whom an item begins with: "Kommunstyrelsen tar fram en plan"; None for another."""
    first = next(iter(course.addressees.bodies.mentions(text)), None)
    if first is None or first.start > 0 or first.is_genitive:
        return None
    after = re.match(
        r"(?:\s*,[^,]{1,60})*?\s*(?:och|samt)?\s+[a-zåäö]+(?:r|s)\s", text[first.end :]
    )
    return course.addressees.spoken_to(text[: first.end]) if after else None


# ---- prose ---------------------------------------------------------------------------------------


def _prose(passage: Passage, course: _Course) -> None:
    if passage.kind is LineKind.PARAGRAPH:
        course.is_open = course.is_list
    before = course.whom or _only_one(course)
    for sentence in sentences(passage.text):
        takes_ought = not course.is_elsewhere
        for said in said_in(sentence, course.addressees, before, takes_ought=takes_ought):
            if len(said.text.split()) < FEWEST_WORDS:
                continue
            course.found.append(
                Recommended(
                    said.text,
                    said.whom or _only_one(course),
                    passage.place,
                    passage.section,
                    passage.marker if course.is_section and passage.marker != "•" else None,
                    course.rank if course.is_section or said.is_plain else 0,
                    -len(course.found) - 1,
                    passage.run,
                    is_listed=course.is_section,
                    confidence=TOLD if said.is_plain else HINTED,
                )
            )
        named = course.addressees.bodies.mentions(sentence)
        plain = tuple({m.committee.id: m.committee for m in named if not m.is_genitive}.values())
        before = Whom(plain) if len(plain) == 1 else before


# ---- tables --------------------------------------------------------------------------------------


def _table(passage: TablePassage, course: _Course) -> None:
    columns = columns_of(passage.table, course.addressees)
    _begin_list(course)
    rows = columns.rows if columns else passage.table.rows
    place = columns.by_name.get("text") if columns else None
    if columns is not None and (place is None or _is_earlier(columns, course)):
        return
    if place is None:
        place = _column_of_texts(passage, course)
    if place is None:
        return
    above = course.whom
    for row in rows:
        if is_across(row):
            above = course.addressees.spoken_to(row.cells[0].text) or above
            continue
        whom = _recipients(row, columns, course, above)
        if columns and "recipients" in columns.by_name:
            above = whom
        for text, number in _texts_of(row.cells[place].text if place < len(row.cells) else ""):
            line = Passage(
                LineKind.ITEM, text, row.place, number, passage.section, passage.path, passage.run
            )
            before = course.whom, course.is_open
            course.whom, course.is_open = whom, True
            made = _from_item(line, course)
            course.whom, course.is_open = before
            if made is not None:
                in_column = columns.number(row) if columns else _number_in(row, place)
                section = (columns.text(row, "section") if columns else "") or passage.section
                course.found.append(
                    replace(made, number=number or in_column, section=section, rank=3)
                )
    course.is_open = False


def _is_earlier(columns: Columns, course: _Course) -> bool:
    return "earlier" in columns.by_name and not course.takes_earlier


def _number_in(row: Row, place: int) -> str | None:
    said = text_at(row, 0).rstrip(".)") if place > 0 else ""
    return said if re.fullmatch(r"[RF]?\d{1,3}[a-z]?", said) else None


def _column_of_texts(passage: TablePassage, course: _Course) -> int | None:
    """Return the column of a table without headings that holds recommendations."""
    if not course.is_open and not course.is_section:
        return None
    return fullest(passage.table.rows, lambda said: begins_with_infinitive(_ATT.sub("", said)))


def _texts_of(cell: str) -> Iterator[tuple[str, str | None]]:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    marked = [split_number(line) for line in lines]
    if len(lines) > 1 and all(number or bullet for number, _, bullet in marked):
        yield from ((text, number) for number, text, _ in marked)
        return
    number, text, _ = split_number(" ".join(lines)) if lines else (None, "", False)
    if text:
        yield text, number


def _recipients(
    row: Row, columns: Columns | None, course: _Course, above: Whom | None
) -> Whom | None:
    if columns is None:
        return above
    if columns.of_committee and "recipients" not in columns.by_name:
        marked = tuple(
            committee
            for place, committee in columns.of_committee.items()
            if re.fullmatch(r"(?:x|ja|•|✓|✔|☒|●)", text_at(row, place), re.IGNORECASE)
        )
        return Whom(marked) if marked else above
    said = columns.text(row, "recipients")
    return course.addressees.spoken_to(said, above) if said else above
