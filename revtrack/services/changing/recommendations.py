"""Recommendations said anew: freely before the letter, their wording by a reason after it."""

from enum import StrEnum
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.codes import RecommendationKind, Relation
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.recipients import join_names
from revtrack.domain.texts.likeness import Difference, difference
from revtrack.domain.texts.wordings import relation_of
from revtrack.services.changing.editing import Editing, relink
from revtrack.services.changing.hanging import refuse_addressee
from revtrack.services.registering.new_audit import question_ids, recipient_ids
from revtrack.storage.rows import add, change

RECIPIENTS, QUESTIONS, TEXT, HOW = "recipients", "questions", "text", "how"
TEXTS = ("report_text", "letter_text")


class How(StrEnum):
    """How a wording is changed that the letter has issued."""

    SLIP = "slip"
    """Rätta skrivfel: what was meant stands there from now on; no new version."""
    NEW = "new"
    """Ny lydelse: a new version of the wording; the letter's own stays beside it."""


def change_recommendation(
    editing: Editing, known: r.Recommendation, stated: dict[str, Any]
) -> bool:
    """Store what a recommendation says and what belongs to it.

    Besides the record's fields: ``recipients`` as they are typed, ``questions`` as numbers, and
    ``text``, the wording that counts, with ``how`` it is changed once the letter is issued. Raises
    RevTrackError where the letter stands in the way or needs a reason.
    """
    recipients, questions = stated.pop(RECIPIENTS, None), stated.pop(QUESTIONS, None)
    how, text = stated.pop(HOW, None), stated.pop(TEXT, None)
    if editing.case.is_handed_over:
        changes = {**_stated_after(editing, known, stated), **_reworded(editing, known, text, how)}
    else:
        changes = {**stated, **_worded(known, text)}
        _refuse_wordless(known, changes)
    changed = bool(changes)
    if changes:
        change(editing.session, known, **changes)
    if recipients is not None:
        changed |= _address(editing, known, recipients)
    if questions is not None:
        changed |= _ask(editing, known, questions)
    return changed


def wording_of(recommendation: r.Recommendation) -> str:
    """Return the wording that counts: the letter's, else the report's."""
    return recommendation.letter_text or recommendation.report_text or ""


def _worded(known: r.Recommendation, text: str | None) -> dict[str, Any]:
    """Return what the wording changes before the letter: that of the report, where it is one."""
    if text is None or text == wording_of(known):
        return {}
    return {"letter_text" if known.letter_text else "report_text": text}


def _refuse_wordless(known: r.Recommendation, stated: dict[str, Any]) -> None:
    meant = known.model_copy(update=stated)
    if not meant.report_text and not meant.letter_text:
        raise UsageError("A recommendation needs a wording.")


# ---- after the letter


def _stated_after(
    editing: Editing, known: r.Recommendation, stated: dict[str, Any]
) -> dict[str, Any]:
    """Return what may be changed though the letter is issued."""
    number = editing.case.number_of(known)
    if "kind" in stated:
        asks = {known.kind, RecommendationKind(stated["kind"])}
        if RecommendationKind.QUESTION in asks:
            raise RevTrackError(
                "The letter has been issued with the number {number}, which tells a question from "
                "a recommendation; that stays.",
                number=number,
            )
    if any(name in stated for name in TEXTS):
        raise RevTrackError(
            "The letter has been issued, so the wording of {number} is changed only as a corrected "
            "slip of the pen or as a new wording, with the reason.",
            number=number,
        )
    return stated


def _reworded(
    editing: Editing, known: r.Recommendation, text: str | None, how: How | None
) -> dict[str, Any]:
    """Return what another wording changes once the letter is issued; nothing where it is none."""
    said = wording_of(known)
    if text is None or text.strip() == said:
        return {}
    if not text.strip():
        raise UsageError("A recommendation needs a wording.")
    number = editing.case.number_of(known)
    if how is None:
        raise UsageError(
            "The letter has been issued. Say whether the wording of {number} had a slip of the pen "
            "or gets a new wording.",
            number=number,
        )
    if not (editing.why or "").strip():
        raise UsageError("Say why the wording of {number} is changed.", number=number)
    if how is How.SLIP:
        return _corrected(known, text, number)
    return _new_wording(editing, known, text)


