"""Handing over: the cover letter is issued, its wording frozen, a reply case opened for each."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import check_case
from revtrack.domain.codes import Confidentiality, Relation, Role, Severity
from revtrack.domain.entries import HandOverEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.recipients import join_names, planned_numbers
from revtrack.domain.texts.wordings import relation_of
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change, one, remove
from revtrack.storage.store import Store

_TO_CONFIRM = {
    Relation.OMITTED: "omitted_from_letter",
    Relation.CHANGED: "wording_changed",
}
"""Differences between report and letter that a person must confirm, and their checks."""


def hand_over(store: Store, entry: HandOverEntry, today: date) -> r.Audit:
    """Issue the cover letter and return the audit as handed over.

    Wording is frozen, the letter's recommendations are numbered without gaps, and a reply case is
    opened for each recipient. Raises RevTrackError where it is handed over already, has no
    recipients, a day lies before the letter, the checks find an error (a recommendation that goes
    to nobody), or the letter leaves out or changes a recommendation and neither a confirmation nor
    the entry's ``why`` says that it is meant.
    """
    with store.wish(entry.why) as session:
        case = load_case(session, entry.audit_id)
        recipients = recipients_of(case)
        if not recipients:
            raise RevTrackError(
                "{reference} has no committee to hand over to. "
                "Register its recommendations or its recipients first.",
                reference=case.audit.reference,
            )
        due = dict.fromkeys((committee.id for committee in recipients), entry.due_on)
        for committee_id, day in entry.due_for.items():
            if committee_id not in due:
                raise UsageError(
                    "{committee} is not a recipient of {reference}.",
                    committee=case.committee_by_id[committee_id].name,
                    reference=case.audit.reference,
                )
            due[committee_id] = day
        _refuse_hand_over(case, entry.on, due, today)
        _refuse_errors(case, today)
        _confirm_differences(session, case, entry.on, entry.why)
        issue_letter(session, case, entry.on, due, today)
        return one(session, r.Audit, entry.audit_id)


def _refuse_errors(case: AuditCase, today: date) -> None:
    """Refuse a letter with a fault that a person has to mend first, naming where it is."""
    errors = [
        problem
        for problem in check_case(case, today)
        if problem.severity is Severity.ERROR and not problem.is_confirmed
    ]
    if not errors:
        return
    numbers = [case.number_of(each.recommendation) for each in errors if each.recommendation]
    if all(problem.code == "without_recipient" for problem in errors):
        raise RevTrackError(
            "These recommendations go to no committee: {numbers}. "
            "Register their recipients before the letter is handed over.",
            numbers=", ".join(numbers),
        )
    raise RevTrackError(
        "{reference} has errors that stop the letter. See them with: revtrack check {reference}",
        reference=case.audit.reference,
    )


def recipients_of(case: AuditCase) -> tuple[r.Committee, ...]:
    """Return the committees that the letter goes to, in the register's order.

    They are those with the role of recipient and those that a recommendation of the letter goes to.
    """
    in_letter = {each.id for each in case.recommendations if each.relation is not Relation.OMITTED}
    ids = [each.committee_id for each in case.addressees if each.recommendation_id in in_letter]
    ids += [each.committee_id for each in case.audit_committees if each.role is Role.RECIPIENT]
    return case.in_order(ids)


def _confirm_differences(session: Session, case: AuditCase, on: date, why: str | None) -> None:
    confirmed = {(each.code, each.recommendation_id) for each in case.confirmations}
    open_differences = [
        (each, _TO_CONFIRM[relation])
        for each in case.recommendations
        if (relation := relation_of(each)) in _TO_CONFIRM
        and (_TO_CONFIRM[relation], each.id) not in confirmed
    ]
    if open_differences and not why:
        raise RevTrackError(
            "The letter leaves out or changes these recommendations of the report: {numbers}. "
            "If that is meant, hand over again with the reason (--why).",
            numbers=", ".join(case.number_of(each) for each, _ in open_differences),
        )
    for recommendation, code in open_differences:
        add(
            session,
            r.Confirmation,
            r.NewConfirmation(
                audit_id=case.audit.id,
                code=code,
                recommendation_id=recommendation.id,
                reason=why or "",
                confirmed_on=on,
            ),
        )


def issue_letter(
    session: Session, case: AuditCase, on: date, due: Mapping[int, date | None], today: date
) -> None:
    """Freeze the wording, number the recommendations, and open a reply case for each recipient.

    ``due`` gives the day to reply by of each recipient's id; None asks it for no reply.
    """
    _refuse_hand_over(case, on, due, today)
    _freeze(session, case, on)
    letter = case.cover_letter or add(session, r.Letter, r.NewLetter(audit_id=case.audit.id))
    place = letter.place or case.municipality.place
    change(session, letter, dated_on=on, place=place)
    _set_recipients(session, case, letter, due)
    for committee_id, due_on in due.items():
        new = r.NewReplyCase(audit_id=case.audit.id, committee_id=committee_id, due_on=due_on)
        add(session, r.ReplyCase, new)
    change(session, case.audit, handed_over_on=on, confidentiality=Confidentiality.PUBLIC)


def _set_recipients(
    session: Session, case: AuditCase, letter: r.Letter, due: Mapping[int, date | None]
) -> None:
    """Store the recipients with their days, in place of what was planned."""
    planned = {
        each.committee_id: each for each in case.letter_recipients if each.letter_id == letter.id
    }
    for committee_id, recipient in planned.items():
        if committee_id not in due:
            remove(session, recipient)
    for committee_id, due_on in due.items():
        if committee_id in planned:
            change(session, planned[committee_id], due_on=due_on)
        else:
            new = r.NewLetterRecipient(
                letter_id=letter.id, committee_id=committee_id, due_on=due_on
            )
            add(session, r.LetterRecipient, new)


def refuse_unsent(on: date, today: date) -> None:
    """Refuse a letter of a day that has not come yet."""
    if on > today:
        raise UsageError(
            "{day} lies ahead; a letter is registered when it has been sent. Today is {today}.",
            day=on,
            today=today,
        )


def _refuse_hand_over(
    case: AuditCase, on: date, due: Mapping[int, date | None], today: date
) -> None:
    refuse_unsent(on, today)
    if case.audit.handed_over_on is not None:
        raise RevTrackError(
            "{reference} was handed over on {day} already.",
            reference=case.audit.reference,
            day=case.audit.handed_over_on,
        )
    early = [committee_id for committee_id, day in due.items() if day is not None and day <= on]
    if early:
        raise UsageError(
            "The day to reply by must lie after the letter's own day, {day}: {committees}.",
            day=on,
            committees=join_names(each.name for each in case.in_order(early)),
        )


def _freeze(session: Session, case: AuditCase, on: date) -> None:
    numbers = planned_numbers(case)
    for recommendation in case.recommendations:
        relation = relation_of(recommendation)
        number = numbers.get(recommendation.id)
        text = recommendation.letter_text or recommendation.report_text
        change(
            session,
            recommendation,
            number_in_letter=number,
            letter_text=text if number else None,
            relation=relation,
        )
        if number and text:
            new = r.NewRecommendationWording(
                recommendation_id=recommendation.id, number=1, text=text, issued_on=on
            )
            add(session, r.RecommendationWording, new)
    for addressee in case.addressees:
        asked = addressee.asked is not False and addressee.recommendation_id in numbers
        change(session, addressee, asked=asked)
