"""A committee that takes over from one or several others: a rename, or a merger."""

from collections.abc import Iterable
from datetime import date

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, day_option
from revtrack.cli.frame.start import Start
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee
from revtrack.services.registering.succession import (
    Wanted,
    plan_succession,
    succeed_committees,
)
from revtrack.wording import _, ngettext
from revtrack.wording.words import capitalise_first


def succeed() -> Command:
    """Return the command by which a committee takes over from others."""
    return Command(
        "succeed",
        _succeed,
        [
            click.Argument(
                ["old"],
                nargs=-1,
                required=True,
                metavar=_("OLD…"),
                help=_("The committee that ends, or several, by name or abbreviation."),
            ),
            click.Argument(["new"], metavar=_("NEW"), help=_("The committee that takes over.")),
            day_option("--on", _("The first day of the new committee."), required=True),
            click.Option(
                ["--new", "make"],
                is_flag=True,
                help=_("Register the new committee; without this it must be known."),
            ),
            click.Option(
                ["--municipality"],
                metavar=_("NAME"),
                help=_("The municipality, where a committee's name is found in several."),
            ),
            click.Option(
                ["--dry-run"],
                is_flag=True,
                help=_("Tell what would be done, and change nothing."),
            ),
        ],
        _(
            "The old committee's open recommendations become the new one's to answer for from that "
            "day. Letters, replies and what is closed keep the old name."
        ),
        [
            "revtrack succeed SN VON --on 2027-01-01",
            'revtrack succeed SN ON "Vårdnämnden VN" --on 2027-01-01 --new --dry-run',
        ],
    )


def _succeed(  # noqa: PLR0913 - the options of the command
    start: Start,
    *,
    old: tuple[str, ...],
    new: str,
    on: date,
    make: bool,
    municipality: str | None,
    dry_run: bool,
) -> None:
    wanted = Wanted(old, new, on, municipality, make)
    if dry_run:
        _plan(start, wanted)
        return
    with opened(start) as store:
        done = succeed_committees(store, wanted)
    ended = [each.old for each in done]
    said = _("{new} takes over from {old} on {day}.")
    note(said.format(new=capitalise_first(done[0].new.name), old=_names(ended), day=on))
    count = sum(each.taken_over for each in done)
    said = ngettext(
        "{n} open recommendation is its to answer for from then.",
        "{n} open recommendations are its to answer for from then.",
        count,
    )
    note(said.format(n=count))
    _tell_drafts(sum(each.drafts for each in done), ended)


def _plan(start: Start, wanted: Wanted) -> None:
    with opened(start) as store:
        plan = plan_succession(store, wanted)
    recommendations = ngettext(
        "{n} open recommendation", "{n} open recommendations", plan.taken_over
    )
    replies = ngettext("{n} awaited reply", "{n} awaited replies", plan.awaited)
    moved = _("{recommendations} and {replies}").format(
        recommendations=recommendations.format(n=plan.taken_over),
        replies=replies.format(n=plan.awaited),
    )
    said = _("{moved} move to {new} from {day}.")
    note(said.format(moved=moved, new=plan.new_name, day=wanted.on))
    _tell_drafts(plan.drafts, plan.old)
    note(_("Nothing was changed: this was a trial."))


def _names(committees: Iterable[Committee]) -> str:
    return join_names(each.name for each in committees)


def _tell_drafts(count: int, old: Iterable[Committee]) -> None:
    if count:
        said = ngettext(
            "{n} recommendation that no letter has put yet is still addressed to {old}.",
            "{n} recommendations that no letter has put yet are still addressed to {old}.",
            count,
        )
        note(said.format(n=count, old=_names(old)))
