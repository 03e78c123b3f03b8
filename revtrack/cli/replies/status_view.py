"""A status form that came back: shown row by row or as JSON, and filed."""

from collections.abc import Sequence
from typing import Any

from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.form_view import INDENT, worded
from revtrack.cli.replies.progress import tell_registered
from revtrack.domain.errors import UsageError
from revtrack.domain.replies.status_reply import StatusReading, StatusRowReading
from revtrack.services.replies.forms import Filing
from revtrack.services.replies.status_forms import StatusFiled, StatusProposal, file_status
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.labels import absent_label, label
from revtrack.wording.words import capitalise_first


def take_in(
    start: Start,
    store: Store,
    proposal: StatusProposal,
    filing: Filing,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Show what a status form says and file it, unless this is a trial."""
    if filing.is_draft or filing.replaces or filing.supplements:
        raise UsageError(
            "This is a status form of a follow-up. Each report stands beside the earlier ones, so "
            "--draft, --replaces and --supplement do not go with it."
        )
    if not as_json:
        _show(proposal.reading)
    filed: StatusFiled | None = None
    try:
        if not dry_run:
            filed = file_status(
                store,
                proposal,
                start.today,
                received_on=filing.received_on,
                accepts_part=filing.accepts_part,
            )
    finally:  # also where it is not filed: what it says is what the refusal is about
        if as_json:
            say_json(_as_json(proposal, filed))
    if not as_json:
        _tell(filed)


def _show(reading: StatusReading) -> None:
    asked = reading.asked
    audit = asked.follow_up.audit
    say(f"{audit.reference}  {audit.title}")
    say(capitalise_first(asked.committee.name))
    say(reading.reported_on.isoformat() if reading.reported_on else _("day not stated"))
    last = None
    for row in reading.rows:
        say()
        if row.asked.case.audit.id != last:
            last = row.asked.case.audit.id
            say(f"{row.asked.case.audit.reference}  {row.asked.case.audit.title}")
        _show_row(row)
    for each in reading.remarks:
        say_wrapped(f"! {worded(each)}", hanging=2)


def _show_row(row: StatusRowReading) -> None:
    progress = label(row.progress) if row.progress else absent_label("progress")
    say(f"{row.asked.number:<{INDENT}}{progress}")
    if row.text:
        say_wrapped(row.text, indent=INDENT)
    for each in row.remarks:
        say_wrapped(f"! {worded(each)}", indent=INDENT, hanging=2)


def _tell(filed: StatusFiled | None) -> None:
    if filed is None:
        note(_("Nothing was filed."))
        return
    for place in dict.fromkeys(map(_place, filed.rows)):
        own = [row.asked for row in filed.rows if _place(row) == place]
        tell_registered(own[0].case, own[0].committee, [each.addressee.id for each in own])
    if filed.known:
        said = ngettext(
            "{n} report is registered already, of the same day: {numbers}.",
            "{n} reports are registered already, of the same day: {numbers}.",
            len(filed.known),
        )
        note(said.format(n=len(filed.known), numbers=_names(filed.known)))


def _place(row: StatusRowReading) -> tuple[int, int]:
    return (row.asked.case.audit.id, row.asked.committee.id)


def _names(rows: Sequence[StatusRowReading]) -> str:
    return ", ".join(row.asked.name for row in rows)


def _as_json(proposal: StatusProposal, filed: StatusFiled | None) -> dict[str, Any]:
    """Return what a form says, and what was filed of it."""
    reading = proposal.reading
    return {
        "form": reading.asked.key.form_uid,
        "audit": reading.asked.follow_up.audit.reference,
        "committee": reading.asked.committee.name,
        "sha256": proposal.sha256,
        "reported_on": reading.reported_on.isoformat() if reading.reported_on else None,
        "reports": [
            {
                "audit": row.asked.case.audit.reference,
                "recommendation": row.asked.number,
                "state": row.state.value.replace("position", "progress"),
                "filed": filed is not None and row in filed.rows,
                "progress": row.progress,
                "text": row.text,
                "remarks": [worded(each) for each in row.remarks],
            }
            for row in reading.rows
        ],
        "remarks": [worded(each) for each in reading.remarks],
        "is_whole": reading.is_whole,
        "filed": filed is not None,
    }
