"""The lines of a paper about the audit itself: its head, committees, questions and assessments."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from revtrack.domain.assessing import assessed_committees, cell_of
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Aspect, Grade, PaperKind, Role
from revtrack.domain.errors import N_
from revtrack.domain.names.committee_names import is_council
from revtrack.domain.names.municipality_names import is_same_municipality
from revtrack.domain.proposals.proposal import Found, ProposedAssessment, ProposedQuestion
from revtrack.domain.records import Committee, Question
from revtrack.domain.texts.paper import Place
from revtrack.domain.texts.prose import name_key
from revtrack.services.changing.editing import refuse_ahead
from revtrack.services.reading_in.ground import (
    Ground,
    beside_another,
    held_against,
    refused,
    slug,
    tried,
)
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing
from revtrack.wording import _
from revtrack.wording.labels import field_label, label

HEAD = {
    "title": Form.LINE,
    "audit_year": Form.YEAR,
    "firm": Form.LINE,
    "diary_number": Form.LINE,
    "report_on": Form.DAY,
    "purpose": Form.TEXT,
}
"""What an audit has of a paper's head, and how it is written."""

NEEDED = ("title", "audit_year")
"""What a new audit is not made without."""
UNTOLD = 0.5
"""The confidence of what a paper does not say itself."""

NOT_SAID = N_("The paper does not say it. Write it.")
YEAR_OF_DAY = N_("The paper does not say the audit year; this is the year of its own day.")
NO_GRADE = N_("No step of the scale can be told from these words. Choose one.")
JUDGED_APART = N_("The committees are not judged alike. Choose one grade for the whole audit.")
NOT_REGISTERED = N_("{municipality} is not registered. Register it, or say which one is meant.")
OTHER_TOWN = N_("The audit is of {municipality}.")
NO_COMMITTEE = N_("{municipality} has no committee called {names}. Register it first.")
NO_COMMITTEES = N_("{municipality} has no committees called {names}. Register them first.")
NO_TOWN = N_("The municipality is not known, so neither are its committees.")


def _is_same_firm(one: str, other: str) -> bool:
    """Tell whether two names are of one firm, though only one says that it is a company."""
    return _FORM.sub("", name_key(one)) == _FORM.sub("", name_key(other))


def _is_same_purpose(one: str, other: str) -> bool:
    """Tell whether two say the same purpose, whatever words lead up to it."""
    first, second = (_LEAD.sub("", name_key(each)).rstrip(" .") for each in (one, other))
    return first == second


_FORM = re.compile(r"\s+(?:ab|hb|kb|aktiebolag|i sverige|sverige)(?=\s|$)")
_LEAD = re.compile(
    r"^(?:(?:det )?(?:övergripande )?syftet|granskningens(?: övergripande)? syfte)"
    r"(?: med (?:denna |den )?granskning(?:en)?)?(?: har varit| är| var| har)?(?: att)?\s+"
)
_SAID_ALIKE: Mapping[str, Callable[[str, str], bool]] = {
    "firm": _is_same_firm,
    "purpose": _is_same_purpose,
}
"""What of a head may be written in two ways that say the same."""


def head_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give what a paper says of the audit as a whole."""
    yield from _municipality(ground)
    if not ground.is_of_audit:
        return
    audit = ground.case.audit if ground.case else None
    for name, form in HEAD.items():
        found: Found[Any] | None = getattr(ground.proposal, name)
        said = field_label("audit", name)
        if found is not None:
            line = _line(f"head.{name}", Group.HEAD, said, form, found)
            there = getattr(audit, name) if audit else None
            held = held_against(line, there)
            if name in _SAID_ALIKE and there and _SAID_ALIKE[name](there, found.value):
                held = replace(held, standing=Standing.SAME)
            rule = partial(refuse_ahead, found.value, ground.today)
            yield tried(held, rule) if form is Form.DAY else held
        elif audit is None and name in NEEDED:
            line = _line(f"head.{name}", Group.HEAD, said, form, Found(None, Place(""), UNTOLD))
            yield _year_of_day(ground, line) if form is Form.YEAR else refused(line, NOT_SAID)
    yield from _overall(ground)


def _year_of_day(ground: Ground, line: ProposalLine) -> ProposalLine:
    """Return the year of the paper's own day, for a person to judge, where it says no year."""
    day = ground.proposal.report_on or ground.proposal.letter_on
    if day is None:
        return refused(line, NOT_SAID)
    return replace(line, value=day.value.year, place=day.place, reason=_(YEAR_OF_DAY))


def _line(key: str, group: Group, label: str, form: Form, found: Found[Any]) -> ProposalLine:
    return ProposalLine(
        key, group, label, found.value, form, Standing.NEW, found.place, found.confidence
    )


def _municipality(ground: Ground) -> Iterator[ProposalLine]:
    found = ground.proposal.municipality
    if found is None:
        return
    said = field_label("audit", "municipality_id")
    line = _line("head.municipality", Group.HEAD, said, Form.FIXED, found)
    town = ground.town
    if town is None:
        yield refused(line, NOT_REGISTERED, municipality=found.value)
    elif is_same_municipality(town.name, found.value):
        yield replace(line, standing=Standing.SAME, registered=town.name)
    else:
        other = refused(line, OTHER_TOWN, municipality=town.name)
        yield replace(other, registered=town.name)


