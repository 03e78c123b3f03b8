"""Paket: made of an audit, read in, and what both registers have changed, settled one by one."""

from collections.abc import Iterator, Sequence
from functools import partial

from revtrack.domain.exchange.merging import Side
from revtrack.domain.records import Audit
from revtrack.forms.packages import (
    MakePackageWish,
    Opened,
    OpenPackageWish,
    ReadPackageWish,
    made_told,
    opened_told,
    read_told,
    settled_told,
)
from revtrack.plain import sentences
from revtrack.plain.answers import is_wanted, read_choice
from revtrack.plain.asking import help_told
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.plain.papers import tell_files
from revtrack.services.exchange.packages.change_lines import ChangeLine, shown_changes
from revtrack.services.exchange.packages.conflict_lines import ConflictLine
from revtrack.services.exchange.packages.settling import (
    ExchangeLine,
    list_all_conflicts,
    list_packages,
    settle_each,
)
from revtrack.services.exchange.packages.taking import sender_of
from revtrack.services.exchange.packages.told import (
    conflict_place,
    fields_told,
    record_told,
    side_told,
)
from revtrack.services.watch import list_audits
from revtrack.wording import _, ngettext

MOST_READ = 200
"""Changes that a package brings, read at most."""


def read_packages(talk: Dialogue) -> None:
    """Read what has been exchanged, and let packages be made, read in and settled."""

    def options() -> Sequence[Option]:
        packages = list_packages(talk.desk.store)
        conflicts = list_all_conflicts(talk.desk.store)
        settle = done_by("packages.settle")
        return (
            Option(
                _("Packages made and read in: {n}").format(n=len(packages)),
                partial(_read_exchanged, talk),
            ),
            Option(done_by("packages.make"), partial(_make, talk)),
            Option(done_by("packages.read"), partial(_read_in, talk)),
            Option(f"{settle}: {len(conflicts)}", partial(_settle, talk, conflicts)),
        )

    talk.menu(lambda: f"{_('Packages')}.", options)


def _read_exchanged(talk: Dialogue) -> None:
    def options() -> Sequence[Option]:
        return tuple(
            Option(_exchanged_told(each), found_by=each.manifest.title)
            for each in list_packages(talk.desk.store)
        )

    talk.browse(_("Packages made and read in."), options, _("No package has been made or read in."))


def _exchanged_told(line: ExchangeLine) -> str:
    partner = line.exchange.partner if line.is_sent else sender_of(line.manifest)
    signer = line.exchange.signer
    return sentences.sentence(
        day_told(line.exchange.exchanged_on),
        _("package made here") if line.is_sent else _("package read in"),
        line.manifest.reference,
        partner or _("nobody named"),
        _("key {signer}").format(signer=signer) if signer else "",
    )


def _make(talk: Dialogue) -> None:
    if talk.may_write():
        audits = list_audits(talk.desk.store, talk.desk.today)
        references = tuple(each.reference for each in audits)
        proposed = references[0] if len(references) == 1 else ""
        made = fill(talk, MakePackageWish(talk.desk, references, proposed))
        tell_files(talk, [made.path])
        for each in made_told(made):
            talk.say(each)


# ---- reading one in


def _read_in(talk: Dialogue) -> None:
    """Read what a package would change, let what both have changed be settled, and take it in."""
    if not talk.may_write():
        return
    opened = fill(talk, OpenPackageWish(talk.desk), at_once=True)
    for each in opened_told(opened.report):
        talk.say(each)
    if not opened.report.has_news and not opened.report.conflicts:
        talk.say(_("The package holds nothing new."))
        return
    _tell_changes(talk, opened)
    chosen = dict(_sides(talk, opened.report.conflicts))
    wish = ReadPackageWish(talk.desk, opened, chosen)
    if not opened.report.is_signer_known:
        talk.say(read_told(fill(talk, wish)))
    elif is_wanted(talk, _("Read it in? Write yes; anything else leaves it as it is:")):
        talk.say(read_told(wish.carry_out(wish.typed_at_first())))
    else:
        talk.say(_("Nothing was changed."))


def _tell_changes(talk: Dialogue, opened: Opened) -> None:
    changes = shown_changes(talk.desk.store, opened.report.changes)
    for each in changes[:MOST_READ]:
        talk.say(_change_told(each))
    if len(changes) > MOST_READ:
        talk.say(_("And {n} more.").format(n=len(changes) - MOST_READ))


def _change_told(line: ChangeLine) -> str:
    return sentences.sentence("; ".join((record_told(line), *fields_told(line))))


# ---- settling


def _settle(talk: Dialogue, conflicts: Sequence[tuple[Audit, ConflictLine]]) -> None:
    if not conflicts:
        talk.say(_("There is nothing to settle."))
        return
    if not talk.may_write():
        return
    desk, count = talk.desk, 0
    by_audit: dict[int, list[ConflictLine]] = {}
    for audit, line in conflicts:
        by_audit.setdefault(audit.id, []).append(line)
    chosen = {audit_id: dict(_sides(talk, lines)) for audit_id, lines in by_audit.items()}
    for audit_id, sides in chosen.items():
        if sides:
            settle_each(desk.store, audit_id, sides, desk.today)
            count += len(sides)
    talk.say(settled_told(count) if count else _("Nothing was changed."))


def _sides(talk: Dialogue, lines: Sequence[ConflictLine]) -> Iterator[tuple[str, Side]]:
    """Ask conflict by conflict whose is to stand; give those where somebody has chosen."""
    if lines:
        said = ngettext(
            "Both have changed the same in {n} place.",
            "Both have changed the same in {n} places.",
            len(lines),
        )
        talk.say(said.format(n=len(lines)))
    sides = (None, Side.OURS, Side.THEIRS)
    words = (_("Leave it to be settled later"), _("Mine"), _("Theirs"))
    for line in lines:
        talk.say(f"{conflict_place(line)}.")
        for title, value in ((_("Mine"), line.ours), (_("Theirs"), line.theirs)):
            talk.say(f"{title}: {side_told(line, value)}")
        talk.say(f"{_('Before')}: {side_told(line, line.base)}")
        side = sides[read_choice(talk, _("Whose is to stand"), words, 0, help_told())]
        if side is not None:
            yield line.key, side
