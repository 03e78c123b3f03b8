"""The lines of a follow-up's report: what it follows up, and what it finds of each earlier one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Basis, VerdictStep
from revtrack.domain.errors import N_, UsageError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.outcome.judging import refusal_of_verdict
from revtrack.domain.outcome.scope import own_verdict
from revtrack.domain.proposals.proposal import Doubt, ProposedRecommendation, ProposedVerdict
from revtrack.domain.records import NewVerdict, Recommendation, Verdict
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.paper import Place
from revtrack.services.changing.editing import refuse_ahead
from revtrack.services.reading_in.about_audit import UNTOLD
from revtrack.services.reading_in.ground import (
    UNCERTAIN,
    Ground,
    held_against,
    is_follow_up,
    refused,
    slug,
    tried,
)
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing
from revtrack.wording import _, sentence
from revtrack.wording.labels import field_label

FOLLOWED, JUDGED_ON = "followed", "followed.judged_on"
BASIS = Basis.DESK
METHOD = N_("reading of the follow-up's report")

NOT_FOUND = N_(
    "RevTrack found no audit in the register that the paper follows up, so what it finds of each "
    "earlier recommendation is not saved. Register that audit with its letter first, or choose it "
    "as the one that the paper is read in into: its follow-up is made then."
)
NO_DAY = N_("The paper does not say its day. Write the day of the verdicts.")
NO_VERDICT = N_("The paper says no clear verdict. Choose one, or leave the line.")
NOT_BEFORE = N_(
    "{audits} has no recommendation like this one, so the verdict on it is not saved. If only the "
    "wording is another, register the verdict in the follow-up afterwards."
)
SEVERAL = N_("Several recommendations of the register are equally like it: {numbers}.")
NOBODY_ASKED = N_("{number} has not been put to any committee, so no verdict is passed on it.")
OTHER_WORDING = N_("The earlier recommendation is worded otherwise: {text}")
OF_SEVERAL = N_(
    "The paper judges it once, but several committees were asked. Accept it for each that it is "
    "true of."
)
OTHER_COMMITTEE = N_("{number} was put to {committee}, and the paper does not name that committee.")


@dataclass(frozen=True)
class Judged:
    """A recommendation to a committee that a follow-up's report tells of."""

    key: str
    proposed: ProposedRecommendation
    case: AuditCase
    line: AddresseeLine
    found: ProposedVerdict | None = None
    """The verdict on this committee; None where the report says none."""
    why: str | None = None
    """Why it is not certain that it is judged, in a sentence."""


def verdict_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give what is followed up, the day of the verdicts, and each verdict with its words."""
    if not ground.followed.cases:
        return
    yield followed_line(ground)
    yield _day(ground)
    judged = judged_in(ground)
    for place, each in enumerate(ground.proposal.recommendations):
        own = [one for one in judged if one.proposed is each]
        yield from (_verdict(ground, one) for one in own)
        if not own and (each.verdict is not None or place in ground.followed_up.met):
            yield _unpaired(ground, place, each)


def unfollowed(ground: Ground) -> Iterator[Doubt]:
    """Give that the register lacks what a report follows up, where it is not found."""
    listed = ground.proposal.recommendations
    if is_follow_up(ground.proposal) and listed and not ground.followed.cases:
        yield Doubt("verdicts_not_saved", NOT_FOUND, listed[0].place.line, {})


def followed_line(ground: Ground) -> ProposalLine:
    """Return the line that says which audits are followed up."""
    found, title = ground.followed, ground.proposal.title
    audits = [each.audit for each in found.cases]
    value = ", ".join(f"{each.reference} {each.title}" for each in audits)
    line = ProposalLine(
        FOLLOWED,
        Group.VERDICTS,
        _("Follows up"),
        value,
        Form.FIXED,
        Standing.NEW,
        title.place if title else Place(""),
        found.confidence,
        reason=found.why,
    )
    if found.is_tied:
        return held_against(line, value)
    if found.refusal is not None:
        return replace(line, standing=Standing.CANNOT, reason=found.refusal)
    return line


def _day(ground: Ground) -> ProposalLine:
    """Return the day of the verdicts: the report's own."""
    found = ground.proposal.report_on
    days = {own.judged_on for each in judged_in(ground) if (own := own_of(ground, each))}
    known = days.pop() if len(days) == 1 else None
    line = ProposalLine(
        JUDGED_ON,
        Group.VERDICTS,
        field_label("verdict", "judged_on"),
        found.value if found else known,
        Form.DAY,
        Standing.NEW,
        found.place if found else Place(""),
        found.confidence if found else UNTOLD,
        reason=_(NO_DAY) if found is None and known is None else None,
        depends_on=(FOLLOWED,),
    )
    line = held_against(line, known)
    return tried(line, partial(_refuse_day, ground, found.value)) if found else line


def _refuse_day(ground: Ground, day: date) -> None:
    """Refuse a day on which no verdict can have been passed on anything that is followed up."""
    refuse_ahead(day, ground.today)
    letters = [sent for case in ground.followed.cases if (sent := case.audit.handed_over_on)]
    if letters and day < min(letters):
        raise UsageError(
            "{day} lies before the letter, which is of {letter}. Check the day.",
            day=day,
            letter=min(letters),
        )


# ---- each verdict --------------------------------------------------------------------------------


