"""What keeps a fact from being removed: other facts that rest on it, named in a sentence."""

from collections.abc import Iterable

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.recipients import join_names


def refuse_question(case: AuditCase, question: r.Question) -> None:
    """Refuse to remove an audit question that is assessed, or that recommendations spring from."""
    if case.assessments_of(question.id):
        raise RevTrackError(
            "Audit question {number} has been assessed. Remove its assessments first.",
            number=str(question.number),
        )
    springing = [
        case.number_of(each)
        for each in case.recommendations
        if question in case.questions_of(each.id)
    ]
    if springing:
        raise RevTrackError(
            "These recommendations spring from audit question {number}: {numbers}. "
            "Change them first.",
            number=str(question.number),
            numbers=", ".join(springing),
        )


def refuse_recommendation(case: AuditCase, recommendation: r.Recommendation) -> None:
    """Refuse to remove what a letter has put to somebody, or what others are parts of or repeat."""
    number = case.number_of(recommendation)
    if case.is_handed_over:
        raise RevTrackError(
            "The letter has been issued, so {number} cannot be removed. "
            "Close it instead, with the reason.",
            number=number,
        )
    resting = [
        case.number_of(each)
        for each in case.recommendations
        if recommendation.id in {each.split_from_id, each.repeats_id, each.merged_into_id}
    ]
    if resting:
        raise RevTrackError(
            "{number} cannot be removed: {numbers} are parts of it, repeat it or were merged into "
            "it.",
            number=number,
            numbers=", ".join(resting),
        )
    for addressee in case.addressees:
        if addressee.recommendation_id == recommendation.id:
            _refuse_followed(case, addressee)


def refuse_addressee(case: AuditCase, addressee: r.Addressee) -> None:
    """Refuse to take a recommendation from a committee that has been asked or has answered."""
    recommendation = case.recommendation_by_id[addressee.recommendation_id]
    number = case.number_of(recommendation)
    if case.is_handed_over:
        raise RevTrackError(
            "The letter has been issued, so {number} goes to those that it names: {committees}.",
            number=number,
            committees=join_names(each.name for each in case.committees_of(recommendation.id)),
        )
    _refuse_followed(case, addressee)


def _refuse_followed(case: AuditCase, addressee: r.Addressee) -> None:
    """Refuse where the committee has answered, promised or reported, or was judged."""
    hanging = (
        *case.answers_by_addressee.get(addressee.id, ()),
        *case.progress_by_addressee.get(addressee.id, ()),
        *case.verdicts_by_addressee.get(addressee.id, ()),
        *(link for link in case.action_addressees if link.addressee_id == addressee.id),
    )
    if hanging:
        raise RevTrackError(
            "Answers, actions or verdicts hang on {number} to {committee}, so it cannot be "
            "removed.",
            number=case.number_of(case.recommendation_by_id[addressee.recommendation_id]),
            committee=case.committee_by_id[addressee.committee_id].name,
        )


def refuse_last_addressee(case: AuditCase, addressee: r.Addressee) -> None:
    """Refuse to leave a recommendation without any committee to go to."""
    others = [
        each
        for each in case.addressees
        if each.recommendation_id == addressee.recommendation_id and each.id != addressee.id
    ]
    if not others:
        raise RevTrackError(
            "{number} goes to no other committee than {committee}. Name another first, or remove "
            "the recommendation.",
            number=case.number_of(case.recommendation_by_id[addressee.recommendation_id]),
            committee=case.committee_by_id[addressee.committee_id].name,
        )


def refuse_action(case: AuditCase, action: r.Action) -> None:
    """Refuse to remove an action whose progress has been reported."""
    if any(each.action_id == action.id for each in case.progress_reports):
        raise RevTrackError(
            "What has become of the action “{text}” has been reported, so it cannot be removed.",
            text=action.text,
        )


def confirmations_about(case: AuditCase, field: str, record_id: int) -> Iterable[r.Confirmation]:
    """Return the confirmations of what was odd about a record, which lose their object with it."""
    return (each for each in case.confirmations if getattr(each, field) == record_id)
