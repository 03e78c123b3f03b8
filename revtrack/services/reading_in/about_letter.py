"""The lines of a paper about the cover letter itself, and about more time for replies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision, Relation, Role
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.proposals.proposal import Found, ProposedDueDay, ProposedExtension
from revtrack.domain.records import Committee, Extension, NewExtension, ReplyCase
from revtrack.domain.texts.paper import Place
from revtrack.services.reading_in.about_audit import UNTOLD, unknown
from revtrack.services.reading_in.ground import Ground, refused, slug, tried
from revtrack.services.reading_in.lines import Form, Group, ProposalLine, Standing, Value
from revtrack.services.registering.hand_over import refuse_unsent
from revtrack.services.replies.extensions import planned_extension
from revtrack.wording import _, sentence
from revtrack.wording.labels import field_label

LETTER_ON, DUE_ON = "letter.letter_on", "letter.due_on"
NO_DAY = N_("The letter has no day that can be told. Write it.")
NO_DUE_DAY = N_("No day to reply by can be told. Without one no reply is asked for.")
SEVERAL_DAYS = frozenset(("several_due_days", "due_day_of_some"))
"""The doubts that tell that not all are to reply by the same day."""
OTHER_DAY = frozenset(("other_due_day",))
"""The doubt that tells that papers of one file give different days."""
TWO_DAYS = N_("The letter asks {committee} for its reply by different days: {days}.")
REGISTERED = N_("The letter is registered as of {letter}; its days are not changed.")
NOT_AFTER = N_("{day} does not lie after the letter's own day, {letter_on}. Correct the wrong one.")
NO_LETTER = N_(
    "The letter is not registered as sent, so it cannot be answered yet. Read the letter, and "
    "accept its day (letter.letter_on) and the days to reply by (letter.due_on), also where they "
    "are not sure; correct them where they are wrong."
)
NO_AUDIT = N_("The audit that this answers is not chosen yet. Choose it first.")
UPHOLDING = N_(
    "The letter lists no recommendations, so those of the report are put forward as they stand."
)
NOT_ASKED = N_("The letter does not go to {committee}.")


def letter_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give the letter's own day, and the day that replies are to come by."""
    if not ground.has_letter:
        return
    proposal, case = ground.proposal, ground.case
    own = due_days_of(proposal.due_days)
    said = _("Replies due, the others") if own else _("Replies due")
    if own and _has_each_its_own(ground):
        said = _("Replies due, the last of the days")
    sent = _day(LETTER_ON, _("Letter dated"), proposal.letter_on, DUE_ON)
    due = _day(DUE_ON, said, proposal.due_on, LETTER_ON)
    if case is not None and case.is_handed_over:
        yield from (
            _issued(case, sent, case.audit.handed_over_on),
            _issued(case, due, _due_day_beside(case, due.value)),
        )
        yield from (_own_due_day(ground, key, days) for key, days in own.items())
        return
    found = proposal.letter_on
    rule = partial(refuse_unsent, found.value, ground.today) if found else None
    own_lines = [_own_due_day(ground, key, days) for key, days in own.items()]
    unsure = (e.key for e in own_lines if e.standing is Standing.NEW and not e.is_sure)
    sent = replace(sent, depends_on=(*sent.depends_on, *unsure))
    yield _upholding(ground, tried(sent, rule) if rule else refused(sent, NO_DAY))
    yield _due_day_for_all(ground, due, own_lines)
    yield from own_lines


def _upholding(ground: Ground, line: ProposalLine) -> ProposalLine:
    """Return the letter's own line; where it lists nothing, with what it puts forward by that."""
    known = ground.case.recommendations if ground.case else ()
    has_any = bool(ground.proposal.recommendations or known)
    if line.reason or ground.lists_in_letter or not has_any:
        return line
    return replace(line, reason=_(UPHOLDING))


def _due_day_for_all(
    ground: Ground, due: ProposalLine, own: Sequence[ProposalLine]
) -> ProposalLine:
    """Return the day for all, or all others; for a person to judge where it may be another."""
    if due.value is None:
        return replace(refused(due, NO_DUE_DAY), standing=Standing.NEW, confidence=UNTOLD)
    codes = OTHER_DAY if _are_all_told(ground, due, own) else OTHER_DAY | SEVERAL_DAYS
    several = next((each for each in ground.proposal.doubts if each.code in codes), None)
    if several is not None:
        due = _unsure(due, several.message, several.facts)
    return _after_letter(ground, due)


