"""A report, letter, reply or bundle of somebody else's, read as a proposal."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from revtrack.cli import FINE
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json
from revtrack.cli.frame.parts import PAIR, Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.read_lines import tell_accepted, tell_comparison, value_typed
from revtrack.cli.read_told import tell
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.proposals.proposal import Proposal
from revtrack.services import find
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.as_json import as_json as contract
from revtrack.services.reading_in.as_json import refused_as_json
from revtrack.services.reading_in.beside_audit import proposed_for
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.likely import doubled
from revtrack.services.reading_in.lines import Accepted, Accepting, Comparison, Original
from revtrack.services.reading_in.missing import missing_recipients
from revtrack.services.reading_in.progress import NowAndThen
from revtrack.services.reading_in.read_file import SURE, only_of, read_beside, read_file
from revtrack.services.reading_in.taking import original_of
from revtrack.services.reading_in.told import line_as_json
from revtrack.storage.store import Store
from revtrack.wording import _, word
from revtrack.wording.words import capitalise_first


def read() -> Command:
    """Return the command that reads a paper of somebody else's."""
    return Command(
        "read",
        _read,
        [
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path),
                metavar=_("FILE"),
                help=_("A Word document, a PDF or a text; it is only read."),
            ),
            click.Option(
                ["--only"],
                type=click.IntRange(min=1),
                metavar=_("NUMBER"),
                help=_("The one that is meant, where the file holds papers of several audits."),
            ),
            *_register_options(),
            *_accepting_options(),
            json_option(),
        ],
        _(
            "A report, a cover letter, a reply, an extract of the minutes or a bundle of them: "
            "what it says, each with its line, and with a question mark where a person should "
            "look. Nothing is saved but what is accepted: with --into it is shown beside what an "
            "audit has, each line by its key; with --accept what is new and sure is saved, all or "
            "nothing, and the file is attached. Exit status 3 where the file cannot be read, or is "
            "no paper of an audit."
        ),
        [
            "revtrack read rapport.pdf",
            "revtrack read handlingar.docx --json",
            "revtrack read årets-rapporter.pdf --only 2",
            "revtrack read svar.docx --into ESK-2022-1",
            "revtrack read svar.docx --into ESK-2022-1 --accept",
            "revtrack read rapport.pdf --accept --municipality Eskilstuna",
            "revtrack read svar.docx --into ESK-2022-1 --accept-line answer.socialnämnden.7",
        ],
    )


def _register_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--into"],
            metavar=_("AUDIT"),
            help=_("The audit that it belongs to; what it says is shown beside what that has."),
        ),
        click.Option(
            ["--municipality"],
            metavar=_("MUNICIPALITY"),
            help=_("The municipality of a new audit, where the paper does not say which."),
        ),
        click.Option(
            ["--reference"],
            metavar=_("REFERENCE"),
            help=_("The reference of a new audit; else the next free one."),
        ),
    ]


def _accepting_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--accept", "accept_sure"],
            is_flag=True,
            help=_("Save what is new and sure; without --into as a new audit."),
        ),
        click.Option(
            ["--accept-line", "lines"],
            metavar=_("KEY"),
            multiple=True,
            help=_("Save this line too, though it is not sure, or the register says otherwise."),
        ),
        click.Option(
            ["--set", "corrected"],
            type=PAIR,
            metavar=_("KEY=VALUE"),
            multiple=True,
            help=_("Save this line with another value than the one that was read."),
        ),
    ]


@dataclass(frozen=True)
class _Said:
    """How a paper is to be read in."""

    file: Path
    only: int | None
    into: str | None
    municipality: str | None
    reference: str | None
    is_sure_accepted: bool
    lines: tuple[str, ...]
    corrected: Mapping[str, str]
    as_json: bool

    @property
    def is_accepting(self) -> bool:
        """Whether anything is to be saved."""
        return bool(self.is_sure_accepted or self.lines or self.corrected)

    @property
    def is_compared(self) -> bool:
        """Whether it is held against the register."""
        return bool(self.is_accepting or self.into or self.municipality)


def _read(  # noqa: PLR0913 - the options of the command
    start: Start,
    *,
    file: Path,
    only: int | None,
    into: str | None,
    municipality: str | None,
    reference: str | None,
    accept_sure: bool,
    lines: tuple[str, ...],
    corrected: tuple[tuple[str, str], ...],
    as_json: bool,
) -> int:
    typed = dict(corrected)
    said = _Said(file, only, into, municipality, reference, accept_sure, lines, typed, as_json)
    if said.into and (said.municipality or said.reference):
        raise UsageError("--municipality and --reference are of a new audit; leave out --into.")
    if said.is_compared:
        return _compare(start, said)
    try:
        with _register(start) as store:
            found = read_file(file, store, NowAndThen(note), only)
    except RevTrackError as refusal:
        if as_json:
            say_json(refused_as_json(word(refusal)))
        raise
    if as_json:
        say_json(contract(found))
    else:
        tell(found)
    return FINE


