"""A compilation of replies: what each committee answered, put together by the auditors.

Each committee's part is read as if it were its reply: the lines below its name, or its rows of the
table. When and how it replied stands beside its name, or in a sentence that tells it of several.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from revtrack.domain.codes import ResponseKind
from revtrack.domain.errors import N_
from revtrack.domain.proposals.answering.answers import answers_in
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.committees.bodies import PaperBodies, bodies_of, display_name
from revtrack.domain.proposals.compiled_given import given_to, the_same
from revtrack.domain.proposals.compiled_legend import written_out
from revtrack.domain.proposals.compiled_names import Names
from revtrack.domain.proposals.compiled_part import Part
from revtrack.domain.proposals.compiled_parts import Parts
from revtrack.domain.proposals.compiled_tables import CompiledTables
from revtrack.domain.proposals.papers.kind_titles import COMPILED
from revtrack.domain.proposals.papers.minutes import diary_number_of, matter_of, names_extract
from revtrack.domain.proposals.proposal import (
    Doubt,
    Proposal,
    ProposedAnswer,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.proposals.recommending.recommended import ECHO
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.paper import Line, Paper, Place, Table, quote_of

_HEAD = 12
"""Among so many first lines the paper calls itself a compilation."""
_LONGEST_TITLE = 160
_TELLS_SO = re.compile(
    r"(?:den här |denna )?sammanställning(?:en)? (?:av svaren )?(?:är (?:gjord|upprättad|framtagen)"
    r"|har (?:gjorts|upprättats|tagits fram)|återger|omfattar|innehåller)\b",
    re.IGNORECASE,
)
"""How the text of a compilation begins that its title does not call one."""
_BEHIND = re.compile(
    r"(?<=[^\W\d])\s(?:Nämnden|Styrelsen|Bolaget|Direktionen|Förvaltningen|[A-ZÅÄÖ]\w+styrelsen)\s"
    r"(?:instämmer|delar|avser|kommer|ställer|anser|accepterar|godtar|avvisar)\b.*$",
    re.DOTALL,
)
"""What a committee says, where it stands behind what was recommended with no stop between."""
_IS_DONE = re.compile(
    r"(?:(?:delvis|helt|redan|är)\s)*(?:uppfyll|genomför|åtgärda|inför)[dt]{1,2}\b[^.]{0,20}\.$",
    re.IGNORECASE,
)
"""A sentence that but tells that something is done: "Uppfyllt."."""
_UNANSWERED = re.compile(r"^(?:besvaras|har inte besvarats|saknar svar)\b", re.IGNORECASE)
"""How a line begins that tells which recommendations nobody has answered."""

_THINKS = re.compile(
    r"(?:instäm|mena|ans[ea]|dela|håll|accept|avvis|godta|(?:till|av)styrk)", re.IGNORECASE
)
"""How a text begins that tells what somebody thinks of a recommendation."""
_VIEW = re.compile(
    r"^(?:dela|avvisa)\b(?=\s(?:\w+\s){0,2}(?:bedömning|uppfattning|rekommend|synen))",
    re.IGNORECASE,
)
"""A verb of what is thought, as it is when "nämnden" before it was left out."""
NO_REPLY, OPEN, UNREAD = "no_reply_told", "reply_left_open", "answer_not_read"
_SAYS = {
    NO_REPLY: N_("The paper tells of no reply of {committee}."),
    OPEN: N_("The paper leaves open what {committee} answers to recommendation {number}."),
    UNREAD: N_(
        "RevTrack cannot tell what {committee} answers to recommendation {number}: “{text}”."
    ),
}
_OF_FACT = re.compile(
    r"(?:(?:nämndens|styrelsens|vårt|ert)\s)?(?:d(?:iarie)?nr|diarienummer|ärendenummer|\w*beslut"
    r"|paragraf|sammanträde|protokoll|inkom|svarsdatum)\W*",
    re.IGNORECASE,
)
"""What a row of a table is called that says when and how each replied."""
_WHEN = re.compile(r"§\s?\d|\d{4}-\d\d-\d\d")


def is_compilation(paper: Paper) -> bool:
    """Tell whether a paper calls itself a compilation of replies."""
    first = [each for each in paper.blocks if isinstance(each, Line)][:_HEAD]
    is_titled = any(len(e.text) < _LONGEST_TITLE and COMPILED.search(e.text) for e in first)
    return is_titled or any(_TELLS_SO.match(each.text) for each in first)


def is_of_minutes(paper: Paper) -> bool:
    """Tell whether a paper is minutes of a meeting, which may decide on several replies."""
    first = [each for each in paper.blocks if isinstance(each, Line)][:_HEAD]
    heads = (*(each.text for each in first), *paper.headers)
    return any(map(matter_of, first)) or any(map(names_extract, heads))


def is_of_several(made: Proposal) -> bool:
    """Tell whether a compilation gives several committees' replies, or tells that some lack."""
    lacking = {each.facts["committee"] for each in made.doubts if each.code in _SAYS}
    return bool(lacking) or len({each.committee for each in made.responses}) > 1


