"""What is told of a draft before it is gone on with: when it was typed, and what it says."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from revtrack.domain.codes import Position, Progress
from revtrack.domain.entries import AnswerEntry
from revtrack.forms.field import FormField
from revtrack.services.drafts import Draft
from revtrack.wording import _, language
from revtrack.wording.words import day_in_words

BESIDE = "*0"
"""The name under which a draft keeps what a form asks besides its fields."""


def when_told(draft: Draft, now: date) -> str:
    """Return when a draft was typed, as seen from a day."""
    at = draft.kept_at
    clock = f"{at:%H.%M}" if language() == "sv" else f"{at:%H:%M}"
    if at.date() == now:
        return _("Draft from {time}: it was typed here and never saved.").format(time=clock)
    said = _("Draft from {day} at {time}: it was typed here and never saved.")
    return said.format(day=day_in_words(at.date(), in_language=language()), time=clock)


def texts_told(draft: Draft, fields: Mapping[str, FormField]) -> Iterator[tuple[str, str]]:
    """Give the label and the text of each field that says something else than at first."""
    for name, text in draft.changed.items():
        if name in fields:
            yield fields[name].label, fields[name].said(text) or _("(emptied)")


def meanwhile_told(field: FormField, draft: Draft, first: Mapping[str, str]) -> str:
    """Return that somebody has changed a field of a draft since; empty where nobody has.

    ``first`` is what stands in the fields now.
    """
    stood, stands = draft.first.get(field.name, ""), first.get(field.name, "")
    if stands in {stood, draft.changed.get(field.name)}:
        return ""
    told = _("Meanwhile this has been changed to: {text}")
    return told.format(text=field.said(stands) or _("(emptied)"))


def says_something(draft: Draft, first: Mapping[str, str]) -> bool:
    """Tell whether a draft says anything else than what stands in the fields now."""
    return any(first.get(name, "") != text for name, text in draft.changed.items())


def answers_written(answers: Iterable[AnswerEntry]) -> str:
    """Return what is chosen for some recommendations, as a draft keeps it."""
    return json.dumps(
        {str(each.addressee_id): [each.position, each.progress, each.quote] for each in answers}
    )


def answers_read(text: str) -> dict[int, AnswerEntry]:
    """Return what a draft says of recommendations, by their ids; of another version nothing."""
    found: dict[int, AnswerEntry] = {}
    with suppress(ValueError, TypeError, AttributeError):
        for key, (position, progress, quote) in json.loads(text).items():
            found[int(key)] = AnswerEntry(
                addressee_id=int(key),
                position=Position(position) if position else None,
                progress=Progress(progress) if progress else None,
                quote=quote,
            )
    return found