def judged_in(ground: Ground) -> tuple[Judged, ...]:
    """Return what a report tells of, as it was put to committees, in the report's order."""
    met = ground.followed_up.met
    return tuple(
        judged
        for place, each in enumerate(ground.proposal.recommendations)
        if place in met
        for judged in _put(ground, each, *ground.recommended_before[met[place]])
    )


def _put(
    ground: Ground, each: ProposedRecommendation, case: AuditCase, known: Recommendation
) -> Iterator[Judged]:
    """Give a recommendation as put to each committee that the report may judge."""
    asked = [one for one in _lines(case) if one.recommendation.id == known.id]
    named = {one.id for one in ground.known(each.committees or ())}
    own = [one for one in asked if one.committee.id in named]
    for one in own or asked:
        facts = {"number": one.number, "committee": one.committee.name}
        why = None
        if not _is_same_wording(each, known):
            why = sentence(OTHER_WORDING, {"text": known.report_text or known.letter_text or ""})
        elif not each.verdicts_apart and len(own or asked) > 1:
            why = _(OF_SEVERAL)
        elif named and not own:
            why = sentence(OTHER_COMMITTEE, facts)
        key = f"verdict.{slug(one.committee.name)}.{each.number}"
        yield Judged(key, each, case, one, _on(ground, each, one), why)


def _on(
    ground: Ground, each: ProposedRecommendation, line: AddresseeLine
) -> ProposedVerdict | None:
    """Return the verdict that a report passes on a committee: apart from the others, or on all."""
    for found in each.verdicts_apart:
        if line.committee.id in {one.id for one in ground.known(found.committees)}:
            return found
    return None if each.verdicts_apart else each.verdict


def _lines(case: AuditCase) -> Sequence[AddresseeLine]:
    """Return what was asked; of what was split after the letter, the parts beside the whole."""
    lines = (each for line in addressee_lines(case) for each in (line, *line.parts))
    return [each for each in lines if each.addressee.asked]


def _is_same_wording(each: ProposedRecommendation, known: Recommendation) -> bool:
    mine = [one for one in (each.text, each.letter_text) if one]
    theirs = [one for one in (known.report_text, known.letter_text) if one]
    return any(likeness(one, other, SAME_MATTER) >= SAME_MATTER for one in mine for other in theirs)


def own_of(ground: Ground, judged: Judged) -> Verdict | None:
    """Return the verdict that the register has of this follow-up."""
    return own_verdict(judged.case, judged.line, ground.case.audit) if ground.case else None


def _verdict(ground: Ground, judged: Judged) -> ProposalLine:
    each, found = judged.proposed, judged.found
    line = ProposalLine(
        judged.key,
        Group.VERDICTS,
        sentence(
            N_("Verdict on {number}, {committee}"),
            {"number": judged.line.number, "committee": judged.line.committee.name},
        ),
        found.verdict if found else None,
        Form.VERDICT,
        Standing.NEW,
        found.place if found else each.place,
        min(found.confidence if found else UNTOLD, UNCERTAIN if judged.why else 1.0),
        quote=found.phrase if found else None,
        reason=judged.why,
        asked=judged.case.wording_in_letter(judged.line.recommendation),
        depends_on=(FOLLOWED, JUDGED_ON),
    )
    line = replace(line, confidence=min(line.confidence, ground.followed.confidence))
    own = own_of(ground, judged)
    if found is None:
        return replace(refused(line, NO_VERDICT), registered=own.verdict if own else None)
    return tried(held_against(line, own.verdict if own else None), partial(_refuse, ground, judged))


def _refuse(ground: Ground, judged: Judged) -> None:
    """Raise why no verdict can be passed, whatever may be wrong with the paper's day."""
    said, letter = ground.proposal.report_on, judged.case.audit.handed_over_on
    is_possible = said is not None and letter is not None and letter <= said.value <= ground.today
    new = NewVerdict(
        addressee_id=judged.line.addressee.id,
        verdict=VerdictStep.NOT_ASSESSABLE,
        basis=BASIS,
        method=METHOD,
        judged_on=said.value if said and is_possible else ground.today,
    )
    follow_up = ground.case.audit if ground.case else None
    refusal = refusal_of_verdict(judged.case, judged.line, new, follow_up, ground.today)
    if refusal is not None:
        raise refusal


def _unpaired(ground: Ground, place: int, each: ProposedRecommendation) -> ProposalLine:
    """Return the line of a verdict of which nobody can tell what it is on, with the reason."""
    found, met = each.verdict, ground.followed_up.met
    line = ProposalLine(
        f"verdict.{each.number}",
        Group.VERDICTS,
        _("Verdict on recommendation {number}").format(number=each.number),
        found.verdict if found else None,
        Form.FIXED,
        Standing.CANNOT,
        found.place if found else each.place,
        found.confidence if found else UNTOLD,
        quote=found.phrase if found else None,
    )
    before = ground.recommended_before
    if place in met:
        case, known = before[met[place]]
        return refused(line, NOBODY_ASKED, number=case.number_of(known))
    rivals = ground.followed_up.unsure.get(place)
    if rivals:
        pairs = (before[one] for one in rivals)
        return refused(line, SEVERAL, numbers=", ".join(case.number_of(one) for case, one in pairs))
    audits = ", ".join(case.audit.reference for case in ground.followed.cases)
    return refused(line, NOT_BEFORE, audits=audits)
