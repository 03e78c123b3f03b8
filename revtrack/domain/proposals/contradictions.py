"""What is missing, preliminary or contradictory, within one paper and between several."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from revtrack.domain.codes import REPLIES, REPORTS, PaperKind, Position, ResponseKind
from revtrack.domain.errors import N_
from revtrack.domain.proposals.answering.tied import Read
from revtrack.domain.proposals.audits_in_file import several
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.proposal import (
    Doubt,
    Found,
    Proposal,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Paper
from revtrack.domain.texts.prose import name_key

_SAYS = {
    "nothing_listed": N_(
        "The paper is taken for a list or a follow-up of recommendations, but none is found in it."
    ),
    "no_verdict": N_(
        "RevTrack found no clear verdict on recommendation {number}; read what the paper says."
    ),
    "no_verdicts": N_(
        "RevTrack found no verdict on any recommendation; read what the paper says of each."
    ),
    "overall_apart": N_(
        "The overall assessment is not the same of all: {committee} is judged by the words "
        "“{text}”."
    ),
    "no_meeting_day": N_("The decision of {committee} does not say on which day it was taken."),
    "no_paragraph": N_("The decision of {committee} has no § that can be told."),
    "unanswered": N_(
        "RevTrack found no answer to recommendation {number} in the reply of {committee}."
    ),
    "left_open": N_(
        "The reply of {committee} leaves open what it thinks of recommendation {number}."
    ),
    "no_answers": N_("RevTrack found no answer to any recommendation in the reply of {committee}."),
    "no_replier": N_("RevTrack cannot tell whose reply the paper is, so it proposes none."),
    "no_replier_decides": N_(
        "RevTrack finds no committee's reply in the decision. What the council decides about "
        "replies is not registered, but the file can be attached to the audit."
    ),
    "not_restated": N_(
        "Recommendation {number} is put to {committee}, but its reply does not give it."
    ),
    "several_decisions": N_(
        "There are several decisions of {committee}; only one can be its reply."
    ),
    "same_reply": N_("The replies of {committee} and {other} have the same text."),
    "other_due_day_in_reply": N_(
        "The reply of {committee} says that it was due on {day}, the letter says {due_on}."
    ),
    "recipients_in_reply": N_(
        "Another paper of the file gives other recipients of recommendation {number}."
    ),
    "draft": N_("The paper says that it is not final: “{text}”. Ask whether there is a final one."),
    "placeholder": N_("“{text}” stands where something was to be filled in."),
}
_OF_NOBODY = {
    PaperKind.RESPONSE: "no_replier",
    PaperKind.COUNCIL_DECISION: "no_replier_decides",
}
"""What is said of a paper that nobody is found to reply by, by its kind."""
_PLACEHOLDER = re.compile(r"^(?:X{3,}|x{3,}|\[[^\]]{1,30}\]|_{4,}|\?{3,})$")
_NOT_FINAL = re.compile(
    r"\b(?:utkast|arbetsmaterial|preliminär (?:rapport|version)|ej (?:beslutad|fastställd)"
    r"|(?:för|till|version för) (?:sak|fakta)(?:granskning|kontroll|avstämning))\b",
    re.IGNORECASE,
)
"""How auditors mark a report or a letter that they have not decided on."""
_FIRST_LINES, _LONGEST_MARK = 8, 80
_LONG, _SAME = 150, 0.8
"""In signs, of the paragraphs that are held against each other; and how many must be the same."""
_OF_AUDITORS = frozenset((*REPORTS, PaperKind.COVER_LETTER))
_TAKEN = frozenset((ResponseKind.DECISION, ResponseKind.DELEGATED_DECISION, ResponseKind.JOINT))


def doubted(made: Proposal, read: Sequence[Read]) -> Proposal:
    """Return what a file proposes with what a person should look at in its replies."""
    if made.kind is PaperKind.NOT_AUDIT:
        return made
    found = (
        *_listed_nothing(made),
        *_of_verdicts(made),
        *_of_nobody(made),
        *_apart(made),
        *_of_responses(made.responses),
        *_several(made.responses),
        *_of_papers(made, read),
        *_same(made, read),
        *(each for paper, _ in read for each in _placeholders(paper)),
        *_drafts(read),
    )
    return replace(made, doubts=(*several(made.audits), *made.doubts, *found))


def _doubt(code: str, line: int | None, **facts: object) -> Doubt:
    return Doubt(code, _SAYS[code], line, facts)


def _listed_nothing(made: Proposal) -> Iterator[Doubt]:
    if made.kind in {PaperKind.LIST, PaperKind.FOLLOW_UP_REPORT} and not made.recommendations:
        yield _doubt("nothing_listed", made.title.place.line if made.title else None)


def _of_verdicts(made: Proposal) -> Iterator[Doubt]:
    """Give which recommendations of a follow-up it is not found to judge."""
    if PaperKind.FOLLOW_UP_REPORT not in made.kinds or not made.recommendations:
        return
    first = made.recommendations[0].place.line
    unjudged = [each for each in made.recommendations if each.verdict is None]
    if len(unjudged) == len(made.recommendations):
        yield _doubt("no_verdicts", first)
        return
    for each in unjudged:
        yield _doubt("no_verdict", each.place.line, number=each.number)


def _of_nobody(made: Proposal) -> Iterator[Doubt]:
    """Give that it is not told who replies: in the council's decision about replies nobody does."""
    is_silent = not (made.responses or made.extensions or made.doubts)
    if made.kind in _OF_NOBODY and is_silent:
        yield _doubt(_OF_NOBODY[made.kind], made.title.place.line if made.title else None)


