"""Recommendations in a table: a column of them, of demands, or one for each committee."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.committees.whom_labels import LABEL
from revtrack.domain.proposals.recommending.chapters import whom_above
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.items import ATT, made_of
from revtrack.domain.proposals.recommending.leads import opens_list
from revtrack.domain.proposals.recommending.record_words import STATE
from revtrack.domain.proposals.text.columns import (
    Columns,
    columns_of,
    committees_in_head,
    fullest,
    is_group,
    names_group,
    shortens,
    text_at,
)
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import LineKind, Row
from revtrack.domain.texts.prose import name_key

_CARD_TEXT = re.compile(r"(?:vår )?rekommendation(?:\s(?:nr\s)?\d{1,2})?|R\d{1,2}", re.IGNORECASE)
_LONGEST_LABEL = 4
"""Words."""
_CARD_WHOM = re.compile(
    rf"(?:{LABEL}|till)\W*",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:^|(?<=[.;,]\s)|(?<=och\s)|(?<=samt\s))\(?(?P<number>\d{1,2})[.)]\s+(?=[^\W\d])"
)
_IN_TURN = re.compile(r"(?:^|(?<=\s))\(?(?P<number>\d{1,2})[.)]\s+(?=[A-ZÅÄÖ])")
_SHORT = re.compile(r"(?<![\w-])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]?[A-ZÅÄÖ]{1,3}(?![\w-])")
"""An abbreviation."""
PARTLY = re.compile(r"delvis|till viss del", re.IGNORECASE)
_JUDGED = re.compile(r"(?=.*\w)(?!(?:ej|inte) (?:aktuell|tillämplig)|berörs ej).+", re.IGNORECASE)
"""What a cell holds that tells anything of a committee."""
_OF_AUDIT = re.compile(r"granskning|rapport|projekt|år\b|årtal|d(?:iarie)?nr", re.IGNORECASE)
"""Heading of a column that says which audit a row is of."""
_MARK = re.compile(r"(?:x|ja|•|✓|✔|☒|●)", re.IGNORECASE)


def read_table(passage: TablePassage, course: Course) -> None:
    """Take up what a table recommends."""
    columns = columns_of(passage.table, course.addressees)
    further = _going_on(passage, course) if columns is None else None
    course.columns = columns = columns or further
    course.row_whom = course.row_whom if further else None
    course.begin_list()
    named = committees_in_head(passage.table, course.addressees) if columns is None else {}
    if _is_card(passage) and (course.is_open or course.is_section or course.rank > 1):
        _by_card(passage, course)
    elif len(named) > 1 and (course.is_open or course.is_section):
        _by_committee(passage, named, course)
    elif columns is None or not _is_earlier(columns, course):
        _by_rows(passage, columns, course)
    course.is_open = False


def _going_on(passage: TablePassage, course: Course) -> Columns | None:
    """Return the columns of the table above where this one goes on with it on the next page."""
    above, rows = course.columns, passage.table.rows
    if above is None or "text" not in above.by_name or not rows:
        return None
    is_as_wide = all(len(row.cells) == above.width for row in rows)
    is_told = all(
        text_at(row, above.by_name["text"]) or is_group(row, course.addressees) for row in rows
    )
    return replace(above, rows=rows) if is_as_wide and is_told else None


def take_group_between(text: str, course: Course) -> None:
    """Take up a line between two parts of a table that says what the rows below it are of."""
    if course.columns is None:
        return
    whom = course.addressees.spoken_to(text)
    if whom is not None or names_group(text):
        course.row_whom = whom


def _is_earlier(columns: Columns, course: Course) -> bool:
    is_of_others = "earlier" in columns.by_name and not course.takes_earlier
    return "text" not in columns.by_name or is_of_others


def _by_committee(passage: TablePassage, named: dict[int, Whom], course: Course) -> None:
    for row in passage.table.rows[1:] if _is_marked_for(passage, named) else ():
        of_row = [one for n, one in named.items() if _MARK.fullmatch(text_at(row, n))]
        marked = tuple(each for one in of_row for each in one.committees)
        _cell(row, 0, passage, course, Whom(marked) if marked else None, None)
    for place, whom in named.items():
        for row in passage.table.rows[1:]:
            _cell(row, place, passage, course, whom, None)


def _is_marked_for(passage: TablePassage, named: dict[int, Whom]) -> bool:
    """Tell whether the cells below the committees are but marks for what the first one says."""
    cells = [text_at(row, place) for row in passage.table.rows[1:] for place in named]
    return 0 not in named and all(not each.strip("-–") or _MARK.fullmatch(each) for each in cells)


def _is_card(passage: TablePassage) -> bool:
    """Tell whether a table is about one recommendation, with a word for what each row holds."""
    rows = passage.table.rows
    labels = [text_at(row, 0) for row in rows]
    is_wide = all(len(row.cells) == PAIR for row in rows)
    told = sum(_CARD_TEXT.fullmatch(each) is not None for each in labels)
    is_labelled = all(len(each.split()) <= _LONGEST_LABEL for each in labels) and not any(
        begins_with_demand(each) for each in labels if not _CARD_WHOM.fullmatch(each)
    )
    return is_wide and 0 < told < len(rows) and is_labelled and not _is_headed(rows)


def _is_headed(rows: Sequence[Row]) -> bool:
    """Tell whether the first row heads columns, as "Rekommendation | Mottagare" does."""
    return _CARD_WHOM.fullmatch(text_at(rows[0], 1)) is not None


def _by_card(passage: TablePassage, course: Course) -> None:
    """Take a table whose rows are "Rekommendation | …" and "Riktas till | …"."""
    rows = passage.table.rows
    for place, row in enumerate(rows):
        if _CARD_TEXT.fullmatch(text_at(row, 0)) is None:
            continue
        below = takewhile(
            lambda each: not _CARD_TEXT.fullmatch(text_at(each, 0)), rows[place + 1 :]
        )
        beside = (*below, *rows[:1])
        named = (text_at(each, 1) for each in beside if _CARD_WHOM.fullmatch(text_at(each, 0)))
        said = next(named, "")
        whom = course.addressees.spoken_to(said, course.whom) if said else course.whom
        _cell(row, 1, passage, course, whom, None)


def _by_rows(passage: TablePassage, columns: Columns | None, course: Course) -> None:
    place = columns.by_name["text"] if columns else _column_of_texts(passage, course)
    if place is None:
        return
    above = course.row_whom or course.whom or (course.label if course.tells_outcomes else None)
    if columns is not None and (named := text_at(passage.table.rows[0], place)):
        above = course.addressees.spoken_to(named) or above
    if above is None and columns is not None and not course.is_reply:
        above = whom_above(passage, course)
    audit = ""
    for row in columns.rows if columns else passage.table.rows:
        if is_group(row, course.addressees):
            said = next((cell.text for cell in row.cells if cell.text.strip()), "")
            above = course.addressees.spoken_to(said) or above
            continue
        whom = _recipients(row, columns, course, above, place)
        if columns is None or "recipients" in columns.by_name:
            above = whom
        begin = len(course.found)
        _cell(row, place, passage, course, whom, columns)
        audit = _audit_of(row, columns) or audit
        course.found[begin:] = [replace(each, audit=audit) for each in course.found[begin:]]
    course.row_whom = above


def _audit_of(row: Row, columns: Columns | None) -> str:
    """Return which audit a row is of, as its cells say."""
    heads = columns.heads if columns else ()
    places = [n for n, head in enumerate(heads) if _OF_AUDIT.match(head)]
    return " ".join(filter(None, (text_at(row, n) for n in places)))


def _cell(
    row: Row,
    place: int,
    passage: TablePassage,
    course: Course,
    whom: Whom | None,
    columns: Columns | None,
) -> None:
    for text, number in _texts_of(row.cells[place].text if place < len(row.cells) else ""):
        line = Passage(
            LineKind.ITEM, text, row.place, number, passage.section, passage.path, passage.run
        )
        before = course.whom, course.is_open
        course.whom, course.is_open = whom, True
        made = made_of(line, course)
        course.whom, course.is_open = before
        if made is not None:
            in_column = columns.number(row) if columns else None
            section = (columns.text(row, "section") if columns else "") or passage.section
            course.found.append(replace(made, number=number or in_column, section=section, rank=3))


def _column_of_texts(passage: TablePassage, course: Course) -> int | None:
    """Return the column of a table without headings that holds recommendations."""
    if not course.is_open and not course.is_section:
        return None
    return fullest(passage.table.rows, lambda said: begins_with_demand(ATT.sub("", said)))


def _texts_of(cell: str) -> Iterator[tuple[str, str | None]]:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    marked = [split_number(line) for line in lines]
    if len(lines) > 1 and all(number or bullet for number, _, bullet in marked):
        yield from ((text, number) for number, text, _ in marked)
        return
    within = _numbered_within(" ".join(lines))
    if len(within) > 1:
        yield from within
        return
    number, text, _ = split_number(" ".join(lines)) if lines else (None, "", False)
    if text:
        yield text, number


def _numbered_within(text: str) -> list[tuple[str, str | None]]:
    """Return the items that a cell numbers in its running text: "1. Inför … 2. Följ …"."""
    marks = list(_WITHIN.finditer(text))
    in_turn = list(_IN_TURN.finditer(text))
    if len(in_turn) > len(marks) and [int(each["number"]) for each in in_turn] == list(
        range(1, len(in_turn) + 1)
    ):
        marks = in_turn
    if not marks or marks[0].start() > 0:
        return []
    ends = [*(each.start() for each in marks[1:]), len(text)]
    return [
        (text[mark.end() : end].strip(), mark["number"])
        for mark, end in zip(marks, ends, strict=True)
    ]


def _recipients(
    row: Row, columns: Columns | None, course: Course, above: Whom | None, place: int
) -> Whom | None:
    if columns is None:
        return _beside(row, course, place) or above
    if columns.of_committee and "recipients" not in columns.by_name:
        shape = _JUDGED if course.tells_outcomes and _tells_more(columns) else _MARK
        marked = tuple(
            committee
            for number, committee in columns.of_committee.items()
            if shape.fullmatch(text_at(row, number))
        )
        return Whom(marked) if marked else above
    said = columns.text(row, "recipients")
    if not said:
        return above
    whom = course.addressees.spoken_to(_spelled_out(said, course), above)
    is_guess = whom is not None and course.addressees.is_one_of_several(said, whom)
    return replace(whom, is_certain=False) if whom is not None and is_guess else whom


def _tells_more(columns: Columns) -> bool:
    """Tell whether columns of committees tell how far each has come, not but whose it is."""
    said = (text_at(row, number) for row in columns.rows for number in columns.of_committee)
    return any(STATE.fullmatch(each) or PARTLY.match(each) for each in said)


def _spelled_out(said: str, course: Course) -> str:
    """Return a cell with the names of those reviewed that only its letters can shorten: "BIN"."""
    bodies = course.addressees.bodies

    def named(match: re.Match[str]) -> str:
        fits = [
            each
            for each in course.addressees.reviewed
            if shortens(match[0].casefold(), name_key(each.name))
        ]
        is_known = bool(bodies.named_in(match[0]))
        return fits[0].name if len(fits) == 1 and not is_known else match[0]

    return _SHORT.sub(named, said)


def _beside(row: Row, course: Course, place: int) -> Whom | None:
    """Return whom another cell of a row without headings names, and nothing else."""
    labels = _labels(row, place)
    named = (
        course.addressees.spoken_to(each)
        for each in labels
        if course.addressees.is_label(each) or opens_list(each, course.addressees)
    )
    return next((each for each in named if each is not None), None)


def _labels(row: Row, place: int) -> Sequence[str]:
    return [text_at(row, number) for number in range(len(row.cells)) if number != place]