@contextmanager
def _register(start: Start) -> Iterator[Store | None]:
    """Give the register, by whose names committees are known; None where there is none yet."""
    if not start.is_database_chosen and not start.database.exists():
        yield None
        return
    with opened(start) as store:
        yield store


# ---- beside the register


def _compare(start: Start, said: _Said) -> int:
    with opened(start) as store:
        audit = find.find_audit(store, said.into) if said.into else None
        town = find.find_municipality(store, said.municipality) if said.municipality else None
        town_id = audit.municipality_id if audit else town.id if town else None
        try:
            found = read_beside(said.file, store, NowAndThen(note), town_id)
            if said.only is not None:
                found = only_of(found, store, said.only, NowAndThen(note), town_id)
        except RevTrackError as refusal:
            if said.as_json:
                say_json(refused_as_json(word(refusal)))
            raise
        audit_id = audit.id if audit else None
        proposal = proposed_for(store, found, audit_id, NowAndThen(note))
        seen = compare_with(store, proposal, audit_id, start.today, town.name if town else None)
        if not said.is_accepting:
            _say_compared(said, seen)
            return FINE
        if proposal.audits:
            raise UsageError(
                "{name} holds papers of {count} audits. Choose one of them with --only, by its "
                "number, 1–{count}; nothing was saved.",
                name=found.name,
                count=len(proposal.audits),
            )
        original = original_of(found)
        if audit is None and said.reference is None:
            _refuse_double(store, found.proposal, original, town.name if town else None)
        if audit is None and _takes_sure_alone(said):
            _refuse_without_committees(missing_recipients(store, seen), seen)
        done = accept(store, proposal, _accepting(said, seen), original, start.today)
    _say_accepted(said, seen, done)
    return FINE


def _refuse_double(
    store: Store, proposal: Proposal, original: Original, municipality: str | None
) -> None:
    """Refuse a new audit where the register has one that the paper may be of, and say which."""
    year = proposal.audit_year
    likely = [
        each
        for each in doubled(store, proposal, original, municipality)
        if year is None or year.confidence < SURE or year.value == each.audit_year
    ]
    if likely:
        raise UsageError(
            "The paper seems to be of {reference}, “{title}”. Read it into that audit with --into "
            "{reference}, or give a new audit a reference of its own with --reference.",
            reference=likely[0].reference,
            title=likely[0].title,
        )


def _takes_sure_alone(said: _Said) -> bool:
    """Tell whether all that is sure is accepted, and no line but the head's is named besides."""
    named = (*said.lines, *said.corrected)
    return said.is_sure_accepted and all(each.startswith("head.") for each in named)


def _refuse_without_committees(missing: Sequence[str], seen: Comparison) -> None:
    """Refuse a new audit whose recommendations would be left for want of their committees."""
    town = seen.municipality
    if not missing or town is None:
        return
    names = " ".join(f'"{capitalise_first(each)}"' for each in missing)
    raise UsageError(
        "{municipality} lacks committees that the paper recommends something, so nothing was "
        "saved. Add them, with their abbreviations: revtrack committees add --municipality "
        '"{municipality}" {names} – or name the lines that are to be saved without them.',
        municipality=town.name,
        names=names,
    )


def _accepting(said: _Said, seen: Comparison) -> Accepting:
    """Return what is accepted: what is named, and with --accept what is sure besides."""
    corrections = {key: value_typed(seen, key, text) for key, text in said.corrected.items()}
    named = {*said.lines, *corrections}
    sure = seen.sure_keys(besides=named) if said.is_sure_accepted else frozenset()
    if said.is_sure_accepted and seen.elsewhere and not named:
        raise RevTrackError(
            "{why} So nothing is accepted as sure; name the lines with --accept-line.",
            why=seen.elsewhere,
        )
    return Accepting(
        keys=sure | named,
        corrections=corrections,
        audit_id=seen.chosen.id if seen.chosen else None,
        municipality=seen.municipality.name if seen.municipality and said.municipality else None,
        reference=said.reference,
        seen=seen.registered,
    )


def _say_compared(said: _Said, seen: Comparison) -> None:
    if said.as_json:
        lines = [line_as_json(seen, each) for each in seen.lines]
        say_json(_told(seen) | {"lines": lines})
    else:
        tell_comparison(seen)


def _say_accepted(said: _Said, seen: Comparison, done: Accepted) -> None:
    if not said.as_json:
        tell_accepted(seen, done, tells_left=said.is_sure_accepted)
        return
    lines = [line_as_json(seen, each, done.keys) for each in seen.lines]
    saved = {
        "audit": done.audit.reference,
        "is_new_audit": done.is_new_audit,
        "attached": done.is_attached,
        "accepted": list(done.keys),
        "lines": lines,
    }
    say_json(_told(seen) | saved)


def _told(seen: Comparison) -> dict[str, Any]:
    told = contract(replace(seen.proposal, doubts=seen.doubts))
    return told | {
        "audit": seen.audit.reference if seen.audit else None,
        "elsewhere": seen.elsewhere,
    }