def _are_all_told(ground: Ground, due: ProposalLine, own: Sequence[ProposalLine]) -> bool:
    """Tell whether each committee that the letter goes to has one sure day of its own in it."""
    return (
        all(each.is_sure for each in own)
        and due.value in {each.value for each in own}
        and not ground.unknown(_named(ground))
        and _has_each_its_own(ground)
    )


def _has_each_its_own(ground: Ground) -> bool:
    """Tell whether the letter gives a day to each of those that it goes to, and no other day."""
    due, days = ground.proposal.due_on, {each.due_on for each in ground.proposal.due_days}
    if due is not None and due.value not in days:
        return False
    asked = {slug(name) for name in ground.unknown(_named(ground))}
    asked |= {slug(each.name) for each in ground.known(_named(ground))}
    asked |= {slug(each.name) for each in asked_by_letter(ground.case)} if ground.case else set()
    told = {each.committee for each in ground.proposal.due_days}
    known = [ground.committee(name) for name in told]
    names = {slug(each.name) for each in known if each}
    return asked == names | {slug(name) for name in ground.unknown(told)}


def _named(ground: Ground) -> list[str]:
    """Return the names of those that the letter goes to, or recommends something to."""
    proposal = ground.proposal
    named = [each.value for each in proposal.committees]
    return named + [
        name for one in proposal.recommendations for name in one.letter_committees or ()
    ]


def _after_letter(ground: Ground, line: ProposalLine) -> ProposalLine:
    """Return a day to reply by; for a person to judge where it does not lie after the letter's."""
    sent = ground.proposal.letter_on
    if sent is None or not isinstance(line.value, date) or line.value > sent.value:
        return line
    return _unsure(line, NOT_AFTER, {"day": line.value, "letter_on": sent.value})


def _unsure(line: ProposalLine, message: str, facts: Mapping[str, object]) -> ProposalLine:
    """Return a line that a person has to look at, with the reason."""
    unsure = min(line.confidence, UNTOLD)
    return replace(line, confidence=unsure, reason=sentence(message, dict(facts)))


def asked_by_letter(case: AuditCase) -> tuple[Committee, ...]:
    """Return those that the letter is written to, or asks about any of its recommendations."""
    in_letter = {each.id for each in case.recommendations if each.relation is not Relation.OMITTED}
    asked = [
        each.committee_id
        for each in case.addressees
        if each.recommendation_id in in_letter and each.asked is not False
    ]
    written = [each.committee_id for each in case.audit_committees if each.role is Role.RECIPIENT]
    return case.in_order([*asked, *written])


def due_days_of(found: Sequence[ProposedDueDay]) -> Mapping[str, Sequence[ProposedDueDay]]:
    """Return each committee's own days by the key of its line: ``letter.due_on.socialnämnden``."""
    days: dict[str, list[ProposedDueDay]] = {}
    for each in sorted(found, key=lambda one: one.due_on, reverse=True):
        days.setdefault(f"{DUE_ON}.{slug(each.committee)}", []).append(each)
    return days


def _own_due_day(ground: Ground, key: str, days: Sequence[ProposedDueDay]) -> ProposalLine:
    """Return one committee's own day to reply by; for a person to judge where it has several."""
    each = days[0]
    line = ProposalLine(
        key,
        Group.LETTER,
        _("Replies due, {committee}").format(committee=each.committee),
        each.due_on,
        Form.DAY,
        Standing.NEW,
        each.place,
        each.confidence,
    )
    if len({one.due_on for one in days}) > 1:
        told = ", ".join(sorted({one.due_on.isoformat() for one in days}))
        line = _unsure(line, TWO_DAYS, {"committee": each.committee, "days": told})
    line = needing_letter(ground, _after_letter(ground, line), each.committee)
    reply_case = reply_case_of(ground, each.committee)
    if ground.case is None or reply_case is None:
        return line
    return _issued(ground.case, line, reply_case.due_on)


def _day(key: str, label: str, found: Found[date] | None, other: str) -> ProposalLine:
    return ProposalLine(
        key,
        Group.LETTER,
        label,
        found.value if found else None,
        Form.DAY,
        Standing.NEW,
        found.place if found else Place(""),
        found.confidence if found else UNTOLD,
        depends_on=(other,),
    )