def _apart(made: Proposal) -> Iterator[Doubt]:
    for each in made.overall.apart if made.overall else ():
        facts = {"committee": ", ".join(each.committees), "text": each.phrase}
        yield _doubt("overall_apart", each.place.line, **facts)


def _of_responses(responses: Iterable[ProposedResponse]) -> Iterator[Doubt]:
    for each in responses:
        line = each.place.line
        if each.kind in _TAKEN and each.decided_on is None:
            yield _doubt("no_meeting_day", line, committee=each.committee)
        if each.kind is ResponseKind.DECISION and each.paragraph is None:
            yield _doubt("no_paragraph", line, committee=each.committee)
        if not each.answers:
            yield _doubt("no_answers", line, committee=each.committee)
        for one in each.answers:
            facts = {"committee": each.committee, "number": one.recommendation}
            if one.position is None:
                yield _doubt("unanswered", one.place.line, **facts)
            elif one.position is Position.UNCLEAR:
                yield _doubt("left_open", one.place.line, **facts)


def _several(responses: Sequence[ProposedResponse]) -> Iterator[Doubt]:
    taken = [each for each in responses if each.kind in _TAKEN]
    for one, other in combinations(taken, 2):
        if name_key(one.committee) == name_key(other.committee):
            yield _doubt("several_decisions", other.place.line, committee=other.committee)


# ---- between papers ------------------------------------------------------------------------------


def _of_papers(made: Proposal, read: Sequence[Read]) -> Iterator[Doubt]:
    is_asked = any(each.kind is PaperKind.COVER_LETTER for _, each in read)
    for _, proposal in read:
        if proposal.kind not in REPLIES:
            continue
        if is_asked and made.due_on is not None:
            yield from _other_days(proposal, made.due_on)
        if proposal.responses:
            yield from _not_restated(proposal, made)
        else:
            yield from _other_recipients(proposal, made)


def _other_days(proposal: Proposal, due_on: Found[date]) -> Iterator[Doubt]:
    extended = {each.due_on for each in proposal.extensions}
    said = proposal.due_on
    if said is not None and said.value != due_on.value and said.value not in extended:
        for each in proposal.responses[:1]:
            yield _doubt(
                "other_due_day_in_reply",
                said.place.line,
                committee=each.committee,
                day=said.value,
                due_on=due_on.value,
            )


def _not_restated(proposal: Proposal, made: Proposal) -> Iterator[Doubt]:
    """Give the recommendations that a decision gives not, though it gives others."""
    given = [_wording(each) for each in proposal.recommendations]
    for response in proposal.responses:
        if not given or response.kind not in _TAKEN:
            continue
        for each in made.recommendations:
            if _is_put_to(each, response.committee) and not _is_among(each, given):
                facts = {"committee": response.committee, "number": each.number}
                yield _doubt("not_restated", response.place.line, **facts)


