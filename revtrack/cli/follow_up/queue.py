"""What can be followed up now, and why the rest has to wait."""

from collections.abc import Iterable

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_json, say_table
from revtrack.cli.frame.parts import Command, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.outcome.readiness import SENTENCES, QueueItem
from revtrack.services.follow_up.queue import list_queue
from revtrack.services.follow_up.reading import chosen_municipality
from revtrack.wording import _, language, ngettext
from revtrack.wording.labels import label
from revtrack.wording.words import coarse_in_words


def municipality_option() -> click.Option:
    """Return the option that names a municipality."""
    return click.Option(
        ["--municipality"], metavar=_("MUNICIPALITY"), help=_("Only of this municipality.")
    )


def queue() -> Command:
    """Return the command that lists what can be followed up."""
    return Command(
        "follow-up queue",
        _queue,
        [
            municipality_option(),
            click.Option(["--ready"], is_flag=True, help=_("Only what can be followed up now.")),
            json_option(),
            csv_option(),
        ],
        _(
            "Ready is what the committee says is done, and what was to be done by a day that has "
            "passed, once the planned time has come; and then also what has no day. The rest is "
            "listed with the reason."
        ),
        ["revtrack follow-up queue --ready", "revtrack follow-up queue --json"],
    )


def _queue(
    start: Start, *, municipality: str | None, ready: bool, as_json: bool, as_csv: bool
) -> None:
    with opened(start) as store:
        town = chosen_municipality(store, municipality)
        lines = list_queue(store, town.id if town else None, start.today)
    lines = tuple(line for line in lines if line.is_ready or not ready)
    if as_json:
        say_json([_as_json(line) for line in lines])
    elif as_csv:
        say_csv(_headings(), [_row(line) for line in lines])
    elif lines:
        say_table(_headings(), [_row(line) for line in lines], wide=5)
    if not as_json:
        _tell(lines)


def _tell(lines: Iterable[QueueItem]) -> None:
    listed = list(lines)
    count = sum(line.is_ready for line in listed)
    said = ngettext(
        "{n} of {all} can be followed up now.", "{n} of {all} can be followed up now.", count
    )
    note(said.format(n=count, all=len(listed)) if listed else _("Nothing is open."))


def _headings() -> list[str]:
    return [_("Audit"), _("No."), _("Committee"), _("Ready"), _("Follow-up verdict"), _("Why")]


def _row(line: QueueItem) -> list[str]:
    return [
        line.audit,
        line.number,
        line.abbreviation or line.responsible,
        _("Yes") if line.is_ready else _("No"),
        label(line.verdict) if line.verdict else "",
        why(line),
    ]


def why(line: QueueItem) -> str:
    """Return why a recommendation can be followed up now, or why not yet, in one sentence."""
    days = {
        "due": coarse_in_words(line.due, in_language=language()) if line.due else "",
        "planned": coarse_in_words(line.planned, in_language=language()) if line.planned else "",
    }
    return _(SENTENCES[line.readiness]).format(**days)


def _as_json(line: QueueItem) -> dict[str, object]:
    return {
        "municipality": line.municipality,
        "audit": line.audit,
        "recommendation": line.number,
        "committee": line.committee,
        "responsible_committee": line.responsible,
        "ready": line.is_ready,
        "reason": line.readiness.value,
        "message": why(line),
        "due": line.due,
        "progress": line.progress.value if line.progress else None,
        "verdict": line.verdict.value if line.verdict else None,
        "judged_on": line.judged_on.isoformat() if line.judged_on else None,
        "standing": line.standing.value,
    }
