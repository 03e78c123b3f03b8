"""What the council has made of an audit that is followed up."""

from datetime import date

from revtrack.documents import answers, phrases
from revtrack.documents.office.blocks import Block, Bullets, Item, Paragraph
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CouncilDecisionKind
from revtrack.domain.records import CouncilDecision
from revtrack.wording.words import capitalise_first, paragraph_sign

Blocks = tuple[Block, ...]
_DONE = {
    CouncilDecisionKind.REPORTED: "Granskningen anmäldes.",
    CouncilDecisionKind.REFERRED: "Granskningen remitterades för yttrande.",
    CouncilDecisionKind.REPLIES_PRESENTED: "Yttrandena redovisades.",
    CouncilDecisionKind.LAID_TO_RECORDS: "Granskningen lades till handlingarna.",
    CouncilDecisionKind.MANDATE: "Ett uppdrag lämnades med anledning av granskningen.",
}


def council(case: AuditCase, until: date) -> Blocks:
    """Return a point for each decision and proposal until a day, in the register's order."""
    known = [each for each in case.council_decisions if (each.decided_on or date.min) <= until]
    if not known:
        return ()
    kinds = {each.is_proposal: "föreslagits" if each.is_proposal else "beslutats" for each in known}
    what = " och ".join(kinds[each] for each in sorted(kinds))
    return (
        Paragraph(f"Därefter har följande {what} om {phrases.work(case.audit)}:"),
        Bullets(tuple(map(_item, known))),
    )


def _item(each: CouncilDecision) -> Item:
    body = capitalise_first(each.body or "fullmäktige")
    day = phrases.the_day(each.decided_on) if each.decided_on else answers.NO_DAY
    place = [
        day,
        paragraph_sign(each.paragraph) if each.paragraph else "",
        f"dnr {phrases.unbroken(each.diary_number)}" if each.diary_number else "",
    ]
    who = f"{phrases.genitive(body)} förslag till beslut" if each.is_proposal else body
    said = phrases.sentence(each.text) if each.text else _DONE[each.kind]
    back = f" Ska återrapporteras {_by(each.report_back_by)}." if each.report_back_by else ""
    return Item(f"{said}{back}", f"{who} ({', '.join(filter(None, place))}):")


def _by(coarse: str) -> str:
    return phrases.done_by(coarse).removeprefix("klart ")
