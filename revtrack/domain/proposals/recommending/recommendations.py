"""What a report or a cover letter recommends, to whom: from lists, tables and prose, each once."""

from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.bare_items import goes_on_listing, is_bare_item
from revtrack.domain.proposals.recommending.chapters import begin_chapter, number_alone
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.earlier import (
    heads_outcome,
    is_followed,
    take_earlier,
    take_heading,
    take_put,
    take_whose_it_was,
    tells_put,
)
from revtrack.domain.proposals.recommending.inline_items import opened
from revtrack.domain.proposals.recommending.introducing import (
    is_chapter_heading,
    is_lead,
    is_subheading,
    take_lead,
)
from revtrack.domain.proposals.recommending.items import (
    ATT,
    is_numbered_by_name,
    made_of,
)
from revtrack.domain.proposals.recommending.leads import run_on
from revtrack.domain.proposals.recommending.nesting import nested
from revtrack.domain.proposals.recommending.own_recipients import (
    is_named_first,
    parted_by_demand,
    take_audit_with_year,
    take_line_of_recipients,
    take_part_of_reply,
    take_title_of_audit,
    take_whom_it_was_put_to,
)
from revtrack.domain.proposals.recommending.page_heads import without_page_heads
from revtrack.domain.proposals.recommending.put_by_number import (
    tells_by_number,
    with_whom_by_number,
)
from revtrack.domain.proposals.recommending.recommended import (
    Recommended,
    each_once,
    with_all_recipients,
    without_names,
)
from revtrack.domain.proposals.recommending.record_lines import coded, without_notes
from revtrack.domain.proposals.recommending.record_words import demands
from revtrack.domain.proposals.recommending.recorded import recorded, tells_whom_in_lines
from revtrack.domain.proposals.recommending.running_text import take_labelled, take_prose
from revtrack.domain.proposals.recommending.tabled import read_table, take_group_between
from revtrack.domain.proposals.text.columns import columns_of
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.proposals.text.voices import OUGHT
from revtrack.domain.texts.any_case import AnyCase

_NONE = AnyCase(r"\b(?:inga|inte några)\b[^.]{0,30}\brekommendation")
LONGEST_FURNITURE = 80
"""Signs of a line of a page's head or foot, at most."""


def recommendations_in(
    passages: Passages,
    addressees: Addressees,
    *,
    is_list: bool = False,
    takes_earlier: bool = False,
    takes_prose: bool = True,
    is_letter: bool = False,
) -> tuple[Recommended, ...]:
    """Return what is recommended, each once, in the order of the paper.

    ``is_list``: the paper is nothing but recommendations; ``takes_earlier``: it follows up those of
    an audit before it, which then count; ``takes_prose``: also what sentences recommend;
    ``is_letter``: a letter may ask questions, and need no heading to tell what is needed.
    """
    return each_once(
        recommended_in(
            passages,
            addressees,
            is_list=is_list,
            takes_earlier=takes_earlier,
            takes_prose=takes_prose,
            is_letter=is_letter,
        )
    )


def recommended_in(
    passages: Passages,
    addressees: Addressees,
    *,
    is_list: bool = False,
    takes_earlier: bool = False,
    takes_prose: bool = True,
    is_letter: bool = False,
) -> tuple[Recommended, ...]:
    """Return what is recommended at each place, as often as the paper states it."""
    course = Course(
        addressees,
        is_list,
        takes_earlier,
        is_reply=not takes_prose,
        is_letter=is_letter,
        is_open=is_list,
        is_section=is_list,
    )
    passages = tuple(
        opened(tuple(nested(passages, addressees)), addressees, is_reply=course.is_reply)
    )
    passages = tuple(without_page_heads(passages, addressees))
    if is_list:
        passages = tuple(without_notes(tuple(coded(passages, addressees)), addressees))
    if takes_earlier and takes_prose:
        passages = tuple(recorded(passages, addressees))
        course.is_told_in_lines = tells_whom_in_lines(passages)
    is_tabled = any(_is_tabled(each, addressees) for each in passages)
    course.is_tabled = is_list and (is_tabled or _is_all_marked(passages, addressees))
    course.tells_put = is_list and not is_tabled
    course.is_follow_up = takes_earlier and takes_prose and not (is_list or is_tabled)
    for number, passage in enumerate(passages):
        if isinstance(passage, TablePassage):
            read_table(passage, course)
            continue
        if passage.is_heading or len(passage.text) > LONGEST_FURNITURE:
            course.columns = None
        if number + 1 < len(passages) and isinstance(passages[number + 1], TablePassage):
            take_group_between(passage.text, course)
        if course.tells_outcomes and heads_outcome(passage, passages[number + 1 :]):
            before = len(course.found)
            _is_structure(passage, course, _following(passages, number), ())
            if len(course.found) == before:
                take_heading(passage, course)
        elif not _is_structure(
            passage, course, _following(passages, number), passages[number + 1 : number + 6]
        ):
            _content(passage, course)
        take_whose_it_was(passage, course)
    least = 0 if any(_says_none(each) for each in passages) else -1
    return tuple(
        each
        for each in _without_questions(_with_recipients(passages, course))
        if each.is_listed or (takes_prose and each.rank >= least)
    )


def _with_recipients(passages: Passages, course: Course) -> Sequence[Recommended]:
    """Return what was found, each with all whom the whole paper tells that it is for."""
    if course.is_reply:
        return course.found
    found = with_whom_by_number(course.found, passages, course.addressees)
    found = without_names(found) if course.tells_outcomes else found
    return with_all_recipients(found, is_list=course.is_list) if course.takes_earlier else found


def _without_questions(found: Sequence[Recommended]) -> Sequence[Recommended]:
    """Return what a letter puts to its readers, without what it asks besides, unless numbered."""
    demands = [each for each in found if not each.is_question or each.number is not None]
    return demands or found


