"""Lines of an e-mail that another one quotes, each behind a sign: "> Vi har granskat …"."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.texts.mail_labels import MAIL_LABEL

_QUOTED = re.compile(r"[ \t]{0,2}>(?:[ \t]?>)*[ \t]?")
_ATTRIBUTED = re.compile(r"\b(?:skrev|skriver|wrote)\b.*:$|\bmeddelande\b.*-{2,}$", re.IGNORECASE)
_HEAD = 12


def without_signs(lines: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return lines without the signs of quotation, and the numbers, from 1, of those that had one.

    A sign that is but the bullet of a list stays: no line of its run is empty or goes on, none
    names a sender, and nobody is said to have written it.
    """
    is_mail = any(map(MAIL_LABEL.match, lines[:_HEAD]))
    found = list(lines)
    quoted: set[int] = set()
    for run in _runs(lines):
        said = [_QUOTED.sub("", lines[at], count=1) for at in run]
        above = next((each for each in reversed(lines[: run[0]]) if each.strip()), "")
        if _ATTRIBUTED.search(above.strip()) or any(
            _is_of_mail(each, is_mail=is_mail) for each in said
        ):
            quoted.update(at + 1 for at in run)
            for at, text in zip(run, said, strict=True):
                found[at] = text
    return found, frozenset(quoted)


def _is_of_mail(said: str, *, is_mail: bool) -> bool:
    """Tell whether a quoted line is none of a list: empty, a label, or begun small in a mail."""
    text = said.strip()
    return not text or (is_mail and text[:1].islower()) or MAIL_LABEL.match(text) is not None


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Give the places of lines behind a sign that follow each other."""
    run: list[int] = []
    for at, each in enumerate((*lines, "")):
        if _QUOTED.match(each):
            run.append(at)
        elif run:
            yield run
            run = []
