"""Searching all texts of the register, or all its recommendations."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date

import click

from revtrack.cli import list_contracts
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_json, say_table
from revtrack.cli.frame.parts import COUNT, Command, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import N_, UsageError
from revtrack.domain.filtering import Filter, parse_filter
from revtrack.domain.searching import FoundLine, Hit, snippet
from revtrack.domain.texts.prose import clean
from revtrack.services.saved_views import TEXTS, find_view
from revtrack.services.searching import Register, words_of
from revtrack.wording import _, ngettext
from revtrack.wording.filter_names import filter_names
from revtrack.wording.labels import label
from revtrack.wording.searching import found_in
from revtrack.wording.standings import standing_label

MOST = 50
MANY = 100
"""Audits that take long enough to go through for it to be told."""
SNIPPET = 160


def search() -> Command:
    """Return the command that searches."""
    return Command(
        "search",
        _search,
        [
            click.Argument(["text"], nargs=-1, metavar=_("TEXT")),
            click.Option(
                ["--recommendations"],
                is_flag=True,
                help=_("List recommendations, one a committee, in place of texts."),
            ),
            click.Option(["--view"], metavar=_("NAME"), help=_("Search by a saved view.")),
            click.Option(
                ["--limit"],
                type=COUNT,
                default=MOST,
                show_default=True,
                metavar=_("COUNT"),
                help=_("At most so many; 0: all."),
            ),
            json_option(),
            csv_option(),
        ],
        _(
            "Words alone are looked for in all texts: a word of three letters or more also inside "
            "other words, one of two letters at their beginnings. With fields, such as "
            "committee:SN or year:2024, recommendations are listed. What begins with a minus "
            "comes after two minus signs alone."
        ),
        [
            _("revtrack search procurement"),
            _("revtrack search committee:SN status:open late"),
            _("revtrack search -- committee:SN -priority:low"),
            _("revtrack search --view mine --csv"),
        ],
    )


def _search(  # noqa: PLR0913, PLR0917 - each is an option that a person gives
    start: Start,
    text: tuple[str, ...],
    recommendations: bool,
    view: str | None,
    limit: int,
    as_json: bool,
    as_csv: bool,
) -> None:
    if bool(text) is bool(view):
        raise UsageError(N_("Write what to search for, or name a saved view with --view."))
    with opened(start) as store, closing(Register(store)) as register:
        saved = find_view(store, view) if view else None
        asked = parse_filter(saved.filter_text if saved else clean(" ".join(text)), filter_names())
        is_texts = saved.screen == TEXTS if saved else not (recommendations or _has_fields(asked))
        if is_texts:
            words = _words(asked)
            numbers = register.find_texts(asked)
            hits = register.hits(numbers[: limit or len(numbers)])
            _tell_hits(hits, words, as_json=as_json, as_csv=as_csv)
        else:
            register.prepare(_tell_waiting())
            numbers = register.find_lines(asked, start.today)
            lines = register.lines(numbers[: limit or len(numbers)])
            _tell_lines(lines, start.today, as_json=as_json, as_csv=as_csv)
    _tell_count(len(numbers), limit, is_texts=is_texts)


def _tell_waiting() -> Callable[[int], None]:
    """Return what tells, once, that many audits are gone through first."""
    told: list[int] = []

    def tell(left: int) -> None:
        if not told and left > MANY:
            said = _("Going through {n} audits that have changed; the next search is quick.")
            note(said.format(n=left))
        told.append(left)

    return tell


def _has_fields(asked: Filter) -> bool:
    return any(part.field is not None for part in asked.parts)


def _words(asked: Filter) -> tuple[str, ...]:
    words = words_of(asked)
    if not words:
        raise UsageError(N_("Write a word of two letters or more to search for."))
    return words


def _tell_count(count: int, limit: int, *, is_texts: bool) -> None:
    """Tell how many were found, and that not all of them are listed where they are not."""
    if limit and count > limit:
        said = _("The first {n} of {all} are listed; --limit 0 lists all.")
        note(said.format(n=limit, all=count))
    elif is_texts:
        note(ngettext("{n} text was found.", "{n} texts were found.", count).format(n=count))
    else:
        said = ngettext("{n} recommendation to a committee.", "{n} counted per committee.", count)
        note(said.format(n=count))


# ---- texts


def _tell_hits(hits: Sequence[Hit], words: tuple[str, ...], *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        say_json([list_contracts.hit(each) for each in hits])
    elif as_csv:
        headings = [*_hit_headings()[:1], _("Municipality"), *_hit_headings()[1:]]
        rows = [_hit_row(each, each.text, ", ".join(each.committees)) for each in hits]
        say_csv(
            headings,
            [(row[0], each.municipality, *row[1:]) for each, row in zip(hits, rows, strict=True)],
        )
    elif hits:
        rows = [
            _hit_row(each, snippet(each.text, words, SNIPPET), ", ".join(each.abbreviations))
            for each in hits
        ]
        say_table(_hit_headings(), rows, wide=4)


def _hit_headings() -> list[str]:
    return [_("Found in"), _("Audit"), _("No."), _("Committee"), _("Text")]


def _hit_row(hit: Hit, text: str, committees: str) -> tuple[str, ...]:
    return found_in(hit.kind), hit.audit, hit.number or "", committees, text


# ---- recommendations


def _tell_lines(lines: Sequence[FoundLine], today: date, *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        say_json([list_contracts.found_line(each, today) for each in lines])
    elif as_csv:
        say_csv(
            [
                *(_("Municipality"), _("Audit"), _("Title"), _("Year"), _("No.")),
                *(_("Committee"), _("Recommendation"), _("Standing"), _("Position")),
                *(_("The committee says"), _("Verdict"), _("Priority"), _("Awaited")),
            ],
            [_csv_row(each) for each in lines],
        )
    elif lines:
        say_table(
            [_("Audit"), _("No."), _("Committee"), _("Recommendation"), _("Standing")],
            [_table_row(each) for each in lines],
            wide=3,
        )


def _table_row(line: FoundLine) -> tuple[str, ...]:
    committee = line.abbreviation or line.committee
    return line.audit, line.number, committee, line.text, standing_label(line.standing)


def _csv_row(line: FoundLine) -> tuple[object, ...]:
    codes = (line.position, line.progress, line.verdict, line.priority)
    told = [label(code) if code else "" for code in codes]
    return (
        *(line.municipality, line.audit, line.title, line.year, line.number),
        *(line.committee, line.text, standing_label(line.standing), *told, line.awaited_on),
    )
