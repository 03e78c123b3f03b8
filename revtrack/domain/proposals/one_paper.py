"""What one paper of auditors proposes, by what it is: a report, a letter, a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.as_proposed import numbered, of_letter, of_report
from revtrack.domain.proposals.committees.bodies import bodies_of, display_name
from revtrack.domain.proposals.committees.whom import YOU, Addressees
from revtrack.domain.proposals.following.verdicts import with_verdicts
from revtrack.domain.proposals.front.due_days import (
    Due,
    due_day_of,
    due_days_for,
    due_days_in,
    told_before,
)
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.informed import informed_in
from revtrack.domain.proposals.front.paper_days import own_day_in, report_day_in
from revtrack.domain.proposals.front.parties import COUNCIL, written_to
from revtrack.domain.proposals.front.purposes import purpose_in
from revtrack.domain.proposals.front.reviewed import reviewed_in
from revtrack.domain.proposals.judging.assessments import assessments_in
from revtrack.domain.proposals.judging.overall import overall_in
from revtrack.domain.proposals.judging.questions import Asked, questions_in
from revtrack.domain.proposals.of_itself import headed
from revtrack.domain.proposals.proposal import (
    Found,
    Proposal,
    ProposedAssessment,
    ProposedDueDay,
    ProposedQuestion,
)
from revtrack.domain.proposals.recommending.recommendations import (
    recommendations_in,
    recommended_in,
)
from revtrack.domain.proposals.recommending.recommended import Recommended, each_once
from revtrack.domain.proposals.restating.labelled import labelled_in
from revtrack.domain.proposals.restating.restated import restated_in
from revtrack.domain.proposals.text.outline import Passage, outline_of
from revtrack.domain.proposals.told_twice import (
    days_behind,
    days_of_some,
    days_that_differ,
    unlike_summary,
)
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Paper

_BEHIND = 0.5
"""How sure a day to reply by is that lies before the letter's own."""

_AHEAD_OF_REPORT = 0.9
"""A report asks for replies by days that are surer than so; others tell of other things."""


@dataclass(frozen=True)
class _Read:
    """A report or letter with what its rules share."""

    head: Head
    stated: tuple[Found[Committee], ...]
    """Those whom a letter is written to, or that a report says were reviewed."""
    addressees: Addressees


def _read(paper: Paper, committees: Sequence[Committee], *, is_letter: bool) -> _Read:
    head = Head(paper, outline_of(paper))
    others = head.others + ([f"{head.firm.value} AB"] if head.firm else [])
    bodies = bodies_of(paper, committees, others)
    stated = written_to(head, bodies) if is_letter else ()
    examined = reviewed_in(head.passages, bodies)
    stated = stated or examined
    asked = examined or stated if all(each.value.kind in COUNCIL for each in stated) else stated
    firm = head.firm.value if head.firm else ""
    return _Read(head, stated, Addressees(bodies, tuple(each.value for each in asked), firm))


def read_report(
    paper: Paper,
    committees: Sequence[Committee] = (),
    kind: PaperKind = PaperKind.REPORT,
) -> Proposal:
    """Return what a report proposes: of an audit, or of a follow-up of one before it."""
    read = _read(paper, committees, is_letter=False)
    passages, addressees = read.head.passages, read.addressees
    is_follow_up = kind is PaperKind.FOLLOW_UP_REPORT
    if is_follow_up and not addressees.reviewed:
        addressees = _spoken_to(addressees, read.head)
    addressees = _with_only_body(addressees)
    everywhere = recommended_in(passages, addressees, takes_earlier=is_follow_up)
    found = each_once(everywhere)
    if is_follow_up and not addressees.reviewed:
        addressees = _with_recipients(addressees, found)
        everywhere = recommended_in(passages, addressees, takes_earlier=True)
        found = each_once(everywhere)
    addressees = _with_recipients(addressees, found)
    questions = questions_in(passages, addressees)
    own_day = own_day_in(read.head, is_letter=False)
    ahead = _days_ahead(read.head, own_day, addressees)
    if not is_follow_up:
        sure = (each for each in ahead if own_day and each.confidence > _AHEAD_OF_REPORT)
        ahead = tuple(each for each in sure if not each.is_others)
    recommendations = tuple(of_report(each, number) for each, number in numbered(found))
    if is_follow_up:
        recommendations = with_verdicts(recommendations, passages, addressees.bodies)
    return replace(
        headed(read.head, kind),
        report_on=own_day,
        due_on=due_day_of(ahead),
        for_information=informed_in(read.head, addressees.bodies),
        overall=overall_in(passages, addressees, questions, _purpose_of(read.head)),
        committees=_named(addressees, read.stated, found, is_of_all=is_follow_up),
        questions=_asked(questions, assessments_in(passages, questions, addressees)),
        recommendations=recommendations,
        doubts=unlike_summary(everywhere),
    )


