"""A refusal is one whole sentence in the reader's language."""

from datetime import UTC, date, datetime

import pytest

from revtrack.domain.codes import Position, Review
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.wording import sentence, use_language, word
from revtrack.wording.periods import due_by
from revtrack.wording.refusals import shown


def test_a_refusal_is_worded_with_its_values() -> None:
    refusal = UsageError(
        "There is no language {language}; choose sv (Swedish) or en (English).", language="de"
    )
    assert word(refusal) == "Språket de finns inte; välj sv (svenska) eller en (engelska)."
    use_language("en")
    assert word(refusal) == str(refusal)


def test_values_are_shown_as_people_write_them() -> None:
    assert shown(date(2023, 3, 20)) == "2023-03-20"
    assert (
        shown(datetime(2023, 3, 20, 14, 5, tzinfo=UTC).replace(tzinfo=None)) == "2023-03-20 14:05"
    )
    assert shown(Position.AGREES_PARTLY) == "instämmer delvis"
    assert shown(("KS", "KFN", Review.PENDING)) == "KS, KFN, ej bedömt"
    assert [shown(True), shown(False), shown(None)] == ["ja", "nej", "uppgift saknas"]
    assert shown(2023) == "2023"


def test_a_label_keeps_its_capital_only_where_the_sentence_begins_with_it() -> None:
    assert (
        sentence("{review} of {name}", {"review": Review.PENDING, "name": "x"}) == "Ej bedömt of x"
    )
    assert sentence("It is {review}.", {"review": Review.PENDING}) == "It is ej bedömt."


def test_a_committee_begins_a_sentence_with_a_capital() -> None:
    committee = {"committee": "kultur- och fritidsnämnden", "day": date(2023, 3, 24)}
    assert sentence("{committee} has until {day}.", committee).startswith("Kultur- och fritids")
    assert sentence("On {day} {committee} replied.", committee) == (
        "On 2023-03-24 kultur- och fritidsnämnden replied."
    )


def test_braces_in_a_value_are_left_alone() -> None:
    refusal = RevTrackError("{path} is not a RevTrack database.", path="{path}{0}.db")
    assert word(refusal) == "{path}{0}.db är ingen RevTrack-databas."
    assert word(RevTrackError("Write {this} as it is.")) == "Write {this} as it is."


@pytest.mark.parametrize(
    ("coarse", "told", "in_english"),
    [
        ("inför 2025", "inför 2025", "the beginning of 2025"),
        ("2025-Q4", "senast fjärde kvartalet 2025", "the fourth quarter of 2025"),
        ("2023-06", "senast juni 2023", "June 2023"),
        ("2023", "senast 2023", "2023"),
        ("2023-06-30", "senast 2023-06-30", "2023-06-30"),
    ],
)
def test_a_check_says_by_when_as_documents_do(coarse: str, told: str, in_english: str) -> None:
    assert due_by(coarse) == told
    use_language("en")
    assert due_by(coarse) == in_english
