"""How each committee has replied to an audit that is followed up, in whole sentences."""

from revtrack.documents import answers, phrases
from revtrack.documents.follow_up.facts import FollowedAudit
from revtrack.documents.office.blocks import Block, Bullets, Item, Paragraph
from revtrack.domain.codes import CommitteeKind, Position, ReplyState, ResponseKind
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Response
from revtrack.wording.words import capitalise_first, paragraph_sign

Blocks = tuple[Block, ...]
WITHOUT_DECISION = {
    CommitteeKind.COMMITTEE: "utan nämndbeslut",
    CommitteeKind.EXECUTIVE_BOARD: "utan beslut i styrelsen",
    CommitteeKind.COMPANY: "utan beslut i styrelsen",
    CommitteeKind.FEDERATION: "utan beslut i styrelsen",
}


def replies(audit: FollowedAudit) -> Blocks:
    """Return a point per committee: when and how it has replied, or that it has not."""
    if not audit.case.is_handed_over:
        return (Paragraph("Missivet har ännu inte beslutats."),)
    if not any(reply.reply_case.due_on or reply.decision for reply in audit.replies):
        return (Paragraph("Revisorerna begärde inget yttrande."),)
    return (Bullets(tuple(Item(" ".join(_reply(audit, reply))) for reply in audit.replies)),)


def _reply(audit: FollowedAudit, reply: ReplyLine) -> list[str]:
    decision = reply.decision
    if decision is None or reply.state is ReplyState.ADOPTED:
        return [_none(reply)]
    it = "Skrivelsen" if decision.kind is ResponseKind.STATEMENT else "Yttrandet"
    sentences = [_main(audit, reply, decision)]
    if reply.days_late and reply.due_on:
        came = answers.counted_day(reply)
        day = f"{it} kom in {phrases.the_day(came)}" if came else f"{it} kom in för sent"
        sentences.append(f"{day}; önskat svarsdatum var {phrases.the_day(reply.due_on)}.")
    if decision.has_reservations:
        sentences.append("Reservation anmäldes.")
    sentences += [_supplement(audit, reply, each) for each in answers.supplements(reply)]
    missing = [
        line.number
        for line in audit.lines
        if line.committee.id == reply.committee.id and line.position is Position.NOT_ADDRESSED
    ]
    if missing:
        sentences.append(f"{join_names(missing)} besvaras inte i {it.lower()}.")
    return sentences


def _none(reply: ReplyLine) -> str:
    name = reply.committee.name
    if reply.reply_case.due_on is None:
        return f"Revisorerna begärde inget yttrande från {name}."
    if reply.is_open and not reply.is_late and reply.due_on:
        day = phrases.the_day(reply.due_on)
        shown = phrases.capital_name(reply.committee)
        return f"{shown} har ännu inte svarat; svar önskas senast {day}."
    return f"Något yttrande från {name} har inte kommit in."


def _main(audit: FollowedAudit, reply: ReplyLine, decision: Response) -> str:
    """Return how the reply was given: by decision, by delegation, jointly, or in a letter."""
    name, where = phrases.capital_name(reply.committee), _where(decision, reply)
    if decision.kind is ResponseKind.STATEMENT:
        dated = decision.dated_on or decision.decided_on
        day = f"daterad {phrases.the_day(dated)}" if dated else "utan dag"
        without = WITHOUT_DECISION.get(reply.committee.kind, "utan beslut")
        return f"{name} har svarat genom en skrivelse {day}{where}, {without}."
    day = phrases.the_day(decision.decided_on) if decision.decided_on else ""
    others = answers.shared_with(audit.case, decision, reply.committee)
    if others:
        decided = f"; yttrandet beslutades {day}{where}" if day else where
        return f"{name} har yttrat sig gemensamt med {phrases.names(others)}{decided}."
    if decision.kind is ResponseKind.DELEGATED_DECISION:
        by = f" av {decision.decided_by}" if decision.decided_by else ""
        return f"{name} har yttrat sig genom ett delegationsbeslut{by} {day}".rstrip() + f"{where}."
    if decision.decided_by:
        body, when = capitalise_first(decision.decided_by), f" {day}" if day else ""
        return f"{body} beslutade{when}{where} om yttrandet från {reply.committee.name}."
    if day:
        return f"{name} beslutade om sitt yttrande {day}{where}."
    unknown = "sammanträdesdagen framgår inte av protokollsutdraget"
    return f"{name} har yttrat sig{where}; {unknown}."


def _supplement(audit: FollowedAudit, reply: ReplyLine, each: Response) -> str:
    others = answers.shared_with(audit.case, each, reply.committee)
    joint = f" gemensamt med {phrases.names(others)}" if others else ""
    day = each.decided_on or each.dated_on or each.received_on
    when = f" {phrases.the_day(day)}" if day else ""
    return f"Yttrandet kompletterades{joint}{when}{_where(each, reply)}."


def _where(decision: Response, reply: ReplyLine) -> str:
    diary = decision.diary_number or reply.reply_case.diary_number
    parts = [
        paragraph_sign(decision.paragraph) if decision.paragraph else "",
        f"dnr {phrases.unbroken(diary)}" if diary else "",
    ]
    shown = ", ".join(filter(None, parts))
    return f" ({shown})" if shown else ""