def _is_structure(
    passage: Passage,
    course: Course,
    after: Passage | None,
    below: Passages,
) -> bool:
    """Take up a line that only says what stands below it, or beside it; tell whether it was one."""
    if take_line_of_recipients(passage.text, course) or _is_put(passage, course):
        return True
    if not course.is_reply and tells_by_number(passage, course.addressees):
        return True
    if is_subheading(passage, course, after):
        course.begin_list()
        course.is_open = True
    elif is_chapter_heading(passage, course, after):
        if (item := begin_chapter(passage, course, after)) is not None:
            _item(item, course)
    elif _is_title(passage, after, course):
        course.pending = passage.marker
    elif take_labelled(passage, course) or _numbered_alone(passage, course):
        return True
    elif course.is_follow_up and is_followed(passage, below, course):
        before, course.is_open = course.whom, True
        course.whom = before or course.label
        _item(passage, course)
        course.whom, course.is_open = before, False
    elif is_lead(passage, course, after):
        take_lead(passage, course, after)
    else:
        return False
    return True


def _is_put(passage: Passage, course: Course) -> bool:
    """Take up what a sentence of a list or follow-up says of whom it was put to."""
    if not course.takes_earlier or course.is_reply:
        return False
    if passage.is_item or passage.is_heading:
        return course.tells_outcomes and take_audit_with_year(passage, course)
    if take_part_of_reply(passage, course) or take_title_of_audit(passage, course):
        return True
    is_lead = passage.text.rstrip().endswith(":")
    is_alone = len(list(sentences(passage.text))) == 1 and not is_lead
    return take_whom_it_was_put_to(passage.text, course) and is_alone


def _content(passage: Passage, course: Course) -> None:
    """Take what a line recommends: as an item, after whom it names, or in its sentences."""
    if not passage.is_item and (course.is_tabled or _is_marked(course)):
        return
    if course.is_follow_up and take_earlier(passage, course):
        return
    if course.tells_put and take_put(passage, course):
        return
    course.has_marks = course.has_marks or passage.is_item
    if passage.is_item or is_bare_item(passage, course):
        _item(passage, course)
    elif is_named_first(passage, course):
        for each in parted_by_demand(passage):
            _item(each, course)
    else:
        take_prose(passage, course)


def _is_marked(course: Course) -> bool:
    """Tell whether a list marks what it recommends; a line without a number only explains."""
    return course.is_list and course.marked > 1 and course.marked == len(course.found)


def _is_all_marked(passages: Sequence[Passage | TablePassage], addressees: Addressees) -> bool:
    """Tell whether a list marks all that it recommends: what else demands are whole sentences."""
    texts = [each for each in passages if isinstance(each, Passage) and not each.is_heading]
    given = [each for each in texts if demands(each.text, addressees)]
    marked = [each for each in given if each.is_item]
    is_ended = any(each.text.rstrip().endswith(".") for each in marked)
    others = (each.text.rstrip() for each in given if not each.is_item)
    return len(marked) > 1 and not is_ended and all(text.endswith(".") for text in others)


def _is_tabled(passage: Passage | TablePassage, addressees: Addressees) -> bool:
    """Tell whether a passage is a table that has a column of recommendations."""
    if not isinstance(passage, TablePassage):
        return False
    columns = columns_of(passage.table, addressees)
    return columns is not None and "text" in columns.by_name


def _says_none(passage: Passage | TablePassage) -> bool:
    """Tell whether a paper says that nothing is recommended; a hint of a need is then none."""
    return isinstance(passage, Passage) and _NONE.search(passage.text) is not None


def _following(passages: Passages, number: int) -> Passage | None:
    after = passages[number + 1] if number + 1 < len(passages) else None
    return after if isinstance(after, Passage) else None


def _is_title(passage: Passage, after: Passage | None, course: Course) -> bool:
    """Tell whether a line numbers and names the recommendation that the text below it gives."""
    is_within = course.is_section or course.tells_outcomes
    if after is None or after.is_item or not (is_within and is_numbered_by_name(passage)):
        return False
    said = passage.text.rpartition(": ")[2]
    is_demand = begins_with_demand(ATT.sub("", said)) or OUGHT.search(passage.text)
    is_named = not is_demand and not passage.text.rstrip().endswith(".")
    is_told = course.tells_outcomes and tells_put(after.text)
    is_given_below = OUGHT.search(after.text) is not None or begins_with_demand(after.text)
    is_given_below = is_given_below and not after.text.rstrip().endswith(":")
    return is_named and (is_told or is_given_below)


def _numbered_alone(passage: Passage, course: Course) -> bool:
    """Take up a line that is but the number of the recommendation below it."""
    number = number_alone(passage.text)
    if number is None or not (course.is_section or course.is_open):
        return False
    course.pending = number
    return True


# ---- items ---------------------------------------------------------------------------------------


def _item(passage: Passage, course: Course) -> None:
    course.is_open = course.is_open or goes_on_listing(passage, course)
    if not course.is_open and not course.is_section:
        lead = f"{course.lead} " if course.lead else ""
        take_prose(replace(passage, text=f"{lead}{passage.text}"), course)
        return
    if course.level is None:
        course.level = passage.level
    begin = run_on(passage.text, course.addressees)
    if begin is not None:
        _item(replace(passage, text=passage.text[:begin].strip()), course)
        take_lead(replace(passage, text=passage.text[begin:].strip()), course)
        return
    if passage.level > course.level and course.has_of_list():
        last = course.found[-1]
        course.found[-1] = replace(last, text=f"{last.text} {passage.text}")
        return
    made = made_of(passage, course)
    if made is not None:
        course.marked += passage.is_item
        course.found.append(made)