def with_replies(made: Proposal, paper: Paper, committees: Sequence[Committee] = ()) -> Proposal:
    """Return what a compilation proposes as a list, with the replies that it puts together."""
    paper = written_out(paper)
    bodies = bodies_of(paper, committees)
    told = (replace(each, text=_BEHIND.sub("", each.text or "")) for each in made.recommendations)
    given = [each for each in told if _is_given(each.text or "", bodies)]
    given += _in_tables(paper, bodies, given)
    made = replace(made, recommendations=_joined(given))
    parts = Parts(bodies, made.recommendations).of(paper)
    above = zip(parts, (None, *parts), strict=False)
    responses = [_response(part, before, made.recommendations) for part, before in above]
    left = [
        _left_open(part, response.answers if response else (), made.recommendations)
        for part, response in zip(parts, responses, strict=True)
    ]
    paired = _paired(parts, responses)
    unsure = {number for each in left for number in each}
    recommendations = tuple(
        each if each.number in unsure else _of_those(each, paired.get(each.number, ()))
        for each in made.recommendations
    )
    return replace(
        made,
        recommendations=recommendations,
        responses=tuple(each for each in responses if each is not None),
        doubts=(*made.doubts, *_doubts(parts, responses, left)),
    )


# ---- what each has answered --------------------------------------------------------------------


def _response(
    part: Part, above: Part | None, recommendations: Sequence[ProposedRecommendation]
) -> ProposedResponse | None:
    asked = given_to(part, recommendations) or the_same(part, above, recommendations)
    is_of_others = not asked and bool(recommendations)
    asked = asked or [*recommendations]
    day = part.decided_on.value if part.decided_on else None
    said = [] if part.is_silent else [*_said(part.blocks, asked, day)]
    for each, row in part.answers:
        said += _said([row], [each], day)
    answers = _each_once(each for each in said if each.position or each.progress)
    is_told = part.is_told and not (part.is_silent or (part.is_hinted and is_of_others))
    if not (answers or is_told):
        return None
    left = _left_open(part, answers, recommendations)
    is_decided = part.decided_on is not None or part.paragraph is not None
    return ProposedResponse(
        committee=display_name(part.committee),
        kind=ResponseKind.DECISION if is_decided else ResponseKind.STATEMENT,
        place=part.place,
        diary_number=part.diary_number,
        paragraph=part.paragraph,
        received_on=part.received_on,
        decided_on=part.decided_on,
        answers=answers,
        left_open=tuple(number for number in left if not part.unread(number)),
        confidence=0.8,
    )


def _left_open(
    part: Part,
    answers: Sequence[ProposedAnswer],
    recommendations: Sequence[ProposedRecommendation],
) -> dict[str, Place]:
    """Return where the paper has room for answers that are not read there, by number."""
    answered = {each.recommendation for each in answers}
    others = {
        each.number
        for each in recommendations
        if each.committees and display_name(part.committee) not in each.committees
    }
    return {n: place for n, place in part.asked.items() if n not in answered | others}


def _doubts(
    parts: Sequence[Part],
    responses: Sequence[ProposedResponse | None],
    left: Sequence[Mapping[str, Place]],
) -> Iterator[Doubt]:
    """Give whose replies the paper tells nothing of, and to which recommendations."""
    for part, response, places in zip(parts, responses, left, strict=True):
        facts: dict[str, object] = {"committee": display_name(part.committee)}
        unread = {number: text for number in places if (text := part.unread(number))}
        is_open = places and not unread and not (response and response.answers)
        if part.silent_at or is_open:
            place = part.silent_at or part.place
            yield Doubt(NO_REPLY, _SAYS[NO_REPLY], place.line, facts)
            continue
        for number, place in places.items():
            code, text = (UNREAD if number in unread else OPEN), quote_of(unread.get(number, ""))
            told = {**facts, "number": number} | ({"text": text} if text else {})
            yield Doubt(code, _SAYS[code], place.line, told)