def _purpose_of(head: Head) -> str:
    found = purpose_in(head)
    return found.value if found else ""


def _asked(
    questions: Sequence[Asked], assessed: Sequence[tuple[ProposedAssessment, ...]]
) -> tuple[ProposedQuestion, ...]:
    """Return the questions as proposed, each with what was found of it."""
    return tuple(
        ProposedQuestion(number, each.text, each.place, of_it, each.confidence)
        for number, (each, of_it) in enumerate(zip(questions, assessed, strict=False), start=1)
    )


def _with_only_body(addressees: Addressees) -> Addressees:
    """Return the addressees; where nothing says who was reviewed, the only one that is named."""
    if addressees.reviewed:
        return addressees
    return replace(addressees, reviewed=_only_body(addressees))


def _spoken_to(addressees: Addressees, head: Head) -> Addressees:
    """Return the addressees; of a follow-up written as a letter to "you" those it is written to."""
    is_letter = any(isinstance(e, Passage) and YOU.search(e.text) for e in head.passages)
    written = written_to(head, addressees.bodies) if is_letter else ()
    return replace(addressees, reviewed=tuple(each.value for each in written))


def _only_body(addressees: Addressees) -> tuple[Committee, ...]:
    """Return the only body that a paper names beside the council; none where it names several."""
    found = [each for each in addressees.bodies.found if each.kind not in COUNCIL]
    return tuple(found) if len(found) == 1 else ()


def read_letter(paper: Paper, committees: Sequence[Committee] = ()) -> Proposal:
    """Return what a cover letter proposes."""
    read = _read(paper, committees, is_letter=True)
    passages, addressees = read.head.passages, read.addressees
    found = recommendations_in(passages, addressees, is_letter=True)
    stated = _without_council(read.stated, found)
    addressees = replace(addressees, reviewed=tuple(each.value for each in stated))
    addressees = _with_recipients(addressees, found)
    questions = questions_in(passages, addressees, is_letter=True)
    own_day = own_day_in(read.head, is_letter=True)
    ahead = _days_ahead(read.head, own_day, addressees)
    of_some = days_of_some(ahead, addressees.reviewed)
    return replace(
        headed(read.head, PaperKind.COVER_LETTER),
        report_on=report_day_in(read.head),
        letter_on=own_day,
        due_on=due_day_of(ahead),
        due_days=_due_days(ahead, has_others=bool(of_some)),
        doubts=(*days_that_differ(ahead), *days_behind(ahead, own_day), *of_some),
        overall=overall_in(passages, addressees, questions, _purpose_of(read.head)),
        committees=_named(addressees, stated, found),
        for_information=informed_in(
            read.head, addressees.bodies, [each.value.id for each in read.stated]
        ),
        questions=_asked(questions, assessments_in(passages, questions, addressees)),
        recommendations=tuple(of_letter(each, number) for each, number in numbered(found)),
    )


def _without_council(
    stated: tuple[Found[Committee], ...], found: Sequence[Recommended]
) -> tuple[Found[Committee], ...]:
    """Return whom a letter is written to; none where it is the council alone, and others are asked.

    A letter that hands a report to the council asks those whom it recommends something.
    """
    asked = {each.id for one in found if one.whom for each in one.whom.committees}
    is_council = all(each.value.kind in COUNCIL for each in stated)
    return () if is_council and asked - {each.value.id for each in stated} else stated


