"""What is taken of a paper before it is saved: lines bring along what they rest on."""

from dataclasses import replace

import pytest

from revtrack.domain.codes import Grade, PaperKind
from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.texts.paper import Place
from revtrack.services.reading_in.lines import (
    Comparison,
    Form,
    Group,
    ProposalLine,
    Standing,
    Value,
)
from revtrack.services.reading_in.taking import Taking


def line(
    key: str, value: Value, *rests_on: str, form: Form = Form.TEXT, state: Standing = Standing.NEW
) -> ProposalLine:
    return ProposalLine(
        key, Group.HEAD, key.title(), value, form, state, Place(""), depends_on=rests_on
    )


def taking(*lines: ProposalLine) -> Taking:
    return Taking(Comparison(Proposal(PaperKind.REPORT), lines, None, None, ()))


@pytest.fixture
def sheet() -> Taking:
    return taking(
        line("head.title", "Granskning"),
        line("question.1", "Finns rutiner?"),
        line("grade", Grade.PARTLY, "question.1", form=Form.GRADE),
        line("whom", ("KS",), "grade", form=Form.COMMITTEES, state=Standing.CANNOT),
        line("known", "Samma", state=Standing.SAME),
    )


def test_a_line_is_taken_with_what_it_rests_on_and_left_with_what_rests_on_it(
    sheet: Taking,
) -> None:
    taken = sheet.turned("grade")
    assert set(taken.filled) == {"grade", "question.1"}
    assert set(taken.turned("question.1").filled) == set()
    assert [each.key for each in taken.lacking] == ["head.title"]
    assert set(sheet.with_all_sure().filled) == {"head.title", "question.1", "grade"}


def test_what_cannot_be_saved_is_taken_only_once_it_is_corrected(sheet: Taking) -> None:
    for key in ("whom", "known"):
        with pytest.raises(RevTrackError):
            sheet.turned(key)
    corrected = sheet.corrected("whom", ("Kommunstyrelsen",))
    assert set(corrected.filled) == {"whom", "grade", "question.1"}
    assert corrected.value("whom") == ("Kommunstyrelsen",)
    assert corrected.accepting().corrections == {"whom": ("Kommunstyrelsen",)}
    assert not corrected.is_corrected("grade")
    assert sheet.corrected("grade", Grade.PARTLY).is_corrected("grade") is False


def test_what_is_taken_stays_over_another_comparison_as_far_as_it_can_be_saved(
    sheet: Taking,
) -> None:
    taken = sheet.with_all_sure()
    lines = [replace(each, standing=Standing.SAME) for each in sheet.comparison.lines[:1]]
    newer = taking(*lines, *sheet.comparison.lines[1:])
    assert set(taken.over(newer).filled) == {"question.1", "grade"}


def test_a_draft_says_what_was_taken_and_corrected(sheet: Taking) -> None:
    taken = sheet.turned("question.1").corrected("grade", Grade.NO)
    draft = taken.as_draft("Norrvika kommun")
    again = sheet.filled_again(draft)
    assert again.filled.keys() == taken.filled.keys()
    assert again.value("grade") is Grade.NO
    assert draft.municipality == "Norrvika kommun"
    odd = draft.model_copy(update={"lines": {"grade": "nonsense", "gone": None}})
    assert not sheet.filled_again(odd).filled
