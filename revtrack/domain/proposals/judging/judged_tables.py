"""What the tables of a report find of its questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.by_committee import briefly_headed
from revtrack.domain.proposals.judging.clauses import clause_of, said_of, subject_of
from revtrack.domain.proposals.judging.grading import Graded, graded, graded_cell
from revtrack.domain.proposals.judging.judged import Judged, are_in_turn, question_of
from revtrack.domain.proposals.judging.marks import legend_in, spelled_out
from revtrack.domain.proposals.judging.questions import Asked, question_headings
from revtrack.domain.proposals.judging.step_columns import (
    SMALLEST,
    Tied,
    by_cross,
    crossed,
    is_brief,
    is_step,
    marked_in,
    only_other,
)
from revtrack.domain.proposals.judging.whose_steps import Whose, named_by, steps_by_committee
from revtrack.domain.proposals.text.columns import (
    Columns,
    asked_in,
    columns_of,
    committees_in_head,
    fullest,
    text_at,
)
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Row, Table

_IS_GRADE = re.compile(
    r"(?:vår |revisionell |samlad |revisorernas )?bedömning(?:en)?$", re.IGNORECASE
)
_OF_WHOM = re.compile(r"(?:gäller|avser|berör)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:revisions|del|kontroll)?(?:(?:fråga|rf|df|f|nr)?\.?\s*(?P<number>\d{1,2})\.?|fråga\s(?P<letter>[A-H]))$",
    re.IGNORECASE,
)


def judged_in_tables(
    passages: Passages, questions: Sequence[Asked], addressees: Addressees
) -> Iterator[Judged]:
    """Give what the rows of tables judge."""
    before, legend = None, legend_in(passages)
    headed = question_headings(passages, questions)
    for each in passages:
        if not isinstance(each, TablePassage):
            before = each
            continue
        passage = each
        if len(crossed(each.table)) < SMALLEST:
            passage = replace(each, table=spelled_out(each.table, legend))
        owner = _owner(before, addressees)
        under = headed.get(each.run)
        if under is None and before is not None and before.text.endswith("?"):
            under = question_of(before.text, None, questions)
        of_bodies = tuple(_by_body(passage, under, addressees)) if under is not None else ()
        if of_bodies:
            yield from of_bodies
            continue
        turned = tuple(_turned(passage, questions, addressees))
        if turned:
            yield from turned
            continue
        columns = columns_of(passage.table, addressees)
        columns = columns or asked_in(passage.table)
        columns = columns or _named_briefly(passage.table, questions, addressees)
        columns = columns or _by_areas(passage.table, questions)
        if columns is None or "question" not in columns.by_name or "earlier" in columns.by_name:
            continue
        if columns.by_name.keys().isdisjoint({"grade", "comment"}):
            known = {*columns.by_name.values(), *columns.of_committee}
            brief = briefly_headed(passage.table.rows[0], known, addressees)
            columns = replace(columns, of_committee=columns.of_committee | brief)
        for one in _rows(passage, columns, questions, addressees):
            yield one if one.committees else replace(one, committees=owner)


def _by_body(passage: TablePassage, number: int, addressees: Addressees) -> Iterator[Judged]:
    """Give what a table below a question judges of each committee, where every row names one."""
    rows = [row for row in passage.table.rows if addressees.is_label(text_at(row, 0))]
    place, crosses = fullest(rows, is_step), crossed(passage.table)
    if len(rows) < max(SMALLEST, len(passage.table.rows) - 1) or not (place or crosses):
        return
    for row in rows:
        named = addressees.bodies.named_in(text_at(row, 0))
        marked = marked_in(row, crosses)
        step = graded_cell(text_at(row, place)) if place else next(iter(marked), None)
        if step is not None:
            where = row.place, passage.section
            yield Judged(number, step.grade, step.words, *where, named, 1.1, run=passage.run)


def _owner(before: Passage | None, addressees: Addressees) -> tuple[Committee, ...]:
    """Return whose a table is, by the line above it that only names one: "Socialnämnden:"."""
    named = addressees.bodies.named_in(before.text) if before else ()
    is_label = before is not None and not before.is_heading and addressees.is_label(before.text)
    return named if is_label and len(named) == 1 else ()


def _turned(
    passage: TablePassage, questions: Sequence[Asked], addressees: Addressees
) -> Iterator[Judged]:
    """Give what a table judges that has a column for each question and a row for each committee."""
    rows = passage.table.rows
    if len(rows) < SMALLEST:
        return
    heads = [" ".join(cell.text.split()) for cell in rows[0].cells]
    asked = {
        place: number
        for place, head in enumerate(heads[1:], start=1)
        if (number := _headed(head, questions)) is not None
    }
    if not asked and len(heads) - 1 == len(questions) and are_in_turn(heads[1:], questions):
        asked = dict(enumerate(range(len(questions)), start=1))
    if len(asked) < SMALLEST or len(asked) < len(heads) - SMALLEST:
        return
    for row in rows[1:]:
        named = named_by(text_at(row, 0), addressees)
        for place, number in asked.items() if len(named) == 1 else ():
            step = graded_cell(text_at(row, place))
            if step is not None:
                yield Judged(number, step.grade, step.words, row.place, passage.section, named, 1.1)


def _headed(head: str, questions: Sequence[Asked]) -> int | None:
    """Return the question that heads a column, by its words or as "Fråga 2"."""
    numbered = _NUMBERED.match(head)
    if numbered and 0 < _number_of(numbered) <= len(questions):
        return _number_of(numbered) - 1
    return question_of(head, None, questions)


def _number_of(numbered: re.Match[str]) -> int:
    """Return the number of a question that is named by it, or by its letter."""
    letter = numbered["letter"]
    return ord(letter.upper()) - ord("A") + 1 if letter else int(numbered["number"])


def _rows(
    passage: TablePassage, columns: Columns, questions: Sequence[Asked], addressees: Addressees
) -> Iterator[Judged]:
    steps = columns.by_name.get("grade")
    brief = fullest(columns.rows, is_step)
    if steps is None or (brief is not None and not is_brief(columns.rows, steps)):
        steps = brief
    if steps is None and "comment" not in columns.by_name and not columns.of_committee:
        steps = only_other(columns, passage.table.rows[0])
    crosses = crossed(passage.table)
    for row, number in zip(columns.rows, _asked_by(columns, questions), strict=True):
        if number is None:
            continue
        section = columns.text(row, "section") or passage.section
        marked = marked_in(row, crosses)
        found = list(_by_column(row, columns))
        found += by_cross(row, crosses, addressees)
        found += [(named, step) for step, named in _named_in_cell(row, steps, addressees)]
        if len(marked) == 1 or not found:
            whom = addressees.bodies.named_in(columns.text(row, "recipients"))
            whom = whom or _whom_in(columns.text(row, "comment"), addressees)
            step = marked[0] if len(marked) == 1 else _step_in(row, steps, columns)
            found = [(whom, step)] if step is not None and not columns.of_committee else []
        for whom, step in found:
            yield Judged(
                *(number, step.grade, step.words, row.place, section, whom, _score(step)),
                run=passage.run,
            )


def _whom_in(comment: str, addressees: Addressees) -> tuple[Committee, ...]:
    """Return whom a comment begins by saying that it is about: "Gäller båda nämnderna."."""
    first = next(sentences(comment), "")
    if not _OF_WHOM.match(first) or not addressees.is_label(first):
        return ()
    whom = addressees.spoken_to(first)
    return whom.committees if whom else ()


def _by_column(row: Row, columns: Columns) -> Iterator[Tied]:
    for place, committee in columns.of_committee.items():
        step = graded_cell(text_at(row, place))
        if step is not None:
            yield (committee,), step


def _named_in_cell(row: Row, place: int | None, addressees: Addressees) -> list[Whose]:
    """Return what a cell judges of those that it names: "Socialnämnden: Ja"."""
    if place is None or place >= len(row.cells):
        return []
    said = row.cells[place].text
    found = steps_by_committee(said, addressees)
    told = [
        (graded(each), whom) for each in sentences(said) if (whom := subject_of(each, addressees))
    ]
    of_each = len({whom for _, whom in told}) == len(told) > max(len(found), 1)
    return told if of_each and any(step.words for step, _ in told) else found


def _step_in(row: Row, place: int | None, columns: Columns) -> Graded | None:
    """Return the step of a row's cell, or of the comment beside it; else of its first sentence."""
    comment = columns.text(row, "comment")
    said = (text_at(row, place) if place is not None else "") or comment
    step = graded_cell(said) or graded_cell(comment)
    if step is None and len(said.split()) > len("abc"):
        found = graded(next(sentences(said_of(said)), said))
        return Graded(found.grade, clause_of(said))
    return step