def _other_recipients(proposal: Proposal, made: Proposal) -> Iterator[Doubt]:
    """Give the recommendations that a paper, which is no reply, says were put to others."""
    for each in proposal.recommendations:
        said = {name_key(one) for one in each.committees or ()}
        same = [one for one in made.recommendations if _is_among(one, [_wording(each)])]
        meant = {name_key(name) for one in same for name in _recipients(one)}
        if each.committees_certain and len(said) > 1 and same and said != meant:
            yield _doubt("recipients_in_reply", each.place.line, number=same[0].number)


def _wording(each: ProposedRecommendation) -> str:
    return each.text or each.letter_text or ""


def _recipients(each: ProposedRecommendation) -> tuple[str, ...]:
    """Return whom the letter names, else the report; none of what the letter leaves out."""
    return each.letter_committees or (each.committees or () if each.letter_text is None else ())


def _is_put_to(each: ProposedRecommendation, committee: str) -> bool:
    return name_key(committee) in {name_key(one) for one in each.letter_committees or ()}


def _is_among(each: ProposedRecommendation, wordings: Iterable[str]) -> bool:
    own = [one for one in (each.text, each.letter_text) if one]
    return any(
        likeness(one, other, SAME_MATTER) >= SAME_MATTER for one in own for other in wordings
    )


# ---- within papers -------------------------------------------------------------------------------


def _same(made: Proposal, read: Sequence[Read]) -> Iterator[Doubt]:
    """Give the pairs of committees whose decisions have the same text, but for their names.

    Each pair is given once; where they take other positions, only what stands around is the same.
    """
    given: set[frozenset[str]] = set()
    decided = [
        (proposal.responses[0], _paragraphs(paper))
        for paper, proposal in read
        if proposal.kind is PaperKind.COUNCIL_DECISION and len(proposal.responses) == 1
    ]
    for (one, mine), (other, theirs) in combinations(decided, 2):
        pair = frozenset(map(name_key, (one.committee, other.committee)))
        if len(pair) < SEVERAL or pair in given or not (mine and theirs):
            continue
        shared = len(mine & theirs) / max(len(mine), len(theirs))
        if shared >= _SAME and not _differ(made, one.committee, other.committee):
            given.add(pair)
            facts = {"committee": one.committee, "other": other.committee}
            yield _doubt("same_reply", other.place.line, **facts)


def _differ(made: Proposal, first: str, second: str) -> bool:
    """Tell whether two committees answer other recommendations, or one of them otherwise."""
    one, other = (
        {
            (answer.recommendation, answer.position)
            for each in made.responses
            if name_key(each.committee) == name_key(committee)
            for answer in each.answers
            if answer.position is not None
        }
        for committee in (first, second)
    )
    both = {number for number, _ in one} & {number for number, _ in other}
    is_of_others = bool(one and other) and not both
    return is_of_others or any(number in both for number, _ in one ^ other)


def _paragraphs(paper: Paper) -> frozenset[str]:
    return frozenset(
        name_key(" ".join(re.findall(r"\w+", line.text)))
        for line in lines_of(paper)
        if len(line.text) > _LONG
    )


def _drafts(read: Sequence[Read]) -> Iterator[Doubt]:
    """Give which papers of the auditors' own say at their beginning that they are not final."""
    for paper, proposal in read:
        first = lines_of(paper)[:_FIRST_LINES] if proposal.kind in _OF_AUDITORS else ()
        marks = (each for each in first if len(each.text) <= _LONGEST_MARK)
        marked = next((each for each in marks if _NOT_FINAL.search(each.text)), None)
        if marked is not None:
            yield _doubt("draft", marked.place.line, text=marked.text.strip())


def _placeholders(paper: Paper) -> Iterator[Doubt]:
    for line in lines_of(paper):
        if _PLACEHOLDER.match(line.text.strip()):
            yield _doubt("placeholder", line.place.line, text=line.text.strip())
