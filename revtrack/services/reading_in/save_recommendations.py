"""Saves what is accepted of recommendations and of the committees that they are put to."""

from collections.abc import Sequence

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import RecommendationKind, Relation, RestatementSource
from revtrack.domain.names.recipients import join_names, next_number
from revtrack.domain.proposals.proposal import ProposedRecommendation
from revtrack.domain.texts.paper import quote_of
from revtrack.domain.texts.wordings import relation_of
from revtrack.services.changing.recommendations import (
    HOW,
    RECIPIENTS,
    TEXT,
    How,
    change_recommendation,
    recipients_typed,
)
from revtrack.services.reading_in.about_recommendations import is_as_in_report, report_restatement
from revtrack.services.reading_in.saving import Saving
from revtrack.services.registering.register import free_report_number
from revtrack.storage.events import highest_ordinal
from revtrack.storage.rows import add, change

LEFT_OUT_OF = {
    "not_in_summary": RestatementSource.REPORT_SUMMARY,
    "only_in_summary": RestatementSource.REPORT_CHAPTER,
}
"""The part of a report that lacks what another part has, by the doubt that tells of it."""


def save_recommendations(saving: Saving) -> None:
    """Store what is accepted of each recommendation, new ones after the others."""
    for place, each in enumerate(saving.ground.proposal.recommendations):
        key = f"recommendation.{each.number}"
        known = saving.ground.recommendation_of(place)
        if known is not None:
            _change(saving, key, each, known)
        elif saving.takes(key):
            with saving.line(key):
                _add(saving, key, each)
    _omit(saving)
    _uphold(saving)


# ---- new ones ------------------------------------------------------------------------------------


def _add(saving: Saving, key: str, each: ProposedRecommendation) -> None:
    case = saving.case
    new = _worded(saving, case, key, each)
    stored = add(saving.session, r.Recommendation, new)
    if case.audit.handed_over_on and new.letter_text and new.number_in_letter:
        wording = r.NewRecommendationWording(
            recommendation_id=stored.id,
            number=1,
            text=new.letter_text,
            issued_on=case.audit.handed_over_on,
        )
        add(saving.session, r.RecommendationWording, wording)
    _address(saving, case, key, stored)
    _note_left_out(saving, stored, each)


def _note_left_out(saving: Saving, stored: r.Recommendation, each: ProposedRecommendation) -> None:
    """Keep that a part of the report leaves the recommendation out: the checks tell of it."""
    for doubt in saving.ground.proposal.doubts:
        source = LEFT_OUT_OF.get(doubt.code)
        if source is not None and doubt.facts.get("text") == quote_of(each.text or ""):
            new = r.NewRestatement(recommendation_id=stored.id, source=source)
            add(saving.session, r.Restatement, new)


def _worded(
    saving: Saving, case: AuditCase, key: str, each: ProposedRecommendation
) -> r.NewRecommendation:
    """Return a recommendation as the report and the letter have it, as far as they are accepted."""
    ordinal = highest_ordinal(saving.session, case.audit.id) + 1
    text = saving.value(key)
    of_report = text if each.text is not None else None
    is_same = each.text is None or is_as_in_report(each)
    of_letter = text if is_same else saving.value(f"{key}.letter")
    is_omitted = each.letter_text is None and saving.takes(f"{key}.letter")
    if case.is_handed_over and of_letter is None:
        before = saving.ground.case or case
        is_omitted = any(one.number_in_letter for one in before.recommendations)
        of_letter = None if is_omitted else text
    taken = {one.number_in_report for one in case.recommendations}
    number = each.number if each.number not in taken else free_report_number(case, ordinal)
    new = r.NewRecommendation(
        audit_id=case.audit.id,
        ordinal=ordinal,
        number_in_report=number if of_report else None,
        report_text=of_report,
        letter_text=None if is_omitted else of_letter,
        relation=Relation.OMITTED if is_omitted else None,
        section=each.section,
    )
    if not case.is_handed_over or is_omitted:
        return new
    number = next_number(case, RecommendationKind.RECOMMENDATION)
    return new.model_copy(update={"number_in_letter": number, "relation": relation_of(new)})


def _address(saving: Saving, case: AuditCase, key: str, stored: r.Recommendation) -> None:
    """Store to whom a new recommendation goes, and whom the letter asks about it."""
    in_report = saving.committees(f"{key}.committees")
    asked = {each.id for each in in_report}
    if saving.takes(f"{key}.letter_committees"):
        in_letter = saving.committees(f"{key}.letter_committees")
        asked = {each.id for each in in_letter}
        _note_report(saving, case, stored, in_report, in_letter)
    if stored.relation is Relation.OMITTED:
        asked = set()
    replying = {each.committee_id for each in case.reply_cases}
    ids = [each.id for each in in_report]
    for committee_id in dict.fromkeys((*ids, *sorted(asked))):
        is_asked: bool | None = committee_id in asked
        if case.is_handed_over:
            is_asked = is_asked and committee_id in replying
        elif is_asked or stored.relation is Relation.OMITTED:
            is_asked = None
        new = r.NewAddressee(recommendation_id=stored.id, committee_id=committee_id, asked=is_asked)
        add(saving.session, r.Addressee, new)


