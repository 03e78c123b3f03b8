"""Saves what a follow-up's report finds: its tie to what it follows up, and its verdicts."""

from collections.abc import Collection

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_, RevTrackError
from revtrack.services.follow_up.judging import Cases, record_in
from revtrack.services.follow_up.starting import FollowUpEntry, start_within, tie_within
from revtrack.services.reading_in.about_verdicts import (
    BASIS,
    FOLLOWED,
    JUDGED_ON,
    METHOD,
    NO_DAY,
    Judged,
    followed_line,
    judged_in,
    own_of,
)
from revtrack.services.reading_in.ground import Ground
from revtrack.services.reading_in.lines import Standing
from revtrack.services.reading_in.saving import Saving, naming, refusal_of
from revtrack.wording import _, sentence

TO_ACCEPT = N_("The paper becomes a follow-up of {audit}, so this line has to be accepted too.")


def begun(
    session: Session, ground: Ground, keys: Collection[str], entry: FollowUpEntry
) -> r.Audit | None:
    """Begin the follow-up that a new audit is, and return it; None where it is tied to nothing.

    Raises RevTrackError where a person has chosen what it follows up, and that is not accepted, and
    where another follow-up of the same is under way.
    """
    if FOLLOWED in keys:
        ids = tuple(each.audit.id for each in ground.followed.cases)
        with naming(followed_line(ground)):
            whole = entry.model_copy(update={"followed_ids": ids})
            return start_within(session, whole, ground.today)
    if ground.followed.is_chosen or ground.followed.is_doubled:
        line = followed_line(ground)
        facts = {"audit": ground.followed.cases[0].audit.reference}
        is_left = line.standing is not Standing.CANNOT
        raise refusal_of(line, sentence(TO_ACCEPT, facts) if is_left else line.reason or "")
    return None


def save_verdicts(saving: Saving) -> None:
    """Tie the follow-up to what it goes back to, and store its verdicts as any are registered."""
    if saving.takes(FOLLOWED) and not saving.ground.followed.is_tied:
        with saving.line(FOLLOWED):
            tie_within(saving.session, saving.case.audit, saving.ground.followed.cases)
    if saving.takes(JUDGED_ON) and saving.value(JUDGED_ON) is None:
        with saving.line(JUDGED_ON):
            raise RevTrackError(NO_DAY)
    cases = Cases(saving.session)
    for each in judged_in(saving.ground):
        own = own_of(saving.ground, each)
        is_moved = own is not None and saving.takes(JUDGED_ON)
        if saving.takes(each.key) or is_moved:
            with saving.line(each.key if saving.takes(each.key) else JUDGED_ON):
                record_in(cases, _new(saving, each, own), saving.today)


def _new(saving: Saving, judged: Judged, own: r.Verdict | None) -> r.NewVerdict:
    """Return a verdict as accepted, with what the register has of it besides."""
    day = saving.value(JUDGED_ON, _registered_day(saving))
    found = judged.found
    if own is not None:
        before = r.NewVerdict(**{name: getattr(own, name) for name in r.NewVerdict.model_fields})
        step = saving.value(judged.key, own.verdict)
        return before.model_copy(update={"verdict": step, "judged_on": day or own.judged_on})
    return r.NewVerdict(
        addressee_id=judged.line.addressee.id,
        follow_up_id=saving.audit_id,
        verdict=saving.value(judged.key),
        basis=BASIS,
        method=_(METHOD),
        judged_on=day,
        judged_by=saving.case.audit.firm,
        comment=found.phrase if found else None,
    )


def _registered_day(saving: Saving) -> object:
    """Return the day that the register has of the verdicts of this paper."""
    days = (own.judged_on for e in judged_in(saving.ground) if (own := own_of(saving.ground, e)))
    return next(days, None)
