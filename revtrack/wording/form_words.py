"""The words to choose from in a form, in Swedish, and those by which what was written is read."""

from collections.abc import Mapping

from revtrack.domain.codes import Position, Progress
from revtrack.domain.replies.form_fields import StatusField
from revtrack.domain.replies.form_reply import FormWords
from revtrack.domain.replies.status_reply import StatusWords
from revtrack.wording import form_texts
from revtrack.wording.labels import swedish_label
from revtrack.wording.status_form_texts import DONE_ON, DUE_BY, LABELS

POSITIONS = (
    Position.AGREES,
    Position.AGREES_PARTLY,
    Position.DISAGREES,
    Position.ALREADY_MET,
    Position.NOTED,
)
"""What a committee may choose from; the others are for whoever reads a reply to say."""

DONE = "Genomförd"
"""As the committee itself says it; elsewhere the label says that it is the committee's word."""


def position_labels() -> dict[str, Position]:
    """Return the words for a position in the order they are offered, with what they stand for."""
    return {swedish_label(each): each for each in POSITIONS}


def progress_labels() -> dict[str, Progress]:
    """Return the words for how far an action has come, with what they stand for."""
    return {DONE if each is Progress.DONE else swedish_label(each): each for each in Progress}


OTHER_WORDS: Mapping[str, Position] = {
    "instämmer ej": Position.DISAGREES,
    "instämmer icke": Position.DISAGREES,
    "instämmer i delar": Position.AGREES_PARTLY,
    "delvis": Position.AGREES_PARTLY,
    "redan tillgodosedd": Position.ALREADY_MET,
    "anses redan tillgodosedd": Position.ALREADY_MET,
    "rekommendationen är redan tillgodosedd": Position.ALREADY_MET,
    "noterar": Position.NOTED,
    "noteras": Position.NOTED,
}
"""How the positions are written where a form was filled in by hand."""


def form_words() -> FormWords:
    """Return the words by which what stands in a form is read."""
    return FormWords({**OTHER_WORDS, **position_labels()}, progress_labels(), form_texts.LABELS)


def status_words() -> StatusWords:
    """Return the words by which what stands in a status form is read."""
    return StatusWords(progress_labels(), LABELS[StatusField.REMAINS], DONE_ON, DUE_BY)