def _note_report(
    saving: Saving,
    case: AuditCase,
    stored: r.Recommendation,
    in_report: Sequence[r.Committee],
    in_letter: Sequence[r.Committee],
) -> None:
    """Keep whom the report names, where the letter names others besides: the checks tell of it."""
    is_added = not {each.id for each in in_letter} <= {each.id for each in in_report}
    if not is_added or not in_report or report_restatement(case, stored) is not None:
        return
    new = r.NewRestatement(
        recommendation_id=stored.id,
        source=RestatementSource.REPORT_CHAPTER,
        place=stored.section,
        recipients=join_names(each.name for each in in_report),
    )
    add(saving.session, r.Restatement, new)


# ---- those that there are ------------------------------------------------------------------------


def _change(
    saving: Saving, key: str, each: ProposedRecommendation, known: r.Recommendation
) -> None:
    for of_report in (key, f"{key}.report"):
        if saving.takes(of_report):
            with saving.line(of_report):
                _report_text(saving, known, each, saving.value(of_report))
    if saving.takes(f"{key}.committees"):
        with saving.line(f"{key}.committees"):
            named = saving.committees(f"{key}.committees")
            _changed(saving, known, {RECIPIENTS: recipients_typed(named)})
    if saving.takes(f"{key}.letter"):
        with saving.line(f"{key}.letter"):
            _letter_text(saving, known, each, saving.value(f"{key}.letter"))
    if saving.takes(f"{key}.letter_committees"):
        with saving.line(f"{key}.letter_committees"):
            _letter_committees(saving, known, saving.committees(f"{key}.letter_committees"))


def _now(saving: Saving, known: r.Recommendation) -> r.Recommendation:
    return saving.case.recommendation_by_id[known.id]


def _changed(saving: Saving, known: r.Recommendation, stated: dict[str, object]) -> None:
    change_recommendation(saving.editing(), _now(saving, known), stated)


def _report_text(
    saving: Saving, known: r.Recommendation, each: ProposedRecommendation, text: str
) -> None:
    """Store the report's wording: freely where none is registered, else by the rule of changing."""
    now = _now(saving, known)
    if each.text is None or now.report_text is not None:
        _changed(saving, known, {"report_text": text})
        return
    case = saving.case
    taken = {one.number_in_report for one in case.recommendations}
    worded = now.model_copy(update={"report_text": text})
    number = now.number_in_report or (each.number if each.number not in taken else None)
    change(
        saving.session,
        now,
        report_text=text,
        number_in_report=number,
        section=now.section or each.section,
        relation=relation_of(worded) if case.is_handed_over else now.relation,
    )


def _letter_text(
    saving: Saving, known: r.Recommendation, each: ProposedRecommendation, text: str
) -> None:
    if each.letter_text is None:
        change(saving.session, _now(saving, known), relation=Relation.OMITTED)
    elif saving.case.is_handed_over:
        _changed(saving, known, {TEXT: text, HOW: How.SLIP})
    else:
        _changed(saving, known, {"letter_text": text})


def _letter_committees(
    saving: Saving, known: r.Recommendation, in_letter: Sequence[r.Committee]
) -> None:
    """Store whom the letter, which is not issued yet, asks about a recommendation."""
    case = saving.case
    if case.is_handed_over:
        _changed(saving, known, {RECIPIENTS: recipients_typed(tuple(in_letter))})
        return
    _note_report(saving, case, known, case.committees_of(known.id), in_letter)
    asked = {each.id for each in in_letter}
    there = [each for each in case.addressees if each.recommendation_id == known.id]
    for each in there:
        if (each.asked is False) is (each.committee_id in asked):
            change(saving.session, each, asked=None if each.committee_id in asked else False)
    for committee_id in sorted(asked - {each.committee_id for each in there}):
        new = r.NewAddressee(recommendation_id=known.id, committee_id=committee_id)
        add(saving.session, r.Addressee, new)


def _omit(saving: Saving) -> None:
    """Store which of the register's recommendations the letter leaves out."""
    case = saving.case
    for each in case.recommendations:
        if saving.takes(f"omitted.{case.number_of(each)}"):
            change(saving.session, each, relation=Relation.OMITTED)


def _uphold(saving: Saving) -> None:
    """Store whom a letter that lists nothing asks, where it does not go to all of the report's."""
    for each in saving.case.recommendations:
        key = f"upheld.{saving.case.number_of(each)}"
        if saving.takes(key):
            with saving.line(key):
                _letter_committees(saving, each, saving.committees(key))
