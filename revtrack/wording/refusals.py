"""Refusals in the chosen language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from revtrack.domain.errors import RevTrackError
from revtrack.wording.labels import label
from revtrack.wording.language import _, ngettext, term
from revtrack.wording.periods import due_by
from revtrack.wording.reasons import reason_of
from revtrack.wording.vocabularies import LABELS, NOT_STATED
from revtrack.wording.words import capitalise_first

if TYPE_CHECKING:  # a quarter of a second at start that only a check needs
    from revtrack.domain.checks import Problem

IN_RUNNING_TEXT = frozenset({"committee", "committees"})
"""Fields of sentences that hold names with a small letter: "kommunstyrelsen"."""


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a refusal carries
    """Return a value as it stands inside a sentence: a code by its label, a day as ISO.

    Several values are parted by commas; a missing one reads "uppgift saknas", yes and no in words,
    a fault of the operating system as the reason it gives.
    """
    match value:
        case None:
            text = _uncapitalised(term("absent", NOT_STATED))
        case bool():
            text = term("truth", "yes") if value else term("truth", "no")
        case StrEnum() if type(value) in LABELS:
            text = _uncapitalised(label(value))
        case datetime():
            text = value.isoformat(sep=" ", timespec="minutes")
        case date():
            text = value.isoformat()
        case OSError():
            text = reason_of(value)
        case tuple() | list():
            text = ", ".join(shown(one) for one in value)
        case _:
            text = str(value)
    return text


def _filled(worded: str, values: Mapping[str, Any]) -> str:
    if not values:
        return worded
    told = worded.format(**{name: shown(value) for name, value in values.items()})
    first = next((name for name in values if worded.startswith(f"{{{name}}}")), "")
    is_in_running_text = first in IN_RUNNING_TEXT or isinstance(values.get(first), StrEnum)
    return capitalise_first(told) if is_in_running_text else told


def sentence(message: str, values: Mapping[str, Any]) -> str:
    """Return a sentence of the catalogue in the language in use with its values in their places.

    It begins with a capital where it begins with a code's label or the name of a committee.
    """
    return _filled(_(message), values)


def word(refusal: RevTrackError) -> str:
    """Return the refusal's sentence in the language in use."""
    return sentence(refusal.message, refusal.values)


def word_problem(problem: Problem) -> str:
    """Return what is wrong and what to do about it, in the language in use.

    Where another body decided the reply that it is about, that body is named.
    """
    values = dict(problem.values)
    if isinstance(due := values.get("due"), str):
        values["due"] = due_by(due)
    if isinstance(problem.message, str):
        told = sentence(problem.message, values)
    else:
        told = _filled(ngettext(*problem.message, values["count"]), values)
    if not problem.decided_by:
        return told
    decided = _("The reply was decided by {body}.").format(body=problem.decided_by)
    return f"{told} {decided}"