def _overall(ground: Ground) -> Iterator[ProposalLine]:
    found = ground.proposal.overall
    if found is None:
        return
    line = ProposalLine(
        "head.overall",
        Group.HEAD,
        _("Overall conclusion"),
        found.grade,
        Form.GRADE,
        Standing.NEW,
        found.place,
        found.confidence,
        quote=found.phrase,
    )
    known = ground.case.overall if ground.case else ()
    mine = next((each for each in known if each.aspect is Aspect.FITNESS), None)
    if found.grade is None and mine is None:
        yield refused(line, JUDGED_APART if found.apart else NO_GRADE)
    elif found.grade is not None:
        yield held_against(line, mine.grade if mine else None)


# ---- committees ----------------------------------------------------------------------------------


def committee_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give the committees with a part in the audit."""
    if not ground.is_of_audit:
        return
    is_letter = ground.kinds == {PaperKind.COVER_LETTER}
    role = Role.RECIPIENT if is_letter else Role.REVIEWED
    for part, listed in (
        (role, ground.proposal.committees),
        (Role.FOR_INFORMATION, ground.proposal.for_information),
    ):
        for each in listed:
            if ground.known([each.value]) or not is_council(each.value):
                yield _committee(ground, part, each)


def _committee(ground: Ground, role: Role, found: Found[str]) -> ProposalLine:
    key = f"{role.value}.{slug(found.value)}"
    line = _line(key, Group.COMMITTEES, label(role), Form.FIXED, found)
    if not ground.known([found.value]):
        return unknown(ground, line, (found.value,))
    known = ground.case.committees_with_role(role) if ground.case else ()
    committee = ground.committee(found.value)
    return held_against(line, found.value if committee in known else None)


def unknown(ground: Ground, line: ProposalLine, names: tuple[str, ...]) -> ProposalLine:
    """Return a line that names committees which the register does not have."""
    if ground.town is None:
        return refused(line, NO_TOWN)
    told = no_committee(names)
    return refused(line, told, municipality=ground.town.name, names=", ".join(names))


def no_committee(names: Sequence[str]) -> str:
    """Return how it is said that a municipality lacks the committees of these names."""
    return NO_COMMITTEES if len(names) > 1 else NO_COMMITTEE


# ---- questions -----------------------------------------------------------------------------------


def question_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give the audit questions, each with what was found."""
    if not ground.is_of_audit:
        return
    for place, each in enumerate(ground.proposal.questions):
        known = ground.question_of(place)
        line = ProposalLine(
            f"question.{each.number}",
            Group.QUESTIONS,
            _("Question {number}").format(number=known.number if known else each.number),
            each.text,
            Form.TEXT,
            Standing.NEW,
            each.place,
            each.confidence,
        )
        other = ground.other_question(each.number) if known is None else None
        if place in ground.questions.unsure:
            yield refused(line, N_("Several questions of the register are equally like it."))
        elif other is not None:
            yield beside_another(line, other.text)
        else:
            yield held_against(line, known.text if known else None)
        for number, one in enumerate(each.assessments, start=1):
            yield from _assessment(ground, (each, known), one, number)


def _assessment(
    ground: Ground,
    question: tuple[ProposedQuestion, Question | None],
    found: ProposedAssessment,
    number: int,
) -> Iterator[ProposalLine]:
    asked, known = question
    key = f"assessment.{asked.number}.{number}"
    whom = f"{key}.committees"
    line = ProposalLine(
        key,
        Group.QUESTIONS,
        _("Assessment of question {number}").format(number=known.number if known else asked.number),
        found.grade,
        Form.GRADE,
        Standing.NEW,
        found.place,
        found.confidence,
        quote=found.phrase,
        depends_on=(f"question.{asked.number}", *((whom,) if found.committees else ())),
    )
    there = _found_before(ground.case, known, ground.known(found.committees), found.grade)
    yield held_against(line, there) if found.grade else refused(line, NO_GRADE)
    if found.committees:
        named = replace(
            line,
            key=whom,
            label=_("Assessed committees"),
            value=found.committees,
            form=Form.COMMITTEES,
            quote=None,
            depends_on=(key,),
        )
        strange = ground.unknown(found.committees)
        met = held_against(named, found.committees if there else None)
        yield unknown(ground, named, strange) if strange else met


def _found_before(
    case: AuditCase | None,
    question: Question | None,
    committees: Sequence[Committee],
    grade: Grade | None,
) -> Grade | None:
    """Return what the register has in the cells of an assessment; None where one is empty."""
    if case is None or question is None:
        return None
    columns: list[int | None] = [each.id for each in committees or assessed_committees(case)]
    cells = [
        [each.grade for each in cell_of(case, (question.id, one))] for one in columns or [None]
    ]
    others = [cell[0] for cell in cells if cell and grade not in cell]
    if others:
        return others[0]
    return grade if all(cells) else None
