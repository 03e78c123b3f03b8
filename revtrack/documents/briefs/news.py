"""What has happened in a municipality's audits since a day, in the order of the days."""

from collections.abc import Iterator
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.briefs.held import Held, HeldReply, Town, numbers
from revtrack.documents.office.blocks import Block, Bullets, Heading, Item, Paragraph
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    CouncilDecisionKind,
    ExtensionDecision,
    ResponseKind,
    Review,
)
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Response
from revtrack.wording.words import capitalise_first, paragraph_sign

Blocks = tuple[Block, ...]
Told = tuple[date | None, str]
"""A day and what happened on it; the day may not be stated."""

_COUNCIL = {
    CouncilDecisionKind.REPORTED: "tog del av {}",
    CouncilDecisionKind.REFERRED: "remitterade {}",
    CouncilDecisionKind.REPLIES_PRESENTED: "tog del av yttrandena över {}",
    CouncilDecisionKind.LAID_TO_RECORDS: "lade {} till handlingarna",
    CouncilDecisionKind.MANDATE: "lämnade ett uppdrag med anledning av {}",
}


def news(town: Town, since: date) -> Blocks:
    """Return what has happened from a day until today, both included; nothing where nothing has."""
    found = [
        (day, text) for day, text in _all(town) if day is not None and since <= day <= town.today
    ]
    if not found:
        return ()
    found.sort(key=lambda each: each[0])
    items = tuple(Item(phrases.sentence(text), day.isoformat()) for day, text in found)
    return (
        Heading("Nytt sedan förra sammanträdet", 2),
        Bullets(items),
        Paragraph("Förslag till beslut: Informationen läggs till handlingarna."),
    )


def _all(town: Town) -> Iterator[Told]:
    for case in town.cases:
        yield from _letters(case)
        yield from _council(case)
        yield from _judged(town, case)
    for each in town.replies:
        yield from _replied(each)
        yield from _extended(each)
        yield from _reminded(each)
    yield from _reported(town)


def _letters(case: AuditCase) -> Iterator[Told]:
    asked = case.in_order(each.committee_id for each in case.reply_cases)
    to = f" till {phrases.names(asked)}" if asked else ""
    yield case.audit.handed_over_on, f"{_the(case)} överlämnades{to}"


def _the(case: AuditCase) -> str:
    return capitalise_first(phrases.the_audit(case.audit))


def _council(case: AuditCase) -> Iterator[Told]:
    for each in case.council_decisions:
        if not each.is_proposal:
            body = capitalise_first(each.body or "fullmäktige")
            where = f" ({paragraph_sign(each.paragraph)})" if each.paragraph else ""
            what = _COUNCIL[each.kind].format(phrases.the_audit(case.audit))
            yield each.decided_on, f"{body} {what}{where}"


def _replied(each: HeldReply) -> Iterator[Told]:
    audit = phrases.the_audit(each.case.audit)
    name = phrases.capital_name(each.reply.committee)
    for response in each.reply.responses:
        if response.is_received:
            yield response.received_on, f"{name} {_lodged(response)} {audit}"
    given_up = each.reply.reply_case.given_up_on
    yield given_up, f"Yttrandet från {each.reply.committee.name} över {audit} ansågs utebli"


def _lodged(response: Response) -> str:
    where = f" ({paragraph_sign(response.paragraph)})" if response.paragraph else ""
    if response.kind is ResponseKind.DRAFT:
        return "lämnade ett förslag till yttrande över"
    if response.kind is ResponseKind.SUPPLEMENT:
        return f"kompletterade sitt yttrande{where} över"
    return f"yttrade sig{where} över"


def _extended(each: HeldReply) -> Iterator[Told]:
    audit = phrases.the_audit(each.case.audit)
    name = phrases.capital_name(each.reply.committee)
    for extension in each.reply.extensions:
        day = phrases.the_day(extension.new_due_on)
        if extension.decision is ExtensionDecision.GRANTED:
            yield extension.decided_on, f"{name} fick svarstiden för {audit} förlängd till {day}"
        elif extension.decision is ExtensionDecision.REFUSED:
            yield extension.decided_on, f"{name} fick inte förlängd svarstid för {audit}"
        else:
            yield extension.asked_on, f"{name} begärde förlängd svarstid för {audit} till {day}"


def _reminded(each: HeldReply) -> Iterator[Told]:
    audit = phrases.the_audit(each.case.audit)
    for day in dict.fromkeys(one.reminded_on for one in each.reply.reminders):
        yield day, f"{phrases.capital_name(each.reply.committee)} påmindes om svaret på {audit}"


def _judged(town: Town, case: AuditCase) -> Iterator[Told]:
    """Give the verdicts and the closings of an audit, together where they were made on one day."""
    own = [each for each in town.held if each.case is case]
    audit = phrases.the_audit(case.audit)
    for day, held in _by_day(own, judged=True):
        yield day, f"{numbers(held)} i {audit} bedömdes vid uppföljning ({_to(held)})"
    for day, held in _by_day(own, judged=False):
        yield day, f"{numbers(held)} i {audit} avslutades ({_to(held)})"
    for response in case.responses:
        if response.review is not Review.PENDING and response.reviewed_on:
            yield response.reviewed_on, _reviewed(case, response)


def _by_day(held: list[Held], *, judged: bool) -> Iterator[tuple[date, list[Held]]]:
    found: dict[date, list[Held]] = {}
    for each in held:
        verdict = each.line.verdict
        closed_on = None if each.is_open else each.line.addressee.closed_on
        day = (verdict.judged_on if verdict else None) if judged else closed_on
        if day is not None:
            found.setdefault(day, []).append(each)
    yield from found.items()


def _to(held: list[Held]) -> str:
    return join_names(dict.fromkeys(each.committee.name for each in held))


_REVIEWED = {
    Review.SUFFICIENT: "bedömdes som tillräckligt",
    Review.INSUFFICIENT: "bedömdes som otillräckligt",
    Review.SUPPLEMENT_REQUESTED: "ska kompletteras",
}


def _reviewed(case: AuditCase, response: Response) -> str:
    cases = {each.reply_case_id for each in case.response_cases if each.response_id == response.id}
    names = phrases.names(
        case.in_order(each.committee_id for each in case.reply_cases if each.id in cases)
    )
    audit = phrases.the_audit(case.audit)
    return f"Svaret från {names} på {audit} {_REVIEWED[response.review]}"


def _reported(town: Town) -> Iterator[Told]:
    """Give the progress reports, together for an audit, a committee and a day."""
    found: dict[tuple[int, int, date], list[Held]] = {}
    for held in town.held:
        for report in held.case.progress_by_addressee.get(held.line.addressee.id, ()):
            if report.reported_on:
                key = (held.case.audit.id, held.committee.id, report.reported_on)
                found.setdefault(key, []).append(held)
    for (_, _, day), told in found.items():
        name = phrases.capital_name(told[0].committee)
        audit = phrases.the_audit(told[0].case.audit)
        yield day, f"{name} lämnade lägesrapport om {numbers(told)} i {audit}"