def _paired(
    parts: Sequence[Part], responses: Sequence[ProposedResponse | None]
) -> dict[str, tuple[str, ...]]:
    """Return whose answers the paper has room for below or beside each recommendation."""
    found: dict[str, tuple[str, ...]] = {}
    for part, response in zip(parts, responses, strict=True):
        answers = response.answers if response else ()
        for number in dict.fromkeys((*part.asked, *(each.recommendation for each in answers))):
            found[number] = (*found.get(number, ()), display_name(part.committee))
    return found


def _of_those(each: ProposedRecommendation, answering: Sequence[str]) -> ProposedRecommendation:
    """Return a recommendation as one to all who answer it, besides those it is told to go to."""
    whom = tuple(dict.fromkeys((*(each.committees or ()), *answering)))
    if whom == (each.committees or ()):
        return each
    return replace(each, committees=whom, committees_certain=False)


def _said(
    blocks: Sequence[Line | Table],
    asked: Iterable[ProposedRecommendation],
    day: date | None,
) -> tuple[ProposedAnswer, ...]:
    given = tuple(Asked(each.number, (each.text,)) for each in asked if each.text)
    return answers_in(Paper(tuple(blocks)), given, day) if blocks and given else ()


def _each_once(said: Iterable[ProposedAnswer]) -> tuple[ProposedAnswer, ...]:
    """Return one answer to each recommendation: the surest of what is said of it."""
    kept: dict[str, ProposedAnswer] = {}
    for each in said:
        known = kept.get(each.recommendation)
        if known is None or known.confidence < each.confidence:
            kept[each.recommendation] = each
    return tuple(kept.values())


def _joined(found: Sequence[ProposedRecommendation]) -> tuple[ProposedRecommendation, ...]:
    """Return each recommendation once, with all whose rows repeat its words."""
    kept: list[ProposedRecommendation] = []
    for each in found:
        at = next((n for n, one in enumerate(kept) if _is_same(one, each)), None)
        if at is None:
            kept.append(each)
        elif each.committees:
            both = dict.fromkeys((*(kept[at].committees or ()), *each.committees))
            kept[at] = replace(kept[at], committees=tuple(both))
    if len(kept) == len(found):
        return tuple(kept)
    return tuple(replace(each, number=str(n)) for n, each in enumerate(kept, start=1))


def _in_tables(
    paper: Paper, bodies: PaperBodies, given: Sequence[ProposedRecommendation]
) -> list[ProposedRecommendation]:
    """Return what the tables recommend of which none is given, numbered after those given."""
    tables = CompiledTables(Names(bodies, given))
    known = {each.place for each in given}
    found = [
        each
        for table in paper.blocks
        if isinstance(table, Table) and not any(row.place in known for row in table.rows)
        for each in tables.given_in(table)
        if not any(_is_same(each, other) for other in given)
    ]
    return [replace(each, number=str(n)) for n, each in enumerate(found, start=len(given) + 1)]


def _is_given(text: str, bodies: PaperBodies) -> bool:
    """Tell whether a text of a list is recommended, and neither an answer nor when one came."""
    return not (_UNANSWERED.match(text) or _is_answer(text) or _tells_when(text, bodies))


def _tells_when(text: str, bodies: PaperBodies) -> bool:
    """Tell whether a text that stands in a list says when a committee replied: "SN, § 12"."""
    if diary_number_of(text) == text.strip() or _OF_FACT.fullmatch(text.strip()):
        return True
    said = bodies.mentions(text)
    is_first = bool(said) and said[0].start == 0
    return is_first and _WHEN.search(text) is not None and not begins_with_demand(text)


def _is_answer(text: str) -> bool:
    """Tell whether a text that a number stands before is an answer, and nothing to be done."""
    first = next(iter(sentences(text)), text)
    first = _VIEW.sub(lambda match: f"Nämnden {match[0].casefold()}r", first)
    is_thought = _THINKS.match(first) is not None or not begins_with_demand(first)
    is_told = position_of(first) is not None or _IS_DONE.match(first) is not None
    return is_thought and is_told


def _is_same(one: ProposedRecommendation, other: ProposedRecommendation) -> bool:
    return likeness(one.text or "", other.text or "", ECHO) >= ECHO
