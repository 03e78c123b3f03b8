"""Historik: every change, the latest first, of one audit or of all that is registered."""

from collections.abc import Sequence
from functools import partial

from revtrack.forms.found_by import event_facts
from revtrack.plain import sentences
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import moment_told
from revtrack.plain.turning import change_told
from revtrack.services.describe import EventLine, describe_events
from revtrack.services.history import latest_changes, list_history
from revtrack.wording import _, ngettext
from revtrack.wording.changes import worded_fields, worded_reason, worded_record

AT_ONCE = 400
"""So many changes are read at first, and each time that older ones are asked for."""


def read_history_of(talk: Dialogue, audit_id: int) -> None:
    """Read the changes of one audit."""

    def options() -> Sequence[Option]:
        store = talk.desk.store
        lines = describe_events(store, list_history(store, audit_id))
        return tuple(_option(talk, each) for each in reversed(lines))

    talk.browse(_("History, the latest first."), options, _("Nothing has happened yet."))


def read_history(talk: Dialogue) -> None:
    """Read the changes of the whole register, the older ones where they are asked for."""
    most = AT_ONCE

    def options() -> Sequence[Option]:
        seen = latest_changes(talk.desk.store, most)
        rows = [_option(talk, each) for each in describe_events(talk.desk.store, seen.events)]
        left = seen.count - len(rows)
        if left > 0:
            said = ngettext("{n} older change", "{n} older changes", left).format(n=left)
            rows.append(Option(f"{_('Older')}: {said}", older))
        return rows

    def older() -> None:
        nonlocal most
        most += AT_ONCE

    talk.browse(
        _("History of the register, the latest first."),
        options,
        _("Nothing has been registered yet."),
    )


def _option(talk: Dialogue, line: EventLine) -> Option:
    event = line.event
    return Option(
        sentences.sentence(
            moment_told(event.at),
            event.who or _("another program"),
            change_told(line),
            worded_reason(event.why) if event.why else "",
        ),
        partial(_read_whole, talk, line),
        event_facts(event, line.name),
        line.name.audit or "",
    )


def _read_whole(talk: Dialogue, line: EventLine) -> None:
    """Read every field of a change."""
    event = line.event
    is_change = event.old is not None and event.new is not None
    told = worded_fields if is_change else worded_record
    talk.say(change_told(line))
    for each in told(event.table, line.changes):
        talk.say(each)