def _days_ahead(head: Head, own_day: Found[date] | None, addressees: Addressees) -> tuple[Due, ...]:
    """Return the days by which a letter asks for replies: those after its own first.

    Of its own day and one that lies before it, one is written wrongly, so that such a day is
    unsure; none that is told of as past is returned.
    """
    own = own_day.value if own_day else date.min
    days = due_days_in(head, own_day.value if own_day else None, addressees)
    behind = (each for each in days if each.day < own and not each.is_past)
    return (
        *(each for each in days if each.day >= own),
        *(replace(each, confidence=_BEHIND) for each in behind),
    )


def _due_days(days: Sequence[Due], *, has_others: bool) -> tuple[ProposedDueDay, ...]:
    """Return each committee's own days, where there are several or others have none."""
    is_for_all = len({each.day for each in days}) == 1 and not has_others
    return tuple(
        ProposedDueDay(display_name(committee), found.value, found.place, found.confidence)
        for committee, found in (() if is_for_all else due_days_for(days))
    )


def read_list(paper: Paper, committees: Sequence[Committee] = ()) -> Proposal:
    """Return what a list of recommendations proposes."""
    read = _read(paper, committees, is_letter=False)
    read = replace(read, addressees=_with_only_body(read.addressees))
    found = recommendations_in(
        read.head.passages, read.addressees, is_list=True, takes_earlier=True
    )
    addressees = _with_recipients(read.addressees, found)
    if addressees.reviewed:  # whom "samtliga nämnder" counts is known when all are read
        found = recommendations_in(read.head.passages, addressees, is_list=True, takes_earlier=True)
    return replace(
        headed(read.head, PaperKind.LIST),
        due_on=due_day_of(_days_behind_list(read.head)[:1]),
        committees=_named(read.addressees, (), found),
        recommendations=tuple(of_report(each, number) for each, number in numbered(found)),
    )


def _days_behind_list(head: Head) -> tuple[Due, ...]:
    """Return the days by which a list says that replies were asked for.

    A day without a year is then the last such before the list's own.
    """
    own = own_day_in(head, is_letter=False)
    days = due_days_in(head, own.value if own else None)
    return told_before(days, due_days_in(head), own.value) if own else days


def read_compiled(paper: Paper, committees: Sequence[Committee] = ()) -> Proposal:
    """Return a compilation read as a list; where nothing is listed, with what sentences give."""
    made = read_list(paper, committees)
    if made.recommendations:
        return made
    read = _read(paper, committees, is_letter=False)
    passages = read.head.passages
    found = recommendations_in(passages, read.addressees, takes_earlier=True)
    found = found or labelled_in(passages) or restated_in(passages)
    return replace(
        made, recommendations=tuple(of_report(each, number) for each, number in numbered(found))
    )


def _with_recipients(addressees: Addressees, found: Sequence[Recommended]) -> Addressees:
    """Return the addressees; where nothing says who was reviewed, those who get recommendations."""
    if addressees.reviewed:
        return addressees
    named = {each.id: each for one in found if one.whom for each in one.whom.committees}
    return replace(addressees, reviewed=tuple(named.values()))


def _named(
    addressees: Addressees,
    stated: Sequence[Found[Committee]],
    recommended: Sequence[Recommended],
    *,
    is_of_all: bool = False,
) -> tuple[Found[str], ...]:
    """Return whom a paper is of; ``is_of_all``: of all whose recommendations it goes through."""
    places = {each.value.id: each for each in stated}
    found = []
    for each in addressees.reviewed:
        at = places.get(each.id)
        if at is not None:
            found.append(Found(display_name(each), at.place, at.confidence))
    if not stated or is_of_all:
        for one in recommended:
            for each in one.whom.committees if one.whom else ():
                if all(display_name(each) != other.value for other in found):
                    found.append(Found(display_name(each), one.place, 0.6))
    return tuple(found)
