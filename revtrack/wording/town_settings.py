"""What a municipality's office has chosen, in words: the same on the screen and in lines."""

from enum import StrEnum

from revtrack.domain.errors import UsageError
from revtrack.domain.records import Municipality
from revtrack.domain.replies.reminders import NO_STEPS, parse_steps
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label
from revtrack.wording.language import term
from revtrack.wording.vocabularies import NOT_STATED

SHOWN = (
    "abbreviation",
    "kind",
    "place",
    "reply_address",
    "diary_address",
    "reply_months",
    "counted_day",
    "takes_drafts",
    "asks_if_solved",
    "signing",
    "reminder_steps",
)
"""The fields that are shown, in order."""


def steps_in_words(steps: str) -> str:
    """Return on which days one is reminded, and how: "-14 mejl, +7 mejl"."""
    told = (f"{step.days:+d} {label(step.form).lower()}" for step in parse_steps(steps))
    return ", ".join(told) or _("none")


def steps_typed(steps: str) -> str:
    """Return the steps as one types them in the language in use; what cannot be read as it is."""
    try:
        typed = (f"{step.days} {label(step.form).lower()}" for step in parse_steps(steps))
        return ", ".join(typed) or NO_STEPS
    except UsageError:
        return steps


def setting_in_words(field: str, town: Municipality) -> str:
    """Return what a municipality has in a field, in words."""
    value = getattr(town, field)
    if field == "reminder_steps":
        return steps_in_words(value)
    if value is None:
        return absent_label(NOT_STATED)
    if isinstance(value, bool):
        return term("truth", "yes") if value else term("truth", "no")
    return label(value) if isinstance(value, StrEnum) else str(value)
