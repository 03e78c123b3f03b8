"""Committees' meeting calendars, and replies planned backwards from their day."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from revtrack.cli import FINE, REFUSED
from revtrack.cli.frame.entered import made
from revtrack.cli.frame.files import content_of
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_csv, say_json, say_table, say_wrapped
from revtrack.cli.frame.parts import (
    DAY,
    Command,
    audit_argument,
    code_option,
    csv_option,
    day_option,
    json_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json, iso
from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.calendar_rows import RowFault
from revtrack.domain.days.meetings import MeetingPath, ReplyPlan, plan_of
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.records import NewCommitteeMeeting
from revtrack.services import find
from revtrack.services.registering import meetings as calendars
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import label
from revtrack.wording.plans import paper_day_counted, plan_in_words
from revtrack.wording.words import capitalise_first

NOTHING = "–"
INDENT = 2


def _municipality_option() -> click.Option:
    return click.Option(
        ["--municipality"],
        metavar=_("NAME"),
        help=_("The municipality, where a committee's name is found in several."),
    )


def _committee_argument(*, required: bool) -> click.Argument:
    return click.Argument(
        ["committee"],
        required=required,
        metavar=_("COMMITTEE") if required else _("[COMMITTEE]"),
        help=_("Name or abbreviation of the committee."),
    )


def _kind_option() -> click.Option:
    return code_option("--kind", MeetingKind, _("The kind of meeting; committee unless said."))


# ---- the calendar


def list_() -> Command:
    """Return the command that lists meetings."""
    return Command(
        "meetings list",
        _list,
        [
            _committee_argument(required=False),
            _municipality_option(),
            day_option("--from", _("The first day to list; today unless said.")),
            day_option("--until", _("The last day to list.")),
            json_option(),
            csv_option(),
        ],
        _("Of one committee or of all, from today on."),
        ["revtrack meetings list", "revtrack meetings list KFN --from 2023-01-01"],
    )


def _list(
    start: Start,
    *,
    committee: str | None,
    municipality: str | None,
    until: date | None,
    as_json: bool,
    as_csv: bool,
    **said: date | None,
) -> None:
    first = said["from"] or start.today
    with opened(start) as store:
        lines = calendars.list_calendar(store, municipality, committee, first, until)
    headings = [
        _("Day"),
        _("Kind"),
        _("Papers by"),
        _("Summons"),
        _("Municipality"),
        _("Committee"),
    ]
    if as_json:
        say_json([_as_json(line) for line in lines])
    elif as_csv:
        say_csv(headings, [_row(line) for line in lines])
    elif lines:
        say_table(headings, [[cell or NOTHING for cell in _row(each)] for each in lines], wide=5)
    else:
        note(_("No meeting is registered from {day} on.").format(day=first))


def _row(line: calendars.MeetingLine) -> Sequence[str]:
    meeting = line.meeting
    return (
        meeting.held_on.isoformat(),
        label(meeting.kind),
        iso(meeting.papers_by_on) or "",
        iso(meeting.dispatched_on) or "",
        line.municipality.name,
        line.committee.name,
    )


def _as_json(line: calendars.MeetingLine) -> Json:
    return {
        "municipality": line.municipality.name,
        "committee": line.committee.name,
        "abbreviation": line.committee.abbreviation,
        "held_on": iso(line.meeting.held_on),
        "kind": line.meeting.kind.value,
        "papers_by_on": iso(line.meeting.papers_by_on),
        "dispatched_on": iso(line.meeting.dispatched_on),
    }


def add() -> Command:
    """Return the command that registers a meeting."""
    return Command(
        "meetings add",
        _add,
        [
            _committee_argument(required=True),
            click.Argument(["day"], type=DAY),
            _kind_option(),
            day_option("--papers-by", _("The last day for papers to the secretary.")),
            day_option("--dispatched", _("The day of the summons.")),
            _municipality_option(),
        ],
        _("A committee has one meeting of a kind on a day."),
        [
            "revtrack meetings add KFN 2023-03-14 --papers-by 2023-03-01",
            "revtrack meetings add KFN 2023-02-28 --kind working_committee",
        ],
    )


def _add(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    committee: str,
    day: date,
    kind: str | None,
    papers_by: date | None,
    dispatched: date | None,
    municipality: str | None,
) -> None:
    with opened(start) as store:
        body = calendars.find_committee(store, committee, municipality)
        new = made(
            NewCommitteeMeeting,
            committee_id=body.id,
            held_on=day,
            kind=MeetingKind(kind or MeetingKind.COMMITTEE),
            papers_by_on=papers_by,
            dispatched_on=dispatched,
        )
        stored = calendars.add_meeting(store, body.id, new)
    said = _("{committee}: meeting {day} is registered ({kind}).")
    kind_told = label(stored.kind).lower()
    note(said.format(committee=capitalise_first(body.name), day=day, kind=kind_told))


def remove() -> Command:
    """Return the command that takes a meeting away."""
    return Command(
        "meetings remove",
        _remove,
        [
            _committee_argument(required=True),
            click.Argument(["day"], type=DAY),
            _kind_option(),
            _municipality_option(),
        ],
        _("The history keeps what stood there."),
        ["revtrack meetings remove KFN 2023-03-14"],
    )


def _remove(
    start: Start, *, committee: str, day: date, kind: str | None, municipality: str | None
) -> None:
    with opened(start) as store:
        body = calendars.find_committee(store, committee, municipality)
        chosen = MeetingKind(kind or MeetingKind.COMMITTEE)
        calendars.remove_meeting(store, body.id, day, chosen)
    said = _("{committee}: meeting {day} is taken away.")
    note(said.format(committee=capitalise_first(body.name), day=day))


# ---- reading in


def import_() -> Command:
    """Return the command that reads meetings in from a file."""
    return Command(
        "meetings import",
        _import,
        [
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path),
                metavar=_("FILE"),
                help=_("A calendar (.ics) or a workbook (.xlsx)."),
            ),
            click.Option(
                ["--committee"],
                metavar=_("COMMITTEE"),
                help=_("The committee of what names none."),
            ),
            _municipality_option(),
            click.Option(["--dry-run"], is_flag=True, help=_("Only say what would happen.")),
            json_option(),
        ],
        _(
            "A workbook has the headings Nämnd, Sammanträde, Slag, Sista dag för handlingar and "
            "Utskick, in any order. All of the file is read in or nothing; the same file twice "
            "changes nothing. What the calendar says is cancelled or moved is taken away."
        ),
        [
            "revtrack meetings import sammantraden.xlsx --dry-run",
            "revtrack meetings import kfn.ics --committee KFN",
        ],
    )


def _import(
    start: Start,
    *,
    file: Path,
    committee: str | None,
    municipality: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    content = content_of(file)
    with opened(start) as store:
        found = calendars.import_calendar(
            store,
            content,
            start.today,
            municipality=municipality,
            committee=committee,
            dry_run=dry_run,
        )
    if as_json:
        say_json(_import_as_json(found))
    else:
        _tell_import(found)
    return REFUSED if found.faults else FINE


def _import_as_json(found: calendars.CalendarImport) -> Json:
    return {
        "dry_run": found.is_dry_run,
        "added": found.added,
        "changed": found.changed,
        "unchanged": found.unchanged,
        "left_out": list(found.left_out),
        "faults": [
            {
                "row": each.row,
                "sheet": each.sheet,
                "event": each.event,
                "on": iso(each.on),
                "message": sentence(each.message, each.values),
            }
            for each in found.faults
        ],
        "removed": found.removed,
        "cancelled": [
            {
                "committee": each.committee.name,
                "held_on": iso(each.meeting.held_on),
                "kind": each.meeting.kind.value,
                "kept": each.is_kept,
                "decided": list(each.decided),
                "awaited": list(each.awaited),
            }
            for each in found.cancelled
        ],
    }


def _tell_import(found: calendars.CalendarImport) -> None:
    for text in found.left_out:
        note(_("Left out, no meeting of a committee: {text}").format(text=text or NOTHING))
    for fault in found.faults:
        note(_fault_told(fault))
    if found.faults:
        note(_refusal(found.faults))
        return
    said = _("{added} new, {changed} changed, {unchanged} as before.")
    counts = {"added": found.added, "changed": found.changed, "unchanged": found.unchanged}
    say(said.format(**counts))
    for each in found.cancelled:
        note(_cancelled_told(each))
    if found.removed:
        said = ngettext(
            "{n} cancelled meeting taken away.",
            "{n} cancelled meetings taken away.",
            found.removed,
        )
        say(said.format(n=found.removed))
    if found.is_dry_run:
        note(_("Nothing was changed: this was a trial."))


def _refusal(faults: Sequence[RowFault]) -> str:
    count = len(faults)
    if any(fault.event is not None for fault in faults):
        said = ngettext(
            "Nothing was read in: {n} event has to be mended first.",
            "Nothing was read in: {n} events have to be mended first.",
            count,
        )
    else:
        said = ngettext(
            "Nothing was read in: {n} row has to be mended first.",
            "Nothing was read in: {n} rows have to be mended first.",
            count,
        )
    return said.format(n=count)


def _cancelled_told(each: calendars.CancelledMeeting) -> str:
    if each.is_kept:
        said = _(
            "{committee}: the meeting of {day} is cancelled in the file but stays registered, "
            "since a reply was decided at it ({audits}). Mend the day of the decision, or remove "
            "the meeting with revtrack meetings remove."
        )
    elif each.awaited:
        said = _(
            "{committee}: the meeting of {day} is cancelled. A reply is expected from it ({audits})"
            "; reminders wait until that day has passed."
        )
    else:
        said = _("{committee}: the meeting of {day} is cancelled ({kind}).")
    return said.format(
        committee=capitalise_first(each.committee.name),
        day=each.meeting.held_on,
        kind=label(each.meeting.kind).lower(),
        audits=", ".join(each.decided or each.awaited),
    )


def _event_told(fault: RowFault, told: str) -> str:
    if not fault.event:
        return _("Event {number} of the calendar, without a name: {told}").format(
            number=fault.row, told=told
        )
    if fault.on is None:
        return _("The event “{event}”: {told}").format(event=fault.event, told=told)
    said = _("The event “{event}” of {day}: {told}")
    return said.format(event=fault.event, day=fault.on, told=told)


def _fault_told(fault: RowFault) -> str:
    told = sentence(fault.message, fault.values)
    if fault.event is not None:
        return _event_told(fault, told)
    if fault.sheet:
        said = _("Sheet {sheet}, row {row}: {told}")
        return said.format(sheet=fault.sheet, row=fault.row, told=told)
    return _("Row {row}: {told}").format(row=fault.row, told=told)


# ---- planning


def plan() -> Command:
    """Return the command that plans replies backwards from their day."""
    return Command(
        "meetings plan",
        _plan,
        [audit_argument(), _committee_argument(required=False), json_option()],
        _(
            "The committee's last meeting that leaves time for the minutes, the working committee "
            "before it, and the day when the officials' paper has to be ready. Where it is too "
            "late, the day to ask for more time until."
        ),
        ["revtrack meetings plan ESK-2022-1", "revtrack meetings plan ESK-2022-1 KFN --json"],
    )


def _plan(start: Start, audit: str, committee: str | None, as_json: bool) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
    chosen = find.find_committee(case, committee).id if committee else None
    plans = [
        (line, found, committee_in_office(case, line.committee, start.today))
        for line in reply_lines(case, start.today)
        if chosen in {None, line.committee.id}
        and (found := plan_of(case, line, start.today)) is not None
    ]
    if as_json:
        say_json(
            [_plan_as_json(line, found, plan_in_words(found, body)) for line, found, body in plans]
        )
        return
    for line, found, body in plans:
        said = _("{committee}, reply by {day}: {plan}")
        name = capitalise_first(line.committee.name)
        told = plan_in_words(found, body)
        say_wrapped(said.format(committee=name, day=found.due_on, plan=told), hanging=INDENT)
        if counted := paper_day_counted(found, body):
            say_wrapped(counted, indent=INDENT)
    if not plans:
        note(_("No reply is awaited."))


def _plan_as_json(line: ReplyLine, found: ReplyPlan, told: str) -> Json:
    return {
        "committee": line.committee.name,
        "abbreviation": line.committee.abbreviation,
        "due_on": iso(found.due_on),
        **_path_as_json(found.last),
        "is_too_late": found.is_too_late,
        "ask_until": iso(found.ask_until),
        "calendar_until": iso(found.calendar_until),
        "sentence": told,
    }


def _path_as_json(path: MeetingPath | None) -> Json:
    if path is None:
        names = ("meeting_on", "dispatched_on", "preparing_on", "preparing_kind")
        return {**dict.fromkeys((*names, "paper_ready_on")), "paper_day_stated": False}
    preparing = path.preparing
    return {
        "meeting_on": iso(path.meeting.held_on),
        "dispatched_on": iso(path.dispatched_on),
        "preparing_on": iso(preparing.held_on) if preparing else None,
        "preparing_kind": preparing.kind.value if preparing else None,
        "paper_ready_on": iso(path.paper_ready_on),
        "paper_day_stated": path.is_paper_day_stated,
    }
