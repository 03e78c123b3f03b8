"""Uppföljning rad för rad: one recommendation after the other is judged, saved as one wish."""

from revtrack.domain.codes import VerdictStep
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.outcome.verdict_sheet import VerdictSheet
from revtrack.forms.follow_up import GroundsWish
from revtrack.plain import sentences
from revtrack.plain.answers import is_wanted, read_choice
from revtrack.plain.asking import help_told
from revtrack.plain.console import BackError
from revtrack.plain.doing import word_here
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.follow_up.verdict_sheet import record_filled, see_verdicts
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label


def judge_rows(talk: Dialogue, audit_id: int) -> None:
    """Go through what a follow-up covers; what is judged is saved together at last.

    Raises RevTrackError where no follow-up is under way.
    """
    if not talk.may_write():
        return
    refuse_clerk_to_follow_up(talk.desk.store)
    sheet = see_verdicts(talk.desk.store, audit_id, talk.desk.today)
    said = _("{reference}: {n} of {all} judged.")
    told = {"n": sheet.judged, "all": len(sheet.rows)}
    talk.say(said.format(reference=sheet.follow_up.reference, **told))
    try:
        for row_id in sheet.row:
            sheet = _judged(talk, sheet, row_id)
    except BackError:
        talk.say(_("The rest is left as it is."))
    _save(talk, sheet)


def _judged(talk: Dialogue, sheet: VerdictSheet, row_id: int) -> VerdictSheet:
    """Return the sheet with what is found of a row; Enter leaves it as it is."""
    row = sheet.row[row_id]
    talk.say(_row_told(row))
    for told in filter(None, sentences.addressee_in_full(row.line)):
        talk.say(told)
    if (barred := sheet.barred(row_id)) is not None:
        talk.say(word_here(barred))
        return sheet
    steps = (None, *VerdictStep)
    known = sheet.verdict(row_id)
    leave = _("Leave it")
    if known is not None:
        leave = _("Let “{verdict}” stand").format(verdict=label(known.verdict))
    words = [leave, *map(label, VerdictStep)]
    step = steps[read_choice(talk, _("Follow-up verdict"), words, 0, help_told())]
    if step is None:
        return sheet
    judged = sheet.with_verdict([row_id], step)
    while (found := judged.verdict(row_id)) is not None:
        new = fill(talk, GroundsWish(talk.desk, row.line, found, asks_verdict=False), at_once=True)
        judged = judged.with_grounds([row_id], **new.model_dump())
        if (refusal := judged.refusal(row_id)) is None:
            break
        talk.say(word_here(refusal))
    return judged


def _row_told(row: Covered) -> str:
    """Return whose row it is; what it says is read in full after that."""
    line = row.line
    told = _("{number} to {committee}").format(number=line.number, committee=line.committee.name)
    return f"{row.case.audit.reference}: {told}."


def _save(talk: Dialogue, sheet: VerdictSheet) -> None:
    entries, desk = sheet.entries(), talk.desk
    if not entries:
        talk.say(_("Nothing was changed."))
        return
    prompt = ngettext(
        "Save {n} verdict? Write yes; anything else throws it away:",
        "Save {n} verdicts as one change? Write yes; anything else throws them away:",
        len(entries),
    )
    if is_wanted(talk, prompt.format(n=len(entries))):
        stored = record_filled(desk.store, entries, desk.today)
        said = ngettext("{n} verdict is stored.", "{n} verdicts are stored.", len(stored))
        talk.say(said.format(n=len(stored)))
    else:
        talk.say(_("Nothing was changed."))