def _score(step: Graded) -> float:
    """Return how sure a cell is: one that only says a step more than a sentence."""
    return 1.1 if graded_cell(step.words) is not None else 1.0


def _asked_by(columns: Columns, questions: Sequence[Asked]) -> list[int | None]:
    """Return which question each row is of: by words, number, or turn where it names it briefly."""
    found: list[int | None] = []
    names: list[str] = []
    for row in columns.rows:
        typed, text, _ = split_number(columns.text(row, "question"))
        numbered = _NUMBERED.match(text)
        typed = typed or (str(_number_of(numbered)) if numbered else None)
        names.append(text)
        number = columns.number(row) or typed
        asked = question_of("" if numbered else text, number, questions)
        goes_on = asked is None and not text and number is None and len(found) > 0
        found.append(found[-1] if goes_on else asked)
    if None in found and len(found) == len(questions) and are_in_turn(names, questions):
        return [in_turn if each is None else each for in_turn, each in enumerate(found)]
    return found


def _named_briefly(
    table: Table, questions: Sequence[Asked], addressees: Addressees
) -> Columns | None:
    """Return the rows of a table of steps, whose first column names the questions briefly."""
    heads = committees_in_head(table, addressees)
    whom = {place: each.committees[0] for place, each in heads.items() if len(each.committees) == 1}
    for rows in (table.rows[1:], table.rows):
        if len(rows) != len(questions) or len(rows) < SMALLEST:
            continue
        places = list(whom) or [fullest(rows, is_step) or 0]
        if all(place and all(is_step(text_at(row, place)) for row in rows) for place in places):
            return Columns({"question": 0}, tuple(rows), whom)
    return None


def _by_areas(table: Table, questions: Sequence[Asked]) -> Columns | None:
    """Return the rows of a table of areas, one for each question, with what is judged of each."""
    if len(table.rows) - 1 != len(questions) or len(questions) < SMALLEST:
        return None
    heads = [text_at(table.rows[0], place) for place in range(len(table.rows[0].cells))]
    found = next((place for place, head in enumerate(heads) if _IS_GRADE.match(head)), 0)
    names = [text_at(row, 0) for row in table.rows[1:]]
    if not found or not are_in_turn(names, questions):
        return None
    return Columns({"question": 0, "grade": found}, tuple(table.rows[1:]))
