import pytest

from revtrack.domain.codes import Position, Progress
from revtrack.domain.texts.typed_choices import read_choice
from revtrack.wording.form_words import form_words, position_labels, progress_labels


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("Instämmer", Position.AGREES),
        (" instämmer. ", Position.AGREES),
        ("INSTÄMMER DELVIS", Position.AGREES_PARTLY),
        ("Nämnden instämmer inte", Position.DISAGREES),
        ("Kultur- och fritidsnämnden instämmer", Position.AGREES),
        ("Vi instämmer ej", Position.DISAGREES),
        ("Instämer", Position.AGREES),
        ("Instämmer delvs", Position.AGREES_PARTLY),
        ("Redan tillgodosedd", Position.ALREADY_MET),
        ("Noteras", Position.NOTED),
    ],
)
def test_a_position_typed_by_hand_is_understood(typed: str, position: Position) -> None:
    assert read_choice(typed, form_words().positions) is position


@pytest.mark.parametrize(
    "typed", ["", "Kanske", "Instämmer inte alls", "Ja", "Instämmer men", "Instämmer inte helt"]
)
def test_a_word_more_or_another_word_is_no_position(typed: str) -> None:
    assert read_choice(typed, form_words().positions) is None


def test_every_word_that_a_form_offers_is_understood() -> None:
    words = form_words()
    assert {read_choice(each, words.positions) for each in position_labels()} == {
        *(Position.AGREES, Position.AGREES_PARTLY, Position.DISAGREES),
        *(Position.ALREADY_MET, Position.NOTED),
    }
    assert [read_choice(each, words.progress) for each in progress_labels()] == list(Progress)
