"""What a person should know of how a paper was read: what was guessed, mended or not there."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from revtrack.domain.errors import N_
from revtrack.reading.cleaning.damage import Mended
from revtrack.reading.plain_text import Decoded

Remark = dict[str, Any]
"""``{"code", "message", "line", "facts"}``; the facts fill in the message, a sentence."""

_MENDED = N_(
    "The text has lost letters, as after a scan. They were found again in {count} words; look at "
    "them: {sample}"
)
_LOST = N_("The text has lost letters that could not be found again, in {count} words.")
_EMPTY = N_("These pages hold no text, at most a picture of it: {pages}.")
_GUESSED = N_(
    "The text does not say how its letters are stored and was read as {encoding}. Look whether å, "
    "ä and ö are right: {sample}"
)
_SAMPLES = 5


def of_damage(said: Mended) -> Iterator[Remark]:
    """Give what there is to say of the letters that a paper had lost."""
    if said.changed:
        sample = [f"{word} → {whole}" for word, whole in list(said.changed.items())[:_SAMPLES]]
        facts = {"count": len(said.changed), "sample": ", ".join(sample)}
        yield _remark("letters_mended", _MENDED, said.line, facts)
    if said.lost:
        yield _remark("letters_lost", _LOST, said.line, {"count": said.lost})


def of_empty_pages(pages: Sequence[int]) -> Iterator[Remark]:
    """Give what there is to say of pages without text among others that have some."""
    if pages:
        yield _remark("pages_without_text", _EMPTY, None, {"pages": _ranges(pages)})


def of_encoding(said: Decoded) -> Iterator[Remark]:
    """Give what there is to say of a text whose encoding was guessed and matters."""
    if not said.is_certain and said.preview is not None:
        line = said.text[: said.text.find(said.preview)].count("\n") + 1
        facts = {"encoding": said.encoding, "sample": said.preview}
        yield _remark("encoding_guessed", _GUESSED, line, facts)


def _remark(code: str, message: str, line: int | None, facts: dict[str, Any]) -> Remark:
    return {"code": code, "message": message, "line": line, "facts": facts}


def _ranges(pages: Sequence[int]) -> str:
    """Return numbers as they are read aloud: "2, 5–7"."""
    said = []
    for _step, group in groupby(enumerate(pages), key=lambda each: each[1] - each[0]):
        numbers = [page for _place, page in group]
        said.append(f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
    return ", ".join(said)
