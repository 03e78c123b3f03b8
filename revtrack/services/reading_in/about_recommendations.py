"""The lines of a paper about what is recommended, and to whom, in the report and in the letter."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import filterfalse

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import PaperKind, Relation, RestatementSource
from revtrack.domain.errors import N_
from revtrack.domain.names.recipient_words import resolve_recipients
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.records import Recommendation, Restatement
from revtrack.domain.texts.paper import Place
from revtrack.domain.texts.wordings import is_same_wording
from revtrack.services.reading_in.about_audit import unknown
from revtrack.services.reading_in.ground import (
    UNCERTAIN,
    Ground,
    beside_another,
    held_against,
    refused,
)
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing
from revtrack.wording import _, sentence

SEVERAL = N_("Several recommendations of the register are equally like it: {numbers}.")
FOR_NOBODY = N_("The paper does not say whom it is for. Name the committees.")
MAYBE_EARLIER = N_(
    "A follow-up also lists what was recommended before. Accept this only if it is new."
)
NOT_WRITTEN_TO = N_("The letter does not go to any of those that the report names: {names}.")
ISSUED_WITHOUT = N_("The letter is registered without it.")
ISSUED_WITH = N_("The letter is registered with it.")


def recommendation_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give what is recommended; a reply only restates it."""
    if not ground.is_of_audit:
        return
    own = enumerate(ground.proposal.recommendations)
    for place, each in filterfalse(lambda pair: ground.is_recommended_before(pair[0]), own):
        known = ground.recommendation_of(place)
        line = _line(ground, each, known)
        if place in ground.recommendations.unsure:
            yield refused(line, SEVERAL, numbers=_numbers(ground, place))
            continue
        yield _held(ground, line, each, known)
        if known is not None and is_new_in_report(each, known):
            yield _in_report(line)
        if each.text is not None or known is None:
            yield from _committees(ground, line, each, known)
        is_alone = each.text is None
        for said in _in_letter(ground, line, each, known):
            if not ((is_alone or is_as_in_report(each)) and _says_nothing(said, known)):
                yield said
        for whom in _letter_committees(ground, line, each, known):
            is_same = set(each.committees or ()) == set(each.letter_committees or ())
            if not ((is_alone or is_same) and _says_nothing(whom, known)):
                yield whom
    yield from _by_letter_alone(ground)


def is_as_in_report(each: ProposedRecommendation) -> bool:
    """Tell whether the letter words a recommendation as the report does."""
    both = each.text is not None and each.letter_text is not None
    return both and is_same_wording(each.text or "", each.letter_text or "")


def _says_nothing(line: ProposalLine, known: Recommendation | None) -> bool:
    """Tell whether a line of the letter, which is as the report, need not be shown."""
    return line.standing is Standing.SAME or (known is None and line.standing is Standing.NEW)


def _line(
    ground: Ground, each: ProposedRecommendation, known: Recommendation | None
) -> ProposalLine:
    number = ground.case.number_of(known) if ground.case and known else each.number
    key = f"recommendation.{each.number}"
    return ProposalLine(
        key,
        Group.RECOMMENDATIONS,
        _("Recommendation {number}").format(number=number),
        each.text or each.letter_text,
        Form.TEXT,
        Standing.NEW,
        each.place,
        each.confidence,
        depends_on=() if known else (f"{key}.committees",),
    )


def _numbers(ground: Ground, place: int) -> str:
    case = ground.case
    rivals = ground.recommendations.unsure[place]
    return ", ".join(case.number_of(case.recommendations[each]) for each in rivals) if case else ""


def _held(
    ground: Ground,
    line: ProposalLine,
    each: ProposedRecommendation,
    known: Recommendation | None,
) -> ProposalLine:
    """Return the line beside the report's wording; what only a letter says is known by any."""
    if known is None:
        other = ground.other_recommendation(each)
        if other is not None:
            return beside_another(line, other.report_text or other.letter_text or "")
        if PaperKind.FOLLOW_UP_REPORT not in ground.kinds:
            return line
        unsure = min(line.confidence, UNCERTAIN)
        return replace(line, confidence=unsure, reason=_(MAYBE_EARLIER))
    if each.text is not None and not is_new_in_report(each, known):
        return held_against(line, known.report_text)
    registered = known.report_text or known.letter_text
    return replace(line, standing=Standing.SAME, registered=registered)


