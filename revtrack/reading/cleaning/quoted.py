"""Lines of an e-mail that another one quotes, each behind a sign: "> Vi har granskat …"."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.texts.mail_labels import MAIL_LABEL, ORIGINAL, WROTE, is_mail_head

_QUOTED = re.compile(r"[ \t]{0,2}>(?:[ \t]?>)*[ \t]?")
_HEAD = 12


def without_signs(lines: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return lines without the signs of quotation, and the numbers, from 1, of those that had one.

    A sign that is but the bullet of a list stays: the paper is no mail that says anything without
    signs, no line of its run is empty or names a sender, and nobody is said to have written it.
    """
    runs = list(_runs(lines))
    is_mail = is_mail_head(lines[:_HEAD])
    found = list(lines)
    quoted: set[int] = set()
    for run in runs:
        said = [_QUOTED.sub("", lines[at], count=1) for at in run]
        if is_mail or _is_attributed(lines[: run[0]]) or any(map(_is_of_mail, said)):
            quoted.update(at + 1 for at in run)
            for at, text in zip(run, said, strict=True):
                found[at] = text
    return found, frozenset(quoted)


def _is_attributed(above: Sequence[str]) -> bool:
    """Tell whether what stands above says who wrote what follows, perhaps broken over two lines."""
    last = [each.strip() for each in above if each.strip()][-2:]
    said = (*last[-1:], " ".join(last))
    return any(WROTE.match(each) or ORIGINAL.match(each) for each in said)


def _is_of_mail(said: str) -> bool:
    """Tell whether a quoted line is none of a list: empty, or a label."""
    text = said.strip()
    return not text or MAIL_LABEL.match(text) is not None


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Give the places of lines behind a sign that follow each other."""
    run: list[int] = []
    for at, each in enumerate((*lines, "")):
        if _QUOTED.match(each):
            run.append(at)
        elif run:
            yield run
            run = []
