"""Case packages in: what they bring, and what both sides have changed."""

import json
from pathlib import Path
from typing import Any

import click

from revtrack.cli import FINE, PROBLEMS
from revtrack.cli.frame.files import content_of
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.package.view import (
    INDENT,
    change_as_json,
    conflict_as_json,
    tell_change,
    tell_conflicts,
)
from revtrack.domain.errors import UsageError
from revtrack.domain.exchange.merging import Side
from revtrack.services.exchange.packages import taking
from revtrack.services.exchange.packages.change_lines import ChangeLine, shown_changes
from revtrack.services.exchange.packages.keys import fingerprint, own_key, public_part
from revtrack.settings import package_key_file
from revtrack.wording import _, ngettext
from revtrack.wording.labels import record_label


def read() -> Command:
    """Return the command that reads in a package."""
    return Command(
        "package read",
        _read,
        [
            click.Argument(["file"], metavar=_("FILE"), help=_("A case package.")),
            click.Option(
                ["--dry-run"], is_flag=True, help=_("Tell what would be done, and change nothing.")
            ),
            click.Option(
                ["--trust"],
                metavar=_("FINGERPRINT"),
                help=_("Accept the key with this fingerprint as the sender's."),
            ),
            click.Option(
                ["--ours", "side"],
                flag_value=Side.OURS.value,
                help=_("Settle every conflict with what the register has."),
            ),
            click.Option(
                ["--theirs", "side"],
                flag_value=Side.THEIRS.value,
                help=_("Settle every conflict with what the package says."),
            ),
            click.Option(
                ["--resolve"],
                metavar=_("FILE"),
                help=_("Settle conflicts one by one: JSON with ours or theirs for each key."),
            ),
            json_option(),
        ],
        _(
            "What only the sender has changed is taken, what only you have changed is kept. What "
            "both have changed keeps your value and is listed until it is settled (exit status 1)."
        ),
        [
            "revtrack package read ESK-2022-1.rtpaket --dry-run",
            'revtrack package read ESK-2022-1.rtpaket --trust "3f2a 91bc 04d7 …"',
            "revtrack package read ESK-2022-1.rtpaket --resolve val.json",
        ],
    )


def _read(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    file: str,
    dry_run: bool,
    trust: str | None,
    side: str | None,
    resolve: str | None,
    as_json: bool,
) -> int:
    chosen = _chosen(side, resolve)
    path = Path(file)
    wanted = taking.Taking(start.today, trust, _own_signer(), chosen, dry_run)
    content = content_of(path)
    with opened(start) as store:
        report = taking.read_package(store, content, path.name, wanted)
        changes = shown_changes(store, report.changes)
    if as_json:
        say_json(_report_as_json(report, changes))
    else:
        _tell_report(report, changes, path.name)
    return PROBLEMS if report.conflicts else FINE


def _chosen(side: str | None, resolve: str | None) -> taking.Chosen:
    if side and resolve:
        raise UsageError("Choose one of --ours, --theirs and --resolve.")
    if side:
        return Side(side)
    if resolve is None:
        return None
    try:
        said = json.loads(content_of(Path(resolve)))
        return {str(key): Side(value) for key, value in said.items()}
    except (ValueError, AttributeError, RecursionError) as fault:
        raise UsageError(
            "{file} is written so: {form}",
            file=resolve,
            form='{"3f2a91bc:position": "theirs", "77d0e1aa:quote": "ours"}',
        ) from fault


def _own_signer() -> str | None:
    """Return the fingerprint of one's own key, None where there is none yet."""
    path = package_key_file()
    return fingerprint(public_part(own_key(path))) if path.exists() else None


def _report_as_json(
    report: taking.PackageReport, changes: tuple[ChangeLine, ...]
) -> dict[str, Any]:
    manifest = report.manifest
    kinds = ("new", "changed", "removed")
    return {
        "audit": manifest.reference,
        "municipality": manifest.municipality,
        "sender": manifest.sender,
        "role": manifest.role,
        "made_on": manifest.made_on.isoformat(),
        "for": manifest.audience.value,
        "signer": report.signer,
        "signer_known": report.is_signer_known,
        "read_before_on": report.read_before_on.isoformat() if report.read_before_on else None,
        "dry_run": report.is_trial,
        "drafts_left_out": report.drafts_left_out,
        "counts": {
            name: dict(zip(kinds, numbers, strict=True)) for name, numbers in report.counts.items()
        },
        "changes": [change_as_json(line) for line in changes],
        "conflicts": [conflict_as_json(line) for line in report.conflicts],
    }


def _tell_report(report: taking.PackageReport, changes: tuple[ChangeLine, ...], name: str) -> None:
    manifest = report.manifest
    said = _("{name}: {reference}, {municipality}, from {sender}, made {day}")
    say_wrapped(
        said.format(
            name=name,
            reference=manifest.reference,
            municipality=manifest.municipality,
            sender=taking.sender_of(manifest),
            day=manifest.made_on,
        ),
        hanging=INDENT,
    )
    if not report.is_signer_known:
        note(_("The key that signed it is not known here: {signer}").format(signer=report.signer))
    if report.read_before_on is not None:
        note(_("It was read in on {day}.").format(day=report.read_before_on))
    for kind, numbers in report.counts.items():
        _tell_count(kind, numbers, is_trial=report.is_trial)
        for line in changes:
            if line.name.kind == kind and not report.is_first:
                tell_change(line)
    if drafts := report.drafts_left_out:
        said = ngettext(
            "{n} draft was left out: by its settings the office does not take drafts in.",
            "{n} drafts were left out: by its settings the office does not take drafts in.",
            drafts,
        )
        note(said.format(n=drafts))
    if not report.has_news and not report.conflicts:
        note(_("The package holds nothing new."))
    tell_conflicts(report.conflicts)
    if report.is_trial:
        note(_("Nothing was changed: this was a trial."))
    elif report.conflicts:
        said = _("Your own values are kept. Settle it with: {command}")
        note(said.format(command=f"revtrack package settle {manifest.reference}"))


def _tell_count(kind: str, numbers: tuple[int, int, int], *, is_trial: bool) -> None:
    fates = (_("{n} added"), _("{n} changed"), _("{n} removed"))
    if is_trial:
        fates = (_("{n} would be added"), _("{n} would be changed"), _("{n} would be removed"))
    parts = [said.format(n=n) for said, n in zip(fates, numbers, strict=True) if n]
    say(f"{sum(numbers)} {record_label(kind, sum(numbers))}: {', '.join(parts)}")