def is_new_in_report(each: ProposedRecommendation, known: Recommendation) -> bool:
    """Tell whether the register has a recommendation by the letter alone, and this is a report."""
    return each.text is not None and known.report_text is None


def _in_report(line: ProposalLine) -> ProposalLine:
    """Return the line of the report's wording, beside that of a recommendation that is known."""
    return replace(
        line,
        key=f"{line.key}.report",
        label=_("{recommendation}, in the report").format(recommendation=line.label),
        depends_on=(line.key,),
    )


def _named(ground: Ground, line: ProposalLine, names: tuple[str, ...]) -> ProposalLine:
    """Return a line of committees, by the names of the register; refused where it lacks one."""
    strange = ground.unknown(names)
    if strange:
        return unknown(ground, replace(line, value=names), strange)
    return replace(line, value=tuple(each.name for each in ground.known(names)))


def _committees(
    ground: Ground,
    line: ProposalLine,
    each: ProposedRecommendation,
    known: Recommendation | None,
) -> Iterator[ProposalLine]:
    """Give whom the report addresses; of what stands in a letter alone, whom that does."""
    names = each.committees if each.text is not None else each.letter_committees
    names = names or each.letter_committees or ()
    whom = replace(
        line,
        key=f"{line.key}.committees",
        label=_("{recommendation}, recipients").format(recommendation=line.label),
        value=names,
        form=Form.COMMITTEES,
        confidence=line.confidence if each.committees_certain else UNCERTAIN,
        depends_on=(line.key,),
    )
    if not names:
        if known is None:
            yield refused(whom, FOR_NOBODY)
        return
    named = _named(ground, whom, names)
    if named.standing is Standing.CANNOT or known is None or ground.case is None:
        yield named
    else:
        yield held_against(named, report_recipients(ground.case, known))


def report_recipients(case: AuditCase, recommendation: Recommendation) -> tuple[str, ...]:
    """Return whom the report addresses: all recipients, where nothing says otherwise."""
    row = report_restatement(case, recommendation)
    if row is None or row.recipients is None:
        return tuple(each.name for each in case.committees_of(recommendation.id))
    named = resolve_recipients(row.recipients, case.committees, case.committees)
    return tuple(each.name for each in named.committees)


def report_restatement(case: AuditCase, recommendation: Recommendation) -> Restatement | None:
    """Return what is kept of the report's own recipients, where the letter names others besides."""
    return next(
        (
            each
            for each in case.restatements
            if each.recommendation_id == recommendation.id
            and each.source is RestatementSource.REPORT_CHAPTER
            and each.committee_id is None
            and each.recipients is not None
        ),
        None,
    )


# ---- in the letter -------------------------------------------------------------------------------


def _in_letter(
    ground: Ground,
    line: ProposalLine,
    each: ProposedRecommendation,
    known: Recommendation | None,
) -> Iterator[ProposalLine]:
    """Give the letter's wording, or that it leaves the recommendation out."""
    said = replace(
        line,
        key=f"{line.key}.letter",
        label=_("{recommendation}, in the letter").format(recommendation=line.label),
        value=each.letter_text,
        place=each.letter_place or each.place,
        depends_on=(line.key,),
    )
    if each.letter_text is None:
        if ground.has_letter and ground.lists_in_letter:
            yield _left_out(ground, said, known)
    elif each.text is not None or known is not None:
        is_issued = ground.is_handed_over and known is not None
        if is_issued and known is not None and known.number_in_letter is None:
            yield refused(said, ISSUED_WITHOUT)
        else:
            yield held_against(said, _letter_wording(ground, known))


def _letter_wording(ground: Ground, known: Recommendation | None) -> str | None:
    if known is None or ground.case is None:
        return None
    return ground.case.wording_in_letter(known) if ground.is_handed_over else known.letter_text


