"""What a paper that is read in says, row by row: what is taken, and what the register has."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rich.text import Text

from revtrack.domain.proposals.proposal import Doubt
from revtrack.domain.texts.paper import Place
from revtrack.forms.others_paper import counted, line_value_told, state_told
from revtrack.services.reading_in.lines import Group, ProposalLine, Standing
from revtrack.services.reading_in.taking import Taking
from revtrack.tui import keys, words
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, sentence
from revtrack.wording.proposed import group_told, kind_told
from revtrack.wording.words import day_in_words

WIDE = 92
"""Columns from which a list tells what the register has."""
ROOMY = 116
"""Columns from which a list tells what each line is on one line."""
MOST_OF_LABEL, MOST_IF_ROOMY = 28, 46
ELSEWHERE = -1
"""The place of the doubt that the paper is of another audit: before the others."""
MARK_TAKEN = words.MARK_DONE
_SIGNS = {
    Standing.NEW: "+",
    Standing.SAME: "=",
    Standing.DIFFERS: "≠",
    Standing.CANNOT: words.MARK_LATE,
}
_LOOKS = {Standing.SAME: "quiet", Standing.DIFFERS: "near", Standing.CANNOT: "overdue"}


@dataclass(frozen=True)
class DoubtKey:
    """Which of the doubts about a paper a row tells of."""

    place: int


def summary(taking: Taking, target: str) -> str:
    """Return how much of the paper is taken, then what it is and into what it is read in."""
    found = taking.comparison
    told = f"{kind_told(found.proposal)} → {target}"
    parts = counted(taking)
    if taking.lacks_bodies:
        key = keys.key_of("paper.register")
        parts = (*parts, _("{key} registers the bodies that are missing").format(key=key))
    return f"{' · '.join(parts)}\n{one_line(told)}"


def sections(taking: Taking, width: int) -> Iterator[Section]:
    """Give the lines group by group, with what to look at before them, for a list of this width."""
    lines, elsewhere = taking.comparison.lines, taking.comparison.elsewhere
    said = [told_of(each) for each in taking.comparison.doubts]
    doubts = list(enumerate(said)) + ([(ELSEWHERE, elsewhere)] if elsewhere else [])
    if doubts:
        yield Section(
            _("To look at"),
            rows=tuple(
                Row((words.marked(words.MARK_LATE, each),), DoubtKey(number), "near")
                for number, each in sorted(doubts)
            ),
            hides_titles=True,
            is_counted=True,
        )
    most = MOST_IF_ROOMY if width >= ROOMY else MOST_OF_LABEL
    widths = [min(each, most) for each in _widths(taking)]
    for number, (group, members) in enumerate(groupby(lines, key=lambda each: each.group)):
        yield _section(taking, group, list(members), widths, hides_titles=number > 0)
    if not lines:
        yield Section(
            note=_(
                "Nothing in the paper can be taken into this audit. {key} chooses another, Esc "
                "goes back."
            ).format(key=keys.key_of("paper.merge"))
        )


def _section(
    taking: Taking,
    group: Group,
    lines: Sequence[ProposalLine],
    widths: Sequence[int],
    *,
    hides_titles: bool,
) -> Section:
    return Section(
        group_told(group),
        (
            Column(_("State")),
            Column(_("What"), most=widths[1]),
            Column(_("In the paper"), grows=True, is_cut=True),
            Column(_("In the register"), most=30, from_width=WIDE, is_cut=True),
        ),
        tuple(_row(taking, each, widths) for each in lines),
        hides_titles=hides_titles,
        is_counted=True,
    )


def _widths(taking: Taking) -> tuple[int, ...]:
    """Return the widths that the first columns have under every heading."""
    cells = [_first_cells(taking, each) for each in taking.comparison.lines]
    return tuple(max(map(len, column)) for column in zip(*cells, strict=True))


def _first_cells(taking: Taking, line: ProposalLine) -> tuple[str, str]:
    return _taken(taking, line) or _state(line), one_line(line.label)


def _row(taking: Taking, line: ProposalLine, widths: Sequence[int]) -> Row:
    first = zip(_first_cells(taking, line), widths, strict=True)
    is_taken = line.key in taking.filled
    return Row(
        (
            *(cell.ljust(width) for cell, width in first),
            line_value_told(taking, line, taking.value(line.key)),
            _known(taking, line),
        ),
        line.key,
        "done" if is_taken else _LOOKS.get(line.standing, ""),
    )


def _known(taking: Taking, line: ProposalLine) -> str:
    return "" if line.registered in {None, ()} else line_value_told(taking, line, line.registered)


def _taken(taking: Taking, line: ProposalLine) -> str:
    if line.key not in taking.filled:
        return ""
    said = _("corrected") if taking.is_corrected(line.key) else _("taken")
    return words.marked(MARK_TAKEN, said)


def _state(line: ProposalLine) -> str:
    return words.marked(_SIGNS[line.standing], state_told(line))


def told_of(doubt: Doubt) -> str:
    """Return what is to be looked at, as a sentence."""
    return sentence(doubt.message, doubt.facts)


# ---- what is told of a row


def detail(taking: Taking, key: Hashable) -> Text:
    """Return all that is known of a row."""
    if isinstance(key, DoubtKey):
        found = taking.comparison
        is_elsewhere = key.place == ELSEWHERE
        return show(found.elsewhere or "" if is_elsewhere else told_of(found.doubts[key.place]))
    line = taking.line.get(key) if isinstance(key, str) else None
    if line is None:
        return Text()
    is_corrected, known = taking.is_corrected(line.key), _known(taking, line)
    is_told = known and line.standing is not Standing.SAME
    return paragraphs(
        show(" · ".join(filter(None, (line.label, _state(line), _taken(taking, line)))), "bold"),
        show(words.marked(words.MARK_LATE, line.reason)) if line.reason else None,
        words.labelled(_("Corrected to"), line_value_told(taking, line, taking.value(line.key)))
        if is_corrected
        else None,
        words.labelled(_("Recommendation"), line.asked) if line.asked else None,
        words.labelled(_("In the paper"), line_value_told(taking, line, line.value)),
        show(words.quoted(line.quote)) if line.quote else None,
        words.labelled(_("In the register"), known) if is_told else None,
    )


def place_of(taking: Taking, key: Hashable) -> tuple[Place | None, tuple[str, ...]]:
    """Return where a row stands in the paper, and the words that may be found there."""
    if isinstance(key, DoubtKey) and key.place == ELSEWHERE:
        return None, ()
    if isinstance(key, DoubtKey):
        line = taking.comparison.doubts[key.place].line
        return (Place("", line=line) if line else None), ()
    found = taking.line.get(key) if isinstance(key, str) else None
    if found is None:
        return None, ()
    return found.place, tuple(_quotations(found))


def _quotations(line: ProposalLine) -> Iterator[str]:
    """Give the words of a line as they may stand in the paper, the surest first."""
    if line.quote:
        yield line.quote
    value = line.value
    if isinstance(value, tuple):
        yield from value
    elif isinstance(value, date):
        yield str(value)
        yield day_in_words(value, in_language="sv")
    elif value is not None:
        yield str(value)
    yield line.place.quote