def _due_day_beside(case: AuditCase, day: Value) -> date | None:
    """Return this day where any reply was asked for by it, else the day that most were."""
    days = [each.due_on for each in case.reply_cases if each.due_on]
    return max(days, key=lambda each: (each == day, days.count(each)), default=None)


def _issued(case: AuditCase, line: ProposalLine, registered: date | None) -> ProposalLine:
    """Return a day of the letter beside the one that was registered with it, which stays."""
    if line.value is None or line.value == registered:
        return replace(line, standing=Standing.SAME, registered=registered)
    told = refused(line, REGISTERED, letter=case.audit.handed_over_on)
    return replace(told, registered=registered)


# ---- more time -----------------------------------------------------------------------------------


def extension_lines(ground: Ground) -> Iterator[ProposalLine]:
    """Give the committees that were given more time, or ask for it, each with its day."""
    for each in ground.proposal.extensions:
        is_asked = each.decision is ExtensionDecision.REQUESTED
        said = N_("More time asked for, {committee}") if is_asked else N_("More time, {committee}")
        line = ProposalLine(
            extension_key(each),
            Group.EXTENSIONS,
            sentence(said, {"committee": each.committee}),
            each.due_on,
            Form.DAY,
            Standing.NEW,
            each.place,
            each.confidence,
        )
        line = _extension(ground, line, each)
        yield line
        if each.told_on is not None and line.standing is Standing.NEW:
            name = "asked_on" if is_asked else "decided_on"
            yield replace(
                line,
                key=f"{line.key}.{name}",
                label=f"{line.label}: {field_label('extension', name)}",
                value=each.told_on.value,
                place=each.told_on.place,
                confidence=each.told_on.confidence,
                depends_on=(line.key,),
                registered=None,
            )


def extension_key(each: ProposedExtension) -> str:
    """Return the key of the line of more time."""
    return f"extension.{slug(each.committee)}.{each.due_on}"


def _extension(ground: Ground, line: ProposalLine, each: ProposedExtension) -> ProposalLine:
    answerable = needing_letter(ground, line, each.committee)
    if not ground.is_handed_over or answerable.standing is Standing.CANNOT:
        return answerable
    reply_case = reply_case_of(ground, each.committee)
    if ground.case is None or reply_case is None:
        return answerable
    known = next(
        one for one in reply_lines(ground.case, ground.today) if one.reply_case == reply_case
    )
    if any(_is_of(one, each) for one in known.extensions):
        return replace(line, standing=Standing.SAME, registered=each.due_on)
    new = more_time(reply_case, each, each.due_on)
    held = tried(line, partial(planned_extension, ground.case, new, ground.today))
    return replace(held, registered=known.extended_to) if held != line else line


def _is_of(known: Extension, each: ProposedExtension) -> bool:
    """Tell whether the register has more time that a paper gives, or asked for, decided or not."""
    is_till = known.new_due_on == each.due_on
    if each.decision is not ExtensionDecision.REQUESTED:
        return is_till and known.decision is each.decision
    is_asked = each.told_on is not None and known.asked_on == each.told_on.value
    return is_asked or (is_till and known.asked_on is None)


def more_time(
    reply_case: ReplyCase, each: ProposedExtension, day: date, told_on: date | None = None
) -> NewExtension:
    """Return more time until a day, asked for or given as a paper tells of it."""
    is_asked = each.decision is ExtensionDecision.REQUESTED
    return NewExtension(
        reply_case_id=reply_case.id,
        new_due_on=day,
        decision=each.decision,
        asked_on=told_on if is_asked else None,
        decided_on=None if is_asked else told_on,
    )


# ---- what needs the letter -----------------------------------------------------------------------


def needing_letter(ground: Ground, line: ProposalLine, committee: str) -> ProposalLine:
    """Return a line of a committee that was written to; refused where it was not."""
    if ground.committee(committee) is None:
        return unknown(ground, line, (committee,))
    if ground.is_handed_over:
        is_asked = reply_case_of(ground, committee) is not None
        return line if is_asked else refused(line, NOT_ASKED, committee=committee)
    if not ground.has_letter:
        return refused(line, NO_LETTER if ground.case else NO_AUDIT)
    return replace(line, depends_on=(*line.depends_on, LETTER_ON))


def reply_case_of(ground: Ground, committee: str) -> ReplyCase | None:
    """Return the reply case of a committee, None where there is none."""
    found = ground.committee(committee)
    if found is None or ground.case is None:
        return None
    return next((each for each in ground.case.reply_cases if each.committee_id == found.id), None)