def _left_out(ground: Ground, line: ProposalLine, known: Recommendation | None) -> ProposalLine:
    """Return the line that says that the letter leaves a recommendation out."""
    said = _("is not in the letter")
    line = replace(line, value=said, form=Form.FIXED)
    if known is not None and known.relation is Relation.OMITTED:
        return replace(line, standing=Standing.SAME, registered=said)
    if known is not None and ground.is_handed_over:
        return refused(line, ISSUED_WITH)
    return line


def _letter_committees(
    ground: Ground,
    line: ProposalLine,
    each: ProposedRecommendation,
    known: Recommendation | None,
) -> Iterator[ProposalLine]:
    """Give whom the letter addresses, where the report has the recommendation as well."""
    names = each.letter_committees
    if not names or (each.text is None and known is None):
        return
    whom = replace(
        line,
        key=f"{line.key}.letter_committees",
        label=_("{recommendation}, recipients in the letter").format(recommendation=line.label),
        form=Form.COMMITTEES,
        place=each.letter_place or each.place,
        confidence=line.confidence if each.committees_certain else UNCERTAIN,
        depends_on=(line.key,),
    )
    named = _named(ground, whom, names)
    if named.standing is Standing.CANNOT or known is None or ground.case is None:
        yield named
        return
    asked = ground.case.committees_of(known.id, asked_only=True)
    is_planned = any(one.asked for one in ground.case.addressees if one.asked is not None)
    is_told = ground.is_handed_over or is_planned
    held = held_against(named, tuple(one.name for one in asked) if asked else None)
    is_new = held.standing is Standing.DIFFERS and not is_told
    yield replace(held, standing=Standing.NEW) if is_new else held


def _by_letter_alone(ground: Ground) -> Iterator[ProposalLine]:
    """Give what a letter, read by itself, makes of what the register has and it does not list."""
    case = ground.case
    if case is None or ground.is_handed_over or ground.kinds != {PaperKind.COVER_LETTER}:
        return
    yield from _omitted(ground, case) if ground.lists_in_letter else _upheld(ground, case)


def _omitted(ground: Ground, case: AuditCase) -> Iterator[ProposalLine]:
    """Give what a letter that lists some of it leaves out."""
    met = set(ground.recommendations.met.values())
    rivals = {one for each in ground.recommendations.unsure.values() for one in each}
    for place, known in enumerate(case.recommendations):
        if place in met | rivals:
            continue
        number = case.number_of(known)
        line = ProposalLine(
            f"omitted.{number}",
            Group.RECOMMENDATIONS,
            _("Recommendation {number}").format(number=number),
            None,
            Form.FIXED,
            Standing.NEW,
            _place_of_letter(ground),
        )
        yield _left_out(ground, line, known)


def _upheld(ground: Ground, case: AuditCase) -> Iterator[ProposalLine]:
    """Give whom a letter that lists nothing asks, where it does not go to all of the report's."""
    written_to = {each.id for each in ground.known(_written_to(ground))}
    whose = [(each, case.committees_of(each.id, asked_only=True)) for each in case.recommendations]
    if not any(one.id in written_to for _each, whom in whose for one in whom):
        return
    for known, whom in whose:
        asked = tuple(each.name for each in whom if each.id in written_to)
        if len(asked) == len(whom):
            continue
        said = _("Recommendation {number}").format(number=case.number_of(known))
        line = ProposalLine(
            f"upheld.{case.number_of(known)}",
            Group.RECOMMENDATIONS,
            _("{recommendation}, recipients in the letter").format(recommendation=said),
            asked,
            Form.FIXED,
            Standing.NEW,
            _place_of_letter(ground),
        )
        if asked:
            yield line
            continue
        names = ", ".join(each.name for each in whom)
        line = replace(line, key=f"omitted.{case.number_of(known)}", label=said)
        reason = sentence(NOT_WRITTEN_TO, {"names": names})
        yield replace(_left_out(ground, line, known), reason=reason)


def _written_to(ground: Ground) -> Iterator[str]:
    """Give the names of those that a letter is written to, or asks for a reply by a day."""
    for found in ground.proposal.committees:
        yield found.value
    for each in ground.proposal.due_days:
        yield each.committee


def _place_of_letter(ground: Ground) -> Place:
    found = ground.proposal.letter_on
    return found.place if found else Place("")
