"""What a form asks, and how it is known again."""

import uuid
from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.replies.answer_form import asked_form
from revtrack.domain.replies.form_fields import field_name, field_of
from revtrack.domain.replies.form_key import FormKey
from revtrack.domain.replies.form_reply import FoundField, FoundForm, RowState
from revtrack.domain.replies.form_rows import MAX_LINE, MAX_PROSE, read_reply
from revtrack.services.find import find_committee
from revtrack.wording import sentence
from revtrack.wording.form_words import form_words
from tests.domain.build import altered

TODAY = date(2023, 3, 24)


def test_a_form_asks_what_the_letter_puts_to_the_committee(awaiting: AuditCase) -> None:
    asked = asked_form(awaiting, find_committee(awaiting, "KFN"))
    assert [row.number for row in asked.rows] == ["R6", "R7", "R8", "R9"]
    assert asked.rows[0].text.startswith("Ta fram och besluta om en plan")
    assert asked.reply_case.diary_number == "KFN/2023:41"


def test_the_ids_of_a_form_are_the_same_in_every_register_and_on_every_day(
    awaiting: AuditCase,
) -> None:
    asked = asked_form(awaiting, find_committee(awaiting, "KFN"))
    assert asked.key.form_uid == "750f678a-1cb5-5096-bad6-50aa4a378515"
    made = uuid.uuid5(uuid.UUID(asked.reply_case.uid), asked.key.stamp)
    assert asked.key.form_uid == str(made)
    assert FormKey.read(asked.key.text) == asked.key
    assert asked.key.is_whole
    assert asked.key.covers(row.uid for row in asked.rows)
    assert not asked.key.covers(row.uid for row in reversed(asked.rows))


def test_another_letter_makes_another_form_and_an_extension_does_not(awaiting: AuditCase) -> None:
    committee = find_committee(awaiting, "KFN")
    before = asked_form(awaiting, committee).key
    later = altered(awaiting.audit, handed_over_on=date(2022, 12, 2))
    assert asked_form(replace(awaiting, audit=later), committee).key.form_uid != before.form_uid
    assert asked_form(replace(awaiting, extensions=()), committee).key == before
    fewer = replace(awaiting, addressees=awaiting.addressees[:-1])
    assert (
        asked_form(fewer, awaiting.committees[0]).key
        == asked_form(awaiting, awaiting.committees[0]).key
    )


def test_each_committee_has_a_form_of_its_own(awaiting: AuditCase) -> None:
    asked = [each.committee_id for each in awaiting.reply_cases]
    keys = {asked_form(awaiting, awaiting.committee_by_id[each]).key.form_uid for each in asked}
    assert len(keys) == len(asked) == 7


def test_nothing_is_asked_before_the_letter_or_of_others(awaiting: AuditCase) -> None:
    draft = replace(awaiting, audit=altered(awaiting.audit, handed_over_on=None))
    with pytest.raises(RevTrackError, match="handed over"):
        asked_form(draft, find_committee(awaiting, "KFN"))
    asked = {each.committee_id for each in awaiting.reply_cases}
    stranger = next(each for each in awaiting.committees if each.id not in asked)
    with pytest.raises(UsageError, match="does not go to"):
        asked_form(awaiting, stranger)


def test_a_fields_name_is_short_enough_for_a_bookmark_and_read_again() -> None:
    uid = "750f678a-1cb5-5096-bad6-50aa4a378515"
    assert len(field_name(uid, "po")) <= 40
    assert field_of(field_name(uid, "a1")) == (uid, "a1")
    assert field_of("RT_750f_po") is None


def _read(case: AuditCase, **texts: str) -> tuple[RowState, str | None, list[str]]:
    """Return what a form says on R6 whose fields hold these texts."""
    asked = asked_form(case, find_committee(case, "KFN"))
    row = asked.rows[0]
    said = {"tx": row.text, "po": "", "pr": "", "ko": "", **texts}
    fields = tuple(FoundField(uid=row.uid, field=name, text=text) for name, text in said.items())
    found = FoundForm(keys=(asked.key.text,), fields=fields)
    reading = read_reply(found, asked, form_words(), TODAY).rows[0]
    remarks = [sentence(each.message, each.values) for each in reading.remarks]
    return reading.state, reading.quote, remarks


def test_a_day_that_cannot_be_read_is_kept_among_the_committees_words(awaiting: AuditCase) -> None:
    assert _read(awaiting, po="Instämmer", a1="Kartlägga", d1="hösten 2023") == (
        RowState.WHOLE,
        "Instämmer.\nKlart senast: hösten 2023",
        ["R6: ”hösten 2023” kan inte tolkas och bevaras bland nämndens egna ord."],
    )


def test_responsible_and_day_without_an_action_are_kept(awaiting: AuditCase) -> None:
    state, quote, remarks = _read(awaiting, po="Instämmer", r2="Chefen", d2="2023-06")
    assert state is RowState.WHOLE
    assert quote == "Instämmer.\nKlart senast: 2023-06\nAnsvarig: Chefen"
    assert len(remarks) == 2


def test_an_unknown_progress_is_kept(awaiting: AuditCase) -> None:
    _state, quote, _remarks = _read(awaiting, po="Instämmer", pr="nästan klart")
    assert quote == "Instämmer.\nLäge i dag: nästan klart"


def test_a_text_typed_over_what_was_asked_is_told(awaiting: AuditCase) -> None:
    _state, _quote, remarks = _read(awaiting, po="Instämmer", tx="Något annat")
    assert remarks == ["R6: rekommendationen har en annan lydelse i formuläret än i missivet."]


def test_texts_beyond_all_measure_are_left_out_and_told(awaiting: AuditCase) -> None:
    state, quote, remarks = _read(
        awaiting, po="Instämmer", ko="x" * (MAX_PROSE + 1), a1="Gör", r1="y" * (MAX_LINE + 1)
    )
    assert (state, quote) == (RowState.WHOLE, "Instämmer.")
    assert [each.split(" utelämnades")[0] for each in remarks] == [
        "En text på mer än 20000 tecken",
        "En text på mer än 1000 tecken",
    ]
