"""More time for a reply, in words: how many times, and what was asked for and decided."""

from datetime import date

from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.records import Extension
from revtrack.wording.labels import label
from revtrack.wording.language import _


def extended_day(due_on: date, times: int) -> str:
    """Return a day that was moved, with how many times: "2023-04-14 (förlängt 2 ggr)"."""
    if times > 1:
        return _("{day} (extended {n} times)").format(day=due_on, n=times)
    return _("{day} (extended)").format(day=due_on)


def extended_from(original: date, times: int) -> str:
    """Return that a day was moved from the original one, with how many times."""
    if times > 1:
        return _("extended {n} times from {day}").format(day=original, n=times)
    return _("extended from {day}").format(day=original)


def extension_told(extension: Extension) -> str:
    """Return what became of a request, when, by whom and why, as far as it is stated."""
    is_decided = extension.decision is not ExtensionDecision.REQUESTED
    asked, decided = extension.asked_on, extension.decided_on
    parts = [
        _("to {day}").format(day=extension.new_due_on),
        label(extension.decision).lower(),
        _("asked for {day}").format(day=asked) if asked else "",
        _("decided {day}").format(day=decided) if decided else "",
        _("day of decision not stated") if is_decided and not decided else "",
        extension.decided_by or "",
        extension.reason or "",
    ]
    return ", ".join(filter(None, parts))