def _corrected(known: r.Recommendation, text: str, number: str) -> dict[str, Any]:
    said = wording_of(known)
    if difference(said, text) is Difference.OTHER:
        raise RevTrackError(
            "So much of {number} is changed that it is no slip of the pen. Choose a new wording.",
            number=number,
        )
    return {name: text for name in TEXTS if getattr(known, name) == said}


def _new_wording(editing: Editing, known: r.Recommendation, text: str) -> dict[str, Any]:
    """Store a new version of the wording; the letter's own keeps its number."""
    case = editing.case
    versions = [each for each in case.wordings if each.recommendation_id == known.id]
    if not versions:
        raise RevTrackError(
            "{number} does not stand in the letter, so it has no wording that was issued.",
            number=case.number_of(known),
        )
    new = r.NewRecommendationWording(
        recommendation_id=known.id,
        number=max(each.number for each in versions) + 1,
        text=text,
        issued_on=editing.today,
        reason=editing.why,
    )
    add(editing.session, r.RecommendationWording, new)
    meant = known.model_copy(update={"letter_text": new.text})
    relation = relation_of(meant)
    if relation is Relation.CHANGED:
        _confirm_difference(editing, known)
    return {"letter_text": new.text, "relation": relation}


def _confirm_difference(editing: Editing, known: r.Recommendation) -> None:
    """Keep that the wording differs from the report's on purpose, with the reason."""
    code, confirmed = "wording_changed", editing.case.confirmations
    if any((each.code, each.recommendation_id) == (code, known.id) for each in confirmed):
        return
    new = r.NewConfirmation(
        audit_id=known.audit_id,
        code=code,
        recommendation_id=known.id,
        reason=editing.why or "",
        confirmed_on=editing.today,
    )
    add(editing.session, r.Confirmation, new)


# ---- what belongs to it


def _address(editing: Editing, known: r.Recommendation, typed: str) -> bool:
    """Store to which committees it goes, as they are typed; before the letter."""
    case = editing.case
    there = {
        each.committee_id: each for each in case.addressees if each.recommendation_id == known.id
    }
    if typed.strip() == recipients_typed(case.committees_of(known.id)):
        return False
    wanted = recipient_ids(editing.session, case, typed) if typed.strip() else ()
    if set(wanted) == there.keys():
        return False
    if case.is_handed_over:
        raise RevTrackError(
            "The letter has been issued, so {number} goes to those that it names: {committees}.",
            number=case.number_of(known),
            committees=join_names(each.name for each in case.committees_of(known.id)),
        )
    if not wanted:
        raise UsageError("A recommendation needs at least one committee to go to.")
    for committee_id, addressee in there.items():
        if committee_id not in wanted:
            refuse_addressee(case, addressee)
    return relink(
        editing.session,
        there,
        wanted,
        lambda committee_id: (
            r.Addressee,
            r.NewAddressee(recommendation_id=known.id, committee_id=committee_id),
        ),
    )


def recipients_typed(committees: tuple[r.Committee, ...]) -> str:
    """Return committees as somebody would type them: "KS, GSN"."""
    return ", ".join(
        each.abbreviation or (f'"{each.name}"' if " och " in each.name else each.name)
        for each in committees
    )


def _ask(editing: Editing, known: r.Recommendation, numbers: tuple[int, ...]) -> bool:
    """Store which audit questions it springs from, by their numbers."""
    links = {
        each.question_id: each
        for each in editing.case.recommendation_questions
        if each.recommendation_id == known.id
    }
    return relink(
        editing.session,
        links,
        question_ids(editing.case, numbers),
        lambda question_id: (
            r.RecommendationQuestion,
            r.NewRecommendationQuestion(recommendation_id=known.id, question_id=question_id),
        ),
    )


def change_addressee(editing: Editing, known: r.Addressee, stated: dict[str, Any]) -> bool:
    """Store by when a committee is to have carried out a recommendation."""
    change(editing.session, known, **stated)
    return True
